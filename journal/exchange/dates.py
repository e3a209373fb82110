"""Dates in the forms that logs have them, decided over the whole column, never by locale."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journal.domain.errors import RefusedFileError
from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR
from journal.exchange.clock import Clock, read_clock
from journal.exchange.months import month_number

_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_SIGNED = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_NUMBERS = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?![\d])\.?")
_DAY_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s-]*(?:de\s+|of\s+)?([^\W\d_]+)\.?,?[\s-]+"
    r"(?:de\s+|del\s+)?(\d{4}|\d{2}(?!\d|:))"
)
_NAMED_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th|\.)?,?\s+(\d{4})")
_WEEKDAY = re.compile(r"[^\W\d_]+\.?(?:,\s*|\s+)(?=\d|[^\W\d_]+\.?\s+\d)")
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_SERIAL_ZERO = date(1899, 12, 30)
_MINUTES_A_DAY = 24 * 60
# As POSIX reads two digits: 69 to 99 are of the last century.
_LAST_CENTURY_FROM = 69
_MONTHS = 12
_MIDNIGHT = time(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, mostly with a time, as one cell says it.

    Attributes:
        clock: None where only the day is said.
    """

    day: date
    clock: Clock | None = None


class DayColumn:
    """Reads the dates of one log, after having seen all of them.

    Day and month in numbers (3/9/2026) are told apart by the whole column: one 13 decides for
    all. Full stops mean day, month, year, unless the column says otherwise. Numbers alone are
    a spreadsheet's serial days, if all cells are. Times that are midnight in each row are no
    times.

    Raises:
        RefusedFileError: if nothing decides, or the rows contradict each other, and the
            mapping does not say.
    """

    def __init__(
        self,
        cells: Iterable[tuple[int, str]],
        *,
        dayfirst: bool | None = None,
        date_format: str | None = None,
    ) -> None:
        filled = [(line, text) for line, text in cells if text]
        self._format = date_format
        self._serial = bool(filled) and all(_SERIAL.fullmatch(text) for _, text in filled)
        self._dayfirst = True
        if date_format is None and not self._serial:
            self._dayfirst = _decide(filled, dayfirst)
        self._read: dict[str, Moment | None] = {}
        self._days_only = False
        moments = [moment for _, text in filled if (moment := self.read(text)) is not None]
        self._days_only = all(
            each.clock is None or each.clock.time == _MIDNIGHT for each in moments
        )
        self._read.clear()

    def read(self, text: str) -> Moment | None:
        """Return what the cell says; None where it is no date of the years 1900 to 2200."""
        if text not in self._read:
            self._read[text] = self._read_anew(text)
        return self._read[text]

    def _read_anew(self, text: str) -> Moment | None:
        try:
            moment = self._parse(text)
        except (ValueError, OverflowError):
            return None
        if moment is None or not EARLIEST_YEAR <= moment.day.year <= LATEST_YEAR:
            return None
        return Moment(day=moment.day) if self._days_only else moment

    def _parse(self, text: str) -> Moment | None:
        if self._format is not None:
            return _by_format(text, self._format)
        return _by_serial(text) if self._serial else _by_form(text, dayfirst=self._dayfirst)


def _decide(cells: list[tuple[int, str]], said: bool | None) -> bool:  # noqa: FBT001
    """Return whether the day stands before the month in all-number dates."""
    if said is not None:
        return said
    first: dict[bool, tuple[int, str]] = {}
    open_one: tuple[int, str] | None = None
    for line, text in cells:
        order = _order(text)
        if order is not None:
            first.setdefault(order, (line, text))
        elif open_one is None and _is_open(text):
            open_one = (line, text)
    if len(first) > 1:
        (day_line, day_text), (month_line, month_text) = first[True], first[False]
        message = (
            f"The dates contradict each other: line {day_line} has the day first ({day_text}),"
            f" line {month_line} the month ({month_text}). Say dayfirst = true or false in a"
            " mapping file; the rows that do not fit are then skipped."
        )
        raise RefusedFileError(message)
    if not first and open_one is not None:
        line, text = open_one
        message = (
            f"Nothing in the log says whether {text} (line {line}) begins with the day or with"
            " the month. Say dayfirst = true or dayfirst = false in a mapping file."
        )
        raise RefusedFileError(message)
    return next(iter(first), True)


