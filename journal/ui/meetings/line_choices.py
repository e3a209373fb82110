"""What can be chosen of one line: whose it is, by when, how it is known, who may see it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from journal.domain.metric import Metric
from journal.domain.person import Person, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import Basis, Line, PersonId, Record, Side, Visibility
from journal.domain.relationship import Relationship
from journal.operations.findings import somebodies
from journal.terms import basis_words, side_words
from journal.typed.findings import is_refusal
from journal.typed.recurrences import understand_recurring
from journal.typed.schedules import Recurring, recurring_words
from journal.typed.understood import Bearings, NotUnderstood
from journal.ui.meetings.line_words import owner_words
from journal.ui.shared.read_field import Reader, Reading
from journal.wording import _

Owner = tuple[Side, PersonId | None]
Source = tuple[Basis, PersonId | None]

Owned = Promise | Metric | Vision
Spoken = Quote | Question | StandingCommitment | Barrier
Shareable = Barrier | Promise | Metric | Option | Vision
Sourced = Quote | Metric | Barrier | Option | Vision | StandingCommitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a line stands in.

    Attributes:
        bearings: When and where a day is typed; it looks ahead.
    """

    whole: Relationship
    bearings: Callable[[], Bearings]

    @property
    def today(self) -> date:
        """The day on the customer's wall."""
        return self.bearings().wall.day

    def people(self) -> tuple[Person, ...]:
        """Return who may be chosen: theirs first, then ours."""
        sides = {each.id: each.side for each in somebodies(self.whole.roles, self.whole.people)}
        return tuple(
            sorted(
                self.whole.people,
                key=lambda each: (sides[each.id] is Side.OURS, each.name.casefold()),
            )
        )


def owner_choices(around: Around) -> list[tuple[Owner, str]]:
    """Return whose a promise, a number or a vision may be."""
    sides = {each.id: each.side for each in somebodies(around.whole.roles, around.whole.people)}
    sided: list[Owner] = [(Side.THEIRS, None), (Side.OURS, None)]
    named: list[Owner] = [(sides[each.id], each.id) for each in around.people()]
    return [(each, owner_words(*each, around.whole)) for each in (*sided, *named)]


def person_choices(around: Around, record: Record) -> list[tuple[PersonId | None, str]]:
    """Return who may have said it, is to be asked, or whose calendar it is."""
    is_needed = isinstance(record, StandingCommitment)
    nobody: list[tuple[PersonId | None, str]] = [] if is_needed else [(None, _("nobody named"))]
    return [*nobody, *((each.id, each.name) for each in around.people())]


def share_choices() -> list[tuple[Side, str]]:
    """Return whose share a barrier may be."""
    return [(each, side_words(each)) for each in (Side.SHARED, Side.THEIRS, Side.OURS)]


def source_choices(around: Around, record: Record) -> list[tuple[Source, str]]:
    """Return how a line may be known."""
    plain = (Basis.SAID, Basis.GUESS, Basis.REPORTED)
    found: list[tuple[Source, str]] = [((each, None), basis_words(each)) for each in plain]
    if isinstance(record, Line):
        reported = Basis.REPORTED
        found += [((reported, who.id), basis_words(reported, who.name)) for who in around.people()]
    return found


def source_of(record: Sourced) -> Source:
    """Return how a line is known."""
    return record.basis, record.reported_by_id if isinstance(record, Line) else None


def person_of(record: Spoken) -> PersonId | None:
    """Return who said it, is to be asked, or whose calendar it is."""
    return record.named_by_id if isinstance(record, Barrier) else record.person_id


def with_owner(record: Owned, owner: Owner) -> Record:
    """Say whose it is."""
    return replace(record, side=owner[0], person_id=owner[1])


def with_share(barrier: Barrier, share: Side) -> Record:
    """Say whose part of the barrier it is."""
    return replace(barrier, share=share)


def with_person(record: Spoken, person: PersonId | None, around: Around) -> Record:
    """Say who said it, is to be asked, or whose calendar it is."""
    if isinstance(record, StandingCommitment):
        return record if person is None else replace(record, person_id=person)
    if isinstance(record, Barrier):
        people = somebodies(around.whole.roles, around.whole.people)
        side = next((each.side for each in people if each.id == person), Side.OURS)
        return replace(record, named_by_id=person, named_by=side)
    return replace(record, person_id=person)


def with_source(record: Sourced, source: Source) -> Record:
    """Say how it is known."""
    if isinstance(record, Line):
        return replace(record, basis=source[0], reported_by_id=source[1])
    return replace(record, basis=source[0])


def with_day(record: Promise | Vision, day: date | None) -> Record:
    """Say by when; a vision always comes back on some day."""
    if isinstance(record, Promise):
        return replace(record, due_on=day)
    return record if day is None else replace(record, due_on=day)


def with_answer(option: Option, answer: str, today: date) -> Record:
    """Say how an idea was answered, and take a no for a no."""
    answered_on = (option.answered_on or today) if answer else None
    return replace(option, answer=answer, refused=is_refusal(answer), answered_on=answered_on)


def with_refusal(option: Option, *, refused: bool) -> Record:
    """Say whether the answer was a no; without an answer there was none."""
    return replace(option, refused=refused and bool(option.answer.strip()))


def with_sharing(record: Shareable, *, may_share: bool) -> Record:
    """Say whether it may reach the customer."""
    return replace(record, visibility=Visibility.SHAREABLE if may_share else Visibility.PRIVATE)


def with_recurrence(commitment: StandingCommitment, recurring: Recurring) -> Record:
    """Say when it recurs; from the same day on, unless another one was typed."""
    return replace(
        commitment,
        rule=recurring.schedule.rule,
        start=recurring.start,
        minutes=recurring.minutes,
        first_day=recurring.first_day if recurring.is_since else commitment.first_day,
    )


def recurrence_reader(title: str, bearings: Callable[[], Bearings]) -> Reader:
    """Make a reader of when something recurs; what it is, is known."""

    def read(text: str) -> Reading:
        recurring = understand_recurring(f"{text.strip()} {title}", bearings())
        if isinstance(recurring, NotUnderstood):
            return Reading(words=recurring.why, is_refused=True)
        if recurring.title != title:
            why = _("Say when, such as every thu 15:00, or first tue 9:00.")
            return Reading(words=why, is_refused=True)
        words = recurring_words(recurring)
        return Reading(value=recurring, words=words, text=words)

    return read


def read_words(text: str) -> Reading:
    """Read any words as they stand."""
    words = " ".join(text.split())
    return Reading(value=words, text=words)
