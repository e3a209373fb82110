"""Today in words: the sentence that opens the page, and its rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from journal.analysis.conflicts import Conflict
from journal.analysis.day import Days, Fit, Squeeze, Stop
from journal.domain.meeting import Kind, Status
from journal.domain.promise import Promise
from journal.domain.record import AccountId, MeetingId
from journal.terms import kind_words, minutes_words, status_words
from journal.ui.shared.numbers import number_words, sentence
from journal.ui.shared.words import (
    clock_words,
    date_words,
    day_words,
    distance_words,
    full_day_words,
    short_day_words,
    weekday_words,
)
from journal.wording import _, ngettext

_NAMES_SHOWN = 3
_PROMISES_SHOWN = 3
_CONFLICTS_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A line below the name; in the colour of what is late where `is_alarm`."""

    text: str
    is_alarm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One meeting in words.

    Attributes:
        lead: At the left: the time today, else the day.
        there: Below it: the customer's time, where it is another; on another day the time too.
        about: Behind the name, piece by piece: how, place, people, length.
        note: At the right; `is_late` sets it in the colour of what is late.
        subnote: Below the note, muted.
        may_log: Whether its outcome can be told; `asks_outcome`: whether that is due.
        may_print: Whether there is a brief to take along; `offers_brief`: whether it is time.
        is_over: Called off or logged already.
    """

    account_id: AccountId
    meeting_id: MeetingId
    lead: str
    there: str
    name: str
    about: tuple[str, ...]
    remarks: tuple[Remark, ...]
    note: str
    subnote: str
    is_late: bool = False
    may_log: bool = False
    asks_outcome: bool = False
    may_print: bool = False
    offers_brief: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under a heading; `after` is said below them, and may be empty."""

    title: str
    rows: tuple[Row, ...]
    after: str = ""


def answer(days: Days) -> str:
    """Say in one sentence what today brings."""
    coming = [each for each in days.today if _is_ahead(each, days.now)]
    if coming:
        first = _soonest(coming)
        counted = _counted(coming, is_more=len(coming) < len(days.today))
        return sentence(f"{counted}; {_first_words(first, days.now)}")
    if not days.ahead:
        return sentence(_("nothing more is planned") if days.today else _("nothing is planned"))
    following, today = days.ahead[0], days.now.date()
    day = day_words(following.day, today)
    if distance_words(following.day, today) != _("tomorrow"):
        day = _("{day}, {distance}").format(day=day, distance=distance_words(following.day, today))
    else:
        day = _("tomorrow")
    none = _("nothing more today") if days.today else _("nothing today")
    tail = _("next is {account}, {day}").format(account=following.account.name, day=day)
    return sentence(f"{none}; {tail}")


def sections(days: Days, conflicts: Iterable[Conflict] = ()) -> tuple[Section, ...]:
    """Return what there is to show, in the order of its urgency.

    Args:
        days: Around today.
        conflicts: Among all that is planned; those of days that have rows are said there.
    """
    today = days.now.date()
    made = (
        Section(
            title=_("Today, {weekday} {day}").format(
                weekday=weekday_words(today), day=date_words(today, today)
            ),
            rows=tuple(_row_today(each, days.now) for each in days.today),
        ),
        Section(
            title=_("Waiting for their outcome"),
            rows=tuple(_row_waiting(each, days.now) for each in days.unrecorded),
            after=_older(days.older_unrecorded),
        ),
        Section(
            title=_("The next days"),
            rows=tuple(_row_ahead(each, days.now) for each in days.ahead),
            after=_further(days, conflicts),
        ),
    )
    return tuple(each for each in made if each.rows or each.after)


def _is_ahead(stop: Stop, now: datetime) -> bool:
    return stop.meeting.status is Status.PLANNED and not stop.meeting.is_unrecorded(now)


def _soonest(stops: list[Stop]) -> Stop:
    """Return the first with a time; where none has one, the first."""
    return next((each for each in stops if each.meeting.when.time is not None), stops[0])


def _counted(stops: list[Stop], *, is_more: bool) -> str:
    count = len(stops)
    number = number_words(count)
    if all(each.meeting.kind is Kind.VISIT for each in stops):
        if is_more:
            one, many = _("{number} more visit today"), _("{number} more visits today")
        else:
            one, many = _("{number} visit today"), _("{number} visits today")
    elif is_more:
        one, many = _("{number} more meeting today"), _("{number} more meetings today")
    else:
        one, many = _("{number} meeting today"), _("{number} meetings today")
    return ngettext(one, many, count).format(number=number)


