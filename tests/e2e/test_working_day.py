"""One working day in the real window, by keyboard alone; afterwards the file is read.

A visit in the morning is held, one in the afternoon is cancelled at the door; in between and in
the evening the rest of the work is done. Times are those of the customers' wall in New York.
"""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.meeting import Meeting, Status, Whereabouts
from journal.domain.record import RecordId, Side
from journal.domain.relationship import Relationship
from journal.operations import reading
from journal.operations.journal import Journal
from journal.ui.history.trash_dialog import TrashDialog
from journal.ui.main_window import MainWindow
from journal.ui.meetings.log_form import LogForm
from journal.ui.meetings.plan_form import PlanForm
from journal.ui.search.palette import Palette
from journal.ui.today.page import TodayPage
from tests.e2e.conftest import Watch, open_account
from tests.ui.case import MERCY, NEXT, NORTHFIELD, TURNING, ZONE
from tests.ui.keyboard import CONTROL, SHIFT, press, type_words, wait_for
from tests.ui.windows import desk_of

DAY = date(2026, 12, 1)
FINDINGS = (
    "> send the comparison by fri",
    "! no access to the committee",
    "# drug spend per bed-day",
    "~ pharmacy round wed 8:00 weekly",
    "? which number does the director look at",
    "* one shared number -> she would try it",
    "^ a quarterly review with both staffs",
    '"Nobody ever asked me that',
)


@pytest.fixture
def watch() -> Watch:
    """Begin at eight."""
    return Watch(now=datetime(2026, 12, 1, 13, 0, tzinfo=UTC))


def tab_to(qtbot: QtBot, wanted: QWidget) -> None:
    """Press Tab until the keys go there."""
    for _step in range(40):
        if wanted.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(wanted)


def done(qtbot: QtBot, window: MainWindow) -> None:
    """Close the form: all of it is saved already."""
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not window.findChildren(LogForm) + window.findChildren(PlanForm))
    wait_for(qtbot, window)


def plan_the_afternoon(qtbot: QtBot, window: MainWindow) -> None:
    """Plan a visit for today."""
    open_account(qtbot, window, "northfield")
    press(qtbot, Qt.Key.Key_N, CONTROL)
    wait_for(qtbot, window.findChildren(PlanForm)[0])
    type_words(qtbot, "today 14:00")
    done(qtbot, window)


def log_the_morning(qtbot: QtBot, window: MainWindow) -> None:
    """In the car: what happened, a line, and whatever else came up."""
    press(qtbot, Qt.Key.Key_F2)
    (today,) = window.findChildren(TodayPage)
    tab_to(qtbot, next(each for each in today.rows() if each.row.meeting_id == NEXT))
    press(qtbot, Qt.Key.Key_L)
    wait_for(qtbot, window.findChildren(LogForm)[0])
    press(qtbot, Qt.Key.Key_H)
    press(qtbot, Qt.Key.Key_Return)
    type_words(qtbot, "She named the analyst.")
    press(qtbot, Qt.Key.Key_Return)
    for line in FINDINGS:
        type_words(qtbot, line)
        press(qtbot, Qt.Key.Key_Return)
    done(qtbot, window)


def log_the_afternoon(qtbot: QtBot, window: MainWindow) -> None:
    """In the reception: called off, and we are here."""
    open_account(qtbot, window, "northfield")
    press(qtbot, Qt.Key.Key_L, CONTROL)
    form = window.findChildren(LogForm)[0]
    wait_for(qtbot, form)
    press(qtbot, Qt.Key.Key_C)
    fields = form.fields.called_off
    tab_to(qtbot, fields.where.findChildren(QRadioButton)[0])
    press(qtbot, Qt.Key.Key_A)
    tab_to(qtbot, fields.reason)
    type_words(qtbot, "An emergency on the ward")
    done(qtbot, window)


