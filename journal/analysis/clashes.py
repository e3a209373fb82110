"""Which standing commitments of theirs a meeting runs into, or comes too close to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from journal.analysis.losses import Fate, fate
from journal.analysis.people import guests
from journal.analysis.recurrence import Occurrence, occurrence_on, occurring_days
from journal.domain.meeting import Meeting
from journal.domain.person import StandingCommitment
from journal.domain.relationship import Relationship
from journal.domain.span import zone_named

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


class Closeness(StrEnum):
    """How a standing commitment stands to a meeting."""

    OVERLAPS = "overlaps"
    STARTS_AFTER = "starts_after"
    ENDED_BEFORE = "ended_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """How near is too near.

    Attributes:
        after_min: A commitment that starts so soon after the planned end clashes. The one
            *after* kills more visits than the one before: the head is there already.
        before_min: So does one that ended so shortly before the planned start.
    """

    after_min: int = 30
    before_min: int = 15

    def __post_init__(self) -> None:
        if self.after_min < 0 or self.before_min < 0:
            message = f"margins are not negative: {self.after_min}, {self.before_min}"
            raise ValueError(message)


USUAL_MARGINS = Margins()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A meeting and the standing commitment of an invited person that stands in its way.

    Attributes:
        gap_min: Minutes between the two; 0 where they overlap.
    """

    meeting: Meeting
    occurrence: Occurrence
    closeness: Closeness
    gap_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InTheWay:
    """One standing commitment, and what became of the meetings that it clashed with."""

    commitment: StandingCommitment
    closeness: Closeness
    held: int
    lost: int
    ahead: int


def clashes(
    relationship: Relationship,
    *,
    meetings: Iterable[Meeting] | None = None,
    margins: Margins = USUAL_MARGINS,
) -> tuple[Clash, ...]:
    """Find the clashes of meetings, in the order of the meetings.

    A clash is a standing commitment of an invited person of the customer, valid that day,
    that overlaps the meeting as planned, or starts within `margins.after_min` of its end, or
    ended within `margins.before_min` before its start, the bounds included. Instants are
    compared, so meeting and commitment may stand in different zones. A meeting without a
    time clashes with nothing.

    Args:
        meetings: Of the relationship; None for all.
    """
    chosen = relationship.meetings if meetings is None else meetings
    invited = guests(relationship)
    timed = [
        _Timed(meeting=each, start=each.when.instant, end=each.ends_at.astimezone(UTC))
        for each in chosen
        if each.when.time is not None and each.id in invited
    ]
    found = [
        clash
        for commitment in relationship.commitments
        for clash in _clashes_with(
            commitment,
            [each for each in timed if commitment.person_id in invited[each.meeting.id]],
            margins,
        )
    ]
    return tuple(sorted(found, key=lambda each: each.meeting.when.instant))


def in_the_way(found: Iterable[Clash], now: datetime) -> tuple[InTheWay, ...]:
    """Count clashes by commitment and closeness, the one with most lost meetings first."""
    grouped: dict[tuple[str, Closeness], list[Clash]] = {}
    for each in found:
        key = (each.occurrence.commitment.id, each.closeness)
        grouped.setdefault(key, []).append(each)
    counted = (_counted(each, now) for each in grouped.values())
    return tuple(sorted(counted, key=lambda each: (-each.lost, -each.held, -each.ahead)))


def _counted(group: list[Clash], now: datetime) -> InTheWay:
    fates = Counter(fate(each.meeting, now) for each in group)
    return InTheWay(
        commitment=group[0].occurrence.commitment,
        closeness=group[0].closeness,
        held=fates[Fate.HELD],
        lost=fates[Fate.LOST],
        ahead=fates[Fate.AHEAD],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Timed:
    """A meeting with its planned start and end in UTC, worked out once for all commitments."""

    meeting: Meeting
    start: datetime
    end: datetime


def _clashes_with(
    commitment: StandingCommitment, timed: Sequence[_Timed], margins: Margins
) -> Iterator[Clash]:
    if not timed:
        return
    near = [_days_near(each, commitment, margins) for each in timed]
    occurring = frozenset(
        occurring_days(commitment, min(first for first, _ in near), max(last for _, last in near))
    )
    for each, (first, last) in zip(timed, near, strict=True):
        for number in range((last - first).days + 1):
            if (day := first + DAY * number) in occurring:
                yield from _clash(each, occurrence_on(commitment, day), margins)


def _days_near(
    timed: _Timed, commitment: StandingCommitment, margins: Margins
) -> tuple[date, date]:
    """Return the first and the last day, on the commitment's wall, to start on and clash."""
    zone = zone_named(commitment.zone)
    reach = timedelta(minutes=commitment.minutes + margins.before_min)
    until = timed.end + timedelta(minutes=margins.after_min)
    return (timed.start - reach).astimezone(zone).date(), until.astimezone(zone).date()


def _clash(timed: _Timed, occurrence: Occurrence, margins: Margins) -> Iterator[Clash]:
    starts = occurrence.when.instant
    after_min = (starts - timed.end) // MINUTE
    before_min = (timed.start - starts) // MINUTE - occurrence.commitment.minutes
    if after_min >= 0:
        closeness, gap_min, margin = Closeness.STARTS_AFTER, after_min, margins.after_min
    elif before_min >= 0:
        closeness, gap_min, margin = Closeness.ENDED_BEFORE, before_min, margins.before_min
    else:
        closeness, gap_min, margin = Closeness.OVERLAPS, 0, 0
    if gap_min <= margin:
        yield Clash(
            meeting=timed.meeting, occurrence=occurrence, closeness=closeness, gap_min=gap_min
        )
