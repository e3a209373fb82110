"""An import in the window: how far it is, and what it did."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journal.operations import listing, undoing
from journal.operations.journal import Journal
from journal.ui.exchange.import_dialog import ImportDialog
from journal.ui.main_window import MainWindow

LONG_MS = 60_000
LOG = """Date,Organisation,Attendees,Purpose
2026-11-02,Lakeview Medical,Ana Ruiz,Stock
2026-11-09,Orchard Care,Bo Lind,Prices
31/31/2026,Orchard Care,Bo Lind,Nothing
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Write a log of which one row cannot be taken."""
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def begin(qtbot: QtBot, window: MainWindow, *paths: Path) -> ImportDialog:
    """Choose files from the menu."""
    window.commands.import_files.trigger()
    chooser = window.findChildren(QFileDialog)[0]
    chooser.filesSelected.emit([str(path) for path in paths])
    chooser.close()
    return window.findChildren(ImportDialog)[0]


def wait(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait for the end."""
    qtbot.waitUntil(dialog._close.isEnabled, timeout=LONG_MS)


def test_an_import_is_shown_with_its_report(
    qtbot: QtBot, window: MainWindow, journal: Journal, log: Path
) -> None:
    """The new accounts stand at the left, and each row that was not taken says why."""
    dialog = begin(qtbot, window, log)
    wait(qtbot, dialog)
    assert window.sidebar.foot().startswith("Saved ")
    assert "3 rows read" in dialog.report()
    assert "log.csv, line 4" in dialog.report()
    names = [glance.account.name for glance in listing.accounts(journal)]
    assert "Lakeview Medical" in names
    spoken = [
        window.sidebar.accounts.model().index(row, 0).data()
        for row in range(window.sidebar.accounts.model().rowCount())
    ]
    assert "Lakeview Medical" in spoken
    assert undoing.undo_name(journal) == "Import log.csv"
    assert window.commands.undo.text() == "&Undo Import log.csv"
    qtbot.mouseClick(dialog._close, Qt.MouseButton.LeftButton)


def test_a_file_that_cannot_be_read_changes_nothing(
    qtbot: QtBot, window: MainWindow, journal: Journal, tmp_path: Path
) -> None:
    """A stranger's file can at worst be refused."""
    bad = tmp_path / "contacts.vcf"
    bad.write_text("BEGIN:VCARD\nEND:VCARD\n", encoding="utf-8")
    dialog = begin(qtbot, window, bad)
    wait(qtbot, dialog)
    assert "Nothing was imported" in dialog.report()
    assert dialog.findChildren(QMessageBox)
    assert len(listing.accounts(journal)) == 4


def test_escape_stops_an_import_and_then_closes(
    qtbot: QtBot, window: MainWindow, journal: Journal, log: Path
) -> None:
    """Stopped means that nothing was written."""
    dialog = begin(qtbot, window, log)
    dialog.reject()
    wait(qtbot, dialog)
    assert "Stopped" in dialog.report()
    assert len(listing.accounts(journal)) == 4
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
