"""What was done to a record, and what lies in the trash, told with names instead of ids."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from journal.domain.record import Record, RecordId
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import history, trash
from journal.store.rows import Row
from journal.store.tables import KINDS
from journal.store.titles import references, titles
from journal.store.trash import Trashed
from journal.wording import _

Cell = str | int | float | None

# They follow from another cell, or say what the change itself says.
_DERIVED = frozenset({"starts_utc", "weekday", "minute_of_day", "created_at", "id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a record, before and after.

    Attributes:
        field: Its name in the file.
        before: As the file writes it, a reference as the title of what it names; None where
            it was empty.
        after: Likewise.
    """

    field: str
    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What one action did to a record.

    Attributes:
        at: The instant.
        name: Of the action, such as "Edit summary".
        kind: `do`; `undo` or `redo` of what the name says.
        of: The kind of the record.
        changes: Of its fields; for a new record, what it began with.
        is_new: Whether the record was made by it.
    """

    at: datetime
    name: str
    kind: str
    of: type[Record]
    changes: tuple[FieldChange, ...]
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Discarded:
    """What one action put into the trash.

    Attributes:
        first: What it is about: the account, where an account went with all that is its own.
        others: What went along.
    """

    first: Trashed
    others: tuple[Trashed, ...]


def past_of(journal: Journal, record: RecordId) -> tuple[Past, ...]:
    """Return what was done to a record, latest first."""
    connection = journal.file.connection
    return tuple(
        Past(
            at=each.at,
            name=each.name,
            kind=each.kind,
            of=KINDS[each.table],
            changes=tuple(_changes(journal, each.table, each.before or {}, each.after or {})),
            is_new=each.before is None,
        )
        for each in history.of_record(connection, record)
    )


def title_of(journal: Journal, record: RecordId) -> str:
    """Return what a record is called, also in the trash; empty where it has no title."""
    pasts = history.of_record(journal.file.connection, record)
    if not pasts:
        return ""
    return titles(journal.file.connection, pasts[0].table, [record]).get(record, "")


def discarded(journal: Journal) -> tuple[Discarded, ...]:
    """Return what lies in the trash by the action that put it there, latest first."""
    content = trash.content(journal.file.connection)
    return tuple(
        Discarded(first=first, others=tuple(others))
        for _change, together in groupby(content, key=lambda each: each.change)
        for first, *others in [sorted(together, key=_rank)]
    )


def restore(journal: Journal, *wanted: Discarded) -> Change:
    """Take back what these actions put into the trash."""
    from journal.operations import records

    return records.restore(journal, *(each for one in wanted for each in (one.first, *one.others)))


def _rank(trashed: Trashed) -> tuple[int, str]:
    return list(KINDS.values()).index(trashed.kind), trashed.title.casefold()


def _changes(journal: Journal, table: str, before: Row, after: Row) -> Iterable[FieldChange]:
    named = references(journal.file.connection, table)
    for field in dict.fromkeys((*after, *before)):
        old, new = before.get(field), after.get(field)
        if field in _DERIVED or (old or None) == (new or None):
            continue
        if field in named:
            old, new = (_title(journal, named[field], each) for each in (old, new))
        yield FieldChange(field=field, before=old, after=new)


def _title(journal: Journal, table: str, record: Cell) -> Cell:
    if record is None:
        return None
    found = titles(journal.file.connection, table, [str(record)])
    return found.get(str(record)) or _("something that is gone")
