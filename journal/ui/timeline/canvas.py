"""The timeline as one widget: painted, zoomed about the pointer, stepped through by keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
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
from journal.timeline.hit import Event, spot_at, step
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.narrowing import Narrowing
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View, centred, clamped, fitted, panned, resized, zoomed
from journal.timeline.scene import Scene, Spot
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.ui.timeline.filter_button import FilterButton
from journal.ui.timeline.hover_card import HoverCard
from journal.ui.timeline.painter import Lettering, ScenePainter
from journal.ui.timeline.spoken_marks import Marked
from journal.wording import _

_REACH_PX = 6
_DRAG_PX = 4
_NOTCH = 120
_NOTCH_FACTOR = 0.85
_KEY_FACTOR = 0.7
_KEY_PAN = 0.2
_CORNER_PX = 6
_FILTER_PX, _FILTER_X_PX = 20, 2
_SHORTEST_PLOT_S = 86_400.0


class Canvas(Marked):
    """Says which record the user chose, by pointer or by key."""

    record_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lettering = Lettering(self.font())
        self._painter = ScenePainter(theme.colours, self._lettering)
        self._timeline: Timeline | None = None
        self._view = View(start=0, end=_SHORTEST_PLOT_S, width_px=1, height_px=1)
        self._shown: AccountView | None = None
        self._account = ""
        self._pressed_at: QPointF | None = None
        self._dragged = False
        self._card = HoverCard(self)
        self._filter = FilterButton(self)
        self._filter.hide()
        self._filter.narrowed.connect(self._narrowed)
        self.setAccessibleName(_("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._theme_changed)

    @property
    def view(self) -> View:
        """The part of time that is shown."""
        return self._view

    @property
    def narrowing(self) -> Narrowing:
        """What of the account is shown, as the user filtered it."""
        return self._filter.narrowing

    def show_account(self, view: AccountView) -> None:
        """Show another account where something was last, or the same again where it stands."""
        whole = prepare(view.relationship, now=view.now)
        self._shown = view
        self._filter.offer(view.relationship, whole)
        self._filter.setVisible(not whole.is_empty)
        self._prepare(whole)
        account = view.relationship.account
        if account.id != self._account:
            self._account = account.id
            self._chosen = None
            self._view = whole.extent.opening(self._view)
        self.setAccessibleName(_("Timeline of {name}").format(name=account.name))
        self._look_again()

    def choose(self, record_id: RecordId | None) -> None:
        """Set a record off without saying so."""
        self._chosen = record_id
        self._look_again()

    def words_of(self, record_id: RecordId) -> str:
        """Say what the timeline says of a record; empty where it is not on it."""
        return "" if self._timeline is None else self._timeline.words_of(record_id)

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
        if self._timeline is not None:
            self._view = self._timeline.extent.whole(self._view)
            self._look_again()

    @Slot()
    def show_year(self) -> None:
        """Show the calendar year of what is chosen, or of the middle."""
        if self._timeline is not None:
            self._show(*self._timeline.wall.year_about(self._centre()))

    @Slot()
    def show_quarter(self) -> None:
        """Show the quarter of what is chosen, or of the middle."""
        if self._timeline is not None:
            self._show(*self._timeline.wall.quarter_about(self._centre()))

    @Slot()
    def show_today(self) -> None:
        """Show as much time as before, with today in the middle."""
        if self._timeline is not None:
            shown = centred(self._view, self._timeline.now)
            self._show(shown.start, shown.end)

    @override
    def sizeHint(self) -> QSize:
        return QSize(1000, 290)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

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
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or turned.y()
        if sideways:
            self._pan(sideways)
        elif turned.y():
            self._zoom(_NOTCH_FACTOR ** (turned.y() / _NOTCH), event.position().x())
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
        moved = event.position().x() - self._pressed_at.x()
        if self._dragged or abs(moved) > _DRAG_PX:
            self._dragged = True
            self._card.hide()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pressed_at = event.position()
            self._pan(moved)

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
    def leaveEvent(self, event: QEvent) -> None:
        self._card.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._navigate(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    @Slot()
    def _theme_changed(self) -> None:
        self._lettering = Lettering(self.font())
        self._painter = ScenePainter(self._theme.colours, self._lettering)
        self._look_again()

    @Slot(Narrowing)
    def _narrowed(self, _narrowing: Narrowing) -> None:
        if self._shown is None:
            return
        self._prepare(None)
        self._look_again()
        if self._scene is not None:
            announce(self, self._scene.words)

    def _prepare(self, whole: Timeline | None) -> None:
        """Make ready what is to be seen; `whole` is that of everybody, where it is at hand."""
        person = self.narrowing.person_id
        if self._shown is None:
            return
        if whole is None or person is not None:
            whole = prepare(self.narrowing.of(self._shown.relationship), now=self._shown.now)
        self._timeline = whole
        self._forget_words()

    def _navigate(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.ShiftModifier and key in _SIDEWAYS:
            self._pan(-_SIDEWAYS[key] * _KEY_PAN * self._view.plot_px)
        elif key in _SIDEWAYS:
            self._step(forward=_SIDEWAYS[key] > 0)
        elif key in _PAGES:
            self._pan(-_PAGES[key] * self._view.plot_px)
        elif key in _DONE_BY and not modifiers & Qt.KeyboardModifier.ControlModifier:
            _DONE_BY[key](self)
        else:
            return False
        return True

    def _step(self, *, forward: bool) -> None:
        if self._timeline is None:
            return
        lanes = self.narrowing.lanes
        found: Event | None = step(
            self._timeline, self._chosen, self._view, forward=forward, lanes=lanes
        )
        if found is None:
            return
        if not self._view.start <= found.start <= self._view.end:
            self._view = clamped(centred(self._view, found.start), self._timeline.extent.limits)
        self._choose_by_user(found.record_id)

    def _choose_by_user(self, record_id: RecordId) -> None:
        self.choose(record_id)
        words = self.words_of(record_id)
        self.setAccessibleDescription(words)
        self._speak(words)
        self.record_chosen.emit(record_id)

    def _point_at(self, place: QPointF) -> None:
        spot = self._spot_at(place)
        if spot is None:
            self._card.hide()
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._card.show_at(place.toPoint(), spot.words)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _zoom(self, factor: float, x: float) -> None:
        if self._timeline is not None:
            self._view = clamped(zoomed(self._view, factor, x), self._timeline.extent.limits)
            self._look_again()

    def _pan(self, px: float) -> None:
        if self._timeline is not None:
            self._view = clamped(panned(self._view, px), self._timeline.extent.limits)
            self._look_again()

    def _show(self, start: float, end: float) -> None:
        if self._timeline is not None:
            self._view = clamped(fitted(self._view, start, end), self._timeline.extent.limits)
            self._look_again()

    def _centre(self) -> float:
        """Return the moment that the user looks at."""
        return self._view.moment_at(self._zoom_centre())

    def _zoom_centre(self) -> float:
        spot = None if self._chosen is None else self._spot_of(self._chosen)
        if spot is None:
            return self._view.left_px + self._view.plot_px / 2
        return (spot.rect.left + spot.rect.right) / 2

    def _spot_at(self, place: QPointF) -> Spot | None:
        if self._scene is None:
            return None
        return spot_at(self._scene, place.x(), place.y(), reach_px=_REACH_PX)

    def _spot_of(self, record_id: RecordId) -> Spot | None:
        if self._scene is None:
            return None
        return next((spot for spot in self._scene.spots if record_id in spot.records), None)

    def _look_again(self) -> None:
        if self._timeline is None:
            return
        look = Look(
            measure=self._lettering.measure,
            lanes=self.narrowing.lanes,
            chosen=self._chosen,
        )
        scene = lay_out(self._timeline, self._view, look)
        self._draw(scene)
        self.setAccessibleDescription(scene.words)
        self._place_filter(scene)
        self.update()

    def _place_filter(self, scene: Scene) -> None:
        """Put the button under the names of the lanes, beside those of the years."""
        foot = max((each.bottom for each in scene.strips), default=0.0)
        wide = self._filter.sizeHint().width()
        self._filter.setGeometry(_FILTER_X_PX, round(foot), wide, _FILTER_PX)


_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DONE_BY: dict[Qt.Key, Callable[[Canvas], None]] = {
    Qt.Key.Key_Plus: Canvas.zoom_in,
    Qt.Key.Key_Equal: Canvas.zoom_in,
    Qt.Key.Key_Minus: Canvas.zoom_out,
    Qt.Key.Key_0: Canvas.fit,
    Qt.Key.Key_Y: Canvas.show_year,
    Qt.Key.Key_Q: Canvas.show_quarter,
    Qt.Key.Key_T: Canvas.show_today,
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
