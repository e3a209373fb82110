"""What is prepared is written down by the keyboard, ordered, answered, shared and deleted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.domain.plan import Interest
from journal.domain.record import Basis, Side, Visibility
from journal.operations import records
from tests.ui.case import EASTSIDE
from tests.ui.negotiation.conftest import (
    BUDGET,
    CLOSED,
    OPEN,
    Seen,
    form,
)
from tests.ui.windows import desk_of

ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return
TODAY = date(2026, 11, 23)


def test_enter_adds_a_line_and_stays_for_the_next(seen: Seen) -> None:
    """Three interests in a row; each belongs to the open negotiation, and is undone by itself."""
    seen.go_to("interests theirs")
    seen.press(ENTER, "Lead on cost", ENTER, "Time with her staff", ENTER)
    assert isinstance(seen.focus(), QLineEdit)
    assert seen.texts("Interests")[:4] == [
        "No surprise in the budget",
        "Lead on cost",
        "Time with her staff",
        "add why they want it",
    ]
    added = next(each for each in seen.whole.interests if each.text == "Time with her staff")
    assert (added.side, added.negotiation_id, added.noted_on) == (Side.THEIRS, OPEN, TODAY)
    assert (added.basis, added.visibility) == (Basis.GUESS, Visibility.PRIVATE)
    seen.press(Qt.Key.Key_Escape)
    assert seen.focus() is seen.tab.outline
    assert seen.undo() == "Add interest"
    assert seen.undo() == "Add interest"
    assert seen.texts("Interests")[:2] == ["No surprise in the budget", "add why they want it"]


def test_what_both_want_is_added_where_none_is_yet(seen: Seen) -> None:
    """The page to share opens with it, so that it must not have to be made of another line."""
    seen.go_to("interests shared")
    seen.press("Short meetings", Qt.Key.Key_Return)
    added = next(each for each in seen.whole.interests if each.text == "Short meetings")
    assert added.side is Side.SHARED


def test_a_letter_begins_a_line_where_one_can_be_added(seen: Seen) -> None:
    """No key before it; what was typed is kept when one goes on with the arrow keys."""
    seen.go_to("barriers ours")
    seen.press("We change people", Qt.Key.Key_Down)
    assert seen.focus() is seen.tab.outline
    (mine,) = [each for each in seen.whole.barriers if each.text == "We change people"]
    assert (mine.share, mine.named_on, mine.named_by) == (Side.OURS, TODAY, Side.OURS)
    current = seen.tab.outline.current()
    assert current is not None
    assert current.text == "No access to the P&T committee"


def test_what_is_being_typed_is_kept_when_another_account_is_shown(seen: Seen) -> None:
    """It belongs to the one it was typed for."""
    seen.go_to("norms theirs")
    seen.press("tell us a day before")
    desk_of(seen.window).open_account(EASTSIDE)
    assert [each.text for each in seen.whole.norms][-1] == "tell us a day before"
    assert seen.texts("Working well looks like") == ["add what we will do", "add what they will do"]


def test_tab_leaves_the_field_for_the_details(seen: Seen) -> None:
    """And keeps what was typed."""
    seen.go_to("options")
    seen.press("A pilot", Qt.Key.Key_Tab)
    assert "A pilot" in seen.texts("Options")
    assert seen.focus() is not seen.tab.outline


def test_a_blank_line_adds_nothing(seen: Seen) -> None:
    """Enter in an empty field stays there."""
    seen.go_to("options")
    seen.press(ENTER, "  ", ENTER)
    assert len(seen.whole.options) == 3


def test_lines_are_moved_by_the_keyboard(seen: Seen) -> None:
    """Within their group, and in one change."""
    seen.go_to("on-time")
    seen.press(Qt.Key.Key_Up, modifier=ALT)
    assert seen.texts("Working well looks like")[:2] == ["end on time", "come on Tuesdays"]
    current = seen.tab.outline.current()
    assert current is not None
    assert current.key == "on-time"
    seen.press(Qt.Key.Key_Up, modifier=ALT)  # it is the first
    assert seen.undo() == "Move norm"
    assert seen.texts("Working well looks like")[:2] == ["come on Tuesdays", "end on time"]


def drop(seen: Seen, on: str, *, below: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the line that is set off go at a row."""
    outline = seen.tab.outline
    at = outline.model().index([each.key for each in outline.rows()].index(on), 0)
    places = outline.DropIndicatorPosition
    place = places.BelowItem if below else places.AboveItem
    monkeypatch.setattr(outline, "dropIndicatorPosition", lambda: place)
    event = QDropEvent(
        QPointF(outline.visualRect(at).center()),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    monkeypatch.setattr(QDropEvent, "source", lambda _event: outline)
    outline.dropEvent(event)


def test_lines_are_moved_by_dragging(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only among their like: an interest dropped among norms stays where it was."""
    seen.go_to("tuesdays")
    drop(seen, "on-time", below=True, monkeypatch=monkeypatch)
    assert seen.texts("Working well looks like")[:2] == ["end on time", "come on Tuesdays"]
    seen.go_to(BUDGET)
    drop(seen, "on-time", below=True, monkeypatch=monkeypatch)
    seen.go_to("tuesdays")
    drop(seen, "tuesdays", below=False, monkeypatch=monkeypatch)
    assert seen.undo() == "Move norm"
    assert seen.texts("Working well looks like")[:2] == ["come on Tuesdays", "end on time"]


def test_delete_deletes_at_once_and_is_taken_back(seen: Seen) -> None:
    """With the key where a line is set off, or with the button beside it."""
    seen.go_to("tuesdays")
    seen.window.commands.delete.trigger()
    assert seen.texts("Working well looks like")[0] == "end on time"
    assert desk_of(seen.window).undo_bar.words() == "Deleted: come on Tuesdays"
    seen.undo()
    seen.go_to(BUDGET)
    form(seen, Interest).trash.click()
    assert seen.texts("Interests")[0] == "add why they want it"
    assert seen.focus() is seen.tab.outline


def test_delete_means_no_line_while_the_keys_go_to_its_details(seen: Seen) -> None:
    """A tick there is nothing that the key should delete the line for."""
    seen.go_to(BUDGET)
    form(seen, Interest).foot.sharing.setFocus()
    assert desk_of(seen.window).page.in_hand is None
    seen.tab.outline.setFocus()
    assert desk_of(seen.window).page.in_hand == BUDGET
    seen.tab.choose(CLOSED)
    assert desk_of(seen.window).page.in_hand is None


def test_enter_goes_to_the_words_of_a_line_and_typing_saves_them(seen: Seen) -> None:
    """Esc comes back; one undo takes all the typing back."""
    seen.go_to(BUDGET)
    seen.press(ENTER)
    form(seen, Interest).head.text.selectAll()
    seen.press("No surprises", Qt.Key.Key_Escape)
    assert seen.focus() is seen.tab.outline
    assert seen.texts("Interests")[0] == "No surprises"
    assert seen.undo() == "Edit interest"
    assert form(seen, Interest).head.text.toPlainText() == "No surprise in the budget"


def test_a_negotiation_is_closed_and_the_next_one_opened(seen: Seen) -> None:
    """It asks for a sentence; what still stands between us goes on in the next."""
    seen.go_to("negotiation")
    about = seen.tab.details.about
    about.close_button.click()
    assert about.why() == "Say in a sentence what came of it."
    assert seen.focus() is about.result
    seen.press("Tuesdays are agreed", ENTER)
    assert seen.texts("This negotiation") == ["open a negotiation"]
    assert seen.focus() is seen.tab.outline  # a letter begins the next one
    assert "We waste her time" in seen.texts("What stands between us")
    assert "Predictable access" not in seen.texts("Interests")
    seen.go_to("negotiation")
    seen.press("One number", ENTER)
    assert seen.texts("This negotiation") == ["One number"]
    assert "We waste her time" in seen.texts("What stands between us")
    assert seen.tab.chooser.count() == 3
    seen.tab.choose(OPEN)
    assert seen.tab.answer() == "Closed on 23 Nov: Tuesdays are agreed"
    assert seen.undo() == "Open negotiation"
    assert seen.undo() == "Close negotiation"


def test_what_a_negotiation_is_about_is_typed(seen: Seen) -> None:
    """It saves itself."""
    seen.go_to("negotiation")
    seen.press(ENTER)
    seen.tab.details.about.title.selectAll()
    seen.press("One number", Qt.Key.Key_Escape)
    assert seen.texts("This negotiation") == ["One number"]


def test_the_next_meeting_has_best_least_and_opening(seen: Seen) -> None:
    """Typed beside the row; each saves itself on the meeting."""
    seen.go_to("least")
    seen.press(ENTER, "A date for the review", Qt.Key.Key_Escape)
    assert seen.texts("The next meeting")[1] == "A date for the review"
    view = desk_of(seen.window).page.view
    assert view is not None
    assert view.next_meeting is not None
    assert view.next_meeting.least == "A date for the review"


def test_without_a_next_meeting_planning_one_is_offered(qtbot: QtBot, seen: Seen) -> None:
    """And from the goal its dialog."""
    page = desk_of(seen.window).page
    page.plan_wanted.disconnect()
    desk_of(seen.window).open_account(EASTSIDE)
    seen.go_to("meeting")
    with qtbot.waitSignal(page.plan_wanted) as wanted:
        seen.press(ENTER, Qt.Key.Key_Space)
    assert wanted.args == [EASTSIDE, None]


def test_the_goal_is_changed_in_its_dialog(qtbot: QtBot, seen: Seen) -> None:
    """There is one place for it."""
    page = desk_of(seen.window).page
    seen.go_to("goal")
    assert seen.tab.details.reading.goal.isVisible()
    seen.press(ENTER)
    assert seen.focus() is seen.tab.details.reading.goal
    with qtbot.waitSignal(page.goal_wanted):
        seen.press(Qt.Key.Key_Space)


def test_a_row_where_a_line_can_be_added_says_what_it_is_for(seen: Seen) -> None:
    """Beside it, where the details of a line would stand."""
    seen.go_to("alternatives ours")
    assert "never shared" in seen.tab.details.reading.text.text()


def test_somebody_else_may_change_it_meanwhile(seen: Seen) -> None:
    """What was typed over it is refused, and asked about like everywhere."""
    seen.go_to(BUDGET)
    seen.press(ENTER)
    text = form(seen, Interest).head.text
    text.selectAll()
    seen.press("mine")
    budget = next(each for each in seen.whole.interests if each.id == BUDGET)
    with seen.journal.fellow() as other:
        records.edit(other, "Edit interest", replace(budget, text="theirs"))
    saver = desk_of(seen.window).keeper.saver
    assert not saver.flush()
    assert [each.text for each in saver.unsaved] == ["mine"]
    saver.let_go(saver.unsaved[0])


def test_what_came_of_it_is_kept_before_it_is_closed(seen: Seen) -> None:
    """Who looks at another line, or leaves, comes back to what was typed."""
    seen.go_to("negotiation")
    seen.tab.details.about.result.setFocus()
    seen.press("Tuesdays", Qt.Key.Key_Escape)
    assert seen.undo() == "Edit what came of it"
    assert not seen.tab.details.about.result.text()


def test_a_line_without_words_keeps_those_it_had(seen: Seen) -> None:
    """Words are what a line is made of; to be rid of it, one deletes it."""
    seen.go_to(BUDGET)
    seen.press(ENTER)
    form(seen, Interest).head.text.selectAll()
    seen.press(Qt.Key.Key_Delete, Qt.Key.Key_Escape)
    assert seen.texts("Interests")[0] == "No surprise in the budget"
    assert form(seen, Interest).head.text.toPlainText() == "No surprise in the budget"
