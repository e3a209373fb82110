"""What the private brief says, in the order of the five minutes before a meeting.

Plain typed values, without reportlab: `document` prints them. Nothing is summarised and no words
are put into anyone's mouth: what was typed stands as it was typed. Page 1 may lie open on a table,
so no alternative and no minimum is on it.
"""

from datetime import datetime

from journal.analysis.digest import Digest
from journal.analysis.door import Door as DoorFacts
from journal.analysis.door import NextFixed
from journal.analysis.slots import SlotCount
from journal.brief.acquaintance import people, since
from journal.brief.agenda import asks, promises, today
from journal.brief.negotiation import (
    afterwards,
    alternatives,
    criteria,
    interests,
    metrics,
    norms,
    options,
    visions,
)
from journal.brief.parts import Brief, Door, Run, Section, Tone, Words
from journal.brief.phrases import Voice, duration
from journal.brief.relation import barriers, standing
from journal.brief.typed import isolated
from journal.domain.meeting import Kind, Meeting
from journal.domain.person import Person
from journal.terms import kind_words
from journal.wording import _, ngettext

_NAMED_AT_MOST = 5


def private_brief(
    digest: Digest,
    *,
    printed_at: datetime,
    people_known: tuple[Person, ...] = (),
    data_as_of: datetime | None = None,
    language: str = "en",
) -> Brief:
    """Say all that is worth knowing before a meeting.

    Args:
        printed_at: An aware moment, in the zone of who prints.
        people_known: Everybody of the relationship, so that who owes or said something is named.
        data_as_of: When the journal was last changed; None for the moment of printing.
        language: Of the chosen wording.
    """
    voice = Voice(today=digest.today, people=people_known)
    return Brief(
        title=_title(digest, voice),
        door=_door(digest, voice, printed_at),
        first=_filled(
            today(digest.meeting),
            promises(digest.promises, voice),
            since(digest.since, voice),
            people(digest.people, voice),
            standing(digest.standing, voice),
            barriers(digest.barriers, voice),
            asks(digest.ask, voice),
        ),
        second=_filled(
            interests(digest.preparation, voice),
            criteria(digest.preparation, voice),
            options(digest.preparation, voice),
            alternatives(digest.preparation, voice),
            metrics(digest.preparation, voice),
            visions(digest.preparation, voice),
            norms(digest.preparation),
            afterwards(),
        ),
        printed_at=printed_at,
        foot_left=_("Private · for preparation only"),
        foot_right=_foot(voice, printed_at, data_as_of or printed_at),
        language=language,
    )


def _filled(*sections: Section | None) -> tuple[Section, ...]:
    """Leave out the sections that have nothing to say."""
    return tuple(each for each in sections if each is not None)


def _title(digest: Digest, voice: Voice) -> str:
    if digest.meeting is None:
        return _("{account}: brief").format(account=digest.account.name)
    return _("{account}: brief for {day}").format(
        account=digest.account.name, day=voice.dates.full_day(digest.meeting.when.day)
    )


def _foot(voice: Voice, printed_at: datetime, data_as_of: datetime) -> str:
    """Say page, moment of printing and age of the data; `{page}` and `{pages}` stay."""
    same_day = data_as_of.date() == printed_at.date()
    as_of = voice.dates.clock(data_as_of.time()) if same_day else voice.stamp(data_as_of)
    template = _("page {page} of {pages} · printed {printed}, data as of {as_of}")
    return template.format(
        page="{page}", pages="{pages}", printed=voice.stamp(printed_at), as_of=as_of
    )


def _door(digest: Digest, voice: Voice, printed_at: datetime) -> Door:
    account = digest.account.name
    who = _who(digest)
    if digest.meeting is None or digest.door is None:
        place = digest.account.address or digest.account.place
        return Door(
            account=account,
            people=who,
            when=(Run(_("No meeting planned"), Tone.STRONG),),
            where=(Run(isolated(place), Tone.QUIET),) if place else (),
        )
    return Door(
        account=account,
        people=who,
        when=(Run(_when(digest.meeting, voice, printed_at), Tone.STRONG),),
        where=_where(digest.door, voice),
        next_fixed=_next_fixed(digest.door, voice),
        slot=_slot(digest.door.this_slot, digest.door.bad_slot, voice),
    )


def _who(digest: Digest) -> Words:
    """Name who will be there, each with the title; of many the first few."""
    cards = digest.people[:_NAMED_AT_MOST]
    names = [
        _("{name}, {title}").format(
            name=isolated(card.person.name), title=isolated(card.role.title)
        )
        if card.role is not None and card.role.title
        else isolated(card.person.name)
        for card in cards
    ]
    left_out = len(digest.people) - len(cards)
    if left_out:
        names.append(ngettext("{count} more", "{count} more", left_out).format(count=left_out))
    return (Run(" · ".join(names)),) if names else ()


