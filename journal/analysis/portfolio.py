"""One row an account: which stand still, which slide, whom we have not seen."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from journal.analysis.contact import (
    is_out_of_touch,
    last_held,
    next_planned,
    today_at,
    unrecorded,
)
from journal.analysis.guesses import guesses
from journal.analysis.losses import Counts, counts, is_lost
from journal.analysis.promises import Kept, kept, overdue
from journal.analysis.standing import Standing, standing
from journal.analysis.standstill import is_same_as_last_year, stall
from journal.analysis.trend import Trend
from journal.domain.account import Account
from journal.domain.meeting import Meeting, Status
from journal.domain.rating import Facet, Rating
from journal.domain.record import Side
from journal.domain.relationship import Relationship

LAST_MEETINGS = 10
SLIDES_FOR = timedelta(days=365)


class Flag(StrEnum):
    """What an account asks attention for, the most pressing first.

    OVERDUE: we owe something after its day. UNRECORDED: a past meeting asks for its outcome.
    SLIDES: the last change of our rating was down, within a year. STALE: our rating is to be
    asked for again. The others are as `contact` and `standstill` define them.
    """

    OVERDUE = "overdue"
    UNRECORDED = "unrecorded"
    SLIDES = "slides"
    OUT_OF_TOUCH = "out_of_touch"
    STALL = "stall"
    SAME_AS_LAST_YEAR = "same_as_last_year"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRow:
    """One account beside the others; `account.aim` groups it.

    Attributes:
        ours: Our latest rating; None where we never rated.
        theirs: The latest they said; None where they never did.
        gap_steps: Theirs minus ours; None without both.
        trend_steps: Of our last change, up above zero; 0 without one.
        last: The last meeting held; None where none was.
        next: The next planned; None without.
        last_ten: Held and lost, of the last ten that were either.
        ours_kept: How we keep our promises; `theirs_kept` likewise.
        guesses: How many lines about them are still a guess.
        flags: In the order of `Flag`.
        first: The day of the earliest meeting or overall rating; None where there is none.
        latest: The day of the latest, past or to come.
    """

    account: Account
    ours: Rating | None
    theirs: Rating | None
    gap_steps: int | None
    trend_steps: int
    last: Meeting | None
    next: Meeting | None
    last_ten: Counts
    ours_kept: Kept
    theirs_kept: Kept
    guesses: int
    flags: tuple[Flag, ...]
    first: date | None
    latest: date | None


def portfolio_row(relationship: Relationship, *, now: datetime) -> PortfolioRow:
    """Sum up one account.

    Args:
        now: Aware.
    """
    today = today_at(relationship.account, now)
    view = standing(relationship, today=today)
    concluded = [
        each for each in relationship.meetings if each.status is Status.HELD or is_lost(each)
    ]
    days = [each.when.day for each in relationship.meetings]
    days += [each.day for each in relationship.ratings if each.facet is Facet.OVERALL]
    return PortfolioRow(
        account=relationship.account,
        ours=view.ours.rating if view.ours else None,
        theirs=view.said.rating if view.said else None,
        gap_steps=view.gap.steps if view.gap else None,
        trend_steps=view.trend.steps if view.trend else 0,
        last=last_held(relationship.meetings, now),
        next=next_planned(relationship.meetings, now),
        last_ten=counts(concluded[-LAST_MEETINGS:], now),
        ours_kept=kept(relationship.promises, Side.OURS, today=today),
        theirs_kept=kept(relationship.promises, Side.THEIRS, today=today),
        guesses=len(guesses(relationship, today=today)),
        flags=_flags(relationship, view, now),
        first=min(days, default=None),
        latest=max(days, default=None),
    )


def _flags(relationship: Relationship, view: Standing, now: datetime) -> tuple[Flag, ...]:
    today = today_at(relationship.account, now)
    raised = {
        Flag.OVERDUE: bool(overdue(relationship.promises, Side.OURS, today=today)),
        Flag.UNRECORDED: bool(unrecorded(relationship.meetings, now)),
        Flag.SLIDES: view.trend is not None and _slides(view.trend, today),
        Flag.OUT_OF_TOUCH: is_out_of_touch(relationship, now),
        Flag.STALL: stall(relationship.options) is not None,
        Flag.SAME_AS_LAST_YEAR: is_same_as_last_year(relationship, today),
        Flag.STALE: view.ours is not None and view.ours.is_stale,
    }
    return tuple(each for each in Flag if raised[each])


def _slides(found: Trend, today: date) -> bool:
    return found.steps < 0 and today - found.since <= SLIDES_FOR
