"""What a pointer and a screen reader are told of each entry: the user's words and the facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Person
from journal.domain.plan import Barrier, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Rating
from journal.domain.record import PersonId, RecordId, Side
from journal.levels import level_words
from journal.terms import kind_words, quoted, viewpoint_words, vision_outcome_words
from journal.timeline.dates import Dates
from journal.timeline.fates import MEETING_SHAPES, meeting_shape, promise_shape
from journal.timeline.lettering import clean
from journal.timeline.words import (
    isolated,
    outcomes,
    shape_words,
)
from journal.wording import _


class Tenured(Protocol):
    """What an owner's time is told from."""

    @property
    def name(self) -> str:
        """Who; "You" for oneself."""

    @property
    def remark(self) -> str:
        """What the person left behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Sentences about the entries of one account at one moment.

    Attributes:
        now: Aware.
        today: That moment's day on the customer's wall.
        metrics: By their id, for what was compared at a turning point.
        raters_before: As `raters` gives them.
    """

    account: Account
    now: datetime
    today: date
    dates: Dates
    people: Mapping[PersonId, Person]
    metrics: Mapping[RecordId, Metric]
    raters_before: Mapping[RecordId, PersonId]

    def whole(self, kinds: bytes, ratings: Sequence[Rating], goals: Sequence[Goal]) -> str:
        """Tell what there is: meetings by what became of them, where we stand, the goal.

        Args:
            kinds: Of all meetings, as places in `MEETING_SHAPES`.
            ratings: Ours, oldest first.
        """
        counts = {shape: kinds.count(kind) for kind, shape in enumerate(MEETING_SHAPES)}
        first = _("Meetings: {counts}.").format(counts=outcomes(counts) or _("none yet"))
        standing = [each for each in goals if each.ended_on is None]
        return " ".join([first, *map(self.rating, ratings[-1:]), *map(self.goal, standing)])

    def meeting(self, meeting: Meeting) -> str:
        """Tell when, how, what became of it, and the line or the reason that was noted."""
        when = self.dates.full_day(meeting.when.day)
        if meeting.when.time is not None:
            clock = self.dates.clock(meeting.when.time)
            when = _("{day}, {time}").format(day=when, time=clock)
        told = _("{when}: {kind} {outcome}.").format(
            when=when,
            kind=kind_words(meeting.kind),
            outcome=shape_words(meeting_shape(meeting, self.account, self.now)),
        )
        called_off = meeting.cancellation
        noted = (called_off.found_reason or called_off.stated_reason) if called_off else ""
        return _with(told, noted or meeting.summary or meeting.purpose)

    def rating(self, rating: Rating) -> str:
        """Tell the level, whose view it is, the day, and who rated instead of whom."""
        told = _("{day}: {level}, {viewpoint}").format(
            day=self.dates.full_day(rating.day),
            level=level_words(rating.level),
            viewpoint=viewpoint_words(rating.viewpoint),
        )
        told = _("{rating}{rater}.").format(rating=told, rater=self._rater(rating))
        return _with(told, rating.remark)

    def _rater(self, rating: Rating) -> str:
        name = self._name(rating.person_id)
        before = self._name(self.raters_before.get(rating.id))
        if not name:
            return ""
        if not before:
            return _(", by {name}").format(name=name)
        return _(", now by {name}, before by {before}").format(name=name, before=before)

    def _name(self, person_id: PersonId | None) -> str:
        person = self.people.get(person_id) if person_id else None
        if person is None:
            return ""
        return _("you") if person.is_self else isolated(clean(person.name))

    def goal(self, goal: Goal) -> str:
        """Tell what is to be reached by when, and whether that is over."""
        level, by = level_words(goal.level), self.dates.full_day(goal.by)
        if goal.ended_on is None:
            told = _("Goal: {level} by {day}.").format(level=level, day=by)
        else:
            ended = self.dates.full_day(goal.ended_on)
            told = _("Goal: {level} by {day}, ended {ended}.").format(
                level=level, day=by, ended=ended
            )
        return _with(told, goal.sentence)

    def turning_point(self, alignment: Alignment) -> str:
        """Tell which two numbers were thought to clash and were found not to."""
        theirs, ours = (
            isolated(clean(self.metrics[each].text)) if each in self.metrics else _("a number")
            for each in (alignment.their_metric_id, alignment.our_metric_id)
        )
        told = _("Turning point: {theirs} was thought to clash with {ours}; checked, it does not.")
        return _with(told.format(theirs=theirs, ours=ours), alignment.evidence)

    def quote(self, quote: Quote) -> str:
        """Tell who said it, when, word for word."""
        person = self.people.get(quote.person_id) if quote.person_id else None
        said = quoted(isolated(clean(quote.text)))
        who = isolated(clean(person.name)) if person else ""
        day = self.dates.full_day(quote.said_on) if quote.said_on else ""
        return ", ".join(each for each in (said, who, day) if each)

    def barrier(self, barrier: Barrier) -> str:
        """Tell what stands between us, whose part it is, and from when to when."""
        share, text = _share_words(barrier.share), isolated(clean(barrier.text))
        if barrier.lifted_on is None:
            return _("Barrier, {share}: {text}.").format(share=share, text=text)
        told = _("Barrier, {share}, lifted {day}: {text}.").format(
            share=share, text=text, day=self.dates.full_day(barrier.lifted_on)
        )
        return _with(told, barrier.lifted_how)

    def promise(self, promise: Promise) -> str:
        """Tell who owes what, by when, and where it stands."""
        side = _("You owe") if promise.side is Side.OURS else _("They owe")
        text = isolated(clean(promise.text))
        state = shape_words(promise_shape(promise, self.today))
        if promise.due_on is None:
            return _("{side}: {text}, {state}.").format(side=side, text=text, state=state)
        return _("{side}: {text}, due {day}, {state}.").format(
            side=side, text=text, day=self.dates.full_day(promise.due_on), state=state
        )

    def vision(self, vision: Vision) -> str:
        """Tell whose picture of the future comes due, and what became of it."""
        return _("{side}, due {day}: {text} ({outcome})").format(
            side=_("Our vision") if vision.side is Side.OURS else _("Their vision"),
            day=self.dates.full_day(vision.due_on),
            text=isolated(clean(vision.text)),
            outcome=vision_outcome_words(vision.outcome),
        )

    def reading(self, reading: MetricReading) -> str:
        """Tell the value and the day."""
        metric = self.metrics[reading.metric_id]
        told = _("{metric}, {day}: {value} {unit}").format(
            metric=isolated(clean(metric.text)),
            day=self.dates.full_day(reading.day),
            value=f"{reading.value:g}",
            unit=clean(metric.unit),
        )
        return _with(told.rstrip(), reading.note)

    def tenure(self, tenure: Tenured) -> str:
        """Tell who looked after the account, and what that person wrote on leaving."""
        told = _("Owner: {name}.").format(name=isolated(tenure.name))
        return _with(told, tenure.remark)


def _with(told: str, noted: str) -> str:
    text = clean(noted)
    return f"{told} {isolated(text)}" if text else told


def _share_words(share: Side) -> str:
    return {
        Side.OURS: _("our part"),
        Side.THEIRS: _("their part"),
        Side.SHARED: _("part of both"),
    }[share]
