"""Whether the first picture takes longer with 100,000 meetings than with 100.

    python -m tests.benchmarks.first_content [--cache DIR]

The accounts and the people are the same in both; both are started in turn, as `start_up` does.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.crowd import MEETINGS, NOW, crowd_in
from tests.benchmarks.measuring import Verdict, cache, report
from tests.benchmarks.start_up import OURS, environment, screen, start

FEW = 100
ROUNDS = 11
TARGET, FAILS_AT = 1.10, 1.25


def measure(folder: Path) -> Iterator[Verdict]:
    """Start with both journals in turn."""
    journals = {count: crowd_in(folder, count) for count in (FEW, MEETINGS)}
    taken: dict[int, list[float]] = {count: [] for count in journals}
    with tempfile.TemporaryDirectory() as home, screen() as shown:
        around = environment(Path(home)) | shown
        for number in range(ROUNDS + 1):
            for count, path in journals.items():
                arguments = [OURS, "--journal", str(path), "--now", NOW.isoformat()]
                milliseconds, _memory = start(arguments, around)
                if number:  # the first of each compiles, and fills the disk's cache
                    taken[count].append(milliseconds)
    few, many = (statistics.median(taken[count]) for count in journals)
    yield Verdict(
        metric="first content with 100,000 meetings to that with 100",
        told=f"{many:.0f} ms to {few:.0f} ms ({shown.get('QT_QPA_PLATFORM')})",
        value=many / few,
        target=TARGET,
        fails_at=FAILS_AT,
    )


if __name__ == "__main__":
    with cache() as given:
        sys.exit(report(measure(given)))
