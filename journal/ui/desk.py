"""All that is done in the window with the journal: the pages, undo, the errands.

It turns what the user does into one operation each, and shows what came of it.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.domain.record import AccountId, RecordId
from journal.operations import past, reading, undoing
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.account_page import AccountPage
from journal.ui.backups.backup_errands import BackupErrands
from journal.ui.bridge import Bridge
from journal.ui.caretaker import Caretaker
from journal.ui.deeds import Deeds
from journal.ui.drawings import Drawings
from journal.ui.errands import Errands
from journal.ui.full_screen import FullScreen
from journal.ui.keeper import Keeper
from journal.ui.main_window import MainWindow
from journal.ui.papers import Papers
from journal.ui.place import Place
from journal.ui.places import Places
from journal.ui.settings import Settings
from journal.ui.shared.account_view import account_view
from journal.ui.shared.scene_view import SceneView
from journal.ui.tabs import Tab
from journal.ui.theme import Theme
from journal.ui.undo_bar import UndoBar

T = TypeVar("T")


class Desk(QObject):
    """Made once the window is painted, and gone with it."""

    def __init__(
        self, window: MainWindow, *, journal: Journal, theme: Theme, settings: Settings
    ) -> None:
        super().__init__(window)
        self.window = window
        self._journal = journal
        self.keeper = Keeper(window, journal)
        for (
            action
        ) in window.commands:  # the first to hear: before anything, what was typed is saved
            action.triggered.connect(self.keeper.saver.flush)
        self.places = Places(window, journal=journal, theme=theme)
        self.page = AccountPage(theme, window.head, journal=journal, saver=self.keeper.saver)
        self.errands = Errands(
            window, journal=journal, page=self.page, saver=self.keeper.saver, theme=theme
        )
        self.deeds = Deeds(
            window,
            journal=journal,
            page=self.page,
            places=self.places,
            saver=self.keeper.saver,
            theme=theme,
        )
        self.backups = BackupErrands(window, journal=journal, saver=self.keeper.saver, theme=theme)
        self.caretaker = Caretaker(
            window, journal=journal, settings=settings, bar=window.notice_bar
        )
        self.full_screen = FullScreen(window, self.page)
        self.drawings = Drawings(window, journal=journal, page=self.page, places=self.places)
        self.papers = Papers(window, journal=journal, page=self.page, theme=theme)
        self.undo_bar = UndoBar(window.commands.undo, theme)
        window.show_below(self.undo_bar)
        self._bridge = Bridge(journal, self)
        self._is_blocked = self._is_due = False
        window.installEventFilter(self)
        self._connect()
        self._connect_commands()
        self._tell_undo()
        self.places.read()
        self._open_first()

    def open_account(self, account_id: AccountId, record_id: RecordId | None = None) -> None:
        """Show an account, and in it a record."""
        whole = self._attempt(lambda: reading.relationship(self._journal, account_id))
        if whole is None:
            return
        self._is_due = False
        self.page.show_account(account_view(whole, self._journal.now()))
        if record_id is not None and record_id != account_id:
            self.page.choose(record_id)
        self.deeds.drop.show_account(account_id)
        self.window.show_page(self.page, whole.account.name)
        self.window.show_place(None)
        self.window.sidebar.accounts.choose(account_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowBlocked:
            self._is_blocked = True
        elif event.type() == QEvent.Type.WindowUnblocked:
            self._is_blocked = False
            if self._is_due:
                self._read_account()
        return super().eventFilter(watched, event)

    @Slot()
    def read_again(self) -> None:
        """Show everything as the journal has it now."""
        self.window.read_accounts()
        self._tell_undo()
        self.places.read()
        self._read_account()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self.keeper.failed.connect(self.errands.tell)
        self.keeper.let_go.connect(self.read_again)
        self.page.failed.connect(self.errands.tell)
        self.page.record_wanted.connect(self._record_wanted)
        self.page.follow_ups_wanted.connect(self.places.go_to_promises)
        self.page.change_wanted.connect(self.window.commands.change_meeting.trigger)
        self.page.goal_wanted.connect(self.window.commands.edit_account.trigger)
        self.places.failed.connect(self.errands.tell)
        self.places.record_wanted.connect(self._record_wanted)
        self.window.back_wanted.connect(self._go_back)
        self.places.log_wanted.connect(self.deeds.log_of)
        self.places.plan_wanted.connect(self.deeds.plan_of)
        self.places.add_wanted.connect(self.window.commands.new_account.trigger)
        self.places.brief_wanted.connect(self._brief_wanted)
        self.places.save_wanted.connect(self.drawings.save)
        self.drawings.failed.connect(self.errands.tell)
        self.papers.failed.connect(self.errands.tell)
        self.papers.told.connect(self.caretaker.tell)
        self.places.day_wanted.connect(self.papers.print_day)
        self.window.closing.connect(self._finish)
        self.window.sidebar.account_chosen.connect(self._account_chosen)
        self.errands.open_wanted.connect(self.window.open_wanted)
        self.errands.new_wanted.connect(self.window.new_wanted)
        self.errands.imported.connect(self._imported)
        self.deeds.failed.connect(self.errands.tell)
        self.deeds.record_wanted.connect(self._record_wanted)
        self.errands.emptied.connect(self._tell_undo)
        self.errands.record_wanted.connect(self._record_wanted)
        self.errands.gap_chosen.connect(self.deeds.fill)
        self.backups.reopen_wanted.connect(self.window.reopen_wanted)
        self.backups.moved.connect(self.window.moved)
        self.caretaker.move_wanted.connect(self.backups.move)
        self.caretaker.compare_wanted.connect(self.backups.compare)

    def _connect_commands(self) -> None:
        commands = self.window.commands
        commands.place_group.triggered.connect(self._go_to_place)
        commands.tab_group.triggered.connect(self._show_tab)
        commands.new_journal.triggered.connect(self.errands.ask_for_new)
        commands.open_journal.triggered.connect(self.errands.ask_for_open)
        commands.import_files.triggered.connect(self.errands.import_files)
        commands.back_up.triggered.connect(self.keeper.back_up_now)
        commands.backups.triggered.connect(self.backups.show_backups)
        commands.move_journal.triggered.connect(self.backups.move)
        commands.print_brief.triggered.connect(self.errands.print_brief)
        commands.share_page.triggered.connect(self.errands.share_page)
        commands.what_changed.triggered.connect(self.errands.show_past)
        commands.trash.triggered.connect(self.errands.show_trash)
        commands.keys.triggered.connect(self.errands.show_keys)
        commands.about.triggered.connect(self.errands.show_about)
        self.page.addAction(commands.delete)
        commands.undo.triggered.connect(self._undo)
        commands.redo.triggered.connect(self._redo)
        commands.search.triggered.connect(self._search)
        commands.find.triggered.connect(self._find)
        commands.previous_account.triggered.connect(self._go_up)
        commands.next_account.triggered.connect(self._go_down)
        commands.zoom_in.triggered.connect(self._zoom_in)
        commands.zoom_out.triggered.connect(self._zoom_out)
        commands.fit.triggered.connect(self._fit)
        self.places.zoomed_changed.connect(self._tell_zoom)

    @property
    def _zoomed(self) -> SceneView | None:
        """The timeline in sight; None on a page without one."""
        return self.page.canvas if self.places.shown is None else self.places.zoomed

    @Slot()
    def _tell_zoom(self) -> None:
        self.window.commands.tell_zoom(has_timeline=self._zoomed is not None)

    @Slot()
    def _zoom_in(self) -> None:
        if self._zoomed is not None:
            self._zoomed.zoom_in()

    @Slot()
    def _zoom_out(self) -> None:
        if self._zoomed is not None:
            self._zoomed.zoom_out()

    @Slot()
    def _fit(self) -> None:
        if self._zoomed is not None:
            self._zoomed.fit()

    @Slot()
    def _finish(self) -> None:
        self.window.removeEventFilter(self)  # nobody will look at what was put off
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()  # what is typed in it is saved, what works for it ends
        self.page.leave()
        self.caretaker.finish()
        self.errands.finish()
        self.deeds.finish()
        self.drawings.finish()
        self.papers.finish()
        self.backups.finish()
        self._bridge.close()
        self.keeper.finish()

    @Slot(Change)
    def _changed(self, change: Change) -> None:
        if not change.ids:
            return
        self.keeper.take_note()
        self.window.read_change(change)
        self._tell_undo()
        self._tell_trashed(change)
        self.places.read_change(change)
        self._read_account()

    @Slot()
    def _imported(self) -> None:
        self.keeper.take_note()
        self.read_again()

    @Slot(str)
    def _account_chosen(self, account_id: str) -> None:
        self.open_account(AccountId(RecordId(account_id)))

    @Slot(str, str)
    def _record_wanted(self, account_id: str, record_id: str) -> None:
        is_elsewhere = self.places.shown is not None
        self.open_account(AccountId(RecordId(account_id)), RecordId(record_id) or None)
        if is_elsewhere:  # the keys go along, to where one was led
            self.page.enter_tab(Tab(self.page.tabs.currentIndex()))

    @Slot(str, str)
    def _brief_wanted(self, account_id: str, meeting_id: str) -> None:
        self._record_wanted(account_id, meeting_id)
        self.errands.print_brief()

    @Slot(QAction)
    def _go_to_place(self, action: QAction) -> None:
        self.places.go(Place(action.data()))

    @Slot()
    def _search(self) -> None:
        self.errands.search(self.window.glances)

    @Slot()
    def _find(self) -> None:
        if not self.places.find_here():
            is_account = self.places.shown is None
            self.errands.search(self.window.glances, is_here=is_account)

    @Slot()
    def _undo(self) -> None:
        self._attempt(lambda: undoing.undo(self._journal))

    @Slot()
    def _redo(self) -> None:
        self._attempt(lambda: undoing.redo(self._journal))

    @Slot(QAction)
    def _show_tab(self, action: QAction) -> None:
        self.page.enter_tab(Tab(self.window.commands.tab_group.actions().index(action)))

    @Slot()
    def _go_back(self) -> None:
        """Come back from the whole screen, else from a page over all accounts to an account.

        In an empty journal that is to where one begins.
        """
        if self.full_screen.is_on:
            self.full_screen.leave()
            return
        if self.places.shown is None:
            return
        view = self.page.view
        if view is not None and self.window.has_account(view.relationship.account.id):
            self.open_account(view.relationship.account.id)
        else:
            self._open_first()
        if self.window.first_account() is not None:
            self.window.sidebar.accounts.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_up(self) -> None:
        self._go(-1)

    @Slot()
    def _go_down(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        view = self.page.view
        current = None if view is None else view.relationship.account.id
        following = self.window.sidebar.accounts.neighbour_of(current, step)
        if following is not None:
            self.open_account(following)

    def _tell_trashed(self, change: Change) -> None:
        """Offer to take back what was deleted, until something else is done."""
        if not change.trashed:
            self.undo_bar.hide()
            return
        title = self._attempt(lambda: past.title_of(self._journal, change.trashed[0]))
        is_more = change.ids != frozenset(change.trashed)  # such as making one of two
        name = change.name if is_more else ""
        self.undo_bar.say(title or "", name=name, others=len(change.trashed) - 1)

    def _read_account(self) -> None:
        """Show the account again, where one is shown; else it is read when one comes back to it.

        Not under a dialog: a long history takes a third of a second to read and to draw, which
        whoever types there would feel at each save. It follows when the dialog has gone.
        """
        self._is_due = self._is_blocked
        if self._is_blocked or self.places.shown is not None:
            return
        view = self.page.view
        if view is not None and self.window.has_account(view.relationship.account.id):
            self.open_account(view.relationship.account.id)
        else:
            self._open_first()

    @Slot()
    def _tell_undo(self) -> None:
        self.window.commands.tell_undo(
            undoing.undo_name(self._journal), undoing.redo_name(self._journal)
        )

    def _open_first(self) -> None:
        first = self.window.first_account()
        if first is None:
            self.window.show_empty()
        else:
            self.open_account(first.account.id)

    def _attempt(self, verb: Callable[[], T]) -> T | None:
        """Do something, and say it where the world does not allow it."""
        try:
            return verb()
        except JournalError as error:
            self.errands.tell(error)
            return None
