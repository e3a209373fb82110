"""How an earlier journal is brought up to date."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.errors import AlteredJournalError, DamagedJournalError, NotSavedError
from journal.domain.record import AccountId, RecordId
from journal.store import backups, migrations, schema
from journal.store.file import create, open_journal, opened
from journal.store.writing import Act, writing


def add_colour(connection: sqlite3.Connection) -> None:
    """Stand for a later step."""
    connection.execute("ALTER TABLE accounts ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


def break_off(connection: sqlite3.Connection) -> None:
    """Stand for a step that fails half way."""
    connection.execute("CREATE TABLE half (done INTEGER)")
    message = "half way"
    raise RuntimeError(message)


def end_early(connection: sqlite3.Connection) -> None:
    """Stand for a step on a disk that fails: SQLite ends the transaction by itself."""
    connection.execute("ROLLBACK")
    message = "the disk"
    raise OSError(message)


def orphan(connection: sqlite3.Connection) -> None:
    """Stand for a step that loses what others refer to."""
    connection.execute("DELETE FROM people")


def digest_after(path: Path, *steps: migrations.Step) -> str:
    """Return the structure that steps lead to, tried on a copy."""
    copy = path.with_name("tried.journal")
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as tried:
        for step in steps:
            step(tried)
        return schema.digest(tried)


@pytest.fixture
def path(tmp_path: Path, act: Act) -> Path:
    """Name a journal of the first version with an account in it."""
    path = tmp_path / "mine.journal"
    with closing(create(path)) as journal, writing(journal.connection, act) as door:
        door.add(Account(id=AccountId(RecordId("mercy")), name="Mercy"))
    return path


def test_an_earlier_journal_is_brought_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    """Its records stay, and what it was lies among its backups."""
    monkeypatch.setattr(schema, "DIGEST", digest_after(path, add_colour))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, add_colour))
    monkeypatch.setattr(migrations, "VERSION", 2)

    with opened(path) as journal:
        row = journal.connection.execute("SELECT name, colour FROM accounts").fetchone()
        version = journal.connection.execute("PRAGMA user_version").fetchone()
        foreign_keys = journal.connection.execute("PRAGMA foreign_keys").fetchone()

    assert row == ("Mercy", "")
    assert version == (2,)
    assert foreign_keys == (1,)
    kept = backups.last_good(backups.folder_of(path))
    assert kept is not None
    with closing(sqlite3.connect(kept.path)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT name FROM accounts").fetchall() == [("Mercy",)]


def test_a_journal_of_this_version_is_opened_without_a_step(path: Path) -> None:
    """Nothing is written by looking."""
    before = hashlib.sha256(path.read_bytes()).digest()
    open_journal(path).close()

    assert hashlib.sha256(path.read_bytes()).digest() == before


@pytest.mark.parametrize(
    ("steps", "error"),
    [
        ((add_colour, break_off), RuntimeError),
        ((end_early,), OSError),
        ((add_colour,), AlteredJournalError),
    ],
)
def test_a_chain_that_fails_changes_nothing(
    path: Path, steps: tuple[migrations.Step, ...], error: type[Exception]
) -> None:
    """A journal is of the old version or of the new one; an unexpected end is a failure."""
    with opened(path) as journal:
        before = list(journal.connection.iterdump())
        with pytest.raises(error):
            migrations.run(journal.connection, (*migrations.STEPS, *steps))

        assert list(journal.connection.iterdump()) == before
        assert journal.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_step_that_orphans_records_is_given_up(path: Path, act: Act) -> None:
    """Foreign keys are off during the chain, so they are looked at in its end."""
    from journal.domain.person import Person, Role
    from journal.domain.record import PersonId, Side

    dana = Person(id=PersonId(RecordId("dana")), name="Dana")
    with opened(path) as journal:
        with writing(journal.connection, act) as door:
            mercy = AccountId(RecordId("mercy"))
            door.add(
                dana,
                Role(id=RecordId("r"), account_id=mercy, person_id=dana.id, side=Side.THEIRS),
            )

        with pytest.raises(DamagedJournalError):
            migrations.run(journal.connection, (*migrations.STEPS, orphan))
        assert journal.connection.execute("SELECT count(*) FROM people").fetchone() == (1,)


def test_a_backup_that_cannot_be_made_stops_the_migration(
    path: Path, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    """Without a way back nothing is changed."""
    monkeypatch.setattr(migrations, "VERSION", 2)
    own_folder.write_text("a file where a folder should be")
    before = path.read_bytes()

    with pytest.raises(NotSavedError, match="folder of the backups"):
        open_journal(path)

    assert path.read_bytes() == before
    monkeypatch.undo()
    open_journal(path).close()
