"""The window on a real journal: what is opened, changed, undone, found."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError
from journal.domain.meeting import Status
from journal.domain.record import AccountId, RecordId
from journal.operations import accounts, outcomes, reading, records
from journal.operations.journal import Journal
from journal.operations.outcomes import Ending
from journal.ui.colours import DARK
from journal.ui.desk import Desk
from journal.ui.help.keys_dialog import KeysDialog
from journal.ui.history.past_dialog import PastDialog
from journal.ui.history.trash_dialog import TrashDialog
from journal.ui.main_window import MainWindow
from journal.ui.search.palette import Palette
from journal.ui.settings import Settings
from journal.ui.shared.account_view import AccountView
from journal.ui.tabs import Tab
from journal.ui.theme import Scheme, Theme
from tests.ui.case import HARBOR, MERCY, NEXT, NORTHFIELD, TURNING
from tests.ui.windows import desk_of


def shown(window: MainWindow) -> AccountView:
    """Return what is shown of the account."""
    view = desk_of(window).page.view
    assert view is not None
    return view


def opened_account(window: MainWindow) -> AccountId:
    """Return which account is shown."""
    return shown(window).relationship.account.id


def test_it_opens_with_the_account_that_is_met_next(
    qtbot: QtBot, journal: Journal, theme: Theme, settings: Settings
) -> None:
    """Five minutes before a visit there is no time to look for it."""
    window = MainWindow(journal, theme, settings)
    qtbot.addWidget(window)
    assert window.windowTitle() == "Harbor Health · Account Journal"
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert window.head.isVisible()
    assert window.sidebar.accounts.chosen_id() == HARBOR
    place = window.head.mapTo(window, QPoint())
    Desk(window, journal=journal, theme=theme, settings=settings)
    assert opened_account(window) == HARBOR
    assert window.head.isVisible()
    assert window.head.mapTo(window, QPoint()) == place  # it does not jump
    window.close()


def test_an_empty_journal_offers_the_sample_and_an_import(
    qtbot: QtBot, tmp_path: Path, theme: Theme, settings: Settings
) -> None:
    """The first start has one next step, and no wizard."""
    with Journal.create(tmp_path / "new.journal") as empty:
        window = MainWindow(empty, theme, settings)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        assert window.empty_page.isVisible()
        assert not window.commands.log_meeting.isEnabled()
        with qtbot.waitSignal(window.sample_wanted):
            qtbot.mouseClick(window.empty_page.sample_button, Qt.MouseButton.LeftButton)
        window.close()


def test_choosing_in_the_list_opens_the_account(qtbot: QtBot, window: MainWindow) -> None:
    """Arrows in the list walk through the accounts."""
    accounts_list = window.sidebar.accounts
    accounts_list.setFocus()
    qtbot.keyClick(accounts_list, Qt.Key.Key_Down)
    assert opened_account(window) == NORTHFIELD
    assert desk_of(window).page.strip.isVisible()


def test_next_and_previous_account_have_keys(window: MainWindow) -> None:
    """Going through all accounts once a quarter takes one key each; the ends hold."""
    window.commands.next_account.trigger()
    window.commands.next_account.trigger()
    assert opened_account(window) == HARBOR
    window.commands.previous_account.trigger()
    window.commands.previous_account.trigger()
    window.commands.previous_account.trigger()
    assert opened_account(window) == MERCY


def test_a_change_is_shown_and_said_at_the_foot(window: MainWindow, journal: Journal) -> None:
    """Whoever made it, the window shows what the journal holds."""
    before = desk_of(window).page.chosen_card.texts()
    outcomes.tell_outcome(journal, NEXT, Ending(status=Status.HELD))
    assert window.sidebar.foot() == "Saved 03:15:00" or window.sidebar.foot().startswith("Saved ")
    assert window.commands.undo.text() == "&Undo Log meeting"
    assert shown(window).next_meeting is None
    assert desk_of(window).page.chosen_card.texts() == before  # what the user looks at stays


def test_undo_and_redo_from_the_menu_change_the_journal(
    window: MainWindow, journal: Journal
) -> None:
    """One history serves the window and the command line."""
    outcomes.tell_outcome(journal, NEXT, Ending(status=Status.HELD))
    window.commands.undo.trigger()
    assert reading.meeting(journal, NEXT).status.value == "planned"
    assert window.commands.redo.text() == "&Redo Log meeting"
    window.commands.redo.trigger()
    assert reading.meeting(journal, NEXT).status.value == "held"


def test_an_account_that_is_gone_is_not_shown_any_more(
    window: MainWindow, journal: Journal
) -> None:
    """A page of something in the trash would invite work that is lost."""
    accounts.trash_account(journal, MERCY)
    assert opened_account(window) == HARBOR


def test_opening_an_account_that_is_missing_says_so(window: MainWindow) -> None:
    """Another window may have trashed it a moment ago."""
    desk_of(window).open_account(AccountId(RecordId("nobody")))
    box = window.findChildren(QMessageBox)[0]
    assert box.text()
    assert opened_account(window) == MERCY


def search(window: MainWindow, words: str) -> Palette:
    """Open the palette and type."""
    window.commands.search.trigger()
    palette = window.findChildren(Palette)[-1]
    QTest.keyClicks(palette.field, words)
    return palette


def test_what_is_typed_is_found_and_opened_where_it_stands(
    qtbot: QtBot, window: MainWindow
) -> None:
    """A word remembered from a talk leads back to the talk."""
    desk_of(window).open_account(HARBOR)
    palette = search(window, "ever spent")
    qtbot.waitUntil(lambda: bool(palette.list.rows()))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened_account(window) == MERCY
    assert any("No one has ever spent" in each for each in desk_of(window).page.chosen_card.texts())


def test_accounts_are_found_by_their_names_first(window: MainWindow) -> None:
    """Most searches are for an account."""
    palette = search(window, "north")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened_account(window) == NORTHFIELD


def test_a_command_is_found_and_done(window: MainWindow) -> None:
    """Whoever forgot its key types its name."""
    palette = search(window, "dark")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.commands.schemes[Scheme.DARK].isChecked()


def test_at_800_pixels_the_sidebar_folds_and_comes_back(window: MainWindow) -> None:
    """The account keeps the room; F9 brings the list."""
    window.resize(1024, 700)
    assert window.sidebar.isVisible()
    window.resize(800, 600)
    assert not window.sidebar.isVisible()
    window.commands.sidebar.trigger()
    assert window.sidebar.isVisible()
    window.commands.sidebar.trigger()
    window.resize(1280, 800)
    assert window.sidebar.isVisible()


def test_a_small_window_starts_folded(
    qtbot: QtBot, journal: Journal, theme: Theme, settings: Settings
) -> None:
    """Nobody made it small a moment ago; it was small before."""
    window = MainWindow(journal, theme, settings)
    qtbot.addWidget(window)
    window.resize(800, 600)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert not window.sidebar.isVisible()
    assert not window.commands.sidebar.isChecked()


def test_the_scheme_is_remembered(window: MainWindow, settings: Settings, theme: Theme) -> None:
    """Who works in the dark is not blinded at the next start."""
    assert window.commands.schemes[Scheme.LIGHT].isChecked()
    window.commands.schemes[Scheme.DARK].trigger()
    assert theme.colours is DARK
    assert settings.scheme is Scheme.DARK


def test_the_place_of_the_window_is_remembered(
    qtbot: QtBot, window: MainWindow, journal: Journal, theme: Theme, settings: Settings
) -> None:
    """It comes back where it was left."""
    window.resize(700, 620)  # within the screen of the tests
    window.close()
    again = MainWindow(journal, theme, settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 620)


def test_tabs_have_keys(window: MainWindow) -> None:
    """Evidence is one key away."""
    window.commands.show_meetings.trigger()
    assert desk_of(window).page.table.isVisible()
    window.commands.show_timeline.trigger()
    assert desk_of(window).page.canvas.isVisible()
    assert desk_of(window).page.tabs.currentIndex() == Tab.TIMELINE


def test_what_is_chosen_is_chosen_everywhere(window: MainWindow) -> None:
    """Timeline, table and card speak of the same meeting."""
    desk_of(window).page.choose(TURNING)
    window.commands.show_meetings.trigger()
    index = desk_of(window).page.table.currentIndex()
    assert desk_of(window).page.table._model.row(index.row()).meeting_id == TURNING
    assert desk_of(window).page.canvas._chosen == TURNING
    assert (
        desk_of(window)
        .page.chosen_card.texts()[0]
        .startswith("Thu 3 Sep 2026, 14:00 · held · 50 min")
    )


def test_a_record_of_no_meeting_is_said_in_words(window: MainWindow) -> None:
    """A promise without a meeting still says what it is."""
    desk_of(window).page.choose(RecordId("promise-theirs"))
    assert "Name of the analyst" in desk_of(window).page.chosen_card.texts()[0]


def test_files_are_asked_for_without_holding_up_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """A dialog that blocks would stop what runs in the background."""
    commands = window.commands
    for command, signal, name, expected in (
        (commands.new_journal, window.new_wanted, "mine", tmp_path / "mine.journal"),
        (commands.open_journal, window.open_wanted, "old.journal", tmp_path / "old.journal"),
    ):
        command.trigger()
        dialog = window.findChildren(QFileDialog)[-1]
        with qtbot.waitSignal(signal) as wanted:
            dialog.fileSelected.emit(str(tmp_path / name))
        assert wanted.args == [expected]
        dialog.close()


def test_about_says_which_version_it_is(window: MainWindow) -> None:
    """A report of a fault begins with it."""
    window.commands.about.trigger()
    box = window.findChildren(QMessageBox)[0]
    assert "0.1.0" in box.text()


def test_a_change_that_no_list_shows_is_shown_on_the_page(
    window: MainWindow, journal: Journal
) -> None:
    """The list of accounts is long, and not read again for a question to ask."""
    question = shown(window).relationship.questions[0]
    records.edit(journal, "Edit question", replace(question, text="Who decides?"))
    assert any("Who decides?" in each for each in desk_of(window).page.before_card.texts())
    assert window.commands.undo.text() == "&Undo Edit question"


def test_a_change_of_nothing_is_not_said_to_be_saved(window: MainWindow, journal: Journal) -> None:
    """Saved is only said after something was."""
    journal.write("Nothing")
    assert window.sidebar.foot() == "Opened case.journal"


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700), (800, 600)])
def test_nothing_reaches_over_the_edge(window: MainWindow, size: tuple[int, int]) -> None:
    """A button beyond the edge cannot be pressed."""
    window.resize(*size)
    page = desk_of(window).page
    for widget in (page.head.brief_button, page.strip, page.before_card):
        corner = widget.mapTo(page, widget.rect().bottomRight())
        assert page.rect().contains(corner)
    assert (window.width(), window.height()) == size


def test_the_clock_of_the_window_is_that_of_the_journal(window: MainWindow) -> None:
    """What is "due yesterday" hangs on it."""
    assert shown(window).now == datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


def test_a_journal_that_fails_while_it_is_read_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk may go away under the window."""

    def fails(*_args: object) -> None:
        message = "The disk does not answer."
        raise JournalError(message)

    monkeypatch.setattr("journal.operations.reading.acquaintances", fails)
    window.commands.search.trigger()
    assert window.findChildren(QMessageBox)[0].text() == "The disk does not answer."


