"""Killed with SIGKILL at random moments: no acknowledged save is lost, none is half there.

More kills for a release: `KILLS=5000`; other moments: `KILLS_SEED=7`.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import pytest

from tests.faults import killing
from tests.faults.bench import fast_folder
from tests.faults.killing import Verdict
from tests.faults.recording import run_in

KILLS = int(os.environ.get("KILLS", "200"))
SEED = int(os.environ.get("KILLS_SEED", "1"))
CONTROL_KILLS = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and kills as POSIX does")


def kill(kills: int, *how: str) -> dict[str, int]:
    """Kill so often; return how often which verdict was given."""
    with tempfile.TemporaryDirectory(dir=fast_folder()) as folder:
        arguments = ["-m", killing.__name__, str(kills), str(SEED), *how]
        told = json.loads(run_in(Path(folder), arguments))
    assert told["saves"] >= kills // 2
    verdicts: dict[str, int] = told["verdicts"]
    return verdicts


def test_a_kill_loses_nothing_that_was_acknowledged() -> None:
    """The user ends a program that seems to hang, or the system does when memory is short."""
    assert kill(KILLS) == {Verdict.SOUND: KILLS}


def test_the_bench_finds_a_save_that_was_acknowledged_too_early() -> None:
    """Negative control: one that says Saved before the commit."""
    verdicts = kill(CONTROL_KILLS, "careless")

    assert verdicts.get(Verdict.LOST, 0) > 0, str(verdicts)
    assert set(verdicts) <= {Verdict.SOUND, Verdict.LOST}, str(verdicts)
