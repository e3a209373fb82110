"""How long it takes to tell on which weekdays the meetings of all accounts hold.

    python -m tests.benchmarks.weekdays [--cache DIR]

Held and lost of each account by the customer's weekday, 100,000 meetings in all: from the weekday
that stands in the file beside each meeting, and its index. The other side is a loop in Python over
the meetings as they were agreed, which reads the day out of their text. Both have to give the same.
"""

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from journal.analysis.losses import GOOD_NOTICE
from tests.benchmarks.measuring import Verdict, in_turn, on_the_crowd

TARGET, FAILS_AT = 0.35, 0.6
_Days = Mapping[tuple[str, int], tuple[int, int]]

# What was held is counted in the index alone; what is in the trash, which the index does not tell
# apart, is taken off again. What was lost is gathered in the order of the rows: row by row through
# an index takes twice as long.
_STORED = """
    SELECT account_id, weekday, sum(held), sum(lost) FROM (
        SELECT account_id, weekday, count(*) AS held, 0 AS lost
        FROM meetings WHERE status = 'held' GROUP BY account_id, weekday
        UNION ALL
        SELECT account_id, weekday, -1, 0
        FROM meetings WHERE status = 'held' AND deleted_at IS NOT NULL
        UNION ALL
        SELECT account_id, weekday, 0, 1
        FROM meetings NOT INDEXED WHERE deleted_at IS NULL AND cancelled_by IS NOT 'ours'
            AND (status IN ('cancelled', 'no_show')
                OR status = 'moved' AND (whereabouts IN ('at_the_door', 'on_the_way')
                    OR starts_utc - unixepoch(cancelled_at) < 24 * 3600))
    ) GROUP BY account_id, weekday HAVING sum(held) + sum(lost) > 0
"""
_AGREED = """
    SELECT account_id, status, starts_at, starts_utc, cancelled_by, cancelled_at, whereabouts
    FROM meetings WHERE deleted_at IS NULL
"""


def measure(crowd: Path) -> Iterator[Verdict]:
    """Ask both sides the same."""
    with closing(sqlite3.connect(f"{crowd.as_uri()}?mode=ro", uri=True)) as connection:
        if stored(connection) != looped(connection):
            message = "the two sides tell different things"
            raise ValueError(message)
        ours_ms, loop_ms = in_turn(lambda: stored(connection), lambda: looped(connection))
    yield Verdict(
        metric="weekdays of all meetings",
        told=f"ours {ours_ms:.0f} ms, a loop in Python {loop_ms:.0f} ms",
        value=ours_ms / loop_ms,
        target=TARGET,
        fails_at=FAILS_AT,
    )


def stored(connection: sqlite3.Connection) -> _Days:
    """Let the file count them."""
    return {
        (account, weekday): (held, lost)
        for account, weekday, held, lost in connection.execute(_STORED)
    }


def looped(connection: sqlite3.Connection) -> _Days:
    """Go through them one by one."""
    found: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
    for account, status, starts_at, starts_utc, *called_off in connection.execute(_AGREED):
        is_lost = _is_lost(status, starts_utc, *called_off)
        if status == "held" or is_lost:
            weekday = datetime.fromisoformat(starts_at).weekday()
            found[account, weekday][is_lost] += 1
    return {day: (held, lost) for day, (held, lost) in found.items()}


def _is_lost(
    status: str, starts_utc: int, by: str | None, at: str | None, whereabouts: str | None
) -> bool:
    if by == "ours" or status not in {"cancelled", "no_show", "moved"}:
        return False
    if status != "moved" or whereabouts in {"at_the_door", "on_the_way"}:
        return True
    notice_s = None if at is None else starts_utc - datetime.fromisoformat(at).timestamp()
    return notice_s is not None and timedelta(seconds=notice_s) < GOOD_NOTICE


if __name__ == "__main__":
    sys.exit(on_the_crowd(measure))
