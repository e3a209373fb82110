"""How good the working relationship is, as each side sees it, and where it should be."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from journal.domain.record import AccountId, MeetingId, PersonId, Record


class Level(IntEnum):
    """Ordinal: draw steps, take medians, never decimals."""

    DAMAGED = 1
    STRAINED = 2
    NEUTRAL = 3
    POSITIVE = 4
    OUTSTANDING = 5


class Viewpoint(StrEnum):
    """Whose view a rating is; the two sides see one relationship differently.

    Source: Ambrose, Marshall & Lynch 2010.
    """

    OURS = "ours"
    THEIRS_SAID = "theirs_said"
    THEIRS_GUESSED = "theirs_guessed"


class Facet(StrEnum):
    """What is rated. Overall is entered, not computed from the others.

    Source: Crosby, Evans & Cowles 1990; Boles, Johnson & Barksdale 2000.
    """

    OVERALL = "overall"
    TRUST = "trust"
    SATISFACTION = "satisfaction"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """One side's view of the relationship on one day.

    Attributes:
        person_id: Whose view it is, or who guessed; None where not noted.
        meeting_id: The meeting it came from; None where none.
    """

    account_id: AccountId
    day: date
    level: Level
    viewpoint: Viewpoint = Viewpoint.OURS
    facet: Facet = Facet.OVERALL
    person_id: PersonId | None = None
    meeting_id: MeetingId | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """The level to reach by a day.

    Attributes:
        sentence: The goal in words.
        shared_on: When the customer was told; None while it was not.
        shared_with_id: Who was told.
        ended_on: When it was reached or given up; None while it stands.
    """

    account_id: AccountId
    level: Level
    by: date
    set_on: date
    sentence: str = ""
    shared_on: date | None = None
    shared_with_id: PersonId | None = None
    ended_on: date | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if self.by < self.set_on:
            message = f"a goal set on {self.set_on} cannot be due on {self.by}"
            raise ValueError(message)
        if self.shared_with_id is not None and self.shared_on is None:
            message = "a goal that was shared with somebody was shared on some day"
            raise ValueError(message)
