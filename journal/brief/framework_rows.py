"""Rows of the shared page: what a line says, and boxes to tick beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from journal.brief.layout import (
    CELL_GAP,
    GUTTER,
    Draw,
    Strip,
    baseline,
    rule,
    tag_of,
    tagged,
    text_strips,
    together,
)
from journal.brief.parts import Run, Tone, Words
from journal.brief.pen import Brush, Pen
from journal.brief.phrases import inside
from journal.brief.setting import PER_MILLE, SetLine, set_inked, set_words
from journal.brief.styles import ACCENT, INKS, LABEL, LINE, MUTE, NARROW, Cut, Ink, Sheet
from journal.brief.tags import Kind, Tag
from journal.domain.record import Agreement
from journal.wording import _

Cell = tuple[Words, ...]
_PAD = 2.6
_BOX = 6.2
_BOX_GAP = 3.0  # between a box and its word
_WORD_GAP = 7.0
_PITCH = 15.5  # from one box without a word to the next
_BARE = 2 * _PITCH + _BOX
_ENDLESS = 1_000_000.0
_AGREED_INK = Ink(Cut.STRONG, ACCENT)
_SET_LINES_REMEMBERED = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What stands in one of two columns.

    Attributes:
        lead: The title where it leads a row in, with what stands between the two.
        rows: What each says, and what they said to it.
    """

    title: str
    lead: str
    tone: Tone
    rows: tuple[tuple[Cell, Agreement], ...]


class Rows:
    """Makes the rows of one sheet, or of one column on it."""

    def __init__(self, sheet: Sheet, measure: float | None = None) -> None:
        self._sheet = sheet
        self._measure = measure or sheet.measure

    @property
    def has_words(self) -> bool:
        """Whether `ticked` has words beside its boxes; narrow paper has room for a legend only."""
        return self._measure >= NARROW

    @property
    def room(self) -> float:
        """The width that bare boxes leave."""
        return self._measure - _BARE - CELL_GAP

    def table(self, rows: Iterable[Strip]) -> list[Strip]:
        """Return rows as one table, with lines between, and below it where there is air."""
        lined = [strip for row in rows for strip in (row, rule(self._measure, LINE))]
        return tagged(lined if self._sheet.air >= 1 else lined[:-1], Tag(kind=Kind.TABLE))

    def head(self, titles: Sequence[str], shares: Sequence[float]) -> Strip:
        """Return quiet titles of columns; shares are of the room."""
        cells = [((Run(each, Tone.QUIET),),) for each in titles]
        return self._row(cells, shares, (_BARE, _nothing), Kind.COLUMN_HEAD)

    def ticked(self, cell: Cell, agreement: Agreement) -> Strip:
        """Return a row with the three boxes and their words, or that they agreed to it."""
        return self._row([cell], (1,), self._marks(agreement, with_words=self.has_words))

    def marked(self, cells: Sequence[Cell], shares: Sequence[float], agreement: Agreement) -> Strip:
        """Return a row with bare boxes, in the order of those with words."""
        return self._row(cells, shares, self._marks(agreement, with_words=False))

    def beside(self, *columns: Column) -> list[Strip]:
        """Return columns side by side, each under its title.

        On narrow paper they stand one below the other, and the title leads each row in.
        """
        found = [each for each in columns if each.rows]
        if not self.has_words:
            return self.table(
                self.marked([_led_in(column, cell)], (1,), agreement)
                for column in found
                for cell, agreement in column.rows
            )
        width = (self._measure - GUTTER * (len(found) - 1)) / len(found)
        narrower = Rows(self._sheet, width)
        return [
            together(
                [
                    (number * (width + GUTTER), narrower._column(column))
                    for number, column in enumerate(found)
                ]
            )
        ]

    def legend(self) -> Strip:
        """Return what the boxes mean, at the right, for a page that has bare ones only."""
        width, draw = self._marks(Agreement.NOT_RAISED, with_words=True)
        left = self._measure - width
        strip = Strip(height=self._sheet.body.leading, draw=draw)
        return together([(left, tagged([strip], Tag(kind=Kind.PARAGRAPH)))])

    def _column(self, column: Column) -> list[Strip]:
        title = ((Run(column.title, column.tone),),)
        head = self._row([title], (1,), (_BARE, _nothing), Kind.COLUMN_HEAD)
        rows = (self.marked([cell], (1,), agreement) for cell, agreement in column.rows)
        return self.table([head, *rows])

    def _row(
        self,
        cells: Sequence[Cell],
        shares: Sequence[float],
        marks: tuple[float, Draw],
        what: Kind = Kind.CELL,
    ) -> Strip:
        pad = _PAD * self._sheet.air
        taken, draw_marks = marks
        room = self._measure - taken - CELL_GAP
        columns: list[tuple[float, list[Strip]]] = []
        left = 0.0
        for cell, share in zip(cells, shares, strict=True):
            columns.append((left, self._cell(cell, room * share - CELL_GAP, what)))
            left += room * share
        boxes = Strip(height=self._sheet.body.leading, draw=draw_marks)
        columns.append((self._measure - taken, tagged([boxes], Tag(kind=what))))
        (row,) = tagged([together(columns)], Tag(kind=Kind.ROW))
        return _padded(row, pad)

    def _cell(self, cell: Cell, width: float, what: Kind) -> list[Strip]:
        kind = self._sheet.body
        if len(cell) == 1:
            return text_strips(
                _lines(cell[0], kind.size, width), kind, width, tag_of(cell[0], what)
            )
        inside = [
            strip
            for words in cell
            for strip in text_strips(
                _lines(words, kind.size, width), kind, width, tag_of(words, Kind.PARAGRAPH)
            )
        ]
        return tagged(inside or [Strip(height=0, draw=_nothing)], Tag(kind=what))

    def _marks(self, agreement: Agreement, *, with_words: bool) -> tuple[float, Draw]:
        """Return the boxes, or that they agreed, and how wide the column of boxes is."""
        words = [_label(each, INKS[Tone.QUIET]) for each in choices()]
        steps = [_PITCH] * len(words)
        if with_words:
            steps = [_BOX + _BOX_GAP + _width(each) + _WORD_GAP for each in words]
        width = sum(steps) - (_WORD_GAP if with_words else _PITCH - _BOX)
        down = baseline(self._sheet.body)
        if agreement is Agreement.AGREED:
            return width, _agreed(down)

        def draw(pen: Pen, x: float, top: float) -> None:
            for word, step in zip(words, steps, strict=True):
                _draw_box(pen, x, top + down)
                if with_words:
                    pen.text(word, x + _BOX + _BOX_GAP, top + down, LABEL.size)
                x += step

        return width, draw if with_words else _figure(draw)


