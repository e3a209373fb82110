"""Time as people mean it: what a wall clock shows, in every zone and at every clock change."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.span import Span, When, zone_named

ZONES = (
    "Europe/Prague",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
)
# Both hours about every clock change of 2026 in those zones, and days without one.
CHANGE_DAYS = (
    date(2026, 3, 8),
    date(2026, 3, 29),
    date(2026, 4, 5),
    date(2026, 10, 4),
    date(2026, 10, 25),
    date(2026, 11, 1),
)

minutes_of_day = st.integers(0, 24 * 60 - 1).map(lambda each: time(each // 60, each % 60))
days = st.one_of(
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.sampled_from(CHANGE_DAYS),
)
whens = st.builds(
    When, day=days, time=st.one_of(st.none(), minutes_of_day), zone=st.sampled_from(ZONES)
)


@given(whens)
def test_a_when_comes_back_from_its_text(when: When) -> None:
    """What the store writes it must read again, on the days when clocks change too."""
    again = When.from_iso(when.iso, when.zone)

    assert again == when
    assert again.instant == when.instant


@given(whens)
def test_an_instant_is_the_wall_time_or_lies_in_a_gap(when: When) -> None:
    """Wall to instant to wall is the same, save where no clock ever showed that time."""
    shown = When.at(when.instant, when.zone)

    is_skipped = when.instant.astimezone(ZoneInfo(when.zone)).replace(tzinfo=None) != (
        datetime.combine(when.day, when.time or time(0))
    )
    assert is_skipped or (shown.day, shown.time) == (when.day, when.time or time(0))
    assert not is_skipped or shown.start.utcoffset() != when.start.utcoffset()


@given(
    st.integers(0, 4_102_444_800).map(lambda second: datetime.fromtimestamp(second, UTC)),
    st.sampled_from(ZONES),
)
def test_a_moment_keeps_its_minute_whatever_the_zone(moment: datetime, zone: str) -> None:
    """An imported instant becomes wall time and back; only the second run of an hour is lost."""
    when = When.at(moment, zone)

    cut = moment.replace(second=0, microsecond=0)
    hour_twice = moment.astimezone(ZoneInfo(zone)).fold
    assert hour_twice or when.instant == cut
    assert when.instant <= cut


@pytest.mark.parametrize(
    ("text", "zone", "instant"),
    [
        # Skipped: read with the offset that held before.
        ("2026-03-29T02:30", "Europe/Prague", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("2026-03-08T02:30", "America/New_York", datetime(2026, 3, 8, 7, 30, tzinfo=UTC)),
        ("2026-03-08T02:30", "America/St_Johns", datetime(2026, 3, 8, 6, 0, tzinfo=UTC)),
        ("2026-10-04T02:15", "Australia/Lord_Howe", datetime(2026, 10, 3, 15, 45, tzinfo=UTC)),
        # Twice: the first.
        ("2026-10-25T02:30", "Europe/Prague", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-11-01T01:30", "America/New_York", datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
        ("2026-11-01T01:30", "America/St_Johns", datetime(2026, 11, 1, 4, 0, tzinfo=UTC)),
        ("2026-04-05T01:45", "Australia/Lord_Howe", datetime(2026, 4, 4, 14, 45, tzinfo=UTC)),
        # Never changes, half an hour off the hour.
        ("2026-03-29T02:30", "Asia/Kolkata", datetime(2026, 3, 28, 21, 0, tzinfo=UTC)),
    ],
)
def test_each_clock_change_is_read_as_documented(text: str, zone: str, instant: datetime) -> None:
    """Zones jump by an hour or by half of one, and the rule for gaps and folds is one."""
    assert When.from_iso(text, zone).instant == instant


def test_the_second_run_of_an_hour_is_the_first_one() -> None:
    """Text cannot tell them apart, so a value must not either: equal values, equal instants."""
    second = When.at(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Prague")
    first = When.from_iso("2026-10-25T02:30", "Europe/Prague")

    assert second == first
    assert second.instant == first.instant == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_minutes_after_a_clock_change_are_real_minutes() -> None:
    """A visit of 90 minutes lasts 90 minutes, also in the night when an hour is skipped."""
    when = When.from_iso("2026-03-29T01:00", "Europe/Prague")

    end = when.after(90)

    assert end.isoformat() == "2026-03-29T03:30:00+02:00"
    assert end - when.instant == timedelta(minutes=90)


def test_a_day_without_a_time_starts_at_midnight() -> None:
    """Ordering needs an instant; the text still says that only the day is known."""
    when = When(day=date(2026, 9, 3), time=None, zone="America/New_York")

    assert when.iso == "2026-09-03"
    assert when.minute_of_day is None
    assert when.start.isoformat() == "2026-09-03T00:00:00-04:00"


def test_a_when_counts_weekdays_and_minutes_as_the_customer_does() -> None:
    """The access grid is the customer's week: Thursday is 3, two o'clock is 840."""
    when = When.from_iso("2026-09-03T14:00", "America/New_York")

    assert (when.weekday, when.minute_of_day) == (3, 14 * 60)
    assert when.iso == "2026-09-03T14:00"


def test_seconds_are_cut_from_a_moment() -> None:
    """Appointments are made to the minute; a second would only break equality."""
    when = When.at(datetime(2026, 9, 3, 12, 0, 59, 999, tzinfo=UTC), "Europe/Prague")

    assert when.time == time(14, 0)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "what"),
    [
        (date(1899, 12, 31), None, "UTC", "the year 1899"),
        (date(2201, 1, 1), None, "UTC", "the year 2201"),
        (date(2026, 1, 1), time(14, 0, 1), "UTC", "to the minute"),
        (date(2026, 1, 1), time(14, 0, 0, 1), "UTC", "to the minute"),
        (date(2026, 1, 1), time(14, 0, tzinfo=timezone(timedelta(hours=2))), "UTC", "no offset"),
        (date(2026, 1, 1), None, "Europe/Atlantis", "Europe/Atlantis"),
    ],
)
def test_an_impossible_when_is_refused(day: date, clock: time | None, zone: str, what: str) -> None:
    """A meeting in 2922 is a slip of the hand, and an unknown zone has no instant."""
    with pytest.raises(ValueError, match=what):
        When(day=day, time=clock, zone=zone)


@pytest.mark.parametrize("text", ["", "soon", "2026-09-31", "2026-09-03T25:00"])
def test_a_text_that_is_no_day_is_refused(text: str) -> None:
    """Whoever reads a file decides what to say about it; nothing is guessed here."""
    with pytest.raises(ValueError, match=r".+"):
        When.from_iso(text, "UTC")


@pytest.mark.parametrize("name", ["", "Nowhere", "../etc/passwd", "/etc/localtime", "\x00"])
def test_a_zone_is_one_of_the_database_and_no_path(name: str) -> None:
    """The name comes from files of strangers, and the library would open it."""
    with pytest.raises(ValueError, match="no such time zone"):
        zone_named(name)


def test_a_span_holds_both_its_ends() -> None:
    """Who left on the 31st was still there on the 31st."""
    span = Span(start=date(2026, 1, 1), end=date(2026, 3, 31))

    assert date(2026, 1, 1) in span
    assert date(2026, 3, 31) in span
    assert date(2025, 12, 31) not in span
    assert date(2026, 4, 1) not in span


def test_an_open_span_has_no_bound_on_that_side() -> None:
    """Most roles have no known beginning and no end yet."""
    assert date(1900, 1, 1) in Span(start=None, end=date(2026, 1, 1))
    assert date(2200, 1, 1) in Span(start=date(2026, 1, 1), end=None)
    assert date.min in Span(start=None, end=None)


def test_a_span_of_one_day_is_a_span() -> None:
    """A role may last a day."""
    assert date(2026, 1, 1) in Span(start=date(2026, 1, 1), end=date(2026, 1, 1))


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    """Nothing could lie in it."""
    with pytest.raises(ValueError, match="cannot end"):
        Span(start=date(2026, 1, 2), end=date(2026, 1, 1))
