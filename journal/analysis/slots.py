"""How often each slot of the customer's week held and was lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import takewhile

from journal.analysis.fisher import Table, two_sided, two_sided_as_worst
from journal.analysis.losses import is_lost
from journal.domain.meeting import Meeting, Status
from journal.domain.span import When

HALF_HOUR_MIN = 30
FEWEST_TO_TEST = 8
COULD_BE_CHANCE = Fraction(1, 20)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Slot:
    """A half hour of the customer's week, such as Thursday 14:00.

    A meeting's slot is the half hour in which it starts: one from 14:20 to 15:10 belongs to
    Thursday 14:00.

    Attributes:
        weekday: Monday is 0.
        minute: Of the customer's day, 0 to 1410, a multiple of 30.
    """

    weekday: int
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotCount:
    """How often meetings of one slot were held and lost."""

    slot: Slot
    held: int = 0
    lost: int = 0

    @property
    def counted(self) -> int:
        """Held and lost together."""
        return self.held + self.lost

    @property
    def mostly_holds(self) -> bool:
        """Whether more were held than lost."""
        return self.held > self.lost

    @property
    def mostly_falls(self) -> bool:
        """Whether at least as many were lost as held, and at least one."""
        return self.lost > 0 and self.lost >= self.held


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """Whether one slot's losses could be chance: Fisher's exact test, two-sided.

    The slot was picked because it looked worst, and among many slots one looks bad by chance:
    what is said rests on the p that allows for that. A found reason weighs more.

    Attributes:
        table: The slot against all others.
        p: Exact, as if no other slot had been looked at; what R or SciPy give for the table.
        p_as_worst: Corrected for the slots looked at, at least `p`.
        slots: How many had a meeting held or lost, two or more.
    """

    table: Table
    p: Fraction
    p_as_worst: Fraction
    slots: int

    @property
    def is_picked(self) -> bool:
        """Whether it is the worst of several, and not just the other of two."""
        return self.slots > 2  # noqa: PLR2004  one against the other is one comparison

    @property
    def could_be(self) -> bool:
        """Whether the corrected p is 1 in 20 or more."""
        return self.p_as_worst >= COULD_BE_CHANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotMove:
    """That meetings went to another slot, and how they went from then on.

    Attributes:
        before: The slot of the meeting before the move; at least one was lost in it.
        since: The day of the first meeting in the new slot.
        held: From that day on; `lost` likewise, 0 is "none since the slot moved".
    """

    before: Slot
    after: Slot
    since: date
    held: int
    lost: int


def slot_of(when: When) -> Slot | None:
    """Return the half hour in which it starts, on its own wall; None without a time."""
    minute = when.minute_of_day
    if minute is None:
        return None
    return Slot(weekday=when.weekday, minute=minute - minute % HALF_HOUR_MIN)


def slot_counts(meetings: Iterable[Meeting]) -> tuple[SlotCount, ...]:
    """Count held and lost meetings by slot, Monday's first hour first.

    Slots in which nothing was held or lost are left out, and meetings without a time.
    """
    held: Counter[Slot] = Counter()
    lost: Counter[Slot] = Counter()
    for slot, each in _concluded(meetings):
        (held if each.status is Status.HELD else lost)[slot] += 1
    return tuple(
        SlotCount(slot=slot, held=held[slot], lost=lost[slot])
        for slot in sorted(held.keys() | lost.keys())
    )


def count_of(slot: Slot, found: Iterable[SlotCount]) -> SlotCount:
    """Return the counts of a slot; 0 of 0 where it is untried."""
    return next((each for each in found if each.slot == slot), SlotCount(slot=slot))


def worst(found: Sequence[SlotCount]) -> SlotCount | None:
    """Return the slot that lost most beyond its share; None where nothing was lost.

    A slot's share is what it would have lost at the lost rate of all slots together. So
    4 of 5 on Thursdays is worse than 6 of 60 on Mondays. Of equals the one that lost more,
    then the earlier.
    """
    losing = [each for each in found if each.lost]
    of = _all_slots(found)
    return max(losing, key=lambda each: (_excess(each, of), each.lost), default=None)


def best(found: Sequence[SlotCount]) -> SlotCount | None:
    """Return the slot that lost least below its share; None where no slot mostly holds.

    Of equals the one that held more, then the earlier. It is never the worst one.
    """
    bad = worst(found)
    good = [each for each in found if each.mostly_holds and each != bad]
    of = _all_slots(found)
    return min(good, key=lambda each: (_excess(each, of), -each.held), default=None)


def chance(slot: Slot, found: Sequence[SlotCount]) -> Chance | None:
    """Test the slot that looked worst against all others.

    None below eight meetings, where the test could say nothing, and where there is nothing
    to compare: all in one slot, or all held, or all lost.
    """
    here = count_of(slot, found)
    held = sum(each.held for each in found)
    lost = sum(each.lost for each in found)
    too_few = held + lost < FEWEST_TO_TEST
    if too_few or not held or not lost or here.counted in {0, held + lost}:
        return None
    table = Table(
        lost_here=here.lost,
        held_here=here.held,
        lost_elsewhere=lost - here.lost,
        held_elsewhere=held - here.held,
    )
    sizes = [each.counted for each in found]
    return Chance(
        table=table,
        p=two_sided(table),
        p_as_worst=two_sided_as_worst(table, sizes),
        slots=len(sizes),
    )


def slot_move(meetings: Iterable[Meeting]) -> SlotMove | None:
    """Find the last move out of a slot in which meetings were lost.

    The new slot is that of the last held or lost meeting; it begins with the first of the
    unbroken run of meetings in that slot. None where nothing was lost in the slot that
    stands before that run, or where there is none before it.

    Args:
        meetings: In order of time.
    """
    concluded = list(_concluded(meetings))
    if not concluded:
        return None
    after = concluded[-1][0]
    run = list(takewhile(lambda each: each[0] == after, reversed(concluded)))
    earlier = concluded[: -len(run)]
    if not any(slot == earlier[-1][0] and is_lost(each) for slot, each in earlier):
        return None
    lost = sum(is_lost(each) for _, each in run)
    return SlotMove(
        before=earlier[-1][0],
        after=after,
        since=run[-1][1].when.day,
        held=len(run) - lost,
        lost=lost,
    )


def _concluded(meetings: Iterable[Meeting]) -> Iterator[tuple[Slot, Meeting]]:
    for each in meetings:
        slot = slot_of(each.when)
        if slot is not None and (each.status is Status.HELD or is_lost(each)):
            yield slot, each


def _all_slots(found: Sequence[SlotCount]) -> tuple[int, int]:
    """Return how many were held or lost in all slots together, and how many of them lost."""
    return sum(each.counted for each in found), sum(each.lost for each in found)


def _excess(one: SlotCount, of: tuple[int, int]) -> int:
    """Return lost beyond its share, times all meetings, so that it is a whole number.

    Args:
        of: As `_all_slots` gives it; once for all slots, of which there may be hundreds.
    """
    counted, lost = of
    return one.lost * counted - one.counted * lost
