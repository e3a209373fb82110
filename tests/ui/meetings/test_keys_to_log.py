"""How many keys it takes to log a meeting, counted where the keys arrive."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from journal.domain.meeting import Status
from journal.domain.record import Side
from journal.operations import reading
from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.meetings.log_form import LogForm
from journal.ui.settings import Settings
from journal.ui.theme import Theme
from tests.ui.case import MERCY, NEXT

MOST_KEYS = 8
CONTROL = Qt.KeyboardModifier.ControlModifier
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta}


class Counter(QObject):
    """Counts the keys that reach a window of the program, whatever widget takes them then."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key that is a command's is never sent to a window as a key.
        is_command = event.type() == QEvent.Type.Shortcut
        is_press = event.type() == QEvent.Type.KeyPress and watched.isWindowType()
        if is_command or (isinstance(event, QKeyEvent) and is_press and not _is_modifier(event)):
            self.count += 1
        return super().eventFilter(watched, event)


def _is_modifier(event: QKeyEvent) -> bool:
    return event.key() in _MODIFIERS


class Hands:
    """Ten fingers: they press keys into whatever window is in front."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self._qtbot = qtbot
        self._app = qapp
        self.counter = Counter()
        self.letters = 0
        qapp.installEventFilter(self.counter)

    @property
    def keys(self) -> int:
        """How many were pressed beyond the text."""
        return self.counter.count - self.letters

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        QTest.keyClick(self._front(), key, modifier)

    def type(self, words: str) -> None:
        """Type a text; its letters are counted apart."""
        before = self.counter.count
        for letter in words:
            QTest.keyClick(self._front(), letter)  # type: ignore[call-overload]
        self.letters += self.counter.count - before
        assert self.counter.count - before == len(words)

    def _front(self) -> QWindow:
        window = self._app.activeWindow()
        assert window is not None
        return window.windowHandle()


@pytest.fixture
def parked(qtbot: QtBot, after: Journal, theme: Theme, settings: Settings) -> Iterator[MainWindow]:
    """Show the real window after the visit, with the account open."""
    window = MainWindow(after, theme, settings)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    Desk(window, journal=after, theme=theme, settings=settings).open_account(MERCY)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


def test_from_control_l_to_a_closed_meeting_in_eight_keys(
    qtbot: QtBot, qapp: QApplication, after: Journal, parked: MainWindow
) -> None:
    """Held, a line, one promise and the next date: under a minute, in the car."""
    window = parked
    hands = Hands(qtbot, qapp)

    hands.press(Qt.Key.Key_L, CONTROL)
    (form,) = window.findChildren(LogForm)
    qtbot.waitUntil(form.isActiveWindow)
    hands.press(Qt.Key.Key_H)
    hands.press(Qt.Key.Key_Return)  # to the line
    hands.type("She named the analyst.")
    hands.press(Qt.Key.Key_Return)  # to what is kept
    hands.type("> send the comparison by fri")
    hands.press(Qt.Key.Key_Return)  # keeps it
    hands.press(Qt.Key.Key_Return)  # from the empty line to the next visit
    hands.type("tue 10")
    hands.press(Qt.Key.Key_Return, CONTROL)  # done
    qapp.removeEventFilter(hands.counter)

    whole = reading.relationship(after, MERCY)
    held = reading.meeting(after, NEXT)
    (promise,) = (each for each in whole.promises if each.meeting_id == NEXT)
    (following,) = (each for each in whole.meetings if each.status is Status.PLANNED)
    assert (held.status, held.summary) == (Status.HELD, "She named the analyst.")
    assert (promise.text, promise.side) == ("send the comparison", Side.OURS)
    assert promise.due_on is not None
    assert (promise.due_on.isoformat(), following.when.iso) == ("2026-12-04", "2026-12-08T10:00")
    assert not window.findChildren(LogForm)
    assert hands.keys == 7
    assert hands.keys <= MOST_KEYS
