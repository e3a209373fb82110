"""How one cell of the week is painted: its counts, what was lost of them, what lies in it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from journal.analysis.slots import SlotCount
from journal.domain.rating import Level
from journal.ui.access.week import Cell, Week
from journal.ui.colours import Colours
from journal.ui.shared.eliding import elided
from journal.wording import _

CORNER_PX = 2
PAD_PX = 4
_BAR_PX = 3
# One meeting says less than three.
_TINTS = (0.14, 0.25, 0.36)
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCell:
    """A cell made ready to be painted.

    Attributes:
        lines: Words with their colours, the first where there is room for one only.
        lost_px: How long the bar at its foot is, for the share that was lost: it tells lost
            from held where no colour does.
    """

    box: QRectF
    fill: QColor | None
    lines: tuple[tuple[str, QColor], ...]
    lost_px: float
    is_proposed: bool


class CellPainter:
    """Knows the colours and the font."""

    def __init__(self, colours: Colours, font: QFont) -> None:
        self._colours = colours
        self._metrics = QFontMetrics(font)

    def made_ready(self, week: Week, cell: Cell, box: QRectF) -> DrawnCell:
        """Work out how a cell is painted in a box."""
        count = cell.count
        share = count.lost / count.counted if count.counted else 0.0
        colours = self._colours
        # On a tint the colour of what is late could not be read; its frame has it.
        on_it = colours.ink if count.counted else colours.alarm
        said = [
            (_shortened(count, self._metrics, int(box.width()) - PAD_PX), colours.ink),
            (_beginning(week, cell), on_it),
        ]
        if cell.is_proposed and not count.counted:
            said.insert(0, (_("propose"), colours.accent_text))
        return DrawnCell(
            box=box,
            fill=self._tint(count),
            lines=tuple((words, ink) for words, ink in said if words),
            lost_px=box.width() * share,
            is_proposed=cell.is_proposed,
        )

    def paint(self, painter: QPainter, drawn: DrawnCell) -> None:
        """Paint a cell."""
        colours = self._colours
        frame = colours.accent_text if drawn.is_proposed else colours.line
        painter.setPen(QPen(frame, 1.5 if drawn.is_proposed else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if drawn.fill is None else drawn.fill)
        painter.drawRoundedRect(drawn.box, CORNER_PX, CORNER_PX)
        if drawn.lost_px:
            bar = QRectF(drawn.box.bottomLeft(), drawn.box.bottomLeft())
            bar.adjust(0, -_BAR_PX, drawn.lost_px, 0)
            painter.fillRect(bar, colours.levels[Level.DAMAGED].edge)
        high = self._metrics.height()
        shown = drawn.lines[: max(int(drawn.box.height() // high), 1)]
        top = drawn.box.center().y() - len(shown) * high / 2
        wide = drawn.box.width() - PAD_PX
        for number, (words, ink) in enumerate(shown):
            line = QRectF(drawn.box.left() + PAD_PX / 2, top + number * high, wide, high)
            painter.setPen(ink)
            painter.drawText(line, int(_CENTRE), elided(self._metrics, words, int(wide)))

    def _tint(self, count: SlotCount) -> QColor | None:
        if not count.counted:
            return None
        level = Level.POSITIVE if count.mostly_holds else Level.DAMAGED
        made = QColor(self._colours.levels[level].fill)
        made.setAlphaF(_TINTS[min(count.counted, len(_TINTS)) - 1])
        return made


def _beginning(week: Week, cell: Cell) -> str:
    """Name what recurs and begins in a cell."""
    titles = (
        each.commitment.title
        for each in week.fixed
        if each.block.weekday == cell.slot.weekday
        and cell.slot.minute <= each.block.start_min < cell.slot.minute + cell.minutes
    )
    return ", ".join(dict.fromkeys(titles))


def _shortened(count: SlotCount, metrics: QFontMetrics, room_px: int) -> str:
    """Say how a slot went in as many words as there is room for."""
    if not count.counted:
        return ""
    ways = (_("{held} of {count} held"), _("{held} of {count}"), _("{held}/{count}"))
    said = [each.format(held=count.held, count=count.counted) for each in ways]
    return next((each for each in said if metrics.horizontalAdvance(each) <= room_px), said[-1])
