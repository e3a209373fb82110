"""Dragging files from a file manager onto a widget."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def dragged(*paths: Path) -> QMimeData:
    """Take files by the pointer, as a file manager gives them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    return data


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag something over a widget and let go; return whether it is taken."""
    spot = QPoint(5, 5)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(spot, copy, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(spot), copy, data, buttons, keys))
    return True
