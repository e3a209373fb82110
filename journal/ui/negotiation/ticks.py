"""A list of ticks with texts of any length."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from journal.ui.negotiation.words import short
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.tick_box import TickBox
from journal.wording import _

_LETTERS = 160


class Ticks(QWidget):
    """`ticked` says the key of what the user ticked, and whether it is ticked now."""

    ticked = Signal(str, bool)

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        """Make it, empty.

        Args:
            name: What ticking means, for a screen reader.
            nothing: What to say where there is nothing to tick.
        """
        super().__init__(parent)
        self._name = name
        self._rows: list[TickRow] = []
        self._keys: tuple[tuple[str, str], ...] = ()
        self._nothing = Label(nothing, Kind.MUTE, wraps=True)
        self._inside = column(self, margins=(0, 4, 0, 0), gap=4)
        self._inside.addWidget(self._nothing)

    def show_ticks(self, found: Sequence[tuple[str, str]], ticked: frozenset[str]) -> None:
        """Show these.

        Args:
            found: Key and text of each.
            ticked: The keys of those that are.
        """
        if tuple(found) != self._keys:
            self._make(found)
        self._nothing.setVisible(not found)
        for row in self._rows:
            with QSignalBlocker(row.box):
                row.box.setChecked(row.key in ticked)

    def rows(self) -> tuple["TickRow", ...]:
        """Return the ticks, from the top down."""
        return tuple(self._rows)

    def _make(self, found: Sequence[tuple[str, str]]) -> None:
        had = next((at for at, each in enumerate(self._rows) if each.box.hasFocus()), None)
        for row in self._rows:
            self._inside.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._keys = tuple(found)
        self._rows = [TickRow(key, text, self._name) for key, text in found]
        for row in self._rows:
            row.ticked.connect(self.ticked)
            self._inside.addWidget(row)
            row.show()
        if had is not None and self._rows:
            self._rows[min(had, len(self._rows) - 1)].box.setFocus()


class TickRow(QWidget):
    """One tick; its text, which wraps, ticks it, too."""

    ticked = Signal(str, bool)

    def __init__(self, key: str, text: str, name: str) -> None:
        super().__init__()
        self.key = key
        self.box = TickBox()
        self.box.setAccessibleName(_("{what}: {text}").format(what=name, text=text))
        said = Label(short(text, _LETTERS), wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self._clicked)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.click()

    @Slot()
    def _clicked(self) -> None:
        self.ticked.emit(self.key, self.box.isChecked())
