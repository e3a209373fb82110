"""Whether one side's numbers work against the other's: as they see it, and as checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.analysis.people import known, roles_on
from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.person import Person
from journal.domain.record import Side
from journal.domain.relationship import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One number of theirs beside one of ours.

    Attributes:
        alignment: None where the two were never looked at together.
    """

    theirs: Metric
    ours: Metric
    alignment: Alignment | None

    @property
    def is_looked_at(self) -> bool:
        """Whether it was talked about or checked."""
        found = self.alignment
        return found is not None and (found.perceived, found.checked) != (None, None)

    @property
    def is_feared(self) -> bool:
        """Whether they believe that ours works against theirs, and nobody checked it."""
        found = self.alignment
        return found is not None and found.perceived is Effect.AGAINST and found.checked is None

    @property
    def is_turning_point(self) -> bool:
        """Whether they believed that ours works against theirs, and checked it does not."""
        found = self.alignment
        if found is None or found.perceived is not Effect.AGAINST:
            return False
        return found.checked in {Effect.NEUTRAL, Effect.SUPPORTS}


def pairs(metrics: Iterable[Metric], alignments: Iterable[Alignment]) -> tuple[Pair, ...]:
    """Return each number of theirs beside each of ours, known or not, theirs first in order."""
    listed = tuple(metrics)
    by_metrics = {(each.their_metric_id, each.our_metric_id): each for each in alignments}
    return tuple(
        Pair(theirs=theirs, ours=ours, alignment=by_metrics.get((theirs.id, ours.id)))
        for theirs in listed
        if theirs.side is Side.THEIRS
        for ours in listed
        if ours.side is Side.OURS
    )


def unmeasured(relationship: Relationship, day: date) -> tuple[Person, ...]:
    """Return who has a role on the customer's side and no number that we know of."""
    measured = {each.person_id for each in relationship.metrics}
    return tuple(
        each for each in known(relationship, roles_on(relationship, day)) if each.id not in measured
    )
