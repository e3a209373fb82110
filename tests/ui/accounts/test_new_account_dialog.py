"""A new account: a name and Enter, and a word before one is made twice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.domain.account import Account, Aim
from journal.domain.record import Side
from journal.operations import listing, reading, records, undoing
from journal.operations.journal import Journal
from journal.ui.accounts.new_account_dialog import NewAccountDialog
from journal.ui.accounts.own_name_dialog import OwnNameDialog
from tests.ui.accounts.conftest import Counter
from tests.ui.case import DANA, HARBOR, MERCY


@pytest.fixture
def dialog(counter: Counter) -> NewAccountDialog:
    """Ask for a new account."""
    counter.errands.new_account()
    return counter.opened(NewAccountDialog)


def found(journal: Journal, name: str) -> Account:
    """Return the account of exactly that name that was made last."""
    accounts = [each.account for each in listing.accounts(journal) if each.account.name == name]
    return max(accounts, key=lambda each: each.id)


def names(journal: Journal) -> list[str]:
    """Return all names."""
    return [each.account.name for each in listing.accounts(journal)]


def test_a_name_and_enter_are_enough(
    counter: Counter, dialog: NewAccountDialog, journal: Journal
) -> None:
    """Ten seconds in the car; on the computer's clock, to be maintained, ours from today."""
    QTest.keyClicks(dialog.focusWidget(), "Lakeview Medical")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    made = found(journal, "Lakeview Medical")
    assert (made.aim, made.time_zone, made.travel_min) == (Aim.MAINTAIN, "Europe/Prague", None)
    (ours,) = reading.relationship(journal, made.id).roles
    assert ours.side is Side.OURS
    assert counter.wanted == [(made.id, "")]
    assert not counter.is_open(NewAccountDialog)

    undoing.undo(journal)
    assert "Lakeview Medical" not in names(journal)


def test_all_that_is_said_reaches_the_journal_as_one_change(
    dialog: NewAccountDialog, journal: Journal
) -> None:
    """Also somebody who is known from another account."""
    QTest.keyClicks(dialog.name, "Lakeview Medical")
    QTest.mouseClick(dialog.aim._group.button(0), Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.place, "Springfield")
    dialog.zone.line.selectAll()
    QTest.keyClicks(dialog.zone.line, "chicago")
    QTest.keyClicks(dialog.travel.line, "1h30")
    dialog.person.setText("Dana Whitfield · Director of Pharmacy · Mercy General")
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)

    made = found(journal, "Lakeview Medical")
    assert (made.aim, made.place, made.time_zone, made.travel_min) == (
        Aim.REPAIR,
        "Springfield",
        "America/Chicago",
        90,
    )
    people = {each.person_id for each in reading.relationship(journal, made.id).roles}
    assert DANA in people

    undoing.undo(journal)
    assert "Lakeview Medical" not in names(journal)


def test_somebody_new_is_made_with_it(dialog: NewAccountDialog, journal: Journal) -> None:
    """A name that nobody bears yet."""
    QTest.keyClicks(dialog.name, "Lakeview Medical")
    QTest.keyClicks(dialog.person, "Erin Moss")
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    whole = reading.relationship(journal, found(journal, "Lakeview Medical").id)
    assert "Erin Moss" in {each.name for each in whole.people}


def test_who_is_known_is_offered_while_one_types(
    counter: Counter, dialog: NewAccountDialog, journal: Journal
) -> None:
    """With what tells it from others of its name; pressing it opens that one."""
    QTest.keyClicks(dialog.name, "harbor")
    assert [each.text() for each in dialog.known.buttons] == ["Open Harbor Health"]
    QTest.keyClicks(dialog.name, " side")
    assert [each.text() for each in dialog.known.buttons] == []
    dialog.name.setText("mercy")
    (button,) = dialog.known.buttons
    assert button.text() == "Open Mercy General · Pharmacy department · Dayton"

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert counter.wanted == [(MERCY, "")]
    assert not counter.is_open(NewAccountDialog)
    assert len(names(journal)) == 4


