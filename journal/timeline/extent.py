"""From when to when something happened, and which part of that is shown at first."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.timeline.scale import DAY_S, Limits, View, fitted

_YEAR_S = 366 * DAY_S
# More than this is not shown at once when an account is opened; the rest is a drag away.
_OPENING_S = 5 * _YEAR_S
# One event in so many may stand so far after all the others that the opening leaves it out; fewer
# of them if they are of now, since what goes on today is seldom a slip of the pen.
_STRAY, _STRAY_OF_NOW = 20, 1000
_MARGIN = 0.03
_LEAST_SHOWN_S = 120 * DAY_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Moments in UTC seconds, each of them `now` where nothing happened.

    Attributes:
        first: Of the earliest event; not after `now`.
        recent: Of the latest event that is past, strays left out.
        settled: Of the latest of all, strays left out.
        latest: Of the latest of all, past or to come.
        owned: When the last owner so far took over, which is no event, but stands in the whole.
    """

    first: float
    recent: float
    settled: float
    latest: float
    owned: float
    now: float

    @property
    def last(self) -> float:
        """The latest of all; not before `now`."""
        return max(self.latest, self.now)

    @property
    def limits(self) -> Limits:
        """How far one may zoom out and pan."""
        margin = max(_YEAR_S, (self.last - self.first) * 0.1)
        return Limits(start=self.first - margin, end=self.last + margin)

    def whole(self, view: View) -> View:
        """Show everything; today, unless nothing happened for long."""
        return self._shown(view, self.first, max(self.latest, self.owned))

    def opening(self, view: View) -> View:
        """Show what one wants to see first: the last years that had events, and all since.

        Today is among it, unless nothing happened for long. A few events, years after all the
        others, are not: one mistyped date would show years in which nothing happened.
        """
        start = max(self.first, self.recent - _OPENING_S)
        return self._shown(view, start, self.settled)

    def _shown(self, view: View, start: float, latest: float) -> View:
        end = self._end_of(start, latest)
        seconds = end - start
        margin = max(seconds * _MARGIN, (_LEAST_SHOWN_S - seconds) / 2)
        return fitted(view, start - margin, end + margin)

    def _end_of(self, start: float, latest: float) -> float:
        """Return where a picture from `start` on ends, so that it is not mostly empty.

        A year of silence is always shown, since silence tells something; so is one that takes
        no more than a third of the picture. Beyond that the picture ends with the last event.
        """
        is_near = self.now - latest <= max(_YEAR_S, (latest - start) / 2)
        return max(latest, self.now) if is_near else latest


def reached(times: Iterable[Sequence[float]], now: float, owned: Sequence[float] = ()) -> Extent:
    """Return the extent of events of several kinds.

    Args:
        times: Of the events of each kind, in UTC seconds, ascending.
        owned: When each owner took over, likewise.
    """
    known = [each for each in times if len(each)]
    latest = max((each[-1] for each in known), default=now)
    settled = _settled(known, latest, now)
    past = [_last_until(each, min(settled, now)) for each in known]
    return Extent(
        first=min((now, *(each[0] for each in known))),
        recent=max((each for each in past if each is not None), default=now),
        settled=settled,
        latest=latest,
        owned=max((each for each in owned if each <= now), default=-math.inf),
        now=now,
    )


def _settled(known: Sequence[Sequence[float]], latest: float, now: float) -> float:
    """Return the latest event before the few that come years after all the others."""
    total, end = sum(map(len, known)), latest
    while True:
        begin = _unbroken_since(known, end)
        before = [each[at - 1] for each in known if (at := bisect_left(each, begin))]
        strays = sum(len(each) - bisect_left(each, begin) for each in known)
        if not before or strays > _most_strays(total, (begin, end), now):
            return end
        end = max(before)


def _unbroken_since(known: Sequence[Sequence[float]], end: float) -> float:
    """Return the event since which there was no silence as long as the opening, up to `end`."""
    begin, earliest = math.inf, end
    while earliest < begin:
        begin = earliest
        near = (each[bisect_left(each, begin - _OPENING_S) :][:1] for each in known)
        earliest = min((moment for found in near for moment in found), default=begin)
    return begin


def _most_strays(total: int, run: tuple[float, float], now: float) -> int:
    """Return how many of the last events may be strays, if they are all from the one to the other.

    Nothing is planned so far ahead that the opening, from now on, would not reach it.
    """
    begin, end = run
    if begin > now + _OPENING_S:
        return max(1, total // _STRAY)
    return total // (_STRAY if end < now - _YEAR_S else _STRAY_OF_NOW)


def _last_until(times: Sequence[float], moment: float) -> float | None:
    at = bisect_right(times, moment)
    return times[at - 1] if at else None
