"""A first day in the real window, by keyboard alone; afterwards the file is read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.domain.meeting import Status
from journal.domain.rating import Level
from journal.domain.span import When
from journal.operations import reading
from journal.operations.journal import Journal
from journal.ui.brief.brief_preview import BriefPreview
from journal.ui.main_window import MainWindow
from journal.ui.meetings.log_form import LogForm
from journal.ui.search.palette import Palette
from tests.ui.case import MERCY, NEXT, ZONE
from tests.ui.keyboard import CONTROL, SHIFT, press, type_words, wait_for
from tests.ui.windows import desk_of

LONG_MS = 30_000


def after_the_visit() -> datetime:
    """Sit in the car."""
    return datetime(2026, 12, 1, 16, 30, tzinfo=UTC)


def log_what_waits(qtbot: QtBot, window: MainWindow) -> None:
    """Log the meeting that waits for its outcome: three fields, one key to be done."""
    press(qtbot, Qt.Key.Key_L, CONTROL)
    form = window.findChildren(LogForm)[0]
    wait_for(qtbot, form)
    press(qtbot, Qt.Key.Key_H)
    press(qtbot, Qt.Key.Key_Tab)  # who: as planned
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_P)
    press(qtbot, Qt.Key.Key_Tab)
    type_words(qtbot, "She named the analyst.")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not window.findChildren(LogForm))
    wait_for(qtbot, window)


def save_the_brief(qtbot: QtBot, window: MainWindow, target: Path) -> None:
    """Look at the brief, and save it."""
    press(qtbot, Qt.Key.Key_P, CONTROL)
    preview = window.findChildren(BriefPreview)[0]
    qtbot.waitUntil(lambda: preview.is_ready, timeout=LONG_MS)
    preview.save_as(str(target))
    qtbot.waitUntil(lambda: preview.said() == f"Saved as {target.name}", timeout=LONG_MS)
    preview.close()


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """Open it after the visit."""
    with Journal.open(path, after_the_visit) as opened:
        yield opened


def test_a_visit_is_found_logged_undone_done_again_and_its_brief_saved(
    qtbot: QtBot, window: MainWindow, journal: Journal, path: Path, tmp_path: Path
) -> None:
    """The whole of the main job, and nothing of it needs a pointer."""
    press(qtbot, Qt.Key.Key_K, CONTROL)
    wait_for(qtbot, window.findChildren(Palette)[0])
    type_words(qtbot, "mercy")
    press(qtbot, Qt.Key.Key_Return)
    assert window.windowTitle() == "Mercy General · Account Journal"
    wait_for(qtbot, window)

    log_what_waits(qtbot, window)
    assert window.sidebar.foot().startswith("Saved ")
    assert desk_of(window).page.chosen_card.texts()[0].startswith("Tue 1 Dec 2026, 10:00 · held")

    for _step in ("the line", "the rating", "held"):
        press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert reading.meeting(journal, NEXT).status is Status.PLANNED
    for _step in ("held", "the rating", "the line"):
        press(qtbot, Qt.Key.Key_Z, CONTROL | SHIFT)

    press(qtbot, Qt.Key.Key_2, CONTROL)
    assert desk_of(window).page.table.isVisible()
    press(qtbot, Qt.Key.Key_1, CONTROL)
    assert desk_of(window).page.canvas.isVisible()

    save_the_brief(qtbot, window, tmp_path / "brief.pdf")
    window.close()

    with Journal.open(path, after_the_visit) as again:
        meeting = reading.meeting(again, NEXT)
        whole = reading.relationship(again, MERCY)
    assert meeting.status is Status.HELD
    assert meeting.summary == "She named the analyst."
    assert meeting.when == When(day=date(2026, 12, 1), time=time(10), zone=ZONE)
    assert [(each.level, each.day) for each in whole.ratings if each.meeting_id == NEXT] == [
        (Level.POSITIVE, date(2026, 12, 1))
    ]
    assert len(pypdfium2.PdfDocument(tmp_path / "brief.pdf")) == 2
