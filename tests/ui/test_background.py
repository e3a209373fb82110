"""Work over a second: the window stays alive, and the end is told once."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError
from journal.operations import listing
from journal.operations.journal import Journal
from journal.ui.background import Progress, Workbench


class Listener(QObject):
    """Remembers in which thread it heard of the end."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: list[threading.Thread] = []

    @Slot(object)
    def heard(self, result: object) -> None:
        """Note the thread."""
        self.threads.append(threading.current_thread())


@pytest.fixture
def bench(journal: Journal, qapp: QApplication) -> Iterator[Workbench]:
    """Work on the case."""
    owner = QObject()
    yield Workbench(journal, owner)
    owner.deleteLater()


def test_work_has_its_own_thread_and_its_own_journal(
    qtbot: QtBot, bench: Workbench, journal: Journal
) -> None:
    """A connection belongs to one thread; the answer comes back in the window's."""
    listener = Listener()

    def work(fellow: Journal, _progress: Progress) -> tuple[str, int, bool]:
        thread = threading.current_thread()
        return thread.name, len(listing.accounts(fellow)), fellow is journal

    task = bench.task(work)
    task.done.connect(listener.heard)
    with qtbot.waitSignal(task.done) as done:
        bench.start(task)
    bench.finish()
    name, count, is_same = done.args[0]
    assert name != threading.main_thread().name
    assert (count, is_same) == (4, False)
    qtbot.waitUntil(lambda: bool(listener.threads))
    assert listener.threads == [threading.main_thread()]


def test_a_sentence_of_the_world_arrives_as_it_is(qtbot: QtBot, bench: Workbench) -> None:
    """The user can act on it, so it must not be wrapped into a fault of ours."""
    error = JournalError("The disk is full.")

    def work(_journal: Journal, _progress: Progress) -> None:
        raise error

    task = bench.task(work)
    with qtbot.waitSignal(task.failed) as failed:
        bench.start(task)
    bench.finish()
    assert failed.args == [error]


def test_a_fault_of_ours_ends_the_work_and_not_the_program(
    qtbot: QtBot, bench: Workbench, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged whole and told in the window."""

    def work(_journal: Journal, _progress: Progress) -> None:
        message = "impossible"
        raise ValueError(message)

    task = bench.task(work)
    with qtbot.waitSignal(task.failed) as failed:
        bench.start(task)
    bench.finish()
    assert isinstance(failed.args[0], ValueError)
    assert "impossible" in caplog.text


def test_cancel_stops_the_work_at_its_next_word(qtbot: QtBot, bench: Workbench) -> None:
    """A long import can be given up at any row."""
    started, may_go_on = threading.Event(), threading.Event()

    def work(_journal: Journal, progress: Progress) -> None:
        started.set()
        may_go_on.wait(5)
        progress("Reading", 1, 2)

    task = bench.task(work)
    with (
        qtbot.assertNotEmitted(task.done),
        qtbot.assertNotEmitted(task.failed),
        qtbot.waitSignal(task.cancelled),
    ):
        bench.start(task)
        started.wait(5)
        task.cancel()
        may_go_on.set()
    bench.finish()
    assert task.isFinished()


def test_work_that_only_asks_hears_of_the_cancel(qtbot: QtBot, bench: Workbench) -> None:
    """A check has nothing to tell for seconds, and must end at once all the same."""
    started, rest = threading.Event(), threading.Event()

    def work(_journal: Journal, progress: Progress) -> bool:
        started.set()
        while progress.is_wanted():
            rest.wait(0.001)
        return progress.is_wanted()

    task = bench.task(work)
    with qtbot.waitSignal(task.done) as done:
        bench.start(task)
        started.wait(5)
        task.cancel()
    bench.finish()
    assert done.args == [False]


def test_progress_is_told(qtbot: QtBot, bench: Workbench) -> None:
    """The bar shows what is being done, and how far."""

    def work(_journal: Journal, progress: Progress) -> None:
        progress("Reading log.csv", 3, 12)

    task = bench.task(work)
    with qtbot.waitSignal(task.progressed) as told:
        bench.start(task)
    bench.finish()
    assert told.args == ["Reading log.csv", 3, 12]


def test_finished_work_is_let_go(qtbot: QtBot, bench: Workbench) -> None:
    """A day of briefs must not pile up threads."""
    for _ in range(3):
        task = bench.task(lambda _journal, _progress: None)
        with qtbot.waitSignal(task.finished):
            bench.start(task)
    assert len(bench._tasks) == 1
    bench.finish()
    assert bench._tasks == []
