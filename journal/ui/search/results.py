"""What was found: accounts by name first, then the journal's own words, each in its context."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from journal.domain.finding import Hits
from journal.domain.record import AccountId, RecordId
from journal.ui.shared.eliding import elided
from journal.ui.shared.words import day_words, plain_tip
from journal.ui.theme import LABEL_PX, Theme, sized
from journal.wording import _

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW_PX = 44
_NAMES_FOUND = 8
_INSET_PX = 10
_EXCERPT_DOWN = QPointF(0, 19)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row.

    Attributes:
        record: The account itself where its name was found.
        title: The account's name.
        note: The day, at the right.
        marks: Start and end, in `excerpt`, of each word that was found.
    """

    account_id: AccountId
    record: RecordId
    title: str
    excerpt: str
    note: str = ""
    marks: tuple[tuple[int, int], ...] = ()


def found(names: Mapping[AccountId, str], words: str, hits: Hits, today: date) -> tuple[Found, ...]:
    """Make rows of what was found; what belongs to no single account is left out.

    Args:
        names: Of all accounts; those that hold the words come first.
    """
    wanted = words.strip().casefold()
    holding = ((key, name) for key, name in names.items() if wanted in name.casefold())
    by_name = tuple(
        Found(account_id=account_id, record=account_id, title=name, excerpt=_("account"))
        for account_id, name in islice(holding, _NAMES_FOUND)
    )
    known = {row.record for row in by_name}
    return by_name + tuple(
        Found(
            account_id=hit.account_id,
            record=hit.record,
            title=names[hit.account_id],
            excerpt=hit.excerpt,
            note=day_words(hit.happened_at.date(), today),
            marks=hit.marks,
        )
        for hit in hits.hits
        if hit.account_id is not None and hit.account_id in names and hit.record not in known
    )


class ResultModel(QAbstractListModel):
    """The rows, in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Found, ...] = ()

    def show(self, rows: Sequence[Found]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, position: int) -> Found:
        """Return what stands there."""
        return self._rows[position]

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        row = self._rows[index.row()]
        if role == _DISPLAY:
            return row.title
        if role == _TIP:
            return plain_tip(f"{row.title}\n{row.excerpt}")
        return f"{row.title}, {row.excerpt}, {row.note}" if role == _SPOKEN else None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags


class ResultList(QListView):
    """Says what the user went to: the account and the record in it."""

    hit_chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResultModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_ResultDelegate(theme, self._model, self))
        self.setProperty("kind", "side")
        self.setAccessibleName(_("Found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_found(self, rows: Sequence[Found]) -> None:
        """Show what was found, none of it chosen."""
        with QSignalBlocker(self):
            self._model.show(rows)

    def go_down(self) -> None:
        """Choose the first and take the keys."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))

    @Slot()
    def _current_changed(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            row = self._model.row(index.row())
            self.hit_chosen.emit(row.account_id, row.record)


class _ResultDelegate(QStyledItemDelegate):
    """Paints a title with its day, and under it the words with those that were found."""

    def __init__(self, theme: Theme, model: ResultModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._title_font = parent.font()
        self._small_font = sized(parent.font(), LABEL_PX)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW_PX)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.row(index.row())
        colours = self._theme.colours
        chosen = bool(option.state & _SELECTED)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or option.state & _HOVERED:
            painter.setBrush(colours.accent if chosen else colours.hover)
            painter.drawRoundedRect(box, 4, 4)
        ink = colours.accent_ink if chosen else colours.ink
        mute = colours.accent_ink if chosen else colours.side_mute
        words = box.adjusted(_INSET_PX, 4, -_INSET_PX, -4)
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        painter.setFont(self._small_font)
        painter.setPen(mute)
        painter.drawText(upper, _RIGHT, row.note)
        upper.setRight(upper.right() - painter.fontMetrics().horizontalAdvance(row.note) - 8)
        painter.setFont(self._title_font)
        painter.setPen(ink)
        title = elided(painter.fontMetrics(), row.title, int(upper.width()))
        painter.drawText(upper, _LEFT, title)
        self._paint_excerpt(painter, row, words, (mute, ink))
        painter.restore()

    def _paint_excerpt(
        self, painter: QPainter, row: Found, words: QRectF, inks: tuple[QColor, QColor]
    ) -> None:
        mute, ink = inks
        layout = QTextLayout(row.excerpt.replace("\n", " "), self._small_font)
        formats = []
        for start, end in row.marks:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, end - start
            look = QTextCharFormat()
            look.setForeground(ink)
            look.setFont(sized(self._small_font, LABEL_PX, strong=True))
            made.format = look
            formats.append(made)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        painter.setPen(mute)
        painter.setClipRect(words)
        layout.draw(painter, words.topLeft() + _EXCERPT_DOWN)
