"""The file itself: made, opened, refused, closed; its pragmas set and read back.

Nothing here opens a live journal as a plain file while SQLite is connected to it: closing
such a handle would drop the locks of the whole process.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from journal.domain.errors import (
    DamagedJournalError,
    NewerJournalError,
    NotAJournalError,
    NotFoundError,
    NotSavedError,
)
from journal.store import migrations, schema
from journal.store.failures import translated
from journal.wording import _

SUFFIX = ".journal"
HEADER_BYTES = 100
MAGIC = b"SQLite format 3\x00"
APPLICATION_ID_AT = 68
VERSION_AT = 60
BUSY_MS = 3000

# Why TRUNCATE and EXTRA: in simulated power cuts the default (DELETE, FULL) loses saves that
# were acknowledged, because the folder is not synced after the rollback journal is removed.
PRAGMAS: tuple[tuple[str, str, str | int], ...] = (
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("locking_mode", "NORMAL", "normal"),
    # The last, so that whoever connects says how long those before may wait.
    ("busy_timeout", str(BUSY_MS), BUSY_MS),
)
FULL_SYNC_OF_MACOS = ("fullfsync", "1", 1)


@dataclass(frozen=True, slots=True)
class JournalFile:
    """An open journal; one for each thread that uses it."""

    path: Path
    connection: sqlite3.Connection

    def close(self) -> None:
        """Let go of the file; a transaction in progress is given up."""
        self.connection.close()

    def interrupt(self) -> None:
        """Stop what another thread reads through this; `StoppedError` is raised there."""
        self.connection.interrupt()

    def check(self) -> None:
        """Look through the pages.

        Raises:
            DamagedJournalError: if SQLite finds something amiss.
        """
        with translated():
            found = [row[0] for row in self.connection.execute("PRAGMA quick_check(5)")]
        if found != ["ok"]:
            raise DamagedJournalError(
                _("This journal is damaged; it was left as it is."), "\n".join(found)
            )


def create(path: Path) -> JournalFile:
    """Make an empty journal that only this user can read, and open it.

    The file appears under its name whole or not at all.

    Raises:
        NotSavedError: if the name is taken or the folder cannot be written.
    """
    require_free(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _build(unfinished)
        _publish(unfinished, path)
    except OSError as error:
        raise NotSavedError(
            _("No journal could be made in {folder}.").format(folder=path.parent), str(error)
        ) from error
    finally:
        remove(unfinished)
    return open_journal(path)


def require_free(path: Path) -> None:
    """Make sure that a new journal may have this name.

    Raises:
        NotSavedError: if it is taken, or is no name of a journal.
    """
    if path.suffix != SUFFIX:
        raise NotSavedError(_("The file name of a journal ends in {suffix}.").format(suffix=SUFFIX))
    if path.exists():
        raise NotSavedError(
            _("{name} exists already; it was left as it is.").format(name=path.name)
        )


def remove(path: Path) -> None:
    """Remove a file of ours that nobody needs, and the empty rollback journal beside it."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def open_journal(path: Path, *, read_only: bool = False) -> JournalFile:
    """Open a journal of this or an earlier version; an earlier one is brought up to date.

    Raises:
        NotFoundError: if there is no file.
        NotAJournalError: if it is another program's file; it stays byte-identical.
        NewerJournalError: if a later version wrote it; it stays byte-identical.
        AlteredJournalError: if its structure is not what this program writes.
        DamagedJournalError: if it cannot be read.
        BusyJournalError: if another program holds it.
    """
    version = require_our_header(path)
    with translated():
        connection = _connect(path, read_only=read_only)
        try:
            if version < migrations.VERSION and not read_only:
                migrations.migrate(connection, path)
            schema.require(connection)
        except BaseException:
            connection.close()
            raise
    return JournalFile(path, connection)


def open_again(
    journal: JournalFile, *, read_only: bool = False, wait_ms: int = BUSY_MS
) -> JournalFile:
    """Open a journal once more that this process has open.

    Its header is not read as a plain file: to close that would drop every lock that SQLite
    holds for this process, also in the middle of a transaction.

    Args:
        wait_ms: For another program that lets nobody in.

    Raises:
        JournalError: if the file is gone, is no journal any more, or cannot be read.
    """
    with translated():
        connection = _connect(journal.path, read_only=read_only, wait_ms=wait_ms)
        try:
            schema.require(connection)
        except BaseException:
            connection.close()
            raise
    return JournalFile(journal.path, connection)


@contextmanager
def hurried(journal: JournalFile, wait_ms: int) -> Iterator[None]:
    """Wait at most so long for another program in the block, for whoever tries again anyway."""
    connection = journal.connection
    (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {min(before, wait_ms)}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {before}")


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[JournalFile]:
    """Open a journal for the length of a `with` block."""
    journal = open_journal(path, read_only=read_only)
    try:
        yield journal
    finally:
        journal.close()


def require_our_header(path: Path) -> int:
    """Return the version of a journal, read before SQLite connects: it is not even locked.

    Never of a journal that this process has open.

    Raises:
        JournalError: if it is missing, not ours, or of a later version.
    """
    header = read_header(path)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise NotAJournalError(
            _("{name} is not a journal; it was not touched.").format(name=path.name)
        )
    application_id = int.from_bytes(header[APPLICATION_ID_AT : APPLICATION_ID_AT + 4])
    version = int.from_bytes(header[VERSION_AT : VERSION_AT + 4])
    if application_id != schema.APPLICATION_ID:
        raise NotAJournalError(
            _("{name} belongs to another program; it was not touched.").format(name=path.name)
        )
    if version > migrations.VERSION:
        raise NewerJournalError(
            _(
                "{name} was written by a later version of Account Journal; it was not touched. "
                "Install that version to open it."
            ).format(name=path.name)
        )
    return version


def read_header(path: Path) -> bytes:
    """Return the first bytes of a file, as far as there are any.

    Never of a journal that this process has open.

    Raises:
        NotFoundError: if there is no file.
        NotAJournalError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except FileNotFoundError as error:
        raise NotFoundError(_("There is no journal at {path}.").format(path=path)) from error
    except OSError as error:
        raise NotAJournalError(
            _("{name} cannot be read.").format(name=path.name), str(error)
        ) from error


def _connect(path: Path, *, read_only: bool, wait_ms: int = BUSY_MS) -> sqlite3.Connection:
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=wait_ms / 1000)
    try:
        _set_pragmas(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_pragmas(connection: sqlite3.Connection) -> None:
    pragmas = PRAGMAS if sys.platform != "darwin" else (*PRAGMAS, FULL_SYNC_OF_MACOS)
    for name, wanted, answer in pragmas:
        connection.execute(f"PRAGMA {name} = {wanted}")
        got = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if got != answer:
            raise NotSavedError(
                _("This journal cannot be kept safely here; it was not opened."),
                f"PRAGMA {name} is {got!r} instead of {answer!r}",
            )


def _build(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with translated():
        connection = _connect(path, read_only=False)
        try:
            migrations.build(connection)
        finally:
            connection.close()


def _publish(unfinished: Path, path: Path) -> None:
    if sys.platform == "win32":
        unfinished.rename(path)  # refuses a name that is taken
        return
    path.hardlink_to(unfinished)  # likewise, without a moment in between
    unfinished.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
