"""What opens a dialog about an account: a new one, its facts, its files, and duplicates."""

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from journal.domain.errors import JournalError
from journal.domain.record import AccountId, RecordId
from journal.operations import accounts, reading
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.saving import Saver


class AccountErrands(QObject):
    """Opens them over the window; each is imported when it is asked for.

    `record_wanted` asks for an account that was added, found or kept, and in it for a record
    or for "", none in particular.
    """

    failed = Signal(object)
    record_wanted = Signal(str, str)

    def __init__(
        self, window: QMainWindow, *, journal: Journal, saver: Saver, workbench: Workbench
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._saver = saver
        self._workbench = workbench
        self._folder: QTemporaryDir | None = None

    @Slot()
    def new_account(self) -> None:
        """Ask for a new account."""
        from journal.ui.accounts.new_account_dialog import NewAccountDialog

        self._saver.flush()
        try:
            dialog = NewAccountDialog(self._journal, self._window)
        except JournalError as error:
            self.failed.emit(error)
            return
        dialog.added.connect(self._account_wanted)
        dialog.known_wanted.connect(self._account_wanted)
        dialog.failed.connect(self.failed)
        dialog.open()

    @Slot()
    def say_own_name(self) -> None:
        """Ask for the name of who keeps the journal."""
        from journal.ui.accounts.own_name_dialog import OwnNameDialog

        self._saver.flush()
        try:
            dialog = OwnNameDialog(self._journal, self._window)
        except JournalError as error:
            self.failed.emit(error)
            return
        dialog.failed.connect(self.failed)
        dialog.open()

    @Slot(str)
    def edit_account(self, account_id: str) -> None:
        """Show all that is known of an account, to be changed."""
        from journal.ui.accounts.account_dialog import AccountDialog

        self._saver.flush()
        try:
            whole = reading.relationship(self._journal, _account(account_id))
        except JournalError as error:
            self.failed.emit(error)
            return
        dialog = AccountDialog(self._journal, self._saver, whole, self._window)
        dialog.failed.connect(self.failed)
        dialog.files_wanted.connect(self.show_files)
        dialog.merge_wanted.connect(self.merge_accounts)
        dialog.trash_wanted.connect(self.trash_account)
        dialog.open()

    @Slot(str)
    def show_files(self, account_id: str) -> None:
        """Show the files of an account."""
        self.attach(account_id, [])

    @Slot(str, list)
    def attach(self, account_id: str, sources: list[Path]) -> None:
        """Show the files of an account, and add some to them."""
        from journal.ui.accounts.files_dialog import FilesDialog

        try:
            account = reading.relationship(self._journal, _account(account_id)).account
        except JournalError as error:
            self.failed.emit(error)
            return
        dialog = FilesDialog(
            account,
            journal=self._journal,
            saver=self._saver,
            workbench=self._workbench,
            folder=self._private_folder(),
            parent=self._above(),
        )
        dialog.failed.connect(self.failed)
        dialog.open()
        dialog.attach(sources)

    @Slot(str)
    def merge_accounts(self, account_id: str) -> None:
        """Ask which other account is the same as this one."""
        self._merge(None, RecordId(account_id))

    @Slot(str)
    def merge_people(self, account_id: str) -> None:
        """Ask which two people are the same, those of an account first."""
        self.merge_person(account_id, "")

    @Slot(str, str)
    def merge_person(self, account_id: str, person_id: str) -> None:
        """Ask who is the same as somebody of an account."""
        self._merge(_account(account_id), RecordId(person_id) if person_id else None)

    @Slot(str)
    def trash_account(self, account_id: str) -> None:
        """Put an account into the trash at once; undo brings it back."""
        self._saver.flush()
        try:
            accounts.trash_account(self._journal, _account(account_id))
        except JournalError as error:
            self.failed.emit(error)

    @Slot(str)
    def _account_wanted(self, account_id: str) -> None:
        self.record_wanted.emit(account_id, "")

    def _merge(self, people_of: AccountId | None, kept: RecordId | None) -> None:
        """Ask which two accounts are the same; which two people, where an account is named."""
        from journal.ui.accounts.merge_dialog import MergeDialog
        from journal.ui.accounts.merge_subjects import Accounts, People

        self._saver.flush()
        journal = self._journal
        subjects = Accounts(journal) if people_of is None else People(journal, people_of)
        try:
            if kept is not None:
                subjects.one(kept)  # it may be gone
            dialog = MergeDialog(subjects, self._workbench, journal, kept, self._window)
        except JournalError as error:
            self.failed.emit(error)
            return
        dialog.merged.connect(self.record_wanted)
        dialog.failed.connect(self.failed)
        dialog.open()

    def _above(self) -> QWidget:
        """Return what a dialog about the files stands over: the account's dialog, if open."""
        from journal.ui.accounts.account_dialog import AccountDialog

        opened = (each for each in self._window.findChildren(AccountDialog) if each.isVisible())
        return next(opened, self._window)

    def _private_folder(self) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()  # only the user's, and gone with the window
        return Path(self._folder.path())


def _account(account_id: str) -> AccountId:
    return AccountId(RecordId(account_id))
