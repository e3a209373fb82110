"""The list of promises: two lines each, and a key for whatever becomes of one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from journal.analysis.promises import FollowUp
from journal.domain.record import RecordId, Side
from journal.ui.promises.list_model import PromiseListModel
from journal.ui.promises.words import Row, State
from journal.ui.shared.eliding import elided
from journal.ui.shared.row_painting import RIGHT, is_chosen, paint_ruled, paint_words
from journal.ui.theme import Theme, sized
from journal.wording import _

_INSET_PX = 12
_GAP_PX = 8
_LINE_GAP_PX = 3
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_Index = QModelIndex | QPersistentModelIndex
_Key = Qt.Key


class PromiseList(QListView):
    """Says to which promise one went, and what one wants with it."""

    chosen = Signal()
    keep_wanted = Signal()
    move_wanted = Signal()
    drop_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PromiseListModel(self)
        self.setModel(self._model)
        self._delegate = _PromiseDelegate(theme, self._model, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Promises"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self.open_wanted)
        theme.changed.connect(self.viewport().update)

    def show_promises(
        self, follow_ups: Sequence[FollowUp], today: date, wanted: RecordId | None
    ) -> None:
        """Show these, and go to one of them; None stays with the one that is chosen."""
        position = self.currentIndex().row()
        with QSignalBlocker(self):
            goal = wanted or self.chosen_id()
            self._model.show(follow_ups, today)
            self._go_to(goal, position)

    def narrow(self, side: Side | None, words: str) -> None:
        """Let only some through, and stay with the one that is chosen where it is among them."""
        position = self.currentIndex().row()
        with QSignalBlocker(self):
            goal = self.chosen_id()
            self._model.narrow(side, words)
            self._go_to(goal, position)

    def chosen_row(self) -> Row | None:
        """Return what is said of the one that is chosen; None without one."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def chosen_follow_up(self) -> FollowUp | None:
        """Return the one that is chosen; None without one."""
        index = self.currentIndex()
        return self._model.follow_up(index.row()) if index.isValid() else None

    def chosen_id(self) -> RecordId | None:
        """Return the id of the one that is chosen; None without one."""
        follow_up = self.chosen_follow_up()
        return None if follow_up is None else follow_up.promise.id

    def open_after(self) -> RecordId | None:
        """Return the one to go on with after the one that is chosen."""
        return self._model.open_after(self.currentIndex().row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {
            _Key.Key_K: self.keep_wanted,
            _Key.Key_Space: self.keep_wanted,
            _Key.Key_M: self.move_wanted,
            _Key.Key_D: self.drop_wanted,
            _Key.Key_Delete: self.drop_wanted,
            _Key.Key_Return: self.open_wanted,
            _Key.Key_Enter: self.open_wanted,
        }
        signal = signals.get(_Key(event.key()))
        if signal is not None and event.modifiers() in {_PLAIN, _KEYPAD}:
            signal.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Search for nothing: letters are keys here, and the field above finds."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._delegate.measure()
            self.scheduleDelayedItemsLayout()

    @Slot()
    def _current_changed(self) -> None:
        self.chosen.emit()

    def _go_to(self, record_id: RecordId | None, position: int) -> None:
        found = None if record_id is None else self._model.position_of(record_id)
        place = max(position, 0) if found is None else found
        last = self._model.rowCount() - 1
        index = self._model.index(min(place, last)) if last >= 0 else QModelIndex()
        self.setCurrentIndex(index)


class _PromiseDelegate(QStyledItemDelegate):
    """Paints a row; every word of it was made before."""

    def __init__(self, theme: Theme, model: PromiseListModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._view = parent
        self.measure()

    def measure(self) -> None:
        """Make the fonts and the height of a row afresh."""
        font = self._view.font()
        self._plain = font
        self._strong = sized(font, font.pixelSize(), strong=True)
        self._struck = sized(font, font.pixelSize())
        self._struck.setStrikeOut(True)
        self._line_px = QFontMetrics(self._strong).height()
        self._height_px = 2 * self._line_px + _LINE_GAP_PX + 2 * _GAP_PX

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self._height_px)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, colours = self._model.row(index.row()), self._theme.colours
        box: QRect = option.rect
        chosen = is_chosen(option)
        painter.save()
        paint_ruled(painter, option, colours)
        ink = colours.accent_ink if chosen else colours.ink
        mute = colours.accent_ink if chosen else colours.mute
        note = colours.alarm if row.state is State.LATE and not chosen else mute
        room = box.adjusted(_INSET_PX, _GAP_PX, -_INSET_PX, -_GAP_PX)
        first = QRect(room.left(), room.top(), room.width(), self._line_px)
        painter.setFont(self._plain)
        painter.setPen(note)
        painter.drawText(first, RIGHT, row.note)
        taken = painter.fontMetrics().horizontalAdvance(row.note) + _INSET_PX
        painter.setPen(mute if row.state is State.DONE else ink)
        self._paint_text(painter, first.adjusted(0, 0, -taken, 0), row)
        second = first.translated(0, self._line_px + _LINE_GAP_PX)
        painter.setFont(self._plain)
        painter.setPen(mute)
        paint_words(painter, second, row.about)
        painter.restore()

    def _paint_text(self, painter: QPainter, room: QRect, row: Row) -> None:
        painter.setFont(self._strong)
        lead = elided(painter.fontMetrics(), row.lead, room.width() // 2)
        paint_words(painter, room, lead)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(lead) + _GAP_PX)
        painter.setFont(self._struck if row.state is State.DONE else self._plain)
        paint_words(painter, room, row.text)
