"""Days, as people type them."""

from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR
from journal.typed.clocks import DASHES, is_bare, is_clock, minutes_at
from journal.typed.names import (
    ENDINGS,
    MONTHS,
    NEARBY,
    UNITS,
    WEEKDAYS,
    Unit,
    after_point,
    count_at,
    ordinal_at,
)
from journal.typed.pieces import Dated, DayOfMonth, Found, Near, Now, Piece, Shift, Weekday
from journal.typed.tokens import Order, Words
from journal.typed.understood import Lean

_MONTHS_A_YEAR = 12
_LONGEST_MONTH = 31
_DAY_DIGITS = 2
_YEAR_DIGITS = 4
_LAST_HOUR = 24
# As POSIX reads two digits: 69 to 99 are of the last century.
_LAST_CENTURY_FROM = 69
_SHORT_MINUTES = frozenset({Unit.MINUTE, Unit.HOUR})
_TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "yesterday": -1}
_FORTNIGHT_WEEKS = 2


def weekday_at(words: Words, at: int) -> Found | None:
    """Read "tue", "next tue"; today itself is the other reading of its own name."""
    nearby = words.word(at) if words.word(at) in NEARBY else ""
    day_at = at + 1 if nearby else at
    number = WEEKDAYS.get(words.word(day_at))
    if number is None:
        return None
    away = NEARBY.get(nearby)
    pieces: tuple[Piece, ...] = (Weekday(number=number), Near(days=0, weekday=number))
    if away is not None:
        lean = Lean.FORWARD if away > 0 else Lean.BACKWARD
        nearest, counted = Weekday(number=number, lean=lean), Weekday(number=number, week=away)
        is_nearest = nearby in {"coming", "past"}
        pieces = (nearest,) if is_nearest else (counted, nearest) if away else (counted,)
    return Found(pieces=pieces, end=after_point(words, day_at + 1))


def near_at(words: Words, at: int) -> Found | None:
    """Read "now", "today", "the day after tomorrow"."""
    if words.says(at, "now"):
        return Found(pieces=(Now(),), end=at + 1)
    if words.says(at, "day", "after", "tomorrow"):
        return Found(pieces=(Near(days=2),), end=at + 3)
    if words.says(at, "day", "before", "yesterday"):
        return Found(pieces=(Near(days=-2),), end=at + 3)
    days = _TODAY.get(words.word(at))
    return None if days is None else Found(pieces=(Near(days=days),), end=at + 1)


def shift_at(words: Words, at: int) -> Found | None:
    """Read "in 2 weeks", "3 days ago", "a month from now", "2 weeks"."""
    leads = words.says(at, "in")
    length = minutes_at(words, at + 1) if leads else None
    if length is not None:
        return _shift(Unit.MINUTE, length[0], 1, length[1])
    counted = _counted_unit(words, at + 1 if leads else at)
    if counted is None:
        return None
    unit, count, end = counted
    if leads:
        return _shift(unit, count, 1, end)
    if words.word(end) in {"ago", "back"}:
        return _shift(unit, count, -1, end + 1)
    if words.says(end, "from", "now") or words.says(end, "from", "today"):
        return _shift(unit, count, 1, end + 2)
    return None if unit in _SHORT_MINUTES else _shift(unit, count, None, end)


def dated_at(words: Words, at: int) -> Found | None:
    """Read a day with its month: "30 jun", "june 30, 2027", "30/6", "30.6.", "2026-06-30"."""
    return _year_first(words, at) or _pair(words, at) or _day_first(words, at) or _named(words, at)


def day_of_month_at(words: Words, at: int) -> Found | None:
    """Read "10th", "the 10th of next month"."""
    ordinal = ordinal_at(words, at)
    if ordinal is None or not 1 <= ordinal[0] <= _LONGEST_MONTH:
        return None
    day, end = ordinal
    month_at = end + 1 if words.says(end, "of") else end
    away = NEARBY.get(words.word(month_at))
    if away is not None and words.says(month_at + 1, "month"):
        return Found(pieces=(DayOfMonth(day=day, months=away),), end=month_at + 2)
    return Found(pieces=(DayOfMonth(day=day),), end=end)


def year_at(words: Words, at: int) -> tuple[int, int] | None:
    """Read a year that the journal knows, or '27, behind a month; return it and where it ends."""
    number = words.number(at)
    if number is None:
        short = words.number(at + 1)
        is_short = words.word(at) in {"'", "’"} and words.digits(at + 1) == _DAY_DIGITS
        return (_full_year(short), at + 2) if is_short and short is not None else None
    if words.digits(at) == _YEAR_DIGITS and EARLIEST_YEAR <= number <= LATEST_YEAR:
        return number, at + 1
    is_short = words.digits(at) == _DAY_DIGITS and number >= _LAST_HOUR
    if is_short and minutes_at(words, at) is None and is_bare(words, at):
        return _full_year(number), at + 1
    return None


def _shift(unit: Unit, count: int, sign: int | None, end: int) -> Found:
    return Found(pieces=(Shift(unit=unit, count=count, sign=sign),), end=end)


