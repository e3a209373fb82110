"""What logs is walked in each of its states: named, reached by Tab, and nothing cut off."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from journal.domain.person import Person, Role
from journal.domain.record import MeetingId, PersonId, RecordId, Side
from journal.operations import records
from journal.ui.meetings.capture_dialog import CaptureDialog
from tests.ui.case import MERCY, TURNING
from tests.ui.meetings.conftest import Car
from tests.ui.walking import cut_off, nameless, unreached

LOST = MeetingId(RecordId("meeting-2026-08-06"))
# At 1280x800, at 1024x700, and on a laptop at 200 %.
SIZES = [(780, 680), (780, 600), (600, 420)]


def held(car: Car) -> QDialog:
    """Tell that it was held."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    return form


def cancelled(car: Car) -> QDialog:
    """Tell that it was cancelled."""
    form = car.log()
    car.press(Qt.Key.Key_C)
    return form


def moved(car: Car) -> QDialog:
    """Tell that it was moved."""
    form = car.log()
    car.press(Qt.Key.Key_M)
    return form


def edited(car: Car) -> QDialog:
    """Edit a closed one, with all choices of its lines open."""
    form = car.edit(TURNING)
    for row in form.fields.findings.rows:
        row.choice.click()
    return form


def explained(car: Car) -> QDialog:
    """Find out what a meeting was lost to."""
    form = car.edit(LOST)
    form.fields.reason.commitment.setFocus()
    car.press(Qt.Key.Key_Down)
    return form


def crowded(car: Car) -> QDialog:
    """Have thirty people there, one of them with a very long name."""
    people = [
        Person(id=PersonId(RecordId(f"p{number:02}")), name=f"Dr. Bartholomew Long-Name {number}")
        for number in range(30)
    ]
    roles = [
        Role(id=RecordId(f"r{each.id}"), account_id=MERCY, person_id=each.id, side=Side.THEIRS)
        for each in people
    ]
    records.add(car.journal, "Fill", *people, *roles)
    form = held(car)
    form = car.opened(type(form))
    for each in people:
        car.errand._open.fields.who.added.emit(each.id)  # type: ignore[union-attr]
    return form


def capture(car: Car) -> QDialog:
    """Capture a line."""
    car.errand.capture(MERCY)
    return car.opened(CaptureDialog)


STATES = [held, cancelled, moved, edited, explained, crowded, capture]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_control_has_a_name_and_is_reached(car: Car, state: Callable[[Car], QWidget]) -> None:
    """By a screen reader, and by Tab."""
    form = state(car)
    car.qtbot.waitExposed(form)
    assert nameless(form) == []
    assert unreached(form) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_nothing_is_cut_off(
    car: Car, state: Callable[[Car], QWidget], size: tuple[int, int]
) -> None:
    """What is more than the window holds is scrolled to, up and down only."""
    form = state(car)
    form.resize(*size)

    def everything_is_in_sight() -> None:
        assert cut_off(form) == []

    car.qtbot.waitUntil(everything_is_in_sight)
