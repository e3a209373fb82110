"""All accounts as a table; the words of a row are made when a page of them is looked at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from journal.analysis.portfolio import PortfolioRow
from journal.domain.record import AccountId
from journal.ui.portfolio.columns import MOST_FIRST, Column, meaning, ordered, title
from journal.ui.portfolio.words import Narrowing, Row, row
from journal.ui.shared.paged import PagedWords
from journal.ui.shared.words import plain_tip

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_HORIZONTAL = Qt.Orientation.Horizontal
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TITLES = {Column.ACCOUNT.value, Column.FLAGS.value}  # what may be cut is whole in the tip


class PortfolioTableModel(QAbstractTableModel):
    """One row an account; it keeps its order and what it leaves out when other rows come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.narrowing = Narrowing()
        self.column = Column.FLAGS
        self.is_turned = False
        self._all: tuple[PortfolioRow, ...] = ()
        self._shown: Sequence[PortfolioRow] = ()
        self._today = date.min
        self._words = PagedWords[PortfolioRow, Row](self._say)
        self._where: dict[AccountId, int] = {}

    def show(self, rows: Sequence[PortfolioRow], today: date) -> None:
        """Show these, sorted and narrowed as before.

        Args:
            rows: By name.
        """
        self._all, self._today = tuple(rows), today
        self._choose()

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only some."""
        if narrowing != self.narrowing:
            self.narrowing = narrowing
            self._choose()

    def order(self, column: Column) -> None:
        """Sort by a column, what asks most first; by the same once more, the other way round."""
        self.is_turned = column is self.column and not self.is_turned
        self.column = column
        self._choose()
        self.headerDataChanged.emit(_HORIZONTAL, 0, len(Column) - 1)

    def row(self, position: int) -> Row:
        """Return what is said there."""
        return self._words[position]

    def told(self, position: int) -> PortfolioRow:
        """Return the account that stands there."""
        return self._words.thing(position)

    def position_of(self, account_id: AccountId) -> int | None:
        """Return where an account stands; None where it does not."""
        return self._where.get(account_id)

    def shown(self) -> Sequence[PortfolioRow]:
        """Return what stands in the table, from top to bottom."""
        return self._shown

    def count_all(self) -> int:
        """Return how many accounts there are, shown or not."""
        return len(self._all)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._words)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        if role == _DISPLAY:
            return self._words[index.row()].words[index.column()]
        if role == _SPOKEN:
            words = self._words[index.row()].words
            return f"{words[0]}, {title(Column(index.column()))}: {words[index.column()]}"
        if role == _TIP and index.column() in _TITLES:
            return plain_tip(self._words[index.row()].words[index.column()])
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != _HORIZONTAL or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == _DISPLAY:
            return f"{title(column)} {self._arrow()}" if column is self.column else title(column)
        if role == _TIP:
            return meaning(column)
        return _LEFT if role == _ALIGNMENT else None

    def _arrow(self) -> str:
        """Show in the title by what the rows are sorted: an arrow up, the least stands first."""
        return "↓" if (self.column in MOST_FIRST) is not self.is_turned else "↑"

    def _choose(self) -> None:
        self.beginResetModel()
        found = self.narrowing.of(self._all)
        self._shown = ordered(found, self.column, is_turned=self.is_turned)
        self._words.show(self._shown)
        self._where = {each.account.id: position for position, each in enumerate(self._shown)}
        self.endResetModel()

    def _say(self, told: PortfolioRow) -> Row:
        return row(told, self._today)
