"""The program at work while the recorder watches; run as a process of its own.

    python -m tests.faults.workload WHAT [PRAGMA=VALUE ...]

It works in the current folder, which is empty. WHAT is one of WORKLOADS. The pragmas are set on
the program's own connection once the journal is open: so the bench can be shown to fail with
settings that lose data, without a word about it in the program.
"""

import csv
import ctypes
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from journal.domain.account import Account, Aim
from journal.domain.meeting import Meeting, Status
from journal.domain.rating import Level
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.span import When
from journal.operations import (
    accounts,
    backups,
    importing,
    outcomes,
    reading,
    records,
    restoring,
    undoing,
)
from journal.operations.backups import Occasion
from journal.operations.journal import Clock, Journal
from journal.operations.outcomes import Ending
from journal.store.retention import Backup
from tests.faults.deeds import DEEDS, fill, issue, lay_ready

JOURNAL_NAME = "power.journal"
BEGIN, DONE = "begin", "done"

BEGINNING = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
_ZONE = "Europe/Prague"
_MEETINGS = 6
_LOGGED = 800
_CUSTOMERS = 40
_BACKUPS = 6
_RESTORED = 400


def main(what: str, pragmas: dict[str, str]) -> None:
    """Make a journal in the current folder and do the work; its backups lie below it."""
    os.environ["XDG_DATA_HOME"] = str(Path.cwd())
    with operation("create the journal"):
        journal = Journal.create(Path(JOURNAL_NAME), _every_minute())
    for name, value in pragmas.items():
        _override(journal, name, value)
    WORKLOADS[what](journal)
    journal.close()


def _every_minute() -> Clock:
    minutes = itertools.count()
    return lambda: BEGINNING + timedelta(minutes=next(minutes))


@contextmanager
def operation(name: str) -> Iterator[None]:
    """Tell the recorder when an operation begins, and when the user may be told it is saved."""
    mark = ctypes.CDLL(None).power_cut_mark
    mark(f"{BEGIN} {name}".encode())
    yield
    mark(f"{DONE} {name}".encode())


def _override(journal: Journal, name: str, value: str) -> None:
    connection = journal.file.connection
    connection.execute(f"PRAGMA {name} = {value}")
    (read_back,) = connection.execute(f"PRAGMA {name}").fetchone()
    if str(read_back) != value:
        raise AssertionError(f"{name} is {read_back}, not {value}")


def save(journal: Journal) -> None:
    """An afternoon of plain saves: planned, typed into, held, called off, undone, thrown away."""
    account = made_account(0)
    with operation("open the account"):
        accounts.open_account(journal, account)
    for number in range(_MEETINGS):
        meeting = made_meeting(number, account)
        with operation(f"plan meeting {number}"):
            records.add(journal, "Plan meeting", meeting)
        _type_into(journal, meeting)
        if number % 2:
            with operation(f"hold meeting {number}"):
                outcomes.tell_outcome(journal, meeting.id, Ending(status=Status.HELD))
            with operation(f"rate meeting {number}"):
                outcomes.rate(journal, meeting.id, Level.POSITIVE)
        else:
            with operation(f"cancel meeting {number}"):
                outcomes.tell_outcome(journal, meeting.id, Ending(status=Status.CANCELLED))
        with operation(f"undo meeting {number}"):
            undoing.undo(journal)
        with operation(f"redo meeting {number}"):
            undoing.redo(journal)
    with operation("trash the account"):
        accounts.trash_account(journal, account.id)


def _type_into(journal: Journal, meeting: Meeting) -> None:
    """One field, saved while it is typed: first a word, then more than a page of the file."""
    for words in ("They want", "They want it sooner. " * 300):
        held = reading.meeting(journal, meeting.id)
        with operation(f"type {len(words)} letters"):
            records.edit(journal, "Type notes", replace(held, notes=words), typing=True)


