"""A day as one types it, with what was understood beside it."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from journal.typed.dates import understand
from journal.typed.understood import Bearings, NotUnderstood
from journal.ui.shared.labels import Kind, Label
from journal.ui.shared.words import distance_words, full_day_words
from journal.wording import _

_FIELD_CHARACTERS = 22


class DayField(QWidget):
    """Enter takes the day, Escape leaves it as it was."""

    taken = Signal(date)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bearings: Bearings | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(_("tue, in 2 weeks, 30 jun"))
        self.line.setMinimumWidth(
            self.fontMetrics().averageCharWidth() * _FIELD_CHARACTERS + 24,
        )
        self._understood = Label(kind=Kind.MUTE, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.line)
        row.addWidget(self._understood, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._changed)
        self.line.returnPressed.connect(self._take)

    def ask(self, now: datetime, zone: str) -> None:
        """Begin afresh.

        Args:
            now: Aware.
            zone: IANA name of the wall whose days are meant.
        """
        self._bearings = Bearings(now=now, zone=zone)
        self.line.clear()
        self._changed()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def understood(self) -> str:
        """Return what is said beside the field."""
        return self._understood.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _changed(self) -> None:
        read = self._read()
        if isinstance(read, str):
            hint = _("The new day. Enter takes it, Esc leaves it as it is.")
            self._understood.setText(read or hint)
        else:
            said = f"{full_day_words(read)}, {distance_words(read, self._today())}"
            self._understood.setText(said)

    @Slot()
    def _take(self) -> None:
        read = self._read()
        if not isinstance(read, str):
            self.taken.emit(read)

    def _read(self) -> date | str:
        """Return the day, else why there is none; empty where nothing was typed."""
        text = self.line.text().strip()
        if not text or self._bearings is None:
            return ""
        found = understand(text, self._bearings)
        if isinstance(found, NotUnderstood):
            return found.why
        if not found.names_day:
            return _("Type a day, such as tue or in 2 weeks.")
        return found.day

    def _today(self) -> date:
        return date.min if self._bearings is None else self._bearings.wall.day
