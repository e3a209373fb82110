"""What opens the papers that are not of one account: a day's briefs, and what is held of somebody.

Each is imported when it is asked for, as the other errands are.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTemporaryDir, Signal, Slot

from journal.domain.errors import JournalError
from journal.domain.paper import Paper
from journal.domain.record import PersonId, RecordId
from journal.operations import day_packs, days, person_records, reading
from journal.operations.journal import Journal
from journal.ui.account_page import AccountPage
from journal.ui.background import Workbench
from journal.ui.main_window import MainWindow
from journal.ui.tabs import Tab
from journal.ui.theme import Theme
from journal.wording import _

T = TypeVar("T")


class Papers(QObject):
    """Opens them over the window; `failed` says a `JournalError`, `told` what should be read."""

    failed = Signal(object)
    told = Signal(str)

    def __init__(
        self, window: MainWindow, *, journal: Journal, page: AccountPage, theme: Theme
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._page = page
        self._theme = theme
        self._workbench = Workbench(journal, self)
        self._folder: QTemporaryDir | None = None
        page.holding_wanted.connect(self.show_holding)
        page.erase_wanted.connect(self.ask_erase)
        window.commands.print_day.triggered.connect(self.print_day)
        window.commands.print_holding.triggered.connect(self._print_holding)
        window.commands.erase_person.triggered.connect(self._erase_person)

    def finish(self) -> None:
        """Stop what is under way and wait until it has ended."""
        self._workbench.finish()

    @Slot()
    def print_day(self) -> None:
        """Show the briefs of today, or of the next day on which something is planned."""
        from journal.ui.brief.day_pack_preview import DayPackPreview

        found = self._attempt(self._days)
        if found:
            DayPackPreview(
                found,
                self._journal.today(),
                self._workbench,
                self._theme,
                self._own_folder(),
                self._window,
            ).open()
        elif found is not None:
            self._window.sidebar.say(_("Nothing is planned, so there is no day to print."))

    @Slot(str)
    def show_holding(self, person_id: str) -> None:
        """Show all that is held about somebody."""
        from journal.ui.brief.preview import Document, DocumentPreview

        person = PersonId(RecordId(person_id))
        name = self._attempt(lambda: reading.person(self._journal, person).name)
        if name is None:
            return
        document = Document(
            title=_("What we hold about {name}").format(name=name),
            file_name=_("what we hold.pdf"),
            pdf=partial(_holding, person),
            note=_("private · personal data"),
        )
        folder = self._own_folder()
        DocumentPreview(document, self._workbench, self._theme, folder, self._window).open()

    @Slot(str)
    def ask_erase(self, person_id: str) -> None:
        """Say what erasing somebody does, and erase them where that is wanted."""
        from journal.operations import erasing
        from journal.ui.people.erase_dialog import EraseDialog

        person = PersonId(RecordId(person_id))
        preview = self._attempt(lambda: erasing.preview(self._journal, person))
        if preview is None:
            return
        dialog = EraseDialog(preview, self._journal, self._workbench, self._window)
        dialog.erased.connect(self.told)
        dialog.open()

    @Slot()
    def _print_holding(self) -> None:
        person = self._person_in_hand()
        if person is not None:
            self.show_holding(person)

    @Slot()
    def _erase_person(self) -> None:
        person = self._person_in_hand()
        if person is not None:
            self.ask_erase(person)

    def _person_in_hand(self) -> PersonId | None:
        """Return who is in sight; where nobody is, lead to where one is chosen."""
        person = self._page.person if self._page.isVisible() else None
        if person is None:
            self._page.enter_tab(Tab.PEOPLE)
            self._window.sidebar.say(_("Choose whom it is about, then ask again."))
        return person

    def _days(self) -> tuple[date, ...]:
        """Return today where something takes place, then the next days on which it does."""
        around, today = days.around_today(self._journal), self._journal.today()
        first = (today,) if day_packs.has_briefs(days.on_day(self._journal, today)) else ()
        return (*first, *dict.fromkeys(each.day for each in around.ahead))

    def _own_folder(self) -> Path:
        """Return a folder that is only the user's, and gone with the window."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        return Path(self._folder.path())

    def _attempt(self, verb: Callable[[], T]) -> T | None:
        try:
            return verb()
        except JournalError as error:
            self.failed.emit(error)
            return None


def _holding(person: PersonId, journal: Journal, paper: Paper) -> bytes:
    return person_records.person_pdf(journal, person, paper=paper)
