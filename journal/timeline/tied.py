"""What is drawn of how both sides' numbers meet: boxes on either side, and pairs."""

from collections.abc import Mapping
from dataclasses import dataclass

from journal.domain.metric import Effect
from journal.domain.record import MetricId
from journal.timeline.scene import Dash, Role

EFFECT_ROLES: Mapping[Effect, Role] = {
    Effect.AGAINST: Role.LATE,
    Effect.NEUTRAL: Role.INK,
    Effect.SUPPORTS: Role.KEPT,
}

Ends = tuple[MetricId, MetricId]
"""A number of theirs and one of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A box.

    Attributes:
        ground: How it is known and where it should go, under the name.
    """

    id: MetricId
    name: str
    ground: str
    is_guess: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The numbers of one person, under a head."""

    head: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One of the two lines of a pair.

    Attributes:
        words: All that is said of it; `brief` is the least.
    """

    effect: Effect
    words: str
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A pair that was talked about or checked; at least one of the two.

    Attributes:
        turning: What it is called where it is the turning point; else empty.
    """

    ends: Ends
    perceived: Told | None
    checked: Told | None
    turning: str = ""

    @property
    def told(self) -> tuple[tuple[Told, Dash, Role], ...]:
        """Its lines, from the top down; a fear that is none is good news, whatever was found."""
        relief = Role.KEPT if self.turning else None
        both = ((self.perceived, Dash.DASHED, None), (self.checked, Dash.SOLID, relief))
        return tuple(
            (each, dash, role or EFFECT_ROLES[each.effect])
            for each, dash, role in both
            if each is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All of it.

    Attributes:
        words: What it shows on the whole, for those who do not see it.
        chosen: The number whose untold pairs are dotted; None for none.
        joining: The pair that is being joined, looked at or not; None for none.
    """

    title: str
    words: str
    theirs: tuple[Column, ...]
    ours: tuple[Column, ...]
    ties: tuple[Tie, ...]
    chosen: MetricId | None = None
    joining: Ends | None = None
