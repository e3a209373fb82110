"""Backups, restore and move in the real window: what is shown afterwards is what the file holds."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal import app
from journal.domain.errors import NotSavedError
from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.operations import accounts, backups, relocating
from journal.operations.backups import Occasion
from journal.operations.journal import Journal
from journal.store import backup_notes, file
from journal.ui.backups.backups_dialog import BackupsDialog
from journal.ui.backups.compare_dialog import CompareDialog
from journal.ui.backups.move_dialog import MoveDialog
from journal.ui.desk import Desk
from journal.ui.doorbell import ring
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Scheme, Theme
from tests.ui.backups.conftest import people, press
from tests.ui.case import HARBOR, clock


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, own_folder: Path) -> Iterator[app.Session]:
    """Start without a journal."""
    theme = Theme(qapp, Scheme.LIGHT)
    made = app.Session(theme, Settings(tmp_path / "window.ini"), clock)
    yield made
    made.close()
    theme.deleteLater()


def opened(qtbot: QtBot, session: app.Session, path: Path) -> MainWindow:
    """Open a journal, and wait until its window stands."""
    session.open(path)
    return stands(qtbot, session)


def stands(qtbot: QtBot, session: app.Session) -> MainWindow:
    """Wait until the window of the session stands."""
    qtbot.waitUntil(
        lambda: session.window is not None and bool(session.window.findChildren(Desk)),
        timeout=20_000,
    )
    assert session.window is not None
    return session.window


def shown(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    """Open the backups, and wait until the first was looked into."""
    window.commands.backups.trigger()
    dialog = window.findChildren(BackupsDialog)[-1]
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
    return dialog


def names(window: MainWindow) -> set[str]:
    """Return the accounts in the list."""
    return {each.account.name for each in window.glances}


@pytest.fixture
def path(case_path: Path, own_folder: Path) -> Path:
    """Keep a backup of the case, then put an account into the trash."""
    with Journal.open(case_path, clock) as journal:
        backups.keep(journal, Occasion.ASKED)
        accounts.trash_account(journal, HARBOR)
    return case_path


def test_after_a_restore_the_window_shows_what_came_back(
    qtbot: QtBot, session: app.Session, path: Path
) -> None:
    """The journal is opened anew where the window stood; until looked, backups rest."""
    before = opened(qtbot, session, path)
    before.resize(760, 700)
    assert "Harbor Health" not in names(before)
    dialog = shown(qtbot, before)
    assert "1 account" in dialog.preview.said()

    press(dialog.restore)
    qtbot.waitUntil(lambda: session.window is not before, timeout=20_000)
    after = stands(qtbot, session)

    assert after.isVisible()
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)] == [
        after
    ]
    assert "Harbor Health" in names(after)
    assert (after.width(), after.height()) == (760, 700)
    assert Path(f"{path}.lock").exists()
    assert ring(path)  # a second start still finds the window
    bar = after.notice_bar
    assert bar.words() == (
        "Restored from Mon 23 Nov 09:15; automatic backups rest until you have looked."
    )
    assert not bar.dismiss_button.isVisible()
    press(bar.offer_button)
    assert not bar.isVisible()
    with Journal.open(path, clock) as journal:
        assert not backups.is_resting(journal)


def test_the_rest_is_said_again_at_the_next_start(
    qtbot: QtBot, session: app.Session, path: Path
) -> None:
    """With the name of the file where it does not tell when it was made."""
    with Journal.open(path, clock) as journal:
        folder = backups.shelves(journal)[0].folder
    backup_notes.begin_rest(folder, Path("from the stick.journal"))
    for _start in range(2):
        window = opened(qtbot, session, path)
        assert window.notice_bar.words().startswith("Restored from from the stick.journal;")
        session.close()
    with Journal.open(path, clock) as journal:
        assert len(backups.shelves(journal)[0].held) == 1  # none was made at either end


def test_a_rest_that_cannot_be_ended_is_told(
    qtbot: QtBot, session: app.Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stays in the bar, for it is still so."""
    with Journal.open(path, clock) as journal:
        folder = backups.shelves(journal)[0].folder
    backup_notes.begin_rest(folder, Path("old.journal"))
    window = opened(qtbot, session, path)

    def refuse(_folder: Path) -> None:
        raise NotSavedError("The disk is full.")

    monkeypatch.setattr(backup_notes, "end_rest", refuse)
    press(window.notice_bar.offer_button)
    assert window.findChildren(QMessageBox)[0].text() == "The disk is full."
    assert window.notice_bar.isVisible()


