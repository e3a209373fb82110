"""The one door for writing: a row, its history and its search document, in one transaction.

Every change of the user's is one `writing` block. What is written inside it stands in the
file wholly or not at all; what it did can be undone, because each row's cells before and
after are kept under its number.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from journal.domain.errors import JournalError, NotFoundError, OvertakenError
from journal.domain.record import Record, RecordId
from journal.store import documents
from journal.store.failures import translated
from journal.store.file import JournalFile, open_again
from journal.store.rows import BOOKKEEPING, Cells, Row, digest, table_of, to_row, utc_text
from journal.wording import _

# Typing in one field counts as one entry for so long.
TYPING_SESSION = timedelta(minutes=5)

# Made once: with options of its own, `json.dumps` would make one for each entry.
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# Table, record, and the cells before and after as JSON: all of them where the row is made or
# removed (None on the other side), else those that changed.
Entry = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What the user does.

    Attributes:
        name: As it stands in "Undo ...", such as "Cancel meeting".
        at: The aware moment it is done.
        zone: IANA name of the laptop's wall clock, for telling it later.
        typing: Whether it continues what was typed in the same field just before.
    """

    name: str
    at: datetime
    zone: str
    typing: bool = False


@dataclass(slots=True)
class Writing:
    """One open transaction. Made by `writing` only.

    Attributes:
        number: Of the change, as the history knows it.
        touched: Table and id of every row changed so far, in order.
        trashed: What was put into the trash so far, in order.
    """

    connection: sqlite3.Connection
    act: Act
    number: int
    touched: dict[tuple[str, str], None] = field(default_factory=dict)
    trashed: list[RecordId] = field(default_factory=list)

    def add(self, *records: Record) -> None:
        """Write new records."""
        for kind in dict.fromkeys(type(each) for each in records):
            self._add_rows(table_of(kind), [to_row(each) for each in records if type(each) is kind])

    def save(self, *records: Record) -> None:
        """Write records that exist; what is the same already is left alone.

        Raises:
            OvertakenError: if somebody else changed one since it was read.
            NotFoundError: if one is gone.
        """
        for record in records:
            table = table_of(type(record))
            row = to_row(record)
            revision = row.pop("revision")
            held = self._held(table, record.id)
            if held["revision"] != revision:
                raise OvertakenError(
                    _("This was changed elsewhere in the meantime; yours was not saved over it."),
                    f"{table} {record.id}: revision {held['revision']}, not {revision}",
                )
            self._change(table, held, row)

    def trash(self, kind: type[Record], *ids: RecordId) -> None:
        """Put records into the trash."""
        for each in ids:
            held = self._held(table_of(kind), each)
            self._change(table_of(kind), held, {"deleted_at": utc_text(self.act.at)})
            self.trashed.append(each)

    def restore(self, kind: type[Record], *ids: RecordId) -> None:
        """Take records out of the trash."""
        for each in ids:
            held = self._held(table_of(kind), each)
            self._change(table_of(kind), held, {"deleted_at": None})

    def put_back(self, table: str, record: str, cells: Row | None) -> None:
        """Bring one row to what the history says; for undo and redo.

        Args:
            table: Of the row.
            record: Its id.
            cells: What its columns are to be; None to remove the row. Where there is no
                row, they are all of its columns.
        """
        held = self._held_or_none(table, record)
        if held is None:
            self._add_rows(table, [] if cells is None else [cells])
        elif cells is None:
            self._remove(table, held)
        else:
            self._change(table, held, cells)

    def purge(self, table: str, records: Sequence[str]) -> None:
        """Remove rows from the trash for good, and with them all that is known of their past."""
        self.touched.update(dict.fromkeys((table, record) for record in records))
        one_each = [(record,) for record in records]
        self.connection.executemany("DELETE FROM history WHERE record = ?", one_each)
        self.connection.executemany(f"DELETE FROM {table} WHERE id = ?", one_each)

    def overwrite(self, table: str, record: str, cells: Cells) -> None:
        """Change a row so that nothing tells what it was: all that is known of its past goes.

        Only in a change of the kind `purge`, as it cannot be undone.
        """
        held = self._held(table, RecordId(record))
        self.connection.execute("DELETE FROM history WHERE record = ?", (record,))
        # An entry without a word: the revision of a record is the number of its latest one.
        revision = self._note([(table, record, _text({}), _text({}))])
        self._put(table, held, dict(cells), revision)

    def _add_rows(self, table: str, rows: Sequence[Row]) -> None:
        if not rows:
            return
        for row in rows:
            row.pop("revision", None)
            row.setdefault("created_at", utc_text(self.act.at))
            row.setdefault("deleted_at", None)
            row["row_digest"] = digest(row)
        first = self._note([(table, row["id"], None, _whole(row)) for row in rows])
        for revision, row in enumerate(rows, first):
            row |= {"revision": revision, "updated_at": utc_text(self.act.at)}
        self.connection.executemany(_insertion(table, rows[0]), rows)

    def _change(self, table: str, held: Row, wanted: Cells) -> None:
        changed = {name: cell for name, cell in wanted.items() if held[name] != cell}
        if not changed:
            return
        before = {name: held[name] for name in changed}
        revision = self._note([(table, held["id"], _text(before), _text(changed))])
        self._put(table, held, changed, revision)

    def _put(self, table: str, held: Row, changed: Row, revision: int) -> None:
        """Write changed cells into a row."""
        changed |= {
            "row_digest": digest(held | changed),
            "revision": revision,
            "updated_at": utc_text(self.act.at),
        }
        assignments = ", ".join(f'"{name}" = :{name}' for name in changed)
        self.connection.execute(
            f"UPDATE {table} SET {assignments} WHERE id = :id",
            changed | {"id": held["id"]},
        )

    def _remove(self, table: str, held: Row) -> None:
        self._note([(table, held["id"], _whole(held), None)])
        self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (held["id"],))

    def _held(self, table: str, record: RecordId) -> Row:
        held = self._held_or_none(table, record)
        if held is None:
            raise NotFoundError(_("This is no longer in the journal."), f"{table} {record}")
        return held

    def _held_or_none(self, table: str, record: str) -> Row | None:
        cursor = self.connection.execute(
            f"SELECT * FROM {table} WHERE id = ?",
            (record,),
        )
        cells = cursor.fetchone()
        if cells is None:
            return None
        return dict(zip((each[0] for each in cursor.description), cells, strict=True))

    def _note(self, entries: Sequence[Entry]) -> int:
        """Write history entries and return the number of the first; the others follow on."""
        self.touched.update(dict.fromkeys((table, record) for table, record, *_both in entries))
        self.connection.executemany(
            'INSERT INTO history (change, table_name, record, "before", "after")'
            " VALUES (?, ?, ?, ?, ?)",
            [(self.number, *entry) for entry in entries],
        )
        # Not max(number): the highest may have been purged, and would count from below.
        last: int = self.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'history'"
        ).fetchone()[0]
        return last - len(entries) + 1


