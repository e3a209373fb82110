"""From what is prepared and what is in view to what is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from journal.domain.rating import Level
from journal.domain.record import RecordId
from journal.timeline.axis import draw_axis, draw_today
from journal.timeline.barriers import draw_barriers
from journal.timeline.bars import draw_bars
from journal.timeline.board import Board, Stage
from journal.timeline.chosen import draw_chosen
from journal.timeline.fates import MEETING_SHAPES, PROMISE_SHAPES, VISION_SHAPES
from journal.timeline.goals import draw_goals
from journal.timeline.lanes import Wish, framed
from journal.timeline.lettering import (
    Measure,
    approximate_width,
    clean,
    reads_right_to_left,
    wrapped,
)
from journal.timeline.moments import draw_moments, name_y
from journal.timeline.outside import draw_outside, entries_outside
from journal.timeline.owners import draw_owners
from journal.timeline.prepared import Timeline
from journal.timeline.quotes import draw_quotes
from journal.timeline.ratings import draw_ratings, draw_turning_points
from journal.timeline.scale import View
from journal.timeline.scene import ON_LEVELS, Anchor, Lane, Role, Scene
from journal.timeline.words import lane_names
from journal.wording import _

TEXT_PX = 11.0
NAME_X_PX = 12.0
_BEFORE_PLOT_PX = 8.0
_LINE_EM = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the painter can do, and what it wants to see.

    Attributes:
        measure: How wide a text will be in the painter's font.
        text_px: The size of all labels; marks and lanes follow it.
        lanes: Which to show, where there is something in them.
        chosen: The record to set off; None for none.
    """

    measure: Measure = approximate_width
    text_px: float = TEXT_PX
    lanes: frozenset[Lane] = frozenset(Lane)
    chosen: RecordId | None = None


PLAIN = Look()


def lay_out(timeline: Timeline, view: View, look: Look = PLAIN) -> Scene:
    """Draw what is in view.

    The time it takes depends on the size of the view, hardly on how many entries there are.
    """
    lanes = timeline.lanes & look.lanes
    wish = Wish(lanes=lanes, barrier_rows=len(timeline.barrier_rows))
    frame = framed(wish, view.height_px, look.text_px)
    board = Board(view, look.text_px, look.measure)
    stage = Stage(timeline=timeline, view=view, frame=frame, board=board)
    shown = _shown(stage, lanes)
    outside = entries_outside(stage, shown)
    _draw(stage, shown)
    draw_outside(stage, outside)
    draw_axis(stage)
    if timeline.is_empty:
        _draw_promise_of_more(stage)
    if look.chosen is not None:
        draw_chosen(stage, look.chosen)
    return Scene(
        width_px=view.width_px,
        height_px=view.height_px,
        title=timeline.title,
        words=outside.after(timeline.words),
        plot=board.plot,
        boxes=tuple(board.boxes),
        lines=tuple(board.lines),
        marks=tuple(board.marks),
        cards=tuple(board.cards),
        labels=tuple(board.labels),
        spots=tuple(sorted(board.spots, key=lambda each: each.rect.left)),
        strips=tuple(frame.strips.values()),
    )


def _shown(stage: Stage, lanes: frozenset[Lane]) -> frozenset[Lane]:
    """Leave out the lanes for which there is no room."""
    strips = frozenset(stage.frame.strips)
    return strips | (lanes & ON_LEVELS) if Lane.RATINGS in strips else strips


def _draw(stage: Stage, lanes: frozenset[Lane]) -> None:
    """Draw lane by lane; what is drawn first has the first claim on room for its words."""
    for lane, draw in _DRAWN:
        if lane in lanes:
            draw(stage)
        if lane is Lane.OWNERS:
            _draw_ground(stage)


def _draw_ground(stage: Stage) -> None:
    board, foot = stage.board, stage.frame.foot
    board.line((board.plot.left, foot), (board.plot.right, foot), Role.LINE)
    _draw_names(stage)
    draw_today(stage)


def _draw_promise_of_more(stage: Stage) -> None:
    """Say on an empty timeline what would stand there."""
    board, strip = stage.board, stage.frame.strips.get(Lane.RATINGS)
    if strip is not None:
        text = _("Meetings, ratings and promises will stand here in order of time.")
        x = board.plot.left + NAME_X_PX
        y = stage.frame.level_y(Level.NEUTRAL) - stage.frame.level_px / 2
        board.label(board.elided(text, board.plot.width / 2 - 2 * NAME_X_PX), x, y + 4, Role.MUTE)


def _draw_meetings(stage: Stage) -> None:
    draw_moments(stage, stage.timeline.meetings, MEETING_SHAPES)


def _draw_promises(stage: Stage) -> None:
    draw_moments(stage, stage.timeline.promises, PROMISE_SHAPES)


def _draw_visions(stage: Stage) -> None:
    draw_moments(stage, stage.timeline.visions, VISION_SHAPES)


_DRAWN: tuple[tuple[Lane, Callable[[Stage], None]], ...] = (
    (Lane.OWNERS, draw_owners),
    (Lane.RATINGS, draw_ratings),
    (Lane.GOALS, draw_goals),
    (Lane.TURNING_POINTS, draw_turning_points),
    (Lane.QUOTES, draw_quotes),
    (Lane.MEETINGS, _draw_meetings),
    (Lane.PROMISES, _draw_promises),
    (Lane.VISIONS, _draw_visions),
    (Lane.BARRIERS, draw_barriers),
    (Lane.METRIC, draw_bars),
)


def _draw_names(stage: Stage) -> None:
    """Name the lanes at their left."""
    board, names = stage.board, dict(lane_names())
    if stage.timeline.metric is not None:
        names[Lane.METRIC] = clean(stage.timeline.metric.text)
    room = board.plot.left - NAME_X_PX - _BEFORE_PLOT_PX
    for lane, strip in stage.frame.strips.items():
        lines = int((strip.bottom - strip.top) / (_LINE_EM * board.text_px))
        name = names.get(lane, "")
        broken = wrapped(name, room, board.text_px, board.measure, lines=min(max(lines, 1), 2))
        heaped = lane in {Lane.MEETINGS, Lane.PROMISES, Lane.VISIONS}
        middle = name_y(strip, board.text_px) if heaped else (strip.top + strip.bottom) / 2
        middle += board.text_px * 0.35
        turned = reads_right_to_left(name)
        for number, line in enumerate(broken):
            y = middle + (number - (len(broken) - 1) / 2) * _LINE_EM * board.text_px
            board.directed(line, (NAME_X_PX, y), Role.MUTE, Anchor.START, turned=turned)
