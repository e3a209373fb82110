"""One of a few words, for a form that scrolls; `told` says what the user chose."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from journal.ui.shared.pickers import Picker

T = TypeVar("T")

_LEAST_LETTERS = 8


class ChoiceField(Picker, Generic[T]):
    """Each choice is a value with its words; scrolling past does not change it."""

    told = Signal(object)

    def __init__(
        self, name: str, choices: Iterable[tuple[T, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._values: list[T] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As narrow as it must be; a long name is cut, and whole in the list.
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_choices(choices)
        self.activated.connect(self._activated)

    @property
    def value(self) -> T:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def set_choices(self, choices: Iterable[tuple[T, str]]) -> None:
        """Offer others, with the first one chosen; the same ones again change nothing.

        Args:
            choices: At least one.
        """
        offered = tuple(choices)
        values, words = [value for value, _words in offered], [words for _value, words in offered]
        if (values, words) == (self._values, [self.itemText(at) for at in range(self.count())]):
            return
        self._values = values
        with QSignalBlocker(self):
            self.clear()
            self.addItems(words)

    def show_value(self, value: T | None) -> None:
        """Show what is so, without saying so; the first where it is not offered."""
        position = next((at for at, each in enumerate(self._values) if each == value), 0)
        with QSignalBlocker(self):
            self.setCurrentIndex(position)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(int)
    def _activated(self, position: int) -> None:
        self.told.emit(self._values[position])
