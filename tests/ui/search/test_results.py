"""The list of what was found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from journal.domain.record import AccountId, RecordId
from journal.ui.search.results import ResultList
from journal.ui.search.rows import Row
from journal.ui.shared.side_list import SideModel
from journal.ui.theme import Theme

MERCY = AccountId(RecordId("mercy"))
ROWS = tuple(
    Row(text="Mercy General", excerpt=f"the spend per bed {each}", account_id=MERCY, record=each)
    for each in ("a", "b", "c")
)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ResultList:
    """Show three rows."""
    made = ResultList(theme)
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    made.show()
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    """A model that breaks them crashes a view sooner or later."""
    model = SideModel[Row]()
    model.show_rows(ROWS)
    qtmodeltester.check(model)


def test_the_first_is_set_off_and_the_ends_hold(view: ResultList) -> None:
    """Enter alone goes to the best."""
    assert view.current() == ROWS[0]
    view.step(1)
    assert view.current() == ROWS[1]
    view.step(8)
    assert view.current() == ROWS[2]
    view.step(-8)
    assert view.current() == ROWS[0]


def test_the_same_row_stays_set_off_when_more_are_found(view: ResultList) -> None:
    """What follows from the thread must not move what one is about to press Enter on."""
    view.step(1)
    view.show_rows((*ROWS, Row(text="Late", excerpt="")))
    assert view.current() == ROWS[1]


def test_a_click_goes_there(qtbot: QtBot, view: ResultList) -> None:
    """As Enter does."""
    second = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(view.row_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert chosen.args == [ROWS[1]]


def test_an_empty_list_goes_nowhere(qtbot: QtBot, view: ResultList) -> None:
    """No hits, no choice."""
    view.show_rows(())
    view.step(1)
    assert view.current() is None
    with qtbot.assertNotEmitted(view.row_chosen):
        view.choose_current()
