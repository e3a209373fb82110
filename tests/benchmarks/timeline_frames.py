"""How long a frame of the timeline takes to lay out, with 100,000 entries and with 100.

    python -m tests.benchmarks.timeline_frames

Only ratios within one run count. The other side is one call per entry: a mark for each, and
nothing else. Frames of both sizes are taken in turn; no two are of the same view.
"""

import random
import statistics
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from functools import partial

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.promise import Promise
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.timeline.index import prepare
from journal.timeline.layout import lay_out
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View, panned, zoomed
from journal.timeline.scene import Mark, Role, Shape
from tests.benchmarks.measuring import Verdict, milliseconds, report

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
ACCOUNT = AccountId(RecordId("account"))
FRAMES = 101
YEARS = 12
TARGET, FAILS_AT = 0.02, 0.07
TARGET_MS, FAILS_AT_MS = 10, 16


def relationship(count: int) -> Relationship:
    """Make so many entries: of 500 one is a promise, one a rating, the others meetings."""
    chance = random.Random(count)
    first = NOW.date() - timedelta(days=365 * YEARS)
    days = sorted(first + timedelta(days=chance.randrange(365 * YEARS)) for _ in range(count))
    return Relationship(
        account=Account(id=ACCOUNT, name="Crowd", time_zone="America/New_York"),
        meetings=tuple(_meeting(n, days[n], chance) for n in range(count) if n % 500 > 1),
        ratings=tuple(_rating(n, days[n], chance) for n in range(0, count, 500)),
        promises=tuple(_promise(n, days[n]) for n in range(1, count, 500)),
    )


def _meeting(number: int, day: date, chance: random.Random) -> Meeting:
    when = When(
        day=day,
        time=clock(chance.randrange(8, 18), chance.randrange(60)),
        zone="America/New_York",
    )
    is_lost = chance.random() < 1 / 3
    return Meeting(
        id=MeetingId(RecordId(f"meeting-{number}")),
        account_id=ACCOUNT,
        when=when,
        status=Status.CANCELLED if is_lost else Status.HELD,
        cancellation=Cancellation(by=Side.THEIRS, at=when.start) if is_lost else None,
    )


def _rating(number: int, day: date, chance: random.Random) -> Rating:
    return Rating(
        id=RecordId(f"rating-{number}"),
        account_id=ACCOUNT,
        day=day,
        level=Level(1 + number // 9_000 % 5),
        viewpoint=chance.choice(list(Viewpoint)),
    )


def _promise(number: int, day: date) -> Promise:
    return Promise(
        id=RecordId(f"promise-{number}"),
        account_id=ACCOUNT,
        text="a thing",
        side=Side.OURS,
        due_on=day,
        kept_on=day,
    )


def panning(timeline: Timeline) -> list[View]:
    """Show the whole history, each frame a little further."""
    view = timeline.extent.whole(View(start=0, end=1, width_px=1004, height_px=292))
    return [panned(view, 3.0 * number) for number in range(FRAMES)]


def zooming(timeline: Timeline) -> list[View]:
    """Zoom from the whole history to a few weeks."""
    views = [timeline.extent.whole(View(start=0, end=1, width_px=1004, height_px=292))]
    while len(views) < FRAMES:
        views.append(zoomed(views[-1], 0.94, 600.0))
    return views


def one_call_per_entry(timeline: Timeline, view: View) -> list[Mark]:
    """Mark each entry by itself, in view or not."""
    return [
        Mark(Shape.HELD, view.x_of(time), 0.0, 4.0, Role.HELD)
        for track in timeline.tracks
        for time in track.times
    ]


def compare(
    name: str, make: Callable[[Timeline], list[View]], few: Timeline, many: Timeline
) -> Iterator[Verdict]:
    """Tell the medians of both sizes, and what PERFORMANCE.md limits."""
    taken: dict[str, list[float]] = {"few": [], "many": [], "naive": []}
    for number, (less, more) in enumerate(zip(make(few), make(many), strict=True)):
        taken["few"].append(milliseconds(partial(lay_out, few, less)))
        taken["many"].append(milliseconds(partial(lay_out, many, more)))
        if number % 10 == 0:
            taken["naive"].append(milliseconds(partial(one_call_per_entry, many, more)))
    median = {size: statistics.median(each) for size, each in taken.items()}
    yield Verdict(
        metric=f"timeline frame, {name}",
        told=f"100,000 entries {median['many']:.2f} ms"
        f" ({median['many'] / median['few']:.1f} times that of 100; at most 5),"
        f" one call per entry {median['naive']:.0f} ms",
        value=median["many"] / median["naive"],
        target=TARGET,
        fails_at=FAILS_AT,
    )
    p95 = statistics.quantiles(taken["many"], n=20)[-1]
    yield Verdict(
        metric=f"timeline frame, {name}, p95",
        told=f"of {FRAMES} frames",
        value=p95,
        target=TARGET_MS,
        fails_at=FAILS_AT_MS,
        unit=" ms",
    )


def measure() -> Iterator[Verdict]:
    """Lay out both sizes, panning and zooming."""
    few, many = (prepare(relationship(count), now=NOW) for count in (100, 100_000))
    yield from compare("panning", panning, few, many)
    yield from compare("zooming", zooming, few, many)


if __name__ == "__main__":
    sys.exit(report(measure()))
