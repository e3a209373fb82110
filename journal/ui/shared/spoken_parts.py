"""What is drawn in a widget and is no widget of its own, spoken of by a screen reader.

Qt asks who answers for an object; each part is an object, a child of the widget that draws it.
"""

from functools import cache

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class SpokenPart(QObject):
    """Stands for one part, so that Qt has something to speak of; it goes with its widget.

    Attributes:
        drawn_by: The widget.
        words: Those of the moment at which it was made.
    """

    def __init__(self, drawn_by: QWidget, words: str) -> None:
        super().__init__(drawn_by)
        _answer_for_parts()
        self.drawn_by = drawn_by
        self.words = words
        self.interface: QAccessibleInterface | None = None

    def is_chosen(self) -> bool:
        """Say whether it is the one that is set off."""
        return False

    def rect(self) -> QRect:
        """Return where it is in the widget; an empty one where it is drawn no more."""
        return QRect()


class _PartInterface(QAccessibleObject):
    """Speaks of one part."""

    def __init__(self, part: SpokenPart) -> None:
        super().__init__(part)
        self._part = part

    @override
    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._part.drawn_by)

    @override
    def child(  # type: ignore[override]  # the stubs forget that there may be none
        self, index: int
    ) -> QAccessibleInterface | None:
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        is_chosen = self._part.is_chosen()
        state.focusable = state.selectable = True
        state.selected = is_chosen
        state.focused = is_chosen and self._part.drawn_by.hasFocus()
        return state

    @override
    def text(self, kind: QAccessible.Text) -> str:
        return self._part.words if kind is QAccessible.Text.Name else ""

    @override
    def rect(self) -> QRect:
        box = self._part.rect()
        if box.isEmpty():
            return QRect()
        return QRect(self._part.drawn_by.mapToGlobal(box.topLeft()), box.size())


@cache
def _answer_for_parts() -> None:
    """Tell Qt, once for the program, who speaks of parts."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    # Kept by what it speaks of: Qt deletes it, and crashes where Python then does so too.
    if isinstance(asked, SpokenPart):
        asked.interface = _PartInterface(asked)
        return asked.interface
    return None
