"""A meeting that was told of before, in the same form; and forms that end by themselves."""

from datetime import date, time

from PySide6.QtCore import Qt

from journal.domain.meeting import Status
from journal.domain.record import MeetingId, RecordId
from journal.domain.span import When
from journal.operations import records
from journal.ui.meetings.log_form import LogForm
from tests.ui.case import MERCY, TURNING, ZONE
from tests.ui.meetings.conftest import Car

LOST = MeetingId(RecordId("meeting-2026-08-06"))


def test_a_closed_meeting_is_edited_in_the_same_form(car: Car) -> None:
    """Date, length, place and outcome; its rating goes along with the date."""
    form = car.edit(TURNING)
    assert form.windowTitle() == "Edit meeting"
    appointment = form.fields.appointment
    assert appointment.when.line.text() == "Thu 3 Sep 2026, 14:00"
    appointment.when.line.setFocus()
    appointment.when.line.selectAll()
    car.enter("4 sep 2026 13:30")
    appointment.minutes.line.setFocus()
    appointment.minutes.line.selectAll()
    car.enter("1h30")
    appointment.place.setFocus()
    car.type("Ward 4")
    car.press(Qt.Key.Key_Tab)
    edited = car.meeting(TURNING)
    assert edited.when == When(day=date(2026, 9, 4), time=time(13, 30), zone=ZONE)
    assert (edited.minutes, edited.place) == (90, "Ward 4")
    days = {each.day for each in car.mercy().ratings if each.meeting_id == TURNING}
    assert days == {date(2026, 9, 4)}
    rows = {row.record.id for row in form.fields.findings.rows}
    assert {"option", "quote", "spend", "promise-ours"} < rows
    car.qtbot.mouseClick(form.reopen_button, Qt.MouseButton.LeftButton)
    assert car.meeting(TURNING).status is Status.PLANNED
    assert not form.reopen_button.isVisible()
    assert car.undo() == "Reopen meeting"


def test_backspace_reopens_a_meeting_too(car: Car) -> None:
    """Where what happened is chosen, it is taken back."""
    form = car.edit(TURNING)
    car.press(Qt.Key.Key_Backspace)
    assert car.meeting(TURNING).status is Status.PLANNED
    assert form.fields.happened.position == -1


def test_a_meeting_that_is_gone_is_not_edited(car: Car) -> None:
    """It would be mistaken for one that nobody planned."""
    records.trash(car.journal, "Trash", car.meeting(LOST))
    car.errand.edit(MERCY, LOST)
    assert [str(each) for each in car.failures] == ["This is no longer in the journal."]
    assert not car.window.findChildren(LogForm)


def test_an_account_that_goes_closes_its_form(car: Car) -> None:
    """There is nothing left to write into."""
    form = car.log()
    records.trash(car.journal, "Trash", car.mercy().account)
    assert not form.isVisible()
    assert len(car.failures) == 1


def test_a_second_form_closes_the_first_with_all_that_was_typed(car: Car) -> None:
    """One window at a time; closing the program closes it too."""
    first = car.log()
    first.fields.summary.setFocus()
    car.type("Of the first")
    car.edit(TURNING)
    assert car.meeting().summary == "Of the first"
    car.errand.finish()
    assert not [each for each in car.window.findChildren(LogForm) if each.isVisible()]
