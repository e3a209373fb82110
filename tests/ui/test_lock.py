"""One window writes into a journal, and whoever comes second is told who."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from journal.domain.errors import BusyJournalError
from journal.ui import lock
from journal.ui.lock import locked


def test_a_journal_that_is_open_is_refused_by_name_and_place(tmp_path: Path) -> None:
    """Two programs that write at once would each lose what the other wrote."""
    path = tmp_path / "case.journal"
    held = locked(path)
    with pytest.raises(BusyJournalError) as refused:
        locked(path)
    told = held.getLockInfo()
    assert told[1] in refused.value.sentence
    assert path.name in refused.value.sentence
    held.unlock()
    locked(path).unlock()


def test_a_lock_of_nobody_knows_whom_is_somebodys(tmp_path: Path) -> None:
    """It may be gone a moment later, and some systems do not tell."""
    assert lock._owner(tmp_path / "case.journal") == "somebody"


def test_a_folder_that_takes_no_lock_does_not_stop_the_reading(tmp_path: Path) -> None:
    """A journal on a stick that is write-protected can still be read."""
    lock = locked(tmp_path / "missing" / "case.journal")
    assert lock.error() != QLockFile.LockError.LockFailedError
    assert not lock.isLocked()


@pytest.mark.parametrize("content", [b"", b"\0" * 89])
def test_a_lock_that_a_power_cut_left_empty_keeps_nobody_out(
    tmp_path: Path, content: bytes
) -> None:
    """It named nobody who could have closed the journal; it was locked for ever."""
    path = tmp_path / "case.journal"
    left = tmp_path / "case.journal.lock"
    left.write_bytes(content)
    with pytest.raises(BusyJournalError) as refused:
        locked(path)  # somebody may be writing the name into it just now
    assert str(left) in refused.value.details

    os.utime(left, (1_000_000_000, 1_000_000_000))
    held = locked(path)
    assert held.isLocked()
    held.unlock()


def test_a_lock_without_a_name_that_somebody_holds_is_not_taken(tmp_path: Path) -> None:
    """Whoever holds it would go on writing."""
    path = tmp_path / "case.journal"
    held = locked(path)
    left = tmp_path / "case.journal.lock"
    left.write_bytes(b"")
    os.utime(left, (1_000_000_000, 1_000_000_000))
    with pytest.raises(BusyJournalError):
        locked(path)
    held.unlock()
