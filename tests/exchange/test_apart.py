"""Reading in a process of its own."""

import multiprocessing
import os
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from journal.domain.errors import RefusedFileError
from journal.exchange.apart import Budget, hold_to, read_apart, run
from journal.exchange.report import Progress
from journal.exchange.spreadsheet import LogOptions, read_log

# What changes nothing for the process that runs the tests.
NO_LIMIT = Budget(seconds=1e9, megabytes=1 << 40)

# Jobs for the child: it imports this module, so they stand at its top.


def double(number: int, progress: Progress) -> int:
    """Tell on the way."""
    progress(1, 2)
    return 2 * number


def own_process(progress: Progress) -> int:
    """Say who does it."""
    return os.getpid()


def refuse(progress: Progress) -> None:
    """Find the file bad."""
    sentence = "Line 7 is bad."
    raise RefusedFileError(sentence, "details")


def hang(progress: Progress) -> None:
    """Never end."""
    while True:
        pass


def wait(progress: Progress) -> None:
    """Wait for what never comes."""
    threading.Event().wait()


def swallow_memory(progress: Progress) -> int:
    """Ask for far more than is allowed."""
    return len(bytearray(4 * 1024**3))


def test_the_result_and_the_progress_come_back() -> None:
    """The caller does not notice where it was done."""
    told: list[tuple[int, int]] = []

    result = read_apart(
        double, 21, budget=Budget(), progress=lambda done, total: told.append((done, total))
    )

    assert result == 42
    assert told == [(1, 2)]


def test_it_is_another_process() -> None:
    """What it does to its memory is no concern of ours."""
    assert read_apart(own_process, budget=Budget()) != os.getpid()


def test_a_refusal_arrives_with_its_sentence() -> None:
    """The user reads what the parser found."""
    with pytest.raises(RefusedFileError, match=r"Line 7 is bad\.") as caught:
        read_apart(refuse, budget=Budget())
    assert caught.value.details == "details"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts by the clock alone")
def test_a_parser_that_computes_too_long_is_ended() -> None:
    """Whatever else the computer has to do meanwhile."""
    with pytest.raises(RefusedFileError, match=r"longer than 0\.5 seconds"):
        read_apart(hang, budget=Budget(seconds=0.5))
    assert multiprocessing.active_children() == []


def test_a_parser_that_only_waits_is_given_up_by_the_clock() -> None:
    """It computes nothing, and would never come back."""
    with pytest.raises(RefusedFileError, match=r"longer than 0\.1 seconds"):
        read_apart(wait, budget=Budget(seconds=0.1))
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to it")
def test_a_parser_that_wants_too_much_memory_is_ended() -> None:
    """It costs its own process and no more."""
    with pytest.raises(RefusedFileError, match="within 256 MB of memory"):
        read_apart(swallow_memory, budget=Budget(megabytes=256))


def test_cancelling_ends_the_child() -> None:
    """The user does not want to wait for the rest."""

    def cancel(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_apart(double, 21, budget=Budget(), progress=cancel)
    assert multiprocessing.active_children() == []


def test_the_child_reports_readiness_progress_and_result() -> None:
    """The words on the pipe, looked at from this side."""
    ear, mouth = multiprocessing.Pipe(duplex=False)

    run(mouth, NO_LIMIT, double, (4,))

    assert [ear.recv() for _ in range(3)] == [("ready", None), ("progress", (1, 2)), ("done", 8)]


def test_the_child_reports_a_refusal() -> None:
    """As words, since not every exception can be sent."""
    ear, mouth = multiprocessing.Pipe(duplex=False)

    run(mouth, NO_LIMIT, refuse, ())

    assert [ear.recv() for _ in range(2)] == [
        ("ready", None),
        ("refused", ("Line 7 is bad.", "details")),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
def test_a_limit_that_cannot_be_set_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has none, and macOS refuses; the size of the file is bounded in any case."""
    import resource

    limits = (resource.RLIMIT_AS, resource.RLIMIT_CPU)
    before = [resource.getrlimit(each) for each in limits]

    def refused(kind: int, limits: tuple[int, int]) -> None:
        raise ValueError

    with monkeypatch.context() as patch:
        patch.setattr(resource, "setrlimit", refused)
        hold_to(Budget())
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        hold_to(Budget())

    assert [resource.getrlimit(each) for each in limits] == before


def test_a_real_log_is_read_apart(tmp_path: Path) -> None:
    """Entries and reports can be sent from one process to another."""
    path = tmp_path / "log.csv"
    path.write_text("Date,Customer\n2026-09-03,Mercy\nsoon,Lima\n", encoding="utf-8")
    options = LogOptions(zone="UTC", today=date(2026, 11, 23))

    assert read_apart(read_log, path, options, budget=Budget()) == read_log(path, options)
