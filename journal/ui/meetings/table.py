"""The table of meetings; the one that is chosen stands in the card below."""

from datetime import date, time

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from journal.domain.record import RecordId
from journal.terms import minutes_words
from journal.ui.meetings.table_model import Column, MeetingTableModel
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.row_painting import ink, paint_ruled, paint_words
from journal.ui.shared.row_table import INSET_PX, only_read
from journal.ui.shared.words import clock_words, full_day_words
from journal.ui.theme import Theme
from journal.wording import _

_DAY, _STATUS, _PEOPLE = Column.DAY.value, Column.STATUS.value, Column.PEOPLE.value
_MUTED = frozenset({Column.TIME.value, Column.MINUTES.value, _PEOPLE})
_AIR_PX = 14  # above and below the words of a row
_SPARE_PX = 12  # a weekday or a month may be wider than the one that is measured
_PEOPLE_LETTERS = 24
_A_LONG_DAY, _A_LONG_TIME, _LONG_MIN = date(2026, 11, 25), time(22, 50), 150
_Index = QModelIndex | QPersistentModelIndex


class MeetingTable(QTableView):
    """Says which meeting the user went to."""

    meeting_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MeetingTableModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_MeetingDelegate(theme, self._model, self))
        only_read(self, _("Meetings"))
        self.horizontalHeader().setStretchLastSection(True)
        self._measure()
        self.selectionModel().currentRowChanged.connect(self._row_changed)

    def show_account(self, view: AccountView) -> None:
        """Show the meetings of an account, and leave the same one chosen."""
        position = self.currentIndex().row()
        chosen = self._model.row(position).meeting_id if position >= 0 else None
        with QSignalBlocker(self):
            self._model.show(view)
        self.choose(chosen)

    def choose(self, meeting_id: RecordId | None) -> None:
        """Set a meeting off without saying so."""
        position = None if meeting_id is None else self._model.position_of(meeting_id)
        with QSignalBlocker(self):
            if position is None:
                self.setCurrentIndex(QModelIndex())
                self.clearSelection()
            else:
                self.selectRow(position)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def _measure(self) -> None:
        """Give each column the room that its usual words need in this font."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + _AIR_PX)
        usual = {
            Column.DAY: full_day_words(_A_LONG_DAY),
            Column.TIME: clock_words(_A_LONG_TIME),
            Column.STATUS: _("moved · video call"),
            Column.MINUTES: minutes_words(_LONG_MIN),
            Column.PEOPLE: "n" * _PEOPLE_LETTERS,
        }
        for column, words in usual.items():
            titled_px = self.horizontalHeader().sectionSizeHint(column.value)
            words_px = metrics.horizontalAdvance(words) + 2 * INSET_PX + _SPARE_PX
            self.setColumnWidth(column.value, max(titled_px, words_px))

    @Slot()
    def _row_changed(self) -> None:
        position = self.currentIndex().row()
        if position >= 0:
            self.meeting_chosen.emit(self._model.row(position).meeting_id)


class _MeetingDelegate(QStyledItemDelegate):
    """Paints a cell from the prepared words, without asking the model for each role."""

    def __init__(self, theme: Theme, model: MeetingTableModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, place = self._model.row(index.row()), index.column()
        colours = self._theme.colours
        box: QRect = option.rect
        paint_ruled(painter, option, colours)
        is_lost = place == _STATUS and row.is_lost
        painter.setPen(ink(option, colours, is_alarm=is_lost, is_mute=place in _MUTED))
        paint_words(painter, box.adjusted(INSET_PX, 0, -INSET_PX, 0), row.words[place])
