"""The field that narrows a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from journal.ui.shared.filter_line import FilterLine


@pytest.mark.parametrize(
    ("key", "text", "leaves"),
    [
        (Qt.Key.Key_Return, "mercy", True),
        (Qt.Key.Key_Down, "mercy", True),
        (Qt.Key.Key_Escape, "", True),
        (Qt.Key.Key_Left, "mercy", False),
    ],
)
def test_its_keys(qtbot: QtBot, key: Qt.Key, text: str, *, leaves: bool) -> None:
    """One types, goes down, and is in the list; Escape shows all again."""
    line = FilterLine("Find an account", "Account")
    qtbot.addWidget(line)
    left = QSignalSpy(line.left)
    qtbot.keyClicks(line, "mercy")
    qtbot.keyClick(line, key)
    assert (line.text(), left.count()) == (text, int(leaves))
    assert (line.accessibleName(), line.placeholderText()) == ("Find an account", "Account")
