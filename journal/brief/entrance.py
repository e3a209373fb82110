"""The head of page 1: who, where and when, and what could be in the way."""

from collections.abc import Iterable

from journal.brief.layout import (
    CELL_GAP,
    GUTTER,
    HIGHEST,
    Draw,
    Strip,
    baseline,
    gap,
    height_of,
    paragraph,
    tag_of,
    tagged,
    text_strips,
    together,
)
from journal.brief.parts import Door, Words
from journal.brief.pen import Pen
from journal.brief.setting import PER_MILLE, SetLine, set_inked, set_words
from journal.brief.styles import BAND, NARROW, TITLE, TITLE_INK, Sheet, Type
from journal.brief.tags import Kind, Tag
from journal.brief.typed import plain

_BAND_PAD = 7.5
_DOOR_RIGHT = 0.5
_ENDLESS = 1_000_000.0


def door_strips(door: Door, sheet: Sheet) -> list[Strip]:
    """Return the head of page 1."""
    if sheet.measure < NARROW:
        head = [*_account(door, sheet, sheet.measure), *_when(door, sheet.body, sheet.measure)]
        return [*head, gap(5 * sheet.air), *_band(door, sheet)]
    right = _right_width(door, sheet)
    left = sheet.measure - right - GUTTER
    sides = [
        (0.0, _account(door, sheet, left)),
        (left + GUTTER, _at_right((door.when, door.where), sheet.body, right)),
    ]
    if max(height_of(strips) for _, strips in sides) > sheet.room * HIGHEST:
        head = [*_account(door, sheet, sheet.measure), *_when(door, sheet.body, sheet.measure)]
    else:
        head = [together(sides)]
    return [*head, gap(6 * sheet.air), *_band(door, sheet)]


def _right_width(door: Door, sheet: Sheet) -> float:
    """Return what when and where need on one line each, up to half or what who leaves over."""
    lines = [set_words(each, sheet.body.size, _ENDLESS)[0] for each in (door.when, door.where)]
    natural = _width(lines, sheet.body)
    title = _width(set_inked([(door.account, TITLE_INK)], TITLE.size, _ENDLESS), TITLE)
    people = _width(set_words(door.people, sheet.body.size, _ENDLESS), sheet.body)
    left_over = sheet.measure - GUTTER - max(title, people)
    return min(natural, max(left_over, sheet.measure * _DOOR_RIGHT))


def _width(lines: Iterable[SetLine], kind: Type) -> float:
    return max(line.width for line in lines) * kind.size / PER_MILLE + 1


def _account(door: Door, sheet: Sheet, width: float) -> list[Strip]:
    title = set_inked([(door.account, TITLE_INK)], TITLE.size, width)
    widest = max(line.width for line in title) * TITLE.size / PER_MILLE
    people = paragraph(door.people, sheet.body, width) if door.people else []
    tag = Tag(kind=Kind.TITLE, says=plain(door.account))
    return [*text_strips(title, TITLE, widest, tag), Strip(height=3 * sheet.air), *people]


def _when(door: Door, kind: Type, width: float) -> list[Strip]:
    where = paragraph(door.where, kind, width) if door.where else ()
    return [*paragraph(door.when, kind, width), *where]


def _at_right(paragraphs: Iterable[Words], kind: Type, width: float) -> list[Strip]:
    """Return paragraphs ending at the right edge, whichever way they are read."""
    return [
        strip
        for words in paragraphs
        if words
        for strip in tagged(
            [
                Strip(height=kind.leading, draw=_ending(line, kind, width))
                for line in set_words(words, kind.size, width)
            ],
            tag_of(words, Kind.PARAGRAPH),
        )
    ]


def _ending(line: SetLine, kind: Type, width: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        start = x + width - line.width * kind.size / PER_MILLE
        pen.text(line, start, top + baseline(kind), kind.size)

    return draw


def _band(door: Door, sheet: Sheet) -> list[Strip]:
    """Return the grey band: their next fixed thing left, how the slot went right.

    What would not fit on a page in it is set as paragraphs, which can be parted.
    """
    if not door.next_fixed and not door.slot:
        return []
    content = _in_band(door, sheet)
    if content.height > sheet.room * HIGHEST:
        both = (door.next_fixed, door.slot)
        return [each for words in both for each in paragraph(words, sheet.body, sheet.measure)]
    height = content.height + _BAND_PAD * 1.3

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.band(x, top, sheet.measure, height, BAND)
        content.draw(pen, x, top + _BAND_PAD * 0.65)

    return [Strip(height=height, draw=draw)]


def _in_band(door: Door, sheet: Sheet) -> Strip:
    kind, inner = sheet.body, sheet.measure - 2 * _BAND_PAD
    if sheet.measure < NARROW or not door.next_fixed or not door.slot:
        words = [each for each in (door.next_fixed, door.slot) if each]
        body = [strip for each in words for strip in paragraph(each, kind, inner)]
        return together([(_BAND_PAD, body)])
    slot = set_words(door.slot, kind.size, inner)[0]
    right = min(slot.width * kind.size / PER_MILLE + 1, inner / 2)
    fixed = paragraph(door.next_fixed, kind, inner - CELL_GAP - right)
    return together(
        [
            (_BAND_PAD, fixed),
            (_BAND_PAD + inner - right, _at_right((door.slot,), kind, right)),
        ]
    )
