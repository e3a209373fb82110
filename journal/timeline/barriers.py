"""What stands between us: a span from the day it was named to the day it was lifted."""

from itertools import zip_longest

from journal.domain.plan import Barrier
from journal.timeline.board import Stage
from journal.timeline.lettering import clean
from journal.timeline.scene import Lane, Rect, Role, Shape
from journal.timeline.signs import Sign, draw_signs, spot_of_spans
from journal.timeline.spans import Row, Stretch, stretches

_LEAST_ROW_PX = 5.0
_MOST_ROW_PX = 18.0
_GAP_PX = 2.0
_PADDING_PX = 5.0
_LEAST_TEXT_PX = 28.0
_LEAST_NAMED_EM = 1.05


def draw_barriers(stage: Stage) -> None:
    """Draw spans, in rows; where too many stand at once, a sign where each was named."""
    strip = stage.frame.strips[Lane.BARRIERS]
    rows, height = stage.timeline.barrier_rows, _row_px(stage)
    if not are_spans(stage):
        _draw_names(stage)
        return
    top = strip.top + (strip.bottom - strip.top - height * len(rows)) / 2
    for number, row in enumerate(rows):
        y = top + number * height
        found = list(stretches(row, stage.view))
        for stretch, following in zip_longest(found, found[1:]):
            rect = Rect(stretch.left, y + _GAP_PX / 2, stretch.right, y + height - _GAP_PX / 2)
            _draw_span(stage, row, stretch, rect)
            if rect.height >= stage.board.text_px * _LEAST_NAMED_EM:
                end = stage.board.plot.right if following is None else following.left
                _write(stage, _text(row, stretch), rect, end)


def are_spans(stage: Stage) -> bool:
    """Say whether there is room to draw them from the day named to the day lifted."""
    return bool(stage.timeline.barrier_rows) and _row_px(stage) >= _LEAST_ROW_PX


def _row_px(stage: Stage) -> float:
    strip = stage.frame.strips[Lane.BARRIERS]
    room = strip.bottom - strip.top - 2 * _GAP_PX
    return min(_MOST_ROW_PX, room / max(len(stage.timeline.barrier_rows), 1))


def _draw_span(stage: Stage, row: Row[Barrier], stretch: Stretch, rect: Rect) -> None:
    lifted = row.starts.entries[stretch.stop - 1].lifted_on is not None
    stage.board.box(rect, None, Role.BARRIER_LIFTED if lifted else Role.BARRIER)
    stage.board.spot(spot_of_spans(row, stretch, rect))


def _text(row: Row[Barrier], stretch: Stretch) -> str:
    if stretch.count > 1:
        return str(stretch.count)
    return clean(row.starts.entries[stretch.first].text)


def _write(stage: Stage, text: str, rect: Rect, end: float) -> None:
    """Write what it is, in the span or, where there is more room, between it and the next."""
    board, baseline = stage.board, (rect.top + rect.bottom) / 2 + stage.board.text_px * 0.35
    x, room = rect.left + _PADDING_PX, rect.width - 2 * _PADDING_PX
    start, beside = _beside(stage, text, rect.right, end)
    if room < min(board.width_of(text), beside):
        x, room = start, beside
    if room >= min(_LEAST_TEXT_PX, board.width_of(text)):
        board.label(board.elided(text, room), x, baseline, Role.MUTE)


def _beside(stage: Stage, text: str, left: float, end: float) -> tuple[float, float]:
    """Return where words may begin after a span, and their room: to one side of today's line."""
    x, right = left + _PADDING_PX, end - _PADDING_PX
    today = stage.view.x_of(stage.timeline.now)
    if not x < today < min(x + stage.board.width_of(text), right):
        return x, right - x
    before, after = today - _PADDING_PX - x, right - today - _PADDING_PX
    return (x, before) if before > after else (today + _PADDING_PX, after)


def _draw_names(stage: Stage) -> None:
    strip, radius = stage.frame.strips[Lane.BARRIERS], stage.board.text_px * 0.41
    sign = Sign(Shape.BARRIER, Role.BARRIER, radius, (strip.top + strip.bottom) / 2)
    draw_signs(stage, stage.timeline.barriers, lambda _: sign)
