"""Fisher's exact test against published p-values and against its own definition."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.fisher import Table, two_sided

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
