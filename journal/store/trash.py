"""The trash: what is in it, and emptying it for good."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from journal.domain.record import Record, RecordId
from journal.store.failures import translated
from journal.store.rows import columns_of
from journal.store.tables import TABLES
from journal.store.titles import title_of
from journal.store.writing import Act, writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """A record in the trash.

    Attributes:
        at: The instant it was put there.
        change: The number of the action that put it there.
        title: What it is called; may be empty.
        account: The name of the account that it belongs to; empty where it is of none.
    """

    kind: type[Record]
    record: RecordId
    at: datetime
    change: int
    title: str
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptied:
    """How many records are gone for good, and how many had to stay."""

    gone: int
    stayed: int


def content(connection: sqlite3.Connection) -> tuple[Trashed, ...]:
    """Return what is in the trash, latest first."""
    found: list[Trashed] = []
    with translated():
        for kind, table in TABLES.items():
            account = "''"
            if "account_id" in columns_of(kind):
                account = f"(SELECT name FROM accounts WHERE id = {table}.account_id)"
            rows = connection.execute(
                f"SELECT id, deleted_at, {title_of(table)}, coalesce({account}, ''),"
                # The revision of a record is the number of its latest entry in the history.
                f" (SELECT change FROM history WHERE number = {table}.revision)"
                f" FROM {table} WHERE deleted_at IS NOT NULL"
            )
            found += [
                Trashed(
                    kind=kind,
                    record=RecordId(record),
                    at=datetime.fromisoformat(at),
                    change=change,
                    title=title,
                    account=name,
                )
                for record, at, title, name, change in rows
            ]
    return tuple(sorted(found, key=lambda each: (each.change, each.record), reverse=True))


def empty(connection: sqlite3.Connection, act: Act) -> Emptied:
    """Remove what is in the trash, and its history; this cannot be undone.

    What a record outside the trash still refers to stays, or that record would break.
    """
    with writing(connection, act, kind="purge") as door:
        trashed = {
            table: {
                row[0]
                for row in connection.execute(
                    f"SELECT id FROM {table} WHERE deleted_at IS NOT NULL"
                )
            }
            for table in TABLES.values()
        }
        free = _without_needed(connection, trashed)
        for table, records in free.items():
            door.purge(table, sorted(records))
    gone = sum(len(records) for records in free.values())
    return Emptied(gone=gone, stayed=sum(len(each) for each in trashed.values()) - gone)


def _without_needed(
    connection: sqlite3.Connection, trashed: dict[str, set[str]]
) -> dict[str, set[str]]:
    free = {table: set(records) for table, records in trashed.items()}
    references = [
        (child, row[3], row[2])
        for child in TABLES.values()
        for row in connection.execute(f"PRAGMA foreign_key_list({child})")
    ]
    pairs = [
        (child, parent, _pairs(connection, child, column, parent))
        for child, column, parent in references
    ]
    # What stays may itself refer to something that then has to stay too.
    while needed := {
        (parent, parent_id)
        for child, parent, links in pairs
        for child_id, parent_id in links
        if child_id not in free[child] and parent_id in free[parent]
    }:
        for table, record in needed:
            free[table].discard(record)
    return free


def _pairs(
    connection: sqlite3.Connection, child: str, column: str, parent: str
) -> list[tuple[str, str]]:
    return connection.execute(
        f"SELECT child.id, parent.id FROM {parent} AS parent"
        f" JOIN {child} AS child ON child.{column} = parent.id"
        " WHERE parent.deleted_at IS NOT NULL"
    ).fetchall()
