"""From the portfolio and what is in view of it to what is drawn: small rows, one an account."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from journal.domain.rating import Level, Viewpoint
from journal.timeline.axis import draw_axis, draw_today
from journal.timeline.board import Board, Stage
from journal.timeline.chosen import set_off
from journal.timeline.fates import MEETING_SHAPES, ROLE_OF_LEVEL
from journal.timeline.lanes import Frame
from journal.timeline.layout import NAME_X_PX, PLAIN, Look
from journal.timeline.moments import draw_moments
from journal.timeline.outside import draw_outside
from journal.timeline.portfolio import AccountRow, Order, Portfolio
from journal.timeline.ratings import SHAPES, draw_lines, rating_y
from journal.timeline.scale import View, grid_level
from journal.timeline.scene import Anchor, Lane, Rect, Role, Scene, Spot, Strip
from journal.timeline.signs import many_words, spot_of
from journal.timeline.tracks import Bin, Entry, Track
from journal.timeline.words import isolated
from journal.wording import _

# For names and two words; of a single account's timeline it is less.
GUTTER_PX = 228.0
# In heights of the text.
_ROW, _AXIS = 5.6, 1.9
_RATINGS = (0.2, 3.0)
_MEETINGS = (3.0, 5.4)
_NAME, _STANDING = 2.3, 3.7
_RADIUS = 0.3
_CELL_PX = 12.0
_BAR_PX = 4.0


def row_px(look: Look = PLAIN) -> float:
    """Return how high a row is."""
    return round(_ROW * look.text_px)


def rows_shown(view: View, look: Look = PLAIN) -> int:
    """Return how many rows there is room for, above the names of the years."""
    return max(0, int((view.height_px - _AXIS * look.text_px) // row_px(look)))


def height_px(rows: int, look: Look = PLAIN) -> float:
    """Return how high a surface must be that shows so many rows."""
    return rows * row_px(look) + _AXIS * look.text_px + 1


def lay_out_portfolio(
    portfolio: Portfolio, view: View, look: Look = PLAIN, *, first: int = 0
) -> Scene:
    """Draw the rows for which there is room, each of them whole.

    Args:
        first: The row at the top; those above it have been scrolled away.
    """
    board = Board(view, look.text_px, look.measure)
    outside = portfolio.reach.outside(view)
    shown = portfolio.rows[first : first + rows_shown(view, look)]
    pitch = _pitch(view, look, len(portfolio.rows))
    places = [_Place(row, number * pitch, pitch, look) for number, row in enumerate(shown)]
    for number, place in enumerate(places):
        _draw_ground(board, place, tinted=(first + number) % 2 == 1)
        if look.chosen is not None and place.row.has(look.chosen):
            _draw_chosen_ground(board, place)
    if places:
        # The walls of all accounts are hours apart, which years do not show.
        stage = places[-1].stage(view, board)
        draw_today(stage)
        draw_outside(stage, outside)
        draw_axis(stage)
    else:
        _draw_promise_of_more(board)
    for place in places:
        _draw_row(place, place.stage(view, board), portfolio.order)
    return Scene(
        width_px=view.width_px,
        height_px=view.height_px,
        title=_("Portfolio"),
        words=outside.after(portfolio.words),
        plot=board.plot,
        boxes=tuple(board.boxes),
        lines=tuple(board.lines),
        marks=tuple(board.marks),
        cards=tuple(board.cards),
        labels=tuple(board.labels),
        spots=tuple(sorted(board.spots, key=lambda each: each.rect.left)),
        strips=tuple(Strip(Lane.ACCOUNTS, each.ground_top, each.bottom) for each in places),
    )


def _pitch(view: View, look: Look, rows: int) -> float:
    """Return how far it is from row to row: where more could be scrolled to, no room is left."""
    room = rows_shown(view, look)
    if not 0 < room < rows:
        return row_px(look)
    return (view.height_px - _AXIS * look.text_px) / room


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row is: its ground from `ground_top` on, and what stands in it in the middle."""

    row: AccountRow
    ground_top: float
    pitch: float
    look: Look

    @property
    def top(self) -> float:
        return self.ground_top + (self.pitch - row_px(self.look)) / 2

    @property
    def bottom(self) -> float:
        return self.ground_top + self.pitch

    def stage(self, view: View, board: Board) -> Stage:
        strips = {
            lane: Strip(lane, *(self.top + each * self.look.text_px for each in edges))
            for lane, edges in ((Lane.RATINGS, _RATINGS), (Lane.MEETINGS, _MEETINGS))
        }
        frame = Frame(strips=strips, axis_top=self.bottom)
        return Stage(timeline=self.row.timeline, view=view, frame=frame, board=board)


def _draw_ground(board: Board, place: _Place, *, tinted: bool) -> None:
    """Draw the paper of a row; every second one is tinted, so that the eye keeps to it."""
    if tinted:
        board.box(Rect(0, place.ground_top, board.bounds.right, place.bottom), Role.BAND)
    board.line((board.plot.left, place.bottom), (board.plot.right, place.bottom), Role.LINE)


