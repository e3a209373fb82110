"""What to ask next time: typed subjects; whoever prints them finds the words."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain, islice

from journal.analysis.guesses import about, guesses
from journal.analysis.losses import is_lost
from journal.analysis.people import guests, known, roles_on
from journal.analysis.reasons import is_explained
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.person import Person, StandingCommitment
from journal.domain.plan import Alternative, Barrier, Criterion, Interest, Question, Vision
from journal.domain.record import PersonId, Side
from journal.domain.relationship import Relationship

AT_MOST = 5

Subject = Question | Metric | Interest | Criterion | Vision | Barrier | StandingCommitment | Meeting


class AskFor(StrEnum):
    """Why to ask, in the order in which the brief asks.

    OWN prints its own text. The others have none, since the journal puts no words into
    anyone's mouth: GUESS asks whether `subject` is so; METRIC asks how `person` is measured;
    VISION asks where this could be in a year; REASON asks why the meeting was lost.
    """

    OWN = "own"
    GUESS = "guess"
    METRIC = "metric"
    VISION = "vision"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing to ask.

    Attributes:
        subject: The question (OWN), the guessed line (GUESS) or the lost meeting (REASON);
            None for METRIC and VISION.
        person: Whom to ask; None for anyone.
    """

    reason: AskFor
    subject: Subject | None = None
    person: Person | None = None


def asks(
    relationship: Relationship,
    *,
    meeting: Meeting | None,
    today: date,
    at_most: int = AT_MOST,
) -> tuple[Ask, ...]:
    """Return what to ask, own questions first, then what we do not know.

    Own questions that wait; then guesses; then people whose numbers nobody knows; then their
    vision where there is none that waits for its day; then, latest first, lost meetings whose
    reason was not found out. What is for somebody who will not be there is left out.
    Alternatives are never asked about: page 1 may lie open on a table.

    Args:
        meeting: Whose guests can be asked; None, or a meeting where nobody is noted, is
            everybody who has a role on the customer's side today.
    """
    invited = guests(relationship).get(meeting.id, ()) if meeting is not None else ()
    there = invited or tuple(roles_on(relationship, today))
    found = chain(
        _own(relationship, there),
        _guessed(relationship, there, today),
        _unmeasured(relationship, there),
        _vision(relationship),
        _unexplained(relationship),
    )
    return tuple(islice(found, at_most))


def _own(relationship: Relationship, there: Collection[PersonId]) -> Iterator[Ask]:
    for each in relationship.questions:
        if each.asked_on is None and _can_be_asked(each.person_id, there):
            person = relationship.person(each.person_id)
            yield Ask(reason=AskFor.OWN, subject=each, person=person)


def _guessed(relationship: Relationship, there: Collection[PersonId], today: date) -> Iterator[Ask]:
    for each in guesses(relationship, today=today):
        if not isinstance(each, Alternative) and _can_be_asked(about(each), there):
            yield Ask(reason=AskFor.GUESS, subject=each, person=relationship.person(about(each)))


def _unmeasured(relationship: Relationship, there: Collection[PersonId]) -> Iterator[Ask]:
    measured = {each.person_id for each in relationship.metrics}
    for each in known(relationship, there):
        if each.id not in measured:
            yield Ask(reason=AskFor.METRIC, person=each)


def _vision(relationship: Relationship) -> Iterator[Ask]:
    visions = (each for each in relationship.visions if each.side is Side.THEIRS)
    if not any(each.outcome is None for each in visions):
        yield Ask(reason=AskFor.VISION)


def _unexplained(relationship: Relationship) -> Iterator[Ask]:
    for each in reversed(relationship.meetings):
        if is_lost(each) and not is_explained(each):
            yield Ask(reason=AskFor.REASON, subject=each)


def _can_be_asked(person_id: PersonId | None, there: Collection[PersonId]) -> bool:
    """Say whether the one it is for will be there; always, where nobody is known."""
    return person_id is None or not there or person_id in there
