"""Lists of names to go to: rows whose words are made once."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtWidgets import QFrame, QListView, QWidget
from typing_extensions import override

from journal.ui.theme import Theme

INSET_PX = 10
# The short forms of Qt's enums are looked up each time, thousands of times a frame.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
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
