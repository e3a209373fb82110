"""The page of what is owed, on a real journal."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError
from journal.domain.promise import Promise
from journal.domain.record import AccountId, RecordId, Side
from journal.operations import promises, undoing
from journal.operations.journal import Journal
from journal.ui.promises.list_model import PromiseListModel
from journal.ui.promises.page import PromisesPage
from journal.ui.theme import Theme
from tests.ui.case import EASTSIDE, HARBOR, MERCY, clock

TODAY = date(2026, 11, 23)
# In the case: one of ours to Mercy is due on 22 November, one of theirs on the 27th.
OURS, THEIRS = "promise-ours", "promise-theirs"


def promise(name: str, due_on: date | None, account: AccountId, side: Side = Side.OURS) -> Promise:
    """Owe something."""
    return Promise(id=RecordId(name), account_id=account, text=name, side=side, due_on=due_on)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, theme: Theme) -> Iterator[PromisesPage]:
    """Show the page with five promises, and read it after each change as the window does."""
    journal.write(
        "Add",
        add=[
            promise("undated", None, EASTSIDE),
            promise("today", TODAY, HARBOR),
            promise("old", date(2026, 11, 1), HARBOR, Side.THEIRS),
        ],
    )
    made = PromisesPage(journal, theme)
    qtbot.addWidget(made)
    leave = journal.subscribe(lambda change: made.read())
    made.resize(780, 560)
    made.read()
    made.show()
    yield made
    leave()


def shown(page: PromisesPage) -> list[str]:
    """Name the promises from top to bottom, with what is said of each at the right."""
    model = page.list._model
    rows = [model.row(position) for position in range(model.rowCount())]
    return [f"{each.record_id}: {each.note}" for each in rows]


def press(qtbot: QtBot, page: PromisesPage, *keys: Qt.Key) -> None:
    """Press keys in the list."""
    for key in keys:
        qtbot.keyClick(page.list, key)


def held(journal: Journal, name: str) -> Promise:
    """Read a promise from the journal."""
    found = promises.follow_ups(journal, also=[RecordId(name)])
    return next(each.promise for each in found if each.promise.id == name)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, journal: Journal) -> None:
    """A model that breaks them crashes a view sooner or later."""
    model = PromiseListModel()
    model.show(promises.follow_ups(journal), TODAY)
    qtmodeltester.check(model)
    index = model.index(0)
    assert index.data() == "Bed-day cost comparison"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Bed-day cost comparison"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("You: Bed-day")


def test_overdue_ones_stand_first_and_the_first_is_chosen(page: PromisesPage) -> None:
    """Both sides, all accounts."""
    assert shown(page) == [
        "old: due 22 days ago",
        f"{OURS}: due yesterday",
        "today: due today",
        f"{THEIRS}: due Fri 27 Nov",
        "undated: no date",
    ]
    assert page.answer() == (
        "You owe three things, one of them late; they owe you two, one of them late."
    )
    assert page.list.chosen_id() == "old"
    assert page._whole.text() == "They: old"
    assert page._about.text() == "due 22 days ago · Harbor Health"


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_Space])
def test_one_key_keeps_it_and_goes_on(
    qtbot: QtBot, page: PromisesPage, journal: Journal, key: Qt.Key
) -> None:
    """It stays in sight, says so, and the next one is chosen."""
    press(qtbot, page, key)
    assert held(journal, "old").kept_on == TODAY
    assert shown(page)[0] == "old: kept"
    assert page.list.chosen_id() == OURS
    assert page.answer() == "You owe three things, one of them late; they owe you one."


def test_undo_owes_it_again(qtbot: QtBot, page: PromisesPage, journal: Journal) -> None:
    """The same undo as everywhere."""
    press(qtbot, page, Qt.Key.Key_K)
    undoing.undo(journal)
    assert held(journal, "old").is_open
    assert shown(page)[0] == "old: due 22 days ago"


def test_the_same_key_takes_it_back(qtbot: QtBot, page: PromisesPage, journal: Journal) -> None:
    """On a row that was settled by mistake."""
    press(qtbot, page, Qt.Key.Key_K, Qt.Key.Key_Up)
    assert page._buttons[0].text() == "Owed again"
    assert [each.isEnabled() for each in page._buttons] == [True, False, False, True]
    press(qtbot, page, Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_K)
    assert held(journal, "old").is_open
    assert page.list.chosen_id() == "old"


def test_another_key_lets_it_go(qtbot: QtBot, page: PromisesPage, journal: Journal) -> None:
    """Dropped is not kept."""
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_D)
    assert held(journal, OURS).dropped_on == TODAY
    assert shown(page)[1] == f"{OURS}: dropped"
    assert page.list.chosen_id() == "today"


def test_from_the_last_one_it_goes_back_to_what_is_owed(qtbot: QtBot, page: PromisesPage) -> None:
    """And stays where it is once nothing is."""
    press(qtbot, page, Qt.Key.Key_End, Qt.Key.Key_K)
    assert page.list.chosen_id() == THEIRS
    press(qtbot, page, *[Qt.Key.Key_K] * 4)
    assert {each.split(": ")[1] for each in shown(page)} == {"kept"}
    assert page.list.chosen_id() == "old"
    assert page.answer() == "Nobody owes anything."


def test_what_was_settled_is_gone_once_the_page_is_left(qtbot: QtBot, page: PromisesPage) -> None:
    """Coming back, one sees what is still to be done."""
    press(qtbot, page, Qt.Key.Key_K)
    page.hide()
    page.read()
    page.show()
    assert "old" not in "".join(shown(page))


def test_a_date_is_moved_by_typing(qtbot: QtBot, page: PromisesPage, journal: Journal) -> None:
    """What was understood stands beside; Enter takes it, and the next one is chosen."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press(qtbot, page, Qt.Key.Key_M)
    line = page.day.line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "in 2 weeks")
    assert page.day.understood() == "Mon 7 Dec 2026, in 14 days"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert held(journal, "old").due_on == date(2026, 12, 7)
    assert page.list.chosen_id() == OURS
    assert page.list.hasFocus()
    assert shown(page)[3] == "old: due Mon 7 Dec"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "“soon” is no day or time."),
        ("10:00", "Type a day, such as tue or in 2 weeks."),
        ("", "The new day. Enter takes it, Esc leaves it as it is."),
        ("in 9999 weeks", "The journal knows the years 1900 to 2200."),
    ],
)
def test_what_is_no_day_is_not_taken(
    qtbot: QtBot, page: PromisesPage, journal: Journal, typed: str, said: str
) -> None:
    """It says why, and waits; Escape leaves the date as it is."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press(qtbot, page, Qt.Key.Key_M)
    line = page.day.line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, typed)
    assert page.day.understood() == said
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert page.list.hasFocus()
    assert held(journal, "old").due_on == date(2026, 11, 1)


def test_the_side_and_the_words_narrow_the_list(qtbot: QtBot, page: PromisesPage) -> None:
    """By typing the beginnings of an account's name, a person's, or of the promise's words."""
    page.list.setCurrentIndex(page.list._model.index(3))
    page.sides._group.button(1).click()
    assert [each.split(":")[0] for each in shown(page)] == [OURS, "today", "undated"]
    page.sides._group.button(2).click()
    assert [each.split(":")[0] for each in shown(page)] == ["old", THEIRS]
    page.sides._group.button(0).click()
    page.filter.setText("har")
    assert [each.split(":")[0] for each in shown(page)] == ["old", "today"]
    page.filter.setText("MERCY anal")
    assert [each.split(":")[0] for each in shown(page)] == [THEIRS]
    page.filter.setText("ercy")
    assert shown(page) == []
    assert page._why_empty.text().startswith("No promise fits")
    assert not page.log_button.isVisible()
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert len(shown(page)) == 5


