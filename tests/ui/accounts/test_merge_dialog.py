"""Making one of two: who is likely, a preview that comes true, and one undo."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.domain.account import Account, Aim
from journal.domain.meeting import Meeting
from journal.domain.person import Person, Role
from journal.domain.promise import Promise
from journal.domain.rating import Goal, Level
from journal.domain.record import AccountId, MeetingId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import listing, reading, records, undoing
from journal.operations.journal import Journal
from journal.operations.merging import Pick
from journal.ui.accounts.merge_dialog import MergeDialog
from tests.ui.accounts.conftest import Counter
from tests.ui.case import DANA, EASTSIDE, LUIS, MERCY

TWIN = AccountId(RecordId("twin"))
D = PersonId(RecordId("d"))
LONG_MS = 60_000


@pytest.fixture(autouse=True)
def _twins(journal: Journal) -> None:
    """Put Mercy General and Dana into the journal a second time."""
    journal.write(
        "Twins",
        add=[
            Account(
                id=TWIN,
                name="Mercy General Hospital",
                aim=Aim.RAISE,
                place="Dayton",
                travel_min=110,
                contact_interval_days=42,
                note="Side door",
            ),
            Person(id=D, name="D. Whitfield", phone="555 0101", note="Tea"),
            Role(
                id=RecordId("d-role"),
                account_id=TWIN,
                person_id=D,
                side=Side.THEIRS,
                title="Director",
            ),
            Meeting(
                id=MeetingId(RecordId("twin-meeting")),
                account_id=TWIN,
                when=When.from_iso("2026-12-15T10:00", "America/New_York"),
            ),
            *(
                Promise(
                    id=RecordId(f"twin-promise-{number}"),
                    account_id=TWIN,
                    text="A list",
                    side=Side.OURS,
                )
                for number in range(2)
            ),
            Goal(
                id=RecordId("twin-goal"),
                account_id=TWIN,
                level=Level.OUTSTANDING,
                by=date(2027, 12, 31),
                set_on=date(2026, 1, 1),
            ),
        ],
    )


def mercy(journal: Journal) -> Relationship:
    """Read the account that is kept."""
    return reading.relationship(journal, MERCY)


def press(button: QWidget) -> None:
    """Press a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def merge(qtbot: QtBot, counter: Counter, dialog: MergeDialog) -> None:
    """Press the button, and wait for the end."""
    before = len(counter.wanted) + len(counter.failures)
    press(dialog.merge_button)
    qtbot.waitUntil(lambda: len(counter.wanted) + len(counter.failures) > before, timeout=LONG_MS)


@pytest.fixture
def accounts(counter: Counter) -> MergeDialog:
    """Ask which account is the same as the one to repair."""
    counter.errands.merge_accounts(MERCY)
    return counter.opened(MergeDialog)


@pytest.fixture
def chosen(accounts: MergeDialog) -> MergeDialog:
    """Choose the likely one."""
    press(accounts.likely.buttons[0])
    return accounts


def test_who_is_likely_is_offered_first(accounts: MergeDialog) -> None:
    """The one that is kept is filled in, and one types the other or presses a button."""
    assert accounts.kept.text() == "Mercy General · Pharmacy department · Dayton"
    assert accounts.focusWidget() is accounts.other
    (button,) = accounts.likely.buttons
    assert button.text() == "Perhaps Mercy General Hospital · Dayton"
    assert not accounts.merge_button.isEnabled()
    assert accounts.problem() == "Or type the name of the other one above."

    press(button)
    assert accounts.other.text() == "Mercy General Hospital · Dayton"
    assert accounts.merge_button.isEnabled()
    assert accounts.focusWidget() is accounts.merge_button
    assert not accounts.likely.isVisible()


def test_the_other_is_chosen_by_typing(accounts: MergeDialog) -> None:
    """Any part of the name is completed."""
    QTest.keyClicks(accounts.other, "eastside")
    popup = accounts.other.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert accounts.other.text() == "Eastside Pharmacy <b>& Sons</b>"
    assert accounts.merge_button.isEnabled()


def test_the_same_one_twice_is_no_pair(accounts: MergeDialog) -> None:
    """It says so, and offers nothing to press."""
    accounts.other.setText(accounts.kept.text())
    assert accounts.problem() == "That is the same one; choose another."
    assert not accounts.merge_button.isEnabled()


