"""What stands in the way of a meeting that is being planned, and quiet times to take instead.

Nothing of it forbids: there may be good reasons, and whoever plans knows them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from journal.analysis.clashes import Clash, clashes
from journal.analysis.conflicts import Conflict, conflicts
from journal.analysis.day import Squeeze, Stop, stops_of
from journal.analysis.proposals import Proposal
from journal.analysis.slots import SlotCount, count_of, slot_counts, slot_of
from journal.domain.meeting import Kind, Meeting, Participation, Status
from journal.domain.record import AccountId, MeetingId, PersonId, RecordId
from journal.domain.relationship import Relationship
from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR, When

_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)
_SATURDAY = 5
# Near enough to overlap or to be on the road from.
_NEAR_DAYS = range(-2, 3)
_WEEKS_AROUND = range(-1, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A meeting that is being planned, all but its time.

    Attributes:
        relationship: With the account.
        own: My meetings of all accounts around the times in question, this one's included.
        now: Aware, on the laptop's wall.
        people: Who is invited, so far as the journal knows them.
        minutes: How long; None where unknown.
        travel_min: One way; None where unknown.
        instead_of: The meeting that is moved, and so in nobody's way.
    """

    relationship: Relationship
    own: Mapping[AccountId, Relationship]
    now: datetime
    people: tuple[PersonId, ...] = ()
    minutes: int | None = None
    kind: Kind = Kind.VISIT
    travel_min: int | None = None
    instead_of: MeetingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InMyWay:
    """One of my own meetings that cannot be kept beside this one.

    Attributes:
        is_after: Whether it begins later than this.
        leave_at: When to set off from home for the later of both; None where nobody travels.
    """

    other: Stop
    squeeze: Squeeze
    is_after: bool
    leave_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacles:
    """What stands in the way of one time.

    Attributes:
        day_off: 5 for a Saturday, 6 for a Sunday; None on other days.
        slot: Where its slot was lost as often as it held; else None.
        clashes: With standing commitments of those who are invited.
        in_my_way: My own meetings, of any account.
        same_day: Other meetings with this account that day, those of `in_my_way` apart.
    """

    is_past: bool = False
    day_off: int | None = None
    slot: SlotCount | None = None
    clashes: tuple[Clash, ...] = ()
    in_my_way: tuple[InMyWay, ...] = ()
    same_day: tuple[Meeting, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether nothing stands in the way."""
        return self == Obstacles()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietTime:
    """A time at which nothing stands in the way, and how its slot went so far."""

    when: When
    count: SlotCount


def obstacles(draft: Draft, times: Sequence[When]) -> tuple[Obstacles, ...]:
    """Find what stands in the way of each of some times, in their order."""
    candidates = [_candidate(draft, number, when) for number, when in enumerate(times)]
    clashing = _clashing(draft, candidates)
    counts = slot_counts(draft.relationship.meetings)
    stops = _own_stops(draft)
    return tuple(
        _of_one(draft, each, near=_near(stops, each), slots=counts, clashing=clashing[each.id])
        for each in candidates
    )


def quiet_times(
    draft: Draft, slots: Iterable[Proposal], near: date, *, zone: str, at_most: int = 3
) -> tuple[QuietTime, ...]:
    """Return times at which nothing stands in the way, of the best slots first.

    Of each slot that is the day nearest to `near`, from the week before it to three weeks
    after; of equally near ones the later.

    Args:
        slots: The best first, as `analysis.proposals` gives them.
        near: A day on the customer's wall; one that is past counts as today.
        zone: IANA name of that wall.
    """
    near = max(near, When.at(draft.now, zone).day)
    offered = tuple(slots)
    clear = _clear(draft, [_times(each, near, _WEEKS_AROUND, zone) for each in offered])
    quiet = [
        QuietTime(when=times[0], count=each.count)
        for each, times in zip(offered, clear, strict=True)
        if times
    ]
    return tuple(quiet[:at_most])


def shifts(
    draft: Draft, slots: Iterable[Proposal], times: Sequence[When]
) -> tuple[QuietTime | None, ...]:
    """Return for each time the best quiet one of the same week; None where there is none."""
    offered = tuple(slots)
    asked = [_times(slot, each.day, (0,), each.zone) for each in times for slot in offered]
    clear = iter(_clear(draft, asked))
    found: list[QuietTime | None] = []
    for _time in times:
        of_week = [(next(clear), each.count) for each in offered]
        quiet = [QuietTime(when=days[0], count=count) for days, count in of_week if days]
        found.append(quiet[0] if quiet else None)
    return tuple(found)


def _clear(draft: Draft, groups: Sequence[Sequence[When]]) -> list[list[When]]:
    """Leave out of each group the times at which something stands in the way."""
    found = iter(obstacles(draft, [when for group in groups for when in group]))
    return [[when for when in group if next(found).is_clear] for group in groups]


def _candidate(draft: Draft, number: int, when: When) -> Meeting:
    return Meeting(
        id=MeetingId(RecordId(f"candidate {number}")),
        account_id=draft.relationship.account.id,
        when=when,
        kind=draft.kind,
        minutes=draft.minutes,
        travel_min=draft.travel_min,
    )


def _clashing(draft: Draft, candidates: Sequence[Meeting]) -> Mapping[MeetingId, list[Clash]]:
    invited = tuple(
        Participation(id=RecordId(f"{each.id} {person}"), meeting_id=each.id, person_id=person)
        for each in candidates
        for person in draft.people
    )
    asked = replace(draft.relationship, meetings=tuple(candidates), participations=invited)
    found: dict[MeetingId, list[Clash]] = defaultdict(list)
    for clash in clashes(asked):
        found[clash.meeting.id].append(clash)
    return found


def _own_stops(draft: Draft) -> Mapping[date, list[Stop]]:
    """Return what I have planned, by the day of UTC."""
    stops: dict[date, list[Stop]] = defaultdict(list)
    for outline in draft.own.values():
        for each in stops_of(outline, draft.now):
            if each.meeting.status is Status.PLANNED and each.meeting.id != draft.instead_of:
                stops[each.meeting.when.instant.date()].append(each)
    return stops


def _near(stops: Mapping[date, list[Stop]], candidate: Meeting) -> list[Stop]:
    day = candidate.when.instant.date()
    return [stop for away in _NEAR_DAYS for stop in stops.get(day + away * _DAY, ())]


def _of_one(
    draft: Draft,
    candidate: Meeting,
    *,
    near: Sequence[Stop],
    slots: Iterable[SlotCount],
    clashing: Sequence[Clash],
) -> Obstacles:
    outline = replace(draft.relationship, meetings=(candidate,), participations=(), promises=())
    own = conflicts((*near, *stops_of(outline, draft.now)))
    mine = tuple(_in_my_way(each, candidate) for each in own if _is_of(each, candidate))
    told = {each.other.meeting.id for each in mine}
    weekday = candidate.when.weekday
    return Obstacles(
        is_past=_is_past(candidate.when, draft.now),
        day_off=weekday if weekday >= _SATURDAY else None,
        slot=_falling(candidate.when, slots),
        clashes=tuple(clashing),
        in_my_way=mine,
        same_day=tuple(
            each.meeting
            for each in near
            if each.account.id == candidate.account_id
            and each.meeting.when.day == candidate.when.day
            and each.meeting.id not in told
        ),
    )


def _is_of(conflict: Conflict, candidate: Meeting) -> bool:
    return candidate.id in {conflict.before.meeting.id, conflict.after.meeting.id}


def _in_my_way(conflict: Conflict, candidate: Meeting) -> InMyWay:
    is_after = conflict.before.meeting.id == candidate.id
    return InMyWay(
        other=conflict.after if is_after else conflict.before,
        squeeze=conflict.squeeze,
        is_after=is_after,
        leave_at=conflict.after.leave_at,
    )


def _is_past(when: When, now: datetime) -> bool:
    return when.start <= now - (_DAY if when.time is None else timedelta(0))


def _falling(when: When, slots: Iterable[SlotCount]) -> SlotCount | None:
    slot = slot_of(when)
    if slot is None:
        return None
    count = count_of(slot, slots)
    return count if count.mostly_falls else None


def _times(slot: Proposal, near: date, weeks: Iterable[int], zone: str) -> list[When]:
    """Return the slot's days in these weeks, the nearest first, of equals the later."""
    monday = near - near.weekday() * _DAY
    of_week = slot.count.slot.weekday * _DAY
    clock = time(*divmod(slot.count.slot.minute, 60))
    days = [monday + of_week + week * _WEEK for week in weeks]
    return [
        When(day=day, time=clock, zone=zone)
        for day in sorted(days, key=lambda day: (abs(day - near), near - day))
        if EARLIEST_YEAR <= day.year <= LATEST_YEAR
    ]
