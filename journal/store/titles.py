"""What a record is called where only its id is known, also when it lies in the trash."""

import sqlite3
from collections.abc import Iterable
from functools import cache

from journal.store.documents import SOURCES
from journal.store.failures import translated


def titles(connection: sqlite3.Connection, table: str, records: Iterable[str]) -> dict[str, str]:
    """Return the title of each record of a table, by id; empty where it has none.

    A record that is gone is left out.
    """
    with translated():
        return {
            record: title
            for wanted in records
            for record, title in connection.execute(
                f"SELECT id, {title_of(table)} FROM {table} WHERE id = ?", (wanted,)
            )
        }


def references(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the table that each column refers to, for the columns that refer to one."""
    with translated():
        rows = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    return {row[3]: row[2] for row in rows}


@cache
def title_of(table: str) -> str:
    """Return the SQL expression for the title of a row: the first text that is not empty."""
    source = SOURCES.get(table)
    texts = () if source is None else source.title
    return "coalesce(" + "".join(f"nullif({name}, ''), " for name in texts) + "'', '')"
