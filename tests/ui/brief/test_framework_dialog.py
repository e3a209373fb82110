"""The page to share: ticked line by line, and what is wrong with it."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError, NotFoundError
from journal.domain.plan import Norm
from journal.domain.record import (
    RecordId,
    Side,
    Visibility,
)
from journal.operations import framework, records
from journal.operations.journal import Journal
from journal.ui.brief.framework_dialog import FrameworkDialog
from journal.ui.main_window import MainWindow
from tests.ui.brief.framework_page import (
    FRIENDLY,
    LONG_MS,
    WE_WILL,
    add,
    choose,
    opened,
    row_of,
    rows,
    settled,
    text_of,
    tick,
)
from tests.ui.case import MERCY, clock


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
