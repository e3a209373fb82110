"""The order of the accounts, by each column."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from journal.analysis.losses import Counts
from journal.analysis.portfolio import Flag, PortfolioRow
from journal.analysis.promises import Kept
from journal.domain.account import Account, Aim
from journal.domain.meeting import Meeting
from journal.domain.rating import Level, Rating
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.span import When
from journal.ui.portfolio.columns import Column, meaning, ordered, title


def told(name: str, **fields: Any) -> PortfolioRow:  # noqa: ANN401  any field of a row
    """Make a row about which nothing is known."""
    empty = PortfolioRow(
        account=Account(id=AccountId(RecordId(name)), name=name),
        ours=None,
        theirs=None,
        gap_steps=None,
        trend_steps=0,
        last=None,
        next=None,
        last_ten=Counts(),
        ours_kept=Kept(),
        theirs_kept=Kept(),
        guesses=0,
        flags=(),
        first=None,
        latest=None,
    )
    return replace(empty, **fields)


def rated(level: Level) -> Rating:
    """Rate."""
    return Rating(id=RecordId("r"), account_id=AccountId(RecordId("a")), day=DAY, level=level)


def met(day: str) -> Meeting:
    """Meet on a day."""
    return Meeting(
        id=MeetingId(RecordId(day)),
        account_id=AccountId(RecordId("a")),
        when=When.from_iso(f"{day}T10:00", "Europe/Prague"),
    )


def aimed(name: str, aim: Aim) -> PortfolioRow:
    """Aim at something."""
    return told(name, account=Account(id=AccountId(RecordId(name)), name=name, aim=aim))


DAY = date(2026, 11, 1)
# Of each column: three accounts by name, and in which order they stand, what asks most first.
ORDERS: list[tuple[Column, tuple[PortfolioRow, ...], str]] = [
    (Column.ACCOUNT, (told("a"), told("b"), told("c")), "abc"),
    (
        Column.FLAGS,
        (
            told("a", flags=(Flag.OVERDUE,)),
            told("b", flags=(Flag.SLIDES, Flag.STALE)),
            told("c", flags=(Flag.OVERDUE, Flag.STALE)),
        ),
        "cab",
    ),
    (
        Column.AIM,
        (aimed("a", Aim.MAINTAIN), aimed("b", Aim.RAISE), aimed("c", Aim.REPAIR)),
        "cba",
    ),
    (
        Column.OURS,
        tuple(told(n, ours=rated(Level(v))) for n, v in (("a", 4), ("b", 1), ("c", 4))),
        "bac",
    ),
    (
        Column.THEIRS,
        tuple(told(n, theirs=rated(Level(v))) for n, v in (("a", 5), ("b", 3), ("c", 2))),
        "cba",
    ),
    (Column.GAP, tuple(told(n, gap_steps=v) for n, v in (("a", 0), ("b", -2), ("c", 1))), "bac"),
    (
        Column.TREND,
        tuple(
            told(n, trend_steps=v, ours=rated(Level.NEUTRAL))
            for n, v in (("a", 1), ("b", -1), ("c", 0))
        ),
        "bca",
    ),
    (
        Column.LAST,
        tuple(
            told(n, last=met(v))
            for n, v in (("a", "2026-03-03"), ("b", "2026-01-01"), ("c", "2025-12-31"))
        ),
        "cba",
    ),
    (
        Column.NEXT,
        tuple(
            told(n, next=met(v))
            for n, v in (("a", "2027-03-03"), ("b", "2026-12-01"), ("c", "2027-01-01"))
        ),
        "bca",
    ),
    (
        Column.LOST,
        tuple(
            told(n, last_ten=Counts(held=held, lost=lost))
            for n, held, lost in (("a", 6, 4), ("b", 5, 5), ("c", 1, 4))
        ),
        "bca",
    ),
    (
        Column.WE_KEPT,
        tuple(
            told(n, ours_kept=Kept(in_time=kept, overdue=late))
            for n, kept, late in (("a", 9, 1), ("b", 1, 3), ("c", 0, 1))
        ),
        "bca",
    ),
    (
        Column.THEY_KEPT,
        tuple(
            told(n, theirs_kept=Kept(in_time=kept, late=late))
            for n, kept, late in (("a", 2, 0), ("b", 0, 1), ("c", 1, 0))
        ),
        "bca",
    ),
    (Column.GUESSES, tuple(told(n, guesses=v) for n, v in (("a", 0), ("b", 7), ("c", 3))), "bca"),
]


def names(rows: Any) -> str:  # noqa: ANN401  whatever holds rows
    """Name the accounts in their order."""
    return "".join(each.account.name for each in rows)


@pytest.mark.parametrize(("column", "rows", "order"), ORDERS)
def test_what_asks_most_stands_first(
    column: Column, rows: tuple[PortfolioRow, ...], order: str
) -> None:
    """Damaged before strained, longest ago before yesterday, five lost before four."""
    assert names(ordered(rows, column, is_turned=False)) == order


@pytest.mark.parametrize(("column", "rows", "order"), ORDERS)
def test_turned_round_the_unknown_still_stands_last(
    column: Column, rows: tuple[PortfolioRow, ...], order: str
) -> None:
    """Who asks for the best wants no empty cells first."""
    rows = (*rows, told("z"))
    known = {Column.ACCOUNT, Column.AIM, Column.GUESSES}
    turned = names(ordered(rows, column, is_turned=True))
    if column not in known:
        assert turned[-1] == "z"
        assert names(ordered(rows, column, is_turned=False)) == f"{order}z"
    if order != "bac" or column is not Column.OURS:
        assert turned.replace("z", "") == order[::-1]


def test_equal_ones_stand_by_name_either_way() -> None:
    """Else the same click would shuffle them."""
    rows = [told(name, ours=rated(Level.NEUTRAL)) for name in "abc"]
    assert names(ordered(rows, Column.OURS, is_turned=False)) == "abc"
    assert names(ordered(rows, Column.OURS, is_turned=True)) == "abc"


def test_each_column_has_a_title_and_a_meaning() -> None:
    """Short above, whole in its tip."""
    assert len({title(each) for each in Column}) == len(Column) == 13
    assert len({meaning(each) for each in Column}) == len(Column)