def _first_words(first: Stop, now: datetime) -> str:
    name = first.account.name
    if first.meeting.when.time is None:
        return _("{account} has no time yet").format(account=name)
    if first.starts_at <= now:
        until = clock_words(first.ends_at.time())
        return _("{account} goes on until {time}").format(account=name, time=until)
    if first.leave_at is None:
        at = clock_words(first.starts_at.time())
        return _("{account} is at {time}").format(account=name, time=at)
    leave = clock_words(first.leave_at.time())
    if first.leave_at > now:
        return _("leave by {time} for {account}").format(time=leave, account=name)
    return _("leave now for {account}, {time} is past").format(time=leave, account=name)


def _row_today(stop: Stop, now: datetime) -> Row:
    meeting, is_ahead = stop.meeting, _is_ahead(stop, now)
    is_planned = meeting.status is Status.PLANNED
    note, subnote, is_late = status_words(meeting, now), "", False
    if is_ahead:
        note, subnote, is_late = _leaving(stop, now)
    return Row(
        account_id=stop.account.id,
        meeting_id=meeting.id,
        lead=_("no time") if meeting.when.time is None else clock_words(stop.starts_at.time()),
        there=_there(stop),
        name=stop.account.name,
        about=_about(stop),
        remarks=tuple(_remarks(stop, now)) if is_planned else (),
        note=note,
        subnote=subnote,
        is_late=is_late,
        may_log=is_planned,
        asks_outcome=is_planned and (not is_ahead or stop.starts_at <= now),
        may_print=is_ahead,
        offers_brief=is_ahead,
        is_over=not is_planned,
    )


def _row_waiting(stop: Stop, now: datetime) -> Row:
    today = now.date()
    return Row(
        account_id=stop.account.id,
        meeting_id=stop.meeting.id,
        lead=day_words(stop.day, today),
        there=_clocks(stop),
        name=stop.account.name,
        about=_about(stop),
        remarks=(Remark(text=stop.meeting.purpose),) if stop.meeting.purpose else (),
        note=distance_words(stop.day, today),
        subnote="",
        may_log=True,
        asks_outcome=True,
    )


def _row_ahead(stop: Stop, now: datetime) -> Row:
    today = now.date()
    return Row(
        account_id=stop.account.id,
        meeting_id=stop.meeting.id,
        lead=day_words(stop.day, today),
        there=_clocks(stop),
        name=stop.account.name,
        about=_about(stop),
        remarks=tuple(_squeezed(stop)),
        note=distance_words(stop.day, today),
        subnote=_drive(stop),
        may_log=True,
        may_print=True,
    )


def _leaving(stop: Stop, now: datetime) -> tuple[str, str, bool]:
    if stop.meeting.when.time is not None and stop.starts_at <= now:
        until = clock_words(stop.ends_at.time())
        return _("until {time}").format(time=until), "", False
    if stop.leave_at is None:
        return "", _drive(stop), False
    leave = clock_words(stop.leave_at.time())
    if stop.leave_at > now:
        return _("leave by {time}").format(time=leave), _drive(stop), False
    return _("leave now"), _("{time} is past").format(time=leave), True


def _drive(stop: Stop) -> str:
    if stop.way_min is None:
        return _("way not noted")
    return _("{time} drive").format(time=minutes_words(stop.way_min)) if stop.way_min else ""


def _there(stop: Stop) -> str:
    """Say what the customer's clock shows, where it is not what the laptop's shows."""
    when = stop.meeting.when
    if when.time is None or when.time == stop.starts_at.time():
        return ""
    clock = clock_words(when.time)
    if when.day != stop.starts_at.date():
        clock = f"{short_day_words(when.day, stop.starts_at.date())} {clock}"
    return _("{time} there").format(time=clock)


def _clocks(stop: Stop) -> str:
    """Say the laptop's time and, below it where it differs, the customer's."""
    if stop.meeting.when.time is None:
        return ""
    return "\n".join(filter(None, (clock_words(stop.starts_at.time()), _there(stop))))


def _about(stop: Stop) -> tuple[str, ...]:
    meeting = stop.meeting
    parts = [
        "" if meeting.kind is Kind.VISIT else kind_words(meeting.kind),
        meeting.place or (stop.account.place if meeting.kind is Kind.VISIT else ""),
        _names([each.name for each in stop.people]),
        minutes_words(meeting.minutes) if meeting.minutes else "",
    ]
    return tuple(part for part in parts if part)


