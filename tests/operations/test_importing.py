"""Files of others become records as one change, wholly or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.errors import JournalError, RefusedFileError
from journal.exchange.apart import Budget
from journal.operations import importing, undoing
from journal.operations.change import Change
from journal.operations.importing import Format, Options, import_files, recognise
from journal.operations.journal import Journal
from journal.store import history
from tests.operations.imports import (
    HERE,
    LOG,
    Write,
    accounts,
    meetings,
    numbers,
    taken,
)


def test_an_import_is_one_change_that_one_undo_takes_back(journal: Journal, write: Write) -> None:
    """And redo brings it again; whoever listens hears of it once."""
    heard: list[Change] = []
    journal.subscribe(heard.append)

    imported = taken(journal, write(LOG))

    assert heard == [imported.change]
    assert undoing.undo_name(journal) == "Import log.csv"
    undoing.undo(journal)
    assert meetings(journal) == []
    assert list(accounts(journal)) == ["Mercy General"]
    undoing.redo(journal)
    assert len(meetings(journal)) == 2


def test_imported_again_there_is_nothing_new(journal: Journal, write: Write) -> None:
    """A log is exported again each month, and grows at its end."""
    taken(journal, write(LOG))
    before = history.count(journal.file.connection)

    again = taken(journal, write(LOG))
    assert numbers(again) == (3, 0, 0, 2)
    assert again.change is not None
    assert again.change.number == 0
    assert history.count(journal.file.connection) == before

    grown = taken(journal, write(LOG + "3,2026-10-01,,,Lima Clinic,,,,,,\n"))
    assert numbers(grown) == (4, 1, 0, 2)


def test_after_an_undo_the_log_is_new_again(journal: Journal, write: Write) -> None:
    """Nothing remembers what was taken back."""
    taken(journal, write(LOG))
    undoing.undo(journal)

    assert numbers(taken(journal, write(LOG))) == (3, 2, 0, 0)


def test_a_dry_run_tells_the_same_and_changes_nothing(journal: Journal, write: Write) -> None:
    """To look before one leaps."""
    path = write(LOG)
    before = journal.path.read_bytes()

    dry = taken(journal, path, replace(HERE, dry_run=True))

    assert dry.change is None
    assert journal.path.read_bytes() == before
    assert dry.report == taken(journal, path).report


def test_several_files_are_one_import(journal: Journal, write: Write) -> None:
    """A meeting that stands in both is made once; the sum is told."""
    one, two = write(LOG, "one.csv"), write(LOG.replace("What", "That"), "two.csv")

    imported = import_files(journal, [one, two], HERE)

    assert numbers(imported) == (6, 2, 0, 2)
    assert meetings(journal)[0].summary == "What"
    assert undoing.undo_name(journal) == "Import 2 files"


def test_one_bad_file_refuses_all(journal: Journal, write: Write) -> None:
    """Wholly or not at all."""
    with pytest.raises(RefusedFileError):
        import_files(journal, [write(LOG), write("Wer,Was\n", "bad.csv")], HERE)

    assert meetings(journal) == []


def test_cancelling_changes_nothing(journal: Journal, write: Write) -> None:
    """At whatever step."""
    steps: list[str] = []

    def note(what: str, done: int, total: int) -> None:
        steps.append(what)

    import_files(journal, [write(LOG)], replace(HERE, dry_run=True), note)
    assert list(dict.fromkeys(steps)) == ["Reading log.csv", "Comparing log.csv"]

    def cancel(what: str, done: int, total: int) -> None:
        if what == "Making it searchable":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        import_files(journal, [write(LOG)], HERE, cancel)
    assert meetings(journal) == []
    assert list(accounts(journal)) == ["Mercy General"]


def test_a_file_is_usually_read_in_a_process_of_its_own(journal: Journal, write: Write) -> None:
    """With the budget that the user gives."""
    imported = import_files(journal, [write(LOG)], Options(budget=Budget(seconds=60)))

    assert numbers(imported) == (3, 2, 0, 0)
    with pytest.raises(RefusedFileError, match="longer than 0 seconds"):
        import_files(journal, [write(LOG)], Options(budget=Budget(seconds=0)))


def test_by_default_nothing_has_to_be_said(journal: Journal, write: Write) -> None:
    """The window passes a file and no more."""
    assert import_files(journal, [write(LOG)]).report.new == 2


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"pack": 1}', Format.PACK),
        ("\ufeffBEGIN:VCALENDAR", Format.ICS),
        ("begin:vcard", Format.VCARD),
        ("Date,Customer", Format.CSV),
    ],
)
def test_a_file_is_recognised_by_what_it_holds(write: Write, text: str, form: Format) -> None:
    """Names are changed on the way."""
    assert recognise(write(text, "whatever.txt")) is form


def test_formats_that_come_later_are_refused_in_a_sentence(journal: Journal, write: Write) -> None:
    """Not taken for a table."""
    with pytest.raises(JournalError, match="cannot be imported yet"):
        taken(journal, write("BEGIN:VCALENDAR", "a.ics"))


def test_the_format_can_be_named(journal: Journal, write: Write) -> None:
    """Then the file has to be of it."""
    with pytest.raises(RefusedFileError, match="no pack"):
        taken(journal, write(LOG), replace(HERE, format=Format.PACK))


def test_many_records_are_written_part_by_part(
    empty: Journal, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the progress moves while the largest step is done."""
    monkeypatch.setattr(importing, "_RECORDS_AT_ONCE", 3)
    told: list[tuple[str, int, int]] = []

    import_files(
        empty,
        [write("date,customer\n2026-09-03,A\n2026-09-03,B\n")],
        HERE,
        lambda what, done, total: told.append((what, done, total)),
    )

    # Two accounts, two names they came by, two meetings and where these came from.
    assert told[-4:] == [
        ("Writing", 3, 8),
        ("Writing", 6, 8),
        ("Writing", 8, 8),
        ("Making it searchable", 8, 8),
    ]


def test_the_register_of_slovenia_comes_in_once(empty: Journal, shared_data: Path) -> None:
    """7,375 rows become 2,209 meetings; imported again there is nothing new."""
    path = shared_data / "meetings" / "si_lobbying" / "executive.csv"

    assert numbers(taken(empty, path)) == (7_375, 2_209, 0, 0)
    assert numbers(taken(empty, path)) == (7_375, 0, 0, 2_209)
    assert len(meetings(empty)) == 2_209
    # 1,446 organisations, and the place for the one meeting without any.
    assert len(accounts(empty)) == 1_447
