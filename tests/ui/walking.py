"""Walks through all that is in a window, and finds what somebody could not use or read."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QTabBar,
    QWidget,
)

from journal.ui.shared.labels import ElidedLabel

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
)
# Qt's own, whole in themselves.
_WHOLE = (
    *(QAbstractSpinBox, QComboBox, QHeaderView, QLineEdit, QMenuBar, QScrollBar, QSizeGrip),
    QTabBar,
)
_SLACK_PX = 1


def walk(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget of ours and all in it; not the insides of Qt's own controls."""
    yield widget
    if isinstance(widget, _WHOLE):
        return
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isWindow() and not _is_qts_own(child):
            yield from walk(child)


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what one can act on."""
    for widget in walk(window):
        is_focused = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if isinstance(widget, QHeaderView | QScrollBar):
            continue
        if isinstance(widget, CONTROLS) or (is_focused and widget is not window):
            yield widget


def nameless(window: QWidget) -> list[str]:
    """Name each control that a screen reader has no name or no role for."""
    found = []
    for widget in controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        # Qt's word for a plain widget, which is what it calls an area that scrolls as well.
        is_plain = interface.role() is QAccessible.Role.Client
        has_role = not is_plain or isinstance(widget, QScrollArea)
        if not has_role or not interface.text(QAccessible.Text.Name):
            found.append(_said(widget))
    return found


def unreached(window: QWidget) -> list[str]:
    """Name each control in sight that Tab does not come to.

    What lies in a control that Tab comes to is the arrow keys' there, and so are the choices
    beside the one that is taken; what only scrolls goes with what is in it.
    """
    return [
        _said(widget)
        for widget in controls(window)
        if widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget, QScrollArea)
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
        and not any(_takes_tab(each) for each in _with_holders(widget, window))
    ]


def cut_off(window: QWidget) -> list[str]:
    """Name each text and control in sight that does not have the room that it needs."""
    return [_said(each) for each in walk(window) if each.isVisible() and _is_cut(each, window)]


def _takes_tab(widget: QWidget) -> bool:
    proxy = widget.focusProxy()  # what passes its focus on is reached there
    return bool((proxy or widget).focusPolicy() & Qt.FocusPolicy.TabFocus)


def _with_holders(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that holds it, below its window."""
    holder: QWidget | None = widget
    while holder is not None and holder is not window:
        yield holder
        holder = holder.parentWidget()


def _is_cut(widget: QWidget, window: QWidget) -> bool:
    if not _is_inside(widget, window):
        return True
    if isinstance(widget, QLabel):
        return bool(widget.text()) and not isinstance(widget, ElidedLabel) and _is_short(widget)
    if isinstance(widget, QPushButton | QTabBar):
        return _is_small(widget, is_wide=True)
    if isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
        return _is_small(widget, is_wide=False)
    return False


def _is_short(label: QLabel) -> bool:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return label.height() + _SLACK_PX < needed
    return _is_small(label, is_wide=True)


def _is_small(widget: QWidget, *, is_wide: bool) -> bool:
    needed = widget.sizeHint()
    # The style says how low a control may be.
    is_low = widget.height() + _SLACK_PX < (widget.minimumHeight() or needed.height())
    return is_low or (is_wide and widget.width() + _SLACK_PX < needed.width())


def _is_inside(widget: QWidget, window: QWidget) -> bool:
    """Whether it lies wholly in what holds it; what scrolls may hold more than it shows."""
    box = QRect(widget.mapTo(window, QPoint()), widget.size())
    holder = widget.parentWidget()
    while holder is not None and widget is not window:
        area = holder.parentWidget()
        if isinstance(area, QAbstractScrollArea) and _scrolls(area):
            return _is_across(box, QRect(holder.mapTo(window, QPoint()), holder.size()))
        if holder is window:
            break
        holder = holder.parentWidget()
    return window.rect().adjusted(-1, -1, 1, 1).contains(box)


def _scrolls(area: QAbstractScrollArea) -> bool:
    return area.verticalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _is_across(box: QRect, port: QRect) -> bool:
    """Whether it needs no scrolling to the side."""
    return port.left() - _SLACK_PX <= box.left() and box.right() <= port.right() + _SLACK_PX


def _is_qts_own(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_") and not widget.objectName().startswith(
        ("qt_scrollarea_viewport",)
    )


def _said(widget: QWidget) -> str:
    words = getattr(widget, "text", None)
    text = words() if callable(words) else ""
    name = widget.accessibleName() or text
    return f"{type(widget).__name__} “{name[:60]}” {widget.size().toTuple()}"
