"""A document before it is paper: its pages, the size of the paper, save, print and open."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.domain.paper import Paper
from journal.operations.briefing import write_pages
from journal.operations.journal import Journal
from journal.ui import failures
from journal.ui.background import Progress, Task, Work, Workbench
from journal.ui.brief.page_view import PREVIEW_DPI, PageView
from journal.ui.brief.printing import dots_per_inch, print_pictures, printer_for
from journal.ui.brief.rendering import pictures
from journal.ui.shared.buttons import main_button, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import ElidedLabel, Kind, Label
from journal.ui.shared.progress import ProgressPanel
from journal.ui.shared.segments import Choice, Segments
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_PAPERS = tuple(Paper)
_LEAST_PX = 240  # of the pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be shown before it is paper.

    Attributes:
        title: Of the window.
        file_name: That is proposed, with its ending.
        pdf: Makes it, in a thread, as the journal is then.
        note: Said at the foot beside the number of pages; may be empty.
    """

    title: str
    file_name: str
    pdf: Callable[[Journal, Paper], bytes]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A document set on a paper, and its pages as they are shown.

    Attributes:
        refusal: Why there are no pages; None where there are.
    """

    document: Document
    paper: Paper
    pdf: bytes = b""
    pages: tuple[QImage, ...] = ()
    refusal: JournalError | None = None


class DocumentPreview(QDialog):
    """Each thing that takes time is one piece of work, done by itself."""

    def __init__(
        self,
        document: Document,
        workbench: Workbench,
        theme: Theme,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Begin at once, on the paper of the user's country.

        Args:
            folder: Only the user's, and gone with the window: for the system's viewer.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(document.title)
        fit(self, 880, 760)
        self._document = document
        self._workbench = workbench
        self._folder = folder
        self._task: Task | None = None
        self._set: Set | None = None
        self._printer: QPrinter | None = None
        self._paper = Segments(
            _("Paper"), [Choice(text=text) for text in (_("A4"), _("Letter"), _("A5"))]
        )
        self._paper.choose(_PAPERS.index(usual_paper()))
        self._save = other_button(_("Save as…"))
        self._open = other_button(_("Open in viewer"))
        self._print = main_button(_("Print…"))
        self._said = ElidedLabel(kind=Kind.MUTE)
        self._progress = ProgressPanel(_("Setting the pages…"))
        self.refusal = Label(kind=Kind.BODY, wraps=True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.pages = PageView(theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._set_again()

    @property
    def is_ready(self) -> bool:
        """Whether the pages on the chosen paper are shown."""
        shown = self._set
        return (
            shown is not None
            and shown.paper is self._chosen_paper()
            and shown.document is self._document
            and shown.refusal is None
        )

    def show_set(self, made: Set) -> None:
        """Hear of what is shown from now on; for what stands beside the pages."""

    def refusal_words(self, refusal: JournalError) -> str:
        """Say why there are no pages; for what stands beside them to say it better."""
        return refusal.sentence

    def show_document(self, document: Document) -> None:
        """Show another document in place of this one."""
        self._document = document
        self.setWindowTitle(document.title)
        self._set_again()

    def said(self) -> str:
        """Return what is said at the foot."""
        return self._said.text()

    @override
    def done(self, result: int) -> None:
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        top = self.top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._paper)
        top.addStretch(1)
        for button in (self._open, self._save, self._print):
            top.addWidget(button)
        column.addLayout(top)
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.addStretch(1)
        middle.addWidget(self._progress)
        middle.addStretch(2)
        self._stack.addWidget(waiting)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.refusal)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(16)
        self.middle.addWidget(self._stack, 1)
        column.addLayout(self.middle, 1)
        column.addWidget(self._said)
        self._stack.setMinimumWidth(_LEAST_PX)
        area = Scrolled(_("Preview"), content)  # a small screen has not room for all of it
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self._paper.chosen.connect(self._set_again)
        self._save.clicked.connect(self._ask_where)
        self._open.clicked.connect(self._write_for_viewer)
        self._print.clicked.connect(self._ask_printer)
        self._progress.cancel_wanted.connect(self.reject)

    def _chosen_paper(self) -> Paper:
        return _PAPERS[self._paper.position]

    @Slot()
    def _set_again(self) -> None:
        self._allow(ready=False)
        if self._set is None or self._set.refusal is not None:
            self._stack.setCurrentIndex(0)
        self._start(_setting(self._document, self._chosen_paper()), self._shown)

    @Slot(object)
    def _shown(self, made: Set) -> None:
        if made.paper is not self._chosen_paper() or made.document is not self._document:
            return
        self._set = made
        self.show_set(made)
        if made.refusal is not None:
            self.refusal.setText(self.refusal_words(made.refusal))
            self._stack.setCurrentWidget(self.refusal)
            self._said.setText("")
            return
        self.pages.show_pages(made.pages)
        self._stack.setCurrentWidget(self.pages)
        self._allow(ready=True)
        count = len(made.pages)
        told = ngettext("{count} page", "{count} pages", count).format(count=count)
        self._said.setText(" · ".join(filter(None, (told, self._document.note))))

    @Slot()
    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save as"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._document.file_name)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    @Slot(str)
    def save_as(self, name: str) -> None:
        """Write the pages that are shown to a file."""
        if self._set is not None:
            self._start(_writing(self._set.pdf, Path(name)), self._saved)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self._said.setText(_("Saved as {name}").format(name=path.name))

    @Slot()
    def _write_for_viewer(self) -> None:
        if self._set is not None:
            path = self._folder / self._document.file_name
            self._start(_writing(self._set.pdf, path), self._open_in_viewer)

    @Slot(object)
    def _open_in_viewer(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._said.setText(_("This computer has no viewer for PDF."))

    @Slot()
    def _ask_printer(self) -> None:
        self._printer = printer_for(self._chosen_paper())
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self._render_for_printer)
        dialog.show()

    @Slot()
    def _render_for_printer(self) -> None:
        if self._printer is not None and self._set is not None:
            work = _rendering(self._set.pdf, dots_per_inch(self._printer))
            self._start(work, self._print_pages)

    @Slot(object)
    def _print_pages(self, pages: tuple[QImage, ...]) -> None:
        if self._printer is None:
            return
        try:
            print_pictures(self._printer, pages)
        except JournalError as error:
            failures.show(self, error)
        else:
            self._said.setText(_("Sent to the printer"))
        self._printer = None

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        failures.show(self, error)

    def _start(self, work: Work, then: Callable[[Any], None]) -> None:
        task = self._workbench.task(work)
        task.done.connect(then)
        task.failed.connect(self._failed)
        self._task = task
        self._workbench.start(task)

    def _allow(self, *, ready: bool) -> None:
        for button in (self._save, self._open, self._print):
            button.setEnabled(ready)


def usual_paper() -> Paper:
    """Return the paper of the user's country."""
    american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if american else Paper.A4


def _setting(document: Document, paper: Paper) -> Work:
    def work(journal: Journal, progress: Progress) -> Set:
        try:
            pdf = document.pdf(journal, paper)
        except JournalError as error:
            return Set(document=document, paper=paper, refusal=error)
        progress(_("Drawing the pages…"), 0, 0)
        pages = tuple(pictures(pdf, PREVIEW_DPI))
        return Set(document=document, paper=paper, pdf=pdf, pages=pages)

    return work


def _writing(pdf: bytes, path: Path) -> Work:
    def work(_journal: Journal, progress: Progress) -> Path:
        progress(_("Writing {name}").format(name=path.name), 0, 0)
        write_pages(path, pdf)
        return path

    return work


def _rendering(pdf: bytes, dpi: int) -> Work:
    def work(_journal: Journal, progress: Progress) -> tuple[QImage, ...]:
        pages: list[QImage] = []
        for picture in pictures(pdf, dpi):
            progress(_("Drawing the pages…"), len(pages), 0)
            pages.append(picture)
        return tuple(pages)

    return work
