"""Dates, times and lengths as people type them, in English, understood by these rules.

- The nearest day is meant: ahead where one plans or promises, behind where one logs what
  happened (`Lean`). A day without a year, a weekday and a time alone follow it. Today is meant
  by its own weekday only with a time that still, or already, is.
- A number behind a weekday, or alone, is an hour: "tue 10" is Tuesday at 10:00. It is a day of
  the month where it says so ("10th", "10 jun", "30.6.") or is no hour ("27").
- An hour of 1 to 6 without am, pm or a zero before it is in the afternoon.
- "next", "this" and "last" with a weekday are of the week after, this one, the week before;
  weeks begin on Monday. "in 2 weeks thu" is the Thursday of the week in which that falls.
- A week, month, quarter or year is its first day, and takes no time; "end of" is its last, of a
  week its Friday.
- A point between two numbers is in a time where it can be one: "9.15". Else day and month.
- A weekday beside a date has to be the right one.
- What follows " · " is our own remark and not read.

Where something else could be meant, that is offered beside (`Understood.others`).
"""

from dataclasses import replace
from itertools import islice, product

from journal.typed.assembly import Refusal, assemble
from journal.typed.clocks import DASHES, LONGEST_MIN, clock_at, length_at, minutes_at
from journal.typed.days import dated_at, day_of_month_at, near_at, shift_at, weekday_at
from journal.typed.pieces import Found, Piece
from journal.typed.stretches import stretch_at
from journal.typed.tokens import Words, taken_apart
from journal.typed.understood import Bearings, NotUnderstood, Understood
from journal.wording import _

_READERS = (
    shift_at, near_at, length_at, dated_at, day_of_month_at, stretch_at, weekday_at, clock_at,
)  # fmt: skip
_FILLERS = DASHES | {",", "on", "at", "by", "due", "until", "till", "the", "from", "for"}
_CLOSERS = frozenset({".", "!", ",", ")"})
_REMARK = "·"
# A weekday, a day, a time and a length.
_MOST_PIECES = 4
_MOST_OTHERS = 3
_HOUR_MIN = 60


def understand(text: str, bearings: Bearings) -> Understood | NotUnderstood:
    """Understand a whole text as a day, a time, or both."""
    words = taken_apart(text.partition(_REMARK)[0], bearings.order)
    read = read_pieces(words)
    if isinstance(read, NotUnderstood):
        return read
    answer = choose(read, bearings)
    if isinstance(answer, Refusal):
        return NotUnderstood(why=answer.why, part=words.text.strip())
    return answer


def understand_minutes(text: str) -> int | NotUnderstood:
    """Understand a whole text as a length: "45 min", "1h30", "1:30"; a number is minutes."""
    words = taken_apart(text)
    length = minutes_at(words, 0)
    if length is not None and length[1] == len(words.tokens):
        minutes = length[0]
    else:
        minutes = _short_length(words)
    if not 1 <= minutes <= LONGEST_MIN:
        return NotUnderstood(why=_("Say how long, such as 45 min or 1h30."), part=text.strip())
    return minutes


def _short_length(words: Words) -> int:
    """Read "45", "2h", "1h30" or "1:30" as minutes; 0 where it is none of these."""
    first, sign, last = words.number(0), words.word(1), words.number(2)
    count = len(words.tokens)
    if first is None or count > len(("1", "h", "30")):
        return 0
    if count == 1:
        return first
    if sign == "h" and count == len(("2", "h")):
        return first * _HOUR_MIN
    is_pair = sign in {"h", ":"} and words.glued(2)
    return first * _HOUR_MIN + last if is_pair and last is not None and last < _HOUR_MIN else 0


def read_pieces(words: Words) -> tuple[Found, ...] | NotUnderstood:
    """Read all of the words, each place of theirs in every way that it can be meant."""
    at, found, end = 0, list[Found](), _before_closers(words)
    while at < len(words.tokens):
        piece = read_piece(words, at)
        if piece is not None:
            found.append(piece)
            at = piece.end
        elif words.word(at) in _FILLERS or at >= end:
            at += 1
        else:
            part = words.around(at)
            return NotUnderstood(why=_("“{part}” is no day or time.").format(part=part), part=part)
        if len(found) > _MOST_PIECES:
            why = _("That is more than one day or time.")
            return NotUnderstood(why=why, part=words.text.strip())
    if not found:
        return NotUnderstood(why=_("Type a day, such as tue 10 or in 2 weeks."), part=words.text)
    return tuple(found)


def read_piece(words: Words, at: int) -> Found | None:
    """Read what stands at one place."""
    for read in _READERS:
        found = read(words, at)
        if found is not None:
            return found
    return None


def choose(found: tuple[Found, ...], bearings: Bearings) -> Understood | Refusal:
    """Take the likeliest reading that fits, and beside it those that differ in one place."""
    understood: list[tuple[tuple[Piece, ...], Understood]] = []
    refusals: list[Refusal] = []
    for pieces in product(*(each.pieces for each in found)):
        answer = assemble(pieces, bearings)
        if isinstance(answer, Refusal):
            refusals.append(answer)
        else:
            understood.append((pieces, answer))
    if not understood:
        # That two readings clash says less than what is wrong with one that does not.
        return min(refusals, key=lambda each: each.is_clash)
    likeliest, main = understood[0]
    near = (each for pieces, each in understood if _differ(pieces, likeliest) == 1)
    others = dict.fromkeys(each for each in near if each != main)
    return replace(main, others=tuple(islice(others, _MOST_OTHERS)))


def _differ(pieces: tuple[Piece, ...], others: tuple[Piece, ...]) -> int:
    return sum(one != other for one, other in zip(pieces, others, strict=True))


def _before_closers(words: Words) -> int:
    """Return from where on only the signs are left that end a sentence."""
    end = len(words.tokens)
    while end and words.word(end - 1) in _CLOSERS:
        end -= 1
    return end
