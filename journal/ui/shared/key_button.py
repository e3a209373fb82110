"""A button that shows its key beside its word, as the menu does."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from journal.ui.shared.buttons import Button
from journal.ui.theme import LABEL_PX, Theme, sized

_GAP_PX = 8
_CAP_PX = 5
_CENTRE = Qt.AlignmentFlag.AlignCenter


class KeyButton(Button):
    """A button for a command; pressing it is the same as choosing the command in the menu."""

    def __init__(
        self, action: QAction, theme: Theme, *, main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._main = main
        self._action = action
        self.setProperty("kind", "main" if main else "plain")
        self.setText(action.iconText())
        self.setAccessibleName(action.iconText())
        self._key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleDescription(self._key)
        self.clicked.connect(action.trigger)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + _GAP_PX + self._cap_width(), hint.height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        colours = self._theme.colours
        ink = colours.accent_ink if self._main else colours.ink
        if not self.isEnabled():
            ink = colours.mute
        words = self.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - words - _GAP_PX - self._cap_width()) // 2
        painter.setPen(ink)
        painter.drawText(left, 0, words + 1, self.height(), _CENTRE, self.text())
        self._paint_cap(painter, left + words + _GAP_PX, ink)
        painter.end()

    def _paint_cap(self, painter: QPainter, left: int, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), LABEL_PX))
        height = painter.fontMetrics().height() + 2
        box = QRectF(left + 0.5, (self.height() - height) // 2 + 0.5, self._cap_width() - 1, height)
        frame = QColor(ink)
        frame.setAlphaF(0.35)
        painter.setPen(QPen(frame, 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(ink if self._main else self._theme.colours.mute)
        painter.drawText(box, int(_CENTRE), self._key)

    def _cap_width(self) -> int:
        metrics = QFontMetrics(sized(self.font(), LABEL_PX))
        return metrics.horizontalAdvance(self._key) + 2 * _CAP_PX


def deed_button(
    words: str, key: str, deed: Callable[[], None], theme: Theme, *, main: bool = False
) -> KeyButton:
    """Make a button for what no menu has; its key is only shown, and pressed beside it.

    Args:
        key: Which whoever makes the button listens to, in a list or on the page.
        deed: A slot.
    """
    action = QAction(words)
    action.setShortcut(key)
    action.triggered.connect(deed)
    made = KeyButton(action, theme, main=main)
    action.setParent(made)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
