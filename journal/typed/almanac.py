"""Reckoning with days, months and years, within the years that the journal knows."""

from collections.abc import Iterable
from datetime import date, timedelta

from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR
from journal.typed.understood import Lean

WEEK_DAYS = 7
_MONTHS_A_YEAR = 12
# Around 1900, 2100 and 2200 a 29 February is eight years from the next.
YEARS_SEARCHED = 8


def days_in(year: int, month: int) -> int:
    """Return how many days a month has, 1 to 12."""
    following = date(year + month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1)
    return (following - timedelta(days=1)).day


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day in the years that the journal knows."""
    return EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= day <= days_in(year, month)


def days_later(day: date, days: int) -> date | None:
    """Count days; None beyond the years that the journal knows."""
    number = day.toordinal() + days
    if not _FIRST <= number <= _LAST:
        return None
    return date.fromordinal(number)


def months_later(day: date, months: int) -> date | None:
    """Count months, to the last day of one that is shorter; None beyond the known years."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def nearest(days: Iterable[date], today: date, lean: Lean) -> date | None:
    """Return the day that lies next to today on one side; today itself is on both."""
    if lean is Lean.FORWARD:
        return min((each for each in days if each >= today), default=None)
    return max((each for each in days if each <= today), default=None)


def years_around(today: date) -> range:
    """Return the years in which to look for a day that has none."""
    first = max(today.year - YEARS_SEARCHED, EARLIEST_YEAR)
    return range(first, min(today.year + YEARS_SEARCHED, LATEST_YEAR) + 1)


_FIRST = date(EARLIEST_YEAR, 1, 1).toordinal()
_LAST = date(LATEST_YEAR, 12, 31).toordinal()
