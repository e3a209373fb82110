"""Meetings, promises and visions: signs told apart by shape; columns of counts in a crowd."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from journal.timeline.board import Stage
from journal.timeline.fates import ROLE_OF
from journal.timeline.prepared import Timeline
from journal.timeline.scene import Anchor, Rect, Role, Shape, Strip
from journal.timeline.signs import Sign, draw_sign, many_words, spot_of
from journal.timeline.swarm import Cluster, Single, Swarm
from journal.timeline.tracks import Entry, Track
from journal.timeline.words import outcomes
from journal.wording import _

_MOST_ROWS = 9
_ABOUT_MIDDLE = 3
_LEAST_HEAP = 6
_OFF_GROUND = 0.8
_LEAST_COLUMN_PX = 2.0
_RADIUS_EM = 0.37


def name_y(strip: Strip, text_px: float) -> float:
    """Return the middle of a lane, or of its lowest row where marks are heaped up from there."""
    apart = Swarm(radius_px=text_px * _RADIUS_EM, rows=1, number_px=float).apart_px
    if (strip.bottom - strip.top) / apart < _LEAST_HEAP:
        return (strip.top + strip.bottom) / 2
    return strip.bottom - _OFF_GROUND * apart


def draw_moments(stage: Stage, track: Track[Entry], shapes: Sequence[Shape]) -> None:
    """Draw what is in view of a lane.

    Args:
        shapes: What each kind of the track is drawn as; counts are stacked in this order.
    """
    strip, board = stage.frame.strips[track.lane], stage.board
    radius = board.text_px * _RADIUS_EM
    swarm = Swarm(radius_px=radius, rows=1, number_px=lambda n: board.width_of(str(n)))
    rows = int((strip.bottom - strip.top) / swarm.apart_px)
    if rows < _LEAST_HEAP:
        rows = min(rows, _ABOUT_MIDDLE)
    swarm = replace(swarm, rows=min(max(rows, 1), _MOST_ROWS))
    stack = Stack(swarm.apart_px, shapes)
    for each in swarm.place(track, stage.view):
        if isinstance(each, Single):
            shape = shapes[track.kinds[each.place]]
            y = _y(strip, each, swarm)
            draw_sign(stage, track, each, Sign(shape, ROLE_OF[shape], radius, y))
        else:
            _draw_column(stage, track, each, stack)


def _y(strip: Strip, single: Single, swarm: Swarm) -> float:
    """Return where a mark stands in a lane.

    In a low lane the first of neighbours stands in the middle, others above and below it; if
    there is room for two only, both step aside. In a high lane they are heaped up from the
    bottom, as the columns of the counts are.
    """
    if swarm.rows > _ABOUT_MIDDLE:
        return strip.bottom - (single.row + _OFF_GROUND) * swarm.apart_px
    away = single.row - (single.rows - 1) / 2
    if swarm.rows == _ABOUT_MIDDLE:
        away = (0, -1, 1)[single.row]
    return (strip.top + strip.bottom) / 2 + away * swarm.apart_px


class Stack:
    """How the counts of a lane are drawn, worked out once for all of its columns.

    Attributes:
        apart_px: Of marks, which would stand here if they were fewer.
        shapes: Of the kinds, from the bottom of a column to its top.
        kinds_of: Which kinds have each colour, in the same order.
    """

    def __init__(self, apart_px: float, shapes: Sequence[Shape]) -> None:
        self.apart_px = apart_px
        self.shapes = shapes
        coloured = groupby(range(len(shapes)), key=lambda kind: ROLE_OF[shapes[kind]])
        self.kinds_of = [(role, tuple(kinds)) for role, kinds in coloured]


def _draw_column(stage: Stage, track: Track[Entry], cluster: Cluster, stack: Stack) -> None:
    """Draw a count: a column as high as it is large, parted by what became of the entries."""
    strip, board = stage.frame.strips[track.lane], stage.board
    counts = [track.count(kind, cluster.first, cluster.stop) for kind in range(len(stack.shapes))]
    room = strip.bottom - strip.top - board.text_px * 1.5
    # No larger than as many marks would be, so that both may stand side by side.
    per_row = max(1.0, cluster.cell_px / stack.apart_px)
    tallest = min(room, cluster.most / per_row * stack.apart_px)
    height = max(_LEAST_COLUMN_PX, tallest * cluster.count / cluster.most)
    top = strip.bottom - board.text_px * 0.2
    for role, kinds in stack.kinds_of:
        part = height * sum(map(counts.__getitem__, kinds)) / cluster.count
        if part:
            board.box(Rect(cluster.left, top - part, cluster.right, top), role)
            top -= part
    number, x = str(cluster.count), (cluster.left + cluster.right) / 2
    if board.width_of(number) <= cluster.right - cluster.left:
        board.label(number, x, top - board.text_px * 0.3, Role.INK, Anchor.MIDDLE)
    say = partial(
        _words, stage.timeline, track, cluster, dict(zip(stack.shapes, counts, strict=True))
    )
    rect = Rect(cluster.left, strip.top, cluster.right, strip.bottom)
    board.spot(spot_of(track, cluster.first, cluster.stop, rect, say))


def _words(
    timeline: Timeline, track: Track[Entry], cluster: Cluster, counts: Mapping[Shape, int]
) -> str:
    what = many_words(timeline, track, cluster.first, cluster.stop)
    return _("{what}: {parts}").format(what=what, parts=outcomes(counts))
