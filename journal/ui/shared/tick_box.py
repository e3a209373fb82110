"""Check boxes with a tick, which the stylesheet could only take from a picture in one colour."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton
from typing_extensions import override

_CORNERS = (QPointF(0.25, 0.54), QPointF(0.43, 0.75), QPointF(0.79, 0.29))  # of the box


def paint_tick(painter: QPainter, box: QRectF) -> None:
    """Draw a tick into a box, in the colour of the pen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(painter.pen().color(), 2))
    corners = [
        QPointF(box.left() + each.x() * box.width(), box.top() + each.y() * box.height())
        for each in _CORNERS
    ]
    painter.drawPolyline(QPolygonF(corners))


class TickBox(QCheckBox):
    """One that is seen to be ticked also without its colour."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        indicator = QStyle.SubElement.SE_CheckBoxIndicator
        box = QRectF(self.style().subElementRect(indicator, option, self))
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Base))
        paint_tick(painter, box)
        painter.end()
