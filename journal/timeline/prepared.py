"""A relationship made ready to be drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journal.domain.meeting import Meeting
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.plan import Barrier, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import RecordId
from journal.timeline.dates import Dates, Wall
from journal.timeline.extent import Extent, reached
from journal.timeline.scene import ON_LEVELS, Lane
from journal.timeline.spans import Row
from journal.timeline.tracks import Entry, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """One of us, for as long as the account was in their hands.

    Attributes:
        id: Of the role.
        name: "You" for oneself.
        title: Of the role, may be empty.
        remark: What the person left behind.
    """

    id: RecordId
    name: str
    title: str
    is_self: bool
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that is drawn of one relationship.

    Attributes:
        title: The account's name.
        words: What there is on the whole, in a sentence or two.
        now: UTC seconds.
        steps: All overall ratings of each viewpoint, with the level as kind.
        dots: The same together, parted by level, with the place in `Viewpoint` as kind.
        by_another: The ratings with which the rater changed.
        goals: By level; of each the day by which, or the day it ended.
        standing_goals: That were not ended, with the moment of their day, the next one first.
        meetings: With the place in `fates.MEETING_SHAPES` as kind; promises likewise.
        barriers: By the day they were named; `barrier_rows` has them as spans, and is empty
            where too many stand at once.
        readings: Of `metric`; `extremes` are the lowest and the highest of them, and zero.
        reading_period: No bar is wider: half as much again as readings mostly lie apart, in
            seconds.
        undated: Entries that have no day, and so no place.
    """

    title: str
    words: str
    wall: Wall
    dates: Dates
    now: float
    owners: Row[Owner]
    steps: Mapping[Viewpoint, Track[Rating]]
    dots: Mapping[Level, Track[Rating]]
    by_another: frozenset[RecordId]
    goals: Mapping[Level, Track[Goal]]
    standing_goals: tuple[tuple[Goal, float], ...]
    turning_points: Track[Alignment]
    quotes: Track[Quote]
    meetings: Track[Meeting]
    barriers: Track[Barrier]
    barrier_rows: tuple[Row[Barrier], ...]
    promises: Track[Promise]
    visions: Track[Vision]
    metric: Metric | None
    readings: Track[MetricReading]
    extremes: tuple[float, float]
    reading_period: float
    undated: tuple[RecordId, ...]
    _ranges: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict, compare=False)
    _places: dict[RecordId, tuple[int, int]] = field(default_factory=dict, compare=False)

    @property
    def tracks(self) -> tuple[Track[Entry], ...]:
        """Every entry in exactly one track, lanes from the top down."""
        return (
            self.owners.starts,
            self.quotes,
            *self.steps.values(),
            *self.goals.values(),
            self.turning_points,
            self.meetings,
            self.barriers,
            self.promises,
            self.visions,
            self.readings,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing ever happened, whoever owned the account."""
        return not any(self._events)

    @property
    def extent(self) -> Extent:
        """From when to when anything happened, whoever owned the account."""
        events = (each.times for each in self._events)
        return reached(events, self.now, self.owners.starts.times)

    @property
    def lanes(self) -> frozenset[Lane]:
        """Those that have something in them; the levels also for what is drawn among them.

        Where nothing ever happened the levels stand there to be filled.
        """
        filled = frozenset(each.lane for each in self.tracks if len(each))
        return filled | {Lane.RATINGS} if self.is_empty or filled & ON_LEVELS else filled

    @property
    def _events(self) -> Iterator[Track[Entry]]:
        return (each for each in self.tracks if len(each) and each is not self.owners.starts)

    def range_of(self, first: int, stop: int) -> tuple[float, float]:
        """Return the lowest and the highest of neighbouring readings."""
        key = (first, stop)
        if key not in self._ranges:
            values = [each.value for each in self.readings.entries[first:stop]]
            self._ranges[key] = (min(values), max(values))
        return self._ranges[key]

    def place_of(self, record_id: RecordId) -> tuple[int, int] | None:
        """Find a record: its track, counted in `tracks`, and its place there; None if nowhere."""
        if not self._places:
            for number, each in enumerate(self.tracks):
                for place, entry in enumerate(each.entries):
                    self._places.setdefault(entry.id, (number, place))
        return self._places.get(record_id)

    def words_of(self, record_id: RecordId) -> str:
        """Say what a record is, drawn or not; empty where it is nowhere."""
        found = self.place_of(record_id)
        return "" if found is None else self.tracks[found[0]].words(found[1])
