"""What the desk shows again after a change, and when."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from journal.operations import accounts, reading
from journal.operations.journal import Journal
from journal.ui.account_page import AccountPage
from journal.ui.main_window import MainWindow
from journal.ui.shared.account_view import AccountView
from tests.ui.case import MERCY
from tests.ui.windows import desk_of


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect under which name the account was shown, each time it was read."""
    found: list[str] = []
    show = AccountPage.show_account

    def told(page: AccountPage, view: AccountView) -> None:
        found.append(view.relationship.account.name)
        show(page, view)

    monkeypatch.setattr(AccountPage, "show_account", told)
    return found


def rename(journal: Journal, name: str) -> None:
    """Do what follows from typing in a name."""
    account = reading.relationship(journal, MERCY).account
    journal.write("Edit account", save=[replace(account, name=name)])


def test_a_change_is_shown_at_once(window: MainWindow, journal: Journal, shown: list[str]) -> None:
    """What one has done is what one sees."""
    rename(journal, "Mercy West")
    assert shown == ["Mercy West"]
    assert window.windowTitle().startswith("Mercy West")


def test_under_a_dialog_the_page_waits_until_it_has_gone(
    qtbot: QtBot, window: MainWindow, journal: Journal, shown: list[str]
) -> None:
    """Reading a long history at each save would be felt by whoever types in the dialog."""
    window.commands.log_meeting.trigger()
    (form,) = window.findChildren(QDialog)
    rename(journal, "Mercy West")
    rename(journal, "Mercy East")
    assert shown == []
    assert {each.account.name for each in window.glances} >= {"Mercy East"}  # the list is quick

    form.close()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["Mercy East"]
    rename(journal, "Mercy North")
    assert shown == ["Mercy East", "Mercy North"]


def test_a_dialog_without_a_change_reads_nothing(
    qtbot: QtBot, window: MainWindow, shown: list[str]
) -> None:
    """It is closed as quickly as it was opened."""
    window.commands.keys.trigger()
    (dialog,) = window.findChildren(QDialog)
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))
    assert shown == []


def test_nothing_is_read_again_for_a_window_that_closes(
    window: MainWindow, journal: Journal, shown: list[str]
) -> None:
    """Nobody looks at it any more."""
    window.commands.log_meeting.trigger()
    rename(journal, "Mercy West")
    window.close()
    assert shown == []


def test_the_account_may_go_while_a_dialog_is_over_it(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Then another one is shown."""
    window.commands.keys.trigger()
    (dialog,) = window.findChildren(QDialog)
    accounts.trash_account(journal, MERCY)
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))
    view = desk_of(window).page.view
    assert view is not None
    assert view.relationship.account.id != MERCY
