"""Moving the journal to another folder: a checked copy, and nothing less than before."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from journal.operations import relocating
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.backups.move_dialog import MoveDialog
from journal.ui.saving import Saver
from journal.ui.theme import Theme
from tests.ui.backups.conftest import people, press, promises, told, typed


@pytest.fixture
def dialog(
    qtbot: QtBot,
    host: QWidget,
    journal: Journal,
    saver: Saver,
    workbench: Workbench,
    theme: Theme,
) -> MoveDialog:
    """Open it."""
    made = MoveDialog(journal, saver, workbench, theme, host)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_quiet_folder_is_offered(dialog: MoveDialog, own_folder: Path) -> None:
    """Whoever has no folder in mind presses one key."""
    assert dialog.said() == str(own_folder / "journals")
    assert dialog.move_button.isEnabled()
    assert dialog.choose.hasFocus()


def test_a_checked_copy_lies_there(
    qtbot: QtBot, dialog: MoveDialog, journal: Journal, own_folder: Path
) -> None:
    """The dialog closes; the journal in the old folder is byte for byte as it was."""
    before = journal.path.read_bytes()
    with qtbot.waitSignal(dialog.copied, timeout=20_000) as copied:
        press(dialog.move_button)
    assert copied.args == [own_folder / "journals" / "case.journal"]
    assert not dialog.isVisible()
    assert journal.path.read_bytes() == before
    with Journal.open(own_folder / "journals" / "case.journal") as copy:
        assert people(copy) == people(journal)


def test_a_folder_is_looked_at_before(
    dialog: MoveDialog, tmp_path: Path, journal: Journal, own_folder: Path
) -> None:
    """One that has such a journal is refused; one that is copied as well is only named."""
    press(dialog.choose)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    assert dialog.said().splitlines() == [
        str(tmp_path),
        "There is a case.journal in that folder already; choose another.",
    ]
    assert not dialog.move_button.isEnabled()

    dialog.show_folder(tmp_path / "Dropbox")
    assert dialog.said().splitlines()[1] == "Dropbox copies that folder elsewhere as well."
    assert dialog.move_button.isEnabled()
    dialog.show_folder(tmp_path / "quiet")
    assert dialog.said() == str(tmp_path / "quiet")


def test_a_folder_that_refuses_leaves_everything(
    qtbot: QtBot, dialog: MoveDialog, journal: Journal, tmp_path: Path
) -> None:
    """The sentence says so, and another folder can be tried."""
    (tmp_path / "file").touch()
    dialog.show_folder(tmp_path / "file" / "inside")
    press(dialog.move_button)
    qtbot.waitUntil(dialog.move_button.isEnabled, timeout=20_000)
    assert "cannot be made; nothing was changed." in told(dialog)[0]
    assert journal.path.exists()
    dialog.show_folder(tmp_path / "quiet")
    with qtbot.waitSignal(dialog.copied, timeout=20_000):
        press(dialog.move_button)


def test_esc_stops_the_copy(
    qtbot: QtBot,
    dialog: MoveDialog,
    monkeypatch: pytest.MonkeyPatch,
    own_folder: Path,
) -> None:
    """Nothing lies there then."""
    copy_to = relocating.copy_to

    def stopped_there(
        fellow: Journal, folder: Path, progress: Callable[[str, int, int], None]
    ) -> Path:
        dialog._task.cancel()  # type: ignore[union-attr]  # what Esc does, at a known moment
        return copy_to(fellow, folder, progress)

    monkeypatch.setattr(relocating, "copy_to", stopped_there)
    with qtbot.assertNotEmitted(dialog.copied):
        press(dialog.move_button)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        with qtbot.waitSignal(dialog.rejected, timeout=20_000):
            pass
    assert not (own_folder / "journals").exists()


def test_what_is_not_saved_yet_stops_it(
    dialog: MoveDialog, journal: Journal, saver: Saver, own_folder: Path
) -> None:
    """It would stay behind."""
    journal.file.connection.execute("PRAGMA query_only = 1")
    saver.take(typed(promises(journal)[0]))
    press(dialog.move_button)
    assert "is not saved yet, so nothing was moved." in dialog.said()
    assert not (own_folder / "journals").exists()
    saver.let_go(saver.unsaved[0])
    journal.file.connection.execute("PRAGMA query_only = 0")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
