"""Opens what logs: the form of a meeting, the same for one closed long ago, quick capture."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from journal.domain.errors import JournalError
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.operations import listing, reading
from journal.operations.journal import Journal
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.known_field import Known
from journal.ui.theme import Theme


class LogErrand(QObject):
    """One window at a time; asking for another one closes the first, unless it cannot be closed.

    `logged` says the meeting that stands closed when its form is.
    """

    failed = Signal(object)
    logged = Signal(str)
    record_wanted = Signal(str, str)

    def __init__(self, window: QWidget, *, journal: Journal, saver: Saver, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._saver = saver
        self._theme = theme
        self._open: QDialog | None = None

    @Slot(object)
    def log(self, view: AccountView) -> None:
        """Ask what became of the meeting that is probably meant."""
        from journal.ui.meetings.subject import likeliest

        whole = view.relationship
        self._show_form(whole.account.id, likeliest(whole, view.now, view.today), is_edit=False)

    @Slot(str, str)
    def log_one(self, account_id: str, meeting_id: str) -> None:
        """Ask what became of this meeting."""
        account = AccountId(RecordId(account_id))
        self._show_form(account, MeetingId(RecordId(meeting_id)), is_edit=False)

    @Slot(str, str)
    def edit(self, account_id: str, meeting_id: str) -> None:
        """Offer all of a meeting that was told of before."""
        account = AccountId(RecordId(account_id))
        self._show_form(account, MeetingId(RecordId(meeting_id)), is_edit=True)

    @Slot(str, str)
    def explain(self, account_id: str, meeting_id: str) -> None:
        """Ask what a meeting was really lost to."""
        account = AccountId(RecordId(account_id))
        meeting = MeetingId(RecordId(meeting_id))
        self._show_form(account, meeting, is_edit=True, asks_why=True)

    @Slot(object)
    def capture(self, account_id: str | None = None) -> None:
        """Ask for one line about any account."""
        from journal.ui.meetings.capture_dialog import CaptureDialog

        chosen = None if account_id is None else AccountId(RecordId(account_id))
        try:
            glances = listing.accounts(self._journal)
        except JournalError as error:
            self.failed.emit(error)
            return
        accounts = [(each.account.id, each.account.name) for each in glances]
        dialog = CaptureDialog(self._journal, self._saver, accounts, self._window)
        dialog.choose(chosen)
        dialog.failed.connect(self.failed)
        self._show(dialog)

    def finish(self) -> None:
        """Close what is open, with all that was typed in it."""
        if self._open is not None:
            self._open.reject()

    def _show_form(
        self,
        account: AccountId,
        meeting: MeetingId | None,
        *,
        is_edit: bool,
        asks_why: bool = False,
    ) -> None:
        from journal.ui.meetings.log_form import LogForm
        from journal.ui.meetings.subject import Subject

        try:
            if is_edit and meeting is not None:
                reading.meeting(self._journal, meeting)  # else it would be a new one
            subject = Subject(self._journal, account, meeting)
            elsewhere = self._everybody()
        except JournalError as error:
            self.failed.emit(error)
            return
        form = LogForm(self._journal, self._saver, subject, self._window, is_edit=is_edit)
        form.offer_people(elsewhere)
        form.failed.connect(self.failed)
        form.logged.connect(self.logged)
        form.record_wanted.connect(self.record_wanted)
        self._show(form)
        if asks_why:
            form.ask_why()

    def _everybody(self) -> list[Known]:
        """Return all people with where they belong, so that nobody is entered twice."""
        from journal.ui.meetings.people_field import elsewhere_words

        places = {
            each.person_id: each.account_name for each in reading.acquaintances(self._journal)
        }
        return [
            Known(id=each.id, words=elsewhere_words(each.name, places.get(each.id, "")))
            for each in reading.everybody(self._journal)
            if not each.is_self
        ]

    def _show(self, dialog: QDialog) -> None:
        self.finish()
        if self._open is not None:  # it holds a text that the journal does not take now
            dialog.deleteLater()
            self._open.activateWindow()
            return
        self._open = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        self._open = None
