"""The pages over all accounts, reached from the side of the window."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.errors import DamagedJournalError
from journal.domain.meeting import Kind
from journal.operations import days, promises, reading, records
from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.place import Place
from journal.ui.promises.page import PromisesPage
from journal.ui.search.palette import Palette
from journal.ui.settings import Settings
from journal.ui.shared.page import Page
from journal.ui.theme import Theme
from journal.ui.today.page import TodayPage
from tests.ui.case import HARBOR, MERCY
from tests.ui.windows import desk_of

P = TypeVar("P", bound=Page)


def go(window: MainWindow, place: Place) -> None:
    """Go there as the key does."""
    window.commands.places[place].trigger()


def page_of(window: MainWindow, kind: type[P]) -> P:
    """Return the page of a place that one has been to."""
    (page,) = window.findChildren(kind)
    return page


def notes(window: MainWindow) -> dict[Place, str]:
    """Return what stands at the side of each place."""
    return {place: button.note() for place, button in window.sidebar.places.items()}


def test_the_side_says_what_waits(window: MainWindow, journal: Journal) -> None:
    """Of two promises in the case one is late; nobody is met today."""
    assert notes(window)[Place.TODAY] == ""
    assert notes(window)[Place.FOLLOW_UPS] == "1 due"
    (late,) = [each for each in promises.follow_ups(journal) if each.promise.id == "promise-ours"]
    promises.keep(journal, late.promise, journal.today())
    assert notes(window)[Place.FOLLOW_UPS] == ""
    window.commands.undo.trigger()
    assert notes(window)[Place.FOLLOW_UPS] == "1 due"


def test_todays_visits_are_counted(window: MainWindow, journal: Journal) -> None:
    """Those one travels to; without any, the calls."""
    following = reading.relationship(journal, HARBOR).meetings[-1]
    today = replace(following.when, day=journal.today())
    records.edit(journal, "Move", replace(following, when=today, travel_min=20))
    assert notes(window)[Place.TODAY] == "1 visit"
    moved = reading.meeting(journal, following.id)
    records.edit(journal, "Call", replace(moved, kind=Kind.CALL, travel_min=None))
    assert notes(window)[Place.TODAY] == "1 meeting"


def test_a_place_is_one_key_or_one_click_away(qtbot: QtBot, window: MainWindow) -> None:
    """The place is set off at the side, and no account is."""
    go(window, Place.TODAY)
    assert page_of(window, TodayPage).isVisible()
    assert window.windowTitle() == "Today · Account Journal"
    assert window.sidebar.places[Place.TODAY].isChecked()
    assert window.sidebar.accounts.chosen_id() is None
    assert not window.commands.print_brief.isEnabled()

    qtbot.mouseClick(window.sidebar.places[Place.FOLLOW_UPS], Qt.MouseButton.LeftButton)
    assert page_of(window, PromisesPage).isVisible()
    assert not window.sidebar.places[Place.TODAY].isChecked()
    assert desk_of(window).places.shown is Place.FOLLOW_UPS


def test_from_a_place_one_comes_back_to_any_account(window: MainWindow, journal: Journal) -> None:
    """Also to the one that was shown before, which has changed meanwhile."""
    go(window, Place.FOLLOW_UPS)
    (owed,) = [each for each in promises.follow_ups(journal) if each.promise.id == "promise-ours"]
    promises.keep(journal, owed.promise, journal.today())
    window.sidebar.accounts.setFocus()
    window.sidebar.accounts.choose(MERCY)
    desk = desk_of(window)
    desk.open_account(MERCY)
    assert desk.page.isVisible()
    assert desk.places.shown is None
    assert window.commands.print_brief.isEnabled()
    assert not any(button.isChecked() for button in window.sidebar.places.values())
    view = desk.page.view
    assert view is not None
    kept = [each.kept_on for each in view.relationship.promises if each.id == owed.promise.id]
    assert kept == [journal.today()]


@pytest.mark.parametrize("place", list(Place))
def test_escape_comes_back_to_the_account(qtbot: QtBot, window: MainWindow, place: Place) -> None:
    """To the one that was shown before."""
    go(window, place)
    desk = desk_of(window)
    assert desk.places.shown is place
    QTest.keyClick(desk.places._pages[place], Qt.Key.Key_Escape)
    assert desk.places.shown is None
    assert window.windowTitle() == "Mercy General · Account Journal"
    assert window.sidebar.accounts.chosen_id() == MERCY


def test_in_an_empty_journal_escape_comes_back_to_where_one_begins(
    tmp_path: Path, qtbot: QtBot, theme: Theme, settings: Settings
) -> None:
    """The sample and the import are offered there, and nowhere else but in the menu."""
    with Journal.create(tmp_path / "new.journal") as empty:
        window = MainWindow(empty, theme, settings)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        desk = Desk(window, journal=empty, theme=theme, settings=settings)
        go(window, Place.PORTFOLIO)
        assert not window.empty_page.isVisible()
        QTest.keyClick(desk.places._pages[Place.PORTFOLIO], Qt.Key.Key_Escape)
        assert window.empty_page.isVisible()
        window.close()
        window.deleteLater()


def test_a_change_does_not_lead_away_from_a_place(window: MainWindow, journal: Journal) -> None:
    """Whoever goes through the promises settles one after the other."""
    go(window, Place.FOLLOW_UPS)
    page = page_of(window, PromisesPage)
    before = page.answer()
    QTest.keyClick(page.list, Qt.Key.Key_K)
    assert page.isVisible()
    assert page.answer() != before
    assert window.sidebar.foot().startswith("Saved ")


def test_enter_on_a_promise_opens_its_account(window: MainWindow) -> None:
    """With the promise set off where it stands."""
    go(window, Place.FOLLOW_UPS)
    page = page_of(window, PromisesPage)
    chosen = page.list.chosen_follow_up()
    assert chosen is not None
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert desk_of(window).page.isVisible()
    assert desk_of(window).page.chosen == chosen.promise.id


def test_find_narrows_what_is_in_sight(window: MainWindow) -> None:
    """The list of promises; on the page of an account its words."""
    go(window, Place.FOLLOW_UPS)
    window.commands.find.trigger()
    assert page_of(window, PromisesPage).filter.hasFocus()
    desk_of(window).open_account(MERCY)
    window.commands.find.trigger()
    (palette,) = window.findChildren(Palette)
    assert palette.where.currentText() == "Mercy General"
    palette.reject()


def test_where_nothing_can_be_narrowed_everything_is_searched(window: MainWindow) -> None:
    """A key that does nothing looks broken."""
    go(window, Place.TODAY)
    window.commands.find.trigger()
    (palette,) = window.findChildren(Palette)
    assert palette.where.currentText() == "All accounts"


def test_what_cannot_be_read_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The side keeps what it said, and the window stays."""

    def fail(_journal: Journal) -> None:
        raise DamagedJournalError("The journal is damaged.")

    monkeypatch.setattr(days, "waiting", fail)
    desk_of(window).places.read()
    assert window.findChildren(QMessageBox)[0].text() == "The journal is damaged."
    assert notes(window)[Place.FOLLOW_UPS] == "1 due"


def test_a_new_day_is_counted_anew(
    window: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A laptop is opened again in the morning; the first change shows what is due today."""
    desk = desk_of(window)
    (theirs,) = [each for each in promises.follow_ups(journal) if each.promise.id != "promise-ours"]
    assert theirs.promise.due_on is not None
    later = journal.now() + timedelta(days=(theirs.promise.due_on - journal.today()).days)
    monkeypatch.setattr(journal, "_clock", lambda: later)
    account = reading.relationship(journal, HARBOR).account
    records.edit(journal, "Edit account", replace(account, unit="Cardiology"))
    assert notes(window)[Place.FOLLOW_UPS] == "2 due"
    assert desk.page.isVisible()


def test_the_side_is_painted_set_off_focused_and_late(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    """Never by colour alone: the words say it too, and so does a screen reader."""
    button = window.sidebar.places[Place.FOLLOW_UPS]
    assert button.accessibleName() == "Follow-ups"
    assert button.accessibleDescription() == "1 due"
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != plain
    go(window, Place.FOLLOW_UPS)
    assert button.grab().toImage() != plain
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
