"""How long an account may go without contact, as it is typed."""

import pytest

from journal.ui.accounts.interval import interval_text, read_interval


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("6 weeks", 42),
        ("every 6 weeks", 42),
        ("6w", 42),
        ("a week", 7),
        ("every month", 30),
        ("two months", 60),
        ("quarter", 91),
        ("1 year", 365),
        ("45", 45),
        ("45 days", 45),
        (" ", None),
    ],
)
def test_an_interval_is_read_in_the_units_that_one_speaks_in(typed: str, days: int | None) -> None:
    """What is shown can be typed again and means the same."""
    reading = read_interval(typed)
    assert not reading.is_refused
    assert reading.value == days
    assert read_interval(reading.text).value == days


@pytest.mark.parametrize("typed", ["often", "0", "6 weeks or so", "6 pens", "10 years", "every"])
def test_what_is_no_interval_is_refused_with_an_example(typed: str) -> None:
    """Beyond three years nobody means an interval."""
    reading = read_interval(typed)
    assert reading.is_refused
    assert "6 weeks" in reading.words


def test_whole_weeks_are_said_in_weeks() -> None:
    """As one would say it."""
    assert [interval_text(each) for each in (None, 1, 7, 30, 42)] == [
        "",
        "1 day",
        "1 week",
        "30 days",
        "6 weeks",
    ]
