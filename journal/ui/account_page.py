"""The page of an account: head, the four answers, tabs of evidence, and the two cards below."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from journal.analysis.contact import last_held
from journal.analysis.missing import Missing
from journal.domain.record import PersonId, RecordId
from journal.operations.journal import Journal
from journal.ui.accounts import summary
from journal.ui.accounts.head import MARGINS, Head
from journal.ui.accounts.strip import Strip
from journal.ui.meetings.cards import BeforeCard, ChosenCard
from journal.ui.meetings.chosen_words import meeting_of
from journal.ui.meetings.table import MeetingTable
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.evidence import Evidence
from journal.ui.shared.labels import column, rule
from journal.ui.tabs import Tab, where_stands
from journal.ui.theme import Theme
from journal.ui.timeline.canvas import Canvas
from journal.wording import _

# Made once they are looked at, with all the height below the tabs for themselves.
_LATER = frozenset({Tab.PEOPLE, Tab.ALIGNMENT, Tab.NEGOTIATION, Tab.ACCESS, Tab.RELATIONSHIP})


class AccountPage(QWidget):
    """Keeps what is chosen the same in all its parts.

    `failed` says a `JournalError` that the user should hear of; `record_wanted` asks for another
    account, `change_wanted` to change what is set off, `goal_wanted` the goal. `plan_wanted` says
    an account and a `When` or None, `log_wanted` a meeting to tell of, `explain_wanted` one that
    was lost for no known reason. `follow_ups_wanted` says the words that narrow the promises, and
    one of them or "". `holding_wanted` asks what is held about a person, `erase_wanted` to erase.
    """

    failed = Signal(object)
    record_wanted = Signal(str, str)
    change_wanted = Signal()
    goal_wanted = Signal()
    plan_wanted = Signal(str, object)
    log_wanted = Signal(str, str)
    explain_wanted = Signal(str, str)
    follow_ups_wanted = Signal(str, str)
    hand_over_wanted = Signal()
    holding_wanted = Signal(str)
    erase_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        head: Head,
        *,
        journal: Journal,
        saver: Saver,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._journal = journal
        self._saver = saver
        self._view: AccountView | None = None
        self._chosen: RecordId | None = None
        self._gone: RecordId | None = None  # was set off, and may come back by undo
        self._is_alone = False
        self._told: set[Tab] = set()
        self._later: dict[Tab, Evidence] = {}
        self.head = head
        self.strip = Strip(theme)
        self.tabs = QTabBar()
        self.canvas = Canvas(theme)
        self.table = MeetingTable(theme)
        self.chosen_card = ChosenCard(theme)
        self.before_card = BeforeCard(theme)
        self._evidence = QStackedWidget()
        self._cards = QWidget()
        self._lay_out()
        self._connect()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The evidence leaves the key to the page; so do fields, where it means something else.
        is_set_off = self.canvas.hasFocus() or self.table.hasFocus()
        if is_set_off and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.change_wanted.emit()
        else:
            super().keyPressEvent(event)

    @property
    def view(self) -> AccountView | None:
        """What is shown; None before the first account."""
        return self._view

    @property
    def chosen(self) -> RecordId | None:
        """The record that is set off; None for none."""
        return self._chosen

    @property
    def in_hand(self) -> RecordId | None:
        """What a command is about: what is set off, while it is in sight."""
        seen = Tab(self.tabs.currentIndex())
        if seen not in _LATER:
            return self._chosen
        held = self._later[seen].in_hand
        return None if held is None else RecordId(held[1])

    @property
    def person(self) -> PersonId | None:
        """Who is in sight, where a tab shows one person."""
        made = self._later.get(Tab(self.tabs.currentIndex()))
        return None if made is None else made.person

    def show_account(self, view: AccountView) -> None:
        """Show another account, or the same as it is now."""
        is_other = (
            self._view is None or self._view.relationship.account.id != view.relationship.account.id
        )
        self._view = view
        if is_other:
            self._chosen = self._gone = None
        self.head.show_words(view.relationship.account.name, summary.subtitle(view))
        self.strip.show_account(view)
        self.canvas.show_account(view)
        self._told.clear()
        self._tell_evidence()
        self._set_off_again(view)
        self.before_card.show_account(view)

    def show_tab(self, tab: Tab) -> None:
        """Go to another kind of evidence."""
        self.tabs.setCurrentIndex(tab.value)

    def enter_tab(self, tab: Tab) -> None:
        """Go to another kind of evidence, with the keys."""
        self.show_tab(tab)
        there: dict[Tab, QWidget] = {Tab.TIMELINE: self.canvas, Tab.MEETINGS: self.table}
        (there | self._later)[tab].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, tab: Tab, missing: Missing) -> None:
        """Go to where something is filled in that a brief lacks, with the keys."""
        self.show_tab(tab)
        self._later[tab].fill(missing)

    def show_only_evidence(self, *, only: bool) -> None:
        """Show the tabs and what they hold under the name alone, or with all about them again."""
        self._is_alone = only
        self.strip.setVisible(not only)
        self._cards.setVisible(not only and Tab(self.tabs.currentIndex()) not in _LATER)

    def leave(self) -> None:
        """Save what is typed."""
        for each in self._later.values():
            each.leave()

    def choose(self, record_id: RecordId | None) -> None:
        """Go to where a record stands: people, numbers, what is prepared; else to its moment."""
        self._gone = None
        view = self._view
        found = None if view is None or record_id is None else where_stands(view, record_id)
        if found is not None:
            tab, there = found
            self.show_tab(tab)
            self._later[tab].choose(there)
        elif self.tabs.currentIndex() in _LATER:
            self.show_tab(Tab.TIMELINE)
        self._set_off(record_id)

    def _set_off_again(self, view: AccountView) -> None:
        """Set off what was, else the last meeting; what is gone is set off when it comes back."""
        if self._stands(self._gone):
            self._chosen, self._gone = self._gone, None
        elif not self._stands(self._chosen):
            self._gone = self._chosen
            self._chosen = _first_choice(view)
        self._set_off(self._chosen)

    def _stands(self, record_id: RecordId | None) -> bool:
        """Say whether a record is among what the cards can tell of; one that is undone is not."""
        if self._view is None or record_id is None:
            return False
        is_drawn = bool(self.canvas.words_of(record_id))
        return is_drawn or meeting_of(self._view, record_id) is not None

    def _set_off(self, record_id: RecordId | None) -> None:
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
        for title in (
            *(_("Timeline"), _("Meetings"), _("People"), _("Alignment")),
            *(_("Negotiation"), _("Access"), _("Relationship")),
        ):
            self.tabs.addTab(title)
        self.tabs.setAccessibleName(_("Evidence"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._evidence.addWidget(self.canvas)
        self._evidence.addWidget(self.table)
        self._evidence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        cards = QHBoxLayout(self._cards)
        cards.setContentsMargins(0, 12, 0, 0)
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
        content.addWidget(self._cards, 9)

    def _connect(self) -> None:
        self.strip.rate_wanted.connect(self._rate)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.canvas.record_chosen.connect(self._record_chosen)
        self.canvas.record_wanted.connect(self._double_clicked)
        self.table.meeting_chosen.connect(self._record_chosen)
        self.table.doubleClicked.connect(self._double_clicked)

    @Slot()
    def _rate(self) -> None:
        self.enter_tab(Tab.RELATIONSHIP)

    @Slot(int)
    def _tab_changed(self, position: int) -> None:
        tab = Tab(position)
        if tab in _LATER and tab not in self._later:
            self._make(tab)
        if tab in self._later:
            self._evidence.setCurrentWidget(self._later[tab])
        else:
            self._evidence.setCurrentIndex(position)
        self._cards.setVisible(tab not in _LATER and not self._is_alone)
        self._tell_evidence()
        if self._view is not None and tab not in _LATER and not self._stands(self._chosen):
            self._set_off(_first_choice(self._view))  # one comes from a person

    @Slot()
    def _double_clicked(self) -> None:
        self.change_wanted.emit()

    @Slot(str)
    def _record_chosen(self, record_id: str) -> None:
        self._gone = None
        self._set_off(RecordId(record_id))

    def _make(self, tab: Tab) -> None:
        """Make a tab once it is looked at; the first picture does not wait for it."""
        makers = {
            Tab.PEOPLE: self._people,
            Tab.ALIGNMENT: self._alignment,
            Tab.NEGOTIATION: self._negotiation,
            Tab.ACCESS: self._access,
            Tab.RELATIONSHIP: self._relationship,
        }
        made = makers[tab]()
        made.failed.connect(self.failed)
        made.record_wanted.connect(self.record_wanted)
        self._later[tab] = made
        self._evidence.addWidget(made)

    def _people(self) -> Evidence:
        from journal.ui.people.tab import PeopleTab

        made = PeopleTab(journal=self._journal, saver=self._saver, theme=self._theme)
        made.hand_over_wanted.connect(self.hand_over_wanted)
        made.holding_wanted.connect(self.holding_wanted)
        made.erase_wanted.connect(self.erase_wanted)
        return made

    def _negotiation(self) -> Evidence:
        from journal.ui.negotiation.tab import NegotiationTab

        made = NegotiationTab(journal=self._journal, saver=self._saver, theme=self._theme)
        made.plan_wanted.connect(self.plan_wanted)
        made.goal_wanted.connect(self.goal_wanted)
        return made

    def _alignment(self) -> Evidence:
        from journal.ui.alignment.tab import AlignmentTab

        return AlignmentTab(journal=self._journal, saver=self._saver, theme=self._theme)

    def _access(self) -> Evidence:
        from journal.ui.access.tab import AccessTab

        made = AccessTab(journal=self._journal, theme=self._theme)
        made.plan_wanted.connect(self.plan_wanted)
        made.log_wanted.connect(self.log_wanted)
        made.explain_wanted.connect(self.explain_wanted)
        return made

    def _relationship(self) -> Evidence:
        from journal.ui.relationship.tab import RelationshipTab

        made = RelationshipTab(journal=self._journal, theme=self._theme)
        made.follow_ups_wanted.connect(self.follow_ups_wanted)
        return made

    def _tell_evidence(self) -> None:
        """Fill a tab once it is looked at; a long history takes its time."""
        seen = Tab(self.tabs.currentIndex())
        if self._view is None or seen in self._told:
            return
        self._told.add(seen)
        if seen is Tab.MEETINGS:
            self.table.show_account(self._view)
            self._choose_in_table()
        elif seen in self._later:
            self._later[seen].show_account(self._view)

    def _choose_in_table(self) -> None:
        if self._view is not None and Tab.MEETINGS in self._told:
            found = None if self._chosen is None else meeting_of(self._view, self._chosen)
            self.table.choose(None if found is None else found.id)


def _first_choice(view: AccountView) -> RecordId | None:
    """Choose what was last: the last meeting that was held, else the next, else none."""
    last = last_held(view.relationship.meetings, view.now) or view.next_meeting
    return None if last is None else last.id
