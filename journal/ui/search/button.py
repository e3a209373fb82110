"""Where one goes to search: a line that opens the palette, with its key in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from journal.ui.shared.buttons import Button
from journal.ui.theme import LABEL_PX, Theme, sized
from journal.wording import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_INSET_PX = 10
_CAP_PX = 5
_HEIGHT_PX = 32


class SearchButton(Button):
    """Looks like a field, because it is where one types next."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setProperty("kind", "search")
        self.setAccessibleName(_("Search journal"))
        self.setAccessibleDescription(self._key)
        self.setMinimumHeight(_HEIGHT_PX)
        self.clicked.connect(action.trigger)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colours.mute)
        words = QRectF(self.rect()).adjusted(_INSET_PX, 0, -_INSET_PX, 0)
        painter.drawText(words, int(_LEFT), self.accessibleName())
        if self._key:
            painter.setFont(sized(self.font(), LABEL_PX))
            metrics = painter.fontMetrics()
            width = metrics.horizontalAdvance(self._key) + 2 * _CAP_PX
            height = metrics.height() + 2
            top = (self.height() - height) // 2 + 0.5
            box = QRectF(self.width() - width - 8.5, top, width, height)
            painter.setPen(QPen(self._theme.colours.line, 1))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(self._theme.colours.mute)
            painter.drawText(box, int(_CENTRE), self._key)
        painter.end()
