"""The meetings of one slot: what became of each, and the way to it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from journal.ui.access.week import Cell
from journal.ui.access.words import count_words, meeting_words, slot_words
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column
from journal.ui.shared.words import plain_tip
from journal.wording import _

_SIZE_PX = (560, 400)


class SlotDialog(QDialog):
    """Says `meeting_wanted` with the one that is gone to, `plan_wanted` to plan in the slot."""

    meeting_wanted = Signal(str)
    plan_wanted = Signal(object)

    def __init__(self, cell: Cell, now: datetime, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            cell: The slot and its meetings.
            now: Aware.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Meetings of a slot"))
        self._cell = cell
        heading = _("{slot}: {count}").format(
            slot=slot_words(cell.slot), count=count_words(cell.count)
        )
        self.list = QListWidget()
        self.list.setAccessibleName(heading)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        for meeting in cell.meetings:
            words = meeting_words(meeting, now)
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, meeting.id)
            item.setToolTip(plain_tip(words))
            self.list.addItem(item)
        self.show_button = QPushButton(_("Show it"))
        self.show_button.setDefault(True)
        self.plan_button = QPushButton(_("Plan a meeting here…"))
        self.plan_button.setAutoDefault(False)
        self._close = QPushButton(_("Close"))
        self._close.setAutoDefault(False)
        self._lay_out(heading)
        self._connect()
        self.list.setCurrentRow(0)
        self.show_button.setEnabled(bool(cell.meetings))
        fit(self, *_SIZE_PX)

    def _lay_out(self, heading: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.plan_button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.show_button)
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addWidget(ElidedLabel(heading, Kind.STATEMENT))
        if self._cell.meetings:
            content.addWidget(self.list, 1)
        else:
            content.addWidget(Label(_("Nothing was held or lost here."), Kind.MUTE, wraps=True))
            content.addStretch(1)
            self.list.hide()
        content.addLayout(buttons)

    def _connect(self) -> None:
        self.list.itemActivated.connect(self._show_clicked)
        self.show_button.clicked.connect(self._show_clicked)
        self.plan_button.clicked.connect(self._plan_clicked)
        self._close.clicked.connect(self.reject)

    @Slot()
    def _show_clicked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.meeting_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    @Slot()
    def _plan_clicked(self) -> None:
        self.accept()
        self.plan_wanted.emit(self._cell.slot)
