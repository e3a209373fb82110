"""The days around today: who is met when, when to leave, and what will not fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from journal.analysis.losses import travel_min
from journal.analysis.people import guests, known
from journal.analysis.promises import open_promises
from journal.domain.account import Account
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.person import Person
from journal.domain.promise import Promise
from journal.domain.record import AccountId, Side
from journal.domain.relationship import Relationship

# Less than this between two meetings is no pause.
PAUSE = timedelta(minutes=15)
DAYS_AHEAD = 7
_MINUTE = timedelta(minutes=1)


class Fit(StrEnum):
    """Why a meeting does not sit well behind an earlier one.

    OVERLAPS: it begins before the other ends. OUT_OF_REACH: the way from the other takes
    longer than what lies between, whichever way it goes. UNDER_WAY: one would have to leave
    while the other, which is no visit, still goes on. BACK_TO_BACK: hardly a pause between.
    STRAIGHT_ON: one cannot leave from home any more, and goes there from the other.
    """

    OVERLAPS = "overlaps"
    OUT_OF_REACH = "out_of_reach"
    UNDER_WAY = "under_way"
    BACK_TO_BACK = "back_to_back"
    STRAIGHT_ON = "straight_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Squeeze:
    """What does not sit well between two meetings of one day.

    Attributes:
        before: The account of the earlier one.
        gap_min: From the end of the earlier one to the start of this; below zero where they
            overlap.
        way_min: The least that the way between the two can take, where both ways from home
            are known; else None.
    """

    fit: Fit
    before: Account
    gap_min: int
    way_min: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One meeting with what one needs to know to be there in time, and not empty-handed.

    Attributes:
        people: Theirs who were invited.
        starts_at: Aware, on the laptop's wall; the customer's midnight where only the day is
            known.
        way_min: One way from home; 0 for a call, None where unknown.
        leave_at: The moment to set off from home, on the laptop's wall; None where nobody
            travels or it is not known.
        owed: What we promised them that is due by that day, the longest first.
        squeeze: Behind an earlier meeting of the day; None where there is room.
    """

    account: Account
    meeting: Meeting
    people: tuple[Person, ...]
    starts_at: datetime
    way_min: int | None
    leave_at: datetime | None
    owed: tuple[Promise, ...]
    squeeze: Squeeze | None = None

    @property
    def day(self) -> date:
        """The laptop's day on which it starts; the customer's where only that is known."""
        return self.meeting.when.day if self.meeting.when.time is None else self.starts_at.date()

    @property
    def ends_at(self) -> datetime:
        """The planned end, on the laptop's wall."""
        return self.meeting.ends_at.astimezone(self.starts_at.tzinfo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What is to be done today and soon, over all accounts.

    Attributes:
        now: Aware, on the laptop's wall.
        today: In order of time, also what was called off or logged already.
        unrecorded: Of the days before, the latest first.
        older_unrecorded: How many there are from before those days.
        ahead: Of the next seven days on which something is planned.
    """

    now: datetime
    today: tuple[Stop, ...]
    unrecorded: tuple[Stop, ...]
    older_unrecorded: int
    ahead: tuple[Stop, ...]


def days(
    outlines: Mapping[AccountId, Relationship], *, now: datetime, older_unrecorded: int = 0
) -> Days:
    """Tell the days around today.

    Args:
        outlines: Of each account the meetings of these days, their people and what we owe.
        now: Aware, on the laptop's wall.
        older_unrecorded: As in `Days`.
    """
    stops = sorted((each for one in outlines.values() for each in stops_of(one, now)), key=_time)
    planned = [each for each in stops if each.meeting.status is Status.PLANNED]
    waiting = [
        each for each in planned if each.day < now.date() and each.meeting.is_unrecorded(now)
    ]
    today = [each for each in stops if _is_today(each, now)]
    ahead = [each for each in planned if each.day > now.date()]
    nearest = sorted({each.day for each in ahead})[:DAYS_AHEAD]
    return Days(
        now=now,
        today=tuple(_squeezed(today)),
        unrecorded=tuple(reversed(waiting)),
        older_unrecorded=older_unrecorded,
        ahead=tuple(
            stop
            for day in nearest
            for stop in _squeezed([each for each in ahead if each.day == day])
        ),
    )


def stops_of(outline: Relationship, now: datetime) -> Iterator[Stop]:
    """Yield the meetings of one account as stops, in no order but the outline's.

    Args:
        now: Aware, on the laptop's wall.
    """
    invited = guests(outline)
    still_owed = open_promises(outline.promises, Side.OURS)
    for meeting in outline.meetings:
        way_min = travel_min(meeting, outline.account)
        starts_at = meeting.when.start
        if meeting.when.time is not None:
            starts_at = starts_at.astimezone(now.tzinfo)
        leaves = bool(way_min) and meeting.when.time is not None
        yield Stop(
            account=outline.account,
            meeting=meeting,
            people=known(outline, invited.get(meeting.id, ())),
            starts_at=starts_at,
            way_min=way_min,
            leave_at=meeting.when.after(-(way_min or 0)).astimezone(now.tzinfo) if leaves else None,
            owed=tuple(
                each
                for each in still_owed
                if each.due_on is not None and each.due_on <= meeting.when.day
            ),
        )


def on_day(
    outlines: Mapping[AccountId, Relationship], day: date, *, now: datetime
) -> tuple[Stop, ...]:
    """Return the stops of one day in order of time, also what was called off or logged already.

    Args:
        outlines: Of each account the meetings about that day.
        now: Aware, on the laptop's wall, whose day is meant.
    """
    stops = (each for one in outlines.values() for each in stops_of(one, now))
    return tuple(_squeezed(sorted((each for each in stops if each.day == day), key=_time)))


def _time(stop: Stop) -> tuple[date, bool, datetime, str]:
    when = stop.meeting.when
    return stop.day, when.time is not None, when.instant, stop.meeting.id


def _is_today(stop: Stop, now: datetime) -> bool:
    """Say whether it is of today, or began before and is still going on."""
    if stop.day == now.date():
        return True
    is_planned = stop.meeting.status is Status.PLANNED
    return is_planned and stop.day < now.date() and not stop.meeting.is_unrecorded(now)


def _squeezed(stops: Sequence[Stop]) -> Iterator[Stop]:
    """Say of each of a day's meetings where it does not sit well behind an earlier one."""
    for each, before in with_the_one_before(stops):
        yield each if before is None else replace(each, squeeze=squeeze(before, each))


def _takes_place(stop: Stop) -> bool:
    is_on = stop.meeting.status in {Status.PLANNED, Status.HELD}
    return is_on and stop.meeting.when.time is not None


def with_the_one_before(stops: Iterable[Stop]) -> Iterator[tuple[Stop, Stop | None]]:
    """Yield each with the one before it that ends last; None where it does not take place.

    Args:
        stops: In order of time.
    """
    before: Stop | None = None
    for each in stops:
        if not _takes_place(each):
            yield each, None
            continue
        yield each, before
        if before is None or _end(each) > _end(before):
            before = each


def squeeze(before: Stop, stop: Stop) -> Squeeze | None:
    """Say what does not sit well between two meetings that take place; None where there is room."""
    gap = stop.meeting.when.instant - _end(before)
    way_min = way_between(before, stop)
    fit = _fit(before, stop, gap, way_min)
    if fit is None:
        return None
    return Squeeze(fit=fit, before=before.account, gap_min=gap // _MINUTE, way_min=way_min)


def _fit(before: Stop, stop: Stop, gap: timedelta, way_min: int | None) -> Fit | None:
    if gap < timedelta(0):
        return Fit.OVERLAPS
    if way_min is not None and gap < timedelta(minutes=way_min):
        return Fit.OUT_OF_REACH
    leaves_too_early = stop.leave_at is not None and stop.leave_at.astimezone(UTC) < _end(before)
    if leaves_too_early and before.meeting.kind is not Kind.VISIT:
        return Fit.UNDER_WAY
    if gap < PAUSE:
        return Fit.BACK_TO_BACK
    return Fit.STRAIGHT_ON if leaves_too_early and not is_one_place(before, stop) else None


def _end(stop: Stop) -> datetime:
    # In UTC: Python takes two moments of one wall apart by what its clocks show.
    return stop.meeting.ends_at.astimezone(UTC)


def way_between(before: Stop, stop: Stop) -> int | None:
    """Return the least that the way can take; None where it is not known or nobody drives.

    No way between two places is shorter than the difference of the ways to them from home.
    """
    if before.meeting.kind is not Kind.VISIT or stop.meeting.kind is not Kind.VISIT:
        return None
    if is_one_place(before, stop):
        return 0
    if before.way_min is None or stop.way_min is None:
        return None
    return abs(stop.way_min - before.way_min)


def is_one_place(one: Stop, other: Stop) -> bool:
    """Say whether one stays where one is: the same account, or the same address."""
    if one.account.id == other.account.id:
        return True
    return bool(one.account.address) and one.account.address == other.account.address
