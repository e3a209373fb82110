"""The page of all accounts: a sentence, three filters, the table, and the whole of one account."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from journal.analysis.portfolio import Flag
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
from journal.ui.portfolio.reader import PortfolioReader
from journal.ui.portfolio.table import PortfolioTable
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


class PortfolioPage(Page):
    """What is sorted by and what is left out stay as they are while the page is read again.

    `add_wanted` asks for a new account, where there is none yet.
    """

    add_wanted = Signal()
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
        self.table = PortfolioTable(theme)
        self._heading = Label(kind=Kind.STRONG, wraps=True)
        self._whole = Label(kind=Kind.MUTE, wraps=True)
        self._count = Label(kind=Kind.MUTE)
        self._buttons = (
            deed_button(_("Open"), "Return", self._open, theme),
            deed_button(_("Sort by this column"), "S", self._sort, theme),
            deed_button(_("Save as a spreadsheet"), "E", self._ask_where, theme),
        )
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
        chosen = self.table.chosen_id()
        return None if chosen is None else (chosen, "")

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
        filters.addWidget(self.flags, 2)
        filters.addWidget(self.filter, 3)
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
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addWidget(self._answer)
        content.addWidget(self._filters)
        content.addWidget(self.table, 1)
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

    @Slot()
    def _show(self) -> None:
        rows = self._reader.rows
        self._answer.setText(answer(rows))
        self.table.show_rows(rows, self._journal.today())
        had_focus = self.hasFocus()
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
        self.table.setVisible(told is not None)
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
            self.setFocusProxy(self.table)
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
        self._tell()

    @Slot()
    def _show_all(self) -> None:
        self.aims.choose(0)
        self.flags.show_value(frozenset())
        self.filter.clear()
        self._narrow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def find_here(self) -> bool:
        self.filter.begin()
        return True

    @Slot()
    def _find_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _sort(self) -> None:
        self.table.order(self.table.column())

    @Slot()
    def _open(self) -> None:
        account_id = self.table.chosen_id()
        if account_id is not None:
            self.record_wanted.emit(account_id, "")

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit()

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
