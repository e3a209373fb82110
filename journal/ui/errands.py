"""What opens a window of its own: the brief, an import, a file to choose, a message.

Each is imported when it is asked for, and so is what only it needs of Qt: the first picture
does not wait for it.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow

from journal import __version__
from journal.domain.errors import JournalError
from journal.domain.glance import Glance
from journal.domain.meeting import Status
from journal.operations import past, reading
from journal.operations.journal import Journal
from journal.ui.account_page import AccountPage
from journal.ui.background import Workbench
from journal.ui.saving import Saver
from journal.ui.theme import Theme
from journal.wording import _

SUFFIX = ".journal"


class Errands(QObject):
    """Opens them over the window, and says what came of them."""

    open_wanted = Signal(Path)
    new_wanted = Signal(Path)
    imported = Signal()
    emptied = Signal()
    record_wanted = Signal(str, str)
    gap_chosen = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        *,
        journal: Journal,
        page: AccountPage,
        saver: Saver,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._journal = journal
        self._page = page
        self._saver = saver
        self._workbench = Workbench(journal, self)
        self._folder: QTemporaryDir | None = None

    @Slot(object)
    def tell(self, error: Exception) -> None:
        """Say that something went wrong."""
        from journal.ui import failures

        failures.show(self._window, error)

    def finish(self) -> None:
        """Stop what is under way and wait until it has ended."""
        self._workbench.finish()

    @Slot()
    def print_brief(self) -> None:
        """Show the brief of the open account, to save or to print.

        For the planned meeting that is set off, else for the next one.
        """
        from journal.ui.brief.brief_preview import BriefPreview

        view = self._page.view
        if view is None:
            return
        chosen = view.meeting(self._page.in_hand)
        is_ahead = chosen is not None and chosen.status is Status.PLANNED
        preview = BriefPreview(
            view,
            chosen if is_ahead else view.next_meeting,
            self._workbench,
            self._theme,
            self._own_folder(),
            self._window,
        )
        preview.gap_chosen.connect(self.gap_chosen)
        preview.open()

    @Slot()
    def share_page(self) -> None:
        """Show the page of the open account that may be shared."""
        from journal.ui.brief.framework_dialog import FrameworkDialog

        view = self._page.view
        if view is None:
            return
        dialog = FrameworkDialog(
            view,
            saver=self._saver,
            workbench=self._workbench,
            theme=self._theme,
            folder=self._own_folder(),
            parent=self._window,
        )
        dialog.failed.connect(self.tell)
        dialog.open()

    def _own_folder(self) -> Path:
        """Return a folder that is only the user's, and gone with the window."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        return Path(self._folder.path())

    @Slot()
    def import_files(self) -> None:
        """Ask which files to bring in."""
        dialog = self._file_dialog(_("Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                _("Meeting logs and hand-overs (*.csv *.csv.gz *.tsv *.txt *.pack *.handover)"),
                _("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    @Slot()
    def ask_for_new(self) -> None:
        """Ask where a new journal is to lie."""
        dialog = self._file_dialog(_("New journal"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.fileSelected.connect(self._new_chosen)
        dialog.open()

    @Slot()
    def ask_for_open(self) -> None:
        """Ask which journal to open."""
        dialog = self._file_dialog(_("Open journal"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def search(self, glances: Sequence[Glance], *, is_here: bool = False) -> None:
        """Open the palette over these accounts, all people, all commands and all words.

        Args:
            glances: Of all accounts.
            is_here: Whether to begin with the words of the account that is open.
        """
        from journal.ui.help.keys_dialog import menu_actions
        from journal.ui.search.palette import Palette
        from journal.ui.search.rows import Directory

        view = self._page.view if glances else None
        try:
            people = reading.acquaintances(self._journal)
        except JournalError as error:
            self.tell(error)
            return
        actions = [each for each in menu_actions(self._window.menuBar()) if each[1].isEnabled()]
        palette = Palette(
            self._journal,
            self._theme,
            Directory(glances, people, actions),
            self._window,
            account=None if view is None else view.relationship.account.id,
        )
        palette.record_wanted.connect(self.record_wanted)
        palette.failed.connect(self.tell)
        if is_here:
            palette.narrow_to_account()
        palette.open()

    @Slot()
    def show_past(self) -> None:
        """Show what was done to the record that is chosen, else to the account."""
        from journal.ui.history.past_dialog import PastDialog

        view = self._page.view
        if view is None:
            return
        record = self._page.in_hand or view.relationship.account.id
        try:
            title = past.title_of(self._journal, record)
            pasts = past.past_of(self._journal, record)
        except JournalError as error:
            self.tell(error)
            return
        PastDialog(self._theme, title, pasts, self._window).open()

    @Slot()
    def show_trash(self) -> None:
        """Show what was deleted."""
        from journal.ui.history.trash_dialog import TrashDialog

        dialog = TrashDialog(self._journal, self._window)
        dialog.finished.connect(self.emptied)
        dialog.open()

    @Slot()
    def show_keys(self) -> None:
        """Show every key."""
        from journal.ui.help.keys_dialog import KeysDialog

        KeysDialog(self._theme, self._window.menuBar(), self._window).open()

    @Slot()
    def show_about(self) -> None:
        """Say what this is, and which version."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("About Account Journal"))
        box.setText(_("Account Journal {version}").format(version=__version__))
        box.setInformativeText(
            _(
                "Keeps, draws and prints the relationship with each customer. Nothing leaves "
                "this computer by itself."
            )
        )
        box.open()

    @Slot(list)
    def _files_chosen(self, names: list[str]) -> None:
        from journal.ui.exchange.import_dialog import ImportDialog

        dialog = ImportDialog([Path(name) for name in names], self._workbench, self._window)
        dialog.imported.connect(self.imported)
        dialog.open()

    @Slot(str)
    def _new_chosen(self, name: str) -> None:
        path = Path(name)
        self.new_wanted.emit(path if path.suffix else path.with_suffix(SUFFIX))

    @Slot(str)
    def _open_chosen(self, name: str) -> None:
        self.open_wanted.emit(Path(name))

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._journal.path.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([_("Journals (*{suffix})").format(suffix=SUFFIX), _("All files (*)")])
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        return dialog
