"""Which lines about the customer are still only our guess."""

from datetime import date

from journal.analysis.people import has_left, is_valid
from journal.domain.metric import Metric
from journal.domain.person import StandingCommitment
from journal.domain.plan import Alternative, Barrier, Criterion, Interest, Vision
from journal.domain.record import Basis, PersonId, Side
from journal.domain.relationship import Relationship

Guess = Metric | Vision | Interest | Criterion | Barrier | StandingCommitment | Alternative


def guesses(relationship: Relationship, *, today: date) -> tuple[Guess, ...]:
    """Return the guesses left, in the order in which to ask about them.

    How they are measured first, then their visions, interests, criteria, their share in what
    stands between us, their standing commitments, their alternatives. Not those that time
    settled: of people who left, barriers lifted, visions answered, commitments that ended. Our
    own side has no guesses; nor have norms ("you will"), which are proposals.
    """
    left = has_left(relationship, today)
    theirs: tuple[Guess, ...] = (
        *(each for each in relationship.metrics if each.side is Side.THEIRS),
        *(each for each in relationship.visions if _is_waiting(each)),
        *(each for each in relationship.interests if each.side is Side.THEIRS),
        *(each for each in relationship.criteria if each.side is Side.THEIRS),
        *(each for each in relationship.barriers if _is_their_open(each, today)),
        *(each for each in relationship.commitments if is_valid(each, today)),
        *(each for each in relationship.alternatives if each.side is Side.THEIRS),
    )
    return tuple(each for each in theirs if each.basis is Basis.GUESS and about(each) not in left)


def about(line: Guess) -> PersonId | None:
    """Return whose number, vision, interest or commitment a line is; None for the whole side."""
    if isinstance(line, Metric | Vision | Interest | StandingCommitment):
        return line.person_id
    return None


def _is_waiting(vision: Vision) -> bool:
    return vision.side is Side.THEIRS and vision.outcome is None


def _is_their_open(barrier: Barrier, today: date) -> bool:
    is_lifted = barrier.lifted_on is not None and barrier.lifted_on <= today
    return barrier.share is Side.THEIRS and not is_lifted
