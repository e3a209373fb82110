"""Undo and redo by their keys in a dialog, which the keys of the window do not reach."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from journal.domain.errors import JournalError
from journal.operations import undoing
from journal.operations.journal import Journal
from journal.ui.saving import Saver


class UndoKeys(QObject):
    """Within a line the keys take back typing, as everywhere; elsewhere the last action."""

    failed = Signal(object)

    def __init__(self, journal: Journal, saver: Saver, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._journal = journal
        self._saver = saver
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), dialog)
        redo = QShortcut(QKeySequence("Ctrl+Shift+Z"), dialog)
        undo.activated.connect(self.undo)
        redo.activated.connect(self.redo)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        self._saver.flush()
        try:
            undoing.undo(self._journal)
        except JournalError as error:
            self.failed.emit(error)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._saver.flush()
        try:
            undoing.redo(self._journal)
        except JournalError as error:
            self.failed.emit(error)
