"""The card beside the pointer that says what is there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from journal.ui.shared.labels import Label, column

_WIDEST_PX = 320
_AWAY_PX = 14


class HoverCard(QFrame):
    """A few words on a ground of their own; the pointer passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("kind", "hover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Label(wraps=True)
        column(self, margins=(10, 6, 10, 6), gap=0).addWidget(self._words)
        self.hide()

    def show_at(self, place: QPoint, words: str) -> None:
        """Show the words beside a place, wholly inside the parent."""
        metrics = self._words.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, words.split("\n")), default=0)
        self._words.setText(words)
        self._words.setFixedWidth(min(longest + 2, _WIDEST_PX))
        self.adjustSize()
        room = self._room.rect()
        left = place.x() + _AWAY_PX
        if left + self.width() > room.right():
            left = place.x() - _AWAY_PX - self.width()
        top = min(place.y() + _AWAY_PX, room.bottom() - self.height())
        self.move(max(left, 0), max(top, 0))
        self.show()
