"""Combo boxes whose arrow follows the colours of the window."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget
from typing_extensions import override

_ARROW_PX = 24


class Picker(QComboBox):
    """One of a list, for as many as do not fit side by side."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))  # gives a row the room of the stylesheet

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)


def _paint_arrow(widget: QWidget) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    role = widget.foregroundRole()
    painter.setPen(QPen(widget.palette().color(role), 1.4))
    box = QRectF(widget.width() - _ARROW_PX, 0, _ARROW_PX, widget.height())
    centre = box.center()
    painter.drawPolyline(
        QPolygonF([centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)])
    )
    painter.end()
