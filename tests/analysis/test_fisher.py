"""Fisher's exact test against published p-values and against its own definition."""

from fractions import Fraction
from itertools import product
from math import comb, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.fisher import Table, two_sided, two_sided_as_worst

cells = st.integers(0, 12)
tables = st.builds(
    Table, lost_here=cells, held_here=cells, lost_elsewhere=cells, held_elsewhere=cells
)


def table(lost_here: int, held_here: int, lost_elsewhere: int, held_elsewhere: int) -> Table:
    """Make a table row by row."""
    return Table(
        lost_here=lost_here,
        held_here=held_here,
        lost_elsewhere=lost_elsewhere,
        held_elsewhere=held_elsewhere,
    )


@pytest.mark.parametrize(
    ("observed", "published"),
    [
        # The lady tasting tea: Fisher 1935; R's ?fisher.test prints 0.4857.
        (table(3, 1, 1, 3), "0.4857"),
        # Convictions of like-sex twins: R's ?fisher.test prints 0.0005367.
        (table(2, 15, 10, 3), "0.0005367"),
        # SciPy's page on fisher_exact: 0.0350 and 0.1026.
        (table(8, 2, 1, 5), "0.0350"),
        (table(6, 2, 1, 4), "0.1026"),
        # Wikipedia, "Fisher's exact test": studying teenagers, 0.002759.
        (table(1, 11, 9, 3), "0.002759"),
    ],
)
def test_published_p_values_come_out(observed: Table, published: str) -> None:
    """Other people's arithmetic, to the last digit that they printed."""
    digits = len(published.partition(".")[2])
    assert f"{float(two_sided(observed)):.{digits}f}" == published


def test_the_tea_is_seventeen_of_thirty_five() -> None:
    """By hand: C(8,4) = 70 ways; 16 and 1 to do so well or better, as many to do so badly."""
    assert two_sided(table(3, 1, 1, 3)) == Fraction(34, 70)


def test_the_case_is_five_of_twenty_six() -> None:
    """By hand: 7 of 11 Thursdays lost, 0 of 3 Tuesdays.

    C(14,3) = 364 ways to choose which three of the fourteen are Tuesdays; C(7,3) = 35 in
    which all three are held ones, and as many in which all three are lost ones.
    """
    assert two_sided(table(7, 4, 0, 3)) == Fraction(70, 364) == Fraction(5, 26)


@pytest.mark.parametrize(
    "degenerate",
    [table(0, 0, 0, 0), table(5, 0, 0, 0), table(0, 5, 0, 5), table(5, 0, 5, 0)],
)
def test_a_table_that_could_not_be_another_has_p_one(degenerate: Table) -> None:
    """With an empty row or column there is only one way to fill it."""
    assert two_sided(degenerate) == 1


def test_the_worst_of_three_is_three_times_as_likely() -> None:
    """By hand: four of twelve lost, all in one of three slots with four meetings each.

    C(12,4) = 495 ways to lose four; in one of them all are in this slot, in three in any slot.
    """
    assert two_sided(table(4, 0, 0, 8)) == Fraction(1, 495)
    assert two_sided_as_worst(table(4, 0, 0, 8), (4, 4, 4)) == Fraction(3, 495)


def test_two_losses_in_the_same_of_five_slots_could_be_chance() -> None:
    """By hand: C(10,2) = 45 ways to lose two of ten, 5 of them in the same of five pairs.

    By itself the slot has p = 1/45 = 0.022 and would pass for proof; that one of the five shows
    it is 1/9.
    """
    assert two_sided(table(2, 0, 0, 8)) == Fraction(1, 45)
    assert two_sided_as_worst(table(2, 0, 0, 8), (2, 2, 2, 2, 2)) == Fraction(1, 9)


def test_of_two_slots_there_is_one_comparison() -> None:
    """What is lost too often on Thursday is lost too seldom on Tuesday: the plain p."""
    assert two_sided_as_worst(table(7, 4, 0, 3), (11, 3)) == Fraction(5, 26)


