"""The timelines into a file or onto paper: that of the account in hand, or those of all shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from journal.analysis.portfolio import PortfolioRow
from journal.domain.errors import JournalError
from journal.domain.paper import Paper
from journal.domain.record import AccountId, RecordId
from journal.operations import reading
from journal.operations.journal import Journal
from journal.timeline.narrowing import ALL, Narrowing
from journal.timeline.portfolio import Order
from journal.ui.account_page import AccountPage
from journal.ui.background import Progress, Work, Workbench
from journal.ui.main_window import MainWindow
from journal.ui.places import Places
from journal.wording import _

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, slots=True, kw_only=True)
class OfAccount:
    """The timeline of one account, as far as it is not filtered away."""

    account_id: AccountId
    name: str
    narrowing: Narrowing


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPortfolio:
    """The timelines of all accounts that are shown, in their order."""

    shown: tuple[PortfolioRow, ...]
    order: Order
    name: str


Drawn = OfAccount | OfPortfolio


class Drawings(QObject):
    """Asks where to, works in the background, and says below the list what came of it."""

    failed = Signal(object)

    def __init__(
        self, window: MainWindow, *, journal: Journal, page: AccountPage, places: Places
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._page = page
        self._places = places
        self._workbench = Workbench(journal, self)
        self._drawn: Drawn | None = None
        self._printer: Any = None  # QPrinter is imported where something is printed
        window.commands.save_timeline.triggered.connect(self.save)
        window.commands.print_timeline.triggered.connect(self.print)

    def finish(self) -> None:
        """Stop what is under way and wait until it has ended."""
        self._workbench.finish()

    @Slot()
    def save(self) -> None:
        """Ask into which file."""
        from PySide6.QtWidgets import QFileDialog

        drawn = self._in_sight()
        if drawn is None:
            return
        self._drawn = drawn
        dialog = QFileDialog(self._window, _("Save timeline"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(_kinds().values()))
        dialog.setDefaultSuffix("svg")
        dialog.selectFile(f"{_NO_NAME.sub(' ', drawn.name)} {self._journal.today()}.svg")
        dialog.filterSelected.connect(self._filter_selected)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    @Slot(str)
    def save_as(self, name: str) -> None:
        """Write what was asked for; an ending that is none gets that of a drawing."""
        from journal.operations import drawing

        path = Path(name)
        if path.suffix.lower() not in drawing.ENDINGS:
            path = path.with_name(f"{path.name}.svg")
        if self._drawn is not None:
            self._start(_writing(self._drawn, path), self._saved)

    @Slot()
    def print(self) -> None:
        """Ask on which printer."""
        from PySide6.QtPrintSupport import QPrintDialog

        from journal.ui.brief.preview import usual_paper
        from journal.ui.brief.printing import printer_for

        drawn = self._in_sight()
        if drawn is None:
            return
        self._drawn = drawn
        self._printer = printer_for(usual_paper(), across=True)
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self._render)
        dialog.show()

    def _in_sight(self) -> Drawn | None:
        """Return what is looked at; on a page without a timeline, that of the account in hand."""
        timelines = self._places.timelines
        if timelines is not None:
            shown, order = timelines
            return OfPortfolio(shown=shown, order=order, name=_("Portfolio"))
        view = self._page.view
        if self._places.shown is None:
            if view is None or not self._page.isVisible():
                return None
            account, narrowing = view.relationship.account, self._page.canvas.narrowing
        else:
            in_hand = self._places.in_hand
            if in_hand is None:
                return None
            account_id, narrowing = AccountId(RecordId(in_hand[0])), ALL
            try:
                account = reading.relationship(self._journal, account_id).account
            except JournalError as error:
                self.failed.emit(error)
                return None
        return OfAccount(account_id=account.id, name=account.name, narrowing=narrowing)

    @Slot(str)
    def _filter_selected(self, chosen: str) -> None:
        """Let the name follow the kind of file that is chosen."""
        from PySide6.QtWidgets import QFileDialog

        ending = next(each for each, words in _kinds().items() if words == chosen)
        for dialog in self._window.findChildren(QFileDialog):
            dialog.setDefaultSuffix(ending)
            for name in dialog.selectedFiles()[:1]:
                dialog.selectFile(Path(name).with_suffix(ending).name)

    @Slot()
    def _render(self) -> None:
        from journal.ui.brief.preview import usual_paper
        from journal.ui.brief.printing import dots_per_inch

        if self._drawn is not None and self._printer is not None:
            work = _rendering(self._drawn, usual_paper(), dots_per_inch(self._printer))
            self._start(work, self._print_pages)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self._window.sidebar.say(_("Saved as {name}").format(name=path.name))

    @Slot(object)
    def _print_pages(self, pages: tuple[Any, ...]) -> None:
        from journal.ui.brief.printing import print_pictures

        try:
            print_pictures(self._printer, pages)
        except JournalError as error:
            self.failed.emit(error)
        else:
            self._window.sidebar.say(_("Sent to the printer"))
        self._printer = None

    @Slot(str, int, int)
    def _progressed(self, words: str, done: int, total: int) -> None:
        if total:
            words = _("{what}: {done} of {total}").format(what=words, done=done, total=total)
        self._window.sidebar.say(words)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _start(self, work: Work, then: Callable[[Any], None]) -> None:
        task = self._workbench.task(work)
        task.progressed.connect(self._progressed)
        task.done.connect(then)
        task.failed.connect(self._failed)
        self._workbench.start(task)


def _kinds() -> dict[str, str]:
    """Say what each ending is."""
    return {
        ".svg": _("Drawing (*.svg)"),
        ".png": _("Picture (*.png)"),
        ".pdf": _("Page to print (*.pdf)"),
    }


class _Tell:
    """Tells how far a drawing of many accounts is; it ends there once nobody waits for it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def __call__(self, done: int, total: int) -> None:
        self._progress(_("Drawing the timelines"), done, total)


def _writing(drawn: Drawn, path: Path) -> Work:
    def work(journal: Journal, progress: Progress) -> Path:
        from journal.operations import drawing

        if isinstance(drawn, OfPortfolio):
            drawing.write_portfolio(journal, drawn.shown, path, drawn.order, _Tell(progress))
        else:
            drawing.write_timeline(journal, drawn.account_id, path, drawn.narrowing)
        return path

    return work


def _rendering(drawn: Drawn, paper: Paper, dpi: int) -> Work:
    def work(journal: Journal, progress: Progress) -> tuple[Any, ...]:
        from journal.operations import drawing
        from journal.ui.brief.rendering import pictures

        if isinstance(drawn, OfPortfolio):
            tell = _Tell(progress)
            pdf = drawing.portfolio_pages(journal, drawn.shown, drawn.order, tell, paper=paper)
        else:
            pdf = drawing.timeline_page(journal, drawn.account_id, drawn.narrowing, paper=paper)
        pages: list[Any] = []
        for each in pictures(pdf, dpi):
            progress(_("Drawing the pages"), len(pages), 0)
            pages.append(each)
        return tuple(pages)

    return work
