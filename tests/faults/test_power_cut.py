"""Power cuts over the program's own work: nothing acknowledged is lost, nothing is half there."""

import os
import shutil
from pathlib import Path

import pytest

from journal.operations import accounts
from journal.operations.journal import Journal
from tests.faults import workload
from tests.faults.bench import Report, Verdict, cut_power
from tests.faults.drawing import draw_cuts
from tests.faults.oracle import write_image
from tests.faults.recording import record

# Over all workloads; 50,000 for a release.
IMAGES = int(os.environ.get("POWER_CUT_IMAGES", "2000"))
SEED = int(os.environ.get("POWER_CUT_SEED", "1"))
WORKLOADS = ("save", "import", "backup", "restore", "share")

# A control needs only to find a loss. Each workload is recorded anew, so there are enough images
# for a dozen losses: about 4 in 100 with DELETE, more than half of them with OFF and with WAL.
DELETE_IMAGES = 400
OFF_IMAGES = WAL_IMAGES = 100
REOPENED_IMAGES = 60


def _power_cuts(
    recorder: Path, folder: Path, what: str, images: int, pragmas: dict[str, str] | None = None
) -> Report:
    overrides = [f"{name}={value}" for name, value in (pragmas or {}).items()]
    calls = record(recorder, folder, ["-m", workload.__name__, what, *overrides])
    return cut_power(calls, images=images, seed=SEED, keep_in=folder / "failures")


@pytest.mark.parametrize("what", WORKLOADS)
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    recorder: Path, tmp_path: Path, what: str
) -> None:
    """The product's main promise, with the settings and the writing that users get."""
    images = IMAGES // len(WORKLOADS)
    report = _power_cuts(recorder, tmp_path, what, images)
    assert report.verdicts == {Verdict.SOUND: images}, str(report)


def test_the_program_goes_on_after_a_power_cut(recorder: Path, tmp_path: Path) -> None:
    """Plain SQLite may take what the program itself would refuse, and a save must work again."""
    calls = record(recorder, tmp_path, ["-m", workload.__name__, "save"])
    opened = 0
    for cut in draw_cuts(calls, images=REOPENED_IMAGES, seed=SEED):
        if cut.moment.done > 0:
            folder = tmp_path / f"image-{opened}"
            write_image(cut.image, folder)
            with Journal.open(folder / workload.JOURNAL_NAME) as journal:
                journal.file.check()
                accounts.introduce_self(journal, "Jane Doe")
            shutil.rmtree(folder)
            opened += 1
    assert opened > REOPENED_IMAGES // 2


def test_the_bench_finds_the_saves_that_sqlites_default_loses(
    recorder: Path, tmp_path: Path
) -> None:
    """Negative control: with DELETE the folder is not synced after the journal was removed.

    So the journal may come back, and rolls an acknowledged save back. A bench that does not see
    this proves nothing about the settings that it passes.
    """
    pragmas = {"journal_mode": "delete", "synchronous": "2"}
    report = _power_cuts(recorder, tmp_path, "save", DELETE_IMAGES, pragmas)
    assert report.verdicts[Verdict.LOST] > 0, str(report)
    assert report.verdicts[Verdict.CORRUPT] == 0, str(report)


@pytest.mark.parametrize("what", WORKLOADS)
def test_the_bench_finds_what_is_lost_without_any_sync(
    recorder: Path, tmp_path: Path, what: str
) -> None:
    """Negative control: kill -9 passes this setting, for the kernel still has all the writes."""
    report = _power_cuts(recorder, tmp_path, what, OFF_IMAGES, {"synchronous": "0"})
    assert report.verdicts[Verdict.CORRUPT] > 0, str(report)


def test_the_bench_finds_the_saves_that_a_write_ahead_log_loses(
    recorder: Path, tmp_path: Path
) -> None:
    """Negative control: WAL with NORMAL acknowledges a save before it is synced."""
    pragmas = {"journal_mode": "wal", "synchronous": "1"}
    report = _power_cuts(recorder, tmp_path, "save", WAL_IMAGES, pragmas)
    assert report.verdicts[Verdict.LOST] > 0, str(report)
    assert report.verdicts[Verdict.CORRUPT] == 0, str(report)
