"""How the window says a day, a stretch of time, a rating: short, plain, in the user's language.

The patterns are sentences like any other, so that a translation may order day and month its own
way; the names of days and months are those of the locale.
"""

import html
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from journal.domain.account import Aim
from journal.domain.meeting import Kind, Meeting, Status, Whereabouts
from journal.domain.rating import Level
from journal.domain.span import When
from journal.wording import _, ngettext

_WEEK_DAYS = 7
_MINUTES_IN_HOUR = 60
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


def moment_words(moment: datetime) -> str:
    """Say the wall time of an aware moment, with seconds."""
    return QLocale().toString(QTime(moment.hour, moment.minute, moment.second), "HH:mm:ss")


def distance_words(day: date, today: date) -> str:
    """Say how far off a day is: `today`, `in 8 days`, `3 days ago`."""
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if days > 0:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)


def minutes_words(minutes: int) -> str:
    """Say a stretch of time: `50 min`, `2 h`, `1 h 30 min`."""
    hours, rest = divmod(minutes, _MINUTES_IN_HOUR)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def level_words(level: Level | None) -> str:
    """Name a rating; None is one that nobody has given yet."""
    if level is None:
        return _("Not rated")
    return {
        Level.DAMAGED: _("Damaged"),
        Level.STRAINED: _("Strained"),
        Level.NEUTRAL: _("Neutral"),
        Level.POSITIVE: _("Positive"),
        Level.OUTSTANDING: _("Outstanding"),
    }[level]


def level_meaning(level: Level) -> str:
    """Say by what one recognises a rating; shown wherever one is chosen."""
    return {
        Level.DAMAGED: _("avoids or cancels us; refuses without discussing"),
        Level.STRAINED: _("meets when it must; old complaints return"),
        Level.NEUTRAL: _("keeps appointments, settles the matter in hand, offers nothing more"),
        Level.POSITIVE: _("tells us plans and problems early; brings in colleagues"),
        Level.OUTSTANDING: _("plans a year ahead with us; each changes own plans for the other"),
    }[level]


def aim_words(aim: Aim) -> str:
    """Name an aim, as the heading of its accounts."""
    return {Aim.REPAIR: _("Repair"), Aim.RAISE: _("Raise"), Aim.MAINTAIN: _("Maintain")}[aim]


def status_words(meeting: Meeting, now: datetime) -> str:
    """Name what became of a meeting, at an aware moment."""
    if meeting.is_unrecorded(now):
        return _("not recorded")
    return {
        Status.PLANNED: _("planned"),
        Status.HELD: _("held"),
        Status.CANCELLED: _("cancelled"),
        Status.NO_SHOW: _("no-show"),
        Status.MOVED: _("moved"),
    }[meeting.status]


def kind_words(kind: Kind) -> str:
    """Name how one meets; empty for a visit, which is the rule."""
    return {Kind.VISIT: "", Kind.CALL: _("call"), Kind.VIDEO: _("video"), Kind.LETTER: _("letter")}[
        kind
    ]


def whereabouts_words(whereabouts: Whereabouts) -> str:
    """Say where we were when a meeting was called off."""
    return {
        Whereabouts.AT_THE_DOOR: _("at the door"),
        Whereabouts.ON_THE_WAY: _("on the way"),
        Whereabouts.BEFORE_LEAVING: _("before leaving"),
    }[whereabouts]


def quoted(text: str) -> str:
    """Put somebody's words between quotation marks."""
    return _("“{words}”").format(words=text)


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
