"""A line that is read as typed, with the understanding beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import read_minutes


class Pair(QWidget):
    """A length, and another line to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.field = ReadField("Takes", read_minutes)
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)


@pytest.fixture
def pair(qtbot: QtBot) -> Pair:
    """Show an empty line that has the focus."""
    made = Pair()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.field.setFocus()
    return made


def test_what_is_understood_stands_beside_while_one_types(qtbot: QtBot, pair: Pair) -> None:
    """One sees what 90 means before it counts; a screen reader hears it too."""
    with qtbot.assertNotEmitted(pair.field.told):
        qtbot.keyClicks(pair.field.line, "90")
    assert pair.field.words() == "1 h 30 min"
    assert pair.field.line.accessibleDescription() == "1 h 30 min"


def test_the_value_is_told_once_on_enter_or_on_leaving(qtbot: QtBot, pair: Pair) -> None:
    """Enter and then Tab are one fact, and one step of undo."""
    heard: list[object] = []
    pair.field.told.connect(heard.append)
    qtbot.keyClicks(pair.field.line, "90")
    qtbot.keyClick(pair.field.line, Qt.Key.Key_Return)
    qtbot.keyClick(pair.field.line, Qt.Key.Key_Tab)
    assert heard == [90]
    assert pair.field.value == 90
    assert pair.field.line.text() == "1 h 30 min"
    assert pair.field.words() == ""


def test_an_emptied_line_tells_none(qtbot: QtBot, pair: Pair) -> None:
    """To say that it is not known after all."""
    pair.field.show_value(90, "1 h 30 min")
    pair.field.line.selectAll()
    qtbot.keyClick(pair.field.line, Qt.Key.Key_Delete)
    with qtbot.waitSignal(pair.field.told) as heard:
        qtbot.keyClick(pair.field.line, Qt.Key.Key_Tab)
    assert heard.args == [None]


def test_what_is_not_understood_stays_with_the_reason(qtbot: QtBot, pair: Pair) -> None:
    """Nothing that was typed is thrown away, and nothing is guessed."""
    pair.field.show_value(90, "1 h 30 min")
    pair.field.line.selectAll()
    with qtbot.assertNotEmitted(pair.field.told):
        qtbot.keyClicks(pair.field.line, "soon")
        qtbot.keyClick(pair.field.line, Qt.Key.Key_Tab)
    assert pair.field.line.text() == "soon"
    assert pair.field.words() == "Say how long, such as 45 min or 1h30."
    assert pair.field.value == 90
    assert not pair.field.finish()


def test_what_is_being_typed_outlives_a_second_look(qtbot: QtBot, pair: Pair) -> None:
    """Another field is saved meanwhile, and the page is read again."""
    qtbot.keyClicks(pair.field.line, "4")
    pair.field.show_value(90, "1 h 30 min")
    assert pair.field.line.text() == "4"
    qtbot.keyClicks(pair.field.line, "5")
    with qtbot.waitSignal(pair.field.told) as heard:
        pair.field.finish()
    assert heard.args == [45]


def test_to_show_a_value_tells_nothing(qtbot: QtBot, pair: Pair) -> None:
    """Else what was just read would be written."""
    with qtbot.assertNotEmitted(pair.field.told):
        pair.field.show_value(90, "1 h 30 min", "an hour and a half")
        pair.other.setFocus()
    assert pair.field.line.text() == "1 h 30 min"
    assert pair.field.words() == "an hour and a half"


def test_before_another_record_is_shown_what_was_typed_counts(qtbot: QtBot, pair: Pair) -> None:
    """It belongs to the one for whom it was typed, and never to the next."""
    qtbot.keyClicks(pair.field.line, "45")
    with qtbot.waitSignal(pair.field.told) as heard:
        pair.field.leave()
    assert heard.args == [45]
    pair.field.show_value(90, "1 h 30 min")
    assert pair.field.line.text() == "1 h 30 min"


def test_before_another_record_is_shown_nonsense_is_given_up(qtbot: QtBot, pair: Pair) -> None:
    """Else it would stand in the line of the next one."""
    pair.field.show_value(60, "1 h")
    pair.field.line.selectAll()
    qtbot.keyClicks(pair.field.line, "soon")
    with qtbot.assertNotEmitted(pair.field.told):
        pair.field.leave()
        pair.field.show_value(90, "1 h 30 min")
    assert pair.field.line.text() == "1 h 30 min"
    assert pair.field.words() == ""
