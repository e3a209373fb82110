"""When a backup is made, where, and what is told of it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from journal.domain.errors import DamagedJournalError, NotSavedError
from journal.domain.person import Person
from journal.domain.record import PersonId
from journal.operations import backups
from journal.operations.backups import Occasion, is_due, keep, keep_if_possible
from journal.operations.journal import Journal
from journal.store import backup_notes
from journal.store.backups import folder_of
from tests.operations.imports import HERE, LOG, numbers, taken

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Prague"))
AUTOMATIC = [Occasion.SAVE, Occasion.EXIT]
WANTED = [Occasion.BEFORE, Occasion.ASKED]


def due(
    occasion: Occasion,
    last: datetime | None,
    now: datetime = NOON,
    *,
    has_changed: bool = True,
    is_resting: bool = False,
) -> bool:
    """Ask, usually at noon, after a change and without a rest."""
    return is_due(occasion, last=last, now=now, has_changed=has_changed, is_resting=is_resting)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, True),
        (NOON - timedelta(minutes=29), False),
        (NOON - timedelta(minutes=30), True),
        (NOON, False),
        (NOON + timedelta(seconds=1), True),
    ],
)
def test_work_is_kept_each_half_hour(last: datetime | None, *, expected: bool) -> None:
    """One from the future says nothing: the clock was put back, and would stop all of them."""
    assert due(Occasion.SAVE, last) is expected


def test_the_first_save_of_a_day_is_kept() -> None:
    """The day is the laptop's: 23:15 in London is a quarter past midnight in Prague."""
    midnight = NOON.replace(hour=0, minute=20)
    yesterday = datetime(2026, 11, 22, 22, 55, tzinfo=ZoneInfo("Europe/London"))
    today = datetime(2026, 11, 22, 23, 15, tzinfo=ZoneInfo("Europe/London"))

    assert due(Occasion.SAVE, yesterday, midnight)
    assert not due(Occasion.SAVE, today, midnight)


@pytest.mark.parametrize("occasion", AUTOMATIC)
def test_an_automatic_one_needs_a_change_and_no_rest(occasion: Occasion) -> None:
    """A hundred copies of the same are no safer than one."""
    last = NOON - timedelta(hours=3)

    assert due(occasion, last)
    assert not due(occasion, last, has_changed=False)
    assert not due(occasion, last, is_resting=True)


@pytest.mark.parametrize("occasion", WANTED)
def test_one_that_is_asked_for_is_always_due(occasion: Occasion) -> None:
    """Where nothing changed, the one that is there is checked again."""
    assert due(occasion, NOON, has_changed=False, is_resting=True)


def test_at_exit_a_minute_of_work_is_enough() -> None:
    """The laptop may be left in a taxi."""
    assert due(Occasion.EXIT, NOON - timedelta(minutes=1))


pytestmark = pytest.mark.usefixtures("own_folder")


def add_person(journal: Journal) -> None:
    """Do something that can be lost."""
    person = Person(id=PersonId(journal.new_id()), name="Nora")
    journal.write("Add person", add=[person])


def test_the_last_good_backup_is_known(journal: Journal) -> None:
    """The window says when it was made and where it lies."""
    assert backups.last_good(journal) is None
    assert keep(journal, Occasion.SAVE).is_new
    add_person(journal)

    kept = keep(journal, Occasion.EXIT)

    assert kept.is_new
    assert kept.problems == ()
    assert kept.backup == backups.last_good(journal)
    assert kept.backup is not None
    assert kept.backup.path.parent == folder_of(journal.path)
    assert kept.backup.change == 2


def test_nothing_changed_nothing_new(journal: Journal) -> None:
    """Whatever the occasion."""
    first = keep(journal, Occasion.EXIT)

    for occasion in Occasion:
        again = keep(journal, occasion)
        assert (again.backup, again.is_new) == (first.backup, False)


def test_an_empty_journal_needs_none(empty: Journal) -> None:
    """Not even a folder is made for it."""
    for occasion in Occasion:
        assert keep(empty, occasion).backup is None

    assert not folder_of(empty.path).exists()


def test_beside_the_first_of_a_month_lies_a_plain_export(journal: Journal) -> None:
    """For whoever has no program for the journal any more."""
    kept = keep(journal, Occasion.EXIT).backup

    assert kept is not None
    assert kept.path.with_name("test-2026-11.jsonl").exists()


def test_automatic_ones_rest_until_the_user_has_looked(journal: Journal) -> None:
    """After a restore; what is asked for is made all the same."""
    keep(journal, Occasion.EXIT)
    backup_notes.begin_rest(folder_of(journal.path), Path("old.journal"))
    add_person(journal)

    assert backups.is_resting(journal)
    assert not keep(journal, Occasion.EXIT).is_new
    assert keep(journal, Occasion.ASKED).is_new
    add_person(journal)

    backups.looked(journal)

    assert not backups.is_resting(journal)
    assert keep(journal, Occasion.EXIT).is_new


