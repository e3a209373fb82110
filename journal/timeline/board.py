"""Where a scene is put together: what would lie outside is cut, what would cover is refused."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.timeline.lanes import Frame
from journal.timeline.lettering import Measure, elided, reads_right_to_left
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import (
    Anchor,
    Box,
    Dash,
    Label,
    Line,
    Mark,
    Rect,
    Role,
    Shape,
    Spot,
)

_PIGEONHOLE_PX = (128.0, 32.0)
_BETWEEN_LABELS_PX = 3.0


class Board:
    """Collects what is drawn, within the bounds of the scene."""

    def __init__(self, view: View, text_px: float, measure: Measure) -> None:
        self.bounds = Rect(0, 0, view.width_px, view.height_px)
        right = min(view.left_px + view.plot_px, view.width_px)
        self.plot = Rect(min(view.left_px, right), 0, right, view.height_px)
        self.text_px = text_px
        self.measure = measure
        self.boxes: list[Box] = []
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.cards: list[Box] = []
        self.labels: list[Label] = []
        self.spots: list[Spot] = []
        self._occupied: dict[tuple[int, int], list[Rect]] = {}

    def width_of(self, text: str) -> float:
        """Measure a text at the size of all labels."""
        return self.measure(text, self.text_px)

    def elided(self, text: str, room_px: float) -> str:
        """Cut a text to the room; empty where none of it fits."""
        return elided(text, room_px, self.text_px, self.measure)

    def box(self, rect: Rect, fill: Role | None, edge: Role | None = None) -> None:
        """Draw a rectangle, or that part of it that lies in the scene."""
        part = rect.cut(self.bounds)
        if part.left < part.right and part.top < part.bottom:
            self.boxes.append(Box(part, fill, edge))

    def card(self, rect: Rect, edge: Role) -> None:
        """Draw a box over everything else, for labels that are put on it."""
        self.cards.append(Box(rect, Role.CARD, edge, 3))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        role: Role,
        width_px: float = 1,
        dash: Dash = Dash.SOLID,
    ) -> None:
        """Draw a line, or that part of it that lies in the plot."""
        if self.plot.holds(*start) and self.plot.holds(*end):
            self.lines.append(Line(*start, *end, role, width_px, dash))
            return
        part = _clipped(start, end, self.plot)
        if part is not None:
            self.lines.append(Line(*part, role, width_px, dash))

    def mark(self, shape: Shape, x: float, y: float, radius_px: float, role: Role) -> None:
        """Draw a mark; one on the edge of the scene is moved inside."""
        x = min(max(x, radius_px), self.bounds.right - radius_px)
        y = min(max(y, radius_px), self.bounds.bottom - radius_px)
        made = Mark(shape, x, y, radius_px, role)
        if made.rect.within(self.bounds):
            self.marks.append(made)

    def label(
        self, text: str, x: float, y: float, role: Role, anchor: Anchor = Anchor.START
    ) -> bool:
        """Write a text unless it would cover another or reach out; say whether it was written."""
        turned = not text.isascii() and reads_right_to_left(text)
        return self.directed(text, (x, y), role, anchor, turned=turned)

    def directed(
        self, text: str, place: tuple[float, float], role: Role, anchor: Anchor, *, turned: bool
    ) -> bool:
        """Write a line of a longer text, which as a whole reads from the right or does not."""
        x, y = place
        if not text:
            return False
        made = Label(text, x, y, role, self.text_px, self.width_of(text), anchor, turned)
        rect = made.rect
        if not rect.within(self.bounds) or not self._is_free(rect):
            return False
        self.labels.append(made)
        self.occupy(rect)
        return True

    def _is_free(self, rect: Rect) -> bool:
        wide = Rect(
            rect.left - _BETWEEN_LABELS_PX, rect.top, rect.right + _BETWEEN_LABELS_PX, rect.bottom
        )
        for each in _pigeonholes(wide):
            for other in self._occupied.get(each, ()):
                if other.meets(wide):
                    return False
        return True

    def occupy(self, rect: Rect) -> None:
        """Keep labels away from a place."""
        for each in _pigeonholes(rect):
            self._occupied.setdefault(each, []).append(rect)

    def taken(self, rect: Rect) -> Iterator[tuple[float, float]]:
        """Find what of the drawing lies within a rectangle, as stretches from top to bottom.

        The thin lines of the paper are no obstacle.
        """
        for line in self.lines:
            part = _clipped((line.x1, line.y1), (line.x2, line.y2), rect)
            if part is not None and line.role is not Role.LINE:
                yield min(part[1], part[3]), max(part[1], part[3])
        solid: list[Mark | Label | Box] = [*self.marks, *self.labels, *self.cards]
        for each in solid:
            if each.rect.meets(rect):
                yield each.rect.top, each.rect.bottom

    def spot(self, spot: Spot) -> None:
        """Say what stands at a place, or at that part of it that lies in the scene."""
        part = spot.rect.cut(self.bounds)
        self.spots.append(spot if part is spot.rect else replace(spot, rect=part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What each lane needs in order to draw itself."""

    timeline: Timeline
    view: View
    frame: Frame
    board: Board


def _pigeonholes(rect: Rect) -> list[tuple[int, int]]:
    """Name the cells of a grid that a rectangle touches, to look for neighbours only there."""
    width, height = _PIGEONHOLE_PX
    columns = range(int(rect.left // width), int(rect.right // width) + 1)
    rows = range(int(rect.top // height), int(rect.bottom // height) + 1)
    return [(column, row) for row in rows for column in columns]


def _clipped(
    start: tuple[float, float], end: tuple[float, float], rect: Rect
) -> tuple[float, float, float, float] | None:
    """Cut a line to a rectangle; None where nothing of it is inside.

    Source: Liang & Barsky 1984.
    """
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, x - rect.left),
        (dx, rect.right - x),
        (-dy, y - rect.top),
        (dy, rect.bottom - y),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    return x + first * dx, y + first * dy, x + last * dx, y + last * dy
