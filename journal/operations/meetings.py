"""Planning a meeting, and telling what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journal.domain.errors import JournalError
from journal.domain.meeting import (
    DEFAULT_MINUTES,
    Cancellation,
    Kind,
    Meeting,
    Outcome,
    Participation,
    Status,
)
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import AccountId, CommitmentId, MeetingId, PersonId, Record, Side
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What happened, as far as it was told.

    Attributes:
        people: Who came; None leaves it as it was planned.
        level: How we rate the relationship now; None leaves it.
        said_level: How they do, as they said it; None leaves it.
        next_visit: What was agreed on, if anything.
    """

    summary: str = ""
    notes: str = ""
    people: tuple[PersonId, ...] | None = None
    level: Level | None = None
    said_level: Level | None = None
    held_minutes: int | None = None
    outcome: Outcome | None = None
    next_visit: Appointment | None = None


# A meeting to close is one in the journal, or one that nobody had planned.
Closing = MeetingId | Appointment


def plan(journal: Journal, appointment: Appointment) -> Change:
    """Put a meeting into the journal."""
    meeting, invited = draft(journal, appointment)
    return journal.write(_("Plan meeting"), add=[meeting, *invited])


def prepare(journal: Journal, meeting: Meeting) -> Change:
    """Save a planned meeting's place, people's time, purpose and outcomes."""
    return journal.write(_("Prepare meeting"), save=[meeting])


def hold(journal: Journal, closing: Closing, report: Report) -> Change:
    """Record that a meeting was held."""
    return _close(journal, closing, report, _Ending(name=_("Log meeting"), status=Status.HELD))


def cancel(
    journal: Journal, closing: Closing, cancellation: Cancellation, report: Report | None = None
) -> Change:
    """Record that a meeting was called off, by whom and when."""
    ending = _Ending(name=_("Cancel meeting"), status=Status.CANCELLED, cancellation=cancellation)
    return _close(journal, closing, report or Report(), ending)


def miss(journal: Journal, closing: Closing, report: Report | None = None) -> Change:
    """Record that they were not there."""
    ending = _Ending(name=_("Log no-show"), status=Status.NO_SHOW)
    return _close(journal, closing, report or Report(), ending)


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
    moved = _open_meeting(journal, meeting_id)
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


def reopen(journal: Journal, meeting_id: MeetingId) -> Change:
    """Make a closed meeting a planned one again; what was noted stays."""
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    planned = replace(
        meeting, status=Status.PLANNED, cancellation=None, successor_id=None, outcome=None
    )
    return journal.write(_("Reopen meeting"), save=[planned])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ending:
    """How a meeting is closed, and what the change is called."""

    name: str
    status: Status
    cancellation: Cancellation | None = None


def _close(journal: Journal, closing: Closing, report: Report, ending: _Ending) -> Change:
    if isinstance(closing, Appointment):
        meeting, invited = draft(journal, closing)
    else:
        meeting = _open_meeting(journal, closing)
        invited = participations(journal, closing)
    closed = replace(
        meeting,
        status=ending.status,
        cancellation=ending.cancellation,
        summary=report.summary or meeting.summary,
        notes=report.notes or meeting.notes,
        held_minutes=report.held_minutes,
        outcome=report.outcome,
    )
    attendance = _attendance(journal, closed, invited, report)
    known = {each.id for each in (meeting, *invited) if each.revision}
    return journal.write(
        ending.name,
        add=[
            *(each for each in (closed, *attendance) if each.id not in known),
            *_ratings(journal, closed, report),
            *_next_visit(journal, report),
        ],
        save=[each for each in (closed, *attendance) if each.id in known],
    )


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
    return meeting, [invitation(journal, meeting, each) for each in appointment.people]


def invitation(
    journal: Journal, meeting: Meeting, person: PersonId, *, came: bool | None = None
) -> Participation:
    """Make somebody's part in a meeting, which nobody has written yet."""
    return Participation(id=journal.new_id(), meeting_id=meeting.id, person_id=person, came=came)


def _attendance(
    journal: Journal, meeting: Meeting, invited: Sequence[Participation], report: Report
) -> list[Participation]:
    if report.people is None:
        return list(invited)
    expected = {each.person_id for each in invited}
    unexpected = [each for each in report.people if each not in expected]
    return [
        *(
            each if each.person_id is None else replace(each, came=each.person_id in report.people)
            for each in invited
        ),
        *(invitation(journal, meeting, each, came=True) for each in unexpected),
    ]


def _ratings(journal: Journal, meeting: Meeting, report: Report) -> Iterator[Rating]:
    given = ((report.level, Viewpoint.OURS), (report.said_level, Viewpoint.THEIRS_SAID))
    for level, viewpoint in given:
        if level is not None:
            yield Rating(
                id=journal.new_id(),
                account_id=meeting.account_id,
                day=meeting.when.day,
                level=level,
                viewpoint=viewpoint,
                meeting_id=meeting.id,
            )


def _next_visit(journal: Journal, report: Report) -> tuple[Record, ...]:
    if report.next_visit is None:
        return ()
    meeting, invited = draft(journal, report.next_visit)
    return (meeting, *invited)


def _open_meeting(journal: Journal, meeting_id: MeetingId) -> Meeting:
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    if meeting.status is not Status.PLANNED:
        raise JournalError(_("This meeting is closed already; reopen it to tell it differently."))
    return meeting


def participations(journal: Journal, meeting_id: MeetingId) -> list[Participation]:
    """Return who takes part in a meeting, in the order of the list."""
    found = records.select(journal.file.connection, Participation, "meeting_id = ?", (meeting_id,))
    return list(found)
