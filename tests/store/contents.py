"""All that a journal holds, as plain values, to compare one state with another."""

import sqlite3
from typing import Any

from journal.store.tables import TABLES

# When and as which version a row was last written is no part of what the user wrote.
NOT_CONTENT = {"revision", "updated_at"}

Contents = dict[str, list[dict[str, Any]]]


def contents(connection: sqlite3.Connection) -> Contents:
    """Return every row of every record and of the search documents, by table."""
    held: Contents = {}
    for table in (*TABLES.values(), "search_documents"):
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1")
        names = [each[0] for each in cursor.description]
        held[table] = [
            {name: cell for name, cell in zip(names, row, strict=True) if name not in NOT_CONTENT}
            for row in cursor
        ]
    return held


def require_sound(connection: sqlite3.Connection) -> None:
    """Fail where pages, references or the search index are not as they should be."""
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    # With rank 1 the index is compared with the documents it was made of.
    connection.execute(
        "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
    )
