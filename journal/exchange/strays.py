"""Dates that stand apart from the body of a log: likely slips of the pen, never dropped."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import accumulate, pairwise

# One row in a hundred at each end may be a stray; fewer rows than this have no body.
_SHARE = 100
_FEWEST_ROWS = 20
# It stands apart when nothing was noted for three months before the body (or after it), and
# for five times as long as the longest silence within the body.
_SILENCE_DAYS = 90
_TIMES_THE_LONGEST = 5


def stray_days(days: Iterable[date]) -> tuple[frozenset[date], tuple[date, date] | None]:
    """Find the days that stand apart from all others.

    The days are put in order, and the body of the log is what remains without the first and
    the last hundredth of the rows. Outside of the longest silence within it, times five and
    at least 90 days, whatever lies beyond such a gap stands apart.

    Args:
        days: One for each row, in any order.

    Returns:
        The stray days, and the first and last day of the rest (None where there are no strays).
    """
    counts = Counter(days)
    rows = counts.total()
    if rows < _FEWEST_ROWS:
        return frozenset(), None
    ordered = sorted(counts)
    most = max(1, rows // _SHARE)
    front, back = _reach(ordered, counts, most), _reach(ordered[::-1], counts, most)
    body = ordered[front : len(ordered) - back]
    silence = max((_apart(*pair) for pair in pairwise(body)), default=0)
    gap = max(_SILENCE_DAYS, _TIMES_THE_LONGEST * silence)
    start, end = _cut(ordered, front, gap), _cut(ordered[::-1], back, gap)
    strays = ordered[:start] + ordered[len(ordered) - end :]
    if not strays:
        return frozenset(), None
    return frozenset(strays), (ordered[start], ordered[len(ordered) - end - 1])


def _reach(ordered: list[date], counts: Counter[date], most: int) -> int:
    """Return how many days from this end hold no more rows than `most`."""
    totals = accumulate(counts[day] for day in ordered)
    return sum(total <= most for total in totals)


def _cut(ordered: list[date], reach: int, gap: int) -> int:
    """Return how many days from this end lie beyond the innermost gap that is long enough."""
    cuts = [
        number
        for number in range(1, reach + 1)
        if _apart(ordered[number - 1], ordered[number]) > gap
    ]
    return max(cuts, default=0)


def _apart(one: date, other: date) -> int:
    return abs((other - one).days)
