"""Sees that nothing typed is lost where the journal does not take it.

It is said in a bar, which no narrow window folds away like the foot; a copy in another place is
offered; and the window does not close over such a text unasked.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QMessageBox

from journal.domain.errors import JournalError
from journal.operations import editing
from journal.ui.main_window import MainWindow
from journal.ui.saving import Saver, State
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _

_Role = QMessageBox.ButtonRole


class _Bar(QFrame):
    """Hidden while all is saved, or on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._words = Label(kind=Kind.ALARM, wraps=True)
        column(self, margins=(24, 8, 16, 8), gap=0).addWidget(self._words)
        self.hide()

    def say(self, words: str) -> None:
        """Say why."""
        self._words.setText(words)
        self.show()

    def words(self) -> str:
        """Return what it said last."""
        return self._words.text()


class NotSaved(QObject):
    """Speaks up for what the window's one `Saver` still holds. `failed` says a `JournalError`."""

    failed = Signal(object)

    def __init__(self, window: MainWindow, saver: Saver) -> None:
        super().__init__(window)
        self._window = window
        self._saver = saver
        self._bar = _Bar()
        window.show_below(self._bar)
        self._box: QMessageBox | None = None
        self._is_closing = self._is_given_up = False
        saver.copy_wanted.connect(self._offer_copy)
        saver.told.connect(self._told)
        window.close_wanted.connect(self._close_wanted)

    @Slot()
    def _close_wanted(self) -> None:
        """Let the window stay where something would be lost with it."""
        if self._is_given_up or self._saver.flush():
            return
        self._window.stay()
        if self._saver.ask_again():
            return  # the question is which of two texts to keep
        box = self._opened(
            _("Closed now, what you typed last would be lost. It is tried again every two seconds.")
        )
        keep = box.addButton(_("Keep a copy and close…"), _Role.AcceptRole)
        without = box.addButton(_("Close without it"), _Role.DestructiveRole)
        stay = box.addButton(_("Stay"), _Role.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        keep.clicked.connect(self._ask_where_and_close)
        without.clicked.connect(self._close_without)
        self._is_closing = True
        box.open()

    @Slot()
    def _offer_copy(self) -> None:
        """Offer to write what the journal does not take somewhere else."""
        box = self._opened(
            _(
                "For ten seconds the journal could not be written; what you typed is here. "
                "It will be tried again. To be sure, keep a copy of it in another place."
            )
        )
        keep = box.addButton(_("Keep a copy…"), _Role.AcceptRole)
        box.addButton(_("Go on trying"), _Role.RejectRole)
        keep.clicked.connect(self._ask_where)
        box.open()

    def _opened(self, words: str) -> QMessageBox:
        """Make the box, in the place of one that is there."""
        if self._box is not None:
            self._box.close()
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Not saved"))
        box.setText(self._bar.words())
        box.setInformativeText(words)
        box.finished.connect(self._answered)
        self._box = box
        return box

    @Slot()
    def _answered(self) -> None:
        self._box = None
        self._is_closing = False

    @Slot()
    def _close_without(self) -> None:
        self._is_given_up = True
        self._window.close()

    @Slot()
    def _ask_where(self) -> None:
        self._file_dialog().fileSelected.connect(self._write_copy)

    @Slot()
    def _ask_where_and_close(self) -> None:
        self._file_dialog().fileSelected.connect(self._write_and_close)

    def _file_dialog(self) -> QFileDialog:
        dialog = QFileDialog(self._window, _("Keep a copy"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(_("not saved.txt"))
        dialog.open()
        return dialog

    @Slot(str)
    def _write_copy(self, name: str) -> bool:
        try:
            editing.write_aside(Path(name), self._saver.unsaved)
        except JournalError as error:
            self.failed.emit(error)
            return False
        return True

    @Slot(str)
    def _write_and_close(self, name: str) -> None:
        if self._write_copy(name):
            self._close_without()

    @Slot(State, str)
    def _told(self, state: State, words: str) -> None:
        if state is State.NOT_SAVED:
            self._bar.say(words)
        elif state is State.SAVED:
            self._bar.hide()
            self._saved()

    def _saved(self) -> None:
        if self._box is not None:
            is_closing = self._is_closing
            self._box.close()  # there is nothing to ask any more
            if is_closing:
                self._window.close()
