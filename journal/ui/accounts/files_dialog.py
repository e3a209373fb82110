"""The files of an account: adding, opening a copy, saving one, deleting."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from typing_extensions import override

from journal.domain.account import Account
from journal.domain.document import Attachment
from journal.domain.errors import JournalError
from journal.operations import attachments, records
from journal.operations.attachments import Attached
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.accounts.attachment_drop import files_of
from journal.ui.accounts.file_table import FileTable
from journal.ui.background import Progress, Work, Workbench
from journal.ui.bridge import Bridge
from journal.ui.saving import Saver
from journal.ui.shared.buttons import button_row, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column
from journal.ui.shared.undo_keys import UndoKeys
from journal.ui.shared.working_dialog import WorkingDialog
from journal.wording import _

_SIZE_PX = (720, 480)


class FilesDialog(WorkingDialog):
    """Takes files by its button and by drag and drop; copying goes on beside the window."""

    failed = Signal(object)

    def __init__(
        self,
        account: Account,
        *,
        journal: Journal,
        saver: Saver,
        workbench: Workbench,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            folder: One that only this user can enter, for the copies that are opened.
        """
        super().__init__(workbench, _("Copying…"), parent)
        self.setAcceptDrops(True)
        self.setWindowTitle(_("Files of {name}").format(name=account.name))
        self._account = account
        self._journal = journal
        self._folder = folder
        self._stood_on: QWidget | None = None
        self._heading = ElidedLabel(account.name, Kind.STATEMENT)
        self.table = FileTable()
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self._said = Label(wraps=True)
        self.add_button = other_button(_("Add files…"))
        self.open_button = other_button(_("Open a copy"))
        self.save_button = other_button(_("Save a copy…"))
        self.trash_button = other_button(_("Delete"))
        self.undo_button = other_button(_("Undo"))
        self.close_button = other_button(_("Close"))
        self._undo_keys = UndoKeys(journal, saver, self)
        self._bridge = Bridge(journal, self)
        self._lay_out()
        self._connect()
        self._read()

    def said(self) -> str:
        """Return what is said of what was done last."""
        return self._said.text()

    @override
    def done(self, result: int) -> None:
        self._bridge.close()
        super().done(result)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.is_working and files_of(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attach(files_of(event.mimeData()))

    def attach(self, sources: Sequence[Path]) -> None:
        """Add files; what cannot be added is said."""
        if sources:
            self.start(_attaching(self._account, tuple(sources)), self._attached)

    def _lay_out(self) -> None:
        actions = button_row(
            self.close_button,
            left=(self.add_button, self.open_button, self.save_button, self.trash_button),
        )
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self._said, 1)
        said.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        whole = column(self, margins=(24, 20, 24, 16), gap=12)
        whole.addWidget(self._heading)
        whole.addWidget(self._empty)
        whole.addWidget(self.table, 1)
        whole.addLayout(said)
        whole.addWidget(self.progress)
        whole.addLayout(actions)
        self._empty.setText(
            _(
                "No files yet. Drag them here, or add them: a floor plan, an agreement, a report. "
                "A copy of each is kept in a folder beside the journal."
            )
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._say("")
        fit(self, *_SIZE_PX)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._undo_keys.failed.connect(self.failed)
        self.table.chosen.connect(self._tell)
        self.table.open_wanted.connect(self._open_clicked)
        self.table.trash_wanted.connect(self._trash_clicked)
        self.add_button.clicked.connect(self._add_clicked)
        self.open_button.clicked.connect(self._open_clicked)
        self.save_button.clicked.connect(self._save_clicked)
        self.trash_button.clicked.connect(self._trash_clicked)
        self.undo_button.clicked.connect(self._undo_keys.undo)
        self.close_button.clicked.connect(self.leave)

    def _read(self) -> None:
        try:
            filed = attachments.filed(self._journal, self._account.id)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.table.show_files(filed, self._journal.today())
        self.table.setVisible(bool(filed))
        self._empty.setVisible(not filed)
        (self.table if filed else self.add_button).setFocus()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        chosen = self.table.chosen_file()
        is_idle = not self.is_working
        self.add_button.setEnabled(is_idle)
        for button in (self.open_button, self.save_button):
            button.setEnabled(is_idle and chosen is not None and chosen.is_there)
        self.trash_button.setEnabled(is_idle and chosen is not None)

    @Slot(Change)
    def _changed(self, _change: Change) -> None:
        self._say("")
        self._read()

    @Slot()
    def _add_clicked(self) -> None:
        dialog = QFileDialog(self, _("Add files"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    @Slot(list)
    def _files_chosen(self, names: list[str]) -> None:
        self.attach([Path(each) for each in names])

    def _attached(self, attached: Attached) -> None:
        if attached.change is not None:
            self._journal.announce(attached.change)
        self._say(" ".join(attached.refused), is_alarm=True)

    @Slot()
    def _open_clicked(self) -> None:
        chosen = self.table.chosen_file()
        if chosen is not None and self.open_button.isEnabled():
            self.start(_opening(chosen.attachment, self._folder), self._opened)

    def _opened(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            said = _("This computer has no program for {kind} files; save a copy instead.")
            self._say(said.format(kind=copy.suffix.removeprefix(".").upper()), is_alarm=True)

    @Slot()
    def _save_clicked(self) -> None:
        chosen = self.table.chosen_file()
        if chosen is None:
            return
        dialog = QFileDialog(self, _("Save a copy"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(Path(chosen.attachment.name).name)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    @Slot(str)
    def save_as(self, name: str) -> None:
        """Write a copy of the chosen file there."""
        chosen = self.table.chosen_file()
        if chosen is not None:
            self.start(_saving(chosen.attachment, Path(name)), self._saved)

    def _saved(self, path: Path) -> None:
        self._say(_("Saved as {name}.").format(name=path.name))

    @Slot()
    def _trash_clicked(self) -> None:
        chosen = self.table.chosen_file()
        if chosen is None or self.is_working:
            return
        try:
            records.trash(self._journal, _("Trash file"), chosen.attachment)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._say(_("Deleted: {name}").format(name=chosen.attachment.name), may_undo=True)

    @override
    def work_failed(self, error: Exception) -> None:
        """Say it here where it is a sentence; what is a fault of ours is told as one."""
        if isinstance(error, JournalError):
            self._say(error.sentence, is_alarm=True)
        else:
            self.failed.emit(error)

    @override
    def show_working(self) -> None:
        self._say("")
        if self.is_working:
            self._stood_on = self.focusWidget()  # what is not allowed meanwhile loses the focus
        self._tell()
        if not self.is_working and self._stood_on is not None:
            self._stood_on.setFocus()

    def _say(self, words: str, *, is_alarm: bool = False, may_undo: bool = False) -> None:
        kind = Kind.ALARM if is_alarm else Kind.BODY
        if self._said.property("kind") != kind.value:
            self._said.setProperty("kind", kind.value)
            self._said.style().polish(self._said)
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.undo_button.setVisible(may_undo)


def _attaching(account: Account, sources: tuple[Path, ...]) -> Work:
    def work(fellow: Journal, progress: Progress) -> Attached:
        return attachments.attach(fellow, account.id, sources, progress)

    return work


def _opening(attachment: Attachment, folder: Path) -> Work:
    def work(fellow: Journal, progress: Progress) -> Path:
        progress(_("Copying {name}").format(name=attachment.name), 0, 0)
        return attachments.open_copy(fellow, attachment, folder)

    return work


def _saving(attachment: Attachment, target: Path) -> Work:
    def work(fellow: Journal, progress: Progress) -> Path:
        progress(_("Copying {name}").format(name=attachment.name), 0, 0)
        attachments.save_copy(fellow, attachment, target)
        return target

    return work
