"""A standing commitment as people type it: "thu 15:00 weekly management staff meeting".

- When it recurs stands before its title or behind it, or both.
- A weekday alone is every week; "every second tue" is every other week; "first tue", "last fri"
  and "15th" are of every month.
- Without an end or a length it takes an hour.
- "since jan" or "from 30 nov" says its first day; else that is the first from today on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from journal.domain.meeting import DEFAULT_MINUTES
from journal.typed.assembly import Refusal
from journal.typed.clocks import DASHES, clock_at, length_at
from journal.typed.dates import choose
from journal.typed.days import dated_at, near_at, weekday_at
from journal.typed.names import UNITS, WEEKDAYS, Unit, after_point, count_at, ordinal_at
from journal.typed.pieces import Clock, Length
from journal.typed.schedules import LAST, Recurring, Schedule
from journal.typed.stretches import stretch_at
from journal.typed.tokens import Words, taken_apart
from journal.typed.understood import Bearings, Lean, NotUnderstood
from journal.wording import _

_MOST_EVERY = 999
_LONGEST_MONTH = 31
_MOST_NTH = 5
_OTHER = 2  # every other one is every second
_MOST_TOKENS = 16
_WORKING_DAYS = (0, 1, 2, 3, 4)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_UNITS = {Unit.DAY: 1, Unit.WEEK: 1, Unit.MONTH: 1, Unit.QUARTER: 3}
ADVERBS = {
    "daily": (Unit.DAY, 1),
    "weekly": (Unit.WEEK, 1),
    "fortnightly": (Unit.WEEK, 2),
    "biweekly": (Unit.WEEK, 2),
    "monthly": (Unit.MONTH, 1),
    "quarterly": (Unit.MONTH, 3),
}
_WEEKDAY_WORDS = WEEKDAYS | {
    f"{name}s": number for name, number in WEEKDAYS.items() if "day" in name
}
_WORKDAY_WORDS = frozenset({"weekday", "weekdays", "workday", "workdays"})
_AND = frozenset({",", "and", "&", "+", "/"})
_FILLERS = frozenset({"on", "at", "the", ",", "from", "for", ":", ";"}) | DASHES
_OUTSIDE = " \t,;:–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Every:
    unit: Unit
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _On:
    """Which days: weekdays of a week, the nth of them in a month, or a day of the month."""

    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    month_day: int | None = None

    @property
    def unit(self) -> Unit:
        return Unit.WEEK if self.weekdays and not self.nths else Unit.MONTH


_Part = _Every | _On | Clock | Length | date
_Read = tuple[tuple[_Part, ...], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What is known so far of when it recurs."""

    every: _Every | None = None
    on: _On | None = None
    clock: Clock | None = None
    length: Length | None = None
    since: date | None = None

    def with_parts(self, parts: tuple[_Part, ...]) -> "_Draft | None":
        """Add what was read; None where it does not go with what is known."""
        draft: _Draft | None = self
        for part in parts:
            draft = draft and draft._with(part)  # noqa: SLF001  another of its kind
        return draft if draft is not None and draft._goes_together else None  # noqa: SLF001

    def _with(self, part: _Part) -> "_Draft | None":
        match part:
            case _Every():
                return replace(self, every=part) if self.every in {None, part} else None
            case _On():
                return replace(self, on=part) if self.on is None else None
            case Clock():
                is_open = self.clock is None and (self.length is None or part.minutes is None)
                return replace(self, clock=part) if is_open else None
            case Length():
                is_open = self.length is None and (not self.clock or self.clock.minutes is None)
                return replace(self, length=part) if is_open else None
            case _:
                return replace(self, since=part) if self.since is None else None

    @property
    def _goes_together(self) -> bool:
        return self.every is None or self.on is None or self.every.unit is self.on.unit

    @property
    def schedule(self) -> Schedule | None:
        """When it recurs; None where the days are not said."""
        if self.on is not None:
            return Schedule(
                unit=self.on.unit,
                every=self.every.count if self.every else 1,
                weekdays=self.on.weekdays,
                nths=self.on.nths,
                month_day=self.on.month_day,
            )
        if self.every is None or self.every.unit is not Unit.DAY:
            return None
        return Schedule(unit=Unit.DAY, every=self.every.count)


