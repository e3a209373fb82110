"""The window put together: application, theme, journal, main window; and its picture.

Imports what the first picture needs and nothing else. What takes longer (paper and its fonts)
is imported by a thread once the window stands.
"""

import functools
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from journal import paths
from journal.domain.errors import BusyJournalError, JournalError, NotSavedError
from journal.domain.record import AccountId
from journal.operations.journal import Clock, Journal, system_clock
from journal.ui import fonts
from journal.ui.catcher import Catcher
from journal.ui.lock import locked
from journal.ui.main_window import HEIGHT_PX, WIDTH_PX, MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Scheme, Theme
from journal.wording import _

_LOG = logging.getLogger(__name__)
_LOG_BYTES = 500_000


def show(journal_path: Path | None, now: datetime | None = None) -> int:
    """Open the window on a journal and stay until it is closed.

    Args:
        journal_path: None for the user's own, which is made where there is none yet.
        now: Aware; stands still from then on. None for the real time.

    Returns:
        The exit status of the application; 0 where a window has the journal open already,
        which comes to the front instead.

    Raises:
        JournalError: if the journal does not open; the user has been told on the screen.
    """
    app = _application()
    _start_log()
    settings = Settings(_make_private(paths.data_folder()) / "window.ini")
    session = Session(Theme(app, settings.scheme), settings, _clock(now))
    path = journal_path or paths.journal_file()
    try:
        session.open(path, make=journal_path is None)
    except JournalError as error:
        from journal.ui import failures

        if _is_raised_elsewhere(path, error):
            return 0
        failures.box(None, error).exec()
        raise
    session.catch_faults()
    app.commitDataRequest.connect(session.save)
    try:
        return app.exec()
    finally:
        session.close()


def picture(
    journal_path: Path,
    png_path: Path,
    *,
    account: AccountId | None = None,
    now: datetime | None = None,
    size: tuple[int, int] = (WIDTH_PX, HEIGHT_PX),
    dark: bool = False,
) -> None:
    """Draw the real window into a file, without a screen and without touching the journal.

    It is drawn in a process of its own, because an application has one kind of screen for
    its whole life, and a window on the real one may be wanted next.

    Args:
        account: Which to show; None for the one that the window opens with.
        now: Aware; None for the real time.
        size: Width and height in pixels.

    Raises:
        JournalError: if the journal does not open, or the picture cannot be written.
    """
    import multiprocessing

    job = functools.partial(
        draw, journal_path, png_path, account=account, now=now, size=size, dark=dark
    )
    # A bare process and a pipe: a pool would want shared memory, which a container may lack.
    spawning = multiprocessing.get_context("spawn")
    ear, mouth = spawning.Pipe(duplex=False)
    apart = spawning.Process(target=_do_and_tell, args=(mouth.send, job))
    apart.start()
    mouth.close()
    try:
        refused: JournalError | None = ear.recv()
    except EOFError:
        message = _("The picture of the window could not be drawn on this computer.")
        refused = NotSavedError(message)
    finally:
        apart.join()
        ear.close()
    if refused is not None:
        raise refused


def draw(
    journal_path: Path,
    png_path: Path,
    *,
    account: AccountId | None,
    now: datetime | None,
    size: tuple[int, int],
    dark: bool,
) -> None:
    """Do what `picture` says, in this process, which must not have an application yet."""
    from journal.ui.desk import Desk

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt's plugin for it warns of each window that has a least size.
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"
    app = _application()
    theme = Theme(app, Scheme.DARK if dark else Scheme.LIGHT)
    with Journal.open(journal_path, _clock(now), read_only=True) as journal:
        window = MainWindow(journal, theme, Settings(None))
        window.resize(*size)
        window.first_painted.connect(app.quit)
        window.show()
        app.exec()
        fonts.bring_scripts(window)
        desk = Desk(window, journal=journal, theme=theme, settings=Settings(None))
        if account is not None:
            desk.open_account(account)
        is_written = window.grab().save(str(png_path), "PNG")
        _leave(window, None, None)
    if not is_written:
        raise NotSavedError(_("{path} cannot be written.").format(path=png_path))


def _do_and_tell(tell: Callable[[JournalError | None], None], job: Callable[[], None]) -> None:
    """Tell None once the job is done, or the error that it was refused with."""
    refused = None
    try:
        job()
    except JournalError as error:
        refused = error
    tell(refused)


