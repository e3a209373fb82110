"""Page 2 of the brief: what was prepared for the negotiation, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from journal.analysis.alignment import Pair, pairs
from journal.analysis.people import MetricLine, metric_lines
from journal.domain.plan import (
    Alternative,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    Vision,
)
from journal.domain.record import Line, NegotiationId, Side
from journal.domain.relationship import Relationship

T = TypeVar("T")
L = TypeVar("L", bound=Line)


class _Sided(Protocol):
    @property
    def side(self) -> Side: ...


S = TypeVar("S", bound=_Sided)


@dataclass(frozen=True, slots=True, kw_only=True)
class BySide(Generic[T]):
    """The same kind of thing by whose it is; `shared` only of interests and criteria."""

    theirs: tuple[T, ...] = ()
    ours: tuple[T, ...] = ()
    shared: tuple[T, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.theirs or self.ours or self.shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine:
    """An option with what speaks for it; how it was answered stands on the option."""

    option: Option
    serves: tuple[Interest, ...]
    meets: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What is prepared: of the open negotiation, and of the account as a whole.

    Attributes:
        negotiation: The open one; None without.
        metrics: How each of us is measured; theirs only of those who are still there.
        pairs: Of those metrics, the pairs that were talked about or checked.
        pairs_in_all: Of those metrics, how many pairs there are ("5 of 9 looked at").
        visions: Those whose day has not been answered yet.
    """

    negotiation: Negotiation | None
    interests: BySide[Interest]
    criteria: BySide[Criterion]
    options: tuple[OptionLine, ...]
    alternatives: BySide[Alternative]
    metrics: BySide[MetricLine]
    pairs: tuple[Pair, ...]
    pairs_in_all: int
    visions: BySide[Vision]
    norms: BySide[Norm]


def preparation(relationship: Relationship, *, today: date) -> Preparation:
    """Gather what is prepared on a day, each kind by whose it is and in its order."""
    negotiation = open_negotiation(relationship.negotiations, today)
    named = negotiation.id if negotiation else None
    interests = _current(relationship.interests, named)
    criteria = _current(relationship.criteria, named)
    lines = metric_lines(relationship, today)
    both = pairs((each.metric for each in lines), relationship.alignments)
    visions = (each for each in _current(relationship.visions, named) if each.outcome is None)
    return Preparation(
        negotiation=negotiation,
        interests=_by_side(interests),
        criteria=_by_side(criteria),
        options=tuple(
            _option_line(relationship, each) for each in _current(relationship.options, named)
        ),
        alternatives=_by_side(_current(relationship.alternatives, named)),
        metrics=BySide(
            theirs=tuple(each for each in lines if each.metric.side is Side.THEIRS),
            ours=tuple(each for each in lines if each.metric.side is Side.OURS),
        ),
        pairs=tuple(each for each in both if each.is_looked_at),
        pairs_in_all=len(both),
        visions=_by_side(visions),
        norms=_by_side(_current(relationship.norms, named)),
    )


def open_negotiation(negotiations: Iterable[Negotiation], today: date) -> Negotiation | None:
    """Return the negotiation that was opened last and is not closed by the day."""
    still = (
        each
        for each in negotiations
        if each.opened_on <= today and (each.closed_on is None or each.closed_on > today)
    )
    return max(still, key=lambda each: each.opened_on, default=None)


def _current(lines: Iterable[L], negotiation: NegotiationId | None) -> tuple[L, ...]:
    """Return the lines of the account as a whole and of one negotiation."""
    return tuple(each for each in lines if each.negotiation_id in {None, negotiation})


def _by_side(lines: Iterable[S]) -> BySide[S]:
    listed = tuple(lines)
    return BySide(
        theirs=tuple(each for each in listed if each.side is Side.THEIRS),
        ours=tuple(each for each in listed if each.side is Side.OURS),
        shared=tuple(each for each in listed if each.side is Side.SHARED),
    )


def _option_line(relationship: Relationship, option: Option) -> OptionLine:
    links = [each for each in relationship.option_links if each.option_id == option.id]
    interests = {each.interest_id for each in links}
    criteria = {each.criterion_id for each in links}
    return OptionLine(
        option=option,
        serves=tuple(each for each in relationship.interests if each.id in interests),
        meets=tuple(each for each in relationship.criteria if each.id in criteria),
    )
