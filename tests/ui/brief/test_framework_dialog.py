"""The page to share: ticked line by line, issued, answered, and its next version."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError, NotFoundError
from journal.domain.metric import Metric
from journal.domain.plan import Interest, Norm
from journal.domain.record import (
    Agreement,
    Basis,
    InterestId,
    MetricId,
    Record,
    RecordId,
    Side,
    Visibility,
)
from journal.operations import framework, records
from journal.operations.journal import Journal
from journal.ui.brief.framework_dialog import FrameworkDialog
from journal.ui.brief.framework_rows import Row
from journal.ui.main_window import MainWindow
from tests.ui.case import MERCY, clock

LONG_MS = 30_000
WANTED = Interest(
    id=InterestId(RecordId("wanted")),
    account_id=MERCY,
    text="Fewer stock-outs",
    side=Side.SHARED,
    position=1,
)
WE_WILL = Norm(
    id=RecordId("we-will"), account_id=MERCY, text="come on Tuesdays", side=Side.OURS, position=1
)
FRIENDLY = Norm(
    id=RecordId("friendly"),
    account_id=MERCY,
    text="be as quick as with Northfield Labs",
    side=Side.OURS,
    visibility=Visibility.SHAREABLE,
    position=2,
)
OVERTIME = Metric(
    id=MetricId(RecordId("overtime")),
    account_id=MERCY,
    text="Staff overtime",
    side=Side.THEIRS,
    basis=Basis.GUESS,
    position=9,
)


def opened(qtbot: QtBot, window: MainWindow) -> FrameworkDialog:
    """Open it by its command, and wait for its page or its refusal."""
    window.commands.share_page.trigger()
    made = window.findChildren(FrameworkDialog)[-1]
    settled(qtbot, made)
    return made


def settled(qtbot: QtBot, dialog: FrameworkDialog) -> None:
    """Wait until the page shows what the list says."""
    qtbot.waitUntil(lambda: dialog.is_ready or dialog.refusal.isVisible(), timeout=LONG_MS)


def add(journal: Journal, *made: Record) -> None:
    """Put lines into the plan."""
    records.add(journal, "Add lines", *made)


def rows(dialog: FrameworkDialog) -> list[Row]:
    """Read the list."""
    model = dialog.lines.lines
    return [model.row(each) for each in range(model.rowCount())]


def row_of(dialog: FrameworkDialog, text: str) -> Row:
    """Find a row by its text."""
    return next(each for each in rows(dialog) if each.text == text)


def choose(dialog: FrameworkDialog, text: str) -> None:
    """Set a line off."""
    dialog.lines.choose([each.text for each in rows(dialog)].index(text))


def tick(qtbot: QtBot, dialog: FrameworkDialog, text: str) -> None:
    """Tick a line, or take its tick away, with the space bar."""
    choose(dialog, text)
    qtbot.keyClick(dialog.lines, Qt.Key.Key_Space)
    settled(qtbot, dialog)


def text_of(dialog: FrameworkDialog) -> str:
    """Read the page back that is shown."""
    assert dialog._set is not None
    return str(pypdfium2.PdfDocument(dialog._set.pdf)[0].get_textpage().get_text_range())


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, journal: Journal) -> FrameworkDialog:
    """Open it on an account with one shareable line, two that could be, and one that could not."""
    add(journal, WANTED, WE_WILL, FRIENDLY, OVERTIME)
    return opened(qtbot, window)


def test_the_page_stands_beside_what_stays_home(dialog: FrameworkDialog) -> None:
    """What the customer will see, and below it in the list what they will not."""
    assert "be as quick as with Northfield Labs" in text_of(dialog)
    assert "come on Tuesdays" not in text_of(dialog)
    texts = [each.text for each in rows(dialog)]
    assert texts[:2] == [
        "What good working together looks like",
        "be as quick as with Northfield Labs",
    ]
    assert texts.index("Stays home") < texts.index("come on Tuesdays")
    assert row_of(dialog, "come on Tuesdays").is_ticked is False
    assert dialog.said() == "1 page · draft, as the customer will see it"


def test_space_puts_a_line_on_the_page_and_undo_takes_it_off(
    qtbot: QtBot, dialog: FrameworkDialog, journal: Journal
) -> None:
    """One by one; nothing else of the line changes."""
    tick(qtbot, dialog, "come on Tuesdays")
    assert "come on Tuesdays" in text_of(dialog)
    assert row_of(dialog, "come on Tuesdays").is_ticked is True
    line = framework.shared_record(journal, Norm, WE_WILL.id)
    assert replace(line, revision=0) == replace(WE_WILL, visibility=Visibility.SHAREABLE)
    dialog._undo_keys.undo()
    settled(qtbot, dialog)
    assert "come on Tuesdays" not in text_of(dialog)
    assert row_of(dialog, "come on Tuesdays").is_ticked is False


def test_the_next_line_is_chosen_once_one_is_ticked(
    qtbot: QtBot, dialog: FrameworkDialog, journal: Journal
) -> None:
    """Else whoever keeps many lines at home would have to come back from the end each time."""
    add(
        journal,
        replace(FRIENDLY, id=RecordId("second"), text="call first", position=12),
        replace(FRIENDLY, id=RecordId("third"), text="come at eight", position=13),
    )
    tick(qtbot, dialog, "call first")
    assert dialog.lines.chosen_row == row_of(dialog, "come at eight")
    tick(qtbot, dialog, "come at eight")
    assert dialog.lines.chosen_row == row_of(dialog, "Fewer stock-outs")  # past the heading
    at_the_end = rows(dialog)[-1].text
    dialog.lines.choose(len(rows(dialog)) - 1)
    dialog.lines.pass_on()
    assert dialog.lines.chosen_row == rows(dialog)[-2] != row_of(dialog, at_the_end)


def test_enter_in_the_list_prints_nothing(qtbot: QtBot, dialog: FrameworkDialog) -> None:
    """Even after one has stood on the button; there Enter does what the button says."""
    dialog._print.setFocus()
    dialog.lines.setFocus()
    qtbot.keyClick(dialog.lines, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.recipients, Qt.Key.Key_Return)
    assert dialog.findChildren(QPrintDialog) == []
    qtbot.keyClick(dialog._print, Qt.Key.Key_Return)
    (asked,) = dialog.findChildren(QPrintDialog)
    asked.reject()


def test_a_click_left_of_the_text_ticks_it_and_one_on_it_only_chooses(
    qtbot: QtBot, dialog: FrameworkDialog
) -> None:
    """Whoever reads a line by clicking on it has shared nothing."""
    choose(dialog, "come on Tuesdays")
    box = dialog.lines.visualRect(dialog.lines.currentIndex())
    on_text = box.center()
    qtbot.mouseClick(dialog.lines.viewport(), Qt.MouseButton.LeftButton, pos=on_text)
    assert row_of(dialog, "come on Tuesdays").is_ticked is False
    on_tick = QPoint(box.left() + 16, box.center().y())
    qtbot.mouseClick(dialog.lines.viewport(), Qt.MouseButton.LeftButton, pos=on_tick)
    settled(qtbot, dialog)
    assert row_of(dialog, "come on Tuesdays").is_ticked is True


def test_what_they_did_not_say_cannot_be_ticked_and_says_why(
    qtbot: QtBot, dialog: FrameworkDialog
) -> None:
    """How they are measured is shared only as they said it."""
    row = row_of(dialog, "Staff overtime")
    assert row.is_ticked is None
    assert row.note == "metric · not said by them yet; ask"
    tick(qtbot, dialog, "Staff overtime")
    assert "Staff overtime" not in text_of(dialog)


def test_the_name_of_another_customer_is_warned_of(dialog: FrameworkDialog) -> None:
    """Beside its line, and told to a screen reader with it."""
    row = row_of(dialog, "be as quick as with Northfield Labs")
    assert row.is_alarm
    assert row.note == "names another customer: “Northfield Labs”"
    index = dialog.lines.lines.index(1, 0)
    said = dialog.lines.lines.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{row.text}, {row.note}"


def test_without_a_line_it_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    """And there is nothing to print, to save or to issue."""
    dialog = opened(qtbot, window)
    assert dialog.refusal.text().startswith("Nothing may be shared with Mercy General yet")
    for button in (dialog._print, dialog._save, dialog._open, dialog.issue_button):
        assert not button.isEnabled()


def test_more_than_a_page_names_the_lines_to_cut(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """They are set off in the list; with them unticked there is a page again."""
    many = [
        Norm(
            id=RecordId(f"norm-{number}"),
            account_id=MERCY,
            text=f"Line {number}: " + "many words that fill the page " * 8,
            side=Side.OURS,
            visibility=Visibility.SHAREABLE,
            position=number,
        )
        for number in range(40)
    ]
    add(journal, *many)
    dialog = opened(qtbot, window)
    to_cut = [each for each in rows(dialog) if "does not fit" in each.note]
    assert dialog.refusal.isVisible()
    assert 0 < len(to_cut) < len(many)
    assert f"keep the {len(to_cut)} lines at home" in dialog.refusal.text()
    assert "Line 39" not in dialog.refusal.text()  # they stand in the list
    assert not dialog.issue_button.isEnabled()
    for each in to_cut:
        assert each.kind is not None
        assert each.record is not None
        line = framework.shared_record(journal, each.kind, each.record)
        framework.share(journal, line, shareable=False)
    qtbot.waitUntil(lambda: dialog.is_ready, timeout=LONG_MS)
    assert dialog.issue_button.isEnabled()


def issued(qtbot: QtBot, dialog: FrameworkDialog, names: str = "Dana Whitfield") -> None:
    """Hand the page out."""
    dialog.recipients.setText(names)
    dialog.recipients.editingFinished.emit()
    settled(qtbot, dialog)
    qtbot.mouseClick(dialog.issue_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.version is not None, timeout=LONG_MS)
    settled(qtbot, dialog)


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


def test_what_another_window_changed_meanwhile_is_said(
    qtbot: QtBot, dialog: FrameworkDialog, journal: Journal, window: MainWindow
) -> None:
    """The tick is not pretended, and the list shows what is so."""
    said: list[JournalError] = []
    dialog.failed.connect(said.append)
    with Journal.open(journal.path, clock) as other:
        line = framework.shared_record(other, Norm, WE_WILL.id)
        records.trash(other, "Delete", line)
    tick(qtbot, dialog, "come on Tuesdays")
    assert isinstance(said[0], NotFoundError)
    for box in window.findChildren(QMessageBox):
        box.close()


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


def test_on_a_small_screen_it_scrolls_to_each_button(dialog: FrameworkDialog) -> None:
    """At 200 % a laptop has 512 by 350 left; nothing may lie where nobody comes."""
    dialog.resize(480, 300)
    QApplication.processEvents()
    assert dialog.size() == QSize(480, 300)
    assert dialog.lines.height() >= 100
    dialog.issue_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(dialog.issue_button, Qt.Key.Key_Backtab)
    QTest.keyClick(dialog._print, Qt.Key.Key_Tab)
    assert dialog.issue_button.hasFocus()
    shown = dialog.issue_button.visibleRegion().boundingRect()
    assert shown == dialog.issue_button.rect()
