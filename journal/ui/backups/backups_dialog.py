"""The backups there are, what restoring one would bring, and the restore itself."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from journal.domain.errors import JournalError, NotSavedError
from journal.operations import backups, restoring
from journal.operations.backups import Shelf
from journal.operations.journal import Journal
from journal.operations.restoring import Comparison, Restored
from journal.ui import failures
from journal.ui.background import Progress, Workbench
from journal.ui.backups.backup_list import BackupList
from journal.ui.backups.looking import Looker
from journal.ui.backups.preview_panel import PreviewPanel
from journal.ui.backups.second_folder import SecondFolder
from journal.ui.backups.words import full_made_words, last_words
from journal.ui.saving import Saver
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column, rule
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.working_dialog import WorkingDialog
from journal.ui.theme import Theme
from journal.wording import _

_SIZE_PX = (860, 580)
_BESIDE_PX = 600


class BackupsDialog(WorkingDialog):
    """Changes nothing until Restore is pressed; `restored` is said when all of it is done."""

    restored = Signal()

    def __init__(
        self,
        journal: Journal,
        saver: Saver,
        workbench: Workbench,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workbench, _("Restoring"), parent)
        self.setModal(True)  # what is typed elsewhere meanwhile would be lost
        self.setWindowTitle(_("Backups and restore"))
        fit(self, *_SIZE_PX)
        self._journal = journal
        self._saver = saver
        self._looker = Looker(workbench, self)
        self._shelves: tuple[Shelf, ...] = ()
        self._chosen: Path | None = None
        self._statement = Label(kind=Kind.STATEMENT, wraps=True)
        self._folder = ElidedLabel(kind=Kind.MUTE)
        self.places = Segments(
            _("Folder"), [Choice(text=_("On this computer")), Choice(text=_("Second folder"))]
        )
        self.places.choose(0)
        self.list = BackupList()
        self.preview = PreviewPanel(theme)
        self.second = SecondFolder()
        self._kept = Label(kind=Kind.MUTE, wraps=True)
        self.another = QPushButton(_("&Another file…"))
        self._close = QPushButton(_("Close"))
        self.restore = QPushButton(_("&Restore"))
        self._foot = QStackedWidget()
        self._lay_out()
        self._connect()
        self._read()
        self.list.choose_first()
        (self.list if self.list.isEnabled() else self.another).setFocus()

    @property
    def is_looking(self) -> bool:
        """Whether the chosen file is still being looked into."""
        return self._looker.is_looking

    def statement(self) -> str:
        """Return what is said above the list."""
        return self._statement.text()

    def show_file(self, path: Path) -> None:
        """Look into a file that stands in no list."""
        self.list.choose_none()
        self._look(path)

    @override
    def done(self, result: int) -> None:
        self._looker.look(None)
        super().done(result)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_wide = event.size().width() >= _BESIDE_PX
        self._body.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        inside = QWidget()
        content = column(inside, margins=(24, 20, 24, 0), gap=12)
        content.addWidget(self._statement)
        content.addWidget(self._folder)
        content.addWidget(self.places)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self._body.addWidget(self.list, 5)
        self._body.addWidget(self.preview, 4)
        content.addLayout(self._body, 1)
        content.addWidget(rule())
        content.addWidget(self.second)
        whole = column(self, margins=(0, 0, 0, 16), gap=12)
        whole.addWidget(Scrolled(_("Backups and what they hold"), inside), 1)
        below = QWidget()
        foot = column(below, margins=(24, 0, 24, 0), gap=12)
        foot.addWidget(self._kept)
        self._foot.addWidget(self._buttons())
        self._foot.addWidget(self.progress)
        foot.addWidget(self._foot)
        whole.addWidget(below)
        self.list.setMinimumHeight(120)

    def _buttons(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.another)
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self.restore)
        self._close.setDefault(True)
        self.restore.setProperty("kind", "main")
        return made

    def _connect(self) -> None:
        self.list.chosen.connect(self._look)
        self.list.taken.connect(self.restore.setFocus)
        self.places.chosen.connect(self._place_chosen)
        self.second.changed.connect(self._read)
        self.second.failed.connect(self._tell)
        self._looker.found.connect(self._found)
        self._looker.refused.connect(self._refused)
        self.another.clicked.connect(self._ask_for_another)
        self._close.clicked.connect(self.leave)
        self.restore.clicked.connect(self._restore_clicked)

    @Slot()
    def _read(self) -> None:
        """Show what there is now; the list of the first folder."""
        self.second.read()
        try:
            last = backups.last_good(self._journal)
            self._shelves = backups.shelves(self._journal)
        except JournalError as error:
            self._shelves = ()
            self._statement.setText(error.sentence)
        else:
            at = None if last is None else last.at
            self._statement.setText(last_words(at, self._journal.now()))
        self.places.setVisible(len(self._shelves) > 1)
        self.places.choose(0)
        self._show_shelf(0)

    def _show_shelf(self, position: int) -> None:
        self._choose(None)
        self.preview.show_nothing("")
        shelf = self._shelves[position] if self._shelves else None
        self.list.setEnabled(shelf is not None and bool(shelf.held))
        self._folder.setText("" if shelf is None else str(shelf.folder))
        self._kept.setText(self._promise(is_first=position == 0))
        if shelf is None:
            self.list.clear()
            return
        self.list.show_shelf(shelf, self._journal.now())
        if shelf.problem:
            self.preview.show_refused("", shelf.problem)
        elif not shelf.held:
            self.preview.show_nothing(
                _("No backup lies here. The first is made with the first change of a day.")
            )

    def _promise(self, *, is_first: bool) -> str:
        if is_first or not self._shelves:
            return _("A restore first keeps what the journal holds now, as one more backup here.")
        return _(
            "A restore first keeps what the journal holds now, as a backup on this computer: "
            "{folder}"
        ).format(folder=self._shelves[0].folder)

    @Slot(int)
    def _place_chosen(self, position: int) -> None:
        self._show_shelf(position)
        self.list.choose_first()

    @Slot(Path)
    def _look(self, path: Path) -> None:
        self._choose(path)
        self.preview.show_looking(self._name())
        self._looker.look(path)

    @Slot(object)
    def _found(self, comparison: Comparison) -> None:
        self.restore.setEnabled(True)
        self.preview.show_comparison(self._name(), comparison, self._journal.now())

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self.preview.show_refused(self._name(), error.sentence)
        else:
            self._tell(error)

    def _choose(self, path: Path | None) -> None:
        self._chosen = path
        self.restore.setEnabled(False)  # until one has seen what it would bring
        if path is None:
            self._looker.look(None)

    def _name(self) -> str:
        """Name what is chosen: by when it was made, or as a file."""
        for shelf in self._shelves:
            for held in shelf.held:
                if held.backup.path == self._chosen:
                    return full_made_words(held.backup.at, self._journal.now())
        return "" if self._chosen is None else str(self._chosen)

    @Slot()
    def _ask_for_another(self) -> None:
        dialog = QFileDialog(self, _("Restore from another file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Journals (*.journal)"), _("All files (*)")])
        dialog.fileSelected.connect(self._another_chosen)
        dialog.open()

    @Slot(str)
    def _another_chosen(self, name: str) -> None:
        self.show_file(Path(name))

    @Slot()
    def _restore_clicked(self) -> None:
        if self._chosen is None:
            return
        if not self._saver.flush():
            self._tell(
                NotSavedError(
                    _(
                        "What you typed last is not saved yet, so nothing was restored. The foot "
                        "of the window says why."
                    )
                )
            )
            return
        self.start(partial(_restore, self._chosen), self._restored)

    def _restored(self, _restored: Restored) -> None:
        self.accept()
        self.restored.emit()

    @override
    def work_failed(self, error: Exception) -> None:
        self._show_again()
        super().work_failed(error)

    @override
    def work_stopped(self) -> None:
        self._show_again()
        self._statement.setText(_("Stopped. Nothing was restored."))

    @override
    def show_working(self) -> None:
        self._foot.setCurrentIndex(int(self.is_working))
        for each in (self.list, self.places, self.second):
            each.setEnabled(not self.is_working)

    def _show_again(self) -> None:
        """Show what there is, and what was chosen."""
        chosen = self._chosen
        self._read()
        if chosen is not None:
            self.show_file(chosen)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        failures.show(self, error)


def _restore(backup: Path, fellow: Journal, progress: Progress) -> Restored:
    return restoring.restore(fellow, backup, progress)
