"""What is done in a window, found by tests that have the window."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from journal.domain.relationship import Relationship
from journal.operations import reading
from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from tests.ui.case import MERCY

ADialog = TypeVar("ADialog", bound=QDialog)


def desk_of(window: MainWindow) -> Desk:
    """Return the desk of a window that was painted."""
    found = window.findChildren(Desk)
    assert len(found) == 1
    return found[0]


def open_one(window: QWidget, kind: type[ADialog]) -> ADialog:
    """Return the dialog of a kind that is open over a window."""
    (found,) = (each for each in window.findChildren(kind) if each.isVisible())
    return found


def close_dialogs(window: QWidget) -> None:
    """Close what is open over a window, while its journal is."""
    for dialog in window.findChildren(QDialog):
        dialog.close()


@dataclass
class Looked:
    """A window that shows the account to repair, and the journal behind it."""

    window: MainWindow
    journal: Journal

    @property
    def whole(self) -> Relationship:
        """The account as the file has it."""
        return reading.relationship(self.journal, MERCY)

    def undo(self) -> str:
        """Take the last change back as the user would, and return its name."""
        name = self.window.commands.undo.text()
        self.window.commands.undo.trigger()
        return name.removeprefix("&Undo ")
