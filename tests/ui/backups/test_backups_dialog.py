"""The backups there are, what each would bring back, and the restore."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from journal.operations import backups, restoring
from journal.operations.backups import Occasion
from journal.operations.journal import Journal
from journal.ui.backups.backups_dialog import BackupsDialog
from journal.ui.saving import Saver
from tests.ui.backups.conftest import MovingClock, Opened, people, press, promises, told, typed
from tests.ui.case import write_case


def settled(qtbot: QtBot, dialog: BackupsDialog) -> None:
    """Wait until the chosen file was looked into."""
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)


def test_without_a_backup_it_says_what_would_stand_here(opened: Opened, own_folder: Path) -> None:
    """And offers nothing that cannot be done; a file from elsewhere may be restored."""
    dialog = opened()
    assert dialog.statement() == "There is no backup of this journal yet."
    assert dialog.list.rows() == []
    assert not dialog.list.isEnabled()
    assert not dialog.restore.isEnabled()
    assert not dialog.places.isVisible()
    assert dialog.another.isEnabled()
    assert dialog.preview.said().startswith("No backup lies here.")


def test_the_last_one_is_looked_into_first(opened: Opened, backup: Path) -> None:
    """What would go, come back and be as before; made at 9:15 in Prague, two hours ago."""
    dialog = opened()
    assert dialog.statement() == "The last good backup is of Mon 23 Nov, 09:15, 2 h ago."
    (row,) = dialog.list.rows()
    assert row.startswith("Mon 23 Nov, 09:15 · 2 h ago · ")
    assert row.endswith("kB")
    assert dialog.preview.said().splitlines() == [
        "Mon 23 Nov 2026, 09:15",
        "Last change in it: Mon 23 Nov 2026, 09:15.",
        "1 person would go, 1 promise would come back, 1 promise would be as before.",
    ]
    assert dialog.preview.kinds.texts() == (
        "5 people in it, 6 now 1 would go",
        "2 promises in it, 1 now 1 would come back, 1 as before",
    )
    assert dialog.restore.isEnabled()
    assert dialog.list.hasFocus()


def test_a_restore_brings_back_all_of_it(
    qtbot: QtBot, opened: Opened, journal: Journal, backup: Path
) -> None:
    """Enter on a backup goes to the button, and does not press it; what was there is kept."""
    dialog = opened()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.restore.hasFocus()
    assert dialog.isVisible()

    with qtbot.waitSignal(dialog.restored, timeout=20_000):
        QTest.keyClick(dialog.restore, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    with journal.fellow() as restored:
        assert "Nora" not in people(restored)
        assert [each.text for each in promises(restored)] == [
            "Bed-day cost comparison",
            "Name of the analyst",
        ]
    kept = backups.last_good(journal)
    assert kept is not None
    assert kept.path != backup
    with closing(Journal.open(kept.path, read_only=True)) as before:
        assert "Nora" in people(before)
        assert [each.text for each in promises(before)] == ["Cost comparison"]
    assert backups.is_resting(journal)


def test_a_restore_that_fails_in_the_middle_leaves_everything(
    qtbot: QtBot, opened: Opened, journal: Journal, backup: Path
) -> None:
    """Another program writes at that moment: the present was kept by then, and nothing changed."""
    dialog = opened()
    before = journal.path.read_bytes()
    with closing(journal.fellow()) as other:
        other.file.connection.execute("BEGIN IMMEDIATE")
        press(dialog.restore)
        qtbot.waitUntil(dialog.restore.isVisible, timeout=20_000)
        other.file.connection.execute("ROLLBACK")
    settled(qtbot, dialog)

    assert told(dialog) == [
        "Another program is writing to this journal; nothing was changed. Try again."
    ]
    assert journal.path.read_bytes() == before
    assert "Nora" in people(journal)
    assert not backups.is_resting(journal)
    assert len(dialog.list.rows()) == 2  # what was there is kept once more

    with qtbot.waitSignal(dialog.restored, timeout=20_000):
        press(dialog.restore)
    with journal.fellow() as restored:
        assert "Nora" not in people(restored)


def test_esc_stops_a_restore(
    qtbot: QtBot,
    opened: Opened,
    journal: Journal,
    backup: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before the last step; then the dialog is as it was, and can be closed."""
    dialog = opened()
    restore = restoring.restore

    def stopped_there(
        fellow: Journal, path: Path, progress: Callable[[str, int, int], None]
    ) -> object:
        dialog._task.cancel()  # type: ignore[union-attr]  # what Esc does, at a known moment
        return restore(fellow, path, progress)

    monkeypatch.setattr(restoring, "restore", stopped_there)
    press(dialog.restore)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.restore.isVisible, timeout=20_000)

    assert "Nora" in people(journal)
    assert not backups.is_resting(journal)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_not_saved_yet_stops_a_restore(
    opened: Opened, journal: Journal, saver: Saver, backup: Path
) -> None:
    """It would be typed into a journal that is another one by then."""
    dialog = opened()
    journal.file.connection.execute("PRAGMA query_only = 1")
    saver.take(typed(promises(journal)[0]))

    press(dialog.restore)

    assert told(dialog)[0].startswith("What you typed last is not saved yet")
    assert saver.unsaved
    assert dialog.restore.isVisible()
    journal.file.connection.execute("PRAGMA query_only = 0")
    saver.let_go(saver.unsaved[0])


