"""Which backups may go; pure reckoning, nothing is removed here.

All of the last 48 hours stay, and the newest of each of the last 14 days, 8 weeks and 12
months that have one, and never fewer than five. "Newest" and "last" go by the order in which
they were made: after a clock has jumped, days and weeks are still counted one by one, and what
seems to come from the future stays.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

ALL_OF = timedelta(hours=48)
AT_LEAST = 5
# The newest of a month goes when twelve later months have one.
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One checked copy.

    Attributes:
        sequence: Counts the backups of one folder in the order in which they were made.
        at: When it was made by the clock of then; UTC, whole seconds.
        change: Number of the last change of the journal that is in it.
    """

    path: Path
    sequence: int
    at: datetime
    change: int


def newest_first(backups: Sequence[Backup]) -> list[Backup]:
    """Put them into the order in which they were made, the last one first."""
    return sorted(backups, key=lambda each: (each.sequence, each.at), reverse=True)


def surplus(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return those that may be removed; give it good ones only."""
    ordered = newest_first(backups)
    staying = set(ordered[:AT_LEAST])
    staying |= {each for each in ordered if each.at > now - ALL_OF}
    for period, number in _PERIODS:
        newest: dict[Hashable, Backup] = {}
        for each in ordered:
            newest.setdefault(period(each.at), each)
        staying |= set(islice(newest.values(), number))
    return [each for each in ordered if each not in staying]


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month


_PERIODS: tuple[tuple[Callable[[datetime], Hashable], int], ...] = (
    (_day, 14),
    (_week, 8),
    (_month, 12),
)
