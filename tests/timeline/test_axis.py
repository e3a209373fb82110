"""Time along the bottom, in the steps for which there is room."""

from datetime import date

import pytest

from journal.timeline.axis import Unit
from journal.timeline.index import prepare
from journal.timeline.scale import View
from journal.timeline.scene import Anchor, Role
from tests.timeline.drawing import between, whole_view
from tests.timeline.histories import NOW, case, nothing


def ticks(start: str, end: str) -> list[str]:
    """Return the names along the bottom, from the left."""
    scene = between(prepare(nothing(), now=NOW), start, end)
    lowest = max(each.y for each in scene.labels)
    return [each.text for each in scene.labels if each.y == lowest and each.role is Role.MUTE]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            "2026-03-01",
            "2026-03-11",
            ["1 Mar 2026", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        ),
        ("2026-03-28", "2026-04-03", ["28 Mar 2026", "29", "30", "31", "1 Apr", "2"]),
        (
            "2026-03-02",
            "2026-05-04",
            [
                "2 Mar 2026",
                "9 Mar",
                "16 Mar",
                "23 Mar",
                "30 Mar",
                "6 Apr",
                "13 Apr",
                "20 Apr",
                "27 Apr",
            ],
        ),
        (
            "2025-11-01",
            "2026-05-01",
            ["Nov 2025", "Dec", "2026", "Feb", "Mar", "Apr"],
        ),
        ("2024-07-01", "2026-01-01", ["Jul 2024", "Oct", "2025", "Apr", "Jul", "Oct"]),
        ("2019-01-01", "2025-01-01", ["2019", "2020", "2021", "2022", "2023", "2024"]),
        ("1980-01-01", "2020-01-01", [str(year) for year in range(1980, 2020, 5)]),
    ],
)
def test_steps_suit_the_scale(start: str, end: str, expected: list[str]) -> None:
    """Days, weeks, months, quarters, years: the finest whose names do not touch."""
    assert ticks(start, end) == expected


def test_a_step_that_began_before_the_view_is_named_at_its_edge() -> None:
    """The first name says in which year one is."""
    assert ticks("2024-02-20", "2025-06-01")[:2] == ["2024", "Apr"]


def test_a_step_of_which_little_is_left_is_not_named() -> None:
    """Its name would run into the next one."""
    assert ticks("2019-12-20", "2026-01-01")[0] == "2020"


def test_centuries_have_names_too() -> None:
    """A view of all that the journal can hold."""
    assert ticks("1900-01-01", "2200-12-01")[:3] == ["1900", "1920", "1940"]


def test_a_view_far_beyond_the_calendar_has_no_names() -> None:
    """It can be zoomed back; it must not fail."""
    timeline = prepare(nothing(), now=NOW)
    from journal.timeline.layout import lay_out

    view = View(start=-1e13, end=1e13, width_px=1004, height_px=292)
    assert any(each.text == "today" for each in lay_out(timeline, view).labels)


def test_today_is_a_line_with_its_name() -> None:
    """Between what was and what is to come."""
    timeline = prepare(case(), now=NOW)
    scene = between(timeline, "2026-11-01", "2026-12-15")
    label = next(each for each in scene.labels if each.text == "today")
    line = next(each for each in scene.lines if each.role is Role.ACCENT)
    assert line.x1 == line.x2 < label.x


def test_todays_name_moves_to_the_other_side_at_the_edge() -> None:
    """There is no room at its right."""
    timeline = prepare(nothing(), now=NOW)
    scene = between(timeline, "2026-10-01", "2026-11-24")
    label = next(each for each in scene.labels if each.text == "today")
    assert label.anchor is Anchor.END


def test_today_is_not_drawn_where_it_is_not_in_view() -> None:
    """One looks at another year."""
    scene = between(prepare(case(), now=NOW), "2025-01-01", "2025-12-31")
    assert not any(each.text == "today" for each in scene.labels)


def test_no_step_is_longer_than_it_says() -> None:
    """The choice of a unit relies on the shortest of its kind."""
    assert [
        unit.shortest_days
        for unit in (Unit(days=7), Unit(months=1), Unit(months=3), Unit(months=12))
    ] == [7, 28, 90, 365]


def test_weeks_begin_on_monday() -> None:
    """23 November 2026 is one."""
    starts = Unit(days=7).starts(date(2026, 11, 25), date(2026, 12, 1))
    assert list(starts) == [date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7)]


def test_the_panel_of_the_drafts_shows_years() -> None:
    """Calm: three names for three years."""
    timeline = prepare(case(), now=NOW)
    assert whole_view(timeline).width_px == 1004


@pytest.mark.parametrize(
    ("start", "end", "name", "anchor"),
    [
        ("2027-01-01", "2027-06-01", "‹ today", Anchor.START),
        ("2026-01-01", "2026-06-01", "today ›", Anchor.END),
    ],
)
def test_where_today_is_out_of_view_its_name_says_on_which_side(
    start: str, end: str, name: str, anchor: Anchor
) -> None:
    """Else one would take the edge of the picture for the present."""
    scene = between(prepare(nothing(), now=NOW), start, end)
    (label,) = (each for each in scene.labels if each.role is Role.ACCENT)
    assert (label.text, label.anchor) == (name, anchor)
    assert label.rect.within(scene.plot)
    assert not any(each.role is Role.ACCENT for each in scene.lines)
