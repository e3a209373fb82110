"""The tab as a whole: its answer, rating by the keyboard, the history, visions and promises."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError
from journal.domain.plan import VisionOutcome
from journal.domain.rating import Facet, Level, Viewpoint
from journal.levels import level_meaning
from journal.operations import ratings, reading, records
from journal.ui.main_window import MainWindow
from journal.ui.place import Place
from journal.ui.promises.page import PromisesPage
from journal.ui.relationship.tab import RelationshipTab
from journal.ui.search.palette import Palette
from journal.ui.tabs import Tab
from tests.ui.case import DANA, EASTSIDE, ME, MERCY, TURNING
from tests.ui.relationship.conftest import Seen, write
from tests.ui.windows import desk_of

TODAY = date(2026, 11, 23)
SAID = Viewpoint.THEIRS_SAID
GUESSED = Viewpoint.THEIRS_GUESSED


def given(seen: Seen) -> list[tuple[Viewpoint, Level]]:
    """Return what was rated today."""
    today = (each for each in seen.whole.ratings if each.day == TODAY)
    return sorted((each.viewpoint, each.level) for each in today)


def test_it_opens_with_its_answer(seen: Seen) -> None:
    """Ours of 3 September is Strained, theirs of the same day Neutral: one step better."""
    assert seen.tab.answer() == (
        "We say Strained since 3 Sep; they said Neutral on 3 Sep, one step better."
    )


def test_it_is_made_when_first_looked_at(window: MainWindow) -> None:
    """The first picture does not wait for it."""
    page = desk_of(window).page
    assert page.findChild(RelationshipTab) is None
    window.commands.show_relationship.trigger()
    assert page.tabs.currentIndex() == Tab.RELATIONSHIP
    assert page.findChild(RelationshipTab) is not None


def test_one_guesses_first_then_asks_then_says_ones_own(seen: Seen) -> None:
    """A letter and Enter each, by the keyboard alone; each is undone by itself."""
    assert "Guess before you ask" in seen.tab.rate.prompt.text()
    seen.press("s", Qt.Key.Key_Return)
    assert given(seen) == [(GUESSED, Level.STRAINED)]
    assert seen.tab.rate.prompt.text() == "What did they say? You guessed Strained on 23 Nov."
    seen.press("n", Qt.Key.Key_Return)
    assert seen.tab.rate.prompt.text() == "How do you see it?"
    assert "Your last guess was one step too low." in seen.tab.answer()
    assert seen.tab.tally() == (
        "Of 1 account that both sides rated: 1 seen better by them. "
        "Over all accounts, of 1 guess that they answered: 1 too low by one step."
    )
    seen.press("p", Qt.Key.Key_Return)
    assert given(seen) == [
        (Viewpoint.OURS, Level.POSITIVE),
        (GUESSED, Level.STRAINED),
        (SAID, Level.NEUTRAL),
    ]
    mine = next(each for each in seen.whole.ratings if each.viewpoint is GUESSED)
    assert mine.person_id == ME
    for _undone in range(3):
        assert seen.undo() == "Rate relationship"
    assert given(seen) == []


def test_guesses_that_err_alike_are_said_to(seen: Seen) -> None:
    """Two guesses, on two days, each one step below what they said then."""
    for day in ("1 oct", "2 nov"):
        for letter in ("s", "n"):
            seen.tab.rate.day.line.setText("")
            write(seen.tab.rate.day.line, day)
            seen.tab.rate.level.setFocus()
            seen.press(letter, Qt.Key.Key_Return)
        seen.tab.rate.sides.choose(0)
    assert seen.tab.answer().endswith("Your last 2 guesses were each one step too low.")


def test_a_rating_has_a_day_a_note_and_who_said_it(seen: Seen) -> None:
    """On a day of a meeting, that is the occasion, and leads there."""
    card = seen.tab.rate
    card.sides.choose(1)
    card.sides.chosen.emit(1)
    card.level.show_level(Level.POSITIVE)
    card.who.show_value(DANA)
    card.day.line.setFocus()
    card.day.line.setText("3 sep 2026")
    write(card.note, "in the corridor")
    (kept,) = [each for each in seen.whole.ratings if each.remark]
    assert (kept.viewpoint, kept.level, kept.day) == (SAID, Level.POSITIVE, date(2026, 9, 3))
    assert (kept.person_id, kept.meeting_id) == (DANA, TURNING)


def test_nothing_is_kept_without_a_level_nor_for_a_day_that_is_not_understood(seen: Seen) -> None:
    """It says why instead."""
    before = len(seen.whole.ratings)
    seen.tab.rate.rate.click()
    assert seen.tab.rate.why.text() == "Choose one of the five first."
    seen.tab.rate.level.show_level(Level.NEUTRAL)
    for typed in ("someday soonish", "1 dec 2027"):
        seen.tab.rate.day.line.setText(typed)
        seen.tab.rate.rate.click()
        assert seen.tab.rate.day.words()
    assert len(seen.whole.ratings) == before


def test_the_detail_is_folded_away_until_it_is_asked_for(seen: Seen) -> None:
    """Trust, satisfaction and commitment, on the same scale."""
    card = seen.tab.rate
    assert card.facets.isHidden()
    card.detail.click()
    assert card.facets.isVisible()
    assert card.prompt.text() == "What would they say of trust? Guess before you ask."
    card.level.setFocus()
    seen.press("p", Qt.Key.Key_Return)
    (kept,) = [each for each in seen.whole.ratings if each.facet is Facet.TRUST]
    assert kept.level is Level.POSITIVE
    assert seen.row(0) == ("23 Nov 2026", "our guess", "Positive", "of trust")
    assert seen.tab.answer().startswith("We say Strained since 3 Sep; they said Neutral")


def test_the_history_tells_the_gap_and_leads_to_the_meeting(seen: Seen) -> None:
    """The latest first; what they said on 3 September was one step better than ours."""
    assert seen.row(0) == ("3 Sep 2026", "theirs", "Neutral", "one step better")
    assert seen.tab.ground() == "Dana Whitfield"
    seen.tab.history.setFocus()
    seen.press(Qt.Key.Key_Down)
    assert seen.row(1)[1:3] == ("ours", "Strained")
    assert seen.tab.ground() == "meeting of 3 Sep"
    seen.press(Qt.Key.Key_Return)
    page = desk_of(seen.window).page
    assert (page.tabs.currentIndex(), page.chosen) == (Tab.TIMELINE, TURNING)


def test_what_was_entered_wrongly_is_corrected_or_deleted(seen: Seen) -> None:
    """E and Delete in the history; one undo each."""
    before = seen.whole.ratings
    seen.tab.history.setFocus()
    seen.press(Qt.Key.Key_E)
    assert seen.tab.rate.rate.text() == "Correct rating"
    assert seen.tab.rate.level.level is Level.NEUTRAL
    seen.press("p", Qt.Key.Key_Return)
    assert seen.row(0)[2:4] == ("Positive", "2 steps better")
    assert seen.tab.rate.rate.text() == "Keep rating"
    assert len(seen.whole.ratings) == len(before)
    assert seen.undo() == "Correct rating"
    seen.tab.history.setFocus()
    seen.press(Qt.Key.Key_Delete)
    assert len(seen.whole.ratings) == len(before) - 1
    assert seen.undo() == "Delete rating"
    assert {each.id for each in seen.whole.ratings} == {each.id for each in before}


def test_what_is_corrected_is_brought_in_sight(seen: Seen, qtbot: QtBot) -> None:
    """On a small screen the history stands far below the card."""
    seen.window.resize(960, 540)
    seen.tab.history.setFocus()
    seen.tab._area.ensureWidgetVisible(seen.tab.visions.add)
    levels = seen.tab.rate.level.levels
    qtbot.waitUntil(lambda: levels.visibleRegion().isEmpty())
    seen.press(Qt.Key.Key_E)
    assert not levels.visibleRegion().isEmpty()


def test_a_correction_can_be_given_up(seen: Seen) -> None:
    """Nothing is written, and the card asks for a new one again."""
    before = seen.whole.ratings
    seen.tab.correct_button.click()
    seen.tab.rate.cancel.click()
    assert seen.tab.rate.level.level is None
    assert seen.tab.rate.cancel.isHidden()
    assert seen.whole.ratings == before


def test_a_vision_waits_for_its_day_and_is_settled_then(seen: Seen) -> None:
    """It comes back in September 2027; moved to yesterday it asks, and may be answered anew."""
    (vision,) = seen.whole.visions
    card = seen.tab.visions.cards[vision.id]
    assert card.text.text() == "\u201cQuarterly review with my staff, one shared number\u201d"
    assert card.state.text() == "comes back in 284 days"
    assert not card.reached.isVisible()
    write(card.day.line, "22 nov 2026")
    assert seen.whole.visions[0].due_on == date(2026, 11, 22)
    assert card.state.text() == "Its day has come. What became of it?"
    card.partly.click()
    assert [each.outcome for each in seen.whole.visions] == [VisionOutcome.PARTLY]
    assert card.state.text() == "partly reached, told on Mon 23 Nov 2026"
    card.missed.click()
    assert [each.outcome for each in seen.whole.visions] == [VisionOutcome.NOT_REACHED]
    assert seen.undo() == "Settle vision"
    assert seen.undo() == "Settle vision"
    assert seen.undo() == "Change day of vision"
    assert seen.whole.visions == (replace(vision, revision=seen.whole.visions[0].revision),)


def test_a_vision_is_added_by_typing_as_in_the_log(seen: Seen) -> None:
    """The character that marks one there may stand, and need not."""
    write(seen.tab.visions.add.line, "^ one shared order book by 30 jun 2027")
    (added,) = [each for each in seen.whole.visions if each.text == "one shared order book"]
    assert added.due_on == date(2027, 6, 30)
    assert seen.tab.visions.add.line.text() == ""
    assert len(seen.tab.visions.cards) == 2
    assert seen.undo() == "Add vision"
    assert len(seen.tab.visions.cards) == 1


def test_promises_of_both_sides_lead_to_the_follow_ups(seen: Seen) -> None:
    """Ours was due yesterday and is open: kept 0 of 1; of theirs nothing was due yet."""
    assert [(each.text, each.note) for each in seen.tab.promises.lines()] == [
        ("We kept 0 of 1 in time", ""),
        ("Bed-day cost comparison", "due yesterday"),
        ("Nothing of theirs was due", ""),
    ]
    seen.tab.promises.stops()[1].setFocus()
    seen.press(Qt.Key.Key_Return)
    assert desk_of(seen.window).places.shown is Place.FOLLOW_UPS
    (page,) = seen.window.findChildren(PromisesPage)
    assert page.filter.text() == "Mercy General"
    assert page.in_hand == (MERCY, "promise-ours")


def test_an_account_that_nobody_rated_says_how_to_begin(seen: Seen) -> None:
    """Guess: the card beside it is the one next step, and has the focus."""
    desk_of(seen.window).open_account(EASTSIDE)
    desk_of(seen.window).page.enter_tab(Tab.RELATIONSHIP)
    assert seen.tab.answer() == "Nobody has rated this relationship yet."
    assert not seen.tab.history.isVisible()
    seen.press("n", Qt.Key.Key_Return)
    assert seen.tab.history.isVisible()
    assert seen.tab.answer() == (
        "We have not rated it; they were not asked yet, our guess is Neutral."
    )


def test_what_is_half_typed_never_goes_to_another_account(seen: Seen) -> None:
    """A level that was chosen here is not offered there."""
    seen.press("d")
    seen.tab.rate.note.setText("half said")
    desk_of(seen.window).open_account(EASTSIDE)
    assert seen.tab.rate.level.level is None
    assert seen.tab.rate.note.text() == ""


def test_who_has_left_is_still_who_said_it(seen: Seen) -> None:
    """Correcting the level alone must not lose whose view it was."""
    roles = [each for each in seen.whole.roles if each.person_id == DANA]
    left = [replace(each, start=None, end=date(2026, 10, 1)) for each in roles]
    records.edit(seen.journal, "x", *left)
    seen.tab.history.setFocus()
    seen.press(Qt.Key.Key_E, "p", Qt.Key.Key_Return)
    (said,) = [each for each in seen.whole.ratings if each.viewpoint is SAID]
    assert (said.level, said.person_id) == (Level.POSITIVE, DANA)


def test_what_could_not_be_kept_stays_in_the_card(
    seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk must not cost what was said, nor ask for the next view."""

    def full(*_arguments: object) -> None:
        raise JournalError("The disk is full.")

    monkeypatch.setattr(ratings, "rate", full)
    heard: list[object] = []
    seen.tab.failed.disconnect()
    seen.tab.failed.connect(heard.append)
    seen.tab.rate.note.setText("in the corridor")
    seen.press("s", Qt.Key.Key_Return)
    assert [str(each) for each in heard] == ["The disk is full."]
    assert seen.tab.rate.level.level is Level.STRAINED
    assert seen.tab.rate.note.text() == "in the corridor"


