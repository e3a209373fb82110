"""Who owes what, and how often each side kept its word."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.domain.account import Account
from journal.domain.person import Person
from journal.domain.promise import Promise, PromiseState
from journal.domain.record import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How one side kept its promises: `in_time` of `due`.

    Attributes:
        in_time: Kept on or before its day, or kept without having one.
        late: Kept after its day.
        overdue: Still owed after its day.
        dropped: Let go by agreement; not in `due`.
    """

    in_time: int = 0
    late: int = 0
    overdue: int = 0
    dropped: int = 0

    @property
    def due(self) -> int:
        """All that was kept, or should have been by now."""
        return self.in_time + self.late + self.overdue


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """The promises of both sides on one day.

    Attributes:
        ours: Still owed by us: overdue first (longest first), then by day, then undated.
        theirs: Still owed by them, in the same order.
        just_kept: Of either side, kept on or after the day we last met, oldest first.
    """

    ours: tuple[Promise, ...]
    theirs: tuple[Promise, ...]
    just_kept: tuple[Promise, ...]
    ours_kept: Kept
    theirs_kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A promise with whom it concerns, as it stands in a list over all accounts.

    Attributes:
        person: Who owes it; None where nobody is named.
        to_person: To whom; None where nobody is named.
    """

    promise: Promise
    account: Account
    person: Person | None
    to_person: Person | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What one side still owes on a day.

    Attributes:
        late: Of `owed`, those whose day is past.
        today: Of `owed`, those due on the day itself.
    """

    owed: int
    late: int
    today: int


def balance(promises: Iterable[Promise], side: Side, *, today: date) -> Balance:
    """Count what a side still owes."""
    still = [each for each in promises if each.is_open and each.side is side]
    return Balance(
        owed=len(still),
        late=sum(each.due_on is not None and each.due_on < today for each in still),
        today=sum(each.due_on == today for each in still),
    )


def open_promises(promises: Iterable[Promise], side: Side) -> tuple[Promise, ...]:
    """Return what a side still owes, the earliest day first, so overdue ones; undated last."""
    still = (each for each in promises if each.is_open and each.side is side)
    return tuple(sorted(still, key=lambda each: each.due_on or date.max))


def overdue(promises: Iterable[Promise], side: Side, *, today: date) -> tuple[Promise, ...]:
    """Return what a side still owes after its day, the longest first."""
    return tuple(
        each
        for each in open_promises(promises, side)
        if each.due_on is not None and each.due_on < today
    )


def kept(promises: Iterable[Promise], side: Side, *, today: date) -> Kept:
    """Count how a side kept its promises until a day.

    Counted are those that were kept and those whose day is past. One that is open without a
    day, or whose day has not passed, says nothing yet.
    """
    states = Counter((each.state(today), each.is_open) for each in promises if each.side is side)
    return Kept(
        in_time=states[PromiseState.KEPT, False],
        late=states[PromiseState.LATE, False],
        overdue=states[PromiseState.LATE, True],
        dropped=states[PromiseState.DROPPED, False],
    )


def owed(promises: Iterable[Promise], *, today: date, last_met: date | None) -> Owed:
    """Gather the promises of both sides for a meeting.

    Args:
        last_met: The day we last met; None where we never did, and nothing was just kept.
    """
    known = tuple(promises)
    fresh = (each for each in known if _is_fresh(each, last_met, today))
    return Owed(
        ours=open_promises(known, Side.OURS),
        theirs=open_promises(known, Side.THEIRS),
        just_kept=tuple(sorted(fresh, key=lambda each: each.kept_on or date.max)),
        ours_kept=kept(known, Side.OURS, today=today),
        theirs_kept=kept(known, Side.THEIRS, today=today),
    )


def _is_fresh(promise: Promise, last_met: date | None, today: date) -> bool:
    if promise.kept_on is None or last_met is None:
        return False
    return last_met <= promise.kept_on <= today
