"""The window itself: the list of accounts, and the head of the one that is met next.

Three steps, each on the screen before the next begins, because each takes as long to import and
to make as all before: a picture of it (`FirstLook`), the widgets themselves (`Interior`), and all
that is done in it (`Desk`).
"""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from journal.domain.glance import Glance
from journal.domain.record import AccountId
from journal.operations import listing
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.first_look import NARROW_PX, FirstLook, subtitle
from journal.ui.place import Place
from journal.ui.settings import Settings
from journal.ui.shared.fitting import fit
from journal.ui.theme import Scheme, Theme
from journal.wording import _

WIDTH_PX = 1280
HEIGHT_PX = 800
_LEAST_PX = (640, 480)


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
        self._stays = self._stands = False
        self._awaits_paint = True
        self._on_screen = QTimer(self)  # runs out when what was painted is on the screen
        self._on_screen.setSingleShot(True)
        self._on_screen.timeout.connect(self._painted)
        self.reopen_wanted.connect(self._remember_place)
        self.moved.connect(self._remember_place)
        self.setMinimumSize(*_LEAST_PX)
        if not self.restoreGeometry(settings.place):
            fit(self, WIDTH_PX, HEIGHT_PX)  # the foot says what is saved: it must be seen
        self._read_glances()
        first = self.first_account()
        self._name_page("" if first is None else first.account.name)
        self.setCentralWidget(FirstLook(theme, self.glances, first))

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
        self._read_glances()
        self.sidebar.accounts.show_accounts(self.glances, self._listed_on)

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
        self._inside.show_page(page)
        self._name_page(name)

    def show_below(self, bar: QWidget) -> None:
        """Put a bar below the page."""
        self._inside.show_below(bar)

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
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:  # and nothing in the window had a use for it
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._awaits_paint:
            self._awaits_paint = False
            self._on_screen.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._stands:
            return
        before, after = event.oldSize().width(), event.size().width()
        if (before < NARROW_PX) != (after < NARROW_PX):
            self._fold(is_wide=after >= NARROW_PX)

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

    def _read_glances(self) -> None:
        self._listed_on = self._journal.today()
        found = listing.accounts(self._journal)
        self._glances = {each.account.id: each for each in found}

    def _name_page(self, name: str) -> None:
        program = _("Account Journal")
        self.setWindowTitle(f"{name} · {program}" if name else program)

    def _stand(self) -> None:
        """Put the widgets in the place of their picture."""
        if self._stands:
            return
        from PySide6.QtCore import Qt

        from journal.ui.commands import Commands
        from journal.ui.interior import Interior

        self._theme.follow_system()
        self.commands = Commands(self)
        self._inside = Interior(self._theme, self.commands)
        self.sidebar, self.head = self._inside.sidebar, self._inside.head
        self.empty_page, self.notice_bar = self._inside.empty_page, self._inside.notice_bar
        self._connect()
        self.commands.tell_scheme(self._theme.scheme)
        self.sidebar.say(_("Opened {name}").format(name=self._journal.path.name))
        self.sidebar.accounts.show_accounts(self.glances, self._listed_on)
        self._show_first()
        self._fold(is_wide=self.width() >= NARROW_PX)
        self.setCentralWidget(self._inside)
        # At once, and from the top: the list comes to rest where its account is in sight.
        self.menuBar().show()
        self._inside.show()
        self.sidebar.accounts.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stands = self._awaits_paint = True

    def _fold(self, *, is_wide: bool) -> None:
        """Fold the side away where there is no room for it."""
        self.commands.sidebar.setChecked(is_wide)
        self.sidebar.setVisible(is_wide)

    def _connect(self) -> None:
        self.commands.open_sample.triggered.connect(self.sample_wanted)
        self.commands.quit.triggered.connect(self.close)
        self.commands.sidebar.toggled.connect(self.sidebar.setVisible)
        self.commands.scheme_group.triggered.connect(self._choose_scheme)

    def _show_first(self) -> None:
        first = self.first_account()
        if first is None:
            self.show_empty()
            return
        account = first.account
        self.head.show_words(account.name, subtitle(account))
        self.sidebar.accounts.choose(account.id)
        self.show_page(self._inside.head_page, account.name)

    @Slot()
    def _remember_place(self) -> None:
        self._settings.place = self.saveGeometry()

    @Slot()
    def _painted(self) -> None:
        if not self.isVisible():  # it may have been closed at once
            return
        if self._stands:
            self.first_painted.emit()
            return
        self._stand()
        self.update()

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
