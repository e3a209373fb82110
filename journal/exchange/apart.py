"""Reading a stranger's file in a process of its own, within a budget of time and memory.

A file that makes a parser hang, or fill the memory, costs its own process and no more. The
child is started anew (`spawn`), not forked: the window has threads, and a forked copy of
them is nobody's. It can reach nothing but the one pipe on which it reports.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from multiprocessing.connection import Connection
from time import monotonic, process_time
from typing import Any, TypeVar

from journal.domain.errors import RefusedFileError
from journal.exchange.report import Progress, no_progress

Read = TypeVar("Read")

_MEGABYTE = 1024 * 1024
_START_SECONDS = 60
_CLOCK_TIMES = 6
_LAST_SECONDS = 5
_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What one file may cost.

    Attributes:
        seconds: Of computing, where the system counts it (not on Windows), so that a busy
            computer refuses no file; by the clock six times as long.
        megabytes: Of memory; held where the system can hold a process to it (not on Windows).
    """

    seconds: float = 10
    megabytes: int = 512


def read_apart(
    job: Callable[..., Read],
    *arguments: object,
    budget: Budget,
    progress: Progress = no_progress,
) -> Read:
    """Call `job(*arguments, progress)` in a process of its own and return what it returns.

    Args:
        job: A function of a module, so that the child finds it.
        arguments: That can be sent to another process, like what is returned.
        budget: What it may cost.
        progress: Told what the job tells; if it raises, the child is ended.

    Raises:
        RefusedFileError: if the job refuses, or does not keep to the budget.
    """
    context = multiprocessing.get_context("spawn")
    ear, mouth = context.Pipe(duplex=False)
    child = context.Process(target=run, args=(mouth, budget, job, arguments), daemon=True)
    child.start()
    mouth.close()
    try:
        read: Read = _listen(ear, budget, progress)
    except (EOFError, BrokenPipeError) as error:
        child.join(_LAST_SECONDS)
        raise _ended(child.exitcode, budget) from error
    else:
        return read
    finally:
        child.kill()
        child.join()
        child.close()
        ear.close()


def _listen(ear: Connection, budget: Budget, progress: Progress) -> Any:  # noqa: ANN401
    deadline = monotonic() + _START_SECONDS
    while True:
        left = deadline - monotonic()
        if left <= 0 or not ear.poll(left):
            raise _too_long(budget)
        word, content = ear.recv()
        if word == "ready":
            deadline = monotonic() + _CLOCK_TIMES * budget.seconds
        elif word == "progress":
            progress(*content)
        elif word == "refused":
            raise RefusedFileError(*content)
        else:
            return content


def _ended(exit_code: int | None, budget: Budget) -> RefusedFileError:
    """Say why a child ended before it had said all."""
    if exit_code == -_OUT_OF_TIME:
        return _too_long(budget)
    sentence = (
        f"The file could not be read within {budget.megabytes} MB of memory, or is of a kind"
        " that nothing can be made of."
    )
    return RefusedFileError(sentence, f"exit code {exit_code}")


def _too_long(budget: Budget) -> RefusedFileError:
    sentence = (
        f"Reading took longer than {budget.seconds:g} seconds and was given up; cut the file"
        " into smaller ones, or allow more."
    )
    return RefusedFileError(sentence)


def run(
    mouth: Connection, budget: Budget, job: Callable[..., Any], arguments: tuple[object, ...]
) -> None:
    """Do the job and report on the pipe; this is what the child runs."""

    def tell(done: int, total: int) -> None:
        mouth.send(("progress", (done, total)))

    hold_to(budget)
    mouth.send(("ready", None))
    try:
        mouth.send(("done", job(*arguments, tell)))
    except RefusedFileError as error:
        mouth.send(("refused", (error.sentence, error.details)))


def hold_to(budget: Budget) -> None:
    """Hold this process to a budget from now on, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: budget.megabytes * _MEGABYTE,
        resource.RLIMIT_CPU: ceil(process_time() + budget.seconds),
    }
    for limit, wanted in limits.items():
        hard = resource.getrlimit(limit)[1]
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        # macOS knows the limit of memory but does not take it; the file is bounded anyway.
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (soft, hard))
