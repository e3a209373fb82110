"""The facts of an account and its goal: each answer reaches the journal, and one undo its end."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.domain.account import Account, Aim
from journal.domain.rating import Goal, Level
from journal.domain.record import AccountId
from journal.operations import goals, reading, records, undoing
from journal.operations.journal import Journal
from journal.ui.accounts.account_dialog import AccountDialog
from journal.ui.shared.level_field import LevelField
from journal.ui.shared.read_field import ReadField
from tests.ui.accounts.conftest import Counter
from tests.ui.case import DANA, EASTSIDE, MERCY

TODAY = date(2026, 11, 23)


@pytest.fixture
def dialog(counter: Counter) -> AccountDialog:
    """Show the account to repair."""
    counter.errands.edit_account(MERCY)
    return counter.opened(AccountDialog)


@pytest.fixture
def bare(counter: Counter) -> AccountDialog:
    """Show an account without a goal."""
    counter.errands.edit_account(EASTSIDE)
    return counter.opened(AccountDialog)


def account(journal: Journal) -> Account:
    """Read the account."""
    return reading.relationship(journal, MERCY).account


def goal(journal: Journal, account_id: AccountId = MERCY) -> Goal:
    """Read its last goal."""
    return reading.relationship(journal, account_id).goals[-1]


def retype(line: QLineEdit, text: str) -> None:
    """Type over what stands in a line, and go on."""
    line.setFocus()
    line.selectAll()
    if text:
        QTest.keyClicks(line, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def choose(field: LevelField, level: Level) -> None:
    """Press a rating."""
    QTest.mouseClick(field.levels._group.button(level - 1), Qt.MouseButton.LeftButton)


def press(button: QWidget) -> None:
    """Press a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_bears_the_name_and_begins_there(dialog: AccountDialog) -> None:
    """Focus at the first field, all of it chosen."""
    assert dialog.windowTitle() == "Mercy General"
    assert dialog.facts.name.hasFocus()
    assert dialog.facts.name.selectedText() == "Mercy General"


@pytest.mark.parametrize(
    ("field", "change"),
    [("name", "Edit name"), ("unit", "Edit unit"), ("place", "Edit place")],
)
def test_a_line_saves_itself_when_it_is_left(
    dialog: AccountDialog, journal: Journal, field: str, change: str
) -> None:
    """One undo brings back what was there, in the dialog as well."""
    before = getattr(account(journal), field)
    retype(getattr(dialog.facts, field), "Otherwise")
    assert getattr(account(journal), field) == "Otherwise"
    assert undoing.undo_name(journal) == change

    undoing.undo(journal)
    assert getattr(account(journal), field) == before
    assert getattr(dialog.facts, field).text() == before


@pytest.mark.parametrize("field", ["address", "note"])
def test_a_longer_text_saves_itself(dialog: AccountDialog, journal: Journal, field: str) -> None:
    """At once when the dialog is closed."""
    before = getattr(account(journal), field)
    text = getattr(dialog.facts, field)
    text.selectAll()
    QTest.keyClicks(text, "Side door")
    dialog.accept()
    assert getattr(account(journal), field) == "Side door"
    undoing.undo(journal)
    assert getattr(account(journal), field) == before


def test_a_name_is_never_empty(dialog: AccountDialog, journal: Journal) -> None:
    """The last one stays."""
    retype(dialog.facts.name, "")
    assert account(journal).name == "Mercy General"
    assert dialog.facts.name.text() == "Mercy General"


def test_the_new_name_stands_in_the_title(dialog: AccountDialog) -> None:
    """As soon as it is saved."""
    retype(dialog.facts.name, "Mercy East")
    assert dialog.windowTitle() == "Mercy East"


def test_an_aim_is_one_change(dialog: AccountDialog, journal: Journal) -> None:
    """Also where a text was typed just before, which is a change of its own."""
    dialog.facts.unit.setFocus()
    QTest.keyClicks(dialog.facts.unit, "!")
    press(dialog.facts.aim._group.button(1))
    assert account(journal).aim is Aim.RAISE
    assert undoing.undo_name(journal) == "Change aim"

    undoing.undo(journal)
    assert account(journal).aim is Aim.REPAIR
    assert dialog.facts.aim.position == 0
    assert account(journal).unit == "!Pharmacy department"


def test_the_aim_that_is_so_already_changes_nothing(
    dialog: AccountDialog, journal: Journal
) -> None:
    """Undo would have nothing to take back."""
    press(dialog.facts.aim._group.button(0))
    assert undoing.undo_name(journal) == "The case"


@dataclass(frozen=True)
class Read:
    """A field, what is typed into it, and what comes of that."""

    field: str
    typed: str
    fact: str
    value: object
    shown: str


READ = [
    Read("zone", "berlin", "time_zone", "Europe/Berlin", "Berlin (Europe)"),
    Read("zone", "", "time_zone", "", ""),
    Read("travel", "1h15", "travel_min", 75, "1 h 15 min"),
    Read("travel", "", "travel_min", None, ""),
    Read("interval", "6 weeks", "contact_interval_days", 42, "6 weeks"),
]


