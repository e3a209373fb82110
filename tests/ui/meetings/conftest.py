"""The errand that logs, over an empty window, in the car after the meeting of the case."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMainWindow, QRadioButton
from pytestqt.qtbot import QtBot

from journal.domain.meeting import Meeting
from journal.domain.record import MeetingId
from journal.domain.relationship import Relationship
from journal.operations import reading, undoing
from journal.operations.journal import Journal
from journal.ui.meetings.log_errand import LogErrand
from journal.ui.meetings.log_form import LogForm
from journal.ui.saving import Saver
from journal.ui.shared.account_view import account_view
from journal.ui.theme import Theme
from tests.ui.case import MERCY, NEXT
from tests.ui.keyboard import press, type_words, wait_for
from tests.ui.windows import ADialog, close_dialogs, open_one


def in_the_car() -> datetime:
    """Sit there at 11:30 on the customer's wall; the meeting began at ten."""
    return datetime(2026, 12, 1, 16, 30, tzinfo=UTC)


class Car:
    """Where meetings are logged, by keys that go where the focus is."""

    def __init__(self, qtbot: QtBot, window: QMainWindow, journal: Journal, theme: Theme) -> None:
        self.qtbot = qtbot
        self.window = window
        self.journal = journal
        self.saver = Saver(journal, window)
        self.errand = LogErrand(window, journal=journal, saver=self.saver, theme=theme)
        self.failures: list[Exception] = []
        self.logged: list[str] = []
        self.wanted: list[tuple[str, str]] = []
        self.errand.failed.connect(self.failures.append)
        self.errand.logged.connect(self.logged.append)
        self.errand.record_wanted.connect(self._want)

    @Slot(str, str)
    def _want(self, account: str, record: str) -> None:
        self.wanted.append((account, record))

    def log(self) -> LogForm:
        """Open the form on what is probably meant."""
        self.errand.log(account_view(self.mercy(), self.journal.now()))
        return self.opened(LogForm)

    def edit(self, meeting: MeetingId) -> LogForm:
        """Open the form on a meeting that was told of before."""
        self.errand.edit(MERCY, meeting)
        return self.opened(LogForm)

    def opened(self, kind: type[ADialog]) -> ADialog:
        """Return the dialog of a kind that is open, with the keys in it."""
        found = open_one(self.window, kind)
        wait_for(self.qtbot, found)
        return found

    def press(
        self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press keys where the focus is."""
        for key in keys:
            press(self.qtbot, key, modifier)

    def type(self, words: str) -> None:
        """Type where the focus is."""
        type_words(self.qtbot, words)

    def choose(self, form: LogForm, letter: Qt.Key) -> None:
        """Press the first letter of what happened."""
        self.qtbot.keyClick(form.fields.happened.findChildren(QRadioButton)[0], letter)

    def pick(self, form: LogForm, words: str) -> None:
        """Choose another meeting from the menu at the title."""
        menu = form.which.menu()
        menu.aboutToShow.emit()
        (action,) = (each for each in menu.actions() if words in each.text())
        action.trigger()

    def came(self, meeting: MeetingId = NEXT) -> dict[str, bool | None]:
        """Tell who came, by name."""
        whole = self.mercy()
        names = {each.id: each.name for each in whole.people}
        parts = (each for each in whole.participations if each.meeting_id == meeting)
        return {names[each.person_id]: each.came for each in parts if each.person_id}

    def enter(self, words: str) -> None:
        """Type, and press Enter."""
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def done(self) -> None:
        """Press Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    def mercy(self) -> Relationship:
        """Read the account."""
        return reading.relationship(self.journal, MERCY)

    def meeting(self, meeting: MeetingId = NEXT) -> Meeting:
        """Read the meeting."""
        return reading.meeting(self.journal, meeting)

    def undo(self) -> str:
        """Take back one step, and return what it was called."""
        name = undoing.undo_name(self.journal)
        undoing.undo(self.journal)
        return name or ""


@pytest.fixture
def after(case_path: Path) -> Iterator[Journal]:
    """Open the case after its next meeting, of which nobody has told yet."""
    with Journal.open(case_path, in_the_car) as opened:
        yield opened


@pytest.fixture
def car(qtbot: QtBot, ground: QMainWindow, after: Journal, theme: Theme) -> Iterator[Car]:
    """Sit in the car."""
    yield Car(qtbot, ground, after, theme)
    close_dialogs(ground)
