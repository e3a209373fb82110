"""Fisher's exact test of a two by two table."""

from dataclasses import dataclass
from fractions import Fraction
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
    lowest = max(0, table.lost - table.elsewhere)
    highest = min(table.lost, table.here)
    ways = comb(table.here, lowest) * comb(table.elsewhere, table.lost - lowest)
    by_lost = {lowest: ways}
    for lost in range(lowest, highest):
        # C(here, lost+1) C(elsewhere, rest-1) from C(here, lost) C(elsewhere, rest): exact,
        # and far quicker than two binomials at each step.
        rest = table.lost - lost
        ways = ways * (table.here - lost) * rest
        ways //= (lost + 1) * (table.elsewhere - rest + 1)
        by_lost[lost + 1] = ways
    observed = by_lost[table.lost_here]
    as_rare = sum(each for each in by_lost.values() if each <= observed)
    return Fraction(as_rare, comb(table.total, table.lost))
