"""What is drawn on the timeline, one by one, for a screen reader.

A screen reader knows widgets and what they answer for. So the canvas answers for its marks: each
spot of the scene is a child of it, with its words, its place and whether it is chosen. A child is
made when somebody asks for it, and lives as long as its spot is drawn.
"""

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from typing_extensions import override

from journal.domain.record import RecordId
from journal.timeline.hit import spot_at
from journal.timeline.scene import Lane, Scene, Spot
from journal.ui.shared.spoken import announce
from journal.ui.shared.spoken_parts import SpokenPart

_Key = tuple[Lane, float, RecordId, int]


class Marked(QWidget):
    """A widget that draws a scene, and whose marks can be spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _answer_for_widgets()
        self._scene: Scene | None = None
        self._chosen: RecordId | None = None
        self._numbers: dict[_Key, int] = {}
        self._marks: dict[_Key, Mark] = {}
        self.interface: QAccessibleInterface | None = None

    @property
    def scene(self) -> Scene | None:
        """What is painted; None before there is anything."""
        return self._scene

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What can be spoken, from the left."""
        return () if self._scene is None else self._scene.spots

    @property
    def number_chosen(self) -> int | None:
        """Which of the scene's spots is, or counts, what is set off; None where none does."""
        numbers = (number for number, each in enumerate(self.spots) if self.is_chosen(each))
        return next(numbers, None)

    def is_chosen(self, spot: Spot) -> bool:
        """Say whether a spot is, or counts, the record that is set off."""
        return self._chosen is not None and self._chosen in spot.records

    def mark(self, number: int) -> "Mark":
        """Return what stands for a spot of the scene."""
        spot = self.spots[number]
        key = _key(spot)
        if key not in self._marks:
            self._marks[key] = Mark(self, spot)
        return self._marks[key]

    def number_of(self, spot: Spot) -> int:
        """Return which of the scene's spots it is; -1 where it is drawn no more."""
        if not self._numbers:
            self._numbers = {_key(each): number for number, each in enumerate(self.spots)}
        return self._numbers.get(_key(spot), -1)

    def _draw(self, scene: Scene) -> None:
        """Have another scene, and let go of what stood for marks that are not in it."""
        self._scene = scene
        self._numbers.clear()
        for key, mark in list(self._marks.items()):
            if self.number_of(mark.spot) < 0:
                del self._marks[key]
                mark.deleteLater()

    def _forget_words(self) -> None:
        """Let go of all marks, since the same records may be told in other words."""
        for mark in self._marks.values():
            mark.deleteLater()
        self._marks.clear()

    def _speak(self, words: str) -> None:
        """Have a screen reader go to what is chosen; where it is not drawn, say its words."""
        if not QAccessible.isActive():
            return
        number = self.number_chosen
        if number is None:
            announce(self, words)
            return
        gone_to = QAccessibleEvent(self.mark(number), QAccessible.Event.Focus)
        QAccessible.updateAccessibility(gone_to)


class Mark(SpokenPart):
    """Stands for one spot.

    Attributes:
        spot: As it was at the moment at which it was made.
    """

    def __init__(self, marked: Marked, spot: Spot) -> None:
        super().__init__(marked, spot.words)
        self.spot = spot
        self._marked = marked

    @override
    def is_chosen(self) -> bool:
        return self._marked.is_chosen(self.spot)

    @override
    def rect(self) -> QRect:
        number = self._marked.number_of(self.spot)
        if number < 0:
            return QRect()
        box = self._marked.spots[number].rect
        size = max(round(box.width), 1), max(round(box.height), 1)
        return QRect(round(box.left), round(box.top), *size)


class _MarkedInterface(QAccessibleWidget):
    """Speaks of the widget, of the widgets in it, and after them of its marks."""

    def __init__(self, marked: Marked) -> None:
        super().__init__(marked, QAccessible.Role.List)
        self._marked = marked

    @override
    def childCount(self) -> int:
        return super().childCount() + len(self._marked.spots)

    @override
    def child(  # type: ignore[override]  # the stubs forget that there may be none
        self, index: int
    ) -> QAccessibleInterface | None:
        number = index - super().childCount()
        if number < 0:
            return super().child(index)
        if number >= len(self._marked.spots):
            return None
        return QAccessible.queryAccessibleInterface(self._marked.mark(number))

    @override
    def focusChild(  # type: ignore[override]  # as above
        self,
    ) -> QAccessibleInterface | None:
        number = self._marked.number_chosen
        if number is None or not self._marked.hasFocus():
            return super().focusChild()
        return QAccessible.queryAccessibleInterface(self._marked.mark(number))

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        asked = child.object()
        if not isinstance(asked, Mark):
            return super().indexOfChild(child)
        number = self._marked.number_of(asked.spot)
        return -1 if number < 0 else super().childCount() + number

    @override
    def childAt(  # type: ignore[override]  # as above
        self, x: int, y: int
    ) -> QAccessibleInterface | None:
        place = self._marked.mapFromGlobal(QPoint(x, y))
        scene = self._marked.scene
        if self._marked.childAt(place) is not None or scene is None:
            return super().childAt(x, y)
        spot = spot_at(scene, place.x(), place.y(), reach_px=0)
        if spot is None:
            return None
        return QAccessible.queryAccessibleInterface(self._marked.mark(self._marked.number_of(spot)))


@cache
def _answer_for_widgets() -> None:
    """Tell Qt, once for the program, who speaks of the widgets of this module."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    # Kept by what it speaks of: Qt deletes it, and crashes where Python then does so too.
    if isinstance(asked, Marked):
        asked.interface = _MarkedInterface(asked)
        return asked.interface
    return None


def _key(spot: Spot) -> _Key:
    """Name a spot by what it shows: the same records in the same lane, from the same moment."""
    return spot.lane, spot.start, spot.records[0], len(spot.records)
