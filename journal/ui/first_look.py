"""The first picture: the accounts by name, and the head of the one that is met next.

Until the window stands nothing in it can be pressed, so this is words on their grounds, and no
widgets: Qt's lists, buttons and menus take as long to import and to make as all that comes before.
What is painted here stays where it is when they come; marks, days, buttons and menus join it.
"""

import math
import sys
from collections.abc import Iterator, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from journal.domain.account import Account
from journal.domain.glance import Glance
from journal.levels import aim_words
from journal.ui.accounts.grouping import by_aim
from journal.ui.theme import LABEL_PX, TITLE_PX, Theme, sized

NARROW_PX = 900
"""A narrower window has no side."""

# As the side, the list in it and the head lay themselves out; a test compares the two pictures.
_IN_MENU_PX = 8
_SIDE_PX = 228
_MARGIN_PX = 10
_ROW_PX = 32
_ABOVE_LIST_PX = 12 + _ROW_PX + 8 + 3 * _ROW_PX + 8  # where one searches, and the three places
_BELOW_LIST_PX = 8 + 10  # and the foot
_HEADING_AT_PX = 10
_BELOW_HEADING_PX = 7
_NAME_AT_PX = 30
_HEAD_AT_PX = (24, 16)
_BELOW_TITLE_PX = 4

_Row = Glance | str


class FirstLook(QWidget):
    """Seen once, and gone when the window stands."""

    def __init__(self, theme: Theme, glances: Sequence[Glance], first: Glance | None) -> None:
        super().__init__()
        self._colours = theme.colours
        self._note_font = sized(self.font(), LABEL_PX)
        rows = list(_rows(glances))
        self._chosen_at = -1 if first is None else rows.index(first)
        self._menu = _Ground(self._colours.side, self)
        self._side = _Ground(self._colours.side, self)
        self._view = QWidget(self._side)
        self._list = self._listed(rows)
        self._head = QWidget(self) if first is None else self._headed(first.account)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        # The system's own bar, where it has one, is no part of the window.
        top = 0 if sys.platform == "darwin" else _line_px(self.font()) + _IN_MENU_PX
        left = _SIDE_PX if width >= NARROW_PX else 0
        self._menu.setGeometry(0, 0, width, top)
        self._side.setGeometry(0, top, left, height - top)
        self._head.setGeometry(left, top, width - left, height - top)
        foot = _BELOW_LIST_PX + _line_px(self._note_font)
        room = height - top - _ABOVE_LIST_PX - foot
        self._view.setGeometry(_MARGIN_PX, _ABOVE_LIST_PX, _SIDE_PX - 2 * _MARGIN_PX, room)
        # The account that is shown is in sight, as in the list itself.
        self._list.move(0, min(0, room - (self._chosen_at + 1) * _ROW_PX))

    def _listed(self, rows: Sequence[_Row]) -> QWidget:
        colours, heading_font = self._colours, sized(self.font(), LABEL_PX, strong=True)
        whole = QWidget(self._view)
        whole.resize(_SIDE_PX - 2 * _MARGIN_PX, len(rows) * _ROW_PX)
        if self._chosen_at >= 0:
            chosen = _Ground(colours.accent, whole)
            chosen.setGeometry(0, self._chosen_at * _ROW_PX + 1, whole.width(), _ROW_PX - 2)
        headings, names = _Words(colours.side_mute, whole), _Words(colours.ink, whole)
        name_of_chosen = _Words(colours.accent_ink, whole)
        in_row = _base_px(self.font(), _ROW_PX)
        in_heading = _ROW_PX - _BELOW_HEADING_PX - QFontMetrics(heading_font).descent()
        for place, row in enumerate(rows):
            top = place * _ROW_PX
            if isinstance(row, str):
                headings.write(row, _HEADING_AT_PX, top + in_heading, heading_font)
            else:
                words = name_of_chosen if place == self._chosen_at else names
                words.write(row.account.name, _NAME_AT_PX, top + in_row, self.font())
        return whole

    def _headed(self, account: Account) -> QWidget:
        whole = QWidget(self)
        name, below = _Words(self._colours.ink, whole), _Words(self._colours.mute, whole)
        title_font = sized(self.font(), TITLE_PX, strong=True)
        title_px, body_px = _line_px(title_font), _line_px(self.font())
        left, top = _HEAD_AT_PX
        name.write(account.name, left, top + _base_px(title_font, title_px), title_font)
        second = top + title_px + _BELOW_TITLE_PX
        below.write(subtitle(account), left, second + _base_px(self.font(), body_px), self.font())
        return whole


class _Ground(QWidget):
    """One colour."""

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, colour)
        self.setPalette(palette)
        self.setAutoFillBackground(True)


class _Words(QWidget):
    """Words of one colour, that of the palette.

    To give a painter another one, PySide makes every enumeration of Qt's: a tenth of a start.
    """

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)
        self._words: list[tuple[str, int, int, QFont]] = []

    def write(self, words: str, left: int, base: int, font: QFont) -> None:
        """Put words there, left and base line in pixels."""
        self._words.append((words, left, base, font))
        metrics = QFontMetrics(font)
        right, below = left + metrics.horizontalAdvance(words), base + metrics.descent()
        self.resize(max(self.width(), right), max(self.height(), below))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for words, left, base, font in self._words:
            painter.setFont(font)
            painter.drawText(left, base, words)
        painter.end()


def _line_px(font: QFont) -> int:
    return math.ceil(QFontMetricsF(font).height())


def _base_px(font: QFont, room_px: int) -> int:
    """Return how far down the base line is of words in the middle of so much room."""
    metrics = QFontMetrics(font)
    return (room_px - metrics.height() + 1) // 2 + metrics.ascent()


def subtitle(account: Account) -> str:
    """Say with which part of an account one deals, and where it is."""
    return " · ".join(filter(None, (account.unit, account.place)))


def _rows(glances: Sequence[Glance]) -> Iterator[_Row]:
    for aim, group in by_aim(glances):
        yield aim_words(aim)
        yield from group
