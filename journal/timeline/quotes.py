"""What they said, word for word: pinned on cards above the day, with a thin line down to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from journal.terms import quoted
from journal.timeline.board import Stage
from journal.timeline.lettering import clean, reads_right_to_left, wrapped
from journal.timeline.scene import Anchor, Lane, Rect, Role, Shape, Strip
from journal.timeline.signs import Sign, draw_signs, spot_of
from journal.timeline.tracks import part

_WIDEST_EM = 22.0
_WIDEST_PART = 0.3
_LINE_EM = 1.3
_PADDING_PX = 8.0
_BESIDE_PX = 12.0
_AWAY_PX = 4.0
_MOST_CARDS = 8
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A quote, broken into lines, at a place where it covers nothing."""

    rect: Rect
    lines: tuple[str, ...]


def draw_quotes(stage: Stage) -> None:
    """Pin quotes on cards, the newest first; a sign stands for one that finds no room."""
    quotes, view = stage.timeline.quotes, stage.view
    first = bisect_left(quotes.times, view.start)
    stop = bisect_right(quotes.times, view.end)
    if stop - first <= _MOST_CARDS:
        shown = list(range(first, stop))
        quotes = part(
            quotes, [each for each in reversed(shown) if not _draw_card(stage, each)][::-1]
        )
    strip, radius = stage.frame.strips[Lane.QUOTES], stage.board.text_px * 0.45
    sign = Sign(Shape.QUOTE, Role.MUTE, radius, (strip.top + strip.bottom) / 2)
    draw_signs(stage, quotes, lambda _: sign)


def _draw_card(stage: Stage, place: int) -> bool:
    """Pin one quote; False where there is no room for it."""
    board, quotes = stage.board, stage.timeline.quotes
    x = stage.view.x_of(quotes.times[place])
    card = next(_cards(stage, place, x), None)
    if card is None:
        return False
    strips = stage.frame.strips
    foot = strips.get(Lane.MEETINGS, _ground(stage)).bottom
    board.line((x, strips[Lane.QUOTES].top), (x, foot), Role.LINE)
    board.card(card.rect, Role.LINE)
    baseline = card.rect.top + _AWAY_PX + board.text_px
    turned = reads_right_to_left("".join(card.lines))
    for number, line in enumerate(card.lines):
        y = baseline + number * _LINE_EM * board.text_px
        anchor = Anchor.END if turned else Anchor.START
        x_line = card.rect.right - _PADDING_PX if turned else card.rect.left + _PADDING_PX
        board.directed(line, (x_line, y), Role.INK, anchor, turned=turned)
    board.occupy(card.rect)
    board.spot(spot_of(quotes, place, place + 1, card.rect, partial(quotes.words, place)))
    return True


def _cards(stage: Stage, place: int, x: float) -> Iterator[Card]:
    """Try three lines, then fewer, left of the line down to the day and then right of it."""
    board, plot = stage.board, stage.board.plot
    words = clean(stage.timeline.quotes.entries[place].text)
    text = quoted(words)
    room = min(_WIDEST_EM * board.text_px, _WIDEST_PART * plot.width) - 2 * _PADDING_PX
    for lines in range(_MOST_LINES, 0, -1):
        broken = wrapped(text, room, board.text_px, board.measure, lines=lines)
        if not broken:
            return
        width = max(map(board.width_of, broken)) + 2 * _PADDING_PX
        height = (len(broken) * _LINE_EM) * board.text_px + 2 * _AWAY_PX
        for left in (x - _BESIDE_PX - width, x + _BESIDE_PX):
            top = _free_top(stage, left, left + width, height)
            if plot.left <= left and left + width <= plot.right and top is not None:
                yield Card(Rect(left, top, left + width, top + height), broken)


def _ground(stage: Stage) -> Strip:
    """Return the lowest lane that a card may lie on."""
    strips = stage.frame.strips
    return strips.get(Lane.RATINGS, strips[Lane.QUOTES])


def _free_top(stage: Stage, left: float, right: float, height: float) -> float | None:
    """Find the highest place between two edges where a card would cover nothing."""
    top, bottom = stage.frame.strips[Lane.QUOTES].top, _ground(stage).bottom
    taken = list(stage.board.taken(Rect(left, top, right, bottom).grown(_AWAY_PX)))
    for start in (top, *sorted(each[1] + _AWAY_PX for each in taken)):
        end = start + height
        if end <= bottom and all(
            end + _AWAY_PX <= lo or hi + _AWAY_PX <= start for lo, hi in taken
        ):
            return start
    return None
