"""The past of a record and the trash, as the user meets them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.promise import Promise
from journal.domain.record import RecordId
from journal.operations import accounts, past, reading, records
from journal.operations.journal import Journal
from journal.ui.history.past_dialog import PastDialog
from journal.ui.history.trash_dialog import TrashDialog
from journal.ui.theme import Theme
from tests.ui.case import MERCY

OURS = RecordId("promise-ours")

Opened = Callable[[], TrashDialog]


def promise(journal: Journal) -> Promise:
    """Read what we owe them."""
    promises = reading.relationship(journal, MERCY).promises
    return next(each for each in promises if each.id == OURS)


@pytest.fixture
def opened(qtbot: QtBot, journal: Journal) -> Opened:
    """Open the trash."""

    def open_it() -> TrashDialog:
        dialog = TrashDialog(journal)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
        return dialog

    return open_it


def texts(dialog: TrashDialog) -> list[str]:
    """Return what stands in the list."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def answer(dialog: TrashDialog, words: str) -> None:
    """Press a button of the question."""
    box = dialog.findChildren(QMessageBox)[-1]
    (button,) = (
        each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == words
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_past_tells_the_latest_first(qtbot: QtBot, theme: Theme, journal: Journal) -> None:
    """From what to what, and when: 08:15 UTC is 9:15 in Prague."""
    records.edit(journal, "Edit promise", replace(promise(journal), text="Cost comparison"))
    dialog = PastDialog(theme, "Cost comparison", past.past_of(journal, OURS))
    qtbot.addWidget(dialog)
    dialog.open()

    edited, made = dialog.entries.texts()
    assert edited == (
        "Edit promise Text: “Cost comparison”, before “Bed-day cost comparison” "
        "Mon 23 Nov 2026, 09:15"
    )
    assert "Account: “Mercy General”" in made
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_record_without_a_past_says_so(qtbot: QtBot, theme: Theme) -> None:
    """Its history went with the trash."""
    dialog = PastDialog(theme, "", ())
    qtbot.addWidget(dialog)
    assert dialog.entries.texts() == ()


def test_an_empty_trash_says_what_would_lie_there(opened: Opened) -> None:
    """And offers nothing that cannot be done."""
    dialog = opened()
    assert not dialog.restore.isEnabled()
    assert not dialog.empty.isEnabled()
    assert not dialog.list.isVisible()


def test_enter_takes_the_latest_back(opened: Opened, journal: Journal) -> None:
    """Down and Enter take back another one; an account comes with all that was its own."""
    records.trash(journal, "Trash promise", promise(journal))
    accounts.trash_account(journal, MERCY)
    dialog = opened()
    account, line = texts(dialog)
    assert account.startswith("Account: Mercy General · and ")
    assert line == "Promise: Bed-day cost comparison · Mercy General · Mon 23 Nov"

    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert reading.find_account(journal, "Mercy").id == MERCY
    assert texts(dialog) == [line]

    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert promise(journal).text == "Bed-day cost comparison"
    assert not dialog.list.isVisible()


def test_emptying_asks_first(opened: Opened, journal: Journal) -> None:
    """Nothing brings it back, so the answer that Enter gives is no."""
    records.trash(journal, "Trash promise", promise(journal))
    dialog = opened()

    QTest.mouseClick(dialog.empty, Qt.MouseButton.LeftButton)
    answer(dialog, "Cancel")
    assert len(past.discarded(journal)) == 1

    QTest.mouseClick(dialog.empty, Qt.MouseButton.LeftButton)
    answer(dialog, "Remove for good")
    assert past.discarded(journal) == ()
    assert not dialog.list.isVisible()


def test_what_has_to_stay_is_said(opened: Opened, journal: Journal) -> None:
    """Dana is in the trash, and yet she is who said a quote."""
    dana = next(each for each in reading.everybody(journal) if each.name == "Dana Whitfield")
    records.trash(journal, "Trash person", dana)
    dialog = opened()

    QTest.mouseClick(dialog.empty, Qt.MouseButton.LeftButton)
    answer(dialog, "Remove for good")
    assert texts(dialog) == ["Person: Dana Whitfield · Mon 23 Nov"]
    assert dialog.statement().startswith("1 thing stayed")


def test_a_file_that_refuses_is_said(opened: Opened, journal: Journal) -> None:
    """Nothing changes in the list; what is there is there."""
    records.trash(journal, "Trash promise", promise(journal))
    dialog = opened()
    journal.file.connection.execute("PRAGMA query_only = 1")

    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    QTest.mouseClick(dialog.empty, Qt.MouseButton.LeftButton)
    answer(dialog, "Remove for good")

    assert len(texts(dialog)) == 1
    sentences = {box.text() for box in dialog.findChildren(QMessageBox)}
    assert len(sentences) == 2
    journal.file.connection.execute("PRAGMA query_only = 0")
