"""A dialog with work beside it: it waits for the end, may be stopped, and can work again."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from journal.operations.journal import Journal
from journal.ui.background import Progress, Workbench
from journal.ui.shared.labels import column
from journal.ui.shared.working_dialog import WorkingDialog


class Counting(WorkingDialog):
    """Works until it may go on, and writes down what it hears."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(workbench, "Counting", parent)
        self.may_end = threading.Event()
        self.heard: list[object] = []
        column(self, margins=(8, 8, 8, 8), gap=8).addWidget(self.progress)

    def count(self, _journal: Journal, progress: Progress) -> str:
        """Tell how far it is until it may end."""
        while not self.may_end.wait(0.001):
            progress("Counting on", 1, 2)
        return "counted"

    def begin(self) -> None:
        """Work."""
        self.start(self.count, self.ended)

    def ended(self, result: object) -> None:
        """Note what the work returned."""
        self.heard.append(result)

    @override
    def work_stopped(self) -> None:
        self.heard.append("stopped")

    @override
    def show_working(self) -> None:
        self.heard.append(self.is_working)


@pytest.fixture
def dialog(qtbot: QtBot, journal: Journal) -> Iterator[Counting]:
    """Show it over a window."""
    host = QWidget()
    qtbot.addWidget(host)
    workbench = Workbench(journal, host)
    made = Counting(workbench, host)
    made.show()
    yield made
    made.may_end.set()
    workbench.finish()


def heard(qtbot: QtBot, dialog: Counting, *wanted: object) -> None:
    """Wait until it has heard this, and forget it."""
    qtbot.waitUntil(lambda: dialog.heard == list(wanted), timeout=30_000)
    dialog.heard.clear()


def test_it_is_free_again_before_it_hears_of_the_end(qtbot: QtBot, dialog: Counting) -> None:
    """So that what it hears may close it."""
    dialog.begin()
    assert dialog.progress.isVisible()
    dialog.may_end.set()
    heard(qtbot, dialog, True, False, "counted")
    assert not dialog.progress.isVisible()


def test_one_thing_is_done_at_a_time(qtbot: QtBot, dialog: Counting) -> None:
    """A second press while it works begins nothing."""
    dialog.begin()
    dialog.begin()
    dialog.may_end.set()
    heard(qtbot, dialog, True, False, "counted")
    assert not dialog.is_working


def test_esc_stops_the_work_and_then_closes(qtbot: QtBot, dialog: Counting) -> None:
    """Closed at once, it would miss what became of the work."""
    dialog.begin()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    heard(qtbot, dialog, True, False, "stopped")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_stopped_once_can_be_stopped_again(qtbot: QtBot, dialog: Counting) -> None:
    """The panel begins anew; its button would stay off and say that it stops."""
    (cancel,) = dialog.progress.findChildren(QPushButton)
    for _time in range(2):
        dialog.begin()
        assert cancel.isEnabled()
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
        heard(qtbot, dialog, True, False, "stopped")
