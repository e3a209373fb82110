"""A few choices side by side, of which one is chosen: arrows move, a first letter chooses."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from journal.ui.shared.words import plain_button

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of them.

    Attributes:
        tip: What it means.
        look: The word by which the stylesheet knows it; empty for the accent.
    """

    text: str
    tip: str = ""
    look: str = ""


class Segments(QWidget):
    """One choice of a few; `chosen` says its position, or -1 when it was taken back.

    Enter chooses what the arrows came to, and says `entered`.
    """

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, name: str, choices: Sequence[Choice], *, may_be_none: bool = False) -> None:
        """Make it, with nothing chosen.

        Args:
            name: What is chosen here, for the screen reader.
            may_be_none: Whether Backspace, Delete or a second click takes a choice back.
        """
        super().__init__()
        self._may_be_none = may_be_none
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for position, choice in enumerate(choices):
            row.addWidget(self._button(name, choice, position, last=len(choices) - 1))
        row.addStretch(1)
        self._stop_once()
        self._connect()

    @property
    def position(self) -> int:
        """Which one is chosen; -1 for none."""
        return self._group.checkedId()

    def choose(self, position: int) -> None:
        """Choose one without saying so, or none with -1."""
        if position < 0:
            self._group.setExclusive(False)
            for each in self._group.buttons():
                each.setChecked(False)
            self._group.setExclusive(True)
            self._stop_once()
        else:
            self._group.button(position).setChecked(True)
            self._stop_once(position)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(event)
        if event.type() == QEvent.Type.MouseButtonPress and self._may_be_none:
            checked = self._group.checkedButton()
            if checked is not None and watched is checked:
                self._take_back()
                return True
        return super().eventFilter(watched, event)

    def _button(self, name: str, choice: Choice, position: int, *, last: int) -> QRadioButton:
        button = QRadioButton(plain_button(choice.text), self)
        button.setProperty("segment", _place(position, last))
        button.setProperty("look", choice.look)
        button.setAccessibleName(f"{name}: {choice.text}")
        button.setToolTip(choice.tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.installEventFilter(self)
        self._group.addButton(button, position)
        return button

    def _connect(self) -> None:
        self._group.idClicked.connect(self._clicked)

    @Slot(int)
    def _clicked(self, position: int) -> None:
        self.setFocusProxy(self._group.button(position))
        self.chosen.emit(position)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_HARMLESS:
            return False
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._may_be_none:
            self._take_back()
            return True
        if event.key() in _ENTER:
            self._enter()
            return False  # a dialog may have an answer to it, too
        letter = event.text().casefold()
        for button in self._group.buttons():
            if letter.isalpha() and button.text().casefold().startswith(letter):
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                button.click()
                return True
        return False

    def _enter(self) -> None:
        for button in self._group.buttons():
            if button.hasFocus() and not button.isChecked():
                button.click()
        self.entered.emit()

    def _stop_once(self, position: int = 0) -> None:
        """Let Tab stop here once: Qt sees to that only where the user chooses."""
        for each in self._group.buttons():
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        stop = self._group.button(position)
        stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(stop)

    def _take_back(self) -> None:
        if self.position >= 0:
            self.choose(-1)
            self.chosen.emit(-1)


def _place(position: int, last: int) -> str:
    if position == 0:
        return "first"
    return "last" if position == last else "middle"
