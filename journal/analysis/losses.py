"""Which meetings were lost, with how much notice, where that reached us, and what it cost."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Kind, Meeting, Status, Whereabouts
from journal.domain.record import Side
from journal.domain.span import When, zone_named

GOOD_NOTICE = timedelta(hours=24)
AWAY_FROM_HOME = (Whereabouts.AT_THE_DOOR, Whereabouts.ON_THE_WAY)


class Fate(StrEnum):
    """What became of a meeting, as the counts see it."""

    HELD = "held"
    LOST = "lost"
    BY_US = "by_us"
    MOVED = "moved"
    UNRECORDED = "unrecorded"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What became of meetings; the lost rate is `lost` of `counted`.

    Attributes:
        by_us: Called off, moved or missed by us; neither held nor lost.
        moved: Moved by the customer in good time; neither held nor lost.
        unrecorded: Their time is past and nobody said what became of them; in neither.
        ahead: Still planned.
    """

    held: int = 0
    lost: int = 0
    by_us: int = 0
    moved: int = 0
    unrecorded: int = 0
    ahead: int = 0

    @property
    def counted(self) -> int:
        """Held and lost together, what a rate is taken of."""
        return self.held + self.lost


@dataclass(frozen=True, slots=True, kw_only=True)
class LostWhere:
    """Where we were when meetings were lost, as counts."""

    at_the_door: int = 0
    on_the_way: int = 0
    before_leaving: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WastedTravel:
    """Driven for nothing.

    Attributes:
        minutes: There and back, over all meetings for which it is known.
        unknown: Lost on the way or at the door, but how far we drove is not known.
    """

    minutes: int = 0
    unknown: int = 0


def is_lost(meeting: Meeting) -> bool:
    """Say whether the customer let it fall.

    Lost is cancelled by the customer, a no-show, or moved by the customer with less than
    24 hours' notice. What we called off ourselves is not lost, not even a no-show.
    """
    called_off = meeting.cancellation
    if called_off is not None and called_off.by is Side.OURS:
        return False
    if meeting.status is Status.MOVED and called_off is not None:
        return _is_short(meeting.when, called_off)
    return meeting.status in {Status.CANCELLED, Status.NO_SHOW}


def fate(meeting: Meeting, now: datetime) -> Fate:
    """Tell what became of a meeting, each meeting in exactly one way."""
    if meeting.status is Status.HELD:
        return Fate.HELD
    if meeting.status is Status.PLANNED:
        return Fate.UNRECORDED if meeting.is_unrecorded(now) else Fate.AHEAD
    if is_lost(meeting):
        return Fate.LOST
    by_us = meeting.cancellation is not None and meeting.cancellation.by is Side.OURS
    return Fate.BY_US if by_us else Fate.MOVED


def counts(meetings: Iterable[Meeting], now: datetime) -> Counts:
    """Count what became of meetings."""
    by_fate = Counter(fate(each, now) for each in meetings)
    return Counts(**{str(each): by_fate[each] for each in Fate})


def notice(meeting: Meeting) -> timedelta | None:
    """Return planned start minus the moment the cancellation reached us.

    Zero or less is at the door. None where either is not known to the minute.
    """
    called_off = meeting.cancellation
    if called_off is None or called_off.at is None or meeting.when.time is None:
        return None
    return meeting.when.instant - called_off.at


def travel_min(meeting: Meeting, account: Account) -> int | None:
    """Return the way there in minutes: the meeting's own, else the account's.

    0 where nobody travels (a call, a letter); None where unknown, also for a meeting with
    another account in which this one was a guest.
    """
    if meeting.kind is not Kind.VISIT:
        return 0
    if meeting.travel_min is not None or meeting.account_id != account.id:
        return meeting.travel_min
    return account.travel_min


def where_lost(meeting: Meeting, way_min: int | None) -> Whereabouts | None:
    """Tell where we were when a meeting fell; None where the journal does not say enough.

    What the user said wins. Else it follows from the notice: none left is at the door, less
    than the way there is on the way, more is before leaving. Of a no-show nobody told us,
    so we stood at the door. Of a meeting without a time only a cancellation that came a
    whole journey before its day says something: before leaving.

    Args:
        way_min: As `travel_min` gives it.
    """
    called_off = meeting.cancellation
    if called_off is not None and called_off.whereabouts is not None:
        return called_off.whereabouts
    if called_off is None or called_off.at is None:
        return Whereabouts.AT_THE_DOOR if meeting.status is Status.NO_SHOW else None
    left = meeting.when.instant - called_off.at
    if way_min is not None and left >= timedelta(minutes=max(way_min, 1)):
        return Whereabouts.BEFORE_LEAVING
    if meeting.when.time is None:
        return None
    if left <= timedelta(0):
        return Whereabouts.AT_THE_DOOR
    return None if way_min is None else Whereabouts.ON_THE_WAY


def lost_where(meetings: Iterable[Meeting], account: Account) -> LostWhere:
    """Count where we were when meetings were lost; the others are passed over."""
    places = Counter(where_lost(each, travel_min(each, account)) for each in _lost(meetings))
    return LostWhere(
        at_the_door=places[Whereabouts.AT_THE_DOOR],
        on_the_way=places[Whereabouts.ON_THE_WAY],
        before_leaving=places[Whereabouts.BEFORE_LEAVING],
        unknown=places[None],
    )


def days_before(meetings: Iterable[Meeting], account: Account) -> int:
    """Count, of those lost before we left, the ones of which we knew at least 24 hours before.

    A day without a time begins at its first minute, so that it is never said too early.
    """
    return sum(
        where_lost(each, travel_min(each, account)) is Whereabouts.BEFORE_LEAVING
        and each.cancellation is not None
        and each.cancellation.at is not None
        and each.when.instant - each.cancellation.at >= GOOD_NOTICE
        for each in _lost(meetings)
    )


def wasted_travel(meetings: Iterable[Meeting], account: Account) -> WastedTravel:
    """Add up what was driven for nothing to meetings that were lost.

    At the door it is the way there and back. On the way it is the part that was driven when
    the news came, travel minus notice, there and back; without a notice, or with one that is
    longer than the way (so that we had left early), that part is not known.
    """
    minutes = 0
    unknown = 0
    for each in _lost(meetings):
        driven = _driven_min(each, travel_min(each, account))
        minutes += driven or 0
        unknown += driven is None
    return WastedTravel(minutes=minutes, unknown=unknown)


def _lost(meetings: Iterable[Meeting]) -> Iterable[Meeting]:
    return (each for each in meetings if is_lost(each))


def _is_short(planned: When, called_off: Cancellation) -> bool:
    """Say whether a move came late; not, where the journal cannot show that it did."""
    if called_off.whereabouts in AWAY_FROM_HOME:
        return True
    if called_off.at is None:
        return False
    if planned.time is None:
        return called_off.at.astimezone(zone_named(planned.zone)).date() >= planned.day
    return planned.instant - called_off.at < GOOD_NOTICE


def _driven_min(meeting: Meeting, way_min: int | None) -> int | None:
    where = where_lost(meeting, way_min)
    if where not in AWAY_FROM_HOME or way_min == 0:
        return 0
    if way_min is None:
        return None
    if where is Whereabouts.AT_THE_DOOR:
        return 2 * way_min
    left = notice(meeting)
    if left is None or left > timedelta(minutes=way_min):
        return None
    return 2 * min(way_min, way_min - left // timedelta(minutes=1))
