"""A planned meeting prepared, told otherwise and moved; on the case's next one, Tue 1 Dec 10:00."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.record import MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations import meetings, outcomes, reading, undoing
from journal.operations.journal import Journal
from journal.operations.outcomes import Ending
from journal.ui.meetings.plan_change import ChangeForm
from journal.ui.meetings.plan_errand import PlanErrand
from journal.ui.meetings.plan_form import PlanForm
from journal.ui.saving import Saver
from journal.ui.theme import Theme
from tests.ui.case import MERCY, NEXT, ZONE
from tests.ui.walking import cut_off, nameless, unreached


@pytest.fixture
def saver(journal: Journal) -> Saver:
    """Save as the window does."""
    return Saver(journal)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Show what the forms stand over; they delete themselves when they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def form(qtbot: QtBot, journal: Journal, saver: Saver, theme: Theme, window: QWidget) -> ChangeForm:
    """Show the next meeting."""
    made = ChangeForm(journal, saver, theme, reading.meeting(journal, NEXT), window)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def now_of(journal: Journal, meeting_id: MeetingId = NEXT) -> Meeting:
    """Return the meeting as the file has it."""
    return reading.meeting(journal, meeting_id)


def invited(journal: Journal, meeting_id: MeetingId = NEXT) -> list[str]:
    """Name who is invited, by name."""
    whole = reading.relationship(journal, MERCY)
    people = {each.id: each.name for each in whole.people}
    parts = [each for each in whole.participations if each.meeting_id == meeting_id]
    return sorted(people[each.person_id] for each in parts if each.person_id is not None)


def type_time(qtbot: QtBot, form: ChangeForm, text: str) -> None:
    """Type another time, and press Enter."""
    form.fields.when.line.selectAll()
    qtbot.keyClicks(form.fields.when.line, text)
    qtbot.keyClick(form.fields.when.line, Qt.Key.Key_Return)


def test_it_shows_what_is_planned(form: ChangeForm) -> None:
    """Calmly: nobody asked for another time, so none is offered."""
    assert form.fields.when.line.text() == "Tue 1 Dec 2026, 10:00–10:50"
    assert form.focusWidget() is form.fields.when.line
    assert form.purpose.text() == "Agree on one number that both of us are judged by."
    assert [each.name for each in form.fields.theirs.chosen()] == ["Dana Whitfield"]
    assert form.fields.advice.quiet() == ()
    assert not form.question.isVisible()


def test_texts_save_themselves(
    qtbot: QtBot, form: ChangeForm, journal: Journal, saver: Saver
) -> None:
    """Each field under its own name; leaving the form saves what was just typed."""
    qtbot.keyClicks(form.best, "She names her analyst")
    saver.flush()
    assert now_of(journal).best == "She names her analyst"
    assert undoing.undo_name(journal) == "Edit best outcome"
    qtbot.keyClicks(form.opening, "Last time")
    form.close_button.click()
    assert now_of(journal).opening == "Last time"


def test_another_length_or_way_is_no_question(
    qtbot: QtBot, form: ChangeForm, journal: Journal
) -> None:
    """Each is one change; the account's own way is not written down for the meeting."""
    form.fields.minutes.line.setText("90")
    form.fields.minutes.finish()
    assert (now_of(journal).minutes, now_of(journal).travel_min) == (90, None)
    assert form.fields.when.line.text() == "Tue 1 Dec 2026, 10:00–11:30"
    form.fields.travel.line.setText("45 min")
    form.fields.travel.finish()
    assert now_of(journal).travel_min == 45
    type_time(qtbot, form, "tue 1 dec 10-12")
    assert not form.question.isVisible()
    assert now_of(journal).minutes == 120
    assert now_of(journal).when == When.from_iso("2026-12-01T10:00", ZONE)
    form.fields.kind._group.button(2).click()
    assert now_of(journal).kind is Kind.VIDEO
    assert not form.place.isVisible()
    assert undoing.undo_name(journal) == "Prepare meeting"


def test_a_letter_stays_one(journal: Journal, saver: Saver, theme: Theme, window: QWidget) -> None:
    """It came from somebody's log; nobody here plans letters."""
    letter = replace(now_of(journal), kind=Kind.LETTER)
    meetings.prepare(journal, letter)
    form = ChangeForm(journal, saver, theme, now_of(journal), window)
    form.fields.minutes.line.setText("30")
    form.fields.minutes.finish()
    assert (now_of(journal).kind, now_of(journal).minutes) == (Kind.LETTER, 30)


