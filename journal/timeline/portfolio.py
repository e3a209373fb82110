"""All accounts under each other on one scale of time: rating steps, and meetings held and lost.

A row is small: our steps and theirs as they said it, without guesses, goals or quotes, and the
meetings below. Which row stands where is decided once, by how the rating went or by how far the
two sides are apart.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import partial

from journal.analysis.portfolio import PortfolioRow
from journal.analysis.trend import Gap, Trend, gap, series, trend
from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.rating import Rating, Viewpoint
from journal.domain.record import AccountId, RecordId
from journal.domain.relationship import Relationship
from journal.levels import level_words
from journal.timeline.dates import Dates
from journal.timeline.extent import Extent, reached
from journal.timeline.index import prepare
from journal.timeline.outside import Outside
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import Lane
from journal.timeline.tracks import Track
from journal.timeline.words import counted, isolated
from journal.wording import _

# Our guess of theirs is not drawn here, and so not stepped through either.
_VIEWPOINTS = (Viewpoint.OURS, Viewpoint.THEIRS_SAID)


class Order(StrEnum):
    """What decides which account stands above which; those of which it is not known come last.

    Of those the one that was met most is first, so that a journal without ratings is of use, too.

    TREND: the last change of our rating, the deepest fall first, of equal ones the latest first.
    GAP: theirs minus ours, first where they see it worst compared with us.
    """

    TREND = "trend"
    GAP = "gap"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account beside the others.

    Attributes:
        trend: Of our rating; None where we never rated.
        gap: None where one of the sides never rated.
    """

    account: Account
    timeline: Timeline
    trend: Trend | None
    gap: Gap | None

    @property
    def drawn(self) -> tuple[Track[Rating] | Track[Meeting], ...]:
        """Ratings from the two sides, and meetings."""
        return *(self.timeline.steps[each] for each in _VIEWPOINTS), self.timeline.meetings

    def has(self, record_id: RecordId) -> bool:
        """Say whether a record is this account, or stands in its row."""
        return record_id == self.account.id or self.timeline.place_of(record_id) is not None

    @property
    def extent(self) -> Extent:
        """From when to when there are any of those."""
        return reached((each.times for each in self.drawn), self.timeline.now)

    @property
    def span(self) -> tuple[float, float] | None:
        """The first and the last of those, in UTC seconds; None where there is none."""
        times = [each.times for each in self.drawn if len(each)]
        return (min(each[0] for each in times), max(each[-1] for each in times)) if times else None

    @property
    def standing(self) -> str:
        """Where it stands and how it came there."""
        if self.trend is None:
            return level_words(None)
        level, before = level_words(self.trend.level), level_words(self.trend.before)
        if self.trend.steps > 0:
            return _("{level}, up from {before}").format(level=level, before=before)
        if self.trend.steps < 0:
            return _("{level}, down from {before}").format(level=level, before=before)
        return level

    @property
    def difference(self) -> str:
        """How each side sees it; where one of them never said, how we do."""
        if self.gap is None:
            return self.standing
        if not self.gap.steps:
            return _("{level} on both sides").format(level=level_words(self.gap.ours.level))
        return _("ours {ours}, theirs {theirs}").format(
            ours=level_words(self.gap.ours.level), theirs=level_words(self.gap.theirs.level)
        )

    @property
    def words(self) -> str:
        """All of it in a sentence or two."""
        told = [self.standing] if self.gap is None else [self.standing, self.difference]
        return _("{account}: {standing}. {whole}").format(
            account=isolated(self.timeline.title),
            standing="; ".join(told),
            whole=self.timeline.words,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """From when to when the accounts have something drawn, each where it has anything.

    Attributes:
        firsts: When each of them begins, in UTC seconds, ascending.
        latests: When each of them ends, likewise.
    """

    firsts: Sequence[float]
    latests: Sequence[float]

    def extent(self, now: float) -> Extent:
        """Return from when to when any of them has something."""
        return reached((self.firsts, self.latests), now)

    def outside(self, view: View) -> Outside:
        """Count the accounts that have something before or after what is in view."""
        earlier = bisect_left(self.firsts, view.start)
        later = len(self.latests) - bisect_right(self.latests, view.end)
        return Outside(
            earlier=_("{accounts} earlier").format(accounts=counted(Lane.ACCOUNTS, earlier))
            if earlier
            else "",
            later=_("{accounts} later").format(accounts=counted(Lane.ACCOUNTS, later))
            if later
            else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """Accounts in the order in which they are drawn, from the top down.

    Attributes:
        rows: Only what is in view is asked of them, so that they may be read when it is.
        now: UTC seconds.
        words: What it shows on the whole; `portfolio_words`.
        reach: Of all accounts, in view or not.
    """

    rows: Sequence[AccountRow]
    order: Order
    now: float
    words: str
    reach: Reach

    @property
    def extent(self) -> Extent:
        """From when to when any of them has something that is drawn here."""
        return self.reach.extent(self.now)

    def ordered(self, order: Order) -> "Portfolio":
        """Return the same accounts in another order."""
        return replace(self, rows=tuple(sorted(self.rows, key=partial(_key, order))), order=order)

    def place_of(self, account_id: AccountId) -> int | None:
        """Return which row an account has; None where it has none."""
        places = (place for place, row in enumerate(self.rows) if row.account.id == account_id)
        return next(places, None)


def gather(
    relationships: Iterable[Relationship],
    *,
    now: datetime,
    order: Order = Order.TREND,
    dates: Dates | None = None,
) -> Portfolio:
    """Make all accounts ready to be drawn.

    Args:
        now: Aware.
        dates: How days are said; None for plain ones in the chosen language.
    """
    rows = tuple(account_row(each, now=now, dates=dates) for each in relationships)
    words = portfolio_words([each.trend.steps if each.trend else None for each in rows])
    reach = _reach(each.span for each in rows if each.span is not None)
    made = Portfolio(rows=rows, order=order, now=now.timestamp(), words=words, reach=reach)
    return made.ordered(order)


def portfolio_words(steps: Sequence[int | None]) -> str:
    """Say how many accounts there are, and how their ratings went last.

    Args:
        steps: Of each account's last change of our rating; None where we never rated.
    """
    known = [each for each in steps if each is not None]
    counts = (
        (_("rated lower than before: {count}"), sum(each < 0 for each in known)),
        (_("higher: {count}"), sum(each > 0 for each in known)),
        (_("not rated: {count}"), len(steps) - len(known)),
    )
    told = [text.format(count=count) for text, count in counts if count]
    return "; ".join([counted(Lane.ACCOUNTS, len(steps)), *told]) + "."


def reach_of(rows: Iterable[PortfolioRow]) -> Reach:
    """Return how far accounts reach before their histories are read."""
    return _reach(
        (_noon(each.first), _noon(each.latest))
        for each in rows
        if each.first is not None and each.latest is not None
    )


def _reach(spans: Iterable[tuple[float, float]]) -> Reach:
    known = tuple(spans)
    return Reach(
        firsts=sorted(first for first, _latest in known),
        latests=sorted(latest for _first, latest in known),
    )


def _noon(day: date) -> float:
    return datetime.combine(day, time(12), UTC).timestamp()


def account_row(
    relationship: Relationship, *, now: datetime, dates: Dates | None = None
) -> AccountRow:
    """Make one account ready to be drawn.

    Args:
        now: Aware.
        dates: As for `gather`.
    """
    ratings = tuple(each for each in relationship.ratings if each.viewpoint in _VIEWPOINTS)
    timeline = prepare(replace(relationship, ratings=ratings), now=now, dates=dates)
    today = timeline.wall.day_at(timeline.now)
    return AccountRow(
        account=relationship.account,
        timeline=timeline,
        trend=trend(series(ratings, Viewpoint.OURS, until=today)),
        gap=gap(ratings, until=today),
    )


def _key(order: Order, row: AccountRow) -> tuple[int, int, int, str, str]:
    name = (row.account.name.casefold(), row.account.id)
    if order is Order.TREND and row.trend is not None:
        return (0, row.trend.steps, -row.trend.since.toordinal(), *name)
    if order is Order.GAP and row.gap is not None:
        return (0, row.gap.steps, 0, *name)
    met = 0 if order is Order.NAME else len(row.timeline.meetings)
    return (1, -met, 0, *name)
