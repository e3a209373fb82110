"""The page of an account: head, the four answers, tabs of evidence, and the two cards below."""

from enum import IntEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QWidget

from journal.analysis.contact import last_held
from journal.domain.record import RecordId
from journal.ui.accounts import summary
from journal.ui.accounts.head import MARGINS, Head
from journal.ui.accounts.strip import Strip
from journal.ui.meetings.cards import BeforeCard, ChosenCard
from journal.ui.meetings.chosen_words import meeting_of
from journal.ui.meetings.table import MeetingTable
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.labels import column, rule
from journal.ui.theme import Theme
from journal.ui.timeline.canvas import Canvas
from journal.wording import _


class Tab(IntEnum):
    """The evidence, in the order of its tabs."""

    TIMELINE = 0
    MEETINGS = 1


class AccountPage(QWidget):
    """Keeps what is chosen the same in all its parts."""

    def __init__(self, theme: Theme, head: Head, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AccountView | None = None
        self._chosen: RecordId | None = None
        self._is_table_told = True
        self.head = head
        self.strip = Strip(theme)
        self.tabs = QTabBar()
        self.canvas = Canvas(theme)
        self.table = MeetingTable(theme)
        self.chosen_card = ChosenCard(theme)
        self.before_card = BeforeCard(theme)
        self._evidence = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def view(self) -> AccountView | None:
        """What is shown; None before the first account."""
        return self._view

    @property
    def chosen(self) -> RecordId | None:
        """The record that is set off; None for none."""
        return self._chosen

    def show_account(self, view: AccountView) -> None:
        """Show another account, or the same as it is now."""
        is_other = (
            self._view is None or self._view.relationship.account.id != view.relationship.account.id
        )
        self._view = view
        if is_other or self._chosen is None:
            self._chosen = _first_choice(view)
        self.head.show_words(view.relationship.account.name, summary.subtitle(view))
        self.strip.show_account(view)
        self.canvas.show_account(view)
        self._is_table_told = False
        self._tell_table()
        self.choose(self._chosen)
        self.before_card.show_account(view)

    def show_tab(self, tab: Tab) -> None:
        """Go to another kind of evidence."""
        self.tabs.setCurrentIndex(tab.value)

    def choose(self, record_id: RecordId | None) -> None:
        """Set a record off in all parts, and say all that hangs on its meeting."""
        self._chosen = record_id
        if self._view is None:
            return
        self.canvas.choose(record_id)
        meeting = None if record_id is None else meeting_of(self._view, record_id)
        self._choose_in_table()
        if meeting is not None:
            self.chosen_card.show_meeting(self._view, meeting)
        elif record_id is not None and self.canvas.words_of(record_id):
            self.chosen_card.show_words(self.canvas.words_of(record_id))
        else:
            self.chosen_card.show_none()

    def _lay_out(self) -> None:
        for title in (_("Timeline"), _("Meetings")):
            self.tabs.addTab(title)
        self.tabs.setAccessibleName(_("Evidence"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._evidence.addWidget(self.canvas)
        self._evidence.addWidget(self.table)
        self._evidence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self.chosen_card, 5)
        cards.addWidget(self.before_card, 4)
        content = column(self, margins=MARGINS, gap=0)
        content.addWidget(self.head)
        content.addSpacing(12)
        content.addWidget(self.strip)
        content.addSpacing(8)
        content.addWidget(self.tabs)
        content.addWidget(rule())
        content.addSpacing(12)
        content.addWidget(self._evidence, 11)
        content.addSpacing(12)
        content.addLayout(cards, 9)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.canvas.record_chosen.connect(self._record_chosen)
        self.table.meeting_chosen.connect(self._record_chosen)

    @Slot(int)
    def _tab_changed(self, position: int) -> None:
        self._evidence.setCurrentIndex(position)
        self._tell_table()

    @Slot(str)
    def _record_chosen(self, record_id: str) -> None:
        self.choose(RecordId(record_id))

    def _tell_table(self) -> None:
        """Fill the table once it is looked at; a long history takes its time."""
        is_seen = self.tabs.currentIndex() == Tab.MEETINGS
        if self._view is not None and is_seen and not self._is_table_told:
            self._is_table_told = True
            self.table.show_account(self._view)
            self._choose_in_table()

    def _choose_in_table(self) -> None:
        if self._view is not None and self._is_table_told:
            found = None if self._chosen is None else meeting_of(self._view, self._chosen)
            self.table.choose(None if found is None else found.id)


def _first_choice(view: AccountView) -> RecordId | None:
    """Choose what was last: the last meeting that was held, else the next, else none."""
    last = last_held(view.relationship.meetings, view.now) or view.next_meeting
    return None if last is None else last.id
