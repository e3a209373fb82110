"""Times of day, offsets from UTC and lengths, in the forms that logs have them."""

import re
from dataclasses import dataclass
from datetime import time, timedelta

_MINUTES_AN_HOUR = 60
_HOURS_A_DAY = 24
_ZERO = timedelta(0)
_FARTHEST = timedelta(hours=14)
_NOON = 12
_LONGEST_MIN = _HOURS_A_DAY * _MINUTES_AN_HOUR
_CLOCK = re.compile(
    r"""
    (?P<hour>\d{1,2})
    (?: \s*[:.h]\s* (?P<minute>\d{2}) (?: [:.]\d{2} (?:[.,]\d+)? )? )?
    \s* (?P<half> [ap]\.?\s?m\.? )?
    \s* (?P<word> uhr | hod\.? | hrs? | h )?
    \s* (?P<offset> Z[+-]\d{2}:?\d{2} | Z | UTC | GMT | [+-]\d{2}:?\d{2} )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(r"\s*(?:[-–—]|\bto\b|\bbis\b|\buntil\b)\s*", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")
_LENGTH = re.compile(
    r"(?:(?P<hours>\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std\.?|stunden?|heures?|hod\.?)\.?)?\s*"
    r"(?:(?P<minutes>\d+)(?:[.,]0+)?\s*(?:m|mins?|minutes?|minuten|minut|'|′)?\.?)?",
    re.IGNORECASE,
)
_HOURS_AND_MINUTES = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A wall time, to the minute, and where the log says so, its offset from UTC."""

    time: time
    offset: timedelta | None = None


def read_clock(text: str) -> Clock | None:
    """Read `14:00`, `2:00 PM`, `14.00`, `14h00`, `14 Uhr`, `14:00:00.000Z`, `14:00+02:00`.

    Returns:
        None where it is no time; a lone number is none.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None or not (match["minute"] or match["half"] or match["word"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if match["half"][0] in "pP" else 0)
    offset = _offset(match["offset"]) if match["offset"] else None
    if hour >= _HOURS_A_DAY or minute >= _MINUTES_AN_HOUR or abs(offset or _ZERO) > _FARTHEST:
        return None
    return Clock(time=time(hour, minute), offset=offset)


def _offset(text: str) -> timedelta:
    match = _OFFSET.search(text)
    if match is None:
        return _ZERO
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -offset if match[1] == "-" else offset


def read_span(text: str) -> tuple[Clock | None, Clock | None]:
    """Read `14:00` or `14:00-14:50`; None for what cannot be read.

    `09:00-10:00` is an hour, not nine o'clock in Hawaii; `14:00-05:00` cannot be a span.
    """
    for gap in _BETWEEN.finditer(text):
        start, end = read_clock(text[: gap.start()]), read_clock(text[gap.end() :])
        if start is not None and end is not None and start.time < end.time:
            return start, end
    return read_clock(text), None


def read_minutes(text: str) -> int | None:
    """Read a length: `50`, `50 min`, `1:30`, `1.5 h`, `1h 20`.

    Returns:
        Minutes, 1 to 1440; None where it is no such length.
    """
    text = text.strip()
    clock = _HOURS_AND_MINUTES.fullmatch(text)
    match = _LENGTH.fullmatch(text)
    if clock is not None:
        minutes = int(clock[1]) * _MINUTES_AN_HOUR + int(clock[2])
    elif match is not None and text:
        hours = float((match["hours"] or "0").replace(",", "."))
        minutes = round(hours * _MINUTES_AN_HOUR) + int(match["minutes"] or 0)
    else:
        return None
    return minutes if 1 <= minutes <= _LONGEST_MIN else None


def minutes_between(start: time, end: time) -> int | None:
    """Return how long it is from one to the other on the same day; None where it is not later."""
    minutes = _minute_of_day(end) - _minute_of_day(start)
    return minutes if minutes > 0 else None


def _minute_of_day(clock: time) -> int:
    return clock.hour * _MINUTES_AN_HOUR + clock.minute
