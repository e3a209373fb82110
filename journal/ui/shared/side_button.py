"""A place at the left of the window: its name, and at the right what waits there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from journal.ui.theme import LABEL_PX, Theme, sized

_HEIGHT_PX = 32
_INSET_PX = 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SideButton(QAbstractButton):
    """Goes to a place; set off while one is there."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self._is_late = False
        self.setText(action.iconText())
        self.setCheckable(True)
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(action.trigger)
        theme.changed.connect(self.update)

    def note(self) -> str:
        """Return what waits there."""
        return self._note

    def tell(self, note: str, *, is_late: bool = False) -> None:
        """Say what waits there; late things in their colour."""
        self._note, self._is_late = note, is_late
        self.setAccessibleDescription(note)
        self.update()

    @override
    def nextCheckState(self) -> None:
        pass  # set off by whoever knows where one is, not by the click itself

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colours.accent if self.isChecked() else colours.hover)
            painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.ink)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        words = box.adjusted(_INSET_PX, 0, -_INSET_PX, 0)
        painter.setPen(colours.accent_ink if self.isChecked() else colours.ink)
        painter.drawText(words, int(_LEFT), self.text())
        painter.setFont(sized(self.font(), LABEL_PX))
        quiet = colours.alarm if self._is_late else colours.side_mute
        painter.setPen(colours.accent_ink if self.isChecked() else quiet)
        painter.drawText(words, int(_RIGHT), self._note)
        painter.end()
