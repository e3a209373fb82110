"""One line of what came up: what it is, its text, and a button for all that can be chosen."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from journal.domain.person import Person, StandingCommitment
from journal.domain.record import Record
from journal.ui.meetings.growing_text import GrowingText
from journal.ui.meetings.line_choices import Around
from journal.ui.meetings.line_details import LineDetails
from journal.ui.meetings.line_words import choice_words, due_words, row_words
from journal.ui.saving import Saver
from journal.ui.shared.buttons import Button
from journal.ui.shared.eliding import elided_before
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.words import plain_tip
from journal.wording import _

LEAD_LETTERS = 12
_CHOICE_LETTERS = 16
_AROUND_PX = 34


class FindingRow(QWidget):
    """Its text is saved by itself; `changed` says the record with another choice."""

    changed = Signal(object)
    removed = Signal(object)
    left = Signal()

    def __init__(
        self, saver: Saver, record: Record, around: Around, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._saver = saver
        self._around = around
        self.record = record
        self.details: LineDetails | None = None
        words = row_words(record)
        lead = Label(words, Kind.LEAD, wraps=True)
        lead.setContentsMargins(0, 6, 0, 0)
        lead.setFixedWidth(LEAD_LETTERS * self.fontMetrics().averageCharWidth())
        self.text = GrowingText(saver, words)
        self.text.installEventFilter(self)
        self.choice = _ChoiceButton()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        self._upright = column(self, margins=(0, 0, 0, 0), gap=0)
        self._upright.addLayout(row)
        self.choice.clicked.connect(self._toggle)
        self.text.left.connect(self.left)
        self.show_record(record, around)

    @property
    def last_stop(self) -> QWidget:
        """Where Tab leaves the row."""
        return self.choice if self.details is None else self.details.remove_button

    def show_record(self, record: Record, around: Around) -> None:
        """Show the record as it is now."""
        self.record, self._around = record, around
        field = _text_field(record)
        name = _("Edit {line}").format(line=row_words(record).lower())
        self.text.bind(record, field, name)
        words = choice_words(record, around.whole, around.today)
        self.choice.show_words(words, due_words(record, around.whole, around.today))
        if self.details is not None:
            self.details.show_record(record, around)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_control and event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _toggle(self) -> None:
        """Show what can be chosen, or hide it again."""
        if self.details is None:
            self.details = LineDetails(self._saver, self.record, self._around)
            self.details.changed.connect(self.changed)
            self.details.removed.connect(self._remove)
            self._upright.addWidget(self.details)
            self.details.follow(self.choice)
            self.details.setVisible(False)
        is_open = self.details.isHidden()
        self.details.setVisible(is_open)
        self.choice.tell_open(is_open=is_open)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.record)


class _ChoiceButton(Button):
    """Says what is chosen, cut where there is no room, with an arrow at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._end = ""
        self.setProperty("kind", "choice")
        width = _CHOICE_LETTERS * self.fontMetrics().averageCharWidth() + _AROUND_PX
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, end: str) -> None:
        """Show what is chosen; the end of the words is not cut."""
        self._words, self._end = words, end
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(_("{choice}, change").format(choice=words))
        self.update()

    def shown(self) -> str:
        """Return what is seen of the words."""
        room_px = self.width() - _AROUND_PX
        return elided_before(self.fontMetrics(), self._words, self._end, room_px)

    def tell_open(self, *, is_open: bool) -> None:
        """Say whether the choices stand below."""
        self.setAccessibleDescription(_("open") if is_open else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = f"{self.shown()} ▾".replace("&", "&&")
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


def _text_field(record: Record) -> str:
    if isinstance(record, Person):
        return "name"
    return "title" if isinstance(record, StandingCommitment) else "text"
