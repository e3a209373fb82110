"""A dialog that has work done beside it, and closes only once nothing is under way."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from journal.ui import failures
from journal.ui.background import Task, Work, Workbench
from journal.ui.shared.progress import ProgressPanel


class WorkingDialog(QDialog):
    """Whoever closes it while it works stops the work first.

    Attributes:
        progress: To be laid out; it is seen only while work is under way.
    """

    def __init__(self, workbench: Workbench, words: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            words: What the work is, until it tells so itself.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench = workbench
        self._task: Task | None = None
        self._then: Callable[[Any], None] | None = None
        self.progress = ProgressPanel(words)
        self.progress.hide()
        self.progress.cancel_wanted.connect(self.leave)

    @property
    def is_working(self) -> bool:
        """Whether work is under way."""
        return self._task is not None

    def start(self, work: Work, then: Callable[[Any], None]) -> None:
        """Begin, where nothing is under way yet.

        Args:
            work: What is done.
            then: Takes what the work returned.
        """
        if self._task is not None:
            return
        self._task = task = self._workbench.task(work)
        self._then = then
        task.done.connect(self._work_done)
        task.failed.connect(self._work_failed)
        task.cancelled.connect(self._work_cancelled)
        task.progressed.connect(self.progress.tell)
        self.progress.begin()
        self.show_working()
        self._workbench.start(task)

    @Slot()
    def leave(self) -> None:
        """Close it, once nothing is under way any more."""
        self.reject()  # a slot of Qt's own name would be called after the dialog is gone

    @override
    def reject(self) -> None:
        if self._task is None:
            super().reject()
        else:
            self._task.cancel()

    def show_working(self) -> None:
        """Allow what may be done now; called when work begins, and when it is at an end."""

    def work_failed(self, error: Exception) -> None:
        """Say why nothing came of it."""
        failures.show(self, error)

    def work_stopped(self) -> None:
        """Say that the user stopped it."""

    @Slot(object)
    def _work_done(self, result: object) -> None:
        then = self._then
        self._be_free()
        if then is not None:
            then(result)

    @Slot(object)
    def _work_failed(self, error: Exception) -> None:
        self._be_free()
        self.work_failed(error)

    @Slot()
    def _work_cancelled(self) -> None:
        self._be_free()
        self.work_stopped()

    def _be_free(self) -> None:
        """Let whoever is told of the end close the dialog."""
        self._task = self._then = None
        self.progress.hide()
        self.show_working()
