"""The tab as a whole: its answer, the way to every record, planning, and room for all."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.domain.meeting import Cancellation, Meeting, Status, Whereabouts
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.record import CommitmentId, MeetingId, PersonId, RecordId, Side
from journal.domain.span import When
from journal.operations import records
from journal.ui.access.slot_dialog import SlotDialog
from journal.ui.access.tab import AccessTab
from journal.ui.main_window import MainWindow
from journal.ui.meetings.log_form import LogForm
from journal.ui.meetings.plan_form import PlanForm
from journal.ui.tabs import Tab
from tests.ui.access.conftest import THU_14, THU_15, TUE_10, Seen, write
from tests.ui.case import HARBOR, MERCY, NORTHFIELD, ZONE
from tests.ui.walking import cut_off, nameless, unreached
from tests.ui.windows import desk_of

SIZES = [(1280, 800), (1024, 700), (960, 540)]
LAST_LOST = MeetingId(RecordId("meeting-2026-08-06"))


def crowd(seen: Seen) -> None:
    """Have 500 more meetings with the account, at all hours of the week, and long names."""
    whose = PersonId(RecordId("crowd"))
    name = "Bartholomew Featherstonehaugh-Cholmondeley"
    called_off = Cancellation(by=Side.THEIRS, stated_reason="the quarterly budget week " * 4)
    meetings = [
        Meeting(
            id=MeetingId(RecordId(f"crowd-{number}")),
            account_id=MERCY,
            when=When(
                day=date(2020, 1, 1) + timedelta(days=4 * number),
                time=time(7 + number % 12, 30 * (number % 2)),
                zone=ZONE,
            ),
            status=Status.CANCELLED if number % 3 else Status.HELD,
            cancellation=called_off if number % 3 else None,
        )
        for number in range(500)
    ]
    commitment = StandingCommitment(
        id=CommitmentId(RecordId("crowd-commitment")),
        person_id=whose,
        title="Management board of the integrated care partnership",
        rule="FREQ=DAILY",
        first_day=date(2020, 1, 1),
        start=time(12),
        minutes=150,
        zone=ZONE,
    )
    role = Role(id=RecordId("crowd-role"), account_id=MERCY, person_id=whose, side=Side.THEIRS)
    records.add(seen.journal, "x", *meetings, Person(id=whose, name=name), role, commitment)


def test_it_opens_with_its_answer_and_what_it_rests_on(seen: Seen) -> None:
    """Nine of 17 Thursdays were lost at the door, twice two hours of driving each: 36 hours."""
    assert seen.tab.answer() == (
        "Thursday 14:00 is lost every second time. Tuesday 10:00 has held every time."
    )
    assert seen.tab.ground() == (
        "19 meetings planned since Jan 2024 · 9 lost · 9 of these after you had arrived · "
        "36 h driven for nothing"
    )


def test_it_does_not_claim_more_than_it_knows(seen: Seen) -> None:
    """That both Tuesdays held could be chance: 45 of 171 ways to lose 9 of 19, by Fisher."""
    assert seen.tab.chance() == (
        "Thursday 14:00 against all other times: could be chance, by Fisher's exact test."
    )


def test_it_is_made_when_first_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    """The first picture does not wait for the rules of standing commitments to be read."""
    page = desk_of(window).page
    assert page.findChild(AccessTab) is None
    window.commands.show_access.trigger()
    assert page.tabs.currentIndex() == Tab.ACCESS
    assert page.findChild(AccessTab) is not None


def test_the_week_says_what_held_and_what_recurs(seen: Seen) -> None:
    """Five days of eight hours; every cell in words."""
    assert len(seen.tab.grid.words()) == 5 * 8
    assert seen.words(THU_14) == "Thursday 14:00: 8 of 17 held"
    assert seen.words(THU_15) == (
        "Thursday 15:00: not tried yet; "
        "Dana Whitfield: Management staff meeting, every Thu 15:00–16:00"
    )
    assert seen.words(TUE_10) == (
        "Tuesday 10:00: 2 of 2 held; worth proposing, clear of their commitments"
    )


def test_a_screen_reader_finds_each_cell(seen: Seen) -> None:
    """As a child with its words, its place, and whether the keys have come to it."""
    grid = seen.tab.grid
    heard = QAccessible.queryAccessibleInterface(grid)
    assert heard.text(QAccessible.Text.Name) == "When meetings hold"
    assert heard.childCount() == 5 * 8
    names = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
    assert names == list(grid.words())
    (chosen,) = [n for n in range(heard.childCount()) if heard.child(n).state().focused]
    assert names[chosen].startswith("Thursday 14:00")
    cell = heard.child(chosen)
    assert heard.indexOfChild(cell) == chosen
    middle = cell.rect().center()
    found = heard.childAt(middle.x(), middle.y())
    assert found is not None
    assert found.text(QAccessible.Text.Name) == names[chosen]
    assert cell.parent().object() is grid
    assert heard.child(5 * 8) is None


def test_the_arrow_keys_go_from_cell_to_cell(seen: Seen) -> None:
    """They begin at the slot that is lost, and stop at the ends of the week."""
    grid = seen.tab.grid
    assert grid.cell is not None
    assert grid.cell.slot == THU_14
    assert seen.tab.note() == "Thursday 14:00: 8 of 17 held. Enter shows them."
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        seen.press(key)
    assert (grid.cell.slot.weekday, grid.cell.slot.minute) == (4, 900)
    for _each in range(9):
        seen.press(Qt.Key.Key_Up)
    for _each in range(9):
        seen.press(Qt.Key.Key_Left)
    assert (grid.cell.slot.weekday, grid.cell.slot.minute) == (0, 540)
    assert seen.tab.note() == "Monday 09:00: not tried yet."
    seen.press(Qt.Key.Key_Return)  # nothing is there
    assert seen.window.focusWidget() is grid


def test_what_stands_in_the_way_is_said_below(seen: Seen) -> None:
    """It was the meeting after that killed the visit."""
    seen.tab.panel.add.line.setFocus()
    assert seen.tab.note() == (
        "Dashed: a standing commitment of theirs. “Management staff meeting” began as 17 visits "
        "ended, and 9 of these were lost."
    )


def test_enter_on_a_proposed_cell_plans_there(seen: Seen) -> None:
    """A week after what is planned on Tuesday 1 December already; the rest is as always."""
    seen.tab.grid.go_to(TUE_10)
    seen.press(Qt.Key.Key_Return)
    form = seen.dialog()
    assert isinstance(form, PlanForm)
    assert form.fields.when.line.text() == "Tue 8 Dec 2026, 10:00"
    form.plan_button.click()
    (planned,) = [each for each in seen.whole.meetings if each.when.day == date(2026, 12, 8)]
    assert planned.when == When(day=date(2026, 12, 8), time=time(10), zone=ZONE)
    assert seen.undo().startswith("Plan")


def test_one_key_plans_in_a_proposed_slot(seen: Seen) -> None:
    """From anywhere on the tab; what is proposed second stands at the same hour next to it."""
    QTest.keyClick(seen.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    form = seen.dialog()
    assert isinstance(form, PlanForm)
    proposed = seen.tab.panel.proposals.lines()[1]
    assert proposed.text == "Wed 10:00"
    assert form.fields.when.line.text() == "Wed 9 Dec 2026, 10:00"


def test_a_click_on_a_proposal_plans_there(seen: Seen) -> None:
    """In the list and in the week alike."""
    seen.tab.panel.proposals.stops()[0].setFocus()
    seen.press(Qt.Key.Key_Space)
    assert isinstance(seen.dialog(), PlanForm)
    seen.dialog().reject()
    grid = seen.tab.grid
    assert grid.week is not None
    place = grid.rect_of(grid.week.place_of(TUE_10)).center()
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(seen.dialog(), PlanForm)


def test_enter_on_another_cell_shows_its_meetings(seen: Seen) -> None:
    """The latest first; Enter again goes to where it stands."""
    seen.press(Qt.Key.Key_Return)
    dialog = seen.dialog()
    assert isinstance(dialog, SlotDialog)
    assert dialog.list.count() == 17
    assert dialog.list.item(0).text() == (
        "Thu 3 Sep 2026 · 14:00 · held · Went through the open orders."
    )
    assert dialog.list.item(1).text() == (
        "Thu 6 Aug 2026 · 14:00 · cancelled · at the door · “something came up”"
    )
    assert nameless(dialog) == []
    assert unreached(dialog) == []
    dialog.list.setCurrentRow(1)
    dialog.show_button.click()
    page = desk_of(seen.window).page
    assert page.tabs.currentIndex() == Tab.TIMELINE
    assert page.chosen == LAST_LOST


def test_the_space_bar_shows_the_meetings_of_a_proposed_cell(seen: Seen) -> None:
    """Where Enter plans; from there one can plan as well."""
    seen.tab.grid.go_to(TUE_10)
    seen.press(Qt.Key.Key_Space)
    dialog = seen.dialog()
    assert isinstance(dialog, SlotDialog)
    assert dialog.list.count() == 2
    dialog.plan_button.click()
    forms = [each for each in seen.window.findChildren(PlanForm) if each.isVisible()]
    assert [each.fields.when.line.text() for each in forms] == ["Tue 8 Dec 2026, 10:00"]


def test_where_nothing_was_the_meetings_are_none(seen: Seen) -> None:
    """And the only way on is to plan one."""
    seen.tab.grid.go_to(THU_15)
    seen.press(Qt.Key.Key_Space)
    dialog = seen.dialog()
    assert isinstance(dialog, SlotDialog)
    assert not dialog.list.isVisible()
    assert not dialog.show_button.isEnabled()


def test_the_last_twelve_months_alone(seen: Seen) -> None:
    """Since 23 November 2025: three of ten Thursdays held, and both Tuesdays."""
    seen.tab.period.choice.setFocus()
    seen.press(Qt.Key.Key_L)
    assert seen.tab.answer() == (
        "Thursday 14:00 is lost two times in three. Tuesday 10:00 has held every time."
    )
    assert seen.tab.ground().startswith("12 meetings planned since Dec 2025 · 7 lost · ")
    assert seen.words(THU_14) == "Thursday 14:00: 3 of 10 held"


def test_since_a_day_that_is_typed(seen: Seen) -> None:
    """All until one is typed; what lies before is looked at no more."""
    seen.tab.period.choice.setFocus()
    seen.press(Qt.Key.Key_S)
    assert seen.window.focusWidget() is seen.tab.period.since.line
    assert seen.words(THU_14) == "Thursday 14:00: 8 of 17 held"
    write(seen.tab.period.since.line, "1 oct")
    assert seen.tab.answer() == "None of 2 meetings was lost."
    assert seen.tab.chance() == ""
    seen.tab.period.since.line.clear()
    write(seen.tab.period.since.line, "20 nov")
    assert seen.tab.answer() == "No meeting was held or lost since 20 Nov."
    assert seen.tab.grid.isVisible()


def test_an_account_without_a_meeting_says_what_would_stand_here(seen: Seen) -> None:
    """And the one next step: to plan one."""
    desk_of(seen.window).open_account(HARBOR)
    assert seen.tab.answer() == "No meeting was held or lost yet."
    assert not seen.tab.grid.isVisible()
    assert seen.tab.next_step.text() == "Plan a meeting…"
    seen.window.commands.show_access.trigger()
    assert seen.window.focusWidget() is seen.tab.next_step
    seen.tab.next_step.click()
    form = seen.dialog()
    assert isinstance(form, PlanForm)
    assert form.fields.when.line.text() == ""


def test_the_next_step_may_be_to_log(seen: Seen) -> None:
    """Where one was planned and nobody said what became of it."""
    desk_of(seen.window).open_account(NORTHFIELD)
    assert seen.tab.next_step.text() == "Log what became of the last one…"
    seen.tab.next_step.click()
    assert isinstance(seen.dialog(), LogForm)


def test_another_account_begins_anew(seen: Seen) -> None:
    """At its own slot, with nothing of the one before."""
    seen.tab.grid.go_to(TUE_10)
    desk_of(seen.window).open_account(HARBOR)
    desk_of(seen.window).open_account(MERCY)
    assert seen.tab.grid.cell is not None
    assert seen.tab.grid.cell.slot == THU_14


def test_the_keys_stay_where_they_are_when_something_changes(seen: Seen) -> None:
    """Another window may have saved something in between."""
    seen.tab.grid.go_to(TUE_10)
    records.trash(seen.journal, "x", seen.whole.promises[0])
    assert seen.tab.grid.cell is not None
    assert seen.tab.grid.cell.slot == TUE_10


def test_escape_comes_back_to_the_week(seen: Seen) -> None:
    """From all that stands beside it."""
    seen.tab.panel.add.line.setFocus()
    seen.press(Qt.Key.Key_Escape)
    assert seen.window.focusWidget() is seen.tab.grid


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_there_is_room_for_500_meetings_and_long_names(
    seen: Seen, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """At all hours of the week; what does not fit scrolls, and the keys bring it in sight."""
    crowd(seen)
    seen.window.resize(*size)

    def everything_is_in_sight() -> None:
        assert cut_off(seen.window) == []

    qtbot.waitUntil(everything_is_in_sight, timeout=2_000)
    assert nameless(seen.window) == []
    assert unreached(seen.window) == []
    grid = seen.tab.grid
    grid.setFocus()
    for _each in range(30):
        seen.press(Qt.Key.Key_Down)
    assert grid.visibleRegion().contains(grid.rect_of(grid.current).center())


def test_a_lost_visit_may_have_no_time(seen: Seen) -> None:
    """Then no slot is said to be lost, and the count stays true."""
    for each in seen.whole.meetings:
        records.trash(seen.journal, "x", each)
    lost = Meeting(
        id=MeetingId(RecordId("timeless")),
        account_id=MERCY,
        when=When(day=date(2026, 10, 1), time=None, zone=ZONE),
        status=Status.CANCELLED,
        cancellation=Cancellation(by=Side.THEIRS, whereabouts=Whereabouts.ON_THE_WAY),
    )
    records.add(seen.journal, "x", lost)
    assert seen.tab.answer() == "1 meeting was lost, and it had no time of day."
    assert seen.tab.ground() == (
        "1 meeting planned since Oct 2026 · 1 lost · how far was driven is not known for 1"
    )


def test_in_a_small_window_the_answer_and_the_cell_in_hand_are_both_in_sight(
    seen: Seen, qtbot: QtBot
) -> None:
    """Half of a small screen; the week scrolls by itself, and the page only with the arrow keys."""
    desk_of(seen.window).page.show_tab(Tab.TIMELINE)
    seen.window.resize(960, 540)
    QTest.qWaitForWindowExposed(seen.window)
    seen.window.commands.show_access.trigger()

    def is_seen() -> bool:
        place = seen.tab.grid.visibleRegion()
        return place.contains(seen.tab.grid.rect_of(seen.tab.grid.current).center())

    qtbot.waitUntil(is_seen)
    assert seen.tab.grid.cell is not None
    assert seen.tab.grid.cell.slot == THU_14
    answer = seen.tab._answer
    assert answer.visibleRegion().boundingRect().height() == answer.height()


def test_where_no_meeting_was_its_words_follow_the_answer(seen: Seen, qtbot: QtBot) -> None:
    """And no hole between them, however high the window is."""
    desk_of(seen.window).open_account(HARBOR)
    room_px = 3 * seen.tab.fontMetrics().lineSpacing()

    def is_close() -> bool:
        below = seen.tab._empty.geometry().top() - seen.tab._answer.geometry().bottom()
        return 0 < below < room_px

    qtbot.waitUntil(is_close)
