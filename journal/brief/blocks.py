"""Each part of a page as strips: the look of headings, lists, tables and blanks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from journal.brief.figures import step_graph, tie_figure
from journal.brief.layout import (
    CELL_GAP,
    GUTTER,
    HIGHEST,
    Draw,
    Strip,
    baseline,
    gap,
    height_of,
    held,
    indented,
    paragraph,
    row,
    rule,
    ruled,
    tag_of,
    tagged,
    text_strips,
    together,
)
from journal.brief.parts import (
    Beside,
    Blanks,
    Lines,
    Mark,
    Part,
    Ruled,
    Run,
    Section,
    Statement,
    StepGraph,
    Table,
    TiedPair,
    TieFigure,
    Tone,
    Words,
)
from journal.brief.pen import Pen
from journal.brief.setting import PER_MILLE, SetLine, set_inked, set_words
from journal.brief.styles import (
    HEADING_INK,
    INKS,
    LINE,
    NARROW,
    RULE,
    STATEMENT,
    Cut,
    Ink,
    Sheet,
)
from journal.brief.tags import Kind, Tag
from journal.brief.typed import plain

_BULLET_INDENT = 10.0
_NUMBER_INDENT = 13.0
_ITEM_GAP = 0.6
_WRITING = 16.5  # between lines that are written on by hand
_BELOW_RULED = 3.0
_SMALLEST_SHARE = 0.2  # of a table, for a column of short words
_ENDLESS = 1_000_000.0
_HIGHEST_ROW = 0.33  # of the page; rows that are never parted would leave half of a page empty
_SHORT_SECTION = 0.4  # of the page; up to here a section is not parted


def section_strips(section: Section, sheet: Sheet) -> list[Strip]:
    """Return a section with the line above it; its heading holds on to what follows."""
    body: list[Strip] = []
    for part in section.parts:
        if body:
            body.append(gap(3 * sheet.air))
        body += _beside(part, sheet) if isinstance(part, Beside) else strips(part, sheet)
    if section.parts and isinstance(section.parts[-1], Table):
        body.pop()  # the line of the last row: the next section brings its own
    if height_of(body) <= sheet.room * _SHORT_SECTION:
        body = held(body)
    return headed(section.title, body, sheet)


def headed(title: str, body: Sequence[Strip], sheet: Sheet) -> list[Strip]:
    """Return what stands under a heading with it and the line above it."""
    heading = text_strips(
        set_inked([(title, HEADING_INK)], sheet.body.size, sheet.measure),
        sheet.body,
        sheet.measure,
        Tag(kind=Kind.HEADING, says=plain(title)),
    )
    head = [
        gap(6.5 * sheet.air),
        rule(sheet.measure, RULE),
        gap(5 * sheet.air),
        *heading,
        Strip(height=1.5 * sheet.air),
    ]
    whole = [*(strip.holding() for strip in head), *body]
    return tagged(whole, Tag(kind=Kind.SECTION))


def _beside(part: Beside, sheet: Sheet) -> list[Strip]:
    if sheet.measure < NARROW or not (part.left and part.right):
        return _stacked(part, sheet)
    column = (sheet.measure - GUTTER) / 2
    narrow = replace(sheet, width=column + 2 * sheet.side)
    sides = [
        (0.0, _all(part.left, narrow)),
        (column + GUTTER, _all(part.right, narrow)),
    ]
    if max(height_of(side) for _, side in sides) > sheet.room * HIGHEST:
        return _stacked(part, sheet)
    return [together(sides)]


def _stacked(part: Beside, sheet: Sheet) -> list[Strip]:
    left, right = _all(part.left, sheet), _all(part.right, sheet)
    return [*left, gap(4 * sheet.air), *right] if left and right else [*left, *right]


def _all(parts: Sequence[Part], sheet: Sheet) -> list[Strip]:
    result: list[Strip] = []
    for part in parts:
        if result:
            result.append(gap(3 * sheet.air))
        result += strips(part, sheet)
    return result


def strips(part: Part, sheet: Sheet) -> list[Strip]:
    """Return a part as strips of the sheet's measure."""
    match part:
        case Statement():
            made = paragraph(part.words, STATEMENT, sheet.measure)
        case Lines():
            made = _lines(part, sheet)
        case Table():
            made = _table(part, sheet)
        case Ruled():
            made = _ruled(part, sheet)
        case Blanks():
            made = _blanks(part, sheet)
        case StepGraph():
            figure = Tag(kind=Kind.FIGURE, says=part.said)
            made = tagged([step_graph(part, sheet.measure)], figure)
        case TieFigure():
            made = tagged(tie_figure(part, sheet), Tag(kind=Kind.FIGURE, says=_ties_said(part)))
    return made


def _ties_said(figure: TieFigure) -> str:
    """Say what the figure shows: for each pair theirs, what lies between, and ours."""
    pairs = (_pair_said(pair, figure.their_name, figure.our_name) for pair in figure.pairs)
    return plain(". ".join(pairs))


