"""The commands of the menus reach what is in hand, wherever one is."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.errors import DamagedJournalError
from journal.domain.plan import Vision
from journal.domain.promise import Promise
from journal.domain.rating import Level, Rating
from journal.domain.record import RecordId, Side
from journal.domain.span import When
from journal.operations import meetings, promises, reading, records, undoing
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment
from journal.ui.accounts.account_dialog import AccountDialog
from journal.ui.accounts.files_dialog import FilesDialog
from journal.ui.accounts.merge_dialog import MergeDialog
from journal.ui.accounts.new_account_dialog import NewAccountDialog
from journal.ui.commands import Commands
from journal.ui.desk import Desk
from journal.ui.main_window import MainWindow
from journal.ui.meetings.capture_dialog import CaptureDialog
from journal.ui.meetings.log_form import LogForm
from journal.ui.meetings.plan_change import ChangeForm
from journal.ui.meetings.plan_form import PlanForm
from journal.ui.place import Place
from journal.ui.portfolio.page import PortfolioPage
from journal.ui.promises.page import PromisesPage
from journal.ui.settings import Settings
from journal.ui.tabs import Tab
from journal.ui.theme import Theme
from journal.ui.today.page import TodayPage
from tests.ui.case import DANA, HARBOR, MERCY, NEXT, TURNING
from tests.ui.dragging import dragged, drop
from tests.ui.windows import desk_of


def opened(window: MainWindow) -> QDialog:
    """Return the one dialog that is open."""
    (found,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return found


@pytest.mark.parametrize(
    ("command", "dialog"),
    [
        ("new_account", NewAccountDialog),
        ("edit_account", AccountDialog),
        ("files", FilesDialog),
        ("merge_accounts", MergeDialog),
        ("merge_people", MergeDialog),
        ("log_meeting", LogForm),
        ("plan_meeting", PlanForm),
        ("capture", CaptureDialog),
    ],
)
def test_a_command_opens_its_dialog(
    window: MainWindow, command: str, dialog: type[QDialog]
) -> None:
    """From the page of an account it is about that account."""
    action: QAction = getattr(window.commands, command)
    action.trigger()
    assert isinstance(opened(window), dialog)


def test_a_meeting_that_lies_ahead_is_changed_as_planned(window: MainWindow) -> None:
    """Its purpose and its time, not what became of it."""
    desk_of(window).page.choose(NEXT)
    window.commands.change_meeting.trigger()
    assert isinstance(opened(window), ChangeForm)


def test_a_meeting_that_is_closed_is_changed_as_told(window: MainWindow) -> None:
    """Enter on it in the table opens what was logged."""
    page = desk_of(window).page
    page.show_tab(Tab.MEETINGS)
    page.choose(TURNING)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert isinstance(opened(window), LogForm)


def test_what_came_up_in_a_meeting_is_changed_there(window: MainWindow) -> None:
    """From the mark of a promise, a quote or a rating to what was logged of that day."""
    page = desk_of(window).page
    for record in ("promise-ours", "quote", "rating-2026-09-03"):
        page.canvas.record_chosen.emit(record)
        page.canvas.setFocus()
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
        dialog = opened(window)
        assert isinstance(dialog, LogForm)
        dialog.close()
        assert page.chosen == record


def test_a_goal_is_changed_with_the_account_and_an_owner_among_the_people(
    window: MainWindow, journal: Journal
) -> None:
    """Neither came up in a meeting."""
    page, whole = desk_of(window).page, reading.relationship(journal, MERCY)
    page.canvas.record_chosen.emit(whole.roles[0].id)
    page.canvas.record_wanted.emit(whole.roles[0].id)
    assert page.tabs.currentIndex() == Tab.PEOPLE
    page.choose(whole.goals[0].id)
    window.commands.change_meeting.trigger()
    assert isinstance(opened(window), AccountDialog)


def test_a_promise_without_a_meeting_opens_nothing(window: MainWindow) -> None:
    """It has its keys on the page of promises."""
    desk_of(window).page.choose(RecordId("promise-theirs"))
    window.commands.change_meeting.trigger()
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]


def test_what_is_out_of_sight_is_not_deleted(window: MainWindow, journal: Journal) -> None:
    """Among the people nobody sees which meeting is set off on the timeline."""
    page = desk_of(window).page
    page.choose(TURNING)
    before = reading.relationship(journal, MERCY)
    for tab in (window.commands.show_people, window.commands.show_access):
        tab.trigger()
        window.commands.delete.trigger()
        window.commands.change_meeting.trigger()
    assert reading.relationship(journal, MERCY) == before
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]
    window.commands.show_timeline.trigger()
    assert page.in_hand == TURNING


def test_at_the_side_the_key_deletes_nothing(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Whoever stands on an account means no meeting of it."""
    desk_of(window).page.choose(TURNING)
    window.activateWindow()
    window.sidebar.accounts.setFocus()
    qtbot.waitUntil(window.sidebar.accounts.hasFocus)
    QTest.keyClick(window.sidebar.accounts, Qt.Key.Key_Delete)
    assert TURNING in {each.id for each in reading.relationship(journal, MERCY).meetings}
    assert not desk_of(window).undo_bar.isVisible()


