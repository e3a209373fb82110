"""Both timelines in the real window, worked by keys alone and read as a screen reader reads them.

Nothing here asks the drawing what it drew: what is there, where it is and what is chosen is asked
through Qt's interface for screen readers, and every step is a key that a person would press.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.metric import MetricReading
from journal.domain.plan import Vision
from journal.domain.record import RecordId, Side
from journal.operations import records
from journal.operations.journal import Journal
from journal.ui.account_page import AccountPage
from journal.ui.main_window import MainWindow
from journal.ui.meetings.chosen_words import meeting_of
from journal.ui.portfolio.page import PortfolioPage
from journal.ui.tabs import Tab
from tests.ui.case import MERCY, SPEND
from tests.ui.windows import desk_of

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
_MOST_STEPS = 400


@dataclass
class Ear:
    """What is told, and what can be asked, of the widget that has the keys."""

    told: list[str] = field(default_factory=list)

    def hear(self, event: QAccessibleEvent) -> None:
        """Note where the screen reader is taken to."""
        if event.type() == QAccessible.Event.Focus:
            self.told.append(event.accessibleInterface().text(NAME))

    @property
    def here(self) -> QAccessibleInterface:
        """Ask who speaks of what has the keys."""
        return QAccessible.queryAccessibleInterface(focused())

    def marks(self) -> list[QAccessibleInterface]:
        """Return all marks, from the left."""
        children = (self.here.child(number) for number in range(self.here.childCount()))
        return [each for each in children if each.role() == QAccessible.Role.ListItem]

    def names(self) -> list[str]:
        """Return what all marks are called."""
        return [each.text(NAME) for each in self.marks()]

    def chosen(self) -> QAccessibleInterface:
        """Return the mark that is selected, has the focus, and lies where it is drawn."""
        (found,) = (each for each in self.marks() if each.state().selected)
        assert found.state().focused
        assert self.here.focusChild().text(NAME) == found.text(NAME)
        middle = found.rect().center()
        assert self.here.rect().contains(middle)
        return found


@dataclass
class Hand:
    """Presses keys, each where the keys go."""

    window: MainWindow
    qtbot: QtBot

    def press(self, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def choose_in_menu(self, text: str) -> None:
        """Open the menu of the button that has the keys, go down to a line, and take it."""
        going = _Going(text)
        QTimer.singleShot(0, going.go)
        self.press(Key.Key_Space)
        assert going.came_to == text
        self.come_back()

    def come_back(self) -> None:
        """Have the window active again after a dialog or a menu, as a window manager does."""
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


class _Going(QWidget):
    """Goes down an open menu, which keeps whoever opened it waiting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.came_to = ""

    @Slot()
    def go(self) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            QTest.keyClick(menu, Key.Key_Down)
            self.came_to = menu.activeAction().text()
            if self.came_to == self._text:
                QTest.keyClick(menu, Key.Key_Return)
                return
        menu.close()


