"""Telling step by step what became of a meeting: each answer is one change of its own.

Any of them can be told otherwise later, also of a meeting that was closed long ago; nothing
that was typed is lost by that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journal.domain.errors import JournalError
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.rating import Facet, Level, Rating, Viewpoint
from journal.domain.record import MeetingId, PersonId, Record, Side
from journal.domain.span import When
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment, Closing, draft, invitation, participations
from journal.operations.people import Somebody, given_a_place
from journal.store import records
from journal.store.writing import writing
from journal.wording import _

_CALLED_OFF = frozenset({Status.CANCELLED, Status.MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What became of a meeting.

    Attributes:
        status: Planned again, where it is reopened.
        cancellation: Of one that was called off; None keeps what is known of it, and takes
            it as the customer's doing where nothing is.
        people: Who came to a held one; None leaves that open.
    """

    status: Status
    cancellation: Cancellation | None = None
    people: Sequence[PersonId] | None = None


def tell_outcome(journal: Journal, closing: Closing, ending: Ending) -> Change:
    """Say what became of a meeting, whatever was said of it before.

    A meeting that was moved and now is not takes its successor along into the trash, where
    that is still planned. Reasons of one that was not called off after all go to its notes.
    """
    if isinstance(closing, Appointment):
        meeting, invited = draft(journal, closing)
    else:
        meeting = records.get(journal.file.connection, Meeting, closing)
        invited = participations(journal, closing)
    told = _told(meeting, ending)
    attendance = _attendance(journal, told, invited, ending.people)
    dropped = () if ending.status is Status.MOVED else _successor(journal, meeting)
    new = [each for each in (told, *attendance) if not each.revision]
    with writing(journal.file.connection, journal.act(_names()[ending.status])) as door:
        door.add(*new)
        door.save(*(each for each in (told, *attendance) if each.revision))
        for each in dropped:
            door.trash(type(each), each.id)
    return journal.announce(door)


def move_to(journal: Journal, meeting_id: MeetingId, to: When) -> Change:
    """Say to when a moved meeting was moved, or say another time than before.

    Raises:
        JournalError: if it was not moved, or what it was moved to is closed already.
    """
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    if meeting.status is not Status.MOVED:
        raise JournalError(_("This meeting was not moved; nothing was changed."))
    planned = _meeting(journal, meeting.successor_id)
    if planned is not None:
        if planned.status is not Status.PLANNED:
            raise JournalError(
                _("The meeting it was moved to is closed already; nothing was changed.")
            )
        return journal.write(_("Move meeting"), save=[replace(planned, when=to)])
    successor = _following(journal, meeting, to)
    moved = replace(meeting, successor_id=successor.id)
    invited = [
        replace(each, id=journal.new_id(), revision=0, meeting_id=successor.id, came=None)
        for each in participations(journal, meeting_id)
    ]
    return journal.write(_("Move meeting"), add=[successor, *invited], save=[moved])


def say_who_came(journal: Journal, meeting_id: MeetingId, people: Sequence[PersonId]) -> Change:
    """Say who was there, or is to be there; who was invited and is not named was not.

    Of a meeting that was not held, that somebody is named says only that they were invited.
    """
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    attendance = _came(journal, meeting, participations(journal, meeting_id), people)
    return journal.write(
        _("Say who was there"),
        add=[each for each in attendance if not each.revision],
        save=[each for each in attendance if each.revision],
    )


def introduce(journal: Journal, meeting_id: MeetingId, who: Somebody) -> Change:
    """Note that somebody was there who may have had no place in the account until now."""
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    person_id, new = given_a_place(journal, meeting.account_id, who)
    invited = [each for each in participations(journal, meeting_id) if each.person_id == person_id]
    came = True if meeting.status is Status.HELD else None
    if not invited:
        new.append(invitation(journal, meeting.id, person_id, came=came))
    there = [replace(each, came=came) for each in invited]
    return journal.write(_("Add person"), add=new, save=there)


def rate(journal: Journal, meeting_id: MeetingId, level: Level | None) -> Change:
    """Say how we see the relationship after a meeting; None takes it back."""
    connection = journal.file.connection
    meeting = records.get(connection, Meeting, meeting_id)
    given = records.select(
        connection,
        Rating,
        "meeting_id = ? AND viewpoint = ? AND facet = ?",
        (meeting_id, Viewpoint.OURS, Facet.OVERALL),
    )
    with writing(connection, journal.act(_("Rate relationship"))) as door:
        if level is None:
            door.trash(Rating, *(each.id for each in given))
        elif given:
            door.save(replace(given[-1], level=level))
        else:
            rating = Rating(
                id=journal.new_id(),
                account_id=meeting.account_id,
                day=meeting.when.day,
                level=level,
                meeting_id=meeting_id,
            )
            door.add(rating)
    return journal.announce(door)


def tell_when(journal: Journal, meeting_id: MeetingId, when: When) -> Change:
    """Say when a meeting really was; the ratings given in it go along."""
    connection = journal.file.connection
    meeting = records.get(connection, Meeting, meeting_id)
    given = records.select(
        connection, Rating, "meeting_id = ? AND day = ?", (meeting_id, meeting.when.day.isoformat())
    )
    ratings = [replace(each, day=when.day) for each in given]
    return journal.write(_("Change date of meeting"), save=[replace(meeting, when=when), *ratings])


