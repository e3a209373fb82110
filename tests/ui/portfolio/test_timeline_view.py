"""The timelines of all accounts, beside the table and on a real journal."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from journal.domain.account import Account, Aim
from journal.domain.errors import JournalError
from journal.domain.meeting import Meeting, Status
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import AccountId, MeetingId, Record, RecordId
from journal.domain.span import When
from journal.operations import portfolio, reading, records
from journal.operations.journal import Journal
from journal.timeline.scene import Lane, Scene, Spot
from journal.ui.portfolio.columns import Column
from journal.ui.portfolio.histories import Histories
from journal.ui.portfolio.page import PortfolioPage
from journal.ui.portfolio.timeline_canvas import PortfolioCanvas
from journal.ui.theme import Scheme, Theme
from tests.ui.case import HARBOR, MERCY, NOW, TURNING
from tests.ui.walking import cut_off, nameless, unreached

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
# Mercy's rating rose, those of the others never changed; Eastside was never rated.
BY_TREND = ["Harbor Health", "Northfield Labs", "Mercy General", "Eastside Pharmacy <b>& Sons</b>"]


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, theme: Theme) -> Iterator[PortfolioPage]:
    """Show the page with its timelines, and read it after each change as the window does."""
    made = PortfolioPage(journal, theme)
    qtbot.addWidget(made)
    leave = journal.subscribe(lambda change: made.read())
    made.resize(796, 660)
    made.read()
    made.show()
    qtbot.waitUntil(lambda: not made.is_reading)
    made.setFocus()
    qtbot.keyClick(made.table, Key.Key_V)
    yield made
    leave()


@pytest.fixture
def canvas(page: PortfolioPage) -> PortfolioCanvas:
    """Return where they are drawn."""
    return page.timeline.canvas


def scene_of(canvas: PortfolioCanvas) -> Scene:
    """Return what is painted."""
    assert canvas.scene is not None
    return canvas.scene


def names(canvas: PortfolioCanvas) -> list[str]:
    """Return the accounts in view, from the top down."""
    spots = [each for each in scene_of(canvas).spots if each.lane is Lane.ACCOUNTS]
    ordered = sorted(spots, key=lambda each: each.rect.top)
    return [each.words.split(":")[0].strip("\u2068\u2069") for each in ordered]


def middle(spot: Spot) -> QPoint:
    """Return where a spot is pointed at."""
    rect = spot.rect
    return QPoint(round((rect.left + rect.right) / 2), round((rect.top + rect.bottom) / 2))


def spot_of(canvas: PortfolioCanvas, record_id: RecordId) -> Spot:
    """Return where a record is drawn."""
    return next(each for each in scene_of(canvas).spots if record_id in each.records)


def turn_wheel(canvas: PortfolioCanvas, x: float, turned: int, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel at a place."""
    at = QPointF(x, 100)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def more_accounts(count: int) -> list[Record]:
    """Make accounts of one meeting and one rating each."""
    made: list[Record] = []
    for number in range(count):
        account = AccountId(RecordId(f"more-{number:03}"))
        day = NOW.date().replace(year=2025)
        when = When(day=day, time=None, zone="Europe/Prague")
        made += (
            Account(id=account, name=f"More {number:03}"),
            Meeting(
                id=MeetingId(RecordId(f"met-{number}")),
                account_id=account,
                when=when,
                status=Status.HELD,
            ),
            Rating(
                id=RecordId(f"rated-{number}"), account_id=account, day=day, level=Level.NEUTRAL
            ),
        )
    return made


def test_a_key_shows_the_timelines_of_the_same_accounts_and_back(
    qtbot: QtBot, page: PortfolioPage, canvas: PortfolioCanvas
) -> None:
    """Sorted by trend at first, since one looks here for who slides; the same one is chosen."""
    assert canvas.isVisible()
    assert not page.table.isVisible()
    assert page.table.sorted_by is Column.TREND
    assert names(canvas) == BY_TREND
    assert page.in_hand == (HARBOR, "")
    qtbot.keyClick(canvas, Key.Key_V)
    assert page.table.isVisible()
    assert page.table.chosen_id() == HARBOR
    qtbot.keyClick(page.table, Key.Key_V)
    assert canvas.isVisible()


def test_a_letter_typed_into_the_filter_is_no_key(qtbot: QtBot, page: PortfolioPage) -> None:
    """Many accounts have a v in their name."""
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "v")
    assert page.filter.text() == "v"
    assert page.shows_timeline


def test_the_filters_narrow_the_timelines(
    qtbot: QtBot, page: PortfolioPage, canvas: PortfolioCanvas
) -> None:
    """The same three as for the table; where nothing is left, a way back is offered."""
    qtbot.keyClicks(page.filter, "mercy")
    assert names(canvas) == ["Mercy General"]
    qtbot.keyClicks(page.filter, "x")
    assert not canvas.isVisible()
    qtbot.mouseClick(page.show_all_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(canvas) == BY_TREND)
    assert page.focusProxy() is page.timeline
    page.aims._group.button(1 + list(Aim).index(Aim.REPAIR)).click()
    assert names(canvas) == ["Northfield Labs", "Mercy General"]