def focused() -> QWidget:
    """Return what has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """Have a screen reader, as far as Qt can tell."""
    made = Ear()
    monkeypatch.setattr(QAccessible, "updateAccessibility", made.hear)
    QAccessible.setActive(True)
    yield made
    QAccessible.setActive(False)


@pytest.fixture
def hand(qtbot: QtBot, window: MainWindow, ear: Ear) -> Hand:
    """Go to the timeline of the account to repair, on the whole screen, by keys."""
    made = Hand(window, qtbot)
    made.come_back()
    made.press(Key.Key_1, held=CONTROL)
    assert ear.here.text(NAME) == "Timeline of Mercy General"
    made.press(Key.Key_F11)
    qtbot.waitUntil(lambda: focused().height() > 400)
    made.press(Key.Key_0)
    return made


def walk(hand: Hand, ear: Ear, key: Key) -> list[str]:
    """Press an arrow until nothing comes any more, and return what was chosen on the way."""
    passed: list[str] = []
    for _ in range(_MOST_STEPS):
        before = len(ear.told)
        hand.press(key)
        if len(ear.told) == before:
            return passed
        passed.append(ear.chosen().text(NAME))
        assert ear.told[before:] == passed[-1:]
    message = "the history has no end"
    raise AssertionError(message)


def test_the_arrows_come_to_each_mark_of_an_account_and_each_is_heard(hand: Hand, ear: Ear) -> None:
    """From the first to the last and back the same way; a count is come to as a whole."""
    walk(hand, ear, Key.Key_Left)
    forth = [ear.chosen().text(NAME), *walk(hand, ear, Key.Key_Right)]
    back = [ear.chosen().text(NAME), *walk(hand, ear, Key.Key_Left)]
    assert back[::-1] == forth
    assert len(forth) > 40
    # An owner since ever begins before all that can be shown.
    assert set(ear.names()) - set(forth) <= {each for each in ear.names() if "Owner" in each}


def test_no_mark_lies_outside_however_one_zooms_and_pans(hand: Hand, ear: Ear) -> None:
    """A screen reader that outlines what it speaks of would outline something else."""
    for key, held in (
        (Key.Key_Plus, NONE),
        (Key.Key_Plus, NONE),
        (Key.Key_Right, SHIFT),
        (Key.Key_PageUp, NONE),
        (Key.Key_Minus, NONE),
        (Key.Key_Equal, CONTROL | SHIFT),
        (Key.Key_0, CONTROL),
    ):
        hand.press(key, held=held)
        whole: QRect = ear.here.rect()
        assert ear.marks()
        for mark in ear.marks():
            assert whole.contains(mark.rect()), mark.text(NAME)
        assert ear.names() == sorted(set(ear.names()), key=ear.names().index)


def test_zoom_year_quarter_and_today_say_what_is_out_of_view(hand: Hand, ear: Ear) -> None:
    """The words of the whole end with what is left of it, and at the fit with nothing."""

    def left_out() -> str:
        return ear.here.text(DESCRIPTION).partition("Out of view: ")[2]

    assert left_out() == ""
    walk(hand, ear, Key.Key_Right)
    for _ in range(3):
        hand.press(Key.Key_Left)
    turns = {}
    for key in (Key.Key_Y, Key.Key_Q, Key.Key_T, Key.Key_0):
        hand.press(key)
        turns[key] = (len(ear.marks()), left_out())
    assert "earlier" in turns[Key.Key_Y][1]
    assert turns[Key.Key_Q][0] < turns[Key.Key_Y][0]
    assert turns[Key.Key_0][1] == ""
    hand.press(Key.Key_Plus, Key.Key_Plus, Key.Key_Plus)
    assert left_out()
    hand.press(Key.Key_Minus, Key.Key_Minus, Key.Key_Minus)
    ear.chosen()


def test_the_filter_is_opened_and_used_by_keys(hand: Hand, ear: Ear, journal: Journal) -> None:
    """A kind, one of theirs, and which metric: what is left out is not heard either."""
    reading = MetricReading(id=RecordId("spent"), metric_id=SPEND, day=date(2026, 3, 3), value=7)
    records.add(journal, "Read", reading)
    canvas, before = focused(), ear.names()
    assert any("visit" in each for each in before)
    hand.press(Key.Key_Tab)
    assert ear.here.text(NAME) == "Filter of the timeline"
    hand.choose_in_menu("Meetings")
    assert ear.here.text(DESCRIPTION) == "without Meetings"
    hand.press(Key.Key_Backtab, held=SHIFT)
    assert focused() is canvas
    assert [each for each in before if "visit" not in each] == ear.names()
    hand.press(Key.Key_Tab)
    hand.choose_in_menu("Meetings")
    hand.choose_in_menu("Dana Whitfield")
    assert ear.here.text(DESCRIPTION) == "Only Dana Whitfield"
    hand.press(Key.Key_Backtab, held=SHIFT)
    assert set(ear.names()) < set(before)
    hand.press(Key.Key_Tab)
    hand.choose_in_menu("Everybody")
    hand.choose_in_menu("Bars: Drug spend per bed-day")
    hand.press(Key.Key_Backtab, held=SHIFT)
    assert not any("3 Mar 2026: 7" in each for each in before)
    assert any("3 Mar 2026: 7" in each for each in ear.names())


def test_enter_opens_the_record_and_escape_comes_back_to_its_mark(
    qtbot: QtBot, hand: Hand, ear: Ear
) -> None:
    """Where one was is where one goes on."""
    canvas = focused()
    walk(hand, ear, Key.Key_Right)
    while "visit planned" not in ear.chosen().text(NAME):
        hand.press(Key.Key_Left)
    mark = ear.chosen().text(NAME)
    hand.press(Key.Key_Return)
    (dialog,) = (each for each in hand.window.findChildren(QDialog) if each.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    hand.press(Key.Key_Escape)
    hand.come_back()
    assert focused() is canvas
    assert ear.chosen().text(NAME) == mark
    hand.press(Key.Key_Escape)
    assert not hand.window.isFullScreen()
    assert ear.chosen().text(NAME) == mark


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Barrier", Tab.NEGOTIATION),
        ("Units sold", Tab.ALIGNMENT),
        ("Our vision", Tab.RELATIONSHIP),
        ("Owner", Tab.PEOPLE),
    ],
)
def test_enter_leads_to_where_that_stands_which_came_up_in_no_meeting(
    hand: Hand, ear: Ear, journal: Journal, words: str, place: Tab
) -> None:
    """With the keys in it; and the timeline's own key leads back to the same mark."""
    due = date(2027, 9, 3)
    records.add(
        journal,
        "Hope",
        Vision(id=RecordId("hope"), account_id=MERCY, text="Ours", side=Side.OURS, due_on=due),
    )
    page = desk_of(hand.window).page
    walk(hand, ear, Key.Key_Right)
    for _ in range(_MOST_STEPS):
        if words in ear.chosen().text(NAME) and not _came_up_in_a_meeting(page):
            break
        hand.press(Key.Key_Left)
    mark = ear.chosen().text(NAME)
    hand.press(Key.Key_Return)
    assert page.tabs.currentIndex() == place
    assert page._later[place].isAncestorOf(focused()) or page._later[place] is focused()
    hand.press(Key.Key_1, held=CONTROL)
    assert ear.chosen().text(NAME) == mark


