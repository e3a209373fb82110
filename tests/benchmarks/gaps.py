"""The longest time for which the window answers nothing: searching, loading, backing up.

    python -m tests.benchmarks.gaps [--cache DIR]

A timer of the window beats every five milliseconds; a gap is the time between two beats. Of each
work, and of doing nothing, five stretches of two seconds are taken in turn, and of their longest
gaps the median.
"""

import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest

from journal.operations.journal import Journal
from journal.store import backups
from journal.ui.background import Progress, Task, Workbench
from journal.ui.portfolio.page import PortfolioPage
from journal.ui.search.palette import Palette
from tests.benchmarks.crowd import vocabulary
from tests.benchmarks.measuring import Verdict, on_the_crowd
from tests.benchmarks.stage import Stage, stage

STRETCHES, STRETCH_MS, BEAT_MS, KEY_MS, PAUSE_MS = 5, 2_000, 5, 60, 100
TARGET_MS, FAILS_AT_MS = 16, 32


class Pulse(QObject):
    """Knows the longest time between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._longest_ms = 0.0

    def longest_ms(self) -> float:
        """Live for one stretch."""
        loop = QEventLoop()
        QTimer.singleShot(STRETCH_MS, loop.quit)
        self._longest_ms, self._last = 0.0, time.perf_counter()
        self._timer.start()
        loop.exec()
        self._timer.stop()
        return self._longest_ms

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest_ms = max(self._longest_ms, (now - self._last) * 1000)
        self._last = now


class Typist(QObject):
    """Types common and rare words into the palette."""

    def __init__(self, standing: Stage) -> None:
        super().__init__()
        standing.window.commands.search.trigger()
        self._palette = standing.window.findChildren(Palette)[0]
        self._words = itertools.cycle(vocabulary()[:400:7])
        self._left = ""
        self._timer = QTimer(self)
        self._timer.setInterval(KEY_MS)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def stop(self) -> None:
        """Close the palette."""
        self._timer.stop()
        self._palette.close()

    @Slot()
    def _type(self) -> None:
        if not self._left:
            self._palette.field.clear()
            self._left = next(self._words)
        QTest.keyClicks(self._palette.field, self._left[0])
        self._left = self._left[1:]


class Loader(QObject):
    """Reads the page of all accounts, again and again."""

    def __init__(self, standing: Stage) -> None:
        super().__init__()
        self._standing = standing
        self._page = PortfolioPage(standing.journal, standing.theme)
        self._page.resize(1052, 800)
        self._page.show()
        self._page._reader.done.connect(self._again)
        self._page.read()

    def stop(self) -> None:
        """Close the page."""
        self._page.close()

    @Slot()
    def _again(self) -> None:
        self._page._reader._change = None  # as if it were first seen
        QTimer.singleShot(PAUSE_MS, self._page.read)


class Keeper(QObject):
    """Makes backups, one after the other."""

    def __init__(self, standing: Stage) -> None:
        super().__init__()
        self._workbench = Workbench(standing.journal, self)
        self._minutes = itertools.count(1)
        self._is_over = False
        self._start()

    def stop(self) -> None:
        """Wait for the one under way."""
        self._is_over = True
        self._workbench.finish()

    @Slot()
    def _start(self) -> None:
        if not self._is_over:
            task: Task = self._workbench.task(self._keep)
            task.done.connect(self._start)
            self._workbench.start(task)

    def _keep(self, fellow: Journal, _progress: Progress) -> None:
        later = fellow.now() + timedelta(minutes=next(self._minutes))
        backups.keep(fellow.file.connection, fellow.path, later)


class Idler(QObject):
    """Does nothing."""

    def __init__(self, _standing: Stage) -> None:
        super().__init__()

    def stop(self) -> None:
        """Go on doing nothing."""


Work = Typist | Loader | Keeper | Idler
WORKS: dict[str, Callable[[Stage], Work]] = {
    "doing nothing": Idler,
    "searching": Typist,
    "loading": Loader,
    "backing up": Keeper,
}


def measure(crowd: Path) -> Iterator[Verdict]:
    """Do each work in turn."""
    longest: dict[str, list[float]] = {name: [] for name in WORKS}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder  # where the backups go
        with stage(crowd) as standing:
            pulse = Pulse()
            for _ in range(STRETCHES):
                for name, begin in WORKS.items():
                    work = begin(standing)
                    longest[name].append(pulse.longest_ms())
                    work.stop()
    idle = statistics.median(longest.pop("doing nothing"))
    for name, each in longest.items():
        yield Verdict(
            metric=f"longest gap of the window while {name}",
            told=f"of each stretch {', '.join(f'{gap:.0f}' for gap in each)} ms, idle {idle:.0f}",
            value=statistics.median(each),
            target=TARGET_MS,
            fails_at=FAILS_AT_MS,
            unit=" ms",
        )


if __name__ == "__main__":
    sys.exit(on_the_crowd(measure))
