"""All accounts under each other: their order, their words, and their small rows."""

from collections import Counter
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import AccountId, RecordId
from journal.domain.relationship import Relationship
from journal.timeline.layout import PLAIN, Look
from journal.timeline.portfolio import Order, Portfolio, gather
from journal.timeline.portfolio_layout import (
    GUTTER_PX,
    height_px,
    lay_out_portfolio,
    row_px,
    rows_shown,
)
from journal.timeline.scale import DAY_S, View
from journal.timeline.scene import Lane, Rect, Role, Scene, Shape, Spot
from tests.timeline.drawing import check_golden, dump, grounds, spots, texts
from tests.timeline.histories import NOW, account, case, crowd, foreign, meeting, nothing, rating
from tests.timeline.strategies import relationships
from tests.timeline.test_palette import TEXT_ON_GROUND

SAID = Viewpoint.THEIRS_SAID
_fewer = settings(max_examples=max(1, settings().max_examples // 4))


def of_account(key: str, name: str, relationship: Relationship) -> Relationship:
    """Make it another account's."""
    made = replace(account(name), id=AccountId(RecordId(key)))
    return replace(relationship, account=made)


def rated(key: str, *ratings: Rating) -> Relationship:
    """Make an account of ratings only."""
    return of_account(key, key.title(), Relationship(account=account(), ratings=ratings))


FELL = rated(
    "fell", rating(1, "2024-01-08", Level.OUTSTANDING), rating(2, "2024-05-06", Level.NEUTRAL)
)
SLID = rated(
    "slid", rating(3, "2024-01-08", Level.POSITIVE), rating(4, "2026-05-04", Level.NEUTRAL)
)
SLID_BEFORE = rated(
    "before", rating(5, "2024-01-08", Level.POSITIVE), rating(6, "2025-05-05", Level.NEUTRAL)
)
STOOD = rated(
    "stood", rating(7, "2024-01-08", Level.POSITIVE), rating(8, "2026-05-04", Level.POSITIVE, SAID)
)
ROSE = rated(
    "rose",
    rating(9, "2024-01-08", Level.STRAINED),
    rating(10, "2026-05-04", Level.POSITIVE),
    rating(11, "2026-05-04", Level.DAMAGED, SAID),
)
UNKNOWN = rated("unknown", rating(12, "2026-05-04", Level.NEUTRAL, SAID))
SIX = (UNKNOWN, ROSE, STOOD, SLID, SLID_BEFORE, FELL)


def drawn(
    portfolio: Portfolio, *, width_px: float = 1004, high: float | None = None, first: int = 0
) -> Scene:
    """Draw a portfolio as a whole."""
    high = height_px(len(portfolio.rows)) if high is None else high
    surface = View(start=0, end=1, width_px=width_px, height_px=high, left_px=GUTTER_PX)
    return lay_out_portfolio(portfolio, portfolio.extent.whole(surface), first=first)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TREND, ["fell", "slid", "before", "stood", "rose", "unknown"]),
        (Order.GAP, ["rose", "stood", "before", "fell", "slid", "unknown"]),
        (Order.NAME, ["before", "fell", "rose", "slid", "stood", "unknown"]),
    ],
)
def test_what_asks_for_attention_stands_at_the_top(order: Order, expected: list[str]) -> None:
    """Who fell furthest, of equals the latest; or where they see it worst compared with us."""
    portfolio = gather(SIX, now=NOW, order=order)
    assert [each.account.id for each in portfolio.rows] == expected
    again = gather(SIX, now=NOW).ordered(order)
    assert [each.account.id for each in again.rows] == expected
    assert again.order is order


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TREND, ["stood", "often", "once", "unknown"]),
        (Order.GAP, ["stood", "often", "once", "unknown"]),
        (Order.NAME, ["often", "once", "stood", "unknown"]),
    ],
)
def test_of_accounts_never_rated_the_one_that_was_met_most_is_first(
    order: Order, expected: list[str]
) -> None:
    """A log that was imported has no ratings; whom one meets is then all that is known."""
    once = replace(rated("once"), meetings=(meeting(1, "2025-02-05"),))
    often = replace(
        rated("often"), meetings=(meeting(2, "2025-03-03"), meeting(3, "2025-04-03", "x"))
    )
    rows = gather((UNKNOWN, once, often, STOOD), now=NOW).ordered(order).rows
    assert [each.account.id for each in rows] == expected