def _counted_unit(words: Words, at: int) -> tuple[Unit, int, int] | None:
    count = count_at(words, at)
    if count is None:
        return None
    number, end = count
    if words.word(end) in {"fortnight", "fortnights"}:
        return Unit.WEEK, number * _FORTNIGHT_WEEKS, end + 1
    unit = UNITS.get(words.word(end))
    return None if unit is None else (unit, number, end + 1)


def _full_year(short: int) -> int:
    return short + (1900 if short >= _LAST_CENTURY_FROM else 2000)


def _year_first(words: Words, at: int) -> Found | None:
    """Read 2026-06-30, also with a T before the time."""
    sign = words.word(at + 1)
    year, month, day = (words.number(each) for each in (at, at + 2, at + 4))
    if year is None or month is None or day is None or words.digits(at) != _YEAR_DIGITS:
        return None
    is_one = all(words.glued(each) for each in range(at + 1, at + 5))
    is_small = max(words.digits(at + 2), words.digits(at + 4)) <= _DAY_DIGITS
    is_signed = sign in {"-", "/", "."} and words.word(at + 3) == sign
    if not (is_one and is_small and is_signed and 1 <= month <= _MONTHS_A_YEAR):
        return None
    end = at + 6 if words.word(at + 5) == "t" and words.glued(at + 5) else at + 5
    return Found(pieces=(Dated(day=day, month=month, year=year),), end=end)


def _pair(words: Words, at: int) -> Found | None:
    """Read 30/6, 30.6., 30-6-2027; a point without another one is in a time where it can be."""
    one, sign, two = words.number(at), words.word(at + 1), words.number(at + 2)
    if one is None or two is None or sign not in {"/", "-", "."} or not words.glued(at + 1):
        return None
    if max(words.digits(at), words.digits(at + 2)) > _DAY_DIGITS:
        return None
    year, end = _year_of_pair(words, at + 3, sign)
    has_second = words.word(at + 3) == sign and words.glued(at + 3)
    if sign == "." and not has_second and (is_clock_pair(words, at) or not words.glued(at + 2)):
        return None
    if (sign == "-" and year is None) or (sign != "." and not words.glued(at + 2)):
        return None
    days = ((one, two),) if sign == "." else _in_order(one, two, words.order)
    pieces = tuple(
        Dated(day=day, month=month, year=year)
        for day, month in dict.fromkeys(days)
        if 1 <= month <= _MONTHS_A_YEAR and 1 <= day <= _LONGEST_MONTH
    )
    return Found(pieces=pieces, end=end) if pieces else None


def is_clock_pair(words: Words, at: int) -> bool:
    """Say whether 9.15 can be a quarter past nine."""
    return is_clock(words, at) and not is_bare(words, at)


def _in_order(one: int, two: int, order: Order) -> tuple[tuple[int, int], ...]:
    """Return day and month in either order, the one that is asked for first."""
    pairs = ((one, two), (two, one))
    return pairs if order is Order.DAY_MONTH else pairs[::-1]


def _year_of_pair(words: Words, at: int, sign: str) -> tuple[int | None, int]:
    """Read what follows 30/6; return the year, None where there is none, and where it ends."""
    if words.word(at) != sign or not words.glued(at):
        return None, at
    year, digits, glued = words.number(at + 1), words.digits(at + 1), words.glued(at + 1)
    if year is not None and glued and digits in {_DAY_DIGITS, _YEAR_DIGITS}:
        return (year if digits == _YEAR_DIGITS else _full_year(year)), at + 2
    if sign == "." and digits == _YEAR_DIGITS:
        spaced = year_at(words, at + 1)
        if spaced is not None:
            return spaced
    return None, at + 1 if sign == "." else at


def _day_first(words: Words, at: int) -> Found | None:
    """Read "30 jun", "30th of june", "30-jun-2027"."""
    day = words.number(at)
    if day is None or words.digits(at) > _DAY_DIGITS:
        return None
    at += 1
    if words.glued(at) and words.word(at) in ENDINGS | {"."}:
        at += 1
    if words.word(at) in DASHES | {"of"}:
        at += 1
    month = MONTHS.get(words.word(at))
    if month is None:
        return None
    return _with_year(words, Dated(day=day, month=month), after_point(words, at + 1))


def _named(words: Words, at: int) -> Found | None:
    """Read "june 30", "june the 30th, 2027"."""
    month = MONTHS.get(words.word(at))
    if month is None:
        return None
    at = after_point(words, at + 1)
    if words.says(at, "the"):
        at += 1
    day = words.number(at)
    if day is None or words.digits(at) > _DAY_DIGITS or not is_bare(words, at):
        return None
    at += 1
    if words.glued(at) and words.word(at) in ENDINGS:
        at += 1
    return _with_year(words, Dated(day=day, month=month), at)


def _with_year(words: Words, dated: Dated, at: int) -> Found:
    year = year_at(words, at + 1) if words.word(at) in DASHES | {","} else year_at(words, at)
    if year is None:
        return Found(pieces=(dated,), end=at)
    return Found(pieces=(Dated(day=dated.day, month=dated.month, year=year[0]),), end=year[1])
