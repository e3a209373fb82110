"""The English words for days, months, numbers and stretches of time."""

from enum import StrEnum

from journal.typed.tokens import Words


class Unit(StrEnum):
    """What one counts time in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_WEEKDAY_NAMES = (
    "mon monday",
    "tue tues tuesday",
    "wed weds wednesday",
    "thu thur thurs thursday",
    "fri friday",
    "sat saturday",
    "sun sunday",
)
_MONTH_NAMES = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
    "aug august", "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
_NUMBER_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
)  # fmt: skip
_UNIT_NAMES = {
    Unit.MINUTE: "m min mins minute minutes",
    Unit.HOUR: "h hr hrs hour hours",
    Unit.DAY: "d day days",
    Unit.WEEK: "w wk wks week weeks",
    Unit.MONTH: "month months",
    Unit.QUARTER: "quarter quarters",
    Unit.YEAR: "y yr yrs year years",
}

WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
MONTHS = {
    name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()
}
NUMBERS = {name: number for number, name in enumerate(_NUMBER_NAMES.split(), start=1)}
UNITS = {name: unit for unit, names in _UNIT_NAMES.items() for name in names.split()}
# 1 for the coming one, and so on; the named one lies in a week, month or year so far from today.
NEARBY = {"next": 1, "coming": 1, "this": 0, "last": -1, "past": -1, "previous": -1}
ENDINGS = frozenset({"st", "nd", "rd", "th"})


def count_at(words: Words, at: int) -> tuple[int, int] | None:
    """Read "2", "two", "a"; return the number and where it ends."""
    number = words.number(at)
    if number is None:
        number = 1 if words.word(at) in {"a", "an"} else NUMBERS.get(words.word(at))
    return None if number is None else (number, at + 1)


def ordinal_at(words: Words, at: int) -> tuple[int, int] | None:
    """Read "10th"; return the number and where it ends."""
    number = words.number(at)
    is_ordinal = words.glued(at + 1) and words.word(at + 1) in ENDINGS
    return (number, at + 2) if number is not None and is_ordinal else None


def after_point(words: Words, at: int) -> int:
    """Return where a word ends that may be cut short with a point: "tue."."""
    return at + 1 if words.word(at) == "." and words.glued(at) else at