def test_the_preview_says_what_becomes_of_each(chosen: MergeDialog) -> None:
    """What moves, what ends, what is taken over, what differs, and where the other goes."""
    said = chosen.preview.words().splitlines()
    assert said[0] == "1 role, 1 meeting, 1 goal and 2 promises go over to Mercy General."
    assert said[1] == (
        "Its goal, Outstanding by Fri 31 Dec 2027, ends today, because Mercy General has one "
        "that stands."
    )
    assert said[2] == (
        "Only Mercy General Hospital has these, so they are taken over: Meet at least every, Note."
    )
    assert "These facts differ; choose which stay." in said
    assert said[-1].startswith("What says the same twice then stays once. Mercy General Hospital")
    differing = [
        (each.field, [button.words for button in each.buttons.values()])
        for each in chosen.preview.choices
    ]
    assert differing == [
        ("name", ["Mercy General", "Mercy General Hospital"]),
        ("aim", ["Repair", "Raise"]),
        ("travel_min", ["2 h", "1 h 50 min"]),
    ]


def test_what_the_preview_said_then_happens(
    qtbot: QtBot, counter: Counter, chosen: MergeDialog, journal: Journal
) -> None:
    """In the counts that it named; one undo parts the two again."""
    before = mercy(journal)
    chosen.preview.choices[1].buttons[Pick.OTHER].click()
    merge(qtbot, counter, chosen)

    after = mercy(journal)
    assert (len(after.meetings), len(after.promises), len(after.roles), len(after.goals)) == (
        len(before.meetings) + 1,
        len(before.promises) + 2,
        len(before.roles) + 1,
        len(before.goals) + 1,
    )
    account = after.account
    assert (account.name, account.aim, account.travel_min) == ("Mercy General", Aim.RAISE, 120)
    assert (account.contact_interval_days, account.note) == (42, "Side door")
    assert [each.ended_on for each in after.goals if each.id == "twin-goal"] == [date(2026, 11, 23)]
    assert TWIN not in {each.account.id for each in listing.accounts(journal)}
    assert [each.title for each in records.in_trash(journal)] == ["Mercy General Hospital"]
    assert counter.wanted == [(MERCY, "")]
    assert not counter.is_open(MergeDialog)

    assert undoing.undo_name(journal) == "Merge accounts"
    undoing.undo(journal)
    assert len(mercy(journal).meetings) == len(before.meetings)
    assert mercy(journal).account.aim is Aim.REPAIR
    assert len(reading.relationship(journal, TWIN).promises) == 2


def test_the_window_hears_of_it_once(
    qtbot: QtBot, counter: Counter, chosen: MergeDialog, journal: Journal
) -> None:
    """It was done beside the window, by another connection."""
    heard: list[str] = []
    journal.subscribe(lambda change: heard.append(change.name))
    merge(qtbot, counter, chosen)
    assert heard == ["Merge accounts"]


def test_the_other_one_may_be_kept_instead(
    qtbot: QtBot, counter: Counter, chosen: MergeDialog, journal: Journal
) -> None:
    """One press turns the two round."""
    press(chosen.swap)
    assert chosen.kept.text() == "Mercy General Hospital · Dayton"
    assert "go over to Mercy General Hospital." in chosen.preview.words()
    merge(qtbot, counter, chosen)
    assert counter.wanted == [(TWIN, "")]
    assert MERCY not in {each.account.id for each in listing.accounts(journal)}


def test_what_was_changed_meanwhile_is_shown_again(
    qtbot: QtBot, counter: Counter, chosen: MergeDialog, journal: Journal
) -> None:
    """Another window may be open; nothing was merged, and the preview is new."""
    twin = reading.relationship(journal, TWIN).account
    records.edit(journal, "Edit place", replace(twin, place="Cincinnati"))
    merge(qtbot, counter, chosen)
    assert len(counter.failures) == 1
    assert counter.wanted == []
    assert TWIN in {each.account.id for each in listing.accounts(journal)}
    assert "place" in {each.field for each in chosen.preview.choices}
    assert chosen.merge_button.isEnabled()


def test_two_of_one_name_can_be_told_apart(counter: Counter, journal: Journal) -> None:
    """That is how most duplicates look."""
    journal.write("Twin", add=[Account(id=AccountId(RecordId("north")), name="NORTHFIELD LABS")])
    counter.errands.merge_accounts("northfield")
    dialog = counter.opened(MergeDialog)
    (button,) = dialog.likely.buttons
    assert dialog.kept.text() == "Northfield Labs · never met (2)"
    assert button.text() == "Perhaps NORTHFIELD LABS · never met"
    press(button)
    assert dialog.merge_button.isEnabled()


