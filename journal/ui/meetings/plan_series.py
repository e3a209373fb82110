"""Visits that are repeated: how often, and each of them with what stands in its way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from journal.analysis.obstacles import QuietTime
from journal.domain.span import When
from journal.typed.repetitions import (
    MOST,
    Repetition,
    repetition_words,
    too_many_words,
    understand_repetition,
)
from journal.typed.understood import Bearings, NotUnderstood
from journal.ui.meetings.plan_words import quiet_words
from journal.ui.shared.buttons import other_button
from journal.ui.shared.flow import Flow
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import Kind, Label, column, rule
from journal.ui.shared.read_field import ReadField, Reading
from journal.ui.shared.tick_box import TickBox
from journal.ui.shared.words import date_words, full_when_words, plain_button
from journal.wording import _, ngettext

_LINE_PX = 210
_LIST_PX = 190
_INDENT_PX = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One of them.

    Attributes:
        obstacles: What stands in its way, a sentence each.
        quiet: What its week offers instead; None where nothing does, or is not needed.
    """

    when: When
    obstacles: tuple[str, ...] = ()
    quiet: QuietTime | None = None


class SeriesField(QWidget):
    """Says `edited` where there are other times; which are left out or shifted it keeps itself.

    `counted` says how many are to be planned; 0 where nothing is repeated.
    """

    edited = Signal()
    counted = Signal(int)

    def __init__(
        self, now: Callable[[], datetime], zone: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """Make it, with nothing repeated.

        Args:
            now: Tells the aware moment.
            zone: Tells the IANA name of the customer's wall.
        """
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._first: date | None = None
        self._visits: tuple[Visit, ...] = ()
        self._left_out: set[When] = set()
        self._shifted: dict[When, When] = {}
        self._rows: list[_VisitRow] = []
        self.line = ReadField(_("Again"), self._read)
        self.line.line.setPlaceholderText(_("once; or every 4 weeks, 6 times"))
        self.line.line.setMinimumWidth(_LINE_PX)
        self._said = Label(kind=Kind.BODY, wraps=True)
        self._list = Scrolled(_("Each of the visits"), QWidget())
        self._list.setFixedHeight(_LIST_PX)
        rows = column(self, margins=(0, 0, 0, 0), gap=4)
        rows.addWidget(self.line)
        rows.addWidget(self._said)
        rows.addWidget(self._list)
        self.setFocusProxy(self.line)
        self._said.hide()
        self._list.hide()
        self.line.line.textEdited.connect(self._edited)
        self.line.told.connect(self._edited)

    def days(self, first: date) -> tuple[date, ...]:
        """Return the days of what is typed, from a first one on; only that where it is once."""
        if first != self._first:
            self._first = first
            self.line.read_again()
        repetition = self._repetition()
        return (first,) if repetition is None else repetition.days(first)

    def show_visits(self, visits: Sequence[Visit]) -> None:
        """Show each; none where there is no more than one."""
        shown = tuple(visits)
        if shown == self._visits:
            return
        self._visits = shown
        times = {each.when for each in shown}
        self._left_out &= times
        self._shifted = {was: to for was, to in self._shifted.items() if was in times}
        self._show()

    def times(self) -> tuple[When, ...]:
        """Return when they are to be, in order; none where nothing is repeated."""
        kept = (each.when for each in self._visits if each.when not in self._left_out)
        meant = dict.fromkeys(self._shifted.get(each, each) for each in kept)
        return tuple(sorted(meant, key=lambda when: (when.day, when.instant)))

    def said(self) -> str:
        """Return the sentence above the list."""
        return self._said.text()

    def finish(self) -> bool:
        """Take what is typed; False where it is not understood, or means none or too many."""
        if not self.line.finish():
            return False
        return self._first is None or 0 < len(self.days(self._first)) <= MOST

    @Slot()
    def _edited(self) -> None:
        self.edited.emit()

    @Slot(object)
    def _ticked(self, when: When) -> None:
        self._left_out ^= {when}
        self._say()

    @Slot(object)
    def _shift_pressed(self, visit: Visit) -> None:
        if self._shifted.pop(visit.when, None) is None and visit.quiet is not None:
            self._shifted[visit.when] = visit.quiet.when
        self._show()
        row = next(each for each in self._rows if each.visit == visit)
        row.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _repetition(self) -> Repetition | None:
        text = self.line.line.text()
        bearings = Bearings(now=self._now(), zone=self._zone())
        read = understand_repetition(text, bearings) if text.strip() else None
        return read if isinstance(read, Repetition) else None

    def _read(self, text: str) -> Reading:
        if not text.strip():
            return Reading()
        read = understand_repetition(text, Bearings(now=self._now(), zone=self._zone()))
        if isinstance(read, NotUnderstood):
            return Reading(words=read.why, is_refused=True)
        if self._first is None:
            return Reading(value=read, text=text.strip())
        days = read.days(self._first)
        if not days:
            why = _("That is before the first one; none would be planned.")
            return Reading(words=why, is_refused=True)
        if len(days) > MOST:
            return Reading(words=too_many_words(), is_refused=True)
        words = repetition_words(read, self._first)
        return Reading(value=read, words=words, text=text.strip())

    def _show(self) -> None:
        content = QWidget()
        rows = column(content, margins=(0, 0, 8, 0), gap=0)
        self._rows = [self._row(each) for each in self._visits]
        for row in self._rows:
            rows.addWidget(row)
            rows.addWidget(rule())
        rows.addStretch(1)
        top = self._list.verticalScrollBar().value()
        self._list.show_content(content)
        self._list.verticalScrollBar().setValue(top)
        self._list.setVisible(bool(self._visits))
        controls = [each for row in self._rows for each in (row.tick, row.shift) if each]
        for before, each in pairwise((self.line.line, *controls)):
            QWidget.setTabOrder(before, each)
        self._say()

    def _row(self, visit: Visit) -> "_VisitRow":
        row = _VisitRow(
            visit,
            self._shifted.get(visit.when),
            is_left_out=visit.when in self._left_out,
            today=When.at(self._now(), self._zone()).day,
        )
        row.ticked.connect(self._ticked)
        row.shift_pressed.connect(self._shift_pressed)
        return row

    def _say(self) -> None:
        self._said.setVisible(bool(self._visits))
        count = len(self.times())
        self.counted.emit(count)
        said = ngettext("{count} meeting", "{count} meetings", count).format(count=count)
        troubled = sum(
            bool(each.obstacles)
            and each.when not in self._left_out
            and each.when not in self._shifted
            for each in self._visits
        )
        if troubled:
            more = ngettext(
                "something stands in the way of {count}",
                "something stands in the way of {count} of them",
                troubled,
            )
            said = _("{meetings}; {more}").format(meetings=said, more=more.format(count=troubled))
        self._said.setText(said)


class _VisitRow(QWidget):
    """One visit: whether it is planned, what stands in its way, and the quiet time instead."""

    ticked = Signal(object)
    shift_pressed = Signal(object)

    def __init__(
        self, visit: Visit, shifted: When | None, *, is_left_out: bool, today: date
    ) -> None:
        super().__init__()
        self.visit = visit
        planned = full_when_words(visit.when)
        words = planned
        if shifted is not None:
            words = _("{time} instead of {planned}").format(
                time=full_when_words(shifted), planned=date_words(visit.when.day, today)
            )
        self.tick = TickBox(plain_button(words))
        self.tick.setAccessibleName(_("Plan {time}").format(time=words))
        self.tick.setChecked(not is_left_out)
        first = Flow(gap=8)
        first.addWidget(self.tick)
        rows = column(self, margins=(0, 4, 0, 4), gap=2)
        rows.addLayout(first)
        if visit.obstacles and shifted is None:
            said = Label(" ".join(visit.obstacles), Kind.ALARM, wraps=True)
            said.setContentsMargins(_INDENT_PX, 0, 0, 0)
            rows.addWidget(said)
            self.tick.setAccessibleDescription(said.text())
        self.shift: QPushButton | None = None
        if visit.quiet is not None:
            taking = _("Take {quiet}").format(quiet=quiet_words(visit.quiet, today))
            self.shift = other_button(plain_button(_("As it was") if shifted else taking))
            self.shift.setProperty("kind", "quiet")
            self.shift.clicked.connect(self._shift_clicked)
            first.addWidget(self.shift)
        self.tick.toggled.connect(self._toggled)

    @Slot()
    def _toggled(self) -> None:
        self.ticked.emit(self.visit.when)

    @Slot()
    def _shift_clicked(self) -> None:
        self.shift_pressed.emit(self.visit)
