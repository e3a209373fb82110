"""What all benchmarks have in common: two sides taken in turn, their medians, and the verdict."""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.crowd import crowd_in

ROUNDS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One number that PERFORMANCE.md, or the README here, limits.

    Attributes:
        told: What both sides took.
        value: A ratio, ours to the other side; or milliseconds, where `unit` says so.
        target: Where we want to be.
        fails_at: Beyond this the benchmark fails.
    """

    metric: str
    told: str
    value: float
    target: float
    fails_at: float
    unit: str = ""

    @property
    def has_failed(self) -> bool:
        """Whether it is beyond its limit."""
        return self.value > self.fails_at

    def __str__(self) -> str:
        """Say it in one line."""
        mark = "FAILS" if self.has_failed else "misses" if self.value > self.target else "meets"
        return (
            f"{self.metric}: {self.told}; {self.value:.3g}{self.unit}"
            f" (target {self.target:g}{self.unit}, fails at {self.fails_at:g}{self.unit}): {mark}"
        )


def report(verdicts: Iterable[Verdict]) -> int:
    """Print each verdict as soon as it is known.

    Returns:
        1 where one is beyond its limit.
    """
    has_failed = False
    for each in verdicts:
        sys.stdout.write(f"{each}\n")
        sys.stdout.flush()
        has_failed |= each.has_failed
    return int(has_failed)


def milliseconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def in_turn(
    ours: Callable[[], object], other: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Return the median milliseconds of both sides, taken in turn after one that warms up."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for side, work in zip(taken, (ours, other), strict=True):
            measured = milliseconds(work)
            if number:
                side.append(measured)
    return statistics.median(taken[0]), statistics.median(taken[1])


@contextmanager
def cache() -> Iterator[Path]:
    """Lend the folder for the journals: that of `--cache`, else one that goes away again."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cache", type=Path, help="keeps the journals for the next run")
    folder: Path | None = parser.parse_args().cache
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def on_the_crowd(measure: Callable[[Path], Iterable[Verdict]]) -> int:
    """Measure on the journal of 100,000 meetings, and report."""
    with cache() as folder:
        return report(measure(crowd_in(folder)))
