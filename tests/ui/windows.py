"""What is done in a window, found by tests that have the window."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow

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
