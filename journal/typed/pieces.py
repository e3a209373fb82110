"""What a typed date is put together from; each piece alone, before it is known which day it is."""

from dataclasses import dataclass
from datetime import time

from journal.typed.names import Unit
from journal.typed.understood import Lean


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week, Monday is 0.

    Attributes:
        week: Of which week, counted from the present one; None for the nearest.
        lean: Where the nearest is sought; None as everywhere in the text.
    """

    number: int
    week: int | None = None
    lean: Lean | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfMonth:
    """The 10th.

    Attributes:
        months: Of which month, counted from the present one; None for the nearest.
        bare: Whether only a number was typed.
    """

    day: int
    months: int | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day of a named month, 1 to 12; without a year the nearest."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A week, month, quarter or year, by its first or last day.

    Attributes:
        unit: What it is.
        away: Counted from the present one; None for the nearest, or where it has a number.
        number: Of the month or the quarter in its year, or the year itself.
        year: Of a numbered month or quarter; None for the nearest.
        lean: Where the nearest is sought; None as everywhere in the text.
        ends: Whether its last day is meant; of a week, that is Friday.
        edged: Whether its first or last day was asked for, so that it may have a time.
    """

    unit: Unit
    away: int | None = None
    number: int | None = None
    year: int | None = None
    lean: Lean | None = None
    ends: bool = False
    edged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So much from now; `sign` is 1 for "in", -1 for "ago", None where it is not said."""

    unit: Unit
    count: int
    sign: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Today, tomorrow, yesterday.

    Attributes:
        days: Counted from today.
        weekday: The only weekday of which it may be.
    """

    days: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A wall time; `minutes` where an end was typed, not above 0 where it lies before."""

    start: time
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A stretch of minutes."""

    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """This minute."""


DayPiece = DayOfMonth | Dated | Stretch | Shift | Near | Now
Piece = DayPiece | Weekday | Clock | Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What may stand somewhere in the text, likeliest first, and the token behind it."""

    pieces: tuple[Piece, ...]
    end: int
