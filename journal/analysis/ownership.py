"""Who of us looked after an account, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, zip_longest
from operator import itemgetter

from journal.domain.person import Person, Role
from journal.domain.record import Side
from journal.domain.relationship import Relationship
from journal.domain.span import Span

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Days in which one of us was the owner; tenures never overlap.

    Attributes:
        person: None where the person is in the trash.
        role: What the person left behind stands in its `note`.
        span: The days; open where the role is.
    """

    person: Person | None
    role: Role
    span: Span


def owner_on(roles: Iterable[Role], day: date) -> Role | None:
    """Return our role that was valid on a day; of several, the one that started last.

    A role without a start counts as the oldest; of roles with the same start, the later in
    `roles`. None where none of ours was valid.
    """
    valid = [each for each in roles if each.side is Side.OURS and day in each.span]
    return max(reversed(valid), key=_first_day, default=None)


def tenures(relationship: Relationship) -> tuple[Tenure, ...]:
    """Return who owned the account when, oldest first, without overlaps.

    On each day of a tenure its role is the one that `owner_on` gives. A role that another
    one interrupts has two tenures; days without an owner are in none.
    """
    ours = [each for each in relationship.roles if each.side is Side.OURS]
    starts = {_first_day(each) for each in ours}
    after_ends = {each.end + DAY for each in ours if each.end is not None}
    firsts = sorted(starts | after_ends)
    owned = [
        (owner_on(ours, first), first, following and following - DAY)
        for first, following in zip_longest(firsts, firsts[1:])
    ]
    return tuple(
        _tenure(relationship, role, list(run))
        for role, run in groupby(owned, key=itemgetter(0))
        if role is not None
    )


def _first_day(role: Role) -> date:
    return role.start or date.min


def _tenure(
    relationship: Relationship, role: Role, run: list[tuple[Role | None, date, date | None]]
) -> Tenure:
    first, last = run[0][1], run[-1][2]
    return Tenure(
        person=relationship.person(role.person_id),
        role=role,
        span=Span(start=None if first == date.min else first, end=last),
    )
