"""How much longer reading a typed line takes when the line is ten times as long.

    python -m tests.benchmarks.typed_lengths

A line is read at each key press, and a whole page may be pasted into it. A reading that walks the
line once gives a ratio of about 10; a pattern that tries all ways gives 100 or never ends. Prints
the worst of all pieces, and ends with 1 where it is above the limit.
"""

import sys
import time
from collections.abc import Callable
from functools import partial

from journal.typed.dates import understand
from journal.typed.endings import date_at_end
from tests.typed.listening import heard
from tests.typed.reading import AHEAD

SHORT, TIMES, ROUNDS, FAILS_AT = 10_000, 10, 5, 40
DATES = (
    *("1", "10 ", "tue ", "tue 10 ", "in 2 ", "10-", "1.", "a an ", "by ", "the ", "( ", ")"),
    *(". ", "é"),
)
MARKS = "\"'!>#@~*?^"
LINES = ("a ", "Dana: ", "(guess) ", "reported by ", "-> ", "thu ", "every ", "' ", "( ", ", ")


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return the shortest of some readings."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read(text)
        taken.append(time.perf_counter() - start)
    return min(taken)


def ratio(read: Callable[[str], object], mark: str, piece: str) -> float:
    """Compare a line of pieces with one ten times as long."""
    short, long = (mark + (piece * length)[:length] for length in (SHORT, TIMES * SHORT))
    return seconds(read, long) / seconds(read, short)


def main() -> int:
    """Read lines of one piece over and over, which is where patterns go astray."""
    found: dict[str, float] = {}
    for name, read in (("a date", understand), ("a date at the end", date_at_end)):
        for piece in DATES:
            found[f"{name}, {piece!r}"] = ratio(partial(_with_bearings, read), "", piece)
    for mark in MARKS:
        for piece in LINES:
            found[f"a finding, {mark} and {piece!r}"] = ratio(heard, mark, piece)
    worst = max(found, key=found.__getitem__)
    sys.stdout.write(f"worst of {len(found)} ({worst}): {found[worst]:.1f} for {TIMES} times\n")
    return int(found[worst] > FAILS_AT)


def _with_bearings(read: Callable[..., object], text: str) -> object:
    return read(text, AHEAD)


if __name__ == "__main__":
    sys.exit(main())
