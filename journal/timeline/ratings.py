"""How good it was: a row for each level, both sides' ratings as steps, goals, turning points.

Ratings are ordinal, so a line never slopes: it holds a level until somebody says another.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import zip_longest

from journal.domain.rating import Level, Rating, Viewpoint
from journal.levels import level_words
from journal.timeline.board import Stage
from journal.timeline.fates import ROLE_OF_LEVEL
from journal.timeline.scale import grid_level
from journal.timeline.scene import Dash, Rect, Role, Shape
from journal.timeline.signs import Sign, draw_signs
from journal.timeline.tracks import Entry, Track

NAME_X_PX = 12.0
_MOST_STEPS = 300
_STEP_CELL_PX = 8.0
_STEP_PX = 2.0
# Which way their line is moved off ours, so that neither hides the other: by a part of a row, by
# more than the width of a line, and by less than would look like another level.
_ASIDE = {Viewpoint.OURS: 0, Viewpoint.THEIRS_SAID: 1, Viewpoint.THEIRS_GUESSED: -1}
_ASIDE_PART, _LEAST_ASIDE_PX, _MOST_ASIDE_PART = 0.2, 2.2, 0.4
_LEVELS = tuple(Level)
_BY_ANOTHER = {
    Shape.RATING: Shape.RATING_BY_ANOTHER,
    Shape.RATING_SAID: Shape.RATING_SAID_BY_ANOTHER,
}
SHAPES = {
    Viewpoint.OURS: Shape.RATING,
    Viewpoint.THEIRS_SAID: Shape.RATING_SAID,
    Viewpoint.THEIRS_GUESSED: Shape.RATING_GUESSED,
}


@dataclass(frozen=True, slots=True)
class Tread:
    """A level that holds from a moment on, and the riser to it.

    Attributes:
        start: UTC seconds.
        low: The lowest level that the riser touches.
        high: The highest; the same where there is no riser.
    """

    start: float
    level: int
    low: int
    high: int


def draw_ratings(stage: Stage) -> None:
    """Draw the levels, the steps of both sides, ours last, and a mark for each rating."""
    _draw_levels(stage)
    draw_lines(stage)
    for level, track in stage.timeline.dots.items():
        _draw_dots(stage, track, level)


def draw_lines(stage: Stage) -> None:
    """Draw the gap and the steps of both sides, ours last, without a mark for each rating."""
    _draw_gap(stage)
    for viewpoint in (Viewpoint.THEIRS_SAID, Viewpoint.OURS):
        _draw_steps(stage, viewpoint)


def _draw_levels(stage: Stage) -> None:
    """Draw the row of each level, with its name at the left."""
    board = stage.board
    for level in Level:
        y = stage.frame.level_y(level)
        board.line((board.plot.left, y), (board.plot.right, y), Role.LINE)
        name = board.elided(level_words(level), board.plot.left - 2 * NAME_X_PX)
        board.label(name, NAME_X_PX, y + board.text_px * 0.35, Role.MUTE)


def rating_y(stage: Stage, viewpoint: Viewpoint, level: int) -> float:
    """Return where a viewpoint's ratings of a level stand."""
    way = _ASIDE[viewpoint] if len(stage.timeline.steps[Viewpoint.OURS]) else 0
    row_px = stage.frame.level_px
    aside_px = min(max(_ASIDE_PART * row_px, _LEAST_ASIDE_PX), _MOST_ASIDE_PART * row_px)
    return stage.frame.level_y(Level(level)) + way * aside_px


def level_at(stage: Stage, moment: float, viewpoint: Viewpoint = Viewpoint.OURS) -> Level | None:
    """Return the rating that held at a moment; None before the first."""
    steps = stage.timeline.steps[viewpoint]
    place = bisect_right(steps.times, moment) - 1
    return Level(steps.kinds[place]) if place >= 0 else None


