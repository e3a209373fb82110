"""Days between the calendar and the scale, and in words."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from journal.timeline.dates import Wall, plain_dates

DAYTON = Wall(zone=ZoneInfo("America/New_York"))
DAY = date(2026, 9, 3)


def test_a_day_begins_on_the_customers_wall() -> None:
    """Midnight in Dayton is four in the morning in Greenwich, in summer."""
    assert DAYTON.start_of(DAY) == datetime(2026, 9, 3, 4, tzinfo=UTC).timestamp()
    assert DAYTON.noon_of(DAY) == datetime(2026, 9, 3, 16, tzinfo=UTC).timestamp()


def test_a_day_on_which_the_clocks_change_is_longer() -> None:
    """The first of November 2026 has 25 hours in Dayton."""
    changing = date(2026, 11, 1)
    assert DAYTON.end_of(changing) - DAYTON.start_of(changing) == 25 * 3600


def test_a_moment_is_on_the_day_that_the_customers_wall_shows() -> None:
    """Half past three in the morning in Greenwich is still the evening before."""
    assert DAYTON.day_at(datetime(2026, 9, 3, 3, 30, tzinfo=UTC).timestamp()) == date(2026, 9, 2)


def test_a_year_and_a_quarter_are_those_of_the_calendar() -> None:
    """From the first midnight of one to that of the next, the third of September in both."""
    noon = DAYTON.noon_of(DAY)
    assert DAYTON.year_about(noon) == (
        DAYTON.start_of(date(2026, 1, 1)),
        DAYTON.start_of(date(2027, 1, 1)),
    )
    assert DAYTON.quarter_about(noon) == (
        DAYTON.start_of(date(2026, 7, 1)),
        DAYTON.start_of(date(2026, 10, 1)),
    )
    assert DAYTON.quarter_about(DAYTON.noon_of(date(2026, 12, 31))) == (
        DAYTON.start_of(date(2026, 10, 1)),
        DAYTON.start_of(date(2027, 1, 1)),
    )


def test_moments_beyond_the_calendar_are_on_its_last_day() -> None:
    """A view zoomed out to the end of time must not fail."""
    assert DAYTON.day_at(1e15).year == 2200
    assert DAYTON.day_at(-1e15).year == 1900


def test_days_are_said_in_short() -> None:
    """The forms of the drafts."""
    dates = plain_dates()
    assert dates.day(DAY) == "3 Sep"
    assert dates.full_day(DAY) == "Thu 3 Sep 2026"
    assert dates.month(DAY) == "Sep"
    assert dates.month_of_year(DAY) == "Sep 2026"
    assert dates.clock(time(9, 5)) == "09:05"
