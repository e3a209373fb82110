"""A text that is as high as it is long, saved by itself."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from journal.ui.saving import Saver
from journal.ui.shared.saved_fields import SavedText

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_INSET_PX = 2


class GrowingText(SavedText):
    """One line of thought over as many rows as it needs; Enter leaves it."""

    left = Signal()

    def __init__(self, saver: Saver, name: str, parent: QWidget | None = None) -> None:
        super().__init__(saver, name, needs_text=True, parent=parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_INSET_PX)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    @Slot()
    def _grow(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        # Of a plain text the document counts rows, not pixels.
        rows = max(1, round(self.document().size().height()))
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * _INSET_PX
        return rows * self.fontMetrics().lineSpacing() + around
