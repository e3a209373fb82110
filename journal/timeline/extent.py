"""From when to when something happened, and which part of that is shown at first."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.timeline.scale import DAY_S, Limits, View, fitted

_YEAR_S = 366 * DAY_S
# More than this is not shown at once when an account is opened; the rest is a drag away.
_OPENING_YEARS = 5
_MARGIN = 0.03
_LEAST_SHOWN_S = 120 * DAY_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Moments in UTC seconds, each of them `now` where nothing happened.

    Attributes:
        first: Of the earliest event; not after `now`.
        recent: Of the latest event that is past.
        latest: Of the latest of all, past or to come.
        owned: When the last owner so far took over, which is no event, but stands in the whole.
    """

    first: float
    recent: float
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

        Today is among it, unless nothing happened for long.
        """
        start = max(self.first, self.recent - _OPENING_YEARS * _YEAR_S)
        return self._shown(view, start, self.latest)

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
    past = [each[bisect_right(each, now) - 1] for each in known if each[0] <= now]
    return Extent(
        first=min((now, *(each[0] for each in known))),
        recent=max(past, default=now),
        latest=max((each[-1] for each in known), default=now),
        owned=max((each for each in owned if each <= now), default=-math.inf),
        now=now,
    )


def together(extents: Iterable[Extent], now: float) -> Extent:
    """Return the extent of several histories; none of them have to have any event."""
    known = tuple(extents)
    past = [each for each in known if each.first < now]
    ahead = [each for each in known if each.latest > now]
    recent = max((each.recent for each in past), default=now)
    return Extent(
        first=min((each.first for each in past), default=now),
        recent=recent,
        latest=max((each.latest for each in ahead), default=recent),
        owned=max((each.owned for each in known), default=-math.inf),
        now=now,
    )
