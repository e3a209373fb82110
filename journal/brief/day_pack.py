"""The pages of a day: the day at a glance, then the brief of each meeting in visiting order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from journal.analysis.conflicts import IMPOSSIBLE
from journal.analysis.day import Fit, Stop, is_one_place, way_between, with_the_one_before
from journal.analysis.people import roles_on
from journal.brief.parts import Brief, Door, Pack, Run, Section, Table, Tone, Words
from journal.brief.phrases import Voice, duration, sentences
from journal.brief.typed import isolated
from journal.domain.meeting import Kind, Status
from journal.domain.relationship import Relationship
from journal.terms import kind_words, status_words
from journal.wording import _, ngettext

_SHARES = (0.19, 0.47, 0.34)
_NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A meeting of the day, and all that is known of its account.

    Attributes:
        brief: None where there is none to take along: it was called off, or is over.
    """

    stop: Stop
    whole: Relationship
    brief: Brief | None


def day_pack(day: date, visits: Sequence[Visit], *, printed_at: datetime) -> Pack:
    """Put the pages of a day together.

    Args:
        day: The laptop's.
        visits: All of the day in order of time, called off or not; at least one with a brief.
        printed_at: An aware moment, in the zone of who prints.
    """
    voice = Voice(today=printed_at.date())
    briefs = [each.brief for each in visits if each.brief is not None]
    glance = replace(
        briefs[0],
        title=_("The day at a glance"),
        door=_door(day, visits, voice),
        first=(_at_a_glance(visits, voice, printed_at),),
        second=(),
    )
    return Pack(
        title=_("Day pack for {day}").format(day=voice.dates.full_day(day)),
        briefs=tuple(map(_counted_over_all, (glance, *briefs))),
        printed_at=printed_at,
        language=glance.language,
    )


def _counted_over_all(brief: Brief) -> Brief:
    """Let the foot say the place within the pack, behind that within the brief."""
    over_all = brief.foot_right.replace("{pages}", _("{pages} · {leaf} of {leaves} in all"))
    return replace(brief, foot_right=over_all)


def _door(day: date, visits: Sequence[Visit], voice: Voice) -> Door:
    takes_place = [each.stop for each in visits if _is_on(each.stop)]
    visited = sum(1 for each in takes_place if each.meeting.kind is Kind.VISIT)
    others = len(takes_place) - visited
    counted = [
        ngettext("{count} visit", "{count} visits", visited).format(count=visited),
        ngettext("{count} call", "{count} calls", others).format(count=others),
    ]
    count = [said for said, number in zip(counted, (visited, others), strict=True) if number]
    return Door(
        account=voice.dates.full_day(day),
        people=(Run(" · ".join(count)),),
        when=_first(takes_place, voice),
        where=(),
    )


def _first(stops: Sequence[Stop], voice: Voice) -> Words:
    """Say when the day begins: on leaving, else with the first meeting that has a time."""
    timed = [each for each in stops if each.meeting.when.time is not None]
    if not timed:
        return (Run(_("No time is agreed yet"), Tone.STRONG),)
    first = timed[0]
    said = (
        _("{clock}: {account}") if first.leave_at is None else _("Leave by {clock} for {account}")
    )
    clock = _clocks(first.leave_at or first.starts_at, first, voice)
    name = isolated(first.account.name)
    return (Run(said.format(clock=clock, account=name), Tone.STRONG),)


def _at_a_glance(visits: Sequence[Visit], voice: Voice, now: datetime) -> Section:
    before = {
        stop.meeting.id: earlier
        for stop, earlier in with_the_one_before([each.stop for each in visits])
    }
    rows = tuple(
        (
            tuple(_when(each.stop, voice)),
            tuple(_whom(each, now)),
            tuple(_way(each.stop, before[each.stop.meeting.id], voice)),
        )
        for each in visits
    )
    head = (_("When"), _("Whom and where"), _("The way there"))
    table = Table(rows=rows, shares=_SHARES, head=head)
    return Section(title=_("The day at a glance"), parts=(table,))


def _when(stop: Stop, voice: Voice) -> Iterator[Words]:
    """Say the customer's time, and ours below it where that is another."""
    when, tone = stop.meeting.when, Tone.STRONG if _is_on(stop) else Tone.QUIET
    if when.time is None:
        yield (Run(_("no time yet"), tone),)
        return
    clock = voice.dates.clock
    said = clock(when.time)
    if stop.meeting.minutes is not None:
        said = _("{start}–{end}").format(start=said, end=clock(stop.meeting.ends_at.time()))
    yield (Run(said, tone),)
    if _is_elsewhere(stop):
        city = when.zone.rpartition("/")[2].replace("_", " ")
        yield (Run(_("{city} time").format(city=city), Tone.QUIET),)
        here = clock(stop.starts_at.time())
        yield (Run(_("{clock} here").format(clock=here), Tone.QUIET),)


