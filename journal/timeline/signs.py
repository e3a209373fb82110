"""Moments in one line: a mark for each, and a number on a card where they are too close."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from journal.timeline.board import Stage
from journal.timeline.prepared import Timeline
from journal.timeline.scene import Anchor, Rect, Role, Shape, Spot
from journal.timeline.spans import Row, Stretch
from journal.timeline.swarm import Cluster, Single, Swarm
from journal.timeline.tracks import Entry, Track
from journal.timeline.words import counted
from journal.wording import _

_CARD_PADDING_PX = 4.0


@dataclass(frozen=True, slots=True)
class Sign:
    """How one entry is marked; `y` in pixels from the top of the scene."""

    shape: Shape
    role: Role
    radius_px: float
    y: float


def draw_signs(
    stage: Stage,
    track: Track[Entry],
    sign_of: Callable[[int], Sign],
    *,
    rows: int = 1,
    number_y: float | None = None,
) -> None:
    """Draw what is in view of a track.

    Args:
        sign_of: The sign of the entry at a place; none has a larger radius than the first.
        rows: Above one, entries of different kinds, counted from 0, do not cover each other.
        number_y: Where the number of a crowd stands; None for where the last of it would.
    """
    if not len(track):
        return
    board = stage.board
    swarm = Swarm(
        radius_px=sign_of(0).radius_px,
        rows=rows,
        number_px=lambda n: board.width_of(str(n)),
        row_is_kind=rows > 1,
    )
    for each in swarm.place(track, stage.view):
        if isinstance(each, Single):
            draw_sign(stage, track, each, sign_of(each.place))
        else:
            sign = sign_of(each.stop - 1)
            y = sign.y if number_y is None else number_y
            _draw_number(stage, track, each, sign.role, y)


def draw_sign(stage: Stage, track: Track[Entry], single: Single, sign: Sign) -> None:
    """Draw one mark, with its spot."""
    board, place, radius = stage.board, single.place, sign.radius_px
    board.mark(sign.shape, single.x, sign.y, radius, sign.role)
    rect = Rect(single.x - radius, sign.y - radius, single.x + radius, sign.y + radius)
    board.spot(spot_of(track, place, place + 1, rect, partial(track.words, place)))


def _draw_number(stage: Stage, track: Track[Entry], cluster: Cluster, role: Role, y: float) -> None:
    board, number = stage.board, str(cluster.count)
    half = min(board.width_of(number) / 2 + _CARD_PADDING_PX, (cluster.right - cluster.left) / 2)
    x, tall = (cluster.left + cluster.right) / 2, board.text_px * 0.65
    rect = Rect(x - half, y - tall, x + half, y + tall).cut(board.bounds)
    board.card(rect, role)
    board.label(number, x, y + board.text_px * 0.35, Role.INK, Anchor.MIDDLE)
    first, stop = cluster.first, cluster.stop
    say = partial(many_words, stage.timeline, track, first, stop)
    board.spot(spot_of(track, first, stop, rect, say))


def spot_of(track: Track[Entry], first: int, stop: int, rect: Rect, say: Callable[[], str]) -> Spot:
    """Make the spot of a slice of a track."""
    start, end = track.times[first], track.times[stop - 1]
    return Spot(track.lane, rect, start, end, track.ids(first, stop), say)


def spot_of_spans(row: Row[Entry], stretch: Stretch, rect: Rect) -> Spot:
    """Make the spot of one span, or of several that are counted."""
    track, first, stop = row.starts, stretch.first, stretch.stop
    say = partial(track.words, first)
    if stretch.count > 1:
        say = partial(counted, track.lane, stretch.count)
    ids = track.ids(first, stop)
    return Spot(track.lane, rect, track.times[first], row.ends[stop - 1], ids, say)


def many_words(timeline: Timeline, track: Track[Entry], first: int, stop: int) -> str:
    """Say how many entries a slice has, and from when to when."""
    wall, dates = timeline.wall, timeline.dates
    return _("{what}, {first} to {last}").format(
        what=counted(track.lane, stop - first),
        first=dates.full_day(wall.day_at(track.times[first])),
        last=dates.full_day(wall.day_at(track.times[stop - 1])),
    )
