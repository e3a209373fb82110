"""A line whose text is read as something: a day, a length, a time zone; what was read is shown.

The value is told when the line is left or Enter is pressed, and never where the text is not
understood: then it stays as typed, with the reason beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from journal.ui.shared.labels import Kind, Label

_LINE_PX = 132


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text was read as.

    Attributes:
        value: None where the text is empty or was not understood.
        words: What was understood, or why nothing was; empty where there is nothing to say.
        text: How the line shows the value.
    """

    value: object = None
    words: str = ""
    text: str = ""
    is_refused: bool = False


Reader = Callable[[str], Reading]


class ReadField(QWidget):
    """Says `told` with the value, None for none, once for each text."""

    told = Signal(object)

    def __init__(
        self, name: str, reader: Reader, *, beside: bool = True, parent: QWidget | None = None
    ) -> None:
        """Make it, empty.

        Args:
            name: For a screen reader.
            reader: What makes a value of a text.
            beside: Whether what was read stands at the right of the line, else under it.
        """
        super().__init__(parent)
        self._reader = reader
        self._known = ""
        self._value: object = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(_LINE_PX)
        self._said = Label(kind=Kind.MUTE, wraps=True)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        box = QBoxLayout(direction, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8 if beside else 4)
        box.addWidget(self.line)
        box.addWidget(self._said, 1)
        self.setFocusProxy(self.line)
        self._connect()
        self._say(Reading())

    @property
    def value(self) -> object:
        """What was shown or understood last; None for none."""
        return self._value

    def show_value(self, value: object, text: str, words: str = "") -> None:
        """Show what is so, without saying so; what is being typed stays.

        Call `leave` before another record is shown, so that what was typed for one is never
        taken for the other.
        """
        self._value = value
        if self.line.hasFocus() and self.line.text() != self._known:
            return
        self._known = text
        if self.line.text() != text:
            self._set_text(text)
        self._say(Reading(words=words))

    def words(self) -> str:
        """Return what stands beside the line."""
        return self._said.text()

    def read_again(self) -> None:
        """Say anew what is typed, where what it means may have changed."""
        self._edited()

    def leave(self) -> None:
        """Take what is typed, or give it up where it is not understood."""
        if not self.finish():
            self._set_text(self._known)
            self._say(Reading())

    @Slot()
    def finish(self) -> bool:
        """Take what is typed as it stands; False where it is not understood."""
        if self.line.text() == self._known:
            return True
        reading = self._reader(self.line.text())
        if reading.is_refused:
            self._say(reading)
            return False
        self._known, self._value = reading.text, reading.value
        self._set_text(reading.text)
        # Once the line itself shows it, it need not be said beside again.
        self._say(Reading() if reading.words == reading.text else reading)
        self.told.emit(reading.value)
        return True

    def _set_text(self, text: str) -> None:
        with QSignalBlocker(self.line):
            self.line.setText(text)
            self.line.setCursorPosition(0)  # a long one is cut at its end

    def _connect(self) -> None:
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self.finish)

    @Slot()
    def _edited(self) -> None:
        self._say(self._reader(self.line.text()))

    def _say(self, reading: Reading) -> None:
        kind = Kind.ALARM if reading.is_refused else Kind.MUTE
        if self._said.property("kind") != kind.value:
            self._said.setProperty("kind", kind.value)
            self._said.style().polish(self._said)
        self._said.setText(reading.words)
        self._said.setVisible(bool(reading.words))
        self.line.setAccessibleDescription(reading.words)
