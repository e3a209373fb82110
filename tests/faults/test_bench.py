"""The bench itself, held against programs that break each part of the promise."""

import sqlite3
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.bench import Report, Verdict, cut_power
from tests.faults.recording import record

IMAGES = 100

# Plain SQLite with the settings that the journal uses: what is found is the program's own fault.
_OPENING = """
    import ctypes, sqlite3
    mark = ctypes.CDLL(None).power_cut_mark
    connection = sqlite3.connect("power.journal", isolation_level=None)
    execute = connection.execute
    execute("PRAGMA journal_mode = TRUNCATE")
    execute("PRAGMA synchronous = EXTRA")
    mark(b"begin create")
    execute("CREATE TABLE note(body TEXT)")
    mark(b"done create")
"""


def _cut(recorder: Path, folder: Path, program: str, seed: int = 1) -> Report:
    whole = textwrap.dedent(_OPENING) + textwrap.dedent(program)
    calls = record(recorder, folder / str(seed), ["-c", whole])
    return cut_power(calls, images=IMAGES, seed=seed, keep_in=folder / "failures")


def test_an_honest_program_passes(recorder: Path, tmp_path: Path) -> None:
    """Or the failures below would say nothing."""
    report = _cut(
        recorder,
        tmp_path,
        """
        for number in range(5):
            mark(b"begin save %d" % number)
            execute("INSERT INTO note VALUES(?)", (f"note {number}",))
            mark(b"done save %d" % number)
        """,
    )
    assert report.verdicts == {Verdict.SOUND: IMAGES}, str(report)


@pytest.mark.parametrize("late", ['execute("COMMIT")', ""], ids=["committed later", "never"])
def test_an_acknowledgement_of_what_is_not_there_yet_is_refused(
    recorder: Path, tmp_path: Path, late: str
) -> None:
    """The foot of the window must not say Saved a moment too early; no power cut is needed."""
    with pytest.raises(AssertionError, match="'save' was acknowledged, but is not there"):
        _cut(
            recorder,
            tmp_path,
            f"""
            mark(b"begin save")
            execute("BEGIN IMMEDIATE")
            execute("INSERT INTO note VALUES('first')")
            mark(b"done save")
            {late}
            """,
        )


def test_an_operation_without_an_acknowledgement_is_refused(recorder: Path, tmp_path: Path) -> None:
    """What should be there after it is not known, so no image could be judged."""
    with pytest.raises(AssertionError, match="'save' was never acknowledged"):
        _cut(recorder, tmp_path, 'mark(b"begin save")')


def test_an_operation_in_two_transactions_is_found_half_done(
    recorder: Path, tmp_path: Path
) -> None:
    """A save whose history entry follows in a second transaction would look like this."""
    report = _cut(
        recorder,
        tmp_path,
        """
        mark(b"begin save")
        execute("INSERT INTO note VALUES('the row')")
        execute("INSERT INTO note VALUES('its history')")
        mark(b"done save")
        """,
    )
    assert report.verdicts[Verdict.IN_BETWEEN] > 0, str(report)
    assert report.verdicts[Verdict.LOST] == report.verdicts[Verdict.CORRUPT] == 0, str(report)


def test_what_was_written_before_the_operation_began_is_found(
    recorder: Path, tmp_path: Path
) -> None:
    """The content after it is right only once it began."""
    report = _cut(
        recorder,
        tmp_path,
        """
        execute("INSERT INTO note VALUES('too early')")
        mark(b"begin save")
        mark(b"done save")
        """,
    )
    assert report.verdicts[Verdict.IN_BETWEEN] > 0, str(report)


def test_a_file_written_behind_sqlites_back_is_found_corrupt(
    recorder: Path, tmp_path: Path
) -> None:
    """A restore that copies over the live file, cut in the middle."""
    report = _cut(
        recorder,
        tmp_path,
        """
        import os
        execute("INSERT INTO note VALUES(?)", ("x" * 50_000,))
        connection.close()
        with open("power.journal", "rb") as file:
            whole = file.read()
        mark(b"begin restore")
        with open("power.journal", "wb") as file:
            file.write(whole)
            os.fsync(file.fileno())
        connection = sqlite3.connect("power.journal", isolation_level=None)
        connection.execute("INSERT INTO note VALUES('after it')")
        mark(b"done restore")
        """,
    )
    assert report.verdicts[Verdict.CORRUPT] > 0, str(report)


# A backup as `keep` makes it, with one step left out of each program below.
_BACKING_UP = """
    import os, shutil
    os.makedirs("own/backups")
    for folder in (".", "own"):
        os.fsync(os.open(folder, os.O_RDONLY))
    def keep(number, *, file_synced=True, folder_synced=True):
        name = f"own/backups/{number:06}.journal"
        with open("power.journal", "rb") as file:
            content = file.read()
        with open("own/backups/.new", "wb") as file:
            file.write(content)
            file.flush()
            if file_synced:
                os.fsync(file.fileno())
        os.rename("own/backups/.new", name)
        if folder_synced:
            os.fsync(os.open("own/backups", os.O_RDONLY))
        return name
"""


