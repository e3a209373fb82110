"""Time along the bottom: days, weeks, months, quarters or years, whatever there is room for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journal.timeline.board import Board, Stage
from journal.timeline.dates import Dates
from journal.timeline.scale import DAY_S
from journal.timeline.scene import Anchor, Role
from journal.wording import _

_BETWEEN_PX = 24.0
_AFTER_PX = 8.0
_TODAY_PX = 1.5
_TICK_PX = 4.0
_MONTHS_IN_YEAR = 12
# In days: of February, and of the first quarter.
_SHORTEST = {1: 28, 3: 90}


@dataclass(frozen=True, slots=True)
class Unit:
    """Steps of the calendar; exactly one of the two is not zero.

    Attributes:
        days: 1, or 7 for weeks.
        months: 1, 3, or 12 times a number of years.
    """

    days: int = 0
    months: int = 0

    @property
    def shortest_days(self) -> int:
        """The least length of a step."""
        return self.days or _SHORTEST.get(self.months) or 365 * self.months // _MONTHS_IN_YEAR

    def starts(self, first: date, last: date, week_begins: int = 0) -> Iterator[date]:
        """Return the start of each step from the one that `first` is in, past `last`.

        Args:
            week_begins: 0 for Monday.
        """
        if self.days:
            start = first - timedelta(days=(first.weekday() - week_begins) % self.days)
            while start <= last:
                yield start
                start += timedelta(days=self.days)
            yield start
            return
        number = (first.year * _MONTHS_IN_YEAR + first.month - 1) // self.months * self.months
        start = _month(number)
        while start <= last:
            yield start
            number += self.months
            start = _month(number)
        yield start

    def words(self, start: date, dates: Dates, *, with_year: bool) -> str:
        """Name a step by its start; days by their number alone within a month."""
        if self.days:
            if with_year:
                return f"{dates.day(start)} {start.year}"
            return dates.day(start) if start.day == 1 or self.days > 1 else str(start.day)
        if self.months >= _MONTHS_IN_YEAR or start.month == 1:
            return str(start.year)
        return dates.month_of_year(start) if with_year else dates.month(start)


def _month(number: int) -> date:
    return date(number // _MONTHS_IN_YEAR, number % _MONTHS_IN_YEAR + 1, 1)


_UNITS = (
    Unit(days=1),
    Unit(days=7),
    Unit(months=1),
    Unit(months=3),
    *(Unit(months=_MONTHS_IN_YEAR * years) for years in (1, 2, 5, 10, 20, 50, 100)),
)


def draw_today(stage: Stage) -> None:
    """Draw the line between what was and what is to come, with its name at the bottom.

    Where it is out of view, the name says on which side.
    """
    board, view = stage.board, stage.view
    x, y = view.x_of(stage.timeline.now), baseline(stage)
    if x < board.plot.left:
        board.label(_("‹ today"), board.plot.left, y, Role.ACCENT)
        return
    if x > board.plot.right:
        board.label(_("today ›"), board.plot.right, y, Role.ACCENT, Anchor.END)
        return
    board.line((x, 0), (x, stage.frame.axis_top + _TICK_PX), Role.ACCENT, _TODAY_PX)
    name, edge = _("today"), board.bounds.right - 2 * _TICK_PX
    is_right = x + _TICK_PX + board.width_of(name) <= edge
    if not (is_right and board.label(name, x + _TICK_PX, y, Role.ACCENT)):
        board.label(name, x - _TICK_PX, y, Role.ACCENT, Anchor.END)


def draw_axis(stage: Stage) -> None:
    """Name the steps of time, each from its start on, or from the edge if it began before."""
    board, view, timeline = stage.board, stage.view, stage.timeline
    unit = _unit(stage)
    first, last = timeline.wall.day_at(view.start), timeline.wall.day_at(view.end)
    y, top = baseline(stage), stage.frame.axis_top
    year = 0
    for start, following in pairwise(unit.starts(first, last, timeline.dates.week_begins)):
        x = view.x_of(timeline.wall.start_of(start))
        if board.plot.left < x:
            board.line((x, top), (x, top + _TICK_PX), Role.LINE)
        text = unit.words(start, timeline.dates, with_year=start.year != year)
        end = view.x_of(timeline.wall.start_of(following))
        fits = _fits(board, x, end, text)
        if fits and board.label(text, max(x, board.plot.left), y, Role.MUTE):
            year = start.year


def _fits(board: Board, x: float, end: float, text: str) -> bool:
    """Say whether a step is named: within the plot and, if it began before, before its `end`."""
    if x < board.plot.left:
        return board.plot.left + board.width_of(text) + _AFTER_PX <= end
    return x + board.width_of(text) <= board.plot.right


def baseline(stage: Stage) -> float:
    """Return where the names of the steps stand."""
    return stage.frame.axis_top + _TICK_PX + stage.board.text_px


def _unit(stage: Stage) -> Unit:
    """Choose the finest steps whose names find room."""
    day_px = DAY_S / stage.view.seconds_per_px
    board, dates = stage.board, stage.timeline.dates
    return next(
        (unit for unit in _UNITS if unit.shortest_days * day_px >= _needed_px(unit, board, dates)),
        _UNITS[-1],
    )


def _needed_px(unit: Unit, board: Board, dates: Dates) -> float:
    sample = date(2000, 9, 30)
    plain = board.width_of(unit.words(sample, dates, with_year=False))
    full = board.width_of(unit.words(sample, dates, with_year=True))
    # Of days the first is named in full, and the next few are left out for it.
    return plain + _BETWEEN_PX if unit.days == 1 else max(plain + _BETWEEN_PX, full + _AFTER_PX)
