"""Repeated visits: planned as ordinary ones, each looked at, left out or shifted."""

from datetime import date

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journal.operations.journal import Journal
from journal.ui.meetings.plan_form import PlanForm
from journal.ui.theme import Theme
from tests.ui.case import MERCY
from tests.ui.meetings.plan_case import Shown, at, opened, planned, press, shift


@pytest.fixture
def shown(qtbot: QtBot, journal: Journal, theme: Theme) -> Shown:
    """Show the form for one account, or for all."""
    return opened(qtbot, journal, theme)


def test_a_repetition_is_read_again_where_the_first_day_is_another(
    qtbot: QtBot, shown: Shown
) -> None:
    """It may be typed first."""
    form = shown(MERCY)
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    assert form.series.line.words() == ""
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    assert "on Tuesday, 2 times, the last on Tue 15 Dec 2026" in form.series.line.words()
    assert len(form.series.times()) == 2


def rows(form: PlanForm) -> list[str]:
    """Name the visits of a series."""
    return [each.tick.text() for each in form.series._rows]


def test_a_repeated_visit_is_shown_visit_by_visit(qtbot: QtBot, shown: Shown) -> None:
    """Every Thursday clashes; one is left out, one shifted to the quiet time of its week."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "thu 10 dec 14")
    qtbot.keyClicks(form.series.line.line, "weekly, 3 times")
    assert form.series.line.words() == (
        "every week on Thursday, 3 times, the last on Thu 24 Dec 2026"
    )
    assert rows(form) == [f"Thu {day} Dec 2026, 14:00" for day in (10, 17, 24)]
    assert form.series.said() == "3 meetings; something stands in the way of 3 of them"
    assert form.plan_button.text() == "Plan 3 meetings"
    form.series._rows[1].tick.click()
    shift(form, 2)
    assert rows(form)[2] == "Tue 22 Dec 2026, 10:00 instead of 24 Dec"
    assert form.series.said() == "2 meetings; something stands in the way of 1"
    assert planned(qtbot, form).times == (at("2026-12-10T14:00"), at("2026-12-22T10:00"))
    shift(form, 2)
    assert planned(qtbot, form).times == (at("2026-12-10T14:00"), at("2026-12-24T14:00"))


def test_the_button_says_how_many_are_planned(qtbot: QtBot, shown: Shown) -> None:
    """Whoever presses it knows what follows."""
    form = shown(MERCY)
    assert form.plan_button.text() == "Plan meeting"
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    assert form.plan_button.text() == "Plan 2 meetings"
    form.series._rows[0].tick.click()
    assert form.plan_button.text() == "Plan meeting"
    form.series.line.line.clear()
    qtbot.keyClicks(form.series.line.line, "weekly, 3 times")
    assert form.plan_button.text() == "Plan 3 meetings"


def test_a_button_that_makes_the_rows_anew_lives_until_it_is_through(
    qtbot: QtBot, shown: Shown
) -> None:
    """Qt goes on in it after its slots; its row is among those that are replaced."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "thu 10 dec 14")
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    button = form.series._rows[0].shift
    assert button is not None
    button.click()
    assert isValid(button)
    assert form.series._rows[0].shift is not button


def test_what_was_left_out_stays_so_while_it_is_there(qtbot: QtBot, shown: Shown) -> None:
    """Typing on in the line does not bring it back; another day begins anew."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    form.series._rows[1].tick.click()
    form.series.line.line.setText("weekly, 3 times")
    form.series.line.line.textEdited.emit("weekly, 3 times")
    assert [each.day for each in form.series.times()] == [date(2026, 12, 8), date(2026, 12, 22)]
    form.fields.when.line.setText("wed 9 dec 10")
    form.fields.when.line.textEdited.emit("wed 9 dec 10")
    assert len(form.series.times()) == 3
    form.series.line.line.clear()
    form.series.line.line.textEdited.emit("")
    assert planned(qtbot, form).times == (at("2026-12-09T10:00"),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("weekly, 105 times", "No more than 104 are planned at once; plan the rest later."),
        ("weekly until 1 dec", "That is before the first one; none would be planned."),
        ("weekly", "Say either how many times or until when."),
    ],
)
def test_a_repetition_that_cannot_be_is_not_planned(
    qtbot: QtBot, shown: Shown, text: str, why: str
) -> None:
    """The sentence stands beside the line."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    qtbot.keyClicks(form.series.line.line, text)
    spy = QSignalSpy(form.told)
    press(qtbot, form)
    assert form.series.line.words() == why
    assert spy.count() == 0


def test_where_all_are_left_out_nothing_is_planned(qtbot: QtBot, shown: Shown) -> None:
    """And one is told so."""
    form = shown(MERCY)
    qtbot.keyClicks(form.fields.when.line, "tue 8 dec 10")
    qtbot.keyClicks(form.series.line.line, "weekly, 2 times")
    for row in form.series._rows:
        row.tick.click()
    assert form.series.said() == "0 meetings"
    spy = QSignalSpy(form.told)
    press(qtbot, form)
    assert (spy.count(), form.missing()) == (0, "None is left.")
