"""Buttons: the one of a dialog that Enter presses from anywhere, and all others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Button(QPushButton):
    """Pressed only by whoever stands on it, then by Enter as well as by Space.

    Left to itself Qt would hand that Enter on, in a dialog to the main button: so Enter on
    Cancel would do what the dialog is for.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAutoDefault(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or not is_plain:
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        else:
            self.click()


def main_button(words: str) -> QPushButton:
    """Make the one that does what the dialog is for; Enter presses it from any field."""
    made = Button(words)
    made.setProperty("kind", "main")
    made.setDefault(True)
    return made


def other_button(words: str) -> QPushButton:
    """Make one that is pressed only by whoever stands on it."""
    return Button(words)


def quiet_button(words: str) -> QPushButton:
    """Make one without a frame, for what is seldom done."""
    made = other_button(words)
    made.setProperty("kind", "quiet")
    return made


def button_row(*right: QWidget, left: Sequence[QWidget] = ()) -> QHBoxLayout:
    """Lay buttons out at the foot of a dialog: what is done is at the right."""
    made = QHBoxLayout()
    made.setSpacing(8)
    for each in left:
        made.addWidget(each)
    made.addStretch(1)
    for each in right:
        made.addWidget(each)
    return made
