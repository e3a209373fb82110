"""What a record says about a person, in words: each text that was typed, and what was chosen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.brief.parts import Run, Tone, Words
from journal.brief.phrases import Voice, sentences
from journal.brief.typed import isolated
from journal.domain.holding import Held, Holding
from journal.domain.meeting import Meeting, Participation
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Role, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Rating
from journal.domain.record import (
    Agreement,
    Line,
    MeetingId,
    Record,
    RecordId,
    Side,
    Visibility,
)
from journal.levels import level_words
from journal.terms import (
    basis_words,
    buying_role_words,
    effect_words,
    facet_words,
    kind_words,
    status_words,
    support_words,
    viewpoint_words,
    vision_outcome_words,
    whereabouts_words,
)
from journal.typed.schedules import recurs_words
from journal.wording import _

Said = Iterator[Words]

_NO_MEETING = MeetingId(RecordId(""))


@dataclass(frozen=True, slots=True)
class About:
    """What has to be known to say a record: all that is held, and how the page speaks."""

    holding: Holding
    voice: Voice


def what(held: Held, about: About) -> tuple[Words, ...]:
    """Say a record; its texts as they were typed."""
    say = _SAID.get(type(held.record), _line)
    return tuple(say(about, held.record))


def where(held: Held, about: About) -> tuple[Words, ...]:
    """Say where it stands: account and meeting, and whether it is private or in the trash."""
    said = [*_places(held.record, about)]
    if getattr(held.record, "visibility", None) is Visibility.SHAREABLE:
        said.append(_("may be shared"))
    elif isinstance(held.record, Line | Alignment):
        said.append(_("private"))
    if held.is_trashed:
        said.append(_("in the trash"))
    return ((Run(" · ".join(said), Tone.QUIET),),) if said else ()


def _places(record: Any, about: About) -> Iterator[str]:  # noqa: ANN401  any kind of record
    meeting = about.holding.meetings.get(getattr(record, "meeting_id", None) or _NO_MEETING)
    account_id = getattr(record, "account_id", None)
    is_invitation = isinstance(record, Participation)
    if account_id is None and is_invitation and meeting is not None:
        account_id = meeting.account_id
    if account_id is not None:
        yield isolated(about.holding.accounts.get(account_id, ""))
    if meeting is not None and not is_invitation:
        yield _("came up on {day}").format(day=about.voice.weekday(meeting.when.day))


def _role(about: About, role: Role) -> Said:
    """Say what somebody is or was."""
    side = _("on their side") if role.side is Side.THEIRS else _("on our side")
    said = [
        isolated(role.title) or _("without a title"),
        side,
        *_span(about, role.start, role.end),
    ]
    if role.buying_role is not None:
        said.append(buying_role_words(role.buying_role))
    if role.support is not None:
        said.append(support_words(role.support))
    boss = about.voice.name(role.reports_to_id)
    if boss:
        said.append(_("reports to {name}").format(name=boss))
    yield (Run(" · ".join(said)),)
    yield from _labelled(_("Private note: "), role.note)


def _commitment(about: About, commitment: StandingCommitment) -> Said:
    """Say what recurs."""
    yield (Run(isolated(commitment.title), Tone.STRONG),)
    spans = _span(about, commitment.first_day, commitment.last_day)
    yield (
        Run(
            " · ".join((recurs_words(commitment), *spans, basis_words(commitment.basis))),
            Tone.QUIET,
        ),
    )
    yield from _labelled(_("Private note: "), commitment.note)


def _participation(about: About, part: Participation) -> Said:
    """Say a meeting, and all that was prepared and noted there."""
    meeting = about.holding.meetings.get(part.meeting_id)
    if meeting is None:
        return
    came = {True: _("came"), False: _("did not come"), None: ""}[part.came]
    yield from _meeting(about, meeting, came)
    yield from _noted(meeting)


def _called_off(about: About, meeting: Meeting) -> Said:
    """Say a meeting that somebody called off, and why."""
    yield from _meeting(about, meeting)
    lost = meeting.cancellation
    if lost is None:
        return
    if lost.at is not None:
        at = lost.at.astimezone(meeting.when.start.tzinfo)  # as on the customer's wall
        said = _("called off {day} {clock}")
        clock = about.voice.dates.clock(at.time())
        yield (Run(said.format(day=about.voice.weekday(at.date()), clock=clock), Tone.QUIET),)
    if lost.whereabouts is not None:
        yield (Run(whereabouts_words(lost.whereabouts), Tone.QUIET),)
    yield from _labelled(_("They said: "), lost.stated_reason)
    yield from _labelled(_("Found out: "), lost.found_reason)
    parts = (each.record for each in about.holding.held)
    if not any(isinstance(each, Participation) and each.meeting_id == meeting.id for each in parts):
        yield from _noted(meeting)  # else it stands where they were invited


def _meeting(about: About, meeting: Meeting, came: str = "") -> Said:
    said = [
        about.voice.moment(meeting.when),
        kind_words(meeting.kind),
        status_words(meeting, about.holding.asked_at),
        came,
        isolated(meeting.place),
    ]
    yield (Run(" · ".join(each for each in said if each)),)


def _noted(meeting: Meeting) -> Said:
    """Say all that was prepared and noted."""
    for label, text in (
        (_("What for: "), meeting.purpose),
        (_("Best: "), meeting.best),
        (_("Least acceptable: "), meeting.least),
        (_("Opening: "), meeting.opening),
        (_("What happened: "), meeting.summary),
        (_("Private notes: "), meeting.notes),
    ):
        yield from _labelled(label, text)


def _rating(about: About, rating: Rating) -> Said:
    """Say a rating and whose view it is."""
    said = [about.voice.day(rating.day), level_words(rating.level), facet_words(rating.facet)]
    yield (Run(" · ".join((*said, viewpoint_words(rating.viewpoint)))),)
    yield from sentences(rating.remark)


def _goal(about: About, goal: Goal) -> Said:
    """Say a goal that somebody was told."""
    told = "" if goal.shared_on is None else about.voice.day(goal.shared_on)
    text = _("{level} by {day}, told on {told}")
    said = text.format(level=level_words(goal.level), day=about.voice.day(goal.by), told=told)
    yield (Run(said),)
    yield from sentences(goal.sentence)


def _alignment(about: About, tie: Alignment) -> Said:
    """Say how two numbers are seen."""
    their, our = (
        isolated(about.holding.metrics[each].text) if each in about.holding.metrics else "–"
        for each in (tie.their_metric_id, tie.our_metric_id)
    )
    yield (Run(_("{theirs} – {ours}").format(theirs=their, ours=our)),)
    seen = [
        _("as perceived: {effect}").format(effect=effect_words(tie.perceived)),
        "" if tie.perceived_on is None else about.voice.day(tie.perceived_on),
        _("as checked: {effect}").format(effect=effect_words(tie.checked)),
        "" if tie.checked_on is None else about.voice.day(tie.checked_on),
    ]
    yield (Run(" · ".join(each for each in seen if each), Tone.QUIET),)
    yield from sentences(tie.evidence)


def _reading(about: About, reading: MetricReading) -> str:
    """Say a value and its day."""
    value = _("{value} on {day}").format(
        value=f"{reading.value:.12g}", day=about.voice.day(reading.day)
    )
    note = f" ({isolated(reading.note)})" if reading.note else ""
    return value + note


def _metric(about: About, metric: Metric) -> Said:
    """Say a number somebody is measured by, with what was read of it."""
    yield from _line(about, metric)
    facts = [isolated(each) for each in (metric.unit, metric.target) if each]
    if facts:
        yield (Run(" · ".join(facts), Tone.QUIET),)
    readings = [each for each in about.holding.readings if each.metric_id == metric.id]
    if readings:
        in_order = sorted(readings, key=lambda each: each.day)
        yield (Run("; ".join(_reading(about, each) for each in in_order), Tone.QUIET),)
    for tie in about.holding.alignments:
        is_theirs = tie.perceived_by_id == about.holding.person.id  # stands by itself
        if metric.id in (tie.their_metric_id, tie.our_metric_id) and not is_theirs:
            yield from _alignment(about, tie)


def _barrier(about: About, barrier: Barrier) -> Said:
    """Say what stands between us, when it was named and lifted."""
    yield from _line(about, barrier)
    yield from _dated(
        about,
        (_("named {day}"), barrier.named_on),
        (_("acknowledged {day}"), barrier.acknowledged_on),
        (_("lifted {day}"), barrier.lifted_on),
    )
    yield from sentences(barrier.lifted_how)


def _vision(about: About, vision: Vision) -> Said:
    """Say where this could be, and what became of it."""
    yield from _line(about, vision)
    outcome = vision_outcome_words(vision.outcome)
    yield (Run(f"{about.voice.day(vision.due_on)} · {outcome}", Tone.QUIET),)


def _promise(about: About, promise: Promise) -> Said:
    """Say what is owed, and where it stands."""
    yield from _line(about, promise)
    yield from _dated(
        about,
        (_("made {day}"), promise.made_on),
        (_("due {day}"), promise.due_on),
        (_("kept {day}"), promise.kept_on),
        (_("dropped {day}"), promise.dropped_on),
    )


def _quote(about: About, quote: Quote) -> Said:
    """Say what somebody said, word for word."""
    yield from _line(about, quote, Tone.QUOTE)
    yield from _dated(about, (_("said {day}"), quote.said_on))


def _question(about: About, question: Question) -> Said:
    """Say what to ask, and the answer."""
    yield from _line(about, question)
    yield from _dated(about, (_("asked {day}"), question.asked_on))
    yield from _labelled(_("Answer: "), question.answer)


def _option(about: About, option: Option) -> Said:
    """Say a possible solution, and how it was answered."""
    yield from _line(about, option)
    yield from _dated(about, (_("answered {day}"), option.answered_on))
    yield from _labelled(_("Answer: "), option.answer)


def _line(about: About, line: Line, tone: Tone = Tone.PLAIN) -> Said:
    """Say a line as it was typed, with how it is known, and what became of it when shared."""
    *before, last = sentences(line.text, tone)
    yield from before
    yield (*last, Run(" "), about.voice.known(line))
    if line.agreement is Agreement.CHANGED:
        yield from _labelled(_("Agreed as: "), line.agreed_wording)
    elif line.agreement is not Agreement.NOT_RAISED:
        agreed = line.agreement is Agreement.AGREED
        yield (Run(_("agreed") if agreed else _("declined"), Tone.QUIET),)


def _dated(about: About, *days: tuple[str, date | None]) -> Said:
    said = [words.format(day=about.voice.day(day)) for words, day in days if day is not None]
    if said:
        yield (Run(" · ".join(said), Tone.QUIET),)


def _span(about: About, first: date | None, last: date | None) -> tuple[str, ...]:
    said = []
    if first is not None:
        said.append(_("from {day}").format(day=about.voice.day(first)))
    if last is not None:
        said.append(_("until {day}").format(day=about.voice.day(last)))
    return tuple(said)


def _labelled(label: str, text: str) -> Said:
    """Say a typed text behind what it is; its further lines stand below."""
    lines = list(sentences(text))
    if lines:
        yield (Run(label, Tone.QUIET), *lines[0])
        yield from lines[1:]


_SAID: Mapping[type[Record], Callable[[About, Any], Said]] = {
    Role: _role,
    StandingCommitment: _commitment,
    Participation: _participation,
    Meeting: _called_off,
    Rating: _rating,
    Goal: _goal,
    Alignment: _alignment,
    Metric: _metric,
    Barrier: _barrier,
    Vision: _vision,
    Promise: _promise,
    Quote: _quote,
    Question: _question,
    Option: _option,
}
