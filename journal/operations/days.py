"""Today, what waits from the days before, and the next days, over all accounts."""

from datetime import date, datetime, time, timedelta

from journal.analysis.conflicts import Conflict
from journal.analysis.conflicts import conflicts_ahead as told_conflicts
from journal.analysis.day import Days, Stop
from journal.analysis.day import days as told
from journal.analysis.day import on_day as told_on_day
from journal.operations.journal import Journal
from journal.store import days
from journal.store.days import Day, Waiting

# Planned meetings from before that are only counted.
LAST_DAYS = timedelta(days=14)
# Before the first day that Python knows, or after the last, nothing can be looked for.
_ROOM = 2 * LAST_DAYS


def around_today(journal: Journal) -> Days:
    """Return what is to be done today and soon."""
    day = _today(journal)
    connection = journal.file.connection
    return told(
        days.outlines(connection, day),
        now=journal.now(),
        older_unrecorded=days.older_planned(connection, day),
    )


def conflicts_ahead(journal: Journal) -> tuple[Conflict, ...]:
    """Return which of my meetings of today and the next weeks cannot both be kept."""
    found = days.outlines(journal.file.connection, _today(journal))
    return told_conflicts(found, now=journal.now())


def on_day(journal: Journal, day: date) -> tuple[Stop, ...]:
    """Return the meetings of the laptop's day in order of time, whatever became of them."""
    if not date.min + _ROOM < day < date.max - _ROOM:
        return ()
    found = days.outlines(journal.file.connection, _about(journal, day))
    return told_on_day(found, day, now=journal.now())


def waiting(journal: Journal) -> Waiting:
    """Count today's meetings, and the promises due or overdue; for the side of the window."""
    return days.waiting(journal.file.connection, _today(journal))


def _today(journal: Journal) -> Day:
    return _about(journal, journal.today())


def _about(journal: Journal, day: date) -> Day:
    midnight = datetime.combine(day, time(0), tzinfo=journal.now().tzinfo)
    return Day(
        today=day,
        midnight=midnight,
        # On the wall: the night of a clock change is longer or shorter.
        next_midnight=midnight + timedelta(days=1),
        since=midnight - LAST_DAYS,
    )
