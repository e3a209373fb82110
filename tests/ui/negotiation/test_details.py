"""The form of each kind of line: what is told in it is one operation, and undone by one key."""

from datetime import date

from PySide6.QtCore import Qt

from journal.domain.errors import JournalError
from journal.domain.plan import Barrier, Interest, Option, Question, Vision, VisionOutcome
from journal.domain.record import Basis, Side, Visibility
from journal.ui.tabs import Tab
from tests.ui.case import LUIS, TURNING
from tests.ui.negotiation.conftest import (
    ACCESS,
    BENCHMARK,
    BUDGET,
    REVIEW,
    Seen,
    form,
    write,
)
from tests.ui.windows import desk_of

ENTER = Qt.Key.Key_Return
TODAY = date(2026, 11, 23)


def test_how_a_line_is_known_is_chosen(seen: Seen) -> None:
    """Reported by somebody; the page says it, and how many guesses are left."""
    assert seen.tab.grounds().startswith("3 guesses left about them ·")
    asides = {each.text: each.aside for each in seen.tab.outline.rows() if each.is_heading}
    assert asides["If nothing is agreed"] == "1 guess"
    assert not asides["Criteria"]  # of both; it is not about them alone
    seen.go_to("tender")
    head = seen.tab.details.form(type(seen.whole.alternatives[0])).head
    head.source.told.emit((Basis.REPORTED, LUIS))
    assert seen.go_to("tender").notes == ("reported by Luis Ortega",)
    assert seen.tab.grounds().startswith("2 guesses left about them ·")
    assert seen.undo() == "Change how it is known"


def test_whose_a_line_is_and_who_said_it(seen: Seen) -> None:
    """Of a line that is ours nothing says how it is known; who was of the other side goes."""
    seen.go_to(BUDGET)
    head = form(seen, Interest).head
    assert head.source.isVisible()
    head.person.told.emit(LUIS)
    assert seen.go_to(BUDGET).notes == ("said by Luis Ortega, 3 Sep",)
    head.whose.told.emit(Side.OURS)
    budget = next(each for each in seen.whole.interests if each.id == BUDGET)
    assert (budget.side, budget.person_id) == (Side.OURS, None)
    assert not head.source.isVisible()
    write(head.noted.line, "")
    assert next(each for each in seen.whole.interests if each.id == BUDGET).noted_on is None


def test_a_barrier_is_acknowledged_and_lifted(seen: Seen) -> None:
    """In days as one types them; then it says how, and the answer is another barrier."""
    seen.go_to("waste")
    fields = form(seen, Barrier).barrier
    assert fields is not None
    write(fields.acknowledged.line, "today")
    assert seen.tab.answer().startswith(
        "“We waste her time” stands between us: our own part, acknowledged 23 Nov, not lifted yet."
    )
    assert not fields.how.isVisible()
    write(fields.lifted.line, "yesterday")
    fields.how.setFocus()
    seen.press("fewer visits", Qt.Key.Key_Tab)
    assert seen.go_to("waste").notes[0] == "lifted 22 Nov: fewer visits"
    assert seen.tab.answer() == "“No access to the P&T committee” stands between us."
    assert seen.undo() == "Edit how it was lifted"
    assert seen.undo() == "Lift barrier"
    assert seen.undo() == "Acknowledge barrier"


def test_a_barrier_is_not_lifted_before_it_was_named(seen: Seen) -> None:
    """It is said why, and the field shows what is so."""
    told: list[JournalError] = []
    seen.tab.failed.disconnect()
    seen.tab.failed.connect(told.append)
    seen.go_to("waste")
    fields = form(seen, Barrier).barrier
    assert fields is not None
    write(fields.lifted.line, "1 sep 2026")
    assert [each.sentence for each in told] == [
        "It cannot be lifted before it was named; nothing was changed."
    ]
    assert fields.lifted.line.text() == ""
    write(fields.named.line, "1 sep 2026")
    write(fields.lifted.line, "1 sep 2026")
    fields.namer.told.emit((Side.THEIRS, LUIS))
    waste = next(each for each in seen.whole.barriers if each.id == "waste")
    assert (waste.lifted_on, waste.named_by_id) == (date(2026, 9, 1), LUIS)


def test_an_option_is_answered_in_their_words(seen: Seen) -> None:
    """What sounds like a no is one, until one says otherwise."""
    seen.go_to(REVIEW)
    fields = form(seen, Option).answer
    assert fields is not None
    assert not fields.refused.isEnabled()
    write(fields.answer.line, "No, not this year")
    review = next(each for each in seen.whole.options if each.id == REVIEW)
    assert (review.answer, review.refused, review.answered_on) == ("No, not this year", True, TODAY)
    fields.refused.click()
    assert not next(each for each in seen.whole.options if each.id == REVIEW).refused
    write(fields.day.line, "10 nov 2026")
    assert seen.go_to(REVIEW).notes[0] == "“No, not this year”, 10 Nov"
    write(fields.answer.line, "")
    assert seen.go_to(REVIEW).notes[0] == "not raised yet"
    assert [seen.undo() for _each in range(4)] == ["Note answer"] * 4


