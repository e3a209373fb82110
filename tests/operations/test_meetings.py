"""Planning a meeting, and telling what became of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from journal.domain.errors import JournalError
from journal.domain.meeting import Cancellation, Meeting, Outcome, Status, Whereabouts
from journal.domain.rating import Level, Viewpoint
from journal.domain.record import MeetingId, PersonId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import meetings, reading, undoing
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment, Report
from tests.operations.conftest import DANA, LUIS, MERCY

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


def test_a_held_meeting_tells_who_came_and_how_it_stands(journal: Journal) -> None:
    """One change: the meeting, who came, both ratings, the next visit."""
    visit_id = planned(journal)
    following = replace(VISIT, when=When.from_iso("2026-09-08T10:00", "America/New_York"))

    meetings.hold(
        journal,
        visit_id,
        Report(
            summary="Turned it round",
            notes="She has a staff meeting right after",
            people=(LUIS.id,),
            level=Level.STRAINED,
            said_level=Level.NEUTRAL,
            held_minutes=55,
            outcome=Outcome.BEST,
            next_visit=following,
        ),
    )

    whole = mercy(journal)
    held, upcoming = whole.meetings
    assert (held.status, held.summary, held.held_minutes) == (Status.HELD, "Turned it round", 55)
    assert held.outcome is Outcome.BEST
    assert held.purpose == "Talk about how we work"
    assert (upcoming.status, upcoming.when.day) == (Status.PLANNED, date(2026, 9, 8))
    assert {(each.viewpoint, each.level) for each in whole.ratings} == {
        (Viewpoint.OURS, Level.STRAINED),
        (Viewpoint.THEIRS_SAID, Level.NEUTRAL),
    }
    of_held = {e.person_id: e.came for e in whole.participations if e.meeting_id == held.id}
    assert of_held == {DANA.id: False, LUIS.id: True}


def test_a_held_meeting_leaves_who_came_open_where_nobody_says(journal: Journal) -> None:
    """Four fields close a meeting; who came may be added later, or never."""
    meetings.hold(journal, planned(journal), Report(summary="Fine"))

    assert came(journal) == {DANA.id: None}


def test_a_guest_organisation_stays_as_it_was_noted(journal: Journal) -> None:
    """Whether an organisation came is not told by the people's names."""
    from journal.domain.meeting import Participation

    visit_id = planned(journal)
    guest = Participation(id=journal.new_id(), meeting_id=visit_id, account_id=MERCY.id)
    journal.write("Invite", add=[guest])

    meetings.hold(journal, visit_id, Report(people=(DANA.id,)))

    assert came(journal) == {DANA.id: True, None: None}


def test_a_meeting_that_nobody_planned_can_be_logged(journal: Journal) -> None:
    """They rang; it happened; it is written down in one change."""
    meetings.hold(journal, VISIT, Report(summary="Rang", people=(DANA.id,)))

    (held,) = mercy(journal).meetings
    assert held.status is Status.HELD
    assert came(journal) == {DANA.id: True}
    undoing.undo(journal)
    assert mercy(journal).meetings == ()


def test_a_cancelled_meeting_tells_by_whom_and_when(journal: Journal) -> None:
    """From which the notice and the wasted drive are worked out later."""
    visit_id = planned(journal)

    meetings.cancel(journal, visit_id, AT_THE_DOOR)

    lost = reading.meeting(journal, visit_id)
    assert (lost.status, lost.cancellation) == (Status.CANCELLED, AT_THE_DOOR)


def test_a_no_show_is_told_apart(journal: Journal) -> None:
    """Nobody called it off."""
    visit_id = planned(journal)

    meetings.miss(journal, visit_id, Report(notes="Waited for half an hour"))

    missed = reading.meeting(journal, visit_id)
    assert (missed.status, missed.notes) == (Status.NO_SHOW, "Waited for half an hour")


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


def test_a_reason_is_found_later(journal: Journal) -> None:
    """What was said at the door stays beside what it turned out to be."""
    visit_id = planned(journal)
    meetings.cancel(journal, visit_id, AT_THE_DOOR)

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


def test_a_closed_meeting_is_reopened_to_be_told_differently(journal: Journal) -> None:
    """A slip of the finger at the door."""
    visit_id = planned(journal)
    meetings.cancel(journal, visit_id, AT_THE_DOOR)

    with pytest.raises(JournalError, match="closed already"):
        meetings.hold(journal, visit_id, Report())
    meetings.reopen(journal, visit_id)
    meetings.hold(journal, visit_id, Report(summary="It took place after all"))

    held: Meeting = reading.meeting(journal, visit_id)
    assert (held.status, held.cancellation) == (Status.HELD, None)
