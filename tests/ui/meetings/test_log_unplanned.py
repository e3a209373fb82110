"""Logging what nobody planned, and what the journal does not take at once."""

import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from journal.domain.meeting import Status
from journal.operations import undoing
from tests.ui.case import MERCY, ZONE
from tests.ui.meetings.conftest import Car


def test_the_first_word_about_a_meeting_that_nobody_planned_plans_it(car: Car) -> None:
    """At the time shown, an hour ago; so it waits for its outcome, and no letter is lost."""
    form = car.log()
    car.pick(form, "not planned")
    assert form._title.text() == "Mercy General, Tue 1 Dec 2026, 10:30"
    assert form._status.text() == "not in the journal yet"
    form.fields.summary.setFocus()
    car.type("Met her in the lift.")
    car.press(Qt.Key.Key_Tab)
    car.type("Third floor.")
    assert form._status.text() == "not recorded"
    car.choose(form, Qt.Key.Key_H)
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
    car.pick(form, "not planned")
    form.fields.notes.setFocus()
    car.type("Third floor.")
    car.done()
    (met,) = (each for each in car.mercy().meetings if each.when.minute_of_day == 630)
    assert (met.notes, met.status) == ("Third floor.", Status.PLANNED)
    assert car.logged == []


def test_a_meeting_that_nobody_planned_has_its_own_moment_and_people(car: Car) -> None:
    """Said before anything else it is written with the first fact: one step."""
    form = car.log()
    car.pick(form, "not planned")
    form.fields.appointment.when.line.setFocus()
    form.fields.appointment.when.line.selectAll()
    car.enter("yesterday 15:00")
    assert form._title.text() == "Mercy General, Mon 30 Nov 2026, 15:00"
    assert len(car.mercy().meetings) == 20
    car.choose(form, Qt.Key.Key_H)
    (met,) = (each for each in car.mercy().meetings if each.when.day == date(2026, 11, 30))
    assert (met.status, met.when.zone) == (Status.HELD, ZONE)
    assert car.undo() == "Log meeting"
    form.fields.who.line.setFocus()
    car.enter("luis")
    (met,) = (each for each in car.mercy().meetings if each.when.day == date(2026, 11, 30))
    assert car.came(met.id) == {"Luis Ortega": None}
    # Who has no place in the account yet is given one by a second step.
    assert (car.undo(), car.undo()) == ("Add person", "Plan meeting")


@pytest.fixture
def other(car: Car) -> Iterator[sqlite3.Connection]:
    """Let another program write in the same file, while nobody waits for it."""
    car.journal.file.connection.execute("PRAGMA busy_timeout = 10")
    connection = sqlite3.connect(car.journal.path, isolation_level=None)
    yield connection
    connection.close()


def test_what_the_journal_refuses_is_told_and_shown_as_it_is(
    car: Car, other: sqlite3.Connection
) -> None:
    """What was chosen did not happen; the next try may."""
    form = car.log()
    other.execute("BEGIN IMMEDIATE")
    car.press(Qt.Key.Key_H)
    assert len(car.failures) == 1
    assert form.fields.happened.position == -1
    other.execute("ROLLBACK")
    car.press(Qt.Key.Key_H)
    assert car.meeting().status is Status.HELD


def test_what_cannot_even_be_begun_stays_in_the_form(car: Car, other: sqlite3.Connection) -> None:
    """It is told once, not for each letter, and the form does not close over it."""
    form = car.log()
    car.pick(form, "not planned")
    other.execute("BEGIN IMMEDIATE")
    form.fields.summary.setFocus()
    car.type("Met her in the lift.")
    form.fields.findings.adding.line.setFocus()
    car.type("> send it")
    assert len(car.failures) == 1
    car.press(Qt.Key.Key_Escape)
    assert form.isVisible()
    other.execute("ROLLBACK")
    car.choose(form, Qt.Key.Key_H)
    assert form.fields.summary.text() == "Met her in the lift."
    car.press(Qt.Key.Key_Escape)
    (met,) = (each for each in car.mercy().meetings if each.when.minute_of_day == 630)
    assert (met.summary, met.status) == ("Met her in the lift.", Status.HELD)
    assert [e.text for e in car.mercy().promises if e.meeting_id == met.id] == ["send it"]


def test_a_line_that_the_journal_refuses_keeps_the_form_open(
    car: Car, other: sqlite3.Connection
) -> None:
    """A text of the meeting waits to be saved by itself; a line would be gone with its form."""
    form = car.log()
    form.fields.findings.adding.line.setFocus()
    car.type("> send it")
    other.execute("BEGIN IMMEDIATE")
    car.press(Qt.Key.Key_Escape)
    assert form.isVisible()
    car.errand.capture(MERCY)  # nor does another one take its place
    assert [each for each in car.window.findChildren(QDialog) if each.isVisible()] == [form]
    other.execute("ROLLBACK")
    car.press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert "send it" in {each.text for each in car.mercy().promises}
