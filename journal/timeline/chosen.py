"""The one record that the user looks at, set off wherever it is drawn or counted."""

from journal.domain.record import RecordId
from journal.timeline.board import Board, Stage
from journal.timeline.scene import Box, Lane, Role, Shape, Spot

_AROUND_PX = 3.0
# Larger than this is no mark, but a span or a column, and is framed.
_LARGEST_MARK_EM = 1.6


def draw_chosen(stage: Stage, record_id: RecordId) -> None:
    """Ring the mark of a record, or frame the span or the count that it is in."""
    found = stage.timeline.place_of(record_id)
    if found is None:
        return
    number, place = found
    track = stage.timeline.tracks[number]
    moment = track.times[place]
    for spot in stage.board.spots:
        here = spot.lane is track.lane and spot.start <= moment <= spot.end
        if here and record_id in spot.records and set_off(stage.board, spot):
            x = (spot.rect.left + spot.rect.right) / 2
            stage.board.line((x, 0), (x, stage.frame.foot), Role.LINE)


def set_off(board: Board, spot: Spot) -> bool:
    """Ring what is at a spot, or frame it; say whether it is a mark, and so was ringed."""
    rect = spot.rect
    x, y = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
    if rect.width > _LARGEST_MARK_EM * board.text_px or spot.lane is Lane.METRIC:
        board.cards.append(Box(rect, None, Role.INK, 2))
        return False
    radius = max(rect.width, rect.height) / 2 + _AROUND_PX
    board.mark(Shape.CHOSEN, x, y, radius, Role.INK)
    return True
