"""What is opened about an account: named, reached by Tab, never cut off, and closed in time."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel

from journal.domain.account import Account
from journal.domain.document import Attachment
from journal.domain.errors import BusyJournalError
from journal.domain.rating import Goal, Level
from journal.domain.record import AccountId, PersonId, RecordId
from journal.operations import accounts, goals, listing, people, reading, undoing
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.people import Place, Somebody
from journal.ui.accounts.account_dialog import AccountDialog
from journal.ui.accounts.files_dialog import FilesDialog
from journal.ui.accounts.merge_dialog import MergeDialog
from journal.ui.accounts.new_account_dialog import NewAccountDialog
from tests.ui.accounts.conftest import Counter
from tests.ui.case import EASTSIDE, MERCY
from tests.ui.walking import cut_off, nameless, unreached, walk

# The last is 1920x1080 at 200 %.
SIZES = [(1280, 800), (1024, 700), (960, 540)]
LONG = "Sankt-Bonifatius-Universitätsklinikum und Medizinisches Versorgungszentrum am Rand GmbH"
WIDE = AccountId(RecordId("wide"))


@pytest.fixture(autouse=True)
def _long_names(journal: Journal) -> None:
    """Put an account into the journal of which every text is too long for its line."""
    twin = AccountId(RecordId("wide-2"))
    zone = "America/Argentina/Buenos_Aires"
    wide = Account(id=WIDE, name=f"{LONG} <b>1</b>", time_zone=zone, travel_min=95, unit=LONG)
    file = Attachment(
        id=RecordId("file"), account_id=WIDE, name=f"{LONG}.pdf", digest="0" * 64, size_bytes=9
    )
    journal.write(
        "Wide",
        add=[
            replace(wide, place=LONG, address=LONG, note=LONG * 9),
            Account(id=twin, name=f"{LONG} <b>2</b>", note=LONG, travel_min=40),
            file,
        ],
    )
    goal = goals.Wanted(level=Level.POSITIVE, by=journal.today(), sentence=LONG)
    goals.set_goal(journal, WIDE, goal)
    goals.set_goal(journal, WIDE, goal)
    for name in (f"{LONG} Eins", f"{LONG} Einz"):
        people.add_person(journal, Somebody(name=name), Place(account_id=WIDE, title=LONG))


def new(counter: Counter) -> QDialog:
    """Ask for an account whose name is known, and press twice."""
    counter.errands.new_account()
    dialog = counter.opened(NewAccountDialog)
    dialog.name.setText(f"{LONG} <b>1</b>")
    dialog.add_button.click()
    return dialog


def facts(counter: Counter) -> QDialog:
    """Show an account with a goal and one before."""
    counter.errands.edit_account(WIDE)
    return counter.opened(AccountDialog)


def bare(counter: Counter) -> QDialog:
    """Show one of which only the name is known."""
    counter.errands.edit_account(EASTSIDE)
    return counter.opened(AccountDialog)


def files(counter: Counter) -> QDialog:
    """Show files."""
    counter.errands.show_files(WIDE)
    return counter.opened(FilesDialog)


def no_files(counter: Counter) -> QDialog:
    """Say what would stand there."""
    counter.errands.show_files(EASTSIDE)
    return counter.opened(FilesDialog)


def two_accounts(counter: Counter) -> QDialog:
    """Show what would become of two."""
    counter.errands.merge_accounts(WIDE)
    dialog = counter.opened(MergeDialog)
    dialog.likely.buttons[0].click()
    return dialog


def two_people(counter: Counter) -> QDialog:
    """Offer who may be the same."""
    counter.errands.merge_people(WIDE)
    return counter.opened(MergeDialog)


OPENED = [new, facts, bare, files, no_files, two_accounts, two_people]
Opener = Callable[[Counter], QDialog]


@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_every_control_has_a_name_and_is_reached_by_tab(counter: Counter, opener: Opener) -> None:
    """Without a pointer, and without seeing."""
    shown = opener(counter)
    assert nameless(shown) == []
    assert unreached(shown) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_nothing_is_cut_off(counter: Counter, opener: Opener, size: tuple[int, int]) -> None:
    """On a small laptop, and at 200 %; a dialog is no larger than the screen."""
    counter.window.resize(*size)
    shown = opener(counter)
    least = shown.minimumSizeHint().expandedTo(shown.minimumSize())
    assert least.width() <= size[0]
    assert least.height() <= size[1]
    shown.resize(shown.size().boundedTo(counter.window.size()))
    QCoreApplication.sendPostedEvents()  # all is laid out by then
    shown.grab()
    assert cut_off(shown) == []


@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_no_text_is_taken_for_markup(counter: Counter, opener: Opener) -> None:
    """Qt opens local files named in rich text, wherever that came from."""
    for widget in walk(opener(counter)):
        if isinstance(widget, QLabel) and widget.text():
            assert widget.textFormat() is Qt.TextFormat.PlainText
        assert "<b>" not in widget.toolTip()


def test_an_account_goes_with_its_name_in_the_undo(counter: Counter, journal: Journal) -> None:
    """From its dialog, at once; it is named by what hears of the change."""
    counter.errands.edit_account(MERCY)
    heard: list[tuple[RecordId, ...]] = []
    journal.subscribe(lambda change: heard.append(change.trashed))
    counter.opened(AccountDialog).trash.click()
    assert not counter.is_open(AccountDialog)
    assert heard[0][0] == MERCY
    assert MERCY not in {each.account.id for each in listing.accounts(journal)}
    assert undoing.undo_name(journal) == "Trash account"
    undoing.undo(journal)
    assert MERCY in {each.account.id for each in listing.accounts(journal)}


def test_one_goes_on_from_an_account_to_what_hangs_on_it(counter: Counter) -> None:
    """Its files stand over the dialog; the merge takes its place."""
    counter.errands.edit_account(WIDE)
    dialog = counter.opened(AccountDialog)
    assert dialog.files.text() == "1 file…"
    dialog.files.click()
    above = counter.opened(FilesDialog)
    assert above.parentWidget() is dialog
    above.close()

    dialog.merge.click()
    assert not counter.is_open(AccountDialog)
    assert counter.opened(MergeDialog).kept.text().startswith(LONG)


@pytest.mark.parametrize(
    "errand", ["edit_account", "show_files", "merge_accounts", "trash_account"]
)
def test_an_account_that_is_gone_is_said(counter: Counter, journal: Journal, errand: str) -> None:
    """It may have been deleted a moment ago."""
    accounts.trash_account(journal, MERCY)
    getattr(counter.errands, errand)(MERCY)
    assert len(counter.failures) == 1
    assert counter.window.findChildren(QDialog) == []


def test_somebody_who_is_gone_is_said(counter: Counter) -> None:
    """The same for people."""
    counter.errands.merge_person(MERCY, PersonId(RecordId("nobody")))
    assert len(counter.failures) == 1


def test_a_goal_of_each_rating_can_be_seen(counter: Counter, journal: Journal) -> None:
    """The choice follows the order of the scale."""
    for level in Level:
        goals.set_goal(journal, EASTSIDE, goals.Wanted(level=level, by=journal.today()))
        counter.errands.edit_account(EASTSIDE)
        dialog = counter.opened(AccountDialog)
        assert dialog.goal.level.levels.position == level - 1
        dialog.close()
    assert len(goals_of(journal)) == len(Level)


def goals_of(journal: Journal) -> tuple[Goal, ...]:
    """Read them."""
    return reading.relationship(journal, EASTSIDE).goals


@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_no_dialog_opens_larger_than_the_screen(counter: Counter, opener: Opener) -> None:
    """Its buttons would lie below the edge; off screen there is one of 800x800."""
    shown = opener(counter)
    room = shown.screen().availableSize()
    assert shown.width() < room.width()
    assert shown.height() < room.height()


def test_a_journal_that_cannot_be_read_does_not_close_the_facts(
    counter: Counter, journal: Journal
) -> None:
    """Only the account's own end does; what is being typed goes on standing there."""
    counter.errands.edit_account(MERCY)
    journal.file.connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    ids = frozenset({RecordId(MERCY)})
    journal.announce(Change(name="Edit name", number=1, kinds=frozenset({Account}), ids=ids))
    other.close()
    assert counter.is_open(AccountDialog)
    assert [type(each) for each in counter.failures] == [BusyJournalError]

    accounts.trash_account(journal, MERCY)
    assert not counter.is_open(AccountDialog)
