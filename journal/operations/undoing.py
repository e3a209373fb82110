"""Taking back what was done, and bringing it again."""

from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import history


def undo(journal: Journal) -> Change | None:
    """Take back the latest change that stands; None if there is none."""
    door = history.undo(journal.file.connection, journal.act(""))
    return None if door is None else journal.announce(door)


def redo(journal: Journal) -> Change | None:
    """Bring the latest change that was taken back again; None if there is none."""
    door = history.redo(journal.file.connection, journal.act(""))
    return None if door is None else journal.announce(door)


def undo_name(journal: Journal) -> str | None:
    """Return what undo would take back, such as "Cancel meeting"; None if nothing."""
    done = history.undoable(journal.file.connection)
    return None if done is None else done.name


def redo_name(journal: Journal) -> str | None:
    """Return what redo would bring again; None if nothing."""
    done = history.redoable(journal.file.connection)
    return None if done is None else done.name


def last_number(journal: Journal) -> int:
    """Return the number of the change that undo would take back; 0 if nothing.

    It grows with each change, so that what was done since some moment can be told.
    """
    done = history.undoable(journal.file.connection)
    return 0 if done is None else done.number