def test_a_backup_folder_that_is_away_says_nothing_at_the_start(
    qtbot: QtBot, session: app.Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next backup that cannot be made does."""

    def refuse(_folder: Path) -> None:
        raise NotSavedError("The folder does not answer.")

    monkeypatch.setattr(backup_notes, "restored_from", refuse)
    assert not opened(qtbot, session, path).notice_bar.isVisible()


def test_a_journal_that_does_not_open_anew_leaves_the_window(
    qtbot: QtBot, session: app.Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user is told, and nothing is closed."""
    window = opened(qtbot, session, path)

    def refuse(*_args: object, **_options: object) -> None:
        raise NotSavedError("The disk does not answer.")

    with monkeypatch.context() as patch:
        patch.setattr(file, "open_again", refuse)
        window.reopen_wanted.emit()
        assert session.window is window
        assert window.isVisible()
        assert window.findChildren(QMessageBox)[0].text() == "The disk does not answer."
    session.close()
    session._reopen()
    assert session.window is None


def test_a_journal_is_moved_out_of_a_synced_folder(
    qtbot: QtBot, session: app.Session, path: Path, tmp_path: Path, own_folder: Path
) -> None:
    """From the bar, with one key more: the new one is open, the old one has another name."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    synced = Path(shutil.copy(path, folder / "case.journal"))
    window = opened(qtbot, session, synced)
    assert "Dropbox copies elsewhere" in window.notice_bar.words()
    held = synced.read_bytes()

    press(window.notice_bar.offer_button)
    (dialog,) = window.findChildren(MoveDialog)
    press(dialog.move_button)
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    after = stands(qtbot, session)

    assert not after.notice_bar.isVisible()
    assert names(after) == names(window)
    assert (own_folder / "journals" / "case.journal").exists()
    assert [each.name for each in folder.iterdir()] == ["case [moved].journal"]
    assert (folder / "case [moved].journal").read_bytes() == held


def test_what_was_written_into_the_old_one_meanwhile_is_told(
    qtbot: QtBot, session: app.Session, path: Path, tmp_path: Path
) -> None:
    """Both stay under their names; nothing of either is lost."""
    window = opened(qtbot, session, path)
    with Journal.open(path, clock) as other:
        target = relocating.copy_to(other, tmp_path / "quiet")
        other.write("Add", add=[Person(id=PersonId(RecordId("eve")), name="Eve")])
    window.moved.emit(target)
    after = session.window
    assert after is not window
    assert after is not None
    assert "was changed in its old folder" in after.findChildren(QMessageBox)[0].text()
    with Journal.open(path, clock) as old:
        assert "Eve" in people(old)


def test_a_copy_that_does_not_open_leaves_the_old_one_open(
    qtbot: QtBot, session: app.Session, path: Path, tmp_path: Path
) -> None:
    """Under its name, in its window."""
    window = opened(qtbot, session, path)
    window.moved.emit(tmp_path / "missing" / "case.journal")
    assert session.window is window
    assert window.findChildren(QMessageBox)
    assert path.exists()
    session.close()
    session._follow(tmp_path / "missing" / "case.journal")
    assert path.exists()


def test_another_version_is_compared_from_the_bar(
    qtbot: QtBot, session: app.Session, path: Path
) -> None:
    """And from there one goes to the restore of it, which is looked at like any other."""
    other = path.with_name("case (1).journal")
    shutil.copy(path, other)
    window = opened(qtbot, session, path)
    press(window.notice_bar.offer_button)
    (dialog,) = window.findChildren(CompareDialog)
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
    assert dialog.said().startswith("Both hold the same")
    press(dialog.restore)
    (restoring,) = window.findChildren(BackupsDialog)
    qtbot.waitUntil(lambda: not restoring.is_looking, timeout=20_000)
    assert restoring.preview.said().splitlines()[0] == str(other)
    restoring.close()

    other.unlink()
    press(window.notice_bar.offer_button)  # put away in the meantime
    assert window.findChildren(BackupsDialog)[-1].isVisible()


def test_a_backup_is_made_when_it_is_asked_for(
    qtbot: QtBot, session: app.Session, path: Path
) -> None:
    """From the menu; the foot says when."""
    window = opened(qtbot, session, path)
    window.commands.back_up.trigger()
    qtbot.waitUntil(lambda: len(shown(qtbot, window).list.rows()) == 2, timeout=20_000)
    window.commands.move_journal.trigger()
    assert window.findChildren(MoveDialog)[-1].isVisible()
