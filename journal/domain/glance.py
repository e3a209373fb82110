"""The least of an account, for lists; `Relationship` is the whole of it."""

from dataclasses import dataclass

from journal.domain.account import Account
from journal.domain.rating import Level
from journal.domain.span import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """An account as it stands in a list, read for all accounts at once.

    Attributes:
        level: Our latest overall rating; None where there is none.
        last_held: The latest held meeting; None where none was held.
        next_meeting: The first planned one that has not begun; None where none is planned.
        promises_due: How many of our open promises are due today or overdue.
    """

    account: Account
    level: Level | None
    last_held: When | None
    next_meeting: When | None
    promises_due: int
