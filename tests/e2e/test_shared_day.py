"""A second day in the real window, by keyboard alone: prepare, print, share, hear back, hand over.

In the end a colleague takes the account into a journal of their own, and prints the next brief.
Times are those of the customer's wall in New York.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.record import Agreement, Side, Visibility
from journal.operations import accounts, framework, reading, records
from journal.operations.journal import Journal
from journal.ui.brief.brief_preview import BriefPreview
from journal.ui.brief.framework_dialog import FrameworkDialog
from journal.ui.brief.preview import DocumentPreview
from journal.ui.exchange.import_dialog import ImportDialog
from journal.ui.handover.dialog import HandOverDialog
from journal.ui.main_window import MainWindow
from journal.ui.meetings.plan_form import PlanForm
from journal.ui.negotiation.groups import Part
from journal.ui.negotiation.outline import Outline
from journal.ui.negotiation.rows import Look
from tests.e2e.conftest import Start, Watch, open_account
from tests.ui.case import DANA, MERCY
from tests.ui.keyboard import CONTROL, SHIFT, press, type_words, wait_for
from tests.ui.windows import open_one

LONG_MS = 30_000
SUCCESSOR = "Kim Osei"
PREPARED = ("bring the numbers before she asks", "end ten minutes early")
THEIR_WORDS = "end on the minute"
SECRET = "He dislikes her predecessor"


@pytest.fixture
def watch() -> Watch:
    """Begin at ten in the morning of the day before the visit."""
    return Watch(now=datetime(2026, 11, 30, 15, 0, tzinfo=UTC))


def tab_to(qtbot: QtBot, wanted: QWidget) -> None:
    """Press Tab until the keys go there."""
    for _step in range(40):
        if wanted.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(wanted)


def name_file(qtbot: QtBot, dialog: QDialog, path: Path) -> None:
    """Type a path where a file is asked for, and take it."""
    asked = open_one(dialog, QFileDialog)
    wait_for(qtbot, asked)
    (line,) = asked.findChildren(QLineEdit)
    line.setFocus()
    line.selectAll()
    type_words(qtbot, str(path))
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not asked.isVisible())
    wait_for(qtbot, dialog)


def text_of(path: Path) -> str:
    """Read all pages back."""
    pages = pypdfium2.PdfDocument(path)
    return "\n".join(str(page.get_textpage().get_text_range()) for page in pages)


def prepare(qtbot: QtBot, window: MainWindow) -> None:
    """Two lines of what we will do, one after the other."""
    open_account(qtbot, window, "mercy")
    press(qtbot, Qt.Key.Key_5, CONTROL)
    (outline,) = window.findChildren(Outline)
    tab_to(qtbot, outline)
    while not _adds_a_norm_of_ours(outline):
        press(qtbot, Qt.Key.Key_Down)
    for words in PREPARED:
        type_words(qtbot, words)
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)


def _adds_a_norm_of_ours(outline: Outline) -> bool:
    row = outline.current()
    if row is None or row.group is None or row.look is not Look.ADD:
        return False
    return (row.part, row.group.side) == (Part.NORMS, Side.OURS)


def save(qtbot: QtBot, preview: DocumentPreview, path: Path) -> str:
    """Save the pages that are shown, and read them."""
    qtbot.waitUntil(lambda: preview.is_ready, timeout=LONG_MS)
    tab_to(qtbot, preview._save)
    press(qtbot, Qt.Key.Key_Return)
    name_file(qtbot, preview, path)
    qtbot.waitUntil(lambda: preview.said() == f"Saved as {path.name}", timeout=LONG_MS)
    return text_of(path)


def print_brief(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """Save the brief for the next meeting, and read it."""
    press(qtbot, Qt.Key.Key_P, CONTROL)
    preview = open_one(window, BriefPreview)
    wait_for(qtbot, preview)
    said = save(qtbot, preview, path)
    press(qtbot, Qt.Key.Key_Escape)
    wait_for(qtbot, window)
    return said


def share(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """Tick both lines, hand the page out, and read what was handed out."""
    press(qtbot, Qt.Key.Key_R, CONTROL)
    dialog = open_one(window, FrameworkDialog)
    wait_for(qtbot, dialog)
    tab_to(qtbot, dialog.lines)
    for words in PREPARED:
        go_to(qtbot, dialog, words)
        press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.is_ready, timeout=LONG_MS)
    tab_to(qtbot, dialog.issue_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.version is not None, timeout=LONG_MS)
    said = save(qtbot, dialog, path)
    press(qtbot, Qt.Key.Key_Escape)
    wait_for(qtbot, window)
    return said


def go_to(qtbot: QtBot, dialog: FrameworkDialog, words: str) -> None:
    """Go through the list until that line is set off."""
    press(qtbot, Qt.Key.Key_Home)
    for _step in range(60):
        if dialog.lines.chosen_row is not None and dialog.lines.chosen_row.text == words:
            return
        press(qtbot, Qt.Key.Key_Down)
    raise AssertionError(words)


def come_back_with_answers(qtbot: QtBot, window: MainWindow) -> None:
    """To one line they agreed, the other they want otherwise."""
    press(qtbot, Qt.Key.Key_R, CONTROL)
    dialog = open_one(window, FrameworkDialog)
    wait_for(qtbot, dialog)
    tab_to(qtbot, dialog.which)
    press(qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.version is not None)
    tab_to(qtbot, dialog.lines)
    go_to(qtbot, dialog, PREPARED[0])
    press(qtbot, Qt.Key.Key_A)
    go_to(qtbot, dialog, PREPARED[1])
    press(qtbot, Qt.Key.Key_C)
    type_words(qtbot, THEIR_WORDS)
    press(qtbot, Qt.Key.Key_Escape)
    wait_for(qtbot, window)


def hand_over(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Give it to a colleague from Wednesday on; what was noted for nobody else stays."""
    press(qtbot, Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = open_one(window, HandOverDialog)
    wait_for(qtbot, dialog)
    type_words(qtbot, SUCCESSOR)
    tab_to(qtbot, dialog.on.line)
    dialog.on.line.selectAll()
    type_words(qtbot, "2 dec")
    tab_to(qtbot, dialog.write)
    press(qtbot, Qt.Key.Key_Return)
    name_file(qtbot, dialog, path)
    qtbot.waitUntil(lambda: path.name in dialog.said(), timeout=LONG_MS)
    press(qtbot, Qt.Key.Key_Return)
    wait_for(qtbot, window)


def take_over(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Bring the file in."""
    press(qtbot, Qt.Key.Key_I, CONTROL)
    asked = open_one(window, QFileDialog)
    wait_for(qtbot, asked)
    (line,) = asked.findChildren(QLineEdit)
    line.setFocus()
    type_words(qtbot, str(path))
    press(qtbot, Qt.Key.Key_Return)
    dialog = open_one(window, ImportDialog)
    qtbot.waitUntil(dialog._close.isEnabled, timeout=LONG_MS)
    press(qtbot, Qt.Key.Key_Return)
    wait_for(qtbot, window)


def plan_the_next(qtbot: QtBot, window: MainWindow) -> None:
    """Plan their first visit there."""
    open_account(qtbot, window, "mercy")
    press(qtbot, Qt.Key.Key_N, CONTROL)
    wait_for(qtbot, open_one(window, PlanForm))
    type_words(qtbot, "tue 8 dec 10:00")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not window.findChildren(PlanForm))
    wait_for(qtbot, window)


def test_a_page_is_shared_and_its_account_goes_to_a_colleague(
    qtbot: QtBot, start: Start, journal: Journal, watch: Watch, tmp_path: Path
) -> None:
    """Each page is read back, and what the colleague prints is what was agreed on."""
    keep_a_secret(journal)
    window = start(journal)
    prepare(qtbot, window)
    before = print_brief(qtbot, window, tmp_path / "before.pdf")
    shared = share(qtbot, window, tmp_path / "shared.pdf")
    assert "Tue 1 Dec 2026" in before
    assert SECRET in before
    for words in PREPARED:
        assert words in before
        assert words in shared
    assert SECRET not in shared

    watch.now = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
    come_back_with_answers(qtbot, window)
    require_the_answers(journal)
    hand_over(qtbot, window, tmp_path / "mercy.handover")
    window.close()

    with Journal.create(tmp_path / "colleague.journal", watch) as theirs:
        accounts.introduce_self(theirs, SUCCESSOR)
        second = start(theirs)
        take_over(qtbot, second, tmp_path / "mercy.handover")
        plan_the_next(qtbot, second)
        after = print_brief(qtbot, second, tmp_path / "after.pdf")
        require_the_owner(theirs)
        second.close()
    assert "Tue 8 Dec 2026" in after
    assert PREPARED[0] in after
    assert THEIR_WORDS in after
    assert SECRET not in after


def keep_a_secret(journal: Journal) -> None:
    """Note about her what only her account manager is to know."""
    whole = reading.relationship(journal, MERCY)
    dana = next(each for each in whole.people if each.id == DANA)
    records.edit(journal, "Edit note", replace(dana, remember=SECRET))


def require_the_answers(journal: Journal) -> None:
    """Both are kept with the version, and with the lines that go into the next one."""
    (version,) = framework.versions(journal, MERCY)
    said = {each.text: (each.agreement, each.agreed_wording) for each in version.lines}
    assert said[PREPARED[0]] == (Agreement.AGREED, "")
    assert said[PREPARED[1]] == (Agreement.CHANGED, THEIR_WORDS)
    norms = {each.text: each for each in reading.relationship(journal, MERCY).norms}
    assert norms[PREPARED[1]].agreed_wording == THEIR_WORDS
    assert norms[PREPARED[1]].visibility is Visibility.SHAREABLE


def require_the_owner(journal: Journal) -> None:
    """The colleague's from Wednesday on; the meetings and the version came along, once."""
    mercy = reading.find_account(journal, "Mercy General")
    whole = reading.relationship(journal, mercy.id)
    (owner,) = (each for each in whole.roles if each.side is Side.OURS and each.end is None)
    me = reading.me(journal)
    assert me is not None
    assert (owner.person_id, owner.start) == (me.id, date(2026, 12, 2))
    assert [each.when.day for each in whole.meetings].count(date(2026, 12, 1)) == 1
    assert len(framework.versions(journal, mercy.id)) == 1
