"""How the height is shared out, and who gives way where there is too little of it."""

import pytest

from journal.domain.rating import Level
from journal.timeline.lanes import Wish, framed
from journal.timeline.scene import Lane

ALL = frozenset(Lane)


def test_every_lane_finds_room_on_the_panel_of_the_drafts() -> None:
    """At 292 pixels nothing has to be left out."""
    frame = framed(Wish(lanes=ALL), 292, 11)
    assert list(frame.strips) == [
        Lane.OWNERS,
        Lane.QUOTES,
        Lane.RATINGS,
        Lane.MEETINGS,
        Lane.BARRIERS,
        Lane.PROMISES,
        Lane.VISIONS,
        Lane.METRIC,
    ]
    assert frame.axis_top <= 292 - 11


def test_lanes_stand_below_each_other_without_a_gap() -> None:
    """Each begins where the one above it ends."""
    strips = list(framed(Wish(lanes=ALL), 292, 11).strips.values())
    assert [each.top for each in strips] == [0, *(each.bottom for each in strips[:-1])]


def test_the_least_important_give_way_on_a_low_panel() -> None:
    """Visions first, then promises, barriers and the metric; the ratings last of all."""
    assert list(framed(Wish(lanes=ALL), 180, 11).strips) == [
        Lane.OWNERS,
        Lane.QUOTES,
        Lane.RATINGS,
        Lane.MEETINGS,
    ]
    assert list(framed(Wish(lanes=ALL), 110, 11).strips) == [Lane.RATINGS]
    assert framed(Wish(lanes=ALL), 40, 11).strips == {}


@pytest.mark.parametrize(
    ("lanes", "largest"),
    [
        ({Lane.OWNERS, Lane.RATINGS, Lane.MEETINGS, Lane.METRIC}, Lane.RATINGS),
        ({Lane.OWNERS, Lane.MEETINGS, Lane.METRIC, Lane.PROMISES}, Lane.MEETINGS),
        ({Lane.OWNERS, Lane.PROMISES, Lane.VISIONS}, Lane.PROMISES),
    ],
)
def test_what_is_left_of_the_height_goes_to_what_one_wants_to_see(
    lanes: set[Lane], largest: Lane
) -> None:
    """Where nothing was ever rated, that is the meetings; the rest is as high as at 200."""
    heights = [
        {lane: each.bottom - each.top for lane, each in framed(wish, height, 11).strips.items()}
        for wish in [Wish(lanes=frozenset(lanes))]
        for height in (320, 420)
    ]
    assert heights[1] == heights[0] | {largest: heights[0][largest] + 100}


def test_without_levels_the_quotes_have_room_for_a_card() -> None:
    """They lie on the levels otherwise."""
    lanes = frozenset({Lane.QUOTES, Lane.MEETINGS})
    strip = framed(Wish(lanes=lanes), 220, 11).strips[Lane.QUOTES]
    assert strip.bottom - strip.top == 57
    strip = framed(Wish(lanes=lanes | {Lane.RATINGS}), 320, 11).strips[Lane.QUOTES]
    assert strip.bottom - strip.top == 19


def test_the_best_level_stands_at_the_top() -> None:
    """Five rows, each level in the middle of its own."""
    frame = framed(Wish(lanes=frozenset({Lane.RATINGS})), 121, 11)
    strip = frame.strips[Lane.RATINGS]
    assert (strip.top, strip.bottom) == (0, 100)
    assert frame.level_px == 20
    assert [frame.level_y(level) for level in reversed(Level)] == [10, 30, 50, 70, 90]


def test_bands_end_above_the_metric_and_else_above_the_axis() -> None:
    """The bars have a ground of their own."""
    with_metric = framed(Wish(lanes=ALL), 292, 11)
    assert with_metric.foot == with_metric.strips[Lane.METRIC].top
    without = framed(Wish(lanes=ALL - {Lane.METRIC}), 292, 11)
    assert without.foot == without.axis_top


@pytest.mark.parametrize(("rows", "named"), [(1, True), (2, True), (3, True), (4, False)])
def test_up_to_three_barriers_at_once_have_room_for_their_names(rows: int, named: bool) -> None:  # noqa: FBT001
    """What stands between us should be read, not counted; four are lines only."""
    wish = Wish(lanes=ALL, barrier_rows=rows)
    strip = framed(wish, 292, 11).strips[Lane.BARRIERS]
    assert ((strip.bottom - strip.top - 4) / rows - 2 >= 11 * 1.05) is named


def test_barriers_lose_their_names_before_they_are_left_out() -> None:
    """A line that says since when is better than nothing."""
    wish = Wish(lanes=ALL, barrier_rows=3)
    strip = framed(wish, 223, 11).strips[Lane.BARRIERS]
    assert strip.bottom - strip.top < 3 * 11


def test_many_barriers_are_named_where_there_is_more_than_enough_room() -> None:
    """Five at once, above a few promises, on an otherwise empty panel."""
    lanes = frozenset({Lane.BARRIERS, Lane.PROMISES})
    strips = framed(Wish(lanes=lanes, barrier_rows=5), 292, 11).strips
    assert strips[Lane.BARRIERS].bottom == int(5 * 1.8 * 11)
    assert strips[Lane.PROMISES].bottom >= 292 - 1.9 * 11 - 2
