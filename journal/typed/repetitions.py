"""How often a visit is to be repeated: "every 4 weeks, 6 times", "fortnightly until 30 jun".

- The first one counts: 6 times is six visits. What is until a day may still be on that day.
- A month is counted by its weekdays: after the first Tuesday comes the first Tuesday of the next
  month. Where there is no fifth one, it is the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from journal.typed import almanac
from journal.typed.dates import understand
from journal.typed.day_names import full_day_words, weekday_words
from journal.typed.names import UNITS, Unit, count_at
from journal.typed.recurrences import ADVERBS
from journal.typed.tokens import Words, taken_apart
from journal.typed.understood import Bearings, NotUnderstood
from journal.wording import _, ngettext

MOST = 104
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: almanac.WEEK_DAYS}
_LONGEST = 999
_OTHER = 2
_OTHERS = frozenset({"other", "second"})
_FILLERS = frozenset({",", "and", "for", ".", ";"})
_TIMES = frozenset({"time", "times", "x", "×"})
_UNTIL = frozenset({"until", "till", "til"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """How often, and how many times or until when.

    Attributes:
        unit: Day, week or month.
        every: Each so many of the unit.
        times: With the first one; None where the last day is said.
        until: The last possible day; None where the times are said.
    """

    unit: Unit
    every: int
    times: int | None = None
    until: date | None = None

    def days(self, first: date) -> tuple[date, ...]:
        """Return its days from a first one on, in order; of too many one more than `MOST`."""
        most = MOST + 1 if self.times is None else min(self.times, MOST + 1)
        return tuple(islice(self._from(first), most))

    def _from(self, first: date) -> Iterator[date]:
        units = 0
        day: date | None = first
        while day is not None and (self.until is None or day <= self.until):
            yield day
            units += self.every
            day = self._later(first, units)

    def _later(self, first: date, units: int) -> date | None:
        if self.unit is not Unit.MONTH:
            return almanac.days_later(first, units * _DAYS[self.unit])
        month = almanac.months_later(first.replace(day=1), units)
        return None if month is None else _like(first, month)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    every: tuple[Unit, int] | None = None
    times: int | None = None
    until: date | None = None


def understand_repetition(text: str, bearings: Bearings) -> Repetition | NotUnderstood:
    """Understand a whole text as how often something is to be repeated."""
    part = text.strip()
    read = _read(taken_apart(text, bearings.order), bearings)
    if isinstance(read, NotUnderstood):
        return read
    if read.every is None:
        return NotUnderstood(why=_("Say how often, such as every 4 weeks, 6 times."), part=part)
    if (read.times is None) == (read.until is None):
        return NotUnderstood(why=_("Say either how many times or until when."), part=part)
    unit, every = read.every
    return Repetition(unit=unit, every=every, times=read.times, until=read.until)


def repetition_words(repetition: Repetition, first: date) -> str:
    """Say how often: `every 4 weeks on Tuesday, 6 times, the last on Tue 20 Apr 2027`."""
    often = _often_words(repetition, first)
    days = repetition.days(first)
    if not days:
        return often
    if len(days) > MOST:
        return too_many_words()
    times = ngettext("{count} time", "{count} times", len(days)).format(count=len(days))
    return _("{often}, {times}, the last on {day}").format(
        often=often, times=times, day=full_day_words(days[-1])
    )


def too_many_words() -> str:
    """Say that there is a limit, and which."""
    return _("No more than {most} are planned at once; plan the rest later.").format(most=MOST)


def _read(words: Words, bearings: Bearings) -> _Draft | NotUnderstood:
    draft, at = _Draft(), 0
    while at < len(words.tokens):
        every, times = _every_at(words, at), _times_at(words, at)
        if words.word(at) in _UNTIL:
            rest = words.text[words.tokens[at].end :]
            last = understand(rest, bearings)
            return last if isinstance(last, NotUnderstood) else replace(draft, until=last.day)
        if every is not None and draft.every is None:
            draft, at = replace(draft, every=every[0]), every[1]
        elif times is not None and draft.times is None:
            draft, at = replace(draft, times=times[0]), times[1]
        elif words.word(at) in _FILLERS:
            at += 1
        else:
            part = words.around(at)
            why = _("“{part}” does not say how often.").format(part=part)
            return NotUnderstood(why=why, part=part)
    return draft


def _every_at(words: Words, at: int) -> tuple[tuple[Unit, int], int] | None:
    """Read "every 4 weeks", "every other week", "fortnightly"; return it and where it ends."""
    adverb = ADVERBS.get(words.word(at))
    if adverb is not None:
        return adverb, at + 1
    if words.word(at) not in {"every", "each"}:
        return None
    counted, at = count_at(words, at + 1) or (1, at + 1)
    if words.word(at) in _OTHERS:
        counted, at = _OTHER, at + 1
    if words.word(at) in {"fortnight", "fortnights"}:
        return (Unit.WEEK, counted * _OTHER), at + 1
    unit = UNITS.get(words.word(at))
    if unit is None or unit not in _DAYS | _MONTHS or not 1 <= counted <= _LONGEST:
        return None
    months = _MONTHS.get(unit)
    return ((unit, counted) if months is None else (Unit.MONTH, counted * months)), at + 1


def _times_at(words: Words, at: int) -> tuple[int, int] | None:
    """Read "6 times", "6x", "twice"; return the number and where it ends."""
    if words.word(at) == "twice":
        return 2, at + 1
    counted = count_at(words, at)
    if counted is None or not counted[0] or words.word(counted[1]) not in _TIMES:
        return None
    return counted[0], counted[1] + 1


def _often_words(repetition: Repetition, first: date) -> str:
    counted = repetition.every
    if repetition.unit is Unit.DAY:
        return ngettext("every day", "every {count} days", counted).format(count=counted)
    if repetition.unit is Unit.WEEK:
        said = ngettext("every week on {weekday}", "every {count} weeks on {weekday}", counted)
        return said.format(count=counted, weekday=weekday_words(first.weekday()))
    said = ngettext(
        "every month on the {nth} {weekday}", "every {count} months on the {nth} {weekday}", counted
    )
    nth = _("first second third fourth last").split()[_nth(first)]
    return said.format(count=counted, nth=nth, weekday=weekday_words(first.weekday()))


def _nth(day: date) -> int:
    return (day.day - 1) // almanac.WEEK_DAYS


def _like(first: date, month: date) -> date:
    """Return the same weekday of another month: the second one, or the last for a fifth."""
    away = (first.weekday() - month.weekday()) % almanac.WEEK_DAYS
    day = 1 + away + _nth(first) * almanac.WEEK_DAYS
    if day > almanac.days_in(month.year, month.month):
        day -= almanac.WEEK_DAYS
    return month.replace(day=day)
