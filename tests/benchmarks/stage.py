"""The real window on the crowd, and what a benchmark needs to time in it."""

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal.app import _application
from journal.domain.record import AccountId
from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Scheme, Theme
from tests.benchmarks.crowd import now

_PATIENCE_S = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What stands."""

    app: QApplication
    theme: Theme
    journal: Journal
    window: MainWindow
    desk: Desk

    def largest(self) -> AccountId:
        """Return the account with the most meetings."""
        found = self.journal.file.connection.execute(
            "SELECT account_id FROM meetings GROUP BY account_id ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()
        return AccountId(found[0])

    def until(self, is_so: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        end = time.perf_counter() + _PATIENCE_S
        while not is_so():
            self.app.processEvents()
            if time.perf_counter() > end:
                message = "the window did not do what was waited for"
                raise TimeoutError(message)


@contextmanager
def stage(path: Path) -> Iterator[Stage]:
    """Show the window on a journal, off screen unless a platform was chosen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt's plugin for it warns of each window that has a least size.
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"
    app = _application()
    theme = Theme(app, Scheme.LIGHT)
    settings = Settings(None)
    with Journal.open(path, now) as journal:
        window = MainWindow(journal, theme, settings)
        window.resize(1280, 800)
        window.show()
        window._stand()
        app.processEvents()
        desk = Desk(window, journal=journal, theme=theme, settings=settings)
        app.processEvents()
        gc.freeze()  # as the program does
        yield Stage(app=app, theme=theme, journal=journal, window=window, desk=desk)
        window.close()
        app.processEvents()
