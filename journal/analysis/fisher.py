"""Fisher's exact test of a two by two table, and of the worst of several slots."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import comb


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Lost and held meetings of one slot against those of all other slots; none below zero."""

    lost_here: int
    held_here: int
    lost_elsewhere: int
    held_elsewhere: int

    def __post_init__(self) -> None:
        cells = (self.lost_here, self.held_here, self.lost_elsewhere, self.held_elsewhere)
        if min(cells) < 0:
            message = f"a table counts from zero: {cells}"
            raise ValueError(message)

    @property
    def here(self) -> int:
        """Meetings in the slot."""
        return self.lost_here + self.held_here

    @property
    def elsewhere(self) -> int:
        """Meetings in all other slots."""
        return self.lost_elsewhere + self.held_elsewhere

    @property
    def lost(self) -> int:
        """Lost meetings of all slots."""
        return self.lost_here + self.lost_elsewhere

    @property
    def total(self) -> int:
        """All meetings of the table."""
        return self.here + self.elsewhere


def two_sided(table: Table) -> Fraction:
    """Return the exact two-sided p of a table.

    Were the slot of no account, each way to spread the lost meetings over all of them would
    be as likely as any other. The p is the share of those ways whose table, with the same
    sums of rows and columns, is no likelier than the one that was observed.

    Source: R. A. Fisher, The Design of Experiments, 1935, chapter 2; two-sided as in R's
    fisher.test, but in whole numbers, so that no tie is decided by rounding.
    """
    by_lost = _ways(table.here, total=table.total, lost=table.lost)
    observed = by_lost[table.lost_here]
    as_rare = sum(each for each in by_lost.values() if each <= observed)
    return Fraction(as_rare, comb(table.total, table.lost))


def two_sided_as_worst(table: Table, sizes: Sequence[int]) -> Fraction:
    """Return the p of a slot that was picked because it looked the worst of several.

    It is the chance, at most, that any of the slots comes out with a p as small as that of the
    table: the sum, over the slots, of how likely each of them is to. A slot that was tried too
    seldom ever to look so bad adds nothing, so that many odd hours do not drown a true answer.
    Of two slots it is the plain p: what one lost too often the other lost too seldom, which is
    one comparison.

    Source: Bonferroni's correction for exact tests; R. E. Tarone, Biometrics 46 (1990),
    515-522; P. H. Westfall and R. D. Wolfinger, The American Statistician 51 (1997), 3-8.

    Args:
        table: One slot against all others.
        sizes: How many meetings each slot has, that of the table among them.
    """
    p = two_sided(table)
    if len(sizes) <= 2:  # noqa: PLR2004  one comparison
        return p
    as_rare = sum(
        slots * _as_rare(_ways(here, total=table.total, lost=table.lost), p)
        for here, slots in Counter(sizes).items()
    )
    return min(Fraction(as_rare, comb(table.total, table.lost)), Fraction(1))


def _ways(here: int, *, total: int, lost: int) -> dict[int, int]:
    """Count the ways to spread the lost meetings, by how many of them fall on the slot."""
    elsewhere = total - here
    lowest = max(0, lost - elsewhere)
    ways = comb(here, lowest) * comb(elsewhere, lost - lowest)
    by_lost = {lowest: ways}
    for lost_here in range(lowest, min(lost, here)):
        # C(here, n+1) C(elsewhere, rest-1) from C(here, n) C(elsewhere, rest): exact, and far
        # quicker than two binomials at each step.
        rest = lost - lost_here
        ways = ways * (here - lost_here) * rest // ((lost_here + 1) * (elsewhere - rest + 1))
        by_lost[lost_here + 1] = ways
    return by_lost


def _as_rare(by_lost: Mapping[int, int], p: Fraction) -> int:
    """Count the ways of all outcomes whose own p is at most so much."""
    all_ways = sum(by_lost.values())
    found = so_far = 0
    for ways, alike in groupby(sorted(by_lost.values())):
        so_far += ways * len(tuple(alike))
        if so_far > p * all_ways:
            break
        found = so_far
    return found
