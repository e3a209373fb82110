"""What follows from the meeting that is logged, as its account was read last."""

from journal.analysis.clashes import Clash
from journal.analysis.contact import next_planned
from journal.analysis.explanations import in_the_way_of
from journal.domain.meeting import Cancellation, Meeting
from journal.domain.person import Person
from journal.domain.rating import Facet, Level, Viewpoint
from journal.domain.record import Line, Side
from journal.operations.findings import Spot, somebodies
from journal.typed.findings import Ears
from journal.typed.understood import Bearings, Lean
from journal.ui.meetings.subject import Subject


def successor(subject: Subject) -> Meeting | None:
    """Return what it was moved to."""
    meeting = subject.meeting
    return None if meeting is None else subject.found(meeting.successor_id)


def next_visit(subject: Subject) -> Meeting | None:
    """Return what was agreed on as the next visit while the form was open."""
    return subject.found(subject.next_id)


def planned_next(subject: Subject) -> Meeting | None:
    """Return the next planned meeting besides this one."""
    others = (each for each in subject.whole.meetings if each.id != subject.meeting_id)
    return next_planned(others, subject.now)


def level(subject: Subject) -> Level | None:
    """Return how we see the relationship after it; None where nobody said."""
    meeting = subject.meeting
    given = [
        each.level
        for each in subject.whole.ratings
        if meeting is not None
        and each.meeting_id == meeting.id
        and (each.viewpoint, each.facet) == (Viewpoint.OURS, Facet.OVERALL)
    ]
    return given[-1] if given else None


def cancellation(subject: Subject) -> Cancellation | None:
    """Return how it was called off."""
    return None if subject.meeting is None else subject.meeting.cancellation


def who(subject: Subject) -> tuple[Person, ...]:
    """Return who was there, as far as it was said, else who was invited; not oneself."""
    meeting = subject.meeting
    ids = [*subject.draft_people]
    if meeting is not None:
        parts = (e for e in subject.whole.participations if e.meeting_id == meeting.id)
        there = (each.person_id for each in parts if each.came is not False)
        ids = [each for each in there if each is not None]
    by_id = {each.id: each for each in subject.whole.people}
    found = (by_id[each] for each in dict.fromkeys(ids) if each in by_id)
    return tuple(each for each in found if not each.is_self)


def theirs(subject: Subject) -> tuple[Person, ...]:
    """Return the customer's people."""
    people = somebodies(subject.whole.roles, subject.whole.people)
    ids = {each.id for each in people if each.side is Side.THEIRS}
    return tuple(each for each in subject.whole.people if each.id in ids)


def ears(subject: Subject) -> Ears:
    """Return what is needed to understand a line."""
    people = somebodies(subject.whole.roles, subject.whole.people)
    return Ears(bearings=bearings(subject, Lean.FORWARD), people=people)


def bearings(subject: Subject, lean: Lean) -> Bearings:
    """Return what is needed to understand a date."""
    return Bearings(now=subject.now, zone=subject.zone, lean=lean)


def spot(subject: Subject) -> Spot:
    """Return where a line belongs."""
    guests = [each.id for each in who(subject)]
    return Spot(
        account_id=subject.whole.account.id,
        day=subject.when.day,
        zone=subject.zone,
        meeting_id=None if subject.meeting is None else subject.meeting.id,
        guest=guests[0] if len(guests) == 1 else None,
    )


def lines(subject: Subject) -> tuple[Line, ...]:
    """Return what came up in it, in the order in which it was noted."""
    whole, meeting = subject.whole, subject.meeting
    every = (
        *(*whole.quotes, *whole.metrics, *whole.barriers, *whole.visions),
        *(*whole.promises, *whole.options, *whole.questions),
    )
    mine = (each for each in every if meeting is not None and each.meeting_id == meeting.id)
    return tuple(sorted(mine, key=lambda each: each.id))


def clashes(subject: Subject) -> tuple[Clash, ...]:
    """Return what stood in its way, the nearest first."""
    return () if subject.meeting is None else in_the_way_of(subject.whole, subject.meeting)
