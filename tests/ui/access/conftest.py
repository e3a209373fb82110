"""The Access tab in the real window, on the case."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from journal.analysis.slots import Slot
from journal.operations.journal import Journal
from journal.ui.access.tab import AccessTab
from journal.ui.main_window import MainWindow
from journal.ui.tabs import Tab
from tests.ui.windows import Looked, desk_of

TUE_10 = Slot(weekday=1, minute=600)
THU_14 = Slot(weekday=3, minute=840)
THU_15 = Slot(weekday=3, minute=900)


@dataclass
class Seen(Looked):
    """The tab as well."""

    tab: AccessTab

    def words(self, slot: Slot) -> str:
        """Return what is said of a cell."""
        week = self.tab.grid.week
        assert week is not None
        return self.tab.grid.words()[week.place_of(slot)]

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget(), key)

    def dialog(self) -> QDialog:
        """Return the dialog that is open."""
        (found,) = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return found


def write(line: QLineEdit, text: str) -> None:
    """Type into a line, and press Enter."""
    line.setFocus()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def seen(qtbot: QtBot, journal: Journal, window: MainWindow) -> Seen:
    """Look at when meetings with the account to repair hold."""
    page = desk_of(window).page
    page.show_tab(Tab.ACCESS)
    with qtbot.waitActive(window):
        window.show()
    tab = page.findChild(AccessTab)
    assert tab is not None
    tab.grid.setFocus()
    return Seen(tab=tab, window=window, journal=journal)
