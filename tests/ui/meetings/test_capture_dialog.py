"""Quick capture: an account, one line, Enter; from anywhere in the program."""

from PySide6.QtCore import Qt

from journal.domain.promise import Promise
from journal.domain.record import Side
from journal.operations import listing, reading, records
from journal.ui.meetings.capture_dialog import CaptureDialog
from tests.ui.case import DANA, HARBOR, MERCY
from tests.ui.meetings.conftest import Car


def captured(car: Car, account: str | None = None) -> CaptureDialog:
    """Open it."""
    car.errand.capture(account)
    return car.opened(CaptureDialog)


def test_an_account_is_typed_and_then_a_line(car: Car) -> None:
    """The only one that fits is meant; the dialog stays for the next line."""
    dialog = captured(car)
    assert dialog.account.hasFocus()
    car.enter("merc")
    assert dialog.account.text() == "Mercy General"
    car.type("> dana: send the list by fri")
    assert dialog.line.said() == (
        "Promise · theirs · Dana Whitfield · send the list · by Fri 4 Dec"
    )
    car.press(Qt.Key.Key_Return)
    assert dialog.said() == "Add promise: send the list"
    (promise,) = (e for e in car.mercy().promises if e.text == "send the list")
    assert isinstance(promise, Promise)
    assert (promise.side, promise.person_id, promise.meeting_id) == (Side.THEIRS, DANA, None)
    car.enter("? Who reads it")
    assert "Who reads it" in {each.text for each in car.mercy().questions}
    assert dialog.isVisible()
    assert car.undo() == "Add question"


def test_a_plain_line_is_noted_with_the_account_under_its_day(car: Car) -> None:
    """Ctrl+Enter keeps it and closes; the account that is open is taken for the one meant."""
    captured(car, MERCY)
    car.type("Parking is behind ward 4")
    car.done()
    assert car.mercy().account.note == "1 Dec 2026: Parking is behind ward 4"
    assert not [each for each in car.window.findChildren(CaptureDialog) if each.isVisible()]


def test_without_an_account_the_line_stays(car: Car) -> None:
    """Several fit, or none: it is said, and the cursor stands where it is missing."""
    dialog = captured(car)
    car.enter("a")
    assert dialog.account.hasFocus()
    dialog.line.setFocus()
    car.enter("? Who reads it")
    assert dialog.line.said() == "Say first which account it is about."
    assert dialog.line.line.text() == "? Who reads it"
    assert dialog.account.hasFocus()
    car.done()
    assert dialog.isVisible()
    dialog.account.setText("Harbor Health")
    car.done()
    found = reading.relationship(car.journal, HARBOR).questions
    assert [each.text for each in found] == ["Who reads it"]


def test_esc_keeps_the_line_too(car: Car) -> None:
    """As in the form that logs, nothing that is typed goes without a word."""
    dialog = captured(car, MERCY)
    car.type("? Who reads it")
    car.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert "Who reads it" in {each.text for each in car.mercy().questions}


def test_esc_says_why_a_line_cannot_be_kept_before_it_is_given_up(car: Car) -> None:
    """Whoever presses it again means it."""
    dialog = captured(car)
    dialog.line.setFocus()
    car.type("? Who reads it")
    car.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.line.said() == "Say first which account it is about."
    car.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_cannot_be_kept_says_why(car: Car) -> None:
    """The line stays as it is."""
    dialog = captured(car, MERCY)
    car.enter("~ thu 15:00 staff meeting")
    assert dialog.line.said().startswith("Say whose calendar it is")
    assert dialog.line.line.text() == "~ thu 15:00 staff meeting"


def test_an_account_that_is_gone_meanwhile_is_told(car: Car) -> None:
    """Somebody may have put it into the trash."""
    dialog = captured(car, MERCY)
    records.trash(car.journal, "Trash", car.mercy().account)
    car.enter("? Who reads it")
    assert dialog.isVisible()
    assert car.failures
    assert not any(each.account.id == MERCY for each in listing.accounts(car.journal))
