"""What threatens the journal is said calmly, in a bar, and once where once is enough."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.errors import DamagedJournalError, JournalError
from journal.operations.journal import Journal
from journal.ui import caretaker
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Theme
from tests.ui.case import clock
from tests.ui.windows import desk_of

Opened = Callable[[Path], MainWindow]


@pytest.fixture
def open_at(qtbot: QtBot, theme: Theme, settings: Settings) -> Iterator[Opened]:
    """Open windows, and close what is left of them after the test."""
    windows: list[MainWindow] = []
    journals: list[Journal] = []

    def opened(path: Path) -> MainWindow:
        journals.append(Journal.open(path, clock))
        windows.append(MainWindow(journals[-1], theme, settings))
        with qtbot.waitSignal(windows[-1].first_painted):
            windows[-1].show()
        Desk(windows[-1], journal=journals[-1], theme=theme, settings=settings).caretaker.look()
        return windows[-1]

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    for journal in journals:
        journal.close()


def press(qtbot: QtBot, button: QPushButton) -> None:
    """Click."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for the end of the check."""
    tasks = desk_of(window).caretaker._workbench._tasks
    qtbot.waitUntil(lambda: all(task.isFinished() for task in tasks), timeout=20_000)
    QApplication.processEvents()  # what it told is delivered


def test_a_sound_journal_in_a_quiet_place_is_not_spoken_of(
    qtbot: QtBot, open_at: Opened, case_path: Path
) -> None:
    """Whoever is warned every day stops reading."""
    window = open_at(case_path)
    settled(qtbot, window)
    assert not window.notice_bar.isVisible()
    assert window.notice_bar.words() == ""


def test_a_synced_folder_is_named_once(
    qtbot: QtBot, open_at: Opened, case_path: Path, tmp_path: Path
) -> None:
    """Two warnings, one after the other; after "Dismiss" neither comes again."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = Path(shutil.copy(case_path, folder / "my.journal"))
    (folder / "my (1).journal").touch()
    window = open_at(path)
    bar = window.notice_bar
    assert "Dropbox copies elsewhere" in bar.words()
    assert bar.accessibleName() == bar.words()
    assert not bar.details_button.isVisible()
    press(qtbot, bar.dismiss_button)
    assert "my (1).journal" in bar.words()
    window.close()

    again = open_at(path)
    assert "my (1).journal" in again.notice_bar.words()  # nobody took note of it
    press(qtbot, again.notice_bar.details_button)
    box = again.findChildren(QMessageBox)[0]
    assert box.text().endswith(f"\n\n{folder / 'my (1).journal'}")  # no second Details to press
    box.close()
    press(qtbot, again.notice_bar.dismiss_button)
    assert not again.notice_bar.isVisible()
    again.close()

    assert not open_at(path).notice_bar.isVisible()


def test_what_the_full_check_finds_is_said_at_each_start(
    qtbot: QtBot, open_at: Opened, case_path: Path
) -> None:
    """Damage does not go away by being dismissed."""
    with Journal.open(case_path, clock) as journal:
        journal.file.connection.execute("UPDATE people SET name = 'Dina' WHERE id = 'dana'")
    for _ in range(2):
        window = open_at(case_path)
        bar = window.notice_bar
        qtbot.waitUntil(bar.isVisible, timeout=20_000)
        assert bar.words().startswith("1 record of this journal was altered")
        press(qtbot, bar.details_button)
        box = window.findChildren(QMessageBox)[0]
        assert box.text().endswith("\n\ncontent people dana")
        box.close()
        press(qtbot, bar.dismiss_button)
        assert not bar.isVisible()
        window.close()


def test_many_details_are_shown_on_request(qtbot: QtBot, open_at: Opened, case_path: Path) -> None:
    """A message taller than the screen could not be closed."""
    with Journal.open(case_path, clock) as journal:
        journal.file.connection.execute("UPDATE meetings SET summary = 'altered'")
    window = open_at(case_path)
    qtbot.waitUntil(window.notice_bar.isVisible, timeout=20_000)
    press(qtbot, window.notice_bar.details_button)
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == window.notice_bar.words()
    assert box.detailedText().count("content meetings") > 12
    box.close()


def test_closing_does_not_wait_for_the_check(
    open_at: Opened, case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked every few milliseconds whether anybody still wants to know."""
    begun, rest = threading.Event(), threading.Event()

    def long_check(_journal: Journal, is_wanted: Callable[[], bool]) -> None:
        begun.set()
        deadline = time.monotonic() + 20
        while is_wanted() and time.monotonic() < deadline:
            rest.wait(0.001)
        assert not is_wanted()

    monkeypatch.setattr(caretaker, "look_through", long_check)
    window = open_at(case_path)
    assert begun.wait(10)
    window.close()
    assert not desk_of(window).caretaker._workbench._tasks


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DamagedJournalError("This journal cannot be read."), "This journal cannot be read."),
        (JournalError("The disk is full."), ""),
    ],
)
def test_a_check_that_cannot_be_made_is_only_told_of_damage(
    qtbot: QtBot,
    open_at: Opened,
    case_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: JournalError,
    words: str,
) -> None:
    """A full disk is told by the save that it concerns."""

    def fails(*_args: object) -> None:
        raise error

    monkeypatch.setattr(caretaker, "look_through", fails)
    window = open_at(case_path)
    settled(qtbot, window)
    assert window.notice_bar.words() == words
