"""The Access tab of an account: when meetings hold, when they are lost, why, what to propose."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from journal.analysis.access import Access, access
from journal.analysis.contact import unrecorded, zone_of
from journal.analysis.losses import is_lost
from journal.analysis.reasons import is_explained
from journal.analysis.slots import Slot as HalfHour
from journal.operations import findings
from journal.operations.journal import Journal
from journal.typed.finding import Finding
from journal.ui.access import words
from journal.ui.access.commitments import commitment_reader, spot_of
from journal.ui.access.grid import WeekGrid
from journal.ui.access.next_time import next_time
from journal.ui.access.panel import Panel
from journal.ui.access.period import Period
from journal.ui.access.slot_dialog import SlotDialog
from journal.ui.access.week import Cell, week_of
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.evidence import Evidence
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.link_rows import chain
from journal.ui.shared.readings import zone_words
from journal.ui.theme import Theme
from journal.wording import _

_WEEK_SHARE, _PANEL_SHARE = 4, 3
_TEXT_LETTERS = 70
_NOTE_LINES = 2
_LEAST_PX = 150


class AccessTab(Evidence):
    """The arrow keys go through the week, Enter plans in a cell or shows its meetings.

    `plan_wanted` says the account and a `When`, or None for any time; `log_wanted` the meeting
    of which nobody said what became of it; `explain_wanted` one of which nobody knows why it was
    lost.
    """

    plan_wanted = Signal(str, object)
    log_wanted = Signal(str, str)
    explain_wanted = Signal(str, str)

    def __init__(self, *, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._view: AccountView | None = None
        self._found: Access | None = None
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self._ground = Label(kind=Kind.MUTE, wraps=True)
        self._chance = Label(kind=Kind.MUTE, wraps=True)
        self.period = Period(journal.now, journal.zone)
        self.grid = WeekGrid(theme)
        self._week_area = _Part(_("When meetings hold"), self.grid)
        self._zone = Label(kind=Kind.LABEL)
        self._note = Label(kind=Kind.MUTE, wraps=True)
        self.panel = Panel(theme)
        self._card = QWidget()
        self._content = QWidget()
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self.next_step = QPushButton()
        self._lay_out()
        self._connect()

    def answer(self) -> str:
        """Return the sentence that the tab opens with."""
        return self._answer.text()

    def ground(self) -> str:
        """Return the counts under it."""
        return self._ground.text()

    def chance(self) -> str:
        """Return whether it could be chance; empty where nothing is said of that."""
        return self._chance.text()

    def note(self) -> str:
        """Return what stands under the week."""
        return self._note.text()

    @override
    def show_account(self, view: AccountView) -> None:
        if self._view is None or self._view.relationship.account.id != view.relationship.account.id:
            self.panel.leave()
            self._found = None  # the arrow keys begin anew
        self._view = view
        self._show()

    @override
    def leave(self) -> None:
        self.panel.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = column(self._content, margins=(0, 0, 0, 0), gap=12)
        inside.addLayout(self._head())
        self._empty.setMaximumWidth(_TEXT_LETTERS * self.fontMetrics().averageCharWidth())
        inside.addWidget(self._empty)
        inside.addWidget(self.next_step, 0, Qt.AlignmentFlag.AlignLeft)
        cards = QHBoxLayout(self._card)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(self._week_card(), _WEEK_SHARE)
        right = QFrame()
        right.setProperty("kind", "card")
        beside = _Part(_("What is known of it"), self.panel)
        column(right, margins=(1, 1, 1, 1), gap=0).addWidget(beside)
        cards.addWidget(right, _PANEL_SHARE)
        inside.addWidget(self._card, 1)
        inside.addStretch(0)
        self._area = Scrolled(_("Access"), self._content)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self._area)

    def _head(self) -> QVBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._ground)
        said.addWidget(self._chance)
        below.addLayout(said, 1)
        below.setAlignment(said, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.period, 0, Qt.AlignmentFlag.AlignTop)
        above = QVBoxLayout()
        above.setSpacing(4)
        above.addWidget(self._answer)
        above.addLayout(below)
        return above

    def _week_card(self) -> QFrame:
        made = QFrame()
        made.setProperty("kind", "card")
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(Label(_("When meetings hold"), Kind.STRONG))
        heading.addStretch(1)
        heading.addWidget(self._zone)
        inside = column(made, margins=(16, 12, 12, 12), gap=8)
        inside.addLayout(heading)
        inside.addWidget(self._week_area, 1)
        self._note.setMinimumHeight(_NOTE_LINES * self.fontMetrics().lineSpacing())
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._note)
        return made

    def _connect(self) -> None:
        self.period.changed.connect(self._show)
        self.grid.plan_wanted.connect(self._plan)
        self.grid.meetings_wanted.connect(self._show_meetings)
        self.grid.come_to.connect(self._come_to)
        self.grid.entered.connect(self._entered)
        self._week_area.resized.connect(self._keep_in_sight)
        self._week_area.verticalScrollBar().valueChanged.connect(self.grid.update_names)
        self.grid.departed.connect(self._say_legend)
        self.panel.commitment_taken.connect(self._go_to)
        self.panel.proposal_taken.connect(self._proposal_taken)
        self.panel.unexplained_taken.connect(self._explain)
        self.panel.noted.connect(self._noted)
        self.next_step.clicked.connect(self._next_step_clicked)

    @Slot()
    def _show(self) -> None:
        """Work out what is so in the period, and show it."""
        view = self._view
        if view is None:
            return
        since = self.period.first_day(view.today)
        is_new = self._found is None
        found = access(view.relationship, now=view.now, since=since)
        self._found = found
        self._answer.setText(words.answer(found, since, view.today))
        _say(self._ground, words.ground(found))
        _say(self._chance, words.chance_words(found))
        is_empty = not found.summary.counts.counted and since is None
        self._show_empty(view, is_empty=is_empty)
        self._card.setHidden(is_empty)
        self.period.setHidden(is_empty)
        self._show_week(view, found, since, is_new=is_new)
        reader = commitment_reader(view, self._journal.now, self._journal.zone)
        self.panel.show_access(found, view, reader)
        chain([self.grid, *self.panel.stops()])

    def _show_empty(self, view: AccountView, *, is_empty: bool) -> None:
        waiting = unrecorded(view.relationship.meetings, view.now)
        self._empty.setText(
            _(
                "On which days and at which hours meetings hold, when they are lost and to what, "
                "and which time to propose instead will stand here once meetings are logged."
            )
        )
        self._empty.setVisible(is_empty)
        self.next_step.setText(
            _("Log what became of the last one…") if waiting else _("Plan a meeting…")
        )
        self.next_step.setVisible(is_empty)
        self.setFocusProxy(self.next_step if is_empty else self.grid)

    def _show_week(
        self, view: AccountView, found: Access, since: date | None, *, is_new: bool
    ) -> None:
        whole = view.relationship
        week = week_of(
            found, (each for each in whole.meetings if since is None or each.when.day >= since)
        )
        said = [words.cell_words(each, whole) for each in week.cells]
        self.grid.show_week(week, said, _first_slot(found) if is_new else None)
        zone = zone_of(whole)
        is_elsewhere = zone is not None and zone != self._journal.zone
        self._zone.setText(zone_words(zone, view.now) if zone and is_elsewhere else "")
        if self.grid.hasFocus() and self.grid.cell is not None:
            self._come_to(self.grid.cell)
        else:
            self._say_legend()

    @Slot()
    def _say_legend(self) -> None:
        if self._found is not None:
            self._note.setText(words.legend(self._found))

    @Slot(Cell)
    def _come_to(self, cell: Cell) -> None:
        """Say what lies in a cell, and bring it in sight."""
        self._entered(cell)
        box = self.grid.rect_of(self.grid.current)
        margin = box.height() + self.grid.name_px()
        self._week_area.ensureVisible(box.center().x(), box.center().y(), 0, margin)
        place = self.grid.mapTo(self._content, box.center())
        self._area.ensureVisible(place.x(), place.y(), 0, margin)

    @Slot(Cell)
    def _entered(self, cell: Cell) -> None:
        """Say what lies in a cell; the answer above the week stays in sight."""
        if self._view is not None:
            said = words.cell_words(cell, self._view.relationship)
            self._note.setText(f"{said}. {words.deed_words(cell)}".strip())
        self._keep_in_sight()

    @Slot()
    def _keep_in_sight(self) -> None:
        """Show the cell in hand amid the week, also once there is more or less room for it."""
        if self.grid.hasFocus():
            centre, room_px = (
                self.grid.rect_of(self.grid.current).center(),
                self._week_area.height(),
            )
            self._week_area.ensureVisible(centre.x(), centre.y(), 0, room_px // 2)

    @Slot(HalfHour)
    def _plan(self, slot: HalfHour) -> None:
        view = self._view
        if view is None:
            return
        when = self.attempt(lambda: next_time(self._journal, view, slot))
        if when is not None:
            self.plan_wanted.emit(view.relationship.account.id, when)

    @Slot(int)
    def _proposal_taken(self, number: int) -> None:
        if self._found is not None and number < len(self._found.proposals):
            self._plan(self._found.proposals[number].count.slot)

    @Slot(Cell)
    def _show_meetings(self, cell: Cell) -> None:
        if self._view is None:
            return
        dialog = SlotDialog(cell, self._view.now, self.window())
        dialog.meeting_wanted.connect(self._go_to)
        dialog.plan_wanted.connect(self._plan)
        dialog.open()

    @Slot(str)
    def _go_to(self, record_id: str) -> None:
        if self._view is not None:
            self.record_wanted.emit(self._view.relationship.account.id, record_id)

    @Slot()
    def _explain(self) -> None:
        """Ask why the latest of those was lost of which nobody knows it: one remembers it best."""
        if self._view is None:
            return
        since = self.period.first_day(self._view.today)
        lost = [
            each
            for each in self._view.relationship.meetings
            if is_lost(each) and not is_explained(each) and (not since or each.when.day >= since)
        ]
        if lost:
            self.explain_wanted.emit(lost[-1].account_id, lost[-1].id)

    @Slot(object)
    def _noted(self, finding: Finding) -> None:
        view = self._view
        if view is not None:
            spot = spot_of(view, self._journal.zone)
            self.attempt(lambda: findings.keep_finding(self._journal, finding, spot))

    @Slot()
    def _next_step_clicked(self) -> None:
        if self._view is None:
            return
        whole = self._view.relationship
        waiting = unrecorded(whole.meetings, self._view.now)
        if waiting:
            self.log_wanted.emit(whole.account.id, waiting[-1].id)
        else:
            self.plan_wanted.emit(whole.account.id, None)


class _Part(Scrolled):
    """Has what height is left, and scrolls by itself once that is little."""

    resized = Signal()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LEAST_PX)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LEAST_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _first_slot(found: Access) -> HalfHour | None:
    """Return where one looks first: at the slot that is lost, else at the best to propose."""
    if found.summary.worst is not None:
        return found.summary.worst.slot
    return found.proposals[0].count.slot if found.proposals else None


def _say(label: Label, said: str) -> None:
    label.setText(said)
    label.setVisible(bool(said))