def test_a_second_folder_gets_them_as_well(journal: Journal, tmp_path: Path) -> None:
    """Also the one that was made before the stick was put in."""
    stick = tmp_path / "stick"
    stick.mkdir()
    keep(journal, Occasion.EXIT)
    backups.choose_second_folder(stick)
    assert backups.second_folder() == stick

    kept = keep(journal, Occasion.ASKED)

    assert not kept.is_new
    assert kept.backup is not None
    assert [each.name for each in stick.rglob("*.journal")] == [kept.backup.path.name]


def test_a_second_folder_that_is_missing_is_told_and_the_first_has_it(
    journal: Journal, tmp_path: Path
) -> None:
    """The stick lies at home."""
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second_folder(stick)
    stick.rmdir()

    kept = keep(journal, Occasion.EXIT)

    assert kept.is_new
    assert kept.problems == (f"The second folder for backups, {stick}, is not there.",)


def test_an_export_that_fails_is_told_and_the_backup_is_there(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full just then."""
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.suffix == ".jsonl":
            raise OSError
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)

    kept = keep(journal, Occasion.EXIT)

    assert kept.is_new
    assert [each.split(" to ")[0] for each in kept.problems] == [
        "The monthly export could not be written"
    ]


def in_the_way(folder: Path) -> None:
    """Let the folder of all backups be a file."""
    folder.mkdir()
    (folder / "backups").touch()


def spoiled(journal: Journal) -> None:
    """Let a bit flip in the journal."""
    journal.file.connection.execute("UPDATE people SET name = 'Dina' WHERE id = 'dana'")


def test_a_failure_is_a_sentence_and_never_stops_the_work(
    journal: Journal, own_folder: Path
) -> None:
    """Where it was asked for it is an error."""
    in_the_way(own_folder)

    kept = keep_if_possible(journal, Occasion.EXIT)

    assert kept.backup is None
    assert [each.startswith("The folder of the backups") for each in kept.problems] == [True]
    with pytest.raises(NotSavedError):
        keep(journal, Occasion.ASKED)


def test_a_damaged_journal_does_not_push_out_the_last_good_one(journal: Journal) -> None:
    """It is told each time, and the last good one is still known."""
    good = keep(journal, Occasion.EXIT).backup
    spoiled(journal)
    add_person(journal)

    kept = keep_if_possible(journal, Occasion.EXIT)

    assert kept.backup == good
    assert "damaged" in kept.problems[0]
    with pytest.raises(DamagedJournalError):
        keep(journal, Occasion.ASKED)


def test_an_import_is_preceded_by_a_backup(journal: Journal, write: Callable[..., Path]) -> None:
    """Of what was there before it; and a dry run by none."""
    taken(journal, write(LOG), replace(HERE, dry_run=True))
    assert backups.last_good(journal) is None

    imported = taken(journal, write(LOG))

    kept = backups.last_good(journal)
    assert kept is not None
    assert imported.change is not None
    assert (kept.change, imported.change.number) == (1, 2)
    assert "test.journal" not in {each.file for each in imported.report.notes}


def test_an_import_goes_on_without_a_backup_and_says_so(
    journal: Journal, write: Callable[..., Path], own_folder: Path
) -> None:
    """It can be undone, after all."""
    in_the_way(own_folder)

    imported = taken(journal, write(LOG))

    assert numbers(imported)[1] == 2
    (note,) = [each for each in imported.report.notes if each.file == "test.journal"]
    assert note.line == 0
    assert note.why.startswith("The folder of the backups")


def test_both_folders_are_looked_into(journal: Journal, tmp_path: Path) -> None:
    """The first one always, the second where the user chose one."""
    keep(journal, Occasion.EXIT)
    first = folder_of(journal.path)
    (alone,) = backups.shelves(journal)
    assert (alone.folder, len(alone.held), alone.problem) == (first, 1, "")

    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second_folder(stick)
    add_person(journal)
    keep(journal, Occasion.EXIT)
    here, there = backups.shelves(journal)
    assert (len(here.held), len(there.held)) == (2, 1)
    assert there.folder == stick / first.name
    assert there.held[0].is_whole

    shutil.rmtree(stick)
    _here, gone = backups.shelves(journal)
    assert gone.held == ()
    assert gone.problem == f"The second folder for backups, {stick}, is not there."


def test_a_rest_says_what_was_restored(journal: Journal) -> None:
    """When that backup was made, if its name tells: 08:15 by the clock, a second later."""
    assert backups.rest(journal) is None
    kept = keep(journal, Occasion.EXIT).backup
    assert kept is not None
    folder = folder_of(journal.path)

    backup_notes.begin_rest(folder, kept.path)
    assert backups.rest(journal) == backups.Rest(restored_from=kept.path, made_at=kept.at)
    backup_notes.begin_rest(folder, Path("old.journal"))
    assert backups.rest(journal) == backups.Rest(restored_from=Path("old.journal"), made_at=None)