def plan_next(
    journal: Journal, after: MeetingId, when: When | None, planned: MeetingId | None = None
) -> Change:
    """Agree on the next visit with those who are at this one.

    Args:
        journal: Where it stands.
        after: The meeting at which it was agreed on.
        when: None where there is to be none after all.
        planned: What was agreed on before; it gets the new time, or goes into the trash.
    """
    name = _("Plan next visit")
    held = _meeting(journal, planned)
    if held is not None and when is not None:
        return journal.write(name, save=[replace(held, when=when)])
    with writing(journal.file.connection, journal.act(name)) as door:
        if held is not None:
            for each in _whole(journal, held):
                door.trash(type(each), each.id)
        elif when is not None:
            door.add(*_next_visit(journal, after, when))
    return journal.announce(door)


def _names() -> dict[Status, str]:
    return {
        Status.PLANNED: _("Reopen meeting"),
        Status.HELD: _("Log meeting"),
        Status.CANCELLED: _("Cancel meeting"),
        Status.NO_SHOW: _("Log no-show"),
        Status.MOVED: _("Move meeting"),
    }


def _told(meeting: Meeting, ending: Ending) -> Meeting:
    status = ending.status
    cancellation = ending.cancellation or meeting.cancellation
    if status is Status.NO_SHOW and cancellation is not None:
        # Nobody told us, so it came at no moment, and was their doing.
        cancellation = replace(
            cancellation, by=Side.THEIRS, by_person_id=None, at=None, whereabouts=None
        )
    if status in _CALLED_OFF and cancellation is None:
        cancellation = Cancellation(by=Side.THEIRS)
    is_off = status in _CALLED_OFF or status is Status.NO_SHOW
    is_held = status is Status.HELD
    return replace(
        meeting,
        status=status,
        cancellation=cancellation if is_off else None,
        notes=meeting.notes if is_off else _with_reasons(meeting),
        successor_id=meeting.successor_id if status is Status.MOVED else None,
        held_minutes=meeting.held_minutes if is_held else None,
        outcome=meeting.outcome if is_held else None,
    )


def _with_reasons(meeting: Meeting) -> str:
    """Return the notes, and in them the reasons of what was called off and now is not."""
    called_off = meeting.cancellation
    if called_off is None:
        return meeting.notes
    said = (called_off.stated_reason.strip(), called_off.found_reason.strip())
    missing = [each for each in said if each and each not in meeting.notes]
    return "\n".join(filter(None, (meeting.notes, *missing)))


def _attendance(
    journal: Journal,
    meeting: Meeting,
    invited: Sequence[Participation],
    people: Sequence[PersonId] | None,
) -> list[Participation]:
    if meeting.status is not Status.HELD:
        return [replace(each, came=None) for each in invited]
    return list(invited) if people is None else _came(journal, meeting, invited, people)


def _came(
    journal: Journal,
    meeting: Meeting,
    invited: Sequence[Participation],
    people: Sequence[PersonId],
) -> list[Participation]:
    expected = {each.person_id for each in invited}
    there = True if meeting.status is Status.HELD else None
    return [
        *(
            each
            if each.person_id is None
            else replace(each, came=there if each.person_id in people else False)
            for each in invited
        ),
        *(
            invitation(journal, meeting.id, each, came=there)
            for each in dict.fromkeys(people)
            if each not in expected
        ),
    ]


def _meeting(journal: Journal, meeting_id: MeetingId | None) -> Meeting | None:
    found = records.select(journal.file.connection, Meeting, "id = ?", (meeting_id,))
    return next(iter(found), None)


def _successor(journal: Journal, meeting: Meeting) -> Iterable[Record]:
    """Return what a move had planned, as long as nothing has become of it."""
    planned = _meeting(journal, meeting.successor_id)
    is_open = planned is not None and planned.status is Status.PLANNED
    return _whole(journal, planned) if planned is not None and is_open else ()


def _whole(journal: Journal, meeting: Meeting) -> Iterator[Record]:
    yield meeting
    yield from participations(journal, meeting.id)


def _following(journal: Journal, meeting: Meeting, when: When) -> Meeting:
    """Return the meeting that takes the place of one, with what was prepared for it."""
    return replace(
        meeting,
        id=MeetingId(journal.new_id()),
        revision=0,
        when=when,
        status=Status.PLANNED,
        cancellation=None,
        successor_id=None,
        summary="",
        notes="",
        held_minutes=None,
        outcome=None,
    )


def _next_visit(journal: Journal, after: MeetingId, when: When) -> list[Record]:
    meeting = records.get(journal.file.connection, Meeting, after)
    invited = participations(journal, after)
    is_our_account = [
        each for each in invited if each.account_id is None and each.came is not False
    ]
    appointment = Appointment(
        account_id=meeting.account_id,
        when=when,
        people=tuple(each.person_id for each in is_our_account if each.person_id is not None),
        kind=meeting.kind,
        minutes=meeting.minutes,
        place=meeting.place,
        travel_min=meeting.travel_min,
    )
    planned, guests = draft(journal, appointment)
    return [planned, *guests]
