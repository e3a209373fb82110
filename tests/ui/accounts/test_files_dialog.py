"""The files of an account: adding by drag and drop, opening a copy, deleting and taking back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.operations import attachments, reading, undoing
from journal.operations.journal import Journal
from journal.store import attachments as kept
from journal.ui.accounts.attachment_drop import AttachmentDrop
from journal.ui.accounts.file_table import size_words
from journal.ui.accounts.files_dialog import FilesDialog
from tests.ui.accounts.conftest import Counter
from tests.ui.case import HARBOR, MERCY
from tests.ui.dragging import dragged, drop


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write a file that can be attached."""
    path = tmp_path / "floor plan.pdf"
    path.write_bytes(b"%PDF-1.7 ward 4")
    return path


@pytest.fixture
def dialog(counter: Counter) -> FilesDialog:
    """Show the files of the account to repair."""
    counter.errands.show_files(MERCY)
    return counter.opened(FilesDialog)


def names(journal: Journal) -> list[str]:
    """Return what is attached, the latest first."""
    return [each.attachment.name for each in attachments.filed(journal, MERCY)]


def shown(dialog: FilesDialog) -> list[tuple[str, ...]]:
    """Return what stands in the list."""
    found = []
    for row in range(dialog.table.rowCount()):
        items = (dialog.table.item(row, place) for place in range(3))
        found.append(tuple(item.text() for item in items if item is not None))
    return found


def wait(qtbot: QtBot, dialog: FilesDialog) -> None:
    """Wait until nothing is copied any more."""
    qtbot.waitUntil(dialog.add_button.isEnabled, timeout=30_000)


def test_files_are_dropped_and_shown_with_size_and_day(
    qtbot: QtBot, dialog: FilesDialog, journal: Journal, plan: Path
) -> None:
    """It is one change, which the window hears of; so one undo takes it back."""
    heard: list[str] = []
    journal.subscribe(lambda change: heard.append(change.name))
    assert not dialog.table.isVisible()
    assert drop(dialog, dragged(plan))
    wait(qtbot, dialog)

    assert shown(dialog) == [("floor plan.pdf", "15 bytes", "23 Nov")]
    assert heard == ["Attach files"]
    assert dialog.table.isVisible()
    assert dialog.said() == ""

    undoing.undo(journal)
    assert names(journal) == []
    assert not dialog.table.isVisible()


def test_files_are_chosen_as_well(
    qtbot: QtBot, dialog: FilesDialog, journal: Journal, plan: Path
) -> None:
    """By the system's own dialog."""
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.filesSelected.emit([str(plan)])
    chooser.close()
    wait(qtbot, dialog)
    assert names(journal) == ["floor plan.pdf"]


def test_what_is_no_file_is_refused(dialog: FilesDialog) -> None:
    """Text, and an address in the network."""
    text = QMimeData()
    text.setText("a plan")
    assert not drop(dialog, text)
    page = QMimeData()
    page.setUrls([QUrl("https://example.org/plan.pdf")])
    assert not drop(dialog, page)


def test_each_file_that_cannot_be_added_has_a_sentence(
    qtbot: QtBot,
    dialog: FilesDialog,
    journal: Journal,
    plan: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A huge one, one that went, one that is there; the others are added."""
    monkeypatch.setattr(kept, "SIZE_LIMIT", 1024 * 1024)
    huge = plan.with_name("film.mp4")
    huge.write_bytes(b"0" * (1024 * 1024 + 1))
    gone = plan.with_name("gone.pdf")
    twin = plan.with_name("again.pdf")
    twin.write_bytes(plan.read_bytes())
    dialog.attach([plan, huge, gone, twin])
    wait(qtbot, dialog)
    assert names(journal) == ["floor plan.pdf"]
    assert dialog.said() == (
        "film.mp4 is larger than 1 MB; it was not attached. "
        "gone.pdf is no file that can be attached. again.pdf is attached already."
    )


def test_a_file_goes_and_comes_back(
    qtbot: QtBot, dialog: FilesDialog, journal: Journal, plan: Path
) -> None:
    """By its key; Undo stands beside until something else is done."""
    dialog.attach([plan])
    wait(qtbot, dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert names(journal) == []
    assert dialog.said() == "Deleted: floor plan.pdf"
    assert undoing.undo_name(journal) == "Trash file"

    QTest.mouseClick(dialog.undo_button, Qt.MouseButton.LeftButton)
    assert names(journal) == ["floor plan.pdf"]
    assert not dialog.undo_button.isVisible()


def test_enter_opens_a_copy(
    qtbot: QtBot,
    dialog: FilesDialog,
    plan: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is written into it stays out of the journal's folder."""
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog.attach([plan])
    wait(qtbot, dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked), timeout=30_000)

    copy = Path(asked[0].toLocalFile())
    assert copy.read_bytes() == b"%PDF-1.7 ward 4"
    assert copy.suffix == ".pdf"
    assert copy.parent != plan.parent
    assert dialog.said() == ""