def test_it_is_sorted_by_trend_by_gap_or_by_name(
    page: PortfolioPage, canvas: PortfolioCanvas
) -> None:
    """And the words beside the rows tell of what it is sorted by; the table keeps the order."""
    orders = page.timeline.orders._group
    orders.button(1).click()
    assert page.table.sorted_by is Column.GAP
    assert names(canvas)[0] == "Mercy General"
    assert "ours Strained, theirs Neutral" in [each.text for each in scene_of(canvas).labels]
    orders.button(2).click()
    assert names(canvas) == sorted(BY_TREND)
    assert page.in_hand == (HARBOR, "")
    orders.button(0).click()
    assert names(canvas) == BY_TREND


def test_arrows_go_from_account_to_account_and_along_one(
    qtbot: QtBot, page: PortfolioPage, canvas: PortfolioCanvas
) -> None:
    """Up and down the accounts, left and right through what happened with one; never past it."""
    for key, account in (
        (Key.Key_Down, "Northfield Labs"),
        (Key.Key_Down, "Mercy General"),
        (Key.Key_End, "Eastside Pharmacy"),
        (Key.Key_Down, "Eastside Pharmacy"),
        (Key.Key_Home, "Harbor Health"),
        (Key.Key_PageDown, "Eastside Pharmacy"),
        (Key.Key_Up, "Mercy General"),
    ):
        qtbot.keyClick(canvas, key)
        assert page._heading.text().startswith(account)
    visited: list[str] = []
    canvas.record_chosen.connect(visited.append)
    for _ in range(60):
        qtbot.keyClick(canvas, Key.Key_Right)
    whole = reading.relationship(page._journal, MERCY)
    said = {each.id for each in whole.ratings}
    assert set(visited) <= said | {each.id for each in whole.meetings}
    assert page.in_hand == (MERCY, "meeting-2026-12-01")
    assert visited[-1] in canvas.scene.spots[-1].records if canvas.scene else False
    qtbot.keyClick(canvas, Key.Key_Left)
    assert page.in_hand == (MERCY, visited[-3])


def test_enter_opens_the_account_at_what_is_chosen(
    qtbot: QtBot, page: PortfolioPage, canvas: PortfolioCanvas
) -> None:
    """From a mark in the row to the same mark on the account's own timeline."""
    wanted = QSignalSpy(page.record_wanted)
    qtbot.keyClick(canvas, Key.Key_Return)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle(spot_of(canvas, TURNING)))
    qtbot.keyClick(canvas, Key.Key_Enter)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=middle(spot_of(canvas, HARBOR)))
    assert wanted.at(0) == [HARBOR, ""]
    assert wanted.at(1) == [MERCY, TURNING]
    assert wanted.count() == 3


def test_the_wheel_scrolls_and_with_control_zooms_about_the_pointer(
    page: PortfolioPage, canvas: PortfolioCanvas, journal: Journal, qtbot: QtBot
) -> None:
    """There are many accounts, and one wants to come to the last of them."""
    records.add(journal, "More", *more_accounts(60))
    qtbot.waitUntil(lambda: not page.is_reading)
    before = canvas.view
    assert canvas.first == 0
    turn_wheel(canvas, 400, -240, NONE)
    assert (canvas.first, page.timeline.scroll_bar.value()) == (2, 2)
    turn_wheel(canvas, 400, -60, NONE)
    turn_wheel(canvas, 400, -60, NONE)
    assert canvas.first == 3
    assert canvas.view == before
    moment = canvas.view.moment_at(500)
    turn_wheel(canvas, 500, 120, CONTROL)
    assert canvas.view.seconds == pytest.approx(before.seconds * 0.85)
    assert canvas.view.x_of(moment) == pytest.approx(500, abs=0.01)
    assert canvas.first == 3


def test_only_what_is_in_view_is_laid_out(
    page: PortfolioPage, canvas: PortfolioCanvas, journal: Journal, qtbot: QtBot
) -> None:
    """However many there are; scrolling to the end shows the last one whole."""
    records.add(journal, "More", *more_accounts(200))
    qtbot.waitUntil(lambda: not page.is_reading)
    assert len(names(canvas)) == canvas.rows_in_view < 10
    page.timeline.scroll_bar.setValue(page.timeline.scroll_bar.maximum())
    assert names(canvas)[-1] == "Eastside Pharmacy <b>& Sons</b>"
    assert len(canvas._histories._kept) < 30
    qtbot.keyClick(canvas, Key.Key_End)
    qtbot.keyClick(canvas, Key.Key_PageUp)
    assert page.in_hand is not None
    assert page.in_hand[0].startswith("more-")
    spot_of(canvas, RecordId(page.in_hand[0]))


