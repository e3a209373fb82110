"""Times and lengths in the forms that logs have them."""

from datetime import time, timedelta

import pytest

from journal.exchange.clock import (
    Clock,
    minutes_between,
    read_clock,
    read_minutes,
    read_span,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00", time(14)),
        ("9:05", time(9, 5)),
        ("14.00", time(14)),
        ("14h30", time(14, 30)),
        ("14 Uhr", time(14)),
        ("14:30 Uhr", time(14, 30)),
        ("2:00 PM", time(14)),
        ("2 pm", time(14)),
        ("12:15 a.m.", time(0, 15)),
        ("12:15 P.M.", time(12, 15)),
        ("14:00:59", time(14)),
        ("14:00:00.000", time(14)),
    ],
)
def test_a_time_is_read_to_the_minute(text: str, expected: time) -> None:
    """Each of these is how somebody writes two in the afternoon."""
    assert read_clock(text) == Clock(time=expected)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("14:00Z", 0),
        ("14:00 UTC", 0),
        ("14:00+02:00", 2),
        ("14:00-0430", -4.5),
        ("14:00Z-0300", -3),
    ],
)
def test_an_offset_is_kept(text: str, hours: float) -> None:
    """Without it the instant would be another in each zone."""
    clock = read_clock(text)

    assert clock is not None
    assert clock.offset == timedelta(hours=hours)


@pytest.mark.parametrize(
    "text", ["", "14", "25:00", "14:60", "13 pm", "0 am", "noon", "14:00+17:00", "14:00 sharp"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    """A lone number might be anything."""
    assert read_clock(text) is None


def test_a_span_has_both_ends() -> None:
    """Dashes of every length, and the words for them."""
    two, three = Clock(time=time(14)), Clock(time=time(15))

    for text in ("14:00-15:00", "14:00 – 15:00", "2 pm to 3 pm", "14 Uhr bis 15 Uhr"):
        assert read_span(text) == (two, three)
    assert read_span("14:00") == (two, None)
    assert read_span("morning-ish") == (None, None)


def test_what_cannot_be_a_span_is_an_offset() -> None:
    """An hour in the morning is no time in Hawaii, and nobody meets from two back to five."""
    assert read_span("09:00-10:00") == (Clock(time=time(9)), Clock(time=time(10)))
    assert read_span("14:00-05:00") == (Clock(time=time(14), offset=timedelta(hours=-5)), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50", 50), ("50 min", 50), ("50.0", 50), ("50'", 50), ("1:30", 90), ("1:30:00", 90),
        ("1.5 h", 90), ("1,5 Std.", 90), ("1h 20", 80), ("2 hours", 120), ("1 h 5 min", 65),
        ("0", None), ("", None), ("long", None), ("1441", None), ("25:00", None),
    ],
)  # fmt: skip
def test_a_length_is_read_in_minutes(text: str, expected: int | None) -> None:
    """From a minute to a day; anything else is left unknown."""
    assert read_minutes(text) == expected


def test_minutes_lie_between_two_times_of_one_day() -> None:
    """An end before the start is a slip, not a night."""
    assert minutes_between(time(14), time(14, 50)) == 50
    assert minutes_between(time(14), time(13)) is None
    assert minutes_between(time(14), time(14)) is None
