"""The errand about accounts on the case, and what it opens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QMainWindow

from journal.operations.journal import Journal
from journal.ui.accounts.account_errands import AccountErrands
from journal.ui.background import Workbench
from journal.ui.saving import Saver
from journal.ui.theme import Theme
from tests.ui.windows import ADialog, close_dialogs, open_one


class Counter:
    """The errand, and the dialogs that it opens over a window."""

    def __init__(self, window: QMainWindow, journal: Journal) -> None:
        self.window = window
        self.saver = Saver(journal, window)
        self.workbench = Workbench(journal, window)
        self.errands = AccountErrands(
            window, journal=journal, saver=self.saver, workbench=self.workbench
        )
        self.failures: list[Exception] = []
        self.wanted: list[tuple[str, str]] = []
        self.errands.failed.connect(self.failures.append)
        self.errands.record_wanted.connect(self._want)

    @Slot(str, str)
    def _want(self, account: str, record: str) -> None:
        self.wanted.append((account, record))

    def opened(self, kind: type[ADialog]) -> ADialog:
        """Return the dialog of a kind that is open."""
        return open_one(self.window, kind)

    def is_open(self, kind: type[QDialog]) -> bool:
        """Whether one is open."""
        return any(each.isVisible() for each in self.window.findChildren(kind))


@pytest.fixture
def counter(ground: QMainWindow, journal: Journal, theme: Theme) -> Iterator[Counter]:
    """Stand ready over an empty window."""
    ground.resize(1024, 700)
    made = Counter(ground, journal)
    yield made
    made.workbench.finish()
    close_dialogs(ground)
