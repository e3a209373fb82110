"""When we last met, when we meet next, and whether that is often enough."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from journal.domain.account import Account
from journal.domain.meeting import Meeting, Status
from journal.domain.relationship import Relationship
from journal.domain.span import zone_named


def today_at(account: Account, now: datetime) -> date:
    """Return the day on the customer's wall; on that of `now` where no zone is known."""
    return (now.astimezone(zone_named(account.time_zone)) if account.time_zone else now).date()


def zone_of(relationship: Relationship) -> str | None:
    """Return the zone of the customer's wall: the account's, else that of the last meeting.

    None where the journal knows neither.
    """
    if relationship.account.time_zone:
        return relationship.account.time_zone
    return relationship.meetings[-1].when.zone if relationship.meetings else None


def last_held(meetings: Iterable[Meeting], before: datetime) -> Meeting | None:
    """Return the last meeting of any kind that was held and started before a moment."""
    held = (each for each in meetings if each.status is Status.HELD and each.when.instant < before)
    return max(held, key=_instant, default=None)


def next_planned(meetings: Iterable[Meeting], now: datetime) -> Meeting | None:
    """Return the next meeting that is still planned, also one that has just begun."""
    ahead = (
        each for each in meetings if each.status is Status.PLANNED and not each.is_unrecorded(now)
    )
    return min(ahead, key=_instant, default=None)


def unrecorded(meetings: Iterable[Meeting], now: datetime) -> tuple[Meeting, ...]:
    """Return the planned meetings whose time is past: they ask for their outcome."""
    return tuple(each for each in meetings if each.is_unrecorded(now))


def is_out_of_touch(relationship: Relationship, now: datetime) -> bool:
    """Say whether the last held contact is longer ago than the account's interval.

    Never with an account that has no interval, or with which nothing was ever held: there
    is no day to count from.
    """
    interval_days = relationship.account.contact_interval_days
    last = last_held(relationship.meetings, now)
    if interval_days is None or last is None:
        return False
    return today_at(relationship.account, now) - last.when.day > timedelta(days=interval_days)


def _instant(meeting: Meeting) -> datetime:
    return meeting.when.instant
