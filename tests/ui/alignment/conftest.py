"""The Alignment tab in the real window, on the case."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.domain.metric import Alignment
from journal.operations.journal import Journal
from journal.ui.alignment.charting import Charted
from journal.ui.alignment.tab import AlignmentTab
from journal.ui.alignment.tie_map import TieMap
from journal.ui.main_window import MainWindow
from journal.ui.tabs import Tab
from tests.ui.windows import Looked, desk_of


@dataclass
class Seen(Looked):
    """The tab as well."""

    tab: AlignmentTab

    @property
    def map(self) -> TieMap:
        """What is drawn."""
        return self.tab.map

    @property
    def charted(self) -> Charted:
        """What is walked."""
        found = self.map.charted
        assert found is not None
        return found

    @property
    def pair(self) -> Alignment:
        """The one pair that the file has."""
        (found,) = self.whole.alignments
        return found

    @property
    def in_hand(self) -> str:
        """What is said of what the arrow keys have come to."""
        return self.charted.spoken[self.map.current]

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys where the focus is."""
        for each in keys:
            if isinstance(each, str):
                QTest.keyClicks(self.window.focusWidget(), each)
            else:
                QTest.keyClick(self.window.focusWidget(), each)

    def middle(self, part: int) -> QPoint:
        """Return the middle of a part in the map."""
        return self.map.rect_of(part).center()


@pytest.fixture
def seen(qtbot: QtBot, journal: Journal, window: MainWindow) -> Seen:
    """Look at how both sides of the account to repair are measured."""
    page = desk_of(window).page
    with qtbot.waitActive(window):
        window.show()
    page.enter_tab(Tab.ALIGNMENT)
    tab = page.findChild(AlignmentTab)
    assert tab is not None
    tab.setFocus()
    return Seen(tab=tab, window=window, journal=journal)
