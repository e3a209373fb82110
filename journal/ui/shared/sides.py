"""Two columns beside each other, or under each other where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

_GAP_PX = 12


class Sides(QWidget):
    """Gives each half of the width, or all of it."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP_PX)
        for each in self._columns:
            self._box.addWidget(each, 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_px(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= 2 * self._least_px() + _GAP_PX
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _least_px(self) -> int:
        return max(each.minimumSizeHint().width() for each in self._columns)
