"""Types into the log form of the real window until somebody kills it; a process of its own.

    python -m tests.faults.typist JOURNAL [careless]

It tells each key and each save through standard output, a line each: `typed LETTERS SECONDS` and
`saved LETTERS SECONDS`, by the process's own clock. `careless` is the negative control: a window
that says Saved for what was typed just now.
"""

import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.operations.editing import Typed
from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.shared.saved_fields import SavedText
from journal.ui.theme import Scheme, Theme
from tests.ui.case import MERCY, clock

# Faster than anybody types, and without the rest after which a text would be saved sooner.
_EVERY_MS = 20


def text_of(letters: int) -> str:
    """Return what so many letters are: 1 2 3 ..."""
    written = ""
    for number in count(1):
        if len(written) >= letters:
            break
        written += f"{number} "
    return written[:letters]


class Typist(QObject):
    """Types on and on."""

    def __init__(self, field: SavedText, *, is_careless: bool) -> None:
        super().__init__(field)
        self._field = field
        self._is_careless = is_careless
        self._letters = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._type)
        self._timer.start(_EVERY_MS)

    @Slot()
    def _type(self) -> None:
        self._letters += 1
        QTest.keyClicks(self._field, text_of(self._letters)[-1])
        _tell("typed", self._letters)
        if self._is_careless:
            _tell("saved", self._letters)

    @Slot(Typed)
    def saved(self, typed: Typed) -> None:
        """Tell how much the file has now."""
        _tell("saved", len(typed.text))


def _tell(what: str, letters: int) -> None:
    sys.stdout.write(f"{what} {letters} {time.monotonic():.3f}\n")
    sys.stdout.flush()


def main(path: Path, *, is_careless: bool) -> None:
    """Open the window and the form, and type into its notes."""
    app = QApplication(["account-journal"])
    theme = Theme(app, Scheme.LIGHT)
    settings = Settings(None)
    with Journal.open(path, clock) as journal:
        window = MainWindow(journal, theme, settings)
        window.resize(1280, 800)
        window.show()
        window._stand()
        desk = Desk(window, journal=journal, theme=theme, settings=settings)
        desk.keeper.begin()
        desk.open_account(MERCY)
        window.commands.log_meeting.trigger()
        (field,) = [
            each for each in window.findChildren(SavedText) if each.accessibleName() == "Notes"
        ]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        typist = Typist(field, is_careless=is_careless)
        desk.keeper.saver.saved.connect(typist.saved)
        app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_careless="careless" in sys.argv)
