"""What is done in a window, found by tests that have the window."""

from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow


def desk_of(window: MainWindow) -> Desk:
    """Return the desk of a window that was painted."""
    found = window.findChildren(Desk)
    assert len(found) == 1
    return found[0]
