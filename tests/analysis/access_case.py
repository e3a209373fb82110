"""What a case of access says, and the meetings of which cases are made."""

from dataclasses import dataclass, field
from datetime import datetime

from journal.analysis.losses import Counts
from journal.domain.meeting import Meeting, Status
from journal.domain.person import StandingCommitment
from journal.domain.record import MeetingId, Side
from tests.analysis.made import NOW, cancelled, meeting, utc

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HELD, NO_SHOW = Status.HELD, Status.NO_SHOW


@dataclass(frozen=True, kw_only=True)
class Case:
    """One row of the table.

    Attributes:
        name: What it is about.
        zone: Of the account.
        slots: Of each slot, how many of how many were held.
        clashes: Of each, the day of the meeting, how they stand, and the minutes between.
        fixed: Where commitments lie in the week.
        lost: Of all meetings, with or without a time.
    """

    name: str
    meetings: tuple[Meeting, ...]
    commitments: tuple[StandingCommitment, ...] = ()
    zone: str = "America/New_York"
    now: datetime = NOW
    slots: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    counts: Counts = field(default_factory=Counts)


def thursday(day: str, clock_time: str = "14:00", status: Status = HELD) -> Meeting:
    """Make a visit of an hour."""
    return meeting(f"{day}T{clock_time}", status)


def moved(text: str, to: str, at: str | None, by: Side = Side.THEIRS) -> tuple[Meeting, Meeting]:
    """Make a meeting that was moved, and the one that was held instead."""
    after = meeting(to)
    before = cancelled(
        text, by, status=Status.MOVED, at=at and utc(at), successor_id=MeetingId(after.id)
    )
    return before, after