def test_an_account_like_no_other_says_what_to_do(counter: Counter) -> None:
    """Nothing is likely, so one types."""
    counter.errands.merge_accounts(EASTSIDE)
    dialog = counter.opened(MergeDialog)
    assert dialog.likely.buttons == ()
    assert dialog.problem().startswith("Type a name above")


def test_people_who_are_likely_the_same_are_offered_in_pairs(
    qtbot: QtBot, counter: Counter, journal: Journal
) -> None:
    """Of this account, with whoever may be the same anywhere."""
    counter.errands.merge_people(MERCY)
    dialog = counter.opened(MergeDialog)
    assert dialog.focusWidget() is dialog.kept
    (button,) = dialog.likely.buttons
    assert button.accessibleName() == (
        "Dana Whitfield · Director of Pharmacy · Mercy General  =  "
        "D. Whitfield · Director · Mercy General Hospital"
    )
    press(button)
    assert dialog.preview.words().startswith("1 role goes over to Dana Whitfield.")
    merge(qtbot, counter, dialog)

    people = {each.id: each for each in reading.everybody(journal)}
    assert D not in people
    assert people[DANA].phone == "555 0101"
    assert counter.wanted == [(MERCY, DANA)]
    undoing.undo(journal)
    assert D in {each.id for each in reading.everybody(journal)}


def test_somebody_of_the_people_is_begun_with(
    qtbot: QtBot, counter: Counter, journal: Journal
) -> None:
    """Both notes may stay, one under the other."""
    dana = next(each for each in reading.everybody(journal) if each.id == DANA)
    records.edit(journal, "Edit note", replace(dana, note="Coffee"))
    counter.errands.merge_person(MERCY, DANA)
    dialog = counter.opened(MergeDialog)
    press(dialog.likely.buttons[0])
    note = dialog.preview.choices[-1]
    assert [each.words for each in note.buttons.values()] == [
        "Coffee",
        "Tea",
        "Both, one under the other",
    ]
    note.buttons[Pick.BOTH].click()
    merge(qtbot, counter, dialog)
    people = {each.id: each for each in reading.everybody(journal)}
    assert people[DANA].note == "Coffee\nTea"


def test_any_two_people_may_be_one(counter: Counter) -> None:
    """Luis has no title and no account, and can be typed."""
    counter.errands.merge_person(MERCY, LUIS)
    dialog = counter.opened(MergeDialog)
    assert dialog.kept.text() == "Luis Ortega"
    dialog.other.setText("P. Olsen")
    assert dialog.merge_button.isEnabled()


def test_nothing_is_done_before_the_button(
    counter: Counter, chosen: MergeDialog, journal: Journal
) -> None:
    """Escape leaves both as they are."""
    QTest.keyClick(chosen, Qt.Key.Key_Escape)
    assert not counter.is_open(MergeDialog)
    assert undoing.undo_name(journal) == "Twins"


def test_who_is_likely_is_not_sought_anew_at_each_key(counter: Counter, journal: Journal) -> None:
    """Forty people against a thousand took a third of a second a key."""
    counter.errands.merge_people(MERCY)
    dialog = counter.opened(MergeDialog)
    asked: list[str] = []
    journal.file.connection.set_trace_callback(asked.append)
    QTest.keyClicks(dialog.other, "dana")
    journal.file.connection.set_trace_callback(None)
    assert asked == []


def test_tab_goes_from_the_two_names_through_the_choices(chosen: MergeDialog) -> None:
    """They come late, and Tab came to them after the buttons below them."""
    chosen.other.setFocus()
    for each in chosen.preview.choices:
        QTest.keyClick(chosen.focusWidget(), Qt.Key.Key_Tab)
        assert chosen.focusWidget() is each.buttons[each.pick]
    QTest.keyClick(chosen.focusWidget(), Qt.Key.Key_Tab)
    assert chosen.focusWidget() is chosen.swap


def test_tab_goes_from_the_names_to_who_is_likely(accounts: MergeDialog) -> None:
    """From above, as the eye goes."""
    accounts.other.setFocus()
    for each in accounts.likely.buttons:
        QTest.keyClick(accounts.focusWidget(), Qt.Key.Key_Tab)
        assert accounts.focusWidget() is each