@pytest.mark.parametrize(
    ("left_out", "verdict"),
    [("", Verdict.SOUND), ("file_synced", Verdict.CORRUPT), ("folder_synced", Verdict.LOST)],
)
def test_a_backup_that_was_not_synced_is_found(
    recorder: Path, tmp_path: Path, left_out: str, verdict: Verdict
) -> None:
    """What bears the name of a backup must be one, and one acknowledged must be there."""
    how = f"{left_out}=False" if left_out else ""
    report = _cut(
        recorder,
        tmp_path,
        textwrap.dedent(_BACKING_UP)
        + textwrap.dedent(f"""
            for number in range(3):
                mark(b"begin back up")
                keep(number, {how})
                mark(b"done back up")
                mark(b"begin save")
                execute("INSERT INTO note VALUES(?)", ("x" * 9_000,))
                mark(b"done save")
            """),
    )
    assert report.verdicts[verdict] > 0, str(report)
    assert (report.verdicts[Verdict.SOUND] == IMAGES) is (verdict is Verdict.SOUND), str(report)


def test_an_old_backup_that_went_before_the_new_one_was_safe_is_found(
    recorder: Path, tmp_path: Path
) -> None:
    """There would be fewer than five for a moment, and the power goes in just that."""
    report = _cut(
        recorder,
        tmp_path,
        textwrap.dedent(_BACKING_UP)
        + textwrap.dedent("""
            names = []
            for number in range(7):
                mark(b"begin save")
                execute("INSERT INTO note VALUES('more')")
                mark(b"done save")
                mark(b"begin back up")
                if number > 4:
                    os.unlink(names.pop(0))
                names.append(keep(number))
                mark(b"done back up")
            """),
    )
    assert report.verdicts[Verdict.LOST] > 0, str(report)
    assert report.verdicts[Verdict.CORRUPT] == 0, str(report)


def test_a_restore_without_a_backup_of_the_present_is_found(recorder: Path, tmp_path: Path) -> None:
    """The way back must be there before anything is brought back, not after."""
    report = _cut(
        recorder,
        tmp_path,
        textwrap.dedent(_BACKING_UP)
        + textwrap.dedent("""
            mark(b"begin back up")
            keep(0)
            mark(b"done back up")
            mark(b"begin save")
            execute("INSERT INTO note VALUES('present')")
            mark(b"done save")
            present = open("power.journal", "rb").read()
            mark(b"begin restore")
            execute("DELETE FROM note")
            execute("BEGIN")
            execute("ROLLBACK")
            with open("own/backups/.late", "wb") as file:
                file.write(present)
                file.flush()
                os.fsync(file.fileno())
            os.rename("own/backups/.late", "own/backups/000001.journal")
            os.fsync(os.open("own/backups", os.O_RDONLY))
            mark(b"done restore")
            """),
    )
    assert report.verdicts[Verdict.LOST] + report.verdicts[Verdict.IN_BETWEEN] > 0, str(report)


def test_a_failure_is_kept_as_it_was_found(recorder: Path, tmp_path: Path) -> None:
    """So that a developer can open the very image, and read which call was lost."""
    report = _cut(
        recorder,
        tmp_path,
        """
        mark(b"begin save")
        execute("PRAGMA synchronous = OFF")
        execute("INSERT INTO note VALUES('gone')")
        mark(b"done save")
        """,
    )
    failure = next(one for one in report.failures if one.verdict is Verdict.LOST)
    assert "after 'save' was acknowledged" in str(failure)
    told = (failure.kept_in / "what-happened.txt").read_text(encoding="utf-8")
    assert "lost: write of 4096 bytes at 4096 in power.journal\n" in told
    with closing(sqlite3.connect(failure.kept_in / "image" / "power.journal")) as connection:
        assert connection.execute("SELECT body FROM note").fetchall() == []


def test_the_same_seed_finds_the_same_failures(recorder: Path, tmp_path: Path) -> None:
    """Or a failure seen once might never be seen again."""
    program = """
        mark(b"begin save")
        execute("PRAGMA synchronous = OFF")
        execute("INSERT INTO note VALUES('gone')")
        mark(b"done save")
        """
    calls = record(recorder, tmp_path, ["-c", textwrap.dedent(_OPENING) + textwrap.dedent(program)])
    first, again, other = (
        cut_power(calls, images=IMAGES, seed=seed, keep_in=tmp_path / f"kept-{number}")
        for number, seed in enumerate((1, 1, 2))
    )
    assert first.verdicts == again.verdicts
    assert [one.words for one in first.failures] == [one.words for one in again.failures]
    assert [one.words for one in first.failures] != [one.words for one in other.failures]
