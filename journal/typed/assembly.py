"""Pieces put together: which day and time they mean, if they go together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR, When
from journal.typed import almanac
from journal.typed.day_names import day_words, month_words, weekday_words
from journal.typed.names import Unit
from journal.typed.pieces import (
    Clock,
    Dated,
    DayOfMonth,
    DayPiece,
    Length,
    Near,
    Now,
    Piece,
    Shift,
    Stretch,
    Weekday,
)
from journal.typed.understood import Bearings, Lean, Understood
from journal.wording import _

_FRIDAY = 4
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60}
_BY_WEEK = frozenset({Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why pieces mean no day, as a sentence.

    Attributes:
        is_clash: Whether there is too much; another reading of the same words may fit.
    """

    why: str
    is_clash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    day: DayPiece | None
    weekday: Weekday | None
    clock: Clock | None
    length: Length | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Today:
    """What the wall shows, and which way to look."""

    day: date
    time: time
    zone: str
    lean: Lean


def assemble(pieces: Iterable[Piece], bearings: Bearings) -> Understood | Refusal:
    """Find the day and the time that these pieces mean together."""
    parts = _parted(pieces)
    if isinstance(parts, Refusal):
        return parts
    wall = bearings.wall
    clock = wall.time or time(0)
    today = _Today(day=wall.day, time=clock, zone=bearings.zone, lean=bearings.lean)
    if isinstance(parts.day, Now):
        return _at_moment(parts, wall)
    if isinstance(parts.day, Shift) and parts.day.unit in _MINUTES:
        return _at_moment(parts, _minutes_away(parts.day, wall))
    day = _checked(parts, _day(parts, today))
    if isinstance(day, Refusal):
        return day
    return _understood(parts, day, today.zone)


def _parted(pieces: Iterable[Piece]) -> _Parts | Refusal:
    pieces = tuple(pieces)
    weekdays = [each for each in pieces if isinstance(each, Weekday)]
    clocks = [each for each in pieces if isinstance(each, Clock)]
    lengths = [each for each in pieces if isinstance(each, Length)]
    days = [each for each in pieces if not isinstance(each, Weekday | Clock | Length)]
    if max(len(days), len(weekdays), len(clocks), len(lengths)) > 1:
        return Refusal(why=_("That is more than one day or time."), is_clash=True)
    clock = next(iter(clocks), None)
    if clock is not None and clock.minutes is not None:
        if clock.minutes < 1:
            return Refusal(why=_("It would end before it begins."))
        if lengths:
            return Refusal(why=_("It has an end and a length; one is enough."), is_clash=True)
    return _Parts(
        day=next(iter(days), None),
        weekday=next(iter(weekdays), None),
        clock=clock,
        length=next(iter(lengths), None),
    )


def _at_moment(parts: _Parts, when: When | None) -> Understood | Refusal:
    """Understand a moment that is counted in minutes; a day or time beside it is too much."""
    if parts.clock is not None or parts.weekday is not None:
        return Refusal(why=_("That is more than one day or time."), is_clash=True)
    if when is None:
        return _beyond()
    return Understood(
        day=when.day,
        time=when.time,
        zone=when.zone,
        minutes=parts.length.minutes if parts.length else None,
    )


