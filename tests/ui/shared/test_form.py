"""Rows of a label and a field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.labels import Label


def made(qtbot: QtBot) -> tuple[Form, QLineEdit, QLineEdit]:
    """Show a form of two fields."""
    form, name, phone = Form(), QLineEdit(), QLineEdit()
    form.add("Name", name)
    form.add("A label of more words than its column holds", phone)
    qtbot.addWidget(form)
    form.show()
    return form, name, phone


def test_labels_stand_beside_their_fields_where_there_is_room(qtbot: QtBot) -> None:
    """Fields begin under each other, however long their labels are."""
    form, name, phone = made(qtbot)
    form.resize(900, 300)
    qtbot.waitUntil(lambda: name.x() > 0)
    assert name.x() == phone.x()
    assert name.geometry().right() == form.rect().right()
    label = form.findChildren(Label)[0]
    assert label.alignment() & Qt.AlignmentFlag.AlignRight  # the eye goes from it to the field


def test_labels_stand_above_their_fields_where_there_is_none(qtbot: QtBot) -> None:
    """At 200 % nothing is cut off, and nothing scrolls sideways."""
    form, name, phone = made(qtbot)
    form.resize(180, 400)
    qtbot.waitUntil(lambda: name.x() == 0 and name.y() > 0)
    assert phone.x() == 0
    assert form.findChildren(Label)[0].alignment() & Qt.AlignmentFlag.AlignLeft
    assert form.minimumSizeHint().width() <= form.width()


def test_a_row_is_hidden_with_its_label(qtbot: QtBot) -> None:
    """A label without its field would ask for nothing."""
    form, name, phone = made(qtbot)
    whole = form.sizeHint().height()
    form.set_visible(phone, visible=False)
    assert not phone.isVisible()
    assert name.isVisible()
    assert form.sizeHint().height() < whole
    form.set_visible(phone, visible=True)
    assert phone.isVisible()


def test_a_long_form_scrolls_up_and_down_only(qtbot: QtBot) -> None:
    """What is wider than the page wraps; a reader never goes sideways."""
    form = Form()
    fields = [QLineEdit() for _number in range(30)]
    for number, field in enumerate(fields):
        form.add(f"Field {number}", field)
    scrolled = Scrolled("Who it is", form)
    qtbot.addWidget(scrolled)
    scrolled.resize(300, 200)
    scrolled.show()
    assert scrolled.accessibleName() == "Who it is"
    assert scrolled.verticalScrollBar().maximum() > 0
    assert scrolled.horizontalScrollBar().maximum() == 0


def test_a_wide_field_is_given_the_room_of_its_label(qtbot: QtBot) -> None:
    """Only as long as it is in sight; a form that scrolls never goes sideways for it."""
    form, name, wide = Form(), QLineEdit(), QLineEdit()
    form.add("Name", name)
    form.add("Address", wide)
    scrolled = Scrolled("Who it is", form)
    qtbot.addWidget(scrolled)
    scrolled.resize(900, 300)
    scrolled.show()
    qtbot.waitUntil(lambda: name.x() > 0)
    wide.setMinimumWidth(850)
    form.set_visible(wide, visible=True)
    qtbot.waitUntil(lambda: name.x() == 0)
    assert form.minimumSizeHint().width() == 850
    form.set_visible(wide, visible=False)
    qtbot.waitUntil(lambda: name.x() > 0)
    assert form.minimumSizeHint().width() < 850
