"""The page that opens the day: one sentence, then the visits in order."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from journal.analysis.conflicts import Conflict
from journal.analysis.day import Days
from journal.domain.account import Account
from journal.domain.meeting import Meeting, Participation
from journal.domain.person import Person, Role
from journal.domain.promise import Promise
from journal.domain.record import Record
from journal.operations import days
from journal.operations.journal import Journal
from journal.ui.shared.key_button import KeyButton, deed_button
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.page import Page
from journal.ui.theme import Theme
from journal.ui.today.row import DayRow
from journal.ui.today.words import Section, answer, sections
from journal.wording import _

_MINUTE_MS = 60_000
# A row's frame stands out by so much from the text above it.
_INSET_PX = 10


class TodayPage(Page):
    """Shows what is to be done today and soon; up and down go through it.

    `log_wanted` and `brief_wanted` name an account and a meeting, `plan_wanted` an account, or
    "" for any. `day_wanted` asks for the briefs of the whole day.
    """

    log_wanted = Signal(str, str)
    brief_wanted = Signal(str, str)
    plan_wanted = Signal(str)
    day_wanted = Signal()
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {Account, Meeting, Participation, Person, Role, Promise}
    )

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._theme = theme
        self._sections: tuple[Section, ...] | None = None
        self._rows: list[DayRow] = []
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self.read)
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self._answer.setContentsMargins(_INSET_PX, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(_("Today"))
        self._empty = _Empty(deed_button(_("Plan a meeting"), "N", self._plan, theme, main=True))
        self.print_day = deed_button(_("Print the day…"), "D", self._print_day, theme)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._answer, 1)
        above.addWidget(self.print_day, 0, Qt.AlignmentFlag.AlignTop)
        content = column(self, margins=(14, 20, 16, 16), gap=12)
        content.addLayout(above)
        content.addWidget(self._scroll, 1)
        content.addWidget(self._empty, 1)

    @override
    @Slot()
    def read(self) -> None:
        found = self.attempt(self._around_today)
        if found is None:
            return
        around, conflicts = found
        self._answer.setText(answer(around))
        made = sections(around, conflicts)
        if made != self._sections:
            self._sections = made
            self._show(made)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self._plan()
        elif event.key() == Qt.Key.Key_D and not event.modifiers() and self._rows:
            self._print_day()
        else:
            super().keyPressEvent(event)

    @property
    @override
    def in_hand(self) -> tuple[str, str] | None:
        focused = self.focusWidget()  # the last one within the page
        for each in self._rows:
            if each is focused or each.isAncestorOf(focused):
                return each.row.account_id, each.row.meeting_id
        return None

    def answer(self) -> str:
        """Return the sentence that the page opens with."""
        return self._answer.text()

    def rows(self) -> tuple[DayRow, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._rows)

    def _around_today(self) -> tuple[Days, tuple[Conflict, ...]]:
        return days.around_today(self._journal), days.conflicts_ahead(self._journal)

    def _show(self, made: tuple[Section, ...]) -> None:
        """Make the rows anew; the focus stays on its meeting, else at its place."""
        focused = next((at for at, each in enumerate(self._rows) if each.hasFocus()), None)
        meeting = None if focused is None else self._rows[focused].row.meeting_id
        top = self._scroll.verticalScrollBar().value()
        self._rows = []
        gone = self._scroll.takeWidget()
        if gone is not None:
            gone.deleteLater()  # a row may be what asked for the change that is shown
        self._scroll.setWidget(self._content(made))
        self._scroll.setVisible(bool(made))
        self._empty.setVisible(not made)
        self.print_day.setVisible(any(row.row.may_print for row in self._rows))
        self.setFocusProxy(self._rows[0] if self._rows else self._empty.button)
        self._scroll.verticalScrollBar().setValue(top)
        if focused is not None and self._rows:
            same = (at for at, each in enumerate(self._rows) if each.row.meeting_id == meeting)
            self._go_to(next(same, focused))

    def _content(self, made: tuple[Section, ...]) -> QWidget:
        content = QWidget()
        content.setObjectName("scrolled")
        upright = column(content, margins=(0, 0, 8, 0), gap=0)
        for position, section in enumerate(made):
            upright.addSpacing(20 if position else 4)
            upright.addWidget(_indented(Label(section.title, Kind.LABEL)))
            upright.addSpacing(4)
            for row in section.rows:
                upright.addWidget(self._row(DayRow(self._theme, row)))
            if section.after:
                upright.addSpacing(8)
                upright.addWidget(_indented(Label(section.after, Kind.MUTE, wraps=True)))
        upright.addStretch(1)
        return content

    def _row(self, row: DayRow) -> DayRow:
        row.opened.connect(self.record_wanted)
        row.log_wanted.connect(self.log_wanted)
        row.brief_wanted.connect(self.brief_wanted)
        row.plan_wanted.connect(self.plan_wanted)
        row.stepped.connect(self._step)
        self._rows.append(row)
        return row

    @Slot(int)
    def _step(self, step: int) -> None:
        focused = next((at for at, each in enumerate(self._rows) if each.hasFocus()), 0)
        self._go_to(focused + step)

    def _go_to(self, position: int) -> None:
        row = self._rows[max(0, min(position, len(self._rows) - 1))]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(row)

    @Slot()
    def _print_day(self) -> None:
        self.day_wanted.emit()

    @Slot()
    def _plan(self) -> None:
        self.plan_wanted.emit("")


class _Empty(QWidget):
    """What would stand here, and the one next step."""

    def __init__(self, button: KeyButton) -> None:
        super().__init__()
        self.button = button
        words = Label(
            _(
                "Your visits of the day will stand here in order, each with the time to leave, "
                "then the meetings whose outcome is not told yet, and the next days."
            ),
            Kind.MUTE,
            wraps=True,
        )
        content = QVBoxLayout(self)
        content.setContentsMargins(_INSET_PX, 0, 0, 0)
        content.setSpacing(16)
        content.addWidget(words)
        content.addWidget(button)
        content.addStretch(1)


def _indented(label: Label) -> Label:
    label.setContentsMargins(_INSET_PX, 0, 0, 0)
    return label
