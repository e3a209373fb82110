"""Looking for what is wrong with a journal; nothing is mended here, and nothing changed."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from journal.domain.errors import DamagedJournalError
from journal.domain.record import RecordId
from journal.store.failures import PRIMARY_CODE, translated
from journal.store.rows import digest

FINDINGS_AT_MOST = 100


class Fault(StrEnum):
    """What may be wrong."""

    PAGES = "pages"
    REFERENCE = "reference"
    CONTENT = "content"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        table: Where; empty where it concerns the whole file.
        record: Which; None where that is not known.
        details: In the words of whoever found it.
    """

    fault: Fault
    table: str = ""
    record: RecordId | None = None
    details: str = ""


def check(
    connection: sqlite3.Connection, is_wanted: Callable[[], bool] = lambda: True
) -> tuple[Finding, ...]:
    """Return what is wrong: pages, references, texts whose digest does not fit, the search.

    Args:
        connection: Of its own, where somebody works meanwhile, and not read-only.
        is_wanted: Asked between two parts; the check ends early where it says no.
    """
    parts = chain([_pages(connection), _references(connection)], _contents(connection))
    return _gathered(chain(parts, [_search(connection)]), is_wanted)


def check_copy(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """Return what is wrong with a copy, of this version or an earlier one.

    It may be read-only, so the search is left out: SQLite words that check as a change.
    """
    return _gathered(
        chain([_pages(connection), _references(connection)], _contents(connection)), lambda: True
    )


def check_quickly(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """Return what is wrong with pages and references; what takes long is left out."""
    return _gathered([_pages(connection, "quick_check"), _references(connection)], lambda: True)


def record_tables(connection: sqlite3.Connection) -> list[str]:
    """Name the tables of records that the file has; an earlier version had others."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT held.name FROM sqlite_schema AS held WHERE held.type = 'table' AND EXISTS"
            " (SELECT 1 FROM pragma_table_info(held.name) WHERE name = 'row_digest')"
            " ORDER BY held.name"
        )
    ]


def _gathered(
    parts: Iterable[Iterator[Finding]], is_wanted: Callable[[], bool]
) -> tuple[Finding, ...]:
    found: list[Finding] = []
    try:
        with translated():
            for part in parts:
                if len(found) >= FINDINGS_AT_MOST or not is_wanted():
                    break
                found.extend(part)
    except DamagedJournalError as error:
        # So damaged that it cannot even be looked through.
        found.append(Finding(fault=Fault.PAGES, details=error.details))
    return tuple(found[:FINDINGS_AT_MOST])


def _pages(connection: sqlite3.Connection, pragma: str = "integrity_check") -> Iterator[Finding]:
    for (message,) in connection.execute(f"PRAGMA {pragma}({FINDINGS_AT_MOST})"):
        if message != "ok":
            yield Finding(fault=Fault.PAGES, details=message)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _key in connection.execute("PRAGMA foreign_key_check"):
        record = connection.execute(f"SELECT id FROM {table} WHERE rowid = ?", (row,)).fetchone()
        yield Finding(
            fault=Fault.REFERENCE, table=table, record=RecordId(record[0]), details=parent
        )


def _contents(connection: sqlite3.Connection) -> Iterator[Iterator[Finding]]:
    for table in record_tables(connection):
        yield _content(connection, table)


def _content(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    names = [each[0] for each in cursor.description]
    for cells in cursor:
        row = dict(zip(names, cells, strict=True))
        if row["row_digest"] != digest(row):
            yield Finding(fault=Fault.CONTENT, table=table, record=RecordId(row["id"]))


def _search(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        # It is worded as an insertion, though it changes nothing.
        connection.execute(
            "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE != sqlite3.SQLITE_CORRUPT:
            raise
        yield Finding(fault=Fault.SEARCH, details=str(error))
