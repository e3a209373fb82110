"""The palette: accounts, people, commands and words, found by typing, gone to by Enter."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from journal.domain.finding import Hits, Wanted
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.person import Person
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import AccountId, Record
from journal.operations.journal import Journal
from journal.ui.search.results import ResultList
from journal.ui.search.rows import Directory, Row
from journal.ui.search.seeker import Seeker
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.pickers import Picker
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_WIDTH_PX, _HEIGHT_PX = 640, 520
_DOWN_PX = 48
_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Palette(QDialog):
    """Says `record_wanted` with an account and a record in it, or does a command."""

    record_wanted = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self,
        journal: Journal,
        theme: Theme,
        directory: Directory,
        parent: QWidget | None = None,
        *,
        account: AccountId | None = None,
    ) -> None:
        """Make it.

        Args:
            account: The one that is open, whose words may be searched alone.
        """
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "palette")
        self.setWindowTitle(_("Search"))
        self._directory = directory
        self._today = journal.today()
        self._account = account
        self._named: tuple[Row, ...] = ()
        self._worded: tuple[Row, ...] = ()
        self._seeker = Seeker(journal, self)
        self._make_fields(theme)
        self._lay_out()
        self._connect()
        self._place()
        self._tell()

    def narrow_to_account(self) -> None:
        """Search the words of the account that is open, and no others."""
        if self._account is not None:
            self.where.setCurrentIndex(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in _ENTER:
            self.list.choose_current()
        else:
            super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        self._seeker.finish()
        super().done(result)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._seeker.finish()
        super().closeEvent(event)

    def _make_fields(self, theme: Theme) -> None:
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Search"))
        self.field.setPlaceholderText(_("A name, words of the journal, or a command"))
        self.field.setClearButtonEnabled(True)
        self.where = Picker(_("In which account"))
        self.where.addItem(_("All accounts"))
        if self._account is not None:
            self.where.addItem(self._directory.names[self._account])
        self.what = Picker(_("Which kind"))
        for words, _kinds in _kinds_to_choose():
            self.what.addItem(words)
        self.when = Picker(_("Since when"))
        for words, _days in _times_to_choose():
            self.when.addItem(words)
        self.list = ResultList(theme)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFocusProxy(self.field)  # its keys are pressed there
        self._foot = Label(kind=Kind.LABEL)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for each in (self.where, self.what, self.when):
            filters.addWidget(each, 1)
        content = column(self, margins=(16, 16, 16, 12), gap=8)
        content.addWidget(self.field)
        content.addLayout(filters)
        content.addWidget(self.list, 1)
        content.addWidget(self._foot)
        self.field.setFocus()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._seek)
        for each in (self.where, self.what, self.when):
            each.currentIndexChanged.connect(self._seek)
        self._seeker.found.connect(self._found)
        self._seeker.failed.connect(self.failed)
        self.list.row_chosen.connect(self._chosen)

    def _place(self) -> None:
        """Stand at the top of the window, in its middle, and inside it."""
        window = self.parentWidget()
        if window is None:
            self.resize(_WIDTH_PX, _HEIGHT_PX)
            return
        width = min(_WIDTH_PX, window.width() - 32)
        height = min(_HEIGHT_PX, window.height() - 2 * _DOWN_PX)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + _DOWN_PX)

    def foot(self) -> str:
        """Return what is said under the list."""
        return self._foot.text()

    @Slot()
    def _seek(self) -> None:
        """Show at once what bears the words as a name; the journal's words follow."""
        wanted = self._wanted()
        is_narrow = bool(wanted.kinds or wanted.since or wanted.account)
        self._named = () if is_narrow else tuple(self._directory.find(wanted.words))
        if not wanted.words.strip():
            self._worded = ()
        self._tell()
        self._seeker.seek(wanted)

    @Slot(object, object)
    def _found(self, wanted: Wanted, hits: Hits) -> None:
        if wanted != self._wanted():
            return
        known = {(row.account_id, row.record or row.account_id) for row in self._named}
        self._worded = tuple(
            row
            for row in self._directory.rows(hits, self._today)
            if (row.account_id, row.record) not in known
        )
        self._tell(is_capped=hits.capped)
        announce(self, self.foot())

    @Slot(object)
    def _chosen(self, row: Row) -> None:
        self.accept()
        if row.command is not None:
            row.command.trigger()
        else:
            self.record_wanted.emit(row.account_id or "", row.record)

    def _wanted(self) -> Wanted:
        days = _times_to_choose()[self.when.currentIndex()][1]
        return Wanted(
            words=self.field.text(),
            account=self._account if self.where.currentIndex() else None,
            kinds=frozenset(_kinds_to_choose()[self.what.currentIndex()][1]),
            since=None if days is None else self._today - timedelta(days=days),
        )

    def _tell(self, *, is_capped: bool = False) -> None:
        rows = self._named + self._worded
        self.list.show_rows(rows)
        if not self.field.text().strip():
            words = _("Quotation marks find words as they stand; Tab narrows the search.")
        elif is_capped:
            words = _("The best of the newest five hundred; one more word finds older ones.")
        else:
            words = ngettext("{count} found", "{count} found", len(rows)).format(count=len(rows))
        self._foot.setText(words)


def _kinds_to_choose() -> tuple[tuple[str, tuple[type[Record], ...]], ...]:
    return (
        (_("Everything"), ()),
        (_("Meetings"), (Meeting,)),
        (_("Promises"), (Promise,)),
        (_("Quotes"), (Quote,)),
        (_("Barriers"), (Barrier,)),
        (_("Options"), (Option,)),
        (_("Questions"), (Question,)),
        (_("Metrics"), (Metric,)),
        (_("Visions"), (Vision,)),
        (_("People"), (Person,)),
    )


def _times_to_choose() -> tuple[tuple[str, int | None], ...]:
    return (
        (_("At any time"), None),
        (_("In the last month"), 31),
        (_("In the last three months"), 92),
        (_("In the last year"), 366),
    )
