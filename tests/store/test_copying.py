"""A copy counts once it has been checked."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.errors import DamagedJournalError, NotSavedError
from journal.store import checking, copying
from journal.store.file import JournalFile, open_again
from journal.store.writing import Act, writing
from tests.store.test_writing import MERCY, VISIT


@pytest.fixture(autouse=True)
def _filled(connection: sqlite3.Connection, act: Act) -> None:
    with writing(connection, act) as door:
        door.add(MERCY, VISIT)


def test_a_copy_holds_what_the_journal_holds(journal: JournalFile, tmp_path: Path) -> None:
    """Every table of it, and it is of the same version."""
    copying.copy_checked(journal.connection, tmp_path / "copy")

    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert list(copy.iterdump()) == list(journal.connection.iterdump())
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copying.is_sound(tmp_path / "copy")


def test_what_another_writes_meanwhile_makes_no_copy_unsound(
    journal: JournalFile, tmp_path: Path, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window saves while its backup is made in a thread: rows are counted as copied."""
    check_copy = checking.check_copy

    def write_first(copy: sqlite3.Connection) -> object:
        other = open_again(journal)
        other.connection.execute("DELETE FROM meetings")
        other.close()
        return check_copy(copy)

    monkeypatch.setattr(checking, "check_copy", write_first)

    copying.copy_checked(journal.connection, tmp_path / "copy")

    assert journal.connection.execute("SELECT count(*) FROM meetings").fetchone() == (0,)
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert copy.execute("SELECT count(*) FROM meetings").fetchone() == (1,)


def test_an_error_that_ended_the_snapshot_is_told_itself(connection: sqlite3.Connection) -> None:
    """SQLite rolls back by itself where the disk fails; a second time would be another error."""

    def fail() -> None:
        with copying.snapshot(connection):
            connection.execute("ROLLBACK")
            raise OSError

    with pytest.raises(OSError, match=r"^$"):
        fail()
    assert not connection.in_transaction


def test_an_altered_letter_is_no_good_copy(connection: sqlite3.Connection, tmp_path: Path) -> None:
    """A backup of a damaged journal must not push out a good one."""
    connection.execute("UPDATE accounts SET name = 'Marcy'")

    with pytest.raises(DamagedJournalError, match="check --deep") as refused:
        copying.copy_checked(connection, tmp_path / "copy")

    assert refused.value.details == "accounts"
    assert [each.name for each in tmp_path.iterdir() if "copy" in each.name] == []


def test_a_copy_with_fewer_rows_is_no_good_copy(
    connection: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the disk has made of it."""
    counts = iter([{"accounts": 2}, {"accounts": 1}, {"accounts": 1}])
    monkeypatch.setattr(copying, "_counts", lambda _connection: next(counts))

    with pytest.raises(DamagedJournalError) as refused:
        copying.copy_checked(connection, tmp_path / "copy")

    assert refused.value.details == "{'accounts': 1} rows instead of {'accounts': 2}"


def test_a_folder_that_takes_nothing_is_a_sentence(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    """And whatever was begun is gone."""
    (tmp_path / "copy").mkdir()

    with pytest.raises(NotSavedError, match="No copy could be made"):
        copying.copy_checked(connection, tmp_path / "copy")

    assert not list(tmp_path.glob(".*"))


def test_what_is_no_journal_any_more_is_not_sound(tmp_path: Path) -> None:
    """A backup may rot like any file, or be gone."""
    path = tmp_path / "copy"
    path.write_bytes(b"SQLite format 3\x00" + bytes(4096))

    assert not copying.is_sound(path)
    assert not copying.is_sound(tmp_path / "missing")
