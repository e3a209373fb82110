"""Reading all accounts without holding up the window: a few at a time, between two events.

Most journals are read at once. In one with thousands of accounts, or with long histories, the
window goes on meanwhile; after a change only the accounts that it concerns are read again.
"""

import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from journal.analysis.portfolio import PortfolioRow
from journal.domain.errors import JournalError
from journal.domain.record import AccountId
from journal.operations import portfolio
from journal.operations.journal import Journal

# Of one slice; what is read at once is meant to take as long again.
_SLICE_S = 0.005
_MOST_AT_ONCE = 256
# What depends on the hour: whether a meeting is past, and what is the customer's day.
_HOLDS = timedelta(hours=1)


class PortfolioReader(QObject):
    """Says `done` when `rows` are as the journal has them, and before that how far it is."""

    done = Signal()
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._known: dict[AccountId, PortfolioRow] = {}
        self._pending: list[AccountId] = []
        self._change: int | None = None
        self._begun = datetime.min.replace(tzinfo=journal.now().tzinfo)
        self._total = 0
        self._at_once = 1
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self.rows: tuple[PortfolioRow, ...] = ()

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._timer.isActive()

    def read(self) -> None:
        """Read what is not as the journal has it now.

        Raises:
            JournalError: if the journal cannot be read; what was read before stays.
        """
        change = portfolio.last_change(self._journal)
        now = self._journal.now()
        concerned = None
        if self._change is not None and now - self._begun < _HOLDS:
            concerned = portfolio.concerned_since(self._journal, self._change)
        if concerned is None or now.date() != self._begun.date():
            self._pending = list(portfolio.all_accounts(self._journal))
            self._begun = now
        else:
            self._pending = list(dict.fromkeys((*self._pending, *concerned)))
        self._change = change
        self._total = len(self._pending)
        self._read_some()

    def stop(self) -> None:
        """Leave the rest until it is wanted again."""
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        try:
            self._read_some()
        except JournalError as error:
            self._timer.stop()
            self.failed.emit(error)

    def _read_some(self) -> None:
        end = time.perf_counter() + _SLICE_S
        while self._pending and time.perf_counter() < end:
            self._read_part(self._pending[: self._at_once])
        if self._pending:
            self._timer.start()
            self.progressed.emit(self._total - len(self._pending), self._total)
        else:
            self._timer.stop()
            self._keep(portfolio.all_accounts(self._journal))
            self.done.emit()

    def _read_part(self, accounts: list[AccountId]) -> None:
        """Read a few, and learn how many there may be at once."""
        start = time.perf_counter()
        found = portfolio.rows(self._journal, accounts)
        for each in accounts:
            self._known.pop(each, None)
        self._known |= {each.account.id: each for each in found}
        del self._pending[: len(accounts)]
        share = _SLICE_S / max(time.perf_counter() - start, 1e-6)
        self._at_once = min(max(int(len(accounts) * share), 1), _MOST_AT_ONCE)

    def _keep(self, accounts: Iterable[AccountId]) -> None:
        """Keep those that are there, by name."""
        self._known = {each: self._known[each] for each in accounts if each in self._known}
        self.rows = tuple(self._known.values())
