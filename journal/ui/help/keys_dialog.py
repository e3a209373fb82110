"""Every key of the window, by menu, and those inside the pages."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QMenu, QMenuBar, QWidget

from journal.ui.shared.entries import Entry, EntryList
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.theme import Theme
from journal.wording import _

_SIZE_PX = (560, 600)


class KeysDialog(QDialog):
    """Lists them; what is typed above narrows the list."""

    def __init__(self, theme: Theme, menus: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        fit(self, *_SIZE_PX)
        self._entries = (*_of_menus(menus), *_of_pages())
        self.filter = QLineEdit()
        self.filter.setAccessibleName(_("Find a command"))
        self.filter.setPlaceholderText(_("Find a command"))
        self.filter.setClearButtonEnabled(True)
        self.list = EntryList(theme, _("Keys"))
        self.list.show_entries(self._entries)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addWidget(Label(_("Everything has a key"), Kind.STATEMENT))
        content.addWidget(self.filter)
        content.addWidget(self.list, 1)
        content.addWidget(buttons)
        self.filter.textChanged.connect(self._narrow)
        self.filter.setFocus()

    @Slot(str)
    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        self.list.show_entries(
            each
            for each in self._entries
            if all(word in f"{each.lead} {each.text} {each.note}".casefold() for word in wanted)
        )


def menu_actions(menus: QMenuBar) -> Iterator[tuple[str, QAction]]:
    """Return every action of a menu bar, each with the title of its menu."""
    for head in menus.actions():
        menu = head.menu()
        if isinstance(menu, QMenu):
            for action in menu.actions():
                if not action.isSeparator():
                    yield plain_text(head), action


def plain_text(action: QAction) -> str:
    """Return the words of an action without what only a menu needs."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _of_menus(menus: QMenuBar) -> Iterator[Entry]:
    for title, action in menu_actions(menus):
        if not action.shortcut().isEmpty():
            yield Entry(lead=title, text=plain_text(action), note=_keys(action))


def _of_pages() -> Iterator[Entry]:
    lists, timeline, forms = _("Lists"), _("Timeline"), _("Forms")
    today, promises, portfolio = _("Today"), _("Follow-ups"), _("Portfolio")
    alignment, negotiation, week = _("Alignment"), _("Negotiation"), _("Access")
    ratings, sharing, leaving = _("Relationship"), _("Page to share"), _("Hand over")
    for lead, text, note in (
        (lists, _("Go through the rows"), _("Up, Down")),
        (lists, _("Open where it stands"), _("Enter")),
        (today, _("Log the meeting, print its brief, plan one"), _("L, P, N")),
        (today, _("Print the day"), _("D")),
        (promises, _("Kept, another date, drop"), _("K, M, D")),
        (portfolio, _("Sort by a column, save what is shown"), _("S, E")),
        (portfolio, _("The other view: timelines, or the table"), _("V")),
        (portfolio, _("Zoom the timelines, go through the accounts"), _("Ctrl+wheel, wheel")),
        (timeline, _("Change what is set off, or go to where it stands"), _("Enter")),
        (timeline, _("Step from event to event"), _("Left, Right")),
        (timeline, _("Zoom"), _("wheel, +, −")),
        (timeline, _("Pan"), _("drag, PgUp, PgDn")),
        (timeline, _("Show a year, a quarter, today, all"), _("Y, Q, T, 0")),
        (alignment, _("Go through the numbers, join one with one across"), _("arrows, Enter")),
        (alignment, _("Add a number, edit or delete what is in hand"), _("N, E, Del")),
        (negotiation, _("Add a line after the other, where one can be added"), _("type, Enter")),
        (negotiation, _("Go to the details of a line, and back"), _("Enter, Esc")),
        (negotiation, _("Move a line, or delete it"), _("Alt+Up, Alt+Down, Del")),
        (week, _("Go through the week, plan there or show its meetings"), _("arrows, Enter")),
        (week, _("Show the meetings of any time"), _("Space")),
        (week, _("Plan in the first, second, third proposed time"), _("Alt+1, 2, 3")),
        (ratings, _("Correct or delete a rating"), _("E, Del")),
        (sharing, _("Put a line on the page, or keep it at home"), _("Space")),
        (sharing, _("Agreed, changed, declined, not raised"), _("A, C, D, N")),
        (leaving, _("Pass a private note on, keep it here, delete it"), _("P, K, D")),
        (leaving, _("Do so with all of them"), _("Shift+P, K, D")),
        (forms, _("Done"), _("Ctrl+Enter")),
        (forms, _("Back"), _("Esc")),
    ):
        yield Entry(lead=lead, text=text, note=note)


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts())
