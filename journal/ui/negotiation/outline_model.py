"""The rows of the page as a model: what stays in its place keeps the cursor, and what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from journal.ui.negotiation.rows import Look, Row

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = Qt.ItemDataRole.DisplayRole
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractListModel):
    """Says only what changed: between what is alike at the top and at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        old, new = [each.key for each in self._rows], [each.key for each in rows]
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        gone, come = len(old) - tail, len(new) - tail
        if gone > head:
            self.beginRemoveRows(_NOWHERE, head, gone - 1)
            del self._rows[head:gone]
            self.endRemoveRows()
        if come > head:
            self.beginInsertRows(_NOWHERE, head, come - 1)
            self._rows[head:head] = rows[head:come]
            self.endInsertRows()
        self._rows = list(rows)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, position: int) -> Row:
        """Return what stands there."""
        return self._rows[position]

    def all(self) -> tuple[Row, ...]:
        """Return the rows, from the top down."""
        return tuple(self._rows)

    def position_of(self, key: str) -> int | None:
        """Return where something stands; None where it does not."""
        return next((at for at, each in enumerate(self._rows) if each.key == key), None)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        row = self._rows[index.row()]
        if role == _DISPLAY:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between two rows, never onto one
        look = self._rows[index.row()].look
        if look is Look.HEADING:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if look is Look.ADD:
            return usual | Qt.ItemFlag.ItemIsEditable
        return usual | Qt.ItemFlag.ItemIsDragEnabled if look is Look.LINE else usual

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count how many are the same from the beginning."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