def test_a_row_says_how_it_went_or_how_far_apart_the_sides_are() -> None:
    """Beside the name, in the words of what decides the order."""
    rows = {str(each.account.id): each for each in gather(SIX, now=NOW).rows}
    assert {key: row.standing for key, row in rows.items()} == {
        "fell": "Neutral, down from Outstanding",
        "slid": "Neutral, down from Positive",
        "before": "Neutral, down from Positive",
        "stood": "Positive",
        "rose": "Positive, up from Strained",
        "unknown": "Not rated",
    }
    assert rows["rose"].difference == "ours Positive, theirs Damaged"
    assert rows["stood"].difference == "Positive on both sides"
    assert rows["fell"].difference == rows["fell"].standing
    by_trend, by_gap = (
        texts(drawn(gather([ROSE], now=NOW, order=order))) for order in (Order.TREND, Order.GAP)
    )
    assert "Positive, up from Strained" in by_trend
    assert "ours Positive, theirs Damaged" in by_gap


def test_it_is_said_in_counts() -> None:
    """The first thing that a screen reader hears; nothing is said of none."""
    assert gather(SIX, now=NOW).words == (
        "6 accounts; rated lower than before: 3; higher: 1; not rated: 1."
    )
    assert gather([STOOD], now=NOW).words == "1 account."
    assert gather([], now=NOW).words == "0 accounts."


def test_a_row_has_the_steps_of_both_sides_and_the_meetings() -> None:
    """Ours solid, theirs dotted, each rating a mark; meetings by what became of them."""
    met = (meeting(1, "2024-02-05"), meeting(2, "2025-03-03", "x"), meeting(3, "2026-12-01", "p"))
    scene = drawn(gather([replace(ROSE, meetings=met)], now=NOW))
    assert sorted(each.shape for each in scene.marks) == [
        Shape.HELD,
        Shape.LOST,
        Shape.PLANNED,
        Shape.RATING,
        Shape.RATING,
        Shape.RATING_SAID,
    ]
    steps = {each.role for each in scene.lines if each.role.startswith("rating_")}
    assert steps == {Role.RATING_STRAINED, Role.RATING_POSITIVE, Role.RATING_DAMAGED}
    damaged, positive = (
        next(each.y for each in scene.marks if each.role is role)
        for role in (Role.RATING_DAMAGED, Role.RATING_POSITIVE)
    )
    assert positive < damaged < next(each.y for each in scene.marks if each.shape is Shape.HELD)


def test_everything_says_of_which_account_it_is() -> None:
    """A screen reader that lands on a mark in the middle does not know the row."""
    scene = drawn(gather([ROSE, SLID], now=NOW))
    (row,) = (each for each in spots(scene, Lane.ACCOUNTS) if each.records == ("rose",))
    assert row.words.startswith(
        "\u2068Rose\u2069: Positive, up from Strained; ours Positive, theirs Damaged. Meetings:"
    )
    marks = spots(scene, Lane.RATINGS)
    assert len(marks) == 5
    for each in marks:
        name = "Rose" if each.rect.top > row.rect.top else "Slid"
        assert each.words.startswith(f"\u2068{name}\u2069: ")


