"""Planning a meeting by typing, on the case: Thursday 14:00 was lost, Tuesday 10:00 held."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.domain.errors import DamagedJournalError
from journal.domain.meeting import Kind, Status
from journal.operations import accounts, outcomes, planning
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment
from journal.operations.outcomes import Ending
from journal.operations.people import Somebody
from journal.operations.planning import Visits
from journal.typed.repetitions import MOST
from journal.ui.theme import Theme
from tests.ui.case import DANA, EASTSIDE, HAAS, HARBOR, MERCY
from tests.ui.meetings.plan_case import Shown, at, opened, planned, press, shift
from tests.ui.walking import cut_off, nameless, unreached


@pytest.fixture
def shown(qtbot: QtBot, journal: Journal, theme: Theme) -> Shown:
    """Show the form for one account, or for all."""
    return opened(qtbot, journal, theme)


def test_a_date_and_ctrl_enter_plan_a_meeting(qtbot: QtBot, shown: Shown) -> None:
    """All else is as last time: with Dana, 50 minutes, two hours away."""
    form = shown(MERCY)
    assert form.focusWidget() is form.fields.when.line
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    assert form.fields.when.words() == "Tue 8 Dec 2026, 10:00 · in 15 days · 16:00 here"
    assert planned(qtbot, form) == Visits(
        account_id=MERCY,
        times=(at("2026-12-08T10:00"),),
        people=(Somebody(known=DANA, name="Dana Whitfield"),),
        minutes=50,
        travel_min=120,
    )


def test_a_call_of_which_nobody_said_who_was_there_changes_nothing(
    shown: Shown, journal: Journal
) -> None:
    """Else nobody would be proposed after it, and no clash with anybody's calendar be seen."""
    call = Appointment(account_id=MERCY, when=at("2026-11-20T09:00"), kind=Kind.CALL)
    outcomes.tell_outcome(journal, call, Ending(status=Status.HELD))
    assert [each.name for each in shown(MERCY).fields.theirs.chosen()] == ["Dana Whitfield"]