def understand_recurring(text: str, bearings: Bearings) -> Recurring | NotUnderstood:
    """Understand a line as a standing commitment."""
    words = taken_apart(text, bearings.order)
    draft, first = _from_front(words, _Draft(), bearings)
    draft, end = _from_back(words, first, draft, bearings)
    title = ""
    if first < end:
        title = text[words.tokens[first].start : words.tokens[end - 1].end].strip(_OUTSIDE)
    return _recurring(title, draft, text, bearings)


def _recurring(
    title: str, draft: _Draft, text: str, bearings: Bearings
) -> Recurring | NotUnderstood:
    schedule, clock = draft.schedule, draft.clock
    part = text.strip()
    if schedule is None:
        why = _("Say when it recurs, such as thu 15:00 or first tue of the month 8:30.")
        return NotUnderstood(why=why, part=part)
    if clock is None:
        return NotUnderstood(why=_("Say at what time it begins."), part=part)
    if clock.minutes == 0:
        return NotUnderstood(why=_("It would end before it begins."), part=part)
    if not title:
        return NotUnderstood(why=_("Say what it is as well."), part=part)
    first_day = schedule.first_from(draft.since or bearings.wall.day)
    if first_day is None:
        return NotUnderstood(why=_("It would never take place."), part=part)
    length = draft.length.minutes if draft.length else DEFAULT_MINUTES
    return Recurring(
        title=title,
        schedule=schedule,
        start=clock.start,
        minutes=clock.minutes or length,
        first_day=first_day,
        is_since=draft.since is not None,
    )


def _from_front(words: Words, draft: _Draft, bearings: Bearings) -> tuple[_Draft, int]:
    """Read as far as it goes; return what is known then, and where the title begins."""
    at = title_at = 0
    while at < len(words.tokens):
        fitting = _fitting(words, at, draft, bearings)
        if fitting is not None:
            draft, at = fitting
            title_at = at
        elif words.word(at) in _FILLERS:
            at += 1
        else:
            break
    return draft, title_at


def _from_back(words: Words, first: int, draft: _Draft, bearings: Bearings) -> tuple[_Draft, int]:
    """Read the longest end that is all schedule; return what is known, and the title's end."""
    count = len(words.tokens)
    for at in range(max(first + 1, count - _MOST_TOKENS), count):
        if words.glued(at) or (draft.clock is None and _is_lone_number(words, at)):
            continue
        read, end = _from_front(words.part(at), draft, bearings)
        if end == count - at:
            return read, at
    return draft, count


def _is_lone_number(words: Words, at: int) -> bool:
    """Say whether a line ends in a number that nothing says to be a time: "room 10"."""
    return (
        at == len(words.tokens) - 1 and words.number(at) is not None and words.word(at - 1) != "at"
    )


def _fitting(words: Words, at: int, draft: _Draft, bearings: Bearings) -> tuple[_Draft, int] | None:
    """Read one thing that goes with what is known; return both together and where it ends."""
    for parts, end in _readings(words, at, bearings):
        grown = draft.with_parts(parts)
        if grown is not None and _is_bounded(words, end):
            return grown, end
    return None


def _is_bounded(words: Words, end: int) -> bool:
    """Say whether a word ends there: "1:1 with Luis" does not begin with one o'clock."""
    if not words.glued(end):
        return True
    return words.word(end) in _FILLERS and not words.glued(end + 1)


def _readings(words: Words, at: int, bearings: Bearings) -> Iterator[_Read]:
    for read in (_every, _adverb, _of_month, _nth_weekdays, _weekdays, _month_day):
        found = read(words, at)
        if found is not None:
            yield found
    since = _since(words, at, bearings)
    if since is not None:
        yield since
    for found_time in (length_at(words, at), clock_at(words, at)):
        for piece in found_time.pieces if found_time is not None else ():
            if found_time is not None and isinstance(piece, Clock | Length):
                yield (piece,), found_time.end


def _every(words: Words, at: int) -> _Read | None:
    """Read "every thu", "every 2 weeks", "every other tue", "every first tue"."""
    if words.word(at) not in {"every", "each"}:
        return None
    if words.word(at + 1) in _WORKDAY_WORDS:
        return (_Every(unit=Unit.WEEK), _On(weekdays=_WORKING_DAYS)), at + 2
    every_other = _every_other(words, at + 1)
    if every_other is not None:
        return every_other
    days = _nth_weekdays(words, at + 1) or _weekdays(words, at + 1)
    if days is not None:
        return days
    counted = count_at(words, at + 1) or (1, at + 1)
    return _every_unit(words, counted[1], counted[0])


