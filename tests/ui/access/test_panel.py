"""What stands beside the week: commitments, how meetings were lost, why, what to propose."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from journal.analysis.slots import Slot
from journal.domain.person import Role
from journal.domain.record import MeetingId, RecordId, Side
from journal.operations import records
from journal.ui.meetings.log_form import LogForm
from journal.ui.people.tab import PeopleTab
from journal.ui.tabs import Tab
from tests.ui.access.conftest import THU_15, Seen, write
from tests.ui.case import DANA, HARBOR, LUIS, MERCY, ZONE
from tests.ui.windows import desk_of

LAST_LOST = MeetingId(RecordId("meeting-2026-08-06"))


def test_how_they_were_lost_and_why(seen: Seen) -> None:
    """All at the door, each time with the same words, and nobody found out more."""
    panel = seen.tab.panel
    assert [(each.text, each.note) for each in panel.lost.lines()] == [
        ("After you had arrived", "9"),
        ("On the way", "0"),
        ("Before you left", "0"),
        ("Days before", "0"),
    ]
    assert [(each.text, each.note) for each in panel.reasons.lines()] == [
        ("“something came up”", "9 times"),
        ("Unexplained", "9"),
    ]


def test_what_is_unexplained_leads_to_where_it_is_said(seen: Seen) -> None:
    """The latest of them, whose form begins at the found reason."""
    seen.tab.panel.reasons.stops()[0].setFocus()
    seen.press(Qt.Key.Key_Space)
    form = seen.dialog()
    assert isinstance(form, LogForm)
    reason = form.fields.reason.reason
    assert form.focusWidget() is reason
    assert form.rect().contains(reason.mapTo(form, QPoint(0, reason.height())))
    QTest.keyClicks(reason, "Her staff meeting")
    form.done_button.click()
    lost = next(each for each in seen.whole.meetings if each.id == LAST_LOST)
    assert lost.cancellation is not None
    assert lost.cancellation.found_reason == "Her staff meeting"
    found = seen.tab.panel.reasons.lines()
    assert [(each.text, each.note) for each in found][::2] == [
        ("Her staff meeting", "once"),
        ("Unexplained", "8"),
    ]


def test_a_standing_commitment_is_added_in_place(seen: Seen) -> None:
    """In one line and one step; whom one meets is meant where nobody is named."""
    line = seen.tab.panel.add.line
    write(line, "second tue of the month 13:00-14:30 P&T committee")
    added = next(each for each in seen.whole.commitments if each.title == "P&T committee")
    assert (added.person_id, added.rule, added.zone) == (DANA, "FREQ=MONTHLY;BYDAY=2TU", ZONE)
    assert line.text() == ""
    assert [each.below for each in seen.tab.panel.commitments.lines()] == [
        "Dana Whitfield · every Thu 15:00–16:00",
        "Dana Whitfield · second Tue of the month 13:00–14:30",
    ]
    assert "P&T committee" in seen.words(Slot(weekday=1, minute=780))
    assert seen.undo() == "Note standing commitment"
    assert len(seen.tab.panel.commitments.lines()) == 1


def test_a_standing_commitment_may_be_anothers(seen: Seen) -> None:
    """By the name; nobody of ours has one here."""
    role = Role(id=RecordId("luis"), account_id=MERCY, person_id=LUIS, side=Side.THEIRS)
    records.add(seen.journal, "x", role)
    field = seen.tab.panel.add
    QTest.keyClicks(field.line, "Ana: fri 9:00 team call")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.words() == "Ana Calder is one of us."
    field.line.clear()
    write(field.line, "Luis: fri 9:00 team call")
    assert any(
        (each.title, each.person_id) == ("team call", LUIS) for each in seen.whole.commitments
    )


def test_what_is_not_understood_stays_with_the_reason(seen: Seen) -> None:
    """And is given up when the tab is left, so that it is never taken for another account's."""
    line = seen.tab.panel.add.line
    write(line, "staff meeting")
    assert line.text() == "staff meeting"
    assert seen.tab.panel.add.words()
    desk_of(seen.window).page.show_tab(Tab.TIMELINE)
    assert line.text() == ""


def test_a_standing_commitment_leads_to_whose_it_is(seen: Seen) -> None:
    """Among the people it is changed and ended."""
    seen.tab.panel.commitments.stops()[0].setFocus()
    seen.press(Qt.Key.Key_Return)
    page = desk_of(seen.window).page
    assert page.tabs.currentIndex() == Tab.PEOPLE
    people = page.findChild(PeopleTab)
    assert people is not None
    assert people.panel.name.text() == "Dana Whitfield"


def test_one_that_is_over_stands_last(seen: Seen) -> None:
    """It explains what was lost to it, and is in nobody's way any more."""
    (staff,) = seen.whole.commitments
    records.edit(seen.journal, "x", replace(staff, last_day=date(2026, 9, 3)))
    write(seen.tab.panel.add.line, "mon 9:00 rounds")
    shown = seen.tab.panel.commitments.lines()
    assert [(each.text, each.note) for each in shown] == [
        ("rounds", ""),
        ("Management staff meeting", "over"),
    ]
    assert shown[1].below.endswith("every Thu 15:00–16:00, until Thu 3 Sep 2026")
    assert seen.words(THU_15) == "Thursday 15:00: not tried yet"


def test_tab_goes_from_the_week_down_what_stands_beside(seen: Seen) -> None:
    """As the eye does, also after rows were made anew."""
    write(seen.tab.panel.add.line, "mon 9:00 rounds")
    panel = seen.tab.panel
    stops = [seen.tab.grid, *panel.stops()]
    assert len(stops) == 1 + 2 + 1 + 3 + 1
    seen.tab.grid.setFocus()
    for each in stops[1:]:
        seen.press(Qt.Key.Key_Tab)
        assert seen.window.focusWidget() is each


def test_everything_can_be_pressed_by_its_name(seen: Seen) -> None:
    """What a row leads to is said with it."""
    row = seen.tab.panel.proposals.stops()[0]
    heard = QAccessible.queryAccessibleInterface(row)
    assert heard.role() is QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == "Tue 10:00 2 of 2 held"
    assert heard.text(QAccessible.Text.Description) == "Plan the next meeting there (Alt+1)"
    assert not isinstance(row, QPushButton)


def test_somebody_has_to_be_named_where_several_may_be_meant(seen: Seen) -> None:
    """Where nobody came last time, and not exactly one is known."""
    desk_of(seen.window).open_account(HARBOR)
    field = seen.tab.panel.add
    field.line.setText("thu 15:00 staff meeting")
    field.read_again()
    assert field.words() == "Say whose calendar it is, such as Dana: thu 15:00 staff meeting."
    assert not field.finish()
    field.line.clear()
    assert field.finish()


def test_the_example_calls_somebody_by_a_name_and_not_by_a_title(seen: Seen) -> None:
    """A doctor is not called `Dr.`; who has nothing but a title keeps it."""
    for name, said in (("Dr. Dana Whitfield", "Dana"), ("Dr.", "Dr.")):
        (dana,) = (each for each in seen.whole.people if each.id == DANA)
        records.edit(seen.journal, "x", replace(dana, name=name))
        hint = seen.tab.panel.add.line.placeholderText()
        assert hint == f"add one: {said}: thu 15:00 staff meeting"
