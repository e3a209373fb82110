"""Entries that last: owners one after the other, barriers in rows beside each other."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Generic, TypeVar

from journal.timeline.scale import View, grid_level
from journal.timeline.scene import Lane
from journal.timeline.tracks import Entry, Track, track

E = TypeVar("E", bound=Entry)
E_co = TypeVar("E_co", bound=Entry, covariant=True)

_LEAST_CELL_PX = 16.0
_LEAST_SPAN_PX = 5.0
_MOST_ROWS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[E_co]):
    """Spans of which no two overlap.

    Attributes:
        starts: The entries, by the moment at which they begin.
        ends: When each of them ends, in UTC seconds.
    """

    starts: Track[E_co]
    ends: Sequence[float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One span, or several that begin within one cell of the grid and are counted.

    Attributes:
        first: The place in the row of the first.
        stop: The place after the last.
        left: Of the part in view, in pixels.
        right: Likewise, not before `left`.
    """

    first: int
    stop: int
    left: float
    right: float

    @property
    def count(self) -> int:
        """How many there are."""
        return self.stop - self.first


def rows(
    lane: Lane, lasting: Iterable[tuple[float, float, E]], *, say: Callable[[E], str]
) -> tuple[Row[E], ...]:
    """Put spans, by their start, each into the first row that is free again by then.

    Returns:
        No row at all where more would be needed than can be told apart.
    """
    taken: list[list[tuple[float, float, E]]] = []
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    for each in sorted(lasting, key=_by_start):
        while busy and busy[0][0] <= each[0]:
            heappush(free, heappop(busy)[1])
        if not free:
            if len(taken) == _MOST_ROWS:
                return ()
            free.append(len(taken))
            taken.append([])
        number = heappop(free)
        taken[number].append(each)
        heappush(busy, (each[1], number))
    return tuple(row(lane, each, say=say) for each in taken)


def row(
    lane: Lane, lasting: Iterable[tuple[float, float, E]], *, say: Callable[[E], str]
) -> Row[E]:
    """Make one row of spans that do not overlap."""
    ordered = sorted(lasting, key=_by_start)
    starts = track(lane, ((start, entry) for start, _, entry in ordered), say=say)
    return Row(starts=starts, ends=[end for _, end, _ in ordered])


def _by_start(lasting: tuple[float, float, Entry]) -> float:
    return lasting[0]


def stretches(row: Row[Entry], view: View) -> Iterator[Stretch]:
    """Find what is in view; short neighbours are counted together, by where they begin."""
    times, ends = row.starts.times, row.ends
    seconds = 2.0 ** grid_level(view.seconds_per_px * _LEAST_CELL_PX)
    place = bisect_left(ends, view.start)
    while place < len(times) and times[place] <= view.end:
        cell = times[place] // seconds
        first = bisect_left(times, cell * seconds, 0, place + 1)
        stop = bisect_left(times, (cell + 1) * seconds, place + 1)
        following = times[stop] if stop < len(times) else view.end
        left = view.x_of(times[first])
        # Short ones are drawn wide enough to be seen, but not over the next one.
        seen = min(left + _LEAST_SPAN_PX, view.x_of(following))
        right = max(view.x_of(ends[stop - 1]), seen)
        edge = view.left_px + view.plot_px
        left, right = (min(max(x, view.left_px), edge) for x in (left, right))
        yield Stretch(first, stop, left, right)
        place = stop
