"""Moving the journal to another folder: where to, and a checked copy there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from journal.operations import relocating
from journal.operations.journal import Journal
from journal.ui import failures
from journal.ui.background import Progress, Task, Workbench
from journal.ui.saving import Saver
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.marked_text import Look, MarkedText, Run
from journal.ui.shared.progress import ProgressPanel
from journal.ui.theme import Theme
from journal.wording import _


class MoveDialog(QDialog):
    """Says `copied` once a checked copy lies in the other folder; the old one is as it was."""

    copied = Signal(Path)

    def __init__(
        self,
        journal: Journal,
        saver: Saver,
        workbench: Workbench,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)  # what is typed elsewhere meanwhile would stay behind
        self.setWindowTitle(_("Move journal"))
        self.resize(560, 300)
        self._journal = journal
        self._saver = saver
        self._workbench = workbench
        self._task: Task | None = None
        self.folder = relocating.suggested_folder(journal)
        # A path has to be read to its end, and may be one long word.
        self._from = MarkedText(theme, (Run(str(journal.path.parent), Look.MUTE),))
        self._to = MarkedText(theme)
        self._alarm = Label(kind=Kind.ALARM, wraps=True)
        self.choose = QPushButton(_("&Choose folder…"))
        self._close = QPushButton(_("Cancel"))
        self.move_button = QPushButton(_("&Move"))
        self.move_button.setProperty("kind", "main")
        self.move_button.setDefault(True)
        self._progress = ProgressPanel(_("Copying the journal"))
        self._progress.hide()
        self._lay_out()
        self._connect()
        self.show_folder(self.folder)
        self.choose.setFocus()

    def said(self) -> str:
        """Return where it would go, and what speaks against it."""
        return "\n".join(filter(None, (str(self.folder), self._alarm.text())))

    def show_folder(self, folder: Path) -> None:
        """Take another folder into view."""
        self.folder = folder
        self._to.set_runs((Run(str(folder), Look.STRONG),))
        is_free = relocating.is_free(self._journal, folder)
        program = relocating.copied_elsewhere_by(folder)
        alarm = ""
        if not is_free:
            alarm = _("There is a {name} in that folder already; choose another.")
        elif program is not None:
            alarm = _("{program} copies that folder elsewhere as well.")
        self._alarm.setText(alarm.format(name=self._journal.path.name, program=program))
        self.move_button.setEnabled(is_free)

    @Slot()
    @override
    def reject(self) -> None:
        if self._task is None:
            super().reject()
        else:
            self._task.cancel()

    def _lay_out(self) -> None:
        there = QHBoxLayout()
        there.addWidget(self._to, 1)
        there.addWidget(self.choose)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.move_button)
        content = column(self, margins=(24, 20, 24, 16), gap=8)
        name = self._journal.path.name
        content.addWidget(Label(_("Move {name}").format(name=name), Kind.STATEMENT, wraps=True))
        content.addWidget(Label(_("From"), Kind.LABEL))
        content.addWidget(self._from)
        content.addWidget(Label(_("To"), Kind.LABEL))
        content.addLayout(there)
        content.addWidget(self._alarm)
        content.addWidget(Label(self._promise(), wraps=True))
        content.addStretch(1)
        content.addWidget(self._progress)
        content.addLayout(buttons)

    def _promise(self) -> str:
        return _(
            "A copy is made there and checked, and opened. The journal in the old folder is kept "
            "as it is and gets the name “{name}”, so that nobody goes on writing into it."
        ).format(name=relocating.name_aside(self._journal))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self._close.clicked.connect(self.reject)
        self.move_button.clicked.connect(self._move_clicked)

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Move to another folder"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()

    @Slot(str)
    def _folder_chosen(self, name: str) -> None:
        self.show_folder(Path(name))

    @Slot()
    def _move_clicked(self) -> None:
        if self._task is not None:
            return
        if not self._saver.flush():
            self._alarm.setText(_("What you typed last is not saved yet, so nothing was moved."))
            return
        self._task = self._workbench.task(partial(_copy, self.folder))
        self._task.progressed.connect(self._progress.tell)
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._progress.cancel_wanted.connect(self._task.cancel)
        self._show_busy(is_busy=True)
        self._workbench.start(self._task)

    @Slot(object)
    def _done(self, path: Path) -> None:
        self._task = None
        self.accept()
        self.copied.emit(path)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._task = None
        self._show_busy(is_busy=False)
        failures.show(self, error)

    @Slot()
    def _cancelled(self) -> None:
        self._task = None
        super().reject()

    def _show_busy(self, *, is_busy: bool) -> None:
        self._progress.setVisible(is_busy)
        for each in (self.choose, self._close, self.move_button):
            each.setEnabled(not is_busy)


def _copy(folder: Path, fellow: Journal, progress: Progress) -> Path:
    return relocating.copy_to(fellow, folder, progress)