def _order(text: str) -> bool | None:
    """Return True for day first, False for month first, None where the cell fits both."""
    match = _NUMBERS.match(_WEEKDAY.sub("", text, count=1))
    if match is None:
        return None
    one, two = int(match[1]), int(match[3])
    if one > _MONTHS >= two:
        return True
    return False if two > _MONTHS >= one else None


def _is_open(text: str) -> bool:
    """Say whether the cell needs others to decide; full stops and 5/5 do not."""
    match = _NUMBERS.match(_WEEKDAY.sub("", text, count=1))
    return match is not None and match[2] != "." and match[1].lstrip("0") != match[3].lstrip("0")


def _by_format(text: str, form: str) -> Moment:
    moment = datetime.strptime(text, form)  # noqa: DTZ007  the zone comes later, or stands in it
    has_time = any(each in form for each in ("%H", "%I", "%X", "%c", "%T", "%R"))
    return Moment(day=moment.date(), clock=_clock(moment) if has_time else None)


def _clock(moment: datetime) -> Clock:
    offset = moment.utcoffset()
    wall = moment.time().replace(second=0, microsecond=0)
    return Clock(time=wall, offset=offset)


def _by_serial(text: str) -> Moment:
    match = _SERIAL.fullmatch(text)
    if match is None:
        message = "not a serial day"
        raise ValueError(message)
    day = _SERIAL_ZERO + timedelta(days=int(match[1]))
    if match[2] is None:
        return Moment(day=day)
    minutes = min(round(float(f"0.{match[2]}") * _MINUTES_A_DAY), _MINUTES_A_DAY - 1)
    return Moment(day=day, clock=Clock(time=time(minutes // 60, minutes % 60)))


def _by_form(text: str, *, dayfirst: bool) -> Moment | None:
    found = _leading_day(text, dayfirst=dayfirst)
    if found is None:
        return None
    day, rest = found
    rest = rest.strip(" ,\t\u00a0").removeprefix("T").removeprefix("at ").strip()
    if not rest:
        return Moment(day=day)
    clock = read_clock(rest)
    return None if clock is None else Moment(day=day, clock=clock)


def _leading_day(text: str, *, dayfirst: bool) -> tuple[date, str] | None:
    """Return the day that the text begins with, and the rest of it."""
    weekday = _WEEKDAY.match(text)
    if weekday is not None and month_number(weekday[0].rstrip(" ,.")) is None:
        text = text[weekday.end() :]
    for pattern in (_YEAR_FIRST, _COMPACT, _SIGNED):
        match = pattern.match(text)
        if match is not None:
            year, month, day = (int(each) for each in match.groups())
            return date(year, month, day), text[match.end() :]
    match = _NUMBERS.match(text)
    if match is not None:
        one, two = int(match[1]), int(match[3])
        day, month = (one, two) if dayfirst else (two, one)
        return date(_year(match[4]), month, day), text[match.end() :]
    return _named(text)


def _named(text: str) -> tuple[date, str] | None:
    for pattern, day_at, name_at in ((_DAY_NAMED, 1, 2), (_NAMED_DAY, 2, 1)):
        match = pattern.match(text)
        month = month_number(match[name_at]) if match is not None else None
        if match is not None and month is not None:
            return date(_year(match[3]), month, int(match[day_at])), text[match.end() :]
    return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004  two digits leave the century open
        return year
    return year + (1900 if year >= _LAST_CENTURY_FROM else 2000)
