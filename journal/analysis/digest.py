"""All worth knowing before a meeting, as one value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from journal.analysis.access import LossSummary, loss_summary
from journal.analysis.contact import today_at
from journal.analysis.door import Door, door
from journal.analysis.people import PersonCard, cards
from journal.analysis.preparation import Preparation, preparation
from journal.analysis.promises import Owed, owed
from journal.analysis.questions import Ask, asks
from journal.analysis.since import SinceLastMet, since_last_met
from journal.analysis.standing import Standing, standing
from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.plan import Barrier
from journal.domain.record import Side
from journal.domain.relationship import Relationship

OUR_SHARE_FIRST = (Side.OURS, Side.SHARED, Side.THEIRS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What the brief prints, and what the window says before the next meeting.

    Attributes:
        now: When it was asked for, aware.
        today: That moment's day on the customer's wall; ages and "due" are counted from it.
        meeting: The one it is for, with purpose, best, least and opening; None without.
        door: None without a meeting.
        people: The invited of theirs, as they were invited; where nobody is noted, all who
            have a role there.
        since: None where nothing was ever held.
        barriers: That stand, our own share first, then shared, then theirs.
        ask: At most five, in the order in which to ask.
        losses: Of all meetings so far.
    """

    account: Account
    now: datetime
    today: date
    meeting: Meeting | None
    door: Door | None
    people: tuple[PersonCard, ...]
    promises: Owed
    since: SinceLastMet | None
    standing: Standing
    barriers: tuple[Barrier, ...]
    ask: tuple[Ask, ...]
    preparation: Preparation
    losses: LossSummary


def digest(relationship: Relationship, *, meeting: Meeting | None, now: datetime) -> Digest:
    """Gather what is worth knowing before a meeting.

    Args:
        meeting: One of the relationship's; None for the account without one in view.
        now: Aware.
    """
    today = today_at(relationship.account, now)
    since = since_last_met(
        relationship, before=meeting.when.instant if meeting else now, today=today
    )
    return Digest(
        account=relationship.account,
        now=now,
        today=today,
        meeting=meeting,
        door=door(relationship, meeting) if meeting else None,
        people=cards(relationship, meeting=meeting, day=meeting.when.day if meeting else today),
        promises=owed(
            relationship.promises, today=today, last_met=since.meeting.when.day if since else None
        ),
        since=since,
        standing=standing(relationship, today=today),
        barriers=open_barriers(relationship.barriers, today),
        ask=asks(relationship, meeting=meeting, today=today),
        preparation=preparation(relationship, today=today),
        losses=loss_summary(relationship, now=now),
    )


def open_barriers(barriers: Iterable[Barrier], today: date) -> tuple[Barrier, ...]:
    """Return what stands between us on a day, our own share first, then shared, then theirs."""
    still = (each for each in barriers if each.lifted_on is None or each.lifted_on > today)
    return tuple(sorted(still, key=lambda each: OUR_SHARE_FIRST.index(each.share)))
