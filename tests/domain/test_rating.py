"""Ratings are steps, and a goal is one of them by a day."""

from datetime import date
from typing import Any

import pytest

from journal.domain.rating import Facet, Goal, Level, Rating, Viewpoint
from journal.domain.record import AccountId, PersonId, RecordId

GOAL: dict[str, Any] = {
    "id": RecordId("g"),
    "account_id": AccountId(RecordId("a")),
    "level": Level.POSITIVE,
    "by": date(2027, 6, 30),
    "set_on": date(2026, 9, 3),
}


def test_levels_are_ordered() -> None:
    """Up and down must mean something, though no sum of them does."""
    assert Level.DAMAGED < Level.STRAINED < Level.NEUTRAL < Level.POSITIVE < Level.OUTSTANDING
    assert [int(each) for each in Level] == [1, 2, 3, 4, 5]


def test_a_rating_is_overall_and_ours_until_said_otherwise() -> None:
    """Nobody's view is taken for the customer's by default."""
    rating = Rating(
        id=RecordId("r"),
        account_id=AccountId(RecordId("a")),
        day=date(2026, 9, 3),
        level=Level.STRAINED,
    )
    assert rating.viewpoint is Viewpoint.OURS
    assert rating.facet is Facet.OVERALL


def test_a_goal_is_not_due_before_it_was_set() -> None:
    """The same day is the earliest."""
    assert Goal(**GOAL | {"by": date(2026, 9, 3)}).by == date(2026, 9, 3)
    with pytest.raises(ValueError, match="cannot be due"):
        Goal(**GOAL | {"by": date(2026, 9, 2)})


def test_a_goal_shared_with_somebody_was_shared_on_a_day() -> None:
    """The brief prints both: told her on 3 Sep."""
    dana = PersonId(RecordId("dana"))
    told = Goal(**GOAL | {"shared_with_id": dana, "shared_on": date(2026, 9, 3)})
    assert told.shared_with_id == dana
    assert Goal(**GOAL | {"shared_on": date(2026, 9, 3)}).shared_with_id is None
    with pytest.raises(ValueError, match="on some day"):
        Goal(**GOAL | {"shared_with_id": dana})
