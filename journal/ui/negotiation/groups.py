"""The kinds of line that are prepared, in their order, and whose each is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from journal.analysis.missing import Gap
from journal.domain.plan import (
    Alternative,
    Barrier,
    Criterion,
    Interest,
    Norm,
    Option,
    Question,
    Vision,
)
from journal.domain.record import NegotiationId, Side
from journal.domain.relationship import Relationship

PlanLine = Barrier | Interest | Criterion | Option | Alternative | Vision | Norm | Question


class Part(Enum):
    """What the page is made of, from the top down."""

    ABOUT = auto()
    GOAL = auto()
    BARRIERS = auto()
    INTERESTS = auto()
    CRITERIA = auto()
    OPTIONS = auto()
    ALTERNATIVES = auto()
    VISIONS = auto()
    NORMS = auto()
    QUESTIONS = auto()
    MEETING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The lines of one kind and one side; they are ordered among themselves.

    Attributes:
        side: None for a kind that belongs to no side.
        is_offered: Whether a line can be added.
        gap: What a brief lacks while it has no line; None where it lacks nothing.
    """

    part: Part
    kind: type[PlanLine]
    side: Side | None = None
    is_offered: bool = True
    gap: Gap | None = None

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.part.name} {self.side or ''}".strip().lower()


GROUPS = (
    Group(part=Part.BARRIERS, kind=Barrier, side=Side.OURS, gap=Gap.BARRIER),
    Group(part=Part.BARRIERS, kind=Barrier, side=Side.SHARED, is_offered=False),
    Group(part=Part.BARRIERS, kind=Barrier, side=Side.THEIRS),
    Group(part=Part.INTERESTS, kind=Interest, side=Side.THEIRS, gap=Gap.THEIR_INTEREST),
    Group(part=Part.INTERESTS, kind=Interest, side=Side.OURS, gap=Gap.OUR_INTEREST),
    Group(part=Part.INTERESTS, kind=Interest, side=Side.SHARED),
    Group(part=Part.CRITERIA, kind=Criterion, side=Side.SHARED, gap=Gap.CRITERION),
    Group(part=Part.CRITERIA, kind=Criterion, side=Side.THEIRS, is_offered=False),
    Group(part=Part.CRITERIA, kind=Criterion, side=Side.OURS, is_offered=False),
    Group(part=Part.OPTIONS, kind=Option, gap=Gap.OPTION),
    Group(part=Part.ALTERNATIVES, kind=Alternative, side=Side.OURS, gap=Gap.OUR_ALTERNATIVE),
    Group(part=Part.ALTERNATIVES, kind=Alternative, side=Side.THEIRS, gap=Gap.THEIR_ALTERNATIVE),
    Group(part=Part.VISIONS, kind=Vision, side=Side.THEIRS, gap=Gap.THEIR_VISION),
    Group(part=Part.VISIONS, kind=Vision, side=Side.OURS, gap=Gap.OUR_VISION),
    Group(part=Part.NORMS, kind=Norm, side=Side.OURS, gap=Gap.OUR_NORM),
    Group(part=Part.NORMS, kind=Norm, side=Side.THEIRS, gap=Gap.THEIR_NORM),
    Group(part=Part.QUESTIONS, kind=Question),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which lines of an account are looked at.

    Attributes:
        negotiation_id: The one they belong to; None where none is open.
        is_closed: Whether it is closed; else what belongs to the account as a whole stands
            beside it, and so does what a closed one left open.
        today: On the customer's wall.
    """

    negotiation_id: NegotiationId | None
    is_closed: bool
    today: date

    def lines(self, whole: Relationship) -> Iterator[PlanLine]:
        """Yield them, each kind in its order."""
        for kind in (whole.barriers, whole.interests, whole.criteria, whole.options):
            yield from (each for each in kind if self._holds(each))
        for others in (whole.alternatives, whole.visions, whole.norms, whole.questions):
            yield from (each for each in others if self._holds(each))

    def _holds(self, line: PlanLine) -> bool:
        if self.is_closed or line.negotiation_id == self.negotiation_id:
            return line.negotiation_id == self.negotiation_id
        return line.negotiation_id is None or self._is_left_open(line)

    def _is_left_open(self, line: PlanLine) -> bool:
        """Say whether a closed negotiation left it open, so that it goes on in the next one."""
        if isinstance(line, Barrier):
            return line.lifted_on is None or line.lifted_on > self.today
        return isinstance(line, Question) and line.asked_on is None


def side_of(line: PlanLine) -> Side | None:
    """Return whose it is; None of what belongs to no side."""
    if isinstance(line, Barrier):
        return line.share
    return None if isinstance(line, Option | Question) else line.side


def group_of(line: PlanLine) -> Group:
    """Return where it stands."""
    return next(
        each for each in GROUPS if isinstance(line, each.kind) and each.side is side_of(line)
    )
