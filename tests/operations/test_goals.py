"""The rating to reach by a day, and whether they know of it."""

from datetime import date

import pytest

from journal.domain.errors import JournalError
from journal.domain.rating import Goal, Level
from journal.operations import goals, reading
from journal.operations.goals import Wanted
from journal.operations.journal import Journal
from tests.operations.conftest import DANA, MERCY

TODAY = date(2026, 11, 23)
POSITIVE = Wanted(level=Level.POSITIVE, by=date(2027, 6, 30), sentence=" From poor to positive ")


def standing(journal: Journal) -> Goal:
    """Return the last goal of the account."""
    return reading.relationship(journal, MERCY.id).goals[-1]


def test_a_goal_is_set_and_takes_the_place_of_the_one_before(journal: Journal) -> None:
    """The earlier one stays readable, with the day it ended."""
    goals.set_goal(journal, MERCY.id, POSITIVE)
    goals.set_goal(journal, MERCY.id, Wanted(level=Level.OUTSTANDING, by=date(2028, 1, 1)))

    first, second = reading.relationship(journal, MERCY.id).goals
    assert (first.sentence, first.ended_on) == ("From poor to positive", TODAY)
    assert (second.level, second.set_on, second.ended_on) == (Level.OUTSTANDING, TODAY, None)


def test_a_goal_lies_ahead(journal: Journal) -> None:
    """When it is set and when it is corrected."""
    with pytest.raises(JournalError, match="lies ahead"):
        goals.set_goal(journal, MERCY.id, Wanted(level=Level.POSITIVE, by=date(2026, 11, 22)))
    goals.set_goal(journal, MERCY.id, POSITIVE)
    past = Wanted(level=Level.POSITIVE, by=date(2026, 11, 22))
    with pytest.raises(JournalError, match="after the day it was set"):
        goals.change_goal(journal, standing(journal), past)

    wanted = Wanted(level=Level.NEUTRAL, by=date(2027, 1, 1), sentence="Step by step")
    goals.change_goal(journal, standing(journal), wanted)
    goal = standing(journal)
    assert (goal.level, goal.by, goal.sentence) == (Level.NEUTRAL, date(2027, 1, 1), "Step by step")


def test_a_goal_is_shared_and_that_is_taken_back(journal: Journal) -> None:
    """With somebody, or with nobody in particular."""
    goals.set_goal(journal, MERCY.id, POSITIVE)
    goals.share_goal(journal, standing(journal), TODAY, DANA.id)
    assert (standing(journal).shared_on, standing(journal).shared_with_id) == (TODAY, DANA.id)
    goals.unshare_goal(journal, standing(journal))
    assert (standing(journal).shared_on, standing(journal).shared_with_id) == (None, None)


def test_a_goal_ends(journal: Journal) -> None:
    """Reached or given up."""
    goals.set_goal(journal, MERCY.id, POSITIVE)
    goals.end_goal(journal, standing(journal), TODAY)
    assert standing(journal).ended_on == TODAY
