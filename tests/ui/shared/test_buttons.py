"""Which button Enter presses."""

import pytest
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from journal.ui.shared.buttons import Button, main_button, other_button, quiet_button


class Asking(QDialog):
    """A dialog with a line, Merge and Cancel, which notes what was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.main, self.cancel = main_button("Merge"), other_button("Cancel")
        self.pressed: list[str] = []
        rows = QVBoxLayout(self)
        for each in (self.line, self.cancel, self.main):
            rows.addWidget(each)
        for button in (self.main, self.cancel):
            button.clicked.connect(self._note)

    @Slot()
    def _note(self) -> None:
        button = self.focusWidget() if isinstance(self.focusWidget(), QPushButton) else self.main
        assert isinstance(button, QPushButton)
        self.pressed.append(button.text())


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    """Open it, with the keys in it."""
    made = Asking()
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_on_cancel_both_keys_cancel(qtbot: QtBot, asking: Asking, key: Qt.Key) -> None:
    """Nobody who stands on Cancel merges two accounts."""
    asking.cancel.setFocus()
    heard: list[bool] = []
    asking.main.clicked.connect(heard.append)
    qtbot.keyClick(asking.cancel, key)
    assert (asking.pressed, heard) == (["Cancel"], [])


def test_enter_in_a_line_does_what_the_dialog_is_for(qtbot: QtBot, asking: Asking) -> None:
    """The one that is shown as the main one."""
    asking.line.setFocus()
    qtbot.keyClick(asking.line, Qt.Key.Key_Return)
    assert asking.pressed == ["Merge"]


def test_enter_opens_the_menu_of_a_button(qtbot: QtBot) -> None:
    """As a click on it does."""
    button = quiet_button("Another meeting")
    menu = QMenu(button)
    menu.addAction("One that was not planned")
    button.setMenu(menu)
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(menu.aboutToShow):
        qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    menu.close()


def test_enter_with_another_key_is_not_its(qtbot: QtBot) -> None:
    """Ctrl+Enter closes a whole form, wherever the focus is."""
    button = Button("Reopen")
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
