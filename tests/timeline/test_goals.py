"""Where it should be: rings, words, and a broken line from today."""

from dataclasses import replace
from datetime import date

from journal.domain.rating import Goal, Level
from journal.domain.record import RecordId
from journal.domain.relationship import Relationship
from journal.timeline.scene import Dash, Lane, Line, Role, Scene, Shape
from tests.timeline.drawing import drawn, spots, texts
from tests.timeline.histories import ACCOUNT, account, rating

GOAL = Goal(
    id=RecordId("goal"),
    account_id=ACCOUNT,
    level=Level.POSITIVE,
    by=date(2027, 6, 30),
    set_on=date(2026, 9, 3),
)


def aimed(*goals: Goal) -> Relationship:
    """Make a relationship that is rated Strained."""
    return Relationship(
        account=account(), goals=goals, ratings=(rating(1, "2026-03-02", Level.STRAINED),)
    )


def ways(scene: Scene) -> list[Line]:
    """Return the broken lines."""
    return [each for each in scene.lines if each.dash is Dash.DASHED]


def test_the_way_leads_from_todays_level_to_the_ring() -> None:
    """It is what we hope for, so it may slope; nothing that was is drawn so."""
    scene = drawn(aimed(GOAL))
    (ring,) = [each for each in scene.marks if each.shape is Shape.GOAL]
    (way,) = ways(scene)
    assert (way.x2, way.y2) == (ring.x, ring.y)
    assert way.y1 > way.y2
    assert "goal: positive, 30 Jun" in texts(scene)


def test_without_a_rating_the_way_is_level() -> None:
    """Where it starts is not known."""
    (way,) = ways(drawn(replace(aimed(GOAL), ratings=())))
    assert way.y1 == way.y2


def test_a_goal_that_was_missed_has_no_way_to_it() -> None:
    """Its day is over; the ring and the words stay until it is ended."""
    scene = drawn(aimed(replace(GOAL, by=date(2026, 10, 1))))
    assert ways(scene) == []
    assert "goal: positive, 1 Oct" in texts(scene)


def test_a_far_goal_is_said_with_its_year() -> None:
    """Thirty June of which year?"""
    assert "goal: positive, 30 Jun 2028" in texts(drawn(aimed(replace(GOAL, by=date(2028, 6, 30)))))


def test_a_goal_that_was_ended_is_a_grey_ring_without_words() -> None:
    """What was once wanted is told only to who asks."""
    scene = drawn(aimed(replace(GOAL, ended_on=date(2026, 10, 1))))
    (ring,) = [each for each in scene.marks if each.shape is Shape.GOAL]
    assert ring.role is Role.MUTE
    assert not any(each.startswith("goal") for each in texts(scene))
    assert "ended Thu 1 Oct 2026" in spots(scene, Lane.GOALS)[0].words


def test_words_that_would_cover_others_move_below_their_ring() -> None:
    """Two goals of one day and level: one above, one below the rings."""
    scene = drawn(aimed(GOAL, replace(GOAL, id=RecordId("second"))))
    above, below = [each for each in scene.labels if each.text.startswith("goal")]
    assert above.y < below.y
    assert sum(len(each.records) for each in spots(scene, Lane.GOALS)) == 2
