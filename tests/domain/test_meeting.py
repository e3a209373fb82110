"""What a meeting may be, and what follows from its times."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.meeting import (
    DEFAULT_MINUTES,
    Cancellation,
    Meeting,
    Participation,
    Status,
)
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from journal.domain.span import When

MINE = MeetingId(RecordId("m"))
OTHER = MeetingId(RecordId("n"))
ACCOUNT = AccountId(RecordId("a"))
THURSDAY = When.from_iso("2026-09-03T14:00", "America/New_York")
PLANNED = Meeting(id=MINE, account_id=ACCOUNT, when=THURSDAY, minutes=50)
BY_THEM = Cancellation(by=Side.THEIRS)


def test_a_cancellation_is_by_one_side() -> None:
    """Who called it off decides whether it was lost."""
    with pytest.raises(ValueError, match="one side"):
        Cancellation(by=Side.SHARED)


def test_a_cancellation_comes_at_an_instant() -> None:
    """The notice is a difference of instants; a time without an offset has none."""
    at = datetime(2026, 9, 3, 18, 5, tzinfo=UTC)
    assert Cancellation(by=Side.THEIRS, at=at).at == at
    with pytest.raises(ValueError, match="offset"):
        Cancellation(by=Side.THEIRS, at=at.replace(tzinfo=None))


def test_a_meeting_takes_a_minute_or_more() -> None:
    """Nought minutes were no meeting; an unknown length is None."""
    assert replace(PLANNED, minutes=None, held_minutes=1).held_minutes == 1
    with pytest.raises(ValueError, match="cannot take 0"):
        replace(PLANNED, minutes=0)
    with pytest.raises(ValueError, match="cannot take 0"):
        replace(PLANNED, held_minutes=0)


def test_a_journey_takes_no_negative_time() -> None:
    """Nought is next door."""
    assert replace(PLANNED, travel_min=0).travel_min == 0
    with pytest.raises(ValueError, match="journey"):
        replace(PLANNED, travel_min=-1)


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.MOVED])
def test_what_was_called_off_says_by_whom(status: Status) -> None:
    """Else it would be in no count, or in the wrong one."""
    assert replace(PLANNED, status=status, cancellation=BY_THEM).status is status
    with pytest.raises(ValueError, match="called off by somebody"):
        replace(PLANNED, status=status)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HELD])
def test_what_was_not_called_off_has_no_cancellation(status: Status) -> None:
    """A held meeting with a cancellation would be counted twice."""
    with pytest.raises(ValueError, match="was not called off"):
        replace(PLANNED, status=status, cancellation=BY_THEM)


def test_a_no_show_may_be_explained_or_not() -> None:
    """Sometimes somebody rings later, sometimes nobody ever does."""
    assert replace(PLANNED, status=Status.NO_SHOW).cancellation is None
    assert replace(PLANNED, status=Status.NO_SHOW, cancellation=BY_THEM).cancellation == BY_THEM


def test_only_a_moved_meeting_has_a_successor_and_it_is_another_one() -> None:
    """A move closes one meeting and plans the next; a circle would never end."""
    moved = replace(PLANNED, status=Status.MOVED, cancellation=BY_THEM, successor_id=OTHER)
    assert moved.successor_id == OTHER
    with pytest.raises(ValueError, match="only a moved"):
        replace(PLANNED, successor_id=OTHER)
    with pytest.raises(ValueError, match="to itself"):
        replace(moved, successor_id=MINE)


def test_a_meeting_ends_after_its_minutes_or_an_hour() -> None:
    """The clash with what comes after needs an end, known or not."""
    assert PLANNED.ends_at == datetime(2026, 9, 3, 18, 50, tzinfo=UTC)
    assert replace(PLANNED, minutes=None).ends_at - PLANNED.when.instant == timedelta(
        minutes=DEFAULT_MINUTES
    )


def test_one_leaves_a_journey_before_the_start() -> None:
    """Two hours' drive to 14:00 is 12:00, on the customer's wall."""
    leave_at = replace(PLANNED, travel_min=120).leave_at
    assert leave_at is not None
    assert leave_at.isoformat() == "2026-09-03T12:00:00-04:00"


def test_without_a_time_or_a_journey_nobody_can_say_when_to_leave() -> None:
    """Unknown stays unknown."""
    assert PLANNED.leave_at is None
    day_only = replace(PLANNED, when=When.from_iso("2026-09-03", "UTC"), travel_min=120)
    assert day_only.leave_at is None


def test_a_planned_meeting_is_unrecorded_from_its_end() -> None:
    """While it lasts nobody asks what became of it."""
    end = datetime(2026, 9, 3, 18, 50, tzinfo=UTC)
    assert not PLANNED.is_unrecorded(end - timedelta(minutes=1))
    assert PLANNED.is_unrecorded(end)
    assert not replace(PLANNED, status=Status.HELD).is_unrecorded(end)


def test_a_planned_day_is_unrecorded_when_the_day_is_over_there() -> None:
    """Midnight in New York is four in the morning in UTC."""
    day_only = replace(PLANNED, when=When.from_iso("2026-09-03", "America/New_York"))
    midnight = datetime(2026, 9, 4, 4, 0, tzinfo=UTC)
    assert not day_only.is_unrecorded(midnight - timedelta(minutes=1))
    assert day_only.is_unrecorded(midnight)


def test_somebody_takes_part() -> None:
    """A person, or at least an organisation."""
    guest = Participation(id=RecordId("p"), meeting_id=MINE, account_id=ACCOUNT)
    assert guest.came is None
    with pytest.raises(ValueError, match="takes part"):
        Participation(id=RecordId("p"), meeting_id=MINE)
