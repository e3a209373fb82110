"""Every command stands in the menu bar with its key."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from journal.ui.commands import Commands


@pytest.fixture
def bare(qtbot: QtBot) -> QMainWindow:
    """Show no more than a menu bar."""
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def in_menus(window: QMainWindow) -> list[QAction]:
    """Return all that the menus hold."""
    return [
        action
        for menu in window.menuBar().findChildren(QMenu) + window.findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]


def test_every_command_is_in_a_menu_and_has_a_key_of_its_own(bare: QMainWindow) -> None:
    """What cannot be found in the menus does not exist; two keys alike do nothing."""
    commands = Commands(bare)
    made = set(commands)
    assert made <= set(in_menus(bare))
    assert all(action.shortcut() for action in made)
    keys = [key.toString() for action in made for key in action.shortcuts()]
    assert len(set(keys)) == len(keys)


def test_the_keys_of_the_day_are_those_of_the_design(bare: QMainWindow) -> None:
    """They are in the fingers of whoever uses it every day."""
    commands = Commands(bare)
    keys = {
        commands.log_meeting: "Ctrl+L",
        commands.plan_meeting: "Ctrl+N",
        commands.print_brief: "Ctrl+P",
        commands.share_page: "Ctrl+R",
        commands.search: "Ctrl+K",
        commands.undo: "Ctrl+Z",
        commands.redo: "Ctrl+Shift+Z",
        commands.keys: "F1",
    }
    for action, key in keys.items():
        assert action.shortcut() == QKeySequence(key)


def test_undo_names_what_it_takes_back(bare: QMainWindow) -> None:
    """Whoever undoes blindly undoes too much."""
    commands = Commands(bare)
    commands.tell_undo("Import R&D log.csv", None)
    assert commands.undo.text() == "&Undo Import R&&D log.csv"
    assert commands.undo.isEnabled()
    assert commands.redo.text() == "&Redo"
    assert not commands.redo.isEnabled()


def test_without_an_account_nothing_can_be_done_to_it(bare: QMainWindow) -> None:
    """A key that does nothing looks broken; a grey entry says why."""
    commands = Commands(bare)
    commands.tell_place(has_accounts=False, is_account=False)
    assert not commands.log_meeting.isEnabled()
    assert not commands.zoom_in.isEnabled()
    assert commands.import_files.isEnabled()
    assert commands.new_account.isEnabled()


def test_on_a_page_over_all_accounts_the_one_that_is_chosen_is_meant(bare: QMainWindow) -> None:
    """What is drawn on the page of an account needs that page."""
    commands = Commands(bare)
    commands.tell_place(has_accounts=True, is_account=False)
    assert commands.log_meeting.isEnabled()
    assert commands.edit_account.isEnabled()
    assert not commands.zoom_in.isEnabled()
    assert not commands.delete.isEnabled()
