"""The window is killed with SIGKILL while somebody types: at most two seconds of it are lost.

More kills for a release: `TYPING_KILLS=1000`; other moments: `KILLS_SEED=7`.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.ui.saving import LATEST_MS
from tests.faults import typist
from tests.faults.typist import text_of
from tests.ui.case import write_case

KILLS = int(os.environ.get("TYPING_KILLS", "20"))
SEED = int(os.environ.get("KILLS_SEED", "1"))
CONTROL_KILLS = 4
_AT_ONCE = 4
_LONGEST_S = 4.5
# For the machine to do what is due; it may be busy with other things.
_SLACK_S = 1.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")


@dataclass(frozen=True)
class Killed:
    """What was left of one window.

    Attributes:
        kept: What the file has of the text.
        acknowledged: So many letters the window had said were saved.
        due: So many letters were typed two seconds and more before the end.
    """

    kept: str
    acknowledged: int
    due: int


def killed(folder: Path, kills: int, *how: str) -> Iterator[Killed]:
    """Kill so many windows, each at a random moment after its first key."""
    dice = random.Random(SEED)
    case = write_case(folder / "case.journal")
    for start in range(0, kills, _AT_ONCE):
        moments = [dice.uniform(0, _LONGEST_S) for _ in range(start, min(start + _AT_ONCE, kills))]
        windows = []
        for place, _moment in enumerate(moments):
            path = Path(shutil.copy(case, folder / f"{place}.journal"))
            windows.append((path, _window(path, *how)))
        # One after the other; each was started long enough before to be typing by then.
        for moment, (path, window) in zip(moments, windows, strict=True):
            yield _end(path, window, moment)
            path.unlink()


def _window(path: Path, *how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", typist.__name__, str(path), *how],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def _end(path: Path, window: subprocess.Popen[str], after_s: float) -> Killed:
    assert window.stdout is not None
    first = window.stdout.readline()
    assert first.startswith("typed"), first
    told = [first]
    begun = float(first.split()[2])
    while float(told[-1].split()[2]) - begun < after_s:
        told.append(window.stdout.readline())
    window.kill()
    told += window.communicate()[0].splitlines(keepends=True)
    whole = [line.split() for line in told if line.endswith("\n")]
    last = float(whole[-1][2])
    latest_s = LATEST_MS / 1000 + _SLACK_S
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT notes FROM meetings WHERE notes LIKE '1 %'").fetchall()
    return Killed(
        kept=rows[0][0] if rows else "",
        acknowledged=max((int(n) for what, n, _at in whole if what == "saved"), default=0),
        due=max(
            (int(n) for what, n, at in whole if what == "typed" and float(at) < last - latest_s),
            default=0,
        ),
    )


def test_what_was_said_to_be_saved_is_there_and_the_rest_is_two_seconds(tmp_path: Path) -> None:
    """The battery may be taken out in the middle of a word."""
    found = list(killed(tmp_path, KILLS))
    assert any(each.acknowledged for each in found)
    assert any(each.due for each in found)
    for each in found:
        assert each.kept == text_of(len(each.kept))
        assert len(each.kept) >= each.acknowledged
        assert len(each.kept) >= each.due


def test_the_bench_finds_a_window_that_says_saved_too_early(tmp_path: Path) -> None:
    """Negative control."""
    found = list(killed(tmp_path, CONTROL_KILLS, "careless"))
    assert any(len(each.kept) < each.acknowledged for each in found)
