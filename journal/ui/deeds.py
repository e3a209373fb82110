"""What the menus do with what is in hand: an account, and in it a record.

In hand is what the page of an account shows and has set off; on a page over all accounts, the row
that is chosen there. A command that needs more than that asks for it by typing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from journal.analysis.missing import Gap, Missing
from journal.domain.errors import JournalError
from journal.domain.meeting import Meeting, Status
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.relationship import Relationship
from journal.operations import discarding, reading
from journal.operations.journal import Journal
from journal.ui.account_page import AccountPage
from journal.ui.accounts.account_errands import AccountErrands
from journal.ui.accounts.attachment_drop import AttachmentDrop
from journal.ui.background import Workbench
from journal.ui.handover.hand_over_errand import HandOverErrand
from journal.ui.main_window import MainWindow
from journal.ui.meetings.chosen_words import meeting_of
from journal.ui.meetings.log_errand import LogErrand
from journal.ui.meetings.plan_errand import PlanErrand
from journal.ui.places import Places
from journal.ui.saving import Saver
from journal.ui.shared.account_view import account_view
from journal.ui.tabs import Tab
from journal.ui.theme import Theme
from journal.wording import _

_TABS = {
    gap: tab
    for tab, gaps in {
        Tab.RELATIONSHIP: (
            *(Gap.OUR_RATING, Gap.OUR_RATING_AGED, Gap.THEIR_RATING, Gap.THEIR_RATING_AGED),
        ),
        Tab.ALIGNMENT: (Gap.METRIC, Gap.OUR_METRIC, Gap.CHECK),
        Tab.NEGOTIATION: (
            *(Gap.BARRIER, Gap.THEIR_INTEREST, Gap.OUR_INTEREST, Gap.CRITERION, Gap.OPTION),
            *(Gap.THEIR_ALTERNATIVE, Gap.OUR_ALTERNATIVE, Gap.OUR_NORM, Gap.THEIR_NORM),
            *(Gap.THEIR_VISION, Gap.OUR_VISION),
        ),
    }.items()
    for gap in gaps
}


class Deeds(QObject):
    """Each slot is a command of the menus; what came of it is told by the journal's change.

    `record_wanted` leads to an account, and in it to a record or to "". `failed` says a
    `JournalError`.
    """

    failed = Signal(object)
    record_wanted = Signal(str, str)

    def __init__(
        self,
        window: MainWindow,
        *,
        journal: Journal,
        page: AccountPage,
        places: Places,
        saver: Saver,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._page = page
        self._places = places
        self._saver = saver
        self._workbench = Workbench(journal, self)
        self.log = LogErrand(window, journal=journal, saver=saver, theme=theme)
        self.plan = PlanErrand(window, journal=journal, saver=saver, theme=theme)
        self.accounts = AccountErrands(
            window, journal=journal, saver=saver, workbench=self._workbench
        )
        for errand in (self.log, self.plan, self.accounts):
            errand.failed.connect(self.failed)
            errand.record_wanted.connect(self.record_wanted)
        self.handover = HandOverErrand(
            window, journal=journal, saver=saver, workbench=self._workbench
        )
        self.handover.failed.connect(self.failed)
        page.hand_over_wanted.connect(self._hand_over_in_hand)
        self.drop = AttachmentDrop(page)
        self.drop.dropped.connect(self.accounts.attach)
        self.log.logged.connect(self._meeting_wanted)
        self.plan.planned.connect(self._meeting_wanted)
        page.plan_wanted.connect(self.plan.plan)
        page.log_wanted.connect(self.log.log_one)
        page.explain_wanted.connect(self.log.explain)
        self._connect(window)

    def finish(self) -> None:
        """Stop what is under way and wait until it has ended."""
        self._workbench.finish()

    @Slot(str, str)
    def log_of(self, account_id: str, meeting_id: str) -> None:
        """Ask what became of a meeting; "" for the one that is probably meant.

        Without an account, too, one line about any is asked for.
        """
        if self._window.first_account() is None:
            self.accounts.new_account()  # the first step before any other
        elif meeting_id:
            self.log.log_one(account_id, meeting_id)
        elif account_id:
            self._attempt(lambda: self._log(account_id))
        else:
            self.log.capture()

    @Slot(str)
    def plan_of(self, account_id: str) -> None:
        """Ask when to meet an account; "" asks which, too."""
        if self._window.first_account() is None:
            self.accounts.new_account()
        else:
            self.plan.plan(account_id or None)

    @Slot(object)
    def fill(self, missing: Missing) -> None:
        """Go to where something is filled in that a brief lacks."""
        account, record = self._in_hand[0], missing.record or ""
        gap = missing.gap
        if gap is Gap.MEETING:
            self.plan.plan(account)
        elif gap is Gap.GOAL:
            self.accounts.edit_account(account)
        elif gap is Gap.REASON:
            self.log.explain(account, record)
        elif gap in _TABS:
            self._page.fill(_TABS[gap], missing)
        else:
            self.plan.change(account, record, gap)

    def _connect(self, window: MainWindow) -> None:
        commands = window.commands
        commands.new_account.triggered.connect(self.accounts.new_account)
        commands.own_name.triggered.connect(self.accounts.say_own_name)
        for command, slot in (
            (commands.log_meeting, self._log_in_hand),
            (commands.plan_meeting, self._plan_in_hand),
            (commands.change_meeting, self._change_in_hand),
            (commands.capture, self._capture),
            (commands.edit_account, self._edit_in_hand),
            (commands.files, self._files_in_hand),
            (commands.hand_over, self._hand_over_in_hand),
            (commands.merge_accounts, self._merge_in_hand),
            (commands.merge_people, self._merge_people_in_hand),
            (commands.trash_account, self._trash_account_in_hand),
            (commands.delete, self._trash_in_hand),
        ):
            command.triggered.connect(slot)

    @property
    def _in_hand(self) -> tuple[str, str]:
        """The account and the record that a command is about; "" for none."""
        if self._places.shown is not None:
            return self._places.in_hand or ("", "")
        view = self._page.view
        if view is None or not self._page.isVisible():
            return "", ""
        return view.relationship.account.id, self._page.in_hand or ""

    @Slot()
    def _log_in_hand(self) -> None:
        account, record = self._in_hand
        if self._places.shown is None and account:
            self._attempt(lambda: self._log(account))  # whatever is set off, the last is meant
        elif account:
            self._attempt(lambda: self._log_record(account, record))
        else:
            self.log.capture()

    @Slot()
    def _plan_in_hand(self) -> None:
        self.plan.plan(self._in_hand[0] or None)

    @Slot()
    def _change_in_hand(self) -> None:
        account, record = self._in_hand
        if account and record:
            self._attempt(lambda: self._change(account, record))
        else:
            self._window.sidebar.say(_("Choose a meeting to change it."))

    @Slot()
    def _capture(self) -> None:
        self.log.capture(self._in_hand[0] or None)

    @Slot()
    def _edit_in_hand(self) -> None:
        self._about_account(self.accounts.edit_account)

    @Slot()
    def _files_in_hand(self) -> None:
        self._about_account(self.accounts.show_files)

    @Slot()
    def _hand_over_in_hand(self) -> None:
        self._about_account(self.handover.hand_over)

    @Slot()
    def _merge_in_hand(self) -> None:
        self._about_account(self.accounts.merge_accounts)

    @Slot()
    def _merge_people_in_hand(self) -> None:
        self._about_account(self.accounts.merge_people)

    @Slot()
    def _trash_account_in_hand(self) -> None:
        self._about_account(self.accounts.trash_account)

    @Slot()
    def _trash_in_hand(self) -> None:
        account, record = self._in_hand
        if account and record:
            self._attempt(lambda: self._trash(account, record))

    def _about_account(self, verb: Callable[[str], None]) -> None:
        account = self._in_hand[0]
        if account:
            verb(account)

    def _log(self, account_id: str) -> None:
        whole = reading.relationship(self._journal, AccountId(RecordId(account_id)))
        self.log.log(account_view(whole, self._journal.now()))

    def _log_record(self, account_id: str, record_id: str) -> None:
        """Log a meeting that is chosen on a page over all accounts, else the likeliest one."""
        whole = reading.relationship(self._journal, AccountId(RecordId(account_id)))
        if any(each.id == record_id for each in whole.meetings):
            self.log.log_one(account_id, record_id)
        else:
            self.log.log(account_view(whole, self._journal.now()))

    def _change(self, account_id: str, record_id: str) -> None:
        """Open where a record is changed: its meeting, or where it is kept without one."""
        whole = reading.relationship(self._journal, AccountId(RecordId(account_id)))
        meeting = meeting_of(account_view(whole, self._journal.now()), RecordId(record_id))
        if any(each.id == record_id for each in whole.goals):
            self.accounts.edit_account(account_id)
        elif meeting is None:
            self._go_to_place_of(record_id, whole)
        elif _lies_ahead(meeting, self._journal):
            self.plan.change(account_id, meeting.id)
        else:
            self.log.edit(account_id, meeting.id)

    def _go_to_place_of(self, record_id: str, whole: Relationship) -> None:
        """Go to where a record stands that came up in no meeting."""
        if any(each.id == record_id and each.is_open for each in whole.promises):
            self._places.go_to_promises(whole.account.name, record_id)
            return
        self._page.choose(RecordId(record_id))
        self._page.enter_tab(Tab(self._page.tabs.currentIndex()))  # the keys go along

    def _trash(self, account_id: str, record_id: str) -> None:
        self._saver.flush()
        whole = reading.relationship(self._journal, AccountId(RecordId(account_id)))
        discarding.trash_record(self._journal, whole, RecordId(record_id))

    @Slot(str)
    def _meeting_wanted(self, meeting_id: str) -> None:
        if not meeting_id or self._places.shown is not None:
            return  # nobody is led away from where a whole list is gone through
        view, chosen = self._page.view, self._page.chosen
        shown = None if view is None or chosen is None else meeting_of(view, chosen)
        if shown is not None and shown.id == meeting_id:
            return  # one comes back to the mark from which one went
        try:
            meeting = reading.meeting(self._journal, MeetingId(RecordId(meeting_id)))
        except JournalError:
            return  # it was undone before anybody could look at it
        self.record_wanted.emit(meeting.account_id, meeting.id)

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except JournalError as error:
            self.failed.emit(error)


def _lies_ahead(meeting: Meeting, journal: Journal) -> bool:
    return meeting.status is Status.PLANNED and not meeting.is_unrecorded(journal.now())