def _draw_chosen_ground(board: Board, place: _Place) -> None:
    """Set off the row that one stands in: its name on a ground of its own, behind a bar."""
    board.box(Rect(0, place.ground_top, board.plot.left, place.bottom), Role.BAND_SELF)
    board.box(Rect(0, place.ground_top, _BAR_PX, place.bottom), Role.ACCENT)


def _draw_row(place: _Place, stage: Stage, order: Order) -> None:
    board, row = stage.board, place.row
    before = len(board.spots)
    if any(map(len, row.timeline.steps.values())):
        y = stage.frame.level_y(Level.NEUTRAL)
        board.line((board.plot.left, y), (board.plot.right, y), Role.LINE)
    draw_lines(stage)
    for viewpoint in (Viewpoint.THEIRS_SAID, Viewpoint.OURS):
        _draw_ratings(stage, viewpoint)
    draw_moments(stage, row.timeline.meetings, MEETING_SHAPES)
    _draw_way(stage, row)
    name = isolated(row.timeline.title)
    board.spots[before:] = [_named(name, each) for each in board.spots[before:]]
    for spot in board.spots[before:]:
        if place.look.chosen in spot.records:
            set_off(board, spot)
    _draw_name(place, board, row.difference if order is Order.GAP else row.standing)


def _draw_way(stage: Stage, row: AccountRow) -> None:
    """Where all of an account is out of view on one side, say there when it was, or will be."""
    board, view, dates = stage.board, stage.view, row.timeline.dates
    if row.span is None:
        return
    first, last = row.span
    y = stage.frame.strips[Lane.MEETINGS].top + stage.board.text_px * 1.5
    if last < view.start:
        text = dates.month_of_year(row.timeline.wall.day_at(last))
        x = board.plot.left + NAME_X_PX / 2
        board.label(_("‹ {month}").format(month=text), x, y, Role.MUTE)
    elif first > view.end:
        text = dates.month_of_year(row.timeline.wall.day_at(first))
        x = board.plot.right - NAME_X_PX / 2
        board.label(_("{month} ›").format(month=text), x, y, Role.MUTE, Anchor.END)


def _draw_name(place: _Place, board: Board, standing: str) -> None:
    text_px, row = place.look.text_px, place.row
    room = board.plot.left - 2 * NAME_X_PX
    name = board.elided(row.timeline.title, room)
    board.label(name, NAME_X_PX, place.top + _NAME * text_px, Role.INK)
    said = board.elided(standing, room)
    board.label(said, NAME_X_PX, place.top + _STANDING * text_px, Role.MUTE)
    extent = row.extent
    rect = Rect(0, place.ground_top, board.plot.left, place.bottom)
    ids = (row.account.id,)
    board.spot(Spot(Lane.ACCOUNTS, rect, extent.first, extent.last, ids, lambda: row.words))


def _draw_ratings(stage: Stage, viewpoint: Viewpoint) -> None:
    """Mark where a side rated; of several close together the last, which tells of all."""
    track, view = stage.timeline.steps[viewpoint], stage.view
    seconds = 2.0 ** grid_level(view.seconds_per_px * _CELL_PX)
    for each in _in_view(track, view, seconds):
        last = each.stop - 1
        radius = stage.board.text_px * _RADIUS
        x, level = view.x_of(track.times[last]), Level(track.kinds[last])
        y = rating_y(stage, viewpoint, level)
        stage.board.mark(SHAPES[viewpoint], x, y, radius, ROLE_OF_LEVEL[level])
        left = view.x_of(track.times[each.first])
        rect = Rect(left - radius, y - radius, x + radius, y + radius)
        say = partial(track.words, last)
        if each.count > 1:
            say = partial(many_words, stage.timeline, track, each.first, each.stop)
        stage.board.spot(spot_of(track, each.first, each.stop, rect, say))


def _in_view(track: Track[Entry], view: View, seconds: float) -> Iterator[Bin]:
    """Find the cells of the grid, cut to the entries that are in view."""
    begin, end = bisect_left(track.times, view.start), bisect_right(track.times, view.end)
    for each in track.bins(view.start, view.end, seconds):
        first, stop = max(each.first, begin), min(each.stop, end)
        if first < stop:
            yield Bin(each.number, first, stop)


def _named(name: str, spot: Spot) -> Spot:
    return replace(spot, say=partial(_with_name, name, spot))


def _with_name(name: str, spot: Spot) -> str:
    return _("{account}: {what}").format(account=name, what=spot.words)


def _draw_promise_of_more(board: Board) -> None:
    text = _("Accounts will stand here, each with its ratings and meetings.")
    x = board.plot.left + NAME_X_PX
    room = board.plot.right - x
    board.label(board.elided(text, room), x, 3 * board.text_px, Role.MUTE)
