"""What the journal says of one meeting: its heading, and all that hangs on it, in words."""

from collections.abc import Iterator

from journal.analysis.losses import travel_min, where_lost
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.metric import Alignment, Metric
from journal.domain.rating import Rating
from journal.domain.record import Line, PersonId, RecordId, Side
from journal.levels import level_words
from journal.terms import (
    basis_words,
    effect_words,
    kind_words,
    minutes_words,
    norm_words,
    quoted,
    side_words,
    status_words,
    viewpoint_words,
    whereabouts_words,
)
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.entries import Entry
from journal.ui.shared.marked_text import Look, Run
from journal.ui.shared.words import day_words, full_when_words
from journal.wording import _


def heading(view: AccountView, meeting: Meeting) -> tuple[Run, ...]:
    """Say when it was, what became of it and how long it took; muted: with whom and where."""
    parts = [full_when_words(meeting.when), status_words(meeting, view.now)]
    minutes = meeting.held_minutes if meeting.status is Status.HELD else meeting.minutes
    if minutes is not None:
        parts.append(minutes_words(minutes))
    names = ", ".join(person.name for person in view.people_at(meeting))
    aside = [_("with {names}").format(names=names) if names else "", _where(meeting)]
    words = " · ".join(each for each in aside if each)
    return (Run(" · ".join(parts), Look.STRONG), Run(f" {words}", Look.MUTE))


def entries(view: AccountView, meeting: Meeting) -> tuple[Entry, ...]:
    """Tell all that hangs on it: what was said first, then what was learned and promised."""
    return (
        *_quotes(view, meeting),
        *_called_off(view, meeting),
        *_in_short(meeting),
        *_metrics(view, meeting),
        *_alignments(view, meeting),
        *_barriers(view, meeting),
        *_visions(view, meeting),
        *_plan(view, meeting),
        *_working_well(view, meeting),
        *_promises(view, meeting),
        *_ratings(view, meeting),
        *_at_length(meeting),
    )


def meeting_of(view: AccountView, record_id: RecordId) -> Meeting | None:
    """Return the meeting, or the one in which the record came up; None where there is none."""
    found = view.meeting(record_id)
    if found is not None:
        return found
    whole = view.relationship
    lines: tuple[Line | Rating, ...] = (
        *whole.quotes,
        *whole.ratings,
        *whole.promises,
        *whole.barriers,
        *whole.visions,
    )
    line = next((each for each in lines if each.id == record_id), None)
    return None if line is None else view.meeting(line.meeting_id)


def _where(meeting: Meeting) -> str:
    if meeting.kind is not Kind.VISIT:
        return kind_words(meeting.kind)
    return meeting.place or _("on site")


