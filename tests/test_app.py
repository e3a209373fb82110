"""The window put together: what a start loads, one journal at a time, its lock."""

import gc
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal import app, paths
from journal.domain.errors import NotAJournalError
from journal.operations.journal import Journal, system_clock
from journal.ui.desk import Desk
from journal.ui.lock import locked
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.shared.notice_bar import NoticeBar
from journal.ui.theme import Scheme, Theme
from tests.ui.case import NOW, clock, write_case
from tests.ui.windows import desk_of


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[app.Session]:
    """Start without a journal."""
    theme = Theme(qapp, Scheme.LIGHT)
    made = app.Session(theme, Settings(tmp_path / "window.ini"), clock)
    yield made
    made.close()
    theme.deleteLater()


def opened(session: app.Session) -> str:
    """Return the name of the journal that is open."""
    return "" if session._journal is None else session._journal.path.name


def finished(qtbot: QtBot, session: app.Session) -> MainWindow:
    """Wait until all of the window stands."""
    window = session.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.findChildren(Desk)))
    return window


def test_a_journal_is_opened_with_its_window(session: app.Session, tmp_path: Path) -> None:
    """One journal, one window, one lock."""
    session.open(write_case(tmp_path / "case.journal"))
    assert session.window is not None
    assert session.window.isVisible()
    assert (tmp_path / "case.journal.lock").exists()
    session.close()
    assert not (tmp_path / "case.journal.lock").exists()