def _minutes_away(shift: Shift, wall: When) -> When | None:
    minutes = shift.count * _MINUTES[shift.unit] * (shift.sign or 1)
    # Whole days first: what lies beyond the calendar cannot even be asked for.
    if almanac.days_later(wall.day, minutes // (24 * 60)) is None:
        return None
    moment = wall.after(minutes)
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        return None
    return When.at(moment, wall.zone)


def _understood(parts: _Parts, day: date, zone: str) -> Understood:
    clock = parts.clock
    minutes = clock.minutes if clock else None
    if parts.length is not None:
        minutes = parts.length.minutes
    is_number = isinstance(parts.day, DayOfMonth) and parts.day.bare
    return Understood(
        day=day,
        time=clock.start if clock else None,
        zone=zone,
        minutes=minutes,
        names_day=parts.weekday is not None or (parts.day is not None and not is_number),
    )


def _checked(parts: _Parts, day: date | Refusal | None) -> date | Refusal:
    """Refuse a day that is not the weekday that stands beside it, or that is beyond the years."""
    if isinstance(day, Refusal):
        return day
    if day is None or not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        return _beyond()
    if isinstance(parts.day, Near) and parts.day.weekday not in {None, day.weekday()}:
        return Refusal(why=_("Say the day as well."), is_clash=True)
    number = parts.weekday.number if parts.weekday else day.weekday()
    if number != day.weekday():
        why = _("{day} is a {weekday}, not a {typed}.").format(
            day=day_words(day),
            weekday=weekday_words(day.weekday()),
            typed=weekday_words(number),
        )
        return Refusal(why=why)
    return day


def _beyond() -> Refusal:
    why = _("The journal knows the years {first} to {last}.")
    return Refusal(why=why.format(first=EARLIEST_YEAR, last=LATEST_YEAR))


def _day(parts: _Parts, today: _Today) -> date | Refusal | None:
    match parts.day:
        case Dated() as dated:
            return _dated(dated, today)
        case DayOfMonth() as ordinal:
            return _day_of_month(ordinal, today)
        case Stretch() as stretch:
            return _stretch(stretch, parts, today)
        case Shift() as shift:
            return _in_week(_shifted(shift, today), shift.unit, parts.weekday)
        case Near(days=days):
            return almanac.days_later(today.day, days)
        case _:
            return _undated(parts.weekday, parts.clock, today)


def _undated(weekday: Weekday | None, clock: Clock | None, today: _Today) -> date | Refusal | None:
    """Return a weekday's day; of a time alone today, or the day beside it if that is over."""
    if weekday is not None:
        return _weekday(weekday, clock, today)
    if clock is None:
        return Refusal(why=_("Say the day as well."))
    if _is_ahead(clock, today):
        return today.day
    return almanac.days_later(today.day, 1 if today.lean is Lean.FORWARD else -1)


def _is_ahead(clock: Clock, today: _Today) -> bool:
    """Say whether a time of today lies in the direction in which one looks; now lies in both."""
    if today.lean is Lean.FORWARD:
        return clock.start >= today.time
    return clock.start <= today.time


def _weekday(weekday: Weekday, clock: Clock | None, today: _Today) -> date | None:
    """Return the nearest one, or that of a week; today only with a time, else one says "today"."""
    if weekday.week is not None:
        days = weekday.week * almanac.WEEK_DAYS
        return _in_week(almanac.days_later(today.day, days), Unit.WEEK, weekday)
    lean = weekday.lean or today.lean
    step = 1 if lean is Lean.FORWARD else -1
    away = (weekday.number - today.day.weekday()) * step % almanac.WEEK_DAYS
    if not away and (clock is None or not _is_ahead(clock, today)):
        away = almanac.WEEK_DAYS
    return almanac.days_later(today.day, away * step)


def _dated(dated: Dated, today: _Today) -> date | Refusal | None:
    year, month, day = dated.year, dated.month, dated.day
    if year is not None:
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            return None
        if not almanac.is_day(year, month, day):
            return _no_such_day(month, year)
        return date(year, month, day)
    possible = [
        date(each, month, day)
        for each in almanac.years_around(today.day)
        if almanac.is_day(each, month, day)
    ]
    if not possible:
        return _no_such_day(month, today.day.year)
    return almanac.nearest(possible, today.day, today.lean)


def _no_such_day(month: int, year: int) -> Refusal:
    february = 2
    name = month_words(month)
    if month == february:
        name = _("{month} {year}").format(month=name, year=year)
    why = _("{month} has {count} days.")
    return Refusal(why=why.format(month=name, count=almanac.days_in(year, month)))


def _day_of_month(ordinal: DayOfMonth, today: _Today) -> date | Refusal | None:
    first = today.day.replace(day=1)
    if ordinal.months is None:
        # A 31st is at most two months away.
        firsts = [almanac.months_later(first, away) for away in range(-2, 3)]
        return almanac.nearest(_on_day(firsts, ordinal.day), today.day, today.lean)
    month = almanac.months_later(first, ordinal.months)
    if month is None:
        return None
    days = list(_on_day([month], ordinal.day))
    return days[0] if days else _no_such_day(month.month, month.year)


def _on_day(firsts: Iterable[date | None], day: int) -> Iterator[date]:
    for first in firsts:
        if first is not None and almanac.is_day(first.year, first.month, day):
            yield first.replace(day=day)


def _stretch(stretch: Stretch, parts: _Parts, today: _Today) -> date | Refusal | None:
    is_week = stretch.unit is Unit.WEEK and parts.weekday is not None and not stretch.ends
    if parts.clock is not None and not stretch.edged and not is_week:
        return Refusal(why=_("Say the day as well."))
    lean = stretch.lean or today.lean
    edges = (_edge(first, stretch) for first in _firsts(stretch, today))
    days = [each for each in edges if each is not None]
    day = days[0] if len(days) == 1 else almanac.nearest(days, today.day, lean)
    return _in_week(day, stretch.unit, parts.weekday) if is_week else day


def _firsts(stretch: Stretch, today: _Today) -> Iterator[date | None]:
    """Yield the first day of each stretch that may be meant."""
    if stretch.unit is Unit.YEAR and stretch.number is not None:
        yield date(stretch.number, 1, 1)
    elif stretch.number is not None:
        years = almanac.years_around(today.day)
        month = (stretch.number - 1) * _MONTHS[stretch.unit] + 1
        for year in (stretch.year,) if stretch.year is not None else years:
            yield date(year, month, 1)
    else:
        first = _first_now(stretch.unit, today.day)
        for away in (stretch.away,) if stretch.away is not None else (-1, 0, 1):
            yield _stretches_later(first, stretch.unit, away)


def _first_now(unit: Unit, today: date) -> date:
    if unit is Unit.WEEK:
        return almanac.monday_of(today)
    month = (today.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1
    return date(today.year, month, 1)


def _stretches_later(first: date, unit: Unit, count: int) -> date | None:
    if unit in _DAYS:
        return almanac.days_later(first, count * _DAYS[unit])
    return almanac.months_later(first, count * _MONTHS[unit])


def _edge(first: date | None, stretch: Stretch) -> date | None:
    if first is None or not stretch.ends:
        return first
    if stretch.unit is Unit.WEEK:
        return first + timedelta(days=_FRIDAY)
    month = first.month + _MONTHS[stretch.unit] - 1
    return first.replace(month=month, day=almanac.days_in(first.year, month))


def _shifted(shift: Shift, today: _Today) -> date | None:
    sign = shift.sign or (1 if today.lean is Lean.FORWARD else -1)
    return _stretches_later(today.day, shift.unit, shift.count * sign)


def _in_week(day: date | None, unit: Unit, weekday: Weekday | None) -> date | None:
    """Return the weekday of the day's week; of days counted one by one, the day itself."""
    if day is None or weekday is None or unit not in _BY_WEEK:
        return day
    return almanac.monday_of(day) + timedelta(days=weekday.number)
