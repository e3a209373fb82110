"""The ratings of both sides, the latest first."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from journal.domain.rating import Rating
from journal.domain.record import RecordId
from journal.ui.relationship.words import Row
from journal.ui.shared.row_painting import ink, paint_ruled, paint_words
from journal.ui.shared.row_table import INSET_PX, only_read
from journal.ui.shared.words import date_words
from journal.ui.theme import Theme
from journal.wording import _

_AIR_PX = 12
_SPARE_PX = 12
_ROWS_SHOWN = 7
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands beside each other."""

    DAY = 0
    WHOSE = 1
    LEVEL = 2
    COMPARED = 3


class HistoryModel(QAbstractTableModel):
    """Holds the rows as words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._titles = (_("Day"), _("Whose"), _("Rating"), _("Compared"))

    def show(self, rows: Sequence[Row]) -> None:
        """Hold others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, position: int) -> Row:
        """Return one."""
        return self._rows[position]

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        return self._rows[index.row()].words[index.column()]

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[section]


class History(QTableView):
    """Enter opens the meeting of a rating, E corrects it, Delete puts it into the trash."""

    open_wanted = Signal()
    correct_wanted = Signal()
    delete_wanted = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HistoryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self._model, self))
        only_read(self, _("Ratings of both sides"))
        self.horizontalHeader().setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure()
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.doubleClicked.connect(self._double_clicked)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show others, and stay with the rating that is chosen, else at its place."""
        before, position = self.rating(), self.currentIndex().row()
        with QSignalBlocker(self.selectionModel()):
            self._model.show(rows)
            ids = [each.rating.id for each in rows]
            if before is not None and before.id in ids:
                position = ids.index(before.id)
            if rows:
                self.selectRow(min(max(position, 0), len(rows) - 1))
        self.updateGeometry()
        self.chosen.emit()

    def choose(self, rating_id: RecordId) -> bool:
        """Set one off; say whether it is among them."""
        for position in range(self._model.rowCount()):
            if self._model.row(position).rating.id == rating_id:
                self.selectRow(position)
                return True
        return False

    def ground(self) -> str:
        """Return who rated on what occasion; empty where nothing is chosen or known of it."""
        position = self.currentIndex().row()
        return self._model.row(position).ground if position >= 0 else ""

    def rating(self) -> Rating | None:
        """Return the one that is chosen; None without one."""
        position = self.currentIndex().row()
        return self._model.row(position).rating if position >= 0 else None

    @override
    def sizeHint(self) -> QSize:
        rows = min(max(self._model.rowCount(), 2), _ROWS_SHOWN)
        height = self.horizontalHeader().sizeHint().height()
        return QSize(320, height + rows * self.verticalHeader().defaultSectionSize() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        # Left to the page, the key would be for what is set off in the timeline.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            Qt.Key.Key_Return: self.open_wanted,
            Qt.Key.Key_Enter: self.open_wanted,
            Qt.Key.Key_E: self.correct_wanted,
            Qt.Key.Key_Delete: self.delete_wanted,
        }.get(Qt.Key(event.key()))
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if wanted is not None and is_plain and self.rating() is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + _AIR_PX)
        usual = {
            Column.DAY: date_words(date(2026, 11, 25), date.min),
            Column.WHOSE: _("our guess"),
            Column.LEVEL: _("Outstanding"),
        }
        for place, said in usual.items():
            width = metrics.horizontalAdvance(said) + 2 * INSET_PX + _SPARE_PX
            self.setColumnWidth(place, width)

    @Slot()
    def _row_changed(self) -> None:
        self.chosen.emit()

    @Slot()
    def _double_clicked(self) -> None:
        self.open_wanted.emit()


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: HistoryModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = self._theme.colours
        paint_ruled(painter, option, colours)
        is_mute = index.column() == Column.WHOSE
        painter.setPen(ink(option, colours, is_alarm=False, is_mute=is_mute))
        box = option.rect.adjusted(INSET_PX, 0, -INSET_PX, 0)
        paint_words(painter, box, self._model.row(index.row()).words[index.column()])
