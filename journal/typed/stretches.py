"""Weeks, months, quarters and years by their first or last day, as people type them."""

from dataclasses import replace

from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR
from journal.typed.days import year_at
from journal.typed.names import MONTHS, NEARBY, UNITS, Unit, after_point
from journal.typed.pieces import Found, Stretch
from journal.typed.tokens import Words
from journal.typed.understood import Lean

_QUARTERS_A_YEAR = 4
_EDGES = {"end": True, "start": False, "beginning": False}
_ENDS = {"eow": Unit.WEEK, "eom": Unit.MONTH, "eoy": Unit.YEAR}
_LONG_UNITS = frozenset({Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR})


def stretch_at(words: Words, at: int) -> Found | None:
    """Read "next week", "end of june", "q1"; a stretch without an edge is its first day."""
    if words.word(at) in _ENDS:
        whole = Stretch(unit=_ENDS[words.word(at)], ends=True, edged=True)
        return Found(pieces=(whole,), end=at + 1)
    if words.word(at) in _EDGES:
        return _edge(words, at)
    read = _body(words, at + 1 if words.says(at, "in") else at)
    if read is None:
        return None
    stretch, end = read
    return Found(pieces=(stretch, replace(stretch, ends=True)), end=end)


def _edge(words: Words, at: int) -> Found | None:
    ends = _EDGES[words.word(at)]
    at += 1
    for word in ("of", "the"):
        if words.says(at, word):
            at += 1
    read = _body(words, at) or _whole(words, at)
    if read is None:
        return None
    return Found(pieces=(replace(read[0], ends=ends, edged=True),), end=read[1])


def _body(words: Words, at: int) -> tuple[Stretch, int] | None:
    away = NEARBY.get(words.word(at))
    if away is None:
        return _numbered(words, at)
    unit = UNITS.get(words.word(at + 1))
    if unit in _LONG_UNITS:
        return Stretch(unit=unit, away=away), at + 2
    month = MONTHS.get(words.word(at + 1))
    if month is None:
        return None
    lean = Lean.FORWARD if away >= 0 else Lean.BACKWARD
    return Stretch(unit=Unit.MONTH, number=month, lean=lean), at + 2


def _numbered(words: Words, at: int) -> tuple[Stretch, int] | None:
    """Read "june", "june 2027", "q1", "q1 2027"."""
    unit, number, end = Unit.MONTH, MONTHS.get(words.word(at)), after_point(words, at + 1)
    if words.says(at, "q") and words.glued(at + 1):
        unit, number, end = Unit.QUARTER, words.number(at + 1), at + 2
        if number is None or not 1 <= number <= _QUARTERS_A_YEAR:
            return None
    if number is None:
        return None
    year = year_at(words, end)
    if year is None:
        return Stretch(unit=unit, number=number), end
    return Stretch(unit=unit, number=number, year=year[0]), year[1]


def _whole(words: Words, at: int) -> tuple[Stretch, int] | None:
    """Read what stands only behind "end of": "month", "2027"."""
    unit = UNITS.get(words.word(at))
    if unit in _LONG_UNITS:
        return Stretch(unit=unit), at + 1
    year = words.number(at) or 0
    if EARLIEST_YEAR <= year <= LATEST_YEAR:
        return Stretch(unit=Unit.YEAR, number=year), at + 1
    return None
