"""Backup, restore and check, as they are typed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from journal import paths
from journal.operations import reading
from journal.operations.journal import Journal
from tests.cli.conftest import NOW, Run

LATER = "2026-11-24T08:15:00+00:00"


pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def backup(run: Run, path: Path) -> Path:
    """Keep a backup and return where it lies."""
    run("backup", "--journal", path, "--now", NOW)
    (kept,) = paths.backup_folder().rglob("*.journal")
    return kept


def rename(path: Path, name: str) -> None:
    """Change the one account."""
    with Journal.open(path) as journal:
        held = reading.find_account(journal, "Mercy")
        journal.write("Rename", save=[replace(held, name=name)])


def spoil(path: Path) -> None:
    """Let a bit flip in a text."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE people SET name = 'Dina'")
        connection.commit()


def break_reference(path: Path) -> None:
    """Lose an account that others refer to."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM accounts")
        connection.commit()


def test_a_backup_says_where_it_lies(run: Run, path: Path) -> None:
    """And the second time that nothing changed, for which it is checked again."""
    status, out, err = run("backup", "--journal", path, "--now", NOW)

    (kept,) = paths.backup_folder().rglob("*.journal")
    assert (status, out, err) == (0, f"Kept and checked: {kept}\n", "")

    status, out, _err = run("backup", "--journal", path, "--now", LATER)
    # In Prague, where the tests are told, it is an hour later than in London.
    assert (status, out) == (
        0,
        f"Nothing changed since 2026-11-23 09:15; checked again: {kept}\n",
    )


def test_an_empty_journal_has_nothing_to_keep(run: Run, tmp_path: Path) -> None:
    """It is said; it is no failure."""
    run("new", tmp_path / "new.journal")

    status, out, _err = run("backup", "--journal", tmp_path / "new.journal")

    assert status == 0
    assert "nothing to keep" in out


def test_a_backup_that_cannot_be_made_is_one_sentence(
    run: Run, path: Path, own_folder: Path
) -> None:
    """A script sees it by the exit status."""
    own_folder.touch()

    status, out, err = run("backup", "--journal", path)

    assert (status, out) == (1, "")
    assert err.startswith("The folder of the backups")
    assert err.count("\n") == 1


def test_a_second_folder_is_chosen_once(run: Run, path: Path, tmp_path: Path) -> None:
    """Later backups go there without being told, until it is taken back."""
    stick = tmp_path / "stick"
    stick.mkdir()
    assert run("backup", "--second", stick, "--journal", path)[0] == 0
    assert len(list(stick.rglob("*.journal"))) == 1

    rename(path, "Mercy East")
    run("backup", "--journal", path)
    assert len(list(stick.rglob("*.journal"))) == 2

    rename(path, "Mercy West")
    run("--no-second", "backup", "--journal", path)
    assert len(list(stick.rglob("*.journal"))) == 2
    assert run("backup", "--second", "a", "--no-second")[0] == 2


def test_a_second_folder_that_is_missing_is_told_beside_the_backup(
    run: Run, path: Path, tmp_path: Path
) -> None:
    """The first is there, so the command has done what it could."""
    stick = tmp_path / "stick"
    stick.mkdir()
    run("backup", "--second", stick, "--journal", path)
    for each in sorted(stick.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    stick.rmdir()

    status, out, err = run("backup", "--journal", path)

    assert status == 0
    assert "checked again" in out
    assert err == f"The second folder for backups, {stick}, is not there.\n"


def test_a_restore_tells_first_what_it_would_bring(run: Run, path: Path, backup: Path) -> None:
    """With --dry-run that is all; not a byte is changed."""
    rename(path, "Mercy East")
    before = path.read_bytes()

    status, out, err = run("restore", backup, "--dry-run", "--journal", path)

    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "The backup was last changed 2026-11-23 09:15.",
        "         in the backup  now  only in the backup  only now  changed",
        "account  1              1    0                   0         1",
    ]
    assert path.read_bytes() == before


def test_a_restore_brings_it_back_and_says_what_was_kept(
    run: Run, path: Path, backup: Path
) -> None:
    """The way back is a command away."""
    rename(path, "Mercy East")

    status, out, err = run("restore", backup, "--journal", path, "--now", LATER)

    (kept,) = set(paths.backup_folder().rglob("*.journal")) - {backup}
    assert (status, err) == (0, "")
    assert out.splitlines()[-3:] == [
        "Restored.",
        f"What was there before is kept: {kept}",
        "Automatic backups rest until you have looked; the command “backup” wakes them.",
    ]
    assert "Mercy General" in run("accounts", "--journal", path)[1]

    assert run("restore", kept, "--journal", path)[0] == 0
    assert "Mercy East" in run("accounts", "--journal", path)[1]


def test_what_is_the_same_is_said(run: Run, path: Path, backup: Path) -> None:
    """Rather than a heading over nothing."""
    out = run("restore", backup, "--dry-run", "--journal", path)[1]

    assert out.splitlines()[-1] == "It holds the same as the journal."


def test_another_journals_backup_is_said(
    run: Run, path: Path, backup: Path, tmp_path: Path
) -> None:
    """It may be meant, or be a slip."""
    other = tmp_path / "other.journal"
    log = tmp_path / "log.csv"
    log.write_text("date,organisation\n2026-01-05,Harbor\n", encoding="utf-8")
    run("new", other)
    run("import", log, "--journal", other, "--now", LATER)

    out = run("restore", backup, "--journal", other)[1]

    assert "It is a backup of another journal." in out
    assert "Mercy General" in run("accounts", "--journal", other)[1]


def test_a_file_that_is_no_backup_is_one_sentence(run: Run, path: Path, tmp_path: Path) -> None:
    """And stays as it is, and so does the journal."""
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary")
    before = path.read_bytes()

    status, out, err = run("restore", diary, "--journal", path)

    assert (status, out, err) == (1, "", "diary.txt is not a journal; it was not touched.\n")
    assert (diary.read_text(), path.read_bytes()) == ("Dear diary", before)


def test_on_a_new_laptop_the_journal_is_made_of_the_backup(
    run: Run, path: Path, backup: Path, own_folder: Path, tmp_path: Path
) -> None:
    """There is none of one's own yet, nor a folder for it."""
    moved = tmp_path / "from-stick.journal"
    backup.rename(moved)
    for each in sorted(own_folder.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    own_folder.rmdir()

    assert "10" in run("restore", moved, "--dry-run")[1]
    assert not own_folder.exists()

    status, out, _err = run("restore", moved)
    assert status == 0
    assert out.splitlines()[-1] == f"{paths.journal_file()} is ready."
    assert "Mercy General" in run("accounts")[1]


def test_a_folder_that_cannot_be_made_is_one_sentence(
    run: Run, path: Path, backup: Path, tmp_path: Path
) -> None:
    """Here its name is taken by a file."""
    (tmp_path / "file").touch()

    status, _out, err = run("restore", backup, "--journal", tmp_path / "file" / "new.journal")

    assert (status, err) == (1, f"No journal could be made in {tmp_path / 'file'}.\n")


def test_a_damaged_journal_is_not_restored_over(
    run: Run, path: Path, backup: Path, tmp_path: Path
) -> None:
    """It holds what no backup has; a new one beside it is offered, and works."""
    rename(path, "Mercy East")
    spoil(path)
    before = path.read_bytes()

    status, out, err = run("restore", backup, "--journal", path)

    assert (status, out) == (1, "")
    assert err == (
        "work.journal is damaged and stays as it is; with --journal NEW.journal a new one is "
        "made of the backup.\n"
    )
    assert path.read_bytes() == before
    assert run("restore", backup, "--journal", tmp_path / "new.journal")[0] == 0


def test_a_journal_damaged_since_its_last_backup_is_mended_by_it(
    run: Run, path: Path, backup: Path
) -> None:
    """Nothing was written since, so nothing is lost that the backup has not."""
    spoil(path)

    assert run("restore", backup, "--journal", path)[0] == 0

    assert run("check", "--deep", "--journal", path)[0] == 0


def test_a_sound_journal_is_said_to_be(run: Run, path: Path) -> None:
    """And how deep was looked."""
    quick = run("check", "--journal", path)
    deep = run("check", "--deep", "--journal", path)

    assert (quick[0], deep[0]) == (0, 0)
    assert quick[1].startswith("work.journal is sound: pages and references.")
    assert deep[1] == "work.journal is sound: pages, references, every text and the search.\n"


def test_an_altered_text_is_found_by_the_deep_check(run: Run, path: Path, backup: Path) -> None:
    """With what to go back to."""
    spoil(path)

    assert run("check", "--journal", path)[0] == 0
    status, out, err = run("check", "--deep", "--journal", path)

    assert (status, out) == (1, "altered text  people dana\n")
    assert err == (
        "work.journal is damaged; it was left as it is. "
        f"The last good backup is of 2026-11-23 09:15: {backup}\n"
    )


def test_a_lost_account_is_found_by_the_quick_check(run: Run, path: Path) -> None:
    """Though SQLite calls the pages sound; without a backup that is said too."""
    break_reference(path)

    status, out, err = run("check", "--journal", path)

    assert status == 1
    assert "reference  meetings visit0 accounts" in out.splitlines()
    assert err.endswith("and there is no backup of it.\n")


def test_an_import_is_kept_before_and_after(run: Run, path: Path, tmp_path: Path) -> None:
    """Before it, as it was; at the end, as it is."""
    log = tmp_path / "log.csv"
    log.write_text("date,organisation\n2026-01-05,Harbor\n", encoding="utf-8")

    run("import", log, "--journal", path, "--dry-run")
    assert not paths.backup_folder().exists()
    assert run("import", log, "--journal", path)[2] == ""

    assert len(list(paths.backup_folder().rglob("*.journal"))) == 2


def test_an_import_without_a_backup_says_so_once(
    run: Run, path: Path, tmp_path: Path, own_folder: Path
) -> None:
    """It is done all the same: it can be undone."""
    log = tmp_path / "log.csv"
    log.write_text("date,organisation\n2026-01-05,Harbor\n", encoding="utf-8")
    own_folder.touch()

    status, out, err = run("import", log, "--journal", path)

    assert (status, err) == (0, "")
    assert "work.journal: The folder of the backups" in out
