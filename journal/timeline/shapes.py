"""How each shape is drawn: circles and strokes about a centre, so that all painters agree.

Coordinates are in radii of the mark: (0, 0) is its centre, (1, 1) its lower right corner.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from journal.timeline.scene import Shape


class Fill(StrEnum):
    """What is inside an outline."""

    NONE = "none"
    ROLE = "role"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Outline:
    """One stroke of a shape, drawn with round ends in the colour of the mark's role.

    Attributes:
        points: The corners; empty for a circle about the centre.
        closed: Whether the last point is joined to the first.
        fill: Inside, before the stroke.
        circle: The radius of the circle, where there are no points.
        pen_px: The width of the stroke; 0 for none.
    """

    points: tuple[tuple[float, float], ...] = ()
    closed: bool = False
    fill: Fill = Fill.NONE
    circle: float = 0
    pen_px: float = 1.6


def _stroke(*points: tuple[float, float], fill: Fill = Fill.NONE, pen_px: float = 1.6) -> Outline:
    return Outline(points=points, fill=fill, pen_px=pen_px)


def _shape(*points: tuple[float, float], fill: Fill = Fill.CARD, pen_px: float = 1.6) -> Outline:
    return Outline(points=points, closed=True, fill=fill, pen_px=pen_px)


_DISC = Outline(circle=1, fill=Fill.ROLE, pen_px=0)
_RING = Outline(circle=0.85, fill=Fill.CARD)
_CROSS = (_stroke((-0.85, -0.85), (0.85, 0.85)), _stroke((-0.85, 0.85), (0.85, -0.85)))
_CORE = Outline(circle=0.4, fill=Fill.ROLE, pen_px=0)
_SQUARE = ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8))

OUTLINES: Mapping[Shape, tuple[Outline, ...]] = {
    Shape.HELD: (_DISC,),
    Shape.LOST: _CROSS,
    # The cross, on the doorstep.
    Shape.LOST_AT_THE_DOOR: (
        _stroke((-0.75, -1), (0.75, 0.4)),
        _stroke((-0.75, 0.4), (0.75, -1)),
        _stroke((-0.9, 1), (0.9, 1)),
    ),
    Shape.CALLED_OFF: (_stroke((-0.85, 0), (0.85, 0)),),
    Shape.MOVED: (_stroke((-0.5, -0.8), (0.4, 0), (-0.5, 0.8)),),
    Shape.PLANNED: (_RING,),
    Shape.UNRECORDED: (_RING, Outline(circle=0.25, fill=Fill.ROLE, pen_px=0)),
    Shape.RATING: (_DISC,),
    # Opened, with a core: another eye looks on.
    Shape.RATING_BY_ANOTHER: (Outline(circle=0.9, fill=Fill.CARD, pen_px=1.8), _CORE),
    Shape.RATING_SAID: (_shape(*_SQUARE, fill=Fill.ROLE, pen_px=0),),
    Shape.RATING_SAID_BY_ANOTHER: (_shape(*_SQUARE, pen_px=1.8), _CORE),
    Shape.RATING_GUESSED: (_shape(*_SQUARE, pen_px=1.2),),
    Shape.GOAL: (_RING,),
    Shape.TURNING_POINT: (_shape((0, -1), (1, 0), (0, 1), (-1, 0), pen_px=1.4),),
    Shape.QUOTE: (
        _shape(
            (-0.9, -0.7),
            (0.9, -0.7),
            (0.9, 0.4),
            (0, 0.4),
            (-0.4, 0.9),
            (-0.4, 0.4),
            (-0.9, 0.4),
            pen_px=1.2,
        ),
    ),
    Shape.KEPT: (_stroke((-0.8, 0), (-0.2, 0.65), (0.85, -0.7)),),
    Shape.KEPT_LATE: (
        _stroke((-0.8, -0.3), (-0.2, 0.35), (0.85, -1)),
        _stroke((-0.8, 0.95), (0.85, 0.95)),
    ),
    Shape.OWED: (_shape(*_SQUARE, pen_px=1.4),),
    Shape.LATE: (
        _shape(*_SQUARE, pen_px=1.4),
        _stroke((0, -0.4), (0, 0.1)),
        _stroke((0, 0.42), (0, 0.45)),
    ),
    Shape.DROPPED: (_stroke((-0.7, 0), (0.7, 0)),),
    Shape.VISION: (_shape((-0.9, -0.7), (0.9, -0.7), (0, 0.9), pen_px=1.4),),
    Shape.BARRIER: (_stroke((0, -0.9), (0, 0.9)), _stroke((0, 0), (0.8, 0))),
    Shape.CHOSEN: (Outline(circle=1, pen_px=1.4),),
}
