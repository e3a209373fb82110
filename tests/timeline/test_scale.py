"""Time and pixels, and how a view is zoomed and moved."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.timeline.scale import (
    DAY_S,
    Limits,
    View,
    centred,
    clamped,
    fitted,
    grid_level,
    panned,
    resized,
    zoomed,
)

# 100 days on 1000 pixels, after 96 for the names.
VIEW = View(start=0, end=100 * DAY_S, width_px=1108, height_px=292)
LIMITS = Limits(start=-50 * DAY_S, end=150 * DAY_S)
views = st.builds(
    lambda start, length: View(start=start, end=start + length, width_px=1004, height_px=292),
    st.floats(-2e9, 6e9),
    st.floats(1e4, 1e9),
)


def test_a_moment_stands_at_its_part_of_the_plot() -> None:
    """Half the time is half the way, after the room for the names."""
    assert VIEW.x_of(50 * DAY_S) == 596
    assert VIEW.moment_at(596) == 50 * DAY_S
    assert VIEW.plot_px == 1000
    assert VIEW.seconds_per_px == DAY_S / 10


def test_a_surface_narrower_than_its_names_still_has_a_scale() -> None:
    """A window may be dragged to nothing without a division by zero."""
    assert resized(VIEW, 20, 10).plot_px == 1


@pytest.mark.parametrize(("start", "end"), [(1.0, 1.0), (2.0, 1.0), (math.nan, 1.0), (0, math.inf)])
def test_a_view_of_no_time_is_refused(start: float, end: float) -> None:
    """It would have no scale."""
    with pytest.raises(ValueError, match="a view cannot run"):
        View(start=start, end=end, width_px=100, height_px=100)


def test_a_surface_of_negative_size_is_refused() -> None:
    """It would draw to the left."""
    with pytest.raises(ValueError, match="negative"):
        View(start=0, end=1, width_px=-1, height_px=100)


@given(views, st.floats(0.2, 5), st.floats(0, 1004))
def test_zooming_in_and_out_again_changes_nothing(view: View, factor: float, x: float) -> None:
    """A wheel turned forth and back must not creep."""
    again = zoomed(zoomed(view, factor, x), 1 / factor, x)
    assert again.start == pytest.approx(view.start, abs=view.seconds * 1e-6)
    assert again.end == pytest.approx(view.end, abs=view.seconds * 1e-6)


@given(views, st.floats(0.2, 5), st.floats(0, 1004))
def test_what_is_under_the_pointer_stays_there_when_zoomed(
    view: View, factor: float, x: float
) -> None:
    """One zooms in on what one points at."""
    moment = view.moment_at(x)
    assert zoomed(view, factor, x).x_of(moment) == pytest.approx(x, abs=1e-3)


@pytest.mark.parametrize("factor", [0.0, -1.0, math.nan])
def test_zooming_by_nothing_is_refused(factor: float) -> None:
    """Time cannot be shown inside out."""
    with pytest.raises(ValueError, match="cannot zoom"):
        zoomed(VIEW, factor, 500)


def test_dragging_to_the_right_shows_what_was_before() -> None:
    """The content follows the hand: 100 pixels are ten days."""
    assert panned(VIEW, 100).start == -10 * DAY_S
    assert panned(panned(VIEW, 100), -100) == VIEW


def test_centring_keeps_the_scale() -> None:
    """A step to an event out of view must not zoom."""
    view = centred(VIEW, 10 * DAY_S)
    assert (view.start, view.end) == (-40 * DAY_S, 60 * DAY_S)


def test_fitting_a_single_moment_shows_the_day_about_it() -> None:
    """An account with one entry has no length, but must be shown."""
    view = fitted(VIEW, 5 * DAY_S, 5 * DAY_S)
    assert (view.start, view.end) == (4.5 * DAY_S, 5.5 * DAY_S)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((0, 100), (0, 100)),
        ((-80, 20), (-50, 50)),
        ((120, 180), (90, 150)),
        ((-400, 600), (-50, 150)),
        ((10, 10.5), (9.25, 11.25)),
        ((149.9, 150.1), (148, 150)),
    ],
)
def test_a_view_is_brought_back_to_its_limits(
    days: tuple[float, float], expected: tuple[float, float]
) -> None:
    """One cannot get lost in empty time, nor zoom in on a minute."""
    view = clamped(fitted(VIEW, days[0] * DAY_S, days[1] * DAY_S), LIMITS)
    assert view.start / DAY_S == pytest.approx(expected[0])
    assert view.end / DAY_S == pytest.approx(expected[1])


def test_limits_shorter_than_the_shortest_view_are_shown_whole() -> None:
    """A view is never shorter than two days, even if there is less to see."""
    limits = Limits(start=0, end=DAY_S)
    assert clamped(VIEW, limits) == fitted(VIEW, 0, 2 * DAY_S)


@pytest.mark.parametrize(
    ("seconds", "level"), [(0.5, 0), (1, 0), (1.5, 1), (2, 1), (3, 2), (4, 2), (5, 3), (86_400, 17)]
)
def test_a_grid_level_is_the_least_power_of_two_that_is_long_enough(
    seconds: float, level: int
) -> None:
    """Bins may be up to twice as wide as asked for, never narrower."""
    assert grid_level(seconds) == level