def choices() -> tuple[str, str, str]:
    """Return what can be said to a line, in the order of its boxes."""
    return _("agree"), _("change"), _("not for us")


def _led_in(column: Column, cell: Cell) -> Cell:
    first, *rest = cell or ((),)
    return ((Run(column.lead, column.tone), *inside(first)), *rest)


def _agreed(down: float) -> Draw:
    words = _label(_("✓ agreed"), _AGREED_INK)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.text(words, x, top + down, LABEL.size)

    return draw


def _figure(boxes: Draw) -> Draw:
    """Say what bare boxes are to who cannot see their place."""
    tag = Tag(kind=Kind.FIGURE, says=", ".join(choices()))

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.enter(tag, top)
        boxes(pen, x, top)
        pen.leave()

    return draw


def _draw_box(pen: Pen, x: float, base: float) -> None:
    right, top, bottom = x + _BOX, base - _BOX + 0.4, base + 0.4
    corners = ((x, top), (right, top), (right, bottom), (x, bottom))
    pen.path(corners, Brush(edge=MUTE, width=0.7), closed=True)


def _nothing(_pen: Pen, _x: float, _top: float) -> None:
    """Draw nothing, where a cell stands nevertheless."""


def _padded(strip: Strip, pad: float) -> Strip:
    def draw(pen: Pen, x: float, top: float) -> None:
        strip.draw(pen, x, top + pad)

    return Strip(height=strip.height + 2 * pad, draw=draw)


def _label(text: str, ink: Ink) -> SetLine:
    return set_inked([(text, ink)], LABEL.size, _ENDLESS)[0]


def _width(line: SetLine) -> float:
    return line.width * LABEL.size / PER_MILLE


@lru_cache(_SET_LINES_REMEMBERED)  # a page is laid out again for each line that is cut
def _lines(words: Words, size: float, width: float) -> tuple[SetLine, ...]:
    return tuple(set_words(words, size, width))
