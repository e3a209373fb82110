"""The Relationship tab in the real window, on the case."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.operations.journal import Journal
from journal.ui.main_window import MainWindow
from journal.ui.relationship.tab import RelationshipTab
from journal.ui.tabs import Tab
from tests.ui.windows import Looked, desk_of


@dataclass
class Seen(Looked):
    """The tab as well."""

    tab: RelationshipTab

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys where the focus is."""
        for each in keys:
            if isinstance(each, str):
                QTest.keyClicks(self.window.focusWidget(), each)
            else:
                QTest.keyClick(self.window.focusWidget(), each)

    def row(self, position: int) -> tuple[str, ...]:
        """Return a row of the history."""
        model = self.tab.history.model()
        return tuple(
            model.data(model.index(position, column)) for column in range(model.columnCount())
        )


def write(line: QLineEdit, text: str) -> None:
    """Type into a line, and press Enter."""
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def seen(qtbot: QtBot, journal: Journal, window: MainWindow) -> Seen:
    """Look at how both sides see the account to repair."""
    page = desk_of(window).page
    page.enter_tab(Tab.RELATIONSHIP)
    with qtbot.waitActive(window):
        window.show()
    tab = page.findChild(RelationshipTab)
    assert tab is not None
    tab.setFocus()
    return Seen(tab=tab, window=window, journal=journal)
