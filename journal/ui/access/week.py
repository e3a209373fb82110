"""The customer's week as a grid of cells: what was held and lost, what recurs, what to propose."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from journal.analysis.access import Access
from journal.analysis.losses import is_lost
from journal.analysis.proposals import DAY_MIN, WORKING_DAYS, Block, FixedBlock
from journal.analysis.slots import HALF_HOUR_MIN, Slot, SlotCount, count_of, slot_of
from journal.domain.meeting import Meeting, Status
from journal.domain.person import StandingCommitment

HOUR_MIN = 60
# A week without anything still looks like one.
_FIRST_MIN, _LAST_MIN = 9 * HOUR_MIN, 16 * HOUR_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One slot of the week, as it is drawn and spoken.

    Attributes:
        minutes: How much of the day it stands for: an hour, less where a slot follows sooner.
        meetings: Those that were held or lost in it, the latest first.
        commitments: Standing ones that lie in it, wholly or in part.
    """

    slot: Slot
    minutes: int
    count: SlotCount
    meetings: tuple[Meeting, ...]
    commitments: tuple[StandingCommitment, ...]
    is_proposed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The cells in rows of one time each, from the earliest, and in columns of one weekday.

    Attributes:
        weekdays: Monday is 0; Saturday and Sunday only where something lies there.
        times: The minute of the day at which each row begins.
        cells: By row, then by column.
        fixed: Where standing commitments lie, for their frames.
    """

    weekdays: tuple[int, ...]
    times: tuple[int, ...]
    cells: tuple[Cell, ...]
    fixed: tuple[FixedBlock, ...]

    def place_of(self, slot: Slot) -> int:
        """Return the number of the cell in which a slot lies; of one outside, the first."""
        if slot.weekday not in self.weekdays:
            return 0
        row = max((n for n, each in enumerate(self.times) if each <= slot.minute), default=0)
        return row * len(self.weekdays) + self.weekdays.index(slot.weekday)


def lies_in(block: Block, cell: Cell) -> bool:
    """Say whether a stretch of the week lies in a cell, wholly or in part."""
    return _overlaps(block, cell.slot, cell.minutes)


def week_of(found: Access, meetings: Iterable[Meeting]) -> Week:
    """Lay out a week.

    Args:
        found: What the access to an account tells.
        meetings: From which it was found, in order of time.
    """
    proposed = frozenset(each.count.slot for each in found.proposals)
    slots = frozenset(each.slot for each in found.slots) | proposed
    blocks = [each.block for each in found.fixed]
    used = {each.weekday for each in slots} | {each.weekday for each in blocks}
    weekdays = tuple(sorted(used | set(WORKING_DAYS)))
    times = _times(
        [*(each.minute for each in slots), *(_half_hour(each.start_min) for each in blocks)],
        max((each.end_min for each in blocks), default=0),
    )
    by_slot = _by_slot(meetings)
    ends = [*(later for _, later in pairwise(times)), times[-1] + HOUR_MIN]
    return Week(
        weekdays=weekdays,
        times=times,
        cells=tuple(
            _cell(
                Slot(weekday=weekday, minute=start),
                min(end - start, HOUR_MIN),
                found,
                by_slot.get(Slot(weekday=weekday, minute=start), ()),
            )
            for start, end in zip(times, ends, strict=True)
            for weekday in weekdays
        ),
        fixed=found.fixed,
    )


def _times(starts: Iterable[int], latest_min: int) -> tuple[int, ...]:
    """Return when the rows begin: each full hour of the day's part in use, and other starts."""
    used = set(starts)
    first = min([_FIRST_MIN, *used]) // HOUR_MIN * HOUR_MIN
    last = max([_LAST_MIN, *used, latest_min - 1]) // HOUR_MIN * HOUR_MIN
    hours = range(first, min(last, DAY_MIN - HOUR_MIN) + 1, HOUR_MIN)
    return tuple(sorted(used.union(hours)))


def _by_slot(meetings: Iterable[Meeting]) -> dict[Slot, tuple[Meeting, ...]]:
    found: dict[Slot, tuple[Meeting, ...]] = {}
    for each in meetings:
        slot = slot_of(each.when)
        if slot is not None and (each.status is Status.HELD or is_lost(each)):
            found[slot] = (each, *found.get(slot, ()))
    return found


def _cell(slot: Slot, minutes: int, found: Access, meetings: tuple[Meeting, ...]) -> Cell:
    lying = (each.commitment for each in found.fixed if _overlaps(each.block, slot, minutes))
    return Cell(
        slot=slot,
        minutes=minutes,
        count=count_of(slot, found.slots),
        meetings=meetings,
        commitments=tuple(dict.fromkeys(lying)),
        is_proposed=any(each.count.slot == slot for each in found.proposals),
    )


def _overlaps(block: Block, slot: Slot, minutes: int) -> bool:
    return (
        block.weekday == slot.weekday
        and block.start_min < slot.minute + minutes
        and slot.minute < block.end_min
    )


def _half_hour(minute: int) -> int:
    return minute - minute % HALF_HOUR_MIN
