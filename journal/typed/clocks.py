"""Wall times and lengths, as people type them."""

from dataclasses import dataclass
from datetime import time

from journal.typed.names import UNITS, Unit, count_at
from journal.typed.pieces import Clock, Dated, DayOfMonth, Found, Length, Piece
from journal.typed.tokens import Words

LONGEST_MIN = 24 * 60
_HOUR_MIN = 60
_NOON = 12
_HOURS = 24
_LAST_AFTERNOON_HOUR = 6
_MONTHS = 12
_LONGEST_MONTH = 31
_MINUTE_DIGITS = 2
DASHES = frozenset("-–—−")
_UNTIL = DASHES | {"to", "until", "till"}
_QUARTERS = {"quarter": 15, "half": 30}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """One time as it was typed.

    Attributes:
        half: "am" or "pm"; empty where neither was typed.
        exact: Whether it says itself that it is meant on a clock of 24 hours: 03:30, 0330.
        bare: Whether it is a lone number.
        sign: What stands between hour and minute, or behind the hour: ":", ".", "h".
    """

    hour: int
    minute: int
    end: int
    half: str = ""
    exact: bool = False
    bare: bool = False
    sign: str = ""

    @property
    def readings(self) -> tuple[time, ...]:
        """The times that it can start at, likeliest first.

        Nobody is visited at three in the morning: an hour of 1 to 6 without am, pm or a zero
        before it is in the afternoon.
        """
        if self.half:
            return (self.on_half(self.half),)
        plain = time(self.hour, self.minute)
        if self.exact or not 1 <= self.hour <= _LAST_AFTERNOON_HOUR:
            return (plain,)
        return (plain.replace(hour=self.hour + _NOON), plain)

    @property
    def endings(self) -> tuple[time, ...]:
        """The times that it can end at, earliest first."""
        if self.half:
            return self.readings
        plain = time(self.hour, self.minute)
        if self.exact or self.hour >= _NOON:
            return (plain,)
        return (plain, plain.replace(hour=self.hour + _NOON))

    def on_half(self, half: str) -> time:
        """Return the time on one half of the day; hours of 1 to 12 only."""
        return time(self.hour % _NOON + (_NOON if half == "pm" else 0), self.minute)


def clock_at(words: Words, at: int) -> Found | None:
    """Read a time, or a time and its end."""
    start = _time_at(words, at)
    if start is None:
        number = words.number(at) or 0
        if _HOURS <= number <= _LONGEST_MONTH:
            return Found(pieces=(DayOfMonth(day=number, bare=True),), end=at + 1)
        return None
    end = _time_at(words, start.end + 1) if words.word(start.end) in _UNTIL else None
    if end is None:
        return Found(pieces=_single(start), end=start.end)
    if words.glued(end.end) and words.word(end.end) in DASHES:
        return None  # Three numbers are a day that is none, such as 2026-13-01.
    return Found(pieces=_between(start, end), end=end.end)


def is_bare(words: Words, at: int) -> bool:
    """Say whether a number is no more than that: neither 10:30 nor 10 am."""
    typed = _number_time(words, at)
    return typed is None or typed.bare


def is_clock(words: Words, at: int) -> bool:
    """Say whether a number begins a time."""
    return _number_time(words, at) is not None


def length_at(words: Words, at: int) -> Found | None:
    """Read a length with its unit; "14h" alone is left to `clock_at`, which knows both."""
    read = minutes_at(words, at)
    return None if read is None else Found(pieces=(Length(minutes=read[0]),), end=read[1])


def minutes_at(words: Words, at: int) -> tuple[int, int] | None:
    """Read a length with its unit; return its minutes, a day's at most, and where it ends."""
    read = _worded_length(words, at) or _counted_length(words, at)
    return read if read is not None and 1 <= read[0] <= LONGEST_MIN else None


def _single(typed: _Typed) -> tuple[Piece, ...]:
    clocks = tuple(Clock(start=each) for each in typed.readings)
    if typed.bare:
        if not 1 <= typed.hour <= _LONGEST_MONTH:
            return clocks[:1]
        return (*clocks[:1], DayOfMonth(day=typed.hour, bare=True))
    if typed.sign == "h":
        minutes = typed.hour * _HOUR_MIN + typed.minute
        return (*clocks, Length(minutes=minutes)) if minutes else clocks
    if typed.sign == "." and 1 <= typed.minute <= _MONTHS and typed.hour:
        return (*clocks, Dated(day=typed.hour, month=typed.minute))
    return clocks


def _between(start: _Typed, end: _Typed) -> tuple[Piece, ...]:
    """Return the times from one to the other; "2-3 pm" starts on the half that it ends on."""
    found: tuple[Piece, ...] = ()
    if end.half and not start.half and 1 <= start.hour <= _NOON:
        found = _spans((start.on_half(end.half),), end.endings)
    found = found or _spans(start.readings, end.endings)
    return found or (Clock(start=start.readings[0], minutes=0),)


def _spans(starts: tuple[time, ...], ends: tuple[time, ...]) -> tuple[Piece, ...]:
    """Return each start with the first end after it."""
    return tuple(
        Clock(start=start, minutes=_minute_of_day(later[0]) - _minute_of_day(start))
        for start in starts
        if (later := [each for each in ends if each > start])
    )


