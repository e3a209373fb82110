"""How the height is shared out among the lanes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.domain.rating import Level
from journal.timeline.scene import Lane, Strip

# From the top down. Goals and turning points are drawn among the ratings.
_ORDER = (
    Lane.OWNERS,
    Lane.QUOTES,
    Lane.RATINGS,
    Lane.MEETINGS,
    Lane.BARRIERS,
    Lane.PROMISES,
    Lane.VISIONS,
    Lane.METRIC,
)
# What goes first where the height does not do for all.
_GIVEN_UP = (
    Lane.VISIONS,
    Lane.PROMISES,
    Lane.BARRIERS,
    Lane.METRIC,
    Lane.QUOTES,
    Lane.OWNERS,
    Lane.MEETINGS,
    Lane.RATINGS,
)
# What gets the height that is left over.
_SPARE = (
    Lane.RATINGS,
    Lane.MEETINGS,
    Lane.METRIC,
    Lane.PROMISES,
    Lane.BARRIERS,
    Lane.QUOTES,
    Lane.VISIONS,
    Lane.OWNERS,
)
# In heights of the text: what a lane needs, and what it takes where there is room.
_LEAST = {
    Lane.OWNERS: 2.0,
    Lane.QUOTES: 1.3,
    Lane.RATINGS: 7.2,
    Lane.MEETINGS: 2.9,
    Lane.BARRIERS: 1.6,
    Lane.PROMISES: 1.65,
    Lane.VISIONS: 1.65,
    Lane.METRIC: 2.2,
}
_WANTED = {
    Lane.OWNERS: 2.4,
    Lane.QUOTES: 1.8,
    Lane.RATINGS: 13.6,
    Lane.MEETINGS: 4.4,
    Lane.BARRIERS: 3.0,
    Lane.PROMISES: 2.4,
    Lane.VISIONS: 2.2,
    Lane.METRIC: 4.0,
}
# Where there are no levels, whose room quotes may use, one wants a card by itself.
_CARD = 5.2
_AXIS = 1.9
_MOST_NAMED_ROWS = 3
_NAMED_ROW, _WANTED_ROW, _ABOUT_ROWS = 1.3, 1.8, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where each lane is, from the top down.

    Attributes:
        strips: Of the lanes that are shown.
        axis_top: Where the names of days, months and years begin; the rest is theirs.
    """

    strips: dict[Lane, Strip]
    axis_top: float

    @property
    def foot(self) -> float:
        """Where the bands of the owners end: above the metric."""
        metric = self.strips.get(Lane.METRIC)
        return self.axis_top if metric is None else metric.top

    def level_y(self, level: int) -> float:
        """Return the middle of a rating's row."""
        strip = self.strips[Lane.RATINGS]
        return strip.top + (Level.OUTSTANDING - level + 0.5) * self.level_px

    @property
    def level_px(self) -> float:
        """The height of a rating's row."""
        strip = self.strips[Lane.RATINGS]
        return (strip.bottom - strip.top) / len(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be shown.

    Attributes:
        barrier_rows: How many barriers stand at once; up to three can be named.
    """

    lanes: frozenset[Lane]
    barrier_rows: int = 1


def framed(wish: Wish, height_px: float, text_px: float) -> Frame:
    """Share the height out: first what each lane needs, then what it wants.

    First the names of barriers are given up, then lanes, least important first, until the
    others fit. What is left over goes to the most important one.
    """
    shown = [lane for lane in _ORDER if lane in wish.lanes]
    room = height_px / text_px - _AXIS
    need, want = dict(_LEAST), dict(_WANTED)
    if 1 < wish.barrier_rows <= _MOST_NAMED_ROWS:
        need[Lane.BARRIERS] = _NAMED_ROW * wish.barrier_rows + _ABOUT_ROWS
        want[Lane.BARRIERS] = max(want[Lane.BARRIERS], _WANTED_ROW * wish.barrier_rows)
    if Lane.RATINGS not in shown:
        want[Lane.QUOTES] = _CARD
    if sum(need[each] for each in shown) > room:
        need[Lane.BARRIERS] = _LEAST[Lane.BARRIERS]
    for lane in _GIVEN_UP:
        if sum(need[each] for each in shown) <= room:
            break
        shown = [each for each in shown if each is not lane]
    strips: dict[Lane, Strip] = {}
    top = 0.0
    for lane, height in _shares(shown, need, want, room, wish.barrier_rows):
        bottom = top + int(height * text_px)
        strips[lane] = Strip(lane, top, bottom)
        top = bottom
    return Frame(strips=strips, axis_top=top)


def _shares(
    shown: Sequence[Lane],
    need: Mapping[Lane, float],
    want: Mapping[Lane, float],
    room: float,
    barrier_rows: int,
) -> Iterator[tuple[Lane, float]]:
    """Give each lane, in heights of the text, what it needs and its share of what it wants."""
    least, wanted = (sum(each[lane] for lane in shown) for each in (need, want))
    share = min(1.0, (room - least) / (wanted - least)) if shown else 0.0
    left = max(0.0, room - wanted)
    # Where there is more than enough, also more than three barriers are named.
    unnamed = _WANTED_ROW * barrier_rows - want[Lane.BARRIERS] if Lane.BARRIERS in shown else 0.0
    names = min(left, max(0.0, unnamed))
    spare = next((lane for lane in _SPARE if lane in shown), None)
    for lane in shown:
        height = need[lane] + share * (want[lane] - need[lane])
        if lane is Lane.BARRIERS:
            height += names
        if lane is spare:
            height += left - names
        yield lane, height
