"""Work over a second: in a thread of its own, with its own journal, progress and cancel.

The window stays alive. A piece of work is a plain function of a `Journal` (a fellow of the
window's, on the same file) and of a `Progress` that it tells how far it is; it returns a value
and touches no widget.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.operations.journal import Journal

_LOG = logging.getLogger(__name__)


class CancelledError(Exception):
    """The user stopped the work; it unwinds from wherever it last told its progress."""


class Progress:
    """Told by the work how far it is; raises `CancelledError` there once it should stop."""

    def __init__(self, task: "Task") -> None:
        self._task = task
        self._stop = threading.Event()

    def __call__(self, words: str, done: int, total: int) -> None:
        """Tell how far it is.

        Args:
            words: What is being done.
            done: Of `total`, in any unit; `total` 0 where nobody knows it yet.

        Raises:
            CancelledError: The user stopped the work.
        """
        if not self.is_wanted():
            raise CancelledError
        self._task.progressed.emit(words, done, total)

    def is_wanted(self) -> bool:
        """Whether anybody waits for the end; for work that asks instead of telling."""
        return not self._stop.is_set()

    def stop(self) -> None:
        """Let the work end at its next word."""
        self._stop.set()


Work = Callable[[Journal, Progress], Any]


class Task(QThread):
    """One piece of work under way; exactly one of `done`, `failed`, `cancelled` ends it.

    The signals are emitted in the thread of the work; connected to bound methods of widgets
    they arrive in the window's.
    """

    progressed = Signal(str, int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, journal: Journal, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._work = work
        self._progress = Progress(self)

    @Slot()
    def cancel(self) -> None:
        """Ask it to stop; `cancelled` says when it has, unless it was done before."""
        self._progress.stop()

    @override
    def run(self) -> None:
        try:
            fellow = self._journal.fellow()
            try:
                result = self._work(fellow, self._progress)
            finally:
                fellow.close()
        except CancelledError:
            self.cancelled.emit()
        except JournalError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001  the end of the thread: told in the window
            _LOG.exception("work in the background")
            self.failed.emit(error)
        else:
            self.done.emit(result)


class Workbench(QObject):
    """Starts work and waits for what is left of it when the window closes."""

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._tasks: list[Task] = []

    @property
    def journal(self) -> Journal:
        """The one that the window works on; each piece of work has a connection of its own."""
        return self._journal

    def start(self, task: Task) -> None:
        """Begin; connect to its signals first."""
        for each in [each for each in self._tasks if each.isFinished()]:
            self._tasks.remove(each)
            each.deleteLater()
        self._tasks.append(task)
        task.start()

    def task(self, work: Work) -> Task:
        """Make a piece of work ready to `start`."""
        return Task(self._journal, work, self)

    @Slot()
    def finish(self) -> None:
        """Stop what is under way and wait until it has ended."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            task.wait()
        self._tasks.clear()
