"""The list of the page: arrow keys go from line to line, a letter begins a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget
from typing_extensions import override

from journal.ui.negotiation.outline_delegate import OutlineDelegate
from journal.ui.negotiation.outline_model import OutlineModel
from journal.ui.negotiation.rows import Look, Row
from journal.ui.shared.side_list import SideList
from journal.ui.theme import Theme
from journal.wording import _

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Outline(SideList):
    """Enter or a letter begins a line where one can be added; Alt+Up and Alt+Down move a line.

    `row_chosen` says that another row is set off, `entered` that Enter was pressed on one.
    `typed` says the key of the row in which a line was typed, and the line. `ordered` says the
    keys of the lines of one group as they are to stand.
    """

    row_chosen = Signal()
    entered = Signal()
    typed = Signal(str, str)
    ordered = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("What is prepared"), parent)
        self._gone = ""
        self._model = OutlineModel(self)
        self.setModel(self._model)
        self._delegate = OutlineDelegate(theme, self._model, self)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._clicked)
        self._delegate.typed.connect(self.typed)
        self._delegate.left.connect(self._left)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these without saying so; the same one stays set off, else what took its place.

        What is gone is set off again when it comes back before one goes elsewhere.
        """
        current = self.current()
        wanted = self._gone or ("" if current is None else current.key)
        position = self.currentIndex().row()
        with QSignalBlocker(self):
            self._model.show(rows)
            if self.choose(wanted):
                return
            if current is None or not self.choose(current.key):
                self._set_off_near(max(position, 0))
        self._gone = wanted

    def choose(self, key: str) -> bool:
        """Set a row off without saying so; False where there is none."""
        position = self._model.position_of(key)
        if position is None:
            return False
        self._gone = ""
        with QSignalBlocker(self):
            index = self._model.index(position)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return True

    def current(self) -> Row | None:
        """Return what is set off; None without any."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def rows(self) -> tuple[Row, ...]:
        """Return what is shown, from the top down."""
        return self._model.all()

    def leave(self) -> None:
        """Take what is being typed."""
        for editor in self.viewport().findChildren(QLineEdit):
            row = self.current()
            if row is not None and row.look is Look.ADD:
                self._delegate.take(editor, row.key)

    def shift(self, step: int) -> None:
        """Move the line that is set off among those of its group; -1 is up."""
        row = self.current()
        if row is None or row.look is not Look.LINE:
            return
        keys = self._keys_beside(row)
        at = keys.index(row.key)
        if 0 <= at + step < len(keys):
            keys.insert(at + step, keys.pop(at))
            self.ordered.emit(keys)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.current()
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shift(steps[Qt.Key(event.key())])
        elif event.key() in _ENTER and not modifiers and row is not None:
            self._enter(row)
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Order the lines of a group; elsewhere a line stays where it was."""
        row = self.current()
        at = self.indexAt(event.position().toPoint()).row()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the rows follow the journal
        event.accept()
        self.stopAutoScroll()
        self.setState(self.State.NoState)  # takes the mark away that shows where it would go
        self.viewport().update()
        if event.source() is not self or row is None or row.look is not Look.LINE:
            return
        is_below = self.dropIndicatorPosition() == self.DropIndicatorPosition.BelowItem
        place = at + is_below if at >= 0 else self._model.rowCount()
        keys = [each for each in self._keys_beside(row) if each != row.key]
        first = self._model.position_of(self._keys_beside(row)[0]) or 0
        if first <= place <= first + len(keys) + 1:
            before = [each for each in keys if (self._model.position_of(each) or 0) < place]
            keys.insert(len(before), row.key)
            if keys != self._keys_beside(row):
                self.ordered.emit(keys)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def _enter(self, row: Row) -> None:
        if row.look is Look.ADD:
            self.edit(self.currentIndex())
        else:
            self.entered.emit()

    def _keys_beside(self, row: Row) -> list[str]:
        """Return the keys of the lines of its group, those that are over apart."""
        return [
            each.key
            for each in self._model.all()
            if each.group is row.group and each.look is Look.LINE and each.is_mute == row.is_mute
        ]

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if self._model.row(index.row()).look is Look.ADD:
            self.edit(index)

    @Slot(int)
    def _left(self, key: int) -> None:
        """Go on from the field in which a line was typed."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return
        action = self.CursorAction.MoveUp if key == Qt.Key.Key_Up else self.CursorAction.MoveDown
        self.setCurrentIndex(self.moveCursor(action, Qt.KeyboardModifier.NoModifier))

    @Slot(QModelIndex)
    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._gone = ""
            self.row_chosen.emit()

    def _set_off_near(self, position: int) -> None:
        """Set off the row at a place, else the last one before it that one can go to."""
        count = self._model.rowCount()
        for at in (*range(min(position, count - 1), -1, -1), *range(count)):
            if not self._model.row(at).is_heading:
                self.setCurrentIndex(self._model.index(at))
                return
