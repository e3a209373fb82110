"""Painting the rows of lists and tables: their ground, and words cut where there is no room."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journal.ui.colours import Colours
from journal.ui.shared.eliding import elided

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_FOCUSED = QStyle.StateFlag.State_HasFocus
_AIR_PX = 8
_ROUND_PX = 4


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Say whether a row is set off, so that its words stand on the accent colour."""
    return bool(option.state & _SELECTED)


def ink(option: QStyleOptionViewItem, colours: Colours, *, is_alarm: bool, is_mute: bool) -> QColor:
    """Return the colour of words: on the accent of a row that is set off, or by what they say."""
    if is_chosen(option):
        return colours.accent_ink
    if is_alarm:
        return colours.alarm
    return colours.mute if is_mute else colours.ink


def paint_ruled(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
    """Paint the ground of a row that a thin line parts from the next."""
    box: QRect = option.rect
    if is_chosen(option):
        painter.fillRect(box, colours.accent)
    else:
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, colours.line)


def paint_rounded(
    painter: QPainter, option: QStyleOptionViewItem, box: QRectF, colours: Colours
) -> None:
    """Paint the ground of a row that stands by itself: set off, focused, under the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & _SELECTED:
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
    elif option.state & _HOVERED:
        painter.setBrush(colours.hover)
        painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
    if option.state & _SELECTED and option.state & _FOCUSED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colours.ink)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_note(painter: QPainter, box: QRectF, note: str) -> QRectF:
    """Paint a note at the right, and return the room that it leaves."""
    painter.drawText(box, RIGHT, note)
    taken = painter.fontMetrics().horizontalAdvance(note) + _AIR_PX if note else 0
    return box.adjusted(0, 0, -taken, 0)


def paint_words(painter: QPainter, box: QRect | QRectF, words: str, place: int = LEFT) -> None:
    """Paint words, cut where there is no room."""
    painter.drawText(box, place, elided(painter.fontMetrics(), words, int(box.width())))