def test_what_changed_shows_the_past_of_what_is_chosen(window: MainWindow) -> None:
    """The turning point is chosen; without a choice it is the account's."""
    desk_of(window).page.choose(TURNING)
    window.commands.what_changed.trigger()
    (dialog,) = window.findChildren(PastDialog)
    assert dialog.entries.texts()
    dialog.reject()

    desk_of(window).page.choose(None)
    window.commands.what_changed.trigger()
    latest = window.findChildren(PastDialog)[-1]
    assert any("Mercy General" in each for each in latest.entries.texts())
    latest.reject()


def test_the_trash_is_opened_and_what_is_restored_is_shown(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """The account comes back into the list by one key."""
    accounts.trash_account(journal, MERCY)
    assert opened_account(window) == HARBOR
    window.commands.trash.trigger()
    (dialog,) = window.findChildren(TrashDialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    desk_of(window).open_account(MERCY)
    assert opened_account(window) == MERCY
    dialog.reject()


def test_f1_shows_every_key(window: MainWindow) -> None:
    """Whoever forgot a key finds it there."""
    assert window.commands.keys.shortcut().toString() == "F1"
    window.commands.keys.trigger()
    (dialog,) = window.findChildren(KeysDialog)
    dialog.reject()


def test_on_another_day_all_accounts_are_read_again(window: MainWindow, journal: Journal) -> None:
    """What was ahead yesterday may be past, of accounts that nobody changed."""
    window._listed_on -= timedelta(days=1)
    harbor = reading.find_account(journal, "Harbor Health")
    window._glances.pop(harbor.id)  # as if nobody had read it since
    outcomes.tell_outcome(journal, NEXT, Ending(status=Status.HELD))
    assert window.has_account(harbor.id)
    assert window._listed_on == journal.today()


def test_the_window_is_no_larger_than_the_screen(
    qtbot: QtBot, journal: Journal, theme: Theme, settings: Settings
) -> None:
    """Its foot, which says what is saved, stood below the edge of a screen of 1280x800."""
    made = MainWindow(journal, theme, settings)
    qtbot.addWidget(made)
    room = made.screen().availableSize()
    assert made.height() < min(800, room.height())
    assert made.width() < min(1280, room.width())
