"""Importing a file of our own, and what came of it."""

from collections.abc import Callable
from pathlib import Path

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.operations.importing import Imported, Options, import_files
from journal.operations.journal import Journal
from journal.store.records import select

# Most files here are our own; one test has the usual process of its own.
HERE = Options(budget=None)

Write = Callable[..., Path]


def taken(journal: Journal, path: Path, options: Options = HERE) -> Imported:
    """Import one file."""
    return import_files(journal, [path], options)


def accounts(journal: Journal) -> dict[str, Account]:
    """Return all accounts by name, in the order in which they came."""
    found = select(journal.file.connection, Account, "1", order="rowid")
    return {each.name: each for each in found}


def meetings(journal: Journal) -> list[Meeting]:
    """Return all meetings, oldest first."""
    return list(select(journal.file.connection, Meeting, "1", order="starts_utc, id"))


def only_meeting(journal: Journal) -> Meeting:
    """Return the one meeting there is."""
    (meeting,) = meetings(journal)
    return meeting


def numbers(imported: Imported) -> tuple[int, int, int, int]:
    """Return read, new, changed, known."""
    report = imported.report
    return report.read, report.new, report.changed, report.known


def whys(imported: Imported) -> list[str]:
    """Return why rows were skipped."""
    return [note.why for note in imported.report.skipped]


LOG = (
    "id,date,time,minutes,organisation,contact,host,type,purpose,summary,notes\n"
    "1,2026-09-03,14:00,50,Mercy General,Dana Whitfield,Nora,call,Why,What,More\n"
    "1,2026-09-03,14:00,50,Lima Clinic,,Nora,call,Why,What,More\n"
    "2,2026-12-01,10:00,50,Mercy General,Dana Whitfield; New Face,Nora,visit,Next,,\n"
)
