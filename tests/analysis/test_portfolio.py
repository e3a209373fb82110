"""One row an account: which stand still, which slide, whom we have not seen."""

from datetime import date

import pytest

from journal.analysis.losses import Counts
from journal.analysis.portfolio import Flag, PortfolioRow, portfolio_row
from journal.analysis.promises import Kept
from journal.domain.meeting import Status
from journal.domain.rating import Level
from journal.domain.record import Side
from journal.domain.relationship import Relationship
from tests.analysis.case import LAST, NEXT, SHE_SAID, STRAINED, case
from tests.analysis.made import (
    NOW,
    account,
    cancelled,
    meeting,
    on,
    option,
    promise,
    rating,
    relationship,
    vision,
)

FRESH = meeting("2026-11-20T10:00")


def flags(**fields: object) -> tuple[Flag, ...]:
    """Tell the flags of an account."""
    return portfolio_row(relationship(**fields), now=NOW).flags


def test_the_row_of_the_case() -> None:
    """Up one step, they see it one better; of the last ten five were lost."""
    assert portfolio_row(case(), now=NOW) == PortfolioRow(
        account=case().account,
        ours=STRAINED,
        theirs=SHE_SAID,
        gap_steps=1,
        trend_steps=1,
        last=LAST,
        next=NEXT,
        # 7 May, 21 May, 25 June, 9 July and 30 July were lost; five others were held.
        last_ten=Counts(held=5, lost=5),
        ours_kept=Kept(in_time=1, late=1, overdue=1),
        theirs_kept=Kept(),
        guesses=4,
        flags=(Flag.OVERDUE, Flag.STALE),
        first=date(2024, 1, 15),
        latest=date(2026, 12, 1),
    )


def test_a_new_account_has_an_empty_row() -> None:
    """Nothing known is nothing wrong."""
    assert portfolio_row(relationship(), now=NOW) == PortfolioRow(
        account=account(),
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


def test_the_last_ten_are_held_or_lost() -> None:
    """Twelve and one of our own: the two oldest and ours are not in it."""
    meetings = (
        *(cancelled(f"2026-01-{day:02}T10:00") for day in (5, 6, 7)),
        *(meeting(f"2026-02-{day:02}T10:00") for day in range(2, 11)),
        cancelled("2026-03-01T10:00", Side.OURS),
        meeting("2026-12-01T10:00", Status.PLANNED),
    )
    row = portfolio_row(relationship(meetings=meetings), now=NOW)
    assert row.last_ten == Counts(held=9, lost=1)


@pytest.mark.parametrize(
    ("fields", "raised"),
    [
        ({"promises": (promise(Side.OURS, "2026-11-22"),)}, (Flag.OVERDUE,)),
        ({"promises": (promise(Side.THEIRS, "2026-11-22"),)}, ()),
        ({"meetings": (meeting("2026-11-20T10:00", Status.PLANNED),)}, (Flag.UNRECORDED,)),
        (
            {"account": account(contact_interval_days=2), "meetings": (FRESH,)},
            (Flag.OUT_OF_TOUCH,),
        ),
        (
            {"options": tuple(option("no", f"2026-0{month}-01") for month in (1, 2, 3))},
            (Flag.STALL,),
        ),
        (
            {
                "ratings": (
                    rating("2025-06-01", Level.POSITIVE),
                    rating("2026-11-01", Level.POSITIVE),
                )
            },
            (Flag.SAME_AS_LAST_YEAR,),
        ),
        ({"ratings": (rating("2026-08-01", Level.NEUTRAL),)}, (Flag.STALE,)),
    ],
)
def test_each_flag_is_raised_by_its_own_cause(
    fields: dict[str, object], raised: tuple[Flag, ...]
) -> None:
    """Alone, so that none hides behind another."""
    assert flags(**fields) == raised


@pytest.mark.parametrize(
    ("fell_on", "slides"), [("2026-11-01", True), ("2025-11-23", True), ("2025-11-22", False)]
)
def test_it_slides_where_the_last_change_was_down_within_a_year(
    fell_on: str,
    slides: bool,  # noqa: FBT001
) -> None:
    """A fall of long ago that was confirmed since is where it stands, not where it goes."""
    ratings = (
        rating("2025-01-01", Level.POSITIVE),
        rating(fell_on, Level.NEUTRAL),
        rating("2026-11-20", Level.NEUTRAL),
    )
    assert (Flag.SLIDES in flags(ratings=ratings)) is slides


def test_flags_stand_with_the_most_pressing_first() -> None:
    """In the order in which they are defined."""
    found: Relationship = relationship(
        ratings=(rating("2025-06-01", Level.OUTSTANDING), rating("2026-01-01", Level.POSITIVE)),
        promises=(promise(Side.OURS, "2026-11-22"),),
        visions=(vision(Side.OURS, noted_on=on("2025-01-01")),),
    )
    assert portfolio_row(found, now=NOW).flags == (
        Flag.OVERDUE,
        Flag.SLIDES,
        Flag.SAME_AS_LAST_YEAR,
        Flag.STALE,
    )
