"""Timelines saved and printed from the window: of the account in hand, or of all shown."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QLocale, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journal.timeline.scene import Lane
from journal.ui.main_window import MainWindow
from journal.ui.place import Place
from journal.ui.portfolio.page import PortfolioPage
from tests.ui.windows import desk_of

LONG_MS = 30_000


def asked(window: MainWindow) -> QFileDialog:
    """Return the dialog that asks where to."""
    (found,) = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    return found


def said(window: MainWindow) -> str:
    """Return what is said below the list."""
    return window.sidebar.foot()


def save(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Choose a file and wait until it is there."""
    dialog = asked(window)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: said(window).startswith("Saved as"), timeout=LONG_MS)


def portfolio_of(qtbot: QtBot, window: MainWindow) -> PortfolioPage:
    """Go to the timelines of all accounts."""
    window.commands.places[Place.PORTFOLIO].trigger()
    page = next(iter(window.findChildren(PortfolioPage)))
    qtbot.waitUntil(lambda: not page.is_reading)
    QTest.keyClick(page.table, Qt.Key.Key_V)
    return page


@pytest.mark.parametrize("ending", [".svg", ".PNG", ".pdf"])
def test_the_timeline_is_saved_as_what_is_asked_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, ending: str
) -> None:
    """With the filter that is on; the name offered is that of the account and the day."""
    window.commands.save_timeline.trigger()
    assert Path(asked(window).selectedFiles()[0]).name == "Mercy General 2026-11-23.svg"
    path = tmp_path / f"mine{ending}"
    save(qtbot, window, path)
    assert said(window).startswith(f"Saved as {path.name}")
    if ending == ".svg":
        assert "No one has ever spent the time" in path.read_text("utf-8")
    elif ending == ".pdf":
        assert len(pypdfium2.PdfDocument(path)) == 1
    else:
        with Image.open(path) as image:
            assert image.size == (2560, 840)


def test_what_is_filtered_away_is_not_in_the_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """What one sees is what one saves; a name without an ending gets one."""
    canvas = desk_of(window).page.canvas
    menu = canvas._filter.menu()
    next(each for each in menu.actions() if each.text() == "Quotes").trigger()
    assert Lane.QUOTES not in canvas.narrowing.lanes
    window.commands.save_timeline.trigger()
    save(qtbot, window, tmp_path / "mine")
    assert "ever spent" not in (tmp_path / "mine.svg").read_text("utf-8")


def test_the_kind_of_file_that_is_chosen_is_the_ending_of_the_name(window: MainWindow) -> None:
    """Who chooses "Picture" wants a picture."""
    window.commands.save_timeline.trigger()
    dialog = asked(window)
    dialog.filterSelected.emit("Picture (*.png)")
    assert dialog.defaultSuffix() == "png"
    assert Path(dialog.selectedFiles()[0]).name == "Mercy General 2026-11-23.png"


def test_all_that_are_shown_are_saved_in_their_order(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """By the key of the page; the table saves a spreadsheet by the same."""
    page = portfolio_of(qtbot, window)
    page.filter.setText("h")
    QTest.keyClick(page.timeline.canvas, Qt.Key.Key_E)
    assert Path(asked(window).selectedFiles()[0]).name == "Portfolio 2026-11-23.svg"
    path = tmp_path / "all.svg"
    save(qtbot, window, path)
    text = path.read_text("utf-8")
    assert ">Harbor Health<" in text
    assert ">Mercy General<" not in text


def test_on_another_page_it_is_that_of_the_account_in_hand(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """The row that is chosen in the table."""
    page = portfolio_of(qtbot, window)
    QTest.keyClick(page.timeline.canvas, Qt.Key.Key_V)
    window.commands.save_timeline.trigger()
    assert Path(asked(window).selectedFiles()[0]).name.startswith("Harbor Health")
    asked(window).close()


def test_what_cannot_be_written_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """In a sentence."""
    window.commands.save_timeline.trigger()
    asked(window).fileSelected.emit(str(tmp_path / "no" / "mine.svg"))
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=LONG_MS)
    window.findChildren(QMessageBox)[0].close()
    asked(window).close()


def test_it_is_printed_across_the_paper(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """Here the printer is a file: one page, the long side across."""
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        window.commands.print_timeline.trigger()
        dialog = window.findChildren(QPrintDialog)[0]
        drawings = desk_of(window).drawings
        drawings._printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        dialog.reject()
        drawings._render()
        qtbot.waitUntil(lambda: said(window).startswith("Sent to the printer"), timeout=LONG_MS)
    finally:
        QLocale.setDefault(before)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == 1
    assert printed[0].get_size() == pytest.approx((842, 595), abs=1)
    dark = printed[0].render(scale=0.5).to_pil().convert("L").histogram()[:120]
    assert sum(dark) > 50  # it is not an empty page


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_all_accounts_are_printed_and_a_printer_may_refuse(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """What is printed is what is shown; a refusal is a sentence."""
    portfolio_of(qtbot, window)
    drawings = desk_of(window).drawings
    for name, words in (("printed.pdf", "Sent to the printer"), ("no/printed.pdf", "")):
        window.sidebar.say("")
        window.commands.print_timeline.trigger()
        drawings._printer.setOutputFileName(str(tmp_path / name))
        for dialog in window.findChildren(QPrintDialog):
            dialog.reject()
        drawings._render()
        if words:
            qtbot.waitUntil(lambda: said(window).startswith("Sent to the printer"), timeout=LONG_MS)
        else:
            qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=LONG_MS)
            window.findChildren(QMessageBox)[0].close()
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 1
