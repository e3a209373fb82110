"""The list of the page: arrow keys go from line to line, a letter begins a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from journal.ui.negotiation.outline_delegate import OutlineDelegate
from journal.ui.negotiation.outline_model import OutlineModel
from journal.ui.negotiation.rows import Row
from journal.ui.shared.side_list import SideList
from journal.ui.theme import Theme
from journal.wording import _

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Outline(SideList):
    """`row_chosen` says that another row is set off, `entered` that Enter was pressed on one."""

    row_chosen = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("What is prepared"), parent)
        self._model = OutlineModel(self)
        self.setModel(self._model)
        self._delegate = OutlineDelegate(theme, self._model, self)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these without saying so; the same one stays set off, else what took its place."""
        current = self.current()
        position = self.currentIndex().row()
        with QSignalBlocker(self):
            self._model.show(rows)
            if current is None or self._model.position_of(current.key) is None:
                self._set_off_near(max(position, 0))
            else:
                self.choose(current.key)

    def choose(self, key: str) -> bool:
        """Set a row off without saying so; False where there is none."""
        position = self._model.position_of(key)
        if position is None:
            return False
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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and is_plain and self.current() is not None:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    @Slot(QModelIndex)
    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit()

    def _set_off_near(self, position: int) -> None:
        """Set off the row at a place, else the last one before it that one can go to."""
        count = self._model.rowCount()
        for at in (*range(min(position, count - 1), -1, -1), *range(count)):
            if not self._model.row(at).is_heading:
                self.setCurrentIndex(self._model.index(at))
                return
