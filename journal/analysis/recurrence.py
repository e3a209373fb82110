"""When a standing commitment occurs.

The rule is read by python-dateutil; here it is only kept within bounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from journal.domain.person import StandingCommitment
from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR, When

MOST = 500
_DAYS_IN = {"DAILY": 1, "WEEKLY": 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One occurrence of a standing commitment, on the wall of the person's place."""

    commitment: StandingCommitment
    when: When

    @property
    def ends_at(self) -> datetime:
        """The aware end, the commitment's minutes later in real time."""
        return self.when.after(self.commitment.minutes)


def occurrences(
    commitment: StandingCommitment, first: date, last: date, *, at_most: int = MOST
) -> tuple[Occurrence, ...]:
    """Return the occurrences that start from `first` to `last`, both included, in order.

    Args:
        first: On the commitment's own wall, as is `last`.
        at_most: The first so many; a daily one fills 500 in a year and a half.
    """
    days = islice(occurring_days(commitment, first, last), at_most)
    return tuple(occurrence_on(commitment, day) for day in days)


def occurrence_on(commitment: StandingCommitment, day: date) -> Occurrence:
    """Return the occurrence of a day on which it is known to occur."""
    when = When(day=day, time=commitment.start, zone=commitment.zone)
    return Occurrence(commitment=commitment, when=when)


def occurring_days(commitment: StandingCommitment, first: date, last: date) -> Iterator[date]:
    """Yield the days from `first` to `last` on which it occurs, each once, in order.

    It can be no more than one a day, since a rule is daily at its finest.
    """
    from dateutil.rrule import rrulestr

    first = max(first, commitment.first_day, date(EARLIEST_YEAR, 1, 1))
    last = min(last, commitment.last_day or last, date(LATEST_YEAR, 12, 31))
    begins = _shortly_before(first, commitment)
    rule = rrulestr(commitment.rule, dtstart=datetime.combine(begins, commitment.start))
    moment: datetime
    for moment in rule:
        if moment.date() > last:
            return
        if moment.date() >= first:
            yield moment.date()


def _shortly_before(first: date, commitment: StandingCommitment) -> date:
    """Return a day on or before `first` from which it recurs on the same days as from its own.

    So a daily one of ten years is not gone through from its beginning. Whole intervals of days
    and weeks are skipped; those of months and years, which differ in length, are few enough.

    Args:
        first: Not before the commitment's first day.
    """
    parts = dict(each.split("=", 1) for each in commitment.rule.split(";"))
    if parts["FREQ"] not in _DAYS_IN:
        return commitment.first_day
    interval = timedelta(days=_DAYS_IN[parts["FREQ"]] * int(parts.get("INTERVAL", "1")))
    return commitment.first_day + (first - commitment.first_day) // interval * interval