@pytest.mark.parametrize("read", READ, ids=lambda read: f"{read.field} {read.typed}")
def test_what_is_typed_is_read_and_saved(
    dialog: AccountDialog, journal: Journal, read: Read
) -> None:
    """One change each, and the dialog shows it as it was read."""
    field: ReadField = getattr(dialog.facts, read.field)
    before, shown = getattr(account(journal), read.fact), field.line.text()
    retype(field.line, read.typed)
    assert getattr(account(journal), read.fact) == read.value
    assert field.line.text() == read.shown

    undoing.undo(journal)
    assert getattr(account(journal), read.fact) == before
    assert field.line.text() == shown


def test_what_is_not_understood_changes_nothing(dialog: AccountDialog, journal: Journal) -> None:
    """It says so beside the line."""
    retype(dialog.facts.interval.line, "often")
    assert account(journal).contact_interval_days is None
    assert "6 weeks" in dialog.facts.interval.words()


def test_the_keys_undo_and_redo_in_the_dialog(dialog: AccountDialog, journal: Journal) -> None:
    """The window behind it does not hear them."""
    press(dialog.facts.aim._group.button(2))
    assert account(journal).aim is Aim.MAINTAIN
    QTest.keyClick(
        dialog.facts.aim._group.button(2), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    assert account(journal).aim is Aim.REPAIR
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(dialog.facts.aim._group.button(0), Qt.Key.Key_Z, both)
    assert account(journal).aim is Aim.MAINTAIN


def test_the_goal_that_stands_is_shown(dialog: AccountDialog) -> None:
    """With the day and the person who was told, and each rating with what it means."""
    shown = dialog.goal
    assert shown.isVisible()
    assert not dialog.new_goal.isVisible()
    assert shown.level.level is Level.POSITIVE
    assert shown.by.line.text() == "Wed 30 Jun 2027"
    assert shown.sentence.text() == "From poor to positive"
    assert shown.shared_on.line.text() == "Thu 3 Sep 2026"
    assert shown.shared_with.currentText() == "Dana Whitfield"
    said = [each.text() for each in shown.level.findChildren(type(dialog.past_goals))]
    assert "tells us plans and problems early; brings in colleagues" in said


Step = Callable[[AccountDialog], None]


def higher(dialog: AccountDialog) -> None:
    """Aim higher."""
    choose(dialog.goal.level, Level.OUTSTANDING)


def later(dialog: AccountDialog) -> None:
    """Give it more time."""
    retype(dialog.goal.by.line, "30 jun 2028")


def otherwise(dialog: AccountDialog) -> None:
    """Say it in other words."""
    retype(dialog.goal.sentence, "Better")


def unshared(dialog: AccountDialog) -> None:
    """They were not told after all."""
    retype(dialog.goal.shared_on.line, "")


def shared_earlier(dialog: AccountDialog) -> None:
    """They were told on another day."""
    retype(dialog.goal.shared_on.line, "1 sep 2026")


def shared_with_nobody(dialog: AccountDialog) -> None:
    """Nobody in particular was told."""
    dialog.goal.shared_with.setFocus()
    QTest.keyClick(dialog.goal.shared_with, Qt.Key.Key_Home)


def ended(dialog: AccountDialog) -> None:
    """It was reached, or given up."""
    press(dialog.goal.end_button)


@pytest.mark.parametrize(
    ("step", "expected", "name"),
    [
        (higher, {"level": Level.OUTSTANDING}, "Change goal"),
        (later, {"by": date(2028, 6, 30)}, "Change goal"),
        (otherwise, {"sentence": "Better"}, "Edit goal"),
        (unshared, {"shared_on": None, "shared_with_id": None}, "Unshare goal"),
        (shared_earlier, {"shared_on": date(2026, 9, 1)}, "Share goal"),
        (shared_with_nobody, {"shared_with_id": None}, "Share goal"),
        (ended, {"ended_on": TODAY}, "End goal"),
    ],
)
def test_each_answer_about_the_goal_is_one_change(
    dialog: AccountDialog, journal: Journal, step: Step, expected: dict[str, object], name: str
) -> None:
    """And one undo takes it back, in the journal and in sight."""
    before = goal(journal)
    step(dialog)
    now = goal(journal)
    assert {field: getattr(now, field) for field in expected} == expected
    unsaid = {field: getattr(before, field) for field in expected} | {"revision": before.revision}
    assert replace(now, **unsaid) == before
    assert undoing.undo_name(journal) == name

    undoing.undo(journal)
    assert replace(goal(journal), revision=before.revision) == before
    assert dialog.goal.isVisible()
    assert dialog.goal.level.level is Level.POSITIVE
    assert dialog.goal.shared_on.line.text() == "Thu 3 Sep 2026"
    assert dialog.goal.sentence.text() == "From poor to positive"


def test_a_goal_keeps_a_day_that_lies_ahead(dialog: AccountDialog, journal: Journal) -> None:
    """An empty line brings it back; one before it was set is refused, with a reason."""
    retype(dialog.goal.by.line, "")
    assert dialog.goal.by.line.text() == "Wed 30 Jun 2027"
    retype(dialog.goal.by.line, "1 jun 2026")
    assert dialog.goal.by.words() == "Mon 1 Jun 2026 is past; a goal lies ahead."
    assert goal(journal).by == date(2027, 6, 30)


def test_the_goal_that_is_so_already_changes_nothing(
    dialog: AccountDialog, journal: Journal
) -> None:
    """Neither by a press nor by typing the same day."""
    choose(dialog.goal.level, Level.POSITIVE)
    retype(dialog.goal.by.line, "30 jun 2027")
    assert undoing.undo_name(journal) == "The case"


def test_a_goal_is_set_once_it_has_a_rating_and_a_day(
    bare: AccountDialog, journal: Journal
) -> None:
    """Enter in the last line sets it; then it stands to be changed and shared."""
    new = bare.new_goal
    assert new.isVisible()
    assert not new.set_button.isEnabled()
    choose(new.level, Level.NEUTRAL)
    assert not new.set_button.isEnabled()
    QTest.keyClicks(new.by.line, "30 jun 2027")
    assert new.set_button.isEnabled()
    QTest.keyClicks(new.sentence, "Keep appointments")
    QTest.keyClick(new.sentence, Qt.Key.Key_Return)

    made = goal(journal, EASTSIDE)
    assert (made.level, made.by, made.sentence, made.set_on) == (
        Level.NEUTRAL,
        date(2027, 6, 30),
        "Keep appointments",
        TODAY,
    )
    assert bare.goal.isVisible()
    assert not new.isVisible()
    assert bare.isVisible()
    assert not bare.goal.shared_with.isVisible()

    undoing.undo(journal)
    assert reading.relationship(journal, EASTSIDE).goals == ()
    assert new.isVisible()


def test_a_day_that_is_past_sets_no_goal(bare: AccountDialog, journal: Journal) -> None:
    """It says so beside the line."""
    choose(bare.new_goal.level, Level.NEUTRAL)
    QTest.keyClicks(bare.new_goal.by.line, "1 jun 2026")
    press(bare.new_goal.set_button)
    assert reading.relationship(journal, EASTSIDE).goals == ()
    assert bare.new_goal.by.words() == "Mon 1 Jun 2026 is past; a goal lies ahead."


def test_past_goals_stay_readable(dialog: AccountDialog, journal: Journal) -> None:
    """The latest first, with when each was set and ended."""
    assert not dialog.past_goals.isVisible()
    press(dialog.goal.end_button)
    goals.set_goal(journal, MERCY, goals.Wanted(level=Level.OUTSTANDING, by=date(2028, 1, 1)))
    goals.end_goal(journal, goal(journal), date(2026, 11, 23))
    assert dialog.past_goals.text() == (
        "Goals before:\n"
        "Outstanding by 1 Jan 2028 · set 23 Nov, ended 23 Nov\n"
        "Positive by 30 Jun 2027 · set 1 Sep, ended 23 Nov · From poor to positive"
    )


def test_sharing_names_their_people_and_whoever_was_told(
    dialog: AccountDialog, journal: Journal
) -> None:
    """Dana is theirs; our own people are not told of our goal."""
    choices = [
        dialog.goal.shared_with.itemText(at) for at in range(dialog.goal.shared_with.count())
    ]
    assert choices == ["nobody in particular", "Dana Whitfield"]
    assert goal(journal).shared_with_id == DANA


def test_what_the_file_refuses_is_told_and_shown_as_it_is(
    counter: Counter, dialog: AccountDialog, journal: Journal
) -> None:
    """The dialog never shows what is not in the journal."""
    journal.file.connection.execute("PRAGMA query_only = 1")
    press(dialog.facts.aim._group.button(2))
    press(dialog.goal.end_button)
    journal.file.connection.execute("PRAGMA query_only = 0")
    assert len(counter.failures) == 2
    assert dialog.facts.aim.position == 0
    assert dialog.goal.isVisible()


def test_an_account_that_is_gone_has_no_dialog(
    counter: Counter, dialog: AccountDialog, journal: Journal
) -> None:
    """Undo of its making, or another window, may take it away."""
    records.trash(journal, "Trash account", account(journal))
    assert not counter.is_open(AccountDialog)
    assert not dialog.isVisible()


def test_escape_closes_and_saves(counter: Counter, dialog: AccountDialog, journal: Journal) -> None:
    """There is nothing to discard."""
    QTest.keyClicks(dialog.facts.name, "Mercy")
    QTest.keyClick(dialog.facts.name, Qt.Key.Key_Escape)
    assert account(journal).name == "Mercy"
    assert not counter.is_open(AccountDialog)
