"""The lines of the framework as Qt asks for them."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from journal.domain.record import RecordId
from journal.ui.brief.framework_rows import Row
from journal.ui.shared.words import plain_tip

_DISPLAY = Qt.ItemDataRole.DisplayRole
_CHECK = Qt.ItemDataRole.CheckStateRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKED = _CHOSEN | Qt.ItemFlag.ItemIsUserCheckable
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """Says `ticked` with a `Row` and whether its line may be shared; it changes nothing itself."""

    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, position: int) -> Row:
        """Return what stands there."""
        return self._rows[position]

    def position_of(self, record: RecordId | None) -> int:
        """Return where a record's line stands; -1 where it does not."""
        found = (at for at, each in enumerate(self._rows) if each.record == record is not None)
        return next(found, -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> object:
        row = self._rows[index.row()]
        if role == _DISPLAY:
            return row.text
        if role == _SPOKEN:
            return ", ".join(filter(None, (row.text, row.note)))
        if role == _TIP:
            return plain_tip("\n".join(filter(None, (row.text, row.note))))
        if role == _CHECK and row.is_ticked is not None:
            return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK:
            return False
        self.ticked.emit(self._rows[index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return _CHOSEN if self._rows[index.row()].is_ticked is None else _TICKED
