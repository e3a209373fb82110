"""Planning a meeting, preparing it, moving it ahead, and finding out why it was lost."""

from dataclasses import dataclass, replace

from journal.domain.errors import JournalError
from journal.domain.meeting import (
    DEFAULT_MINUTES,
    Cancellation,
    Kind,
    Meeting,
    Participation,
    Status,
)
from journal.domain.record import AccountId, CommitmentId, MeetingId, PersonId, Side
from journal.domain.span import When
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A meeting that is not in the journal yet.

    Attributes:
        minutes: How long it is planned to take; None where unknown.
        travel_min: One way; None where unknown.
    """

    account_id: AccountId
    when: When
    people: tuple[PersonId, ...] = ()
    kind: Kind = Kind.VISIT
    minutes: int | None = DEFAULT_MINUTES
    place: str = ""
    travel_min: int | None = None
    purpose: str = ""


# A meeting to tell of is one in the journal, or one that nobody had planned.
Closing = MeetingId | Appointment


def plan(journal: Journal, appointment: Appointment) -> Change:
    """Put a meeting into the journal."""
    meeting, invited = draft(journal, appointment)
    return journal.write(_("Plan meeting"), add=[meeting, *invited])


def prepare(journal: Journal, meeting: Meeting) -> Change:
    """Save a planned meeting's place, people's time, purpose and outcomes."""
    return journal.write(_("Prepare meeting"), save=[meeting])


def move(
    journal: Journal,
    meeting_id: MeetingId,
    to: When,
    cancellation: Cancellation,
    *,
    minutes: int | None = None,
) -> Change:
    """Close one meeting and plan its successor, with the same people and preparation.

    Args:
        journal: Where it stands.
        meeting_id: Of a planned one.
        to: The new time.
        cancellation: Who moved it, and when.
        minutes: How long it is to take then; None leaves it.
    """
    moved = planned(journal, meeting_id)
    new_id = MeetingId(journal.new_id())
    minutes = minutes or moved.minutes
    successor = replace(moved, id=new_id, revision=0, when=to, minutes=minutes)
    closed = replace(
        moved, status=Status.MOVED, cancellation=cancellation, successor_id=successor.id
    )
    invited = [
        replace(each, id=journal.new_id(), revision=0, meeting_id=successor.id, came=None)
        for each in participations(journal, meeting_id)
    ]
    return journal.write(_("Move meeting"), add=[successor, *invited], save=[closed])


def find_reason(
    journal: Journal,
    meeting_id: MeetingId,
    reason: str,
    commitment: CommitmentId | None = None,
) -> Change:
    """Note why a meeting was really lost.

    Raises:
        JournalError: if it was neither called off nor a no-show.
    """
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    found = explained(meeting, reason, commitment)
    return journal.write(_("Find reason"), save=[found])


def explained(meeting: Meeting, reason: str, commitment: CommitmentId | None) -> Meeting:
    """Return a meeting with the reason why it was lost.

    Raises:
        JournalError: if it was neither called off nor a no-show.
    """
    called_off = meeting.cancellation
    if called_off is None and meeting.status is Status.NO_SHOW:
        called_off = Cancellation(by=Side.THEIRS)
    if called_off is None:
        raise JournalError(_("This meeting was not called off, so there is no reason to find."))
    found = replace(called_off, found_reason=reason, found_commitment_id=commitment)
    return replace(meeting, cancellation=found)


def draft(journal: Journal, appointment: Appointment) -> tuple[Meeting, list[Participation]]:
    """Make a planned meeting and its invitations, which nobody has written yet."""
    meeting = Meeting(
        id=MeetingId(journal.new_id()),
        account_id=appointment.account_id,
        when=appointment.when,
        kind=appointment.kind,
        minutes=appointment.minutes,
        place=appointment.place,
        travel_min=appointment.travel_min,
        purpose=appointment.purpose,
    )
    return meeting, [invitation(journal, meeting.id, each) for each in appointment.people]


def invitation(
    journal: Journal, meeting: MeetingId, person: PersonId, *, came: bool | None = None
) -> Participation:
    """Make somebody's part in a meeting, which nobody has written yet."""
    return Participation(id=journal.new_id(), meeting_id=meeting, person_id=person, came=came)


def planned(journal: Journal, meeting_id: MeetingId) -> Meeting:
    """Return a meeting whose plan may be changed.

    Raises:
        JournalError: if it is closed already.
    """
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    if meeting.status is not Status.PLANNED:
        raise JournalError(_("This meeting is closed already; reopen it to change its plan."))
    return meeting


def participations(journal: Journal, meeting_id: MeetingId) -> list[Participation]:
    """Return who takes part in a meeting, in the order of the list."""
    found = records.select(journal.file.connection, Participation, "meeting_id = ?", (meeting_id,))
    return list(found)
