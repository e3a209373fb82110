"""Labels that never take text for markup."""

import re
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from journal.ui.shared.eliding import elided_before
from journal.ui.shared.words import plain_tip

# Letters after which a word may be broken, where it has so many.
_PART = 24
_LONG_WORD = re.compile(rf"\S{{{2 * _PART},}}")
_BREAK = "\N{ZERO WIDTH SPACE}"


class Kind(StrEnum):
    """How a text speaks; the stylesheet knows each by this word."""

    TITLE = "title"
    STATEMENT = "statement"
    STRONG = "strong"
    LEAD = "lead"
    BODY = "body"
    MUTE = "mute"
    LABEL = "label"
    FOOT = "foot"
    ALARM = "alarm"


class Label(QLabel):
    """A plain text."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.BODY,
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind.value)
        self.setWordWrap(wraps)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        # One long word would make the page wider than the window, and cut off all else on it.
        super().setText(_LONG_WORD.sub(_broken, text) if self.wordWrap() else text)


class ElidedLabel(Label):
    """A plain text of one line that is cut where there is no room, whole in its tool tip."""

    def __init__(
        self, text: str = "", kind: Kind = Kind.BODY, parent: QWidget | None = None
    ) -> None:
        self._end = ""
        super().__init__(text, kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tell()

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()
        self._tell()

    def keep_whole(self, end: str) -> None:
        """Cut the text before the words with which it ends, not in them."""
        self._end = end
        self._tell()
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._tell()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shown())
        painter.end()

    def _shown(self) -> str:
        room_px = self.contentsRect().width()
        return elided_before(self.fontMetrics(), self.text(), self._end, room_px)

    def _tell(self) -> None:
        whole = self.text()
        self.setToolTip("" if self._shown() == whole else plain_tip(whole))


def _broken(found: re.Match[str]) -> str:
    word = found.group()
    return _BREAK.join(word[at : at + _PART] for at in range(0, len(word), _PART))


def rule(parent: QWidget | None = None) -> QFrame:
    """Make a thin horizontal line."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def column(parent: QWidget, *, margins: tuple[int, int, int, int], gap: int) -> QVBoxLayout:
    """Make a column layout on the 4-px grid.

    Args:
        margins: Left, top, right, bottom, in pixels.
        gap: Between the entries, in pixels.
    """
    made = QVBoxLayout(parent)
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    return made
