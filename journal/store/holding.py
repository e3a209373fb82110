"""What is kept about one person: every record that names them, and every text; also in the trash.

Which fields name a person, and which are texts, is read from the types of the records, so a new
one is never forgotten.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_type_hints

from journal.domain.document import IssuedDocument, IssuedLine
from journal.domain.holding import Held, Mention, likely_naming, naming
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.record import AccountId, PersonId, Record, RecordId
from journal.store.failures import translated
from journal.store.rows import AnyRecord, columns_of, from_row, person_fields
from journal.store.tables import KINDS, TABLES

_OF_CANCELLATION = ("stated_reason", "found_reason")
# Codes and the like, which nobody types as a sentence.
_NO_TEXT = frozenset({"time_zone", "zone", "rule", "digest", "media_type", "source", "key"})
# What they say is what was handed out, and is left alone.
ISSUED: frozenset[type[Record]] = frozenset({IssuedDocument, IssuedLine})
_AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names a person, and its column."""

    kind: type[Record]
    field: str
    column: str


@cache
def references() -> tuple[Reference, ...]:
    """Return every field of every kind that names a person; not the person's own."""
    found = [
        Reference(kind, name, name)
        for kind in TABLES
        if kind is not Person
        for name in person_fields(kind)
    ]
    return (*found, Reference(Meeting, "cancellation.by_person_id", "cancelled_by_id"))


def texts_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the columns of a kind that hold what somebody typed."""
    hints = get_type_hints(kind)
    typed = tuple(name for name, hint in hints.items() if hint is str and name not in _NO_TEXT)
    return typed + (_OF_CANCELLATION if kind is Meeting else ())


def held(connection: sqlite3.Connection, person: PersonId) -> tuple[Held, ...]:
    """Return every record that names a person, with the field that does."""
    return tuple(
        Held(record=record, field=each.field, is_trashed=is_trashed)
        for each in references()
        for record, is_trashed in _rows(connection, each.kind, f"{each.column} = ?", (person,))
    )


def among(
    connection: sqlite3.Connection, kind: type[AnyRecord], column: str, ids: Iterable[str]
) -> tuple[AnyRecord, ...]:
    """Return the records of a kind whose column is one of these, also in the trash."""
    wanted = (json.dumps(sorted(set(ids))),)
    return tuple(each for each, _trashed in _rows(connection, kind, f"{column} {_AMONG}", wanted))


def account_names(connection: sqlite3.Connection) -> Mapping[AccountId, str]:
    """Return the name of every account, also in the trash."""
    with translated():
        rows = connection.execute("SELECT id, name FROM accounts").fetchall()
    return {AccountId(RecordId(account)): name for account, name in rows}


def mentions(
    connection: sqlite3.Connection, wanted: Sequence[str], apart_from: Iterable[RecordId] = ()
) -> tuple[Mention, ...]:
    """Return every text that has one of these names as whole words.

    Args:
        wanted: The names.
        apart_from: Records that are not looked at.
    """
    pattern, is_likely, known = naming(wanted), likely_naming(wanted), frozenset(apart_from)
    with translated():
        return tuple(
            each
            for kind in TABLES
            for each in _texts(connection, kind, is_likely)
            if each.record not in known and pattern.search(each.text)
        )


def altered(connection: sqlite3.Connection, ids: Iterable[RecordId]) -> Mapping[type[Record], int]:
    """Count the entries of the history about these records, by kind."""
    with translated():
        rows = connection.execute(
            f"SELECT table_name, count(*) FROM history WHERE record {_AMONG} GROUP BY table_name",
            (json.dumps(sorted(set(ids))),),
        ).fetchall()
    return {KINDS[table]: count for table, count in rows}


def _texts(
    connection: sqlite3.Connection, kind: type[Record], is_likely: Callable[[str], bool]
) -> Iterator[Mention]:
    columns = texts_of(kind)
    if not columns:
        return
    account = "account_id" if "account_id" in columns_of(kind) else "NULL"
    listed = ", ".join(f'"{each}"' for each in columns)
    for record, deleted_at, account_id, *cells in connection.execute(
        f"SELECT id, deleted_at, {account}, {listed} FROM {TABLES[kind]} ORDER BY id"
    ):
        for column, text in zip(columns, cells, strict=True):
            if text and is_likely(text):
                yield Mention(
                    kind=kind,
                    record=RecordId(record),
                    field=column,
                    text=text,
                    account_id=None if account_id is None else AccountId(RecordId(account_id)),
                    is_trashed=deleted_at is not None,
                )


def _rows(
    connection: sqlite3.Connection,
    kind: type[AnyRecord],
    condition: str,
    arguments: tuple[str, ...],
) -> list[tuple[AnyRecord, bool]]:
    columns = columns_of(kind)
    listed = ", ".join(f'"{each}"' for each in columns)
    with translated():
        rows = connection.execute(
            f"SELECT deleted_at, {listed} FROM {TABLES[kind]} WHERE {condition} ORDER BY id",
            arguments,
        ).fetchall()
    return [
        (from_row(kind, dict(zip(columns, cells, strict=True))), deleted_at is not None)
        for deleted_at, *cells in rows
    ]
