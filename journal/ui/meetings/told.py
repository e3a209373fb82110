"""What the user told about a meeting, and the one operation that writes it down."""

from dataclasses import dataclass
from enum import IntEnum

from journal.domain.meeting import Cancellation
from journal.domain.record import MeetingId
from journal.domain.span import When
from journal.operations import meetings
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.meetings import Closing, Report


class Happened(IntEnum):
    """The answers to "What happened", in their order on the form."""

    HELD = 0
    CANCELLED = 1
    NO_SHOW = 2
    MOVED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """It took place."""

    closing: Closing
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """Somebody called it off."""

    closing: Closing
    cancellation: Cancellation
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """They were not there."""

    closing: Closing
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """It is to be at another time."""

    meeting_id: MeetingId
    to: When
    cancellation: Cancellation


Told = Held | Cancelled | Missed | Moved


def write_down(journal: Journal, told: Told) -> Change:
    """Write what was told, as one change.

    Raises:
        JournalError: if the journal does not take it; nothing was changed then.
    """
    match told:
        case Held():
            return meetings.hold(journal, told.closing, told.report)
        case Missed():
            return meetings.miss(journal, told.closing, told.report)
        case Cancelled():
            return meetings.cancel(journal, told.closing, told.cancellation, told.report)
        case Moved():
            return meetings.move(journal, told.meeting_id, told.to, told.cancellation)
