"""Sorted arrays: what a frame looks things up in, however many there are.

A frame never walks over entries. It asks for the bins in view, each a slice of a sorted array
found by bisection, and for the counts in a slice, which `bytes.count` finds at the speed of
memory.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import sub
from typing import Generic, Protocol, TypeVar, overload

from journal.domain.record import RecordId
from journal.timeline.scene import Lane


class Entry(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> RecordId:
        """What names it."""


E = TypeVar("E", bound=Entry)
E_co = TypeVar("E_co", bound=Entry, covariant=True)
K = TypeVar("K", bound=int)


@dataclass(frozen=True, slots=True)
class Run(Sequence[RecordId]):
    """The ids of neighbours in a track, looked up when somebody asks."""

    entries: Sequence[Entry]
    first: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.first

    @overload
    def __getitem__(self, place: int) -> RecordId: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[RecordId, ...]: ...

    def __getitem__(self, place: int | slice) -> RecordId | tuple[RecordId, ...]:
        if isinstance(place, slice):
            return tuple(each.id for each in self.entries[self.first : self.stop][place])
        return self.entries[range(self.first, self.stop)[place]].id


@dataclass(frozen=True, slots=True)
class Bin:
    """The entries of a track in one cell of the grid.

    Attributes:
        number: Of the cell; it begins at `number * seconds`.
        first: The place in the track of its first entry.
        stop: The place after its last one.
    """

    number: int
    first: int
    stop: int

    @property
    def count(self) -> int:
        """How many; at least one."""
        return self.stop - self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Generic[E_co]):
    """Entries of one lane that are drawn alike, in order of time.

    Attributes:
        times: UTC seconds, ascending.
        kinds: A small number for each entry, by which they are counted apart.
        say: Words for the entry at a place; asked for only when it is drawn.
        ceilings: Seconds, ascending: a half-open stretch of time that is no longer than the
            n-th of them holds at most 2**n entries.
    """

    lane: Lane
    times: Sequence[float] = ()
    entries: Sequence[E_co] = ()
    kinds: bytes = b""
    say: Callable[[int], str]
    ceilings: Sequence[float] = ()
    _said: dict[int, str] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.times)

    def words(self, place: int) -> str:
        """Say what one entry is."""
        if place not in self._said:
            self._said[place] = self.say(place)
        return self._said[place]

    def ids(self, first: int, stop: int) -> Run:
        """Return the ids of a slice."""
        return Run(self.entries, first, stop)

    def count(self, kind: int, first: int, stop: int) -> int:
        """Count the entries of a kind in a slice."""
        return self.kinds.count(kind, first, stop)

    def most_in(self, seconds: float) -> int:
        """Return a power of two that no stretch of so much time exceeds, anywhere.

        It depends on the scale and not on the part in view, so that heights and the room
        for numbers stay the same while the view moves. It is less than twice too high.
        """
        place = bisect_left(self.ceilings, seconds)
        return 1 << place

    def bins(self, start: float, end: float, seconds: float) -> Iterator[Bin]:
        """Find the cells of the grid that are not empty, from the one that `start` is in.

        Args:
            start: UTC seconds.
            end: The last cell is the one that begins before it.
            seconds: The length of a cell.
        """
        times = self.times
        first = bisect_left(times, (start // seconds) * seconds)
        while first < len(times) and times[first] < end:
            number = int(times[first] // seconds)
            stop = bisect_left(times, (number + 1) * seconds, first + 1)
            yield Bin(number, first, stop)
            first = stop


def track(
    lane: Lane,
    dated: Iterable[tuple[float, E]],
    *,
    say: Callable[[E], str],
    kind: Callable[[E], int] | None = None,
) -> Track[E]:
    """Sort entries by time once, and measure how close together they ever lie."""
    ordered = sorted(dated, key=_by_time)
    times = [time for time, _ in ordered]
    entries = [entry for _, entry in ordered]
    kinds = bytes(map(kind, entries)) if kind else bytes(len(entries))
    return Track(
        lane=lane,
        times=times,
        entries=entries,
        kinds=kinds,
        say=lambda place: say(entries[place]),
        ceilings=_ceilings(times),
    )


def _by_time(dated: tuple[float, Entry]) -> float:
    return dated[0]


def _ceilings(times: Sequence[float]) -> tuple[float, ...]:
    """For 1, 2, 4, ...: the shortest stretch of time that holds more than so many entries.

    Half-open cells of that length, or shorter, cannot hold them all.
    """
    found: list[float] = []
    most = 1
    while most < len(times):
        found.append(min(map(sub, times[most:], times)))
        most *= 2
    return tuple(found)


def split(whole: Track[E], kinds: Iterable[K]) -> dict[K, Track[E]]:
    """Part a track by kind; each part keeps the order and the words of the whole."""
    return {
        kind: part(whole, [place for place, each in enumerate(whole.kinds) if each == kind])
        for kind in kinds
    }


def part(whole: Track[E], places: Sequence[int]) -> Track[E]:
    """Return some entries of a track, in the order of the whole."""
    times = [whole.times[place] for place in places]
    return Track(
        lane=whole.lane,
        times=times,
        entries=[whole.entries[place] for place in places],
        kinds=bytes(whole.kinds[place] for place in places),
        say=lambda place: whole.words(places[place]),
        ceilings=_ceilings(times),
    )
