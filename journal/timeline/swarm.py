"""Entries that are moments: single marks where there is room, counts where there is not.

The rule is the same at every scale, and depends on the grid and on the entries, never on
where the view begins; so each entry is shown once, marks never cover each other, and nothing
jumps while the view moves.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journal.timeline.scale import View, grid_level
from journal.timeline.tracks import Bin, Entry, Track

_LEAST_CELL_PX = 16.0
_NUMBER_MARGIN_PX = 6.0
_GAP_PX = 1.0
_BETWEEN_MARKS_PX = 0.8


@dataclass(frozen=True, slots=True)
class Single:
    """One entry, to be drawn as a mark.

    Attributes:
        place: In the track.
        x: At most a radius away from where its moment is, to keep marks apart.
        row: Counted from 0; it depends on the nearest neighbours only.
        rows: How many rows these neighbours take.
    """

    place: int
    x: float
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Neighbours that are counted; they begin and end in one cell of the grid.

    Attributes:
        first: The place in the track of the first.
        stop: The place after the last.
        left: Of the cell's visible part, in pixels.
        right: Likewise; not before `left`.
        most: What no cluster of this track exceeds at this scale.
        cell_px: How wide the whole cell is, in view or not.
    """

    first: int
    stop: int
    left: float
    right: float
    most: int
    cell_px: float

    @property
    def count(self) -> int:
        """How many there are."""
        return self.stop - self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Swarm:
    """How marks of a lane are set.

    Attributes:
        radius_px: Of a mark.
        rows: How many marks may stand above each other.
        number_px: The width of a number as it will be written.
        row_is_kind: Whether the kind of an entry is its row; else it has the first with room.
    """

    radius_px: float
    rows: int
    number_px: Callable[[int], float]
    row_is_kind: bool = False

    @property
    def apart_px(self) -> float:
        """The least distance of two marks in one row."""
        return 2 * self.radius_px + _BETWEEN_MARKS_PX

    def place(self, track: Track[Entry], view: View) -> Iterator[Single | Cluster]:
        """Place every entry that is in view; clusters at the edges reach out of it."""
        if len(track):
            yield from _Cells(self, track, view).placed()


class _Cells:
    """One track at one scale: a fine grid for marks, a coarser one that holds a number."""

    def __init__(self, swarm: Swarm, track: Track[Entry], view: View) -> None:
        self._swarm = swarm
        self._track = track
        self._view = view
        least_px = max(_LEAST_CELL_PX, 1.5 * swarm.apart_px)
        level = grid_level(view.seconds_per_px * least_px)
        self._fine = 2.0**level
        while self._is_too_narrow(2.0**level):
            level += 1
        self._coarse = 2.0**level
        self._cell_px = self._coarse / view.seconds_per_px
        self._most = track.most_in(self._coarse)

    def _is_too_narrow(self, seconds: float) -> bool:
        number_px = self._swarm.number_px(self._track.most_in(seconds))
        cell_px = seconds / self._view.seconds_per_px
        return cell_px < min(number_px + _NUMBER_MARGIN_PX, self._view.plot_px)

    def placed(self) -> Iterator[Single | Cluster]:
        start, end, coarse = self._view.start, self._view.end, self._coarse
        # With the neighbours on both sides, since a crowded one pushes marks out of its way.
        cells = list(self._track.bins(start - coarse, end + 2 * coarse, coarse))
        crowded = {cell.number for cell in cells if self._is_crowded(cell)}
        for cell in cells:
            if cell.number not in crowded:
                yield from self._singles(cell, crowded)
            elif cell.number * coarse <= end and (cell.number + 1) * coarse > start:
                yield self._cluster(cell)

    def _is_crowded(self, cell: Bin) -> bool:
        """Say whether its marks need more rows than there are, pushed together as far as may be."""
        rows, apart = self._swarm.rows, self._swarm.apart_px
        if cell.count == 1:
            return False
        if cell.count * apart > rows * (self._cell_px + apart):
            return True
        return any(
            self._rows(fine, *self._kept_in(fine, left=True, right=True)).is_crowded
            for fine in self._fine_cells(cell)
        )

    def _fine_cells(self, cell: Bin) -> Iterator[Bin]:
        start = cell.number * self._coarse
        return self._track.bins(start, start + self._coarse, self._fine)

    def _cluster(self, cell: Bin) -> Cluster:
        view = self._view
        first_px, cell_px = view.x_of(cell.number * self._coarse), self._cell_px
        left = max(first_px + _GAP_PX, view.left_px)
        right = min(first_px + cell_px - _GAP_PX, view.left_px + view.plot_px)
        left, right = min(left, right), max(left, right)
        return Cluster(cell.first, cell.stop, left, right, self._most, cell_px)

    def _singles(self, cell: Bin, crowded: set[int]) -> Iterator[Single]:
        view, times = self._view, self._track.times
        if times[cell.stop - 1] < view.start or times[cell.first] > view.end:
            return
        per_cell = round(self._coarse / self._fine)
        for fine in self._fine_cells(cell):
            is_first, is_last = fine.number % per_cell == 0, (fine.number + 1) % per_cell == 0
            left = self._touches(fine.first) or (is_first and cell.number - 1 in crowded)
            right = self._touches(fine.stop) or (is_last and cell.number + 1 in crowded)
            set_out = self._rows(fine, *self._kept_in(fine, left=left, right=right))
            rows = 1 + max(row for _, row in set_out.marks)
            for place, (x, row) in enumerate(set_out.marks, fine.first):
                if view.start <= times[place] <= view.end:
                    yield Single(place, x, row, rows)

    def _kept_in(self, fine: Bin, *, left: bool, right: bool) -> tuple[float, float]:
        """Return between which places the marks of a fine cell are kept.

        Args:
            left: Whether they are to stay wholly inside at the left edge.
            right: Whether at the right one.
        """
        half = self._swarm.apart_px / 2
        first, last = self._x_of_cell(fine.number), self._x_of_cell(fine.number + 1)
        return first + half if left else first, last - half if right else last

    def _x_of_cell(self, number: int) -> float:
        return self._view.x_of(number * self._fine)

    def _touches(self, place: int) -> bool:
        """Say whether the marks before and at a place would cover each other."""
        times = self._track.times
        if not 0 < place < len(times):
            return False
        return (times[place] - times[place - 1]) / self._view.seconds_per_px < self._swarm.apart_px

    def _rows(self, fine: Bin, lowest: float, highest: float) -> "_SetOut":
        """Set the marks of a fine cell between two places, each in its row."""
        view, times, swarm = self._view, self._track.times, self._swarm
        ends = [-math.inf] * swarm.rows
        marks: list[tuple[float, int]] = []
        for place in range(fine.first, fine.stop):
            x = min(max(view.x_of(times[place]), lowest), highest)
            row = self._track.kinds[place] if swarm.row_is_kind else 0
            while row < swarm.rows and x - ends[row] < swarm.apart_px:
                row += swarm.rows if swarm.row_is_kind else 1
            if row >= swarm.rows:
                return _SetOut((), is_crowded=True)
            ends[row] = x
            marks.append((x, row))
        return _SetOut(tuple(marks), is_crowded=False)


@dataclass(frozen=True, slots=True)
class _SetOut:
    """Marks of one fine cell, place and row of each; none where they find no room."""

    marks: tuple[tuple[float, int], ...]
    is_crowded: bool
