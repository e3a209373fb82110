"""Where both sides' numbers stand beside each other, and the lines that join a pair.

Theirs in boxes at the left, ours at the right. A solid line was checked, a dashed one is as they
see it, a dotted one was not talked about. A line is broken where its words stand, and where any
other words do, so that nothing is written over a line. Where there is no room for the words they
are said in fewer, and at last by a sign.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from journal.domain.record import MetricId
from journal.timeline.lettering import Measure, clean, elided, reads_right_to_left, wrapped
from journal.timeline.scene import Anchor, Box, Dash, Label, Line, Rect, Role, Scene
from journal.timeline.segments import Segment, outside
from journal.timeline.tie_words import WORDS_PX, place_words
from journal.timeline.tied import Chart, Column, Ends, Number, Tie

NAME_PX = 13
_MARGIN_PX = 16
_PAD_PX = 10
_NAME_LINE_PX, _WORDS_LINE_PX = 18, 15
_NAME_LINES, _GROUND_LINES = 2, 2
_HEAD_PX = 22
_GROUP_GAP_PX = 10
_GAPS = ((4, 28.0), (8, 20.0))  # between two boxes, up to so many on a side
_LEAST_GAP_PX = 12.0
_BOX_SHARE = 0.28
_NARROWEST_PX, _WIDEST_PX = 132.0, 280.0
_APART_PX = 5.0  # between the two lines of a pair
_RADIUS_PX = 4.0
_DASH_PX = 4.0  # that the corners of a guess are left open
_FEW = 6  # untold pairs; more are drawn paler
# More pairs than these would be a web; then only those of the chosen number have their words.
MANY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The scene, and what stands where in it.

    Attributes:
        numbers: The box of each.
        lines: The line of each pair that is drawn, from their box to ours, unbroken.
        words: Where the words of a pair stand.
    """

    scene: Scene
    numbers: Mapping[MetricId, Rect]
    lines: Mapping[Ends, Segment]
    words: Mapping[Ends, Rect]


def draw_ties(chart: Chart, width_px: float, measure: Measure) -> Drawn:
    """Lay out a chart; it is as high as its longer side needs."""
    boxes = _Boxes(chart, width_px, measure)
    tied = {each.ends: each for each in chart.ties if _is_drawn(each.ends, boxes.rects)}
    anchors = _anchors(tied, boxes.rects)
    untold = [
        ends
        for ends in _of_chosen(chart)
        if ends not in tied and ends != chart.joining and _is_drawn(ends, boxes.rects)
    ]
    lines = {ends: anchors[ends] for ends in tied}
    lines |= {ends: _straight(ends, boxes.rects) for ends in untold}
    ranked = sorted(tied, key=lambda each: _rank(chart, tied[each]))
    spoken = [tied[each] for each in ranked if not _is_quiet(chart, tied[each])]
    loud = {each.ends: anchors[each.ends] for each in spoken}
    blocks = place_words(spoken, loud, boxes.between, measure)
    taken = [each.rect for each in blocks.values()]
    drawn = list(chain.from_iterable(_tie_lines(chart, tied[each], lines, taken) for each in tied))
    faint = Role.MUTE if len(untold) <= _FEW else Role.BAR
    for ends in untold:
        drawn += _broken(lines[ends], taken, faint, 1.4, Dash.DOTTED)
    if chart.joining is not None and _is_drawn(chart.joining, boxes.rects):
        lines.setdefault(chart.joining, _straight(chart.joining, boxes.rects))
        drawn += _broken(lines[chart.joining], taken, Role.ACCENT, 3, Dash.SOLID)
    scene = Scene(
        width_px=width_px,
        height_px=boxes.height_px,
        title=chart.title,
        words=chart.words,
        plot=boxes.between,
        boxes=tuple(boxes.boxes),
        lines=(*boxes.lines, *drawn),
        marks=tuple(each.mark for each in blocks.values() if each.mark is not None),
        labels=(*boxes.labels, *chain.from_iterable(each.labels for each in blocks.values())),
    )
    return Drawn(
        scene=scene,
        numbers=boxes.rects,
        lines=lines,
        words={ends: each.rect for ends, each in blocks.items()},
    )


