"""The page of all keys."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.ui.help.keys_dialog import KeysDialog
from journal.ui.main_window import MainWindow
from journal.ui.theme import Theme


def test_every_command_with_a_key_is_listed(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    """It is read from the menu bar, so a new command is there by itself."""
    dialog = KeysDialog(theme, window.menuBar())
    qtbot.addWidget(dialog)
    texts = dialog.list.texts()

    assert "Meeting Log meeting Ctrl+L" in texts
    assert any("Step from event to event" in each for each in texts)
    for key in (
        "Today Print the day D",
        "Page to share Put a line on the page, or keep it at home",
    ):
        assert any(each.startswith(key) for each in texts), key
    keyed = [each for each in window.commands if each.shortcuts()]
    assert len(keyed) > 15
    for action in keyed:
        assert any(action.shortcut().toString() in each for each in texts), action.text()


def test_typing_narrows_the_list(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    """Word by word, in any order, by command or by key."""
    dialog = KeysDialog(theme, window.menuBar())
    qtbot.addWidget(dialog)
    QTest.keyClicks(dialog.filter, "plan ctrl meeting")
    assert dialog.list.texts() == ("Meeting Plan meeting Ctrl+N",)
    dialog.filter.clear()
    QTest.keyClicks(dialog.filter, "no such")
    assert dialog.list.texts() == ()