def test_a_hand_drags_it_in_time_and_through_the_accounts(
    page: PortfolioPage, canvas: PortfolioCanvas, journal: Journal, qtbot: QtBot
) -> None:
    """And a slip while dragging chooses nothing."""
    records.add(journal, "More", *more_accounts(60))
    qtbot.waitUntil(lambda: not page.is_reading)
    qtbot.keyClick(canvas, Key.Key_Plus)
    before, chosen = canvas.view, page.in_hand
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 300))
    qtbot.mouseMove(canvas, QPoint(500, 200))
    qtbot.mouseMove(canvas, QPoint(540, 160))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(540, 160))
    assert canvas.first == 2
    assert canvas.view.start == pytest.approx(before.start - 40 * before.seconds_per_px)
    assert page.in_hand == chosen


def test_a_change_is_drawn_and_leaves_the_stretch_of_time(
    page: PortfolioPage, canvas: PortfolioCanvas, journal: Journal, qtbot: QtBot
) -> None:
    """A rating of today stands there at once, and what was zoomed to stays."""
    for key in (Key.Key_Plus, Key.Key_T):
        qtbot.keyClick(canvas, key)
    before = canvas.view
    new = Rating(
        id=RecordId("new"),
        account_id=HARBOR,
        day=NOW.date(),
        level=Level.DAMAGED,
        viewpoint=Viewpoint.OURS,
    )
    records.add(journal, "Rate", new)
    qtbot.waitUntil(lambda: not page.is_reading)
    assert canvas.view == before
    assert "Damaged, down from Outstanding" in [each.text for each in scene_of(canvas).labels]
    spot_of(canvas, RecordId("new"))


def test_hovering_tells_of_which_account_it_is(qtbot: QtBot, canvas: PortfolioCanvas) -> None:
    """A mark's words begin with the name; the name's own are all of the row."""
    qtbot.mouseMove(canvas, middle(spot_of(canvas, TURNING)))
    assert canvas._card.isVisible()
    assert canvas._card._words.text().startswith("\u2068Mercy General\u2069: ")
    qtbot.mouseMove(canvas, middle(spot_of(canvas, HARBOR)))
    assert canvas._card._words.text().startswith("\u2068Harbor Health\u2069: Outstanding.")


def test_each_row_and_each_mark_is_spoken(
    qtbot: QtBot, page: PortfolioPage, canvas: PortfolioCanvas
) -> None:
    """As children of the canvas; what one goes to by key is the one with the focus."""
    asked = QAccessible.queryAccessibleInterface(canvas)
    assert asked.text(QAccessible.Text.Name) == "Timelines of all accounts"
    told = [asked.child(number).text(QAccessible.Text.Name) for number in range(asked.childCount())]
    assert len(told) == len(scene_of(canvas).spots) + asked.childCount() - len(canvas.spots)
    rows = [each for each in told if each.startswith("\u2068Mercy General\u2069: Strained, up")]
    assert len(rows) == 1
    canvas.setFocus()
    qtbot.keyClick(canvas, Key.Key_Down)
    chosen = [
        asked.child(number).text(QAccessible.Text.Name)
        for number in range(asked.childCount())
        if asked.child(number).state().selected
    ]
    assert [each.split(":")[0] for each in chosen] == ["\u2068Northfield Labs\u2069"]


def test_it_is_for_everybody(page: PortfolioPage, theme: Theme, qtbot: QtBot) -> None:
    """Nothing is cut off, everything is named and reached by Tab, at the least size and dark."""
    page.resize(740, 560)
    theme.choose(Scheme.DARK)
    assert not cut_off(page)
    assert not nameless(page)
    assert not unreached(page)


def test_nothing_is_cut_off_on_half_a_screen(page: PortfolioPage) -> None:
    """At 200 % a laptop has 960 by 540 points, of which the list of accounts takes a quarter."""
    page.resize(732, 516)
    page.grab()
    hint = page.timeline._hint
    assert hint.fontMetrics().horizontalAdvance(hint.text()) <= hint.width()
    choice, option = page.flags, QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    assert choice.fontMetrics().horizontalAdvance(choice.currentText()) <= field.width()


def test_one_that_was_deleted_a_moment_ago_has_an_empty_row(journal: Journal) -> None:
    """Until the page is read again; nothing fails meanwhile."""
    told = portfolio.rows(journal, [MERCY, HARBOR])
    histories = Histories(journal)
    histories.show(told)
    assert [len(each.timeline.meetings) for each in histories[0:2]] == [1, 20]
    records.trash(journal, "Trash", reading.relationship(journal, HARBOR).account)
    histories.show([*portfolio.rows(journal, [MERCY]), told[0]])
    kept = histories[0:2]
    assert [each.account.id for each in kept] == [MERCY, HARBOR]
    fresh = Histories(journal)
    fresh.show(told)
    assert len(fresh[0].timeline.meetings) == 0


def test_a_journal_that_cannot_be_read_is_told(
    page: PortfolioPage,
    canvas: PortfolioCanvas,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By a sentence; what was drawn stays."""
    failed, before = QSignalSpy(page.failed), canvas.scene

    def refuse(*_arguments: object) -> object:
        message = "The disk is gone."
        raise JournalError(message)

    monkeypatch.setattr(portfolio, "histories", refuse)
    canvas._histories._kept.clear()
    qtbot.keyClick(canvas, Key.Key_Plus)
    assert failed.count() == 1
    assert canvas.scene is before
