"""Records read by kind: the one place that turns rows into domain values."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from journal.domain.errors import NotFoundError
from journal.domain.record import Record, RecordId
from journal.store.failures import translated
from journal.store.rows import AnyRecord, Cell, Cells, columns_of, from_row, table_of
from journal.wording import _

Arguments = Cells | Sequence[Cell]
BY_NAME = "name COLLATE NOCASE, id"


def select(
    connection: sqlite3.Connection,
    kind: type[AnyRecord],
    condition: str,
    arguments: Arguments = (),
    *,
    order: str = "id",
) -> tuple[AnyRecord, ...]:
    """Return the records outside the trash for which a condition holds.

    Args:
        connection: Of the journal.
        kind: Which records.
        condition: SQL of our own.
        arguments: For its parameters.
        order: SQL as well: what stands behind ORDER BY.
    """
    where = f"WHERE deleted_at IS NULL AND ({condition}) ORDER BY {order}"
    names = columns_of(kind)
    with translated():
        rows = connection.execute(
            f"{_selection(table_of(kind), names)} {where}", arguments
        ).fetchall()
    return tuple(from_row(kind, dict(zip(names, row, strict=True))) for row in rows)


def get(connection: sqlite3.Connection, kind: type[AnyRecord], record: RecordId) -> AnyRecord:
    """Return one record.

    Raises:
        NotFoundError: if it is gone or in the trash.
    """
    found = select(connection, kind, "id = ?", (record,))
    if not found:
        raise NotFoundError(_("This is no longer in the journal."), f"{kind.__name__} {record}")
    return found[0]


def made_at(
    connection: sqlite3.Connection, kind: type[Record], condition: str, arguments: Arguments = ()
) -> dict[RecordId, datetime]:
    """Return when the records for which a condition holds came into a journal; see `select`."""
    query = (
        f"SELECT id, created_at FROM {table_of(kind)} WHERE deleted_at IS NULL AND ({condition})"
    )
    with translated():
        rows = connection.execute(query, arguments).fetchall()
    return {record: datetime.fromisoformat(made) for record, made in rows}


@cache
def _selection(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f"SELECT {columns} FROM {table}"
