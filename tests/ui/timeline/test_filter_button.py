"""The filter of the timeline: kinds, and one of theirs."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from journal.domain.account import Account
from journal.domain.metric import MetricReading
from journal.domain.record import AccountId, RecordId
from journal.domain.relationship import Relationship
from journal.timeline.scene import Lane
from journal.ui.shared.account_view import AccountView, account_view
from journal.ui.theme import Theme
from journal.ui.timeline.canvas import Canvas
from journal.ui.timeline.filter_button import FilterButton
from tests.ui.case import NOW, SPEND


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme, mercy: AccountView) -> Canvas:
    """Show the account to repair."""
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.show_account(mercy)
    return made


def button_of(canvas: Canvas) -> FilterButton:
    """Return the button in its corner."""
    return canvas.findChildren(FilterButton)[0]


def action(canvas: Canvas, text: str) -> QAction:
    """Return one line of the menu."""
    return next(each for each in button_of(canvas).menu().actions() if each.text() == text)


def lanes(canvas: Canvas) -> set[Lane]:
    """Return what is drawn."""
    assert canvas.scene is not None
    return {each.lane for each in canvas.scene.spots}


def records(canvas: Canvas) -> set[str]:
    """Return all that is drawn or counted."""
    assert canvas.scene is not None
    return {record for each in canvas.scene.spots for record in each.records}


def test_the_menu_offers_what_there_is(canvas: Canvas) -> None:
    """Kinds of this account, then everybody, then theirs by name."""
    texts = [each.text() for each in button_of(canvas).menu().actions() if each.text()]
    assert texts[0] == "Owners"
    assert texts.index("Ratings and goals") < texts.index("Meetings") < texts.index("Everybody")
    assert texts.index("Everybody") < texts.index("Dana Whitfield")
    assert all(each.isCheckable() for each in button_of(canvas).menu().actions() if each.text())


def test_a_kind_left_out_gives_its_room_to_the_others(canvas: Canvas) -> None:
    """And comes back; the button and its words say that something is left out."""
    button = button_of(canvas)
    assert (button.text(), button.accessibleDescription()) == ("Filter", "All is shown")
    before = lanes(canvas)
    action(canvas, "Meetings").trigger()
    assert lanes(canvas) == before - {Lane.MEETINGS}
    assert (button.text(), button.accessibleDescription()) == ("Filtered", "without Meetings")
    action(canvas, "Meetings").trigger()
    assert lanes(canvas) == before
    assert button.text() == "Filter"


def test_arrows_pass_over_what_is_left_out(qtbot: QtBot, canvas: Canvas) -> None:
    """A step to something that cannot be seen would be no step."""
    for kind in ("Owners", "Quotes", "Ratings and goals", "Barriers", "Promises", "Visions due"):
        action(canvas, kind).trigger()
    action(canvas, "Readings").trigger()
    chosen: list[str] = []
    canvas.record_chosen.connect(chosen.append)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert len(chosen) == 3
    assert all(each.startswith("meeting") for each in chosen)


def test_one_person_shows_what_has_to_do_with_that_person(canvas: Canvas) -> None:
    """Less than of everybody, in the same stretch of time."""
    before, view = records(canvas), canvas.view
    action(canvas, "Dana Whitfield").trigger()
    assert records(canvas) < before
    assert canvas.view == view
    assert button_of(canvas).accessibleDescription() == "Only Dana Whitfield"
    action(canvas, "Everybody").trigger()
    assert records(canvas) == before


def test_reading_the_account_again_keeps_the_filter(canvas: Canvas, mercy: AccountView) -> None:
    """A saved note must not bring everybody back."""
    action(canvas, "Dana Whitfield").trigger()
    action(canvas, "Promises").trigger()
    before = records(canvas)
    canvas.show_account(account_view(mercy.relationship, NOW))
    assert records(canvas) == before
    assert Lane.PROMISES not in lanes(canvas)
    assert action(canvas, "Dana Whitfield").isChecked()
    assert not action(canvas, "Promises").isChecked()


def test_another_account_shows_everybody_and_the_same_kinds(
    canvas: Canvas, mercy: AccountView
) -> None:
    """Dana is not theirs; and an account of which nothing is known has nothing to filter."""
    action(canvas, "Dana Whitfield").trigger()
    action(canvas, "Promises").trigger()
    other = Account(id=AccountId(RecordId("other")), name="Other")
    canvas.show_account(account_view(Relationship(account=other), NOW))
    button = button_of(canvas)
    assert button.isHidden()
    assert button.narrowing.person_id is None
    canvas.show_account(mercy)
    assert not button.isHidden()
    assert Lane.PROMISES not in lanes(canvas)
    assert button.accessibleDescription() == "without Promises"


def test_whose_readings_are_the_bars_is_chosen(canvas: Canvas, mercy: AccountView) -> None:
    """Ours by itself; theirs where it is asked for, and still so when it is read again."""
    whole = mercy.relationship
    theirs = MetricReading(id=RecordId("spent"), metric_id=SPEND, day=date(2026, 3, 3), value=7)
    both = account_view(replace(whole, readings=(*whole.readings, theirs)), NOW)
    assert not any(each.text().startswith("Bars") for each in button_of(canvas).menu().actions())
    canvas.show_account(both)
    assert "spent" not in records(canvas)
    action(canvas, "Bars: Drug spend per bed-day").trigger()
    assert "spent" in records(canvas)
    canvas.show_account(both)
    assert "spent" in records(canvas)
    assert action(canvas, "Bars: Drug spend per bed-day").isChecked()
    assert not action(canvas, "Bars: Units sold").isChecked()
    canvas.show_account(mercy)
    assert canvas.narrowing.metric_id is None


def test_the_button_is_reached_by_key_and_stands_in_the_gutter(canvas: Canvas) -> None:
    """It covers nothing that is drawn, and Tab comes by."""
    button = button_of(canvas)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert canvas.scene is not None
    assert button.geometry().right() < canvas.scene.plot.left
    assert all(each.bottom <= button.geometry().top() for each in canvas.scene.strips)
    assert canvas.rect().contains(button.geometry())
