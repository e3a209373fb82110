"""Bringing a journal back to what a backup holds; wholly, or not at all.

A backup is read into memory, checked there and brought up to date there, so it stays byte for
byte as it is; and from memory it goes through SQLite's backup API into the live file, as one
transaction of it. To copy over the file would be to copy beside its rollback journal.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journal.domain.errors import (
    DamagedJournalError,
    OvertakenError,
    RefusedFileError,
)
from journal.domain.record import Record
from journal.store import backups, checking, copying, file, history, migrations, schema
from journal.store.comparing import digests
from journal.store.failures import translated
from journal.store.tables import TABLES
from journal.wording import _

_LOG_MARK = slice(18, 20)
_NO_LOG = b"\x01\x01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How a backup and the present differ in one kind of record; the trash is not counted.

    Attributes:
        changed: How many are in both, but not alike.
    """

    kind: type[Record]
    in_backup: int
    now: int
    only_in_backup: int
    only_now: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a restore would bring.

    Attributes:
        last_changed: The instant of the last change in the backup; None without any.
        differences: For each kind of record, also where there is none.
        is_same_journal: Whether the backup is one of this journal, as far as can be told.
    """

    last_changed: datetime | None
    differences: tuple[Difference, ...]
    is_same_journal: bool


@contextmanager
def prepared(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend what a backup holds, in memory: checked, and of this version.

    Raises:
        NotFoundError: if there is no such file.
        NotAJournalError: if it is another program's file.
        NewerJournalError: if a later version wrote it.
        AlteredJournalError: if its structure is not what this program writes.
        RefusedFileError: if it is damaged.
    """
    version = file.require_our_header(path)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.execute("PRAGMA trusted_schema = OFF")
        _read(path, memory)
        if version < migrations.VERSION:
            migrations.run(memory, migrations.STEPS)
        schema.require(memory)
        yield memory


def _read(path: Path, memory: sqlite3.Connection) -> None:
    try:
        with translated(), closing(copying.read_only(path)) as source, copying.snapshot(source):
            source.backup(memory)
        _without_log(memory, path)
        details = [each.details or each.table for each in checking.check_copy(memory)]
    except DamagedJournalError as error:
        details = [error.details]
    if details:
        raise RefusedFileError(
            _("{name} is damaged, so nothing was restored from it.").format(name=path.name),
            "\n".join(details),
        )


def _without_log(memory: sqlite3.Connection, path: Path) -> None:
    """Take back the mark that some other tool may have left: to keep a write-ahead log."""
    if file.read_header(path)[_LOG_MARK] != _NO_LOG:
        content = bytearray(memory.serialize())
        content[_LOG_MARK] = _NO_LOG
        memory.deserialize(bytes(content))


def compare(backup: sqlite3.Connection, live: sqlite3.Connection | None) -> Preview:
    """Compare two journals of this version; None is a journal with nothing in it."""
    with translated():
        return Preview(
            last_changed=history.last_changed(backup),
            differences=tuple(
                _difference(kind, digests(backup, table), digests(live, table))
                for kind, table in TABLES.items()
            ),
            is_same_journal=live is None or _is_same_journal(backup, live),
        )


def put_back(source: sqlite3.Connection, live: file.JournalFile, expected: backups.State) -> None:
    """Let the live journal hold what a prepared backup holds.

    Args:
        source: As `prepared` lends it.
        live: Without a transaction in progress.
        expected: What the journal was like when it was kept; were it to have changed since,
            that change would be lost.

    Raises:
        OvertakenError: if it has changed since.
        BusyJournalError: if another program uses it and does not stop.
        NotSavedError: if the disk refuses. Whatever is raised, nothing was changed.
    """
    with translated(), _alone(live.connection):
        if backups.state(live.connection) != expected:
            raise OvertakenError(
                _("The journal was changed in the meantime; nothing was restored. Try again.")
            )
        source.backup(live.connection)


@contextmanager
def _alone(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep everybody else out, also between two transactions.

    The backup API begins one of its own; and without the lock it would wait for ever.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield
    finally:
        connection.execute("PRAGMA locking_mode = NORMAL")
        # The lock goes with the next look at the file.
        with suppress(sqlite3.Error):
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _difference(kind: type[Record], backup: dict[str, str], live: dict[str, str]) -> Difference:
    both = backup.keys() & live.keys()
    return Difference(
        kind=kind,
        in_backup=len(backup),
        now=len(live),
        only_in_backup=len(backup) - len(both),
        only_now=len(live) - len(both),
        changed=sum(backup[each] != live[each] for each in both),
    )


def _is_same_journal(backup: sqlite3.Connection, live: sqlite3.Connection) -> bool:
    """Whether both began with the same change; one without any may be of any journal."""
    begun = {_begun(backup), _begun(live)} - {None}
    return len(begun) < 2  # noqa: PLR2004 - both began, and not together


def _begun(connection: sqlite3.Connection) -> str | None:
    # What a session of typing joins keeps the time of its first change.
    row = connection.execute("SELECT at FROM changes ORDER BY number LIMIT 1").fetchone()
    return None if row is None else row[0]
