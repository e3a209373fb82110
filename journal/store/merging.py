"""Letting all that refers to one record refer to another."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from journal.domain.record import RecordId
from journal.store.failures import translated
from journal.store.tables import TABLES
from journal.store.titles import references
from journal.store.writing import Writing


def referring(connection: sqlite3.Connection, table: str, record: RecordId) -> Counter[str]:
    """Count the rows outside the trash that refer to a record, by their table."""
    counts = Counter[str]()
    for child, columns in _children(connection, table):
        condition = " OR ".join(f"{column} = ?" for column in columns)
        with translated():
            (counts[child],) = connection.execute(
                f"SELECT count(*) FROM {child} WHERE deleted_at IS NULL AND ({condition})",
                [record] * len(columns),
            ).fetchone()
    return +counts


def refer_to(door: Writing, table: str, old: RecordId, new: RecordId) -> None:
    """Let what refers to one record refer to another, also what lies in the trash."""
    for child, columns in _children(door.connection, table):
        for column in columns:
            # Read to the end first: what is found changes under the cursor.
            found = door.connection.execute(
                f"SELECT id FROM {child} WHERE {column} = ? ORDER BY id", (old,)
            ).fetchall()
            for (record,) in found:
                door.put_back(child, record, {column: new})


def stop_reporting(door: Writing, one: RecordId, other: RecordId) -> None:
    """Let nobody of these two report to either of them, also in the trash; they become one."""
    found = door.connection.execute(
        "SELECT id FROM roles WHERE person_id IN (?1, ?2) AND reports_to_id IN (?1, ?2)"
        " ORDER BY id",
        (one, other),
    ).fetchall()
    for (role,) in found:
        door.put_back("roles", role, {"reports_to_id": None})


def _children(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, list[str]]]:
    for child in TABLES.values():
        columns = [
            column for column, parent in references(connection, child).items() if parent == table
        ]
        if columns:
            yield child, sorted(columns)