def delete_and_restore(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Delete the wrong meeting, and take it out of the trash again."""
    open_account(qtbot, window, "mercy")
    page = desk_of(window).page
    press(qtbot, Qt.Key.Key_2, CONTROL)
    tab_to(qtbot, page.table)
    while page.chosen != TURNING:
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Delete)
    assert TURNING not in {each.id for each in mercy(journal).meetings}
    press(qtbot, Qt.Key.Key_T, CONTROL | SHIFT)
    wait_for(qtbot, window.findChildren(TrashDialog)[0])
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    wait_for(qtbot, window)


def mercy(journal: Journal) -> Relationship:
    """Read the account to repair."""
    return reading.relationship(journal, MERCY)


def is_owed(journal: Journal) -> bool:
    """Whether we still owe the comparison."""
    return next(each.is_open for each in mercy(journal).promises if each.id == "promise-ours")


def settle_the_promise(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Keep what is overdue; think better of it; and keep it after all."""
    press(qtbot, Qt.Key.Key_F3)
    press(qtbot, Qt.Key.Key_K)
    assert not is_owed(journal)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert is_owed(journal)
    press(qtbot, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert not is_owed(journal)


def find_a_word(qtbot: QtBot, window: MainWindow) -> None:
    """Search for what was said this morning, and go there."""
    press(qtbot, Qt.Key.Key_K, CONTROL)
    palette = window.findChildren(Palette)[0]
    wait_for(qtbot, palette)
    type_words(qtbot, "named analyst")
    qtbot.waitUntil(lambda: any("analyst" in row.excerpt for row in palette.list.rows()))
    press(qtbot, Qt.Key.Key_Return)
    wait_for(qtbot, window)
    assert desk_of(window).page.chosen == NEXT


def test_a_working_day_is_kept(
    qtbot: QtBot, window: MainWindow, journal: Journal, path: Path, watch: Watch
) -> None:
    """Nothing of it needs a pointer, and all of it is in the file in the evening."""
    plan_the_afternoon(qtbot, window)
    watch.turn_to(10, 55)
    log_the_morning(qtbot, window)
    watch.turn_to(13, 58)
    log_the_afternoon(qtbot, window)
    watch.turn_to(17, 0)
    settle_the_promise(qtbot, window, journal)
    delete_and_restore(qtbot, window, journal)
    find_a_word(qtbot, window)
    press(qtbot, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()

    with Journal.open(path, watch) as again:
        morning = reading.meeting(again, NEXT)
        whole = mercy(again)
        lost = reading.relationship(again, NORTHFIELD).meetings[-1]
    require_the_morning(morning, whole)
    require_the_afternoon(lost)
    assert TURNING in {each.id for each in whole.meetings}
    assert [each.kept_on for each in whole.promises if each.id == "promise-ours"] == [DAY]


def require_the_morning(morning: Meeting, whole: Relationship) -> None:
    """It was held, and each line became its own record."""
    assert (morning.status, morning.summary) == (Status.HELD, "She named the analyst.")
    (promise,) = (each for each in whole.promises if each.meeting_id == NEXT)
    assert (promise.text, promise.due_on) == ("send the comparison", date(2026, 12, 4))
    assert "no access to the committee" in {each.text for each in whole.barriers}
    assert "drug spend per bed-day" in {each.text for each in whole.metrics}
    assert ("pharmacy round", time(8)) in {(each.title, each.start) for each in whole.commitments}
    assert "which number does the director look at" in {each.text for each in whole.questions}
    assert "one shared number" in {each.text for each in whole.options}
    assert "a quarterly review with both staffs" in {each.text for each in whole.visions}
    assert "Nobody ever asked me that" in {each.text for each in whole.quotes}


def require_the_afternoon(lost: Meeting) -> None:
    """It was called off by them, when we were there."""
    assert (lost.when.day, lost.when.time, lost.when.zone) == (DAY, time(14), ZONE)
    assert lost.status is Status.CANCELLED
    assert lost.cancellation is not None
    assert lost.cancellation.by is Side.THEIRS
    assert lost.cancellation.whereabouts is Whereabouts.AT_THE_DOOR
    assert lost.cancellation.stated_reason == "An emergency on the ward"
    assert lost.id != RecordId("northfield-open")
