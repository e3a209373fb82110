"""Bringing a journal back to what a backup holds."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.errors import (
    AlteredJournalError,
    BusyJournalError,
    JournalError,
    NewerJournalError,
    NotAJournalError,
    NotFoundError,
    OvertakenError,
    RefusedFileError,
)
from journal.domain.finding import Wanted
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.record import AccountId, PersonId, RecordId
from journal.store import backups, copying, migrations, restoring, schema, search
from journal.store.file import JournalFile, create, open_again
from journal.store.writing import Act, writing
from tests.store.contents import contents, require_sound
from tests.store.test_migrations import add_colour, digest_after
from tests.store.test_writing import MERCY, VISIT


@pytest.fixture
def backup(journal: JournalFile, act: Act, tmp_path: Path) -> Path:
    """Copy a journal with an account and a meeting; then go on with it."""
    with writing(journal.connection, act) as door:
        door.add(MERCY, VISIT)
    path = tmp_path / "backup.journal"
    copying.copy_checked(journal.connection, path)
    with writing(journal.connection, act) as door:
        door.save(replace(MERCY, revision=1, name="Mercy East"))
        door.trash(Meeting, VISIT.id)
        door.add(Person(id=PersonId(RecordId("dana")), name="Dana"))
    return path


def put_back(path: Path, live: JournalFile) -> None:
    """Restore, though the journal was changed a moment ago."""
    with restoring.prepared(path) as source:
        restoring.put_back(source, live, backups.state(live.connection))


def fingerprint(path: Path) -> str:
    """Return what tells one file from any other."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_journal_holds_what_the_backup_holds(journal: JournalFile, backup: Path) -> None:
    """All of it, its history and its search; and the backup stays as it is."""
    before = fingerprint(backup)

    put_back(backup, journal)

    with closing(sqlite3.connect(backup)) as expected:
        assert list(journal.connection.iterdump()) == list(expected.iterdump())
    require_sound(journal.connection)
    assert fingerprint(backup) == before
    hits = search.search(journal.connection, Wanted(words="mercy")).hits
    assert [each.title for each in hits][:1] == ["Mercy General"]


def test_work_goes_on_after_it(journal: JournalFile, backup: Path, act: Act) -> None:
    """On the same connection, and on one of a thread's."""
    other = open_again(journal)
    put_back(backup, journal)

    with writing(other.connection, act) as door:
        door.trash(Account, MERCY.id)
    other.close()

    assert contents(journal.connection)["accounts"][0]["deleted_at"] is not None
    require_sound(journal.connection)


def test_a_smaller_and_a_larger_journal_are_put_back(
    journal: JournalFile, backup: Path, act: Act, tmp_path: Path
) -> None:
    """The file shrinks and grows with it."""
    with writing(journal.connection, act) as door:
        door.add(*(Account(id=AccountId(RecordId(f"{n}")), name="x" * 900) for n in range(2000)))
    large = tmp_path / "large.journal"
    copying.copy_checked(journal.connection, large)
    size = journal.path.stat().st_size

    put_back(backup, journal)
    assert journal.path.stat().st_size == backup.stat().st_size < size

    put_back(large, journal)
    assert len(contents(journal.connection)["accounts"]) == 2001
    require_sound(journal.connection)


def test_differences_are_counted_by_kind(journal: JournalFile, backup: Path) -> None:
    """The trash is not counted: a meeting in it is one that the present lacks."""
    with restoring.prepared(backup) as source:
        preview = restoring.compare(source, journal.connection)

    told = {
        each.kind: (each.in_backup, each.now, each.only_in_backup, each.only_now, each.changed)
        for each in preview.differences
        if each.in_backup or each.now
    }
    assert told == {Account: (1, 1, 0, 0, 1), Meeting: (1, 0, 1, 0, 0), Person: (0, 1, 0, 1, 0)}
    assert preview.is_same_journal
    assert preview.last_changed is not None


def test_against_nothing_all_is_in_the_backup_only(backup: Path) -> None:
    """On a new laptop there is no journal yet."""
    with restoring.prepared(backup) as source:
        preview = restoring.compare(source, None)

    assert sum(each.only_in_backup for each in preview.differences) == 2
    assert preview.is_same_journal