@contextmanager
def writing(
    connection: sqlite3.Connection, act: Act, *, kind: str = "do", target: int | None = None
) -> Iterator[Writing]:
    """Open the door for one change of the user's; it commits at the end of the block.

    Args:
        connection: Without a transaction in progress.
        act: What is done, when.
        kind: `do`; `undo` and `redo` name their `target`, the change they are about.
        target: See `kind`.

    Raises:
        BusyJournalError: if another program is writing and does not stop.
        NotSavedError: if the disk refuses. Whatever is raised, nothing was changed.
    """
    with translated():
        connection.execute("BEGIN IMMEDIATE")
        try:
            number = connection.execute(
                "INSERT INTO changes (at, time_zone, name, kind, target) VALUES (?, ?, ?, ?, ?)",
                (utc_text(act.at), act.zone, act.name, kind, target),
            ).lastrowid
            change = Writing(connection, act, number or 0)
            yield change
            documents.refresh(connection, change.touched)
            if act.typing:
                _join_typing(connection, change)
            connection.execute("COMMIT" if change.touched else "ROLLBACK")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def stands(journal: JournalFile, change: Writing) -> bool:
    """Say whether a change that failed stands in the file; yes where that cannot be found out.

    A disk may refuse the very last call of a change that it holds.
    """
    try:
        with closing(open_again(journal)) as seen, translated():
            found = seen.connection.execute(
                "SELECT 1 FROM changes WHERE number = ? AND name = ? AND at = ?",
                (change.number, change.act.name, utc_text(change.act.at)),
            )
            return found.fetchone() is not None
    except JournalError:
        return True


def _join_typing(connection: sqlite3.Connection, change: Writing) -> None:
    """Make one entry of two that belong to one session of typing in one field.

    The later entry takes over what stood before the session; the earlier one goes. Its
    number is not used again, so a revision still tells every version apart.
    """
    mine = _only_entry(connection, change.number)
    earlier = connection.execute(
        "SELECT number, at, name, kind FROM changes WHERE number < ? ORDER BY number DESC LIMIT 1",
        (change.number,),
    ).fetchone()
    if mine is None or earlier is None:
        return
    number, at, name, kind = earlier
    theirs = _only_entry(connection, number)
    session = change.act.at - datetime.fromisoformat(at) <= TYPING_SESSION
    if theirs is None or (name, kind, session) != (change.act.name, "do", True):
        return
    if mine[1:] != theirs[1:]:
        return
    connection.execute(
        'UPDATE history SET "before" = (SELECT "before" FROM history WHERE number = ?)'
        " WHERE number = ?",
        (theirs[0], mine[0]),
    )
    # The session is as old as its first key.
    connection.execute("UPDATE changes SET at = ? WHERE number = ?", (at, change.number))
    connection.execute("DELETE FROM history WHERE number = ?", (theirs[0],))
    connection.execute("DELETE FROM changes WHERE number = ?", (number,))


def _only_entry(connection: sqlite3.Connection, number: int) -> tuple[int, str, str, str] | None:
    """Return the entry of a change that altered one cell: number, table, record, column."""
    rows = connection.execute(
        'SELECT number, table_name, record, "before", "after" FROM history'
        " WHERE change = ? LIMIT 2",
        (number,),
    ).fetchall()
    if len(rows) != 1 or rows[0][3] is None or rows[0][4] is None:
        return None
    entry, table, record, _before, after = rows[0]
    columns = list(json.loads(after))
    return (entry, table, record, columns[0]) if len(columns) == 1 else None


def _insertion(table: str, row: Row) -> str:
    names = ", ".join(f'"{name}"' for name in row)
    cells = ", ".join(f":{name}" for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({cells})"


def _whole(row: Row) -> str:
    return _text({name: cell for name, cell in row.items() if name not in BOOKKEEPING})


def _text(cells: Row) -> str:
    return _COMPACT.encode(cells)
