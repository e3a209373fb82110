"""Lists of names to go to: rows whose words are made before, painted without asking for each."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from journal.ui.colours import Colours
from journal.ui.shared.eliding import elided
from journal.ui.theme import Theme

INSET_PX = 10
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
# The short forms of Qt's enums are looked up each time, thousands of times a frame.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_FOCUSED = QStyle.StateFlag.State_HasFocus
_AIR_PX = 8
_ROUND_PX = 4
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class SideRow(Protocol):
    """What a list tells of a row; a heading is passed over."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def tip(self) -> str:
        """Them, and what there is no room for."""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""

    @property
    def is_heading(self) -> bool:
        """Whether nobody can go to it."""


ARow = TypeVar("ARow", bound=SideRow)


class SideModel(QAbstractListModel, Generic[ARow]):
    """Rows in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ARow] = []

    def show_rows(self, rows: Iterable[ARow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, position: int) -> ARow:
        """Return what stands there."""
        return self._rows[position]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        row = self._rows[index.row()]
        if role == _DISPLAY:
            return row.text
        if role == _TIP:
            return row.tip
        return row.spoken if role == _SPOKEN else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].is_heading:
            return _NO_FLAGS
        return _SELECTABLE


class SideList(QListView):
    """A list without a frame, whose rows are as wide as there is room."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self._repaint)

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()  # asking for it is dear, so not at the start


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Say whether a row is set off, so that its words stand on the accent colour."""
    return bool(option.state & _SELECTED)


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, box: QRectF, colours: Colours
) -> None:
    """Paint what shows that a row is set off, has the focus, or is under the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & _SELECTED:
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
    elif option.state & _HOVERED:
        painter.setBrush(colours.hover)
        painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
    if option.state & _SELECTED and option.state & _FOCUSED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colours.ink)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_note(painter: QPainter, box: QRectF, note: str) -> QRectF:
    """Paint a note at the right, and return the room that it leaves."""
    painter.drawText(box, RIGHT, note)
    taken = painter.fontMetrics().horizontalAdvance(note) + _AIR_PX if note else 0
    return box.adjusted(0, 0, -taken, 0)


def paint_words(painter: QPainter, box: QRectF, words: str, place: int = LEFT) -> None:
    """Paint words, cut where there is no room."""
    painter.drawText(box, place, elided(painter.fontMetrics(), words, int(box.width())))
