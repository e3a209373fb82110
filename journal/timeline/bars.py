"""A metric's readings as bars, each as wide as the period that it stands for."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from journal.timeline.board import Stage
from journal.timeline.prepared import Timeline
from journal.timeline.scale import grid_level
from journal.timeline.scene import Lane, Rect, Role
from journal.timeline.signs import many_words, spot_of
from journal.wording import _

_LEAST_CELL_PX = 6.0
_GAP_PX = 1.5
_LEAST_BAR_PX = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One reading, or several that lie too close together.

    Attributes:
        left: In pixels, of the part in view.
        right: Likewise.
    """

    first: int
    stop: int
    left: float
    right: float


def draw_bars(stage: Stage) -> None:
    """Draw what is in view; several readings as their range, from the lowest to the highest."""
    for bar in _bars(stage):
        _draw_bar(stage, bar)


def _bars(stage: Stage) -> Iterator[Bar]:
    view, plot, readings = stage.view, stage.board.plot, stage.timeline.readings
    times, longest = readings.times, stage.timeline.reading_period
    seconds = 2.0 ** grid_level(view.seconds_per_px * _LEAST_CELL_PX)
    reached = plot.left
    # A reading's bar lies before its day, so those just after the view still reach into it.
    for cell in readings.bins(view.start, view.end + longest, seconds):
        start = times[cell.first - 1] if cell.first else times[0] - longest
        start = max(start, times[cell.first] - longest)
        left = max(view.x_of(start) + _GAP_PX, reached)
        right = min(view.x_of(times[cell.stop - 1]) - _GAP_PX / 2, plot.right)
        reached = max(reached, right + _GAP_PX)
        if times[cell.stop - 1] >= view.start:
            yield Bar(cell.first, cell.stop, min(left, plot.right), max(left, right))


def _draw_bar(stage: Stage, bar: Bar) -> None:
    board, readings = stage.board, stage.timeline.readings
    lowest, highest = stage.timeline.range_of(bar.first, bar.stop)
    base, near, far = (_y(stage, value) for value in (0.0, lowest, highest))
    role = Role.BAR_AFTER if _is_after(stage, readings.times[bar.stop - 1]) else Role.BAR
    top, bottom = min(base, near, far), max(base, near, far)
    rect = Rect(bar.left, min(top, bottom - _LEAST_BAR_PX), bar.right, bottom)
    board.box(rect, role)
    say = partial(_words, stage.timeline, bar)
    board.spot(spot_of(readings, bar.first, bar.stop, rect, say))


def _words(timeline: Timeline, bar: Bar) -> str:
    if bar.stop - bar.first == 1:
        return timeline.readings.words(bar.first)
    lowest, highest = timeline.range_of(bar.first, bar.stop)
    return _("{what}: lowest {lowest}, highest {highest}").format(
        what=many_words(timeline, timeline.readings, bar.first, bar.stop),
        lowest=f"{lowest:g}",
        highest=f"{highest:g}",
    )


def _y(stage: Stage, value: float) -> float:
    strip = stage.frame.strips[Lane.METRIC]
    low, high = stage.timeline.extremes
    top, bottom = strip.top + stage.board.text_px * 0.5, strip.bottom - 1
    return bottom - (value - low) / ((high - low) or 1.0) * (bottom - top)


def _is_after(stage: Stage, moment: float) -> bool:
    """Say whether a turning point lies before; what came after it has a colour of its own."""
    return bisect_left(stage.timeline.turning_points.times, moment) > 0