def _when(meeting: Meeting, voice: Voice, printed_at: datetime) -> str:
    """Say day, time and minutes, on the customer's wall."""
    day = voice.dates.full_day(meeting.when.day)
    if meeting.when.time is None:
        return day
    clock = voice.dates.clock
    said = _("{day}, {start}").format(day=day, start=clock(meeting.when.time))
    if meeting.minutes is not None:
        said = _("{start}–{end}, {minutes}").format(
            start=said, end=clock(meeting.ends_at.time()), minutes=duration(meeting.minutes)
        )
    if (
        meeting.when.start.utcoffset()
        != meeting.when.start.astimezone(printed_at.tzinfo).utcoffset()
    ):
        return _("{when}, {city} time").format(when=said, city=_city(meeting.when.zone))
    return said


def _city(zone: str) -> str:
    """Return what people call a zone: `New York` of `America/New_York`."""
    return zone.rpartition("/")[2].replace("_", " ")


def _where(door: DoorFacts, voice: Voice) -> Words:
    """Say how one meets, or the place, the drive and when to leave."""
    if door.meeting.kind is not Kind.VISIT:
        return (Run(kind_words(door.meeting.kind), Tone.QUIET),)
    said = [isolated(door.place)] if door.place else []
    if door.travel_min is not None and door.leave_at is not None:
        leave = voice.dates.clock(door.leave_at.time())
        if door.leave_at.date() != door.meeting.when.day:
            leave = f"{voice.weekday(door.leave_at.date())} {leave}"
        said.append(
            _("{duration} drive, leave by {clock}").format(
                duration=duration(door.travel_min), clock=leave
            )
        )
    return (Run(" · ".join(said), Tone.QUIET),) if said else ()


def _next_fixed(door: DoorFacts, voice: Voice) -> Words:
    """Say what comes next in their calendars, and what this meeting comes too close to."""
    coming = door.next_fixed
    too_close = [each.occurrence for each in door.clashes]
    words: list[Run] = []
    if coming is not None:
        words += _fixed(coming, voice, is_tight=coming.occurrence in too_close)
    for clash in door.clashes:
        if coming is None or clash.occurrence != coming.occurrence:
            said = _beside(clash.occurrence.commitment.title, clash.gap_min)
            words.append(Run(f" {said}" if words else said, Tone.ALARM))
    return tuple(words)


def _fixed(coming: NextFixed, voice: Voice, *, is_tight: bool) -> list[Run]:
    commitment = coming.occurrence.commitment
    person = Run(_("Next for {name}: ").format(name=isolated(coming.person.name)))
    between = coming.minutes_between
    title = f"{isolated(commitment.title)} {voice.dates.clock(commitment.start)}"
    if between is None:
        return [person, Run(title, Tone.STRONG), Run(".")]
    if between < 0:
        return [person, Run(title, Tone.ALARM), Run(_(". It begins before we are done."))]
    if is_tight:
        tail = _(". Right behind us: {gap} after the end.").format(gap=duration(between))
        return [person, Run(title, Tone.ALARM), Run(tail)]
    tail = _(". {gap} to spare.").format(gap=duration(between))
    return [person, Run(title, Tone.STRONG), Run(tail)]


def _beside(title: str, gap_min: int) -> str:
    """Name what is too close, whether before the meeting or after it."""
    if gap_min == 0:
        return _("Runs into {title}.").format(title=isolated(title))
    return _("{title} is only {gap} away.").format(title=isolated(title), gap=duration(gap_min))


def _slot(this: SlotCount | None, bad: SlotCount | None, voice: Voice) -> Words:
    """Say how often this slot was lost, and the slot that was lost most."""
    words: list[Run] = []
    if this is not None and this.counted:
        said = _("This slot: lost {lost} of {count}.").format(lost=this.lost, count=this.counted)
        words.append(Run(said, Tone.ALARM if this.mostly_falls else Tone.PLAIN))
    elif this is not None:
        words.append(Run(_("This slot is new.")))
    if bad is not None:
        name = voice.slot(bad.slot.weekday, bad.slot.minute)
        said = _("{slot}: lost {lost} of {count}.").format(
            slot=name, lost=bad.lost, count=bad.counted
        )
        words.append(Run(f" {said}" if words else said, Tone.QUIET))
    return tuple(words)
