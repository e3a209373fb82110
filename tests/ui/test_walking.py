"""The walk finds what it looks for; one that finds nothing proves nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.shared.labels import ElidedLabel
from tests.ui.walking import cut_off, nameless, unreached

LONG = "A management staff meeting that begins right behind our slot"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Make an empty one."""
    made = QWidget()
    made.resize(200, 100)
    qtbot.addWidget(made)
    return made


def beside(window: QWidget, *widgets: QWidget) -> None:
    """Lay widgets out in a row, and show them."""
    row = QHBoxLayout(window)
    for each in widgets:
        row.addWidget(each)
    window.show()


def test_a_control_without_a_name_is_found(window: QWidget) -> None:
    """A placeholder is no name."""
    line = QLineEdit()
    line.setPlaceholderText("Account")
    beside(window, line, QPushButton("Log meeting"))
    assert len(nameless(window)) == 1
    line.setAccessibleName("Account")
    assert nameless(window) == []


def test_a_widget_that_takes_keys_and_has_no_role_is_found(window: QWidget) -> None:
    """What we paint ourselves is only a box to a screen reader unless it says more."""
    painted = QWidget()
    painted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    painted.setAccessibleName("Timeline")
    beside(window, painted)
    assert len(nameless(window)) == 1


def test_a_control_that_tab_does_not_reach_is_found(window: QWidget) -> None:
    """It can be used with a pointer alone."""
    line = QLineEdit()
    beside(window, line)
    assert unreached(window) == []
    line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert len(unreached(window)) == 1


def test_a_text_without_room_is_found(window: QWidget) -> None:
    """Half a sentence may say the opposite."""
    label = QLabel(LONG, window)
    label.setGeometry(0, 0, 190, 90)
    window.show()
    assert len(cut_off(window)) == 1
    label.setWordWrap(True)
    assert cut_off(window) == []
    label.setGeometry(0, 0, 100, 15)
    assert len(cut_off(window)) == 1


def test_a_text_that_says_where_it_is_cut_is_not(window: QWidget) -> None:
    """It ends in an ellipsis, and is whole in its tool tip."""
    beside(window, ElidedLabel(LONG))
    assert cut_off(window) == []


def test_a_button_that_is_too_narrow_or_too_low_is_found(window: QWidget) -> None:
    """Its word is what it does."""
    button = QPushButton(LONG, window)
    button.setGeometry(0, 0, 100, 30)
    window.show()
    assert len(cut_off(window)) == 1


def test_what_sticks_out_of_the_window_is_found(window: QWidget) -> None:
    """A dialog that is taller than the screen hides its buttons."""
    button = QPushButton("Log", window)
    button.setGeometry(20, 90, 90, 40)
    window.show()
    assert len(cut_off(window)) == 1


def test_what_scrolls_may_be_longer_but_not_wider_than_its_port(window: QWidget) -> None:
    """Reading to the side, line by line, is no reading."""
    area = QScrollArea()
    content = QWidget()
    content.resize(100, 1_000)
    low = QPushButton("Log", content)
    low.setGeometry(0, 900, 90, 40)
    area.setWidget(content)
    beside(window, area)
    assert cut_off(window) == []
    content.resize(1_000, 1_000)
    low.setGeometry(900, 900, 90, 40)
    assert len(cut_off(window)) == 2  # the content and the button
