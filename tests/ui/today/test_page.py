"""The page that opens the day, on a real journal."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journal.domain.errors import JournalError
from journal.domain.meeting import Meeting, Status
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.span import When
from journal.operations import outcomes, undoing
from journal.operations.journal import Journal
from journal.operations.outcomes import Ending
from journal.ui.shared.key_button import KeyButton
from journal.ui.theme import Theme
from journal.ui.today.page import TodayPage
from tests.ui.case import EASTSIDE, MERCY, NORTHFIELD, clock

EARLY = MeetingId(RecordId("early"))
WAITING = MeetingId(RecordId("northfield-open"))
LATE = MeetingId(RecordId("late"))


def visit(meeting_id: MeetingId, account: AccountId, text: str) -> Meeting:
    """Plan a visit on the laptop's wall."""
    when = When.from_iso(text, "Europe/Prague")
    return Meeting(id=meeting_id, account_id=account, when=when, travel_min=20)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, theme: Theme) -> Iterator[TodayPage]:
    """Show the page with two visits today, one that waits, and two ahead."""
    journal.write(
        "Plan",
        add=[
            visit(EARLY, EASTSIDE, "2026-11-23T08:30"),
            visit(LATE, MERCY, "2026-11-23T14:00"),
        ],
    )
    made = TodayPage(journal, theme)
    qtbot.addWidget(made)
    leave = journal.subscribe(lambda change: made.read())
    made.resize(780, 560)
    made.read()
    made.show()
    yield made
    leave()


def names(page: TodayPage) -> list[str]:
    """Name the meetings of the rows."""
    return [each.row.meeting_id for each in page.rows()]


def test_it_shows_the_day_over_all_accounts(page: TodayPage) -> None:
    """At 09:15: one is under way, one comes, one of Friday was never logged."""
    assert page.answer() == (
        "Two visits today; Eastside Pharmacy <b>& Sons</b> goes on until 09:30."
    )
    assert names(page) == [EARLY, LATE, "northfield-open", "harbor-next", "meeting-2026-12-01"]
    buttons = [[button.text() for button in row.findChildren(KeyButton)] for row in page.rows()]
    assert buttons == [["Log meeting", "Print brief"], ["Print brief"], ["Log meeting"], [], []]


def test_the_arrows_go_through_all_rows(qtbot: QtBot, page: TodayPage) -> None:
    """From one section into the next, and no further than the ends."""
    page.setFocus()
    rows = page.rows()
    for key, position in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(page.focusWidget(), key)
        assert page.focusWidget() is rows[position]


def test_keys_say_what_is_wanted_of_the_row(qtbot: QtBot, page: TodayPage) -> None:
    """Enter opens the account at the meeting, L logs it, P prints its brief, N plans another."""
    spies = [
        QSignalSpy(signal)
        for signal in (page.record_wanted, page.log_wanted, page.brief_wanted, page.plan_wanted)
    ]
    row = page.rows()[1]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_N):
        qtbot.keyClick(row, key)
    assert [spy.at(0) for spy in spies] == [[MERCY, LATE], [MERCY, LATE], [MERCY, LATE], [MERCY]]
    qtbot.mouseDClick(row, Qt.MouseButton.LeftButton)
    assert spies[0].count() == 2