def test_three_refusals_in_the_same_words_say_what_to_ask(seen: Seen) -> None:
    """The options are not what is refused."""
    seen.go_to("options")
    seen.press("A pilot", ENTER, Qt.Key.Key_Escape)
    pilot = next(each.id for each in seen.whole.options if each.text == "A pilot")
    for option in (pilot, REVIEW):
        seen.go_to(option)
        fields = form(seen, Option).answer
        assert fields is not None
        write(fields.answer.line, "Not a priority.")
        if not fields.refused.isChecked():
            fields.refused.click()
    assert seen.tab.answer() == (
        "“Not a priority” 3 times in a row: the options are not what is refused; ask what is."
    )


def test_an_option_serves_interests_and_meets_criteria(seen: Seen) -> None:
    """Each tick is one change; taking one back is no deletion that needs a bar."""
    seen.go_to(REVIEW)
    links = form(seen, Option).links
    assert links is not None
    assert [each.key for each in links.serves.rows()] == [BUDGET, ACCESS]
    assert [each.box.isChecked() for each in links.serves.rows()] == [True, False]
    links.meets.rows()[0].box.click()
    assert seen.go_to(REVIEW).notes[-1] == "meets The published benchmark"
    links.serves.rows()[0].box.click()
    assert not desk_of(seen.window).undo_bar.isVisible()
    assert seen.go_to(REVIEW).notes == ("not raised yet", "meets The published benchmark")
    assert seen.undo() == "Note what an option serves"
    assert seen.undo() == "Note what an option meets"
    assert [each.key for each in links.meets.rows()] == [BENCHMARK]
    assert not links.meets.rows()[0].box.isChecked()


def test_tab_goes_from_the_answer_to_what_the_option_serves(seen: Seen) -> None:
    """The ticks are made later than what stands under them, and still come before it."""
    seen.go_to(REVIEW)
    shown = form(seen, Option)
    assert shown.answer is not None
    assert shown.links is not None
    shown.answer.answer.line.setFocus()
    seen.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert seen.focus() is shown.links.serves.rows()[0].box
    seen.press(*[Qt.Key.Key_Tab] * len(shown.links.serves.rows()))
    assert seen.focus() is shown.links.meets.rows()[0].box
    seen.press(Qt.Key.Key_Tab)
    assert seen.focus() is shown.foot.belongs


def test_a_question_is_for_somebody_and_answered(seen: Seen) -> None:
    """Asked, it stands behind those that wait."""
    seen.go_to("questions")
    seen.press("What would you miss?", ENTER, Qt.Key.Key_Escape)
    seen.go_to("question")
    line_form = form(seen, Question)
    line_form.head.person.told.emit(None)
    assert seen.go_to("question").notes == ()
    fields = line_form.answer
    assert fields is not None
    write(fields.day.line, "yesterday")
    write(fields.answer.line, "Cost per bed day")
    assert seen.texts("To ask next time")[:2] == [
        "What would you miss?",
        "Which number does your director look at first?",
    ]
    assert seen.go_to("question").notes == ("asked 22 Nov", "“Cost per bed day”")
    assert not fields.refused.isVisible()


def test_a_vision_comes_back_on_a_day_and_its_words_are_left_alone(seen: Seen) -> None:
    """One of today may still be mended."""
    (vision,) = seen.whole.visions
    seen.go_to(vision.id)
    line_form = form(seen, Vision)
    assert line_form.head.text.isReadOnly()
    fields = line_form.vision
    assert fields is not None
    write(fields.due.line, "1 oct 2027")
    write(fields.due.line, "")
    assert fields.due.line.text() == "Fri 1 Oct 2027"
    fields.outcome.told.emit(VisionOutcome.PARTLY)
    assert seen.go_to(vision.id).notes[0] == "partly reached, 23 Nov"
    fields.outcome.told.emit(None)
    assert seen.go_to(vision.id).notes[0] == "comes back 1 Oct 2027"
    seen.go_to("visions ours")
    seen.press("They call us first", ENTER, Qt.Key.Key_Escape)
    mine = next(each for each in seen.whole.visions if each.side is Side.OURS)
    assert mine.due_on == date(2027, 11, 23)
    seen.go_to(mine.id)
    assert not line_form.head.text.isReadOnly()


def test_a_line_may_be_shared_and_may_belong_to_the_account_as_a_whole(seen: Seen) -> None:
    """Private unless ticked; an alternative never is."""
    seen.go_to(BUDGET)
    foot = form(seen, Interest).foot
    foot.sharing.click()
    assert "may be shared" in seen.go_to(BUDGET).notes
    foot.belongs.told.emit(None)
    budget = next(each for each in seen.whole.interests if each.id == BUDGET)
    assert (budget.visibility, budget.negotiation_id) == (Visibility.SHAREABLE, None)
    assert seen.undo() == "Change where it belongs"
    assert seen.undo() == "Allow to share"
    seen.go_to("tender")
    assert not seen.tab.details.form(type(seen.whole.alternatives[0])).foot.sharing.isVisible()


def test_a_line_leads_to_the_meeting_in_which_it_came_up(seen: Seen) -> None:
    """Only where it came up in one."""
    seen.go_to(BUDGET)
    assert not form(seen, Interest).foot.came_up.isVisible()
    seen.go_to("option")
    came_up = form(seen, Option).foot.came_up
    assert came_up.text() == "Came up on Thu 3 Sep 2026"
    came_up.click()
    page = desk_of(seen.window).page
    assert (page.tabs.currentIndex(), page.chosen) == (Tab.TIMELINE, TURNING)
