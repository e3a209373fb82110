"""The briefs of a day in the window: which day, its pages, and where it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.domain.meeting import Meeting
from journal.operations import day_packs, days, records
from journal.operations.journal import Journal
from journal.ui.brief.day_pack_preview import DayPackPreview
from journal.ui.main_window import MainWindow
from journal.ui.place import Place
from journal.ui.today.page import TodayPage
from tests.ui.windows import close_dialogs, open_one

LONG_MS = 30_000


def shown(qtbot: QtBot, window: MainWindow) -> DayPackPreview:
    """Return the preview once its pages are drawn."""
    made = open_one(window, DayPackPreview)
    qtbot.waitUntil(lambda: made.is_ready, timeout=LONG_MS)
    return made


def test_the_day_begins_with_the_first_on_which_something_takes_place(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """One key from anywhere; another day is a choice away, and set anew."""
    window.commands.print_day.trigger()
    preview = shown(qtbot, window)
    today = journal.today()
    planned = [each.day for each in days.around_today(journal).ahead]
    has_today = day_packs.has_briefs(days.on_day(journal, today))
    wanted = list(dict.fromkeys([*([today] if has_today else []), *planned]))
    assert len(wanted) > 1
    assert preview.day.count() == len(wanted)
    assert preview.pages.page_count >= 2
    assert preview.said().endswith("pages · private")
    title = preview.windowTitle()
    preview.day.setCurrentIndex(1)
    preview.day.activated.emit(1)
    assert not preview.is_ready
    qtbot.waitUntil(lambda: preview.is_ready, timeout=LONG_MS)
    assert preview.windowTitle() != title
    close_dialogs(window)


def test_the_page_of_today_offers_it(qtbot: QtBot, window: MainWindow) -> None:
    """By a button and by D, wherever on the page one is."""
    window.commands.places[Place.TODAY].trigger()
    (page,) = window.findChildren(TodayPage)
    assert page.print_day.isVisible()
    qtbot.keyClick(page.rows()[0], Qt.Key.Key_D)
    shown(qtbot, window).reject()
    QTest.mouseClick(page.print_day, Qt.MouseButton.LeftButton)
    shown(qtbot, window).reject()


def test_where_nothing_is_planned_that_is_said(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Rather than a dialog without a page."""
    connection = journal.file.connection
    ids = [row[0] for row in connection.execute("SELECT id FROM meetings")]
    from journal.store.holding import among

    records.trash(journal, "Trash", *among(connection, Meeting, "id", ids))
    window.commands.places[Place.TODAY].trigger()
    (page,) = window.findChildren(TodayPage)
    assert not page.print_day.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_D)
    window.commands.print_day.trigger()
    assert window.findChildren(DayPackPreview) == []
    assert window.sidebar.foot().startswith("Nothing is planned")
