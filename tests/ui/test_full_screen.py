"""The whole screen for the timeline, and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.ui.main_window import MainWindow
from journal.ui.place import Place
from journal.ui.tabs import Tab
from tests.ui.windows import desk_of


def test_one_key_gives_the_timeline_the_whole_screen_and_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    """No menu, no list, no cards, whose it is all the same; each of them comes back."""
    page = desk_of(window).page
    about = (window.menuBar(), window.sidebar, page.strip, page._cards)
    assert all(each.isVisible() for each in about)
    before = page.canvas.height()
    window.commands.full_screen.trigger()
    assert window.isFullScreen()
    assert not any(each.isVisible() for each in about)
    assert page.head.isVisible()
    qtbot.waitUntil(lambda: page.canvas.height() > before)
    window.commands.full_screen.trigger()
    assert not window.isFullScreen()
    assert all(each.isVisible() for each in about)


def test_keys_work_on_the_whole_screen_and_escape_leaves_it(window: MainWindow) -> None:
    """A menu that is not seen still has its keys; Esc leaves the screen before it goes back."""
    page = desk_of(window).page
    window.commands.full_screen.trigger()
    for tab in Tab:
        page.show_tab(tab)
        assert not page._cards.isVisible()
    page.show_tab(Tab.TIMELINE)
    before = page.canvas.view.seconds
    window.commands.zoom_in.trigger()
    assert page.canvas.view.seconds < before
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert page._cards.isVisible()


def test_a_list_that_was_folded_stays_so(window: MainWindow) -> None:
    """What the user put away is not brought back."""
    window.commands.sidebar.setChecked(False)
    for _ in range(2):
        window.commands.full_screen.trigger()
    assert not window.sidebar.isVisible()


def test_escape_on_a_page_over_all_accounts_leaves_the_screen_first(window: MainWindow) -> None:
    """Then the page, as ever."""
    places = desk_of(window).places
    window.commands.places[Place.TODAY].trigger()
    window.commands.full_screen.trigger()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert places.shown is Place.TODAY
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert places.shown is None
