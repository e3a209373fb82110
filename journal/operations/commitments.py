"""What recurs in a person's calendar, as one says it: every second Tuesday of the month."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from journal.domain.errors import JournalError
from journal.domain.person import StandingCommitment
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.wording import _

MOST = 99
LAST = -1
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NTH = re.compile(r"([+-]?\d)([A-Z]{2})")


class Unit(StrEnum):
    """What is counted from one time to the next."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """The rules that people make for their own calendars.

    Attributes:
        every: 1 for each, 2 for each second one, and so on.
        weekdays: Monday is 0; of weeks one or more, of months exactly one or none.
        nth: Which of those weekdays in a month, 1 to 5, or `LAST`; only with months.
        month_day: 1 to 31, instead of a weekday; only with months.
    """

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    month_day: int | None = None


def rule_of(rhythm: Rhythm) -> str:
    """Write a rhythm as an RFC 5545 recurrence rule."""
    every = f";INTERVAL={rhythm.every}" if rhythm.every > 1 else ""
    days = ",".join(_CODES[each] for each in rhythm.weekdays)
    if rhythm.unit is Unit.DAYS:
        return f"FREQ=DAILY{every}"
    if rhythm.unit is Unit.WEEKS:
        return f"FREQ=WEEKLY{every};BYDAY={days}"
    if rhythm.month_day is not None:
        return f"FREQ=MONTHLY{every};BYMONTHDAY={rhythm.month_day}"
    return f"FREQ=MONTHLY{every};BYDAY={rhythm.nth}{days}"


def rhythm_of(rule: str, first_day: date) -> Rhythm | None:
    """Read a rule; None where it says more than a rhythm can, as one from a calendar may.

    Args:
        rule: As the domain allows it.
        first_day: What a rule that names no day takes its day from.
    """
    parts = dict(each.split("=", 1) for each in rule.split(";"))
    parts.pop("WKST", None)  # says only with two weeks or more which week a Sunday is in
    frequency, every = parts.pop("FREQ"), int(parts.pop("INTERVAL", "1"))
    days = parts.pop("BYDAY", "")
    if frequency == "DAILY" and not (parts or days):
        return Rhythm(unit=Unit.DAYS, every=every)
    if frequency == "WEEKLY" and not parts:
        codes = days.split(",") if days else [_CODES[first_day.weekday()]]
        weekdays = tuple(sorted({_CODES.index(each) for each in codes}))
        return Rhythm(unit=Unit.WEEKS, every=every, weekdays=weekdays)
    return _monthly(parts, days, every, first_day) if frequency == "MONTHLY" else None


def note_commitment(journal: Journal, commitment: StandingCommitment) -> Change:
    """Note what recurs in somebody's calendar."""
    return journal.write(_("Note standing commitment"), add=[commitment])


def change_commitment(journal: Journal, commitment: StandingCommitment) -> Change:
    """Say otherwise when it recurs, or what it is."""
    return journal.write(_("Change standing commitment"), save=[commitment])


def end_commitment(journal: Journal, commitment: StandingCommitment, on: date) -> Change:
    """Say that it recurs no more after a day; until then it explains what was lost.

    Raises:
        JournalError: if it begins only after that day.
    """
    if on < commitment.first_day:
        raise JournalError(_("That would end before it begins; nothing was changed."))
    return journal.write(_("End standing commitment"), save=[replace(commitment, last_day=on)])


def _monthly(parts: Mapping[str, str], days: str, every: int, first_day: date) -> Rhythm | None:
    nth = _NTH.fullmatch(days if days not in _CODES else parts.get("BYSETPOS", "") + days)
    if nth is not None and not parts.keys() - {"BYSETPOS"} and int(nth[1]) >= LAST:
        return Rhythm(
            unit=Unit.MONTHS, every=every, weekdays=(_CODES.index(nth[2]),), nth=int(nth[1])
        )
    day = parts.get("BYMONTHDAY", str(first_day.day))
    if days or parts.keys() - {"BYMONTHDAY"} or not day.isdecimal():
        return None
    return Rhythm(unit=Unit.MONTHS, every=every, month_day=int(day))
