"""What every record carries, and the words that several of them share."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NewType

from journal.domain.span import require_day

RecordId = NewType("RecordId", str)
AccountId = NewType("AccountId", RecordId)
PersonId = NewType("PersonId", RecordId)
MeetingId = NewType("MeetingId", RecordId)
CommitmentId = NewType("CommitmentId", RecordId)
MetricId = NewType("MetricId", RecordId)
NegotiationId = NewType("NegotiationId", RecordId)
InterestId = NewType("InterestId", RecordId)
CriterionId = NewType("CriterionId", RecordId)
OptionId = NewType("OptionId", RecordId)
DocumentId = NewType("DocumentId", RecordId)


class Side(StrEnum):
    """Whose it is. Only interests and criteria may be shared."""

    OURS = "ours"
    THEIRS = "theirs"
    SHARED = "shared"


class Basis(StrEnum):
    """How we know a line about the customer."""

    SAID = "said"
    REPORTED = "reported"
    GUESS = "guess"


class Visibility(StrEnum):
    """Whether a line may reach the customer; private is always the default."""

    PRIVATE = "private"
    SHAREABLE = "shareable"


class Agreement(StrEnum):
    """What became of a line that was shared."""

    NOT_RAISED = "not_raised"
    AGREED = "agreed"
    CHANGED = "changed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything that the journal keeps. All its days are in the years 1900 to 2200.

    Attributes:
        id: A time-ordered UUID, the same on every laptop.
        revision: The number of the history entry that wrote this version, 0 before the
            first save. It only grows, so an older version is never taken for a newer one.
    """

    id: RecordId
    revision: int = 0

    def __post_init__(self) -> None:
        if not self.id:
            message = "a record needs an id"
            raise ValueError(message)
        # mypy takes the hash of a record for the hash of its class.
        for name in _day_fields(type(self)):  # type: ignore[arg-type]
            day = getattr(self, name)
            if day is not None:
                require_day(day)


@cache
def _day_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.type in {date, date | None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Record):
    """One line of what was learned or prepared, about one account.

    Attributes:
        text: The line itself, never empty.
        noted_on: The day it was said, reported or guessed; None where unknown.
        basis: How it is known. Of lines on our own side it says nothing.
        reported_by_id: Who reported it; only with basis reported.
        agreed_wording: What it was changed to; only with agreement changed.
        position: Order among its like, smallest first.
        meeting_id: The meeting in which it came up.
        negotiation_id: The negotiation it belongs to; None for the account as a whole.
    """

    account_id: AccountId
    text: str
    noted_on: date | None = None
    basis: Basis = Basis.GUESS
    reported_by_id: PersonId | None = None
    visibility: Visibility = Visibility.PRIVATE
    agreement: Agreement = Agreement.NOT_RAISED
    agreed_wording: str = ""
    position: int = 0
    meeting_id: MeetingId | None = None
    negotiation_id: NegotiationId | None = None

    def __post_init__(self) -> None:
        # Not super(): a slotted dataclass is made anew, and the zero-argument form
        # would look for the class that was thrown away.
        Record.__post_init__(self)
        require_text(self.text)
        if self.reported_by_id is not None and self.basis is not Basis.REPORTED:
            message = "only a reported line has a reporter"
            raise ValueError(message)
        if self.agreed_wording and self.agreement is not Agreement.CHANGED:
            message = "only a changed line has another wording"
            raise ValueError(message)


def require_text(text: str) -> None:
    """Refuse a text that says nothing.

    Raises:
        ValueError: if nothing but white space is left.
    """
    if not text.strip():
        message = "the text is empty"
        raise ValueError(message)


def require_one_side(side: Side) -> None:
    """Refuse `shared` where a thing belongs to one side or to the other.

    Raises:
        ValueError: if the side is shared.
    """
    if side is Side.SHARED:
        message = "this belongs to one side, ours or theirs"
        raise ValueError(message)
