"""The pages over all accounts; each is made when it is first gone to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from journal.analysis.portfolio import PortfolioRow
from journal.domain.errors import JournalError
from journal.domain.meeting import Meeting
from journal.domain.promise import Promise
from journal.domain.record import Record
from journal.operations import days
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.timeline.portfolio import Order
from journal.ui.main_window import MainWindow
from journal.ui.place import Place
from journal.ui.shared.page import Page
from journal.ui.shared.scene_view import SceneView
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_COUNTED: frozenset[type[Record]] = frozenset({Meeting, Promise})


class Places(QObject):
    """Goes to them, reads them again after a change, and says at the side what waits there.

    Its signals are those of its pages; see each of them.
    """

    record_wanted = Signal(str, str)
    log_wanted = Signal(str, str)
    brief_wanted = Signal(str, str)
    day_wanted = Signal()
    plan_wanted = Signal(str)
    add_wanted = Signal()
    save_wanted = Signal()
    failed = Signal(object)
    zoomed_changed = Signal()

    def __init__(self, window: MainWindow, *, journal: Journal, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._theme = theme
        self._pages: dict[Place, Page] = {}
        self._counted_on = date.min
        self._makers: dict[Place, Callable[[], Page]] = {
            Place.TODAY: self._today,
            Place.FOLLOW_UPS: self._follow_ups,
            Place.PORTFOLIO: self._portfolio,
        }

    @property
    def shown(self) -> Place | None:
        """Where one is; None while an account is shown."""
        return next((place for place, page in self._pages.items() if page.isVisible()), None)

    @property
    def in_hand(self) -> tuple[str, str] | None:
        """What a command is about where one is; see `Page.in_hand`."""
        shown = self.shown
        return None if shown is None else self._pages[shown].in_hand

    @property
    def timelines(self) -> tuple[tuple[PortfolioRow, ...], Order] | None:
        """The accounts whose timelines one looks at, and what they tell; None elsewhere."""
        shown = self.shown
        return None if shown is None else self._pages[shown].timelines

    @property
    def zoomed(self) -> SceneView | None:
        """The timelines that one looks at; None where an account is shown, or none are."""
        shown = self.shown
        return None if shown is None else self._pages[shown].zoomed

    def find_here(self) -> bool:
        """Find on the page where one is; see `Page.find_here`."""
        shown = self.shown
        return shown is not None and self._pages[shown].find_here()

    def go(self, place: Place) -> None:
        """Show a place, as the journal has it now."""
        if place not in self._pages:
            self._pages[place] = page = self._makers[place]()
            page.record_wanted.connect(self.record_wanted)
            page.failed.connect(self.failed)
            page.zoomed_changed.connect(self.zoomed_changed)
        page = self._pages[place]
        page.read()
        action = self._window.commands.places[place]
        self._window.show_page(page, action.iconText())
        self._window.show_place(place)
        self.zoomed_changed.emit()
        page.setFocus()

    @Slot(str, str)
    def go_to_promises(self, words: str, promise_id: str) -> None:
        """Show what is owed, narrowed by words, and go to one promise; "" for none."""
        self.go(Place.FOLLOW_UPS)
        self._pages[Place.FOLLOW_UPS].narrow_to(words, promise_id)

    def read(self) -> None:
        """Show everything anew: where one is, and what waits."""
        shown = self.shown
        if shown is not None:
            self._pages[shown].read()
        self._tell_waiting()

    def read_change(self, change: Change) -> None:
        """Show what a change touched, where it is in sight."""
        shown = self.shown
        if shown is not None and change.kinds & self._pages[shown].shows:
            self._pages[shown].read()
        if change.kinds & _COUNTED or self._counted_on != self._journal.today():
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        try:
            waiting = days.waiting(self._journal)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._counted_on = self._journal.today()
        if waiting.visits:
            today = ngettext("{count} visit", "{count} visits", waiting.visits)
        else:
            today = ngettext("{count} meeting", "{count} meetings", waiting.meetings)
        count = waiting.visits or waiting.meetings
        buttons = self._window.sidebar.places
        buttons[Place.TODAY].tell(today.format(count=count) if count else "")
        due = _("{count} due").format(count=waiting.promises)
        buttons[Place.FOLLOW_UPS].tell(due if waiting.promises else "", is_late=True)

    def _today(self) -> Page:
        from journal.ui.today.page import TodayPage

        page = TodayPage(self._journal, self._theme)
        page.log_wanted.connect(self.log_wanted)
        page.brief_wanted.connect(self.brief_wanted)
        page.day_wanted.connect(self.day_wanted)
        page.plan_wanted.connect(self.plan_wanted)
        return page

    def _follow_ups(self) -> Page:
        from journal.ui.promises.page import PromisesPage

        page = PromisesPage(self._journal, self._theme)
        page.log_wanted.connect(self.log_wanted)
        return page

    def _portfolio(self) -> Page:
        from journal.ui.portfolio.page import PortfolioPage

        page = PortfolioPage(self._journal, self._theme)
        page.add_wanted.connect(self.add_wanted)
        page.save_wanted.connect(self.save_wanted)
        return page