def _names(names: list[str]) -> str:
    if len(names) <= _NAMES_SHOWN:
        return ", ".join(names)
    shown = _NAMES_SHOWN - 1
    return _("{names} and {count} more").format(
        names=", ".join(names[:shown]), count=len(names) - shown
    )


def _remarks(stop: Stop, now: datetime) -> Iterator[Remark]:
    yield from _squeezed(stop)
    if stop.meeting.purpose:
        yield Remark(text=stop.meeting.purpose)
    for promise in stop.owed[:_PROMISES_SHOWN]:
        yield _owed(promise, now)
    more = len(stop.owed) - _PROMISES_SHOWN
    if more > 0:
        text = ngettext("and {count} more promise", "and {count} more promises", more)
        yield Remark(text=text.format(count=more))


def _owed(promise: Promise, now: datetime) -> Remark:
    due = promise.due_on
    is_late = due is not None and due < now.date()
    near = "" if due is None else distance_words(due, now.date())
    text = _("You owe them: {promise}, due {day}").format(promise=promise.text, day=near)
    return Remark(text=text, is_alarm=is_late)


def _squeezed(stop: Stop) -> Iterator[Remark]:
    squeeze = stop.squeeze
    if squeeze is not None:
        is_alarm = squeeze.fit in {Fit.OVERLAPS, Fit.OUT_OF_REACH, Fit.UNDER_WAY}
        yield Remark(text=_squeeze_words(squeeze, stop), is_alarm=is_alarm)


def _squeeze_words(squeeze: Squeeze, stop: Stop) -> str:
    name, gap = squeeze.before.name, minutes_words(max(squeeze.gap_min, 0))
    if squeeze.fit is Fit.OVERLAPS:
        text = _("Overlaps {account} by {minutes}")
        return text.format(account=name, minutes=minutes_words(-squeeze.gap_min))
    if squeeze.fit is Fit.OUT_OF_REACH:
        text = _("Not to be reached from {account}: {gap} between, at least {way} on the road")
        return text.format(account=name, gap=gap, way=minutes_words(squeeze.way_min or 0))
    if squeeze.fit is Fit.UNDER_WAY and stop.leave_at is not None:
        leave = clock_words(stop.leave_at.time())
        text = _("You would have to leave at {time}, while {account} still goes on")
        return text.format(time=leave, account=name)
    if not squeeze.gap_min:
        return _("Begins as {account} ends").format(account=name)
    if squeeze.fit is Fit.BACK_TO_BACK:
        return _("Only {gap} after {account}").format(gap=gap, account=name)
    return _("Straight from {account}, {gap} between").format(account=name, gap=gap)


def _further(days: Days, conflicts: Iterable[Conflict]) -> str:
    """Name the conflicts behind the days that are shown, a sentence each."""
    shown = {each.day for each in days.ahead} | {days.now.date()}
    behind = [each for each in conflicts if each.after.day not in shown]
    said = [_conflict_words(each, days.now) for each in behind[:_CONFLICTS_SHOWN]]
    more = len(behind) - len(said)
    if more:
        text = ngettext("And {count} more such conflict.", "And {count} more such conflicts.", more)
        said.append(text.format(count=more))
    return "\n".join(said)


def _conflict_words(conflict: Conflict, now: datetime) -> str:
    before, after = conflict.before, conflict.after
    fit = conflict.squeeze.fit
    if fit is Fit.OVERLAPS:
        text = _("Further on, {day}: {first} and {second} overlap.")
    elif fit is Fit.OUT_OF_REACH:
        text = _("Further on, {day}: no time to drive from {first} to {second}.")
    else:
        text = _("Further on, {day}: one would leave for {second} while {first} goes on.")
    is_near = after.day.year == now.year
    return text.format(
        day=day_words(after.day, now.date()) if is_near else full_day_words(after.day),
        first=_at_words(before),
        second=_at_words(after),
    )


def _at_words(stop: Stop) -> str:
    clock = clock_words(stop.starts_at.time())
    return _("{account} at {time}").format(account=stop.account.name, time=clock)


def _older(count: int) -> str:
    if not count:
        return ""
    text = ngettext(
        "{count} older meeting waits too; the Portfolio shows whose, by “not recorded”.",
        "{count} older meetings wait too; the Portfolio shows whose, by “not recorded”.",
        count,
    )
    return text.format(count=count)
