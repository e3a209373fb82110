"""The mark of a rating: a colour and, for those who do not see it, a shape."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from journal.domain.rating import Level
from journal.levels import level_words
from journal.ui.colours import Colours
from journal.ui.theme import Theme

MARK_PX = 10


def paint_level(
    painter: QPainter, box: QRectF, level: Level | None, colours: Colours, *, chosen: bool = False
) -> None:
    """Draw the mark of a rating into a square box; None is an empty ring.

    Down triangle, diamond, square, circle, up triangle: from Damaged to Outstanding.

    Args:
        chosen: It stands on the accent colour, and its outline turns to the colour of text
            there.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if level is None:
        painter.setPen(QPen(colours.accent_ink if chosen else colours.edge, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        look = colours.levels[level]
        painter.setPen(QPen(colours.accent_ink if chosen else look.edge, 1))
        painter.setBrush(look.fill)
        _shape(painter, box, level)
    painter.restore()


def _shape(painter: QPainter, box: QRectF, level: Level) -> None:
    if level is Level.NEUTRAL:
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 1, 1)
    elif level is Level.POSITIVE:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif level is Level.STRAINED:
        painter.drawPolygon(_polygon(box, 4, 0.0))
    else:
        turn = 180.0 if level is Level.DAMAGED else 0.0
        painter.drawPolygon(_polygon(box, 3, turn))


def _polygon(box: QRectF, corners: int, turn_degrees: float) -> QPolygonF:
    """Return a regular polygon that points up, turned clockwise."""
    centre, radius = box.center(), box.width() / 2 + 0.5
    if corners % 2:  # A triangle's middle of mass lies low in its box.
        centre += QPointF(0, radius * (0.14 if not turn_degrees else -0.14))
    angles = (math.radians(turn_degrees + 360 * each / corners) for each in range(corners))
    return QPolygonF(
        [centre + QPointF(radius * math.sin(a), -radius * math.cos(a)) for a in angles]
    )


class LevelMark(QWidget):
    """The mark of a rating as a small widget; its name is the rating's word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level: Level | None = None
        self.setFixedSize(QSize(MARK_PX + 2, MARK_PX + 2))
        self.set_level(None)
        theme.changed.connect(self.update)

    def set_level(self, level: Level | None) -> None:
        """Show another rating."""
        self._level = level
        self.setAccessibleName(level_words(level))
        self.setToolTip(level_words(level))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_level(painter, box, self._level, self._theme.colours)
        painter.end()
