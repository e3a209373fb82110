"""Fields that save what is typed into them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.person import Person
from journal.operations import reading, records
from journal.operations.journal import Journal
from journal.ui.saving import Saver
from journal.ui.shared.saved_fields import SavedLine, SavedText
from tests.ui.case import DANA


class Form(QWidget):
    """A name, a line and a note of one person."""

    def __init__(self, saver: Saver) -> None:
        super().__init__()
        self.name = SavedLine(saver, "Name", needs_text=True)
        self.phone = SavedLine(saver, "Phone")
        self.note = SavedText(saver, "Note")
        column = QVBoxLayout(self)
        for each in (self.name, self.phone, self.note):
            column.addWidget(each)

    def show_person(self, person: Person) -> None:
        """Show her."""
        self.name.bind(person, "name", "Edit name")
        self.phone.bind(person, "phone", "Edit phone")
        self.note.bind(person, "note", "Edit note")


@pytest.fixture
def saver(journal: Journal) -> Iterator[Saver]:
    """Make one; its timers go with it."""
    made = Saver(journal)
    yield made
    made.deleteLater()


@pytest.fixture
def form(qtbot: QtBot, journal: Journal, saver: Saver) -> Form:
    """Show Dana's."""
    made = Form(saver)
    qtbot.addWidget(made)
    made.show_person(dana(journal))
    with qtbot.waitActive(made):
        made.show()
    made.name.setFocus()
    return made


def dana(journal: Journal) -> Person:
    """Read her as the file has her."""
    return next(each for each in reading.everybody(journal) if each.id == DANA)


def test_leaving_a_field_saves_it(form: Form, journal: Journal) -> None:
    """Tab is enough."""
    form.phone.setFocus()
    QTest.keyClicks(form.phone, "555 0101")
    assert dana(journal).phone == ""
    QTest.keyClick(form.phone, Qt.Key.Key_Tab)

    assert dana(journal).phone == "555 0101"
    assert form.note.hasFocus()


def test_a_longer_text_is_saved_when_it_is_left(form: Form, journal: Journal) -> None:
    """Tab leaves it too, and is not written into it."""
    form.note.setFocus()
    QTest.keyClicks(form.note, "One line")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    QTest.keyClicks(form.note, "another")
    QTest.keyClick(form.note, Qt.Key.Key_Tab)

    assert dana(journal).note == "One line\nanother"


def test_typing_goes_on_after_a_save(form: Form, journal: Journal, saver: Saver) -> None:
    """The field knows what is in the file by then, and is not overtaken by itself."""
    form.phone.setFocus()
    QTest.keyClicks(form.phone, "555")
    assert saver.flush()
    QTest.keyClicks(form.phone, " 0101")
    assert saver.flush()

    assert dana(journal).phone == "555 0101"


def test_a_name_is_never_saved_empty(form: Form, journal: Journal) -> None:
    """The last one stands there again once the field is left."""
    form.name.selectAll()
    QTest.keyClick(form.name, Qt.Key.Key_Delete)
    QTest.keyClick(form.name, Qt.Key.Key_Tab)

    assert form.name.text() == "Dana Whitfield"
    assert dana(journal).name == "Dana Whitfield"


def test_what_is_not_saved_yet_is_shown_before_what_the_file_has(
    form: Form, journal: Journal
) -> None:
    """A page that is read again while one types must not take the words away."""
    form.phone.setFocus()
    QTest.keyClicks(form.phone, "555")
    records.edit(journal, "Edit note", replace(dana(journal), note="from elsewhere"))
    form.show_person(dana(journal))

    assert form.phone.text() == "555"
    assert form.note.toPlainText() == "from elsewhere"


def test_showing_a_record_saves_nothing(form: Form, journal: Journal, saver: Saver) -> None:
    """Only the user's keys do."""
    form.show_person(replace(dana(journal), note="shown", phone="shown"))
    assert saver.unsaved == ()


def test_a_field_that_shows_nothing_yet_takes_nothing(qtbot: QtBot, saver: Saver) -> None:
    """It would not know whose it is."""
    field = SavedLine(saver, "Phone")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "555")
    assert saver.unsaved == ()


def test_a_longer_text_that_must_say_something_is_never_saved_empty(
    qtbot: QtBot, journal: Journal, saver: Saver
) -> None:
    """As with a line; once it is unbound it shows and takes nothing."""
    field = SavedText(saver, "Name", needs_text=True)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.bind(dana(journal), "name", "Edit name")
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    field.clearFocus()
    assert field.toPlainText() == "Dana Whitfield"
    field.unbind()
    QTest.keyClicks(field, "x")
    assert (field.toPlainText(), saver.unsaved) == ("x", ())


def test_a_line_that_is_unbound_shows_and_takes_nothing(
    form: Form, journal: Journal, saver: Saver
) -> None:
    """Whose it is to be is not known yet."""
    form.name.unbind()
    assert form.name.text() == ""
    QTest.keyClicks(form.name, "555")
    assert saver.unsaved == ()
    assert dana(journal).name == "Dana Whitfield"


def test_a_field_outlives_the_saver_of_its_window(qtbot: QtBot, journal: Journal) -> None:
    """A window takes its saver along first, and the focus from its dialogs after that."""
    person = next(each for each in reading.everybody(journal) if each.id == DANA)
    window = QWidget()
    form = Form(Saver(journal, window))
    form.show_person(person)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.phone.setFocus()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    form.note.setFocus()
    assert not form.phone.hasFocus()


def test_who_looks_at_another_window_goes_on_typing_where_one_was(
    form: Form, journal: Journal, saver: Saver
) -> None:
    """It is saved and shown again meanwhile; the next word went to the front of the line."""
    form.phone.setFocus()
    QTest.keyClicks(form.phone, "555 12")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QCoreApplication.sendEvent(form.phone, away)
    form.show_person(dana(journal))
    assert form.phone.cursorPosition() == len("555 12")

    gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(form.phone, gone)
    assert form.phone.cursorPosition() == 0  # of a long text one reads the beginning
