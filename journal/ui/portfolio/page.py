"""The page of all accounts: a sentence, three filters, two views, and the whole of one account."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from journal.analysis.portfolio import Flag, PortfolioRow
from journal.domain.account import Account, Aim
from journal.domain.meeting import Meeting, Participation
from journal.domain.metric import Metric
from journal.domain.person import Role, StandingCommitment
from journal.domain.plan import Alternative, Barrier, Criterion, Interest, Option, Vision
from journal.domain.promise import Promise
from journal.domain.rating import Rating
from journal.domain.record import Record
from journal.levels import aim_words
from journal.operations import portfolio
from journal.operations.journal import Journal
from journal.operations.portfolio import flag_words
from journal.timeline.portfolio import Order
from journal.ui.portfolio.columns import Column
from journal.ui.portfolio.reader import PortfolioReader
from journal.ui.portfolio.table import PortfolioTable
from journal.ui.portfolio.timeline_canvas import PortfolioCanvas
from journal.ui.portfolio.timeline_view import COLUMNS, TimelineView, order_of
from journal.ui.portfolio.words import Narrowing, answer, heading, shown_words, whole
from journal.ui.shared.buttons import Button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.filter_line import FilterLine
from journal.ui.shared.key_button import deed_button
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.page import Page
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_AIMS = (None, *Aim)
_TABLE, _TIMELINE = 0, 1


class PortfolioPage(Page):
    """What is sorted by and what is left out stay as they are while the page is read again.

    `add_wanted` asks for a new account, where there is none yet, `save_wanted` for a file of the
    timelines that are shown.
    """

    add_wanted = Signal()
    save_wanted = Signal()
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {Account, Alternative, Barrier, Criterion, Interest, Meeting, Metric, Option}
        | {Participation, Promise, Rating, Role, StandingCommitment, Vision}
    )

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._reader = PortfolioReader(journal, self)
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self._make_filters()
        self.views = Segments(_("View"), (Choice(text=_("Table")), Choice(text=_("Timeline"))))
        self.views.choose(_TABLE)
        self.table = PortfolioTable(theme)
        self.timeline = TimelineView(journal, theme)
        self._evidence = QStackedWidget()
        self._heading = Label(kind=Kind.STRONG, wraps=True)
        self._whole = Label(kind=Kind.MUTE, wraps=True)
        self._count = Label(kind=Kind.MUTE)
        self._of_table = (
            deed_button(_("Sort by this column"), "S", self._sort, theme),
            deed_button(_("Save as a spreadsheet"), "E", self._ask_where, theme),
        )
        self._save_button = deed_button(_("Save as a picture"), "E", self._save, theme)
        self._save_button.hide()
        open_button = deed_button(_("Open"), "Return", self._open, theme)
        self._buttons = (open_button, *self._of_table, self._save_button)
        self.add_button = deed_button(_("Add an account"), "N", self._add, theme)
        self.show_all_button = Button(_("Show all accounts"))
        self._why_empty = Label(kind=Kind.MUTE, wraps=True)
        self._filters, self._below, self._empty = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()

    @property
    def is_reading(self) -> bool:
        """Whether what is shown is not yet all as the journal has it."""
        return self._reader.is_reading

    @override
    def read(self) -> None:
        self.attempt(self._reader.read)
        if not self._reader.rows:
            self._tell()

    @property
    @override
    def in_hand(self) -> tuple[str, str] | None:
        in_row = self.timeline.canvas.in_hand if self.shows_timeline else None
        if in_row is not None:
            return in_row[0], in_row[1] or ""
        chosen = self.table.chosen_id()
        return None if chosen is None else (chosen, "")

    @property
    def shows_timeline(self) -> bool:
        """Whether the timelines are shown, and not the table."""
        return self.views.position == _TIMELINE

    @property
    @override
    def timelines(self) -> tuple[tuple[PortfolioRow, ...], Order] | None:
        if not self.shows_timeline:
            return None
        return tuple(self.table.shown()), order_of(self.table.sorted_by)

    @property
    @override
    def zoomed(self) -> PortfolioCanvas | None:
        return self.timeline.canvas if self.shows_timeline else None

    def answer(self) -> str:
        """Return the sentence that the page opens with."""
        return self._answer.text()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._reader.stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_asked = event.key() == Qt.Key.Key_N and not event.modifiers()
        if is_asked and self.add_button.isVisibleTo(self):
            self._add()
        elif event.key() == Qt.Key.Key_V and not event.modifiers() and self.views.isVisible():
            self._other_view()
        else:
            super().keyPressEvent(event)

    def _make_filters(self) -> None:
        self.aims = Segments(
            _("Aim"), (Choice(text=_("All")), *(Choice(text=aim_words(each)) for each in Aim))
        )
        self.aims.choose(0)
        self.flags: ChoiceField[frozenset[Flag]] = ChoiceField(
            _("What asks for attention"),
            (
                (frozenset(), _("With or without a flag")),
                (frozenset(Flag), _("Whatever asks for attention")),
                *((frozenset({each}), _sentence(flag_words(each))) for each in Flag),
            ),
        )
        self.filter = FilterLine(_("Find an account by name, unit or place"), _("Name or place"))

    def _lay_out(self) -> None:
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(12)
        filters.addWidget(self.aims)
        filters.addWidget(self.flags, 1)
        filters.addWidget(self.filter, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._count)
        below = column(self._below, margins=(0, 0, 0, 0), gap=4)
        below.addWidget(self._heading)
        below.addWidget(self._whole)
        below.addSpacing(4)
        below.addLayout(row)
        self.show_all_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        empty = column(self._empty, margins=(0, 0, 0, 0), gap=16)
        empty.addWidget(self._why_empty)
        empty.addWidget(self.add_button)
        empty.addWidget(self.show_all_button)
        empty.addStretch(1)
        self._evidence.addWidget(self.table)
        self._evidence.addWidget(self.timeline)
        self.views.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._answer, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.views, 0, Qt.AlignmentFlag.AlignTop)
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addLayout(top)
        content.addWidget(self._filters)
        content.addWidget(self._evidence, 1)
        content.addWidget(self._empty, 1)
        content.addWidget(self._below)

    def _connect(self) -> None:
        self._reader.done.connect(self._show)
        self._reader.progressed.connect(self._progressed)
        self._reader.failed.connect(self.failed)
        self.aims.chosen.connect(self._narrow)
        self.flags.activated.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.filter.left.connect(self._find_left)
        self.show_all_button.clicked.connect(self._show_all)
        self.table.chosen.connect(self._tell)
        self.table.ordered.connect(self._tell)
        self.table.open_wanted.connect(self._open)
        self.table.export_wanted.connect(self._ask_where)
        self.views.chosen.connect(self._show_view)
        self.timeline.order_wanted.connect(self._order)
        self.timeline.canvas.chosen.connect(self._chosen_in_timeline)
        self.timeline.canvas.open_wanted.connect(self._open)
        self.timeline.canvas.save_wanted.connect(self.save_wanted)
        self.timeline.canvas.failed.connect(self.failed)

    @Slot()
    def _show(self) -> None:
        rows = self._reader.rows
        self._answer.setText(answer(rows))
        self.table.show_rows(rows, self._journal.today())
        had_focus = self.hasFocus()
        self._show_in_timeline()
        self._tell()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        if not self._reader.rows:
            words = _("Reading: {done} of {total} accounts")
            self._answer.setText(words.format(done=done, total=total))

    @Slot()
    def _tell(self) -> None:
        """Say the whole of the account that is chosen, or why there is none."""
        told, of = self.table.chosen_told(), self.table.count_all()
        self._filters.setVisible(of > 0)
        self._evidence.setVisible(told is not None)
        self.views.setVisible(told is not None)
        self._below.setVisible(told is not None)
        self._empty.setVisible(told is None and not self.is_reading)
        self.add_button.setVisible(not of)
        self.show_all_button.setVisible(of > 0)
        self._why_empty.setText(
            _("No account fits all that is asked for above.")
            if of
            else _(
                "All accounts will stand here side by side: how each side rates them, what was "
                "lost and kept, and what asks for attention."
            )
        )
        if self.is_reading and told is None:
            self.setFocusProxy(None)  # type: ignore[arg-type]  # keys wait here for the table
        elif told is not None:
            self.setFocusProxy(self.timeline if self.shows_timeline else self.table)
            self._heading.setText(heading(told))
            self._whole.setText(whole(told, self._journal.today()))
            self._count.setText(shown_words(len(self.table.shown()), of))
        else:
            self.setFocusProxy(self.show_all_button if of else self.add_button)

    @Slot()
    def _narrow(self) -> None:
        narrowing = Narrowing(
            aim=_AIMS[self.aims.position], flags=self.flags.value, words=self.filter.text()
        )
        self.table.narrow(narrowing)
        self._show_in_timeline()
        self._tell()

    @Slot()
    def _show_all(self) -> None:
        self.aims.choose(0)
        self.flags.show_value(frozenset())
        self.filter.clear()
        self._narrow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def find_here(self) -> bool:
        self.filter.begin()
        return True

    @Slot()
    def _find_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _other_view(self) -> None:
        self.views.choose(_TABLE if self.shows_timeline else _TIMELINE)
        self._show_view()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _show_view(self) -> None:
        self._evidence.setCurrentIndex(self.views.position)
        for each in self._of_table:
            each.setVisible(not self.shows_timeline)
        self._save_button.setVisible(self.shows_timeline)
        if self.shows_timeline and self.table.sorted_by not in COLUMNS:
            self.table.order(Column.TREND)  # what is seen here at a glance is which slide
        self._show_in_timeline()
        self._tell()
        self.zoomed_changed.emit()

    def _show_in_timeline(self) -> None:
        """Show the accounts of the table in the timelines, where those are looked at."""
        if self.shows_timeline:
            table = self.table
            self.timeline.show_rows(table.shown(), table.chosen_id(), table.sorted_by)

    @Slot(Column)
    def _order(self, column: Column) -> None:
        """Sort by a column; what is chosen stays chosen, since one does not stand in columns."""
        chosen = self.table.chosen_id()
        if column is not self.table.sorted_by:
            self.table.order(column)
        if chosen is not None:
            self.table.choose(chosen)
        self._show_in_timeline()

    @Slot()
    def _chosen_in_timeline(self) -> None:
        in_row = self.timeline.canvas.in_hand
        if in_row is not None:
            self.table.choose(in_row[0])

    @Slot()
    def _sort(self) -> None:
        self.table.order(self.table.column())

    @Slot()
    def _open(self) -> None:
        in_hand = self.in_hand
        if in_hand is not None:
            self.record_wanted.emit(*in_hand)

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit()

    @Slot()
    def _save(self) -> None:
        self.save_wanted.emit()

    @Slot()
    def _ask_where(self) -> None:
        """Ask into which file to write what is shown."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self, _("Save as a spreadsheet"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Spreadsheets (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{_('portfolio')}-{self._journal.today()}.csv")
        dialog.fileSelected.connect(self._export)
        dialog.open()

    @Slot(str)
    def _export(self, name: str) -> None:
        shown, path = self.table.shown(), Path(name)

        def write() -> bool:
            portfolio.export(shown, path)
            return True

        if self.attempt(write):
            words = ngettext(
                "{count} account saved in {name}", "{count} accounts saved in {name}", len(shown)
            )
            self._count.setText(words.format(count=len(shown), name=path.name))
            announce(self, self._count.text())


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
