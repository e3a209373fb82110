"""Words planted in every private field, random private changes, and a PDF turned inside out.

Fields are found from the schema of the file, by their labels, so a new one cannot be forgotten.
"""

import re
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import pypdfium2

from journal.store.labels import Label, labels

# They hold nothing of the user's, or what search_documents holds.
_OTHERS = re.compile("sqlite_|_sqlite_|search_index")
# Text with a form of its own, in which no word can be planted.
_FORMED = re.compile(
    "(id|record|table_name|digest|row_digest|zone|time_zone|rule|day|first_day|last_day|by|at"
    "|start|end|.*_at|.*_on|.*_id)$"
)
# Of columns that may be shared: the rows that are not. Of the people those whom no step names.
_PRIVATE_ROWS = {
    "accounts": "id <> :account",
    "people": "is_self = 0 AND id NOT IN"
    " (SELECT person_id FROM promises WHERE visibility = 'shareable' AND person_id IS NOT NULL)",
}
_LINES = "visibility = 'private'"


@dataclass(frozen=True, slots=True)
class Field:
    """A column, and which of its rows are private.

    Attributes:
        kinds: What it may hold, where that is a closed list; else empty.
    """

    table: str
    column: str
    rows: str
    is_text: bool
    kinds: tuple[str, ...]

    @property
    def is_free(self) -> bool:
        """Whether any word may stand in it."""
        return self.is_text and not self.kinds and not _FORMED.match(self.column)


def private_fields(connection: sqlite3.Connection) -> Iterator[Field]:
    """Yield every field of the file that has something private, as its schema names them."""
    tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    for table, sql in tables.fetchall():
        if _OTHERS.match(table):
            continue
        columns = connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
        names = {each[1] for each in columns}
        for _cid, column, kind, *_rest in columns:
            rows = _private_rows(table, column, names)
            if rows is not None:
                yield Field(table, column, rows, kind == "TEXT", _listed(sql, column))


def plant(connection: sqlite3.Connection, account: str) -> dict[str, Field]:
    """Put a word of its own into every private field that takes one; return them by the word."""
    planted = {}
    for number, field in enumerate(private_fields(connection)):
        if field.is_free:
            word = f"Kanari{number}x"
            planted[word] = field
            connection.execute(
                f'UPDATE {field.table} SET "{field.column}" = :word || rowid WHERE {field.rows}',
                {"word": word, "account": account},
            )
            if field.column == "agreed_wording":  # the program reads it of changed lines only
                connection.execute(
                    f"UPDATE {field.table} SET agreement = 'changed' WHERE agreed_wording LIKE ?",
                    (f"{word}%",),
                )
    return planted


def change_something(connection: sqlite3.Connection, chance: Random, account: str) -> None:
    """Change, add or remove something private."""
    field = chance.choice(list(private_fields(connection)))
    names = {"account": account}
    rows = connection.execute(
        f"SELECT rowid FROM {field.table} WHERE {field.rows}", names
    ).fetchall()
    if not rows:
        return
    (row,) = chance.choice(rows)
    deed = chance.random()
    if deed < 0.1 and _is_dispensable(field):
        connection.execute(f"DELETE FROM {field.table} WHERE rowid = ?", (row,))
    elif deed < 0.3 and _is_dispensable(field):
        _copy(connection, field.table, row, f"copied {chance.random()}")
    elif field.column != "id":
        value = _another(connection, field, chance)
        connection.execute(
            f'UPDATE OR IGNORE {field.table} SET "{field.column}" = ? WHERE rowid = ?',
            (value, row),
        )


def turned_out(pdf: bytes) -> str:
    """Return all that a PDF holds: its bytes, its streams unpacked, its strings, its words."""
    streams = [
        _unpacked(each) for each in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    ]
    plain = [pdf, *streams]
    strings = [
        bytes.fromhex("".join(each.decode() for each in re.findall(rb"<([0-9A-Fa-f]*)>", one)))
        for one in (re.sub(rb"<([0-9A-Fa-f]*)[0-9A-Fa-f]>", _even, each) for each in plain)
    ]
    with pypdfium2.PdfDocument(pdf) as document:
        assert document.count_attachments() == 0
        words = [page.get_textpage().get_text_range() for page in document]
        words += list(document.get_metadata_dict().values())
    raw = [each.decode("latin-1") for each in (*plain, *strings)]
    wide = [each.decode("utf-16-be", "replace") for each in (*plain, *strings)]
    shifted = [each[1:].decode("utf-16-be", "replace") for each in (*plain, *strings)]
    return "\n".join([*raw, *wide, *shifted, *words])


def _private_rows(table: str, column: str, names: set[str]) -> str | None:
    """Return which rows of a column are private; None where that decides what is shared."""
    label = labels()[table, column]
    if label is Label.PRIVATE:
        return "1"
    if label is Label.SHAREABLE:
        return _LINES if "visibility" in names else _PRIVATE_ROWS.get(table)
    return None


def _listed(sql: str, column: str) -> tuple[str, ...]:
    found = re.search(rf"\n\s+\"?{column}\"? TEXT[^\n]*CHECK \(\"?{column}\"? IN \((.*?)\)\)", sql)
    return tuple(re.findall("'(.*?)'", found.group(1))) if found else ()


def _is_dispensable(field: Field) -> bool:
    """Say whether rows of the table may come and go: private tables, and lines kept at home."""
    wholly = all(
        label is Label.PRIVATE for (table, _), label in labels().items() if table == field.table
    )
    return wholly or field.rows == _LINES


def _copy(connection: sqlite3.Connection, table: str, row: int, new: str) -> None:
    columns = [each[1] for each in connection.execute(f"PRAGMA table_info({table})")]
    fixed = {"id": "?", "visibility": "'private'"}
    if "id" in columns:
        cells = ", ".join(fixed.get(each, f'"{each}"') for each in columns)
        connection.execute(
            f"INSERT OR IGNORE INTO {table} SELECT {cells} FROM {table} WHERE rowid = ?",
            (new, row),
        )


def _another(connection: sqlite3.Connection, field: Field, chance: Random) -> object:
    if field.is_free and chance.random() < 0.7:
        return " ".join(chance.choice(_WORDS) for _ in range(9))
    if field.kinds:
        return chance.choice(field.kinds)
    found = connection.execute(f'SELECT DISTINCT "{field.column}" FROM {field.table}').fetchall()
    return chance.choice(found)[0]


_WORDS = ("Mercy", "rush", "惜", "خ", "<b>", "☎", "she", "gives", "in", "at", "40", "%", "\n", "🙂")


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _even(found: re.Match[bytes]) -> bytes:
    digits = found.group(0)[1:-1]
    return b"<" + (digits if len(digits) % 2 == 0 else digits + b"0") + b">"