def test_a_rating_in_the_trash_is_no_longer_corrected(seen: Seen) -> None:
    """Somebody undid it meanwhile: the card begins anew."""
    seen.tab.correct_button.click()
    rating = seen.tab.history.rating()
    assert rating is not None
    records.trash(seen.journal, "x", rating)
    assert seen.tab.rate.rate.text() == "Keep rating"


def test_the_model_of_the_history_keeps_its_contract(seen: Seen, qtbot: QtBot) -> None:
    """Qt's own tester watches it while it changes."""
    model = seen.tab.history.model()
    assert isinstance(model, QAbstractItemModel)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    seen.press("s", Qt.Key.Key_Return)
    assert model.rowCount() == len(seen.whole.ratings)
    tester.deleteLater()


@pytest.mark.parametrize("level", list(Level))
def test_each_level_stands_there_with_its_meaning(seen: Seen, level: Level) -> None:
    """One chooses by what one recognises it by, not by a word alone."""
    said = {each.text() for each in seen.tab.rate.level.findChildren(QLabel)}
    assert level_meaning(level) in said


def test_a_vision_that_was_searched_for_is_set_off_where_it_stands(
    qtbot: QtBot, seen: Seen
) -> None:
    """From the palette, wherever one was; its frame shows which of them was meant."""
    page = desk_of(seen.window).page
    page.show_tab(Tab.TIMELINE)
    (vision,) = seen.whole.visions
    seen.window.commands.search.trigger()
    (palette,) = seen.window.findChildren(Palette)
    with qtbot.waitSignal(palette._seeker.found, timeout=5_000):
        palette.field.setText(vision.text)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == Tab.RELATIONSHIP
    card = seen.tab.visions.cards[vision.id]
    assert seen.window.focusWidget() is card