def _treads(stage: Stage, steps: Track[Entry]) -> list[Tread]:
    """Follow the ratings in view: one by one, or their lowest and highest in each few pixels."""
    view, times, levels = stage.view, steps.times, steps.kinds
    first = max(bisect_right(times, view.start) - 1, 0)
    stop = bisect_right(times, view.end)
    if stop <= first:
        return []
    treads = [Tread(times[first], levels[first], levels[first], levels[first])]
    if stop - first <= _MOST_STEPS:
        cells = [(times[place], place, place + 1) for place in range(first + 1, stop)]
    else:
        seconds = 2.0 ** grid_level(view.seconds_per_px * _STEP_CELL_PX)
        found = steps.bins(view.start, view.end, seconds)
        cells = [(each.number * seconds, each.first, each.stop) for each in found]
    for start, begin, end in cells:
        here = levels[max(begin - 1, 0) : end]
        low, high = min(here), max(here)
        if low != high:
            treads.append(Tread(start, levels[end - 1], low, high))
    return treads


def _end(stage: Stage, steps: Track[Entry]) -> float:
    """Return until when the last rating holds: today, unless it is dated later."""
    return max(stage.timeline.now, steps.times[-1])


def _draw_steps(stage: Stage, viewpoint: Viewpoint) -> None:
    line, view = stage.board.line, stage.view
    dash = Dash.SOLID if viewpoint is Viewpoint.OURS else Dash.DOTTED
    ys = {int(level): rating_y(stage, viewpoint, level) for level in _LEVELS}
    steps = stage.timeline.steps[viewpoint]
    treads = _treads(stage, steps)
    for tread, following in zip_longest(treads, treads[1:]):
        role, x, y = ROLE_OF_LEVEL[Level(tread.level)], view.x_of(tread.start), ys[tread.level]
        if tread.low != tread.high:
            line((x, ys[tread.low]), (x, ys[tread.high]), role, _STEP_PX, dash)
        end = _end(stage, steps) if following is None else following.start
        line((x, y), (view.x_of(end), y), role, _STEP_PX, dash)


def _draw_gap(stage: Stage) -> None:
    """Fill what lies between the two sides, as long as they see it differently."""
    board, view = stage.board, stage.view
    sides = (Viewpoint.OURS, Viewpoint.THEIRS_SAID)
    tracks = [stage.timeline.steps[each] for each in sides]
    treads = [
        (tread.start, side, tread.level)
        for side, track in zip(sides, tracks, strict=True)
        for tread in _treads(stage, track)
    ]
    treads.sort()
    until = max((_end(stage, track) for track in tracks if len(track)), default=stage.timeline.now)
    held: dict[Viewpoint, int] = {}
    for (start, side, level), following in zip_longest(treads, treads[1:]):
        end = until if following is None else following[0]
        held[side] = level
        if len(held) == len(sides) and len(set(held.values())) > 1:
            ys = sorted(rating_y(stage, each, held[each]) for each in sides)
            left, right = (
                min(max(view.x_of(each), board.plot.left), board.plot.right)
                for each in (start, end)
            )
            if left < right:
                board.box(Rect(left, ys[0], right, ys[1]), Role.GAP)


def _draw_dots(stage: Stage, track: Track[Rating], level: Level) -> None:
    """Mark each rating of a level, from whichever side, and count them together in a crowd."""
    radius, role = stage.board.text_px * 0.4, ROLE_OF_LEVEL[level]
    signs = [
        Sign(
            SHAPES[viewpoint],
            role,
            radius if viewpoint is Viewpoint.OURS else radius * 0.85,
            rating_y(stage, viewpoint, level),
        )
        for viewpoint in Viewpoint
    ]
    by_another = stage.timeline.by_another

    def sign_of(place: int) -> Sign:
        sign = signs[track.kinds[place]]
        if track.entries[place].id not in by_another:
            return sign
        return replace(sign, shape=_BY_ANOTHER[sign.shape])

    draw_signs(
        stage,
        track,
        sign_of,
        rows=len(signs),
        number_y=stage.frame.level_y(level),
    )


def draw_turning_points(stage: Stage) -> None:
    """Mark above our line where a perceived clash was checked and proved to be none."""
    track = stage.timeline.turning_points
    radius = stage.board.text_px * 0.6

    def sign_of(place: int) -> Sign:
        # Above what either side thought then, so that it hides neither.
        levels = (level_at(stage, track.times[place], each) for each in Viewpoint)
        level = max((each for each in levels if each), default=Level.NEUTRAL)
        y = stage.frame.level_y(level) - radius - stage.board.text_px * 0.8
        return Sign(Shape.TURNING_POINT, Role.ACCENT, radius, max(y, radius))

    draw_signs(stage, track, sign_of)
