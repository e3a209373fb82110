"""The disk refuses the n-th call: nothing is corrupt, and nothing is said to be saved that is not.

By default a few hundred points; each call in each way (ENOSPC, EIO, EACCES; once, from then on)
with `NTH_FAILURE_POINTS=0`.
"""

import json
import os
import tempfile
from pathlib import Path

import pytest

from tests.faults import refusing
from tests.faults.bench import fast_folder
from tests.faults.deeds import DEEDS
from tests.faults.recording import run_watched
from tests.faults.refusing import Verdict

POINTS = int(os.environ.get("NTH_FAILURE_POINTS", "130"))
CONTROL_POINTS = 60


def refuse(failing: Path, operation: str, points: int) -> tuple[dict[str, int], str]:
    """Let calls of an operation fail; return how often which verdict was given, and examples."""
    with tempfile.TemporaryDirectory(dir=fast_folder()) as folder:
        arguments = ["-m", refusing.__name__, operation, str(points)]
        told = json.loads(run_watched(failing, Path(folder) / "run", arguments))
    return told["verdicts"], "\n".join(told["failures"])


@pytest.mark.parametrize("operation", ["save", "backup", "restore", "import", *DEEDS])
def test_whatever_the_disk_refuses_nothing_is_corrupt_or_claimed(
    failing: Path, operation: str
) -> None:
    """And all of it is told as a sentence, and the program goes on when the disk is well."""
    points = POINTS // 3 if operation in DEEDS else POINTS
    verdicts, examples = refuse(failing, operation, points)

    assert set(verdicts) == {Verdict.SOUND}, f"{verdicts}\n{examples}"
    assert verdicts[Verdict.SOUND] >= min(POINTS or 300, 40)


@pytest.mark.parametrize(
    ("operation", "verdict"),
    [
        ("careless save", Verdict.LOST),
        ("restore by copying", Verdict.CORRUPT),
        ("import in two", Verdict.IN_BETWEEN),
    ],
)
def test_the_bench_finds_what_must_never_be_done(
    failing: Path, operation: str, verdict: Verdict
) -> None:
    """Negative controls: a bench that passes these proves nothing."""
    verdicts, examples = refuse(failing, operation, CONTROL_POINTS)

    assert verdicts.get(verdict, 0) > 0, f"{verdicts}\n{examples}"
