"""The backups in one folder: when each was made, how old it is, how large."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from journal.operations.backups import Shelf
from journal.ui.backups.words import age_words, made_words, size_words
from journal.wording import _

_ROW_PX = 26
_PATH = Qt.ItemDataRole.UserRole
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class BackupList(QTreeWidget):
    """Says `chosen` for each one that is stepped to, and `taken` where Enter is pressed on it."""

    chosen = Signal(Path)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Backups"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHeaderLabels([_("Made"), _("Age"), _("Size")])
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self._stepped)
        self.itemDoubleClicked.connect(self.taken)

    def show_shelf(self, shelf: Shelf, now: datetime) -> None:
        """Show what lies in a folder; none is chosen."""
        with QSignalBlocker(self):
            self.clear()
            self.addTopLevelItems([_row(shelf, position, now) for position in _positions(shelf)])

    def choose_first(self) -> None:
        """Choose the last one that was made."""
        self.setCurrentIndex(self.model().index(0, 0))

    def choose_none(self) -> None:
        """Take the choice back without saying so."""
        with QSignalBlocker(self):
            self.setCurrentIndex(QModelIndex())

    def rows(self) -> list[str]:
        """Return what stands in each row."""
        return [
            " · ".join(item.text(column) for column in range(self.columnCount()))
            for item in map(self.topLevelItem, range(self.topLevelItemCount()))
            if item is not None
        ]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.taken.emit()  # and not to the dialog, which would press a button
        else:
            super().keyPressEvent(event)

    @Slot()
    def _stepped(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.chosen.emit(Path(item.data(0, _PATH)))


def _positions(shelf: Shelf) -> Sequence[int]:
    return range(len(shelf.held))


def _row(shelf: Shelf, position: int, now: datetime) -> QTreeWidgetItem:
    held = shelf.held[position]
    size = size_words(held.size_bytes) if held.is_whole else _("damaged")
    made = QTreeWidgetItem([made_words(held.backup.at, now), age_words(held.backup.at, now), size])
    made.setData(0, _PATH, str(held.backup.path))
    made.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setSizeHint(1, QSize(0, _ROW_PX))  # the column that takes what is left
    return made
