"""What is drawn: boxes, lines, marks and labels in pixels, coloured by role, not by colour.

A scene is painted in the order of its fields: boxes, lines, marks, cards, labels. Nothing of
it lies outside its width and height; x grows to the right and y downwards.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from journal.domain.record import RecordId


class Role(StrEnum):
    """What a colour means; light, dark and print each have their own colour for it."""

    INK = "ink"
    MUTE = "mute"
    LINE = "line"
    CARD = "card"
    ACCENT = "accent"
    BAND = "band"
    BAND_SELF = "band_self"
    GAP = "gap"
    RATING_DAMAGED = "rating_damaged"
    RATING_STRAINED = "rating_strained"
    RATING_NEUTRAL = "rating_neutral"
    RATING_POSITIVE = "rating_positive"
    RATING_OUTSTANDING = "rating_outstanding"
    HELD = "held"
    LOST = "lost"
    CALLED_OFF = "called_off"
    PLANNED = "planned"
    UNRECORDED = "unrecorded"
    BARRIER = "barrier"
    BARRIER_LIFTED = "barrier_lifted"
    KEPT = "kept"
    OWED = "owed"
    LATE = "late"
    VISION = "vision"
    BAR = "bar"
    BAR_AFTER = "bar_after"


class Shape(StrEnum):
    """What a mark says by its form, so that it can be told without its colour."""

    HELD = "held"
    LOST = "lost"
    LOST_AT_THE_DOOR = "lost_at_the_door"
    CALLED_OFF = "called_off"
    MOVED = "moved"
    PLANNED = "planned"
    UNRECORDED = "unrecorded"
    RATING = "rating"
    RATING_BY_ANOTHER = "rating_by_another"
    RATING_SAID = "rating_said"
    RATING_SAID_BY_ANOTHER = "rating_said_by_another"
    RATING_GUESSED = "rating_guessed"
    GOAL = "goal"
    TURNING_POINT = "turning_point"
    QUOTE = "quote"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    OWED = "owed"
    LATE = "late"
    DROPPED = "dropped"
    VISION = "vision"
    BARRIER = "barrier"
    CHOSEN = "chosen"


class Dash(StrEnum):
    """How a line is broken."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Anchor(StrEnum):
    """Which part of a label stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Lane(StrEnum):
    """What entries of a kind are drawn together, from the top down.

    `ACCOUNTS` is of the portfolio, where an account is an entry itself.
    """

    ACCOUNTS = "accounts"
    OWNERS = "owners"
    QUOTES = "quotes"
    RATINGS = "ratings"
    GOALS = "goals"
    TURNING_POINTS = "turning_points"
    MEETINGS = "meetings"
    BARRIERS = "barriers"
    PROMISES = "promises"
    VISIONS = "visions"
    METRIC = "metric"


ON_LEVELS = frozenset({Lane.RATINGS, Lane.GOALS, Lane.TURNING_POINTS})
"""What is drawn on the rows of the levels, which are the lane of the ratings."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its edges, in pixels; left <= right and top <= bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Say whether the point lies in it or on its edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: "Rect") -> bool:
        """Say whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Rect") -> bool:
        """Say whether all of it lies in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def cut(self, other: "Rect") -> "Rect":
        """Return the part of it that lies in the other; an empty one at the edge if none does."""
        if self.within(other):
            return self
        left = min(max(self.left, other.left), other.right)
        top = min(max(self.top, other.top), other.bottom)
        return Rect(
            left,
            top,
            max(left, min(self.right, other.right)),
            max(top, min(self.bottom, other.bottom)),
        )

    def grown(self, px: float) -> "Rect":
        """Return it with each edge so much further out."""
        return Rect(self.left - px, self.top - px, self.right + px, self.bottom + px)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle.

    Attributes:
        fill: None leaves it empty.
        edge: The colour of a line of one pixel along its inside; None for no line.
        radius_px: Of its corners.
    """

    rect: Rect
    fill: Role | None
    edge: Role | None = None
    radius_px: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role
    width_px: float = 1
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Mark:
    """A small sign; `shapes.OUTLINES` says how its shape is drawn."""

    shape: Shape
    x: float
    y: float
    radius_px: float
    role: Role

    @property
    def rect(self) -> Rect:
        """The room that it takes."""
        radius = self.radius_px
        return Rect(self.x - radius, self.y - radius, self.x + radius, self.y + radius)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text.

    Attributes:
        x: Where its anchor stands.
        y: The base line.
        width_px: As measured when it was placed.
        right_to_left: Whether the line as a whole reads so; its anchor is not turned about:
            START is its left end all the same.
    """

    text: str
    x: float
    y: float
    role: Role
    size_px: float
    width_px: float
    anchor: Anchor = Anchor.START
    right_to_left: bool = False

    @property
    def rect(self) -> Rect:
        """The room that the text takes; 0.8 above and 0.2 below the base line."""
        left = self.x
        if self.anchor is Anchor.MIDDLE:
            left -= self.width_px / 2
        elif self.anchor is Anchor.END:
            left -= self.width_px
        return Rect(
            left, self.y - self.size_px * 0.8, left + self.width_px, self.y + self.size_px * 0.2
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the scene that stands for records: what a pointer hits and a reader reads.

    Attributes:
        start: UTC seconds of the first of the records.
        end: UTC seconds of the last of them; of a span its own end.
        records: In order of time; one, or many where they are counted.
        say: Makes the words; most spots of a frame are never asked.
    """

    lane: Lane
    rect: Rect
    start: float
    end: float
    records: Sequence[RecordId]
    say: Callable[[], str] = field(compare=False, repr=False)

    @property
    def words(self) -> str:
        """What is there, as a sentence."""
        return self.say()


@dataclass(frozen=True, slots=True)
class Strip:
    """The room of a lane, from the left edge of the scene to its right one."""

    lane: Lane
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a painter needs, and what stands where in it.

    Attributes:
        title: Whose timeline it is.
        words: What it shows on the whole, for those who do not see it.
        plot: The part in which time runs, without the names at the left.
        boxes: Painted first.
        lines: Over the boxes.
        marks: Over the lines.
        cards: Boxes over all that, with labels on them.
        labels: Last; no two of them overlap.
        spots: Each entry that is visible stands in exactly one of them; in order of their
            left edge.
        strips: From the top down.
    """

    width_px: float
    height_px: float
    title: str
    words: str
    plot: Rect
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    cards: tuple[Box, ...] = ()
    labels: tuple[Label, ...] = ()
    spots: tuple[Spot, ...] = ()
    strips: tuple[Strip, ...] = ()
