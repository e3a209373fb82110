"""What stood behind lost meetings, once it is found out."""

from dataclasses import replace
from datetime import date, time

import pytest

from journal.domain.errors import JournalError
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId, MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations import causes, meetings, reading, undoing
from journal.operations.journal import Journal
from journal.typed.names import Unit
from journal.typed.schedules import Recurring, Schedule
from tests.operations.conftest import DANA, MERCY

STAFF = StandingCommitment(
    id=CommitmentId(RecordId("staff")),
    person_id=DANA.id,
    title="Staff meeting",
    rule="FREQ=WEEKLY;BYDAY=TH",
    first_day=date(2026, 1, 1),
    start=time(15),
    minutes=60,
    zone="America/New_York",
)


def meeting(name: str, status: Status, found: str = "") -> Meeting:
    """Make a meeting that became this."""
    called_off = Cancellation(by=Side.THEIRS, found_reason=found)
    return Meeting(
        id=MeetingId(RecordId(name)),
        account_id=MERCY.id,
        when=When.from_iso("2026-09-03T14:00", "America/New_York"),
        status=status,
        cancellation=called_off if status is Status.CANCELLED else None,
    )


@pytest.fixture
def lost(journal: Journal) -> Journal:
    """Have a cancelled meeting, a no-show, and one that was held."""
    journal.write(
        "Fill",
        add=[
            meeting("cancelled", Status.CANCELLED, "Her head was elsewhere"),
            meeting("missed", Status.NO_SHOW),
            meeting("held", Status.HELD),
        ],
    )
    return journal


def found(journal: Journal, name: str) -> Cancellation | None:
    """Read what is known of a lost meeting."""
    return reading.meeting(journal, MeetingId(RecordId(name))).cancellation


def test_a_cause_that_nobody_had_noted_is_noted_with_the_meeting(lost: Journal) -> None:
    """One change, one undo; the words that stood there stay."""
    causes.note_cause(lost, MeetingId(RecordId("cancelled")), STAFF)
    expected = Cancellation(
        by=Side.THEIRS, found_reason="Her head was elsewhere", found_commitment_id=STAFF.id
    )
    assert found(lost, "cancelled") == expected
    undoing.undo(lost)
    assert reading.relationship(lost, MERCY.id).commitments == ()
    assert found(lost, "cancelled") == Cancellation(
        by=Side.THEIRS, found_reason="Her head was elsewhere"
    )


def test_several_meetings_are_marked_at_once(lost: Journal) -> None:
    """A no-show too, of which nobody had told anything."""
    lost.write("Note", add=[STAFF])
    names = [MeetingId(RecordId("cancelled")), MeetingId(RecordId("missed"))]
    assert causes.find_causes(lost, names, STAFF.id).name == "Find reasons"
    behind = [found(lost, name) for name in names]
    assert [each.found_commitment_id for each in behind if each] == [STAFF.id, STAFF.id]
    undoing.undo(lost)
    assert found(lost, "missed") is None


def test_a_reason_is_found_for_a_no_show(lost: Journal) -> None:
    """It was lost like any other."""
    meetings.find_reason(lost, MeetingId(RecordId("missed")), "She was ill")
    assert found(lost, "missed") == Cancellation(by=Side.THEIRS, found_reason="She was ill")


def test_what_was_held_was_lost_to_nothing(lost: Journal) -> None:
    """Nothing is written then, of none of them."""
    lost.write("Note", add=[STAFF])
    with pytest.raises(JournalError, match="not called off"):
        causes.find_causes(
            lost, [MeetingId(RecordId("cancelled")), MeetingId(RecordId("held"))], STAFF.id
        )
    assert found(lost, "cancelled") == Cancellation(
        by=Side.THEIRS, found_reason="Her head was elsewhere"
    )


def recurring(schedule: Schedule, *, is_since: bool = False) -> Recurring:
    """Recur from the day on which it is typed."""
    return Recurring(
        title="Staff meeting",
        schedule=schedule,
        start=time(15),
        minutes=60,
        first_day=date(2026, 11, 26),
        is_since=is_since,
    )


def test_what_is_noted_late_stood_in_the_way_before() -> None:
    """Else it would explain nothing: a weekly one reaches back to the first that was lost."""
    lost = meeting("lost", Status.CANCELLED)
    when = When.from_iso("2026-02-03T14:00", "America/New_York")
    first = replace(meeting("first", Status.NO_SHOW), when=when)
    held = replace(meeting("held", Status.HELD), when=replace(when, day=date(2025, 1, 7)))
    every = (held, first, lost)
    weekly, fortnightly = (Schedule(unit=Unit.WEEK, every=count, weekdays=(3,)) for count in (1, 2))

    def first_day(typed: Recurring) -> date:
        return causes.reaching_back(typed, lost, every).first_day

    assert first_day(recurring(weekly)) == date(2026, 2, 5)  # the Thursday after 3 February
    assert first_day(recurring(fortnightly)) == date(2026, 9, 3)
    assert first_day(recurring(weekly, is_since=True)) == date(2026, 11, 26)
