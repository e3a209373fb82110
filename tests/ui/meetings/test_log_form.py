"""Logging a meeting in a form without a save button, by keyboard, on a real journal."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton

from journal.domain.meeting import Cancellation, Meeting, Status, Whereabouts
from journal.domain.rating import Level
from journal.domain.record import MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations import records, undoing
from journal.ui.meetings.log_form import LogForm
from tests.ui.case import DANA, LUIS, MERCY, NEXT, TURNING, ZONE
from tests.ui.meetings.conftest import Car

CONTROL = Qt.KeyboardModifier.ControlModifier
LOST = MeetingId(RecordId("meeting-2026-08-06"))


def pick(car: Car, form: LogForm, words: str) -> None:
    """Choose another meeting from the menu at the title."""
    menu = form.which.menu()
    menu.aboutToShow.emit()
    (action,) = (each for each in menu.actions() if words in each.text())
    action.trigger()


def choose(car: Car, form: LogForm, letter: Qt.Key) -> None:
    """Press the first letter of what happened."""
    car.qtbot.keyClick(form.fields.happened.findChildren(QRadioButton)[0], letter)


def came(car: Car, meeting: MeetingId = NEXT) -> dict[str, bool | None]:
    """Tell who came, by name."""
    whole = car.mercy()
    names = {each.id: each.name for each in whole.people}
    parts = (each for each in whole.participations if each.meeting_id == meeting)
    return {names[each.person_id]: each.came for each in parts if each.person_id}


def test_the_form_opens_on_the_meeting_that_waits_for_its_outcome(car: Car) -> None:
    """In the car nobody wants to look for it; the form says which it is."""
    form = car.log()
    assert form._title.text() == "Mercy General, Tue 1 Dec 2026, 10:00"
    assert form._status.text() == "not recorded"
    assert form.fields.happened.position == -1
    assert not form.fields.called_off.by.isVisible()


def test_what_happened_is_written_the_moment_it_is_chosen(car: Car) -> None:
    """One operation and one undo; the form shows it by itself."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    assert car.meeting().status is Status.HELD
    assert came(car) == {"Dana Whitfield": True}
    assert form.said() == "Saved 17:30:00."
    assert car.undo() == "Log meeting"
    assert car.meeting().status is Status.PLANNED
    assert form.fields.happened.position == -1


def test_arrows_choose_what_happened_too(car: Car) -> None:
    """Whoever does not know the letters has the arrows."""
    form = car.log()
    car.press(Qt.Key.Key_H, Qt.Key.Key_Right)
    assert car.meeting().status is Status.CANCELLED
    assert form.fields.called_off.by.isVisible()


