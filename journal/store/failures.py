"""What SQLite complains of, as sentences of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from journal.domain.errors import (
    BusyJournalError,
    DamagedJournalError,
    JournalError,
    NotSavedError,
    StoppedError,
)
from journal.wording import _

PRIMARY_CODE = 0xFF

BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
REFUSED_BY_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}


@contextmanager
def translated() -> Iterator[None]:
    """Turn an error of the file into one sentence; an error of ours stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        known = _as_sentence(error)
        if known is None:
            raise
        raise known from error


def _as_sentence(error: sqlite3.Error) -> JournalError | None:
    # Python's own errors of the module (a wrong number of parameters) carry no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & PRIMARY_CODE
    if code in BUSY:
        return BusyJournalError(
            _("Another program is writing to this journal; nothing was changed. Try again."),
            str(error),
        )
    if code == sqlite3.SQLITE_INTERRUPT:
        return StoppedError(_("It was stopped; nothing was changed."), str(error))
    if code in DAMAGED:
        return DamagedJournalError(
            _("This journal cannot be read as it should; it was left as it is."), str(error)
        )
    if code in REFUSED_BY_DISK:
        return NotSavedError(_disk_sentence(code), str(error))
    return None


def _disk_sentence(code: int) -> str:
    if code == sqlite3.SQLITE_FULL:
        return _("The disk is full; nothing was changed. Free some space and try again.")
    if code == sqlite3.SQLITE_READONLY:
        return _("This journal may only be read here; nothing was changed.")
    return _("The disk did not take it or did not answer; nothing was changed.")
