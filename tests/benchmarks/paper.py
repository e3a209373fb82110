"""How long a brief takes to print, warm and as the first one after the start.

    python -m tests.benchmarks.paper

Ours is the brief of the case on two pages of A4, from what it says to the bytes of the file. The
other sides print the same text: reportlab's bare canvas, and typst, fpdf2 and WeasyPrint, which
are in no lock; what is missing is said and skipped:

    pip install --group benchmarks

The first brief after the start is printed in a process of its own that has done what the window
does after its first paint, against the median of those that follow.
"""

import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from journal.brief.document import render, warm
from journal.domain.paper import Paper
from tests.benchmarks.measuring import Verdict, milliseconds, report
from tests.benchmarks.paper_sides import BARE, Print, paper_sides
from tests.brief.case import mercy_brief

ROUNDS, FEWER = 41, 7
SLOW_MS = 60  # of these a few rounds are enough
STARTS = 7
TARGETS = {BARE: (1.6, 2.5), "typst": (1.6, 2.5), "fpdf2": (0.12, 0.25), "WeasyPrint": (0.12, 0.25)}
FIRST_TARGET, FIRST_FAILS_AT = 2, 5

FIRST = """
import statistics, time
from journal.brief.document import render, warm
from journal.domain.paper import Paper
from tests.brief.case import mercy_brief

def taken():
    start = time.perf_counter()
    render(brief, Paper.A4)
    return (time.perf_counter() - start) * 1000

warm()
brief = mercy_brief()
print(taken(), statistics.median(taken() for _ in range(11)))
"""


def measure() -> Iterator[Verdict]:
    """Print beside the others, and as the first thing after the start."""
    warm()
    brief = mercy_brief()
    sides = paper_sides(render(brief, Paper.A4))
    for name in TARGETS.keys() - sides.keys():
        sys.stdout.write(f"{name} is not there (pip install --group benchmarks): left out\n")
    ours = partial(render, brief, Paper.A4)
    for name, print_it in sides.items():
        yield _beside(name, ours, print_it)
    yield _first()


def _beside(name: str, ours: Print, other: Print) -> Verdict:
    is_slow = max(milliseconds(other) for _ in range(2)) > SLOW_MS
    rounds = [
        (milliseconds(ours), milliseconds(other)) for _ in range(FEWER if is_slow else ROUNDS)
    ]
    ours_ms, other_ms = (statistics.median(taken) for taken in zip(*rounds, strict=True))
    target, fails_at = TARGETS[name]
    return Verdict(
        metric=f"brief, warm / {name}",
        told=f"{ours_ms:.1f} ms, {other_ms:.1f} ms, {len(other()):,} bytes",
        value=ours_ms / other_ms,
        target=target,
        fails_at=fails_at,
    )


def _first() -> Verdict:
    told = [
        subprocess.run([sys.executable, "-c", FIRST], check=True, capture_output=True, text=True)
        for _ in range(STARTS)
    ]
    taken = [tuple(map(float, each.stdout.split())) for each in told]
    first_ms, warm_ms = (statistics.median(each) for each in zip(*taken, strict=True))
    return Verdict(
        metric="first brief after the start / warm brief",
        told=f"{first_ms:.1f} ms, {warm_ms:.1f} ms",
        value=first_ms / warm_ms,
        target=FIRST_TARGET,
        fails_at=FIRST_FAILS_AT,
    )


if __name__ == "__main__":
    sys.exit(report(measure()))
