"""What the user writes is kept: told at the foot, backed up, and offered where it is contested."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journal.app import Session
from journal.domain.account import Account
from journal.domain.errors import NotSavedError
from journal.domain.person import Person
from journal.operations import backups, editing, reading, records
from journal.operations.editing import Typed
from journal.operations.journal import Journal
from journal.store.backups import folder_of, kept_in
from journal.ui.accounts.files_dialog import FilesDialog
from journal.ui.history.overtaken_dialog import OvertakenDialog
from journal.ui.keeper import Keeper
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.shared.labels import Label
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.theme import Theme
from tests.ui.case import DANA, MERCY, NOW, clock
from tests.ui.windows import desk_of


def typed(text: str, before: str = "") -> Typed:
    """Type into what one should remember of Dana."""
    return Typed(
        kind=Person, id=DANA, field="remember", before=before, text=text, name="Edit remember"
    )


def dana(journal: Journal) -> Person:
    """Read her as the file has her."""
    return next(each for each in reading.everybody(journal) if each.id == DANA)


@pytest.fixture
def keeper(window: MainWindow) -> Keeper:
    """Return the window's."""
    return desk_of(window).keeper


@pytest.fixture
def no_room(journal: Journal, keeper: Keeper) -> Iterator[sqlite3.Connection]:
    """Let another program hold the file, and ours give up waiting at once."""
    journal.file.connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()
    keeper.saver.flush()  # the window closes over nothing that is not saved


