"""What is prepared for a negotiation: barriers, visions, norms, its four parts, questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.record import (
    AccountId,
    CriterionId,
    InterestId,
    Line,
    NegotiationId,
    OptionId,
    PersonId,
    Record,
    Side,
    require_one_side,
    require_text,
)
from journal.domain.span import Span


class VisionOutcome(StrEnum):
    """What became of a vision on its day."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Negotiation(Record):
    """One negotiation of the relationship; at most one of an account is open at a time."""

    id: NegotiationId
    account_id: AccountId
    title: str
    opened_on: date
    closed_on: date | None = None
    result: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_text(self.title)
        Span(start=self.opened_on, end=self.closed_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier(Line):
    """What stands between us.

    Attributes:
        share: Whose part it is; our own is named first.
        named_by_id: The person who named it.
        named_on: When it was named; None where unknown.
        acknowledged_on: When it was owned up to towards the customer; None if not yet.
        lifted_on: When it was out of the way; None while it stands.
        lifted_how: How, such as "moved to Tue 10:00".
    """

    share: Side
    named_by: Side = Side.OURS
    named_by_id: PersonId | None = None
    named_on: date | None = None
    acknowledged_on: date | None = None
    lifted_on: date | None = None
    lifted_how: str = ""

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        require_one_side(self.named_by)
        Span(start=self.named_on, end=self.lifted_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vision(Line):
    """Where this could be in a year, in one side's own words.

    Attributes:
        person_id: Whose words they are.
        due_on: The day it comes back.
        outcome: None until that day's answer.
    """

    side: Side
    due_on: date
    person_id: PersonId | None = None
    outcome: VisionOutcome | None = None
    outcome_on: date | None = None

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        require_one_side(self.side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm(Line):
    """What working well looks like: "we will" (ours), "you will" (theirs)."""

    side: Side

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        require_one_side(self.side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Line):
    """Why a side wants what it wants; a shared one is both sides'."""

    id: InterestId
    side: Side
    person_id: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Line):
    """A fair yardstick; shared where both could accept it."""

    id: CriterionId
    side: Side = Side.SHARED


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Line):
    """A possible solution.

    Attributes:
        answer: How it was answered, in their words ("not a priority"); empty if not raised.
        answered_on: The day of the answer; None if not raised or not known.
        refused: Whether the answer was a no.
    """

    id: OptionId
    answer: str = ""
    answered_on: date | None = None
    refused: bool = False

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        if self.refused and not self.answer.strip():
            message = "a refusal has an answer, in their words"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLink(Record):
    """That an option serves an interest, or meets a criterion: one of the two."""

    option_id: OptionId
    interest_id: InterestId | None = None
    criterion_id: CriterionId | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if (self.interest_id is None) == (self.criterion_id is None):
            message = "an option is linked to one interest or to one criterion"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Line):
    """What a side does if nothing is agreed."""

    side: Side

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        require_one_side(self.side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Line):
    """To ask next time.

    Attributes:
        person_id: Whom to ask; None for anyone.
        asked_on: When it was asked; None while it waits.
        answer: What was answered.
    """

    person_id: PersonId | None = None
    asked_on: date | None = None
    answer: str = ""
