"""A journal with a backup, and what was done since."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.person import Person
from journal.domain.promise import Promise
from journal.domain.record import PersonId, RecordId
from journal.operations import backups, reading, records
from journal.operations.backups import Occasion
from journal.operations.editing import Typed
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.backups.backups_dialog import BackupsDialog
from journal.ui.saving import Saver
from journal.ui.theme import Theme
from tests.ui.case import MERCY, NOW

Opened = Callable[[], BackupsDialog]


class MovingClock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """Return the present."""
        return self.now

    def go_on(self, **hours: int) -> None:
        """Let time pass."""
        self.now += timedelta(**hours)


@pytest.fixture
def moving_clock() -> MovingClock:
    """Begin at 9:15 in Prague."""
    return MovingClock()


@pytest.fixture
def journal(case_path: Path, own_folder: Path, moving_clock: MovingClock) -> Iterator[Journal]:
    """Open the case, with a data folder of its own."""
    with Journal.open(case_path, moving_clock) as opened:
        yield opened


@pytest.fixture
def backup(journal: Journal, moving_clock: MovingClock) -> Path:
    """Keep a backup; two hours later a person is new, a promise reads otherwise, one is gone."""
    kept = backups.keep(journal, Occasion.ASKED).backup
    assert kept is not None
    moving_clock.go_on(hours=2)
    journal.write("Add", add=[Person(id=PersonId(RecordId("nora")), name="Nora")])
    ours, theirs = promises(journal)
    records.edit(journal, "Edit promise", replace(ours, text="Cost comparison"))
    records.trash(journal, "Trash promise", theirs)
    return kept.path


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """Stand in for the window, over which the dialogs are opened."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def workbench(host: QWidget, journal: Journal) -> Iterator[Workbench]:
    """Work in the background, and wait for its end after the test."""
    made = Workbench(journal, host)
    yield made
    made.finish()


@pytest.fixture
def saver(host: QWidget, journal: Journal) -> Saver:
    """Hold what is typed."""
    return Saver(journal, host)


@pytest.fixture
def opened(
    qtbot: QtBot,
    host: QWidget,
    journal: Journal,
    saver: Saver,
    workbench: Workbench,
    theme: Theme,
) -> Opened:
    """Open the dialog and wait until it has looked into what is chosen."""

    def open_it() -> BackupsDialog:
        dialog = BackupsDialog(journal, saver, workbench, theme, host)
        with qtbot.waitActive(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
        return dialog

    return open_it


def promises(journal: Journal) -> list[Promise]:
    """Return what was promised, ours first."""
    found = reading.relationship(journal, MERCY).promises
    return sorted(found, key=lambda each: each.id)


def people(journal: Journal) -> set[str]:
    """Return who is known."""
    return {each.name for each in reading.everybody(journal)}


def typed(promise: Promise) -> Typed:
    """Type another text into a promise."""
    return Typed(
        kind=Promise,
        id=promise.id,
        field="text",
        before=promise.text,
        text="Another",
        name="Edit text",
    )


def press(button: QPushButton) -> None:
    """Click."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def told(widget: QWidget) -> list[str]:
    """Return what messages over a widget say, and close them."""
    boxes = widget.findChildren(QMessageBox)
    texts = [each.text() for each in boxes]
    for each in boxes:
        each.close()
    return texts
