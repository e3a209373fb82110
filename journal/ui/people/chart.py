"""The people of an account as an outline with thin lines; the arrow keys follow them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from journal.domain.record import RecordId
from journal.ui.people.chart_model import NOBODY, ChartModel, Row
from journal.ui.people.outline import Entry
from journal.ui.shared.row_painting import LOW, is_chosen, paint_note, paint_rounded, paint_words
from journal.ui.shared.side_list import INSET_PX, Index, SideList
from journal.ui.theme import Theme, sized
from journal.wording import _

_STEP_PX = 18
_LINE_PX = 8  # where a boss's line runs, right of the beginning of the name
_LEAST_STEP_PX = 4
# Of the width, however many bosses stand above each other.
_MOST_INDENT = 0.4
_GAP_PX = 6
_HEADING_GAP_PX = 10


class Chart(SideList):
    """Up and down go through everybody, left to the boss, right to who reports to one.

    `entry_chosen` says the key of who the user went to; `entered` that Enter was pressed.
    """

    entry_chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("People"), parent)
        self._model = ChartModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self._model, self))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show these without saying so; the same one stays set off where it is still there."""
        chosen = self.chosen()
        with QSignalBlocker(self):
            self._model.show(entries, today)
        self.choose(chosen)

    def choose(self, key: RecordId) -> None:
        """Set an entry off without saying so."""
        position = self._model.position_of(key)
        with QSignalBlocker(self):
            if position is None:
                self.setCurrentIndex(QModelIndex())
            elif self.currentIndex().row() != position:
                self.setCurrentIndex(self._model.index(position))

    def chosen(self) -> RecordId:
        """Return the key of the entry that is set off; empty for none."""
        index = self.currentIndex()
        return self._model.row(index.row()).key if index.isValid() else NOBODY

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        following: int | None = None
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Left and index.isValid():
            following = self._model.boss_of(index.row())
        elif event.key() == Qt.Key.Key_Right and index.isValid():
            following = self._model.report_of(index.row())
        else:
            super().keyPressEvent(event)
        if following is not None:
            self.setCurrentIndex(self._model.index(following))

    @override
    def sizeHint(self) -> QSize:
        return QSize(260, 240)

    @Slot()
    def _current_changed(self) -> None:
        if self.chosen():
            self.entry_chosen.emit(self.chosen())


def step_px(width: float, deepest: int) -> int:
    """Return how far a report stands right of the boss; less where there are many levels.

    Args:
        width: Of the list, in pixels.
        deepest: How many bosses stand above each other, at most.
    """
    room = int(width * _MOST_INDENT) // max(1, deepest)
    return max(_LEAST_STEP_PX, min(_STEP_PX, room))


class _Delegate(QStyledItemDelegate):
    """Paints a row; every word of it was made before."""

    def __init__(self, theme: Theme, model: ChartModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index.row())
        name, small = self._heights()
        if not row.key:
            return QSize(0, small + _GAP_PX + _HEADING_GAP_PX)
        return QSize(0, name + (small if row.under else 0) + 2 * _GAP_PX)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        box = QRectF(option.rect)
        painter.save()
        if row.key:
            self._paint_person(painter, option, box, row)
        else:
            painter.setFont(sized(self._view.font(), self._small_px(), strong=True))
            painter.setPen(self._theme.colours.mute)
            paint_words(painter, box.adjusted(INSET_PX, 0, -INSET_PX, -3), row.text, LOW)
        painter.restore()

    def _paint_person(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, row: Row
    ) -> None:
        colours = self._theme.colours
        chosen = is_chosen(option)
        self._paint_lines(painter, box, row)
        left = INSET_PX + row.depth * step_px(box.width(), self._model.deepest)
        words = box.adjusted(left, _GAP_PX, -INSET_PX, -_GAP_PX)
        ground = words.adjusted(-6, 1 - _GAP_PX, 6, _GAP_PX - 1)
        paint_rounded(painter, option, ground, colours)
        ink = colours.accent_ink if chosen else colours.mute if row.is_past else colours.ink
        quiet = colours.accent_ink if chosen else colours.mute
        name, _small = self._heights()
        first = QRectF(words.left(), words.top(), words.width(), name)
        painter.setFont(sized(self._view.font(), self._small_px()))
        painter.setPen(quiet)
        first = paint_note(painter, first, row.note)
        paint_words(painter, words.adjusted(0, name, 0, 0), row.under)
        painter.setFont(self._view.font())
        painter.setPen(ink)
        paint_words(painter, first, row.text)

    def _paint_lines(self, painter: QPainter, box: QRectF, row: Row) -> None:
        painter.setPen(QPen(self._theme.colours.edge, 1))
        name, _small = self._heights()
        top, middle, bottom = int(box.top()), int(box.top() + _GAP_PX + name / 2), int(box.bottom())
        step = step_px(box.width(), self._model.deepest)
        aside = min(_LINE_PX, step // 2)
        first = round(box.left()) + INSET_PX + aside
        for depth, goes_on in enumerate(row.lines):
            x = first + depth * step
            is_own = depth == row.depth - 1
            if goes_on or is_own:
                painter.drawLine(x, top, x, bottom if goes_on else middle)
            if is_own:
                painter.drawLine(x, middle, x + max(1, step - aside - 3), middle)
        if row.has_reports:
            x = first + row.depth * step
            painter.drawLine(x, bottom - _GAP_PX, x, bottom)

    def _heights(self) -> tuple[int, int]:
        return self._view.fontMetrics().height(), self._small_metrics().height()

    def _small_metrics(self) -> QFontMetrics:
        return QFontMetrics(sized(self._view.font(), self._small_px()))

    def _small_px(self) -> int:
        return max(11, self._view.font().pixelSize() - 2)