def _whom(visit: Visit, now: datetime) -> Iterator[Words]:
    stop, meeting = visit.stop, visit.stop.meeting
    name = Run(isolated(stop.account.name), Tone.STRONG if _is_on(stop) else Tone.QUIET)
    if meeting.status is Status.PLANNED and not meeting.is_unrecorded(now):
        yield (name,)
    else:
        yield (name, Run(f" · {status_words(meeting, now)}", Tone.QUIET))
    for who in _names(visit):
        yield (Run(who),)
    where = _where(stop)
    if where:
        yield (Run(where, Tone.QUIET),)
    if _is_on(stop):
        yield from sentences(meeting.purpose)


def _names(visit: Visit) -> Iterator[str]:
    """Name who was invited, each with the title of that day; of many the first few."""
    roles = roles_on(visit.whole, visit.stop.meeting.when.day)
    people = visit.stop.people[:_NAMED_AT_MOST]
    for each in people:
        yield _titled(each.name, roles[each.id].title if each.id in roles else "")
    left_out = len(visit.stop.people) - len(people)
    if left_out:
        yield ngettext("{count} more", "{count} more", left_out).format(count=left_out)


def _titled(name: str, title: str) -> str:
    if not title:
        return isolated(name)
    return _("{name}, {title}").format(name=isolated(name), title=isolated(title))


def _where(stop: Stop) -> str:
    if stop.meeting.kind is not Kind.VISIT:
        return kind_words(stop.meeting.kind)
    return isolated(stop.meeting.place or stop.account.address or stop.account.place)


def _way(stop: Stop, before: Stop | None, voice: Voice) -> Iterator[Words]:
    """Say when to leave from home, and how the meeting sits behind the one before it."""
    if not _is_on(stop):
        return
    if stop.leave_at is not None and _is_from_home(stop, before):
        said = _("Leave by {clock}, {duration} drive").format(
            clock=_clocks(stop.leave_at, stop, voice), duration=duration(stop.way_min or 0)
        )
        yield (Run(said),)
    elif stop.meeting.kind is Kind.VISIT and stop.way_min is None:
        yield (Run(_("Way not noted"), Tone.QUIET),)
    if before is None:
        return
    yield _room(stop, before, voice)
    between = way_between(before, stop)
    if between:
        said = _("At least {way} on the road").format(way=duration(between))
        yield (Run(said, Tone.QUIET),)


def _is_from_home(stop: Stop, before: Stop | None) -> bool:
    """Say whether one can set off from home, not being at the place or under way already."""
    if before is None:
        return True
    leave_at = stop.meeting.when.after(-(stop.way_min or 0)).astimezone(UTC)
    return before.meeting.ends_at.astimezone(UTC) <= leave_at and not is_one_place(before, stop)


def _room(stop: Stop, before: Stop, voice: Voice) -> Words:
    """Say how much lies between a meeting and the one before, and whether that is enough."""
    gap = stop.meeting.when.instant - before.meeting.ends_at.astimezone(UTC)
    fit = None if stop.squeeze is None else stop.squeeze.fit
    said = _fit_words(fit) if gap else _("Begins as {account} ends")
    words = said.format(
        account=isolated(before.account.name),
        gap=duration(abs(gap) // timedelta(minutes=1)),
        clock=_clocks(stop.leave_at or stop.starts_at, stop, voice),
    )
    if fit is None:
        return (Run(words),)
    return (Run(words, Tone.ALARM if fit in IMPOSSIBLE else Tone.STRONG),)


def _fit_words(fit: Fit | None) -> str:
    if fit is None:
        return _("{gap} after {account} ends")
    return {
        Fit.OVERLAPS: _("Overlaps {account} by {gap}"),
        Fit.OUT_OF_REACH: _("Not to be reached: {gap} after {account} ends"),
        Fit.UNDER_WAY: _("You would leave at {clock}, while {account} goes on"),
        Fit.BACK_TO_BACK: _("Only {gap} after {account} ends"),
        Fit.STRAIGHT_ON: _("Straight from {account}: {gap} between"),
    }[fit]


def _is_on(stop: Stop) -> bool:
    return stop.meeting.status in {Status.PLANNED, Status.HELD}


def _is_elsewhere(stop: Stop) -> bool:
    """Say whether the customer's clock shows another time than the one at home."""
    when = stop.meeting.when
    return when.time is not None and (when.day, when.time) != (
        stop.starts_at.date(),
        stop.starts_at.time(),
    )


def _clocks(moment: datetime, stop: Stop, voice: Voice) -> str:
    """Say a moment as the brief does, on the customer's wall, and on ours beside it."""
    there = moment.astimezone(stop.meeting.when.start.tzinfo)
    said = _clock_of(there, stop.meeting.when.day, voice)
    if not _is_elsewhere(stop):
        return said
    here = _clock_of(moment, stop.day, voice)
    return _("{clock} ({here} here)").format(clock=said, here=here)


def _clock_of(moment: datetime, day: date, voice: Voice) -> str:
    """Say a moment of the day, with its weekday where it is of another."""
    clock = voice.dates.clock(moment.time())
    return clock if moment.date() == day else f"{voice.weekday(moment.date())} {clock}"
