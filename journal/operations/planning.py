"""Planning one meeting or many, and saying otherwise who comes and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from journal.domain.errors import JournalError
from journal.domain.meeting import DEFAULT_MINUTES, Kind, Meeting, Participation
from journal.domain.record import AccountId, MeetingId, PersonId, Record
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import records as edits
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.meetings import invitation, planned
from journal.operations.people import Somebody, given_a_place
from journal.store import days, records
from journal.wording import _, ngettext

# As many visits as a weekly one of two years.
MOST = 104
# Far enough for what overlaps on another wall, or is on the road.
_AROUND = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """One meeting or several alike, that are not in the journal yet.

    Attributes:
        times: At least one; each becomes a meeting of its own.
        people: Who is invited; who is new to the account becomes a person of theirs.
        minutes: How long it is planned to take; None where unknown.
        travel_min: One way; None where unknown.
    """

    account_id: AccountId
    times: tuple[When, ...]
    people: tuple[Somebody, ...] = ()
    kind: Kind = Kind.VISIT
    minutes: int | None = DEFAULT_MINUTES
    place: str = ""
    travel_min: int | None = None
    purpose: str = ""
    best: str = ""
    least: str = ""


def plan_visits(journal: Journal, visits: Visits) -> Change:
    """Put all of them into the journal as one change; afterwards each is for itself.

    Raises:
        JournalError: if they are more than `MOST`.
    """
    count = len(visits.times)
    if count > MOST:
        raise JournalError(
            _("No more than {most} meetings are planned at once; none was.").format(most=MOST)
        )
    people, new = _people(journal, visits.account_id, visits.people)
    new += [record for when in visits.times for record in _visit(journal, visits, when, people)]
    name = ngettext("Plan meeting", "Plan {count} meetings", count).format(count=count)
    return journal.write(name, add=new)


def correct_time(
    journal: Journal, meeting_id: MeetingId, to: When, minutes: int | None = None
) -> Change:
    """Say otherwise when a meeting is planned, where it was entered wrongly.

    Args:
        minutes: How long; None leaves it.

    Raises:
        JournalError: if it is closed already.
    """
    meeting = planned(journal, meeting_id)
    corrected = replace(meeting, when=to, minutes=minutes or meeting.minutes)
    return journal.write(_("Correct time of meeting"), save=[corrected])


def invite(journal: Journal, meeting_id: MeetingId, who: Somebody) -> Change:
    """Invite one more to a planned meeting; somebody new becomes a person of theirs.

    Raises:
        JournalError: if the meeting is closed already, or the person is invited.
    """
    meeting = planned(journal, meeting_id)
    if who.known is not None and _parts(journal, meeting_id, who.known):
        raise JournalError(_("They are invited already; nothing was changed."))
    person, new = given_a_place(journal, meeting.account_id, who)
    return journal.write(_("Invite person"), add=[*new, invitation(journal, meeting_id, person)])


def uninvite(journal: Journal, meeting_id: MeetingId, person: PersonId) -> Change:
    """Take back that somebody comes to a planned meeting.

    Raises:
        JournalError: if it is closed already.
    """
    planned(journal, meeting_id)
    return edits.trash(journal, _("Take back invitation"), *_parts(journal, meeting_id, person))


def planned_around(journal: Journal, first: date, last: date) -> Mapping[AccountId, Relationship]:
    """Return what I have planned with any account from a little before to a little after."""
    begin = datetime.combine(first, time(0), tzinfo=UTC) - _AROUND
    end = datetime.combine(last, time(0), tzinfo=UTC) + _AROUND
    return days.planned_between(journal.file.connection, begin, end)


def _visit(
    journal: Journal, visits: Visits, when: When, people: list[PersonId]
) -> Iterator[Record]:
    meeting = Meeting(
        id=MeetingId(journal.new_id()),
        account_id=visits.account_id,
        when=when,
        kind=visits.kind,
        minutes=visits.minutes,
        place=visits.place,
        travel_min=visits.travel_min,
        purpose=visits.purpose,
        best=visits.best,
        least=visits.least,
    )
    yield meeting
    for each in people:
        yield invitation(journal, meeting.id, each)


def _people(
    journal: Journal, account_id: AccountId, who: tuple[Somebody, ...]
) -> tuple[list[PersonId], list[Record]]:
    """Return their ids, and what makes people of theirs of those who are new to the account."""
    ids: list[PersonId] = []
    new: list[Record] = []
    for each in who:
        person, made = given_a_place(journal, account_id, each)
        if person not in ids:
            ids.append(person)
            new += made
    return ids, new


def _parts(journal: Journal, meeting_id: MeetingId, person: PersonId) -> tuple[Participation, ...]:
    return records.select(
        journal.file.connection,
        Participation,
        "meeting_id = ? AND person_id = ?",
        (meeting_id, person),
    )
