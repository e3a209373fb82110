"""The meetings of an account as a table, newest first; every word is made once."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from journal.analysis.losses import is_lost
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.record import MeetingId, RecordId
from journal.terms import kind_words, minutes_words, status_words
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.words import clock_words, full_day_words, plain_tip
from journal.wording import _

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_HORIZONTAL = Qt.Orientation.Horizontal
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """From left to right."""

    DAY = 0
    TIME = 1
    STATUS = 2
    MINUTES = 3
    PEOPLE = 4
    SUMMARY = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting in words.

    Attributes:
        is_lost: Its status is said in the colour of what is lost.
    """

    meeting_id: MeetingId
    words: tuple[str, ...]
    tip: str
    is_lost: bool


class MeetingTableModel(QAbstractTableModel):
    """One row a meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._where: dict[RecordId, int] = {}
        self._headers = (
            _("Day"),
            _("Time"),
            _("What became of it"),
            _("Length"),
            _("With"),
            _("In one line"),
        )

    def show(self, view: AccountView) -> None:
        """Show the meetings of an account."""
        self.beginResetModel()
        self._rows = tuple(_row(view, each) for each in reversed(view.relationship.meetings))
        self._where = {row.meeting_id: position for position, row in enumerate(self._rows)}
        self.endResetModel()

    def row(self, position: int) -> Row:
        """Return the meeting that stands there."""
        return self._rows[position]

    def position_of(self, meeting_id: RecordId) -> int | None:
        """Return where a meeting stands; None where it does not."""
        return self._where.get(meeting_id)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        if role == _DISPLAY:
            return self._rows[index.row()].words[index.column()]
        return self._rows[index.row()].tip if role == _TIP else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != _HORIZONTAL or not 0 <= section < len(self._headers):
            return None
        if role == _DISPLAY:
            return self._headers[section]
        return _LEFT if role == _ALIGNMENT else None


def _row(view: AccountView, meeting: Meeting) -> Row:
    minutes = meeting.held_minutes if meeting.status is Status.HELD else None
    minutes = minutes or meeting.minutes
    status, is_visit = status_words(meeting, view.now), meeting.kind is Kind.VISIT
    summary = meeting.summary or meeting.purpose or meeting.notes.partition("\n")[0]
    return Row(
        meeting_id=meeting.id,
        words=(
            full_day_words(meeting.when.day),
            "" if meeting.when.time is None else clock_words(meeting.when.time),
            status if is_visit else f"{status} · {kind_words(meeting.kind)}",
            "" if minutes is None else minutes_words(minutes),
            ", ".join(person.name for person in view.people_at(meeting)),
            summary,
        ),
        tip=plain_tip(summary),
        is_lost=is_lost(meeting),
    )
