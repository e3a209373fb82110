"""The dialogs of backups are walked as every window is: names, Tab, nothing cut off."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from journal.operations import backups
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.backups.backups_dialog import BackupsDialog
from journal.ui.backups.compare_dialog import CompareDialog
from journal.ui.backups.move_dialog import MoveDialog
from journal.ui.saving import Saver
from journal.ui.theme import Theme
from tests.ui.walking import cut_off, nameless, unreached

# The last is 1024x700 at 200 %.
SIZES = [(1280, 800), (1024, 700), (960, 540), (512, 350)]
LONG = "a folder with a long name " * 4


@pytest.fixture(params=["empty", "backups", "second", "compare", "versions", "move"])
def dialog(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    host: QWidget,
    journal: Journal,
    workbench: Workbench,
    theme: Theme,
) -> QDialog:
    """Show each of them, with names as long as they come."""
    saver: Saver = request.getfixturevalue("saver")
    made: BackupsDialog | CompareDialog | MoveDialog
    if request.param == "move":
        made = MoveDialog(journal, saver, workbench, theme, host)
        made.show_folder(journal.path.parent / LONG.strip().replace(" ", "-") / "Dropbox")
        made.show()
        return made
    if request.param != "empty":
        folder = journal.path.parent / LONG.strip()
        folder.mkdir()
        backups.choose_second_folder(folder if request.param == "second" else None)
        backup: Path = request.getfixturevalue("backup")
        shutil.copy(backup, folder / f"{'long' * 40}.journal")
    if request.param == "compare":
        made = CompareDialog(journal, [backup], workbench, theme, host)
    elif request.param == "versions":
        versions = [folder / f"{'long' * 40}.journal", backup]
        made = CompareDialog(journal, versions, workbench, theme, host)
    else:
        made = BackupsDialog(journal, saver, workbench, theme, host)
    made.show()
    qtbot.waitUntil(lambda: not made.is_looking, timeout=20_000)
    return made


def test_every_control_has_a_name_and_is_reached(dialog: QDialog) -> None:
    """With a screen reader, and without a pointer."""
    assert nameless(dialog) == []
    assert unreached(dialog) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off(dialog: QDialog, size: tuple[int, int]) -> None:
    """On a small laptop, and at 200 %."""
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert least.width() <= size[0]
    assert least.height() <= size[1]
    dialog.resize(min(dialog.width(), size[0]), min(dialog.height(), size[1]))
    dialog.grab()  # all is laid out by then
    assert cut_off(dialog) == []