def test_every_command_saves_what_was_typed_before_it(
    window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """A brief that is printed says what was typed a moment ago; undo takes just that back."""
    keeper.saver.take(typed("Two daughters"))
    window.commands.undo.trigger()
    assert dana(journal).remember == ""
    window.commands.redo.trigger()
    assert dana(journal).remember == "Two daughters"


def test_the_end_of_the_session_saves(window: MainWindow, journal: Journal, keeper: Keeper) -> None:
    """Closing asks nothing and loses nothing; the last backup has it too."""
    keeper.begin()
    keeper.saver.take(typed("Two daughters"))
    window.close()
    (backup,) = kept_in(folder_of(journal.path))
    with Journal.open(backup.path, journal._clock, read_only=True) as kept:
        assert dana(kept).remember == "Two daughters"


def test_the_first_save_of_a_day_makes_a_backup_and_the_foot_says_when(
    qtbot: QtBot, window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """A second save within the half hour makes none."""
    keeper.begin()
    assert "backed up" not in window.sidebar.foot()
    records.edit(journal, "Edit remember", replace(dana(journal), remember="Two daughters"))
    qtbot.waitUntil(lambda: "backed up" in window.sidebar.foot(), timeout=10_000)
    local = journal.now()
    assert window.sidebar.foot() == f"Saved {local:%H:%M:%S} · backed up {local:%H:%M}"
    records.edit(journal, "Edit remember", replace(dana(journal), remember="Three daughters"))
    assert not keeper._is_busy
    assert len(kept_in(folder_of(journal.path))) == 1


def test_a_backup_of_another_day_is_told_by_its_day(
    window: MainWindow, journal: Journal, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A time alone would be taken for one of today."""
    backups.keep(journal, backups.Occasion.ASKED)
    monkeypatch.setattr(journal, "_clock", lambda: NOW + timedelta(days=3))
    keeper.begin()
    assert window.sidebar.foot().endswith("backed up 23 Nov")


def test_one_can_ask_for_a_backup(
    qtbot: QtBot, window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """With what is just being typed."""
    keeper.saver.take(typed("Two daughters"))
    keeper.back_up_now()
    assert window.sidebar.foot().endswith(" · backing up…")
    qtbot.waitUntil(lambda: "backed up" in window.sidebar.foot(), timeout=10_000)
    (backup,) = kept_in(folder_of(journal.path))
    with Journal.open(backup.path, journal._clock, read_only=True) as kept:
        assert dana(kept).remember == "Two daughters"


def test_who_asks_while_one_is_made_gets_one_with_what_came_last(
    qtbot: QtBot, journal: Journal, keeper: Keeper
) -> None:
    """Nothing came of it before, and the one under way may have been begun too early."""
    keeper._start(backups.Occasion.ASKED)
    keeper.saver.take(typed("Two daughters"))
    keeper.back_up_now()
    qtbot.waitUntil(lambda: not keeper._is_busy and not keeper._is_asked, timeout=20_000)
    newest = kept_in(folder_of(journal.path))[0]
    with Journal.open(newest.path, journal._clock, read_only=True) as kept:
        assert dana(kept).remember == "Two daughters"


def test_a_folder_that_refuses_is_told_once(
    qtbot: QtBot, window: MainWindow, journal: Journal, keeper: Keeper, tmp_path: Path
) -> None:
    """The work goes on; saying it every half hour would only be shut away."""
    folder = folder_of(journal.path)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    try:
        keeper.begin()
        with qtbot.waitSignal(keeper.failed, timeout=10_000):
            records.edit(journal, "Edit remember", replace(dana(journal), remember="Two"))
        assert len(window.findChildren(QMessageBox)) == 1
        keeper._due.stop()
        qtbot.waitUntil(lambda: not keeper._is_busy)
        records.edit(journal, "Edit remember", replace(dana(journal), remember="Three"))
        qtbot.waitUntil(lambda: not keeper._is_busy, timeout=10_000)
        assert len(window.findChildren(QMessageBox)) == 1
    finally:
        folder.unlink()


def test_both_versions_are_shown_where_somebody_was_faster(
    qtbot: QtBot, window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """Neither is written over the other unasked."""
    records.edit(journal, "Edit remember", replace(dana(journal), remember="Three sons"))
    keeper.saver.take(typed("Two daughters"))
    keeper.saver.flush()
    dialog = window.findChild(OvertakenDialog)
    assert isinstance(dialog, OvertakenDialog)
    assert dialog.mine.toPlainText() == "Two daughters"
    assert dana(journal).remember == "Three sons"
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Two daughters"
    with qtbot.waitSignal(keeper.let_go):
        dialog.mine_button.click()
    assert dana(journal).remember == "Two daughters"
    assert keeper.saver.unsaved == ()


def test_ones_own_version_can_be_let_go(
    window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """The other one stays, and nothing waits any more."""
    records.edit(journal, "Edit remember", replace(dana(journal), remember="Three sons"))
    keeper.saver.take(typed("Two daughters"))
    keeper.saver.flush()
    dialog = window.findChild(OvertakenDialog)
    assert isinstance(dialog, OvertakenDialog)
    dialog.theirs_button.click()
    assert dana(journal).remember == "Three sons"
    assert keeper.saver.unsaved == ()


def test_what_was_typed_into_something_that_is_gone_can_be_copied(
    window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """There is nothing to save it into."""
    records.trash(journal, "Trash person", dana(journal))
    keeper.saver.take(typed("Two daughters"))
    keeper.saver.flush()
    dialog = window.findChild(OvertakenDialog)
    assert isinstance(dialog, OvertakenDialog)
    assert not dialog.mine_button.isVisible()
    assert dialog.theirs_button.text() == "Let yours go"


def test_a_field_tells_the_foot_what_becomes_of_it(
    qtbot: QtBot, window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """Editing, and Saved once the file has it."""
    field = SavedLine(keeper.saver, "Remember", parent=window)
    field.bind(dana(journal), "remember", "Edit remember")
    field.show()
    qtbot.keyClicks(field, "Two")
    assert window.sidebar.foot().startswith("Editing")
    keeper.saver.flush()
    assert window.sidebar.foot().startswith("Saved ")
    assert dana(journal).remember == "Two"


def test_what_is_not_saved_can_be_kept_elsewhere(
    window: MainWindow,
    journal: Journal,
    keeper: Keeper,
    no_room: sqlite3.Connection,
    tmp_path: Path,
) -> None:
    """After ten seconds; the text is in a file that everything can read."""
    keeper.saver.take(typed("Two daughters, Ana and Eva"))
    keeper.saver.flush()
    assert window.sidebar.foot().startswith("Not saved: ")
    keeper.saver.copy_wanted.emit()
    (box,) = window.findChildren(QMessageBox)
    next(each for each in box.buttons() if each.text().startswith("Keep a copy")).click()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "kept.txt"))
    assert (tmp_path / "kept.txt").read_text() == "Edit remember\nTwo daughters, Ana and Eva\n"
    dialog.fileSelected.emit(str(tmp_path / "missing" / "kept.txt"))
    assert "cannot be written" in window.findChildren(QMessageBox)[-1].text()
    assert keeper.saver.unsaved_text(DANA, "remember") == "Two daughters, Ana and Eva"


def test_backups_that_cannot_be_looked_for_are_told_when_the_next_is_made(
    window: MainWindow, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at the start, where nobody has done anything yet."""

    def refuse(_journal: Journal) -> None:
        raise NotSavedError("The backup folder cannot be read.")

    monkeypatch.setattr(backups, "last_good", refuse)
    keeper.begin()
    assert not window.findChildren(QMessageBox)
    assert "backed up" not in window.sidebar.foot()


def boxes(window: MainWindow) -> list[QMessageBox]:
    """Return what asks, without what is on its way out."""
    return [each for each in window.findChildren(QMessageBox) if each.isVisible()]


def press(box: QMessageBox, words: str) -> None:
    """Press the button that begins with these words."""
    next(each for each in box.buttons() if each.text().startswith(words)).click()


def test_the_window_does_not_close_over_what_is_not_saved(
    window: MainWindow, journal: Journal, keeper: Keeper, no_room: sqlite3.Connection
) -> None:
    """It closed, and what had been typed last was gone without a word."""
    keeper.saver.take(typed("Two daughters"))
    assert not window.close()
    assert window.isVisible()
    (box,) = boxes(window)
    assert box.text().startswith("Not saved: Another program")
    assert "would be lost" in box.informativeText()
    press(box, "Stay")
    assert window.isVisible()
    assert keeper.saver.unsaved_text(DANA, "remember") == "Two daughters"

    assert not window.close()
    press(boxes(window)[0], "Close without it")
    assert not window.isVisible()


def test_it_closes_by_itself_once_the_journal_takes_the_text(
    window: MainWindow, journal: Journal, keeper: Keeper, no_room: sqlite3.Connection
) -> None:
    """That is what was asked for, and now nothing is lost by it."""
    keeper.saver.take(typed("Two daughters"))
    assert not window.close()
    no_room.execute("ROLLBACK")
    keeper.saver.flush()
    assert not window.isVisible()
    assert dana(journal).remember == "Two daughters"


def test_a_copy_elsewhere_lets_the_window_close(
    window: MainWindow, keeper: Keeper, no_room: sqlite3.Connection, tmp_path: Path
) -> None:
    """And only once it is written."""
    keeper.saver.take(typed("Two daughters"))
    assert not window.close()
    press(boxes(window)[0], "Keep a copy and close")
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "missing" / "kept.txt"))
    assert window.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "kept.txt"))
    assert not window.isVisible()
    assert "Two daughters" in (tmp_path / "kept.txt").read_text()


