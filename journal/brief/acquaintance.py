"""Whom we meet: what happened since we last met, who they are and how each is measured."""

from collections.abc import Iterable

from journal.analysis.people import MetricLine, PersonCard
from journal.analysis.since import RoleChange, SinceLastMet
from journal.brief.parts import (
    Lines,
    Part,
    Run,
    Section,
    Table,
    Tone,
    Words,
    bullets,
)
from journal.brief.phrases import Voice, ended, inside, quoted, reason, sentences, unbroken
from journal.brief.typed import isolated
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.plan import Barrier
from journal.terms import buying_role_words
from journal.wording import _

_NAME_SHARE = 0.3


def since(last: SinceLastMet | None, voice: Voice) -> Section | None:
    """What happened at the last meeting, in their words, and what is new after it."""
    if last is None:
        return None
    items = [
        *(_quote(each.text, voice.name(each.person_id)) for each in last.quotes),
        *(_answer(each.text, each.answer) for each in last.answered),
        *(_joined(each, voice) for each in last.joined),
        *(_left(each, voice) for each in last.left),
        *(_lost(each, voice) for each in last.lost),
        *(_lifted(each) for each in last.lifted),
    ]
    about = _about(last.meeting)
    parts: list[Part] = [Lines(items=about)] if about else []
    parts += bullets(items)
    if not parts:
        return None
    title = _("Since we last met, {day}").format(day=voice.weekday(last.meeting.when.day))
    return Section(title=title, parts=tuple(parts))


def _about(meeting: Meeting) -> tuple[Words, ...]:
    """Return what was noted of a meeting, or else what it was for, or how its notes begin."""
    summary = sentences(meeting.summary)
    if summary:
        return summary
    purpose = sentences(meeting.purpose)
    if not purpose:
        return sentences(meeting.notes)[:1]
    first, *rest = purpose
    return ((Run(_("About: "), Tone.QUIET), *inside(first)), *rest)


def _quote(text: str, name: str) -> Words:
    said = Run(quoted(text), Tone.QUOTE)
    return (Run(_("{name}: ").format(name=name)), said) if name else (said,)


def _answer(option: str, answer: str) -> Words:
    return (
        Run(_("{option}: ").format(option=isolated(option))),
        Run(quoted(answer), Tone.QUOTE),
    )


def _joined(change: RoleChange, voice: Voice) -> Words:
    name = isolated(change.person.name)
    day = voice.day(change.role.start) if change.role.start is not None else ""
    title = f", {isolated(change.role.title)}" if change.role.title else ""
    if change.predecessor is not None:
        said = _("New: {name}{title}, since {day}, in place of {before}")
        before = isolated(change.predecessor.name)
        return (Run(said.format(name=name, title=title, day=day, before=before)),)
    return (Run(_("New: {name}{title}, since {day}").format(name=name, title=title, day=day)),)


def _left(change: RoleChange, voice: Voice) -> Words:
    day = voice.day(change.role.end) if change.role.end is not None else ""
    name = isolated(change.person.name)
    return (Run(_("{name} has left, {day}").format(name=name, day=day)),)


def _lost(meeting: Meeting, voice: Voice) -> Words:
    said = Run(_("Lost since: {when}").format(when=voice.moment(meeting.when)))
    why = reason(meeting)
    return (said, Run(", "), Run(quoted(why), Tone.QUOTE)) if why else (said,)


def _lifted(barrier: Barrier) -> Words:
    text = isolated(barrier.text)
    if barrier.lifted_how:
        how = isolated(barrier.lifted_how)
        return (Run(_("Out of the way: {barrier} ({how})").format(barrier=text, how=how)),)
    return (Run(_("Out of the way: {barrier}").format(barrier=text)),)


def people(cards: Iterable[PersonCard], voice: Voice) -> Section | None:
    """Who will be there, and how each is measured."""
    rows = tuple((_person(card), _measures(card, voice)) for card in cards)
    if not rows:
        return None
    table = Table(rows=rows, shares=(_NAME_SHARE, 1 - _NAME_SHARE))
    return Section(title=_("The people, and how each is measured"), parts=(table,))


def _person(card: PersonCard) -> tuple[Words, ...]:
    about: list[str] = []
    if card.role is not None and card.role.buying_role is not None:
        about.append(buying_role_words(card.role.buying_role))
    if card.reports_to is not None:
        name = isolated(card.reports_to.name)
        about.append(_("reports to {name}").format(name=name))
    name_line: Words = (Run(isolated(card.person.name), Tone.STRONG),)
    return (name_line, (Run(" · ".join(about), Tone.QUIET),)) if about else (name_line,)


def _measures(card: PersonCard, voice: Voice) -> tuple[Words, ...]:
    runs: list[Run] = []
    for metric in card.metrics:
        if runs:
            runs.append(Run("; "))
        runs += _measure(metric, voice, first=not runs)
    if not runs:
        runs.append(Run(_("Not known yet."), Tone.GUESS))
    if card.is_first_meeting:
        runs.append(Run(_(" First meeting."), Tone.GUESS))
    about = _to_mind(card.person)
    return (tuple(runs), about) if about else (tuple(runs),)


def _to_mind(person: Person) -> Words:
    """Say what to remember of somebody and what to avoid, in one paragraph."""
    words: list[Run] = []
    for label, text in ((_("Remember: "), person.remember), (_("Avoid: "), person.avoid)):
        if text.strip():
            words += [Run(label, Tone.QUIET), Run(ended(text))]
            words.append(Run(" "))
    return tuple(words[:-1])


def _measure(line: MetricLine, voice: Voice, *, first: bool) -> list[Run]:
    """Say a number: its name, target, latest value, and how that is known."""
    metric = line.metric
    said = [Run(isolated(metric.text), Tone.STRONG if first else Tone.PLAIN)]
    if metric.target:
        said.append(Run(_(", target {target}").format(target=isolated(metric.target))))
    if line.reading is not None:
        value = unbroken(f"{line.reading.value:g} {isolated(metric.unit)}".strip())
        reading = _(", {value} on {day}").format(value=value, day=voice.day(line.reading.day))
        said.append(Run(reading))
    return [*said, Run(" "), voice.known(metric)]
