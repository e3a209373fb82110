"""The page to share as its tests use it: opened, ticked, read, handed out."""

import pypdfium2
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.domain.metric import Metric
from journal.domain.plan import Interest, Norm
from journal.domain.record import (
    Basis,
    InterestId,
    MetricId,
    Record,
    RecordId,
    Side,
    Visibility,
)
from journal.operations import records
from journal.operations.journal import Journal
from journal.ui.brief.framework_dialog import FrameworkDialog
from journal.ui.brief.framework_rows import Row
from journal.ui.main_window import MainWindow
from tests.ui.case import MERCY

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


def issued(qtbot: QtBot, dialog: FrameworkDialog, names: str = "Dana Whitfield") -> None:
    """Hand the page out."""
    dialog.recipients.setText(names)
    dialog.recipients.editingFinished.emit()
    settled(qtbot, dialog)
    qtbot.mouseClick(dialog.issue_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.version is not None, timeout=LONG_MS)
    settled(qtbot, dialog)