def test_a_journal_is_known_by_its_whole_name(
    session: app.Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named on the command line from its own folder, it was to be moved "from ."."""
    write_case(tmp_path / "case.journal")
    monkeypatch.chdir(tmp_path)
    session.open(Path("case.journal"))
    assert session._journal is not None
    assert session._journal.path == tmp_path / "case.journal"


def test_the_users_own_journal_is_made_where_there_is_none(
    session: app.Session, tmp_path: Path
) -> None:
    """The first start asks nothing; nobody else can enter the folder."""
    path = tmp_path / "data" / "my.journal"
    session.open(path, make=True)
    assert path.exists()
    assert path.parent.stat().st_mode & 0o077 == 0


def test_another_journal_takes_the_place_of_the_first(
    qtbot: QtBot, session: app.Session, tmp_path: Path
) -> None:
    """The first is closed, and let go."""
    session.open(write_case(tmp_path / "one.journal"))
    before = session.window
    assert before is not None
    before.new_wanted.emit(tmp_path / "two.journal")
    assert session.window is not before
    assert not before.isVisible()
    assert not (tmp_path / "one.journal.lock").exists()
    after = finished(qtbot, session)
    assert after.empty_page.isVisible()
    after.open_wanted.emit(tmp_path / "two.journal")  # the same again
    assert session.window is after


def test_a_file_that_is_no_journal_leaves_the_one_before_open(
    session: app.Session, tmp_path: Path
) -> None:
    """A wrong click must not close the day's work."""
    session.open(write_case(tmp_path / "one.journal"))
    other = tmp_path / "notes.txt"
    other.write_text("not a journal, but long enough to be looked at" * 9, encoding="utf-8")
    window = session.window
    assert window is not None
    window.open_wanted.emit(other)
    assert session.window is window
    assert window.findChildren(QMessageBox)[0].text()
    assert not Path(f"{other}.lock").exists()


def test_a_new_journal_never_takes_the_place_of_a_file(
    session: app.Session, tmp_path: Path
) -> None:
    """The file dialog asked already, but of overwriting; we never overwrite."""
    session.open(write_case(tmp_path / "one.journal"))
    there = tmp_path / "two.journal"
    there.write_bytes(b"something else")
    window = session.window
    assert window is not None
    window.new_wanted.emit(there)
    assert "is there already" in window.findChildren(QMessageBox)[0].text()
    assert there.read_bytes() == b"something else"


def test_the_sample_is_made_and_opened(
    qtbot: QtBot, session: app.Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look around before anything of one's own is written; made afresh while untouched."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    session.open(tmp_path / "my.journal", make=True)
    for _ in range(2):
        window = finished(qtbot, session)
        window.sample_wanted.emit()
        qtbot.waitUntil(lambda: opened(session) == "sample.journal", timeout=60_000)
        sample = finished(qtbot, session)
        assert sample.head.isVisible()
        sample.sample_wanted.emit()  # it is open already
        assert session.window is sample
        sample.open_wanted.emit(tmp_path / "my.journal")
        assert opened(session) == "my.journal"


def test_without_a_journal_there_is_nothing_to_leave_for_the_sample(session: app.Session) -> None:
    """A signal of a window that was closed a moment ago finds nothing to do."""
    session._open_sample()
    session._painted()
    session.close()
    assert session.window is None


def test_a_journal_that_somebody_has_open_is_told_and_not_opened(
    session: app.Session, tmp_path: Path
) -> None:
    """The one before stays, with its lock."""
    session.open(write_case(tmp_path / "one.journal"))
    held = locked(write_case(tmp_path / "two.journal"))
    window = session.window
    assert window is not None
    window.open_wanted.emit(tmp_path / "two.journal")
    assert "is open already" in window.findChildren(QMessageBox)[0].text()
    assert opened(session) == "one.journal"
    assert held.isLocked()
    held.unlock()


def test_a_second_start_raises_the_window_that_is_open(
    qtbot: QtBot, session: app.Session, tmp_path: Path
) -> None:
    """Whoever clicks on the program again wants to see it, not to read why it will not start."""
    path = write_case(tmp_path / "case.journal")
    session.open(path)
    window = session.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.findChildren(Desk)))
    window.showMinimized()
    second = subprocess.Popen(
        [sys.executable, "-m", "journal", "--journal", str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert (second.returncode, second.communicate()[1]) == (0, b"")
    assert not window.isMinimized()


def test_what_takes_longer_follows_the_first_picture(
    qtbot: QtBot, session: app.Session, tmp_path: Path
) -> None:
    """The page of the account and every command; a window closed at once gets none of it."""
    gc.disable()
    session.open(write_case(tmp_path / "case.journal"))
    window = session.window
    assert window is not None
    assert window.findChildren(Desk) == []
    qtbot.waitUntil(lambda: bool(window.findChildren(Desk)))
    assert desk_of(window).page.isVisible()
    assert gc.isenabled()
    session.open(write_case(tmp_path / "other.journal"))
    brief = session.window
    assert brief is not None
    with qtbot.assertNotEmitted(brief.first_painted):
        brief.grab()  # painted, and closed before anything else could happen
        brief.close()
        QApplication.processEvents()
    assert brief.findChildren(Desk) == []


def test_once_the_window_stands_the_journal_is_looked_after(
    qtbot: QtBot, session: app.Session, tmp_path: Path
) -> None:
    """Not before: nobody waits for a warning to see the account."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    session.open(write_case(folder / "case.journal"))
    window = session.window
    assert window is not None
    assert window.findChildren(NoticeBar) == []
    qtbot.waitUntil(lambda: any(bar.isVisible() for bar in window.findChildren(NoticeBar)))
    assert "Dropbox" in window.notice_bar.words()


def test_a_sample_that_cannot_be_made_is_said_so(
    qtbot: QtBot, session: app.Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal that is open stays open."""
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    session.open(tmp_path / "my.journal", make=True)
    window = finished(qtbot, session)
    window.sample_wanted.emit()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=60_000)
    assert "cannot be made" in window.findChildren(QMessageBox)[0].text()


def test_the_clock_stands_still_only_when_it_is_told_to() -> None:
    """For output that can be repeated."""
    fixed = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
    assert app._clock(fixed)() == fixed
    assert app._clock(None) is system_clock


def test_what_goes_wrong_is_kept_in_the_users_log_folder() -> None:
    """A report of a fault begins with it."""
    logger = logging.getLogger("journal")
    before = list(logger.handlers)
    app._start_log()
    try:
        logging.getLogger("journal.test").error("something")
        for handler in logger.handlers:
            handler.flush()
        written = (paths.log_folder() / "account-journal.log").read_text(encoding="utf-8")
        assert "journal.test ERROR something" in written
    finally:
        for handler in set(logger.handlers) - set(before):
            logger.removeHandler(handler)
            handler.close()


def test_a_long_log_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """It must not fill the disk; the one before is kept."""
    logger = logging.getLogger("journal")
    before = list(logger.handlers)
    path = paths.make_private(paths.log_folder()) / "account-journal.log"
    path.write_text("long ago " * 60_000, encoding="utf-8")
    app._start_log()
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    assert not path.exists()
    assert path.with_name("account-journal.old.log").read_text(encoding="utf-8")[:8] == "long ago"


def test_without_a_log_folder_the_program_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A full disk is no reason not to show the journal."""
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    app._start_log()
    assert "no log folder" in caplog.text


def test_paper_is_imported_without_anybody_waiting() -> None:
    """The thread does no more than import and read the fonts."""
    app._import_paper()
    assert "reportlab" in sys.modules


SAID: list[str] = []


def close_boxes() -> None:
    """Read what stands in a message, and close it."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox) and widget.isVisible():
            SAID.append(widget.text())
            widget.close()


def test_a_start_on_what_is_no_journal_tells_it_and_ends(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever double-clicked has no terminal to read."""
    other = tmp_path / "notes.journal"
    other.write_text("not a journal, but long enough to be looked at" * 9, encoding="utf-8")
    monkeypatch.setattr(app, "QApplication", lambda _arguments: qapp)
    timer = QTimer()
    timer.timeout.connect(close_boxes)
    timer.start(20)
    try:
        with pytest.raises(NotAJournalError) as refused:
            app.show(other)
    finally:
        timer.stop()
    assert [refused.value.sentence] == SAID


def test_a_start_shows_the_window_until_it_is_closed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first call to the exit status."""
    path = write_case(tmp_path / "case.journal")
    monkeypatch.setattr(app, "QApplication", lambda _arguments: qapp)
    timer = QTimer()
    timer.timeout.connect(qapp.closeAllWindows)
    timer.start(200)
    hook = sys.excepthook
    try:
        assert app.show(path, NOW) == 0
    finally:
        timer.stop()
    assert sys.excepthook is hook
    with Journal.open(path) as again:
        assert again.path == path
