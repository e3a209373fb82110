"""The window: joins the features, and turns what the user does into one operation each."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.domain.record import AccountId, RecordId
from journal.domain.relationship import Glance
from journal.operations import reading, undoing
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.account_page import AccountPage, Tab
from journal.ui.bridge import Bridge
from journal.ui.caretaker import Caretaker
from journal.ui.commands import Commands
from journal.ui.empty_page import EmptyPage
from journal.ui.errands import Errands
from journal.ui.settings import Settings
from journal.ui.shared.account_view import account_view
from journal.ui.shared.labels import column
from journal.ui.shared.notice_bar import NoticeBar
from journal.ui.shared.words import moment_words
from journal.ui.sidebar import Sidebar
from journal.ui.theme import Scheme, Theme
from journal.wording import _

WIDTH_PX = 1280
HEIGHT_PX = 800
_LEAST_PX = (640, 480)
_NARROW_PX = 900

T = TypeVar("T")


class MainWindow(QMainWindow):
    """One journal in one window; another journal is another window."""

    first_painted = Signal()
    open_wanted = Signal(Path)
    new_wanted = Signal(Path)
    sample_wanted = Signal()

    def __init__(self, journal: Journal, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._journal = journal
        self._theme = theme
        self._settings = settings
        self._glances: dict[AccountId, Glance] = {}
        self._listed_on = journal.today()
        self._is_painted = False
        self._bridge = Bridge(journal, self)
        self.commands = Commands(self)
        self.sidebar = Sidebar(theme, self.commands)
        self.page = AccountPage(theme, self.commands)
        self.empty_page = EmptyPage(self.commands)
        self.notice_bar = NoticeBar()
        self._errands = Errands(self, journal=journal, page=self.page, theme=theme)
        self._caretaker = Caretaker(self, journal=journal, settings=settings, bar=self.notice_bar)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.commands.tell_scheme(theme.scheme)
        self.sidebar.say(_("Opened {name}").format(name=journal.path.name))
        self._read_all()
        self._open_first()
        self.sidebar.accounts.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_account(self, account_id: AccountId, record_id: RecordId | None = None) -> None:
        """Show an account, and in it a record."""
        whole = self._attempt(lambda: reading.relationship(self._journal, account_id))
        if whole is None:
            return
        self.page.show_account(account_view(whole, self._journal.now()))
        if record_id is not None and record_id != account_id:
            self.page.choose(record_id)
        self._stack.setCurrentWidget(self.page)
        self.sidebar.accounts.choose(account_id)
        self.commands.tell_account(is_open=True)
        self.setWindowTitle(f"{whole.account.name} · {_('Account Journal')}")

    def look_after_journal(self) -> None:
        """Say what threatens the journal, and check it while the user works."""
        self._caretaker.look()

    @Slot()
    def read_again(self) -> None:
        """Show everything as the journal has it now."""
        self._read_all()
        self._read_account()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._say_painted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, after = event.oldSize().width(), event.size().width()
        if (before < _NARROW_PX) != (after < _NARROW_PX) or before < 0:
            self.commands.sidebar.setChecked(after >= _NARROW_PX)
            self.sidebar.setVisible(after >= _NARROW_PX)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._caretaker.finish()
        self._errands.finish()
        self._settings.place = self.saveGeometry()
        self._bridge.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setMinimumSize(*_LEAST_PX)
        self._stack.addWidget(self.empty_page)
        self._stack.addWidget(self.page)
        right = QWidget()
        upright = column(right, margins=(0, 0, 0, 0), gap=0)
        upright.addWidget(self.notice_bar)
        upright.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        if not self.restoreGeometry(self._settings.place):
            self.resize(WIDTH_PX, HEIGHT_PX)

    def _connect(self) -> None:
        commands = self.commands
        self._bridge.changed.connect(self._changed)
        self.sidebar.account_chosen.connect(self._account_chosen)
        self.first_painted.connect(self.page.take_time)
        commands.new_journal.triggered.connect(self._errands.ask_for_new)
        commands.open_journal.triggered.connect(self._errands.ask_for_open)
        commands.open_sample.triggered.connect(self.sample_wanted)
        commands.import_files.triggered.connect(self._errands.import_files)
        commands.log_meeting.triggered.connect(self._errands.log_meeting)
        commands.print_brief.triggered.connect(self._errands.print_brief)
        commands.what_changed.triggered.connect(self._errands.show_past)
        commands.trash.triggered.connect(self._errands.show_trash)
        commands.keys.triggered.connect(self._errands.show_keys)
        commands.about.triggered.connect(self._errands.show_about)
        commands.quit.triggered.connect(self.close)
        commands.undo.triggered.connect(self._undo)
        commands.redo.triggered.connect(self._redo)
        commands.search.triggered.connect(self._search)
        commands.show_timeline.triggered.connect(self._show_timeline)
        commands.show_meetings.triggered.connect(self._show_meetings)
        commands.previous_account.triggered.connect(self._go_up)
        commands.next_account.triggered.connect(self._go_down)
        commands.zoom_in.triggered.connect(self.page.canvas.zoom_in)
        commands.zoom_out.triggered.connect(self.page.canvas.zoom_out)
        commands.fit.triggered.connect(self.page.canvas.fit)
        commands.sidebar.toggled.connect(self.sidebar.setVisible)
        commands.scheme_group.triggered.connect(self._choose_scheme)
        self._errands.open_wanted.connect(self.open_wanted)
        self._errands.new_wanted.connect(self.new_wanted)
        self._errands.imported.connect(self.read_again)
        self._errands.logged.connect(self._logged)
        self._errands.emptied.connect(self._tell_undo)
        self._errands.record_wanted.connect(self._record_wanted)

    @Slot()
    def _say_painted(self) -> None:
        self.first_painted.emit()

    @Slot(Change)
    def _changed(self, change: Change) -> None:
        if not change.ids:
            return
        self.sidebar.say(_("Saved {time}").format(time=moment_words(self._journal.now())))
        if self._journal.today() == self._listed_on:
            self._read_some(change)
        else:
            self._read_all()
        self._read_account()

    @Slot(str)
    def _logged(self, meeting_id: str) -> None:
        if meeting_id:
            self.page.choose(RecordId(meeting_id))

    @Slot(str)
    def _account_chosen(self, account_id: str) -> None:
        self.open_account(AccountId(RecordId(account_id)))

    @Slot(str, str)
    def _record_wanted(self, account_id: str, record_id: str) -> None:
        self.open_account(AccountId(RecordId(account_id)), RecordId(record_id) or None)

    @Slot()
    def _search(self) -> None:
        self._errands.search(tuple(self._glances.values()))

    @Slot()
    def _undo(self) -> None:
        self._attempt(lambda: undoing.undo(self._journal))

    @Slot()
    def _redo(self) -> None:
        self._attempt(lambda: undoing.redo(self._journal))

    @Slot()
    def _show_timeline(self) -> None:
        self.page.show_tab(Tab.TIMELINE)

    @Slot()
    def _show_meetings(self) -> None:
        self.page.show_tab(Tab.MEETINGS)

    @Slot()
    def _go_up(self) -> None:
        self._go(-1)

    @Slot()
    def _go_down(self) -> None:
        self._go(1)

    @Slot(QAction)
    def _choose_scheme(self, action: QAction) -> None:
        scheme = Scheme(action.data())
        self._theme.choose(scheme)
        self._settings.scheme = scheme

    def _go(self, step: int) -> None:
        view = self.page.view
        current = None if view is None else view.relationship.account.id
        following = self.sidebar.accounts.neighbour_of(current, step)
        if following is not None:
            self.open_account(following)

    def _read_all(self) -> None:
        self._listed_on = self._journal.today()
        found = reading.glances(self._journal)
        self._glances = {each.account.id: each for each in found}
        self.sidebar.accounts.show_accounts(found, self._listed_on)
        self._tell_undo()

    def _read_some(self, change: Change) -> None:
        """Read again what a change concerns: a list may be long, and a change is small."""
        concerned = reading.glances_after(self._journal, change)
        for account_id, glance in concerned.items():
            if glance is None:
                self._glances.pop(account_id, None)
            else:
                self._glances[account_id] = glance
        self.sidebar.accounts.show_change(concerned, self._listed_on)
        self._tell_undo()

    def _read_account(self) -> None:
        view = self.page.view
        if view is not None and view.relationship.account.id in self._glances:
            self.open_account(view.relationship.account.id)
        else:
            self._open_first()

    @Slot()
    def _tell_undo(self) -> None:
        self.commands.tell_undo(undoing.undo_name(self._journal), undoing.redo_name(self._journal))

    def _open_first(self) -> None:
        """Open the account that is met next, else the first; say what is missing without any."""
        first = min(self._glances.values(), key=_soonest, default=None)
        if first is not None:
            self.open_account(first.account.id)
            return
        self._stack.setCurrentWidget(self.empty_page)
        self.commands.tell_account(is_open=False)
        self.setWindowTitle(_("Account Journal"))

    def _attempt(self, verb: Callable[[], T]) -> T | None:
        """Do something, and say it where the world does not allow it."""
        try:
            return verb()
        except JournalError as error:
            self._errands.tell(error)
            return None


def _soonest(glance: Glance) -> tuple[bool, str, str]:
    following = glance.next_meeting
    return (
        following is None,
        "" if following is None else following.instant.isoformat(),
        glance.account.name.casefold(),
    )
