"""The rows of all accounts: which is chosen, how they fill the room, and what is out of view."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from journal.analysis.portfolio import portfolio_row
from journal.domain.rating import Level, Viewpoint
from journal.domain.record import RecordId
from journal.timeline.layout import PLAIN
from journal.timeline.portfolio import Order, gather, reach_of
from journal.timeline.portfolio_layout import GUTTER_PX, height_px, lay_out_portfolio, row_px
from journal.timeline.scale import DAY_S, View
from journal.timeline.scene import Dash, Role, Shape
from tests.timeline.drawing import texts
from tests.timeline.histories import NOW, meeting, rating
from tests.timeline.test_portfolio import ROSE, SIX, drawn, rated


def test_the_chosen_account_and_what_is_chosen_in_it_are_set_off() -> None:
    """A bar beside its name; a ring about one rating, and the bar all the same."""
    portfolio = gather(SIX, now=NOW, order=Order.NAME)
    surface = View(start=0, end=1, width_px=1004, height_px=height_px(len(SIX)), left_px=GUTTER_PX)
    view = portfolio.extent.whole(surface)
    for chosen, rings in (("rose", 0), ("rating-10", 1)):
        scene = lay_out_portfolio(portfolio, view, replace(PLAIN, chosen=RecordId(chosen)))
        bars = [each.rect for each in scene.boxes if each.fill is Role.ACCENT]
        assert [(each.left, each.width) for each in bars] == [(0, 4)]
        # By name: before, fell, rose.
        assert bars[0].top == 2 * row_px()
        assert sum(each.shape is Shape.CHOSEN for each in scene.marks) == rings
    nobody = lay_out_portfolio(portfolio, view, replace(PLAIN, chosen=RecordId("gone")))
    assert not [each for each in nobody.boxes if each.fill is Role.ACCENT]


def test_a_count_that_holds_what_is_chosen_is_framed() -> None:
    """Twelve meetings in a fortnight are one box at this scale."""
    met = tuple(meeting(n, f"2026-03-{n:02}") for n in range(1, 13))
    portfolio = gather([replace(ROSE, meetings=met)], now=NOW)
    surface = View(start=0, end=1, width_px=500, height_px=height_px(1), left_px=GUTTER_PX)
    look = replace(PLAIN, chosen=met[5].id)
    scene = lay_out_portfolio(portfolio, portfolio.extent.whole(surface), look)
    framed = [each.rect for each in scene.cards if each.edge is Role.INK]
    (counted,) = [each for each in scene.spots if met[5].id in each.records]
    assert framed == [counted.rect]


def test_rows_fill_the_room_where_there_are_more_to_scroll_to() -> None:
    """No empty paper below the last; where all are shown, each keeps its height."""
    portfolio = gather(SIX, now=NOW)
    high = height_px(3) + 40
    scene = drawn(portfolio, high=high)
    tops = [each.top for each in scene.strips]
    pitch = tops[1] - tops[0]
    assert len(tops) == 3
    assert pitch == pytest.approx(row_px() + 41 / 3)
    assert scene.strips[-1].bottom == pytest.approx(3 * pitch)
    assert drawn(portfolio, high=height_px(6) + 20).strips[-1].bottom == 6 * row_px()


def test_what_is_out_of_view_says_on_which_side_and_when() -> None:
    """An empty row would look as if there never was anything."""
    portfolio = gather([ROSE], now=NOW)
    surface = View(start=0, end=1, width_px=1004, height_px=height_px(1), left_px=GUTTER_PX)
    months = {"2027-01-01": "‹ May 2026", "2020-01-01": "Jan 2024 ›", "2024-03-01": None}
    for day, said in months.items():
        start = datetime.fromisoformat(f"{day}T00:00+00:00").timestamp()
        scene = lay_out_portfolio(portfolio, replace(surface, start=start, end=start + 90 * DAY_S))
        found = [each for each in texts(scene) if "20" in each and ("‹" in each or "›" in each)]
        assert found == ([] if said is None else [said])
    nothing_known = gather([rated("none")], now=NOW)
    scene = lay_out_portfolio(nothing_known, nothing_known.extent.whole(surface))
    assert not [each for each in texts(scene) if "‹" in each]


def test_the_extent_is_known_before_any_history_is_read() -> None:
    """From the first day of any account to the last, as far as days tell."""
    accounts = [portfolio_row(each, now=NOW) for each in (*SIX, rated("none"))]
    extent = reach_of(accounts).extent(NOW.timestamp())
    assert datetime.fromtimestamp(extent.first, UTC).date() == date(2024, 1, 8)
    assert datetime.fromtimestamp(extent.recent, UTC).date() == date(2026, 5, 4)
    assert extent.last == NOW.timestamp()
    nobody = reach_of([]).extent(NOW.timestamp())
    assert nobody.first == nobody.last == NOW.timestamp()


def test_a_guess_is_neither_drawn_nor_stepped_to() -> None:
    """It is ours, and has its place on the account's own timeline."""
    guess = rating(20, "2026-02-02", Level.DAMAGED, Viewpoint.THEIRS_GUESSED)
    (row,) = gather([replace(ROSE, ratings=(*ROSE.ratings, guess))], now=NOW).rows
    assert not row.has(guess.id)
    assert row.has(RecordId("rating-9"))
    assert row.has(row.account.id)


def test_where_both_sides_see_it_alike_neither_line_hides_the_other() -> None:
    """Also in a small row: one below the other, and nearer than another level would be."""
    said = rating(30, "2024-01-08", Level.STRAINED, Viewpoint.THEIRS_SAID)
    ours = rating(31, "2024-01-08", Level.STRAINED)
    higher = rating(32, "2025-01-08", Level.NEUTRAL)
    scene = drawn(gather([rated("alike", said, ours, higher)], now=NOW))
    level = [each for each in scene.lines if each.role is Role.RATING_STRAINED]
    dotted = next(each for each in level if each.dash is Dash.DOTTED)
    solid = next(each for each in level if each.dash is Dash.SOLID and each.y1 == each.y2)
    neutral = next(each for each in scene.lines if each.role is Role.RATING_NEUTRAL)
    apart_px = dotted.y1 - solid.y1
    assert apart_px > solid.width_px
    assert apart_px < (solid.y1 - min(neutral.y1, neutral.y2)) / 2