def test_ratings_too_close_together_are_counted_in_one_mark() -> None:
    """Four in one week of three years; the mark is the last one's."""
    week = [
        rating(n, f"2024-03-0{4 + n}", level)
        for n, level in enumerate((Level.NEUTRAL, Level.DAMAGED, Level.NEUTRAL, Level.POSITIVE))
    ]
    scene = drawn(gather([rated("week", *week, rating(9, "2026-03-02", Level.NEUTRAL))], now=NOW))
    counted, alone = spots(scene, Lane.RATINGS)
    assert len(counted.records) == 4
    assert counted.words == "\u2068Week\u2069: 4 ratings, Mon 4 Mar 2024 to Thu 7 Mar 2024"
    assert len(alone.records) == 1
    marks = [each for each in scene.marks if each.shape is Shape.RATING]
    assert [each.role for each in marks] == [Role.RATING_POSITIVE, Role.RATING_NEUTRAL]


def test_only_what_is_in_view_is_counted() -> None:
    """Of a week of ratings, with the edge of the view in the middle of it."""
    week = [rating(n, f"2024-03-{4 + n:02}", Level.NEUTRAL) for n in range(6)]
    portfolio = gather([rated("week", *week)], now=NOW)
    times = portfolio.rows[0].timeline.steps[Viewpoint.OURS].times
    surface = View(start=0, end=1, width_px=1004, height_px=height_px(1), left_px=GUTTER_PX)
    for start, end, count in (
        (times[3] - 1, times[3] + 900 * DAY_S, 3),
        (times[2] - 900 * DAY_S, times[2] + 1, 3),
        (times[5] + 1, times[5] + 900 * DAY_S, 0),
    ):
        scene = lay_out_portfolio(portfolio, replace(surface, start=start, end=end))
        assert sum(len(each.records) for each in spots(scene, Lane.RATINGS)) == count


def test_only_whole_rows_are_drawn_and_the_others_scrolled_to() -> None:
    """Half a row could be taken for an account without meetings."""
    portfolio = gather(SIX, now=NOW, order=Order.NAME)
    high = 2.9 * row_px() + 21
    assert rows_shown(View(start=0, end=1, width_px=900, height_px=high)) == 2
    assert [each.records[0] for each in spots(drawn(portfolio, high=high), Lane.ACCOUNTS)] == [
        "before",
        "fell",
    ]
    scrolled = drawn(portfolio, high=high, first=4)
    assert [each.records[0] for each in spots(scrolled, Lane.ACCOUNTS)] == ["stood", "unknown"]
    assert drawn(portfolio, high=10).spots == ()


def test_an_account_keeps_its_tint_while_one_scrolls() -> None:
    """Rows that change their ground at each turn of the wheel would flicker."""
    portfolio = gather(SIX, now=NOW, order=Order.NAME)

    def tinted(first: int) -> set[int]:
        scene = drawn(portfolio, high=height_px(4), first=first)
        return {
            first + int(each.rect.top / row_px()) for each in scene.boxes if each.fill is Role.BAND
        }

    assert tinted(0) == {1, 3}
    assert tinted(1) == {1, 3}


def test_the_row_of_an_account_is_found() -> None:
    """To scroll to it."""
    portfolio = gather(SIX, now=NOW, order=Order.NAME)
    assert portfolio.place_of(AccountId(RecordId("rose"))) == 2
    assert portfolio.place_of(AccountId(RecordId("gone"))) is None


def test_an_empty_portfolio_says_what_would_stand_there() -> None:
    """The page of a new journal."""
    scene = drawn(gather([], now=NOW), high=200)
    assert texts(scene) == ["Accounts will stand here, each with its ratings and meetings."]
    assert scene.spots == ()


def test_goals_and_visions_ahead_take_no_room() -> None:
    """They are not drawn here, so a year without anything would be empty paper."""
    portfolio = gather([replace(case(), meetings=case().meetings[:30])], now=NOW)
    assert portfolio.extent.last == NOW.timestamp()


def test_a_portfolio_is_drawn_as_it_was_looked_at() -> None:
    """Every change of the drawing shows as a difference that somebody reads."""
    accounts = (
        of_account("mercy", "Mercy General", case()),
        of_account("crowd", "Crowded House", crowd(300)),
        of_account("foreign", foreign().account.name, foreign()),
        of_account("new", "New account", nothing()),
        ROSE,
        SLID,
    )
    check_golden("portfolio.txt", dump(drawn(gather(accounts, now=NOW))))
    check_golden("portfolio_by_gap.txt", dump(drawn(gather(accounts, now=NOW, order=Order.GAP))))