def test_keys_that_have_no_sense_here_go_on(qtbot: QtBot, page: TodayPage) -> None:
    """No brief for what is past; and a command of the window is not swallowed."""
    briefs, logs = QSignalSpy(page.brief_wanted), QSignalSpy(page.log_wanted)
    waiting = page.rows()[2]
    qtbot.keyClick(waiting, Qt.Key.Key_P)
    qtbot.keyClick(waiting, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert (briefs.count(), logs.count()) == (0, 0)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(waiting, event)
    assert not event.isAccepted()


def test_the_buttons_do_what_their_keys_do(page: TodayPage) -> None:
    """For those who point."""
    logs, briefs = QSignalSpy(page.log_wanted), QSignalSpy(page.brief_wanted)
    for button in page.rows()[0].findChildren(KeyButton):
        button.click()
    assert (logs.at(0), briefs.at(0)) == ([EASTSIDE, EARLY], [EASTSIDE, EARLY])


def test_after_a_change_the_focus_stays_with_its_meeting(
    qtbot: QtBot, page: TodayPage, journal: Journal
) -> None:
    """Logging the first must not throw one back to the top."""
    page.rows()[1].setFocus()
    outcomes.tell_outcome(journal, EARLY, Ending(status=Status.HELD))
    assert page.focusWidget() is page.rows()[1]
    assert page.rows()[0].row.note == "held"
    assert page.answer().startswith("One more visit today; leave by 13:40")
    outcomes.tell_outcome(journal, WAITING, Ending(status=Status.HELD))
    assert names(page) == [EARLY, LATE, "harbor-next", "meeting-2026-12-01"]


def test_a_row_that_is_replaced_lives_until_it_is_through(
    page: TodayPage, journal: Journal
) -> None:
    """Qt goes on in it after its slots, whatever these changed in the journal."""
    row = page.rows()[0]
    outcomes.tell_outcome(journal, EARLY, Ending(status=Status.HELD))
    assert page.rows()[0] is not row
    assert isValid(row)


def test_what_is_gone_leaves_the_focus_to_what_follows(page: TodayPage, journal: Journal) -> None:
    """One logs the one that waits; the next row takes the focus."""
    page.rows()[2].setFocus()
    outcomes.tell_outcome(journal, WAITING, Ending(status=Status.HELD))
    assert page.rows()[2].row.meeting_id == "harbor-next"
    assert page.focusWidget() is page.rows()[2]
    undoing.undo(journal)
    assert names(page)[2] == "northfield-open"


def test_reading_again_without_a_change_leaves_the_rows_alone(page: TodayPage) -> None:
    """Each minute the page looks at the clock; nothing may flicker."""
    before = page.rows()
    page.read()
    assert page.rows() == before


def test_the_clock_runs_only_while_the_page_is_seen(page: TodayPage) -> None:
    """And reads the page when a minute is over, since it goes on by itself."""
    assert page._clock.isActive()
    page._answer.setText("")
    page._clock.timeout.emit()
    assert page.answer() != ""
    page.hide()
    assert not page._clock.isActive()


def test_an_empty_page_offers_the_one_next_step(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    """It says what will stand here."""
    with Journal.create(tmp_path / "empty.journal", clock) as empty:
        page = TodayPage(empty, theme)
        qtbot.addWidget(page)
        page.read()
        page.show()
        assert page.answer() == "Nothing is planned."
        plans = QSignalSpy(page.plan_wanted)
        (button,) = (each for each in page.findChildren(KeyButton) if each.isVisible())
        button.click()
        qtbot.keyClick(page, Qt.Key.Key_N)
        qtbot.keyClick(page, Qt.Key.Key_M)
        assert [plans.at(at) for at in range(plans.count())] == [[""], [""]]


def test_what_the_journal_refuses_is_said(qtbot: QtBot, journal: Journal, theme: Theme) -> None:
    """The page stays as it was."""
    page = TodayPage(journal, theme)
    qtbot.addWidget(page)
    page.read()
    before = page.answer()
    said = QSignalSpy(page.failed)
    journal.file.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(journal.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        page.read()
    assert isinstance(said.at(0)[0], JournalError)
    assert page.answer() == before


def test_names_are_plain_text_and_each_row_is_read_aloud(page: TodayPage) -> None:
    """A name may hold markup; a row says all that it shows, and its keys."""
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    row = page.rows()[1]
    assert row.accessibleName().startswith("14:00, Mercy General, Dayton, 1 h, leave by 13:40")
    assert row.accessibleName().endswith("Bed-day cost comparison, due yesterday")
    assert row.accessibleDescription() == (
        "Enter opens it, L logs it, P prints its brief, N plans another"
    )


def test_nothing_is_cut_in_a_small_window_or_with_large_letters(
    qtbot: QtBot, page: TodayPage
) -> None:
    """Rows wrap; the page scrolls down, never aside."""
    font = page.font()
    font.setPixelSize(26)
    page.setFont(font)
    QApplication.processEvents()
    viewport = page._scroll.viewport()
    for row in page.rows():
        assert row.width() <= viewport.width()
        assert row.height() >= row.heightForWidth(row.width()) - 1


def test_rows_are_painted_focused_or_not(qtbot: QtBot, page: TodayPage) -> None:
    """Visible focus: the row stands on the soft accent, in both schemes."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    row = page.rows()[1]
    plain = row.grab().toImage()
    row.setFocus()
    focused = row.grab().toImage()
    assert plain != focused
    assert focused.pixelColor(row.width() // 2, 4) == page._theme.colours.accent_soft


def test_a_day_later_everything_has_moved_on(
    qtbot: QtBot, page: TodayPage, journal: Journal, theme: Theme
) -> None:
    """The page asks the journal's clock, not what it was when the window opened."""
    later = Journal(journal.file, lambda: clock() + timedelta(days=1))
    tomorrow = TodayPage(later, theme)
    qtbot.addWidget(tomorrow)
    tomorrow.read()
    assert tomorrow.answer() == "Nothing today; next is Harbor Health, Thu 26 Nov, in 2 days."
    assert names(tomorrow)[:3] == [LATE, EARLY, "northfield-open"]
    assert tomorrow.rows()[0].row.note == "yesterday"
    assert tomorrow.rows()[2].row.account_id == NORTHFIELD
