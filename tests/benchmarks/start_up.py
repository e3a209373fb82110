"""How long a start takes until the account is on the screen, and how much memory it holds then.

    python -m tests.benchmarks.start_up

The other side is a bare PySide6 window with one label. Both are started in turn under one X
server of our own (without Xvfb: off screen), with compiled files, each timed from the start of
its process to the end of its first paint. Only ratios within one run count.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from journal.operations.sample import make_sample
from tests.benchmarks.measuring import Verdict, report

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
ROUNDS = 11
TARGET, FAILS_AT, MEMORY_FAILS_AT = 1.25, 1.5, 1.6

# Told once the first paint has reached the screen: the queue is run after it.
TELL = """
import os, sys

def tell():
    held = open("/proc/self/smaps_rollup").read() if sys.platform == "linux" else ""
    pss = [line.split()[1] for line in held.splitlines() if line.startswith("Pss:")]
    print(pss[0] if pss else 0, flush=True)
    os._exit(0)

def watched(window):
    from PySide6.QtCore import QTimer
    class Watched(window):
        def paintEvent(self, event):
            QTimer.singleShot(0, tell)  # before what the window itself puts off
            super().paintEvent(event)
    return Watched
"""
BARE = f"""{TELL}
from PySide6 import QtWidgets
app = QtWidgets.QApplication(sys.argv[:1])
window = watched(QtWidgets.QMainWindow)()
window.setCentralWidget(QtWidgets.QLabel("Mercy General"))
window.resize(1280, 800)
window.show()
app.exec()
"""
# In the order of a real start: what is imported before Qt is not looked through by it.
OURS = f"""{TELL}
import gc
from journal.__main__ import main
gc.disable()
from journal.ui import importing
importing.bring_qt()
from journal import app
app.MainWindow = watched(app.MainWindow)
sys.argv[0] = "account-journal"
sys.exit(main())
"""


def measure() -> Iterator[Verdict]:
    """Tell both medians, and the ratios that PERFORMANCE.md limits."""
    with tempfile.TemporaryDirectory() as name, screen() as shown:
        folder = Path(name)
        path = folder / "sample.journal"
        make_sample(path, lambda: NOW)
        around = environment(folder) | shown
        ours = [OURS, "--journal", str(path), "--now", NOW.isoformat()]
        taken: dict[str, list[tuple[float, int]]] = {"ours": [], "bare": []}
        for number in range(ROUNDS + 1):
            for side, arguments in (("ours", ours), ("bare", [BARE])):
                measured = start(arguments, around)
                if number:  # the first of each compiles
                    taken[side].append(measured)
    milliseconds = {side: statistics.median(each[0] for each in taken[side]) for side in taken}
    memory = {side: statistics.median(each[1] for each in taken[side]) / 1024 for side in taken}
    yield Verdict(
        metric=f"first content ({shown.get('QT_QPA_PLATFORM')})",
        told=f"ours {milliseconds['ours']:.0f} ms, bare {milliseconds['bare']:.0f} ms",
        value=milliseconds["ours"] / milliseconds["bare"],
        target=TARGET,
        fails_at=FAILS_AT,
    )
    if memory["bare"]:  # only Linux tells it
        yield Verdict(
            metric="memory (PSS) at first content",
            told=f"ours {memory['ours']:.0f} MiB, bare {memory['bare']:.0f} MiB",
            value=memory["ours"] / memory["bare"],
            target=TARGET,
            fails_at=MEMORY_FAILS_AT,
        )


def start(arguments: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """Return milliseconds to the first paint, and the memory held then in KiB."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", *arguments], stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = (time.perf_counter() - start) * 1000
    if process.returncode or not line:
        sys.exit(f"a start failed with status {process.returncode}")
    return taken, int(line)


def environment(folder: Path) -> dict[str, str]:
    """Start as a user does: compiled, in a home of its own that is there already."""
    kept = {
        name: each for name, each in os.environ.items() if not name.startswith(("PYTHON", "XDG_"))
    }
    return kept | {
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Lend an X server of our own, and say by which variables it is found."""
    server = shutil.which("Xvfb")
    if server is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    ear, mouth = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(mouth), "-screen", "0", "1600x1000x24"],
        pass_fds=[mouth],
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(mouth)
        with os.fdopen(ear, encoding="ascii") as told:
            display = told.readline().strip()
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(report(measure()))
