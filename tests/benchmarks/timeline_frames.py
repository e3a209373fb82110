"""How long a frame of the timeline takes, with 100, 10,000 and 100,000 entries.

    python -m tests.benchmarks.timeline_frames

Only ratios within one run count. Laid out, the other side is one call per entry: a mark for each,
and nothing else. Painted, it is the same entries as pyqtgraph and matplotlib draw them: one
scatter plot of the meetings and one step line of the ratings, on a surface of the same size. Those
two are in no lock; what is missing is said and skipped:

    pip install --group benchmarks

Frames of all sizes and sides are taken in turn; no two are of the same view.
"""

import importlib.util
import random
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping
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
from tests.benchmarks.timeline_sides import OURS, timeline_sides

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
ACCOUNT = AccountId(RecordId("account"))
FRAMES = 101
YEARS = 12
TARGET, FAILS_AT = 0.02, 0.07
TARGET_MS, FAILS_AT_MS = 10, 16
GROWS, GROWS_FAILS_AT = 5, 8
COUNTS = (100, 10_000, 100_000)
PAINTED, FEWER_PAINTED, WARM_UP = 33, 11, 2
# Of few entries others draw nothing but dots; of many they draw each of them.
LIKE_OTHERS = {100: 1.5, 10_000: 1.0, 100_000: 0.5}
Sizes = Mapping[int, Timeline]


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


def compare(name: str, make: Callable[[Timeline], list[View]], sizes: Sizes) -> Iterator[Verdict]:
    """Tell the medians of all sizes, and what PERFORMANCE.md limits."""
    few, many = sizes[100], sizes[100_000]
    taken: dict[int, list[float]] = {count: [] for count in sizes}
    naive: list[float] = []
    for frame in range(FRAMES):
        for count, timeline in sizes.items():
            view = make(timeline)[frame]
            taken[count].append(milliseconds(partial(lay_out, timeline, view)))
        if frame % 10 == 0:
            view = make(many)[frame]
            naive.append(milliseconds(partial(one_call_per_entry, many, view)))
    median = {count: statistics.median(each) for count, each in taken.items()}
    told = ", ".join(f"{count:,} {each:.2f} ms" for count, each in median.items())
    yield Verdict(
        metric=f"timeline frame, {name}",
        told=f"{told}; one call per entry {statistics.median(naive):.0f} ms",
        value=median[100_000] / statistics.median(naive),
        target=TARGET,
        fails_at=FAILS_AT,
    )
    yield Verdict(
        metric=f"timeline frame, {name}, 100,000 entries / 100",
        told=f"of {len(few.meetings):,} and {len(many.meetings):,} meetings",
        value=median[100_000] / median[100],
        target=GROWS,
        fails_at=GROWS_FAILS_AT,
    )
    yield Verdict(
        metric=f"timeline frame, {name}, p95",
        told=f"of {FRAMES} frames",
        value=statistics.quantiles(taken[100_000], n=20)[-1],
        target=TARGET_MS,
        fails_at=FAILS_AT_MS,
        unit=" ms",
    )


def painted(sizes: Sizes) -> Iterator[Verdict]:
    """Lay out, paint and pan: ours and whichever of the others is there."""
    sides = timeline_sides()
    for count, timeline in sizes.items():
        panes = {name: make(timeline) for name, make in sides.items()}
        taken: dict[str, list[float]] = {name: [] for name in panes}
        frames = PAINTED if count < 100_000 else FEWER_PAINTED
        for frame, view in enumerate(panning(timeline)[:frames]):
            for name, paint in panes.items():
                took = milliseconds(partial(paint, view))
                if frame >= WARM_UP:
                    taken[name].append(took)
        median = {name: statistics.median(each) for name, each in taken.items()}
        for name in [each for each in median if each != OURS]:
            yield Verdict(
                metric=f"painted frame, {count:,} entries, ours / {name}",
                told=f"{median[OURS]:.1f} ms, {median[name]:.1f} ms",
                value=median[OURS] / median[name],
                target=LIKE_OTHERS[count],
                fails_at=2 * LIKE_OTHERS[count],
            )


def measure() -> Iterator[Verdict]:
    """Lay out all sizes, panning and zooming, and paint them beside the others."""
    sizes = {count: prepare(relationship(count), now=NOW) for count in COUNTS}
    yield from compare("panning", panning, sizes)
    yield from compare("zooming", zooming, sizes)
    for each in ("pyqtgraph", "matplotlib"):
        if importlib.util.find_spec(each) is None:
            sys.stdout.write(f"{each} is not there (pip install --group benchmarks): left out\n")
    yield from painted(sizes)


if __name__ == "__main__":
    sys.exit(report(measure()))