def test_a_computer_without_a_program_for_it_is_said(
    qtbot: QtBot, dialog: FilesDialog, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy can be saved instead."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog.attach([plan])
    wait(qtbot, dialog)
    QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.said()), timeout=30_000)
    assert dialog.said().startswith("This computer has no program for PDF files")


def test_what_may_be_a_program_is_not_opened(qtbot: QtBot, dialog: FilesDialog, plan: Path) -> None:
    """It is said in the dialog; saving a copy is still possible."""
    program = plan.with_name("setup.exe")
    program.write_bytes(b"MZ\x90")
    dialog.attach([program])
    wait(qtbot, dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.said()), timeout=30_000)
    assert "could run as a program" in dialog.said()
    assert dialog.save_button.isEnabled()


def test_a_copy_is_saved_where_one_wants_it(qtbot: QtBot, dialog: FilesDialog, plan: Path) -> None:
    """Under the name that it had."""
    dialog.attach([plan])
    wait(qtbot, dialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    (chooser,) = dialog.findChildren(QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "floor plan.pdf"
    target = plan.with_name("copy.pdf")
    chooser.fileSelected.emit(str(target))
    chooser.close()
    qtbot.waitUntil(lambda: bool(dialog.said()), timeout=30_000)
    assert dialog.said() == "Saved as copy.pdf."
    assert target.read_bytes() == plan.read_bytes()


def test_a_file_that_stayed_on_another_laptop_says_so(
    qtbot: QtBot, counter: Counter, dialog: FilesDialog, journal: Journal, plan: Path
) -> None:
    """It stands in the list, and cannot be opened."""
    dialog.attach([plan])
    wait(qtbot, dialog)
    (filed,) = attachments.filed(journal, MERCY)
    (kept.folder_of(journal.path) / filed.attachment.digest).unlink()
    dialog.reject()
    counter.errands.show_files(MERCY)
    again = counter.opened(FilesDialog)
    assert shown(again) == [("floor plan.pdf", "missing", "23 Nov")]
    assert not again.open_button.isEnabled()
    assert again.trash_button.isEnabled()


def test_closing_waits_for_what_is_copied(
    qtbot: QtBot, counter: Counter, dialog: FilesDialog, plan: Path
) -> None:
    """Else it would come into the journal without anybody hearing of it."""
    dialog.attach([plan])
    dialog.reject()
    assert counter.is_open(FilesDialog)
    wait(qtbot, dialog)
    dialog.reject()
    assert not counter.is_open(FilesDialog)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Make a page with a line in it, as an account's has."""
    made = QWidget()
    QLineEdit(made).setObjectName("line")
    qtbot.addWidget(made)
    return made


def test_a_drop_on_the_page_is_its_accounts(
    qtbot: QtBot, counter: Counter, journal: Journal, page: QWidget, plan: Path
) -> None:
    """The errand shows the files and adds it."""
    watcher = AttachmentDrop(page)
    watcher.dropped.connect(counter.errands.attach)
    assert not drop(page, dragged(plan))

    watcher.show_account(HARBOR)
    watcher.show_account(MERCY)
    assert drop(page, dragged(plan))
    dialog = counter.opened(FilesDialog)
    wait(qtbot, dialog)
    assert names(journal) == ["floor plan.pdf"]
    assert reading.relationship(journal, HARBOR).attachments == ()


def test_a_page_without_an_account_takes_no_files(page: QWidget, plan: Path) -> None:
    """Nor text, which is for its lines."""
    watcher = AttachmentDrop(page)
    watcher.show_account(MERCY)
    text = QMimeData()
    text.setText("a plan")
    assert not drop(page, text)
    watcher.show_account(None)
    assert not drop(page, dragged(plan))


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (1_234_567, "1.2 MB")],
)
def test_a_size_is_said_as_file_managers_do(size: int, words: str) -> None:
    """In thousands, with one decimal."""
    assert size_words(size) == words


def test_a_file_that_is_refused_leaves_one_where_one_was(
    qtbot: QtBot, dialog: FilesDialog, tmp_path: Path
) -> None:
    """The focus went on to Close, and the next Enter closed the dialog."""
    dialog.add_button.setFocus()
    dialog.attach([tmp_path / "gone.pdf"])
    wait(qtbot, dialog)
    assert "no file that can be attached" in dialog.said()
    assert dialog.focusWidget() is dialog.add_button