def test_what_stands_in_the_way_is_said_as_the_date_is_typed(qtbot: QtBot, shown: Shown) -> None:
    """Thursday 14:00 was lost 9 of 17 times; the staff meeting begins 10 min after it."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "thu 3 dec 14")
    assert form.fields.advice.lines() == (
        "Management staff meeting of Dana Whitfield begins at 15:00, 10 min after this ends.",
        "Thursday 14:00 was lost 9 of 17 times.",
    )
    assert form.fields.advice.heading() == "Quiet times to take instead"
    assert form.fields.advice.quiet()[0] == "Tue 8 Dec, 10:00 · 2 of 2 held"


def test_a_quiet_time_is_taken_with_one_key(qtbot: QtBot, shown: Shown) -> None:
    """Alt+1; then nothing stands in the way, and Ctrl+Enter plans it."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "thu 3 dec 14")
    qtbot.keyClick(form, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert form.fields.when.line.text() == "Tue 8 Dec 2026, 10:00"
    assert form.fields.advice.lines() == ()
    assert form.fields.advice.heading() == "Nothing stands in the way. Quiet too"
    assert [each.action.shortcut().toString() for each in form.fields.advice._offers] == [
        *("Alt+1", "Alt+2", "Alt+3")
    ]
    assert planned(qtbot, form).times == (at("2026-12-08T10:00"),)


def test_quiet_times_stand_there_before_anything_is_typed(qtbot: QtBot, shown: Shown) -> None:
    """Who has no date in mind takes one; the button does what its key does."""
    form = shown(MERCY)
    assert form.fields.advice.heading() == "Quiet times"
    first = form.fields.advice.quiet()[0]
    form.fields.advice._offers[0].button.click()
    assert first == "Tue 24 Nov, 10:00 · 2 of 2 held"
    assert planned(qtbot, form).times == (at("2026-11-24T10:00"),)


def test_without_a_history_there_is_nothing_to_warn_of(qtbot: QtBot, shown: Shown) -> None:
    """An hour with nobody yet; the quiet times are untried."""
    form = shown(EASTSIDE)
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    assert form.fields.advice.lines() == ()
    assert all(each.endswith("not tried yet") for each in form.fields.advice.quiet())
    told = planned(qtbot, form)
    assert (told.people, told.minutes, told.travel_min) == ((), 60, None)


def test_a_length_typed_with_the_time_is_how_long_it_takes(qtbot: QtBot, shown: Shown) -> None:
    """And it counts for what stands in the way: from 12 to 15 the staff meeting is too near."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "thu 3 dec 12-15")
    assert "begins at 15:00, as this ends." in form.fields.advice.lines()[0]
    told = planned(qtbot, form)
    assert (told.times, told.minutes) == ((at("2026-12-03T12:00"),), 180)


def test_other_fields_change_what_stands_in_the_way(qtbot: QtBot, shown: Shown) -> None:
    """Without Dana her staff meeting does not matter; 30 minutes end early enough."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "thu 3 dec 13:50")
    assert any("staff meeting" in each for each in form.fields.advice.lines())
    form.fields.minutes.line.setText("30")
    form.fields.minutes.finish()
    assert not any("staff meeting" in each for each in form.fields.advice.lines())
    form.fields.minutes.line.setText("1 h")
    form.fields.minutes.finish()
    assert any("staff meeting" in each for each in form.fields.advice.lines())
    qtbot.keyClick(form.fields.theirs.line, Qt.Key.Key_Backspace)
    assert not any("staff meeting" in each for each in form.fields.advice.lines())


def test_all_of_it_may_be_told(qtbot: QtBot, shown: Shown) -> None:
    """A new name becomes a person of theirs; a colleague comes along; nobody travels to a call."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    qtbot.keyClicks(form.fields.theirs.line, "Erin Hale")
    assert form.fields.theirs.words() == "Enter makes a new person of theirs: Erin Hale"
    qtbot.keyClick(form.fields.theirs.line, Qt.Key.Key_Return)
    qtbot.keyClicks(form.fields.ours.line, "haas")
    assert form.fields.ours.words() == "Enter adds R. Haas"
    for field, text in (
        (form.purpose, " Agree on one number "),
        (form.best, "She names her analyst"),
        (form.least, "A next date"),
        (form.place, "Room 4"),
    ):
        qtbot.keyClicks(field, text)
    told = planned(qtbot, form)
    assert [each.name for each in told.people] == ["Dana Whitfield", "Erin Hale", "R. Haas"]
    assert (told.people[1].known, told.people[2].known) == (None, HAAS)
    assert (told.purpose, told.best) == ("Agree on one number", "She names her analyst")
    assert (told.least, told.place) == ("A next date", "Room 4")
    form.fields.kind._group.button(1).click()
    assert not form.fields.travel.isVisible()
    told = planned(qtbot, form)
    assert (told.kind, told.travel_min, told.place) == (Kind.CALL, None, "")


def test_nobody_is_entered_twice(qtbot: QtBot, shown: Shown) -> None:
    """Dana is known at Mercy: her whole name finds her for Harbor too, a part of it does not."""
    form = shown(HARBOR)
    field = form.fields.theirs
    qtbot.keyClicks(field.line, "Dana Whit")
    assert field.words() == "Enter makes a new person of theirs: Dana Whit"
    qtbot.keyClicks(field.line, "field")
    assert field.words() == "Enter adds Dana Whitfield, Mercy General"
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert [each.person_id for each in field.chosen()] == [DANA]
    field.line.setText("dana whitfield, mercy general")
    field.finish()
    assert len(field.chosen()) == 1


def test_somebody_of_ours_is_not_made_up(qtbot: QtBot, shown: Shown) -> None:
    """Who looks after accounts is said elsewhere; so the form waits."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    qtbot.keyClicks(form.fields.ours.line, "Nobody")
    spy = QSignalSpy(form.told)
    press(qtbot, form)
    assert spy.count() == 0
    assert form.fields.ours.words() == "“Nobody” is nobody known here."
    assert form.missing() == "Something is not understood; it says what."


def test_what_is_missing_is_said_and_gets_the_focus(qtbot: QtBot, shown: Shown) -> None:
    """First with whom, then when; what is not understood says why."""
    form = shown()
    spy = QSignalSpy(form.told)
    assert form.focusWidget() is form.account.line
    press(qtbot, form)
    assert form.missing() == "Say with whom."
    qtbot.keyClicks(form.account.line, "mercy")
    qtbot.keyClick(form.account.line, Qt.Key.Key_Return)
    assert form.focusWidget() is form.fields.when.line
    assert form._heading.text() == "Plan a meeting with Mercy General"
    press(qtbot, form)
    assert form.missing() == "Say when."
    qtbot.keyClicks(form.fields.when.line, "some day")
    assert form.missing() == ""
    press(qtbot, form)
    assert form.fields.when.words() == "“some” is no day or time."
    assert spy.count() == 0


def test_an_account_typed_in_full_needs_no_enter(qtbot: QtBot, shown: Shown) -> None:
    """Ctrl+Enter takes what stands in the line."""
    form = shown()
    qtbot.keyClicks(form.account.line, "Harbor Health")
    press(qtbot, form)
    whole = form.fields.relationship
    assert whole is not None
    assert whole.account.id == HARBOR


def test_escape_leaves_the_form(qtbot: QtBot, shown: Shown) -> None:
    """Nothing is planned."""
    form = shown(MERCY)
    told = QSignalSpy(form.told)
    with qtbot.waitSignal(form.rejected):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert told.count() == 0


def test_tab_goes_as_the_eye_does(qtbot: QtBot, shown: Shown) -> None:
    """From the date over the quiet times to the button."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "thu 10 dec 14")
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    fields = form.fields
    wanted = [
        fields.when.line,
        fields.advice._offers[0].button,
        fields.minutes.line,
        form.series.line.line,
        form.series._rows[0].tick,
        form.series._rows[1].tick,
        fields.theirs.line,
        fields.theirs._chips[0],
        fields.ours.line,
        fields.kind.focusProxy(),
        form.place,
        fields.travel.line,
        form.purpose,
        form.best,
        form.least,
        form.plan_button,
    ]
    order: list[QWidget] = []
    widget: QWidget | None = fields.when.line
    while widget is not None and widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    places = [order.index(each) for each in wanted if each is not None]
    assert places == sorted(places)


@pytest.mark.parametrize("size", [(760, 620), (512, 330)], ids=str)
def test_all_of_it_is_there_for_everybody(
    qtbot: QtBot, shown: Shown, size: tuple[int, int]
) -> None:
    """Each control has a name and is reached, nothing is cut; the smaller one is at 200 %."""
    form = shown()
    form.account.line.setText("Mercy General")
    form.account.finish()
    qtbot.keyClicks(form.fields.when.line, "thu 10 dec 14")
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    shift(form, 1)
    form.fields.theirs.line.setText("Bartholomew Featherstonehaugh-Cholmondeley von Hohenlohe")
    form.fields.theirs.finish()
    form.resize(*size)
    qtbot.waitUntil(lambda: not cut_off(form))
    assert (form.width(), form.height()) == size
    assert nameless(form) == []
    assert unreached(form) == []


def test_the_limit_is_that_of_the_operation() -> None:
    """What the line allows, the journal takes."""
    assert MOST == planning.MOST


def test_an_account_that_is_gone_is_told(qtbot: QtBot, shown: Shown, journal: Journal) -> None:
    """It was thrown away since the list was read."""
    form = shown()
    failed = QSignalSpy(form.failed)
    accounts.trash_account(journal, HARBOR)
    form.account.line.setText("Harbor Health")
    form.account.finish()
    assert failed.count() == 1
    assert form.fields.relationship is None


def test_a_journal_that_cannot_be_read_is_told_once_typed(
    qtbot: QtBot, shown: Shown, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is gone; what is typed stays."""
    form = shown(MERCY)

    def refuse(*_arguments: object) -> None:
        raise DamagedJournalError("It cannot be read.")

    failed = QSignalSpy(form.failed)
    monkeypatch.setattr(planning, "planned_around", refuse)
    qtbot.keyClicks(form.fields.when.line, "t")
    assert failed.count() == 1
    form.fields.when.line.setText("tue 8 dec 10")
    form.series.line.line.setText("weekly, 2 times")
    form.series.line.line.textEdited.emit("")
    assert form.series.times() == ()
