"""Dates that stand apart from the body of a log."""

from datetime import date, timedelta

from journal.exchange.strays import stray_days

FIRST = date(2014, 7, 1)
DAILY = [FIRST + timedelta(days=number) for number in range(1000)]
LAST = DAILY[-1]


def test_days_far_before_and_after_the_rest_are_found() -> None:
    """A slip of the pen in the year; the meeting is real, its date hardly."""
    early, twice, late = date(2007, 9, 22), date(2014, 3, 4), date(2025, 7, 14)

    strays, rest = stray_days([*DAILY, early, twice, twice, late])

    assert strays == {early, twice, late}
    assert rest == (FIRST, LAST)


def test_a_usual_silence_is_none_of_them() -> None:
    """Three months before the body are not much, where it is silent itself at times."""
    sparse = [FIRST + timedelta(days=30 * number) for number in range(100)]

    assert stray_days([*sparse, FIRST - timedelta(days=149)]) == (frozenset(), None)
    assert stray_days([*sparse, FIRST - timedelta(days=151)])[0] == {FIRST - timedelta(days=151)}


def test_ninety_days_are_the_least_silence() -> None:
    """A log kept every day may have a holiday."""
    assert stray_days([*DAILY, FIRST - timedelta(days=90)]) == (frozenset(), None)
    assert stray_days([*DAILY, FIRST - timedelta(days=91)])[0] == {FIRST - timedelta(days=91)}


def test_many_rows_are_a_part_of_the_log_and_no_strays() -> None:
    """More than one in a hundred at one end is a beginning, not a slip."""
    early = [date(2007, 9, 22)] * 20

    assert stray_days([*DAILY, *early]) == (frozenset(), None)


def test_a_short_log_has_no_body_to_stand_apart_from() -> None:
    """Of nineteen rows nobody can tell."""
    assert stray_days([date(2007, 9, 22), *DAILY[:18]]) == (frozenset(), None)
    assert stray_days([date(2007, 9, 22), *DAILY[:19]])[0] == {date(2007, 9, 22)}


def test_a_log_of_one_day_has_none() -> None:
    """There is no gap in it."""
    assert stray_days([FIRST] * 30) == (frozenset(), None)