def _pair_said(pair: TiedPair, their_name: str, our_name: str) -> str:
    ties = [tie.words for tie in (pair.perceived, pair.checked) if tie is not None]
    untold = [pair.untold] if pair.untold and not ties else []
    theirs, ours = ("".join(run.text for run in side) for side in (pair.theirs, pair.ours))
    said = [f"{their_name}: {theirs}"] * bool(theirs), [f"{our_name}: {ours}"] * bool(ours)
    return "; ".join([*said[0], *ties, *untold, *said[1]])


def _lines(part: Lines, sheet: Sheet) -> list[Strip]:
    result: list[Strip] = []
    for number, words in enumerate(part.items, 1):
        if number > 1:
            result.append(Strip(height=_ITEM_GAP))
        result += _item(words, part.mark, number, sheet)
    if part.mark is Mark.NONE:
        return result
    is_numbered = part.mark is Mark.NUMBER
    return tagged(result, Tag(kind=Kind.NUMBERED if is_numbered else Kind.BULLETS))


def _item(words: Words, mark: Mark, number: int, sheet: Sheet) -> list[Strip]:
    kind, measure = sheet.body, sheet.measure
    if mark is Mark.NONE:
        return paragraph(words, kind, measure)
    indent = _BULLET_INDENT if mark is Mark.BULLET else _NUMBER_INDENT
    lines = set_words(words, kind.size, measure - indent)
    from_right = lines[0].from_right
    body = text_strips(lines, kind, measure - indent, tag_of(words, Kind.BODY))
    body = body if from_right else indented(body, indent)
    ink = INKS[words[0].tone if words else Tone.PLAIN]
    if mark is Mark.BULLET:
        label = set_inked([("•", Ink(Cut.REGULAR, ink.colour))], kind.size, measure)[0]
        outer = 0.0
    else:
        label = set_inked([(f"{number}.", INKS[Tone.PLAIN])], kind.size, measure)[0]
        outer = indent - 3.5 - label.width * kind.size / PER_MILLE
    first = _with_mark(body[0], _mark(label, outer, sheet, from_right=from_right))
    return tagged([first, *body[1:]], Tag(kind=Kind.ITEM))


def _mark(label: SetLine, outer: float, sheet: Sheet, *, from_right: bool) -> Draw:
    tag = Tag(kind=Kind.LABEL)

    def draw(pen: Pen, x: float, top: float) -> None:
        width = label.width * sheet.body.size / PER_MILLE
        start = x + sheet.measure - outer - width if from_right else x + outer
        pen.enter(tag, top)
        pen.text(label, start, top + baseline(sheet.body), sheet.body.size)
        pen.leave()

    return draw


def _with_mark(strip: Strip, mark: Draw) -> Strip:
    def draw(pen: Pen, x: float, top: float) -> None:
        mark(pen, x, top)
        strip.draw(pen, x, top)

    return strip.drawn(draw)


def _table(part: Table, sheet: Sheet) -> list[Strip]:
    widths = [share * sheet.measure for share in part.shares or _fair_shares(part)]
    limit = sheet.room * _HIGHEST_ROW
    head: tuple[Strip, ...] = ()
    if part.head:
        titles = [((Run(title, Tone.QUIET),),) for title in part.head]
        top = row(titles, widths, sheet.body, limit, Kind.COLUMN_HEAD)
        head = tuple(each.holding() for each in top)
    rows = [strip for cells in part.rows for strip in row(cells, widths, sheet.body, limit)]
    if head:
        rows = [replace(strip, above=head) for strip in rows]
    return tagged([*head, *rows], Tag(kind=Kind.TABLE))


def _fair_shares(part: Table) -> list[float]:
    """Share the width by the longest paragraph of each column, so that rows stay low."""
    columns: list[tuple[tuple[Words, ...], ...]] = list(zip(*part.rows, strict=True))
    longest = [
        max(
            (set_words(words, 1, _ENDLESS)[0].width for cell in column for words in cell), default=0
        )
        for column in columns
    ]
    whole = sum(longest) or 1
    floored = [max(_SMALLEST_SHARE, each / whole) for each in longest]
    return [each / sum(floored) for each in floored]


def _ruled(part: Ruled, sheet: Sheet) -> list[Strip]:
    label: list[Strip] = []
    if part.label:
        label = paragraph((Run(part.label, Tone.QUIET),), sheet.body, sheet.measure)
    lines = ruled(part.count, sheet.measure, _WRITING)
    return [*held([*label, *lines]), gap(_BELOW_RULED * sheet.air)]


def _blanks(part: Blanks, sheet: Sheet) -> list[Strip]:
    return held(strip for labels in part.rows for strip in _blank_row(labels, sheet))


def _blank_row(labels: Iterable[str], sheet: Sheet) -> list[Strip]:
    columns = list(labels)
    measure = sheet.measure
    width = measure / len(columns)
    cells = [
        (number * width, paragraph((Run(label),), sheet.body, width - CELL_GAP))
        for number, label in enumerate(columns)
    ]
    body = together(cells)

    def draw(pen: Pen, x: float, top: float) -> None:
        body.draw(pen, x, top + (height - body.height) / 2)
        pen.line((x, top + height, x + measure, top + height), LINE, 0.5)

    height = max(body.height, _WRITING) + 1
    return [Strip(height=height, draw=draw)]
