"""Dates that move on with the calendar, so that a written history is always of today.

Everything moves by whole weeks, so a Thursday stays a Thursday, and a wall time stays what
the clocks showed: an instant is moved on the wall of its meeting, else a clock change between
the old day and the new would make a cancellation at the door one on the way. Recurrence rules
stay as they are; only their first and last days move. Texts may name a day so that it moves
too: `{month 2027-05-12}`, `{day 2026-09-03}`, `{year 2025-01-01}`.
"""

import re
from calendar import month_name
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from journal.domain.meeting import Meeting
from journal.domain.record import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)

_DAY = re.compile(r"\{(month|day|year) (\d{4}-\d{2}-\d{2})\}")


def weeks_between(then: date, now: date) -> int:
    """Return how many weeks lie between the week of one day and that of another."""
    return (_monday(now) - _monday(then)).days // 7


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def moved(record: AnyRecord, weeks: int) -> AnyRecord:
    """Return the record as if everything had happened so many weeks later.

    Raises:
        ValueError: if that leaves the years that a journal knows.
    """
    zone = ZoneInfo(record.when.zone) if isinstance(record, Meeting) else None
    try:
        new: AnyRecord = _moved(record, timedelta(weeks=weeks), zone)
    except OverflowError as error:
        message = f"no such day, {weeks} weeks on"
        raise ValueError(message) from error
    return new


def _moved(value: Any, by: timedelta, zone: ZoneInfo | None) -> Any:  # noqa: ANN401
    if isinstance(value, Enum):  # a text or a number as well, by its class
        return value
    if isinstance(value, str):
        return _DAY.sub(lambda match: _named(match, by), value)
    if isinstance(value, datetime):
        wall = value.astimezone(zone or value.tzinfo).replace(tzinfo=None) + by
        return wall.replace(tzinfo=zone or value.tzinfo)
    if isinstance(value, date):
        return value + by
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: _moved(part, by, zone) for name, part in parts.items()})
    return value


def _named(match: re.Match[str], by: timedelta) -> str:
    day = date.fromisoformat(match[2]) + by
    month = month_name[day.month]
    return {"month": month, "day": f"{day.day} {month}", "year": str(day.year)}[match[1]]
