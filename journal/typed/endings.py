"""A date at the end of a line: "send stock figures by fri".

- "by", "due", "on" or "before" leads it in; before a day means the day before that at the latest.
- Without one of them only what cannot be mistaken is taken for a date: "fri", "30 jun", "in 2
  weeks", "next week", but neither "sat", "may" and "3/4", nor what stands behind a preposition
  ("prices for next week"), nor a day behind us where one looks ahead ("what he asked for last
  thu").
- A number or a time alone is no date: "cut it by 10".
"""

from dataclasses import dataclass, replace

from journal.typed import almanac
from journal.typed.assembly import Refusal
from journal.typed.dates import choose, read_piece, read_pieces
from journal.typed.names import MONTHS
from journal.typed.pieces import (
    Clock,
    Dated,
    DayOfMonth,
    Found,
    Length,
    Near,
    Piece,
    Shift,
    Stretch,
    Weekday,
)
from journal.typed.tokens import Words, taken_apart
from journal.typed.understood import Bearings, Lean, NotUnderstood, Understood

_MOST_TOKENS = 16
_MARKS = frozenset({"by", "due", "on", "before"})
_BETWEEN = frozenset({"the", ",", ":"})
_PREPOSITIONS = frozenset(
    {
        "a", "about", "after", "all", "and", "any", "are", "as", "at", "between", "each", "every",
        "for", "from", "in", "into", "is", "last", "next", "of", "or", "over", "per", "since",
        "than", "that", "their", "this", "till", "to", "until", "was", "what", "with", "within",
    }
)  # fmt: skip
_ORDINARY = frozenset({"sat", "sun", "may", "march", "mar"})
_OUTSIDE = " \t,;:–—-("


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A line without the date at its end.

    Attributes:
        text: The whole line where there is no date, or none that can be.
        due: None where no date was typed.
    """

    text: str
    due: Understood | NotUnderstood | None


def date_at_end(text: str, bearings: Bearings, *, only_marked: bool = False) -> Ending:
    """Take the date off the end of a line.

    Args:
        only_marked: Whether it has to be led in by "by", "due", "on" or "before".
    """
    words = taken_apart(text, bearings.order)
    for at in range(max(1, len(words.tokens) - _MOST_TOKENS), len(words.tokens)):
        found = _days_to_the_end(words, at)
        if found is not None:
            return _ending(words, at, found, bearings, only_marked=only_marked)
    return Ending(text=text, due=None)


def _days_to_the_end(words: Words, at: int) -> tuple[Found, ...] | None:
    """Return the pieces from there to the end, where the first of them is a day."""
    if words.glued(at) and words.word(at - 1) != "(":
        return None
    first = read_piece(words, at)
    if first is None or not _is_day(first.pieces[0]):
        return None
    found = read_pieces(words.part(at))
    return None if isinstance(found, NotUnderstood) else found


def _is_day(piece: Piece) -> bool:
    is_number = isinstance(piece, DayOfMonth) and piece.bare
    return not is_number and not isinstance(piece, Clock | Length)


def _ending(
    words: Words, at: int, found: tuple[Found, ...], bearings: Bearings, *, only_marked: bool
) -> Ending:
    whole = Ending(text=words.text, due=None)
    cut, mark = _mark_before(words, at)
    text = words.text[: words.tokens[cut].start].rstrip(_OUTSIDE)
    piece = found[0].pieces[0]
    is_led_in = bool(mark) and not (mark == "on" and isinstance(piece, Stretch))
    is_plain = not mark and not only_marked and _is_plain(words, at, piece)
    if not text or not (is_led_in or (is_plain and words.word(cut - 1) not in _PREPOSITIONS)):
        return whole
    due = choose(found, bearings)
    if isinstance(due, Refusal):
        part = words.text[words.tokens[at].start :].strip()
        return replace(whole, due=NotUnderstood(why=due.why, part=part)) if mark else whole
    if not mark and _is_behind(due, bearings):
        return whole
    return Ending(text=text, due=_day_before(due) if mark == "before" else due)


def _mark_before(words: Words, at: int) -> tuple[int, str]:
    """Return where "by", "on the" or the like begins before a date, and which it is."""
    first, mark = at, ""
    while first and words.word(first - 1) in _MARKS | _BETWEEN:
        first -= 1
        mark = words.word(first) if words.word(first) in _MARKS else mark
    return first, mark


def _is_plain(words: Words, at: int, piece: Piece) -> bool:
    """Say whether a date can be nothing else, though no word leads it in."""
    match piece:
        case Weekday():
            return words.word(at) not in _ORDINARY
        case Dated(year=year):
            named = (token.word in MONTHS for token in words.tokens[at : at + 4])
            return year is not None or any(named)
        case Shift(sign=sign):
            return sign is not None
        case Stretch(edged=edged, away=away):
            return edged or away is not None
        case _:
            return isinstance(piece, Near)


def _is_behind(due: Understood, bearings: Bearings) -> bool:
    today = bearings.wall.day
    return due.day < today if bearings.lean is Lean.FORWARD else due.day > today


def _day_before(due: Understood) -> Understood:
    """Return the last day that is before; a time says itself when."""
    earlier = almanac.days_later(due.day, -1)
    return due if due.time is not None or earlier is None else replace(due, day=earlier, others=())
