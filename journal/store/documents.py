"""What the search knows of each record: one document for one record, kept by the door.

The key of a document follows the time of what it describes, so that "the newest hits" is
the order of the index itself and need not be sorted for.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice

from journal.store.rows import Cell, Row

# Years 1900 to 2200 in seconds take 34 bits; what is left tells apart what happened at once.
EARLIEST = int(datetime(1900, 1, 1, tzinfo=UTC).timestamp())
CHANCE_BITS = 28
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Source:
    """Which columns of a table are its title, its text, and when it happened."""

    title: tuple[str, ...]
    body: tuple[str, ...]
    day: tuple[str, ...] = ()


_LINE = Source(title=("text",), body=("agreed_wording",), day=("noted_on",))

SOURCES: Mapping[str, Source] = {
    "accounts": Source(("name",), ("unit", "place", "address", "note")),
    "people": Source(("name",), ("email", "phone", "remember", "avoid", "note")),
    "roles": Source(("title",), ("note",), ("start",)),
    "standing_commitments": Source(("title",), ("note",), ("first_day",)),
    "meetings": Source(
        ("summary", "purpose"),
        (
            *("purpose", "notes", "best", "least", "opening", "place"),
            *("stated_reason", "found_reason"),
        ),
    ),
    "ratings": Source(("remark",), (), ("day",)),
    "goals": Source(("sentence",), (), ("set_on",)),
    "metrics": Source(("text",), ("agreed_wording", "target"), ("noted_on",)),
    "alignments": Source(("evidence",), (), ("checked_on", "perceived_on")),
    "negotiations": Source(("title",), ("result",), ("opened_on",)),
    "barriers": Source(("text",), ("agreed_wording", "lifted_how"), ("named_on", "noted_on")),
    "visions": _LINE,
    "norms": _LINE,
    "interests": _LINE,
    "criteria": _LINE,
    "options": Source(("text",), ("agreed_wording", "answer"), ("answered_on", "noted_on")),
    "alternatives": _LINE,
    "questions": Source(("text",), ("answer",), ("asked_on", "noted_on")),
    "promises": Source(("text",), ("agreed_wording",), ("made_on", "noted_on")),
    "quotes": Source(("text",), (), ("said_on", "noted_on")),
    "attachments": Source(("name",), ("note",)),
}


def refresh(connection: sqlite3.Connection, touched: Iterable[tuple[str, str]]) -> None:
    """Make the documents of these records anew, as their rows are now.

    Args:
        connection: In the transaction that changed the rows.
        touched: Table and id of each; a record that is gone or in the trash has none.
    """
    by_table: dict[str, list[str]] = {}
    for table, record in dict.fromkeys(_with_their_meetings(connection, touched)):
        by_table.setdefault(table, []).append(record)
    for table, records in by_table.items():
        if table in SOURCES:
            for some in _in_parts(records):
                _refresh_some(connection, table, some)


def forget(connection: sqlite3.Connection) -> None:
    """Let go of the words of documents that are gone; until then the index keeps them unseen.

    Takes as long as writing the index anew, which is seconds for a very large journal.
    """
    connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")


def account_token(account_id: str) -> str:
    """Return the one word that stands for an account in the index."""
    return "a" + account_id.replace("-", "")


def first_key(day: date) -> int:
    """Return the least key of what happened on a day, in UTC, or later."""
    midnight = datetime.combine(day, datetime.min.time(), UTC)
    return (int(midnight.timestamp()) - EARLIEST) << CHANCE_BITS


def _with_their_meetings(
    connection: sqlite3.Connection, touched: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    # A guest's account finds the meeting too, so the meeting's document names it.
    guests: list[str] = []
    for table, record in touched:
        yield table, record
        if table == "participations":
            guests.append(record)
    for some in _in_parts(guests):
        query = f"SELECT meeting_id FROM participations WHERE id IN ({_marks(some)})"
        for (meeting_id,) in connection.execute(query, some):
            yield "meetings", meeting_id


def _refresh_some(connection: sqlite3.Connection, table: str, records: list[str]) -> None:
    marks = _marks(records)
    old = connection.execute(
        "SELECT key, title, body, accounts, record FROM search_documents"
        f" WHERE record IN ({marks})",
        records,
    ).fetchall()
    connection.executemany(
        "INSERT INTO search_index (search_index, rowid, title, body, accounts)"
        " VALUES ('delete', ?, ?, ?, ?)",
        [row[:4] for row in old],
    )
    connection.executemany("DELETE FROM search_documents WHERE key = ?", [(row[0],) for row in old])
    cursor = connection.execute(
        f"SELECT * FROM {table} WHERE id IN ({marks}) AND deleted_at IS NULL",
        records,
    )
    names = [each[0] for each in cursor.description]
    rows = [dict(zip(names, cells, strict=True)) for cells in cursor]
    guests = _guests(connection, records) if table == "meetings" else {}
    _insert(connection, [_document(table, row, guests) for row in rows])


def _insert(connection: sqlite3.Connection, made: list[Row]) -> None:
    told = [row for row in made if row["title"] or row["body"]]
    for row in told:
        # Two that happened at once and drew the same chance: the next free key.
        while connection.execute("SELECT 1 FROM search_documents WHERE key = :key", row).fetchone():
            row["key"] += 1
        connection.execute(
            "INSERT INTO search_documents VALUES"
            " (:key, :table_name, :record, :account_id, :happened_utc, :title, :body, :accounts)",
            row,
        )
    connection.executemany(
        "INSERT INTO search_index (rowid, title, body, accounts)"
        " VALUES (:key, :title, :body, :accounts)",
        told,
    )


def _document(table: str, row: Row, guests: Mapping[str, list[str]]) -> Row:
    source = SOURCES[table]
    title = next((row[name] for name in source.title if row[name]), "")
    body = "\n".join(row[name] for name in source.body if row[name] and row[name] != title)
    happened = _happened(source, row)
    account_id = row["id"] if table == "accounts" else row.get("account_id")
    accounts = [account_id] if account_id else []
    return {
        "key": _key(happened, row["id"]),
        "table_name": table,
        "record": row["id"],
        "account_id": account_id,
        "happened_utc": happened,
        "title": title,
        "body": body,
        "accounts": " ".join(account_token(each) for each in accounts + guests.get(row["id"], [])),
    }


def _happened(source: Source, row: Row) -> int:
    if "starts_utc" in row:
        return int(row["starts_utc"])
    day: Cell = next((row[name] for name in source.day if row[name]), row["created_at"][:10])
    midnight = datetime.combine(date.fromisoformat(str(day)), datetime.min.time(), UTC)
    return int(midnight.timestamp())


def _key(happened: int, record: str) -> int:
    chance = hashlib.blake2b(record.encode(), digest_size=8).digest()
    low = int.from_bytes(chance) & ((1 << CHANCE_BITS) - 1)
    return (happened - EARLIEST) << CHANCE_BITS | low


def _guests(connection: sqlite3.Connection, meetings: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = connection.execute(
        "SELECT DISTINCT meeting_id, account_id FROM participations"
        f" WHERE meeting_id IN ({_marks(meetings)})"
        " AND account_id IS NOT NULL AND deleted_at IS NULL ORDER BY id",
        meetings,
    )
    for meeting_id, account_id in rows:
        found.setdefault(meeting_id, []).append(account_id)
    return found


def _in_parts(records: list[str]) -> Iterator[list[str]]:
    rest = iter(records)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _marks(records: list[str]) -> str:
    return ", ".join("?" * len(records))
