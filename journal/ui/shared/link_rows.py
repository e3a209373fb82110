"""Rows of what is known: some only say it, others lead to where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from journal.ui.shared.labels import Kind, Label, column, rule
from journal.ui.theme import Theme

_PAD_PX = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row.

    Attributes:
        note: At the right, short; may be empty.
        below: Under the text, muted; may be empty.
        key: What it leads to; empty for nothing.
        tip: What happens then.
    """

    text: str
    note: str = ""
    below: str = ""
    key: str = ""
    tip: str = ""


class Section(QWidget):
    """A heading and its rows; `taken` says the key of one that leads somewhere."""

    taken = Signal(str)

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._rows: list[QWidget] = []
        self._heading = Label(heading, Kind.STRONG)
        self._aside = Label(kind=Kind.LABEL, wraps=True)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._heading)
        above.addWidget(self._aside, 1)
        self._inside = column(self, margins=(0, 0, 0, 0), gap=0)
        self._inside.addLayout(above)
        self._inside.addSpacing(6)

    def say_aside(self, words: str) -> None:
        """Say something small at the right of the heading."""
        self._aside.setText(words)

    def end_with(self, widget: QWidget) -> None:
        """Have a widget below all rows."""
        self._inside.addSpacing(6)
        self._inside.addWidget(widget)

    def lines(self) -> tuple[Line, ...]:
        """Return what is shown."""
        return self._lines

    def stops(self) -> list[QWidget]:
        """Return the rows that lead somewhere, in their order."""
        return [each for each in self._rows if isinstance(each, LinkRow)]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; the cursor stays in the row at the same place."""
        if tuple(lines) == self._lines:
            return
        had = next((n for n, each in enumerate(self._rows) if each.hasFocus()), None)
        for each in self._rows:
            self._inside.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._lines = tuple(lines)
        self._rows = [self._row(each) for each in lines]
        for place, each in enumerate(self._rows, 2):
            self._inside.insertWidget(place, each)
            each.show()  # now, so that the focus can go there
        if had is not None and self._rows:
            self._rows[min(had, len(self._rows) - 1)].setFocus()

    def _row(self, line: Line) -> QWidget:
        if not line.key:
            return FactRow(line)
        made = LinkRow(self._theme, line)
        made.taken.connect(self.taken)
        return made


class FactRow(QWidget):
    """A row that only says something."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = column(self, margins=(0, 0, 0, 0), gap=0)
        inside.addWidget(rule())
        inside.addLayout(_words(line))


class LinkRow(QAbstractButton):
    """A row that leads somewhere: by a click, by Enter or by the space bar."""

    taken = Signal(str)

    def __init__(self, theme: Theme, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self.setText(line.text)
        self.setAccessibleName(" ".join(filter(None, (line.text, line.below, line.note))))
        self.setAccessibleDescription(line.tip)
        self.setToolTip(line.tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        inside = column(self, margins=(0, 0, 0, 0), gap=0)
        inside.addWidget(rule())
        inside.addLayout(_words(line))
        self.clicked.connect(self._clicked)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize() if layout is None else layout.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(-1, 2, 1, -1)
        if self.underMouse():
            painter.fillRect(box, self._theme.colours.hover)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colours.accent_text, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -1), 3, 3)
        painter.end()

    @Slot()
    def _clicked(self) -> None:
        self.taken.emit(self._line.key)


def chain(widgets: Sequence[QWidget]) -> None:
    """Let Tab go through widgets in this order."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def _words(line: Line) -> QHBoxLayout:
    said = QVBoxLayout()
    said.setSpacing(0)
    said.addWidget(_label(line.text, Kind.BODY))
    if line.below:
        said.addWidget(_label(line.below, Kind.MUTE))
    row = QHBoxLayout()
    row.setContentsMargins(_PAD_PX, 5, _PAD_PX, 5)
    row.setSpacing(12)
    row.addLayout(said, 1)
    if line.note:
        note = Label(line.note, Kind.BODY if not line.key else Kind.MUTE)
        row.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _label(text: str, kind: Kind) -> Label:
    made = Label(text, kind, wraps=True)
    made.setMinimumWidth(1)
    return made
