"""Where we stand on a day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.analysis.standing import current_goal, is_stale, standing
from journal.domain.meeting import Status
from journal.domain.rating import Level, Viewpoint
from tests.analysis.case import (
    GOAL,
    OURS_2024,
    OURS_2025,
    OURS_NOW,
    SHE_SAID,
    STRAINED,
    case,
)
from tests.analysis.made import (
    DANA,
    ME,
    TODAY,
    cancelled,
    goal,
    meeting,
    on,
    person,
    rating,
    relationship,
)


@pytest.mark.parametrize(
    ("day", "stale"), [("2026-08-25", False), ("2026-08-24", True), ("2026-11-23", False)]
)
def test_a_rating_is_stale_after_ninety_days(day: str, stale: bool) -> None:  # noqa: FBT001
    """25 August to 23 November are 90 days."""
    assert is_stale(rating(day, Level.NEUTRAL), [], today=TODAY) is stale


def test_a_rating_is_stale_after_three_meetings_held() -> None:
    """There was occasion to look again; what was lost, or lies ahead, was none."""
    one = rating("2026-11-01", Level.NEUTRAL)
    two = [meeting("2026-11-02T10:00"), meeting("2026-11-05T10:00")]
    others = [
        meeting("2026-11-01T10:00"),
        cancelled("2026-11-06T10:00"),
        meeting("2026-11-24T10:00"),
        meeting("2026-12-01T10:00", Status.PLANNED),
    ]

    assert not is_stale(one, [*two, *others], today=TODAY)
    assert is_stale(one, [*two, meeting("2026-11-23T10:00")], today=TODAY)


def test_both_bounds_can_be_set() -> None:
    """A yearly account is not asked each quarter."""
    one = rating("2026-08-01", Level.NEUTRAL)
    held = [meeting("2026-11-02T10:00")]
    assert not is_stale(one, held, today=TODAY, fresh_for=timedelta(days=365))
    assert is_stale(one, held, today=TODAY, fresh_for=timedelta(days=365), fresh_meetings=1)


def test_the_goal_is_the_last_one_that_was_set_and_still_stands() -> None:
    """Not one that was reached, nor one that is set tomorrow."""
    first, second = goal("2026-01-01"), goal("2026-06-01")
    reached = goal("2026-09-01", ended_on=TODAY)
    ends_tomorrow = goal("2026-09-02", ended_on=on("2026-11-24"))
    today, tomorrow = goal("2026-11-23"), goal("2026-11-24")

    assert current_goal([first, second, reached, tomorrow], TODAY) == second
    assert current_goal([second, ends_tomorrow], TODAY) == ends_tomorrow
    assert current_goal([second, today], TODAY) == today
    assert current_goal([reached, tomorrow], TODAY) is None


def test_we_say_strained_and_she_said_neutral_on_the_same_day() -> None:
    """81 days ago, and three meetings were held since: ask again."""
    found = standing(case(), today=TODAY)

    assert found.ours is not None
    assert (found.ours.rating, found.ours.person) == (STRAINED, person(ME, is_self=True))
    assert (found.ours.age_days, found.ours.is_stale) == (81, True)
    assert found.said is not None
    assert found.said.rating == SHE_SAID
    assert found.gap is not None
    assert found.gap.steps == 1
    assert found.trend is not None
    assert (found.trend.before, found.trend.since) == (Level.DAMAGED, on("2026-09-03"))
    assert [each.level for each in found.ours_series] == [3, 2, 1, 1, 2]
    assert (found.said_series, found.guessed_series) == ((SHE_SAID,), ())


def test_the_goal_and_who_was_told() -> None:
    """Positive by 30 June 2027, told Dana on 3 September."""
    found = standing(case(), today=TODAY)
    assert found.goal == GOAL
    assert found.shared_with is not None
    assert found.shared_with.id == DANA


def test_the_owner_and_those_before() -> None:
    """What they left behind is in the note of the role."""
    found = standing(case(), today=TODAY)
    assert found.owner is not None
    assert found.owner.role == OURS_NOW
    assert [each.role for each in found.owners_before] == [OURS_2024, OURS_2025]
    assert found.owners_before[0].role.note == "Nothing can be done here"

    on_the_first_day = standing(case(), today=on("2026-03-01")).owner
    assert on_the_first_day is not None
    assert on_the_first_day.role == OURS_NOW
    then = standing(case(), today=on("2025-06-01"))
    assert then.owner is not None
    assert then.owner.role == OURS_2025
    assert [each.role for each in then.owners_before] == [OURS_2024]


def test_an_account_may_be_nobodys() -> None:
    """Then all who ever had it were before; and who will have it was not."""
    past = replace(case(), roles=(OURS_2024, OURS_NOW))
    found = standing(past, today=on("2025-06-01"))
    assert found.owner is None
    assert [each.role for each in found.owners_before] == [OURS_2024]


def test_a_guess_stands_only_where_it_is_newer_than_what_they_said() -> None:
    """What they said outweighs what we had guessed until then."""
    said = rating("2026-09-03", Level.NEUTRAL, viewpoint=Viewpoint.THEIRS_SAID)
    newer = rating("2026-09-04", Level.POSITIVE, viewpoint=Viewpoint.THEIRS_GUESSED)
    same_day = replace(newer, day=said.day)

    for ratings, expected in (
        ((said, newer), newer),
        ((said, same_day), None),
        ((newer,), newer),
        ((said,), None),
    ):
        found = standing(relationship(ratings=ratings), today=TODAY).guessed
        assert (found and found.rating) == expected


def test_nothing_known_is_empty() -> None:
    """An empty section is left out of the brief."""
    found = standing(relationship(roles=()), today=TODAY)
    assert (found.ours, found.said, found.guessed, found.trend, found.gap) == (None,) * 5
    assert (found.goal, found.shared_with, found.owner, found.owners_before) == (
        None,
        None,
        None,
        (),
    )
