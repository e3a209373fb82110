"""The columns of the portfolio: what each is called, what it means, and in what order it stands."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from journal.analysis.portfolio import Flag, PortfolioRow
from journal.analysis.promises import Kept
from journal.domain.account import Aim
from journal.wording import _

_AIMS = tuple(Aim)
_FLAGS = tuple(Flag)


class Column(IntEnum):
    """From left to right."""

    ACCOUNT = 0
    FLAGS = 1
    AIM = 2
    OURS = 3
    THEIRS = 4
    GAP = 5
    TREND = 6
    LAST = 7
    NEXT = 8
    LOST = 9
    WE_KEPT = 10
    THEY_KEPT = 11
    GUESSES = 12


# Of these the most stands first, until they are turned round; of the others the least.
MOST_FIRST = frozenset({Column.LOST, Column.GUESSES})

Key = tuple[float, ...] | None


def title(column: Column) -> str:
    """Say in a word or two what stands below."""
    return {
        Column.ACCOUNT: _("Account"),
        Column.FLAGS: _("Asks for attention"),
        Column.AIM: _("Aim"),
        Column.OURS: _("Ours"),
        Column.THEIRS: _("Theirs"),
        Column.GAP: _("Gap"),
        Column.TREND: _("Trend"),
        Column.LAST: _("Last"),
        Column.NEXT: _("Next"),
        Column.LOST: _("Lost"),
        Column.WE_KEPT: _("We kept"),
        Column.THEY_KEPT: _("They kept"),
        Column.GUESSES: _("Guesses"),
    }[column]


def meaning(column: Column) -> str:
    """Say what exactly is counted or shown below."""
    return {
        Column.ACCOUNT: _("The account, by name"),
        Column.FLAGS: _("What asks for attention, the most pressing first"),
        Column.AIM: _("Repair, raise or maintain"),
        Column.OURS: _("Our latest rating of the relationship"),
        Column.THEIRS: _("Their latest rating, as they said it"),
        Column.GAP: _("Steps between theirs and ours; above zero they see it better"),
        Column.TREND: _("Steps of the last change of our rating"),
        Column.LAST: _("The last meeting that was held"),
        Column.NEXT: _("The next meeting that is planned"),
        Column.LOST: _("Lost, of the last ten that were held or lost"),
        Column.WE_KEPT: _("Our promises kept in time, of those that were due"),
        Column.THEY_KEPT: _("Their promises kept in time, of those that were due"),
        Column.GUESSES: _("Lines about them that are still a guess"),
    }[column]


def ordered(
    rows: Iterable[PortfolioRow], column: Column, *, is_turned: bool
) -> Sequence[PortfolioRow]:
    """Sort by a column: what asks most stands first, or last where it is turned round.

    What is not known there stands at the end either way; what is equal keeps its order.

    Args:
        rows: By name.
    """
    if column is Column.ACCOUNT:
        return tuple(rows)[:: -1 if is_turned else 1]
    keyed = [(_KEYS[column](row), row) for row in rows]
    known = [(key, row) for key, row in keyed if key is not None]
    known.sort(key=_first, reverse=is_turned)  # turned round, equal ones keep their order too
    return [*(row for _key, row in known), *(row for key, row in keyed if key is None)]


def _first(pair: tuple[tuple[float, ...], PortfolioRow]) -> tuple[float, ...]:
    return pair[0]


def _flags(row: PortfolioRow) -> Key:
    if not row.flags:
        return None
    # The end counts more than any flag: who has one more stands before who has not.
    return (*(float(_FLAGS.index(each)) for each in row.flags), float(len(_FLAGS)))


def _aim(row: PortfolioRow) -> Key:
    return (float(_AIMS.index(row.account.aim)),)


def _ours(row: PortfolioRow) -> Key:
    return None if row.ours is None else (float(row.ours.level),)


def _theirs(row: PortfolioRow) -> Key:
    return None if row.theirs is None else (float(row.theirs.level),)


def _gap(row: PortfolioRow) -> Key:
    return None if row.gap_steps is None else (float(row.gap_steps),)


def _trend(row: PortfolioRow) -> Key:
    return None if row.ours is None else (float(row.trend_steps),)


def _last(row: PortfolioRow) -> Key:
    return None if row.last is None else (row.last.when.instant.timestamp(),)


def _next(row: PortfolioRow) -> Key:
    return None if row.next is None else (row.next.when.instant.timestamp(),)


def _lost(row: PortfolioRow) -> Key:
    counts = row.last_ten
    return (float(-counts.lost), float(counts.held)) if counts.counted else None


def _we_kept(row: PortfolioRow) -> Key:
    return _missed(row.ours_kept)


def _they_kept(row: PortfolioRow) -> Key:
    return _missed(row.theirs_kept)


def _missed(kept: Kept) -> Key:
    return (float(kept.in_time - kept.due), float(kept.in_time)) if kept.due else None


def _guesses(row: PortfolioRow) -> Key:
    return (float(-row.guesses),)


_KEYS = {
    Column.FLAGS: _flags,
    Column.AIM: _aim,
    Column.OURS: _ours,
    Column.THEIRS: _theirs,
    Column.GAP: _gap,
    Column.TREND: _trend,
    Column.LAST: _last,
    Column.NEXT: _next,
    Column.LOST: _lost,
    Column.WE_KEPT: _we_kept,
    Column.THEY_KEPT: _they_kept,
    Column.GUESSES: _guesses,
}
