"""What came up in a meeting, and what it was lost to: each answer is one operation."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from journal.domain.errors import JournalError
from journal.domain.person import Person, StandingCommitment
from journal.domain.record import CommitmentId, MeetingId, Record, RecordId
from journal.operations import causes, findings, meetings
from journal.typed.finding import Finding
from journal.typed.records import commitment_of
from journal.ui.meetings import facts
from journal.ui.meetings.line_words import row_words
from journal.ui.meetings.writer import Writer
from journal.wording import _


class LineAnswers(QObject):
    """The slots of the field that asks what came up.

    `kept` is said once a line stands in the journal, `refused` why one does not.

    Attributes:
        noted: People and standing commitments that were noted while the form was open; the
            journal does not know in which meeting.
    """

    kept = Signal()
    refused = Signal(str)

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._writer = writer
        self.noted: set[RecordId] = set()

    def records(self) -> tuple[Record, ...]:
        """Return what is to be shown, in the order in which it was noted."""
        subject = self._writer.subject
        others = (*subject.whole.people, *subject.whole.commitments)
        noted = (each for each in others if each.id in self.noted)
        return tuple(sorted((*facts.lines(subject), *noted), key=lambda each: each.id))

    @Slot(Finding)
    def keep(self, finding: Finding) -> None:
        """Keep a line."""
        writer = self._writer
        if writer.begin() is None:
            return
        spot = facts.spot(writer.subject)
        try:
            change = writer.attempt(lambda: findings.keep_finding(writer.journal, finding, spot))
        except JournalError as error:
            self.refused.emit(error.sentence)
            return
        whole = writer.subject.whole
        found = (each.id for each in (*whole.people, *whole.commitments) if each.id in change.ids)
        if change.kinds & {Person, StandingCommitment}:
            self.noted.update(found)
        self.kept.emit()
        writer.written.emit()

    @Slot(object)
    def change(self, record: Record) -> None:
        """Write a line with another choice."""
        self._writer.edit(_("Edit {line}").format(line=row_words(record).lower()), record)

    @Slot(object)
    def remove(self, record: Record) -> None:
        """Put a line into the trash."""
        writer = self._writer
        writer.write(lambda: findings.remove_finding(writer.journal, record))


class CauseAnswers(QObject):
    """The slots of the fields that ask why a meeting was really lost."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._writer = writer

    @Slot(object)
    def find(self, commitment: CommitmentId | None) -> None:
        """Say to which standing commitment it was lost; None for none."""
        writer = self._writer
        writer.flush()
        meeting, held = writer.subject.meeting, facts.cancellation(writer.subject)
        reason = "" if held is None else held.found_reason
        if meeting is not None:
            writer.write(
                lambda: meetings.find_reason(writer.journal, meeting.id, reason, commitment)
            )

    @Slot(Finding)
    def note(self, finding: Finding) -> None:
        """Note the standing commitment to which it was lost."""
        writer, subject = self._writer, self._writer.subject
        meeting, recurring, held = subject.meeting, finding.recurring, facts.cancellation(subject)
        if meeting is None or recurring is None:
            return
        named = None if finding.person is None else finding.person.id
        by = None if held is None else held.by_person_id
        person = named or by or facts.spot(subject).guest
        if person is None:
            why = _("Say whose calendar it is, such as Dana: thu 15:00 staff meeting.")
            writer.failed.emit(JournalError(why))
            return
        since = causes.reaching_back(recurring, meeting, subject.whole.meetings)
        new = CommitmentId(writer.journal.new_id())
        commitment = commitment_of(replace(finding, recurring=since), new, person, subject.zone)
        writer.write(lambda: causes.note_cause(writer.journal, meeting.id, commitment))

    @Slot(list)
    def find_all(self, meeting_ids: list[MeetingId]) -> None:
        """Say that other meetings were lost to the same."""
        writer, held = self._writer, facts.cancellation(self._writer.subject)
        behind = None if held is None else held.found_commitment_id
        if behind is not None:
            writer.write(lambda: causes.find_causes(writer.journal, meeting_ids, behind))
