"""What the alignment map does not know, as things to ask about; whoever shows them finds words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journal.analysis.alignment import Pair
from journal.analysis.alignment_map import AlignmentMap
from journal.analysis.people import MetricLine
from journal.domain.person import Person
from journal.domain.record import Basis


class About(StrEnum):
    """What is not known: what somebody is measured by, whether a guess or a fear is so, a pair."""

    PERSON = "person"
    GUESS = "guess"
    FEAR = "fear"
    PAIR = "pair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wonder:
    """One thing to ask.

    Attributes:
        person: Whom to ask; None where a number is of the whole organisation.
        line: The guessed number; only of GUESS.
        pair: Only of FEAR and PAIR.
    """

    about: About
    person: Person | None = None
    line: MetricLine | None = None
    pair: Pair | None = None


def wonders(found: AlignmentMap) -> tuple[Wonder, ...]:
    """Return what to ask: who has no number, guesses, unchecked fears, pairs nobody looked at."""
    return (
        *(Wonder(about=About.PERSON, person=each) for each in found.unmeasured),
        *_guesses(found),
        *_pairs(found),
    )


def _guesses(found: AlignmentMap) -> Iterator[Wonder]:
    for group in found.theirs:
        for line in group.lines:
            if line.metric.basis is Basis.GUESS:
                yield Wonder(about=About.GUESS, person=group.person, line=line)


def _pairs(found: AlignmentMap) -> Iterator[Wonder]:
    whose = {line.metric.id: line.person for group in found.theirs for line in group.lines}
    for each in found.pairs:
        if each.is_feared:
            yield Wonder(about=About.FEAR, person=whose[each.theirs.id], pair=each)
    for each in found.pairs:
        if not each.is_looked_at:
            yield Wonder(about=About.PAIR, person=whose[each.theirs.id], pair=each)
