"""Today, what waits from the days before, and the next days, over all accounts."""

from datetime import datetime, time, timedelta

from journal.analysis.conflicts import Conflict
from journal.analysis.conflicts import conflicts_ahead as told_conflicts
from journal.analysis.day import Days
from journal.analysis.day import days as told
from journal.operations.journal import Journal
from journal.store import days
from journal.store.days import Day, Waiting

# Planned meetings from before that are only counted.
LAST_DAYS = timedelta(days=14)


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


def waiting(journal: Journal) -> Waiting:
    """Count today's meetings, and the promises due or overdue; for the side of the window."""
    return days.waiting(journal.file.connection, _today(journal))


def _today(journal: Journal) -> Day:
    now = journal.now()
    midnight = datetime.combine(now.date(), time(0), tzinfo=now.tzinfo)
    return Day(
        today=now.date(),
        midnight=midnight,
        # On the wall: the night of a clock change is longer or shorter.
        next_midnight=midnight + timedelta(days=1),
        since=midnight - LAST_DAYS,
    )
