"""Backups of real journals, in a real folder."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.errors import NotSavedError
from journal.domain.record import AccountId, RecordId
from journal.store import backup_notes, backups
from journal.store.file import JournalFile, create
from journal.store.retention import Backup
from journal.store.writing import Act, writing

pytestmark = pytest.mark.usefixtures("own_folder")


def change(journal: JournalFile, act: Act, name: str) -> None:
    """Open one more account."""
    with writing(journal.connection, act) as door:
        door.add(Account(id=AccountId(RecordId(name)), name=name))


def keep(journal: JournalFile, at: datetime) -> Backup:
    """Keep a backup."""
    return backups.keep(journal.connection, journal.path, at)


def names(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_tells_what_it_is_by_its_name(
    journal: JournalFile, act: Act, now: datetime, own_folder: Path
) -> None:
    """Of which journal, which in order, when, and how far: also to who has only a file browser."""
    change(journal, act, "Mercy")
    change(journal, act, "Harbor")

    kept = keep(journal, now + timedelta(microseconds=7))

    folder = backups.folder_of(journal.path)
    assert folder.parent == own_folder / "backups"
    assert folder.name.startswith("test-")
    assert kept == Backup(
        path=folder / "test-000001-20261123T081500Z-2.journal",
        sequence=1,
        at=datetime(2026, 11, 23, 8, 15, tzinfo=UTC),
        change=2,
    )
    assert backups.kept_in(folder) == [kept]
    assert backups.last_good(folder) == kept
    if os.name != "nt":
        assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


def test_journals_of_one_name_do_not_mix(tmp_path: Path) -> None:
    """Their folders are told apart by where the journals lie, also through another way there."""
    for each in ("a", "b"):
        (tmp_path / each).mkdir()

    folders = {backups.folder_of(tmp_path / each / "my.journal") for each in ("a", "b", "a/../a")}

    assert len(folders) == 2
    assert backups.folder_of(tmp_path / ("ü" * 100 + ".journal")).name.startswith("ü" * 40 + "-")


def test_nothing_changed_nothing_new(journal: JournalFile, act: Act, now: datetime) -> None:
    """The one that is there is checked again, though."""
    change(journal, act, "Mercy")
    first = keep(journal, now)
    assert not backups.has_changed(journal.connection, first)

    assert keep(journal, now + timedelta(days=1)) == first

    rot(first.path, b"Mercy")
    again = keep(journal, now + timedelta(days=2))
    assert (again.sequence, again.change) == (2, 1)


def rot(path: Path, word: bytes) -> None:
    """Alter one letter of a word wherever it stands."""
    path.write_bytes(path.read_bytes().replace(word, b"x" + word[1:]))


def test_a_change_is_known_by_more_than_its_number(
    journal: JournalFile, act: Act, now: datetime
) -> None:
    """After a restore the numbers are given out once more."""
    change(journal, act, "Mercy")
    kept = keep(journal, now)
    with closing(sqlite3.connect(kept.path)) as other:
        other.execute("UPDATE changes SET at = '2026-11-24T08:15:00+00:00'")
        other.commit()

    assert backups.has_changed(journal.connection, kept)


def test_an_empty_journal_has_not_changed(journal: JournalFile, act: Act, now: datetime) -> None:
    """There is nothing in it to keep, also where its predecessor of that name had something."""
    assert not backups.has_changed(journal.connection, None)
    change(journal, act, "Mercy")
    assert backups.has_changed(journal.connection, None)
    kept = keep(journal, now)

    with closing(create(journal.path.with_name("new.journal"))) as fresh:
        assert not backups.has_changed(fresh.connection, kept)


def test_a_backup_that_lost_its_end_is_not_the_last_good_one(
    journal: JournalFile, act: Act, now: datetime
) -> None:
    """Nor one that is gone, or is none any more."""
    kept = []
    for number in range(4):
        change(journal, act, f"Customer {number}")
        kept.append(keep(journal, now + timedelta(minutes=number)))
    folder = kept[0].path.parent
    kept[3].path.write_bytes(b"")
    kept[2].path.write_bytes(kept[2].path.read_bytes()[:-100])
    kept[1].path.unlink()
    kept[1].path.mkdir()

    assert backups.last_good(folder) == kept[0]
    assert backups.has_changed(journal.connection, kept[1])
    assert len(backups.kept_in(folder)) == 4


def test_a_large_page_is_whole_as_well(tmp_path: Path) -> None:
    """Its size of 65,536 bytes is written as 1."""
    path = tmp_path / "my-000001-20261123T081500Z-1.journal"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 65536")
        connection.execute("CREATE TABLE note (body TEXT)")

    assert backups.last_good(tmp_path) is not None


def test_other_files_are_no_backups(tmp_path: Path) -> None:
    """Nor are they ever removed."""
    for name in (
        "my.journal",
        "my-1-20261123T081500Z-1.journal",
        "my-000001-20261399T081500Z-1.journal",
    ):
        (tmp_path / name).touch()

    assert backups.kept_in(tmp_path) == []
    assert backups.kept_in(tmp_path / "missing") == []


def test_a_folder_that_cannot_be_read_or_made_is_a_sentence(
    journal: JournalFile, now: datetime, own_folder: Path
) -> None:
    """Somebody has put a file there."""
    folder = backups.folder_of(journal.path)
    folder.parent.mkdir(parents=True)
    folder.touch()

    with pytest.raises(NotSavedError, match="cannot be read"):
        backups.last_good(folder)
    with pytest.raises(NotSavedError, match="cannot be made"):
        keep(journal, now)


def test_old_ones_go_once_the_new_one_is_there(
    journal: JournalFile, act: Act, now: datetime
) -> None:
    """Of ten minutes of one long past day stays the last, beside the five made last."""
    for number in range(6):
        change(journal, act, f"Customer {number}")
        keep(journal, now + timedelta(minutes=number))
    folder = backups.folder_of(journal.path)
    assert len(names(folder)) == 6

    change(journal, act, "Harbor")
    keep(journal, now + timedelta(days=100))

    left = [each.sequence for each in backups.kept_in(folder)]
    assert left == [7, 6, 5, 4, 3]


def test_what_cannot_be_removed_is_left(
    journal: JournalFile, act: Act, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new one is there, and that is what counts."""

    def refuse(*_arguments: object, **_more: object) -> None:
        raise PermissionError

    for number in range(6):
        change(journal, act, f"Customer {number}")
        keep(journal, now)
    monkeypatch.setattr(Path, "unlink", refuse)

    change(journal, act, "Harbor")
    kept = keep(journal, now + timedelta(days=100))

    assert len(backups.kept_in(kept.path.parent)) == 7


