"""How what was understood is shown."""

from datetime import date, time, timedelta

import pytest

from journal.typed.day_names import brief_day_words, distance_words, understood_words
from journal.typed.understood import Understood
from tests.typed.reading import LONDON, TODAY

TUESDAY = date(2026, 12, 1)


def shown(day: date, clock: time | None = None, minutes: int | None = None) -> str:
    """Show a day as understood on the Monday."""
    understood = Understood(day=day, time=clock, minutes=minutes, zone=LONDON)
    return understood_words(understood, TODAY)


def test_a_day_is_shown_with_its_year_and_how_far_it_is() -> None:
    """All of it, so that a wrong year or weekday leaps to the eye."""
    assert shown(TUESDAY) == "Tue 1 Dec 2026 · in 8 days"
    assert shown(TUESDAY, time(10)) == "Tue 1 Dec 2026, 10:00 · in 8 days"


def test_a_length_is_shown_by_its_end() -> None:
    """Where that is on the same day; else as a length."""
    assert shown(TUESDAY, time(10), 90) == "Tue 1 Dec 2026, 10:00–11:30 · in 8 days"
    assert shown(TUESDAY, time(23), 59) == "Tue 1 Dec 2026, 23:00–23:59 · in 8 days"
    assert shown(TUESDAY, time(23), 60) == "Tue 1 Dec 2026, 23:00, 1 h · in 8 days"
    assert shown(TUESDAY, None, 45) == "Tue 1 Dec 2026, 45 min · in 8 days"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, "today"), (1, "tomorrow"), (-1, "yesterday"), (2, "in 2 days"), (-21, "21 days ago"),
        (22, "in 3 weeks"), (-84, "12 weeks ago"), (85, "in 3 months"), (-200, "7 months ago"),
        (700, "in 23 months"), (-701, "2 years ago"), (36525, "in 100 years"),
    ],
)  # fmt: skip
def test_a_distance_is_said_in_the_unit_that_tells(days: int, expected: str) -> None:
    """Nobody counts 219 days."""
    assert distance_words(TODAY + timedelta(days=days), TODAY) == expected


def test_the_year_is_left_out_where_it_is_this_one() -> None:
    """Within a line there is little room."""
    assert brief_day_words(TUESDAY, TODAY) == "Tue 1 Dec"
    assert brief_day_words(date(2027, 12, 1), TODAY) == "Wed 1 Dec 2027"
