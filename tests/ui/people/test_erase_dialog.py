"""Erasing somebody in the window: said before, cancelled by Enter, and told afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.domain.person import Person
from journal.domain.record import PersonId
from journal.operations import backups, reading, records, undoing
from journal.operations.backups import Occasion
from journal.operations.journal import Journal
from journal.ui.brief.preview import DocumentPreview
from journal.ui.main_window import MainWindow
from journal.ui.people.erase_dialog import EraseDialog
from journal.ui.people.tab import PeopleTab
from journal.ui.tabs import Tab
from tests.ui.case import MERCY
from tests.ui.windows import close_dialogs, desk_of, open_one

LONG_MS = 30_000


def dana(journal: Journal) -> Person:
    """Return who decides at Mercy."""
    return next(each for each in reading.everybody(journal) if each.name.startswith("Dana"))


@pytest.fixture
def tab(window: MainWindow, journal: Journal) -> Iterator[PeopleTab]:
    """Show the panel of Dana."""
    account = reading.relationship(journal, MERCY).account
    records.edit(journal, "Edit", replace(account, note="Dana Whitfield & Dana."))
    desk_of(window).page.enter_tab(Tab.PEOPLE)
    (made,) = window.findChildren(PeopleTab)
    made.choose(dana(journal).id)
    yield made
    close_dialogs(window)


def test_what_goes_and_what_stays_is_said_before(window: MainWindow, tab: PeopleTab) -> None:
    """With what this cannot reach; the whole name is ticked, a part of it is not."""
    tab.panel.erase.click()
    dialog = open_one(window, EraseDialog)
    said = dialog.words()
    assert dialog.windowTitle() == "Erase Dana Whitfield"
    assert "cannot be undone, nor can anything that was done before it" in said
    assert "quote" in said.partition("What stays")[0]
    assert "without the name" in said
    assert "printed, exported or handed over" in said
    ticks = {tick.text(): tick.isChecked() for tick in dialog.names}
    assert ticks["“Dana Whitfield”, in 1 text"]
    others = {text: ticked for text, ticked in ticks.items() if "may be somebody else" in text}
    assert set(others.values()) == {False}
    assert "account: Dana Whitfield & Dana." in said


def test_enter_cancels(qtbot: QtBot, window: MainWindow, tab: PeopleTab, journal: Journal) -> None:
    """Whoever came here by mistake gets out by any key that is hit first."""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        window.commands.erase_person.trigger()
        dialog = open_one(window, EraseDialog)
        assert dialog.focusWidget() is dialog.cancel
        qtbot.keyClick(dialog.cancel, key)
        assert not dialog.isVisible()
    assert dana(journal).name == "Dana Whitfield"


def test_erasing_shows_nobody_and_says_what_is_left(
    qtbot: QtBot, window: MainWindow, tab: PeopleTab, journal: Journal
) -> None:
    """The chosen names go out of the texts, nothing is to be undone, and the bar tells the rest."""
    backups.keep(journal, Occasion.ASKED)
    person = dana(journal).id
    tab.panel.erase.click()
    dialog = open_one(window, EraseDialog)
    assert "1 backup in" in dialog.words()
    dialog.erase.click()
    qtbot.waitUntil(lambda: "is erased" in window.notice_bar.words(), timeout=LONG_MS)
    assert _named(journal, person) == "(erased)"
    assert reading.relationship(journal, MERCY).account.note.startswith("(erased) & Dana.")
    assert undoing.undo_name(journal) is None
    assert not window.commands.undo.isEnabled()
    assert tab.panel.name.text() == "(erased)"
    assert "Backups made before have the person until about" in window.notice_bar.words()
    window.notice_bar.dismiss_button.click()
    assert window.notice_bar.isHidden()


def test_oneself_is_not_erased(window: MainWindow, tab: PeopleTab, journal: Journal) -> None:
    """There is no button for it, and the command says why."""
    me = reading.me(journal)
    assert me is not None
    tab.choose(me.id)
    assert tab.panel.erase.isHidden()


def test_what_is_held_is_shown_as_pages(
    qtbot: QtBot, window: MainWindow, tab: PeopleTab, journal: Journal
) -> None:
    """From the panel and by the key, to save or to print."""
    for ask in (tab.panel.holding.click, window.commands.print_holding.trigger):
        ask()
        preview = open_one(window, DocumentPreview)
        qtbot.waitUntil(partial(_is_ready, preview), timeout=LONG_MS)
        assert preview.windowTitle() == "What we hold about Dana Whitfield"
        assert preview.said().endswith("private · personal data")
        preview.reject()


def test_where_nobody_is_in_sight_one_is_led_to_the_people(window: MainWindow) -> None:
    """A grave thing is not done to somebody whom one does not see."""
    for command in (window.commands.erase_person, window.commands.print_holding):
        desk_of(window).page.enter_tab(Tab.TIMELINE)
        command.trigger()
        assert window.findChildren(EraseDialog) == []
        assert desk_of(window).page.tabs.currentIndex() == Tab.PEOPLE
        assert window.sidebar.foot().startswith("Choose whom it is about")


def _is_ready(preview: DocumentPreview) -> bool:
    return preview.is_ready


def _named(journal: Journal, person: PersonId) -> str:
    return reading.person(journal, person).name