def _quotes(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    several = len(view.people_at(meeting)) > 1
    for quote in view.relationship.quotes:
        if quote.meeting_id == meeting.id:
            note = _name(view, quote.person_id) if several else ""
            yield Entry(text=quoted(quote.text), note=note, is_quote=True)


def _called_off(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    called_off = meeting.cancellation
    if called_off is None:
        return
    where = where_lost(meeting, travel_min(meeting, view.relationship.account))
    who = _name(view, called_off.by_person_id) or _side(called_off.by)
    lead = _("Moved by {who}") if meeting.status is Status.MOVED else _("Called off by {who}")
    yield Entry(
        lead=lead.format(who=who),
        text=quoted(called_off.stated_reason) if called_off.stated_reason else "",
        note=whereabouts_words(where) if where else "",
    )
    if called_off.found_reason:
        yield Entry(lead=_("Found later"), text=called_off.found_reason)
    successor = view.meeting(meeting.successor_id)
    if successor is not None:
        yield Entry(lead=_("Moved to"), text=full_when_words(successor.when))


def _in_short(meeting: Meeting) -> Iterator[Entry]:
    if meeting.purpose and meeting.status is Status.PLANNED:
        yield Entry(lead=_("For"), text=meeting.purpose)
    elif meeting.purpose and not meeting.summary:
        yield Entry(lead=_("About"), text=meeting.purpose)
    if meeting.summary:
        yield Entry(text=meeting.summary)


def _at_length(meeting: Meeting) -> Iterator[Entry]:
    if meeting.notes:
        yield Entry(lead=_("Notes"), text=meeting.notes)


def _metrics(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    for metric in view.relationship.metrics:
        if metric.meeting_id == meeting.id:
            yield Entry(
                lead=_("Learned"),
                text=_measured(view, metric),
                note=basis_words(metric.basis, _name(view, metric.reported_by_id)),
            )


def _alignments(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    names = {metric.id: metric.text for metric in view.relationship.metrics}
    for pair in view.relationship.alignments:
        if pair.meeting_id != meeting.id:
            continue
        theirs, ours = names.get(pair.their_metric_id), names.get(pair.our_metric_id)
        if theirs and ours:
            yield Entry(
                lead=_("Checked"),
                text=_("{ours} and {theirs}: {effects}").format(
                    ours=ours, theirs=theirs, effects=_effects(pair)
                ),
                note=_("perception corrected") if _is_corrected(pair) else "",
            )


def _barriers(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    day = meeting.when.day
    for barrier in view.relationship.barriers:
        if barrier.lifted_on == day:
            yield Entry(lead=_("Barrier lifted"), text=barrier.text, note=barrier.lifted_how)
        elif barrier.acknowledged_on == day:
            yield Entry(lead=_("Owned up to"), text=barrier.text)
        elif barrier.meeting_id == meeting.id:
            yield Entry(lead=_("Barrier"), text=barrier.text, note=side_words(barrier.share))


def _visions(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    for vision in view.relationship.visions:
        if vision.meeting_id == meeting.id:
            yield Entry(
                lead=_("A year from now"), text=quoted(vision.text), note=side_words(vision.side)
            )


def _plan(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    whole = view.relationship
    for interest in whole.interests:
        if interest.meeting_id == meeting.id:
            yield Entry(lead=_("Interest"), text=interest.text, note=side_words(interest.side))
    for option in whole.options:
        if option.meeting_id == meeting.id:
            answer = quoted(option.answer) if option.answer else ""
            yield Entry(lead=_("Idea"), text=option.text, note=answer)


def _working_well(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    whole = view.relationship
    for norm in whole.norms:
        if norm.meeting_id == meeting.id:
            lead = _("We will") if norm.side is Side.OURS else _("You will")
            yield Entry(lead=lead, text=norm_words(norm))
    for question in whole.questions:
        if question.meeting_id == meeting.id:
            yield Entry(lead=_("Question"), text=question.text, note=question.answer)


def _promises(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    for promise in view.relationship.promises:
        if promise.meeting_id != meeting.id:
            continue
        if promise.kept_on is not None:
            note = _("kept {day}").format(day=day_words(promise.kept_on, view.today))
        elif promise.due_on is not None:
            note = _("by {day}").format(day=day_words(promise.due_on, view.today))
        else:
            note = ""
        who = _name(view, promise.person_id) or _side(promise.side)
        yield Entry(lead=_("Promise"), text=f"{who}: {promise.text}", note=note)


def _ratings(view: AccountView, meeting: Meeting) -> Iterator[Entry]:
    for rating in view.relationship.ratings:
        if rating.meeting_id == meeting.id:
            text = level_words(rating.level)
            if rating.remark:
                text = f"{text}: {rating.remark}"
            yield Entry(lead=_("Rated"), text=text, note=viewpoint_words(rating.viewpoint))


def _measured(view: AccountView, metric: Metric) -> str:
    who = _name(view, metric.person_id)
    if not who:
        return metric.text
    return _("{who} is measured on {metric}").format(who=who, metric=metric.text)


def _effects(pair: Alignment) -> str:
    if pair.checked is None:
        return effect_words(pair.perceived)
    if pair.perceived is None or pair.perceived is pair.checked:
        return effect_words(pair.checked)
    return _("seen as “{perceived}”, found “{checked}”").format(
        perceived=effect_words(pair.perceived), checked=effect_words(pair.checked)
    )


def _is_corrected(pair: Alignment) -> bool:
    return None not in {pair.perceived, pair.checked} and pair.perceived is not pair.checked


def _name(view: AccountView, person_id: PersonId | None) -> str:
    person = view.relationship.person(person_id)
    if person is None:
        return ""
    return _("you") if person.is_self else person.name


def _side(side: Side) -> str:
    return {Side.OURS: _("us"), Side.THEIRS: _("them"), Side.SHARED: _("both")}[side]
