"""Opens what plans a meeting, and what changes a planned one."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from journal.analysis.missing import Gap
from journal.domain.errors import JournalError
from journal.domain.meeting import Meeting, Status
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.span import When
from journal.operations import listing, planning, reading
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.planning import Visits
from journal.ui.saving import Saver
from journal.ui.theme import Theme
from journal.wording import _


class PlanErrand(QObject):
    """Opens the forms over the window, and says what came of them.

    `planned` names the first meeting that was planned, `record_wanted` an account and the
    meeting that took the place of a moved one. `failed` says a `JournalError`.
    """

    failed = Signal(object)
    planned = Signal(str)
    record_wanted = Signal(str, str)

    def __init__(self, window: QWidget, *, journal: Journal, saver: Saver, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._saver = saver
        self._theme = theme
        self._form: QDialog | None = None
        self._account: str = ""

    @Slot(str)
    @Slot(str, object)
    def plan(self, account_id: str | None = None, when: When | None = None) -> None:
        """Ask when to meet an account; None or "" asks which account, too.

        Args:
            account_id: The account.
            when: What is filled in as the time, on its wall; None for nothing yet.
        """
        from journal.ui.meetings.plan_form import PlanForm

        try:
            accounts = [each.account for each in listing.accounts(self._journal)]
        except JournalError as error:
            self.failed.emit(error)
            return
        if account_id:
            accounts = [each for each in accounts if each.id == account_id]
        if not accounts:
            self.failed.emit(JournalError(_("There is no account to plan a meeting with yet.")))
            return
        form = PlanForm(self._journal, self._theme, accounts, self._window, when=when)
        form.told.connect(self._told)
        form.failed.connect(self.failed)
        self._form = form
        form.open()

    @Slot(str, str)
    def change(self, account_id: str, meeting_id: str, gap: Gap | None = None) -> None:
        """Show a planned meeting, to prepare it or to tell another time.

        Args:
            account_id: The account.
            meeting_id: The meeting.
            gap: What to begin with; None for the time.
        """
        from journal.ui.meetings.plan_change import ChangeForm

        self._saver.flush()
        try:
            meeting = reading.meeting(self._journal, MeetingId(RecordId(meeting_id)))
        except JournalError as error:
            self.failed.emit(error)
            return
        if meeting.status is not Status.PLANNED:
            sentence = _("This meeting is closed already; reopen it to change its plan.")
            self.failed.emit(JournalError(sentence))
            return
        form = ChangeForm(self._journal, self._saver, self._theme, meeting, self._window)
        form.moved.connect(self._moved)
        form.failed.connect(self.failed)
        self._account = account_id
        form.open()
        if gap is not None:
            form.start_at(gap)

    @Slot(object)
    def _told(self, visits: Visits) -> None:
        form = self._form
        try:
            change = planning.plan_visits(self._journal, visits)
            meeting = _first(self._journal, visits, change)
        except JournalError as error:
            self.failed.emit(error)
            return
        if form is not None:
            self._form = None
            form.accept()
        self.planned.emit(meeting.id)

    @Slot(str)
    def _moved(self, meeting_id: str) -> None:
        self.record_wanted.emit(self._account, meeting_id)


def _first(journal: Journal, visits: Visits, change: Change) -> Meeting:
    whole = reading.relationship(journal, AccountId(visits.account_id))
    return next(each for each in whole.meetings if each.id in change.ids)
