"""Both sides' numbers, drawn with what joins them: walked by the arrow keys, joined by hand."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from journal.domain.metric import Metric
from journal.timeline.scene import Rect
from journal.timeline.tied import Ends
from journal.timeline.ties import Drawn, draw_ties
from journal.ui.alignment.charting import Charted, ends_of
from journal.ui.shared.hover_card import HoverCard
from journal.ui.shared.scene_painter import Lettering, ScenePainter
from journal.ui.shared.spoken_cells import CellWidget
from journal.ui.theme import Theme

_LEAST_WIDTH_PX, _WIDTH_PX = 420, 720
_REACH_PX = 6.0
_DRAG_PX = 6
_CORNER_PX = 4
_JOINS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_BARE = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


class TieMap(CellWidget):
    """The arrow keys go from number to number; Enter or Space joins one with one across.

    `come_to` says the part that is in hand now, by its number in `Charted`; `opened` a pair, and
    `edit_wanted` a number, of which the user wants to say more; `delete_wanted` a part.
    """

    come_to = Signal(int)
    opened = Signal(int)
    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    add_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lettering = Lettering(self.font())
        self._painter = ScenePainter(theme.colours, self._lettering)
        self._charted: Charted | None = None
        self._drawn: Drawn | None = None
        self._joined_from: int | None = None
        self._pressed: int | None = None
        self._pressed_at = QPointF()
        self._pointer: QPointF | None = None  # while a box is dragged
        self._card = HoverCard(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._theme_changed)

    @property
    def charted(self) -> Charted | None:
        """What is shown; None before the first account."""
        return self._charted

    @property
    def drawn(self) -> Drawn | None:
        """What is painted; None before there is anything."""
        return self._drawn

    @property
    def is_joining(self) -> bool:
        """Whether the arrow keys choose the other end of a pair."""
        return self._joined_from is not None

    def show_chart(self, charted: Charted, current: int) -> None:
        """Show another account, or the same as it is now, with one part in hand."""
        self._joined_from = None
        self._charted = charted
        self._speak_of(list(charted.spoken))
        self._current = min(current, max(len(charted.spoken) - 1, 0))
        self.setAccessibleName(charted.chart.title)
        self.setAccessibleDescription(charted.chart.words)
        self._draw()

    def go_to(self, part: int) -> None:
        """Come to a part, as the arrow keys do."""
        if self._charted is not None and 0 <= part < len(self._charted.spoken):
            self._joined_from = None
            self._come_to(part)

    @override
    def rect_of(self, number: int) -> QRect:
        charted, drawn = self._charted, self._drawn
        if charted is None or drawn is None or number >= len(charted.spoken):
            return QRect()
        metric, pair = charted.number_at(number), charted.pair_at(number)
        if metric is not None:
            return _whole(drawn.numbers[metric.id])
        return QRect() if pair is None else _place_of(ends_of(pair), drawn)

    @override
    def number_at(self, place: QPoint) -> int | None:
        charted, drawn = self._charted, self._drawn
        if charted is None or drawn is None:
            return None
        for number, rect in drawn.numbers.items():
            if rect.holds(place.x(), place.y()):
                return charted.part_of(number)
        for ends, rect in drawn.words.items():
            if rect.holds(place.x(), place.y()):
                return charted.part_of_pair(ends)
        near = {ends: line.distance(place.x(), place.y()) for ends, line in drawn.lines.items()}
        nearest = min(near, key=near.__getitem__, default=None)
        if nearest is None or near[nearest] > _REACH_PX:
            return None
        return charted.part_of_pair(nearest)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH_PX, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._theme_changed()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._charted is not None and self._spoken:
            self._come_to(self._current)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._card.hide()
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        # Left to the page, the key would be for what is set off in the timeline.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._card.hide()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.number_at(event.position().toPoint())
            self._pressed_at = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self.number_at(event.position().toPoint())
        start, charted = self._pressed, self._charted
        if start is None or charted is None:
            self._point_at(event.position().toPoint(), part)
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        if self._metric(start) is None or (self._pointer is None and moved < _DRAG_PX):
            return
        self._card.hide()
        self._pointer = event.position()
        self._joined_from = start
        joined = None if part is None else charted.pair_with(start, part)
        self._current = start if joined is None else joined
        self._draw()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        part, is_dragged = self._current, self._pointer is not None
        pressed, self._pressed, self._pointer, self._joined_from = self._pressed, None, None, None
        if not is_dragged:
            self._come_to(pressed)
        elif self._metric(part) is None:
            self._come_to(part)
            self.opened.emit(part)
        else:
            self._come_to(pressed)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        part = self.number_at(event.position().toPoint())
        if part is not None and event.button() == Qt.MouseButton.LeftButton:
            (self.opened if self._metric(part) is None else self.edit_wanted).emit(part)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() not in _BARE or not self._do(key):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None:
            return
        painter = QPainter(self)
        self._painter.paint(painter, self._drawn.scene)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colours.accent_text, 2))
        if self.hasFocus():
            for rect in self._framed():
                frame = QRectF(rect).adjusted(-1, -1, 1, 1)
                painter.drawRoundedRect(frame, _CORNER_PX, _CORNER_PX)
        if self._pointer is not None and self._metric(self._current) is not None:
            painter.drawLine(QRectF(self.rect_of(self._current)).center(), self._pointer)
        painter.end()

    def _framed(self) -> list[QRect]:
        """Return what a frame is drawn about: a number, or both of a pair and its words."""
        drawn, charted = self._drawn, self._charted
        pair = None if charted is None else charted.pair_at(self._current)
        if drawn is None or pair is None:
            rect = self.rect_of(self._current)
            return [] if rect.isEmpty() else [rect]
        ends = ends_of(pair)
        words = [drawn.words[ends]] if ends in drawn.words else []
        return [_whole(each) for each in (*(drawn.numbers[end] for end in ends), *words)]

    # --- what keys and hands do -----------------------------------------------------------------

    def _do(self, key: Qt.Key) -> bool:
        """Do what a key asks; False where it asks nothing here."""
        if key == Qt.Key.Key_N:
            self.add_wanted.emit()
            return True
        if self._charted is None or not self._spoken:
            return False
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _SIDEWAYS:
            self._go_across(to_ours=_SIDEWAYS[key])
        elif key in _JOINS:
            self.join()
        else:
            return self._act(key)
        return True

    def _act(self, key: Qt.Key) -> bool:
        """Do what a key asks of what is in hand."""
        if key == Qt.Key.Key_Escape and self._joined_from is not None:
            start, self._joined_from = self._joined_from, None
            self._come_to(start)
        elif key == Qt.Key.Key_E:
            is_pair = self._metric(self._current) is None
            (self.opened if is_pair else self.edit_wanted).emit(self._current)
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(self._current)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """Go up or down: on the side, among the pairs drawn, or to another other end."""
        charted, start = self._charted, self._joined_from
        if charted is None:
            return
        pair = charted.pair_at(self._current)
        if pair is None:
            self._come_to(charted.neighbour(self._current, by))
        elif start is None:
            self._come_to(charted.next_pair(self._current, by))
        else:
            there = pair.ours if charted.is_theirs(start) else pair.theirs
            other = charted.neighbour(charted.part_of(there.id), by)
            joined = charted.pair_with(start, other)
            self._come_to(self._current if joined is None else joined)

    def _go_across(self, *, to_ours: bool) -> None:
        charted = self._charted
        if charted is None or self.is_joining:
            return
        pair = charted.pair_at(self._current)
        if pair is not None:
            self._come_to(charted.part_of((pair.ours if to_ours else pair.theirs).id))
        elif charted.is_theirs(self._current) is to_ours:
            other = charted.opposite(self._current)
            if other is not None:
                self._come_to(other)

    @Slot()
    def join(self) -> None:
        """Begin to join a number, or be done with it."""
        charted = self._charted
        if charted is None or self._metric(self._current) is None:
            self._joined_from = None
            self._come_to(self._current)
            self.opened.emit(self._current)
            return
        other = charted.opposite(self._current)
        joined = None if other is None else charted.pair_with(self._current, other)
        if joined is not None:
            self._joined_from = self._current
            self._come_to(joined)

    def _metric(self, part: int) -> Metric | None:
        return None if self._charted is None else self._charted.number_at(part)

    def _come_to(self, part: int) -> None:
        self._go(part)
        self.setAccessibleDescription(self._charted.spoken[part] if self._charted else "")
        self._draw()
        self.come_to.emit(part)

    def _point_at(self, place: QPoint, part: int | None) -> None:
        if part is None or self._charted is None:
            self._card.hide()
            self.setCursor(Qt.CursorShape.ArrowCursor)
        else:
            self._card.show_at(place, self._charted.spoken[part])
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    # --- what is painted ------------------------------------------------------------------------

    @Slot()
    def _theme_changed(self) -> None:
        self._lettering = Lettering(self.font())
        self._painter = ScenePainter(self._theme.colours, self._lettering)
        self._draw()

    def _draw(self) -> None:
        charted = self._charted
        if charted is None:
            return
        number, pair = charted.number_at(self._current), charted.pair_at(self._current)
        joining: Ends | None = None
        if pair is not None and (self.is_joining or not pair.is_looked_at):
            joining = ends_of(pair)
        chart = charted.looking_at(None if number is None else number.id, joining)
        width = max(self.width(), _LEAST_WIDTH_PX)
        self._drawn = draw_ties(chart, width, self._lettering.measure)
        height = round(self._drawn.scene.height_px)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        self.update()


def _place_of(ends: Ends, drawn: Drawn) -> QRect:
    """Return where a pair is drawn: its words, else its line; empty where neither is."""
    if ends in drawn.words:
        return _whole(drawn.words[ends])
    line = drawn.lines.get(ends)
    if line is None:
        return QRect()
    top, bottom = sorted((line.y1, line.y2))
    return _whole(Rect(line.x1, top, line.x2, bottom + 1))


def _whole(rect: Rect) -> QRect:
    return QRectF(rect.left, rect.top, rect.width, rect.height).toAlignedRect()