def test_keeping_goes_on_while_the_list_is_narrowed(qtbot: QtBot, page: PromisesPage) -> None:
    """The next of those that are shown."""
    page.filter.setText("harbor")
    press(qtbot, page, Qt.Key.Key_K)
    assert page.list.chosen_id() == "today"
    assert shown(page) == ["old: kept", "today: due today"]


def test_the_keys_of_the_page(qtbot: QtBot, page: PromisesPage) -> None:
    """Enter or a double click opens it where it belongs; Ctrl+F goes to the field above."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    wanted = QSignalSpy(page.record_wanted)
    press(qtbot, page, Qt.Key.Key_Return)
    page.list.doubleClicked.emit(page.list.currentIndex())
    assert [wanted.at(at) for at in range(wanted.count())] == [[HARBOR, "old"]] * 2
    page.setFocus()
    assert page.find_here()
    assert page.filter.hasFocus()
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_T)
    assert page.list.chosen_id() == OURS


def test_the_buttons_do_what_their_keys_do(page: PromisesPage, journal: Journal) -> None:
    """For those who point."""
    wanted = QSignalSpy(page.record_wanted)
    kept, move, drop, opened = page._buttons
    kept.click()
    drop.click()
    move.click()
    assert page.day.line.isVisible()
    page.day.left.emit()
    opened.click()
    assert held(journal, "old").kept_on == TODAY
    assert held(journal, OURS).dropped_on == TODAY
    assert wanted.at(0) == [HARBOR, "today"]


def test_an_empty_page_offers_the_one_next_step(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    """It says what will stand here, and none of its keys does harm."""
    with Journal.create(tmp_path / "empty.journal", clock) as empty:
        page = PromisesPage(empty, theme)
        qtbot.addWidget(page)
        page.read()
        page.show()
        logs, opened = QSignalSpy(page.log_wanted), QSignalSpy(page.record_wanted)
        assert page.answer() == "Nobody owes anything."
        assert page._why_empty.text().startswith("What you promise")
        assert not page.filter.isVisible()
        page.log_button.click()
        qtbot.keyClick(page, Qt.Key.Key_L)
        press(qtbot, page, Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_M, Qt.Key.Key_Return)
        page.day.taken.emit(TODAY)
        qtbot.keyClick(page, Qt.Key.Key_X)
        assert (logs.count(), opened.count()) == (2, 0)
        assert not page.day.isVisible()


def test_what_the_journal_refuses_is_said_and_nothing_is_kept(
    qtbot: QtBot, page: PromisesPage, journal: Journal
) -> None:
    """The row stays as it was, and chosen."""
    said = QSignalSpy(page.failed)
    journal.file.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(journal.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        press(qtbot, page, Qt.Key.Key_K)
        page.read()
    assert said.count() == 2
    assert isinstance(said.at(0)[0], JournalError)
    assert shown(page)[0] == "old: due 22 days ago"
    assert page.list.chosen_id() == "old"
    page.read()
    assert page.list.chosen_id() == "old"


def test_rows_are_painted(qtbot: QtBot, page: PromisesPage, theme: Theme) -> None:
    """A chosen row stands on the accent; what is late is in its colour, what is done is struck."""
    press(qtbot, page, Qt.Key.Key_K)
    page.list.setCurrentIndex(page.list._model.index(4))
    picture = page.list.viewport().grab().toImage()
    row = page.list.visualRect(page.list.currentIndex())
    assert picture.pixelColor(2, row.top() + 4) == theme.colours.accent
    late = page.list.visualRect(page.list._model.index(1))
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(late.right() - 120, late.right())
        for y in range(late.top(), late.bottom())
    }
    assert theme.colours.alarm.name() in colours


def test_large_letters_have_room(page: PromisesPage) -> None:
    """Rows grow with the letters, and the whole text of the chosen one wraps below."""
    before = page.list.visualRect(page.list.currentIndex()).height()
    font = page.font()
    font.setPixelSize(26)
    page.list.setFont(font)
    QApplication.processEvents()
    after = page.list.visualRect(page.list.currentIndex()).height()
    assert after >= 2 * 26 > before / 2
    assert after > before


def test_names_are_plain_text(page: PromisesPage) -> None:
    """An account of the case is called in markup."""
    page.list.setCurrentIndex(page.list._model.index(4))
    assert page._about.text() == "no date · Eastside Pharmacy <b>& Sons</b>"
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_promise_that_goes_elsewhere_leaves_its_place(
    page: PromisesPage, journal: Journal
) -> None:
    """Trashed by undoing what made it: the one that follows is chosen."""
    journal.write("Add", add=[promise("new", date(2026, 10, 1), MERCY)])
    page.list.setCurrentIndex(page.list._model.index(0))
    assert page.list.chosen_id() == "new"
    undoing.undo(journal)
    assert page.list.chosen_id() == "old"
