"""Which of my own meetings cannot both be kept, whosever account they are with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from journal.analysis.day import Fit, Squeeze, Stop, squeeze, stops_of, with_the_one_before
from journal.domain.meeting import Status
from journal.domain.record import AccountId
from journal.domain.relationship import Relationship

# A short pause can be borne; these cannot.
IMPOSSIBLE = frozenset({Fit.OVERLAPS, Fit.OUT_OF_REACH, Fit.UNDER_WAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two meetings of which one has to give way.

    Attributes:
        before: The one that begins first.
        squeeze: Why the other cannot follow it.
    """

    before: Stop
    after: Stop
    squeeze: Squeeze


def conflicts(stops: Iterable[Stop]) -> tuple[Conflict, ...]:
    """Find the conflicts among stops, in order of time.

    Each meeting is compared with the one before it that ends last: they overlap, the way
    between them takes longer than what lies between, or one would have to leave while a call
    still goes on. What has no time, was called off or missed is in nobody's way.
    """
    return tuple(_conflicts(sorted(stops, key=_time)))


def conflicts_ahead(
    outlines: Mapping[AccountId, Relationship], *, now: datetime
) -> tuple[Conflict, ...]:
    """Find the conflicts among what is planned and not over yet.

    Args:
        outlines: Of each account the planned meetings of the next weeks.
        now: Aware, on the laptop's wall.
    """
    stops = (stop for one in outlines.values() for stop in stops_of(one, now))
    return conflicts(
        each
        for each in stops
        if each.meeting.status is Status.PLANNED and not each.meeting.is_unrecorded(now)
    )


def _conflicts(stops: Iterable[Stop]) -> Iterator[Conflict]:
    for each, before in with_the_one_before(stops):
        found = None if before is None else squeeze(before, each)
        if before is not None and found is not None and found.fit in IMPOSSIBLE:
            yield Conflict(before=before, after=each, squeeze=found)


def _time(stop: Stop) -> tuple[datetime, datetime, str]:
    when, end = stop.meeting.when, stop.meeting.ends_at
    return when.instant, end.astimezone(UTC), stop.meeting.id
