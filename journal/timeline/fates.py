"""Which sign stands for what: meetings, promises and turning points by what became of them."""

from datetime import date, datetime

from journal.analysis.losses import Fate, fate, travel_min, where_lost
from journal.domain.account import Account
from journal.domain.meeting import Meeting, Whereabouts
from journal.domain.metric import Alignment, Effect
from journal.domain.promise import Promise, PromiseState
from journal.domain.rating import Level
from journal.timeline.scene import Role, Shape

# In the order in which they are stacked where they are counted, from below.
MEETING_SHAPES = (
    Shape.HELD,
    Shape.PLANNED,
    Shape.UNRECORDED,
    Shape.MOVED,
    Shape.CALLED_OFF,
    Shape.LOST,
    Shape.LOST_AT_THE_DOOR,
)
PROMISE_SHAPES = (Shape.KEPT, Shape.OWED, Shape.DROPPED, Shape.KEPT_LATE, Shape.LATE)
VISION_SHAPES = (Shape.VISION,)

ROLE_OF = {
    Shape.HELD: Role.HELD,
    Shape.PLANNED: Role.PLANNED,
    Shape.UNRECORDED: Role.UNRECORDED,
    Shape.MOVED: Role.CALLED_OFF,
    Shape.CALLED_OFF: Role.CALLED_OFF,
    Shape.LOST: Role.LOST,
    Shape.LOST_AT_THE_DOOR: Role.LOST,
    Shape.KEPT: Role.KEPT,
    Shape.KEPT_LATE: Role.LATE,
    Shape.OWED: Role.OWED,
    Shape.LATE: Role.LATE,
    Shape.DROPPED: Role.CALLED_OFF,
    Shape.VISION: Role.VISION,
}
ROLE_OF_LEVEL = {
    Level.DAMAGED: Role.RATING_DAMAGED,
    Level.STRAINED: Role.RATING_STRAINED,
    Level.NEUTRAL: Role.RATING_NEUTRAL,
    Level.POSITIVE: Role.RATING_POSITIVE,
    Level.OUTSTANDING: Role.RATING_OUTSTANDING,
}
_SHAPE_OF_FATE = {
    Fate.HELD: Shape.HELD,
    Fate.BY_US: Shape.CALLED_OFF,
    Fate.MOVED: Shape.MOVED,
    Fate.UNRECORDED: Shape.UNRECORDED,
    Fate.AHEAD: Shape.PLANNED,
}
_SHAPE_OF_STATE = {
    PromiseState.OPEN: Shape.OWED,
    PromiseState.KEPT: Shape.KEPT,
    PromiseState.DROPPED: Shape.DROPPED,
}


def meeting_shape(meeting: Meeting, account: Account, now: datetime) -> Shape:
    """Tell the sign of a meeting; one lost at the door has its own."""
    became = fate(meeting, now)
    if became is not Fate.LOST:
        return _SHAPE_OF_FATE[became]
    where = where_lost(meeting, travel_min(meeting, account))
    return Shape.LOST_AT_THE_DOOR if where is Whereabouts.AT_THE_DOOR else Shape.LOST


def promise_shape(promise: Promise, today: date) -> Shape:
    """Tell the sign of a promise; kept late is not the same as still owed."""
    state = promise.state(today)
    if state is not PromiseState.LATE:
        return _SHAPE_OF_STATE[state]
    return Shape.LATE if promise.is_open else Shape.KEPT_LATE


def is_turning_point(alignment: Alignment) -> bool:
    """Say whether what they took for a clash of both sides' numbers proved to be none."""
    return alignment.perceived is Effect.AGAINST and alignment.checked in {
        Effect.NEUTRAL,
        Effect.SUPPORTS,
    }
