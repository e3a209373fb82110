"""Rows for records under each other: those that stay keep their cursor, and Tab goes down."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.record import RecordId


class Row(QWidget):
    """One of them."""

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops in it, in order."""
        return ()


R = TypeVar("R", bound=Row)


class Rows(Generic[R]):
    """The rows of a field, above the widgets that end it."""

    def __init__(self, make: Callable[[], R], *, gap: int) -> None:
        """Make it, empty.

        Args:
            make: Makes a row and hears it.
            gap: Between two rows, in pixels.
        """
        self._make = make
        self._rows: dict[RecordId, R] = {}
        self.layout = QVBoxLayout()
        self.layout.setContentsMargins(0, 0, 0, 0)
        self.layout.setSpacing(gap)

    def all(self) -> tuple[R, ...]:
        """Return the rows, from top to bottom."""
        return tuple(self._rows.values())

    def keep(self, ids: Sequence[RecordId], end: Sequence[QWidget]) -> tuple[R, ...]:
        """Have a row for each of these records, in this order, and return them.

        Args:
            ids: Of the records.
            end: Where Tab goes after the last row, in order; at least one.
        """
        if tuple(self._rows) == tuple(ids):
            return self.all()
        for gone in self._rows.keys() - set(ids):
            _drop(self._rows.pop(gone))
        self._rows = {each: self._rows.get(each) or self._make() for each in ids}
        for place, row in enumerate(self._rows.values()):
            self.layout.insertWidget(place, row)
        self._order([stop for row in self._rows.values() for stop in row.stops()], end)
        return self.all()

    def _order(self, stops: Sequence[QWidget], end: Sequence[QWidget]) -> None:
        """Let Tab go from what stands before through the rows to what ends them."""
        order = (*stops, *end)
        before = end[0].previousInFocusChain()
        while before is not None and (before in order or not _is_stop(before)):
            before = before.previousInFocusChain()
        for one, following in pairwise((before or end[0], *order)):
            QWidget.setTabOrder(one, following)


def _is_stop(widget: QWidget) -> bool:
    """Say whether the focus itself comes there; one that passes it on would be passed over."""
    return widget.focusProxy() is None and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _drop(row: QWidget) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
