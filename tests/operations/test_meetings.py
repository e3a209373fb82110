"""Planning a meeting, preparing it, moving it ahead, and finding out why it was lost."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from journal.domain.errors import JournalError
from journal.domain.meeting import Cancellation, Status, Whereabouts
from journal.domain.record import MeetingId, PersonId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import meetings, outcomes, reading
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment
from journal.operations.outcomes import Ending
from tests.operations.conftest import DANA, MERCY

VISIT = Appointment(
    account_id=MERCY.id,
    when=When.from_iso("2026-09-03T14:00", "America/New_York"),
    people=(DANA.id,),
    minutes=50,
    travel_min=120,
    purpose="Talk about how we work",
)
AT_THE_DOOR = Cancellation(
    by=Side.THEIRS,
    by_person_id=DANA.id,
    at=datetime(2026, 9, 3, 18, 5, tzinfo=UTC),
    whereabouts=Whereabouts.AT_THE_DOOR,
    stated_reason="An emergency",
)


def mercy(journal: Journal) -> Relationship:
    """Read the account."""
    return reading.relationship(journal, MERCY.id)


def planned(journal: Journal) -> MeetingId:
    """Plan the visit."""
    meetings.plan(journal, VISIT)
    return mercy(journal).meetings[-1].id


def came(journal: Journal) -> dict[PersonId | None, bool | None]:
    """Tell who came."""
    return {each.person_id: each.came for each in mercy(journal).participations}


def test_a_planned_meeting_stands_with_its_people(journal: Journal) -> None:
    """All that was said about it."""
    planned(journal)

    (visit,) = mercy(journal).meetings
    assert visit.status is Status.PLANNED
    assert (visit.minutes, visit.travel_min, visit.purpose) == (50, 120, "Talk about how we work")
    assert came(journal) == {DANA.id: None}


def test_a_planned_meeting_is_prepared(journal: Journal) -> None:
    """Purpose and outcomes may be written until it is held."""
    visit = reading.meeting(journal, planned(journal))

    meetings.prepare(journal, replace(visit, best="She names her analyst"))

    assert reading.meeting(journal, visit.id).best == "She names her analyst"


def test_a_moved_meeting_plans_its_successor(journal: Journal) -> None:
    """With the same people and the same preparation."""
    visit_id = planned(journal)
    to = When.from_iso("2026-09-08T10:00", "America/New_York")

    meetings.move(journal, visit_id, to, AT_THE_DOOR)

    moved, successor = mercy(journal).meetings
    assert (moved.status, moved.successor_id) == (Status.MOVED, successor.id)
    assert (successor.status, successor.when) == (Status.PLANNED, to)
    assert successor.purpose == "Talk about how we work"
    assert {each.meeting_id for each in mercy(journal).participations} == {moved.id, successor.id}


def test_what_is_closed_is_not_moved(journal: Journal) -> None:
    """It was held or lost as it was."""
    visit_id = planned(journal)
    outcomes.tell_outcome(journal, visit_id, Ending(status=Status.NO_SHOW))

    with pytest.raises(JournalError, match="closed already"):
        meetings.move(journal, visit_id, VISIT.when, AT_THE_DOOR)


def test_a_reason_is_found_later(journal: Journal) -> None:
    """What was said at the door stays beside what it turned out to be."""
    visit_id = planned(journal)
    called_off = Ending(status=Status.CANCELLED, cancellation=AT_THE_DOOR)
    outcomes.tell_outcome(journal, visit_id, called_off)

    meetings.find_reason(journal, visit_id, "Staff meeting right behind")

    lost = reading.meeting(journal, visit_id).cancellation
    assert lost is not None
    assert (lost.stated_reason, lost.found_reason) == (
        "An emergency",
        "Staff meeting right behind",
    )


def test_what_was_not_called_off_has_no_reason(journal: Journal) -> None:
    """A sentence, not a traceback."""
    with pytest.raises(JournalError, match="not called off"):
        meetings.find_reason(journal, planned(journal), "None")
