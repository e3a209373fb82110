"""Telling step by step what became of a meeting, and telling it otherwise later."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from journal.domain.errors import JournalError
from journal.domain.meeting import Cancellation, Meeting, Outcome, Participation, Status
from journal.domain.rating import Level
from journal.domain.record import MeetingId, PersonId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import meetings, outcomes, reading, records, undoing
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment
from journal.operations.outcomes import Ending
from journal.operations.people import Somebody
from tests.operations.conftest import DANA, LUIS, MERCY

ZONE = "America/New_York"
AT = When.from_iso("2026-09-03T14:00", ZONE)
LATER = When.from_iso("2026-09-08T10:00", ZONE)
VISIT = Appointment(
    account_id=MERCY.id, when=AT, people=(DANA.id,), minutes=50, travel_min=120, place="Ward 4"
)
CALLED_OFF = Cancellation(
    by=Side.THEIRS,
    by_person_id=DANA.id,
    at=datetime(2026, 9, 3, 18, 5, tzinfo=UTC),
    stated_reason="An emergency",
    found_reason="Staff meeting",
)


def mercy(journal: Journal) -> Relationship:
    """Read the account."""
    return reading.relationship(journal, MERCY.id)


@pytest.fixture
def visit(journal: Journal) -> MeetingId:
    """Plan a visit to Dana."""
    meetings.plan(journal, VISIT)
    return mercy(journal).meetings[0].id


def came(journal: Journal, meeting: MeetingId) -> dict[PersonId | None, bool | None]:
    """Tell who came to a meeting."""
    parts = mercy(journal).participations
    return {each.person_id: each.came for each in parts if each.meeting_id == meeting}


def tell(journal: Journal, meeting: MeetingId, status: Status, **more: object) -> Meeting:
    """Say what became of it, and read it again."""
    outcomes.tell_outcome(journal, meeting, Ending(status=status, **more))  # type: ignore[arg-type]
    return reading.meeting(journal, meeting)


def test_a_meeting_that_nobody_planned_is_closed_in_one_change(journal: Journal) -> None:
    """One undo, and it was never there."""
    change = outcomes.tell_outcome(
        journal, VISIT, Ending(status=Status.HELD, people=(DANA.id, LUIS.id))
    )
    (held,) = mercy(journal).meetings
    assert (change.name, held.status, held.place) == ("Log meeting", Status.HELD, "Ward 4")
    assert came(journal, held.id) == {DANA.id: True, LUIS.id: True}
    undoing.undo(journal)
    assert mercy(journal).meetings == ()


def test_held_leaves_who_came_open_where_nobody_says(journal: Journal, visit: MeetingId) -> None:
    """Not noted is not the same as not there."""
    tell(journal, visit, Status.HELD)
    assert came(journal, visit) == {DANA.id: None}


def test_a_change_of_mind_is_one_change_and_loses_no_text(
    journal: Journal, visit: MeetingId
) -> None:
    """Cancelled after all, then held after all: the reasons move to the notes."""
    tell(journal, visit, Status.HELD, people=(DANA.id,))
    held = replace(
        reading.meeting(journal, visit), notes="Brought it.", outcome=Outcome.BEST, held_minutes=55
    )
    records.edit(journal, "Edit", held)

    lost = tell(journal, visit, Status.CANCELLED, cancellation=CALLED_OFF)
    assert (lost.cancellation, lost.notes) == (CALLED_OFF, "Brought it.")
    assert (lost.outcome, lost.held_minutes) == (None, None)
    assert came(journal, visit) == {DANA.id: None}

    again = tell(journal, visit, Status.HELD)
    assert again.cancellation is None
    assert again.notes == "Brought it.\nAn emergency\nStaff meeting"
    undoing.undo(journal)
    assert reading.meeting(journal, visit).cancellation == CALLED_OFF


def test_a_reason_that_the_notes_have_already_is_not_said_twice(
    journal: Journal, visit: MeetingId
) -> None:
    """Going to and fro between the answers piles up nothing."""
    for _time in range(2):
        tell(journal, visit, Status.CANCELLED, cancellation=CALLED_OFF)
        reopened = tell(journal, visit, Status.PLANNED)
    assert reopened.notes == "An emergency\nStaff meeting"
    assert reopened.status is Status.PLANNED


def test_cancelled_is_taken_for_theirs_until_somebody_says(
    journal: Journal, visit: MeetingId
) -> None:
    """One letter is enough to begin with."""
    assert tell(journal, visit, Status.CANCELLED).cancellation == Cancellation(by=Side.THEIRS)


def test_a_no_show_keeps_the_reasons_and_nothing_of_a_call(
    journal: Journal, visit: MeetingId
) -> None:
    """Nobody told us, so there is no moment at which we heard of it."""
    assert tell(journal, visit, Status.NO_SHOW).cancellation is None
    ours = replace(CALLED_OFF, by=Side.OURS)
    tell(journal, visit, Status.CANCELLED, cancellation=ours)
    assert tell(journal, visit, Status.NO_SHOW).cancellation == Cancellation(
        by=Side.THEIRS, stated_reason="An emergency", found_reason="Staff meeting"
    )


def test_moved_plans_the_successor_once_its_day_is_known(
    journal: Journal, visit: MeetingId
) -> None:
    """With the same people and preparation; another day moves the same successor."""
    records.edit(journal, "Type", replace(reading.meeting(journal, visit), summary="Called"))
    moved = tell(journal, visit, Status.MOVED)
    assert moved.successor_id is None
    outcomes.move_to(journal, visit, AT)
    outcomes.move_to(journal, visit, LATER)
    _moved, successor = mercy(journal).meetings
    assert reading.meeting(journal, visit).successor_id == successor.id
    assert (successor.when, successor.status, successor.place) == (LATER, Status.PLANNED, "Ward 4")
    assert (successor.summary, successor.cancellation) == ("", None)
    assert came(journal, successor.id) == {DANA.id: None}


def test_a_meeting_that_was_not_moved_after_all_takes_its_successor_along(
    journal: Journal, visit: MeetingId
) -> None:
    """Else a visit would stay in the calendar that nobody agreed on; one undo brings both back."""
    tell(journal, visit, Status.MOVED)
    outcomes.move_to(journal, visit, LATER)
    held = tell(journal, visit, Status.HELD)
    assert held.successor_id is None
    assert [each.id for each in mercy(journal).meetings] == [visit]
    undoing.undo(journal)
    assert len(mercy(journal).meetings) == 2
    assert len(mercy(journal).participations) == 2


def test_a_successor_that_was_held_stays(journal: Journal, visit: MeetingId) -> None:
    """What took place cannot be undone by telling of another meeting."""
    tell(journal, visit, Status.MOVED)
    outcomes.move_to(journal, visit, LATER)
    successor = mercy(journal).meetings[1].id
    tell(journal, successor, Status.HELD)
    with pytest.raises(JournalError, match="closed already"):
        outcomes.move_to(journal, visit, AT)
    tell(journal, visit, Status.CANCELLED)
    assert reading.meeting(journal, successor).status is Status.HELD


def test_only_a_moved_meeting_has_a_new_time(journal: Journal, visit: MeetingId) -> None:
    """A planned one is simply at another time."""
    with pytest.raises(JournalError, match="was not moved"):
        outcomes.move_to(journal, visit, LATER)


def test_who_was_there_is_said_by_naming_them(journal: Journal, visit: MeetingId) -> None:
    """Who was invited and is not named was not; a guest organisation stays as it was."""
    guest = Participation(id=journal.new_id(), meeting_id=visit, account_id=MERCY.id)
    journal.write("Invite", add=[guest])
    outcomes.say_who_came(journal, visit, (LUIS.id, LUIS.id))
    assert came(journal, visit) == {DANA.id: False, LUIS.id: None, None: None}
    tell(journal, visit, Status.HELD)
    outcomes.say_who_came(journal, visit, (LUIS.id, DANA.id))
    assert came(journal, visit) == {DANA.id: True, LUIS.id: True, None: None}


def test_a_new_name_makes_a_person_of_theirs_who_was_there(
    journal: Journal, visit: MeetingId
) -> None:
    """One change for the person, the place and the meeting."""
    tell(journal, visit, Status.HELD)
    outcomes.introduce(journal, visit, Somebody(name=" Erin Wolff "))
    whole = mercy(journal)
    (erin,) = (each for each in whole.people if each.name == "Erin Wolff")
    (role,) = (each for each in whole.roles if each.person_id == erin.id)
    assert (role.side, role.title) == (Side.THEIRS, "")
    assert came(journal, visit)[erin.id] is True
    undoing.undo(journal)
    assert "Erin Wolff" not in {each.name for each in reading.everybody(journal)}


def test_somebody_known_elsewhere_gets_a_place_here(journal: Journal, visit: MeetingId) -> None:
    """Only once; and an invitation that stands is taken up."""
    outcomes.introduce(journal, visit, Somebody(known=LUIS.id))
    outcomes.introduce(journal, visit, Somebody(known=DANA.id))
    roles = mercy(journal).roles
    assert sorted(each.person_id for each in roles) == [DANA.id, LUIS.id]
    assert came(journal, visit) == {DANA.id: None, LUIS.id: None}  # not held yet


def test_the_relationship_is_rated_once_a_meeting(journal: Journal, visit: MeetingId) -> None:
    """A second answer replaces the first; none takes it back."""
    for level in (Level.NEUTRAL, Level.POSITIVE):
        outcomes.rate(journal, visit, level)
    (rating,) = mercy(journal).ratings
    assert (rating.level, rating.day, rating.meeting_id) == (Level.POSITIVE, AT.day, visit)
    outcomes.rate(journal, visit, None)
    assert mercy(journal).ratings == ()
    undoing.undo(journal)
    assert [each.level for each in mercy(journal).ratings] == [Level.POSITIVE]


def test_another_date_takes_the_ratings_along(journal: Journal, visit: MeetingId) -> None:
    """They were given in that meeting, on whatever day it was."""
    outcomes.rate(journal, visit, Level.NEUTRAL)
    outcomes.tell_when(journal, visit, LATER)
    assert reading.meeting(journal, visit).when == LATER
    assert [each.day for each in mercy(journal).ratings] == [date(2026, 9, 8)]


def test_the_next_visit_is_planned_moved_and_given_up(journal: Journal, visit: MeetingId) -> None:
    """With those who came; each answer is one change."""
    tell(journal, visit, Status.HELD, people=(LUIS.id,))
    outcomes.say_who_came(journal, visit, (LUIS.id,))
    outcomes.plan_next(journal, visit, AT)
    following = next(each for each in mercy(journal).meetings if each.id != visit)
    assert (following.status, following.minutes, following.travel_min) == (Status.PLANNED, 50, 120)
    assert came(journal, following.id) == {LUIS.id: None}
    outcomes.plan_next(journal, visit, LATER, following.id)
    assert reading.meeting(journal, following.id).when == LATER
    assert outcomes.plan_next(journal, visit, None, following.id).name == "Plan next visit"
    assert [each.id for each in mercy(journal).meetings] == [visit]
    assert outcomes.plan_next(journal, visit, None).number == 0
