"""The list of an account's files: name, size, and the day each was added."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from journal.operations.attachments import Filed
from journal.ui.shared.row_table import only_read
from journal.ui.shared.words import date_words, plain_tip
from journal.wording import _

_NAME, _SIZE, _DAY = range(3)
_KILO = 1000
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FileTable(QTableWidget):
    """Enter or a double click opens the chosen one, Delete deletes it."""

    chosen = Signal()
    open_wanted = Signal()
    trash_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len((_NAME, _SIZE, _DAY)), parent)
        self._files: tuple[Filed, ...] = ()
        only_read(self, _("Files"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for place, words in enumerate((_("Name"), _("Size"), _("Added"))):
            title = QTableWidgetItem(words)
            title.setTextAlignment(_LEFT if place == _NAME else _RIGHT)
            self.setHorizontalHeaderItem(place, title)
        self.itemSelectionChanged.connect(self.chosen)
        self.itemDoubleClicked.connect(self._double_clicked)

    def chosen_file(self) -> Filed | None:
        """Return which one is chosen; None without any."""
        row = self.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def show_files(self, files: Sequence[Filed], today: date) -> None:
        """Show these; the same row stays chosen, else the last."""
        row = self.currentRow()
        self._files = tuple(files)
        self.setRowCount(len(files))
        for at, each in enumerate(files):
            for place, words in enumerate(_cells(each, today)):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(words))
                item.setTextAlignment(_LEFT if place == _NAME else _RIGHT)
                self.setItem(at, place, item)
        if files:
            self.selectRow(min(max(row, 0), len(files) - 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.trash_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _double_clicked(self) -> None:
        self.open_wanted.emit()


def size_words(size_bytes: int) -> str:
    """Say how large a file is."""
    digits = 0 if size_bytes < _KILO else 1
    return QLocale().formattedDataSize(size_bytes, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def _cells(filed: Filed, today: date) -> tuple[str, str, str]:
    size = size_words(filed.attachment.size_bytes) if filed.is_there else _("missing")
    return filed.attachment.name, size, date_words(filed.added_on, today)
