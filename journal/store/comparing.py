"""Two journals side by side: which records differ, and what they are called."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.record import Record
from journal.store.documents import SOURCES
from journal.store.failures import translated
from journal.store.rows import columns_of
from journal.store.tables import TABLES
from journal.store.titles import title_of


class Where(StrEnum):
    """In which of two journals a record is."""

    OTHER = "other"
    HERE = "here"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A record in which two journals differ, told as the present one has it, if it does.

    Attributes:
        title: May be empty.
        account: The name of the account that it belongs to; empty where it is of none.
        day: When that was; None where it is of no day.
        where: BOTH where it is in both, but not alike.
    """

    kind: type[Record]
    title: str
    account: str
    day: date | None
    where: Where


def digests(connection: sqlite3.Connection | None, table: str) -> dict[str, str]:
    """Return what tells one content of a record from another, by id; the trash is left out."""
    if connection is None:
        return {}
    return dict(connection.execute(f"SELECT id, row_digest FROM {table} WHERE deleted_at IS NULL"))


def differing(
    other: sqlite3.Connection, live: sqlite3.Connection, at_most: int
) -> tuple[tuple[Differing, ...], int]:
    """Return the records in which two journals of this version differ, kind by kind.

    Those that have no words of their own, such as who was invited, are left out.

    Args:
        other: Another version of the same journal.
        live: The journal.
        at_most: How many are told; of the rest only the number is returned.
    """
    with translated():
        found = [
            (kind, record, where)
            for kind, table in TABLES.items()
            if table in SOURCES
            for record, where in _unlike(digests(other, table), digests(live, table))
        ]
        told = tuple(
            _told(other if where is Where.OTHER else live, kind, record, where)
            for kind, record, where in found[:at_most]
        )
    return told, len(found) - len(told)


def _unlike(other: dict[str, str], here: dict[str, str]) -> list[tuple[str, Where]]:
    lost = [(record, Where.OTHER) for record in other.keys() - here.keys()]
    new = [(record, Where.HERE) for record in here.keys() - other.keys()]
    both = other.keys() & here.keys()
    changed = [(each, Where.BOTH) for each in both if other[each] != here[each]]
    return sorted([*lost, *new, *changed])


def _told(
    connection: sqlite3.Connection, kind: type[Record], record: str, where: Where
) -> Differing:
    table = TABLES[kind]
    account = "''"
    if "account_id" in columns_of(kind):
        account = f"(SELECT name FROM accounts WHERE id = {table}.account_id)"
    title, name, day = connection.execute(
        f"SELECT {title_of(table)}, coalesce({account}, ''), {_day_of(table)}"
        f" FROM {table} WHERE id = ?",
        (record,),
    ).fetchone()
    return Differing(
        kind=kind,
        title=title,
        account=name,
        day=date.fromisoformat(day) if day else None,
        where=where,
    )


def _day_of(table: str) -> str:
    """Return the SQL expression for the day of a row."""
    if table == "meetings":
        return "substr(starts_at, 1, 10)"
    return f"coalesce({', '.join((*SOURCES[table].day, 'NULL', 'NULL'))})"