def _came_up_in_a_meeting(page: AccountPage) -> bool:
    return page.view is not None and meeting_of(page.view, page.chosen or RecordId("")) is not None


def test_all_accounts_are_gone_through_by_keys_and_one_is_opened_at_its_mark(
    qtbot: QtBot, window: MainWindow, ear: Ear
) -> None:
    """Down the accounts, along one, into its own timeline, and back to the same place."""
    hand = Hand(window, qtbot)
    hand.come_back()
    hand.press(Key.Key_F4)
    (page,) = window.findChildren(PortfolioPage)
    qtbot.waitUntil(lambda: not page.is_reading)
    hand.press(Key.Key_V)
    assert ear.here.text(NAME) == "Timelines of all accounts"
    assert ear.here.role() == QAccessible.Role.List
    hand.press(Key.Key_Home)
    accounts = [ear.chosen().text(NAME)]
    for _ in range(3):
        hand.press(Key.Key_Down)
        accounts.append(ear.chosen().text(NAME))
    assert [each.split(":")[0].strip("\u2068\u2069") for each in accounts] == [
        "Harbor Health",
        "Northfield Labs",
        "Mercy General",
        "Eastside Pharmacy <b>& Sons</b>",
    ]
    hand.press(Key.Key_Up)
    along = walk(hand, ear, Key.Key_Right)
    assert len(along) > 20
    assert all(each.startswith("\u2068Mercy General\u2069: ") for each in along)
    for key in (Key.Key_Plus, Key.Key_Y, Key.Key_Q, Key.Key_T, Key.Key_Minus, Key.Key_0):
        hand.press(key)
        whole: QRect = ear.here.rect()
        assert all(whole.contains(each.rect()) for each in ear.marks())
    hand.press(Key.Key_Left, Key.Key_Left)
    mark = ear.chosen().text(NAME)
    hand.press(Key.Key_Return)
    assert ear.here.text(NAME) == "Timeline of Mercy General"
    assert ear.chosen().text(NAME) in mark
    hand.press(Key.Key_F4)
    qtbot.waitUntil(lambda: not page.is_reading)
    assert ear.chosen().text(NAME) == mark


def test_the_menus_zoom_keys_are_for_the_timeline_in_sight(
    qtbot: QtBot, window: MainWindow, ear: Ear
) -> None:
    """Not for the account behind it, whose stretch of time would have changed unseen."""
    hand = Hand(window, qtbot)
    hand.come_back()
    hand.press(Key.Key_F4)
    (page,) = window.findChildren(PortfolioPage)
    qtbot.waitUntil(lambda: not page.is_reading)
    commands = (window.commands.zoom_in, window.commands.zoom_out, window.commands.fit)
    assert not any(each.isEnabled() for each in commands)
    hand.press(Key.Key_V)
    assert all(each.isEnabled() for each in commands)
    canvas = page.timeline.canvas
    before = canvas.view.seconds
    hand.press(Key.Key_Plus, held=CONTROL)
    assert canvas.view.seconds < before
    hand.press(Key.Key_Minus, held=CONTROL)
    assert canvas.view.seconds == pytest.approx(before)
    hand.press(Key.Key_Plus, Key.Key_Plus)
    hand.press(Key.Key_0, held=CONTROL)
    assert ear.here.text(DESCRIPTION).partition("Out of view: ")[2] == ""
    hand.press(Key.Key_F2)
    assert not any(each.isEnabled() for each in commands)
    hand.press(Key.Key_F4)
    assert all(each.isEnabled() for each in commands)
    hand.press(Key.Key_V)
    assert not any(each.isEnabled() for each in commands)
    hand.press(Key.Key_Escape)
    assert all(each.isEnabled() for each in commands)
