"""What a meeting was really lost to: found out later, and told of the earlier ones too."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.record import MeetingId, RecordId, Side
from journal.operations import records
from journal.ui.meetings.log_form import LogForm
from journal.ui.meetings.reason_fields import ReasonFields
from tests.ui.case import DANA, MERCY, NEXT, TURNING
from tests.ui.meetings.conftest import Car

LOST = MeetingId(RecordId("meeting-2026-08-06"))
LAST_LOST = MeetingId(RecordId("meeting-2026-07-09"))


def cancellation(car: Car, meeting: MeetingId = LOST) -> Cancellation:
    """Read how a meeting was called off."""
    found = car.meeting(meeting).cancellation
    assert found is not None
    return found


def explained(car: Car) -> list[Meeting]:
    """Return the meetings behind which a standing commitment was found."""
    lost = (each for each in car.mercy().meetings if each.cancellation is not None)
    return [each for each in lost if each.cancellation and each.cancellation.found_commitment_id]


@pytest.fixture
def fields(car: Car) -> ReasonFields:
    """Edit a meeting that was lost at the door."""
    return car.edit(LOST).fields.reason


def test_the_reason_is_asked_only_of_a_lost_meeting_that_is_edited(car: Car) -> None:
    """In the car nobody knows it yet, and what was held was not lost."""
    form = car.log()
    car.press(Qt.Key.Key_C)
    assert not form.fields.reason.reason.isVisible()
    assert not car.edit(TURNING).fields.reason.reason.isVisible()


def test_the_found_reason_is_typed(car: Car, fields: ReasonFields) -> None:
    """And saved by itself, like any text."""
    fields.reason.setFocus()
    car.type("Her head was elsewhere")
    car.press(Qt.Key.Key_Tab)
    assert cancellation(car).found_reason == "Her head was elsewhere"
    assert car.undo() == "Edit found reason"


def test_what_stood_in_the_way_is_offered_first(car: Car, fields: ReasonFields) -> None:
    """With how it stood to the meeting; choosing it is one step and keeps the words."""
    assert fields.commitment.itemText(1) == (
        "Dana Whitfield, Management staff meeting, every Thu 15:00–16:00, 10 min after it"
    )
    fields.reason.setFocus()
    car.type("Her head was elsewhere")
    fields.commitment.setFocus()
    car.press(Qt.Key.Key_Down)
    found = cancellation(car)
    assert (found.found_reason, found.found_commitment_id) == (
        "Her head was elsewhere",
        "staff-meeting",
    )
    assert not fields.new.isVisible()
    assert car.undo() == "Find reason"
    assert fields.commitment.currentIndex() == 0


def test_the_others_that_fit_are_marked_in_one_step(car: Car, fields: ReasonFields) -> None:
    """Nine were lost in that slot; one of them is left out by its tick."""
    assert not fields.earlier.isVisible()
    fields.commitment.setFocus()
    car.press(Qt.Key.Key_Down)
    boxes = fields.earlier.boxes
    assert [each.text() for each in boxes[-2:]] == [
        "Thu 18 Jun 2026, 14:00",
        "Thu 9 Jul 2026, 14:00",
    ]
    assert (len(boxes), fields.earlier.button.text()) == (8, "Mark 8 as lost to it")
    car.qtbot.keyClick(boxes[-1], Qt.Key.Key_Space)
    assert fields.earlier.button.text() == "Mark 7 as lost to it"
    car.qtbot.mouseClick(fields.earlier.button, Qt.MouseButton.LeftButton)
    assert len(explained(car)) == 8
    assert LAST_LOST not in {each.id for each in explained(car)}
    assert [each.text() for each in fields.earlier.boxes] == ["Thu 9 Jul 2026, 14:00"]
    assert cancellation(car, LAST_LOST).stated_reason == "something came up"
    assert car.undo() == "Find reasons"
    assert len(explained(car)) == 1


def test_without_any_tick_nothing_is_marked(car: Car, fields: ReasonFields) -> None:
    """The button says so by being off."""
    fields.commitment.setFocus()
    car.press(Qt.Key.Key_Down)
    for box in fields.earlier.boxes:
        car.qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not fields.earlier.button.isEnabled()


def test_a_commitment_that_nobody_had_noted_is_noted_here(car: Car) -> None:
    """One step for both; it reaches back, so that the others can be marked."""
    for each in car.mercy().commitments:
        records.trash(car.journal, "Trash", each)
    fields = car.edit(LOST).fields.reason
    assert fields.new.isVisible()
    fields.new.setFocus()
    car.type("thu 15:00")
    assert fields.new.words() == "Say what it is as well."
    car.enter(" staff meeting")
    (commitment,) = car.mercy().commitments
    assert (commitment.title, commitment.person_id) == ("staff meeting", DANA)
    assert commitment.first_day == date(2024, 10, 10)  # the first that was lost, a Thursday
    assert cancellation(car).found_commitment_id == commitment.id
    assert len(fields.earlier.boxes) == 8
    assert car.undo() == "Find reason"
    assert car.mercy().commitments == ()


def test_a_calendar_that_is_nobodys_is_asked_for(car: Car) -> None:
    """Of a no-show with nobody invited."""
    meeting = Meeting(
        id=MeetingId(RecordId("missed")),
        account_id=MERCY,
        when=car.meeting(LOST).when,
        status=Status.NO_SHOW,
    )
    records.add(car.journal, "Add", meeting)
    fields = car.edit(meeting.id).fields.reason
    fields.new.setFocus()
    car.enter("thu 15:00 staff meeting")
    assert [str(each) for each in car.failures] == [
        "Say whose calendar it is, such as Dana: thu 15:00 staff meeting."
    ]
    fields.new.line.selectAll()
    car.enter("Dana: thu 15:00 staff meeting")
    assert cancellation(car, meeting.id).by is Side.THEIRS
    assert cancellation(car, meeting.id).found_commitment_id is not None


def test_a_form_is_closed_while_a_commitment_is_typed(car: Car) -> None:
    """What is understood is taken, as everywhere."""
    form: LogForm = car.edit(LOST)
    form.fields.reason.new.setFocus()
    car.type("Dana: thu 15:00 another round")
    car.done()
    assert "another round" in {each.title for each in car.mercy().commitments}
    assert car.meeting(NEXT).status is Status.PLANNED