def test_a_rating_that_is_led_to_is_set_off_in_the_history(seen: Seen) -> None:
    """Also where it was given in a meeting; the next stop of Tab corrects it."""
    page = desk_of(seen.window).page
    oldest = min(seen.whole.ratings, key=lambda each: each.day)
    page.show_tab(Tab.TIMELINE)
    seen.tab.record_wanted.emit(MERCY, oldest.id)
    assert page.tabs.currentIndex() == Tab.RELATIONSHIP
    assert seen.tab.history.rating() == oldest
    assert seen.tab.history.hasFocus()


def test_whose_calendar_it_is_in_is_where_a_commitment_leads(seen: Seen) -> None:
    """It stands among the people; what is neither leads to its moment."""
    page = desk_of(seen.window).page
    page.choose(seen.whole.commitments[0].id)
    assert page.tabs.currentIndex() == Tab.PEOPLE
    page.choose(TURNING)
    assert page.tabs.currentIndex() == Tab.TIMELINE


def test_an_account_that_was_never_rated_leads_to_where_it_is_rated(seen: Seen) -> None:
    """One press in its head, or the key that it names; once it is rated, nothing is asked."""
    desk = desk_of(seen.window)
    button = desk.page.strip.rate_button
    assert button.isHidden()
    desk.open_account(EASTSIDE)
    desk.page.show_tab(Tab.TIMELINE)
    key = seen.window.commands.show_relationship.shortcut().toString()
    assert button.text() == f"Rate it ({key})"
    button.click()
    assert desk.page.tabs.currentIndex() == Tab.RELATIONSHIP
    seen.press("p", Qt.Key.Key_Return)
    assert [each.level for each in reading.relationship(seen.journal, EASTSIDE).ratings] == [
        Level.POSITIVE
    ]
