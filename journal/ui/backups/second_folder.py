"""Where a second set of backups lies: chosen, changed, given up."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from journal.domain.errors import JournalError
from journal.operations import backups
from journal.ui.shared.labels import ElidedLabel, Kind, Label
from journal.wording import _


class SecondFolder(QWidget):
    """One line. `changed` is said once another folder, or none, was written down."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ElidedLabel()
        self.choose = QPushButton(_("&Choose folder…"))
        self.choose.setAccessibleName(_("Choose a second folder for backups"))
        self.give_up = QPushButton(_("&No second folder"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(_("Second folder"), Kind.MUTE))
        row.addWidget(self._path, 1)
        row.addWidget(self.give_up)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self._ask)
        self.give_up.clicked.connect(self._give_up)

    def said(self) -> str:
        """Return what the line says."""
        return self._path.text()

    def read(self) -> None:
        """Show the folder as it is written down."""
        try:
            folder = backups.second_folder()
        except JournalError as error:
            self._path.setText(error.sentence)
            return
        self._path.setText(
            _("none; one on another disk is wise") if folder is None else str(folder)
        )
        self.give_up.setVisible(folder is not None)

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Second folder for backups"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, name: str) -> None:
        self._write_down(Path(name))

    @Slot()
    def _give_up(self) -> None:
        self._write_down(None)

    def _write_down(self, folder: Path | None) -> None:
        try:
            backups.choose_second_folder(folder)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.read()
        self.changed.emit()
