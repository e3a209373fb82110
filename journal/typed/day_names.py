"""How days, times and distances are said where what was typed is shown as understood.

In English, what is said can be typed again and means the same.
"""

from datetime import date, time

from journal.terms import minutes_words
from journal.typed.understood import Understood
from journal.wording import _, ngettext

_WEEK_DAYS = 7
_MONTH_DAYS = 30.44
_YEAR_DAYS = 365.25
# Up to here a distance is counted in days, then in weeks, then in months.
_DAYS_SAID = 21
_WEEKS_SAID_DAYS = 84
_MONTHS_SAID_DAYS = 700
_DAY_MIN = 24 * 60


def weekday_words(number: int) -> str:
    """Name a weekday; Monday is 0."""
    names = _("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    return names.split()[number]


def short_weekday_words(number: int) -> str:
    """Name a weekday in three letters or so; Monday is 0."""
    return _("Mon Tue Wed Thu Fri Sat Sun").split()[number]


def month_words(number: int) -> str:
    """Name a month, 1 to 12."""
    names = _(
        "January February March April May June July August September October November December"
    )
    return names.split()[number - 1]


def day_words(day: date) -> str:
    """Say a day without its weekday: `1 Dec 2026`."""
    return _("{day} {month} {year}").format(day=day.day, month=_short_month(day), year=day.year)


def full_day_words(day: date) -> str:
    """Say a day with its weekday: `Tue 1 Dec 2026`."""
    return _("{weekday} {date}").format(
        weekday=short_weekday_words(day.weekday()), date=day_words(day)
    )


def brief_day_words(day: date, today: date) -> str:
    """Say a day with its weekday, and with its year where it is not this one: `Fri 27 Nov`."""
    if day.year != today.year:
        return full_day_words(day)
    return _("{weekday} {day} {month}").format(
        weekday=short_weekday_words(day.weekday()), day=day.day, month=_short_month(day)
    )


def distance_words(day: date, today: date) -> str:
    """Say how far away a day is: `today`, `in 8 days`, `5 weeks ago`."""
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    count, ahead = _counted(abs(days), is_ahead=days > 0)
    return ahead.format(count=count)


def clock_words(clock: time, minutes: int | None) -> str:
    """Say a time, and its end where that is on the same day, else its length."""
    if minutes is None:
        return f"{clock:%H:%M}"
    end = clock.hour * 60 + clock.minute + minutes
    if end >= _DAY_MIN:
        return _("{clock}, {length}").format(clock=f"{clock:%H:%M}", length=minutes_words(minutes))
    return f"{clock:%H:%M}–{time(end // 60, end % 60):%H:%M}"


def understood_words(understood: Understood, today: date) -> str:
    """Say how something was understood: `Tue 1 Dec 2026, 10:00 · in 8 days`."""
    said = [full_day_words(understood.day)]
    if understood.time is not None:
        said.append(clock_words(understood.time, understood.minutes))
    elif understood.minutes is not None:
        # Not in hours: "1 h" without a time before it could be one o'clock.
        said.append(_("{minutes} min").format(minutes=understood.minutes))
    return _("{day} · {distance}").format(
        day=", ".join(said), distance=distance_words(understood.day, today)
    )


def _short_month(day: date) -> str:
    return _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[day.month - 1]


def _counted(days: int, *, is_ahead: bool) -> tuple[int, str]:
    """Return the count of the largest unit that tells enough, and the sentence for it."""
    if days <= _DAYS_SAID:
        ahead = ngettext("in {count} day", "in {count} days", days)
        return days, ahead if is_ahead else ngettext("{count} day ago", "{count} days ago", days)
    if days <= _WEEKS_SAID_DAYS:
        weeks = round(days / _WEEK_DAYS)
        ahead = ngettext("in {count} week", "in {count} weeks", weeks)
        behind = ngettext("{count} week ago", "{count} weeks ago", weeks)
        return weeks, ahead if is_ahead else behind
    if days <= _MONTHS_SAID_DAYS:
        months = round(days / _MONTH_DAYS)
        ahead = ngettext("in {count} month", "in {count} months", months)
        behind = ngettext("{count} month ago", "{count} months ago", months)
        return months, ahead if is_ahead else behind
    years = round(days / _YEAR_DAYS)
    ahead = ngettext("in {count} year", "in {count} years", years)
    return years, ahead if is_ahead else ngettext("{count} year ago", "{count} years ago", years)
