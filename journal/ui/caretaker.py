"""Looks after the journal that is open, and says calmly what threatens it.

Where it lies is looked at once the window stands; then the full check runs beside the user's
work. What is found waits in a bar until the user has taken note of it.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.errors import DamagedJournalError, JournalError
from journal.operations.journal import Journal
from journal.operations.opening import Notice, look_through, warnings
from journal.ui.background import Progress, Workbench
from journal.ui.settings import Settings
from journal.ui.shared.notice_bar import NoticeBar


class Caretaker(QObject):
    """Keeps what there is to say in order, and lets the bar say one thing at a time."""

    def __init__(
        self, window: QWidget, *, journal: Journal, settings: Settings, bar: NoticeBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._settings = settings
        self._bar = bar
        self._workbench = Workbench(journal, self)
        self._notices: list[Notice] = []
        bar.details_wanted.connect(self._tell_details)
        bar.dismissed.connect(self._take_note)

    def look(self) -> None:
        """Look around the journal, and begin to look through it."""
        for notice in warnings(self._journal):
            if not self._settings.is_known(self._path, notice.sentence):
                self._add(notice)
        task = self._workbench.task(_look_through)
        task.done.connect(self._looked_through)
        task.failed.connect(self._failed)
        self._workbench.start(task)

    def finish(self) -> None:
        """Give up the check; it ends within milliseconds."""
        self._workbench.finish()

    @property
    def _path(self) -> Path:
        return self._journal.path.absolute()

    def _add(self, notice: Notice) -> None:
        self._notices.append(notice)
        if len(self._notices) == 1:
            self._say_first()

    def _say_first(self) -> None:
        if self._notices:
            first = self._notices[0]
            self._bar.say(first.sentence, has_details=bool(first.details))
        else:
            self._bar.say("")

    @Slot(object)
    def _looked_through(self, notice: Notice | None) -> None:
        if notice is not None:
            self._add(notice)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        # Anything else says nothing of the journal; the log has it.
        if isinstance(error, DamagedJournalError):
            self._add(Notice(sentence=error.sentence, details=error.details))

    @Slot()
    def _tell_details(self) -> None:
        from journal.ui import failures

        first = self._notices[0]
        failures.show(self._window, JournalError(first.sentence, first.details))

    @Slot()
    def _take_note(self) -> None:
        notice = self._notices.pop(0)
        if notice.is_named_once:
            self._settings.know(self._path, notice.sentence)
        self._say_first()


def _look_through(fellow: Journal, progress: Progress) -> Notice | None:
    return look_through(fellow, progress.is_wanted)
