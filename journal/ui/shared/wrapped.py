"""A text broken into a few lines, in whichever script; more are left out after an ellipsis."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_ELLIPSIS = "…"
_UNIT_BYTES = 2  # Qt counts in the units of UTF-16


class Wrapped:
    """A text, laid out once for a width."""

    def __init__(self, text: str, font: QFont, width_px: int, at_most: int) -> None:
        """Lay it out.

        Args:
            text: Plain.
            font: In which it is set.
            width_px: Of the room for it.
            at_most: How many lines; what is beyond them is left out.
        """
        one = text.replace("\r", "").replace("\n", "\N{LINE SEPARATOR}")
        self._layout, self.height_px = _laid_out(one, font, width_px)
        kept = one
        while self._layout.lineCount() > at_most and kept:
            last = self._layout.lineAt(at_most - 1)
            units = last.textStart() + last.textLength() - 1  # leaves room for the ellipsis
            kept = _first_units(kept, units).rstrip("\N{LINE SEPARATOR} ")
            self._layout, self.height_px = _laid_out(kept + _ELLIPSIS, font, width_px)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it in the colour of the pen, with its top left corner there."""
        self._layout.draw(painter, at)


def _laid_out(text: str, font: QFont, width_px: int) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width_px, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, int(height + 0.999)


def _first_units(text: str, units: int) -> str:
    whole = text.encode("utf-16-le", "replace")
    return whole[: units * _UNIT_BYTES].decode("utf-16-le", "ignore")
