"""The two figures of the brief: where we stand, and how each side's numbers meet.

Nothing in them is told by colour alone: ours is solid and theirs dotted, the goal dashed to a
ring; what they believe is dashed and what was checked is solid, with its words on the line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.brief.layout import HIGHEST, Strip, baseline, height_of, held, paragraph, together
from journal.brief.parts import Run, Step, StepGraph, TiedPair, TieFigure, Tone, Words
from journal.brief.pen import Brush, Dash, Pen
from journal.brief.setting import PER_MILLE, SetLine, set_inked
from journal.brief.styles import (
    ACCENT,
    EFFECTS,
    INK,
    INKS,
    LABEL,
    LINE,
    MUTE,
    RATINGS,
    Colour,
    Ink,
    Sheet,
    Type,
)
from journal.domain.metric import Effect
from journal.domain.rating import Level

_ROW_HEIGHT = 12.6
_RING = 2.8
_LABEL_GAP = 6.0
_NAME_RISE = 4.4  # of the baseline above the line
_BESIDE_RISER = 1.5
_YEAR_DROP = 2.0
_SHORTEST = timedelta(days=30)
_ANY = 10_000.0


def step_graph(graph: StepGraph, width: float) -> Strip:
    """Return the step lines of both sides with the goal ahead, one row for each level."""
    frame = _Frame.of(graph, width)
    height = len(Level) * _ROW_HEIGHT + _YEAR_DROP + LABEL.leading

    def draw(pen: Pen, x: float, top: float) -> None:
        _draw_levels(pen, graph, frame.moved(x, top))
        _draw_years(pen, frame.moved(x, top), top + len(Level) * _ROW_HEIGHT + _YEAR_DROP)
        _draw_steps(pen, graph, frame.moved(x, top))

    return Strip(height=height, draw=draw)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a day and a level stand."""

    left: float
    right: float
    top: float
    start: date
    end: date

    @classmethod
    def of(cls, graph: StepGraph, width: float) -> "_Frame":
        days = [step.day for step in (*graph.ours, *graph.theirs)] + [graph.until]
        if graph.goal is not None:
            days.append(graph.goal.day)
        start, end = min(days), max(*days, min(days) + _SHORTEST)
        names = max(_label(name).width for name in graph.level_names) * LABEL.size / PER_MILLE
        left = names + _LABEL_GAP
        return cls(left, max(left + 1, width - _RING), 0.0, start, end)

    def moved(self, x: float, top: float) -> "_Frame":
        return _Frame(self.left + x, self.right + x, self.top + top, self.start, self.end)

    def x(self, day: date) -> float:
        whole = (self.end - self.start).days
        return self.left + (self.right - self.left) * (day - self.start).days / whole

    def y(self, level: Level) -> float:
        return self.top + (Level.OUTSTANDING - level + 0.5) * _ROW_HEIGHT


def _label(text: str, colour: Colour = MUTE, *, strong: bool = False) -> SetLine:
    cut = INKS[Tone.STRONG if strong else Tone.PLAIN].cut
    return set_inked([(text, Ink(cut, colour))], LABEL.size, _ANY)[0]


def _draw_levels(pen: Pen, graph: StepGraph, frame: _Frame) -> None:
    for level, name in zip(Level, graph.level_names, strict=True):
        y = frame.y(level)
        pen.line((frame.left, y, frame.right, y), LINE, 0.5)
        label = _label(name)
        start = frame.left - _LABEL_GAP - label.width * LABEL.size / PER_MILLE
        pen.text(label, start, y + LABEL.size * 0.36, LABEL.size)


def _draw_years(pen: Pen, frame: _Frame, top: float) -> None:
    """Write each year under its first of January, as long as they do not touch.

    The first one, of which only the end is shown, gives way to the second.
    """
    labels = []
    for year in range(frame.start.year, frame.end.year + 1):
        label = _label(str(year))
        x = frame.x(max(frame.start, date(year, 1, 1)))
        end = x + label.width * LABEL.size / PER_MILLE
        if end <= frame.right + _RING:
            labels.append((label, x, end + _LABEL_GAP))
    if len(labels) > 1 and labels[0][2] > labels[1][1]:
        del labels[0]
    free_from = frame.left
    for label, x, next_from in labels:
        if x >= free_from:
            pen.text(label, x, top + LABEL.size, LABEL.size)
            free_from = next_from


