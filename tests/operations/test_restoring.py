"""A restore by its user: look first, then all of it, with a way back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.errors import (
    DamagedJournalError,
    JournalError,
    NotAJournalError,
    NotSavedError,
    OvertakenError,
    RefusedFileError,
)
from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.operations import backups, listing, reading
from journal.operations.backups import Occasion
from journal.operations.journal import Journal
from journal.operations.restoring import compare, preview, preview_anew, restore, restore_anew
from journal.store import copying
from journal.store.backups import folder_of
from tests.operations.conftest import MERCY

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def backup(journal: Journal, tmp_path: Path) -> Path:
    """Copy the journal; then rename its account."""
    path = tmp_path / "backup.journal"
    copying.copy_checked(journal.file.connection, path)
    held = reading.find_account(journal, "Mercy")
    journal.write("Rename", save=[replace(held, name="Mercy East")])
    return path


def account_name(journal: Journal) -> str:
    """Return what the one account is called."""
    return listing.accounts(journal)[0].account.name


def test_looking_first_changes_nothing(journal: Journal, backup: Path) -> None:
    """It tells what would differ."""
    before = journal.path.read_bytes()

    told = preview(journal, backup)

    assert journal.path.read_bytes() == before
    (difference,) = [each for each in told.differences if each.changed]
    assert (difference.kind, difference.in_backup, difference.now) == (Account, 1, 1)
    assert not folder_of(journal.path).exists()


def test_what_was_there_is_kept_and_can_be_brought_back(journal: Journal, backup: Path) -> None:
    """A restore is itself something that one may regret."""
    done = restore(journal, backup)

    assert account_name(journal) == "Mercy General"
    assert done.preview.is_same_journal
    assert done.kept.backup is not None
    restore(journal, done.kept.backup.path)
    assert account_name(journal) == "Mercy East"


def test_automatic_backups_rest_afterwards(journal: Journal, backup: Path) -> None:
    """Until the user has looked."""
    restore(journal, backup)

    assert backups.is_resting(journal)
    assert not backups.keep(journal, Occasion.EXIT).is_new


def test_an_empty_journal_leaves_nothing_to_keep(empty: Journal, tmp_path: Path) -> None:
    """On a new laptop, where the program was started before the backup was found."""
    path = tmp_path / "backup.journal"
    with Journal.create(tmp_path / "old.journal") as old:
        old.write("Fill", add=[MERCY])
        copying.copy_checked(old.file.connection, path)

    done = restore(empty, path)

    assert done.kept.backup is None
    assert account_name(empty) == "Mercy General"


@pytest.mark.parametrize("was_resting", [False, True])
def test_a_restore_that_fails_leaves_all_as_it_was(
    journal: Journal, backup: Path, monkeypatch: pytest.MonkeyPatch, *, was_resting: bool
) -> None:
    """Here somebody saves between the backup of the present and the restore."""
    if was_resting:
        restore(journal, backup)
        journal.write("Go on", add=[Person(id=PersonId(RecordId("nora")), name="Nora")])
    keep = backups.keep

    def keep_and_save(kept_journal: Journal, occasion: Occasion) -> backups.Kept:
        kept = keep(kept_journal, occasion)
        with journal.fellow() as other:
            other.write("Save", add=[Person(id=PersonId(RecordId("eve")), name="Eve")])
        return kept

    monkeypatch.setattr(backups, "keep", keep_and_save)
    name = account_name(journal)

    with pytest.raises(OvertakenError):
        restore(journal, backup)

    assert account_name(journal) == name
    assert "Eve" in {each.name for each in reading.everybody(journal)}
    assert backups.is_resting(journal) is was_resting


def test_a_rest_that_cannot_be_ended_hides_no_error(
    journal: Journal, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why nothing was restored is what the user has to hear."""

    def refuse(*_arguments: object, **_more: object) -> None:
        raise PermissionError

    spoil(journal)
    monkeypatch.setattr(Path, "unlink", refuse)

    with pytest.raises(DamagedJournalError):
        restore(journal, backup)


def spoil(journal: Journal) -> None:
    """Let a bit flip in the journal."""
    journal.file.connection.execute("UPDATE people SET name = 'Dina' WHERE id = 'dana'")


def test_a_damaged_journal_is_not_overwritten(journal: Journal, backup: Path) -> None:
    """It may hold what no backup has; it stays where it is."""
    spoil(journal)
    before = journal.path.read_bytes()

    with pytest.raises(DamagedJournalError):
        restore(journal, backup)

    assert journal.path.read_bytes() == before
    assert not backups.is_resting(journal)


@pytest.mark.parametrize("verb", [preview, restore])
def test_the_journal_itself_is_no_backup(
    journal: Journal, tmp_path: Path, verb: Callable[[Journal, Path], object]
) -> None:
    """To read it as a plain file would drop the locks of everybody who works in it."""
    (tmp_path / "way.journal").symlink_to(journal.path)

    with pytest.raises(RefusedFileError, match="is the journal itself"):
        verb(journal, tmp_path / "way.journal")


@pytest.mark.parametrize("verb", [preview, restore])
def test_a_file_that_is_none_is_refused(
    journal: Journal, tmp_path: Path, verb: Callable[[Journal, Path], object]
) -> None:
    """And whatever is there stays."""
    diary = tmp_path / "diary.journal"
    diary.write_text("Dear diary")

    with pytest.raises(NotAJournalError):
        verb(journal, diary)
    with pytest.raises(JournalError):
        verb(journal, tmp_path / "missing.journal")

    assert diary.read_text() == "Dear diary"
    assert not backups.is_resting(journal)


def test_a_new_journal_is_made_from_a_backup(
    journal: Journal, backup: Path, tmp_path: Path
) -> None:
    """Where the old one is lost or damaged; a name that is taken is left alone."""
    path = tmp_path / "new.journal"
    told = preview_anew(backup)
    assert not path.exists()

    assert restore_anew(path, backup) == told

    with Journal.open(path) as made:
        assert account_name(made) == "Mercy General"
    assert sum(each.only_in_backup for each in told.differences) == 5
    with pytest.raises(NotSavedError, match="exists already"):
        restore_anew(path, backup)
    with pytest.raises(NotSavedError, match="ends in"):
        restore_anew(tmp_path / "new.db", backup)


def test_a_closer_look_tells_record_by_record(journal: Journal, backup: Path) -> None:
    """Counts like the preview, and what the records are called."""
    found = compare(journal, backup)

    assert found.path == backup
    assert found.preview == preview(journal, backup)
    assert [(each.kind, each.title) for each in found.records] == [(Account, "Mercy East")]
    assert found.more == 0
    with pytest.raises(RefusedFileError, match="is the journal itself"):
        compare(journal, journal.path)


def test_a_restore_can_be_stopped_until_it_begins(journal: Journal, backup: Path) -> None:
    """It tells each step before it; stopped at any of them, nothing was changed."""
    told: list[str] = []

    def stop_at(step: int) -> Callable[[str, int, int], None]:
        def progress(what: str, done: int, _total: int) -> None:
            told.append(what)
            if done == step:
                raise InterruptedError

        return progress

    before = journal.path.read_bytes()
    for step in range(3):
        with pytest.raises(InterruptedError):
            restore(journal, backup, stop_at(step))
        assert journal.path.read_bytes() == before
        assert not backups.is_resting(journal)
    assert told[-3:] == ["Checking the backup", "Keeping what is there now", "Restoring"]