def test_the_backup_of_another_journal_is_told(
    journal: JournalFile, tmp_path: Path, act: Act, backup: Path
) -> None:
    """It began at another time; of one without a change nobody can say."""
    other = tmp_path / "other.journal"
    with closing(create(other)) as made:
        with restoring.prepared(other) as source:
            assert restoring.compare(source, journal.connection).is_same_journal
        with writing(made.connection, replace(act, at=act.at + timedelta(seconds=1))) as door:
            door.add(MERCY)

    with restoring.prepared(other) as source:
        assert not restoring.compare(source, journal.connection).is_same_journal


def test_a_backup_of_an_earlier_version_is_brought_up_to_date_apart(
    journal: JournalFile, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In memory: the file stays what it is, for whoever still has that version."""
    monkeypatch.setattr(schema, "DIGEST", digest_after(backup, add_colour))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, add_colour))
    monkeypatch.setattr(migrations, "VERSION", 2)
    before = fingerprint(backup)

    put_back(backup, journal)

    assert journal.connection.execute("SELECT name, colour FROM accounts").fetchall() == [
        ("Mercy General", "")
    ]
    assert journal.connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert fingerprint(backup) == before


def _foreign(path: Path) -> None:
    path.write_bytes(b"Dear diary" * 100)


def _newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4)
    path.write_bytes(content)


def _altered(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER spy AFTER INSERT ON people BEGIN SELECT 1; END")


def _rotten(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Mercy General", b"Marcy General"))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 3])


def _torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(3996)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "error", "words"),
    [
        (_foreign, NotAJournalError, "not a journal"),
        (_newer, NewerJournalError, "later version"),
        (_altered, AlteredJournalError, "altered by another program"),
        (_rotten, RefusedFileError, "is damaged, so nothing was restored"),
        (_cut, RefusedFileError, "is damaged, so nothing was restored"),
        (_torn, RefusedFileError, "is damaged, so nothing was restored"),
        (Path.unlink, NotFoundError, "no journal at"),
    ],
)
def test_what_is_no_good_backup_is_refused(
    backup: Path, harm: Callable[[Path], None], error: type[JournalError], words: str
) -> None:
    """In a sentence, and it stays byte for byte as it is."""
    harm(backup)
    before = backup.read_bytes() if backup.exists() else b""

    with pytest.raises(error, match=words), restoring.prepared(backup):
        pytest.fail("it was taken")

    assert (backup.read_bytes() if backup.exists() else b"") == before


def test_what_was_saved_in_the_meantime_is_not_lost(
    journal: JournalFile, backup: Path, act: Act
) -> None:
    """Another window has saved something that is not in the backup of the present."""
    kept = backups.state(journal.connection)
    with writing(journal.connection, act) as door:
        door.add(Person(id=PersonId(RecordId("luis")), name="Luis"))
    before = list(journal.connection.iterdump())

    with (
        restoring.prepared(backup) as source,
        pytest.raises(OvertakenError, match="nothing was restored"),
    ):
        restoring.put_back(source, journal, kept)

    assert list(journal.connection.iterdump()) == before
    require_sound(journal.connection)


def test_another_program_that_is_writing_is_not_waited_for_for_ever(
    journal: JournalFile, backup: Path
) -> None:
    """The backup API itself would try again and again."""
    before = list(journal.connection.iterdump())
    journal.connection.execute("PRAGMA busy_timeout = 10")
    other = open_again(journal)
    other.connection.execute("BEGIN IMMEDIATE")

    with pytest.raises(BusyJournalError, match="Another program is writing"):
        put_back(backup, journal)

    other.connection.execute("ROLLBACK")
    assert list(journal.connection.iterdump()) == before
    other.connection.execute("DELETE FROM people")
    other.close()


def test_a_journal_kept_with_a_write_ahead_log_is_put_back_without_one(
    journal: JournalFile, backup: Path
) -> None:
    """Some tool has turned it on in the backup; the live file must not take that over."""
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")

    put_back(backup, journal)
    journal.connection.execute("UPDATE people SET note = ''")

    assert journal.path.read_bytes()[18:20] == b"\x01\x01"
    assert not journal.path.with_name(f"{journal.path.name}-wal").exists()
