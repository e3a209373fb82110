"""The cells of what is painted, one by one, for a screen reader.

Each cell is a child of the widget that draws it, with its words, its place and whether it is the
one that the arrow keys have come to. A child lives as long as what is drawn.
"""

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from typing_extensions import override

from journal.ui.shared.spoken_parts import SpokenPart


class CellWidget(QWidget):
    """A widget that draws cells; whoever derives from it says where they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _answer_for_widgets()
        self._spoken: list[SpokenCell] = []
        self._current = 0
        self.interface: QAccessibleInterface | None = None

    @property
    def current(self) -> int:
        """The number of the cell that the arrow keys have come to."""
        return self._current

    @property
    def spoken(self) -> "tuple[SpokenCell, ...]":
        """What stands for each cell, in their order."""
        return tuple(self._spoken)

    def rect_of(self, _number: int) -> QRect:
        """Return where a cell is, in the widget."""
        return QRect()

    def number_at(self, _place: QPoint) -> int | None:
        """Return the cell at a place of the widget; None where there is none."""
        return None

    def _speak_of(self, words: list[str]) -> None:
        """Have other cells, with these words."""
        for each in self._spoken:
            each.deleteLater()
        self._spoken = [SpokenCell(self, number, each) for number, each in enumerate(words)]

    def _go(self, number: int) -> None:
        """Come to a cell, and have a screen reader go there."""
        self._current = number
        if QAccessible.isActive():
            gone_to = QAccessibleEvent(self._spoken[number], QAccessible.Event.Focus)
            QAccessible.updateAccessibility(gone_to)


class SpokenCell(SpokenPart):
    """Stands for one cell."""

    def __init__(self, widget: CellWidget, number: int, words: str) -> None:
        super().__init__(widget, words)
        self.number = number
        self._widget = widget

    @override
    def is_chosen(self) -> bool:
        return self._widget.current == self.number

    @override
    def rect(self) -> QRect:
        return self._widget.rect_of(self.number)


class _WidgetInterface(QAccessibleWidget):
    """Speaks of the widget and of its cells."""

    def __init__(self, widget: CellWidget) -> None:
        super().__init__(widget, QAccessible.Role.List)
        self._widget = widget

    @override
    def childCount(self) -> int:
        return len(self._widget.spoken)

    @override
    def child(  # type: ignore[override]  # the stubs forget that there may be none
        self, index: int
    ) -> QAccessibleInterface | None:
        cells = self._widget.spoken
        if not 0 <= index < len(cells):
            return None
        return QAccessible.queryAccessibleInterface(cells[index])

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        asked = child.object()
        return asked.number if isinstance(asked, SpokenCell) else -1

    @override
    def childAt(  # type: ignore[override]  # as above
        self, x: int, y: int
    ) -> QAccessibleInterface | None:
        number = self._widget.number_at(self._widget.mapFromGlobal(QPoint(x, y)))
        return None if number is None else self.child(number)


@cache
def _answer_for_widgets() -> None:
    """Tell Qt, once for the program, who speaks of the widgets of this module."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    # Kept by what it speaks of: Qt deletes it, and crashes where Python then does so too.
    if isinstance(asked, CellWidget):
        asked.interface = _WidgetInterface(asked)
        return asked.interface
    return None
