"""Draws a Scene with QPainter, dumbly: boxes, lines, marks, cards, labels, in that order."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from journal.domain.rating import Level
from journal.timeline.scene import (
    Anchor,
    Box,
    Dash,
    Label,
    Line,
    Mark,
    Rect,
    Role,
    Scene,
)
from journal.timeline.shapes import OUTLINES, Fill, Outline
from journal.ui.colours import Colours
from journal.ui.theme import sized

# In pixels, as in the files; Qt counts in widths of the pen.
_DASHES = {Dash.DASHED: (5.0, 4.0), Dash.DOTTED: (0.1, 4.0)}
_NO_PEN = Qt.PenStyle.NoPen
_NO_BRUSH = Qt.BrushStyle.NoBrush
_ROUND = Qt.PenCapStyle.RoundCap
_ROUND_JOIN = Qt.PenJoinStyle.RoundJoin
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_ANTIALIASED = QPainter.RenderHint.Antialiasing


def role_colours(colours: Colours) -> dict[Role, QColor]:
    """Say which colour each role of a scene has in a set."""
    rating = {
        Role[f"RATING_{level.name}"]: look.edge if level is Level.STRAINED else look.fill
        for level, look in colours.levels.items()
    }
    return rating | {
        Role.INK: colours.ink,
        # Of the sets' two the darker one: it also stands on the bands of the owners.
        Role.MUTE: colours.side_mute,
        Role.LINE: colours.line,
        Role.CARD: colours.card,
        Role.ACCENT: colours.accent_text,
        Role.BAND: colours.band,
        Role.BAND_SELF: colours.accent_soft,
        Role.GAP: colours.gap,
        Role.HELD: colours.accent_text,
        Role.LOST: colours.alarm,
        Role.CALLED_OFF: colours.mute,
        Role.PLANNED: colours.accent_text,
        Role.UNRECORDED: colours.levels[Level.STRAINED].edge,
        Role.BARRIER: colours.levels[Level.STRAINED].edge,
        Role.BARRIER_LIFTED: colours.levels[Level.POSITIVE].edge,
        Role.KEPT: colours.levels[Level.OUTSTANDING].fill,
        Role.OWED: colours.mute,
        Role.LATE: colours.alarm,
        Role.VISION: colours.accent_text,
        Role.BAR: colours.bar,
        Role.BAR_AFTER: colours.levels[Level.POSITIVE].fill,
    }


class Lettering:
    """Measures texts in the window's font, each text and size once."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics: dict[float, QFontMetricsF] = {}
        self._widths: dict[tuple[str, float], float] = {}

    def font(self, size_px: float) -> QFont:
        """Return the font at a size in pixels."""
        return sized(self._font, round(size_px))

    def measure(self, text: str, size_px: float) -> float:
        """Return how wide a text will be, in pixels."""
        key = (text, size_px)
        width = self._widths.get(key)
        if width is None:
            metrics = self._metrics.get(size_px)
            if metrics is None:
                metrics = self._metrics[size_px] = QFontMetricsF(self.font(size_px))
            width = self._widths[key] = metrics.horizontalAdvance(text)
        return width


class ScenePainter:
    """Holds pens, brushes and fonts, so that a frame makes none of them."""

    def __init__(self, colours: Colours, lettering: Lettering) -> None:
        self._colours = role_colours(colours)
        self._lettering = lettering
        self._pens: dict[tuple[Role, float, Dash], QPen] = {}
        self._brushes = {role: QBrush(colour) for role, colour in self._colours.items()}
        self._fonts: dict[float, QFont] = {}

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Draw all of it."""
        painter.setRenderHint(_ANTIALIASED, False)
        self._paint_boxes(painter, scene.boxes)
        self._paint_lines(painter, scene.lines)
        painter.setRenderHint(_ANTIALIASED, True)
        for mark in scene.marks:
            self._paint_mark(painter, mark)
        self._paint_boxes(painter, scene.cards)
        self._paint_labels(painter, scene.labels)

    def _paint_boxes(self, painter: QPainter, boxes: Sequence[Box]) -> None:
        for box in boxes:
            rect = _rect(box.rect)
            if box.edge is None and not box.radius_px and box.fill is not None:
                painter.fillRect(rect, self._brushes[box.fill])
                continue
            painter.setRenderHint(_ANTIALIASED, bool(box.radius_px))
            painter.setBrush(_NO_BRUSH if box.fill is None else self._brushes[box.fill])
            if box.edge is None:
                painter.setPen(_NO_PEN)
            else:
                painter.setPen(self._pen(box.edge, 1, Dash.SOLID))
                rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(rect, box.radius_px, box.radius_px)
        painter.setRenderHint(_ANTIALIASED, False)

    def _paint_lines(self, painter: QPainter, lines: Sequence[Line]) -> None:
        for line in lines:
            upright = line.x1 == line.x2 or line.y1 == line.y2
            painter.setRenderHint(_ANTIALIASED, not (upright and line.width_px == 1))
            painter.setPen(self._pen(line.role, line.width_px, line.dash))
            painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        for outline in OUTLINES[mark.shape]:
            if outline.pen_px:
                painter.setPen(self._pen(mark.role, outline.pen_px, Dash.SOLID))
            else:
                painter.setPen(_NO_PEN)
            painter.setBrush(self._inside(outline.fill, mark.role))
            _draw(painter, outline, mark)

    def _paint_labels(self, painter: QPainter, labels: Sequence[Label]) -> None:
        for label in labels:
            font = self._fonts.get(label.size_px)
            if font is None:
                font = self._fonts[label.size_px] = self._lettering.font(label.size_px)
            painter.setFont(font)
            painter.setPen(self._colours[label.role])
            x = label.x
            if label.anchor is Anchor.END:
                x -= label.width_px
            elif label.anchor is Anchor.MIDDLE:
                x -= label.width_px / 2
            # Else the widget's own direction would order full stops and mixed scripts.
            painter.setLayoutDirection(_RIGHT_TO_LEFT if label.right_to_left else _LEFT_TO_RIGHT)
            painter.drawText(QPointF(x, label.y), label.text)

    def _inside(self, fill: Fill, role: Role) -> QBrush | Qt.BrushStyle:
        if fill is Fill.NONE:
            return _NO_BRUSH
        return self._brushes[Role.CARD if fill is Fill.CARD else role]

    def _pen(self, role: Role, width_px: float, dash: Dash) -> QPen:
        key = (role, width_px, dash)
        pen = self._pens.get(key)
        if pen is None:
            is_round = dash in {Dash.SOLID, Dash.DOTTED} or width_px > 1
            cap = _ROUND if is_round else Qt.PenCapStyle.FlatCap
            pen = QPen(self._colours[role], width_px, Qt.PenStyle.SolidLine, cap, _ROUND_JOIN)
            if dash in _DASHES:
                pen.setDashPattern([each / width_px for each in _DASHES[dash]])
            self._pens[key] = pen
        return pen


def _draw(painter: QPainter, outline: Outline, mark: Mark) -> None:
    radius = mark.radius_px
    if outline.circle:
        size = radius * outline.circle
        painter.drawEllipse(QPointF(mark.x, mark.y), size, size)
        return
    corners = QPolygonF(
        [QPointF(mark.x + x * radius, mark.y + y * radius) for x, y in outline.points]
    )
    if outline.closed:
        painter.drawPolygon(corners)
    else:
        painter.drawPolyline(corners)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.left, rect.top, rect.width, rect.height)
