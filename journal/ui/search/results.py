"""The list of what was found: a title with its note, and under it the words in context."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from journal.ui.search.rows import Row
from journal.ui.shared.row_painting import is_chosen, paint_note, paint_rounded, paint_words
from journal.ui.shared.side_list import INSET_PX, Index, SideList, SideModel
from journal.ui.theme import LABEL_PX, Theme, sized
from journal.wording import _

_ROW_PX = 44
_EXCERPT_DOWN = QPointF(0, 19)


class ResultList(SideList):
    """Says which row the user went to, by Enter or by a click."""

    row_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Found"), parent)
        self._model = SideModel[Row](self)
        self.setModel(self._model)
        self.setItemDelegate(_ResultDelegate(theme, self._model, self))
        self.setUniformItemSizes(True)
        self.clicked.connect(self.choose_current)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, the first of them set off; the same row stays set off."""
        before = self.current()
        self._model.show_rows(rows)
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

    def __init__(self, theme: Theme, model: SideModel[Row], parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._text_font = parent.font()
        self._small_font = sized(parent.font(), LABEL_PX)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW_PX)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        colours = self._theme.colours
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        paint_rounded(painter, option, box, colours)
        ink = colours.accent_ink if is_chosen(option) else colours.ink
        mute = colours.accent_ink if is_chosen(option) else colours.side_mute
        words = box.adjusted(INSET_PX, 4, -INSET_PX, -4)
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        painter.setFont(self._small_font)
        painter.setPen(mute)
        upper = paint_note(painter, upper, row.note)
        painter.setFont(self._text_font)
        painter.setPen(ink)
        paint_words(painter, upper, row.text)
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
