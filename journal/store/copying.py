"""A copy of a journal that has been opened and checked before it counts as one.

Always through SQLite's backup API: copying a file beside which a rollback journal lies gives
a damaged one, and closing a handle of ours on a live journal drops SQLite's locks.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from journal.domain.errors import DamagedJournalError, JournalError, NotSavedError
from journal.store import checking, durable
from journal.store.failures import translated
from journal.wording import _

_FINDINGS_TOLD = 5


def copy_checked(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a journal to `target`; the file appears there checked and synced, or not at all.

    Args:
        connection: Without a transaction in progress; others may write meanwhile.
        target: In a folder that is there; a file of that name gives way.

    Raises:
        DamagedJournalError: if the copy is not sound.
        NotSavedError: if the folder does not take it.
    """
    try:
        with translated(), durable.published(target) as unfinished:
            with snapshot(connection):
                counts = _counts(connection)
                _copy(connection, unfinished)
            _require_sound(unfinished, counts)
    except OSError as error:
        raise NotSavedError(
            _("No copy could be made in {folder}; nothing was changed.").format(
                folder=target.parent
            ),
            str(error),
        ) from error


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold still what is read in the block.

    It also waits for a writer as long as any statement would; the backup API would wait for
    ever.
    """
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        # After some errors of the disk SQLite has ended it already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def read_only(path: Path) -> sqlite3.Connection:
    """Open a copy to look at it; not a byte of it changes."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def is_sound(path: Path) -> bool:
    """Whether a copy that was sound when it was made still is."""
    try:
        with closing(read_only(path)) as copy:
            return not checking.check_copy(copy)
    except (sqlite3.Error, JournalError):
        return False


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    with closing(sqlite3.connect(address, uri=True)) as copy:
        # A copy that breaks off is thrown away, so it needs no way back; and it is synced later,
        # when no save waits for the end of the snapshot.
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            copy.execute(f"PRAGMA {pragma}")
        connection.backup(copy)


def _require_sound(path: Path, counts: dict[str, int]) -> None:
    with closing(read_only(path)) as copy:
        found = [each.details or each.table for each in checking.check_copy(copy)]
        if not found and _counts(copy) != counts:
            found = [f"{_counts(copy)} rows instead of {counts}"]
    if found:
        raise DamagedJournalError(
            _(
                "This journal or its copy is damaged, so the copy was not kept; “check --deep” "
                "says what is wrong."
            ),
            "\n".join(found[:_FINDINGS_TOLD]),
        )


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
    }
