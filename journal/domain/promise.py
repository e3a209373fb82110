"""What one side owes the other, by when; and what people said, word for word."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.record import Line, PersonId, Side, require_one_side


class PromiseState(StrEnum):
    """Where a promise stands on a day."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Line):
    """What one side owes the other.

    Attributes:
        side: Who owes it.
        person_id: The person who owes it.
        to_person_id: The person it is owed to.
        made_on: The day it was given.
        due_on: The last day on which it is in time; None without a date.
        kept_on: The day it was kept; None while it was not.
        dropped_on: The day it was let go; None otherwise.
    """

    side: Side
    person_id: PersonId | None = None
    to_person_id: PersonId | None = None
    made_on: date | None = None
    due_on: date | None = None
    kept_on: date | None = None
    dropped_on: date | None = None

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        require_one_side(self.side)
        if self.kept_on is not None and self.dropped_on is not None:
            message = "a promise is kept or dropped, not both"
            raise ValueError(message)

    @property
    def is_open(self) -> bool:
        """Whether it is still owed, in time or not."""
        return self.kept_on is None and self.dropped_on is None

    def state(self, today: date) -> PromiseState:
        """Tell where it stands; late is kept after its day, or still owed after it."""
        if self.dropped_on is not None:
            return PromiseState.DROPPED
        if self.due_on is not None and (self.kept_on or today) > self.due_on:
            return PromiseState.LATE
        return PromiseState.OPEN if self.kept_on is None else PromiseState.KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Line):
    """What someone said, word for word; a pinned one stands on the timeline."""

    person_id: PersonId | None = None
    said_on: date | None = None
    pinned: bool = False