def test_people_are_added_and_taken_out(qtbot: QtBot, form: ChangeForm, journal: Journal) -> None:
    """At once; somebody new becomes a person of theirs and is known from then on."""
    qtbot.keyClicks(form.fields.theirs.line, "Erin Hale")
    qtbot.keyClick(form.fields.theirs.line, Qt.Key.Key_Return)
    assert invited(journal) == ["Dana Whitfield", "Erin Hale"]
    assert all(each.person_id for each in form.fields.theirs.chosen())
    chips = {each.who.name: each for each in form.fields.theirs._chips}
    chips["Dana Whitfield"].click()
    assert invited(journal) == ["Erin Hale"]
    assert undoing.undo_name(journal) == "Take back invitation"


def test_another_time_asks_once_how_it_came_about(
    qtbot: QtBot, form: ChangeForm, journal: Journal
) -> None:
    """In passing: until it is answered nothing is changed, and it may be left as it was."""
    type_time(qtbot, form, "thu 3 dec 14")
    assert form.question.words() == (
        "Not Tue 1 Dec 2026, 10:00 any more, but Thu 3 Dec 2026, 14:00. How did that come about?"
    )
    assert form.focusWidget() is form.question.theirs
    assert now_of(journal).status is Status.PLANNED
    assert form.fields.advice.quiet()[0] == "Tue 1 Dec, 10:00 · 2 of 2 held"
    form.question.none.click()
    assert not form.question.isVisible()
    assert form.fields.when.line.text() == "Tue 1 Dec 2026, 10:00–10:50"
    assert now_of(journal).when == When.from_iso("2026-12-01T10:00", ZONE)


@pytest.mark.parametrize("by", [Side.THEIRS, Side.OURS])
def test_a_move_is_kept_as_one(qtbot: QtBot, form: ChangeForm, journal: Journal, by: Side) -> None:
    """By whom and when; the form goes on with the meeting that took its place."""
    moved = QSignalSpy(form.moved)
    type_time(qtbot, form, "wed 2 dec 9-10")
    (form.question.theirs if by is Side.THEIRS else form.question.ours).click()
    was = now_of(journal)
    assert was.status is Status.MOVED
    assert was.cancellation is not None
    assert (was.cancellation.by, was.cancellation.at) == (by, journal.now())
    assert was.successor_id is not None
    assert moved.at(0) == [was.successor_id]
    successor = now_of(journal, was.successor_id)
    assert successor.when == When.from_iso("2026-12-02T09:00", ZONE)
    assert (successor.minutes, successor.purpose) == (60, was.purpose)
    assert invited(journal, successor.id) == ["Dana Whitfield"]
    form.best.setFocus()
    qtbot.keyClicks(form.best, "A date")
    form.close_button.click()
    assert now_of(journal, successor.id).best == "A date"
    undoing.undo(journal)
    undoing.undo(journal)
    assert now_of(journal).status is Status.PLANNED


