"""Time on a surface: a scene that is painted, zoomed about the pointer, dragged and pointed at.

What is laid out, and what a chosen mark means, is decided by who shows it; here are the gestures
and the keys that every timeline has.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from journal.domain.record import RecordId
from journal.timeline.dates import Wall
from journal.timeline.extent import Extent
from journal.timeline.hit import spot_at
from journal.timeline.scale import View, centred, clamped, fitted, panned, resized, zoomed
from journal.timeline.scene import Scene, Spot
from journal.ui.shared.hover_card import HoverCard
from journal.ui.shared.scene_painter import Lettering, ScenePainter
from journal.ui.shared.spoken_marks import Marked
from journal.ui.theme import Theme

_REACH_PX = 6
_DRAG_PX = 4
_NOTCH = 120
_NOTCH_FACTOR = 0.85
_KEY_FACTOR = 0.7
_KEY_PAN = 0.2
_CORNER_PX = 6
_SHORTEST_PLOT_S = 86_400.0
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class SceneView(Marked):
    """Shows nothing until its `_extent` is known; then `_laid_out` says what is in view.

    `record_chosen` says what the user chose, `record_wanted` what was double-clicked.
    """

    record_chosen = Signal(str)
    record_wanted = Signal(str)

    def __init__(self, theme: Theme, left_px: float, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            left_px: Before the plot, for the names.
        """
        super().__init__(parent)
        self._theme = theme
        self._lettering = Lettering(self.font())
        self._painter = ScenePainter(theme.colours, self._lettering)
        self._extent: Extent | None = None
        self._wall: Wall | None = None
        self._view = View(start=0, end=_SHORTEST_PLOT_S, width_px=1, height_px=1, left_px=left_px)
        self._pressed_at: QPointF | None = None
        self._dragged = False
        self._card = HoverCard(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._theme_changed)

    @property
    def view(self) -> View:
        """The part of time that is shown."""
        return self._view

    @Slot()
    def zoom_in(self) -> None:
        """Show less time, about what is chosen or about the middle."""
        self._zoom(_KEY_FACTOR, self._zoom_centre())

    @Slot()
    def zoom_out(self) -> None:
        """Show more time."""
        self._zoom(1 / _KEY_FACTOR, self._zoom_centre())

    @Slot()
    def fit(self) -> None:
        """Show the whole history."""
        if self._extent is not None:
            self._view = self._extent.whole(self._view)
            self._look_again()

    @Slot()
    def show_year(self) -> None:
        """Show the calendar year of what is chosen, or of the middle."""
        if self._wall is not None:
            self._show(*self._wall.year_about(self._centre()))

    @Slot()
    def show_quarter(self) -> None:
        """Show the quarter of what is chosen, or of the middle."""
        if self._wall is not None:
            self._show(*self._wall.quarter_about(self._centre()))

    @Slot()
    def show_today(self) -> None:
        """Show as much time as before, with today in the middle."""
        if self._extent is not None:
            shown = centred(self._view, self._extent.now)
            self._show(shown.start, shown.end)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline.addRoundedRect(frame, _CORNER_PX, _CORNER_PX)
        painter.fillPath(outline, self._theme.colours.card)
        if self._scene is not None:
            painter.save()
            painter.setClipPath(outline)
            self._painter.paint(painter, self._scene)
            painter.restore()
        focus = self.hasFocus()
        colours = self._theme.colours
        painter.setPen(QPen(colours.accent_text if focus else colours.line, 2 if focus else 1))
        painter.drawPath(outline)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view = resized(self._view, self.width(), self.height())
        self._look_again()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._theme_changed()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom(1 / max(1 + event.value(), 0.1), event.position().x())
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        sideways = turned.x()
        if event.modifiers() & _SHIFT:
            sideways = sideways or turned.y()
        if sideways:
            self._pan(sideways)
        elif turned.y():
            self._wheel_turned(turned.y(), event)
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._dragged = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            self._point_at(event.position())
            return
        moved = event.position() - self._pressed_at
        if self._dragged or max(abs(moved.x()), abs(moved.y())) > _DRAG_PX:
            self._dragged = True
            self._card.hide()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pressed_at = event.position()
            self._drag(moved)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._pressed_at = None
        if self._dragged:
            self._point_at(event.position())
            return
        spot = self._spot_at(event.position())
        if spot is not None and len(spot.records) == 1:
            self._choose_by_user(spot.records[0])
        elif spot is not None:
            self._zoom(_KEY_FACTOR, event.position().x())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and spot is not None and len(spot.records) == 1:
            self.record_wanted.emit(spot.records[0])
        else:
            self.mousePressEvent(event)  # two quick clicks on a count look closer twice

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._card.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._navigate(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _laid_out(self) -> Scene | None:
        """Return what is in view, as whoever shows it lays it out; None for nothing."""
        return None

    def _moment_of(self, _record_id: RecordId) -> float | None:
        """Return when a record happened for which there is no room; None where that is unknown."""
        return None

    def _choose_by_user(self, record_id: RecordId) -> None:
        """Set a record off, and say so."""
        self._chosen = record_id
        self._look_again()
        self.record_chosen.emit(record_id)

    def _look_again(self) -> None:
        scene = self._laid_out()
        if scene is None:
            return
        self._draw(scene)
        self.setAccessibleDescription(scene.words)
        self.update()

    @Slot()
    def _theme_changed(self) -> None:
        self._lettering = Lettering(self.font())
        self._painter = ScenePainter(self._theme.colours, self._lettering)
        self._look_again()

    def _navigate(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key asks; False where it asks nothing here."""
        if modifiers & _SHIFT and key in SIDEWAYS:
            self._pan(-SIDEWAYS[key] * _KEY_PAN * self._view.plot_px)
        elif key in _DONE_BY and not modifiers & _CONTROL:
            _DONE_BY[key](self)
        else:
            return False
        return True

    def _wheel_turned(self, turned: int, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self._zoom(_NOTCH_FACTOR ** (turned / _NOTCH), event.position().x())

    def _drag(self, moved: QPointF) -> None:
        """Go along with the hand."""
        self._pan(moved.x())

    def _point_at(self, place: QPointF) -> None:
        spot = self._spot_at(place)
        if spot is None:
            self._card.hide()
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._card.show_at(place.toPoint(), spot.words)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _zoom(self, factor: float, x: float) -> None:
        if self._extent is not None:
            self._view = clamped(zoomed(self._view, factor, x), self._extent.limits)
            self._look_again()

    def _pan(self, px: float) -> None:
        if self._extent is not None:
            self._view = clamped(panned(self._view, px), self._extent.limits)
            self._look_again()

    def _show(self, start: float, end: float) -> None:
        if self._extent is not None:
            self._view = clamped(fitted(self._view, start, end), self._extent.limits)
            self._look_again()

    def _centre(self) -> float:
        """Return the moment that the user looks at."""
        return self._view.moment_at(self._zoom_centre())

    def _zoom_centre(self) -> float:
        spot = None if self._chosen is None else self._spot_of(self._chosen)
        if spot is not None and spot.rect.right > self._view.left_px:
            return (spot.rect.left + spot.rect.right) / 2
        moment = None if self._chosen is None else self._moment_of(self._chosen)
        if moment is not None and self._view.start <= moment <= self._view.end:
            return self._view.x_of(moment)
        return self._view.left_px + self._view.plot_px / 2

    def _spot_at(self, place: QPointF) -> Spot | None:
        if self._scene is None:
            return None
        return spot_at(self._scene, place.x(), place.y(), reach_px=_REACH_PX)

    def _spot_of(self, record_id: RecordId) -> Spot | None:
        if self._scene is None:
            return None
        return next((spot for spot in self._scene.spots if record_id in spot.records), None)


SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DONE_BY: dict[Qt.Key, Callable[[SceneView], None]] = {
    Qt.Key.Key_Plus: SceneView.zoom_in,
    Qt.Key.Key_Equal: SceneView.zoom_in,
    Qt.Key.Key_Minus: SceneView.zoom_out,
    Qt.Key.Key_0: SceneView.fit,
    Qt.Key.Key_Y: SceneView.show_year,
    Qt.Key.Key_Q: SceneView.show_quarter,
    Qt.Key.Key_T: SceneView.show_today,
}
