"""The door strip: what to know in the car park."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.analysis.clashes import Clash, clashes
from journal.analysis.losses import travel_min
from journal.analysis.people import guests, known
from journal.analysis.recurrence import Occurrence, occurrences
from journal.analysis.slots import SlotCount, count_of, slot_counts, slot_of, worst
from journal.domain.meeting import Kind, Meeting
from journal.domain.person import Person
from journal.domain.relationship import Relationship
from journal.domain.span import zone_named

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextFixed:
    """The next thing in an invited person's calendar on the day of the meeting.

    Attributes:
        minutes_between: From the planned end of the meeting to its start; below zero where
            it begins before we are done; None where the meeting has no time.
    """

    person: Person
    occurrence: Occurrence
    minutes_between: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where and when, and what could be in the way.

    Attributes:
        place: The meeting's, else the account's address, else its town; may be empty.
        travel_min: One way; None where unknown, or where nobody travels (a call).
        leave_at: On the customer's wall; None without a time or a travel time.
        next_fixed: None where nothing of theirs is known for the rest of that day.
        clashes: Standing commitments that this very meeting runs into or comes too close to.
        this_slot: None where the meeting has no time; 0 of 0 where the slot is untried.
        bad_slot: The slot that lost most, where that is another one than this.
    """

    meeting: Meeting
    place: str
    travel_min: int | None
    leave_at: datetime | None
    next_fixed: NextFixed | None
    clashes: tuple[Clash, ...]
    this_slot: SlotCount | None
    bad_slot: SlotCount | None


def door(relationship: Relationship, meeting: Meeting) -> Door:
    """Gather what to know at the door; slots count all meetings but this one."""
    account = relationship.account
    way_min = travel_min(meeting, account) if meeting.kind is Kind.VISIT else None
    is_dated = way_min is not None and meeting.when.time is not None
    slot = slot_of(meeting.when)
    found = slot_counts(each for each in relationship.meetings if each.id != meeting.id)
    bad = worst(found)
    return Door(
        meeting=meeting,
        place=meeting.place or account.address or account.place,
        travel_min=way_min,
        leave_at=meeting.when.after(-way_min) if way_min is not None and is_dated else None,
        next_fixed=next_fixed(relationship, meeting),
        clashes=clashes(relationship, meetings=(meeting,)),
        this_slot=count_of(slot, found) if slot is not None else None,
        bad_slot=bad if bad is not None and bad.slot != slot else None,
    )


def next_fixed(relationship: Relationship, meeting: Meeting) -> NextFixed | None:
    """Return what stands next in an invited person's calendar, on the customer's day.

    That is the first standing commitment that is not over when the meeting starts, and starts
    before the day is; without a time, the first of the day. None where nothing is known.
    """
    people = {
        each.id: each for each in known(relationship, guests(relationship).get(meeting.id, ()))
    }
    day = meeting.when.day
    wall = zone_named(meeting.when.zone)
    ahead = [
        each
        for commitment in relationship.commitments
        if commitment.person_id in people
        for each in occurrences(commitment, day - DAY, day + DAY)
        if each.when.instant.astimezone(wall).date() == day and each.ends_at > meeting.when.instant
    ]
    if not ahead:
        return None
    first = min(ahead, key=lambda each: each.when.instant)
    between = (first.when.instant - meeting.ends_at) // MINUTE
    return NextFixed(
        person=people[first.commitment.person_id],
        occurrence=first,
        minutes_between=None if meeting.when.time is None else between,
    )
