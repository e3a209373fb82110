"""What is not in view is counted at the edge, on the timeline of one account and on that of all."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.plan import Barrier
from journal.domain.record import RecordId, Side
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.narrowing import Narrowing
from journal.timeline.portfolio import gather
from journal.timeline.portfolio_layout import GUTTER_PX, height_px, lay_out_portfolio
from journal.timeline.scale import View, fitted
from journal.timeline.scene import Anchor, Lane, Scene
from tests.timeline.drawing import between, texts, whole_view
from tests.timeline.histories import ACCOUNT, NOW, case, meeting, of
from tests.timeline.test_portfolio import FELL, ROSE, SLID

MET = of(
    [
        meeting(1, "2024-02-05"),
        meeting(2, "2024-05-05"),
        meeting(3, "2025-03-03"),
        meeting(4, "2026-12-01", "p"),
    ]
)


def told(scene: Scene) -> list[str]:
    """Return what is said of what is not in view, from the left."""
    said = [each for each in scene.labels if each.text.endswith(("earlier", "later ›"))]
    return [each.text for each in sorted(said, key=lambda each: each.rect.left)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-01-01", "2027-01-01", []),
        ("2024-03-01", "2026-01-01", ["‹ 1 earlier", "1 later ›"]),
        ("2025-01-01", "2025-06-01", ["‹ 2 earlier", "1 later ›"]),
        ("2027-01-01", "2027-06-01", ["‹ 4 earlier"]),
        ("2020-01-01", "2021-01-01", ["4 later ›"]),
    ],
)
def test_entries_out_of_view_are_counted_on_their_side(
    start: str, end: str, expected: list[str]
) -> None:
    """Who has zoomed in, or sees where an account opens, knows that there is more."""
    scene = between(prepare(MET, now=NOW), start, end)
    assert told(scene) == expected
    plain = [each.removeprefix("‹ ").removesuffix(" ›") for each in expected]
    ending = f" Out of view: {', '.join(plain)}." if plain else ""
    assert scene.words == prepare(MET, now=NOW).words + ending


def test_it_stands_beside_the_name_of_today() -> None:
    """Both lie to the right of a view of years ago; neither hides the other."""
    scene = between(prepare(MET, now=NOW), "2025-01-01", "2025-06-01")
    later, today = (
        next(each for each in scene.labels if each.text == text)
        for text in ("1 later ›", "today ›")
    )
    assert later.anchor is today.anchor is Anchor.END
    assert later.rect.right < today.rect.left
    assert today.rect.right == scene.plot.right
    assert later.y == today.y


def test_a_barrier_that_still_stands_is_in_view() -> None:
    """Named before, lifted after: its span goes through."""
    stands = Barrier(
        id=RecordId("stands"),
        account_id=ACCOUNT,
        text="Our invoices are late",
        share=Side.OURS,
        named_on=date(2024, 1, 8),
    )
    lifted = replace(stands, id=RecordId("lifted"), lifted_on=date(2024, 6, 3))
    timeline = prepare(replace(MET, barriers=(stands, lifted)), now=NOW)
    assert told(between(timeline, "2025-01-01", "2025-06-01")) == ["‹ 3 earlier", "1 later ›"]
    assert told(between(timeline, "2022-01-01", "2023-01-01")) == ["6 later ›"]


def test_only_what_is_shown_is_counted() -> None:
    """What is filtered out, or has no lane in so low a strip, is not "earlier" either."""
    timeline = prepare(case(), now=NOW)
    view = fitted(whole_view(timeline), NOW.timestamp() - 1e6, NOW.timestamp())
    meetings = Look(lanes=Narrowing(kinds=frozenset({Lane.MEETINGS})).lanes)
    earlier = sum(each < view.start for each in timeline.meetings.times)
    later = sum(each > view.end for each in timeline.meetings.times)
    assert told(lay_out(timeline, view, meetings)) == [f"‹ {earlier} earlier", f"{later} later ›"]
    assert told(lay_out(timeline, view, Look(lanes=frozenset({Lane.OWNERS})))) == []
    all_of_it = int(told(lay_out(timeline, view))[0].split()[1])
    low = lay_out(timeline, replace(view, height_px=110))
    assert {each.lane for each in low.strips} == {Lane.RATINGS}
    assert earlier < int(told(low)[0].split()[1]) + earlier <= all_of_it


def test_on_a_narrow_surface_the_steps_of_time_come_first() -> None:
    """Without them one would not know what is in view at all."""
    timeline = prepare(MET, now=NOW)
    view = fitted(whole_view(timeline, 200), *timeline.meetings.times[1:3])
    scene = lay_out(timeline, view)
    assert told(scene) == []
    assert scene.words.endswith("Out of view: 1 earlier, 1 later.")
    assert any("20" in each for each in texts(scene))


def test_of_all_accounts_those_are_counted_that_have_something_there() -> None:
    """Fell in 2024; slid and rose in January 2024 and in May 2026."""
    portfolio = gather([FELL, SLID, ROSE], now=NOW)
    surface = View(start=0, end=1, width_px=1004, height_px=height_px(3), left_px=GUTTER_PX)
    wall = portfolio.rows[0].timeline.wall
    for days, expected in (
        (("2024-02-01", "2025-01-01"), ["‹ 3 accounts earlier", "2 accounts later ›"]),
        (("2024-06-01", "2026-12-01"), ["‹ 3 accounts earlier"]),
        (("2023-06-01", "2024-03-01"), ["3 accounts later ›"]),
        (("2023-06-01", "2026-12-01"), []),
    ):
        start, end = (wall.start_of(date.fromisoformat(each)) for each in days)
        scene = lay_out_portfolio(portfolio, replace(surface, start=start, end=end))
        assert told(scene) == expected
        assert scene.words.startswith(portfolio.words)
        assert scene.words.endswith(("later.", "earlier.") if expected else portfolio.words)
