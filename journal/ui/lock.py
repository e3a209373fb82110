"""The lock beside a journal, so that no second window writes into it."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from journal.domain.errors import BusyJournalError
from journal.wording import _


def locked(path: Path) -> QLockFile:
    """Take the lock of a journal, so that no second window writes into it.

    Where the folder takes no lock file, there is none: a journal in it can be read at most.

    Raises:
        BusyJournalError: if somebody has it open; it says who, and on which computer.
    """
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
        _pid, host, _program = lock.getLockInfo()
        sentence = _("{name} is open already: {user} has it on {host}. Close it there first.")
        raise BusyJournalError(
            sentence.format(name=path.name, user=_owner(path), host=host or _("another computer"))
        )
    return lock


def _owner(path: Path) -> str:
    """Say whose lock lies beside a journal; Windows does not tell."""
    try:
        return Path(f"{path}.lock").owner()
    except (OSError, KeyError, NotImplementedError):
        return _("somebody")