@dataclass(frozen=True, repr=False)
class Drawn:
    """A portfolio, what of it is in view, and the scene of that."""

    portfolio: Portfolio
    view: View
    first: int
    scene: Scene

    def __repr__(self) -> str:
        return f"Drawn({len(self.portfolio.rows)} rows from {self.first}, {self.view})"


@st.composite
def scenes(draw: st.DrawFn) -> Drawn:
    """Draw some accounts in some view."""
    accounts = [
        of_account(f"account-{number}", each.account.name, each)
        for number, each in enumerate(draw(st.lists(relationships(), max_size=4)))
    ]
    portfolio = gather(accounts, now=NOW, order=draw(st.sampled_from(Order)))
    middle = draw(st.floats(portfolio.extent.first, portfolio.extent.last))
    half = draw(st.sampled_from([0.5, 20, 400, 5_000])) * DAY_S
    view = View(
        start=middle - half,
        end=middle + half,
        width_px=draw(st.sampled_from([0, 150, 400, 1004, 2560])),
        height_px=draw(st.sampled_from([0, 60, 160, 700])),
        left_px=draw(st.sampled_from([0.0, GUTTER_PX])),
    )
    first = draw(st.integers(0, 3))
    return Drawn(portfolio, view, first, lay_out_portfolio(portfolio, view, first=first))


@_fewer
@given(scenes())
def test_labels_never_overlap_and_nothing_lies_outside(drawn: Drawn) -> None:
    """As on the timeline of one account."""
    scene = drawn.scene
    labels = [each.rect for each in scene.labels]
    for number, rect in enumerate(labels):
        assert not any(rect.meets(other) for other in labels[:number])
    bounds = Rect(0, 0, scene.width_px, scene.height_px).grown(1e-6)
    rects = [*labels, *(each.rect for each in scene.boxes), *(each.rect for each in scene.marks)]
    rects += [each.rect for each in scene.spots]
    rects += [
        Rect(
            min(each.x1, each.x2),
            min(each.y1, each.y2),
            max(each.x1, each.x2),
            max(each.y1, each.y2),
        )
        for each in scene.lines
    ]
    assert all(each.within(bounds) for each in rects)
    assert grounds(scene) <= set(TEXT_ON_GROUND)


@_fewer
@given(scenes())
def test_each_rating_and_meeting_is_drawn_or_counted_exactly_once(drawn: Drawn) -> None:
    """In its own row, at every scale, and nothing of a row that is scrolled away."""
    portfolio, view, scene = drawn.portfolio, drawn.view, drawn.scene
    shown = portfolio.rows[drawn.first : drawn.first + rows_shown(view)]
    counts = Counter(
        (_row_of(scene, each), each.lane, record)
        for each in scene.spots
        if each.lane is not Lane.ACCOUNTS
        for record in each.records
    )
    assert all(count == 1 for count in counts.values())
    expected = {
        (number, track.lane, entry.id)
        for number, row in enumerate(shown)
        for track in row.drawn
        for moment, entry in zip(track.times, track.entries, strict=True)
        if view.start <= moment <= view.end
    }
    assert expected <= set(counts)
    ratings = {each for each in counts if each[1] is Lane.RATINGS}
    assert ratings <= expected


def _row_of(scene: Scene, spot: Spot) -> int:
    middle = (spot.rect.top + spot.rect.bottom) / 2
    (number,) = (
        number for number, each in enumerate(scene.strips) if each.top <= middle < each.bottom
    )
    return number


def test_the_look_decides_how_high_a_row_is() -> None:
    """Larger letters, larger rows."""
    larger = Look(text_px=22)
    assert row_px(larger) == pytest.approx(2 * row_px(PLAIN), abs=1)
    assert height_px(3, larger) > 3 * row_px(larger)
