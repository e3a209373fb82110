"""Every command with its words and its key: the menu bar, and what buttons and keys share."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from journal.ui.place import Place
from journal.ui.theme import Scheme
from journal.wording import _

_Key = QKeySequence.StandardKey
_Shortcut = QKeySequence.StandardKey | str


class Commands:
    """The actions of the window, and its menu bar made of them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._make_file_menu()
        self._make_edit_menu()
        self._make_go_menu()
        self._make_account_menu()
        self._make_person_menu()
        self._make_meeting_menu()
        self._make_view_menu()
        self._make_help_menu()

    def __iter__(self) -> Iterator[QAction]:
        """Yield every one of them."""
        for each in vars(self).values():
            if isinstance(each, QAction):
                yield each
        yield from self.places.values()
        yield from self.schemes.values()

    def tell_undo(self, undo: str | None, redo: str | None) -> None:
        """Name what would be undone and redone; None where there is nothing."""
        self.undo.setEnabled(undo is not None)
        self.undo.setText(_with_name(_("&Undo"), undo))
        self.redo.setEnabled(redo is not None)
        self.redo.setText(_with_name(_("&Redo"), redo))

    def tell_place(self, *, has_accounts: bool, is_account: bool) -> None:
        """Allow what needs an account only where there is one.

        Args:
            has_accounts: Whether one may be in hand, on whatever page.
            is_account: Whether the page of one is shown.
        """
        for action in self._of_account:
            action.setEnabled(has_accounts)
        for action in self._of_page:
            action.setEnabled(is_account)

    def tell_zoom(self, *, has_timeline: bool) -> None:
        """Allow zooming on a page over all accounts that shows their timelines."""
        for action in (self.zoom_in, self.zoom_out, self.fit):
            action.setEnabled(has_timeline)

    def tell_scheme(self, scheme: Scheme) -> None:
        """Tick the scheme in use."""
        self.schemes[scheme].setChecked(True)

    def _make_file_menu(self) -> None:
        self.new_journal = self._action(_("&New journal…"), "Ctrl+Shift+N")
        self.open_journal = self._action(_("&Open journal…"), _Key.Open)
        self.open_sample = self._action(_("Open the &sample"), "Ctrl+Shift+O")
        self.import_files = self._action(_("&Import…"), "Ctrl+I")
        self.back_up = self._action(_("&Back up now"), "Ctrl+B")
        self.backups = self._action(_("Backups and &restore…"), "Ctrl+Shift+B")
        self.move_journal = self._action(_("&Move journal…"), "Ctrl+Shift+M")
        self.quit = self._action(_("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self._menu(
            _("&File"),
            (
                self.new_journal,
                self.open_journal,
                self.open_sample,
                None,
                self.import_files,
                None,
                self.back_up,
                self.backups,
                self.move_journal,
                None,
                self.quit,
            ),
        )

    def _make_edit_menu(self) -> None:
        self.undo = self._action(_("&Undo"), _Key.Undo)
        self.redo = self._action(_("&Redo"), "Ctrl+Shift+Z")
        first = self.redo.shortcut()
        others = [key for key in QKeySequence.keyBindings(_Key.Redo) if key != first]
        self.redo.setShortcuts([first, *others])  # Ctrl+Y on Windows
        self.what_changed = self._action(_("&What changed…"), "Ctrl+H")
        self.trash = self._action(_("&Trash…"), "Ctrl+Shift+T")
        self.own_name = self._action(_("Your &name…"), "Ctrl+Shift+Y")
        self._menu(
            _("&Edit"),
            (self.undo, self.redo, None, self.what_changed, self.trash, None, self.own_name),
        )

    def _make_go_menu(self) -> None:
        self.search = self._action(_("&Search"), "Ctrl+K")
        self.find = self._action(_("Find &here"), _Key.Find)
        self.places = {
            Place.TODAY: self._place(Place.TODAY, _("&Today"), "F2"),
            Place.FOLLOW_UPS: self._place(Place.FOLLOW_UPS, _("&Follow-ups"), "F3"),
            Place.PORTFOLIO: self._place(Place.PORTFOLIO, _("&Portfolio"), "F4"),
        }
        self.place_group = self._group(*self.places.values())
        self.previous_account = self._action(_("P&revious account"), "Ctrl+PgUp")
        self.next_account = self._action(_("&Next account"), "Ctrl+PgDown")
        self._menu(
            _("&Go"),
            (
                self.search,
                self.find,
                None,
                *self.places.values(),
                None,
                self.previous_account,
                self.next_account,
            ),
        )

    def _make_account_menu(self) -> None:
        self.new_account = self._action(_("&New account…"), "Ctrl+Shift+A")
        self.edit_account = self._action(_("&Facts and goal…"), "Ctrl+E")
        self.files = self._action(_("&Files…"), "Ctrl+Shift+F")
        self.print_brief = self._action(_("&Print brief…"), _Key.Print)
        self.print_brief.setIconText(_("Print brief"))
        self.share_page = self._action(_("Page to s&hare…"), "Ctrl+R")
        self.show_timeline = self._action(_("&Timeline"), "Ctrl+1")
        self.show_meetings = self._action(_("&Meetings"), "Ctrl+2")
        self.show_people = self._action(_("P&eople"), "Ctrl+3")
        self.show_alignment = self._action(_("A&lignment"), "Ctrl+4")
        self.show_negotiation = self._action(_("Ne&gotiation"), "Ctrl+5")
        self.show_access = self._action(_("&Access"), "Ctrl+6")
        self.show_relationship = self._action(_("&Relationship"), "Ctrl+7")
        self.tab_group = self._group(
            *(self.show_timeline, self.show_meetings, self.show_people, self.show_alignment),
            *(self.show_negotiation, self.show_access, self.show_relationship),
        )
        self.merge_accounts = self._action(_("Same as a&nother account…"), "Ctrl+Shift+J")
        self.merge_people = self._action(_("Two &people are one…"), "Ctrl+Shift+U")
        self.hand_over = self._action(_("&Hand over…"), "Ctrl+Shift+H")
        self.trash_account = self._action(_("&Delete account"), "Ctrl+Shift+Del")
        self._of_account: tuple[QAction, ...] = (
            *(self.edit_account, self.files, self.hand_over),
            *(self.merge_accounts, self.merge_people, self.trash_account),
        )
        self._of_page: tuple[QAction, ...] = (
            *(self.print_brief, self.share_page, self.what_changed),
            *self.tab_group.actions(),
        )
        self._menu(
            _("&Account"),
            (
                *(self.new_account, None, self.edit_account, self.files, None),
                *(self.print_brief, self.share_page, None),
                *(*self.tab_group.actions(), None),
                *(self.merge_accounts, self.merge_people, None),
                *(self.hand_over, self.trash_account),
            ),
        )

    def _make_person_menu(self) -> None:
        self.print_holding = self._action(_("&What we hold about them…"), "Ctrl+Shift+W")
        self.erase_person = self._action(_("&Erase for good…"), "Ctrl+Shift+X")
        self._of_page += (self.print_holding, self.erase_person)
        self._menu(_("&Person"), (self.print_holding, None, self.erase_person))

    def _make_meeting_menu(self) -> None:
        self.log_meeting = self._action(_("&Log meeting…"), "Ctrl+L")
        self.log_meeting.setIconText(_("Log meeting"))
        self.plan_meeting = self._action(_("&Plan meeting…"), _Key.New)
        self.change_meeting = self._action(_("&Change meeting…"), "Ctrl+Shift+E")
        self.capture = self._action(_("&Note a line…"), "Ctrl+Shift+L")
        self.print_day = self._action(_("P&rint the day…"), "Ctrl+Shift+D")
        self.delete = self._action(_("&Delete what is chosen"), _Key.Delete)
        # Its key is for where something is chosen; at the side nobody means a meeting by it.
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.removeAction(self.delete)
        self._of_account += (self.log_meeting, self.plan_meeting, self.capture, self.print_day)
        self._of_page += (self.change_meeting, self.delete)
        self._menu(
            _("&Meeting"),
            (
                *(self.log_meeting, self.plan_meeting, self.change_meeting, self.capture),
                *(None, self.print_day, None, self.delete),
            ),
        )

    def _make_view_menu(self) -> None:
        self.zoom_in = self._action(_("Zoom &in"), _Key.ZoomIn)
        self.zoom_out = self._action(_("Zoom &out"), _Key.ZoomOut)
        self.fit = self._action(_("&Whole history"), "Ctrl+0")
        self._of_page += (self.zoom_in, self.zoom_out, self.fit)
        self.schemes = {
            Scheme.LIGHT: self._action(_("&Light"), "Ctrl+Alt+1"),
            Scheme.DARK: self._action(_("&Dark"), "Ctrl+Alt+2"),
            Scheme.SYSTEM: self._action(_("&As the system"), "Ctrl+Alt+3"),
        }
        self.scheme_group = QActionGroup(self._window)
        for scheme, action in self.schemes.items():
            action.setCheckable(True)
            action.setData(scheme)
            self.scheme_group.addAction(action)
        self.sidebar = self._action(_("&Sidebar"), "F9")
        self.sidebar.setCheckable(True)
        self.full_screen = self._action(_("F&ull screen"), "F11")
        self.full_screen.setCheckable(True)
        self.save_timeline = self._action(_("Sa&ve timeline…"), "Ctrl+Shift+S")
        self.print_timeline = self._action(_("Prin&t timeline…"), "Ctrl+Shift+P")
        self._of_account += (self.save_timeline, self.print_timeline)
        self._menu(
            _("&View"),
            (
                self.zoom_in,
                self.zoom_out,
                self.fit,
                None,
                self.save_timeline,
                self.print_timeline,
                None,
                self.full_screen,
                self.sidebar,
                None,
                *self.schemes.values(),
            ),
        )

    def _make_help_menu(self) -> None:
        self.keys = self._action(_("&Keys"), _Key.HelpContents)
        self.about = self._action(_("&About Account Journal"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self._menu(_("&Help"), (self.keys, self.about))

    def _action(self, text: str, shortcut: _Shortcut | None = None) -> QAction:
        made = QAction(text, self._window)
        if shortcut is not None:
            made.setShortcut(QKeySequence(shortcut))
        self._window.addAction(made)
        return made

    def _place(self, place: Place, text: str, shortcut: _Shortcut) -> QAction:
        made = self._action(text, shortcut)
        made.setData(place)
        return made

    def _group(self, *actions: QAction) -> QActionGroup:
        """Let one signal say which of them was chosen; none of them is ticked."""
        made = QActionGroup(self._window)
        made.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for action in actions:
            made.addAction(action)
        return made

    def _menu(self, title: str, actions: Sequence[QAction | None]) -> None:
        menu = QMenu(title, self._window)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        self._window.menuBar().addMenu(menu)


def _with_name(word: str, name: str | None) -> str:
    if not name:
        return word
    return _("{undo} {what}").format(undo=word, what=name.replace("&", "&&"))
