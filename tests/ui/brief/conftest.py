"""The page to share on an account with lines of each kind."""

import pytest
from pytestqt.qtbot import QtBot

from journal.operations.journal import Journal
from journal.ui.brief.framework_dialog import FrameworkDialog
from journal.ui.main_window import MainWindow
from tests.ui.brief.framework_page import FRIENDLY, OVERTIME, WANTED, WE_WILL, add, opened


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, journal: Journal) -> FrameworkDialog:
    """Open it on an account with one shareable line, two that could be, and one that could not."""
    add(journal, WANTED, WE_WILL, FRIENDLY, OVERTIME)
    return opened(qtbot, window)