class _Boxes:
    """Both sides' boxes with what is written in them."""

    def __init__(self, chart: Chart, width_px: float, measure: Measure) -> None:
        self._measure = measure
        self._width_px = min(max(width_px * _BOX_SHARE, _NARROWEST_PX), _WIDEST_PX)
        self.boxes: list[Box] = []
        self.lines: list[Line] = []
        self.labels: list[Label] = []
        self.rects: dict[MetricId, Rect] = {}
        count = max(_count(chart.theirs), _count(chart.ours))
        self._gap_px = next((px for most, px in _GAPS if count <= most), _LEAST_GAP_PX)
        self._height_px = self._tallest((*chart.theirs, *chart.ours))
        right = width_px - _MARGIN_PX - self._width_px
        bottoms = [self._column(chart.theirs, _MARGIN_PX), self._column(chart.ours, right)]
        self.height_px = max(bottoms) - _GROUP_GAP_PX + _MARGIN_PX
        self.between = Rect(_MARGIN_PX + self._width_px, 0, right, self.height_px)

    @property
    def _room_px(self) -> float:
        return self._width_px - 2 * _PAD_PX

    def _written(self, number: Number) -> tuple[tuple[str, ...], tuple[str, ...]]:
        name, ground = clean(number.name), clean(number.ground)
        room, measure = self._room_px, self._measure
        return (
            wrapped(name, room, NAME_PX, measure, lines=_NAME_LINES),
            wrapped(ground, room, WORDS_PX, measure, lines=_GROUND_LINES),
        )

    def _tallest(self, columns: Iterable[Column]) -> float:
        """Return the height of every box: that of the one that says most."""
        written = (self._written(each) for column in columns for each in column.numbers)
        high = (len(one) * _NAME_LINE_PX + len(two) * _WORDS_LINE_PX for one, two in written)
        return max(high, default=0) + 2 * _PAD_PX

    def _column(self, columns: Sequence[Column], left: float) -> float:
        """Draw one side from the top down; return where it ends."""
        y = float(_MARGIN_PX)
        for column in columns:
            head = elided(clean(column.head), self._width_px, WORDS_PX, self._measure)
            self._write(head, Role.MUTE, WORDS_PX, (left, left + self._width_px), y + WORDS_PX)
            y += _HEAD_PX
            for number in column.numbers:
                rect = Rect(left, y, left + self._width_px, y + self._height_px)
                self._box(number, rect)
                y = rect.bottom + self._gap_px
            y -= self._gap_px if column.numbers else 0
            y += _GROUP_GAP_PX
        return y

    def _box(self, number: Number, rect: Rect) -> None:
        self.rects[number.id] = rect
        edge = None if number.is_guess else Role.BAR
        self.boxes.append(Box(rect, Role.CARD, edge, _RADIUS_PX))
        if number.is_guess:
            self.lines += _dashed_edges(rect)
        names, grounds = self._written(number)
        inner = (rect.left + _PAD_PX, rect.right - _PAD_PX)
        y = rect.top + _PAD_PX
        turned = reads_right_to_left(number.name)
        for text in names:
            self._write(text, Role.INK, NAME_PX, inner, y + NAME_PX, turned=turned)
            y += _NAME_LINE_PX
        for text in grounds:
            self._write(text, Role.MUTE, WORDS_PX, inner, y + WORDS_PX)
            y += _WORDS_LINE_PX

    def _write(
        self,
        text: str,
        role: Role,
        size_px: float,
        room: tuple[float, float],
        y: float,
        *,
        turned: bool = False,
    ) -> None:
        """Write a line where its reading begins: at the left, or at the right if it is turned."""
        self.labels.append(
            Label(
                text=text,
                x=room[1] if turned else room[0],
                y=y,
                role=role,
                size_px=size_px,
                width_px=self._measure(text, size_px),
                anchor=Anchor.END if turned else Anchor.START,
                right_to_left=turned,
            )
        )


def _count(columns: Iterable[Column]) -> int:
    return sum(len(each.numbers) for each in columns)