def _every_other(words: Words, at: int) -> _Read | None:
    """Read what follows "every": "other tue", "second week", but not "second tue of the month"."""
    nth = (_OTHER, at + 1) if words.says(at, "other") else _nth_at(words, at)
    if nth is None or nth[0] != _OTHER:
        return None
    at = nth[1]
    days = _weekdays(words, at)
    if days is None:
        return _every_unit(words, at, _OTHER)
    if _of_month(words, days[1]) is not None:
        return None
    return (_Every(unit=Unit.WEEK, count=_OTHER), *days[0]), days[1]


def _every_unit(words: Words, at: int, count: int) -> _Read | None:
    if words.word(at) in {"fortnight", "fortnights"}:
        return (_Every(unit=Unit.WEEK, count=count * _OTHER),), at + 1
    unit = UNITS.get(words.word(at))
    if unit not in _UNITS or not 1 <= count <= _MOST_EVERY // _UNITS[unit]:
        return None
    if unit is Unit.QUARTER:
        return (_Every(unit=Unit.MONTH, count=count * _UNITS[unit]),), at + 1
    return (_Every(unit=unit, count=count),), at + 1


def _adverb(words: Words, at: int) -> _Read | None:
    if words.word(at) in _WORKDAY_WORDS:
        return (_On(weekdays=_WORKING_DAYS),), at + 1
    adverb = ADVERBS.get(words.word(at))
    return None if adverb is None else ((_Every(unit=adverb[0], count=adverb[1]),), at + 1)


def _of_month(words: Words, at: int) -> _Read | None:
    """Read "of the month"."""
    end = at + 2 if words.word(at + 1) in {"the", "each", "every"} else at + 1
    if words.word(at) not in {"of", "in"} or not words.says(end, "month"):
        return None
    return (_Every(unit=Unit.MONTH),), end + 1


def _nth_weekdays(words: Words, at: int) -> _Read | None:
    """Read "first tue", "2nd and 4th thu"."""
    nths: list[int] = []
    nth = _nth_at(words, at)
    while nth is not None:
        nths.append(nth[0])
        at = nth[1]
        nth = _nth_at(words, at + 1) if words.word(at) in _AND else None
    days = _weekdays(words, at) if nths else None
    if days is None:
        return None
    on = [each for each in days[0] if isinstance(each, _On)]
    return (replace(on[0], nths=tuple(dict.fromkeys(nths))),), days[1]


def _nth_at(words: Words, at: int) -> tuple[int, int] | None:
    named = _ORDINALS.get(words.word(at))
    if named is not None:
        return named, at + 1
    ordinal = ordinal_at(words, at)
    return ordinal if ordinal is not None and 1 <= ordinal[0] <= _MOST_NTH else None


def _weekdays(words: Words, at: int) -> _Read | None:
    """Read "thu", "thursdays", "mon, wed and fri", "mon-fri"."""
    first = _WEEKDAY_WORDS.get(words.word(at))
    if first is None:
        return None
    days, end = [first], after_point(words, at + 1)
    last = _WEEKDAY_WORDS.get(words.word(end + 1))
    if last is not None and words.word(end) in DASHES | {"to"}:
        days = [(first + each) % 7 for each in range((last - first) % 7 + 1)]
        return (_On(weekdays=tuple(sorted(days))),), after_point(words, end + 2)
    while last is not None and words.word(end) in _AND:
        days.append(last)
        end = after_point(words, end + 2)
        last = _WEEKDAY_WORDS.get(words.word(end + 1))
    return (_On(weekdays=tuple(sorted(set(days)))),), end


def _month_day(words: Words, at: int) -> _Read | None:
    ordinal = ordinal_at(words, at)
    if ordinal is None or not 1 <= ordinal[0] <= _LONGEST_MONTH:
        return None
    return (_On(month_day=ordinal[0]),), ordinal[1]


def _since(words: Words, at: int, bearings: Bearings) -> _Read | None:
    """Read "since jan", "from 30 nov"."""
    if words.word(at) not in {"since", "from", "starting"}:
        return None
    at_day = at + 2 if words.word(at + 1) in {"on", "the"} else at + 1
    for read in (dated_at, near_at, stretch_at, weekday_at):
        found = read(words, at_day)
        if found is not None:
            lean = Lean.BACKWARD if words.says(at, "since") else Lean.FORWARD
            day = choose((found,), replace(bearings, lean=lean))
            return None if isinstance(day, Refusal) else ((day.day,), found.end)
    return None