def import_log(journal: Journal) -> None:
    """A spreadsheet of meetings taken in, as one transaction, between two plain saves."""
    log = Path("..", "meetings.csv").absolute()
    write_log(log, _LOGGED)
    with operation("open an account"):
        accounts.open_account(journal, made_account(0))
    with operation("import"):
        imported = importing.import_files(journal, [log])
    if imported.report.skipped or imported.report.read != _LOGGED:
        raise AssertionError(imported.report)
    with operation("plan a meeting"):
        records.add(journal, "Plan meeting", made_meeting(0, made_account(0)))


def write_log(path: Path, rows_logged: int) -> None:
    """Write a spreadsheet of meetings."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Date", "Organisation", "Person", "Purpose"])
        for number in range(rows_logged):
            customer = number % _CUSTOMERS
            day = _day(number).isoformat()
            person = f"Contact {customer}"
            rows.writerow([day, f"Customer {customer}", person, _purpose(number)])


def back_up(journal: Journal) -> None:
    """Backups of a morning, and one in spring, after which old ones go."""
    for number in range(_BACKUPS):
        with operation(f"open account {number}"):
            accounts.open_account(journal, made_account(number))
        with operation(f"back up account {number}"):
            _require_new(backups.keep(journal, Occasion.ASKED))
    spring = Journal(journal.file, lambda: BEGINNING + timedelta(days=100))
    with operation("open an account in spring"):
        accounts.open_account(spring, made_account(_BACKUPS))
    with operation("back up in spring"):
        _require_new(backups.keep(spring, Occasion.ASKED))


def _require_new(kept: backups.Kept) -> Backup:
    if kept.backup is None or not kept.is_new or kept.problems:
        raise AssertionError(kept)
    return kept.backup


def restore(journal: Journal) -> None:
    """There and back again: the file shrinks, is written to, and grows."""
    with operation("open an account"):
        accounts.open_account(journal, made_account(0))
    with operation("back up"):
        small = _require_new(backups.keep(journal, Occasion.ASKED))
    with operation("open many accounts"):
        journal.write("Fill", add=[made_account(number) for number in range(1, _RESTORED)])
    with operation("restore the small one"):
        large = _require_new(restoring.restore(journal, small.path).kept)
    with operation("plan a meeting"):
        records.add(journal, "Plan meeting", made_meeting(0, made_account(0)))
    with operation("restore the large one"):
        restoring.restore(journal, large.path)
    with operation("trash an account"):
        accounts.trash_account(journal, made_account(0).id)


def share(journal: Journal) -> None:
    """A page goes to the customer and the account to a colleague; one comes, somebody goes."""
    lay_ready(journal)
    with operation("fill"):
        fill(journal)
    with operation("issue the first"):
        issue(journal)
    for name, deed in DEEDS.items():
        with operation(name):
            deed(journal)


WORKLOADS: dict[str, Callable[[Journal], None]] = {
    "save": save,
    "import": import_log,
    "backup": back_up,
    "restore": restore,
    "share": share,
}


def made_account(number: int) -> Account:
    """Make one, the same each time."""
    key = AccountId(RecordId(f"account-{number:06}"))
    return Account(id=key, name=f"Customer {number}", aim=Aim.REPAIR)


def made_meeting(number: int, account: Account) -> Meeting:
    """Plan one, the same each time."""
    return Meeting(
        id=MeetingId(RecordId(f"meeting-{number:06}")),
        account_id=account.id,
        when=When(day=_day(number), time=time(9), zone=_ZONE),
        purpose=_purpose(number),
    )


def _day(number: int) -> date:
    return date(2026, 1, 1) + timedelta(days=number % 300)


def _purpose(number: int) -> str:
    return f"Visit {number} about topic{number * 7919 % 1009} and topic{number * 31 % 499}"


if __name__ == "__main__":
    main(sys.argv[1], dict(word.split("=") for word in sys.argv[2:]))