def _dashed_edges(rect: Rect) -> Iterator[Line]:
    left, top, right, bottom = rect.left + 0.5, rect.top + 0.5, rect.right - 0.5, rect.bottom - 0.5
    for x1, y1, x2, y2 in (
        (left + _DASH_PX, top, right - _DASH_PX, top),
        (left + _DASH_PX, bottom, right - _DASH_PX, bottom),
        (left, top + _DASH_PX, left, bottom - _DASH_PX),
        (right, top + _DASH_PX, right, bottom - _DASH_PX),
    ):
        yield Line(x1, y1, x2, y2, Role.OWED, 1, Dash.DASHED)


# --- lines --------------------------------------------------------------------------------------


def _is_drawn(ends: Ends, rects: Mapping[MetricId, Rect]) -> bool:
    return ends[0] in rects and ends[1] in rects


def _of_chosen(chart: Chart) -> Iterator[Ends]:
    """Yield each pair of the chosen number."""
    for theirs in (each for column in chart.theirs for each in column.numbers):
        for ours in (each for column in chart.ours for each in column.numbers):
            if chart.chosen in {theirs.id, ours.id}:
                yield theirs.id, ours.id


def _anchors(ties: Iterable[Ends], rects: Mapping[MetricId, Rect]) -> dict[Ends, Segment]:
    """Let no two lines begin at one place of a box; one to the same row stays level."""
    by_end: dict[tuple[MetricId, bool], list[Ends]] = {}
    for ends in ties:
        by_end.setdefault((ends[0], False), []).append(ends)
        by_end.setdefault((ends[1], True), []).append(ends)
    heights: dict[tuple[Ends, bool], float] = {}
    for (_number, is_ours), several in by_end.items():
        here, there = int(is_ours), int(not is_ours)
        rect = rects[several[0][here]]
        above = [each for each in several if rects[each[there]].top < rect.top]
        below = [each for each in several if rects[each[there]].top > rect.top]
        level = [each for each in several if rects[each[there]].top == rect.top]
        spread = ((above, 0.12, 0.4), (level, 0.5, 0.5), (below, 0.6, 0.88))
        for found, top, bottom in spread:
            ordered = sorted(found, key=lambda ends: rects[ends[there]].top)
            for place, ends in enumerate(ordered, 1):
                share = top + (bottom - top) * place / (len(ordered) + 1)
                heights[ends, is_ours] = rect.top + rect.height * share
    return {
        ends: Segment(
            rects[ends[0]].right, heights[ends, False], rects[ends[1]].left, heights[ends, True]
        )
        for ends in ties
    }


def _straight(ends: Ends, rects: Mapping[MetricId, Rect]) -> Segment:
    theirs, ours = rects[ends[0]], rects[ends[1]]
    share = 0.95 if ours.top >= theirs.top else 0.05
    return Segment(
        theirs.right,
        theirs.top + theirs.height * share,
        ours.left,
        ours.top + ours.height * (1 - share),
    )


def _is_quiet(chart: Chart, tie: Tie) -> bool:
    """Say whether it is one of a web, and neither stands out nor is of the chosen number."""
    return len(chart.ties) > MANY and not tie.turning and chart.chosen not in tie.ends


def _tie_lines(
    chart: Chart, tie: Tie, lines: Mapping[Ends, Segment], taken: Sequence[Rect]
) -> Iterator[Line]:
    told = tie.told
    segment = lines[tie.ends]
    if _is_quiet(chart, tie):
        yield from _broken(segment, taken, Role.LINE, 1, told[-1][1])
        return
    for place, (_each, dash, role) in enumerate(told):
        shifted = segment.moved(_APART_PX * (place - (len(told) - 1) / 2) * 2)
        thick = 2.0 + (tie.turning != "") if dash is Dash.SOLID else 1.6
        yield from _broken(shifted, taken, role, thick, dash)


def _broken(
    segment: Segment, taken: Sequence[Rect], role: Role, width_px: float, dash: Dash
) -> Iterator[Line]:
    for each in outside(segment, taken):
        yield Line(each.x1, each.y1, each.x2, each.y2, role, width_px, dash)


def _rank(chart: Chart, tie: Tie) -> int:
    """Say who has the first choice of a place for its words: what stands out."""
    if tie.turning:
        return 0
    return 1 if chart.chosen in tie.ends else 2
