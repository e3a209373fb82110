"""When standing commitments occur."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.recurrence import Occurrence, occurrences, occurring_days
from journal.domain.span import When
from tests.analysis.made import DAYTON, commitment, on


def days(found: tuple[Occurrence, ...]) -> list[str]:
    """Name the days of occurrences."""
    return [each.when.day.isoformat() for each in found]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", ["2026-09-03", "2026-09-10", "2026-09-17", "2026-09-24"]),
        # Every second week from 1 January, a Thursday: 3 September is 35 weeks later.
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", ["2026-09-10", "2026-09-24"]),
        ("FREQ=MONTHLY;BYDAY=2TU", ["2026-09-08"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["2026-09-25"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", []),
        ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=28", ["2026-09-28"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-09-30"]),
        # Without a day in the rule, the first day says which.
        ("FREQ=WEEKLY", ["2026-09-03", "2026-09-10", "2026-09-17", "2026-09-24"]),
    ],
)
def test_rules_name_their_days(rule: str, expected: list[str]) -> None:
    """September 2026, looked up in a calendar."""
    found = occurrences(commitment(rule, "15:00"), on("2026-09-01"), on("2026-09-30"))
    assert days(found) == expected


def test_both_bounds_are_included() -> None:
    """From a Thursday to a Thursday are two."""
    weekly = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00")
    assert days(occurrences(weekly, on("2026-09-03"), on("2026-09-10"))) == [
        "2026-09-03",
        "2026-09-10",
    ]
    assert occurrences(weekly, on("2026-09-11"), on("2026-09-10")) == ()


def test_nothing_occurs_before_the_first_day_or_after_the_last() -> None:
    """It was not yet so, or is no longer."""
    autumn = commitment(
        "FREQ=WEEKLY;BYDAY=TH",
        "15:00",
        first_day=on("2026-09-10"),
        last_day=on("2026-09-17"),
    )
    assert days(occurrences(autumn, date.min, date.max)) == ["2026-09-10", "2026-09-17"]


def test_a_first_day_off_the_rule_is_no_occurrence() -> None:
    """Told on a Wednesday, it is still every Thursday."""
    told = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00", first_day=on("2026-09-02"))
    assert days(occurrences(told, on("2026-09-01"), on("2026-09-05"))) == ["2026-09-03"]


def test_an_occurrence_is_on_the_persons_wall_on_both_sides_of_a_clock_change() -> None:
    """At 15:00 in summer and in winter; an hour later in UTC."""
    weekly = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00", minutes=90)
    before, after = occurrences(weekly, on("2026-10-29"), on("2026-11-05"))

    assert before.when == When.from_iso("2026-10-29T15:00", DAYTON)
    assert (before.when.instant.hour, after.when.instant.hour) == (19, 20)
    assert after.ends_at.isoformat() == "2026-11-05T16:30:00-05:00"


def test_there_are_never_more_than_five_hundred() -> None:
    """A daily one over a lifetime must not fill a window's memory."""
    daily = commitment("FREQ=DAILY", "08:00")
    found = occurrences(daily, date.min, date.max)
    assert len(found) == 500
    assert found[-1].when.day == on("2027-05-15")
    assert len(occurrences(daily, date.min, date.max, at_most=3)) == 3


def test_a_rule_without_an_end_stops_with_the_years_that_a_when_can_have() -> None:
    """The calendar of the library goes on to 9999, ours to 2200."""
    yearly = commitment("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "08:00")
    assert occurrences(yearly, date.min, date.max)[-1].when.day == on("2200-01-01")


def test_a_rule_that_never_occurs_comes_to_an_end() -> None:
    """The thirtieth of February: nothing, and not for ever."""
    never = commitment("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "08:00")
    assert occurrences(never, date.min, date.max) == ()


@given(
    rule=st.builds(
        "FREQ={};INTERVAL={}{}".format,
        st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
        st.integers(1, 9),
        st.sampled_from(["", ";BYDAY=TH", ";BYDAY=MO,SU", ";WKST=SU", ";WKST=WE;BYDAY=TU,FR"]),
    ),
    first_day=st.dates(on("2024-01-01"), on("2026-01-01")),
    away=st.integers(0, 900),
)
def test_to_begin_late_finds_what_going_through_from_the_beginning_finds(
    rule: str, first_day: date, away: int
) -> None:
    """Whole intervals are skipped; the week that an interval counts from stays the same."""
    recurring = commitment(rule, "15:00", first_day=first_day)
    first = first_day + timedelta(days=away)
    last = first + timedelta(days=120)
    whole = [each for each in occurring_days(recurring, first_day, last) if each >= first]
    assert list(occurring_days(recurring, first, last)) == whole