def test_another_time_is_not_lost_by_closing(
    qtbot: QtBot, form: ChangeForm, journal: Journal
) -> None:
    """Close asks first how it came about; Esc takes it back, the next Esc closes."""
    form.fields.when.line.selectAll()
    qtbot.keyClicks(form.fields.when.line, "wed 2 dec 9")
    form.close_button.click()
    assert form.isVisible()
    assert form.question.theirs.hasFocus()
    qtbot.keyClick(form.question.theirs, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form.fields.when.line.text() == "Tue 1 Dec 2026, 10:00–10:50"
    qtbot.keyClick(form.fields.when.line, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert now_of(journal).when == When.from_iso("2026-12-01T10:00", ZONE)


def test_what_is_not_understood_keeps_it_open(qtbot: QtBot, form: ChangeForm) -> None:
    """Nothing that is typed goes without a word."""
    form.fields.minutes.line.selectAll()
    qtbot.keyClicks(form.fields.minutes.line, "soon")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.isVisible()
    form.fields.minutes.line.selectAll()
    qtbot.keyClicks(form.fields.minutes.line, "1 h")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()


def test_who_is_typed_is_taken_even_where_the_form_is_closed(
    qtbot: QtBot, form: ChangeForm, journal: Journal
) -> None:
    """As the form that logs does."""
    qtbot.keyClicks(form.fields.theirs.line, "Erin Hale")
    form.reject()
    assert "Erin Hale" in {each.name for each in reading.relationship(journal, MERCY).people}


def test_a_time_alone_leaves_the_day(qtbot: QtBot, form: ChangeForm, journal: Journal) -> None:
    """Half past ten on the same day, not today."""
    type_time(qtbot, form, "10:30")
    form.question.wrong.click()
    assert now_of(journal).when == When.from_iso("2026-12-01T10:30", ZONE)


def test_a_wrong_entry_is_corrected(qtbot: QtBot, form: ChangeForm, journal: Journal) -> None:
    """No move: nobody is said to have called anything off."""
    type_time(qtbot, form, "wed 2 dec 9")
    form.question.wrong.click()
    assert now_of(journal).when == When.from_iso("2026-12-02T09:00", ZONE)
    assert now_of(journal).status is Status.PLANNED
    assert undoing.undo_name(journal) == "Correct time of meeting"
    assert form.fields.when.line.text() == "Wed 2 Dec 2026, 09:00–09:50"


def test_an_emptied_line_shows_the_time_again(
    qtbot: QtBot, form: ChangeForm, journal: Journal
) -> None:
    """A planned meeting has a day."""
    form.fields.when.line.selectAll()
    qtbot.keyClick(form.fields.when.line, Qt.Key.Key_Delete)
    form.purpose.setFocus()
    assert form.fields.when.line.text() == "Tue 1 Dec 2026, 10:00–10:50"
    assert now_of(journal).when == When.from_iso("2026-12-01T10:00", ZONE)


def test_what_was_closed_meanwhile_is_told(
    qtbot: QtBot, form: ChangeForm, journal: Journal
) -> None:
    """Another program logged it; what is refused changes nothing."""
    failed = QSignalSpy(form.failed)
    outcomes.tell_outcome(journal, NEXT, Ending(status=Status.NO_SHOW))
    type_time(qtbot, form, "wed 2 dec 9")
    form.question.wrong.click()
    assert "closed already" in failed.at(0)[0].sentence
    type_time(qtbot, form, "wed 2 dec 9")
    form.question.theirs.click()
    assert failed.count() == 2
    assert now_of(journal).status is Status.NO_SHOW


@pytest.mark.parametrize("size", [(760, 620), (512, 330)], ids=str)
def test_all_of_it_is_there_for_everybody(
    qtbot: QtBot, form: ChangeForm, size: tuple[int, int]
) -> None:
    """Each control has a name and is reached, nothing is cut; the smaller one is at 200 %."""
    type_time(qtbot, form, "thu 3 dec 14")
    form.resize(*size)
    qtbot.waitUntil(lambda: not cut_off(form))
    assert (form.width(), form.height()) == size
    assert nameless(form) == []
    assert unreached(form) == []


@pytest.fixture
def errand(journal: Journal, saver: Saver, theme: Theme, window: QWidget) -> PlanErrand:
    """Stand over the window."""
    return PlanErrand(window, journal=journal, saver=saver, theme=theme)


def test_the_errand_plans_and_names_what_was_planned(
    qtbot: QtBot, window: QWidget, errand: PlanErrand, journal: Journal
) -> None:
    """The first of the visits; the form is gone then."""
    planned = QSignalSpy(errand.planned)
    errand.plan(MERCY)
    (form,) = window.findChildren(PlanForm)
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    with qtbot.waitSignal(form.accepted):
        form.plan_button.click()
    first = now_of(journal, MeetingId(RecordId(planned.at(0)[0])))
    assert first.when == When.from_iso("2026-12-08T10:00", ZONE)
    assert undoing.undo_name(journal) == "Plan 2 meetings"
    assert invited(journal, first.id) == ["Dana Whitfield"]


def test_the_errand_asks_with_whom_where_none_is_open(window: QWidget, errand: PlanErrand) -> None:
    """None and "" mean any account; nobody to meet is said."""
    for nobody in (None, ""):
        errand.plan(nobody)
        form = window.findChildren(PlanForm)[-1]
        assert form.account.isVisible()
        form.reject()
    failed = QSignalSpy(errand.failed)
    errand.plan("gone")
    assert failed.at(0)[0].sentence == "There is no account to plan a meeting with yet."


def test_the_errand_changes_only_what_is_planned(
    qtbot: QtBot, window: QWidget, errand: PlanErrand, journal: Journal
) -> None:
    """A move leads to the meeting that took its place."""
    wanted, failed = QSignalSpy(errand.record_wanted), QSignalSpy(errand.failed)
    errand.change(MERCY, NEXT)
    (form,) = window.findChildren(ChangeForm)
    type_time(qtbot, form, "wed 2 dec 9")
    form.question.ours.click()
    assert wanted.at(0) == [MERCY, now_of(journal).successor_id]
    form.reject()
    errand.change(MERCY, NEXT)
    assert "closed already" in failed.at(0)[0].sentence
    errand.change(MERCY, "gone")
    assert failed.count() == 2
