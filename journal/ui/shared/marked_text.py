"""Text with some words set apart: bold, muted, italic, late; wrapped, and never markup.

A QLabel can set words apart only by reading its text as HTML, which would open local files named
in a customer's words. Here each run carries its look beside its text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from journal.ui.theme import Theme, sized

_UNBOUND_PX = 100_000


class Look(StrEnum):
    """How a run of words is set."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTE = "mute"
    ITALIC = "italic"
    ALARM = "alarm"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words that are set alike."""

    text: str
    look: Look = Look.PLAIN


class MarkedText(QWidget):
    """A wrapped text of runs; its accessible name is the whole text."""

    def __init__(
        self,
        theme: Theme,
        runs: Iterable[Run] = (),
        *,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            right: Set against the right edge, for the note at the end of a row.
        """
        super().__init__(parent)
        self._theme = theme
        self._right = right
        self._runs: tuple[Run, ...] = ()
        self._layout = QTextLayout()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._prepare)
        self.set_runs(runs)

    def set_runs(self, runs: Iterable[Run]) -> None:
        """Show other words."""
        self._runs = tuple(runs)
        self.setAccessibleName(self.text())
        self._prepare()
        self.updateGeometry()

    def text(self) -> str:
        """Return the words without their looks."""
        return "".join(run.text for run in self._runs)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)

    @override
    def sizeHint(self) -> QSize:
        self._lay_out(_UNBOUND_PX)
        width = int(self._layout.maximumWidth()) + 2
        return QSize(width, self._lay_out(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.fontMetrics().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._prepare()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(self._theme.colours.ink)
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()

    @Slot()
    def _prepare(self) -> None:
        # A line separator wraps where the text has a new line, without a new layout.
        text = self.text().replace("\n", "\N{LINE SEPARATOR}")
        self._layout = QTextLayout(text, self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag(0))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(self._formats()))
        self._lay_out(max(self.width(), 1))
        self.update()

    def _formats(self) -> Iterable[QTextLayout.FormatRange]:
        start = 0
        for run in self._runs:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, _units(run.text)
            made.format = self._format(run.look)
            start += made.length
            yield made

    def _format(self, look: Look) -> QTextCharFormat:
        colours = self._theme.colours
        colour: dict[Look, QColor] = {
            Look.MUTE: colours.mute,
            Look.ALARM: colours.alarm,
            Look.ACCENT: colours.accent_text,
        }
        made = QTextCharFormat()
        font: QFont = sized(
            self.font(),
            self.font().pixelSize(),
            strong=look is Look.STRONG,
            italic=look is Look.ITALIC,
        )
        made.setFont(font)
        made.setForeground(colour.get(look, colours.ink))
        return made

    def _lay_out(self, width: int) -> int:
        """Break the lines for a width and return the height, both in pixels."""
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return max(int(height + 0.999), self.fontMetrics().height())


def _units(text: str) -> int:
    """Count as Qt counts: a character beyond the first plane is two."""
    return len(text) + sum(each > "\uffff" for each in text)