def test_one_of_the_very_same_name_takes_a_second_press(
    dialog: NewAccountDialog, journal: Journal
) -> None:
    """Two sites may bear one name; that somebody is in a hurry is likelier."""
    QTest.keyClicks(dialog.name, "HARBOR health")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert len(names(journal)) == 4
    assert dialog.add_button.text() == "Add another one"
    assert dialog.known._said.text().startswith("Harbor Health is in the journal already.")

    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert found(journal, "HARBOR health").id != HARBOR


def test_another_name_takes_the_warning_back(dialog: NewAccountDialog) -> None:
    """It was about the name that stood there."""
    QTest.keyClicks(dialog.name, "Harbor Health")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.name, " East")
    assert dialog.add_button.text() == "Add account"
    assert not dialog.known._said.isVisible()


def test_what_is_not_understood_is_not_added(dialog: NewAccountDialog, journal: Journal) -> None:
    """It says why beside the line; nothing that was typed is lost."""
    QTest.keyClicks(dialog.name, "Lakeview Medical")
    QTest.keyClicks(dialog.travel.line, "far")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert len(names(journal)) == 4
    assert dialog.travel.words()
    assert dialog.isVisible()


def test_no_name_is_no_account(dialog: NewAccountDialog) -> None:
    """White space is none."""
    assert not dialog.add_button.isEnabled()
    QTest.keyClicks(dialog.name, "  ")
    assert not dialog.add_button.isEnabled()


def test_a_file_that_refuses_is_said(
    counter: Counter, dialog: NewAccountDialog, journal: Journal
) -> None:
    """And what was typed stays."""
    QTest.keyClicks(dialog.name, "Lakeview Medical")
    journal.file.connection.execute("PRAGMA query_only = 1")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    journal.file.connection.execute("PRAGMA query_only = 0")
    assert len(counter.failures) == 1
    assert dialog.name.text() == "Lakeview Medical"
    assert dialog.isVisible()


def test_who_keeps_the_journal_says_so_once(counter: Counter, journal: Journal) -> None:
    """In a new journal nobody is known; without a name nothing is ours and no promise is mine."""
    me = reading.me(journal)
    assert me is not None
    records.edit(journal, "Nobody yet", replace(me, is_self=False))
    counter.errands.new_account()
    dialog = counter.opened(NewAccountDialog)
    QTest.keyClicks(dialog.name, "Lakeview Medical")
    QTest.keyClicks(dialog.own_name, " Nora Lindqvist ")
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)

    whole = reading.relationship(journal, found(journal, "Lakeview Medical").id)
    (ours,) = whole.roles
    (nora,) = (each for each in whole.people if each.id == ours.person_id)
    assert (nora.name, nora.is_self, ours.start) == ("Nora Lindqvist", True, journal.today())
    undoing.undo(journal)
    assert reading.me(journal) is None

    undoing.redo(journal)
    counter.errands.new_account()
    assert not counter.opened(NewAccountDialog).own_name.isVisible()


def test_ones_own_name_can_be_said_and_changed_at_any_time(
    counter: Counter, journal: Journal
) -> None:
    """After an import, say, which cannot know whose journal this is."""
    counter.errands.say_own_name()
    dialog = counter.opened(OwnNameDialog)
    assert not dialog.keep.isEnabled()  # it is the one that is known
    QTest.keyClicks(dialog.focusWidget(), "Nora Lindqvist")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    me = reading.me(journal)
    assert me is not None
    assert me.name == "Nora Lindqvist"
    assert not counter.is_open(OwnNameDialog)


def test_names_are_read_once_and_compared_at_each_key(
    dialog: NewAccountDialog, journal: Journal
) -> None:
    """Of twelve thousand accounts each key took a quarter of a second."""
    asked: list[str] = []
    journal.file.connection.set_trace_callback(asked.append)
    QTest.keyClicks(dialog.name, "Mercy")
    journal.file.connection.set_trace_callback(None)
    assert asked == []
    assert dialog.known.buttons


def test_tab_goes_from_the_name_to_what_is_known(dialog: NewAccountDialog) -> None:
    """It stands right below, and is what one should see before going on."""
    QTest.keyClicks(dialog.name, "Mercy General")
    QTest.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.known.buttons[0]
