"""How long an account may go without contact, as one types it: `6 weeks`, `3 months`, `30`."""

from journal.typed.names import UNITS, Unit, count_at
from journal.typed.tokens import taken_apart
from journal.ui.shared.read_field import Reading
from journal.wording import _, ngettext

_WEEK_DAYS = 7
_DAYS = {Unit.DAY: 1, Unit.WEEK: _WEEK_DAYS, Unit.MONTH: 30, Unit.QUARTER: 91, Unit.YEAR: 365}
_LONGEST_DAYS = 3 * 365


def interval_text(days: int | None) -> str:
    """Write an interval so that it can be typed again: `6 weeks`, else `30 days`."""
    if days is None:
        return ""
    weeks, rest = divmod(days, _WEEK_DAYS)
    if not rest:
        return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
    return ngettext("{count} day", "{count} days", days).format(count=days)


def read_interval(text: str) -> Reading:
    """Read an interval; a number alone counts days, and a month has thirty."""
    if not text.strip():
        return Reading()
    days = _days(text)
    if not 1 <= days <= _LONGEST_DAYS:
        return Reading(words=_("Say how long, such as 6 weeks or 30 days."), is_refused=True)
    said = interval_text(days)
    return Reading(value=days, words=_("at least every {time}").format(time=said), text=said)


def _days(text: str) -> int:
    """Return 0 where it is no interval."""
    words = taken_apart(text)
    at = 1 if words.says(0, "every") else 0
    count, end = count_at(words, at) or (1, at)
    if end == len(words.tokens):
        return count if end > at else 0
    unit = UNITS.get(words.word(end))
    is_whole = end + 1 == len(words.tokens)
    return count * _DAYS.get(unit, 0) if unit is not None and is_whole else 0
