"""One line takes every finding; each becomes a row whose text and choices are saved at once."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from journal.domain.meeting import Status
from journal.domain.metric import Metric
from journal.domain.person import Person, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import Basis, Record, Side, Visibility
from journal.ui.meetings.finding_row import FindingRow
from journal.ui.meetings.line_details import LineDetails
from journal.ui.meetings.log_form import LogForm
from tests.ui.case import DANA, ME, NEXT
from tests.ui.meetings.conftest import Car

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(car: Car) -> LogForm:
    """Open the form, with the cursor in the line."""
    form = car.log()
    car.press(Qt.Key.Key_H)
    form.fields.findings.adding.line.setFocus()
    return form


def row(form: LogForm) -> FindingRow:
    """Return the last row."""
    return form.fields.findings.rows[-1]


def opened(car: Car, form: LogForm) -> LineDetails:
    """Open the choices of the last row with the keyboard."""
    row(form).choice.setFocus()
    car.press(Qt.Key.Key_Space)
    details = row(form).details
    assert details is not None
    assert details.isVisible()
    return details


def take(field: QComboBox, words: str) -> None:
    """Choose by the whole words, as the arrow keys do."""
    position = field.findText(words)
    assert position >= 0
    field.setCurrentIndex(position)
    field.activated.emit(position)


def kept(car: Car, kind: type[Record]) -> list[Record]:
    """Return what was kept of a kind in this meeting, or at all where it has none."""
    whole = car.mercy()
    every = (
        *(*whole.quotes, *whole.promises, *whole.metrics, *whole.barriers, *whole.options),
        *(*whole.questions, *whole.visions, *whole.commitments),
    )
    lines = [each for each in every if type(each) is kind]
    return [each for each in lines if getattr(each, "meeting_id", NEXT) == NEXT]


@pytest.mark.parametrize(
    ("line", "kind", "lead", "choice"),
    [
        ('"That would help" Dana', Quote, "Quote", "Dana Whitfield"),
        ("! The slot", Barrier, "Barrier", "both sides', a guess"),
        ("> me: send the list by fri", Promise, "Promise", "me, Fri 4 Dec"),
        (">> Dana: name the analyst", Promise, "Promise", "Dana Whitfield"),
        ("# Overtime (hours)", Metric, "Measured by", "theirs, a guess"),
        ("* Ward pilot -> not now", Option, "Idea", "“not now”"),
        ("? Who reads it", Question, "To ask", "say more"),
        ("^ One shared number +share", Vision, "Year ahead", "theirs, a guess, shared"),
    ],
)
def test_each_first_character_makes_its_row(
    car: Car, form: LogForm, line: str, kind: type[Record], lead: str, choice: str
) -> None:
    """With what it is at the left and what can be chosen at the right; one step each."""
    count = len(kept(car, kind))
    car.enter(line)
    assert len(kept(car, kind)) == count + 1
    assert form.fields.findings.adding.line.text() == ""
    assert form.fields.findings.adding.line.hasFocus()
    assert row(form).text.accessibleName() == lead
    assert row(form).choice.accessibleName() == f"{choice}, change"
    car.undo()
    assert len(kept(car, kind)) == count
    assert not form.fields.findings.rows


def test_what_is_understood_is_said_while_it_is_typed(car: Car, form: LogForm) -> None:
    """So that nobody has to trust it; what is not understood is said too."""
    adding = form.fields.findings.adding
    assert adding.said().startswith("type “ for a quote, ! a barrier, > a promise")
    car.type("> send the list by fri")
    assert adding.said() == "Promise · ours · send the list · by Fri 4 Dec"
    adding.line.clear()
    car.type("~ nonsense")
    assert adding.said().startswith("Note · ~ nonsense ")
    assert adding.line.accessibleDescription() == adding.said()


def test_a_plain_line_goes_to_the_notes(car: Car, form: LogForm) -> None:
    """Behind what stands there already, also behind what was typed a moment ago."""
    form.fields.notes.setFocus()
    car.type("First.")
    form.fields.findings.adding.line.setFocus()
    car.enter("Second.")
    assert car.meeting().notes == "First.\nSecond."
    assert form.fields.notes.toPlainText() == "First.\nSecond."
    assert car.undo() == "Add note"


def test_a_line_that_cannot_be_kept_stays_with_the_reason(car: Car, form: LogForm) -> None:
    """Nothing is lost, and nobody has to dismiss a message."""
    for name in ("Take out Dana Whitfield",):
        (chip,) = (
            each
            for each in form.fields.who.findChildren(type(form.done_button))
            if each.accessibleName() == name
        )
        car.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    form.fields.findings.adding.line.setFocus()
    car.enter("~ thu 15:00 staff meeting")
    assert form.fields.findings.adding.said().startswith("Say whose calendar it is")
    assert form.fields.findings.adding.line.text() == "~ thu 15:00 staff meeting"
    assert car.failures == []


def test_the_text_of_a_row_is_saved_by_itself(car: Car, form: LogForm) -> None:
    """Enter leads back to the line for the next one; an empty text is never saved."""
    car.enter("! The slot")
    row(form).text.setFocus()
    row(form).text.selectAll()
    car.enter("The slot after lunch")
    assert form.fields.findings.adding.line.hasFocus()
    (barrier,) = kept(car, Barrier)
    assert isinstance(barrier, Barrier)
    assert barrier.text == "The slot after lunch"
    row(form).text.setFocus()
    row(form).text.selectAll()
    car.press(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    assert row(form).text.toPlainText() == "The slot after lunch"
    assert car.undo() == "Edit barrier"


def test_a_line_is_removed_by_key_and_by_button(car: Car, form: LogForm) -> None:
    """Into the trash, one step, and back where it was."""
    car.enter("! The slot")
    row(form).text.setFocus()
    car.press(Qt.Key.Key_Delete, modifier=CONTROL)
    assert not form.fields.findings.rows
    assert form.fields.findings.adding.line.hasFocus()
    assert car.undo() == "Remove line"
    details = opened(car, form)
    car.qtbot.mouseClick(details.remove_button, Qt.MouseButton.LeftButton)
    assert not form.fields.findings.rows
    assert kept(car, Barrier) == []


def test_whose_and_by_when_is_chosen_at_a_promise(car: Car, form: LogForm) -> None:
    """Each choice is one step."""
    car.enter("> send the list")
    details = opened(car, form)
    details.owner.setFocus()
    car.type("Dana")
    details.day.setFocus()
    car.enter("in 2 weeks")
    details.sharing.setFocus()
    car.press(Qt.Key.Key_Space)
    (promise,) = kept(car, Promise)
    assert isinstance(promise, Promise)
    assert (promise.side, promise.person_id) == (Side.THEIRS, DANA)
    assert (promise.due_on, promise.visibility) == (date(2026, 12, 15), Visibility.SHAREABLE)
    assert row(form).choice.accessibleName() == "Dana Whitfield, Tue 15 Dec, shared, change"
    assert row(form).choice.shown().startswith("Tue 15 Dec")  # the long name gives way
    assert "Edit promise" in {car.undo() for _step in range(3)}
    car.press(Qt.Key.Key_Tab)


def test_a_day_is_taken_away_again(car: Car, form: LogForm) -> None:
    """A promise may be owed without one; a vision always comes back on some day."""
    car.enter("> send the list by fri")
    details = opened(car, form)
    details.day.setFocus()
    details.day.line.selectAll()
    car.press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    (promise,) = kept(car, Promise)
    assert isinstance(promise, Promise)
    assert promise.due_on is None
    form.fields.findings.adding.line.setFocus()
    car.enter("^ One shared number")
    details = opened(car, form)
    details.day.setFocus()
    details.day.line.selectAll()
    car.press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    (vision,) = kept(car, Vision)
    assert isinstance(vision, Vision)
    assert vision.due_on == date(2027, 12, 1)
    assert details.day.line.text() == "Wed 1 Dec 2027"


def test_whose_part_who_named_it_and_how_we_know_is_chosen_at_a_barrier(
    car: Car, form: LogForm
) -> None:
    """Reported names the reporter."""
    car.enter("! The slot")
    details = opened(car, form)
    details.share.setFocus()
    car.type("ours")
    details.person.setFocus()
    car.type("Dana")
    take(details.source, "reported by Ana Calder")
    (barrier,) = kept(car, Barrier)
    assert isinstance(barrier, Barrier)
    assert barrier.share is Side.OURS
    assert (barrier.named_by, barrier.named_by_id) == (Side.THEIRS, DANA)
    assert (barrier.basis, barrier.reported_by_id) == (Basis.REPORTED, ME)
    assert row(form).choice.accessibleName() == "ours, reported, change"


def test_the_answer_to_an_idea_is_typed_and_a_no_is_understood(car: Car, form: LogForm) -> None:
    """It can be said otherwise; without an answer there was no refusal."""
    car.enter("* Ward pilot")
    details = opened(car, form)
    assert not details.refused.isEnabled()
    details.answer.setFocus()
    car.enter("not a priority")
    (option,) = kept(car, Option)
    assert isinstance(option, Option)
    assert (option.answer, option.refused, option.answered_on) == (
        "not a priority",
        True,
        date(2026, 12, 1),
    )
    car.qtbot.keyClick(details.refused, Qt.Key.Key_Space)
    (option,) = kept(car, Option)
    assert isinstance(option, Option)
    assert option.refused is False
    details.answer.setFocus()
    details.answer.line.selectAll()
    car.press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    (option,) = kept(car, Option)
    assert isinstance(option, Option)
    assert (option.answer, option.refused, option.answered_on) == ("", False, None)


def test_unit_and_target_of_a_number_are_typed(car: Car, form: LogForm) -> None:
    """They are texts, and saved by themselves."""
    car.enter("# Overtime")
    details = opened(car, form)
    details.unit.setFocus()
    car.type("hours")
    details.target.setFocus()
    car.type("20")
    details.source.setFocus()
    car.type("said")
    (metric,) = kept(car, Metric)
    assert isinstance(metric, Metric)
    assert (metric.unit, metric.target, metric.basis) == ("hours", "20", Basis.SAID)


def test_a_standing_commitment_is_noted_and_said_otherwise(car: Car, form: LogForm) -> None:
    """The one guest's calendar is meant; what it is, stays; how often is typed anew."""
    car.enter("~ thu 15:00 staff meeting")
    assert row(form).choice.accessibleName() == "every Thu 15:00–16:00, change"
    details = opened(car, form)
    details.often.setFocus()
    details.often.line.selectAll()
    car.type("whenever")
    car.press(Qt.Key.Key_Return)
    assert details.often.words() != ""
    details.often.line.selectAll()
    car.enter("fri 9:00-9:30")
    noted = [each for each in car.mercy().commitments if each.title == "staff meeting"]
    (commitment,) = noted
    assert isinstance(commitment, StandingCommitment)
    assert (commitment.person_id, commitment.rule) == (DANA, "FREQ=WEEKLY;BYDAY=FR")
    assert (commitment.start, commitment.minutes) == (time(9), 30)
    take(details.source, "a guess")
    (commitment,) = (e for e in car.mercy().commitments if e.title == "staff meeting")
    assert commitment.basis is Basis.GUESS


