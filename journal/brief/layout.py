"""How parts stand on the paper: strips from the top down, put together into pages.

A strip is a slice across the text that is never cut: a line of a paragraph, a row, a figure. Every
part becomes strips; pages are filled with them in one pass. What must not part says so (`holds`):
a heading and its first lines, the first two and the last two lines of a paragraph.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journal.brief.parts import Words
from journal.brief.pen import Dash, Pen, aligned
from journal.brief.setting import SetLine, set_words
from journal.brief.styles import DOTS, LINE, Colour, Type

Draw = Callable[[Pen, float, float], None]
GUTTER = 19.0
CELL_GAP = 8.0
HIGHEST = 0.6  # of the page; what would be higher is set so that it can be parted
_CELL_PAD = 2.4
_WIDOW = 2


def blank(_pen: Pen, _x: float, _top: float) -> None:
    """Leave the room empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A slice of the page.

    Attributes:
        draw: Called with the pen, the left edge and the top.
        holds: Whether the next strip must stand on the same page.
        yields: Whether it is left out at the top of a page (a gap, a rule between sections).
    """

    height: float
    draw: Draw = blank
    holds: bool = False
    yields: bool = False


def gap(height: float, *, holds: bool = False) -> Strip:
    """Return empty room that no page begins with."""
    return Strip(height=height, yields=True, holds=holds)


def rule(width: float, colour: Colour, *, dash: Dash = Dash.SOLID) -> Strip:
    """Return a line across, that no page begins with and that goes with what comes next."""

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line((x, top, x + width, top), colour, dash=dash)

    return Strip(height=0, draw=draw, yields=True, holds=True)


def paragraph(words: Words, kind: Type, width: float) -> list[Strip]:
    """Return a strip for each line of a paragraph, its first two and its last two together."""
    return text_strips(set_words(words, kind.size, width), kind, width)


def text_strips(lines: Sequence[SetLine], kind: Type, width: float) -> list[Strip]:
    """Return a strip for each set line."""
    last = len(lines) - 1
    together = {0, last - 1} if last >= _WIDOW - 1 else set()
    return [
        Strip(
            height=kind.leading,
            draw=_text(line, kind, width),
            holds=number in together and number != last,
        )
        for number, line in enumerate(lines)
    ]


def _text(line: SetLine, kind: Type, width: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.text(line, aligned(line, x, width, kind.size), top + baseline(kind), kind.size)

    return draw


def baseline(kind: Type) -> float:
    """Return how far below the top of its strip a line stands: capitals in the middle."""
    return kind.leading / 2 + kind.size * 0.36


def indented(strips: Iterable[Strip], by: float) -> list[Strip]:
    """Return the strips moved to the right."""
    return [replace(each, draw=_moved(each.draw, by)) for each in strips]


def _moved(draw: Draw, by: float) -> Draw:
    def moved(pen: Pen, x: float, top: float) -> None:
        draw(pen, x + by, top)

    return moved


def height_of(strips: Iterable[Strip]) -> float:
    """Return how high the strips are together."""
    return sum(each.height for each in strips)


def together(columns: Sequence[tuple[float, Sequence[Strip]]]) -> Strip:
    """Return one strip that holds columns side by side, each with its distance from the left."""

    def draw(pen: Pen, x: float, top: float) -> None:
        for offset, strips in columns:
            y = top
            for each in strips:
                each.draw(pen, x + offset, y)
                y += each.height

    return Strip(height=max(height_of(strips) for _, strips in columns), draw=draw)


def held(strips: Iterable[Strip]) -> list[Strip]:
    """Return the strips with each bound to the next, the last one free."""
    result = [replace(each, holds=True) for each in strips]
    if result:
        result[-1] = replace(result[-1], holds=False)
    return result


def row(
    cells: Sequence[Sequence[Words]], widths: Sequence[float], kind: Type, limit: float
) -> list[Strip]:
    """Return a table row with a thin line below it.

    A row higher than `limit` is set as paragraphs below each other, which can be parted.
    """
    set_cells = [
        [strip for words in cell for strip in paragraph(words, kind, width - CELL_GAP)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    offsets = [sum(widths[:number]) for number in range(len(widths))]
    full = sum(widths)
    if max(map(height_of, set_cells)) <= limit:
        body = [together(list(zip(offsets, set_cells, strict=True)))]
    else:
        body = [strip for cell in cells for words in cell for strip in paragraph(words, kind, full)]
    body[-1] = replace(body[-1], holds=True)
    return [Strip(height=_CELL_PAD, holds=True), *body, *_under(full)]


def _under(width: float) -> list[Strip]:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line((x, top + _CELL_PAD, x + width, top + _CELL_PAD), LINE, 0.5)

    return [Strip(height=_CELL_PAD, draw=draw)]


def ruled(count: int, width: float, pitch: float) -> list[Strip]:
    """Return dotted lines to write on."""

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line((x, top + pitch, x + width, top + pitch), DOTS, dash=Dash.DOTTED)

    return [Strip(height=pitch, draw=draw) for _ in range(count)]


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and how far below the top of the text it stands."""

    strip: Strip
    top: float


def pages(strips: Iterable[Strip], room: float) -> list[list[Placed]]:
    """Fill pages of a height with strips; at least one page.

    What holds together and is higher than a whole page is parted where it must be.
    """
    filled: list[list[Placed]] = [[]]
    used = 0.0
    for group in _groups(strips):
        if used + height_of(group) > room and filled[-1]:
            filled.append([])
            used = 0.0
        for strip in group:
            if used + strip.height > room and filled[-1]:
                filled.append([])
                used = 0.0
            if strip.yields and not filled[-1]:
                continue
            filled[-1].append(Placed(strip, used))
            used += strip.height
    return filled


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.holds:
            yield group
            group = []
    if group:
        yield group
