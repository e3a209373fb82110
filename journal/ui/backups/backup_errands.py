"""The errand of backups: opens its dialogs over the window, and says what came of them."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from journal.operations.journal import Journal
from journal.operations.opening import other_versions
from journal.ui.background import Workbench
from journal.ui.saving import Saver
from journal.ui.theme import Theme


class BackupErrands(QObject):
    """`reopen_wanted` asks to show the open journal anew, for everything in it may be another.

    `moved` names a checked copy of it that is to be opened in its place.
    """

    reopen_wanted = Signal()
    moved = Signal(Path)

    def __init__(
        self, window: QMainWindow, *, journal: Journal, saver: Saver, theme: Theme
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._saver = saver
        self._theme = theme
        self._workbench = Workbench(journal, self)

    def finish(self) -> None:
        """Stop what is under way and wait until it has ended."""
        self._workbench.finish()

    @Slot()
    def show_backups(self) -> None:
        """Show the backups there are, to look into and to restore from."""
        self._open_backups(None)

    @Slot()
    def compare(self) -> None:
        """Compare the journal with what lies beside it as another version of it."""
        from journal.ui.backups.compare_dialog import CompareDialog

        versions = other_versions(self._journal)
        if not versions:  # they were put away in the meantime
            self.show_backups()
            return
        dialog = CompareDialog(self._journal, versions, self._workbench, self._theme, self._window)
        dialog.restore_wanted.connect(self._open_backups)
        dialog.open()

    @Slot()
    def move(self) -> None:
        """Ask where the journal is to lie from now on."""
        from journal.ui.backups.move_dialog import MoveDialog

        dialog = MoveDialog(self._journal, self._saver, self._workbench, self._theme, self._window)
        dialog.copied.connect(self.moved)
        dialog.show()

    @Slot(Path)
    def _open_backups(self, chosen: Path | None) -> None:
        from journal.ui.backups.backups_dialog import BackupsDialog

        self._saver.flush()
        dialog = BackupsDialog(
            self._journal, self._saver, self._workbench, self._theme, self._window
        )
        if chosen is not None:
            dialog.show_file(chosen)
        dialog.restored.connect(self.reopen_wanted)
        dialog.show()
