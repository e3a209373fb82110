"""What was done, read back: undo and redo, and what changed in a record."""

import json
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime

from journal.domain.record import RecordId
from journal.store.failures import translated
from journal.store.rows import Row
from journal.store.writing import Act, Writing, writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A change of the user's that can be undone, or redone."""

    number: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """One entry of a record's history.

    Attributes:
        at: The instant.
        name: What the user did.
        kind: `do`, or `undo` or `redo` of what the name says.
        table: Of the record.
        before: The cells that changed; None where the record was made.
        after: Likewise; None where it was removed.
    """

    at: datetime
    name: str
    kind: str
    table: str
    before: Row | None
    after: Row | None


# The last word on a change is its latest undo or redo. What a purge removed cannot come back.
_UNDOABLE = """
    SELECT number, name FROM changes AS done
    WHERE kind = 'do'
      AND number > (SELECT coalesce(max(number), 0) FROM changes WHERE kind = 'purge')
      AND coalesce((SELECT kind FROM changes WHERE target = done.number
                    ORDER BY number DESC LIMIT 1), 'redo') = 'redo'
    ORDER BY number DESC LIMIT 1
"""
_REDOABLE = """
    SELECT target, name FROM changes AS undone
    WHERE kind = 'undo'
      AND number > (SELECT coalesce(max(number), 0) FROM changes WHERE kind IN ('do', 'purge'))
      AND number = (SELECT max(number) FROM changes WHERE target = undone.target)
    ORDER BY number DESC LIMIT 1
"""


def undoable(connection: sqlite3.Connection) -> Done | None:
    """Return the change that undo would take back; None if there is none."""
    return _done(connection, _UNDOABLE)


def redoable(connection: sqlite3.Connection) -> Done | None:
    """Return the change that redo would bring again; None if there is none."""
    return _done(connection, _REDOABLE)


def undo(connection: sqlite3.Connection, act: Act) -> Writing | None:
    """Take back the latest change that stands; None if there is none.

    Args:
        connection: Without a transaction in progress.
        act: When; the name is that of the change.
    """
    done = undoable(connection)
    if done is None:
        return None
    with writing(connection, replace(act, name=done.name), kind="undo", target=done.number) as door:
        for table, record, before, _after in reversed(_entries(connection, done.number)):
            door.put_back(table, record, before)
    return door


def redo(connection: sqlite3.Connection, act: Act) -> Writing | None:
    """Bring the latest undone change again; None if there is none."""
    done = redoable(connection)
    if done is None:
        return None
    with writing(connection, replace(act, name=done.name), kind="redo", target=done.number) as door:
        for table, record, _before, after in _entries(connection, done.number):
            door.put_back(table, record, after)
    return door


def of_record(connection: sqlite3.Connection, record: RecordId) -> list[Alteration]:
    """Return what was done to a record, latest first."""
    with translated():
        rows = connection.execute(
            "SELECT changes.at, changes.name, changes.kind, history.table_name,"
            ' history."before", history."after"'
            " FROM history JOIN changes ON changes.number = history.change"
            " WHERE history.record = ? ORDER BY history.number DESC",
            (record,),
        ).fetchall()
    return [
        Alteration(
            at=datetime.fromisoformat(at),
            name=name,
            kind=kind,
            table=table,
            before=_cells(before),
            after=_cells(after),
        )
        for at, name, kind, table, before, after in rows
    ]


def count(connection: sqlite3.Connection) -> int:
    """Return how many changes there were, undone ones and their undoing included."""
    with translated():
        number: int = connection.execute("SELECT count(*) FROM changes").fetchone()[0]
    return number


def last_changed(connection: sqlite3.Connection) -> datetime | None:
    """Return the instant of the latest change; None in a journal without one."""
    with translated():
        row = connection.execute("SELECT at FROM changes ORDER BY number DESC LIMIT 1").fetchone()
    return None if row is None else datetime.fromisoformat(row[0])


def _done(connection: sqlite3.Connection, query: str) -> Done | None:
    with translated():
        row = connection.execute(query).fetchone()
    return None if row is None else Done(number=row[0], name=row[1])


def _entries(
    connection: sqlite3.Connection, number: int
) -> list[tuple[str, str, Row | None, Row | None]]:
    rows = connection.execute(
        'SELECT table_name, record, "before", "after" FROM history WHERE change = ?'
        " ORDER BY number",
        (number,),
    )
    return [(table, record, _cells(before), _cells(after)) for table, record, before, after in rows]


def _cells(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)
