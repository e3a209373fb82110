"""An import under way, and then what it did."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from journal.operations.importing import Imported, import_files
from journal.operations.journal import Journal
from journal.ui.background import Progress, Workbench
from journal.ui.exchange.report_words import headline, lines
from journal.ui.shared.buttons import button_row
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.working_dialog import WorkingDialog
from journal.wording import _


class ImportDialog(WorkingDialog):
    """Says `imported` when the journal has changed."""

    imported = Signal()

    def __init__(
        self, paths: Sequence[Path], workbench: Workbench, parent: QWidget | None = None
    ) -> None:
        """Begin at once."""
        super().__init__(workbench, _("Starting…"), parent)
        self.setWindowTitle(_("Import"))
        fit(self, 640, 420)
        self._paths = tuple(paths)
        self._headline = Label(_("Importing"), Kind.STATEMENT, wraps=True)
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("What was skipped, and what should be looked at"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.progress)
        self._stack.addWidget(self._report)
        self._close = QPushButton(_("Close"))
        self._close.setEnabled(False)
        self._lay_out()
        self._close.clicked.connect(self.accept)
        self.start(self._work, self._done)

    def report(self) -> str:
        """Return what is said of the import."""
        return f"{self._headline.text()}\n{self._report.toPlainText()}"

    def _lay_out(self) -> None:
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addWidget(self._headline)
        content.addWidget(self._stack, 1)
        buttons = button_row(self._close)
        content.addLayout(buttons)

    def _work(self, journal: Journal, progress: Progress) -> Imported:
        return import_files(journal, self._paths, progress=progress)

    def _done(self, imported: Imported) -> None:
        self._end(headline(imported), "\n".join(lines(imported)))
        if imported.change is not None and imported.change.ids:
            self.imported.emit()

    @override
    def work_failed(self, error: Exception) -> None:
        self._end(_("Nothing was imported"), "")
        super().work_failed(error)

    @override
    def work_stopped(self) -> None:
        self._end(_("Stopped. Nothing was imported."), "")

    def _end(self, words: str, report: str) -> None:
        self._headline.setText(words)
        self._report.setPlainText(report)
        self._stack.setCurrentWidget(self._report)
        self._report.setVisible(bool(report))
        self._close.setEnabled(True)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
