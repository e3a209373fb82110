"""How often visits are repeated, worked out by hand from Tuesday 1 December 2026."""

from datetime import date

import pytest

from journal.typed.names import Unit
from journal.typed.repetitions import (
    MOST,
    Repetition,
    repetition_words,
    understand_repetition,
)
from journal.typed.understood import NotUnderstood
from tests.typed.reading import AHEAD

FIRST = date(2026, 12, 1)
END = "Say either how many times or until when."

TYPED = [
    ("every 4 weeks, 6 times", (Unit.WEEK, 4, 6, None)),
    ("6 times every four weeks", (Unit.WEEK, 4, 6, None)),
    ("every 4 weeks until 30 jun", (Unit.WEEK, 4, None, date(2027, 6, 30))),
    ("fortnightly till end of june", (Unit.WEEK, 2, None, date(2027, 6, 30))),
    ("every other week 3x", (Unit.WEEK, 2, 3, None)),
    ("every second month, twice", (Unit.MONTH, 2, 2, None)),
    ("every fortnight for 3 times.", (Unit.WEEK, 2, 3, None)),
    ("weekly 10 times", (Unit.WEEK, 1, 10, None)),
    ("each month 12 times", (Unit.MONTH, 1, 12, None)),
    ("quarterly until 31.12.2027", (Unit.MONTH, 3, None, date(2027, 12, 31))),
    ("every quarter 4 x", (Unit.MONTH, 3, 4, None)),
    ("every year 2 times", (Unit.MONTH, 12, 2, None)),
    ("every 3 days 5 times", (Unit.DAY, 3, 5, None)),
]


@pytest.mark.parametrize(("text", "answer"), TYPED)
def test_what_is_typed_is_understood(text: str, answer: tuple[object, ...]) -> None:
    """Either part may come first, and a month may be said in many ways."""
    read = understand_repetition(text, AHEAD)
    assert isinstance(read, Repetition)
    assert (read.unit, read.every, read.times, read.until) == answer


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Say how often, such as every 4 weeks, 6 times."),
        ("6 times", "Say how often, such as every 4 weeks, 6 times."),
        ("every 4 weeks", END),
        ("every 4 weeks, 6 times until 30 jun", END),
        ("every 4 weeks until some day", "“some” is no day or time."),
        ("every 4 weeks until", "Type a day, such as tue 10 or in 2 weeks."),
        ("every hour 6 times", "“every” does not say how often."),
        ("every 0 weeks 6 times", "“every” does not say how often."),
        ("every", "“every” does not say how often."),
        ("every week every week", "“every” does not say how often."),
        ("weekly 0 times", "“0” does not say how often."),
        ("weekly 6", "“6” does not say how often."),
        ("weekly 6 times 7 times", "“7” does not say how often."),
        ("now and then", "“now” does not say how often."),
    ],
)
def test_what_is_not_understood_says_why(text: str, why: str) -> None:
    """So that it can be put right."""
    read = understand_repetition(text, AHEAD)
    assert isinstance(read, NotUnderstood)
    assert read.why == why


def test_the_first_one_counts() -> None:
    """Six times is six visits, four weeks apart: over the turn of the year."""
    days = Repetition(unit=Unit.WEEK, every=4, times=6).days(FIRST)
    assert [each.isoformat() for each in days] == [
        "2026-12-01",
        "2026-12-29",
        "2027-01-26",
        "2027-02-23",
        "2027-03-23",
        "2027-04-20",
    ]


def test_the_last_day_counts_too() -> None:
    """Until the 29th is still on the 29th, not on the 28th; before the first there is none."""
    repetition = Repetition(unit=Unit.WEEK, every=4, until=date(2026, 12, 29))
    assert repetition.days(FIRST)[-1] == date(2026, 12, 29)
    assert len(repetition.days(date(2026, 12, 2))) == 1
    assert repetition.days(date(2026, 12, 30)) == ()


def test_a_month_is_counted_by_its_weekdays() -> None:
    """The first Tuesdays; and of a fifth Tuesday the last one where there is no fifth."""
    monthly = Repetition(unit=Unit.MONTH, every=1, times=4)
    assert [each.isoformat() for each in monthly.days(FIRST)] == [
        "2026-12-01",
        "2027-01-05",
        "2027-02-02",
        "2027-03-02",
    ]
    assert [each.isoformat() for each in monthly.days(date(2026, 12, 29))] == [
        "2026-12-29",
        "2027-01-26",
        "2027-02-23",
        "2027-03-30",
    ]


def test_too_many_are_one_more_than_the_limit() -> None:
    """So one can say so; and the calendar of the journal has an end."""
    assert len(Repetition(unit=Unit.DAY, every=1, times=9999).days(FIRST)) == MOST + 1
    yearly = Repetition(unit=Unit.MONTH, every=12, times=104)
    assert yearly.days(date(2190, 1, 1))[-1].year == 2200
    assert Repetition(unit=Unit.DAY, every=999, times=3).days(date(2200, 1, 1)) == (
        date(2200, 1, 1),
    )


@pytest.mark.parametrize(
    ("repetition", "words"),
    [
        (
            Repetition(unit=Unit.WEEK, every=4, times=6),
            "every 4 weeks on Tuesday, 6 times, the last on Tue 20 Apr 2027",
        ),
        (
            Repetition(unit=Unit.WEEK, every=1, until=date(2026, 12, 2)),
            "every week on Tuesday, 1 time, the last on Tue 1 Dec 2026",
        ),
        (
            Repetition(unit=Unit.MONTH, every=3, times=2),
            "every 3 months on the first Tuesday, 2 times, the last on Tue 2 Mar 2027",
        ),
        (
            Repetition(unit=Unit.DAY, every=1, times=2),
            "every day, 2 times, the last on Wed 2 Dec 2026",
        ),
        (Repetition(unit=Unit.WEEK, every=1, until=date(2026, 11, 1)), "every week on Tuesday"),
        (
            Repetition(unit=Unit.DAY, every=1, times=105),
            "No more than 104 are planned at once; plan the rest later.",
        ),
    ],
)
def test_what_was_understood_is_said(repetition: Repetition, words: str) -> None:
    """With the last day, by which one sees whether it is what one meant."""
    assert repetition_words(repetition, FIRST) == words
