"""Handing an account over in the real window, by keys."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.person import Role
from journal.domain.plan import Alternative
from journal.domain.record import RecordId, Side
from journal.operations import attachments, reading, records
from journal.operations.handing_over import Choice
from journal.operations.journal import Journal
from journal.ui.handover.dialog import HandOverDialog
from journal.ui.main_window import MainWindow
from journal.ui.people.tab import PeopleTab
from journal.ui.shared.labels import Label
from journal.ui.tabs import Tab
from tests.ui.case import DANA, HAAS, ME, MERCY
from tests.ui.windows import desk_of, open_one


@pytest.fixture
def notes(journal: Journal) -> int:
    """Write three private notes, and return how many there are then."""
    from journal.operations.handing_over import preview

    whole = reading.relationship(journal, MERCY)
    dana = next(each for each in whole.people if each.id == DANA)
    records.edit(journal, "x", replace(whole.account, note="They never pay"))
    records.edit(journal, "x", replace(dana, remember="Two sugars", avoid="Slides"))
    ours = Alternative(
        id=RecordId("walk-away"), account_id=MERCY, text="We sell to Lima", side=Side.OURS
    )
    records.add(journal, "x", ours)
    return len(preview(journal, MERCY).notes)


@pytest.fixture
def dialog(window: MainWindow, notes: int) -> HandOverDialog:
    """Open it from the menu."""
    assert notes >= 4
    window.commands.hand_over.trigger()
    return open_one(window, HandOverDialog)


def ours(journal: Journal) -> list[Role]:
    """Return who of us has had the account, the latest last."""
    roles = reading.relationship(journal, MERCY).roles
    return [each for each in roles if each.side is Side.OURS]


def row_of(dialog: HandOverDialog, text: str) -> int:
    """Return in which row a note stands."""
    table = dialog.notes
    for row in range(table.rowCount()):
        item = table.item(row, 1)
        if item is not None and item.text() == text:
            return row
    raise AssertionError(text)


def choice_of(dialog: HandOverDialog, text: str) -> Choice:
    """Return what becomes of a note."""
    return list(dialog.notes.choices.values())[row_of(dialog, text)]


def test_it_opens_from_today_with_every_note_kept(dialog: HandOverDialog) -> None:
    """The safe answer is the one that nobody has to give."""
    assert dialog.focusWidget() is dialog.name
    assert dialog.on.line.text() == "Mon 23 Nov 2026"
    assert set(dialog.notes.choices.values()) == {Choice.KEEP}
    assert not dialog.write.isEnabled()
    assert not dialog.date_only.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_each_note_is_chosen_for_by_a_letter(dialog: HandOverDialog) -> None:
    """And with Shift for all; the whole of a note is read below."""
    table = dialog.notes
    table.setFocus()
    table.selectRow(row_of(dialog, "Two sugars"))
    assert dialog.whole_note.toPlainText() == "Two sugars"
    QTest.keyClick(table, Qt.Key.Key_P)
    assert choice_of(dialog, "Two sugars") is Choice.PASS_ON
    assert choice_of(dialog, "Slides") is Choice.KEEP
    assert list(Choice)[dialog.becomes.position] is Choice.PASS_ON
    QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    assert set(table.choices.values()) == {Choice.DELETE}
    QTest.keyClick(table, Qt.Key.Key_K)
    assert choice_of(dialog, "Two sugars") is Choice.KEEP
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.becomes.position == -1
    button = dialog.becomes.focusProxy()
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_P)
    assert set(table.choices.values()) == {Choice.PASS_ON}


def test_the_account_goes_into_a_file(
    qtbot: QtBot, window: MainWindow, journal: Journal, dialog: HandOverDialog, tmp_path: Path
) -> None:
    """By keys alone; then it is said where it lies, and one undo takes all of it back."""
    file = tmp_path / "mercy.handover"
    dialog.notes.selectRow(row_of(dialog, "Two sugars"))
    QTest.keyClick(dialog.notes, Qt.Key.Key_P)
    dialog.notes.selectRow(row_of(dialog, "They never pay"))
    QTest.keyClick(dialog.notes, Qt.Key.Key_D)
    QTest.keyClicks(dialog.name, "Nia Onu")
    dialog.on.line.setText("1 jan")
    QTest.keyClicks(dialog.left_behind, "ask Dana first")
    QTest.keyClick(dialog.left_behind, Qt.Key.Key_Return)
    chooser = open_one(dialog, QFileDialog)
    assert chooser.selectedFiles()[0].endswith("2026-11-23.handover")
    chooser.fileSelected.emit(str(file))
    chooser.close()
    qtbot.waitUntil(dialog.close_button.isVisible, timeout=30_000)

    assert dialog.said().startswith("Mercy General lies in mercy.handover\n")
    assert "Nia Onu takes it in with File, Import…, and has the account from Fri 1 Jan 2027." in (
        dialog.said()
    )
    assert "1 was deleted here; Undo brings it back." in dialog.said()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    before, after = ours(journal)[-2:]
    assert (before.person_id, before.end, before.note) == (ME, date(2026, 12, 31), "ask Dana first")
    assert after.start == date(2027, 1, 1)
    with zipfile.ZipFile(file) as archive:
        said = archive.read("records.jsonl").decode()
    assert "Two sugars" in said
    assert "Slides" not in said
    assert reading.relationship(journal, MERCY).account.note == ""
    assert window.commands.undo.text() == "&Undo Hand over account"
    window.commands.undo.trigger()
    assert reading.relationship(journal, MERCY).account.note == "They never pay"
    assert ours(journal)[-1].end is None


def test_a_colleague_gets_it_without_a_file(dialog: HandOverDialog, journal: Journal) -> None:
    """Where both use one journal, or none is there to take it in; no customer is offered."""
    model = dialog.name.completer().model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered == ["Ana Calder (you)", "Luis Ortega", "P. Olsen", "R. Haas"]
    dialog.name.setText("R. Haas")
    dialog.date_only.click()
    assert not dialog.isVisible()
    assert (ours(journal)[-1].person_id, ours(journal)[-1].start) == (HAAS, date(2026, 11, 23))


def test_what_is_refused_stays_to_be_mended(
    dialog: HandOverDialog, window: MainWindow, journal: Journal
) -> None:
    """I have it already; a day that is none; nothing that was typed is lost."""
    dialog.name.setText("Ana Calder (you)")
    dialog.date_only.click()
    assert dialog.isVisible()
    (box,) = window.findChildren(QMessageBox)
    assert "look after this account already" in box.text()
    box.close()
    dialog.on.line.setText("soon")
    for button in (dialog.date_only, dialog.write):
        button.click()
        assert dialog.on.words() == "“soon” is no day or time."
    assert dialog.findChildren(QFileDialog) == []
    assert ours(journal)[-1].person_id == ME


def test_a_file_that_cannot_be_written_is_said(
    qtbot: QtBot, dialog: HandOverDialog, journal: Journal, tmp_path: Path
) -> None:
    """Nothing happened, and it can be tried again."""
    dialog.name.setText("Nia Onu")
    dialog.write.click()
    open_one(dialog, QFileDialog).close()
    dialog.write_to(str(tmp_path / "missing" / "x.handover"))
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)), timeout=30_000)
    (box,) = dialog.findChildren(QMessageBox)
    assert "Nothing was changed" in box.text()
    box.close()
    assert dialog.write.isEnabled()
    assert ours(journal)[-1].person_id == ME


def test_the_people_tab_leads_here(window: MainWindow) -> None:
    """There is one way to hand over, from two places."""
    page = desk_of(window).page
    page.show_tab(Tab.PEOPLE)
    tab = page.findChild(PeopleTab)
    assert tab is not None
    tab.hand_over.click()
    assert open_one(window, HandOverDialog).windowTitle() == "Hand over Mercy General"


def test_a_file_that_cannot_go_is_named(
    window: MainWindow, journal: Journal, tmp_path: Path
) -> None:
    """Before it is missed over there."""
    plan = tmp_path / "floor plan.txt"
    plan.write_text("Ward 3", encoding="utf-8")
    attachments.attach(journal, MERCY, [plan])
    (kept,) = journal.path.with_name("case.files").iterdir()
    kept.unlink()

    window.commands.hand_over.trigger()

    said = [each.text() for each in open_one(window, HandOverDialog).findChildren(Label)]
    assert "This file is no longer beside the journal and stays out: floor plan.txt." in said


def test_its_key_leaves_the_first_note_chosen(qtbot: QtBot, window: MainWindow, notes: int) -> None:
    """Ctrl and Shift are still down when it opens; they are for the menu, not for the list."""
    with qtbot.waitActive(window):
        window.activateWindow()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_H, modifiers)

    dialog = open_one(window, HandOverDialog)
    assert dialog.notes.rowCount() == notes
    assert list(Choice)[dialog.becomes.position] is Choice.KEEP
    assert [each.row() for each in dialog.notes.selectionModel().selectedRows()] == [0]


def test_on_a_small_screen_it_scrolls(dialog: HandOverDialog) -> None:
    """At 200 % a laptop has 350 lines left: no field is squeezed, and the buttons are there."""
    dialog.resize(464, 300)
    QApplication.processEvents()
    assert dialog.size() == QSize(464, 300)
    for each in (dialog.name, dialog.on.line, dialog.left_behind):
        assert each.height() >= each.sizeHint().height()
    assert dialog.notes.height() >= 100
    assert dialog.rect().contains(dialog.write.geometry())
