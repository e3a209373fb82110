"""What matters before the next meeting: what is in the way, owed, open and to be asked."""

from collections.abc import Iterator
from datetime import date

from journal.analysis.clashes import Clash, Closeness
from journal.analysis.digest import Digest
from journal.analysis.questions import Ask, AskFor
from journal.domain.meeting import Meeting
from journal.domain.promise import Promise
from journal.domain.record import Line, Side
from journal.domain.relationship import Relationship
from journal.terms import minutes_words
from journal.ui.shared.entries import Entry
from journal.ui.shared.words import (
    clock_words,
    day_words,
    distance_words,
    month_words,
    weekday_words,
)
from journal.wording import _

_NEAR_DAYS = 7


def title(digest: Digest) -> str:
    """Say before what: the hour where it is today, the weekday where it is near, else the day."""
    if digest.meeting is None:
        return _("Before the next meeting")
    when = digest.meeting.when
    days = (when.day - digest.today).days
    if days == 0 and when.time is not None:
        return _("Before {time} today").format(time=clock_words(when.time))
    near = {0: _("Before today’s meeting"), 1: _("Before tomorrow’s meeting")}
    if days in near:
        return near[days]
    is_near = 0 < days < _NEAR_DAYS
    day = weekday_words(when.day) if is_near else day_words(when.day, digest.today)
    return _("Before {day}").format(day=day)


def entries(relationship: Relationship, digest: Digest) -> tuple[Entry, ...]:
    """Tell it in the order in which it is needed."""
    return (
        *_clashes(digest),
        *_leaving(digest),
        *(_promise(relationship, each, digest.today) for each in digest.promises.ours),
        *(_promise(relationship, each, digest.today) for each in digest.promises.theirs),
        *_barriers(digest),
        *_asks(digest),
    )


def _near(day: date, today: date) -> str:
    if abs((day - today).days) <= 1:
        return distance_words(day, today)
    return day_words(day, today)


def _clashes(digest: Digest) -> Iterator[Entry]:
    for clash in digest.door.clashes if digest.door else ():
        commitment = clash.occurrence.commitment
        yield Entry(
            lead=_("In the way"),
            text=f"{commitment.title}, {clock_words(commitment.start)}",
            note=_closeness(clash),
            is_late=True,
        )


def _closeness(clash: Clash) -> str:
    if clash.closeness is Closeness.OVERLAPS:
        return _("at the same time")
    minutes = minutes_words(clash.gap_min)
    if clash.closeness is Closeness.STARTS_AFTER:
        if not clash.gap_min:
            return _("starts as we end")
        return _("starts {minutes} after").format(minutes=minutes)
    return _("ends {minutes} before").format(minutes=minutes)


def _leaving(digest: Digest) -> Iterator[Entry]:
    door = digest.door
    if door is not None and door.leave_at is not None and door.travel_min:
        drive = _("{time} drive").format(time=minutes_words(door.travel_min))
        leave = door.leave_at.time().replace(second=0, microsecond=0)
        yield Entry(text=_("Leave by {time}").format(time=clock_words(leave)), note=drive)


def _promise(relationship: Relationship, promise: Promise, today: date) -> Entry:
    person = relationship.person(promise.person_id)
    if person is None:
        who = _("You") if promise.side is Side.OURS else _("They")
    else:
        who = _("You") if person.is_self else person.name
    is_late = promise.due_on is not None and promise.due_on < today
    if promise.due_on is None:
        note = _("no date")
    elif is_late:
        note = _("due {day}").format(day=_near(promise.due_on, today))
    else:
        note = _near(promise.due_on, today)
    return Entry(text=f"{who}: {promise.text}", note=note, is_late=is_late)


def _barriers(digest: Digest) -> Iterator[Entry]:
    for barrier in digest.barriers:
        since = barrier.named_on or barrier.noted_on
        note = _("since {month}").format(month=_month(since, digest.today)) if since else ""
        yield Entry(text=_("Open barrier: {text}").format(text=barrier.text), note=note)


def _month(day: date, today: date) -> str:
    return month_words(day) if day.year != today.year else month_words(day).split(" ")[0]


def _asks(digest: Digest) -> Iterator[Entry]:
    for ask in digest.ask:
        text = _ask_words(ask, digest.today)
        if text:
            yield Entry(
                text=_("Ask: {question}").format(question=text),
                note=ask.person.name if ask.person else "",
            )


def _ask_words(ask: Ask, today: date) -> str:
    subject = ask.subject
    if ask.reason is AskFor.METRIC:
        return _("how they are measured") if ask.person else _("how people there are measured")
    if ask.reason is AskFor.VISION:
        return _("where this could be in a year")
    if isinstance(subject, Meeting):
        return _("why {day} was lost").format(day=day_words(subject.when.day, today))
    if not isinstance(subject, Line):
        return _("whether “{guess}” is so").format(guess=subject.title) if subject else ""
    if ask.reason is AskFor.GUESS:
        return _("whether “{guess}” is so").format(guess=subject.text)
    return subject.text
