"""What became of a meeting, and who was there: each answer is one operation."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from journal.domain.meeting import Cancellation, Status
from journal.domain.rating import Level
from journal.domain.record import PersonId, RecordId
from journal.domain.span import When
from journal.operations import outcomes
from journal.operations.outcomes import Ending
from journal.operations.people import Somebody
from journal.ui.meetings import facts
from journal.ui.meetings.writer import Writer
from journal.wording import _

STATUSES = (Status.HELD, Status.CANCELLED, Status.NO_SHOW, Status.MOVED)
LEVELS = tuple(Level)


class OutcomeAnswers(QObject):
    """The slots of the fields that ask what happened."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._writer = writer

    @Slot(int)
    def tell_outcome(self, position: int) -> None:
        """Say what became of it; none of `STATUSES` reopens it, the same changes nothing."""
        writer, subject = self._writer, self._writer.subject
        status = STATUSES[position] if position >= 0 else Status.PLANNED
        if status is subject.status:
            return
        people = [each.id for each in facts.who(subject)] if status is Status.HELD else None
        ending, closing = Ending(status=status, people=people), subject.closing
        writer.write(lambda: outcomes.tell_outcome(writer.journal, closing, ending))

    @Slot(Cancellation)
    def tell_cancellation(self, told: Cancellation) -> None:
        """Say how it was called off; its reasons are saved by themselves."""
        self._writer.flush()
        meeting, held = self._writer.subject.meeting, facts.cancellation(self._writer.subject)
        if meeting is not None and held is not None:
            same = replace(told, stated_reason=held.stated_reason, found_reason=held.found_reason)
            self._writer.edit(_("Edit cancellation"), replace(meeting, cancellation=same))

    @Slot(object)
    def move_to(self, when: When | None) -> None:
        """Say to when it was moved."""
        writer, meeting = self._writer, self._writer.subject.meeting
        if meeting is not None and when is not None:
            writer.write(lambda: outcomes.move_to(writer.journal, meeting.id, when))

    @Slot(When)
    def tell_when(self, when: When) -> None:
        """Say when it was."""
        writer, meeting = self._writer, self._writer.subject.meeting
        if meeting is None:
            writer.subject.draft(when=when)
            writer.written.emit()
        else:
            writer.write(lambda: outcomes.tell_when(writer.journal, meeting.id, when))

    @Slot(object)
    def tell_minutes(self, minutes: int | None) -> None:
        """Say how long it was to take."""
        meeting = self._writer.subject.meeting
        if meeting is not None:
            name = _("Change length of meeting")
            self._writer.edit(name, replace(meeting, minutes=minutes))

    @Slot(int)
    def rate(self, position: int) -> None:
        """Say how we see the relationship now; none of `LEVELS` takes it back."""
        writer, meeting_id = self._writer, self._writer.begin()
        level = LEVELS[position] if position >= 0 else None
        if meeting_id is not None:
            writer.write(lambda: outcomes.rate(writer.journal, meeting_id, level))

    @Slot(object)
    def plan_next(self, when: When | None) -> None:
        """Say when the next visit is, or that there is none yet."""
        writer, meeting_id = self._writer, self._writer.begin()
        agreed = facts.next_visit(writer.subject)
        planned = None if agreed is None else agreed.id
        if meeting_id is None:
            return
        change = writer.write(lambda: outcomes.plan_next(writer.journal, meeting_id, when, planned))
        if change is not None and planned is None:
            writer.subject.adopt_next(change)
            writer.written.emit()


class PeopleAnswers(QObject):
    """The slots of the field that asks who was there."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._writer = writer

    @Slot(str)
    def add(self, person_id: str) -> None:
        """Say that somebody who is known was there."""
        subject, person = self._writer.subject, PersonId(RecordId(person_id))
        if person in {each.id for each in subject.whole.people}:
            self._say([*(each.id for each in facts.who(subject)), person])
        else:
            self._introduce(Somebody(known=person))

    @Slot(str)
    def name(self, name: str) -> None:
        """Say that somebody new was there."""
        self._introduce(Somebody(name=name))

    @Slot(str)
    def remove(self, person_id: str) -> None:
        """Say that somebody was not there."""
        self._say([each.id for each in facts.who(self._writer.subject) if each.id != person_id])

    def _introduce(self, who: Somebody) -> None:
        writer, meeting_id = self._writer, self._writer.begin()
        if meeting_id is not None:
            writer.write(lambda: outcomes.introduce(writer.journal, meeting_id, who))

    def _say(self, people: Sequence[PersonId]) -> None:
        writer, meeting = self._writer, self._writer.subject.meeting
        if meeting is None:
            writer.subject.draft(people=people)
            writer.begin()
        else:
            writer.write(lambda: outcomes.say_who_came(writer.journal, meeting.id, people))
