"""The brief in the window: looked at, saved, printed."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot

from journal.domain.errors import NotSavedError
from journal.domain.paper import Paper
from journal.operations.briefing import brief_pdf
from journal.operations.journal import Journal
from journal.ui.brief.brief_preview import BriefPreview
from journal.ui.brief.page_view import PageView
from journal.ui.brief.preview import usual_paper
from journal.ui.brief.printing import FINEST_DPI, dots_per_inch, print_pictures, printer_for
from journal.ui.brief.rendering import pictures
from journal.ui.main_window import MainWindow
from journal.ui.theme import Theme
from tests.ui.case import MERCY

LONG_MS = 30_000


@pytest.fixture(scope="module")
def drawn() -> tuple[QImage, ...]:
    """Draw two pages that need no brief."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        document.new_page(420, 595)
    import io

    stream = io.BytesIO()
    document.save(stream)
    return tuple(pictures(stream.getvalue(), 72))


@pytest.fixture
def preview(qtbot: QtBot, window: MainWindow) -> BriefPreview:
    """Ask for the brief of the account that is open, by its key."""
    window.commands.print_brief.trigger()
    made = window.findChildren(BriefPreview)[0]
    qtbot.waitUntil(lambda: made.is_ready, timeout=LONG_MS)
    return made


def test_pages_are_drawn_at_the_size_of_the_paper(journal: Journal) -> None:
    """A4 at 72 dots an inch is 595 by 842."""
    pages = tuple(pictures(brief_pdf(journal, MERCY), 72))
    assert [(page.width(), page.height()) for page in pages] == [(596, 842)] * 2


def test_the_preview_shows_all_pages(preview: BriefPreview) -> None:
    """What will lie on the paper, before it does."""
    assert preview.pages.page_count == 2
    assert preview.said() == "2 pages · private"
    assert preview._print.isEnabled()


def test_another_paper_is_set_anew(qtbot: QtBot, preview: BriefPreview) -> None:
    """Reflowed, never scaled."""
    before = preview._set
    qtbot.keyClick(preview._paper.findChildren(QRadioButton)[0], Qt.Key.Key_L)
    assert not preview.is_ready
    assert not preview._print.isEnabled()
    qtbot.waitUntil(lambda: preview.is_ready, timeout=LONG_MS)
    assert preview._set is not None
    assert preview._set.paper is Paper.LETTER
    assert preview._set is not before


def test_the_brief_is_saved_where_it_was_asked_for(
    qtbot: QtBot, preview: BriefPreview, tmp_path: Path
) -> None:
    """And the foot says under which name."""
    qtbot.mouseClick(preview._save, Qt.MouseButton.LeftButton)
    dialog = preview.findChildren(QFileDialog)[0]
    target = tmp_path / "brief.pdf"
    dialog.fileSelected.emit(str(target))
    qtbot.waitUntil(lambda: preview.said() == "Saved as brief.pdf", timeout=LONG_MS)
    assert len(pypdfium2.PdfDocument(target)) == 2
    dialog.close()


def test_a_folder_that_takes_no_file_is_said_so(
    qtbot: QtBot, preview: BriefPreview, tmp_path: Path
) -> None:
    """The preview stays, and another place can be chosen."""
    preview.save_as(str(tmp_path / "missing" / "brief.pdf"))
    qtbot.waitUntil(lambda: bool(preview.findChildren(QMessageBox)), timeout=LONG_MS)
    assert preview.findChildren(QMessageBox)[0].text()
    assert preview.isVisible()


def test_the_system_viewer_is_given_a_file_of_our_own(
    qtbot: QtBot, preview: BriefPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no viewer, that is said."""
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    qtbot.mouseClick(preview._open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG_MS)
    assert Path(opened[0]).read_bytes().startswith(b"%PDF")
    assert Path(opened[0]).parent.stat().st_mode & 0o077 == 0
    qtbot.waitUntil(lambda: "no viewer" in preview.said())


def test_printing_asks_for_a_printer_and_then_prints_each_page(
    qtbot: QtBot, preview: BriefPreview, tmp_path: Path
) -> None:
    """Here the printer is a file; its pages are counted."""
    qtbot.mouseClick(preview._print, Qt.MouseButton.LeftButton)
    dialog = preview.findChildren(QPrintDialog)[0]
    assert preview._printer is not None
    preview._printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.close()
    preview._render_for_printer()
    qtbot.waitUntil(lambda: preview.said() == "Sent to the printer", timeout=LONG_MS)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == 2
    assert printed[0].get_size() == pytest.approx((595, 842), abs=1)


def test_closing_the_preview_stops_what_is_under_way(qtbot: QtBot, window: MainWindow) -> None:
    """Nobody waits for a brief that nobody wants any more."""
    window.commands.print_brief.trigger()
    made = window.findChildren(BriefPreview)[0]
    task = made._task
    assert task is not None
    with qtbot.waitSignal(task.finished, timeout=LONG_MS):
        made.reject()


def test_the_file_has_the_name_of_the_document(
    qtbot: QtBot, preview: BriefPreview, tmp_path: Path
) -> None:
    """One types a folder at most."""
    qtbot.mouseClick(preview._save, Qt.MouseButton.LeftButton)
    dialog = preview.findChildren(QFileDialog)[0]
    assert [Path(each).name for each in dialog.selectedFiles()] == ["brief.pdf"]
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said_so(
    drawn: tuple[QImage, ...], tmp_path: Path, qapp: object
) -> None:
    """Nothing is printed, and the user knows."""
    printer = printer_for(Paper.A5)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(NotSavedError, match="nothing was printed"):
        print_pictures(printer, drawn)


def test_no_printer_is_given_more_than_can_be_seen(qapp: object) -> None:
    """At 1200 dots an inch a page would take a quarter of a gigabyte."""
    printer = printer_for(Paper.A4)
    printer.setResolution(1200)
    assert dots_per_inch(printer) == FINEST_DPI
    assert printer.fullPage()


def test_the_paper_is_that_of_the_country(qapp: object) -> None:
    """Letter in America, A4 elsewhere."""
    assert usual_paper() is Paper.A4
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        assert usual_paper() is Paper.LETTER
    finally:
        QLocale.setDefault(before)


def test_pages_are_as_wide_as_there_is_room(
    qtbot: QtBot, theme: Theme, drawn: tuple[QImage, ...]
) -> None:
    """Readable on a small laptop, never blown up on a large screen."""
    view = PageView(theme)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.show_pages(drawn)
    page = view._pages[0]
    qtbot.waitUntil(lambda: page.height() > 400)
    assert page.height() == page.heightForWidth(page.width())
    assert page.accessibleName() == "Page 1 of 2"
    assert not view.grab().isNull()