class Session(QObject):
    """The journal that is open, its lock and its window; one at a time."""

    def __init__(self, theme: Theme, settings: Settings, clock: Clock) -> None:
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._clock = clock
        self._journal: Journal | None = None
        self._lock: QLockFile | None = None
        self._catcher = Catcher()
        self.window: MainWindow | None = None

    def open(self, path: Path, *, make: bool = False) -> None:
        """Open a journal in a window, and close the one before.

        Args:
            make: Whether to make it where it is missing.

        Raises:
            JournalError: if it does not open; then the one before stays.
        """
        path = path.absolute()  # wherever it is named later
        if self._journal is not None and self._journal.path == path:
            return
        if self.window is not None and not self.window.may_leave():
            return
        lock = locked(path)
        try:
            self._show(self._opened(path, make=make), lock)
        except JournalError:
            lock.unlock()
            raise

    def close(self) -> None:
        """Close the window and let go of the journal."""
        self._catcher.uninstall()
        _leave(self.window, self._journal, self._lock)
        self.window = self._journal = self._lock = None

    @Slot()
    def save(self) -> None:
        """Save what was typed: the computer is shut down, or its user logs out."""
        if self.window is not None:
            self.window.may_leave()

    def catch_faults(self) -> None:
        """Tell a fault in the window instead of ending the program."""
        self._catcher.install()

    def _opened(self, path: Path, *, make: bool) -> Journal:
        if make and not path.exists():
            _make_private(path.parent)
            return Journal.create(path, self._clock)
        return Journal.open(path, self._clock)

    def _show(self, journal: Journal, lock: QLockFile) -> None:
        """Show a journal in a window, and close the one before; if it fails, that one stays."""
        try:
            window = MainWindow(journal, self._theme, self._settings)
        except JournalError:
            journal.close()
            raise
        before = self.window, self._journal, None if lock is self._lock else self._lock
        self.window, self._journal, self._lock = window, journal, lock
        self._connect(window)
        self._catcher.window = window
        window.show()
        _leave(*before)

    def _connect(self, window: MainWindow) -> None:
        window.first_painted.connect(self._painted)
        window.open_wanted.connect(self._open)
        window.new_wanted.connect(self._make)
        window.sample_wanted.connect(self._open_sample)
        window.reopen_wanted.connect(self._reopen)
        window.moved.connect(self._follow)

    @Slot()
    def _painted(self) -> None:
        from journal.ui.desk import Desk
        from journal.ui.doorbell import Doorbell

        if self.window is None or self._journal is None:
            return
        bell = Doorbell(self._journal.path, self.window)
        bell.rung.connect(self.window.come_forward)
        self.window.closing.connect(bell.take_down)
        fonts.bring_scripts(self.window)
        desk = Desk(self.window, journal=self._journal, theme=self._theme, settings=self._settings)
        gc.freeze()  # what stands by now stays
        gc.enable()
        desk.caretaker.look()
        desk.keeper.begin()
        threading.Thread(target=_import_paper, name="paper", daemon=True).start()

    @Slot(Path)
    def _open(self, path: Path) -> None:
        self._try(path, make=False)

    @Slot(Path)
    def _make(self, path: Path) -> None:
        if path.exists():
            sentence = _("{name} is there already. Open it, or choose another name.")
            _tell(self.window, NotSavedError(sentence.format(name=path.name)))
        else:
            self._try(path, make=True)

    @Slot()
    def _reopen(self) -> None:
        """Show the open journal anew: after a restore everything in it may be another."""
        if self._journal is None or self._lock is None:
            return
        try:
            self._show(self._journal.fellow(), self._lock)
        except JournalError as error:
            _tell(self.window, error)

    @Slot(Path)
    def _follow(self, path: Path) -> None:
        """Go on with the copy of a journal that was moved, then put the old one aside."""
        from journal.operations import relocating

        before = self._journal
        self._try(path, make=False)
        if before is None or self._journal is None or self._journal is before:
            return
        try:
            relocating.set_aside(before.path, self._journal)
        except JournalError as error:
            _tell(self.window, error)

    @Slot()
    def _open_sample(self) -> None:
        from journal.ui.background import Task

        if self._journal is None or self.window is None or self._journal.path == _sample_file():
            return
        self.window.sidebar.say(_("Making the sample…"))
        task = Task(self._journal, self._make_sample, self)
        task.done.connect(self._open)
        task.failed.connect(self._failed)
        task.finished.connect(task.deleteLater)
        task.start()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        _tell(self.window, error)

    def _make_sample(self, _journal: Journal, _progress: object) -> Path:
        """Make the sample afresh, so that its dates stand around today; not over the user's."""
        from journal.operations import sample

        path = _sample_file()
        _make_private(path.parent)
        if path.exists() and sample.is_untouched(path):
            path.unlink()
        if not path.exists():
            sample.make_sample(path, self._clock)
        return path

    def _try(self, path: Path, *, make: bool) -> None:
        try:
            self.open(path, make=make)
        except JournalError as error:
            if not _is_raised_elsewhere(path, error):
                _tell(self.window, error)


def _tell(window: QWidget | None, error: BaseException) -> None:
    from journal.ui import failures

    failures.show(window, error)


def _is_raised_elsewhere(path: Path, error: JournalError) -> bool:
    """Raise the window that has a journal open, where one of this user's on this computer has."""
    from journal.ui.doorbell import ring

    return isinstance(error, BusyJournalError) and ring(path)


def _leave(window: MainWindow | None, journal: Journal | None, lock: QLockFile | None) -> None:
    if window is not None:
        window.close()
        window.deleteLater()
    if journal is not None:
        journal.close()
    if lock is not None:
        lock.unlock()


def _application() -> QApplication:
    app = QApplication([*sys.argv[:1], "-style", "fusion"])  # `setStyle` would make all of QStyle
    app.setApplicationName("account-journal")
    # Asking which families there are says too much: aliases are listed without any file.
    if not QFontMetrics(app.font()).inFont("A"):
        fonts.bring_own(app)
    return app


def _clock(now: datetime | None) -> Clock:
    if now is None:
        return system_clock
    fixed = now
    return lambda: fixed


def _sample_file() -> Path:
    return paths.data_folder() / "sample.journal"


def _make_private(folder: Path) -> Path:
    try:
        return paths.make_private(folder)
    except OSError as error:
        sentence = _("The folder {folder} cannot be made; nothing was written.")
        raise NotSavedError(sentence.format(folder=folder), str(error)) from error


def _start_log() -> None:
    """Keep what goes wrong in the user's log folder; without one, go on without a log."""
    try:
        path = paths.make_private(paths.log_folder()) / "account-journal.log"
        if path.exists() and path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        _LOG.warning("no log folder")
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logging.getLogger("journal").addHandler(handler)


def _import_paper() -> None:
    """Import what the first brief needs, while nobody waits for it."""
    from journal.brief import document

    document.warm()
