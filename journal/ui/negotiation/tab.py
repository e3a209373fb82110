"""The Negotiation tab of an account: what is prepared, and the details of what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from journal.analysis.missing import Missing
from journal.analysis.preparation import open_negotiation
from journal.domain.plan import Negotiation
from journal.domain.record import NegotiationId, RecordId, Side
from journal.operations import discarding, plans
from journal.operations.journal import Journal
from journal.ui.negotiation.answer import answer, closed_answer, closed_grounds, grounds
from journal.ui.negotiation.details import Details
from journal.ui.negotiation.groups import GROUPS, PlanLine, Scope
from journal.ui.negotiation.outline import Outline
from journal.ui.negotiation.rows import ABOUT, rows
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.evidence import Evidence
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.words import month_words
from journal.ui.theme import Theme
from journal.wording import _

_LIST_SHARE, _PANEL_SHARE = 6, 7
_TITLE_LETTERS = 30
_PRESENT = NegotiationId(RecordId(""))


class NegotiationTab(Evidence):
    """The arrow keys go from line to line, Enter to its details, Esc back.

    `goal_wanted` says that the goal is to be changed; `plan_wanted` an account and None.
    """

    goal_wanted = Signal()
    plan_wanted = Signal(str, object)

    def __init__(
        self, *, journal: Journal, saver: Saver, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._saver = saver
        self._view: AccountView | None = None
        self._lines: tuple[PlanLine, ...] = ()
        self._shown = _PRESENT
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self._grounds = Label(kind=Kind.MUTE, wraps=True)
        self.chooser = ChoiceField(_("Negotiation"), [(_PRESENT, _("Now"))])
        self.chooser.setMinimumContentsLength(_TITLE_LETTERS)
        self.outline = Outline(theme)
        self.details = Details(journal, saver)
        self._lay_out()
        self._connect()

    def answer(self) -> str:
        """Return the sentence that the tab opens with."""
        return self._answer.text()

    def grounds(self) -> str:
        """Return what stands under it."""
        return self._grounds.text()

    @override
    def show_account(self, view: AccountView) -> None:
        if self._view is None or self._view.relationship.account.id != view.relationship.account.id:
            self.leave()
            self._shown = _PRESENT
        self._view = view
        self._show()

    @override
    def choose(self, record_id: RecordId) -> None:
        """Go to a line, in whichever negotiation it stands."""
        closed = [each.id for each in self._closed()]
        if record_id in closed:
            self._negotiation_told(NegotiationId(record_id))
            return
        for each in (self._shown, _PRESENT, *closed):
            self._negotiation_told(each)
            if self.outline.choose(record_id):
                self._row_chosen()
                return

    @override
    def fill(self, missing: Missing) -> None:
        self._negotiation_told(_PRESENT)
        for each in GROUPS:
            if each.gap is missing.gap and self.outline.choose(each.key):
                self._row_chosen()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    @override
    def in_hand(self) -> tuple[str, str] | None:
        """The line that is set off, unless the keys go to its details."""
        row = self.outline.current()
        is_beside = self.details.isAncestorOf(self.window().focusWidget())
        if self._view is None or row is None or row.line is None or is_beside or self._is_over():
            return None
        return self._view.relationship.account.id, row.line.id

    @override
    def leave(self) -> None:
        self.outline.leave()
        self.details.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.outline.hasFocus():
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._grounds, 1)
        below.addWidget(self.chooser)
        card, line = QFrame(), QFrame()
        card.setProperty("kind", "card")
        line.setProperty("kind", "rule")
        line.setFixedWidth(1)
        row = QHBoxLayout(card)
        row.setContentsMargins(0, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self.outline, _LIST_SHARE)
        row.addWidget(line)
        row.addWidget(self.details, _PANEL_SHARE)
        whole = column(self, margins=(0, 0, 0, 0), gap=8)
        whole.addWidget(self._answer)
        whole.addLayout(below)
        whole.addWidget(card, 1)
        self.setFocusProxy(self.outline)

    def _connect(self) -> None:
        self.chooser.told.connect(self._negotiation_told)
        self.outline.row_chosen.connect(self._row_chosen)
        self.outline.entered.connect(self._entered)
        self.outline.typed.connect(self._typed)
        self.outline.ordered.connect(self._ordered)
        self.details.failed.connect(self.failed)
        self.details.record_wanted.connect(self.record_wanted)
        self.details.trash_wanted.connect(self._trash_wanted)
        self.details.goal_wanted.connect(self.goal_wanted)
        self.details.about.closed.connect(self.outline.setFocus)
        self.details.plan_wanted.connect(self._plan_wanted)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        closed = self._closed()
        if self._shown not in {each.id for each in closed}:
            self._shown = _PRESENT
        self.chooser.set_choices([(_PRESENT, self._present_words()), *_choices(closed, view)])
        self.chooser.show_value(self._shown)
        self.chooser.setVisible(bool(closed))
        self._lines = tuple(self._scope().lines(view.relationship))
        self._say(view, self._lines)
        self.outline.show_rows(rows(view, self._lines, is_closed=self._is_over()))
        self._row_chosen()

    def _say(self, view: AccountView, lines: Sequence[PlanLine]) -> None:
        shown = next((each for each in self._closed() if each.id == self._shown), None)
        if shown is None:
            self._answer.setText(answer(view, lines))
            self._grounds.setText(grounds(view, lines))
        else:
            self._answer.setText(closed_answer(shown, view.today))
            self._grounds.setText(closed_grounds(shown, view.relationship.options))
        self._grounds.setVisible(bool(self._grounds.text()))

    def _scope(self) -> Scope:
        """Return which lines are shown; of what goes on, those of the open negotiation first."""
        today = self._journal.today() if self._view is None else self._view.today
        if self._is_over():
            return Scope(negotiation_id=self._shown, is_closed=True, today=today)
        opened = self._open()
        named = None if opened is None else opened.id
        return Scope(negotiation_id=named, is_closed=False, today=today)

    def _is_over(self) -> bool:
        """Say whether a closed negotiation is shown, which is only read."""
        return self._shown != _PRESENT

    def _open(self) -> Negotiation | None:
        view = self._view
        if view is None:
            return None
        return open_negotiation(view.relationship.negotiations, view.today)

    def _closed(self) -> list[Negotiation]:
        """Return those that are over, the latest first."""
        view, opened = self._view, self._open()
        found = () if view is None else view.relationship.negotiations
        others = [each for each in found if opened is None or each.id != opened.id]
        return sorted(others, key=lambda each: each.opened_on, reverse=True)

    def _present_words(self) -> str:
        opened = self._open()
        return _("Now, no negotiation open") if opened is None else opened.title

    @Slot(object)
    def _negotiation_told(self, negotiation: NegotiationId) -> None:
        self._shown = negotiation
        self._show()

    @Slot()
    def _row_chosen(self) -> None:
        view = self._view
        if view is not None:
            row = self.outline.current()
            self.details.show_row(row, view, self._lines, is_closed=self._is_over())

    @Slot()
    def _entered(self) -> None:
        self.details.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _typed(self, key: str, text: str) -> None:
        """Keep a line that was typed where one can be added."""
        view = self._view
        if view is None:
            return
        account = view.relationship.account.id
        if key == ABOUT:
            self.attempt(lambda: plans.open_negotiation(self._journal, account, text))
            return
        group = next(each for each in GROUPS if each.key == key)
        opened = self._open()
        place = plans.Place(
            account_id=account,
            side=group.side or Side.SHARED,
            day=view.today,
            negotiation_id=None if opened is None else opened.id,
        )
        self.attempt(lambda: plans.prepare(self._journal, group.kind, text, place))

    @Slot(list)
    def _ordered(self, keys: list[str]) -> None:
        self._saver.flush()
        found = {each.id: each for each in self._lines}
        ordered = [found[RecordId(key)] for key in keys]
        self.attempt(lambda: plans.reorder(self._journal, ordered))

    @Slot()
    def _trash_wanted(self) -> None:
        row, view = self.outline.current(), self._view
        if row is not None and row.line is not None and view is not None:
            line, whole = row.line, view.relationship
            self._saver.flush()
            self.attempt(lambda: discarding.trash_record(self._journal, whole, line.id))
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _plan_wanted(self) -> None:
        if self._view is not None:
            self.plan_wanted.emit(self._view.relationship.account.id, None)


def _choices(closed: Sequence[Negotiation], view: AccountView) -> list[tuple[NegotiationId, str]]:
    said = []
    for each in closed:
        month = month_words(each.closed_on or view.today)
        words = _("{title}, closed {month}").format(title=each.title, month=month)
        said.append((each.id, words))
    return said
