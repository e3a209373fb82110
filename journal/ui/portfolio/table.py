"""The table of accounts: sorted by whichever column one clicks or stands in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from journal.analysis.portfolio import PortfolioRow
from journal.domain.record import AccountId
from journal.ui.portfolio.columns import Column
from journal.ui.portfolio.table_model import PortfolioTableModel
from journal.ui.portfolio.words import Narrowing, Row
from journal.ui.shared.marks import MARK_PX, paint_level
from journal.ui.shared.row_painting import ink, is_chosen, paint_ruled, paint_words
from journal.ui.shared.row_table import INSET_PX, only_read
from journal.ui.shared.words import month_words
from journal.ui.theme import Theme
from journal.wording import _

_AIR_PX = 14
_ACCOUNT_PART = 0.5
_LEAST_LETTERS = 22
_SPARE_PX = 2  # widths of words are rounded
_A_LONG_DAY = date(2026, 11, 1)
_FOCUSED = QStyle.StateFlag.State_HasFocus
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FLAGS, _OURS, _THEIRS = Column.FLAGS.value, Column.OURS.value, Column.THEIRS.value
_MUTED = frozenset({Column.AIM.value, Column.GUESSES.value})
_Index = QModelIndex | QPersistentModelIndex


class PortfolioTable(QTableView):
    """Says to which account one went, and that one wants to open it."""

    chosen = Signal()
    ordered = Signal()
    open_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PortfolioTableModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_AccountDelegate(theme, self._model, self))
        only_read(self, _("Accounts side by side"))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setAccessibleName(_("Columns, each sorts the table"))
        self._measure()
        self._connect(theme)

    def show_rows(self, rows: Sequence[PortfolioRow], today: date) -> None:
        """Show these accounts, sorted and narrowed as before, with the same one chosen."""
        top = self.verticalScrollBar().value()
        place = self.currentIndex()
        with QSignalBlocker(self):
            goal = self.chosen_id()
            self._model.show(rows, today)
            self._go_to(goal, place)
        self.verticalScrollBar().setValue(top)

    def narrow(self, narrowing: Narrowing) -> None:
        """Let only some through, and stay with the one that is chosen where it is among them."""
        place = self.currentIndex()
        with QSignalBlocker(self):
            goal = self.chosen_id()
            self._model.narrow(narrowing)
            self._go_to(goal, place)

    @property
    def sorted_by(self) -> Column:
        """By which column the accounts are sorted."""
        return self._model.column

    def choose(self, account_id: AccountId) -> None:
        """Go to an account."""
        self._go_to(account_id, self.currentIndex())

    def order(self, column: Column) -> None:
        """Sort by a column; by the same once more, the other way round. The top is shown."""
        place = self.currentIndex()
        with QSignalBlocker(self):
            self._model.order(column)
            self._go_to(None, self._model.index(0, place.column()))
        self.ordered.emit()

    def chosen_told(self) -> PortfolioRow | None:
        """Return the account that is chosen; None without one."""
        index = self.currentIndex()
        return self._model.told(index.row()) if index.isValid() else None

    def chosen_id(self) -> AccountId | None:
        """Return the id of the account that is chosen; None without one."""
        told = self.chosen_told()
        return None if told is None else told.account.id

    def shown(self) -> Sequence[PortfolioRow]:
        """Return the accounts that stand in the table, from top to bottom."""
        return self._model.shown()

    def count_all(self) -> int:
        """Return how many accounts there are, shown or not."""
        return self._model.count_all()

    def column(self) -> Column:
        """Return the column that one stands in."""
        return Column(max(self.currentIndex().column(), 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() not in {_PLAIN, _KEYPAD}:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.open_wanted.emit()
        elif key == Qt.Key.Key_S:
            self.order(self.column())
        elif key == Qt.Key.Key_V:
            event.ignore()  # the page shows the other view
        elif key == Qt.Key.Key_E:
            self.export_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Search for nothing: letters are keys here, and the field above finds."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def _connect(self, theme: Theme) -> None:
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.horizontalHeader().sectionClicked.connect(self._section_clicked)
        self.doubleClicked.connect(self.open_wanted)
        theme.changed.connect(self.viewport().update)

    @Slot()
    def _current_changed(self) -> None:
        self.chosen.emit()

    @Slot(int)
    def _section_clicked(self, section: int) -> None:
        self.order(Column(section))

    def _measure(self) -> None:
        """Give each column the room that its usual words need in this font."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + _AIR_PX)
        level_px = metrics.horizontalAdvance(_("Outstanding")) + MARK_PX + INSET_PX
        needed = {
            Column.AIM: metrics.horizontalAdvance(_("Maintain")),
            Column.OURS: level_px,
            Column.THEIRS: level_px,
            Column.TREND: metrics.horizontalAdvance(_("down {steps}").format(steps=4)),
            Column.GAP: metrics.horizontalAdvance(_("none")),
            Column.LAST: metrics.horizontalAdvance(month_words(_A_LONG_DAY)),
            Column.NEXT: metrics.horizontalAdvance(month_words(_A_LONG_DAY)),
            Column.GUESSES: 0,
        }
        short_px = metrics.horizontalAdvance("10 of 10")
        self._least_px = metrics.averageCharWidth() * _LEAST_LETTERS
        header = self.horizontalHeader()
        for column in Column:
            titled_px = header.sectionSizeHint(column.value)
            words_px = needed.get(column, short_px) + 2 * INSET_PX + _SPARE_PX
            self.setColumnWidth(column.value, max(titled_px, words_px))
        self._spread()

    def _spread(self) -> None:
        """Give what is left to the name and to what asks for attention."""
        taken = sum(self.columnWidth(each.value) for each in Column if each > Column.FLAGS)
        left = max(self.viewport().width() - taken, 2 * self._least_px)
        account = int(left * _ACCOUNT_PART)
        self.setColumnWidth(Column.ACCOUNT.value, account)
        self.setColumnWidth(Column.FLAGS.value, left - account)

    def _go_to(self, account_id: AccountId | None, place: QModelIndex) -> None:
        found = None if account_id is None else self._model.position_of(account_id)
        position = max(place.row(), 0) if found is None else found
        last = self._model.rowCount() - 1
        column = max(place.column(), 0)
        index = self._model.index(min(position, last), column) if last >= 0 else QModelIndex()
        self.setCurrentIndex(index)


class _AccountDelegate(QStyledItemDelegate):
    """Paints a cell from the prepared words, without asking the model for each role."""

    def __init__(self, theme: Theme, model: PortfolioTableModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, place = self._model.row(index.row()), index.column()
        colours = self._theme.colours
        box: QRect = option.rect
        paint_ruled(painter, option, colours)
        is_late = place == _FLAGS and row.is_late
        painter.setPen(ink(option, colours, is_alarm=is_late, is_mute=place in _MUTED))
        room = box.adjusted(INSET_PX, 0, -INSET_PX, 0)
        if place in {_OURS, _THEIRS}:
            self._paint_mark(painter, room, row, place, is_chosen=is_chosen(option))
        paint_words(painter, room, row.words[place])
        if option.state & _FOCUSED:
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _paint_mark(
        self, painter: QPainter, room: QRect, row: Row, place: int, *, is_chosen: bool
    ) -> None:
        level = row.ours if place == _OURS else row.theirs
        if level is not None:
            top = room.center().y() - MARK_PX / 2 + 0.5
            mark = QRectF(room.left(), top, MARK_PX, MARK_PX)
            paint_level(painter, mark, level, self._theme.colours, chosen=is_chosen)
            room.setLeft(room.left() + MARK_PX + INSET_PX)