def _minute_of_day(clock: time) -> int:
    return clock.hour * _HOUR_MIN + clock.minute


def _time_at(words: Words, at: int) -> _Typed | None:
    if words.word(at) in {"noon", "midday"}:
        return _Typed(hour=_NOON, minute=0, end=at + 1, exact=True)
    return _past_hour(words, at) or _number_time(words, at)


def _past_hour(words: Words, at: int) -> _Typed | None:
    """Read "half past 2", "quarter to 3", "10 past 9"; "10 to 9" would be a span."""
    word, way = words.word(at), words.word(at + 1)
    minutes = _QUARTERS.get(word) or words.number(at)
    hour = words.number(at + 2)
    if not minutes or minutes >= _HOUR_MIN or hour is None or not 1 <= hour <= _NOON:
        return None
    if way == "past":
        return _Typed(hour=hour, minute=minutes, end=at + 3)
    if way == "to" and word == "quarter":
        return _Typed(hour=hour - 1 or _NOON, minute=_HOUR_MIN - minutes, end=at + 3)
    return None


def _number_time(words: Words, at: int) -> _Typed | None:
    number, digits = words.number(at), words.digits(at)
    if number is None:
        return None
    if digits > _MINUTE_DIGITS:
        hour, minute, sign, end = number // 100, number % 100, ":", at + 1
    else:
        hour, (minute, sign, end) = number, _minute_at(words, at + 1)
    half, end = _half_at(words, end)
    if not half and not sign and digits < _MINUTE_DIGITS and hour == 0:
        return None
    if hour >= _HOURS or minute >= _HOUR_MIN or (half and not 1 <= hour <= _NOON):
        return None
    sign, end = _hour_sign_at(words, end, sign) if not half else (sign, end)
    return _Typed(
        hour=hour,
        minute=minute,
        end=end,
        half=half,
        exact=words.word(at).startswith("0") or digits > _MINUTE_DIGITS + 1,
        bare=not half and not sign,
        sign=sign,
    )


def _minute_at(words: Words, at: int) -> tuple[int, str, int]:
    """Read what follows the hour; return the minute, the sign before it and where it ends."""
    minute, sign = words.number(at + 1), words.word(at)
    is_minute = words.glued(at) and words.glued(at + 1) and words.digits(at + 1) == _MINUTE_DIGITS
    if minute is None or not is_minute or sign not in {":", ".", "h"} or minute >= _HOUR_MIN:
        return 0, "", at
    return minute, sign, at + 2


def _half_at(words: Words, at: int) -> tuple[str, int]:
    """Read "am", "p.m."; return it and where it ends."""
    if words.word(at) in {"am", "pm"}:
        return words.word(at), at + 1
    for half in ("am", "pm"):
        if words.says(at, half[0], ".", "m"):
            return half, at + 4 if words.word(at + 3) == "." else at + 3
    return "", at


def _hour_sign_at(words: Words, at: int, sign: str) -> tuple[str, int]:
    """Read "h" or "o'clock" behind a time; return its sign and where it ends."""
    if UNITS.get(words.word(at)) is Unit.HOUR:
        return sign or "h", at + 1
    if words.says(at, "oclock"):
        return ":", at + 1
    if words.word(at) == "o" and words.word(at + 1) in {"'", "’"} and words.says(at + 2, "clock"):
        return ":", at + 3
    return sign, at


def _worded_length(words: Words, at: int) -> tuple[int, int] | None:
    for phrase, minutes in (
        ("an hour and a half", 90),
        ("half an hour", 30),
        ("half hour", 30),
        ("quarter of an hour", 15),
    ):
        spoken = phrase.split()
        if words.says(at, *spoken):
            return minutes, at + len(spoken)
    return None


def _counted_length(words: Words, at: int) -> tuple[int, int] | None:
    count = count_at(words, at)
    if count is None:
        return None
    number, end = count
    unit = _unit_at(words, end)
    if unit is Unit.MINUTE:
        return number, end + 1
    if unit is Unit.HOUR:
        return _hours_and_minutes(words, number, end + 1)
    tenths = words.number(end + 1)
    is_decimal = words.word(end) in {".", ","} and words.glued(end) and words.glued(end + 1)
    if tenths is None or not is_decimal or _unit_at(words, end + 2) is not Unit.HOUR:
        return None
    scale = 10 ** words.digits(end + 1)
    return number * _HOUR_MIN + round(tenths * _HOUR_MIN / scale), end + 3


def _hours_and_minutes(words: Words, hours: int, end: int) -> tuple[int, int] | None:
    """Read what follows "1 h": "30 min", "and 30 minutes", nothing."""
    at = end + 1 if words.word(end) == "and" else end
    minutes = words.number(at)
    if minutes is not None and _unit_at(words, at + 1) is Unit.MINUTE:
        return hours * _HOUR_MIN + minutes, at + 2
    is_clock_too = words.word(end - 1) == "h" and hours < _HOURS
    return None if is_clock_too else (hours * _HOUR_MIN, end)


def _unit_at(words: Words, at: int) -> Unit | None:
    if words.word(at) in {"'", "′"} and words.glued(at):
        return Unit.MINUTE
    return UNITS.get(words.word(at))
