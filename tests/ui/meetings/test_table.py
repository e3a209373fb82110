"""The table of meetings."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from journal.ui.meetings.table import MeetingTable
from journal.ui.meetings.table_model import MeetingTableModel
from journal.ui.shared.account_view import AccountView
from journal.ui.theme import Theme
from tests.ui.case import NEXT, TURNING


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, mercy: AccountView) -> None:
    """A model that breaks them crashes a view sooner or later."""
    model = MeetingTableModel()
    model.show(mercy)
    qtmodeltester.check(model)


def test_the_newest_stands_first_in_plain_words(mercy: AccountView) -> None:
    """What is looked for is mostly what was last."""
    model = MeetingTableModel()
    model.show(mercy)
    assert model.row(0).words == (
        "Tue 1 Dec 2026",
        "10:00",
        "planned",
        "50 min",
        "Dana Whitfield",
        "Agree on one number that both of us are judged by.",
    )
    assert model.rowCount() == 20
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Day"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_lost_meetings_are_told_apart(mercy: AccountView) -> None:
    """They are set in the colour of what is lost, and say so in words."""
    model = MeetingTableModel()
    model.show(mercy)
    lost = [model.row(at) for at in range(model.rowCount()) if model.row(at).is_lost]
    assert len(lost) == 9
    assert {row.words[2] for row in lost} == {"cancelled"}


def test_going_to_a_row_says_which_meeting(qtbot: QtBot, theme: Theme, mercy: AccountView) -> None:
    """The card below follows the arrow keys."""
    table = MeetingTable(theme)
    qtbot.addWidget(table)
    with qtbot.assertNotEmitted(table.meeting_chosen):
        table.show_account(mercy)
        table.choose(NEXT)
    table.show()
    with qtbot.waitSignal(table.meeting_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == ["meeting-2026-11-10"]


def test_showing_it_again_leaves_the_same_meeting_chosen(
    qtbot: QtBot, theme: Theme, mercy: AccountView
) -> None:
    """Each saved change shows it again."""
    table = MeetingTable(theme)
    qtbot.addWidget(table)
    table.show_account(mercy)
    table.choose(TURNING)
    table.show_account(mercy)
    assert table._model.row(table.currentIndex().row()).meeting_id == TURNING
    table.choose(None)
    assert not table.selectedIndexes()


def test_rows_are_painted(qtbot: QtBot, theme: Theme, mercy: AccountView) -> None:
    """A chosen row stands on the accent from edge to edge."""
    table = MeetingTable(theme)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show_account(mercy)
    table.choose(NEXT)
    table.show()
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(2, 4) == theme.colours.accent
    assert picture.pixelColor(picture.width() - 3, 4) == theme.colours.accent
