"""The customer's week as one painted widget, gone through with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from journal.analysis.proposals import FixedBlock
from journal.analysis.slots import Slot as HalfHour
from journal.ui.access.cell_painter import CORNER_PX, PAD_PX, CellPainter, DrawnCell
from journal.ui.access.week import Cell, Week, lies_in
from journal.ui.access.words import short_weekday_words, time_words
from journal.ui.shared.eliding import elided
from journal.ui.shared.spoken_cells import CellWidget
from journal.ui.shared.words import plain_tip
from journal.ui.theme import LABEL_PX, Theme, sized
from journal.wording import _

_GAP_PX = 2
_ROW_PX, _LEAST_ROW_PX, _LEAST_COLUMN_PX = 36, 22, 40
_CENTRE = Qt.AlignmentFlag.AlignCenter
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WeekGrid(CellWidget):
    """Enter or a click plans in a proposed cell, and shows the meetings of another.

    The space bar shows the meetings of any. `come_to` says the cell that the arrow keys came to,
    `entered` the one in hand when the keys came to the week, `departed` that they went elsewhere.
    """

    plan_wanted = Signal(HalfHour)
    meetings_wanted = Signal(Cell)
    come_to = Signal(Cell)
    entered = Signal(Cell)
    departed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._week: Week | None = None
        self._painter = CellPainter(theme.colours, sized(self.font(), LABEL_PX))
        self._drawn: tuple[DrawnCell, ...] = ()
        self._frames: tuple[QRectF, ...] = ()
        self.setAccessibleName(_("When meetings hold"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._prepare)

    @property
    def week(self) -> Week | None:
        """What is painted; None before there is anything."""
        return self._week

    @property
    def cell(self) -> Cell | None:
        """The cell that the arrow keys have come to."""
        return None if self._week is None else self._week.cells[self._current]

    def show_week(self, week: Week, words: Sequence[str], start: HalfHour | None) -> None:
        """Show another week, or the same with other counts.

        Args:
            week: What to paint.
            words: Of each cell.
            start: Where the arrow keys begin; None to stay in the slot where they are.
        """
        before = self.cell
        here = before.slot if start is None and before is not None else start
        self._week = week
        self._speak_of(list(words))
        self._current = 0 if here is None else week.place_of(here)
        self.updateGeometry()
        self._prepare()

    def words(self) -> tuple[str, ...]:
        """Return what is said of each cell."""
        return tuple(each.words for each in self.spoken)

    def name_px(self) -> int:
        """Return the height of the names of the days, which stay in sight."""
        return self._edges()[1]

    @Slot()
    def update_names(self) -> None:
        """Paint the names of the days where they are in sight now."""
        self.update()

    def go_to(self, slot: HalfHour) -> None:
        """Come to the cell of a slot, as the arrow keys do."""
        if self._week is not None:
            self._come_to(self._week.place_of(slot))

    @override
    def rect_of(self, number: int) -> QRect:
        return self._drawn[number].box.toRect() if number < len(self._drawn) else QRect()

    @override
    def number_at(self, place: QPoint) -> int | None:
        boxes = enumerate(each.box for each in self._drawn)
        return next((number for number, box in boxes if box.contains(place.toPointF())), None)

    @override
    def sizeHint(self) -> QSize:
        return self._size(_ROW_PX)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._size(_LEAST_ROW_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._prepare()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._prepare()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell(self._current)
        if self.cell is not None:
            self.entered.emit(self.cell)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in _COMES_BACK:
            self.departed.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.number_at(event.pos())
            words = "" if number is None else self.spoken[number].words
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position().toPoint())
        acts = number is not None and self._week is not None and _acts(self._week.cells[number])
        shape = Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._come_to(number)
            self._act()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() in _BARE:
            self._step(*_STEPS[key])
        elif key in _ENTER:
            self._act()
        elif key == Qt.Key.Key_Space and self.cell is not None:
            self.meetings_wanted.emit(self.cell)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._week is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), LABEL_PX))
        for each in self._drawn:
            self._painter.paint(painter, each)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colours.alarm, 1.5, Qt.PenStyle.DashLine))
        for frame in self._frames:
            painter.drawRoundedRect(frame, CORNER_PX, CORNER_PX)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colours.ink, 2))
            painter.drawRoundedRect(self._drawn[self._current].box, CORNER_PX, CORNER_PX)
        self._paint_names(painter, self._week)
        painter.end()

    def _paint_names(self, painter: QPainter, week: Week) -> None:
        """Paint the times at the left, and the weekdays above what is in sight."""
        colours = self._theme.colours
        painter.setPen(colours.mute)
        left_px, top_px = self._edges()
        firsts = self._drawn[:: len(week.weekdays)]
        for each, minute in zip(firsts, week.times, strict=True):
            box = QRectF(0, each.box.top(), left_px, each.box.height())
            place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(place), time_words(minute))
        above = max(self.visibleRegion().boundingRect().top(), 0)
        painter.fillRect(0, above, self.width(), top_px, colours.card)
        for each, weekday in zip(self._drawn, week.weekdays, strict=False):
            box = QRectF(each.box.left(), above, each.box.width(), top_px)
            words = short_weekday_words(weekday)
            painter.drawText(
                box, int(_CENTRE), elided(painter.fontMetrics(), words, int(box.width()))
            )

    @Slot()
    def _prepare(self) -> None:
        """Make ready what is painted."""
        week = self._week
        if week is None:
            return
        left_px, top_px = self._edges()
        wide = (self.width() - left_px) / len(week.weekdays)
        high = (self.height() - top_px) / len(week.times)
        self._painter = CellPainter(self._theme.colours, sized(self.font(), LABEL_PX))
        drawn = []
        for number, cell in enumerate(week.cells):
            row, column = divmod(number, len(week.weekdays))
            box = QRectF(left_px + column * wide, top_px + row * high, wide, high)
            box.adjust(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
            drawn.append(self._painter.made_ready(week, cell, box))
        self._drawn = tuple(drawn)
        self._frames = tuple(self._frames_of(week))
        self.update()

    def _frames_of(self, week: Week) -> list[QRectF]:
        """Return one frame around all the cells of a day in which a commitment lies."""
        found: dict[FixedBlock, QRectF] = {}
        for each in week.fixed:
            for cell, drawn in zip(week.cells, self._drawn, strict=True):
                if lies_in(each.block, cell):
                    found[each] = found.get(each, drawn.box).united(drawn.box)
        return list(found.values())

    def _step(self, rows: int, columns: int) -> None:
        week = self._week
        if week is None:
            return
        row, column = divmod(self._current, len(week.weekdays))
        row = min(max(row + rows, 0), len(week.times) - 1)
        column = min(max(column + columns, 0), len(week.weekdays) - 1)
        self._come_to(row * len(week.weekdays) + column)

    def _tell(self, number: int) -> None:
        if self._week is not None:
            self._go(number)
            self.setAccessibleDescription(self.spoken[number].words)
            self.update()

    def _come_to(self, number: int) -> None:
        self._tell(number)
        if self.cell is not None:
            self.come_to.emit(self.cell)

    def _act(self) -> None:
        cell = self.cell
        if cell is not None and cell.is_proposed:
            self.plan_wanted.emit(cell.slot)
        elif cell is not None and cell.meetings:
            self.meetings_wanted.emit(cell)

    def _edges(self) -> tuple[int, int]:
        """Return the width of the times at the left, and the height of the days above."""
        metrics = QFontMetrics(sized(self.font(), LABEL_PX))
        times = () if self._week is None else self._week.times
        widest = max((metrics.horizontalAdvance(time_words(each)) for each in times), default=0)
        return widest + 2 * PAD_PX, metrics.height() + 2 * PAD_PX

    def _size(self, row_px: int) -> QSize:
        rows, columns = (8, 5) if self._week is None else _shape(self._week)
        left_px, top_px = self._edges()
        return QSize(left_px + columns * _LEAST_COLUMN_PX, top_px + rows * row_px)


# Who looks at a menu or at another window comes back to the cell.
_COMES_BACK = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
_BARE = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


def _shape(week: Week) -> tuple[int, int]:
    return len(week.times), len(week.weekdays)


def _acts(cell: Cell) -> bool:
    return cell.is_proposed or bool(cell.meetings)
