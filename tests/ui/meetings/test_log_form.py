"""Logging a meeting in four fields, by keyboard alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.meeting import Cancellation, Whereabouts
from journal.domain.person import Person
from journal.domain.rating import Level
from journal.domain.record import PersonId, RecordId, Side
from journal.domain.span import When
from journal.operations.meetings import Appointment
from journal.ui.meetings.log_form import LogForm
from journal.ui.meetings.next_field import NextField
from journal.ui.meetings.people_field import PeopleField
from journal.ui.meetings.told import Cancelled, Happened, Held, Missed, Moved, Told
from journal.ui.shared.account_view import AccountView, account_view
from tests.ui.case import DANA, LUIS, MERCY, NEXT, ZONE

AFTER_THE_MEETING = datetime(2026, 12, 1, 16, 30, tzinfo=UTC)


@pytest.fixture
def after(mercy: AccountView) -> AccountView:
    """Sit in the car after the next meeting, which nobody has recorded yet."""
    return account_view(mercy.relationship, AFTER_THE_MEETING)


def shown(qtbot: QtBot, view: AccountView) -> LogForm:
    """Show the form."""
    form = LogForm(view, ZONE)
    qtbot.addWidget(form)
    form.show()
    return form


def press(qtbot: QtBot, form: LogForm, field: QWidget, letter: Qt.Key) -> None:
    """Choose a segment by its first letter."""
    qtbot.keyClick(field.findChildren(QRadioButton)[0], letter)


def log(qtbot: QtBot, form: LogForm) -> Told:
    """Say that all is told."""
    with qtbot.waitSignal(form.told) as told:
        qtbot.mouseClick(form._log, Qt.MouseButton.LeftButton)
    result: Told = told.args[0]
    return result


def test_the_meeting_that_waits_for_its_outcome_is_offered_first(
    qtbot: QtBot, after: AccountView
) -> None:
    """In the car nobody wants to look for it."""
    form = shown(qtbot, after)
    assert form._which.currentText() == "Tue 1 Dec 2026, 10:00 · not recorded"
    assert form._happened.position == Happened.HELD


def test_held_is_told_in_a_few_keys(qtbot: QtBot, after: AccountView) -> None:
    """What happened, who, the relationship now, a line, and the next date."""
    form = shown(qtbot, after)
    press(qtbot, form, form._level, Qt.Key.Key_N)
    qtbot.keyClicks(form._summary, "She named the analyst.")
    qtbot.keyClicks(form._notes, "Brought the comparison.")
    form._next._choices.choose(1)
    form._next._chosen(1)
    told = log(qtbot, form)
    assert isinstance(told, Held)
    assert told.closing == NEXT
    assert told.report.summary == "She named the analyst."
    assert told.report.notes == "Brought the comparison."
    assert told.report.people == (DANA,)
    assert told.report.level is Level.NEUTRAL
    following = told.report.next_visit
    assert following is not None
    assert following.when == When(day=date(2026, 12, 8), time=time(10), zone=ZONE)
    assert (following.people, following.travel_min) == ((DANA,), 120)


def test_cancelled_asks_by_whom_where_when_and_why(qtbot: QtBot, after: AccountView) -> None:
    """That is what the analysis of lost meetings lives on."""
    form = shown(qtbot, after)
    assert not form._called_off._by.isVisible()
    press(qtbot, form, form._happened, Qt.Key.Key_C)
    assert form._called_off._by.isVisible()
    assert not form._who.isVisible()
    press(qtbot, form, form._called_off._where, Qt.Key.Key_A)
    press(qtbot, form, form._called_off._when._known, Qt.Key.Key_A)
    qtbot.keyClicks(form._called_off._reason, "something came up")
    told = log(qtbot, form)
    assert isinstance(told, Cancelled)
    assert told.cancellation == Cancellation(
        by=Side.THEIRS,
        by_person_id=DANA,
        at=When(day=date(2026, 12, 1), time=time(10), zone=ZONE).start,
        whereabouts=Whereabouts.AT_THE_DOOR,
        stated_reason="something came up",
    )
    assert told.report.people is None


def test_what_is_not_known_is_not_written(qtbot: QtBot, after: AccountView) -> None:
    """A moment that nobody noted would be counted as notice."""
    form = shown(qtbot, after)
    press(qtbot, form, form._happened, Qt.Key.Key_C)
    form._called_off._by.setCurrentIndex(form._called_off._by.count() - 1)
    told = log(qtbot, form)
    assert isinstance(told, Cancelled)
    assert told.cancellation == Cancellation(by=Side.OURS)


def test_a_no_show_needs_nothing_more(qtbot: QtBot, after: AccountView) -> None:
    """One letter and done."""
    form = shown(qtbot, after)
    press(qtbot, form, form._happened, Qt.Key.Key_N)
    told = log(qtbot, form)
    assert isinstance(told, Missed)
    assert told.closing == NEXT


def test_moved_asks_where_to(qtbot: QtBot, mercy: AccountView) -> None:
    """The successor is planned at once; what was called off had been planned."""
    form = shown(qtbot, mercy)
    assert form._which.currentText() == "One that was not planned"
    press(qtbot, form, form._happened, Qt.Key.Key_M)
    assert form._which.currentText() == "Tue 1 Dec 2026, 10:00 · planned"
    to = When(day=date(2026, 12, 8), time=time(10), zone=ZONE)
    form._moved_to.set_when(to)
    told = log(qtbot, form)
    assert isinstance(told, Moved)
    assert (told.meeting_id, told.to, told.cancellation.by_person_id) == (NEXT, to, DANA)


def test_a_meeting_that_was_not_planned_has_its_own_moment(
    qtbot: QtBot, mercy: AccountView
) -> None:
    """Much of what counts happens in a corridor."""
    form = shown(qtbot, mercy)
    assert form._when.isVisible()
    told = log(qtbot, form)
    assert isinstance(told, Held)
    assert isinstance(told.closing, Appointment)
    assert told.closing.account_id == MERCY
    assert told.closing.when == When(day=date(2026, 11, 23), time=time(3, 15), zone=ZONE)


def test_a_meeting_that_was_picked_stays_picked(qtbot: QtBot, mercy: AccountView) -> None:
    """The form may guess only as long as nobody has said."""
    form = shown(qtbot, mercy)
    form._which.setCurrentIndex(0)
    form._which.activated.emit(0)
    press(qtbot, form, form._happened, Qt.Key.Key_N)
    assert form._which.currentIndex() == 0
    form._which.setCurrentIndex(1)
    form._which.activated.emit(1)
    press(qtbot, form, form._happened, Qt.Key.Key_M)
    assert form._which.currentIndex() == 0  # what was never planned cannot be moved
    form._which.setCurrentIndex(1)
    assert form._happened.position == Happened.HELD


def test_without_any_planned_meeting_nothing_can_be_moved(qtbot: QtBot, mercy: AccountView) -> None:
    """A move closes one meeting and plans the next; there must be one to close."""
    held = tuple(each for each in mercy.relationship.meetings if each.id != NEXT)
    form = shown(qtbot, account_view(replace(mercy.relationship, meetings=held), mercy.now))
    assert not form._happened._group.button(Happened.MOVED).isEnabled()


def test_escape_leaves_the_form_and_control_enter_tells(qtbot: QtBot, after: AccountView) -> None:
    """Both ends of the form have their key."""
    form = shown(qtbot, after)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    with qtbot.waitSignal(form.told):
        qtbot.keyClick(form._notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(form.rejected):
        qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_tab_leaves_the_notes(qtbot: QtBot, after: AccountView) -> None:
    """A field that swallows Tab is a trap for who has no pointer."""
    form = shown(qtbot, after)
    assert form._notes.tabChangesFocus()
    assert form._log.accessibleName() == "" or form._log.text() == "Log meeting"


def people() -> list[Person]:
    """Name two people."""
    return [
        Person(id=DANA, name="Dana Whitfield"),
        Person(id=LUIS, name="Johnson & Ortega"),
    ]


def test_people_are_added_by_typing_part_of_a_name(qtbot: QtBot) -> None:
    """Enter takes the one that fits."""
    field = PeopleField(people())
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field._line, "orteg")
    qtbot.keyClick(field._line, Qt.Key.Key_Return)
    assert field.chosen() == (LUIS,)
    assert field._line.text() == ""
    assert field.findChildren(QPushButton)[0].text() == "Johnson && Ortega ×"


def test_a_name_that_fits_two_or_nobody_is_not_guessed(qtbot: QtBot) -> None:
    """The wrong person in a meeting is worse than none."""
    field = PeopleField(people())
    qtbot.addWidget(field)
    for typed in ("t", "nobody"):
        field._line.setText(typed)
        qtbot.keyClick(field._line, Qt.Key.Key_Return)
        assert field.chosen() == ()
        assert field._line.text() == typed


def test_backspace_and_pressing_a_name_take_people_out(qtbot: QtBot) -> None:
    """Both hands, keyboard and pointer."""
    field = PeopleField(people())
    qtbot.addWidget(field)
    field.show()
    field.choose(people())
    assert field.chosen() == (DANA, LUIS)
    qtbot.mouseClick(field.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert field.chosen() == (LUIS,)
    qtbot.keyClick(field._line, Qt.Key.Key_Backspace)
    assert field.chosen() == ()
    field._completed("Dana Whitfield")
    field._completed("Dana Whitfield")
    assert field.chosen() == (DANA,)
    field.choose([Person(id=PersonId(RecordId("x")), name="X")])
    assert field.chosen() == ("x",)


def test_the_next_date_is_never_past(qtbot: QtBot) -> None:
    """A visit of three weeks ago, logged today, is followed by the same weekday to come."""
    field = NextField(ZONE)
    qtbot.addWidget(field)
    field.show()
    assert field.when() is None
    base = When(day=date(2026, 11, 3), time=time(10), zone=ZONE)
    field.count_from(base, date(2026, 11, 23))
    field._choices.choose(1)
    field._chosen(1)
    assert field.when() == replace(base, day=date(2026, 11, 24))
    qtbot.keyClick(field._when._day, Qt.Key.Key_Up)
    assert field._choices.position == 4  # "on a day" from then on
