"""The real window on a journal of its own, for those who live a day in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.search.palette import Palette
from journal.ui.settings import Settings
from journal.ui.theme import Scheme, Theme
from tests.ui.case import write_case
from tests.ui.keyboard import CONTROL, press, type_words, wait_for
from tests.ui.windows import open_one

Start = Callable[[Journal], MainWindow]


@dataclass
class Watch:
    """What the clock on the wrist says, in UTC."""

    now: datetime

    def __call__(self) -> datetime:
        """Look at it."""
        return self.now

    def turn_to(self, hour: int, minute: int) -> None:
        """Let it be later, by the wall in New York in winter."""
        self.now = self.now.replace(hour=hour + 5, minute=minute)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write the case."""
    return write_case(tmp_path / "case.journal")


@pytest.fixture
def journal(path: Path, watch: Watch) -> Iterator[Journal]:
    """Open it, by the watch of the test."""
    with Journal.open(path, watch) as opened:
        yield opened


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Make the look."""
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def start(qtbot: QtBot, theme: Theme) -> Iterator[Start]:
    """Start the program on a journal, as often as it is called."""
    started: list[MainWindow] = []

    def begin(journal: Journal) -> MainWindow:
        settings = Settings(journal.path.with_suffix(".ini"))
        made = MainWindow(journal, theme, settings)
        made.resize(1280, 800)
        with qtbot.waitSignal(made.first_painted):
            made.show()
        Desk(made, journal=journal, theme=theme, settings=settings).keeper.begin()
        wait_for(qtbot, made)
        started.append(made)
        return made

    yield begin
    for each in started:
        each.close()
        each.deleteLater()


@pytest.fixture
def window(start: Start, journal: Journal) -> MainWindow:
    """Start on the journal of the test."""
    return start(journal)


def open_account(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Find it in the palette."""
    press(qtbot, Qt.Key.Key_K, CONTROL)
    wait_for(qtbot, open_one(window, Palette))
    type_words(qtbot, words)
    press(qtbot, Qt.Key.Key_Return)
    wait_for(qtbot, window)
