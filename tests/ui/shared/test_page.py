"""What every place of the window has in common."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from journal.domain.errors import NotSavedError
from journal.ui.shared.page import Page


def test_what_the_world_refuses_is_said_and_no_crash(qtbot: QtBot) -> None:
    """One place in the window shows it, for all pages."""
    page = Page()
    qtbot.addWidget(page)
    said = QSignalSpy(page.failed)
    error = NotSavedError("The disk is full.")

    def refuse() -> int:
        raise error

    def answer() -> int:
        return 7

    assert page.attempt(refuse) is None
    assert said.at(0)[0] is error
    assert page.attempt(answer) == 7
    assert said.count() == 1
