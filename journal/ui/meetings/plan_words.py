"""How planning speaks: what was understood, what stands in the way, and what is quiet."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QLocale

from journal.analysis.clashes import Clash, Closeness
from journal.analysis.day import Fit
from journal.analysis.obstacles import InMyWay, Obstacles, QuietTime
from journal.analysis.slots import Slot, SlotCount
from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.relationship import Relationship
from journal.domain.span import When, zone_named
from journal.terms import kind_words, minutes_words
from journal.typed.dates import understand
from journal.typed.day_names import understood_words
from journal.typed.understood import Bearings, NotUnderstood, Understood
from journal.ui.shared.matching import Names, folded
from journal.ui.shared.read_field import Reader, Reading
from journal.ui.shared.words import clock_words, full_when_words, when_words
from journal.wording import _, ngettext

_REMARK = " · "
_NAMES_SHOWN = 3


def when_reader(
    now: Callable[[], datetime], zone: Callable[[], str], day: Callable[[], date | None]
) -> Reader:
    """Make a reader of a day and a time ahead.

    Args:
        now: Tells the aware moment, on the laptop's wall.
        zone: Tells the IANA name of the wall that is meant.
        day: Tells the day that is meant where only a time is typed; None for the nearest one.
    """

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading()
        understood = understand(text, Bearings(now=now(), zone=zone()))
        if isinstance(understood, NotUnderstood):
            return Reading(words=understood.why, is_refused=True)
        usual = day()
        if usual is not None:
            understood = understood.on_day(usual)
        words = understood_words(understood, When.at(now(), zone()).day)
        shown = words.rpartition(_REMARK)[0]
        here = _here(understood.when, now())
        return Reading(
            value=understood, words=f"{words}{_REMARK}{here}" if here else words, text=shown
        )

    return read


def account_reader(accounts: Sequence[Account]) -> Reader:
    """Make a reader of accounts by the beginnings of their names; the value is an id."""
    names = Names((f"{each.name} {each.place}", each) for each in accounts)

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading()
        same = [each for each in accounts if folded(each.name) == folded(text.strip())]
        found = same or list(names.find(text))
        if not found:
            return Reading(words=_("There is no account of that name."), is_refused=True)
        if len(found) > 1:
            some = ", ".join(_place_words(each) for each in found[:_NAMES_SHOWN])
            more = "…" if len(found) > _NAMES_SHOWN else ""
            said = _("It could be {names}.").format(names=some + more)
            return Reading(words=said, is_refused=True)
        return Reading(value=found[0].id, words=_place_words(found[0]), text=found[0].name)

    return read


def when_text(when: When, minutes: int | None, today: date) -> str:
    """Write a time so that it can be typed again: `Tue 1 Dec 2026, 10:00–10:50`."""
    understood = Understood(day=when.day, zone=when.zone, time=when.time, minutes=minutes)
    return understood_words(understood, today).rpartition(_REMARK)[0]


def obstacle_lines(found: Obstacles, relationship: Relationship, zone: str) -> tuple[str, ...]:
    """Say what stands in the way, the worst first; each a sentence of its own.

    Args:
        zone: IANA name of the wall on which times are said.
    """
    return tuple(_lines(found, relationship, zone))


def quiet_words(quiet: QuietTime, today: date) -> str:
    """Say a quiet time with its counts: `Tue 1 Dec, 10:00 · 3 of 3 held`."""
    is_near = quiet.when.day.year == today.year
    time_words = when_words(quiet.when, today) if is_near else full_when_words(quiet.when)
    return f"{time_words}{_REMARK}{count_words(quiet.count)}"


def count_words(count: SlotCount) -> str:
    """Say how a slot went: `3 of 3 held`, or that nobody tried it."""
    if not count.counted:
        return _("not tried yet")
    return _("{held} of {count} held").format(held=count.held, count=count.counted)


def _place_words(account: Account) -> str:
    if not account.place:
        return account.name
    return _("{name} in {place}").format(name=account.name, place=account.place)


def _lines(found: Obstacles, relationship: Relationship, zone: str) -> Iterator[str]:
    for clash in found.clashes:
        yield _clash_words(clash, relationship, zone)
    if found.slot is not None:
        yield _lost_words(found.slot)
    for own in found.in_my_way:
        yield _own_words(own, zone)
    for meeting in found.same_day:
        yield _same_day_words(meeting, relationship)
    if found.day_off is not None:
        yield _("That is a {weekday}.").format(weekday=_weekday_words(found.day_off))
    if found.is_past:
        yield _("That is past.")


def _lost_words(count: SlotCount) -> str:
    lost = ngettext(
        "{slot} was lost {lost} of {count} time.",
        "{slot} was lost {lost} of {count} times.",
        count.counted,
    )
    return lost.format(slot=_slot_words(count.slot), lost=count.lost, count=count.counted)


def _slot_words(slot: Slot) -> str:
    return f"{_weekday_words(slot.weekday)} {clock_words(time(*divmod(slot.minute, 60)))}"


def _weekday_words(number: int) -> str:
    return QLocale().dayName(number + 1)


def _clash_words(clash: Clash, relationship: Relationship, zone: str) -> str:
    fixed = clash.occurrence.commitment
    person = relationship.person(fixed.person_id)
    what = fixed.title[:1].upper() + fixed.title[1:]
    if person is not None:
        what = _("{title} of {person}").format(title=what, person=person.name)
    start = _clock(clash.occurrence.when.start, zone)
    end = _clock(clash.occurrence.ends_at, zone)
    gap = minutes_words(clash.gap_min)
    if clash.closeness is Closeness.OVERLAPS:
        return _("{what} is at that time, {start} to {end}.").format(
            what=what, start=start, end=end
        )
    if clash.closeness is Closeness.STARTS_AFTER:
        said = _("{what} begins at {start}, {gap} after this ends.")
        if not clash.gap_min:
            said = _("{what} begins at {start}, as this ends.")
    else:
        said = _("{what} ends at {end}, only {gap} before this.")
        if not clash.gap_min:
            said = _("{what} ends at {end}, as this begins.")
    return said.format(what=what, start=start, end=end, gap=gap)


def _own_words(found: InMyWay, zone: str) -> str:
    """Say why one of my meetings and this one cannot both be kept."""
    other, squeeze = found.other, found.squeeze
    if squeeze.fit is Fit.OVERLAPS:
        said = _("You have a {kind} with {account} then, {start} to {end}.")
    elif squeeze.fit is Fit.OUT_OF_REACH and found.is_after:
        said = _("You are with {account} at {start}: {gap} between, at least {way} on the road.")
    elif squeeze.fit is Fit.OUT_OF_REACH:
        said = _("You are with {account} until {end}: {gap} between, at least {way} on the road.")
    elif found.is_after:
        said = _("You would have to leave for {account} at {leave}, before this ends.")
    else:
        said = _("You would have to leave at {leave}, while the {kind} with {account} goes on.")
    return said.format(
        kind=kind_words(other.meeting.kind),
        account=other.account.name,
        start=_clock(other.meeting.when.start, zone),
        end=_clock(other.meeting.ends_at, zone),
        gap=minutes_words(max(squeeze.gap_min, 0)),
        way=minutes_words(squeeze.way_min or 0),
        leave="" if found.leave_at is None else _clock(found.leave_at, zone),
    )


def _same_day_words(meeting: Meeting, relationship: Relationship) -> str:
    name = relationship.account.name
    if meeting.when.time is None:
        return _("You meet {account} that day already.").format(account=name)
    return _("You meet {account} that day already, at {time}.").format(
        account=name, time=clock_words(meeting.when.time)
    )


def _clock(moment: datetime, zone: str) -> str:
    return clock_words(moment.astimezone(zone_named(zone)).time())


def _here(when: When, now: datetime) -> str:
    """Say what the laptop's clock shows, where it is not what was typed."""
    if when.time is None:
        return ""
    here = when.start.astimezone(now.tzinfo)
    if here.time() == when.time:
        return ""
    return _("{time} here").format(time=clock_words(here.time()))
