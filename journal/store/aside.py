"""The full check while somebody works: on a private copy, so that no save waits for it.

Whoever reads holds a lock, and a save would wait for the end of the check. The copy is made in
small steps, between which others write; it is a temporary file of SQLite's own, which has no
name and is gone with its connection.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing

from journal.domain.errors import StoppedError
from journal.store import checking
from journal.store.checking import Finding
from journal.store.failures import translated

_PAGES_A_STEP = 256
_PAUSE_S = 0.02  # where somebody is writing
_ASKED_EVERY = 20_000  # steps of SQLite's, a few milliseconds


class _UnwantedError(Exception):
    """Nobody wants to know any more."""


def check_aside(
    connection: sqlite3.Connection, is_wanted: Callable[[], bool] = lambda: True
) -> tuple[Finding, ...]:
    """Return what `checking.check` finds in the journal as it is now.

    Args:
        connection: Of its own; it may be read-only.
        is_wanted: Asked every few milliseconds; where it says no, the answer is empty or cut.
    """

    def go_on(*_progress: int) -> None:
        if not is_wanted():
            raise _UnwantedError

    def is_over() -> bool:
        return not is_wanted()

    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        copy.execute("PRAGMA trusted_schema = OFF")
        copy.execute("PRAGMA cell_size_check = ON")
        try:
            with translated():
                connection.backup(copy, pages=_PAGES_A_STEP, progress=go_on, sleep=_PAUSE_S)
                copy.set_progress_handler(is_over, _ASKED_EVERY)
                return checking.check(copy, is_wanted)
        except (_UnwantedError, StoppedError):
            return ()
