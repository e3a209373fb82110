"""The window itself: the list of accounts, and the head of the one that is met next.

This much is on the screen at once. All else takes longer to import and to make, and follows
when this is painted: `Desk`.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from journal.domain.glance import Glance
from journal.domain.record import AccountId
from journal.operations import listing
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.accounts.head import MARGINS, Head
from journal.ui.commands import Commands, Place
from journal.ui.empty_page import EmptyPage
from journal.ui.settings import Settings
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import column
from journal.ui.shared.notice_bar import NoticeBar
from journal.ui.sidebar import Sidebar
from journal.ui.theme import Scheme, Theme
from journal.wording import _

WIDTH_PX = 1280
HEIGHT_PX = 800
_LEAST_PX = (640, 480)
_NARROW_PX = 900


class MainWindow(QMainWindow):
    """One journal in one window; another journal is another window.

    `close_wanted` is said before it closes: who has what would be lost with it calls `stay`.
    `reopen_wanted` asks to show the same journal anew; `moved` names a checked copy of it that
    takes its place.
    """

    first_painted = Signal()
    close_wanted = Signal()
    closing = Signal()
    back_wanted = Signal()
    open_wanted = Signal(Path)
    new_wanted = Signal(Path)
    sample_wanted = Signal()
    reopen_wanted = Signal()
    moved = Signal(Path)

    def __init__(self, journal: Journal, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._journal = journal
        self._theme = theme
        self._settings = settings
        self._glances: dict[AccountId, Glance] = {}
        self._listed_on = journal.today()
        self._is_painted = self._stays = False
        self.commands = Commands(self)
        self.sidebar = Sidebar(theme, self.commands)
        self.head = Head(theme, self.commands)
        self.empty_page = EmptyPage(self.commands)
        self.notice_bar = NoticeBar()
        self._first_look = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.commands.tell_scheme(theme.scheme)
        self.sidebar.say(_("Opened {name}").format(name=journal.path.name))
        self.read_accounts()
        self._show_first()
        self.sidebar.accounts.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def glances(self) -> tuple[Glance, ...]:
        """What the list shows, by name."""
        return tuple(self._glances.values())

    def has_account(self, account_id: AccountId) -> bool:
        """Whether an account is in the list."""
        return account_id in self._glances

    def first_account(self) -> Glance | None:
        """Return the account that is met next, else the first; None without any."""
        return min(self._glances.values(), key=_soonest, default=None)

    def read_accounts(self) -> None:
        """Show all accounts as the journal has them now."""
        self._listed_on = self._journal.today()
        found = listing.accounts(self._journal)
        self._glances = {each.account.id: each for each in found}
        self.sidebar.accounts.show_accounts(found, self._listed_on)

    def read_change(self, change: Change) -> None:
        """Show again what a change concerns: a list may be long, and a change is small."""
        if self._journal.today() != self._listed_on:
            self.read_accounts()
            return
        concerned = listing.accounts_after(self._journal, change)
        for account_id, glance in concerned.items():
            if glance is None:
                self._glances.pop(account_id, None)
            else:
                self._glances[account_id] = glance
        self.sidebar.accounts.show_change(concerned, self._listed_on)

    def show_page(self, page: QWidget, name: str = "") -> None:
        """Show something at the right of the list; its name stands in the title."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        program = _("Account Journal")
        self.setWindowTitle(f"{name} · {program}" if name else program)

    def show_below(self, bar: QWidget) -> None:
        """Put a bar below the page."""
        self._right.addWidget(bar)

    def show_place(self, place: Place | None) -> None:
        """Say at the side where one is; None for an account."""
        self.sidebar.show_place(place)
        self.commands.tell_place(has_accounts=bool(self._glances), is_account=place is None)

    def show_empty(self) -> None:
        """Say what would stand here, and how to begin."""
        self.show_page(self.empty_page)
        self.show_place(None)
        self.commands.tell_place(has_accounts=False, is_account=False)

    @Slot()
    def come_forward(self) -> None:
        """Let the user see the window, wherever it is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # and nothing in the window had a use for it
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

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

    def may_leave(self) -> bool:
        """Ask whether it may close; False where something would be lost, which the user is told."""
        self._stays = False
        self.close_wanted.emit()
        return not self._stays

    def stay(self) -> None:
        """Do not close now; to be called while `close_wanted` is said."""
        self._stays = True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self._remember_place()
        self.hide()  # what is left to do may take its time
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setMinimumSize(*_LEAST_PX)
        upright = column(self._first_look, margins=MARGINS, gap=0)
        upright.addWidget(self.head)
        upright.addStretch(1)
        self._stack.addWidget(self._first_look)
        self._stack.addWidget(self.empty_page)
        right = QWidget()
        self._right = column(right, margins=(0, 0, 0, 0), gap=0)
        self._right.addWidget(self.notice_bar)
        self._right.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        if not self.restoreGeometry(self._settings.place):
            fit(self, WIDTH_PX, HEIGHT_PX)  # the foot says what is saved: it must be seen

    def _connect(self) -> None:
        self.commands.open_sample.triggered.connect(self.sample_wanted)
        self.commands.quit.triggered.connect(self.close)
        self.commands.sidebar.toggled.connect(self.sidebar.setVisible)
        self.commands.scheme_group.triggered.connect(self._choose_scheme)
        self.reopen_wanted.connect(self._remember_place)
        self.moved.connect(self._remember_place)

    def _show_first(self) -> None:
        first = self.first_account()
        if first is None:
            self.show_empty()
            return
        account = first.account
        self.head.show_words(account.name, " · ".join(filter(None, (account.unit, account.place))))
        self.sidebar.accounts.choose(account.id)
        self.show_page(self._first_look, account.name)

    @Slot()
    def _remember_place(self) -> None:
        self._settings.place = self.saveGeometry()

    @Slot()
    def _say_painted(self) -> None:
        if self.isVisible():  # it may have been closed at once
            self.first_painted.emit()

    @Slot(QAction)
    def _choose_scheme(self, action: QAction) -> None:
        scheme = Scheme(action.data())
        self._theme.choose(scheme)
        self._settings.scheme = scheme


def _soonest(glance: Glance) -> tuple[bool, str, str]:
    following = glance.next_meeting
    return (
        following is None,
        "" if following is None else following.instant.isoformat(),
        glance.account.name.casefold(),
    )
