"""What was told is written as the one operation that it is."""

from datetime import date, time

from journal.domain.meeting import Cancellation, Status
from journal.domain.record import Side
from journal.domain.span import When
from journal.operations import reading, undoing
from journal.operations.journal import Journal
from journal.operations.meetings import Report
from journal.ui.meetings.told import Cancelled, Held, Missed, Moved, write_down
from tests.ui.case import MERCY, NEXT, ZONE

THEIRS = Cancellation(by=Side.THEIRS, stated_reason="something came up")


def test_held_is_held(journal: Journal) -> None:
    """With what came of it."""
    write_down(journal, Held(closing=NEXT, report=Report(summary="Agreed.")))
    meeting = reading.meeting(journal, NEXT)
    assert (meeting.status, meeting.summary) == (Status.HELD, "Agreed.")


def test_cancelled_is_cancelled_by_them(journal: Journal) -> None:
    """With their reason."""
    write_down(journal, Cancelled(closing=NEXT, cancellation=THEIRS, report=Report()))
    meeting = reading.meeting(journal, NEXT)
    assert (meeting.status, meeting.cancellation) == (Status.CANCELLED, THEIRS)


def test_a_no_show_is_one(journal: Journal) -> None:
    """Nobody called it off, and it is lost all the same."""
    write_down(journal, Missed(closing=NEXT, report=Report()))
    assert reading.meeting(journal, NEXT).status is Status.NO_SHOW


def test_moved_plans_the_successor_as_one_change(journal: Journal) -> None:
    """One undo takes back both halves."""
    to = When(day=date(2026, 12, 8), time=time(10), zone=ZONE)
    write_down(journal, Moved(meeting_id=NEXT, to=to, cancellation=THEIRS))
    moved = reading.meeting(journal, NEXT)
    assert moved.status is Status.MOVED
    assert moved.successor_id is not None
    assert reading.meeting(journal, moved.successor_id).when == to
    undoing.undo(journal)
    whole = reading.relationship(journal, MERCY)
    assert [each.id for each in whole.meetings if each.status is Status.PLANNED] == [NEXT]
