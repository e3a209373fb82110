"""How often something recurs: as a rule, as days of the calendar, and in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import product

from journal.domain.person import StandingCommitment
from journal.typed import almanac
from journal.typed.day_names import clock_words, short_weekday_words
from journal.typed.names import Unit
from journal.wording import _

_FREQUENCIES = {Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY", Unit.MONTH: "MONTHLY"}
_RULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# A fifth weekday of a month may be three months away, and 200 of them with the intervals.
_DAYS_SEARCHED = 400
_NTH_WEEKDAY = re.compile(r"\+?(-?\d)([A-Z]{2})")
LAST = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When something recurs, in days.

    Attributes:
        unit: Day, week or month.
        every: Each so many of the unit, 1 to 999.
        weekdays: Monday is 0; of a week, or with `nths` of a month.
        nths: Which of the month's weekdays, 1 to 5, or -1 for the last.
        month_day: The day of the month, where no weekday is meant.
    """

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    month_day: int | None = None

    @property
    def rule(self) -> str:
        """The recurrence rule of iCalendar (RFC 5545), as a standing commitment keeps it."""
        parts = [f"FREQ={_FREQUENCIES[self.unit]}"]
        if self.every > 1:
            parts.append(f"INTERVAL={self.every}")
        names = [_RULE_DAYS[each] for each in self.weekdays]
        days = [f"{nth}{name}" for nth in self.nths for name in names] or names
        if days:
            parts.append("BYDAY=" + ",".join(days))
        if self.month_day is not None:
            parts.append(f"BYMONTHDAY={self.month_day}")
        return ";".join(parts)

    def first_from(self, day: date) -> date | None:
        """Return the first day from `day` on; None beyond the years that the journal knows."""
        for away in range(_DAYS_SEARCHED):
            later = almanac.days_later(day, away)
            if later is None or self._is_on(later):
                return later
        return None

    def _is_on(self, day: date) -> bool:
        if self.month_day is not None:
            return day.day == self.month_day
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        week = (day.day - 1) // almanac.WEEK_DAYS + 1
        is_last = almanac.days_in(day.year, day.month) - day.day < almanac.WEEK_DAYS
        return not self.nths or week in self.nths or (is_last and LAST in self.nths)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A standing commitment as it was typed.

    Attributes:
        start: Wall time at the person's place.
        minutes: How long, 1 to 1440.
        first_day: Its first day; from it on every second week is counted.
        is_since: Whether that day was typed.
    """

    title: str
    schedule: Schedule
    start: time
    minutes: int
    first_day: date
    is_since: bool = False


def schedule_of(rule: str, first_day: date) -> Schedule | None:
    """Read a recurrence rule; None where it says more than people type, as a calendar's may.

    Args:
        rule: As a standing commitment keeps it.
        first_day: What a rule that names no day takes its day from.
    """
    parts = dict(each.split("=", 1) for each in rule.split(";"))
    parts.pop("WKST", None)  # only says which week a Sunday is in
    frequency, every = parts.pop("FREQ"), int(parts.pop("INTERVAL", "1"))
    days = [each for each in parts.pop("BYDAY", "").split(",") if each]
    if frequency == _FREQUENCIES[Unit.DAY] and not (parts or days):
        return Schedule(unit=Unit.DAY, every=every)
    if frequency == _FREQUENCIES[Unit.WEEK] and not parts:
        weekdays = {_RULE_DAYS.index(each) for each in days} or {first_day.weekday()}
        return Schedule(unit=Unit.WEEK, every=every, weekdays=tuple(sorted(weekdays)))
    if frequency == _FREQUENCIES[Unit.MONTH]:
        return _of_months(parts, days, every, first_day)
    return None


def schedule_words(schedule: Schedule) -> str:
    """Say how often: `every Thu`, `every 2 weeks Mon`, `first Tue of the month`."""
    days = ", ".join(short_weekday_words(each) for each in schedule.weekdays)
    if schedule.unit is Unit.DAY:
        every = _("every day") if schedule.every == 1 else _("every {count} days")
        return every.format(count=schedule.every)
    if schedule.unit is Unit.WEEK:
        every = _("every {days}") if schedule.every == 1 else _("every {count} weeks {days}")
        return every.format(count=schedule.every, days=days)
    which = _ordinal(schedule.month_day) if schedule.month_day is not None else _nths(schedule)
    every = _("{which} of the month") if schedule.every == 1 else _("every {count} months {which}")
    said = f"{which} {days}" if days else which
    return every.format(count=schedule.every, which=said)


def recurring_words(recurring: Recurring) -> str:
    """Say when something that was typed recurs: `every Thu 15:00–16:00`."""
    return _clocked(schedule_words(recurring.schedule), recurring.start, recurring.minutes)


def recurs_words(commitment: StandingCommitment) -> str:
    """Say when a standing commitment recurs, so that it can be typed: `every Thu 15:00–16:00`.

    A rule that says more than people type is shown as it came.
    """
    schedule = schedule_of(commitment.rule, commitment.first_day)
    often = (
        _("by the rule {rule}").format(rule=commitment.rule)
        if schedule is None
        else schedule_words(schedule)
    )
    return _clocked(often, commitment.start, commitment.minutes)


def _clocked(often: str, start: time, minutes: int) -> str:
    return _("{often} {clock}").format(often=often, clock=clock_words(start, minutes))


def _of_months(
    parts: Mapping[str, str], days: Sequence[str], every: int, first_day: date
) -> Schedule | None:
    if not days:
        day = parts.get("BYMONTHDAY", str(first_day.day))
        if parts.keys() - {"BYMONTHDAY"} or not day.isdecimal():
            return None
        return Schedule(unit=Unit.MONTH, every=every, month_day=int(day))
    if len(days) == 1 and parts.keys() == {"BYSETPOS"}:  # the way of Outlook
        days, parts = [parts["BYSETPOS"] + days[0]], {}
    read = [_NTH_WEEKDAY.fullmatch(each) for each in days]
    said = [(int(each[1]), _RULE_DAYS.index(each[2])) for each in read if each is not None]
    nths = tuple(dict.fromkeys(nth for nth, _weekday in said))
    weekdays = tuple(sorted({weekday for _nth, weekday in said}))
    is_whole = len(said) == len(days) and set(said) == set(product(nths, weekdays))
    if parts or not is_whole or min(nths) < LAST:
        return None
    return Schedule(unit=Unit.MONTH, every=every, weekdays=weekdays, nths=nths)


def _nths(schedule: Schedule) -> str:
    names = _("first second third fourth fifth last").split()
    return _(" and ").join(names[nth] if nth == LAST else names[nth - 1] for nth in schedule.nths)


def _ordinal(number: int) -> str:
    teens = range(11, 14)
    endings = _("th st nd rd").split()
    ending = endings[0] if number in teens else dict(enumerate(endings)).get(number % 10)
    return f"{number}{ending or endings[0]}"