def test_a_slot_that_was_tried_too_seldom_adds_nothing() -> None:
    """7 of 11 Thursdays lost, and 4 of 23 others, which nearly all stood alone (the sample).

    SciPy 1.17, fisher_exact([[7, 4], [4, 19]]): 0.016010653. Three meetings in a slot could
    at the worst all be lost: C(11,3) of C(34,3), 165 of 5984, 0.0276, which is not so rare. A
    plain Bonferroni would say 19 times 0.016 = 0.30, for slots that could never be the worst.
    """
    thursdays = table(7, 4, 4, 19)
    alone = two_sided(thursdays)
    assert f"{float(alone):.9f}" == "0.016010653"
    sizes = (11, 3, 2, 2, 2, *(1 for _each in range(14)))
    assert two_sided_as_worst(thursdays, sizes) == alone


def test_other_slots_add_what_they_can_reach() -> None:
    """By hand: slots of 3, 2 and 5 meetings; 3 of all 10 lost, all of them in the first.

    C(10,3) = 120 ways. In the first slot all three: 1 way, p = 1/120. Two meetings hold at most
    two: 8 ways, never so rare. Of five, none lost is C(5,3) = 10 ways and so are all three. So
    nothing but the first slot itself is as rare. Were only two of its three lost, 21 ways, then
    0, 2 and 3 together are 35 + 21 + 1 = 57 and 1 has 63: p = 22/120. As rare are: in the first
    slot 2 or 3 (22 ways), in the second 2 (8 ways), in the third 0 or 3 (20 ways): 50 of 120.
    """
    sizes = (3, 2, 5)
    assert two_sided_as_worst(table(3, 0, 0, 7), sizes) == Fraction(1, 120)
    assert two_sided(table(2, 1, 1, 6)) == Fraction(22, 120)
    assert two_sided_as_worst(table(2, 1, 1, 6), sizes) == Fraction(50, 120)


@given(st.lists(st.integers(1, 4), min_size=3, max_size=5), st.data())
def test_it_is_never_less_than_how_often_any_slot_looks_so_bad(
    sizes: list[int], data: st.DataObject
) -> None:
    """Counted out over every way to lose the meetings; nor is it less than the plain p."""
    lost = data.draw(st.integers(1, sum(sizes) - 1))
    here = data.draw(st.integers(max(0, lost - sum(sizes[1:])), min(lost, sizes[0])))

    def p_of(size: int, lost_there: int) -> Fraction:
        rest = lost - lost_there
        return two_sided(
            table(lost_there, size - lost_there, rest, sum(sizes) - size - rest),
        )

    observed = p_of(sizes[0], here)
    as_bad = 0
    for spread in product(*(range(size + 1) for size in sizes)):
        pairs = tuple(zip(sizes, spread, strict=True))
        if sum(spread) == lost and any(p_of(*each) <= observed for each in pairs):
            as_bad += prod(comb(*each) for each in pairs)
    corrected = two_sided_as_worst(
        table(here, sizes[0] - here, lost - here, sum(sizes[1:]) - lost + here), sizes
    )
    assert observed <= corrected <= 1
    assert Fraction(as_bad, comb(sum(sizes), lost)) <= corrected


@given(tables)
def test_p_is_the_sum_over_no_likelier_tables(observed: Table) -> None:
    """The running product must give what the definition gives, binomial by binomial."""
    ways = {
        lost: comb(observed.here, lost) * comb(observed.elsewhere, observed.lost - lost)
        for lost in range(min(observed.here, observed.lost) + 1)
    }
    likely = sum(each for each in ways.values() if each <= ways[observed.lost_here])
    assert two_sided(observed) == Fraction(likely, comb(observed.total, observed.lost))


@given(tables)
def test_p_is_the_same_from_either_side(observed: Table) -> None:
    """Neither lost and held, nor here and elsewhere, comes first."""
    swapped_rows = table(
        observed.lost_elsewhere, observed.held_elsewhere, observed.lost_here, observed.held_here
    )
    swapped_columns = table(
        observed.held_here, observed.lost_here, observed.held_elsewhere, observed.lost_elsewhere
    )
    assert two_sided(observed) == two_sided(swapped_rows) == two_sided(swapped_columns)
    assert 0 < two_sided(observed) <= 1


def test_thousands_of_meetings_are_exact() -> None:
    """Floating point would give up here; 500 of 1,000 everywhere is no difference at all."""
    assert two_sided(table(500, 500, 2_000, 2_000)) == 1
    assert two_sided(table(900, 100, 1_100, 2_900)) < Fraction(1, 10**100)


def test_a_table_counts_from_zero() -> None:
    """Less is a bug of the caller."""
    with pytest.raises(ValueError, match="from zero"):
        table(-1, 0, 0, 0)
