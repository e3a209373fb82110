"""The line to search in; its key stands in it as long as it is empty."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from journal.ui.theme import LABEL_PX, Theme, sized
from journal.wording import _

_CENTRE = Qt.AlignmentFlag.AlignCenter
_CAP_PX = 5


class SearchField(QLineEdit):
    """Says what was typed, and when the user wants to go down to what was found."""

    words_typed = Signal(str)
    went_down = Signal()

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            key: What brings the user here, as the system writes it.
        """
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setPlaceholderText(_("Search journal"))
        self.setAccessibleName(_("Search journal"))
        self.setMinimumHeight(32)
        self._connect()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.went_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.words_typed.emit("")
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or not self._key:
            return
        font = sized(self.font(), LABEL_PX)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self._key) + 2 * _CAP_PX
        height = metrics.height() + 2
        box = QRectF(self.width() - width - 8.5, (self.height() - height) // 2 + 0.5, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(QPen(self._theme.colours.line, 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self._theme.colours.mute)
        painter.drawText(box, int(_CENTRE), self._key)
        painter.end()

    def _connect(self) -> None:
        self.textEdited.connect(self._edited)

    @Slot(str)
    def _edited(self, words: str) -> None:
        self.words_typed.emit(words)
