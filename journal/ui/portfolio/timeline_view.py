"""The second view of all accounts: their timelines, what they are sorted by, and a scroll bar."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QWidget

from journal.analysis.portfolio import PortfolioRow
from journal.domain.record import AccountId
from journal.operations.journal import Journal
from journal.timeline.portfolio import Order
from journal.ui.portfolio.columns import Column
from journal.ui.portfolio.timeline_canvas import PortfolioCanvas
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column
from journal.ui.shared.segments import Choice, Segments
from journal.ui.theme import Theme
from journal.wording import _

COLUMNS = (Column.TREND, Column.GAP, Column.ACCOUNT)


class TimelineView(QWidget):
    """`order_wanted` says by which column of the table the accounts are to be sorted."""

    order_wanted = Signal(Column)

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PortfolioCanvas(journal, theme)
        self.orders = Segments(
            _("Sorted by"),
            (
                Choice(text=_("Trend"), tip=_("Who fell furthest stands first")),
                Choice(text=_("Gap"), tip=_("Where they see it worst compared with us, first")),
                Choice(text=_("Name")),
            ),
        )
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical)
        self.scroll_bar.setAccessibleName(_("Accounts in view"))
        self._hint = ElidedLabel(kind=Kind.MUTE)
        self._hint.setText(_("The wheel scrolls, with Ctrl it zooms; 0 shows all"))
        self._lay_out()
        self._connect()

    def show_rows(
        self, shown: Sequence[PortfolioRow], account_id: AccountId | None, sorted_by: Column
    ) -> None:
        """Show these accounts, as the table sorts them.

        Args:
            account_id: Which is chosen; None only where there is none.
        """
        self.orders.choose(COLUMNS.index(sorted_by) if sorted_by in COLUMNS else -1)
        self.canvas.show_rows(shown, account_id, order_of(sorted_by))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(Label(_("Sorted by"), Kind.MUTE))
        above.addWidget(self.orders)
        above.addWidget(self._hint, 1)
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self.canvas, 1)
        across.addWidget(self.scroll_bar)
        content = column(self, margins=(0, 0, 0, 0), gap=8)
        content.addLayout(above)
        content.addLayout(across, 1)
        self.setFocusProxy(self.canvas)

    def _connect(self) -> None:
        self.orders.chosen.connect(self._order_chosen)
        self.scroll_bar.valueChanged.connect(self.canvas.scroll_to)
        self.canvas.scrolled.connect(self._tell_scroll_bar)

    @Slot(int)
    def _order_chosen(self, position: int) -> None:
        self.order_wanted.emit(COLUMNS[position])

    @Slot()
    def _tell_scroll_bar(self) -> None:
        canvas = self.canvas
        with QSignalBlocker(self.scroll_bar):
            self.scroll_bar.setRange(0, canvas.last_first)
            self.scroll_bar.setPageStep(canvas.rows_in_view)
            self.scroll_bar.setValue(canvas.first)
        self.scroll_bar.setVisible(canvas.last_first > 0)


def order_of(sorted_by: Column) -> Order:
    """Say what the words beside the rows tell of, where they are sorted so."""
    return Order.GAP if sorted_by is Column.GAP else Order.TREND
