"""What is known of the row that is set off, beside the list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from journal.analysis.preparation import open_negotiation
from journal.operations.journal import Journal
from journal.ui.negotiation.about_panel import AboutPanel
from journal.ui.negotiation.choices import Around
from journal.ui.negotiation.groups import Part, PlanLine
from journal.ui.negotiation.line_form import LineForm
from journal.ui.negotiation.meeting_panel import MeetingPanel
from journal.ui.negotiation.read_panel import ReadPanel
from journal.ui.negotiation.rows import Look, Row
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.labels import column
from journal.ui.shared.page import Page


class Details(Page):
    """Forms are made when they are first needed.

    `trash_wanted` says that the line is to go, `goal_wanted` that the goal is to be changed,
    `plan_wanted` that a meeting is to be planned.
    """

    trash_wanted = Signal()
    goal_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, journal: Journal, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._saver = saver
        self._forms: dict[type[PlanLine], LineForm] = {}
        self.reading = ReadPanel()
        self.about = AboutPanel(journal, saver)
        self.meeting = MeetingPanel(saver)
        self._stack = QStackedWidget()
        for each in (self.reading, self.about, self.meeting):
            self._stack.addWidget(each)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self._stack)
        self.about.failed.connect(self.failed)
        self.meeting.plan_wanted.connect(self.plan_wanted)
        self.reading.goal_wanted.connect(self.goal_wanted)

    def show_row(
        self, row: Row | None, view: AccountView, lines: tuple[PlanLine, ...], *, is_closed: bool
    ) -> None:
        """Show what is set off; of a closed negotiation only to be read."""
        opened = open_negotiation(view.relationship.negotiations, view.today)
        shown: QWidget = self.reading
        if row is not None and row.look is Look.FACT and row.part is Part.MEETING:
            self.meeting.show_account(view, row.key)
            shown = self.meeting
        elif row is not None and row.look is Look.FACT and row.part is Part.ABOUT and opened:
            self.about.show_negotiation(opened)
            shown = self.about
        elif row is not None and row.line is not None and not is_closed:
            around = Around(
                whole=view.relationship,
                lines=lines,
                negotiation_id=None if opened is None else opened.id,
                negotiation="" if opened is None else opened.title,
            )
            shown = self.form(type(row.line))
            self.form(type(row.line)).show_line(row.line, around)
        else:
            self.reading.show_row(row)
        self._show(shown)

    def form(self, kind: type[PlanLine]) -> LineForm:
        """Return the form of a kind of line."""
        if kind not in self._forms:
            made = LineForm(kind, self._journal, self._saver)
            made.failed.connect(self.failed)
            made.record_wanted.connect(self.record_wanted)
            made.trash_wanted.connect(self.trash_wanted)
            self._forms[kind] = made
            self._stack.addWidget(made)
        return self._forms[kind]

    @Slot()
    def leave(self) -> None:
        """Save what is typed."""
        for each in self._forms.values():
            each.leave()

    def _show(self, shown: QWidget) -> None:
        before = self._stack.currentWidget()
        if isinstance(before, LineForm) and before is not shown:
            before.leave()
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
