"""Cutting a name where there is no room, in whichever direction it is read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

# Of a name; fewer say nothing.
_LEAST_LETTERS = 3
_AT_END = Qt.TextElideMode.ElideRight
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_IN_ONE_LINE = dict.fromkeys(map(ord, "\t\n\v\f\r\u2028\u2029"), " ")
_STRONG = _RIGHT_TO_LEFT | {"L"}


def elided(metrics: QFontMetrics, text: str, width_px: int) -> str:
    """Return the text, or its beginning and an ellipsis at the end of what is read.

    All of it stands in one line, also what came from elsewhere with line ends in it.

    Qt sets the ellipsis of an Arabic name at its right, where the name begins; a mark after
    it says that it belongs to the name.
    """
    text = text.translate(_IN_ONE_LINE)
    shown = metrics.elidedText(text, _AT_END, width_px)
    if shown != text and _is_right_to_left(text):
        return f"{shown}\N{RIGHT-TO-LEFT MARK}"
    return shown


def elided_before(metrics: QFontMetrics, text: str, end: str, width_px: int) -> str:
    """Return the text, cut where there is no room, but before the words with which it ends.

    Where there is room for hardly more than these, they stand alone.
    """
    room_px = width_px - metrics.horizontalAdvance(end)
    if not end or metrics.horizontalAdvance(text) <= width_px:
        return elided(metrics, text, width_px)
    if room_px < _LEAST_LETTERS * metrics.averageCharWidth():
        return elided(metrics, end.lstrip(", "), width_px)
    return elided(metrics, text.removesuffix(end), room_px) + end


def _is_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    import unicodedata  # a large table, which few names need

    directions = map(unicodedata.bidirectional, text)
    first = next((each for each in directions if each in _STRONG), "L")
    return first in _RIGHT_TO_LEFT
