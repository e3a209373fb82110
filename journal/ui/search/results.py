"""The list of what was found: a title with its note, and under it the words in context."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
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

from journal.ui.search.rows import Row
from journal.ui.shared.eliding import elided
from journal.ui.shared.words import plain_tip
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
_INSET_PX = 10
_EXCERPT_DOWN = QPointF(0, 19)


class ResultModel(QAbstractListModel):
    """The rows, in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, position: int) -> Row:
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
    """Says which row the user went to, by Enter or by a click."""

    row_chosen = Signal(object)

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
        self.clicked.connect(self.choose_current)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, the first of them set off; the same row stays set off."""
        before = self.current()
        self._model.show(rows)
        place = next((at for at, row in enumerate(rows) if row == before), 0)
        if rows:
            self.setCurrentIndex(self._model.index(place))

    def current(self) -> Row | None:
        """Return the row that is set off; None where there is none."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def rows(self) -> tuple[Row, ...]:
        """Return what is listed."""
        return tuple(self._model.row(place) for place in range(self._model.rowCount()))

    def step(self, by: int) -> None:
        """Set off the row so many further down; the ends hold."""
        last = self._model.rowCount() - 1
        if last >= 0:
            place = min(max(self.currentIndex().row() + by, 0), last)
            self.setCurrentIndex(self._model.index(place))

    @Slot()
    def choose_current(self) -> None:
        """Go to the row that is set off."""
        row = self.current()
        if row is not None:
            self.row_chosen.emit(row)


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
        self, painter: QPainter, row: Row, words: QRectF, inks: tuple[QColor, QColor]
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