def test_a_tab_that_is_gone_to_by_its_key_has_the_keys(window: MainWindow) -> None:
    """The arrows go through what is shown there at once."""
    page, commands = desk_of(window).page, window.commands
    commands.show_meetings.trigger()
    assert page.focusWidget() is page.table
    commands.show_timeline.trigger()
    assert page.focusWidget() is page.canvas
    commands.show_people.trigger()
    people = page.focusWidget()
    commands.show_access.trigger()
    assert len({people, page.focusWidget(), page.canvas}) == 3


def test_what_is_set_off_and_undone_leaves_the_last_meeting(
    window: MainWindow, journal: Journal
) -> None:
    """Else a card says that there is no meeting yet, beside many."""
    page = desk_of(window).page
    when = When.from_iso("2027-01-05T10:00", "America/New_York")
    meetings.plan(journal, Appointment(account_id=MERCY, when=when))
    planned = reading.relationship(journal, MERCY).meetings[-1]
    page.choose(planned.id)
    undoing.undo(journal)
    assert page.chosen not in {None, planned.id}
    assert not any("No meeting yet" in each for each in page.chosen_card.texts())
    undoing.redo(journal)
    assert page.chosen == planned.id  # one sees what came back
    undoing.undo(journal)
    page.choose(TURNING)
    undoing.redo(journal)
    assert page.chosen == TURNING


def test_who_comes_from_a_person_sees_the_last_meeting(window: MainWindow) -> None:
    """The cards tell of meetings; a person is no moment on the timeline."""
    page = desk_of(window).page
    page.choose(DANA)
    page.show_tab(Tab.TIMELINE)
    assert not any("No meeting yet" in each for each in page.chosen_card.texts())


def test_what_came_up_in_no_meeting_is_found_where_it_stands(
    window: MainWindow, journal: Journal
) -> None:
    """A promise among what is owed, a vision and a rating beside the relationship."""
    day = journal.today()
    vision = Vision(
        id=RecordId("vision"), account_id=MERCY, text="A review", side=Side.THEIRS, due_on=day
    )
    rating = Rating(id=RecordId("rating"), account_id=MERCY, day=day, level=Level.POSITIVE)
    owed = Promise(id=RecordId("owed"), account_id=MERCY, text="The list", side=Side.OURS)
    journal.write("Add", add=[vision, rating, owed])
    desk = desk_of(window)
    for record in (vision.id, rating.id):
        desk.page.show_tab(Tab.TIMELINE)
        desk.page.canvas.record_chosen.emit(record)
        window.commands.change_meeting.trigger()
        assert desk.page.tabs.currentIndex() == Tab.RELATIONSHIP
    desk.page.choose(owed.id)
    window.commands.change_meeting.trigger()
    (page,) = window.findChildren(PromisesPage)
    assert page.in_hand == (MERCY, owed.id)


def test_where_nothing_is_set_off_one_is_told_what_to_choose(window: MainWindow) -> None:
    """On the people of an account no meeting is in sight."""
    desk_of(window).page.show_tab(Tab.PEOPLE)
    window.commands.change_meeting.trigger()
    assert window.sidebar.foot() == "Choose a meeting to change it."


def test_what_is_set_off_is_deleted_by_a_key_and_comes_back_by_another(
    window: MainWindow, journal: Journal
) -> None:
    """With all that was noted in it, and nobody asks whether one is sure."""
    page = desk_of(window).page
    page.choose(TURNING)
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Delete)
    ids = {each.id for each in reading.relationship(journal, MERCY).meetings}
    assert TURNING not in ids
    assert desk_of(window).undo_bar.isVisible()
    window.commands.undo.trigger()
    assert TURNING in {each.id for each in reading.relationship(journal, MERCY).meetings}


def test_an_account_is_deleted_and_the_next_one_shown(window: MainWindow, journal: Journal) -> None:
    """One undo brings all of it back."""
    window.commands.trash_account.trigger()
    assert not window.has_account(MERCY)
    assert window.windowTitle() != "Mercy General · Account Journal"
    window.commands.undo.trigger()
    assert window.has_account(MERCY)


def test_on_today_the_row_with_the_keys_is_meant(window: MainWindow, journal: Journal) -> None:
    """Ctrl+L logs the meeting that one looks at."""
    following = reading.meeting(journal, NEXT)
    today = replace(following.when, day=journal.today())
    records.edit(journal, "Move", replace(following, when=today))
    window.commands.places[Place.TODAY].trigger()
    (page,) = window.findChildren(TodayPage)
    page.rows()[0].setFocus()
    assert page.in_hand == (MERCY, NEXT)
    window.commands.log_meeting.trigger()
    form = opened(window)
    assert isinstance(form, LogForm)
    form.reject()
    assert page.isVisible()  # nobody is led away


