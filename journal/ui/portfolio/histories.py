"""The histories of accounts that are in view, read when they come into it."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import overload

from typing_extensions import override

from journal.analysis.portfolio import PortfolioRow
from journal.domain.record import AccountId
from journal.domain.relationship import Relationship
from journal.operations import portfolio
from journal.operations.journal import Journal
from journal.timeline.portfolio import AccountRow, account_row
from journal.ui.shared.locale_dates import LocaleDates

_KEPT = 256


class Histories(Sequence[AccountRow]):
    """As many as there are accounts, of which the last few that were asked for are kept.

    An account is read again once its row in the table is another one.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._shown: Sequence[PortfolioRow] = ()
        self._kept: OrderedDict[AccountId, tuple[PortfolioRow, AccountRow]] = OrderedDict()

    def show(self, shown: Sequence[PortfolioRow]) -> None:
        """Be these accounts, from the top down."""
        self._shown = shown

    @override
    def __len__(self) -> int:
        return len(self._shown)

    @overload
    def __getitem__(self, place: int) -> AccountRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[AccountRow]: ...
    @override
    def __getitem__(self, place: int | slice) -> AccountRow | Sequence[AccountRow]:
        """Return some of them.

        Raises:
            JournalError: if the journal cannot be read.
        """
        if isinstance(place, int):
            return self._read([self._shown[place]])[0]
        return self._read(self._shown[place])

    def _read(self, wanted: Sequence[PortfolioRow]) -> Sequence[AccountRow]:
        missing = [each for each in wanted if not self._has(each)]
        if missing:
            self._read_missing(missing)
        for each in wanted:
            self._kept.move_to_end(each.account.id)
        rows = [self._kept[each.account.id][1] for each in wanted]
        while len(self._kept) > max(_KEPT, len(rows)):
            self._kept.popitem(last=False)
        return rows

    def _has(self, row: PortfolioRow) -> bool:
        kept = self._kept.get(row.account.id)
        return kept is not None and kept[0] is row

    def _read_missing(self, missing: Sequence[PortfolioRow]) -> None:
        now, dates = self._journal.now(), LocaleDates()
        rows = {each.account.id: each for each in missing}
        read = {each.account.id: each for each in portfolio.histories(self._journal, list(rows))}
        for account_id, row in rows.items():
            # One that was deleted a moment ago stands there until the page is read again.
            whole = read.get(account_id, Relationship(account=row.account))
            self._kept[account_id] = (row, account_row(whole, now=now, dates=dates))
