"""The real window on a journal of its own, for those who live a day in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Scheme, Theme
from tests.ui.case import write_case
from tests.ui.keyboard import wait_for

Start = Callable[[Journal], MainWindow]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write the case."""
    return write_case(tmp_path / "case.journal")


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
