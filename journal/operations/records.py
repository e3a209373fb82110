"""Adding, editing, trashing and restoring records; what needs more has its own verb."""

from journal.domain.record import Record
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import trash as waste
from journal.store.trash import Emptied, Trashed
from journal.store.writing import writing
from journal.wording import _


def add(journal: Journal, name: str, *records: Record) -> Change:
    """Write new records as one change of that name, such as "Add promise"."""
    return journal.write(name, add=records)


def edit(journal: Journal, name: str, *records: Record, typing: bool = False) -> Change:
    """Write records that exist as one change of that name, such as "Edit note".

    Args:
        journal: Where they stand.
        name: Of the change.
        records: As they are to be.
        typing: Whether it continues what was typed in the same field just before.

    Raises:
        OvertakenError: if somebody else changed one in the meantime.
    """
    return journal.write(name, save=records, typing=typing)


def trash(journal: Journal, name: str, *records: Record) -> Change:
    """Put records into the trash; they come back by undo or by `restore`."""
    with writing(journal.file.connection, journal.act(name)) as door:
        for each in records:
            door.trash(type(each), each.id)
    return journal.announce(door)


def restore(journal: Journal, *trashed: Trashed) -> Change:
    """Take records out of the trash."""
    with writing(journal.file.connection, journal.act(_("Restore from trash"))) as door:
        for each in trashed:
            door.restore(each.kind, each.record)
    return journal.announce(door)


def in_trash(journal: Journal) -> tuple[Trashed, ...]:
    """Return what is in the trash, latest first."""
    return waste.content(journal.file.connection)


def empty_trash(journal: Journal) -> Emptied:
    """Remove what is in the trash, and its history; neither this nor what led to it undoes."""
    return waste.empty(journal.file.connection, journal.act(_("Empty trash")))
