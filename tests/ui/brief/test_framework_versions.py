"""The page to share once it is issued: kept, answered, and its next version."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot

from journal.domain.plan import Norm
from journal.domain.record import (
    Agreement,
)
from journal.operations import framework
from journal.operations.journal import Journal
from journal.ui.brief.framework_dialog import FrameworkDialog
from journal.ui.main_window import MainWindow
from tests.ui.brief.framework_page import (
    FRIENDLY,
    LONG_MS,
    WE_WILL,
    issued,
    row_of,
    rows,
    settled,
    text_of,
)
from tests.ui.case import MERCY


def test_an_issued_version_is_kept_and_shown_as_it_was(
    qtbot: QtBot, dialog: FrameworkDialog, journal: Journal
) -> None:
    """With its day and whom it went to; what is ticked later does not change it."""
    issued(qtbot, dialog, "Dana Whitfield, Luis Ortega")
    assert dialog.which.currentText() == "Version 1, 23 Nov, to Dana Whitfield, Luis Ortega"
    before = text_of(dialog)
    assert "Dana Whitfield and Luis Ortega" in before
    framework.share(journal, framework.shared_record(journal, Norm, WE_WILL.id), shareable=True)
    assert text_of(dialog) == before
    version = framework.versions(journal, MERCY)[0].document
    assert (version.version, version.issued_on) == (1, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("key", "agreement", "note"),
    [
        (Qt.Key.Key_A, Agreement.AGREED, "agreed"),
        (Qt.Key.Key_C, Agreement.CHANGED, "to be changed"),
        (Qt.Key.Key_D, Agreement.DECLINED, "declined"),
        (Qt.Key.Key_N, Agreement.NOT_RAISED, "not raised yet"),
    ],
)
def test_one_key_notes_what_they_said_to_a_line(
    qtbot: QtBot,
    dialog: FrameworkDialog,
    journal: Journal,
    key: Qt.Key,
    agreement: Agreement,
    note: str,
) -> None:
    """Of the version and of the line itself; and undone as one."""
    issued(qtbot, dialog)
    dialog.lines.choose(0)
    qtbot.keyClick(dialog.lines, key)
    assert rows(dialog)[1].note == note
    assert framework.versions(journal, MERCY)[0].lines[0].agreement is agreement
    norm = framework.shared_record(journal, Norm, FRIENDLY.id)
    assert getattr(norm, "agreement", None) is agreement


def test_their_wording_stands_on_the_next_version(
    qtbot: QtBot, dialog: FrameworkDialog, journal: Journal
) -> None:
    """Typed where the key leads to, and saved by itself."""
    issued(qtbot, dialog)
    dialog.lines.choose(0)
    qtbot.keyClick(dialog.lines, Qt.Key.Key_C)
    assert dialog.focusWidget() is dialog.answers.wording
    qtbot.keyClicks(dialog.answers.wording, "answer within a day")
    qtbot.keyClick(dialog.answers.wording, Qt.Key.Key_Return)
    assert rows(dialog)[1].note == "changed to “answer within a day”"
    dialog.which.setCurrentIndex(0)
    dialog.which.activated.emit(0)
    settled(qtbot, dialog)
    assert dialog.which.currentText() == "Draft 2"
    assert "answer within a day" in text_of(dialog)
    assert "Northfield" not in text_of(dialog)
    assert row_of(dialog, "answer within a day").note == "in their wording"


def test_a_wording_that_is_typed_is_not_lost_by_closing(
    qtbot: QtBot, dialog: FrameworkDialog, journal: Journal
) -> None:
    """Nobody presses Enter before closing a window."""
    issued(qtbot, dialog)
    dialog.lines.choose(0)
    qtbot.keyClick(dialog.lines, Qt.Key.Key_C)
    qtbot.keyClicks(dialog.answers.wording, "answer within a day")
    dialog.reject()
    norm = framework.shared_record(journal, Norm, FRIENDLY.id)
    assert getattr(norm, "agreed_wording", None) == "answer within a day"


def test_the_choices_say_the_same_as_the_keys(
    qtbot: QtBot, dialog: FrameworkDialog, journal: Journal
) -> None:
    """Whoever uses a pointer has no keys to learn."""
    issued(qtbot, dialog)
    dialog.lines.choose(0)
    button = dialog.answers.choice.findChildren(QRadioButton)[2]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert framework.versions(journal, MERCY)[0].lines[0].agreement is Agreement.DECLINED


def test_taking_back_an_issue_leads_back_to_the_draft(
    qtbot: QtBot, dialog: FrameworkDialog
) -> None:
    """The number is free again."""
    issued(qtbot, dialog)
    dialog._undo_keys.undo()
    settled(qtbot, dialog)
    assert dialog.version is None
    assert dialog.which.isHidden()
    assert "draft 1" in text_of(dialog)


def test_what_changed_elsewhere_is_shown_before_it_is_issued(
    qtbot: QtBot, window: MainWindow, dialog: FrameworkDialog, journal: Journal
) -> None:
    """Nothing goes out that was not looked at; a second click issues what is shown now."""
    with Journal.open(journal.path, journal.now) as elsewhere:
        ours = framework.shared_record(elsewhere, Norm, WE_WILL.id)
        framework.share(elsewhere, ours, shareable=True)
    dialog.issue_button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=LONG_MS)
    window.findChildren(QMessageBox)[-1].close()
    qtbot.waitUntil(dialog.issue_button.isEnabled, timeout=LONG_MS)
    assert "come on Tuesdays" in text_of(dialog)
    issued(qtbot, dialog)


def test_the_page_is_saved_under_its_number(
    qtbot: QtBot, dialog: FrameworkDialog, tmp_path: Path
) -> None:
    """The very bytes that were issued."""
    issued(qtbot, dialog)
    target = tmp_path / "out.pdf"
    dialog.save_as(str(target))
    qtbot.waitUntil(lambda: dialog.said() == "Saved as out.pdf", timeout=LONG_MS)
    assert dialog._set is not None
    assert target.read_bytes() == dialog._set.pdf
