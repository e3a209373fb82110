"""Whether one side's numbers work against the other's."""

import pytest

from journal.analysis.alignment import Pair, pairs, unmeasured
from journal.domain.metric import Effect
from journal.domain.record import Side
from tests.analysis.case import FEAR_REFUTED, SERVICE, SPEND, STOCK_OUTS, SUPPORTS, UNITS, case
from tests.analysis.made import LUIS, TODAY, alignment, person

AGAINST, NEUTRAL, FOR = Effect


def test_pairs_are_each_of_theirs_beside_each_of_ours() -> None:
    """Looked at or not: two by two are four."""
    found = pairs([SPEND, UNITS, STOCK_OUTS, SERVICE], [FEAR_REFUTED, SUPPORTS])
    assert found == (
        Pair(theirs=SPEND, ours=UNITS, alignment=FEAR_REFUTED),
        Pair(theirs=SPEND, ours=SERVICE, alignment=None),
        Pair(theirs=STOCK_OUTS, ours=UNITS, alignment=None),
        Pair(theirs=STOCK_OUTS, ours=SERVICE, alignment=SUPPORTS),
    )
    assert (SPEND.side, UNITS.side) == (Side.THEIRS, Side.OURS)


@pytest.mark.parametrize(
    ("perceived", "checked", "looked_at", "feared", "turning_point"),
    [
        (None, None, False, False, False),
        (AGAINST, None, True, True, False),
        (AGAINST, AGAINST, True, False, False),
        (AGAINST, NEUTRAL, True, False, True),
        (AGAINST, FOR, True, False, True),
        (NEUTRAL, FOR, True, False, False),
        (FOR, AGAINST, True, False, False),
        (None, FOR, True, False, False),
    ],
)
def test_the_turning_point_is_a_fear_that_was_checked_and_is_none(
    perceived: Effect | None,
    checked: Effect | None,
    looked_at: bool,  # noqa: FBT001
    feared: bool,  # noqa: FBT001
    turning_point: bool,  # noqa: FBT001
) -> None:
    """She believed that our growth hurts her number; looked at together, it does not."""
    pair = Pair(
        theirs=SPEND,
        ours=UNITS,
        alignment=alignment(SPEND, UNITS, perceived=perceived, checked=checked),
    )
    assert pair.is_looked_at is looked_at
    assert pair.is_feared is feared
    assert pair.is_turning_point is turning_point


def test_a_pair_that_nobody_looked_at_is_none_of_it() -> None:
    """Dotted in the window."""
    pair = Pair(theirs=SPEND, ours=UNITS, alignment=None)
    assert (pair.is_looked_at, pair.is_feared, pair.is_turning_point) == (False, False, False)


def test_unmeasured_is_who_is_there_and_has_no_number() -> None:
    """Luis is new; M. Reyes has left."""
    assert unmeasured(case(), TODAY) == (person(LUIS),)
