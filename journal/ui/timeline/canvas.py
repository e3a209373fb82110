"""The timeline of an account: filtered, stepped through by keys, one record of it set off."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from journal.domain.record import RecordId
from journal.timeline.hit import step
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.narrowing import Narrowing
from journal.timeline.prepared import Timeline
from journal.timeline.scale import GUTTER_PX, centred, clamped
from journal.timeline.scene import Scene
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.locale_dates import LocaleDates
from journal.ui.shared.scene_view import SIDEWAYS, SceneView
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.ui.timeline.filter_button import FilterButton
from journal.wording import _

_FILTER_PX, _FILTER_X_PX = 20, 2
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Canvas(SceneView):
    """Keeps the filter and the scale when the account is read again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, GUTTER_PX, parent)
        self._timeline: Timeline | None = None
        self._shown: AccountView | None = None
        self._account = ""
        self._filter = FilterButton(self)
        self._filter.hide()
        self._filter.narrowed.connect(self._narrowed)
        self.setAccessibleName(_("Timeline"))

    @property
    def narrowing(self) -> Narrowing:
        """What of the account is shown, as the user filtered it."""
        return self._filter.narrowing

    def show_account(self, view: AccountView) -> None:
        """Show another account where something was last, or the same again where it stands."""
        whole = prepare(view.relationship, now=view.now, dates=LocaleDates())
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

    @override
    def sizeHint(self) -> QSize:
        return QSize(1000, 290)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    @Slot(Narrowing)
    def _narrowed(self, _narrowing: Narrowing) -> None:
        if self._shown is None:
            return
        self._prepare(None)
        self._look_again()
        if self._scene is not None:
            announce(self, self._scene.words)

    def _prepare(self, whole: Timeline | None) -> None:
        """Make ready what is to be seen; `whole` is that of all, where it is at hand."""
        narrowing = self.narrowing
        if self._shown is None:
            return
        if whole is None or narrowing.person_id is not None or narrowing.metric_id is not None:
            whole = prepare(
                narrowing.of(self._shown.relationship),
                now=self._shown.now,
                metric_id=narrowing.metric_id,
                dates=LocaleDates(),
            )
        self._timeline = whole
        self._extent, self._wall = whole.extent, whole.wall
        self._forget_words()

    @override
    def _navigate(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if super()._navigate(key, modifiers):
            return True
        if key in SIDEWAYS:
            self._step(forward=SIDEWAYS[key] > 0)
        elif key in _PAGES:
            self._pan(-_PAGES[key] * self._view.plot_px)
        else:
            return False
        return True

    def _step(self, *, forward: bool) -> None:
        if self._timeline is None:
            return
        lanes = self.narrowing.lanes
        found = step(self._timeline, self._chosen, self._view, forward=forward, lanes=lanes)
        if found is None:
            return
        if not self._view.start <= found.start <= self._view.end:
            self._view = clamped(centred(self._view, found.start), self._timeline.extent.limits)
        self._choose_by_user(found.record_id)

    @override
    def _choose_by_user(self, record_id: RecordId) -> None:
        self.choose(record_id)
        words = self.words_of(record_id)
        self.setAccessibleDescription(words)
        self._speak(words)
        self.record_chosen.emit(record_id)

    @override
    def _moment_of(self, record_id: RecordId) -> float | None:
        timeline = self._timeline
        found = None if timeline is None else timeline.place_of(record_id)
        if timeline is None or found is None:
            return None
        number, place = found
        return timeline.tracks[number].times[place]

    @override
    def _laid_out(self) -> Scene | None:
        if self._timeline is None:
            return None
        return lay_out(self._timeline, self._view, self._look())

    @override
    def _look_again(self) -> None:
        super()._look_again()
        if self._scene is not None:
            self._place_filter(self._scene)

    def _look(self) -> Look:
        return Look(
            measure=self._lettering.measure, lanes=self.narrowing.lanes, chosen=self._chosen
        )

    def _place_filter(self, scene: Scene) -> None:
        """Put the button under the names of the lanes, beside those of the years."""
        foot = max((each.bottom for each in scene.strips), default=0.0)
        wide = self._filter.sizeHint().width()
        self._filter.setGeometry(_FILTER_X_PX, round(foot), wide, _FILTER_PX)
