"""Rows of what is known: a bold word, a text, and a note at the right; thin lines between."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from journal.ui.shared.labels import column, rule
from journal.ui.shared.marked_text import Look, MarkedText, Run
from journal.ui.theme import Theme

_NOTE_PX = 180
_LAID_OUT = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row.

    Attributes:
        lead: A bold word before the text; may be empty.
        note: At the right, muted; may be empty.
        is_late: The note is said in the colour of what is late.
        is_quote: The text is somebody's words, and is set apart by a bar.
    """

    text: str
    lead: str = ""
    note: str = ""
    is_late: bool = False
    is_quote: bool = False


class EntryList(QScrollArea):
    """Entries under each other, scrolled where there is no room; the last is shown whole or not."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._end_with_a_row)
        self.show_entries(())

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show other entries, from the top."""
        content = QWidget()
        content.setObjectName("scrolled")
        rows = column(content, margins=(0, 0, 4, 0), gap=0)
        before: Entry | None = None
        for entry in entries:
            if before is not None and not (before.is_quote or entry.is_quote):
                rows.addWidget(rule())
            rows.addWidget(EntryRow(self._theme, entry))
            before = entry
        rows.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(0)

    def texts(self) -> tuple[str, ...]:
        """Return what each row says, for those who read it as words."""
        return tuple(each.accessibleName() for each in self.findChildren(EntryRow))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        found = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() in _LAID_OUT:
            self._end_with_a_row()
        return found

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._end_with_a_row()

    @Slot()
    def _end_with_a_row(self) -> None:
        """Leave free below what would show half a row."""
        room = self.contentsRect().height()
        top = self.verticalScrollBar().value()
        bottoms = [each.geometry().bottom() + 1 - top for each in self.findChildren(EntryRow)]
        whole = max((each for each in bottoms if each <= room), default=0)
        free = room - whole if whole and any(each > room for each in bottoms) else 0
        if free != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, free)


class EntryRow(QFrame):
    """One entry."""

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quote" if entry.is_quote else "row")
        self.setAccessibleName(" ".join(filter(None, (entry.lead, entry.text, entry.note))))
        row = QHBoxLayout(self)
        margins = (10, 2, 0, 2) if entry.is_quote else (0, 6, 0, 6)
        row.setContentsMargins(*margins)
        row.setSpacing(12)
        row.addWidget(MarkedText(theme, _runs(entry)), 1, Qt.AlignmentFlag.AlignTop)
        if entry.note:
            look = Look.ALARM if entry.is_late else Look.MUTE
            note = MarkedText(theme, (Run(entry.note, look),), right=True)
            note.setMaximumWidth(_NOTE_PX)
            row.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)
        if entry.is_quote:
            self._set_apart()

    def _set_apart(self) -> None:
        self.setContentsMargins(0, 4, 0, 4)


def _runs(entry: Entry) -> Iterator[Run]:
    if entry.lead:
        yield Run(entry.lead + "  ", Look.STRONG)
    yield Run(entry.text, Look.ITALIC if entry.is_quote else Look.PLAIN)
