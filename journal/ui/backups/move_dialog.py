"""Moving the journal to another folder: where to, and a checked copy there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from journal.operations import relocating
from journal.operations.journal import Journal
from journal.ui.background import Progress, Workbench
from journal.ui.saving import Saver
from journal.ui.shared.buttons import button_row, main_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.marked_text import Look, MarkedText, Run
from journal.ui.shared.working_dialog import WorkingDialog
from journal.ui.theme import Theme
from journal.wording import _


class MoveDialog(WorkingDialog):
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
        super().__init__(workbench, _("Copying the journal"), parent)
        self.setModal(True)  # what is typed elsewhere meanwhile would stay behind
        self.setWindowTitle(_("Move journal"))
        fit(self, 560, 300)
        self._journal = journal
        self._saver = saver
        self.folder = relocating.suggested_folder(journal)
        # A path has to be read to its end, and may be one long word.
        self._from = MarkedText(theme, (Run(str(journal.path.parent), Look.MUTE),))
        self._to = MarkedText(theme)
        self._alarm = Label(kind=Kind.ALARM, wraps=True)
        self.choose = QPushButton(_("&Choose folder…"))
        self._close = QPushButton(_("Cancel"))
        self.move_button = main_button(_("&Move"))
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

    def _lay_out(self) -> None:
        there = QHBoxLayout()
        there.addWidget(self._to, 1)
        there.addWidget(self.choose)
        buttons = button_row(self._close, self.move_button)
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
        content.addWidget(self.progress)
        content.addLayout(buttons)

    def _promise(self) -> str:
        return _(
            "A copy is made there and checked, and opened. The journal in the old folder is kept "
            "as it is and gets the name “{name}”, so that nobody goes on writing into it."
        ).format(name=relocating.name_aside(self._journal))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self._close.clicked.connect(self.leave)
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
        if self._saver.flush():
            self.start(partial(_copy, self.folder), self._copied)
        else:
            self._alarm.setText(_("What you typed last is not saved yet, so nothing was moved."))

    def _copied(self, path: Path) -> None:
        self.accept()
        self.copied.emit(path)

    @override
    def work_stopped(self) -> None:
        self.reject()

    @override
    def show_working(self) -> None:
        for each in (self.choose, self._close, self.move_button):
            each.setEnabled(not self.is_working)


def _copy(folder: Path, fellow: Journal, progress: Progress) -> Path:
    return relocating.copy_to(fellow, folder, progress)
