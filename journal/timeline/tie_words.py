"""Where the words of a joined pair stand: on its line, clear of all other lines and words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.domain.metric import Effect
from journal.timeline.lettering import Measure, clean, reads_right_to_left
from journal.timeline.scene import Anchor, Label, Mark, Rect, Role, Shape
from journal.timeline.segments import Segment
from journal.timeline.tied import Ends, Tie

WORDS_PX = 11
LINE_PX = 15
_SIGNS = {Effect.AGAINST: "\N{MINUS SIGN}", Effect.NEUTRAL: "=", Effect.SUPPORTS: "+"}
_ASIDE_PX, _ABOVE_PX = 6.0, 2.0  # kept free about the words
_CLEAR_PX = 8.0  # kept free of other lines, of which one may be a pair beside each other
_MARK_PX = 5.0
_MARK_ROOM_PX = 2 * _MARK_PX + 6
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15, 0.85)

Row = tuple[str, Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The words of a pair, one row under the other, on the middle of which is the line.

    Attributes:
        mark: What sets the turning point off; None for another pair.
    """

    rect: Rect
    labels: tuple[Label, ...]
    mark: Mark | None


def place_words(
    ties: Iterable[Tie], lines: Mapping[Ends, Segment], between: Rect, measure: Measure
) -> dict[Ends, Block]:
    """Find a place for the words of each pair; those that come first choose first.

    Where there is none for all its words a pair has fewer, then a sign, and at last nothing.

    Args:
        ties: Those that have words.
        lines: Of the same pairs; any other line is broken where the words stand.
        between: The room between the two sides.
        measure: Measures a text.
    """
    made: dict[Ends, Block] = {}
    for tie in ties:
        others = [segment for ends, segment in lines.items() if ends != tie.ends]
        found = (
            _block(rows, rect, is_marked=is_marked, measure=measure)
            for rows, is_marked in _sayings(tie)
            for rect in _rects(rows, lines[tie.ends], is_marked=is_marked, measure=measure)
            if rect.within(between) and _is_free(rect, others, made.values())
        )
        block = next(found, None)
        if block is not None:
            made[tie.ends] = block
    return made


def _sayings(tie: Tie) -> Iterator[tuple[tuple[Row, ...], bool]]:
    """Yield what may be written, the most telling first, and whether it is marked."""
    whole = tuple((clean(each.words), role) for each, _dash, role in tie.told)
    brief = tuple((clean(each.brief), role) for each, _dash, role in tie.told)
    if tie.turning:
        title = (tie.turning, Role.INK)
        yield from (((title, *whole), True), (whole, True), ((title, *brief), True), (brief, True))
    yield whole, False
    yield brief, False
    last, _dash, role = tie.told[-1]
    yield ((_SIGNS[last.effect], role),), False


def _rects(
    rows: Sequence[Row], line: Segment, *, is_marked: bool, measure: Measure
) -> Iterator[Rect]:
    """Yield where so many words may stand on their line, first in its middle."""
    widest = max(measure(text, WORDS_PX) for text, _role in rows)
    width = widest + 2 * _ASIDE_PX + (_MARK_ROOM_PX if is_marked else 0)
    height = len(rows) * LINE_PX + 2 * _ABOVE_PX
    for share in _SHARES:
        x, y = line.at(share)
        yield Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _is_free(rect: Rect, others: Iterable[Segment], blocks: Iterable[Block]) -> bool:
    room = rect.grown(_CLEAR_PX)
    is_crossed = any(each.part_in(room) is not None for each in others)
    return not is_crossed and not any(each.rect.meets(room) for each in blocks)


def _block(rows: Sequence[Row], rect: Rect, *, is_marked: bool, measure: Measure) -> Block:
    left = rect.left + _ASIDE_PX + (_MARK_ROOM_PX if is_marked else 0)
    middle = (left + rect.right - _ASIDE_PX) / 2
    top = rect.top + _ABOVE_PX
    labels = tuple(
        Label(
            text=text,
            x=left if is_marked else middle,
            y=top + place * LINE_PX + WORDS_PX,
            role=role,
            size_px=WORDS_PX,
            width_px=measure(text, WORDS_PX),
            anchor=Anchor.START if is_marked else Anchor.MIDDLE,
            right_to_left=reads_right_to_left(text),
        )
        for place, (text, role) in enumerate(rows)
    )
    mark = Mark(
        Shape.TURNING_POINT,
        rect.left + _ASIDE_PX + _MARK_PX,
        top + LINE_PX / 2,
        _MARK_PX,
        Role.ACCENT,
    )
    return Block(rect=rect, labels=labels, mark=mark if is_marked else None)