def test_texts_are_saved_by_themselves(car: Car) -> None:
    """Leaving the line is enough; so is closing the form."""
    car.log()
    car.press(Qt.Key.Key_H, Qt.Key.Key_Return)
    car.enter("She named the analyst.")
    assert car.meeting().summary == "She named the analyst."
    car.press(Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    car.type("Brought the comparison.")
    assert car.meeting().notes == ""
    car.press(Qt.Key.Key_Escape)
    assert car.meeting().notes == "Brought the comparison."
    assert car.logged == [NEXT]
    assert [car.undo() for _step in range(3)] == ["Edit notes", "Edit summary", "Log meeting"]


def test_what_is_typed_is_in_the_file_two_seconds_later(car: Car) -> None:
    """Killed in the middle, no more than that is lost; nobody has to leave the field."""
    form = car.log()
    form.fields.summary.setFocus()
    car.type("She named")
    car.qtbot.waitUntil(lambda: car.meeting().summary == "She named", timeout=2_500)


def test_a_change_of_mind_is_one_step_and_loses_no_text(car: Car) -> None:
    """Held, no: cancelled. All that was typed is still there."""
    form = car.log()
    car.press(Qt.Key.Key_H, Qt.Key.Key_Return)
    car.type("She named the analyst.")
    choose(car, form, Qt.Key.Key_C)
    lost = car.meeting()
    assert (lost.status, lost.summary) == (Status.CANCELLED, "She named the analyst.")
    assert form.fields.summary.text() == "She named the analyst."
    assert not form.fields.who.isVisible()
    form.fields.called_off.reason.setFocus()
    car.type("an emergency")
    choose(car, form, Qt.Key.Key_H)
    assert car.meeting().notes == "an emergency"
    assert car.undo() == "Log meeting"
    assert form.fields.called_off.reason.text() == "an emergency"


def test_cancelled_asks_by_whom_where_when_and_why(car: Car) -> None:
    """Each answer is a step of its own; the notice is said beside the moment."""
    form = car.log()
    car.press(Qt.Key.Key_C)
    fields = form.fields.called_off
    car.press(Qt.Key.Key_Return)
    assert fields.by.hasFocus()
    car.press(Qt.Key.Key_D)  # Dana
    car.press(Qt.Key.Key_Tab, Qt.Key.Key_A)  # at the door
    fields.at.line.setFocus()
    car.enter("today 9:25")
    assert fields.at.words() == "35 min before"
    fields.reason.setFocus()
    car.type("something came up")
    car.done()
    assert car.meeting().cancellation == Cancellation(
        by=Side.THEIRS,
        by_person_id=DANA,
        at=datetime.fromisoformat("2026-12-01T09:25:00-05:00"),
        whereabouts=Whereabouts.AT_THE_DOOR,
        stated_reason="something came up",
    )
    names = [car.undo() for _step in range(5)]
    assert names == ["Edit stated reason", *["Edit cancellation"] * 3, "Cancel meeting"]
    assert car.meeting().status is Status.PLANNED


def test_a_moment_that_is_not_understood_keeps_the_form_open(car: Car) -> None:
    """It stays as typed, with the reason beside; Esc leaves it all the same."""
    form = car.log()
    car.press(Qt.Key.Key_C)
    form.fields.called_off.at.line.setFocus()
    car.type("yesterday")
    car.done()
    assert form.isVisible()
    assert form.fields.called_off.at.words() == "Say the time as well, such as yesterday 17:00."
    car.press(Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_no_show_needs_nothing_more(car: Car) -> None:
    """One letter and done."""
    form = car.log()
    car.press(Qt.Key.Key_N)
    assert not form.fields.called_off.by.isVisible()
    car.done()
    assert car.meeting().status is Status.NO_SHOW
    assert car.meeting().cancellation is None


def test_moved_plans_the_successor(car: Car) -> None:
    """As typed, with the hour of this one where none is; another day moves the same."""
    form = car.log()
    car.press(Qt.Key.Key_M, Qt.Key.Key_Return)
    assert form.fields.moved_to.line.hasFocus()
    car.enter("fri")
    form.fields.moved_to.line.selectAll()
    car.enter("tue 9:30")
    car.done()
    successor_id = car.meeting().successor_id
    assert successor_id is not None
    successor = car.meeting(successor_id)
    assert successor.when == When(day=date(2026, 12, 8), time=time(9, 30), zone=ZONE)
    assert [car.undo() for _step in range(3)] == ["Move meeting"] * 3
    assert car.meeting().status is Status.PLANNED


def test_people_come_and_go_one_step_each(car: Car) -> None:
    """A new name makes a person of theirs; who was taken out was not there."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    form.fields.who.line.setFocus()
    car.enter("Erin Wolff")
    assert came(car) == {"Dana Whitfield": True, "Erin Wolff": True}
    (chip,) = (
        each
        for each in form.fields.who.findChildren(QPushButton)
        if each.accessibleName() == "Take out Erin Wolff"
    )
    car.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert came(car) == {"Dana Whitfield": True, "Erin Wolff": False}
    form.fields.who.line.setFocus()
    car.enter("luis o")
    assert came(car)["Luis Ortega"] is True
    assert car.failures == []
    names = [car.undo() for _step in range(3)]
    assert names == ["Add person", "Say who was there", "Add person"]
    assert "Erin Wolff" not in came(car)


def test_the_relationship_is_rated_and_not_rated_again(car: Car) -> None:
    """A letter gives the level, Backspace takes it back; the levels say what they mean."""
    form = car.log()
    level = form.fields.level.findChildren(QRadioButton)[0]
    assert level.toolTip() == "avoids or cancels us; refuses without discussing"
    car.qtbot.keyClick(level, Qt.Key.Key_N)
    given = [each.level for each in car.mercy().ratings if each.meeting_id == NEXT]
    assert given == [Level.NEUTRAL]
    car.qtbot.keyClick(level, Qt.Key.Key_Backspace)
    assert [each for each in car.mercy().ratings if each.meeting_id == NEXT] == []
    assert (car.undo(), car.undo()) == ("Rate relationship", "Rate relationship")


def test_the_next_visit_is_typed_and_said_as_it_was_understood(car: Car) -> None:
    """The hour of this one is usual; a chip counts weeks; "not yet" gives it up again."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    line = form.fields.next.field.line
    line.setFocus()
    car.type("in 2 weeks")
    assert form.fields.next.field.words() == "Tue 15 Dec 2026, 10:00"
    car.press(Qt.Key.Key_Return)
    (planned,) = (each for each in car.mercy().meetings if each.status is Status.PLANNED)
    assert planned.when == When(day=date(2026, 12, 15), time=time(10), zone=ZONE)
    assert form.next_button.text() == "Next visit: Tue 15 Dec, 10:00"
    car.qtbot.mouseClick(form.fields.next.weeks[0], Qt.MouseButton.LeftButton)
    assert car.meeting(planned.id).when.day == date(2026, 12, 8)
    line.setFocus()
    line.selectAll()
    car.enter("not yet")
    assert [each for each in car.mercy().meetings if each.status is Status.PLANNED] == []
    assert [car.undo() for _step in range(3)] == ["Plan next visit"] * 3


def test_the_foot_leads_to_the_next_visit(car: Car) -> None:
    """It closes the form: all of it is saved."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    car.qtbot.mouseClick(form.fields.next.weeks[1], Qt.MouseButton.LeftButton)
    (planned,) = (each for each in car.mercy().meetings if each.status is Status.PLANNED)
    car.qtbot.mouseClick(form.next_button, Qt.MouseButton.LeftButton)
    assert car.wanted == [(MERCY, planned.id)]
    assert not form.isVisible()


def test_the_first_word_about_a_meeting_that_nobody_planned_plans_it(car: Car) -> None:
    """At the time shown, an hour ago; so it waits for its outcome, and no letter is lost."""
    form = car.log()
    pick(car, form, "not planned")
    assert form._title.text() == "Mercy General, Tue 1 Dec 2026, 10:30"
    assert form._status.text() == "not in the journal yet"
    form.fields.summary.setFocus()
    car.type("Met her in the lift.")
    car.press(Qt.Key.Key_Tab)
    car.type("Third floor.")
    assert form._status.text() == "not recorded"
    choose(car, form, Qt.Key.Key_H)
    (met,) = (each for each in car.mercy().meetings if each.when.minute_of_day == 630)
    assert (met.summary, met.notes, met.status, met.travel_min) == (
        "Met her in the lift.",
        "Third floor.",
        Status.HELD,
        120,
    )
    names = [car.undo() for _step in range(4)]
    assert names == ["Log meeting", "Edit notes", "Edit summary", "Plan meeting"]
    assert form._status.text() == "not in the journal yet"
    assert form.fields.summary.text() == ""
    undoing.redo(car.journal)
    assert form._status.text() == "not recorded"


def test_notes_may_be_the_first_word_too(car: Car) -> None:
    """Whichever field it is."""
    form = car.log()
    pick(car, form, "not planned")
    form.fields.notes.setFocus()
    car.type("Third floor.")
    car.done()
    (met,) = (each for each in car.mercy().meetings if each.when.minute_of_day == 630)
    assert (met.notes, met.status) == ("Third floor.", Status.PLANNED)
    assert car.logged == []


def test_a_meeting_that_nobody_planned_has_its_own_moment_and_people(car: Car) -> None:
    """Said before anything else it is written with the first fact: one step."""
    form = car.log()
    pick(car, form, "not planned")
    form.fields.appointment.when.line.setFocus()
    form.fields.appointment.when.line.selectAll()
    car.enter("yesterday 15:00")
    assert form._title.text() == "Mercy General, Mon 30 Nov 2026, 15:00"
    assert len(car.mercy().meetings) == 20
    choose(car, form, Qt.Key.Key_H)
    (met,) = (each for each in car.mercy().meetings if each.when.day == date(2026, 11, 30))
    assert (met.status, met.when.zone) == (Status.HELD, ZONE)
    assert car.undo() == "Log meeting"
    form.fields.who.line.setFocus()
    car.enter("luis")
    (met,) = (each for each in car.mercy().meetings if each.when.day == date(2026, 11, 30))
    assert came(car, met.id) == {"Luis Ortega": None}
    # Who has no place in the account yet is given one by a second step.
    assert (car.undo(), car.undo()) == ("Add person", "Plan meeting")


def test_another_meeting_can_be_picked(car: Car) -> None:
    """What waits, what is next, what is open in the form, and one that nobody planned."""
    records.add(
        car.journal,
        "Plan",
        Meeting(
            id=MeetingId(RecordId("soon")),
            account_id=MERCY,
            when=When(day=date(2026, 12, 3), time=time(9), zone=ZONE),
        ),
    )
    form = car.log()
    form.which.menu().aboutToShow.emit()
    assert [each.text() for each in form.which.menu().actions()] == [
        "Tue 1 Dec 2026, 10:00 · not recorded",
        "Thu 3 Dec 2026, 09:00 · planned",
        "One that was not planned",
    ]
    form.fields.summary.setFocus()
    car.type("Of the first")
    pick(car, form, "3 Dec")
    assert form.fields.summary.text() == ""
    assert car.meeting().summary == "Of the first"
    choose(car, form, Qt.Key.Key_C)
    assert car.meeting(MeetingId(RecordId("soon"))).status is Status.CANCELLED


def test_control_z_in_the_form_takes_back_only_what_was_done_in_it(car: Car) -> None:
    """What was done before belongs to the window behind."""
    records.edit(car.journal, "Edit", replace(car.meeting(), purpose="Before"))
    form = car.log()
    car.press(Qt.Key.Key_H)
    car.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert car.meeting().status is Status.PLANNED
    car.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert car.meeting().purpose == "Before"
    car.press(Qt.Key.Key_Z, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert car.meeting().status is Status.HELD
    assert form.fields.happened.position == 0


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


@pytest.mark.parametrize("typed", ["luis", "Luis Ortega"])
def test_a_half_typed_name_is_taken_when_the_form_is_closed(car: Car, typed: str) -> None:
    """Whatever stands in a line is what the user meant."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    form.fields.who.line.setFocus()
    car.type(typed)
    car.done()
    assert came(car) == {"Dana Whitfield": True, "Luis Ortega": True}
    assert LUIS in {each.id for each in car.mercy().people}
