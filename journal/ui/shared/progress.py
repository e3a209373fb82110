"""What is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journal.ui.shared.buttons import other_button
from journal.ui.shared.labels import ElidedLabel
from journal.wording import _


class ProgressPanel(QWidget):
    """A line of words, a bar, and Cancel."""

    cancel_wanted = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beginning = words
        self._words = ElidedLabel(words)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        self._cancel = other_button(_("Cancel"))
        self._cancel.clicked.connect(self._cancel_clicked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addLayout(row)

    def begin(self) -> None:
        """Be seen as at the first time, whatever became of the work before."""
        self._cancel.setEnabled(True)
        self.tell(self._beginning, 0, 0)
        self.show()

    @Slot(str, int, int)
    def tell(self, words: str, done: int, total: int) -> None:
        """Show how far it is; a total of 0 is a bar that only moves."""
        if words:
            self._words.setText(words)
            self._bar.setAccessibleName(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot()
    def _cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(_("Stopping…"))
        self.cancel_wanted.emit()
