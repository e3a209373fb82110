"""Moments as single marks or as counts, the same wherever the view begins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.record import Record, RecordId
from journal.timeline.scale import View, panned
from journal.timeline.scene import Lane
from journal.timeline.swarm import Cluster, Single, Swarm
from journal.timeline.tracks import Track, track

# One second is one pixel.
VIEW = View(start=0, end=1_000, width_px=1_000, height_px=100, left_px=0, right_px=0)
times = st.lists(st.integers(-500, 1_500).map(float), max_size=120)


def swarm(rows: int = 3, *, row_is_kind: bool = False) -> Swarm:
    """Set marks of nine pixels and a bit, numbers seven pixels a digit."""
    return Swarm(
        radius_px=4, rows=rows, number_px=lambda n: 7.0 * len(str(n)), row_is_kind=row_is_kind
    )


def made(moments: list[float], kinds: str = "") -> Track[Record]:
    """Make a track; the kinds are digits, one for each entry."""
    records = [(time, Record(id=RecordId(str(n)))) for n, time in enumerate(moments)]
    return track(
        Lane.MEETINGS,
        records,
        say=lambda each: each.id,
        kind=lambda each: int(kinds[int(each.id)]) if kinds else 0,
    )


def test_an_empty_track_places_nothing() -> None:
    """There is no scale to be found for it."""
    assert list(swarm().place(made([]), VIEW)) == []


def test_marks_with_room_stand_at_their_moment() -> None:
    """In the middle row, where the eye expects them."""
    placed = list(swarm().place(made([100.0, 200.0]), VIEW))
    assert placed == [Single(0, 100.0, 0, 1), Single(1, 200.0, 0, 1)]


def test_marks_too_close_stand_above_each_other() -> None:
    """Three meetings in one week are three marks, not a smear."""
    placed = list(swarm().place(made([100.0, 101.0, 102.0]), VIEW))
    assert [each.row for each in placed if isinstance(each, Single)] == [0, 1, 2]


def test_more_than_the_rows_hold_are_counted() -> None:
    """Four at the same moment need four rows."""
    (cluster,) = swarm().place(made([100.0] * 4), VIEW)
    assert isinstance(cluster, Cluster)
    assert (cluster.count, cluster.most, cluster.cell_px) == (4, 4, 16)
    # The cell from 96 to 112, less a pixel on both sides.
    assert (cluster.left, cluster.right) == (97.0, 111.0)


def test_marks_beside_a_count_keep_out_of_its_cell() -> None:
    """The mark at 112 would reach four pixels into the column that ends there."""
    placed = list(swarm().place(made([100.0] * 4 + [112.0]), VIEW))
    single = next(each for each in placed if isinstance(each, Single))
    assert single.x == 112 + swarm().apart_px / 2


def test_cells_are_as_wide_as_the_largest_number_needs() -> None:
    """Three digits of seven pixels and a margin need 27, so 32."""
    (cluster,) = swarm().place(made([100.0] * 200), VIEW)
    assert isinstance(cluster, Cluster)
    assert cluster.right - cluster.left == 30


def test_a_kind_keeps_to_its_row() -> None:
    """Both sides' ratings of one day stand each in its own line."""
    placed = list(swarm(2, row_is_kind=True).place(made([100.0, 100.0], "10"), VIEW))
    assert [each.row for each in placed if isinstance(each, Single)] == [1, 0]


def test_two_of_a_kind_at_once_are_counted() -> None:
    """The other row is free, but not theirs."""
    placed = list(swarm(2, row_is_kind=True).place(made([100.0, 100.0], "11"), VIEW))
    assert [type(each) for each in placed] == [Cluster]


def test_a_mark_out_of_view_is_not_placed_though_its_cell_is_in_it() -> None:
    """The view begins at 8, in the middle of the cell from 0 to 16."""
    placed = list(swarm().place(made([1.0, 12.0]), panned(VIEW, -8)))
    assert [each.place for each in placed if isinstance(each, Single)] == [1]


@given(times, st.integers(1, 3))
def test_each_moment_in_view_is_placed_exactly_once(moments: list[float], rows: int) -> None:
    """Nothing gets lost between a mark and a count."""
    found = made(moments)
    places = [
        place
        for each in swarm(rows).place(found, VIEW)
        for place in ([each.place] if isinstance(each, Single) else range(each.first, each.stop))
    ]
    assert len(places) == len(set(places))
    seen = {place for place, time in enumerate(found.times) if 0 <= time <= 1_000}
    assert seen <= set(places)


@given(times, st.integers(1, 3))
def test_marks_never_touch_in_a_row_and_stay_near_their_moment(
    moments: list[float], rows: int
) -> None:
    """They are moved by half a mark at most."""
    found, apart = made(moments), swarm().apart_px
    ends: dict[int, float] = {}
    for each in swarm(rows).place(found, VIEW):
        if isinstance(each, Single):
            assert each.x - ends.get(each.row, -1e9) >= apart - 1e-6
            assert abs(each.x - found.times[each.place]) <= apart / 2 + 1e-6
            assert 0 <= each.row < each.rows <= rows
            ends[each.row] = each.x


@settings(max_examples=50)
@given(times, st.integers(-300, 300))
def test_nothing_shimmers_while_the_view_moves(moments: list[float], px: int) -> None:
    """What is in both views is counted alike, and marks move by what was dragged."""
    found = made(moments)
    before, after = (
        {_key(each): each for each in swarm().place(found, view)}
        for view in (VIEW, panned(VIEW, px))
    )
    for key in before.keys() & after.keys():
        first, second = before[key], after[key]
        if isinstance(first, Single) and isinstance(second, Single):
            assert second.x == pytest.approx(first.x + px)
            assert second.row == first.row
    for key, each in before.items():
        start = found.times[key[0]]
        inside = 20 <= start + px <= 980
        if isinstance(each, Single) and inside:
            assert key in after
        if isinstance(each, Cluster) and inside:
            other = after[key]
            assert isinstance(other, Cluster)
            assert other.most == each.most


def _key(each: Single | Cluster) -> tuple[int, int]:
    return (each.place, each.place) if isinstance(each, Single) else (each.first, each.stop)
