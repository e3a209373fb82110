"""Which slots to propose to the customer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.analysis.clashes import USUAL_MARGINS, Margins
from journal.analysis.contact import today_at, zone_of
from journal.analysis.people import guests, has_left
from journal.analysis.recurrence import Occurrence, occurrences
from journal.analysis.slots import HALF_HOUR_MIN, Slot, SlotCount, slot_counts
from journal.domain.meeting import DEFAULT_MINUTES, Meeting, Status
from journal.domain.person import StandingCommitment
from journal.domain.relationship import Relationship
from journal.domain.span import zone_named

DAY_MIN = 24 * 60
WORKING_DAYS = range(5)
OPENS_MIN = 9 * 60
CLOSES_MIN = 17 * 60
LOOK_AHEAD = timedelta(weeks=12)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Block:
    """A stretch of one weekday, on the customer's wall.

    Attributes:
        weekday: Monday is 0.
        start_min: Minutes after midnight.
        end_min: Likewise, after `start_min`, at most 1440.
    """

    weekday: int
    start_min: int
    end_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedBlock:
    """Where a standing commitment lies in the customer's week.

    A second Tuesday lies there as every Tuesday does: a slot that is free three weeks in
    four is not free.
    """

    commitment: StandingCommitment
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A slot to propose: tried and mostly held, or clear and not tried (0 of 0)."""

    count: SlotCount

    @property
    def is_tried(self) -> bool:
        """Whether anything was held there."""
        return self.count.counted > 0


def usual_minutes(meetings: Iterable[Meeting]) -> int:
    """Return the median of planned minutes, of two the lower; an hour where none is known."""
    known = sorted(each.minutes for each in meetings if each.minutes is not None)
    return known[(len(known) - 1) // 2] if known else DEFAULT_MINUTES


def fixed_blocks(
    relationship: Relationship, *, now: datetime, ahead: timedelta = LOOK_AHEAD
) -> tuple[FixedBlock, ...]:
    """Return where the standing commitments of those who are there lie in the week.

    Those of the coming weeks count, on the customer's wall; one that runs past midnight has
    a block on each day.

    Args:
        ahead: How far to look; twelve weeks see each nth weekday of a month.
    """
    zone = zone_of(relationship)
    today = today_at(relationship.account, now)
    left = has_left(relationship, today)
    found = {
        FixedBlock(commitment=commitment, block=block)
        for commitment in relationship.commitments
        if commitment.person_id not in left
        for each in occurrences(commitment, today, today + ahead)
        for block in _blocks(each, zone or commitment.zone)
    }
    return tuple(sorted(found, key=lambda each: (each.block, each.commitment.id)))


def proposals(
    relationship: Relationship,
    *,
    now: datetime,
    fixed: Iterable[FixedBlock] | None = None,
    busy: Iterable[Block] = (),
    margins: Margins = USUAL_MARGINS,
    at_most: int = 3,
) -> tuple[Proposal, ...]:
    """Return slots of the week to propose, the best first.

    First those that were tried and mostly held, the fewest losses to the most meetings
    first; then untried ones, the nearest to those in the hour, then in the day. None of
    them runs into a standing commitment of somebody who was invited before and is still
    there, or comes too close to one, for a meeting of the usual length; none overlaps a slot
    that is lost as often as it holds, a busy time of ours, or another proposal. Untried ones
    lie on Monday to Friday, from 9 to 17 or the earlier and later hours in which meetings
    were held.

    Args:
        fixed: As `fixed_blocks` gives them, where that is known already.
        busy: Our own busy times on the customer's wall.
    """
    if fixed is None:
        fixed = fixed_blocks(relationship, now=now)
    length_min = usual_minutes(relationship.meetings)
    tried = slot_counts(relationship.meetings)
    good = sorted((each for each in tried if each.mostly_holds), key=_reliability)
    bad = [_block(each.slot, length_min) for each in tried if each.mostly_falls]
    theirs = [_widened(each, margins) for each in _invited_blocks(relationship, fixed)]
    taken = [*bad, *busy, *theirs]
    chosen: list[SlotCount] = []
    for each in (*good, *_untried(relationship, tried, length_min)):
        block = _block(each.slot, length_min)
        if len(chosen) < at_most and not any(_overlap(block, other) for other in taken):
            chosen.append(each)
            taken.append(block)
    return tuple(Proposal(count=each) for each in chosen)


def _invited_blocks(relationship: Relationship, fixed: Iterable[FixedBlock]) -> Iterator[Block]:
    invited = {person for people in guests(relationship).values() for person in people}
    for each in fixed:
        if each.commitment.person_id in invited:
            yield each.block


def _reliability(count: SlotCount) -> tuple[float, int]:
    return count.lost / count.counted, -count.held


def _untried(
    relationship: Relationship, tried: Sequence[SlotCount], length_min: int
) -> list[SlotCount]:
    opens, closes = _hours(relationship.meetings, length_min)
    known = {each.slot for each in tried}
    free = [
        Slot(weekday=weekday, minute=minute)
        for weekday in WORKING_DAYS
        for minute in range(opens, closes - length_min + 1, HALF_HOUR_MIN)
    ]
    anchors = [each.slot for each in tried if each.mostly_holds] or list(known) or free[:1]
    return [
        SlotCount(slot=slot) for slot in sorted(free, key=_nearness(anchors)) if slot not in known
    ]


def _nearness(anchors: Sequence[Slot]) -> Callable[[Slot], tuple[int, int, int]]:
    def nearness(slot: Slot) -> tuple[int, int, int]:
        return min(
            (abs(slot.minute - each.minute), abs(slot.weekday - each.weekday), -slot.weekday)
            for each in anchors
        )

    return nearness


def _hours(meetings: Iterable[Meeting], length_min: int) -> tuple[int, int]:
    starts = [
        each.when.minute_of_day
        for each in meetings
        if each.status is Status.HELD and each.when.minute_of_day is not None
    ]
    opens = min([OPENS_MIN, *starts])
    closes = max([CLOSES_MIN, *(each + length_min for each in starts)])
    return opens - opens % HALF_HOUR_MIN, min(closes, DAY_MIN)


def _block(slot: Slot, length_min: int) -> Block:
    return Block(weekday=slot.weekday, start_min=slot.minute, end_min=slot.minute + length_min)


def _widened(block: Block, margins: Margins) -> Block:
    """Return the stretch in which no meeting may lie, a minute more since bounds clash too."""
    return Block(
        weekday=block.weekday,
        start_min=block.start_min - margins.after_min - 1,
        end_min=block.end_min + margins.before_min + 1,
    )


def _overlap(one: Block, other: Block) -> bool:
    return (
        one.weekday == other.weekday
        and one.start_min < other.end_min
        and other.start_min < one.end_min
    )


def _blocks(occurrence: Occurrence, zone: str) -> Iterator[Block]:
    """Yield the stretches of an occurrence, a block a day, on the wall of a zone."""
    start = occurrence.when.instant.astimezone(zone_named(zone))
    end = occurrence.ends_at.astimezone(zone_named(zone))
    day = start.date()
    while day <= end.date():
        first = _minute(start) if day == start.date() else 0
        last = _minute(end) if day == end.date() else DAY_MIN
        if first < last:
            yield Block(weekday=day.weekday(), start_min=first, end_min=last)
        day += timedelta(days=1)


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
