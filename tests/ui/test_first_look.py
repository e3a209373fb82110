"""The first picture stands where the widgets will stand."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.span import When
from journal.operations.journal import Journal
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Scheme, Theme
from tests.ui.case import HARBOR, MERCY, ZONE

NAME_PX = 60
"""So far from its beginning no name of the case is cut off for a day beside it."""


def seen(window: MainWindow, place: QRect) -> QImage:
    """Take a picture of a part of the window."""
    return window.grab(place).toImage()


def places_of(window: MainWindow) -> dict[str, QRect]:
    """Say where names stand in the finished window: two accounts, a heading, the head."""
    accounts = window.sidebar.accounts
    viewport = accounts.viewport()
    found = {"head": QRect(window.head.mapTo(window, QPoint()), window.size() / 4)}
    for name, account in (("chosen", HARBOR), ("other", MERCY)):
        position = accounts._model.position_of(account)
        assert position is not None
        row = accounts.visualRect(accounts._model.index(position))
        corner = viewport.mapTo(window, row.topLeft() + QPoint(28, 2))
        found[name] = QRect(corner.x(), corner.y(), NAME_PX, row.height() - 4)
    heading = viewport.mapTo(window, QPoint(0, 0))
    found["heading"] = QRect(heading.x(), heading.y(), NAME_PX, 32)
    return found


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_nothing_moves_when_the_widgets_come(
    qtbot: QtBot, journal: Journal, theme: Theme, settings: Settings, scheme: Scheme
) -> None:
    """A list that jumps under the eye is worse than one that comes later."""
    theme.choose(scheme)
    window = MainWindow(journal, theme, settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    before = window.grab().toImage()
    with qtbot.waitSignal(window.first_painted):
        window.show()

    for place in places_of(window).values():
        assert seen(window, place) == before.copy(place)
    window.close()


def test_a_small_window_begins_without_a_side(
    qtbot: QtBot, journal: Journal, theme: Theme, settings: Settings
) -> None:
    """As it goes on; the head stands at the left."""
    window = MainWindow(journal, theme, settings)
    qtbot.addWidget(window)
    window.resize(800, 600)
    before = window.grab().toImage()
    with qtbot.waitSignal(window.first_painted):
        window.show()

    head = QRect(window.head.mapTo(window, QPoint()), window.size() / 4)
    assert head.left() == 24
    assert seen(window, head) == before.copy(head)
    window.close()


def test_a_long_list_begins_where_its_account_is(
    qtbot: QtBot, journal: Journal, theme: Theme, settings: Settings
) -> None:
    """The account that is shown is in sight, in the picture and in the list."""
    many = [
        Account(id=AccountId(RecordId(f"many-{number:02}")), name=f"Clinic {number:02}")
        for number in range(60)
    ]
    soon = Meeting(
        id=MeetingId(RecordId("soon")),
        account_id=many[50].id,
        when=When(day=date(2026, 11, 23), time=time(9), zone=ZONE),
    )
    journal.write("Add accounts", add=[*many, soon])
    window = MainWindow(journal, theme, settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    before = window.grab().toImage()
    with qtbot.waitSignal(window.first_painted):
        window.show()

    accounts = window.sidebar.accounts
    assert accounts.chosen_id() == many[50].id
    assert accounts.verticalScrollBar().value() > 0
    row = accounts.visualRect(accounts.currentIndex())
    corner = accounts.viewport().mapTo(window, row.topLeft() + QPoint(28, 2))
    name = QRect(corner.x(), corner.y(), NAME_PX, row.height() - 4)
    assert seen(window, name) == before.copy(name)
    window.close()
