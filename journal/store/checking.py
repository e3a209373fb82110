"""Looking for what is wrong with a journal; nothing is mended here, and nothing changed."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.errors import DamagedJournalError
from journal.domain.record import RecordId
from journal.store.failures import PRIMARY_CODE, translated
from journal.store.rows import TABLES, digest

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
    found: list[Finding] = []
    try:
        with translated():
            for part in _parts(connection):
                if len(found) >= FINDINGS_AT_MOST or not is_wanted():
                    break
                found.extend(part)
    except DamagedJournalError as error:
        # So damaged that it cannot even be looked through.
        found.append(Finding(fault=Fault.PAGES, details=error.details))
    return tuple(found[:FINDINGS_AT_MOST])


def _parts(connection: sqlite3.Connection) -> Iterator[Iterator[Finding]]:
    yield _pages(connection)
    yield _references(connection)
    for table in TABLES.values():
        yield _content(connection, table)
    yield _search(connection)


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in connection.execute(f"PRAGMA integrity_check({FINDINGS_AT_MOST})"):
        if message != "ok":
            yield Finding(fault=Fault.PAGES, details=message)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _key in connection.execute("PRAGMA foreign_key_check"):
        record = connection.execute(f"SELECT id FROM {table} WHERE rowid = ?", (row,)).fetchone()
        yield Finding(
            fault=Fault.REFERENCE, table=table, record=RecordId(record[0]), details=parent
        )


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
