"""Deleting is at once, with Undo beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.operations import accounts, merging, promises, reading, records
from journal.operations.journal import Journal
from journal.ui.main_window import MainWindow
from tests.ui.case import HARBOR, MERCY
from tests.ui.windows import desk_of


def trash_a_promise(journal: Journal) -> None:
    """Delete what we owe Mercy."""
    owed = reading.relationship(journal, MERCY).promises
    records.trash(
        journal, "Trash promise", next(each for each in owed if each.id == "promise-ours")
    )


def test_what_was_deleted_is_named_and_comes_back(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """No question before, and no search through the trash after."""
    bar = desk_of(window).undo_bar
    assert not bar.isVisible()
    trash_a_promise(journal)
    assert bar.isVisible()
    assert bar.words() == "Deleted: Bed-day cost comparison"
    qtbot.mouseClick(bar.undo_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert "promise-ours" in {each.promise.id for each in promises.follow_ups(journal)}


def test_what_went_along_is_counted(window: MainWindow, journal: Journal) -> None:
    """An account goes with all that is its own."""
    change = accounts.trash_account(journal, HARBOR)
    assert change.trashed[0] == HARBOR
    others = len(change.trashed) - 1
    assert desk_of(window).undo_bar.words() == f"Deleted: Harbor Health, with {others} more"


def test_what_was_more_than_deleting_is_named(window: MainWindow, journal: Journal) -> None:
    """Of two accounts that were made one, neither was deleted."""
    kept, other = (reading.relationship(journal, each).account for each in (MERCY, HARBOR))
    merging.merge_accounts(journal, kept, other, {})
    assert desk_of(window).undo_bar.words() == "Merge accounts: Harbor Health"


def test_it_goes_with_whatever_is_done_next_and_when_it_is_not_wanted(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Its Undo would take back the wrong thing."""
    bar = desk_of(window).undo_bar
    trash_a_promise(journal)
    dismiss = next(each for each in bar.findChildren(QPushButton) if each.text() == "Dismiss")
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()

    window.commands.undo.trigger()
    trash_a_promise(journal)
    (other,) = promises.follow_ups(journal)
    promises.keep(journal, other.promise, journal.today())
    assert not bar.isVisible()
