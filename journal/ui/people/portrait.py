"""One person as the panel shows them: what the account knows, put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from journal.domain.metric import Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.record import AccountId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.operations.known import Elsewhere
from journal.ui.people.outline import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A person with all that the panel shows of them.

    Attributes:
        role: None where the person has none in the account.
        earlier: Other roles of theirs on this side of this account, latest first.
        elsewhere: Roles in other accounts.
        readings: By metric.
        theirs: Who is, or was, on the customer's side besides, by name.
        zone: IANA name of the customer's wall clock; empty where it is the laptop's.
        today: The day on that wall.
    """

    account_id: AccountId
    person: Person
    role: Role | None
    earlier: tuple[Role, ...]
    elsewhere: tuple[Elsewhere, ...]
    metrics: tuple[Metric, ...]
    readings: Mapping[RecordId, tuple[MetricReading, ...]]
    commitments: tuple[StandingCommitment, ...]
    theirs: tuple[Person, ...]
    zone: str
    today: date


def portrait(
    whole: Relationship, entry: Entry, person: Person, elsewhere: tuple[Elsewhere, ...], today: date
) -> Portrait:
    """Put together what an account knows of one of its people."""
    of_person = [each for each in whole.roles if each.person_id == person.id]
    side = Side.THEIRS if entry.role is None else entry.role.side
    earlier = [each for each in of_person if each.side is side and each is not entry.role]
    by_metric = sorted(whole.readings, key=attrgetter("metric_id"))
    theirs = {each.person_id for each in whole.roles if each.side is Side.THEIRS} - {person.id}
    return Portrait(
        account_id=whole.account.id,
        person=person,
        role=entry.role,
        earlier=tuple(sorted(earlier, key=_newest_first, reverse=True)),
        elsewhere=elsewhere,
        metrics=tuple(each for each in whole.metrics if each.person_id == person.id),
        readings={
            metric: tuple(read) for metric, read in groupby(by_metric, attrgetter("metric_id"))
        },
        commitments=tuple(each for each in whole.commitments if each.person_id == person.id),
        theirs=tuple(sorted((each for each in whole.people if each.id in theirs), key=_name)),
        zone=whole.account.time_zone,
        today=today,
    )


def _newest_first(role: Role) -> tuple[date, RecordId]:
    return role.start or date.min, role.id


def _name(person: Person) -> str:
    return person.name.casefold()
