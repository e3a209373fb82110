"""Paints the lines of the framework: the tick, the text, and under it what is to be known of it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from journal.ui.brief.framework_rows import Row
from journal.ui.brief.line_model import Index, LineModel
from journal.ui.shared.row_painting import LOW, ink, is_chosen, paint_rounded, paint_words
from journal.ui.shared.side_list import INSET_PX
from journal.ui.shared.tick_box import paint_tick
from journal.ui.shared.wrapped import Wrapped
from journal.ui.theme import LABEL_PX, Theme, sized

_TICK_PX = 14
_TEXT_PX = INSET_PX + _TICK_PX + 10  # left of every text, ticked or not
_AIR_PX = 5
_ABOVE_HEADING_PX = 14
_TEXT_LINES = 4
_NOTE_LINES = 3
_CHECK = Qt.ItemDataRole.CheckStateRole


class LineDelegate(QStyledItemDelegate):
    """A click left of the text ticks it, as Space does anywhere in the row."""

    def __init__(self, theme: Theme, model: LineModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index.row())
        if row.is_heading:
            above = _ABOVE_HEADING_PX if index.row() else _AIR_PX
            return QSize(0, above + self._view.fontMetrics().height() + _AIR_PX)
        text, note = self._wrapped(row)
        return QSize(0, text.height_px + (note.height_px if note else 0) + 2 * _AIR_PX)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        is_tick = event.position().x() < option.rect.left() + _TEXT_PX
        row = self._model.row(index.row())
        if event.type() != QEvent.Type.MouseButtonRelease or not is_tick or row.is_ticked is None:
            return False
        turned = Qt.CheckState.Unchecked if row.is_ticked else Qt.CheckState.Checked
        return model.setData(index, turned.value, _CHECK)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        painter.save()
        if row.is_heading:
            self._paint_heading(painter, option, row)
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        box = QRectF(option.rect).adjusted(INSET_PX, 0, -INSET_PX, -_AIR_PX)
        painter.setFont(sized(self._view.font(), self._view.font().pixelSize(), strong=True))
        painter.setPen(self._theme.colours.ink)
        paint_words(painter, box, row.text, LOW)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        colours = self._theme.colours
        box = QRectF(option.rect)
        paint_rounded(painter, option, box.adjusted(4, 1, -4, -1), colours)
        text, note = self._wrapped(row)
        top = box.top() + _AIR_PX
        is_mute = row.is_ticked is None and row.kind is not None
        words = ink(option, colours, is_alarm=False, is_mute=is_mute)
        painter.setPen(words)
        text.draw(painter, QPointF(box.left() + _TEXT_PX, top))
        if row.is_ticked is not None:
            edge = words if is_chosen(option) else colours.edge
            painter.setPen(QPen(edge, 1.2))
            self._paint_tick(painter, QPointF(box.left() + INSET_PX, top + 1), ticked=row.is_ticked)
        if note:
            painter.setPen(ink(option, colours, is_alarm=row.is_alarm, is_mute=True))
            note.draw(painter, QPointF(box.left() + _TEXT_PX, top + text.height_px))

    def _paint_tick(self, painter: QPainter, at: QPointF, *, ticked: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(at.x(), at.y(), _TICK_PX, _TICK_PX), 3, 3)
        if ticked:
            paint_tick(painter, QRectF(at.x(), at.y(), _TICK_PX, _TICK_PX))

    def _wrapped(self, row: Row) -> tuple[Wrapped, Wrapped | None]:
        room = self._view.viewport().width() - _TEXT_PX - INSET_PX
        text = Wrapped(row.text, self._view.font(), room, _TEXT_LINES)
        return text, Wrapped(row.note, self._small(), room, _NOTE_LINES) if row.note else None

    def _small(self) -> QFont:
        return sized(self._view.font(), max(LABEL_PX, self._view.font().pixelSize() - 2))
