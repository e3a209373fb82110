"""The tab as a whole: what it opens with, adding, and room for all."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.account import Account
from journal.domain.meeting import Participation
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, RecordId, Side
from journal.operations import records
from journal.ui.people.add_person_dialog import AddPersonDialog
from journal.ui.people.tab import PeopleTab
from journal.ui.tabs import Tab
from tests.ui.case import (
    DANA,
    HARBOR,
    LUIS,
    MERCY,
    NEXT,
    NORTHFIELD,
    OLSEN,
    SPEND,
    TURNING,
)
from tests.ui.people.conftest import Seen, write
from tests.ui.walking import cut_off, nameless, unreached
from tests.ui.windows import desk_of

SIZES = [(1280, 800), (1024, 700), (960, 540)]
LONG = "Bartholomew Featherstonehaugh-Cholmondeley of the Integrated Care Partnership"
ARABIC = "عبد الرحمن بن عبد العزيز آل سعود مدير الصيدلة والرعاية الدوائية المتكاملة"
CHINESE = "欧阳明慧敏人民医院药学部副主任兼采购委员会主席办公室"


def adding(seen: Seen) -> AddPersonDialog:
    """Ask for a new person."""
    seen.tab.add.click()
    dialog = seen.dialog()
    assert isinstance(dialog, AddPersonDialog)
    return dialog


def crowded(seen: Seen) -> PeopleTab:
    """Show an account of thirty, with long names of three scripts."""
    names = [LONG, ARABIC, CHINESE, *(f"Person {number}" for number in range(27))]
    people = [
        Person(id=PersonId(RecordId(f"crowd-{at}")), name=name, remember=LONG * 3)
        for at, name in enumerate(names)
    ]
    roles = [
        Role(
            id=RecordId(f"crowd-role-{at}"),
            account_id=NORTHFIELD,
            person_id=each.id,
            side=Side.THEIRS,
            title=LONG,
            reports_to_id=people[at - 1].id if at else None,
        )
        for at, each in enumerate(people)
    ]
    records.add(seen.journal, "x", *people, *roles)
    desk_of(seen.window).open_account(NORTHFIELD)
    return seen.tab


def test_it_opens_with_its_answer(seen: Seen) -> None:
    """Then who of us looks after it, and did."""
    assert seen.tab.answer() == "3 people of theirs; nobody knows how 2 of them are measured."
    assert seen.tab._owner.text() == "Yours since Nov 2025, after R. Haas and P. Olsen"


def test_it_is_made_and_filled_only_when_it_is_looked_at(seen: Seen) -> None:
    """The first picture does not wait for it, nor does each account one goes through."""
    page = desk_of(seen.window).page
    page.show_tab(Tab.TIMELINE)
    desk_of(seen.window).open_account(HARBOR)
    assert "Dana Whitfield" in seen.names()
    page.show_tab(Tab.PEOPLE)
    assert seen.names() == ["Their people", "Luis Ortega"]


def test_whoever_was_looked_for_stands_here(seen: Seen) -> None:
    """The palette leads to a person, or to what recurs; all else has its own place."""
    desk = desk_of(seen.window)
    desk.page.show_tab(Tab.TIMELINE)
    desk.open_account(MERCY, LUIS)
    assert desk.page.tabs.currentIndex() == Tab.PEOPLE
    assert seen.tab.panel.name.text() == "Luis Ortega"
    desk.open_account(MERCY, RecordId("staff-meeting"))
    assert seen.tab.panel.name.text() == "Dana Whitfield"
    desk.open_account(MERCY, SPEND)
    assert desk.page.tabs.currentIndex() == Tab.ALIGNMENT
    desk.open_account(MERCY, TURNING)
    assert desk.page.tabs.currentIndex() == Tab.TIMELINE
    assert desk.page.chosen == TURNING


def test_one_who_looked_after_it_twice_stays_chosen_by_the_role(seen: Seen) -> None:
    """The same person stands twice in the history of owners."""
    again = Role(
        id=RecordId("olsen-again"),
        account_id=MERCY,
        person_id=OLSEN,
        side=Side.OURS,
        end=date(2022, 12, 31),
    )
    records.add(seen.journal, "x", again)
    seen.tab.choose(again.id)
    records.edit(seen.journal, "y", seen.person())
    records.trash(seen.journal, "z", seen.whole.promises[0])
    assert seen.tab.chart.chosen() == again.id


def test_it_has_the_height_of_the_cards(seen: Seen) -> None:
    """They say nothing of people; on the other tabs they are back."""
    page = desk_of(seen.window).page
    assert not page.chosen_card.isVisible()
    page.show_tab(Tab.MEETINGS)
    assert page.chosen_card.isVisible()


def test_an_account_without_people_says_how_to_begin(seen: Seen) -> None:
    """Nothing else stands there; the one next step is a button."""
    desk_of(seen.window).open_account(NORTHFIELD)
    assert seen.tab.answer() == "Nobody of theirs is known yet."
    assert not seen.tab.chart.isVisible()
    assert "Begin with the one whom you meet" in seen.tab._empty.text()
    assert seen.tab.add.isVisible()


def test_somebody_new_is_added(seen: Seen) -> None:
    """One step, with what is known; the panel shows them at once."""
    dialog = adding(seen)
    assert not dialog.add.isEnabled()
    QTest.keyClicks(dialog.name, "Cleo Park")
    assert dialog.said() == "Somebody new."
    QTest.keyClicks(dialog.title, "Chief nurse")
    dialog.since.line.setFocus()
    QTest.keyClicks(dialog.since.line, "1 mar 2025")
    dialog.add.click()
    (cleo,) = [each for each in seen.whole.people if each.name == "Cleo Park"]
    role = seen.role(cleo.id)
    assert (role.title, role.start, role.end) == ("Chief nurse", date(2025, 3, 1), None)
    assert seen.tab.panel.name.text() == "Cleo Park"
    assert seen.undo() == "Add person"
    assert "Cleo Park" not in seen.names()


def test_whoever_is_known_elsewhere_is_not_entered_twice(seen: Seen) -> None:
    """Harbor has nobody yet but Luis; Dana is known from Mercy."""
    desk_of(seen.window).open_account(HARBOR)
    dialog = adding(seen)
    QTest.keyClicks(dialog.name, "Dana Whitfeld")
    assert dialog.said() == (
        "Somebody new. Known already: Dana Whitfield; pick from the list who is meant."
    )
    dialog.name.setText("Dana Whitfield · Mercy General")
    assert dialog.said() == "Known already; gets a place here as well."
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert seen.names() == ["Their people", "Dana Whitfield", "Luis Ortega"]
    assert seen.tab.panel.name.text() == "Dana Whitfield"


def test_enter_in_the_list_of_names_picks_and_does_not_yet_add(seen: Seen) -> None:
    """The title comes after the name; Enter there is for all of it."""
    desk_of(seen.window).open_account(HARBOR)
    dialog = adding(seen)
    QTest.keyClicks(dialog.name, "whit")
    popup = dialog.name.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.name.known_id() == DANA
    assert dialog.said() == "Known already; gets a place here as well."
    dialog.cancel.click()
    assert "Dana Whitfield" not in seen.names()


def test_a_day_that_is_not_understood_adds_nobody(seen: Seen) -> None:
    """The dialog stays, and says why."""
    dialog = adding(seen)
    QTest.keyClicks(dialog.name, "Cleo Park")
    dialog.since.line.setText("soon")
    dialog.add.click()
    assert dialog.isVisible()
    assert dialog.since.words() == "“soon” is no day or time."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert "Cleo Park" not in seen.names()


def test_who_came_to_a_meeting_is_given_a_role(seen: Seen) -> None:
    """One press, and the list keeps being at the same person."""
    guest = Person(id=PersonId(RecordId("guest")), name="Gus Guest")
    part = Participation(id=RecordId("part"), meeting_id=NEXT, person_id=guest.id)
    records.add(seen.journal, "x", guest, part)
    seen.go_to("Gus Guest")
    assert not seen.tab.panel.role.isVisible()
    seen.tab.panel.give_role.click()
    assert seen.role(guest.id).account_id == MERCY
    assert seen.tab.panel.name.text() == "Gus Guest"
    assert seen.tab.panel.role.isVisible()


def test_what_is_typed_is_saved_when_one_goes_elsewhere(seen: Seen) -> None:
    """To another tab, to another account, or out of the window."""
    panel = seen.tab.panel
    page = desk_of(seen.window).page
    seen.go_to("Dana")
    panel.role.since.line.setFocus()
    QTest.keyClicks(panel.role.since.line, "1 mar 2024")
    page.show_tab(Tab.MEETINGS)
    assert seen.role(DANA).start == date(2024, 3, 1)

    page.show_tab(Tab.PEOPLE)
    seen.go_to("Luis")
    panel.metrics.add.line.setText("days in stock")
    desk_of(seen.window).open_account(HARBOR)
    assert [each.text for each in seen.whole.metrics if each.person_id == LUIS] == ["days in stock"]

    desk_of(seen.window).open_account(MERCY)
    seen.go_to("Helen")
    panel.commitments.add.line.setText("thu 9 rounds")
    seen.window.close()
    assert any(each.title == "rounds" for each in seen.whole.commitments)


def test_an_account_in_another_zone_reads_its_own_hours(seen: Seen) -> None:
    """What recurs there recurs on the clock of its wall."""
    account = Account(id=AccountId(RecordId("prague")), name="Nemocnice", time_zone="Europe/Prague")
    eva = Person(id=PersonId(RecordId("eva")), name="Eva")
    role = Role(id=RecordId("role-eva"), account_id=account.id, person_id=eva.id, side=Side.THEIRS)
    records.add(seen.journal, "x", account, eva, role)
    desk_of(seen.window).open_account(account.id)
    write(seen.tab.panel.commitments.add.line, "mon 8 rounds")
    (row,) = seen.tab.panel.commitments.rows.all()
    assert row._commitment is not None
    assert row._commitment.zone == "Europe/Prague"


def as_it_opens(seen: Seen) -> None:
    """Show the first person."""


def with_a_number(seen: Seen) -> None:
    """Show one with a metric, readings and a commitment."""
    seen.go_to("Dana")
    (row,) = seen.tab.panel.metrics.rows.all()
    write(row.readings.add.line, "12")


def with_another_account(seen: Seen) -> None:
    """Show one who is elsewhere too."""
    seen.go_to("Luis")


def with_a_crowd(seen: Seen) -> None:
    """Show thirty."""
    crowded(seen)


def with_nobody(seen: Seen) -> None:
    """Show an account without people."""
    desk_of(seen.window).open_account(NORTHFIELD)


LOOKS = [as_it_opens, with_a_number, with_another_account, with_a_crowd, with_nobody]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_everything_has_a_name_and_is_reached(seen: Seen, look: Callable[[Seen], None]) -> None:
    """By a screen reader, and without a pointer."""
    look(seen)
    assert nameless(seen.tab) == []
    assert unreached(seen.tab) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_nothing_is_cut_off(
    qtbot: QtBot, seen: Seen, look: Callable[[Seen], None], size: tuple[int, int]
) -> None:
    """On a small laptop, and at 200 %; what is long wraps or is cut with a sign."""
    seen.window.resize(*size)
    look(seen)
    seen.window.grab()
    qtbot.waitUntil(lambda: cut_off(seen.tab) == [])


@pytest.mark.parametrize("opened", [adding], ids=lambda each: each.__name__)
def test_the_dialogs_are_for_everybody(seen: Seen, opened: Callable[[Seen], object]) -> None:
    """Focus starts at the name; Tab goes down; Esc closes."""
    opened(seen)
    dialog = seen.dialog()
    assert nameless(dialog) == []
    assert unreached(dialog) == []
    dialog.grab()
    assert cut_off(dialog) == []
    assert dialog.minimumSizeHint().height() <= 480
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_buttons_in_the_tab_do_not_take_enter(seen: Seen) -> None:
    """Enter in a line takes the line, and presses nothing."""
    seen.go_to("Dana")
    assert not [
        each.text()
        for each in seen.tab.panel.findChildren(QPushButton)
        if each.autoDefault() or each.isDefault()
    ]
