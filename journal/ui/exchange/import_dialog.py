"""An import under way, and then what it did."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from journal.operations.importing import Imported, import_files
from journal.operations.journal import Journal
from journal.ui import failures
from journal.ui.background import Progress, Workbench
from journal.ui.exchange.report_words import headline, lines
from journal.ui.shared.labels import Kind, Label
from journal.ui.shared.progress import ProgressPanel
from journal.wording import _


class ImportDialog(QDialog):
    """Says `imported` when the journal has changed."""

    imported = Signal()

    def __init__(
        self, paths: Sequence[Path], workbench: Workbench, parent: QWidget | None = None
    ) -> None:
        """Begin at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import"))
        self.resize(640, 420)
        self._paths = tuple(paths)
        self._is_done = False
        self._headline = Label(_("Importing"), Kind.STATEMENT, wraps=True)
        self._progress = ProgressPanel(_("Starting…"))
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("What was skipped, and what should be looked at"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._progress)
        self._stack.addWidget(self._report)
        self._close = QPushButton(_("Close"))
        self._close.setEnabled(False)
        self._lay_out()
        self._task = workbench.task(self._work)
        self._connect()
        workbench.start(self._task)

    @override
    def reject(self) -> None:
        if self._is_done:
            super().reject()
        else:
            self._task.cancel()

    def report(self) -> str:
        """Return what is said of the import."""
        return f"{self._headline.text()}\n{self._report.toPlainText()}"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._headline)
        column.addWidget(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._task.progressed.connect(self._progress.tell)
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._progress.cancel_wanted.connect(self._task.cancel)
        self._close.clicked.connect(self.accept)

    def _work(self, journal: Journal, progress: Progress) -> Imported:
        return import_files(journal, self._paths, progress=progress)

    @Slot(object)
    def _done(self, imported: Imported) -> None:
        self._end(headline(imported), "\n".join(lines(imported)))
        self.imported.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._end(_("Nothing was imported"), "")
        failures.show(self, error)

    @Slot()
    def _cancelled(self) -> None:
        self._end(_("Stopped. Nothing was imported."), "")

    def _end(self, words: str, report: str) -> None:
        self._is_done = True
        self._headline.setText(words)
        self._report.setPlainText(report)
        self._stack.setCurrentWidget(self._report)
        self._report.setVisible(bool(report))
        self._close.setEnabled(True)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
