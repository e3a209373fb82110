"""The lock beside a journal, so that no second window writes into it."""

import time
from pathlib import Path

from PySide6.QtCore import QLockFile

from journal.domain.errors import BusyJournalError
from journal.wording import _

_WRITTEN_S = 10


def locked(path: Path) -> QLockFile:
    """Take the lock of a journal, so that no second window writes into it.

    Where the folder takes no lock file, there is none: a journal in it can be read at most.

    Raises:
        BusyJournalError: if somebody has it open; it says who, and on which computer.
    """
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
        return lock
    _pid, host, _program = lock.getLockInfo()
    if not host and _is_left_over(path) and lock.removeStaleLockFile() and lock.tryLock(0):
        return lock
    sentence = _("{name} is open already: {user} has it on {host}. Close it there first.")
    details = _("Where nobody has it open, as after that computer broke down, delete {file}.")
    raise BusyJournalError(
        sentence.format(name=path.name, user=_owner(path), host=host or _("another computer")),
        details.format(file=_file(path)),
    )


def _file(path: Path) -> Path:
    return Path(f"{path}.lock")


def _is_left_over(path: Path) -> bool:
    """Say whether a lock that names nobody is older than it takes to write the name into it.

    A power cut or a full disk leaves such a one, and no program would ever take it away.
    """
    try:
        written_at = _file(path).stat().st_mtime
    except OSError:
        return True  # it went in the meantime
    return abs(time.time() - written_at) > _WRITTEN_S


def _owner(path: Path) -> str:
    """Say whose lock lies beside a journal; Windows does not tell."""
    try:
        return _file(path).owner()
    except (OSError, KeyError, NotImplementedError):
        return _("somebody")
