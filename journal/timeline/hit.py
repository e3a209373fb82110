"""What is under the pointer, and what comes next in time for the arrow keys."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from journal.domain.record import RecordId
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import Lane, Rect, Scene, Spot


@dataclass(frozen=True, slots=True)
class Event:
    """One entry on the timeline, in view or not; `start` in UTC seconds."""

    lane: Lane
    record_id: RecordId
    start: float


def spot_at(scene: Scene, x: float, y: float, *, reach_px: float = 4.0) -> Spot | None:
    """Return what is at a place: the smallest there, else the nearest within reach.

    Args:
        reach_px: How far off a pointer may be; None is found only beyond it.
    """
    # Spots are in order of their left edge, so those further right are not looked at.
    stop = bisect_right(scene.spots, x + reach_px, key=_left)
    near = [each for each in scene.spots[:stop] if each.rect.grown(reach_px).holds(x, y)]
    return min(near, key=lambda each: (_distance(each.rect, x, y), _area(each.rect)), default=None)


def _left(spot: Spot) -> float:
    return spot.rect.left


def _distance(rect: Rect, x: float, y: float) -> float:
    beside = max(rect.left - x, x - rect.right, 0.0)
    above = max(rect.top - y, y - rect.bottom, 0.0)
    return beside + above


def _area(rect: Rect) -> float:
    return rect.width * rect.height


def step(
    timeline: Timeline,
    record_id: RecordId | None,
    view: View,
    *,
    forward: bool = True,
    lanes: frozenset[Lane] = frozenset(Lane),
) -> Event | None:
    """Return the next entry in time after a record, or the one before it.

    Entries of the same moment follow each other from the top down. Without a record, or with
    one that is not drawn, it begins at the edge of the view. None at the end.

    Args:
        lanes: Those whose entries are shown; others are passed over.
    """
    found = timeline.place_of(record_id) if record_id is not None else None
    if found is None:
        position = (view.start, -1, 0) if forward else (view.end, len(timeline.tracks), 0)
    else:
        number, place = found
        position = (timeline.tracks[number].times[place], number, place)
    walk = _walk(timeline, position, forward=forward)
    return next((each for each in walk if each.lane in lanes), None)


_Position = tuple[float, int, int]
"""A moment, the track among the timeline's, and the place in it: entries in this order."""


def _walk(timeline: Timeline, position: _Position, *, forward: bool) -> Iterator[Event]:
    """Walk from a position to the entries after it, or to those before it, in their order."""
    while True:
        nearest = _nearest(timeline, position, forward=forward)
        if not nearest:
            return
        position = min(nearest) if forward else max(nearest)
        yield from _event(timeline, position)


def _nearest(timeline: Timeline, position: _Position, *, forward: bool) -> list[_Position]:
    """Find the next position in each track that has one."""
    moment, number, place = position
    found: list[_Position] = []
    for other, track in enumerate(timeline.tracks):
        if other == number:
            at = place + 1
        else:
            at = (bisect_left if other > number else bisect_right)(track.times, moment)
        at -= 0 if forward else 1 + (other == number)
        if 0 <= at < len(track):
            found.append((track.times[at], other, at))
    return found


def _event(timeline: Timeline, position: _Position) -> Iterator[Event]:
    """Make an event of a position, unless it cannot be shown or was met before.

    An owner since ever begins beyond the limits; one who came back has two bands, of which the
    first stands for both.
    """
    moment, number, place = position
    track, limits = timeline.tracks[number], timeline.extent.limits
    record_id = track.entries[place].id
    if timeline.place_of(record_id) == (number, place) and limits.start <= moment <= limits.end:
        yield Event(track.lane, record_id, moment)
