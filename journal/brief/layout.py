"""How parts stand on the paper: strips from the top down, put together into pages.

A strip is a slice across the text that is never cut: a line of a paragraph, a row, a figure. Every
part becomes strips; pages are filled with them in one pass. What must not part says so (`holds`):
a heading and its first lines, the first two and the last two lines of a paragraph.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from journal.brief.direction import has_right_to_left
from journal.brief.parts import Words
from journal.brief.pen import Dash, Pen, aligned
from journal.brief.setting import SetLine, set_words
from journal.brief.styles import DOTS, LINE, Colour, Type
from journal.brief.tags import Kind, Tag
from journal.brief.typed import plain

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
        above: What stands above it once more where a page begins with it: the head of a table.
    """

    height: float
    draw: Draw = blank
    holds: bool = False
    yields: bool = False
    above: "tuple[Strip, ...]" = ()

    def drawn(self, draw: Draw) -> "Strip":
        """Return the strip drawn otherwise; `replace` takes three times as long."""
        return Strip(
            height=self.height,
            draw=draw,
            holds=self.holds,
            yields=self.yields,
            above=self.above,
        )

    def holding(self, *, holds: bool = True) -> "Strip":
        """Return the strip bound to the next one, or free."""
        return Strip(
            height=self.height,
            draw=self.draw,
            holds=holds,
            yields=self.yields,
            above=self.above,
        )


def tagged(strips: Iterable[Strip], tag: Tag) -> list[Strip]:
    """Return the strips as one thing; in their turn they may hold other things."""
    return [each if each.draw is blank else each.drawn(_within(tag, each.draw)) for each in strips]


def _within(tag: Tag, draw: Draw) -> Draw:
    def within(pen: Pen, x: float, top: float) -> None:
        pen.enter(tag, top)
        draw(pen, x, top)
        pen.leave()

    return within


def gap(height: float, *, holds: bool = False) -> Strip:
    """Return empty room that no page begins with."""
    return Strip(height=height, yields=True, holds=holds)


def rule(width: float, colour: Colour, *, dash: Dash = Dash.SOLID) -> Strip:
    """Return a line across, that no page begins with and that goes with what comes next."""

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line((x, top, x + width, top), colour, dash=dash)

    return Strip(height=0, draw=draw, yields=True, holds=True)


def paragraph(words: Words, kind: Type, width: float, what: Kind = Kind.PARAGRAPH) -> list[Strip]:
    """Return a strip for each line of a paragraph, its first two and its last two together."""
    return text_strips(set_words(words, kind.size, width), kind, width, tag_of(words, what))


def tag_of(words: Words, what: Kind) -> Tag:
    """Return the tag of a paragraph; with its words where they are not drawn as they are read."""
    text = "".join(run.text for run in words)
    return Tag(kind=what, says=plain(text) if has_right_to_left(text) else "")


def text_strips(
    lines: Sequence[SetLine], kind: Type, width: float, tag: Tag | None = None
) -> list[Strip]:
    """Return a strip for each set line; together they are a paragraph, or what the tag says."""
    last = len(lines) - 1
    bound = {0, last - 1} if last >= _WIDOW - 1 else set()
    tag = tag or Tag(kind=Kind.PARAGRAPH)
    return [
        Strip(
            height=kind.leading,
            draw=_text(line, kind, width, tag),
            holds=number in bound and number != last,
        )
        for number, line in enumerate(lines)
    ]


def _text(line: SetLine, kind: Type, width: float, tag: Tag) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.enter(tag, top)
        pen.text(line, aligned(line, x, width, kind.size), top + baseline(kind), kind.size)
        pen.leave()

    return draw


def baseline(kind: Type) -> float:
    """Return how far below the top of its strip a line stands: capitals in the middle."""
    return kind.leading / 2 + kind.size * 0.36


def indented(strips: Iterable[Strip], by: float) -> list[Strip]:
    """Return the strips moved to the right."""
    return [each.drawn(_moved(each.draw, by)) for each in strips]


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
    result = [each.holding() for each in strips]
    if result:
        result[-1] = result[-1].holding(holds=False)
    return result


def row(
    cells: Sequence[Sequence[Words]],
    widths: Sequence[float],
    kind: Type,
    limit: float,
    what: Kind = Kind.CELL,
) -> list[Strip]:
    """Return a table row with a thin line below it.

    A row higher than `limit` is set as paragraphs below each other, which can be parted.
    """
    set_cells = [
        _cell(cell, kind, width - CELL_GAP, what) for cell, width in zip(cells, widths, strict=True)
    ]
    offsets = [sum(widths[:number]) for number in range(len(widths))]
    full = sum(widths)
    if max(map(height_of, set_cells)) <= limit:
        body = [together(list(zip(offsets, set_cells, strict=True)))]
    else:
        body = [strip for cell in cells for strip in _cell(cell, kind, full, what)]
    body = tagged(body, Tag(kind=Kind.ROW))
    body[-1] = body[-1].holding()
    return [Strip(height=_CELL_PAD, holds=True), *body, *_under(full)]


def _cell(cell: Sequence[Words], kind: Type, width: float, what: Kind) -> list[Strip]:
    """Return the paragraphs of a cell; an empty one counts too, or the columns would shift."""
    if len(cell) == 1:
        return paragraph(cell[0], kind, width, what)
    inside = [strip for words in cell for strip in paragraph(words, kind, width)]
    return tagged(inside or [Strip(height=0, draw=_nothing)], Tag(kind=what))


def _nothing(_pen: Pen, _x: float, _top: float) -> None:
    """Draw nothing, where something stands nevertheless."""


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
    filling = _Filling(room)
    for group in _groups(strips):
        filling.need(height_of(group))
        for strip in group:
            filling.add(strip)
    return filling.filled


class _Filling:
    """Pages that are being filled."""

    def __init__(self, room: float) -> None:
        self.filled: list[list[Placed]] = [[]]
        self._room = room
        self._used = 0.0

    def need(self, height: float) -> None:
        """Begin another page where this one has not that much room left."""
        if self._used + height > self._room and self.filled[-1]:
            self.filled.append([])
            self._used = 0.0

    def add(self, strip: Strip) -> None:
        """Place a strip, at the top of a page below what stands above it once more."""
        self.need(strip.height)
        if not self.filled[-1]:
            if strip.yields:
                return
            for each in self._once_more(strip):
                self._place(each)
        self._place(strip)

    def _once_more(self, strip: Strip) -> list[Strip]:
        """Return the head of a table; nothing where the row needs all the room."""
        if height_of(strip.above) + strip.height > self._room:
            return []
        return tagged(strip.above, Tag(kind=Kind.ORNAMENT))

    def _place(self, strip: Strip) -> None:
        self.filled[-1].append(Placed(strip, self._used))
        self._used += strip.height


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.holds:
            yield group
            group = []
    if group:
        yield group
