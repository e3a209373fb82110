"""Another version of the journal, compared with it record by record; nothing is changed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QWidget
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.operations.journal import Journal
from journal.operations.restoring import Comparison
from journal.ui import failures
from journal.ui.background import Workbench
from journal.ui.backups.looking import Looker
from journal.ui.backups.words import last_change_words, record_entries, version_words
from journal.ui.shared.buttons import button_row
from journal.ui.shared.entries import EntryList
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column
from journal.ui.theme import Theme
from journal.wording import _

_SIZE_PX = (720, 560)


class CompareDialog(QDialog):
    """`restore_wanted` names the version that the user would rather have."""

    restore_wanted = Signal(Path)

    def __init__(
        self,
        journal: Journal,
        versions: Sequence[Path],
        workbench: Workbench,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Look into the first of them.

        Args:
            versions: At least one.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Other versions of this journal"))
        fit(self, *_SIZE_PX)
        self._journal = journal
        self._versions = tuple(versions)
        self._looker = Looker(workbench, self)
        self._name = ElidedLabel(self._versions[0].name, Kind.STRONG)
        self.versions = QComboBox()
        self.versions.setAccessibleName(_("Version"))
        self.versions.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.versions.addItems([each.name for each in self._versions])
        self._statement = Label(kind=Kind.STATEMENT, wraps=True)
        self._note = Label(kind=Kind.MUTE, wraps=True)
        self.records = EntryList(theme, _("Records that differ"))
        self._advice = Label(kind=Kind.MUTE, wraps=True)
        self.restore = QPushButton(_("&Restore from it…"))
        self._close = QPushButton(_("Close"))
        self._lay_out()
        self._connect()
        self._look()
        (self.versions if len(self._versions) > 1 else self._close).setFocus()

    @property
    def is_looking(self) -> bool:
        """Whether the chosen version is still being looked into."""
        return self._looker.is_looking

    def said(self) -> str:
        """Return what is said above and below the list."""
        texts = (self._statement, self._note, self._advice)
        return "\n".join(each.text() for each in texts if each.text())

    @override
    def done(self, result: int) -> None:
        self._looker.look(None)
        super().done(result)

    def _lay_out(self) -> None:
        buttons = button_row(self._close, left=(self.restore,))
        self._close.setDefault(True)
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        is_one = len(self._versions) == 1
        self._name.setVisible(is_one)
        self.versions.setVisible(not is_one)
        content.addWidget(self._name)
        content.addWidget(self.versions)
        content.addWidget(self._statement)
        content.addWidget(self._note)
        content.addWidget(self.records, 1)
        content.addWidget(self._advice)
        content.addLayout(buttons)

    def _connect(self) -> None:
        self.versions.activated.connect(self._look)
        self._looker.found.connect(self._found)
        self._looker.refused.connect(self._refused)
        self.restore.clicked.connect(self._restore_clicked)
        self._close.clicked.connect(self.reject)

    @Slot()
    def _look(self) -> None:
        self._tell(_("Looking into it…"))
        self._looker.look(self._versions[self.versions.currentIndex()])

    @Slot(object)
    def _found(self, comparison: Comparison) -> None:
        now = self._journal.now()
        self._tell(version_words(comparison), last_change_words(comparison, now))
        self.records.show_entries(record_entries(comparison, now))
        self.restore.setEnabled(True)
        if comparison.preview.is_same_journal:
            self._advice.setText(_advice(comparison))
        else:
            self._advice.setText(
                _("It began as another journal, so it is no version of this one. Leave it.")
            )

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._tell(error.sentence)
        else:
            failures.show(self, error)

    @Slot()
    def _restore_clicked(self) -> None:
        chosen = self._versions[self.versions.currentIndex()]
        self.accept()
        self.restore_wanted.emit(chosen)

    def _tell(self, statement: str, note: str = "") -> None:
        self._statement.setText(statement)
        self._note.setText(note)
        self._advice.setText("")
        self.records.show_entries(())
        self.restore.setEnabled(False)


def _advice(comparison: Comparison) -> str:
    is_lacking = any(each.only_in_backup or each.changed for each in comparison.preview.differences)
    if not is_lacking:
        return _(
            "This journal lacks nothing of it. Put the other file somewhere else once you are "
            "sure, and this is not said again."
        )
    return _(
        "Where only little is missing here, write it down again. Where the other version is the "
        "better one, restore from it: what is here now is kept as a backup first. Then put the "
        "other file somewhere else."
    )
