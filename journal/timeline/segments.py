"""Straight lines between two places, cut where something stands on them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journal.timeline.scene import Rect


@dataclass(frozen=True, slots=True)
class Segment:
    """From one place to another, in pixels."""

    x1: float
    y1: float
    x2: float
    y2: float

    def at(self, share: float) -> tuple[float, float]:
        """Return the place so far along it, 0 at its beginning and 1 at its end."""
        return self.x1 + (self.x2 - self.x1) * share, self.y1 + (self.y2 - self.y1) * share

    def moved(self, down_px: float) -> "Segment":
        """Return it so much further down."""
        return Segment(self.x1, self.y1 + down_px, self.x2, self.y2 + down_px)

    def part_in(self, rect: Rect) -> tuple[float, float] | None:
        """Return from which share to which it lies within a rectangle; None where it does not.

        Source: Liang and Barsky, 1984.
        """
        start, end = 0.0, 1.0
        wide, high = self.x2 - self.x1, self.y2 - self.y1
        for along, room in (
            (-wide, self.x1 - rect.left),
            (wide, rect.right - self.x1),
            (-high, self.y1 - rect.top),
            (high, rect.bottom - self.y1),
        ):
            if along == 0:
                if room < 0:
                    return None
            elif along < 0:
                start = max(start, room / along)
            else:
                end = min(end, room / along)
        return (start, end) if start < end else None

    def distance(self, x: float, y: float) -> float:
        """Return how far a place is from it."""
        wide, high = self.x2 - self.x1, self.y2 - self.y1
        whole = wide * wide + high * high
        share = 0.0 if whole == 0 else ((x - self.x1) * wide + (y - self.y1) * high) / whole
        near_x, near_y = self.at(min(max(share, 0.0), 1.0))
        return float(((x - near_x) ** 2 + (y - near_y) ** 2) ** 0.5)


def outside(segment: Segment, rects: Iterable[Rect]) -> Iterator[Segment]:
    """Yield what is left of a line where none of the rectangles lies."""
    covered = sorted(filter(None, map(segment.part_in, rects)))
    free_from = 0.0
    for start, end in (*covered, (1.0, 1.0)):
        if start > free_from:
            yield Segment(*segment.at(free_from), *segment.at(start))
        free_from = max(free_from, end)
