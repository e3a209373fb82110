"""Paints the rows of the page: whose a line is, the line, and under it what is known of it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from journal.ui.negotiation.outline_model import Index, OutlineModel
from journal.ui.negotiation.rows import Row
from journal.ui.shared.row_painting import LOW, is_chosen, paint_note, paint_rounded
from journal.ui.shared.side_list import INSET_PX
from journal.ui.shared.wrapped import Wrapped
from journal.ui.theme import LABEL_PX, Theme, sized

_LEAD_LETTERS = 9
_AIR_PX = 5
_ABOVE_HEADING_PX = 14
_TEXT_LINES = 3
_NOTE_LINES = 2


class OutlineDelegate(QStyledItemDelegate):
    """Every word was made before; the lines that a text takes are kept for its width."""

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
        text, notes = self._wrapped(row, self._view.viewport().width())
        height = text.height_px + (notes.height_px if notes else 0)
        return QSize(0, height + 2 * _AIR_PX)

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
        text, notes = self._wrapped(row, int(box.width()))
        painter.setPen(quiet if row.is_mute else colours.accent_ink if chosen else colours.ink)
        text.draw(painter, QPointF(left + self.lead_px(), top))
        if notes:
            painter.setPen(quiet)
            notes.draw(painter, QPointF(left + self.lead_px(), top + text.height_px))

    def _wrapped(self, row: Row, width_px: int) -> tuple[Wrapped, Wrapped | None]:
        room = width_px - 2 * INSET_PX - self.lead_px()
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
