"""A meeting: planned, then held, cancelled, no-show or moved; and who takes part."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from journal.domain.record import (
    AccountId,
    CommitmentId,
    MeetingId,
    PersonId,
    Record,
    Side,
    require_one_side,
)
from journal.domain.span import When

DEFAULT_MINUTES = 60


class Status(StrEnum):
    """What became of a meeting. *Unrecorded* is derived: planned, and its time is past."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    MOVED = "moved"


class Kind(StrEnum):
    """How we meet."""

    VISIT = "visit"
    CALL = "call"
    VIDEO = "video"
    LETTER = "letter"


class Whereabouts(StrEnum):
    """Where we were when the cancellation reached us."""

    AT_THE_DOOR = "at_the_door"
    ON_THE_WAY = "on_the_way"
    BEFORE_LEAVING = "before_leaving"


class Outcome(StrEnum):
    """What a held meeting brought, against what was prepared."""

    BEST = "best"
    LEAST = "least"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation:
    """How a meeting was lost or given up.

    Attributes:
        by: Who called it off; of a moved meeting, who asked for the move.
        by_person_id: The person, where known.
        at: The aware instant when it reached us; None where unknown.
        whereabouts: Where we were, where the user said so; else it follows from `at`.
        stated_reason: What they said.
        found_reason: What it turned out to be, later.
        found_commitment_id: The standing commitment behind it, where that was the reason.
    """

    by: Side
    by_person_id: PersonId | None = None
    at: datetime | None = None
    whereabouts: Whereabouts | None = None
    stated_reason: str = ""
    found_reason: str = ""
    found_commitment_id: CommitmentId | None = None

    def __post_init__(self) -> None:
        require_one_side(self.by)
        if self.at is not None and self.at.utcoffset() is None:
            message = "when a cancellation came is an instant, with its offset"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """A visit, a call or a video call with an account.

    Attributes:
        minutes: How long it was planned to take; None where unknown.
        held_minutes: How long it took; None where unknown.
        travel_min: One way, in minutes; None where unknown.
        purpose: What it is for.
        best: The best outcome, as what *they* will do by when.
        least: The least acceptable outcome, likewise.
        opening: The opening sentence.
        summary: What happened, in one line.
        notes: All else, as it was typed.
        cancellation: Of a cancelled or moved meeting; a no-show may have one too.
        successor_id: The meeting that a moved one was moved to.
    """

    id: MeetingId
    account_id: AccountId
    when: When
    status: Status = Status.PLANNED
    kind: Kind = Kind.VISIT
    minutes: int | None = DEFAULT_MINUTES
    held_minutes: int | None = None
    place: str = ""
    travel_min: int | None = None
    purpose: str = ""
    best: str = ""
    least: str = ""
    opening: str = ""
    summary: str = ""
    notes: str = ""
    outcome: Outcome | None = None
    cancellation: Cancellation | None = None
    successor_id: MeetingId | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        for minutes in (self.minutes, self.held_minutes):
            if minutes is not None and minutes < 1:
                message = f"a meeting cannot take {minutes} minutes"
                raise ValueError(message)
        if self.travel_min is not None and self.travel_min < 0:
            message = f"a journey cannot take {self.travel_min} minutes"
            raise ValueError(message)
        self._require_matching_status()

    def _require_matching_status(self) -> None:
        called_off = self.status in {Status.CANCELLED, Status.MOVED}
        if called_off and self.cancellation is None:
            message = f"a meeting that is {self.status} was called off by somebody"
            raise ValueError(message)
        if self.cancellation is not None and self.status in {Status.PLANNED, Status.HELD}:
            message = f"a meeting that is {self.status} was not called off"
            raise ValueError(message)
        if self.successor_id is not None and self.status is not Status.MOVED:
            message = "only a moved meeting has a successor"
            raise ValueError(message)
        if self.successor_id == self.id:
            message = "a meeting is not moved to itself"
            raise ValueError(message)

    @property
    def ends_at(self) -> datetime:
        """The planned end, aware; an hour after the start where no length is known."""
        return self.when.after(self.minutes or DEFAULT_MINUTES)

    @property
    def leave_at(self) -> datetime | None:
        """The aware moment to set off at; None without a time or a travel time."""
        if self.when.time is None or self.travel_min is None:
            return None
        return self.when.after(-self.travel_min)

    def is_unrecorded(self, now: datetime) -> bool:
        """Say whether it is still planned though its time is past; a day, when the day is."""
        if self.status is not Status.PLANNED:
            return False
        if self.when.time is None:
            return self.when.start + timedelta(days=1) <= now
        return self.ends_at <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Record):
    """Somebody's part in a meeting.

    Attributes:
        account_id: For whom they take part, where it is not the meeting's own account.
        person_id: None where only the organisation is known.
        came: None while it is open or was not noted.
    """

    meeting_id: MeetingId
    person_id: PersonId | None = None
    account_id: AccountId | None = None
    came: bool | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if self.person_id is None and self.account_id is None:
            message = "a person or an organisation takes part"
            raise ValueError(message)
