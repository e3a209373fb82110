"""The page of what is owed: a sentence, two filters, the list, and what to do with one."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from journal.analysis.promises import FollowUp
from journal.domain.account import Account
from journal.domain.person import Person
from journal.domain.promise import Promise
from journal.domain.record import Record, RecordId, Side
from journal.operations import promises
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.promises.day_field import DayField
from journal.ui.promises.promise_list import PromiseList
from journal.ui.promises.words import State, answer
from journal.ui.shared.filter_line import FilterLine
from journal.ui.shared.key_button import deed_button
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.page import Page
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.wording import _

_SIDES = (None, Side.OURS, Side.THEIRS)


class PromisesPage(Page):
    """Each key settles the promise that is chosen at once; undo takes it back.

    What was settled here stays in sight until one leaves the page. `log_wanted` asks to log a
    meeting; it names none, "" and "".
    """

    log_wanted = Signal(str, str)
    shows: ClassVar[frozenset[type[Record]]] = frozenset({Promise, Account, Person})

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._settled: set[RecordId] = set()
        self._next: RecordId | None = None
        self._is_empty = True
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self.sides = Segments(
            _("Who owes"),
            (Choice(text=_("Both")), Choice(text=_("Ours")), Choice(text=_("Theirs"))),
        )
        self.sides.choose(0)
        self.filter = FilterLine(
            _("Find an account, a person or a word"), _("Account, person or word")
        )
        self.list = PromiseList(theme)
        self.day = DayField(_("Move to"))
        self._whole = Label(wraps=True)
        self._about = Label(kind=Kind.MUTE, wraps=True)
        self._why_empty = Label(kind=Kind.MUTE, wraps=True)
        self._empty = QWidget()
        self._buttons = tuple(
            deed_button(*deed, theme)
            for deed in (
                (_("Kept"), "K", self._keep),
                (_("Move the date"), "M", self._move),
                (_("Drop"), "D", self._drop),
                (_("Open"), "Return", self._open),
            )
        )
        self.log_button = deed_button(_("Log a meeting"), "L", self._log, theme)
        self._filters = QWidget()
        self._deeds = QStackedWidget()
        self._below = QWidget()
        self._lay_out()
        self._connect()

    @override
    def read(self) -> None:
        found = self.attempt(self._follow_ups)
        if found is None:
            return
        today = self._journal.today()
        self._answer.setText(answer([each.promise for each in found], today))
        self.list.show_promises(found, today, self._next)
        self._next = None
        self._is_empty = not found
        self._tell()

    @property
    @override
    def in_hand(self) -> tuple[str, str] | None:
        owed = self.list.chosen_follow_up()
        return None if owed is None else (owed.account.id, owed.promise.id)

    def answer(self) -> str:
        """Return the sentence that the page opens with."""
        return self._answer.text()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # not where only the window was made small
            self._settled.clear()

    def _lay_out(self) -> None:
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(12)
        filters.addWidget(self.sides)
        filters.addWidget(self.filter, 1)
        keys = QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._deeds.addWidget(keys)
        self._deeds.addWidget(self.day)
        self._deeds.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        below = column(self._below, margins=(0, 0, 0, 0), gap=4)
        below.addWidget(self._whole)
        below.addWidget(self._about)
        below.addSpacing(4)
        below.addWidget(self._deeds)
        empty = column(self._empty, margins=(0, 0, 0, 0), gap=16)
        empty.addWidget(self._why_empty)
        empty.addWidget(self.log_button)
        empty.addStretch(1)
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addWidget(self._answer)
        content.addWidget(self._filters)
        content.addWidget(self.list, 1)
        content.addWidget(self._empty, 1)
        content.addWidget(self._below)

    def _connect(self) -> None:
        self.sides.chosen.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.filter.left.connect(self._find_left)
        self.list.chosen.connect(self._tell)
        self.list.keep_wanted.connect(self._keep)
        self.list.move_wanted.connect(self._move)
        self.list.drop_wanted.connect(self._drop)
        self.list.open_wanted.connect(self._open)
        self.day.taken.connect(self._day_taken)
        self.day.left.connect(self._day_left)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and self._is_empty and not event.modifiers():
            self._log()
        else:
            super().keyPressEvent(event)

    def _follow_ups(self) -> tuple[FollowUp, ...]:
        return promises.follow_ups(self._journal, also=self._settled)

    @Slot()
    def _tell(self) -> None:
        """Say the whole of the promise that is chosen, and what can be done with it."""
        row = self.list.chosen_row()
        self._day_left()
        self.list.setVisible(row is not None)
        self._below.setVisible(row is not None)
        self._empty.setVisible(row is None)
        self._filters.setVisible(not self._is_empty)
        self.log_button.setVisible(self._is_empty)
        self._why_empty.setText(
            _(
                "What you promise, and what is promised to you, will stand here by its day. It is "
                "noted when you log a meeting."
            )
            if self._is_empty
            else _("No promise fits what is asked for above. Esc there shows all of them again.")
        )
        self.setFocusProxy(self.log_button if self._is_empty else self.list)
        if row is None:
            return
        self._whole.setText(f"{row.lead}: {row.text}")
        self._about.setText(f"{row.note} · {row.about}")
        keep, move, drop, _open = self._buttons
        is_done = row.state is State.DONE
        keep.setText(_("Owed again") if is_done else _("Kept"))
        for button in (move, drop):
            button.setEnabled(not is_done)

    @Slot()
    def _narrow(self) -> None:
        self.list.narrow(_SIDES[self.sides.position], self.filter.text())
        self._tell()

    @override
    def find_here(self) -> bool:
        self.filter.begin()
        return True

    @override
    def narrow_to(self, words: str, record_id: str) -> None:
        self.sides.choose(0)
        self.filter.setText(words)
        self._narrow()
        self._next = RecordId(record_id) if record_id else None
        self.read()

    @Slot()
    def _find_left(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _keep(self) -> None:
        """Note that it was kept; or, where it was settled by mistake, that it is still owed."""
        chosen = self.list.chosen_follow_up()
        if chosen is None:
            return
        promise = chosen.promise
        if promise.is_open:
            self._settle(promise, lambda: promises.keep(self._journal, promise, self._today()))
        else:
            self.attempt(lambda: promises.reopen(self._journal, promise))

    @Slot()
    def _drop(self) -> None:
        chosen = self.list.chosen_follow_up()
        if chosen is not None and chosen.promise.is_open:
            promise = chosen.promise
            self._settle(promise, lambda: promises.drop(self._journal, promise, self._today()))

    @Slot()
    def _move(self) -> None:
        chosen = self.list.chosen_follow_up()
        if chosen is not None and chosen.promise.is_open:
            self._deeds.setCurrentWidget(self.day)
            self.day.ask(self._journal.now(), self._journal.zone)

    @Slot(date)
    def _day_taken(self, day: date) -> None:
        chosen = self.list.chosen_follow_up()
        self._day_left()
        if chosen is not None:
            promise = chosen.promise
            self._next = self.list.open_after()
            self.attempt(lambda: promises.postpone(self._journal, promise, day))
            self._next = None

    @Slot()
    def _day_left(self) -> None:
        """Bring the buttons back, and the focus where it was."""
        had_focus = self.day.line.hasFocus()
        self._deeds.setCurrentIndex(0)
        if had_focus:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open(self) -> None:
        row = self.list.chosen_row()
        if row is not None:
            self.record_wanted.emit(row.account_id, row.record_id)

    @Slot()
    def _log(self) -> None:
        self.log_wanted.emit("", "")

    def _settle(self, promise: Promise, verb: Callable[[], Change]) -> None:
        """Keep it in sight, and go on to the next that is owed."""
        is_new = promise.id not in self._settled
        self._settled.add(promise.id)
        self._next = self.list.open_after()
        change = self.attempt(verb)
        self._next = None
        if change is not None:
            announce(
                self, _("{change}: {promise}").format(change=change.name, promise=promise.text)
            )
        elif is_new:
            self._settled.discard(promise.id)

    def _today(self) -> date:
        return self._journal.today()
