"""The real window on a journal of its own, for those who live a day in it."""

from collections.abc import Iterator
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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write the case."""
    return write_case(tmp_path / "case.journal")


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, journal: Journal, tmp_path: Path
) -> Iterator[MainWindow]:
    """Start."""
    theme = Theme(qapp, Scheme.LIGHT)
    settings = Settings(tmp_path / "window.ini")
    made = MainWindow(journal, theme, settings)
    made.resize(1280, 800)
    with qtbot.waitSignal(made.first_painted):
        made.show()
    Desk(made, journal=journal, theme=theme, settings=settings).keeper.begin()
    wait_for(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    theme.deleteLater()
