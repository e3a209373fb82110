"""Searching while somebody types: in a thread with its own connection, one search at a time.

A key that is pressed meanwhile stops the search under way, so that nobody waits for words
that are not wanted any more.
"""

import threading

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.domain.finding import Wanted
from journal.operations import searching
from journal.operations.journal import Journal


class Seeker(QThread):
    """Says `found` for the latest that was wanted; what was overtaken is not told."""

    found = Signal(object, object)
    failed = Signal(object)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._fellow: Journal | None = None
        self._wanted: Wanted | None = None
        self._is_over = False
        self._bell = threading.Condition()

    def seek(self, wanted: Wanted) -> None:
        """Look for this instead of what was wanted before."""
        with self._bell:
            self._wanted = wanted
            self._stop_search()
            self._bell.notify()
        if not self.isRunning():
            self.start()

    def finish(self) -> None:
        """Stop, and wait until it has; milliseconds."""
        with self._bell:
            self._is_over = True
            self._stop_search()
            self._bell.notify()
        self.wait()

    @override
    def run(self) -> None:
        try:
            fellow = self._journal.fellow(read_only=True)
        except JournalError as error:
            self.failed.emit(error)
            return
        with self._bell:
            self._fellow = fellow
        while (wanted := self._next()) is not None:
            self._search(fellow, wanted)
        with self._bell:
            self._fellow = None
        fellow.close()

    def _next(self) -> Wanted | None:
        """Wait for the next search; None where there is none any more."""
        with self._bell:
            while self._wanted is None and not self._is_over:
                self._bell.wait()
            wanted, self._wanted = self._wanted, None
            return None if self._is_over else wanted

    def _search(self, fellow: Journal, wanted: Wanted) -> None:
        try:
            hits = searching.search(fellow, wanted)
        except JournalError as error:
            if self._is_latest():
                self.failed.emit(error)
        else:
            if self._is_latest():
                self.found.emit(wanted, hits)

    def _is_latest(self) -> bool:
        with self._bell:
            return self._wanted is None and not self._is_over

    def _stop_search(self) -> None:
        if self._fellow is not None:
            searching.stop(self._fellow)