def test_a_damaged_one_is_named(qtbot: QtBot, opened: Opened, backup: Path) -> None:
    """Cut off, it is seen at once; altered inside, once it is looked into."""
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-5000])
    dialog = opened()
    assert dialog.statement() == "There is no backup of this journal yet."
    assert dialog.list.rows()[0].endswith("damaged")
    assert "is damaged, so nothing was restored from it." in dialog.preview.said()
    assert not dialog.restore.isEnabled()
    dialog.close()

    backup.write_bytes(whole.replace(b"Dana Whitfield", b"Dina Whitfield"))
    dialog = opened()
    assert dialog.list.rows()[0].endswith("kB")
    assert "is damaged, so nothing was restored from it." in dialog.preview.said()
    assert not dialog.restore.isEnabled()


def test_a_file_that_is_no_journal_is_named(
    qtbot: QtBot, opened: Opened, backup: Path, tmp_path: Path
) -> None:
    """From "Another file…"; then a backup of the list again."""
    diary = tmp_path / "diary.journal"
    diary.write_text("Dear diary")
    dialog = opened()
    press(dialog.another)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(diary))
    chooser.close()
    settled(qtbot, dialog)
    assert dialog.preview.said().splitlines() == [
        str(diary),
        "diary.journal is not a journal; it was not touched.",
    ]
    assert not dialog.restore.isEnabled()

    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    dialog.list.choose_first()
    settled(qtbot, dialog)
    assert dialog.restore.isEnabled()


def test_another_journal_is_called_that(
    qtbot: QtBot, opened: Opened, tmp_path: Path, backup: Path
) -> None:
    """It may be what one wants, on a new laptop; but nobody should do it unawares."""
    other = write_case(tmp_path / "other.journal")
    with Journal.open(other) as journal:
        # It began at another moment than the case, which stands still.
        journal.file.connection.execute("UPDATE changes SET at = '2020-01-01T00:00:00+00:00'")
    dialog = opened()
    dialog.show_file(other)
    settled(qtbot, dialog)
    assert "This is a backup of another journal." in dialog.preview.said()
    assert dialog.restore.isEnabled()


def test_the_same_is_called_the_same(opened: Opened, journal: Journal) -> None:
    """Whoever wanted to go back an hour sees that this is not it."""
    backups.keep(journal, Occasion.ASKED)
    dialog = opened()
    assert "It holds the same as the journal now, the trash aside." in dialog.preview.said()
    assert not dialog.preview.kinds.isVisible()


def test_only_what_was_chosen_last_is_told(qtbot: QtBot, opened: Opened, backup: Path) -> None:
    """Whoever runs down the list waits for one look, not for thirty."""
    copies = [backup.with_name(f"case-{number:06}-20261122T081500Z-1.journal") for number in (2, 3)]
    for each in copies:
        shutil.copy(backup, each)
    dialog = opened()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.is_looking
    settled(qtbot, dialog)
    assert dialog.preview.said().startswith("Mon 23 Nov 2026, 09:15")
    assert dialog.restore.isEnabled()


def test_a_second_folder_is_chosen_and_looked_into(
    qtbot: QtBot,
    opened: Opened,
    journal: Journal,
    backup: Path,
    moving_clock: MovingClock,
    tmp_path: Path,
) -> None:
    """It gets each backup from then on; a stick that was taken out is said so."""
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog = opened()
    assert dialog.second.said() == "none; one on another disk is wise"
    assert not dialog.second.give_up.isVisible()
    press(dialog.second.choose)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(stick))
    chooser.close()
    assert dialog.second.said() == str(stick)
    assert dialog.places.isVisible()
    dialog.close()

    backups.keep(journal, Occasion.ASKED)
    dialog = opened()
    assert len(dialog.list.rows()) == 2
    dialog.places.chosen.emit(1)
    settled(qtbot, dialog)
    (row,) = dialog.list.rows()
    assert row.startswith("Mon 23 Nov, 11:15 · just now · ")
    assert dialog.restore.isEnabled()
    dialog.close()

    shutil.rmtree(stick)
    dialog = opened()
    dialog.places.chosen.emit(1)
    assert dialog.list.rows() == []
    assert "is not there." in dialog.preview.said()
    press(dialog.second.give_up)
    assert dialog.second.said().startswith("none")
    assert not dialog.places.isVisible()


def test_a_second_folder_that_is_none_is_refused(
    opened: Opened, backup: Path, tmp_path: Path
) -> None:
    """The sentence says so, and nothing was written down."""
    dialog = opened()
    dialog.second._chosen(str(tmp_path / "missing"))
    assert "is no folder" in told(dialog)[0]
    assert backups.second_folder() is None


def test_a_backup_folder_that_does_not_answer_is_said(
    opened: Opened, own_folder: Path, journal: Journal
) -> None:
    """The dialog opens all the same: a file from elsewhere can still be restored."""
    own_folder.mkdir()
    (own_folder / "backups").write_bytes(b"a file where the folder was")
    dialog = opened()
    assert "cannot be read" in dialog.statement()
    assert dialog.list.rows() == []
    assert dialog.another.isEnabled()


def test_a_fault_of_ours_is_told(
    qtbot: QtBot,
    opened: Opened,
    backup: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """In looking as in restoring; the dialog stays."""

    def fail(*_args: object) -> None:
        raise ValueError("impossible")

    monkeypatch.setattr(restoring, "compare", fail)
    dialog = opened()
    assert len(told(dialog)) == 1
    assert not dialog.restore.isEnabled()
    assert "impossible" in caplog.text