def test_nothing_is_removed_during_a_rest(journal: JournalFile, act: Act, now: datetime) -> None:
    """What was restored by mistake must not push out what was right."""
    for number in range(6):
        change(journal, act, f"Customer {number}")
        keep(journal, now)
    folder = backups.folder_of(journal.path)
    backup_notes.begin_rest(folder, Path("some.journal"))

    change(journal, act, "Harbor")
    keep(journal, now + timedelta(days=100))

    assert len(backups.kept_in(folder)) == 7


def test_a_second_folder_gets_each_backup_once(
    journal: JournalFile, act: Act, now: datetime, tmp_path: Path
) -> None:
    """Numbered on its own: a new laptop begins at one, and its backups are newer all the same."""
    change(journal, act, "Mercy")
    kept = keep(journal, now)
    second = tmp_path / "stick"
    folder = second / kept.path.parent.name
    folder.mkdir(parents=True)
    shutil.copy(kept.path, folder / "test-000041-20250101T000000Z-9.journal")

    for _each in range(2):
        backups.keep_second(kept, journal.path, second, now)

    assert names(folder) == [
        "test-000041-20250101T000000Z-9.journal",
        "test-000042-20261123T081500Z-1.journal",
    ]


def test_a_second_folder_that_is_not_there_is_a_sentence(
    journal: JournalFile, act: Act, now: datetime, tmp_path: Path
) -> None:
    """It is not made either: the stick is somewhere else, and its place may be anybody's."""
    change(journal, act, "Mercy")
    kept = keep(journal, now)

    with pytest.raises(NotSavedError, match="is not there"):
        backups.keep_second(kept, journal.path, tmp_path / "stick", now)

    assert not (tmp_path / "stick").exists()


def test_what_lies_in_a_folder_is_seen_without_reading_it_all(
    journal: JournalFile, act: Act, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How large each is, and whether it was cut; one that vanishes meanwhile is no error."""
    for hour, name in enumerate(("Mercy", "Harbor")):
        change(journal, act, name)
        keep(journal, now + timedelta(hours=hour))
    folder = backups.folder_of(journal.path)
    cut = backups.kept_in(folder)[1].path
    cut.write_bytes(cut.read_bytes()[:-1])

    newest, oldest = backups.held_in(folder)

    assert newest.is_whole
    assert newest.size_bytes == newest.backup.path.stat().st_size
    assert not oldest.is_whole
    gone = backups.kept_in(folder)
    for each in gone:
        each.path.unlink()
    monkeypatch.setattr(backups, "kept_in", lambda _folder: gone)
    assert [(each.size_bytes, each.is_whole) for each in backups.held_in(folder)] == [
        (0, False),
        (0, False),
    ]
