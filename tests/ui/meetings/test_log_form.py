"""Logging a meeting in a form without a save button, by keyboard, on a real journal."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton

from journal.domain.meeting import Cancellation, Kind, Meeting, Status, Whereabouts
from journal.domain.rating import Level
from journal.domain.record import MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations import records
from tests.ui.case import DANA, LUIS, MERCY, NEXT, TURNING, ZONE
from tests.ui.meetings.conftest import Car

CONTROL = Qt.KeyboardModifier.ControlModifier


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
    assert car.came() == {"Dana Whitfield": True}
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


def test_enter_takes_what_the_arrows_have_come_to(car: Car) -> None:
    """Before anything is chosen they only move; Enter chooses and goes on."""
    form = car.log()
    car.press(Qt.Key.Key_Right)
    assert car.meeting().status is Status.PLANNED
    car.press(Qt.Key.Key_Return)
    assert car.meeting().status is Status.CANCELLED
    assert form.fields.called_off.by.hasFocus()


def test_enter_takes_the_rating_that_the_arrows_have_come_to(car: Car) -> None:
    """It would be lost where Enter only went on."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    form.fields.level.setFocus()
    car.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert form.fields.level.position == 1
    assert form.fields.summary.hasFocus()


def test_the_title_says_which_meeting_it_is_whatever_else_stands_there(car: Car) -> None:
    """A long name is cut, and never the day."""
    form = car.log()
    account = car.mercy().account
    longer = replace(account, name="Ministry of Health, Social Services and Integrated Care")
    records.edit(car.journal, "Edit name", longer)
    car.pick(form, "not planned")
    assert form._title._shown().startswith("Ministry of H")
    assert form._title._shown().endswith("…, Tue 1 Dec 2026, 10:30")


def test_enter_on_done_closes_the_form(car: Car) -> None:
    """The last line leads there by Enter; the next Enter is the last key."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    form.fields.next.setFocus()
    car.enter("tue 10")
    assert form.isVisible()
    car.press(Qt.Key.Key_Return)
    assert not form.isVisible()
    assert car.logged == [NEXT]


def test_done_goes_to_what_is_not_understood(car: Car) -> None:
    """Else one presses it again and again, and nothing seems to happen."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    form.fields.next.setFocus()
    car.enter("whenever")
    car.done()
    assert form.isVisible()
    assert form.fields.next.field.line.hasFocus()
    form.fields.next.field.line.clear()
    form.fields.who.line.setFocus()
    car.type("a")  # both Dana and Luis
    car.done()
    assert form.isVisible()
    assert form.fields.who.line.hasFocus()


def test_tab_goes_through_all_rows_as_the_eye_does(car: Car) -> None:
    """Also past the lines that came up, and to the end of the form."""
    form = car.edit(TURNING)
    order = []
    for _step in range(30):
        car.press(Qt.Key.Key_Tab)
        focus = form.focusWidget()
        assert focus is not None
        order.append(focus.accessibleName() or focus.property("text"))
        if order[-1].startswith("What happened"):
            break
    rows = [
        words
        for each in form.fields.findings.rows
        for words in (each.text.accessibleName(), each.choice.accessibleName())
    ]
    assert order == [
        *("When it was", "How long it was to take", "Where it was", "Add a person"),
        *("Take out Dana Whitfield", "Relationship now: Strained", "In one line", "Notes"),
        *rows,
        *("Add what came up", "Next visit", "in a week", "in 2 weeks", "Done", "Reopen"),
        "What happened: Held",
    ]


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
    car.choose(form, Qt.Key.Key_C)
    lost = car.meeting()
    assert (lost.status, lost.summary) == (Status.CANCELLED, "She named the analyst.")
    assert form.fields.summary.text() == "She named the analyst."
    assert not form.fields.who.isVisible()
    form.fields.called_off.reason.setFocus()
    car.type("an emergency")
    car.choose(form, Qt.Key.Key_H)
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


def test_of_a_call_nobody_asks_where_it_reached_us(car: Car) -> None:
    """Nobody was on the way to it."""
    records.edit(car.journal, "Edit", replace(car.meeting(), kind=Kind.CALL))
    form = car.log()
    car.press(Qt.Key.Key_C)
    assert form.fields.called_off.by.isVisible()
    assert not form.fields.called_off.where.isVisible()


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
    assert form.done_button.hasFocus()  # nothing more need be said
    form.fields.moved_to.line.setFocus()
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
    assert car.came() == {"Dana Whitfield": True, "Erin Wolff": True}
    (chip,) = (
        each
        for each in form.fields.who.findChildren(QPushButton)
        if each.accessibleName() == "Take out Erin Wolff"
    )
    car.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert car.came() == {"Dana Whitfield": True, "Erin Wolff": False}
    form.fields.who.line.setFocus()
    car.enter("luis o")
    assert car.came()["Luis Ortega"] is True
    assert car.failures == []
    names = [car.undo() for _step in range(3)]
    assert names == ["Add person", "Say who was there", "Add person"]
    assert "Erin Wolff" not in car.came()


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
    car.pick(form, "3 Dec")
    assert form.fields.summary.text() == ""
    assert car.meeting().summary == "Of the first"
    car.choose(form, Qt.Key.Key_C)
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


@pytest.mark.parametrize("typed", ["luis", "Luis Ortega"])
def test_a_half_typed_name_is_taken_when_the_form_is_closed(car: Car, typed: str) -> None:
    """Whatever stands in a line is what the user meant."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    form.fields.who.line.setFocus()
    car.type(typed)
    car.done()
    assert car.came() == {"Dana Whitfield": True, "Luis Ortega": True}
    assert LUIS in {each.id for each in car.mercy().people}


def test_a_line_that_is_no_finding_is_noted_when_the_form_is_left(car: Car) -> None:
    """Ctrl+Enter asks to mend it, Esc keeps its words as a note."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    for chip in form.fields.who.findChildren(QPushButton):
        car.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    form.fields.findings.adding.line.setFocus()
    car.type("~ thu 15:00 staff meeting")
    car.done()
    assert form.isVisible()
    car.press(Qt.Key.Key_Escape)
    assert car.meeting().notes == "~ thu 15:00 staff meeting"
