"""A copy that has been opened and checked before it counts as one."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from journal.domain.errors import DamagedJournalError, NotSavedError
from journal.wording import _


def copy_checked(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the live journal to `target`; the file appears there checked or not at all.

    Raises:
        DamagedJournalError: if the copy is not sound.
        NotSavedError: if the folder does not take it.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
        _require_sound(connection, unfinished)
        _sync(unfinished)
        unfinished.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise NotSavedError(
            _("No copy could be made in {folder}; nothing was changed.").format(
                folder=target.parent
            ),
            str(error),
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _require_sound(original: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        found = [row[0] for row in copy.execute("PRAGMA integrity_check(5)")]
        broken = copy.execute("PRAGMA foreign_key_check").fetchone()
        sound = found == ["ok"] and broken is None and _counts(copy) == _counts(original)
    if not sound:
        raise DamagedJournalError(
            _("The copy of this journal is not sound; nothing was changed."), "\n".join(found)
        )


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
    }


def _sync(path: Path) -> None:
    # Windows opens no folder as a file, and its rename needs no sync of one.
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
