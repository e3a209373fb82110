"""Paints the rows of the page: whose a line is, the line, and under it what is known of it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from journal.ui.negotiation.outline_model import Index, OutlineModel
from journal.ui.negotiation.rows import Row
from journal.ui.shared.row_painting import LOW, is_chosen, paint_note, paint_rounded
from journal.ui.shared.side_list import INSET_PX
from journal.ui.shared.wrapped import Wrapped
from journal.ui.theme import LABEL_PX, Theme, sized

_LEAD_LETTERS = 9
_FRAME_PX = 10  # of a field, left of its text
_AIR_PX = 5
_ABOVE_HEADING_PX = 14
_TEXT_LINES = 3
_NOTE_LINES = 2
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AWAY = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class OutlineDelegate(QStyledItemDelegate):
    """Every word was made before; the lines that a text takes are kept for its width.

    `typed` says the key of the row in which a line was typed, and the line; the field stays for
    the next one. `left` says the key by which the field was left.
    """

    typed = Signal(str, str)
    left = Signal(int)

    def __init__(self, theme: Theme, model: OutlineModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._view = parent
        self._kept: dict[tuple[str, int, str], Wrapped] = {}

    def lead_px(self) -> int:
        """Return how wide the words before a line are."""
        return _LEAD_LETTERS * self._view.fontMetrics().averageCharWidth()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index.row())
        if row.is_heading:
            above = _ABOVE_HEADING_PX if index.row() else _AIR_PX
            return QSize(0, above + self._view.fontMetrics().height() + _AIR_PX)
        text, notes = self._wrapped(row)
        height = text.height_px + (notes.height_px if notes else 0)
        return QSize(0, height + 2 * _AIR_PX)

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        row = self._model.row(index.row())
        made = QLineEdit(parent)
        made.setAccessibleName(row.spoken)
        made.setPlaceholderText(row.text)
        return made

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave what is typed alone, whatever changes around it."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self.take(editor, self._model.row(index.row()).key)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        left = INSET_PX + self.lead_px() - _FRAME_PX
        height = editor.sizeHint().height()
        box = option.rect.adjusted(left, 0, -INSET_PX, 0)
        box.setTop(box.center().y() - height // 2 + 1)
        box.setHeight(height)
        editor.setGeometry(box)

    def take(self, editor: QLineEdit, key: str) -> None:
        """Say what was typed, once, and make room for the next line."""
        text = editor.text().strip()
        editor.clear()
        if text:
            self.typed.emit(key, text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            key = Qt.Key(event.key())
            if key in _ENTER:
                self.commitData.emit(watched)
                return True
            if key in _AWAY:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
                self.left.emit(key)
                return True
        return super().eventFilter(watched, event)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        painter.save()
        if row.is_heading:
            self._paint_heading(painter, QRectF(option.rect), row)
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, row: Row) -> None:
        height = self._view.fontMetrics().height()
        words = QRectF(box.left(), box.bottom() - height - _AIR_PX, box.width(), height)
        words.adjust(INSET_PX, 0, -INSET_PX, 0)
        painter.setFont(self._small())
        painter.setPen(self._theme.colours.mute)
        left = paint_note(painter, words, row.aside)
        painter.setFont(sized(self._view.font(), self._view.font().pixelSize(), strong=True))
        painter.setPen(self._theme.colours.ink)
        painter.drawText(left, LOW, row.text)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        colours = self._theme.colours
        box = QRectF(option.rect)
        paint_rounded(painter, option, box.adjusted(4, 1, -4, -1), colours)
        chosen = is_chosen(option)
        quiet = colours.accent_ink if chosen else colours.mute
        top = box.top() + _AIR_PX
        left = box.left() + INSET_PX
        painter.setFont(self._view.font())
        painter.setPen(quiet)
        lead = QRectF(left, top, self.lead_px(), self._view.fontMetrics().height())
        painter.drawText(lead, int(Qt.AlignmentFlag.AlignLeft), row.lead)
        text, notes = self._wrapped(row)
        painter.setPen(quiet if row.is_mute else colours.accent_ink if chosen else colours.ink)
        text.draw(painter, QPointF(left + self.lead_px(), top))
        if notes:
            painter.setPen(quiet)
            notes.draw(painter, QPointF(left + self.lead_px(), top + text.height_px))

    def _wrapped(self, row: Row) -> tuple[Wrapped, Wrapped | None]:
        # Whether the list scrolls follows from the heights, so its bar is always left room.
        bar = self._view.verticalScrollBar().sizeHint().width()
        room = self._view.width() - bar - 2 * INSET_PX - self.lead_px()
        text = self._lay_out(row.text, self._view.font(), room, _TEXT_LINES)
        if not row.notes:
            return text, None
        return text, self._lay_out(" · ".join(row.notes), self._small(), room, _NOTE_LINES)

    def _lay_out(self, text: str, font: QFont, room: int, at_most: int) -> Wrapped:
        key = (text, room, font.key())
        if key not in self._kept:
            self._kept[key] = Wrapped(text, font, room, at_most)
        return self._kept[key]

    def forget(self) -> None:
        """Lay all of it out again, where it is another account's."""
        self._kept.clear()

    def _small(self) -> QFont:
        small = max(LABEL_PX, self._view.font().pixelSize() - 2)
        return sized(self._view.font(), small)