def test_the_offer_of_a_copy_goes_once_all_is_saved(
    window: MainWindow, keeper: Keeper, no_room: sqlite3.Connection
) -> None:
    """It would say that nothing can be written while all of it is."""
    keeper.saver.take(typed("Two daughters"))
    keeper.saver.flush()
    keeper.saver.copy_wanted.emit()
    assert len(boxes(window)) == 1
    no_room.execute("ROLLBACK")
    keeper.saver.flush()
    assert boxes(window) == []
    assert window.isVisible()


def test_closing_asks_again_which_of_two_texts_to_keep(
    window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """Who put the question off with Esc has not answered it."""
    editing.save_typed(journal, typed("Three"))
    keeper.saver.take(typed("Two"))
    keeper.saver.flush()
    window.findChildren(OvertakenDialog)[0].reject()
    assert not window.close()
    dialog = next(each for each in window.findChildren(OvertakenDialog) if each.isVisible())
    dialog.mine_button.click()
    assert dana(journal).remember == "Two"
    assert window.close()


def test_a_window_without_its_side_says_too_that_something_is_not_saved(
    window: MainWindow, keeper: Keeper, no_room: sqlite3.Connection
) -> None:
    """The foot is folded away with the side, and cuts a long reason off where it is not."""
    window.sidebar.hide()
    keeper.saver.take(typed("Two daughters"))
    keeper.saver.flush()
    reason = (
        "Not saved: Another program is writing to this journal; nothing was changed. Try again."
    )
    said = [
        each for each in window.findChildren(Label) if each.text() == reason and each.wordWrap()
    ]
    assert [each.isVisible() for each in said] == [True]
    no_room.execute("ROLLBACK")
    keeper.saver.flush()
    assert not said[0].isVisible()


def test_what_was_typed_is_saved_before_a_command_begins(
    window: MainWindow, journal: Journal, keeper: Keeper
) -> None:
    """The dialogs of accounts and meetings were opened first, and showed what had been there."""
    renamed = Typed(
        kind=Account, id=MERCY, field="name", before="Mercy General", text="Mercy", name="Edit name"
    )
    keeper.saver.take(renamed)
    window.commands.files.trigger()
    (dialog,) = window.findChildren(FilesDialog)
    assert dialog.windowTitle() == "Files of Mercy"
    dialog.reject()


def test_the_end_of_a_session_that_closes_no_window_saves_too(
    window: MainWindow, journal: Journal, keeper: Keeper, theme: Theme, settings: Settings
) -> None:
    """Some systems tell a program of it, and end it."""
    session = Session(theme, settings, clock)
    session.save()  # no window stands yet
    session.window = window
    keeper.saver.take(typed("Two daughters"))
    session.save()
    assert dana(journal).remember == "Two daughters"
    assert window.isVisible()