def _draw_steps(pen: Pen, graph: StepGraph, frame: _Frame) -> None:
    if graph.goal is not None and graph.ours:
        start = (frame.x(max(graph.until, graph.ours[-1].day)), frame.y(graph.ours[-1].level))
        end = (frame.x(graph.goal.day), frame.y(graph.goal.level))
        if end[0] > start[0]:
            pen.line((*start, *end), ACCENT, 1.1, Dash.DASHED)
    if graph.goal is not None:
        ring = Brush(edge=ACCENT, width=1.1)
        pen.circle(frame.x(graph.goal.day), frame.y(graph.goal.level), _RING, ring)
    _draw_theirs(pen, graph, frame)
    for step, until in _stretches(graph.ours, graph.until):
        y = frame.y(step.level)
        pen.line((frame.x(step.day), y, frame.x(until), y), RATINGS[step.level], 2.0)
    for before, after in zip(graph.ours, graph.ours[1:], strict=False):
        x = frame.x(after.day)
        pen.line((x, frame.y(before.level), x, frame.y(after.level)), INK, 0.8)
    _name_ends(pen, graph, frame)


def _draw_theirs(pen: Pen, graph: StepGraph, frame: _Frame) -> None:
    """Dots a little above ours, so that equal ratings stay two lines."""
    points: list[tuple[float, float]] = []
    for step, until in _stretches(graph.theirs, graph.until):
        y = frame.y(step.level) - 2.2
        points += [(frame.x(step.day), y), (frame.x(until), y)]
    if points:
        pen.path(points, Brush(edge=INK, width=1.3, dash=Dash.DOTTED.lengths))


def _stretches(steps: Sequence[Step], until: date) -> list[tuple[Step, date]]:
    ends = [*(step.day for step in steps[1:]), max(until, steps[-1].day)] if steps else []
    return list(zip(steps, ends, strict=True))


def _name_ends(pen: Pen, graph: StepGraph, frame: _Frame) -> None:
    """Say before the end of each line whose it is: behind it the way to the goal begins.

    The upper line has its name above and the lower one below, so that neither crosses the other;
    a line alone has it above, clear of the years.
    """
    theirs, ours = graph.theirs, graph.ours
    is_ours_above = not theirs or (bool(ours) and ours[-1].level > theirs[-1].level)
    for steps, name, is_above in (
        (theirs, graph.their_name, not (ours and is_ours_above)),
        (ours, graph.our_name, is_ours_above),
    ):
        if steps:
            label = _label(name, INK)
            y = frame.y(steps[-1].level) + (-_NAME_RISE if is_above else LABEL.size)
            pen.text(label, _name_start(steps, label, graph.until, frame), y, LABEL.size)


def _name_start(steps: Sequence[Step], label: SetLine, until: date, frame: _Frame) -> float:
    """Return where a name begins: before the end of its line, or of what it rose from."""
    width = label.width * LABEL.size / PER_MILLE
    riser, end = frame.x(steps[-1].day), frame.x(max(until, steps[-1].day))
    if len(steps) > 1 and end - riser < width + _BESIDE_RISER:
        end = riser - _BESIDE_RISER
    return max(frame.left, end - width)


# --- numbers side by side -----------------------------------------------------------------------

_COLUMN = 0.3  # of the measure, for the names on either side
_TIE = Type(size=8, leading=10)
_TIE_GAP = 6.0
_SHORTEST_TIE = 14.0  # of the line on either side of its words
_PAIR_GAP = 5.5


_Drawn = tuple[str, Ink, tuple[float, Dash]]
"""Words, how they are inked, and the line that they stand on."""


def tie_figure(figure: TieFigure, sheet: Sheet) -> list[Strip]:
    """Return a strip for the heads and one for each pair, all together where a page has room."""
    their_name, our_name = (
        (Run(each, Tone.QUIET),) for each in (figure.their_name, figure.our_name)
    )
    heads = _names(their_name, our_name, sheet)
    gap = Strip(height=2 * sheet.air)
    pairs = [strip for pair in figure.pairs for strip in _pair(pair, sheet)]
    return held([*heads, gap, *pairs])


