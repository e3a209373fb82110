"""Promises as rows; their words are made a page at a time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from journal.analysis.promises import FollowUp
from journal.domain.record import RecordId, Side
from journal.ui.promises.words import Row, findable, row
from journal.ui.shared.matching import folded
from journal.ui.shared.paged import PagedWords
from journal.ui.shared.words import plain_tip

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PromiseListModel(QAbstractListModel):
    """One row a promise, in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[FollowUp, ...] = ()
        self._findable: dict[RecordId, str] = {}
        self._today = date.min
        self._side: Side | None = None
        self._words: tuple[str, ...] = ()
        self._rows = PagedWords[FollowUp, Row](self._say)
        self._where: dict[RecordId, int] = {}

    def show(self, follow_ups: Sequence[FollowUp], today: date) -> None:
        """Show these, as far as the filters let them through."""
        self._all, self._today = tuple(follow_ups), today
        self._findable = {}
        self._choose()

    def narrow(self, side: Side | None, words: str) -> None:
        """Show only what one side owes (None for both) and what has all the words."""
        wanted = tuple(f" {word}" for word in folded(words).split())
        if (side, wanted) != (self._side, self._words):
            self._side, self._words = side, wanted
            self._choose()

    def row(self, position: int) -> Row:
        """Return what is said there."""
        return self._rows[position]

    def follow_up(self, position: int) -> FollowUp:
        """Return the promise that stands there."""
        return self._rows.thing(position)

    def position_of(self, record_id: RecordId) -> int | None:
        """Return where a promise stands; None where it does not."""
        return self._where.get(record_id)

    def open_after(self, position: int) -> RecordId | None:
        """Return the next promise that is still owed; without one, the last before; else None."""
        following = range(position + 1, len(self._rows))
        before = range(position - 1, -1, -1)
        for each in (*following, *before):
            promise = self._rows.thing(each).promise
            if promise.is_open:
                return promise.id
        return None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        if role == _DISPLAY:
            return self._rows[index.row()].text
        if role == _SPOKEN:
            return self._rows[index.row()].spoken
        return plain_tip(self._rows[index.row()].text) if role == _TIP else None

    def _choose(self) -> None:
        self.beginResetModel()
        shown = [each for each in self._all if self._lets_through(each)]
        self._rows.show(shown)
        self._where = {each.promise.id: position for position, each in enumerate(shown)}
        self.endResetModel()

    def _lets_through(self, follow_up: FollowUp) -> bool:
        promise = follow_up.promise
        if self._side is not None and promise.side is not self._side:
            return False
        if not self._words:
            return True
        text = self._findable.get(promise.id)
        if text is None:
            text = self._findable[promise.id] = findable(follow_up)
        return all(word in text for word in self._words)

    def _say(self, follow_up: FollowUp) -> Row:
        return row(follow_up, self._today)
