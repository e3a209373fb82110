"""How the window says a day and a time: short, plain, in the user's language.

The patterns are sentences like any other, so that a translation may order day and month its own
way; the names of days and months are those of the locale.
"""

import html
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime

from journal.domain.span import When
from journal.wording import _, ngettext

_WEEK_DAYS = 7
# Beyond this a day without its year could be taken for the wrong one.
_SURE_DAYS = 300


def day_words(day: date, today: date) -> str:
    """Say a day: `Tue 1 Dec`, with the year where it is not this one."""
    if day.year == today.year:
        return QLocale().toString(_qdate(day), _("ddd d MMM"))
    return QLocale().toString(_qdate(day), _("d MMM yyyy"))


def date_words(day: date, today: date) -> str:
    """Say a day without its weekday: `3 Sep`, with the year where it is not this one."""
    pattern = _("d MMM") if day.year == today.year else _("d MMM yyyy")
    return QLocale().toString(_qdate(day), pattern)


def full_day_words(day: date) -> str:
    """Say a day with weekday and year: `Thu 3 Sep 2026`."""
    return QLocale().toString(_qdate(day), _("ddd d MMM yyyy"))


def short_day_words(day: date, today: date) -> str:
    """Say a day where there is little room: `today`, `Tue`, `9 Dec`, or `Dec 2027`."""
    if day == today:
        return _("today")
    if 0 <= (day - today).days < _WEEK_DAYS:
        return QLocale().toString(_qdate(day), "ddd")
    if day.year == today.year or abs((day - today).days) < _SURE_DAYS:
        return QLocale().toString(_qdate(day), _("d MMM"))
    return QLocale().toString(_qdate(day), _("MMM yyyy"))


def month_words(day: date) -> str:
    """Say a month: `Mar 2026`."""
    return QLocale().toString(_qdate(day), _("MMM yyyy"))


def weekday_words(day: date) -> str:
    """Say the whole name of the weekday: `Tuesday`."""
    return QLocale().toString(_qdate(day), "dddd")


def clock_words(clock: time) -> str:
    """Say a wall time in the way of the locale."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # Its own form has seconds.
        return f"{clock:%H:%M}"
    return locale.toString(QTime(clock.hour, clock.minute), QLocale.FormatType.ShortFormat)


def when_words(when: When, today: date) -> str:
    """Say a day and, where known, its time: `Tue 1 Dec, 10:00`."""
    return _joined(day_words(when.day, today), when.time)


def full_when_words(when: When) -> str:
    """Say a day with its year and, where known, its time: `Thu 3 Sep 2026, 14:00`."""
    return _joined(full_day_words(when.day), when.time)


def distance_words(day: date, today: date) -> str:
    """Say how far off a day is: `today`, `in 8 days`, `3 days ago`."""
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if days > 0:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)


def plain_tip(text: str) -> str:
    """Make a tool tip that Qt cannot take for markup; it would open files named in it."""
    if "<" in text:  # Without it nothing is markup to Qt.
        return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>"
    return text


def plain_button(text: str) -> str:
    """Make the text of a button or a menu entry in which `&` marks no key."""
    return text.replace("&", "&&")


def _joined(day: str, clock: time | None) -> str:
    if clock is None:
        return day
    return _("{day}, {time}").format(day=day, time=clock_words(clock))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
