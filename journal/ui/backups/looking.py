"""Looking into other files beside the user's work: what they hold, compared with the journal."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from journal.operations import restoring
from journal.operations.journal import Journal
from journal.operations.restoring import Comparison
from journal.ui.background import Progress, Task, Workbench


class Looker(QObject):
    """Looks into one file after another; only what was wanted last is told.

    `found` says a `Comparison`, `refused` an error, of the file that was asked for.
    """

    found = Signal(object)
    refused = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._task: Task | None = None
        self._looked_into: Path | None = None
        self._wanted: Path | None = None

    def look(self, path: Path | None) -> None:
        """Look into a file as soon as the one before is done with; None into none."""
        self._wanted = path
        if self._task is None:
            self._begin()

    @property
    def is_looking(self) -> bool:
        """Whether what was wanted last is not told yet."""
        return self._task is not None

    def _begin(self) -> None:
        if self._wanted is None:
            return
        self._looked_into = self._wanted
        self._task = self._workbench.task(partial(_compare, self._wanted))
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._ended)
        self._workbench.start(self._task)

    @Slot(object)
    def _done(self, comparison: Comparison) -> None:
        if self._looked_into == self._wanted:
            self.found.emit(comparison)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if self._looked_into == self._wanted:
            self.refused.emit(error)

    @Slot()
    def _ended(self) -> None:
        self._task = None
        if self._looked_into != self._wanted:
            self._begin()


def _compare(path: Path, fellow: Journal, _progress: Progress) -> Comparison:
    return restoring.compare(fellow, path)