def test_without_a_row_one_is_asked_which_account(window: MainWindow, journal: Journal) -> None:
    """Planning and noting a line ask for it by typing."""
    desk = desk_of(window)
    window.commands.places[Place.FOLLOW_UPS].trigger()
    (page,) = window.findChildren(PromisesPage)
    for each in promises.follow_ups(journal):
        promises.keep(journal, each.promise, journal.today())
    page.hide()
    page.show()
    page.read()
    assert page.in_hand is None
    assert desk.places.shown is Place.FOLLOW_UPS
    window.commands.log_meeting.trigger()
    assert isinstance(opened(window), CaptureDialog)
    opened(window).reject()
    window.commands.plan_meeting.trigger()
    assert isinstance(opened(window), PlanForm)
    opened(window).reject()
    window.commands.edit_account.trigger()  # of none
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]


def test_on_a_promise_its_account_is_meant(window: MainWindow, journal: Journal) -> None:
    """The likeliest meeting of it is logged."""
    window.commands.places[Place.FOLLOW_UPS].trigger()
    window.commands.log_meeting.trigger()
    assert isinstance(opened(window), LogForm)


def test_in_the_portfolio_the_row_is_meant(qtbot: QtBot, window: MainWindow) -> None:
    """Its facts are changed without leaving the table."""
    window.commands.places[Place.PORTFOLIO].trigger()
    (page,) = window.findChildren(PortfolioPage)
    qtbot.waitUntil(lambda: page.in_hand is not None)
    window.commands.edit_account.trigger()
    assert isinstance(opened(window), AccountDialog)


def test_what_was_planned_is_shown_where_it_stands(window: MainWindow, journal: Journal) -> None:
    """On the page of its account; elsewhere one stays where one is."""
    desk = desk_of(window)
    when = replace(reading.meeting(journal, NEXT).when, day=journal.today())
    meetings.plan(journal, Appointment(account_id=HARBOR, when=when))
    planned = reading.relationship(journal, HARBOR).meetings[-1]
    desk.deeds.plan.planned.emit(planned.id)
    assert desk.page.chosen == planned.id
    desk.deeds.plan.planned.emit("")
    window.commands.undo.trigger()
    desk.deeds.plan.planned.emit(planned.id)  # it is gone
    assert desk.page.isVisible()


def test_files_that_are_dropped_belong_to_the_account_that_is_shown(
    qtbot: QtBot, window: MainWindow, journal: Journal, tmp_path: Path
) -> None:
    """A contract from the mail is dragged onto the page."""
    contract = tmp_path / "contract.txt"
    contract.write_text("Three years")
    assert drop(desk_of(window).page, dragged(contract))
    qtbot.waitUntil(lambda: bool(reading.relationship(journal, MERCY).attachments), timeout=10_000)


def test_in_an_empty_journal_the_first_step_is_an_account(
    qtbot: QtBot, tmp_path: Path, theme: Theme, settings: Settings
) -> None:
    """Wherever one begins: nothing can be planned or logged with nobody."""
    with Journal.create(tmp_path / "new.journal") as empty:
        window = MainWindow(empty, theme, settings)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        deeds = Desk(window, journal=empty, theme=theme, settings=settings).deeds
        deeds.plan_of("")
        assert isinstance(opened(window), NewAccountDialog)
        opened(window).reject()
        deeds.log_of("", "")
        assert isinstance(opened(window), NewAccountDialog)
        window.close()
        window.deleteLater()


def test_what_cannot_be_read_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing opens half filled."""

    def fail(*_arguments: object) -> None:
        raise DamagedJournalError("The journal is damaged.")

    monkeypatch.setattr(reading, "relationship", fail)
    window.commands.log_meeting.trigger()
    assert window.findChildren(QMessageBox)[0].text() == "The journal is damaged."


@pytest.mark.parametrize(
    "command", ["log_meeting", "plan_meeting", "edit_account", "files", "search", "backups"]
)
def test_what_is_open_closes_with_the_window(
    window: MainWindow, journal: Journal, command: str
) -> None:
    """The journal closes next, and a form without one could only fail."""
    getattr(window.commands, command).trigger()
    dialog = opened(window)
    window.close()
    assert not dialog.isVisible()


def test_what_was_typed_is_saved_when_the_window_closes_over_it(
    window: MainWindow, journal: Journal
) -> None:
    """A session may end over an open dialog."""
    window.commands.edit_account.trigger()
    dialog = opened(window)
    assert isinstance(dialog, AccountDialog)
    QTest.keyClicks(dialog.facts.name, "Mercy")
    window.close()
    assert reading.relationship(journal, MERCY).account.name == "Mercy"


def test_every_command_of_an_account_has_a_key(window: MainWindow) -> None:
    """The hands stay where they are."""
    commands: Commands = window.commands
    for action in (commands.new_account, commands.files, commands.merge_people, commands.delete):
        assert not action.shortcut().isEmpty()
