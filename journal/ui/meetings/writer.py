"""Writes what is told in the form of a meeting, and reads the account again after each answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from journal.domain.errors import JournalError
from journal.domain.record import MeetingId, Record
from journal.operations import meetings, records
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment
from journal.ui.meetings.subject import Subject
from journal.ui.saving import Saver


class Writer(QObject):
    """Whatever is told first of a meeting that is not in the journal plans it there.

    `failed` says a `JournalError` that the user should hear of; nothing was changed then.
    `written` is said after each answer, also where it was refused.
    """

    failed = Signal(object)
    written = Signal()

    def __init__(
        self, journal: Journal, saver: Saver, subject: Subject, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.journal = journal
        self.subject = subject
        self._saver = saver
        self._is_writing = False

    @property
    def is_writing(self) -> bool:
        """Whether an answer is under way; all is read again when it is done."""
        return self._is_writing

    def begin(self) -> MeetingId | None:
        """Return the meeting, planned now where nobody had; None where that was refused."""
        subject = self.subject
        closing = subject.closing
        if isinstance(closing, Appointment):
            appointment = closing
            self.write(lambda: meetings.plan(self.journal, appointment))
        return None if subject.meeting is None else subject.meeting.id

    def edit(self, name: str, record: Record) -> None:
        """Write a record as it is to be."""
        self.write(lambda: records.edit(self.journal, name, record))

    def write(self, verb: Callable[[], Change]) -> Change | None:
        """Do something after all that was typed before; None where it was refused."""
        change = None
        try:
            change = self.attempt(verb)
        except JournalError as error:
            self.failed.emit(error)
        self.written.emit()
        return change

    def attempt(self, verb: Callable[[], Change]) -> Change:
        """Do something after all that was typed before.

        Raises:
            JournalError: if it was refused.
        """
        self._saver.flush()
        self._is_writing = True
        try:
            change = verb()
            self.subject.read()
            self.subject.adopt(change)
        finally:
            self._is_writing = False
        if change.number:
            self._saver.say_saved(self.journal.now())
        return change

    def flush(self) -> None:
        """Save what was typed before, and read it."""
        self._saver.flush()
        self.subject.read()
