"""All accounts under each other on one scale of time; only the rows in view are laid out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from journal.analysis.portfolio import PortfolioRow
from journal.domain.errors import JournalError
from journal.domain.record import AccountId, RecordId
from journal.operations.journal import Journal
from journal.timeline.dates import Wall
from journal.timeline.hit import step
from journal.timeline.layout import Look
from journal.timeline.portfolio import Order, Portfolio, Reach, portfolio_words, reach_of
from journal.timeline.portfolio_layout import (
    GUTTER_PX,
    lay_out_portfolio,
    row_px,
    rows_shown,
)
from journal.timeline.scale import centred, clamped
from journal.timeline.scene import Lane, Scene
from journal.ui.portfolio.histories import Histories
from journal.ui.shared.scene_view import SIDEWAYS, SceneView
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.wording import _

_NOTCH = 120
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_DRAWN = frozenset({Lane.RATINGS, Lane.MEETINGS})


class PortfolioCanvas(SceneView):
    """One account is chosen, and maybe a meeting or a rating in its row.

    `chosen` says that it is another account, `scrolled` that other rows are in view,
    `open_wanted` and `save_wanted` that one wants to open what is chosen or to save what is
    shown, `failed` a `JournalError`.
    """

    chosen = Signal()
    scrolled = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    failed = Signal(object)

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, GUTTER_PX, parent)
        self._journal = journal
        self._histories = Histories(journal)
        self._shown: Sequence[PortfolioRow] = ()
        self._words = ""
        self._reach = Reach(firsts=(), latests=())
        self._order = Order.TREND
        self._row = 0
        self._first = 0
        self._drag_px = 0.0
        self._turned = 0
        self.setAccessibleName(_("Timelines of all accounts"))

    @property
    def first(self) -> int:
        """Which row is at the top."""
        return self._first

    @property
    def rows_in_view(self) -> int:
        """How many rows there is room for; at least one."""
        return max(rows_shown(self._view, self._look()), 1)

    @property
    def last_first(self) -> int:
        """Which row is at the top when the last is at the bottom."""
        return max(len(self._shown) - self.rows_in_view, 0)

    @property
    def in_hand(self) -> tuple[AccountId, RecordId | None] | None:
        """The account that is chosen, and what in its row; None without accounts."""
        if not self._shown:
            return None
        account = self._shown[self._row].account.id
        record = self._chosen
        return account, None if record == account else record

    def show_rows(
        self, shown: Sequence[PortfolioRow], account_id: AccountId | None, order: Order
    ) -> None:
        """Show these accounts, one of them chosen; the stretch of time stays as it is.

        Args:
            shown: From the top down.
            account_id: One of them; None only where there is none.
            order: What the words beside the rows tell of.
        """
        is_first_time, before = self._extent is None, self.in_hand
        if before is None or before[0] != account_id:
            self._chosen = account_id
        self._shown, self._order = shown, order
        self._histories.show(shown)
        self._words = portfolio_words(
            [None if each.ours is None else each.trend_steps for each in shown]
        )
        now = self._journal.now()
        self._reach = reach_of(shown)
        self._extent = self._reach.extent(now.timestamp())
        self._wall = Wall(zone=now.tzinfo) if now.tzinfo is not None else None
        places = (place for place, row in enumerate(shown) if row.account.id == account_id)
        self._row = next(places, 0)
        if is_first_time:
            self._view = self._extent.opening(self._view)
        self._forget_words()
        self._bring_into_view()
        self._look_again()

    def scroll_to(self, first: int) -> None:
        """Show other rows, from this one on."""
        first = min(max(first, 0), self.last_first)
        if first != self._first:
            self._first = first
            self._card.hide()
            self._look_again()

    @override
    def sizeHint(self) -> QSize:
        return QSize(1000, 420)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * round(GUTTER_PX), 2 * round(row_px()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._shown:
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot and len(spot.records) == 1:
            self.open_wanted.emit()
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_px = 0.0
        super().mousePressEvent(event)

    @override
    def _laid_out(self) -> Scene | None:
        if self._extent is None:
            return None
        self._first = min(self._first, self.last_first)
        look = self._look()
        portfolio = Portfolio(
            rows=self._histories,
            order=self._order,
            now=self._extent.now,
            words=self._words,
            reach=self._reach,
        )
        try:
            return lay_out_portfolio(portfolio, self._view, look, first=self._first)
        except JournalError as error:
            self.failed.emit(error)
            return None

    @override
    def _look_again(self) -> None:
        super()._look_again()
        self.scrolled.emit()

    @override
    def _choose_by_user(self, record_id: RecordId) -> None:
        before, self._chosen = self._row, record_id
        self._row = self._row_of(record_id)
        self._bring_into_view()
        self._look_again()
        spot = self._spot_of(record_id)
        words = self._words if spot is None else spot.words
        self.setAccessibleDescription(words)
        self._speak(words)
        self.record_chosen.emit(record_id)
        if self._row != before:
            self.chosen.emit()

    @override
    def _navigate(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if super()._navigate(key, modifiers):
            return True
        if not self._shown:
            return False
        if key in SIDEWAYS:
            self._step(forward=SIDEWAYS[key] > 0)
        elif key in _UP_DOWN:
            self._go_to(self._row + _UP_DOWN[key])
        elif key in _PAGES:
            self._go_to(self._row + _PAGES[key] * self.rows_in_view)
        elif key in _ENDS and not modifiers & _CONTROL:
            self._go_to(_ENDS[key] * len(self._shown))
        else:
            return False
        return True

    @override
    def _wheel_turned(self, turned: int, event: QWheelEvent) -> None:
        """Go through the accounts; with Ctrl, zoom about the pointer."""
        if event.modifiers() & _CONTROL:
            super()._wheel_turned(turned, event)
            return
        self._turned += turned  # a touchpad turns by less than a notch
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        self.scroll_to(self._first - notches)

    @override
    def _drag(self, moved: QPointF) -> None:
        """Go along with the hand, in time and through the accounts."""
        self._drag_px += moved.y()
        rows = int(self._drag_px / row_px(self._look()))
        self._drag_px -= rows * row_px(self._look())
        self.scroll_to(self._first - rows)
        self._pan(moved.x())

    def _go_to(self, row: int) -> None:
        self._choose_by_user(self._shown[min(max(row, 0), len(self._shown) - 1)].account.id)

    def _step(self, *, forward: bool) -> None:
        """Go to the next event of the account, or to the one before."""
        timeline = self._histories[self._row].timeline
        found = step(timeline, self._chosen, self._view, forward=forward, lanes=_DRAWN)
        if found is None:
            announce(self, _("No more of it this way"))
            return
        if not self._view.start <= found.start <= self._view.end and self._extent is not None:
            self._view = clamped(centred(self._view, found.start), self._extent.limits)
        self._choose_by_user(found.record_id)

    def _row_of(self, record_id: RecordId) -> int:
        """Find the row of an account, or of what is in view; first where one is."""
        for row, told in enumerate(self._shown):
            if told.account.id == record_id:
                return row
        in_view = range(self._first, min(self._first + self.rows_in_view, len(self._shown)))
        rows = (row for row in (self._row, *in_view) if self._histories[row].has(record_id))
        return next(rows, self._row)

    def _bring_into_view(self) -> None:
        if not self._first <= self._row < self._first + self.rows_in_view:
            below = self._row >= self._first + self.rows_in_view
            first = self._row - self.rows_in_view + 1 if below else self._row
            self._first = min(max(first, 0), self.last_first)

    def _look(self) -> Look:
        return Look(measure=self._lettering.measure, chosen=self._chosen)
