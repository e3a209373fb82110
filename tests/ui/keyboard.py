"""Ten fingers on the keyboard: keys go where the focus is, as a user's do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keys go."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifiers)


def type_words(qtbot: QtBot, words: str) -> None:
    """Type where the keys go; the first letter may open the field for the others."""
    for letter in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, letter)


def wait_for(qtbot: QtBot, window: QWidget) -> None:
    """Wait until the keys go into a window."""
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
