"""The tab as a whole: its answer, its forms, its questions."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError
from journal.domain.metric import Effect
from journal.domain.record import Basis, Side, Visibility
from journal.operations import alignments, records
from journal.ui.alignment.detail import Shown
from journal.ui.alignment.tab import AlignmentTab
from journal.ui.main_window import MainWindow
from journal.ui.tabs import Tab
from tests.ui.alignment.conftest import Seen
from tests.ui.case import DANA, HARBOR, LUIS, ME, MERCY, SPEND, TURNING, UNITS
from tests.ui.windows import desk_of

Key = Qt.Key
TODAY = date(2026, 11, 23)


def write(line: QLineEdit, text: str) -> None:
    """Type into a line, and press Enter."""
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Return)


def open_pair(seen: Seen) -> None:
    """Take the one pair of the case in hand, with its form."""
    seen.tab.map.setFocus()
    seen.tab.choose(seen.pair.id)
    seen.press("e")


def perceived(seen: Seen) -> tuple[object, ...]:
    """Return how they see the one pair, who does, and since when."""
    return seen.pair.perceived, seen.pair.perceived_by_id, seen.pair.perceived_on


def checked(seen: Seen) -> tuple[object, ...]:
    """Return what was found of it, on which day and in which meeting."""
    return seen.pair.checked, seen.pair.checked_on, seen.pair.meeting_id


def test_it_opens_with_its_answer(seen: Seen) -> None:
    """The turning point of the case, and what is known."""
    assert seen.tab.answer() == (
        "They saw “Drug spend per bed-day” and “Units sold” working against each other; "
        "checked on 3 Sep, there is no effect."
    )
    assert seen.tab.tally() == "1 of their numbers known · 1 of 1 pair looked at"


def test_it_is_made_when_first_looked_at(window: MainWindow) -> None:
    """The first picture does not wait for it."""
    page = desk_of(window).page
    assert page.findChild(AlignmentTab) is None
    window.commands.show_alignment.trigger()
    assert page.tabs.currentIndex() == Tab.ALIGNMENT
    assert page.findChild(AlignmentTab) is not None


def test_a_number_and_a_pair_are_found_here(seen: Seen) -> None:
    """From search: the number in hand, with its form below."""
    desk = desk_of(seen.window)
    desk.page.show_tab(Tab.TIMELINE)
    desk.open_account(MERCY, UNITS)
    assert desk.page.tabs.currentIndex() == Tab.ALIGNMENT
    assert seen.tab.detail.number.row.text.text() == "Units sold"
    desk.open_account(MERCY, seen.pair.id)
    assert seen.tab.detail.shown is Shown.PAIR
    seen.tab.choose(DANA)  # no number and no pair
    assert seen.tab.detail.shown is Shown.PAIR


def test_a_number_of_somebody_who_left_stands_among_the_people(seen: Seen) -> None:
    """On no map; what was said then is still with that person."""
    (role,) = [each for each in seen.whole.roles if each.person_id == DANA]
    records.edit(seen.journal, "End role", replace(role, end=date(2026, 10, 1)))
    assert [each.text for each in seen.charted.numbers] == ["Units sold"]
    desk = desk_of(seen.window)
    desk.open_account(MERCY, SPEND)
    assert desk.page.tabs.currentIndex() == Tab.PEOPLE


def test_how_they_see_it_is_told_bit_by_bit(seen: Seen) -> None:
    """Effect, who, and which day; each is one change."""
    open_pair(seen)
    form = seen.tab.detail.pair
    seen.press("s")
    assert perceived(seen) == (Effect.SUPPORTS, None, None)
    form.who.setCurrentIndex(form.who.findText("Dana Whitfield"))
    form.who.activated.emit(form.who.currentIndex())
    write(form.seen_on.line, "3 sep 2026")
    assert perceived(seen) == (Effect.SUPPORTS, DANA, date(2026, 9, 3))
    form.seen.setFocus()
    form.seen.chosen.emit(3)
    assert perceived(seen) == (None, None, None)
    assert not form.who.isVisible()
    for _undone in range(4):
        assert seen.undo() == "Note how they see it"
    assert perceived(seen) == (Effect.AGAINST, None, None)


def test_what_was_checked_has_its_day_its_meeting_and_its_evidence(seen: Seen) -> None:
    """A meeting has a day, and on the day of a meeting it was found there."""
    open_pair(seen)
    form = seen.tab.detail.pair
    form.found.chosen.emit(3)
    assert checked(seen) == (None, None, None)
    assert not form.evidence.isVisible()
    assert "nobody has checked it yet" in seen.tab.answer()
    form.found.chosen.emit(1)
    assert checked(seen) == (Effect.NEUTRAL, TODAY, None)
    write(form.found_on.line, "3 sep 2026")
    assert checked(seen) == (Effect.NEUTRAL, date(2026, 9, 3), TURNING)
    place = form.meeting.findText("meeting of 20 Oct")
    form.meeting.setCurrentIndex(place)
    form.meeting.activated.emit(place)
    form.found.chosen.emit(2)
    assert checked(seen) == (Effect.SUPPORTS, date(2026, 10, 20), "meeting-2026-10-20")
    form.evidence.setFocus()
    form.evidence.selectAll()
    QTest.keyClicks(form.evidence, "their own audit")
    form.seen.setFocus()
    assert seen.pair.evidence == "their own audit"


def test_a_pair_may_be_shared(seen: Seen) -> None:
    """Private until then."""
    open_pair(seen)
    box = seen.tab.detail.pair.sharing
    assert not box.isChecked()
    box.click()
    assert seen.pair.visibility is Visibility.SHAREABLE
    assert seen.undo() == "Share alignment"
    assert not box.isChecked()


def test_a_number_is_added_by_n_for_whoever_is_in_hand(seen: Seen) -> None:
    """A name and Enter; the form waits for the next one, the map shows it at once."""
    seen.press("n", "staff overtime", Key.Key_Return, "turnover", Key.Key_Return)
    added = [each for each in seen.whole.metrics if each.id not in {SPEND, UNITS}]
    assert [(each.text, each.side, each.person_id, each.basis) for each in added] == [
        ("staff overtime", Side.THEIRS, DANA, Basis.GUESS),
        ("turnover", Side.THEIRS, DANA, Basis.GUESS),
    ]
    assert {each.noted_on for each in added} == {TODAY}
    assert seen.tab.tally().startswith("3 of their numbers known, 2 of them guesses")
    assert seen.tab.detail.new.name.hasFocus()
    seen.press(Key.Key_Return)
    assert len(seen.whole.metrics) == 4
    seen.press(Key.Key_Escape, Key.Key_Right, "n", "margin", Key.Key_Return)
    (margin,) = [each for each in seen.whole.metrics if each.text == "margin"]
    assert (margin.side, margin.person_id) == (Side.OURS, ME)
    assert seen.undo() == "Add metric"


def test_how_it_is_known_is_asked_only_of_their_numbers(seen: Seen) -> None:
    """And a button adds as Enter does."""
    form = seen.tab.detail.new
    seen.press("n")
    assert form.basis.isVisible()
    place = form.whose.findText("all of us")
    form.whose.setCurrentIndex(place)
    form.whose.activated.emit(place)
    assert not form.basis.isVisible()
    form.name.setText("satisfaction")
    form.add.click()
    (added,) = [each for each in seen.whole.metrics if each.text == "satisfaction"]
    assert (added.side, added.person_id) == (Side.OURS, None)


def test_a_number_is_changed_where_it_stands(seen: Seen) -> None:
    """Its name, how it is known, whose it is, since when, what it was, whether it is shared."""
    seen.press("e")
    form = seen.tab.detail.number
    assert form.row.text.hasFocus()

    def spend() -> object:
        (found,) = [each for each in seen.whole.metrics if each.id == SPEND]
        return found.text, found.basis, found.person_id, found.noted_on, found.visibility

    form.row.text.selectAll()
    QTest.keyClicks(form.row.text, "Drug cost")
    form.row.basis.told.emit(Basis.GUESS)
    form.whose.told.emit(None)
    write(form.noted_on.line, "1 oct 2026")
    form.sharing.click()
    assert spend() == ("Drug cost", Basis.GUESS, None, date(2026, 10, 1), Visibility.SHAREABLE)
    write(form.row.readings.add.line, "12.5 on 30 sep 2026")
    (reading,) = [each for each in seen.whole.readings if each.metric_id == SPEND]
    assert (reading.value, reading.day) == (12.5, date(2026, 9, 30))
    (row,) = form.row.readings.rows.all()
    write(row.line.line, "13 on 30 sep 2026")
    assert [each.value for each in seen.whole.readings if each.metric_id == SPEND] == [13]
    row.trash.click()
    assert seen.undo() == "Trash reading"
    form.row.trash.click()
    assert [each.id for each in seen.whole.metrics] == [UNITS]
    assert seen.undo() == "Trash metric"


def test_the_buttons_do_what_their_keys_do(seen: Seen) -> None:
    """For those who use the pointer."""
    seen.tab.join_button.click()
    assert seen.map.is_joining
    seen.tab.join_button.click()
    assert seen.tab.detail.shown is Shown.PAIR
    seen.tab.add_button.click()
    assert seen.tab.detail.new.name.hasFocus()
    seen.tab.edit_button.click()
    assert seen.tab.detail.pair.seen.isAncestorOf(seen.window.focusWidget())
    seen.map.go_to(0)
    seen.tab.delete_button.click()
    assert [each.id for each in seen.whole.metrics] == [UNITS]


def test_what_is_not_known_is_asked_by_one_key(seen: Seen) -> None:
    """It becomes a question for the one whom it is about, and is not offered again."""
    seen.press("n", "staff overtime", Key.Key_Return)
    lines = [each.text for each in seen.tab.questions.lines()]
    assert lines == [
        "Is Dana Whitfield measured by “staff overtime”?",
        "What does “Units sold” do to “staff overtime”?",
    ]
    seen.tab.questions.stops()[0].setFocus()
    seen.press(Key.Key_Return)
    (asked,) = [each for each in seen.whole.questions if "overtime" in each.text]
    assert (asked.text, asked.person_id, asked.noted_on) == (lines[0], DANA, TODAY)
    assert [each.text for each in seen.tab.questions.lines()] == lines[1:]
    assert seen.undo() == "Add question"
    assert [each.text for each in seen.tab.questions.lines()] == lines


def test_an_account_without_numbers_asks_for_the_first(seen: Seen) -> None:
    """It says what would stand here, and the one next step is at hand."""
    desk_of(seen.window).open_account(HARBOR)
    assert seen.tab.answer() == "Nobody knows yet how they are measured."
    assert not seen.map.isVisible()
    assert seen.tab.detail.shown is Shown.NEW
    form = seen.tab.detail.new
    assert form.isVisible()
    desk_of(seen.window).page.enter_tab(Tab.ALIGNMENT)
    assert form.name.hasFocus()
    write(form.name, "readmissions")
    assert seen.map.isVisible()
    assert seen.tab.answer() == "How they are measured is known; how we are is not noted yet."
    assert [each.head for each in seen.charted.chart.ours] == ["How we are measured: not noted yet"]
    seen.map.setFocus()
    seen.press(Key.Key_Right, Key.Key_Space)  # nobody is across
    assert not seen.map.is_joining
    seen.press(Key.Key_Delete)
    assert not seen.map.isVisible()
    assert form.name.hasFocus()


def test_what_the_file_does_not_take_is_said(
    seen: Seen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the form shows what is so."""
    open_pair(seen)

    def refuse(*_all: object) -> None:
        message = "The disk is full."
        raise JournalError(message)

    monkeypatch.setattr(alignments, "perceive", refuse)
    page = desk_of(seen.window).page
    page.failed.disconnect()
    with qtbot.waitSignal(page.failed) as said:
        seen.press("s")
    assert str(said.args[0]) == "The disk is full."
    assert seen.tab.detail.pair.seen.position == 0
    monkeypatch.setattr(records, "edit", refuse)
    seen.press(Key.Key_Escape, Key.Key_Left, "e")
    with qtbot.waitSignal(page.failed):
        seen.tab.detail.number.sharing.click()
    assert not seen.tab.detail.number.sharing.isChecked()


def test_what_stays_in_hand_stays_in_hand(seen: Seen) -> None:
    """When something else changes; gone, the one at its place."""
    seen.press(Key.Key_Right)
    records.edit(seen.journal, "Edit", replace(seen.pair, evidence="more"))
    assert seen.in_hand.startswith("Units sold")
    open_pair(seen)
    records.edit(seen.journal, "Edit", replace(seen.pair, evidence="even more"))
    assert seen.in_hand.startswith("“Drug spend per bed-day” and")
    assert LUIS not in {each.id for each in seen.whole.people}


def test_a_number_that_is_only_typed_is_added_when_the_tab_is_left(seen: Seen) -> None:
    """Neither another tab nor another account takes what was typed."""
    seen.press("n", "Returns")
    desk_of(seen.window).page.show_tab(Tab.PEOPLE)
    assert "Returns" in [each.text for each in seen.whole.metrics]
