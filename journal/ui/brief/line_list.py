"""The lines of the framework in a list: ticked by Space, answered by a letter."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from journal.domain.record import Agreement
from journal.ui.brief.framework_rows import Row
from journal.ui.brief.line_delegate import LineDelegate
from journal.ui.brief.line_model import LineModel
from journal.ui.theme import Theme

_ANSWERS = {
    Qt.Key.Key_A: Agreement.AGREED,
    Qt.Key.Key_C: Agreement.CHANGED,
    Qt.Key.Key_D: Agreement.DECLINED,
    Qt.Key.Key_N: Agreement.NOT_RAISED,
}


class LineList(QListView):
    """Says `chosen` with a `Row`, `answered` with it and an `Agreement`."""

    chosen = Signal(object)
    answered = Signal(object, object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(theme, self.lines, self))
        self.setAccessibleName(name)
        self.setProperty("kind", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def chosen_row(self) -> Row | None:
        """What the keys are about; None for nothing."""
        index = self.currentIndex()
        return self.lines.row(index.row()) if index.isValid() else None

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; the one that was chosen stays so where it is still there."""
        had = self.chosen_row
        position = self.currentIndex().row()
        self.lines.show_rows(rows)
        found = -1 if had is None else self.lines.position_of(had.record)
        self.choose(position if found < 0 else found)

    def choose(self, position: int) -> None:
        """Choose the row there, or the next one that can be."""
        count = self.lines.rowCount()
        for at in range(max(position, 0), count):
            if not self.lines.row(at).is_heading:
                self.setCurrentIndex(self.lines.index(at, 0))
                return

    def pass_on(self) -> None:
        """Choose the next row, at the end the one before: the chosen one goes elsewhere."""
        here = self.currentIndex().row()
        others = (*range(here + 1, self.lines.rowCount()), *range(here - 1, -1, -1))
        for at in others:
            if not self.lines.row(at).is_heading:
                self.setCurrentIndex(self.lines.index(at, 0))
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # another width breaks the texts elsewhere

    @Slot()
    def _current_changed(self) -> None:
        self.chosen.emit(self.chosen_row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen_row
        answer = _ANSWERS.get(Qt.Key(event.key()))
        if row is None or row.kind is not None or answer is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.answered.emit(row, answer)