def _names(theirs: Words, ours: Words, sheet: Sheet) -> list[Strip]:
    """Return what stands left and what stands right, below each other where it is too much."""
    column = sheet.measure * _COLUMN
    sides = [
        (0.0, paragraph(theirs, sheet.body, column - _TIE_GAP)),
        (sheet.measure - column, paragraph(ours, sheet.body, column)),
    ]
    if max(height_of(side) for _, side in sides) <= sheet.room * HIGHEST:
        return [together(sides)]
    return [
        *paragraph(theirs, sheet.body, sheet.measure),
        *paragraph(ours, sheet.body, sheet.measure),
    ]


def _pair(pair: TiedPair, sheet: Sheet) -> list[Strip]:
    column = sheet.measure * _COLUMN
    names = _names(pair.theirs, pair.ours, sheet)
    drawn = _drawn(pair)
    ties = [_TieLine.of(*each, sheet.measure - 2 * column) for each in drawn]
    ties_height = sum(tie.height for tie in ties)
    if len(names) > 1 or ties_height > sheet.room * HIGHEST:
        said = [(Run(words),) for words, _, _ in drawn]
        parted = [
            paragraph(each, sheet.body, sheet.measure) for each in (pair.theirs, *said, pair.ours)
        ]
        return [strip for strips in parted for strip in strips]
    height = max(names[0].height, ties_height) + _PAIR_GAP * sheet.air

    def draw(pen: Pen, x: float, top: float) -> None:
        names[0].draw(pen, x, top)
        y = top + (sheet.body.leading - _TIE.leading) / 2 if len(ties) == 1 else top
        for tie in ties:
            tie.draw(pen, x + column, y)
            y += tie.height

    return [Strip(height=height, draw=draw)]


def _drawn(pair: TiedPair) -> list[_Drawn]:
    """Return words, ink and line of what connects a pair, from the top down.

    Of the turning point what was found is the good news, and stands out.
    """
    plain, strong = INKS[Tone.PLAIN].cut, INKS[Tone.STRONG].cut
    drawn: list[_Drawn] = []
    if pair.perceived is not None:
        ink = Ink(plain, EFFECTS[pair.perceived.effect])
        drawn.append((pair.perceived.words, ink, (1.0, Dash.DASHED)))
    if pair.checked is not None and pair.is_turning_point:
        ink = Ink(strong, EFFECTS[Effect.SUPPORTS])
        drawn.append((pair.checked.words, ink, (2.2, Dash.SOLID)))
    elif pair.checked is not None:
        ink = Ink(plain, EFFECTS[pair.checked.effect])
        drawn.append((pair.checked.words, ink, (1.5, Dash.SOLID)))
    if not drawn and pair.untold:
        return [(pair.untold, Ink(plain, MUTE), (0.9, Dash.DOTTED))]
    return drawn


@dataclass(frozen=True, slots=True)
class _TieLine:
    """A line with its words in the middle; many words stand in several rows."""

    rows: tuple[SetLine, ...]
    colour: Colour
    line: tuple[float, Dash]
    width: float

    @classmethod
    def of(cls, words: str, ink: Ink, line: tuple[float, Dash], width: float) -> "_TieLine":
        room = width - 3 * _TIE_GAP - 2 * (_SHORTEST_TIE + _TIE_GAP / 2)
        rows = set_inked([(words, ink)], _TIE.size, room)
        return cls(tuple(rows), ink.colour, line, width)

    @property
    def height(self) -> float:
        return len(self.rows) * _TIE.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        left, right = x + _TIE_GAP, x + self.width - 2 * _TIE_GAP
        middle, y = (left + right) / 2, top + self.height / 2
        widest = max(row.width for row in self.rows) * _TIE.size / PER_MILLE / 2 + _TIE_GAP / 2
        thickness, dash = self.line
        pen.line((left, y, middle - widest, y), self.colour, thickness, dash)
        pen.line((middle + widest, y, right, y), self.colour, thickness, dash)
        for number, row in enumerate(self.rows):
            start = middle - row.width * _TIE.size / PER_MILLE / 2
            pen.text(row, start, top + number * _TIE.leading + baseline(_TIE), _TIE.size)