def test_a_new_person_has_a_title(car: Car, form: LogForm) -> None:
    """And is gone again by one step."""
    car.enter("@ Erin Wolff, buyer")
    assert isinstance(row(form).record, Person)
    assert row(form).choice.accessibleName() == "buyer, change"
    details = opened(car, form)
    details.title.setFocus()
    details.title.selectAll()
    car.type("senior buyer")
    car.press(Qt.Key.Key_Tab)
    assert "senior buyer" in {each.title for each in car.mercy().roles}
    assert row(form).choice.accessibleName() == "senior buyer, change"
    car.qtbot.mouseClick(details.remove_button, Qt.MouseButton.LeftButton)
    assert "Erin Wolff" not in {each.name for each in car.mercy().people}


def test_who_said_it_is_chosen_at_a_quote(car: Car, form: LogForm) -> None:
    """Or nobody named; a second press hides the choices again."""
    car.enter('"That would help"')
    details = opened(car, form)
    details.person.setFocus()
    car.type("Dana")
    (quote,) = kept(car, Quote)
    assert isinstance(quote, Quote)
    assert quote.person_id == DANA
    row(form).choice.setFocus()
    car.press(Qt.Key.Key_Space)
    assert details.isHidden()


def test_a_finding_is_the_first_fact_of_a_meeting_that_nobody_planned(car: Car) -> None:
    """It plans it; what is still in the line when the form is closed is kept too."""
    form = car.log()
    form._subject.point_to(None)
    form._read()
    form.fields.findings.adding.line.setFocus()
    car.type("> send the list")
    car.press(Qt.Key.Key_Escape)
    (promise,) = (e for e in car.mercy().promises if e.text == "send the list")
    assert promise.meeting_id is not None
    assert car.meeting(promise.meeting_id).status is Status.PLANNED
    assert car.meeting(promise.meeting_id).when.minute_of_day == 630
    assert promise.meeting_id != NEXT


def test_tab_leads_from_a_row_through_its_choices_to_the_next(car: Car, form: LogForm) -> None:
    """As the eye goes: the text, what is chosen, each choice, then the following line."""
    car.enter("? Who reads it")
    car.enter("? Who signs it")
    first = form.fields.findings.rows[0]
    first.text.setFocus()
    car.press(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab)
    assert first.details is not None
    assert first.details.person.hasFocus()
    car.press(Qt.Key.Key_Tab)
    assert first.details.remove_button.hasFocus()
    car.press(Qt.Key.Key_Tab)
    assert row(form).text.hasFocus()
    car.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert form.fields.findings.adding.line.hasFocus()
