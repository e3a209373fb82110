"""Who takes part for the customer, in which role, and how each is measured."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from journal.domain.meeting import Meeting, Status
from journal.domain.metric import Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.record import MeetingId, PersonId, Side
from journal.domain.relationship import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricLine:
    """A metric with who is measured by it and who told us.

    Attributes:
        person: None for the organisation as a whole.
        reporter: Who reported it, with basis reported; else None.
        reading: The latest on or before today.
    """

    metric: Metric
    person: Person | None
    reporter: Person | None
    reading: MetricReading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """One of their people: what to remember and to avoid stands on the person.

    Attributes:
        role: On the day of the meeting; None where none is known.
        reports_to: None where unknown.
        metrics: Those of the person, in their order; empty where not known yet.
        commitments: Standing ones that are valid on that day.
        is_first_meeting: Whether the person never took part in a held meeting before.
    """

    person: Person
    role: Role | None
    reports_to: Person | None
    metrics: tuple[MetricLine, ...]
    commitments: tuple[StandingCommitment, ...]
    is_first_meeting: bool


def guests(relationship: Relationship) -> Mapping[MeetingId, tuple[PersonId, ...]]:
    """Return who was invited on the customer's side, by meeting, in the order of the list.

    That is everybody who takes part for this account and is not one of us. One of us is
    oneself, and who has a role on our side and none on theirs; whoever has no role at all
    is taken for the customer's.
    """
    ours = _our_people(relationship)
    own = {each.id for each in relationship.meetings if _is_own(relationship, each)}
    found: dict[MeetingId, tuple[PersonId, ...]] = {}
    for each in relationship.participations:
        for_us = each.account_id == relationship.account.id or (
            each.account_id is None and each.meeting_id in own
        )
        if each.person_id is not None and each.person_id not in ours and for_us:
            found[each.meeting_id] = (*found.get(each.meeting_id, ()), each.person_id)
    return found


def roles_on(relationship: Relationship, day: date) -> Mapping[PersonId, Role]:
    """Return each person's role on the customer's side on a day.

    Of several at a time the one that started last. Nobody who had left by then is in it.
    """
    valid = [each for each in relationship.roles if each.side is Side.THEIRS and day in each.span]
    return {each.person_id: each for each in sorted(valid, key=_start)}


def has_left(relationship: Relationship, day: date) -> frozenset[PersonId]:
    """Return who had a role on the customer's side that ended before the day, and has none."""
    present = roles_on(relationship, day)
    return frozenset(
        each.person_id
        for each in relationship.roles
        if each.side is Side.THEIRS
        and each.end is not None
        and each.end < day
        and each.person_id not in present
    )


def known(relationship: Relationship, ids: Iterable[PersonId]) -> tuple[Person, ...]:
    """Return the people, in the order of the ids, each once; not who is in the trash."""
    by_id = {each.id: each for each in relationship.people}
    return tuple(by_id[each] for each in dict.fromkeys(ids) if each in by_id)


def cards(
    relationship: Relationship, *, meeting: Meeting | None, day: date
) -> tuple[PersonCard, ...]:
    """Return what is known of those who will be there.

    Args:
        meeting: Whose guests; without a meeting, or where nobody is noted, it is everybody
            who has a role on the customer's side on the day.
        day: Of the meeting, else today.
    """
    roles = roles_on(relationship, day)
    invited = guests(relationship)
    ids = invited.get(meeting.id, ()) if meeting is not None else ()
    met = _met_before(relationship, invited, meeting)
    lines = metric_lines(relationship, day)
    return tuple(
        PersonCard(
            person=each,
            role=roles.get(each.id),
            reports_to=relationship.person(roles[each.id].reports_to_id)
            if each.id in roles
            else None,
            metrics=tuple(line for line in lines if line.person == each),
            commitments=tuple(
                fixed
                for fixed in relationship.commitments
                if fixed.person_id == each.id and is_valid(fixed, day)
            ),
            is_first_meeting=each.id not in met,
        )
        for each in known(relationship, ids or roles)
    )


def metric_lines(relationship: Relationship, day: date) -> tuple[MetricLine, ...]:
    """Return how both sides are measured, in order; not who has left the customer by the day."""
    latest = {
        each.metric_id: each
        for each in sorted(relationship.readings, key=lambda reading: reading.day)
        if each.day <= day
    }
    left = has_left(relationship, day)
    return tuple(
        MetricLine(
            metric=each,
            person=relationship.person(each.person_id),
            reporter=relationship.person(each.reported_by_id),
            reading=latest.get(each.id),
        )
        for each in relationship.metrics
        if each.person_id not in left
    )


def is_valid(commitment: StandingCommitment, day: date) -> bool:
    """Say whether a commitment can occur on the day at all."""
    last = commitment.last_day
    return commitment.first_day <= day and (last is None or day <= last)


def _our_people(relationship: Relationship) -> frozenset[PersonId]:
    colleagues = {each.person_id for each in relationship.roles if each.side is Side.OURS}
    customers = {each.person_id for each in relationship.roles if each.side is Side.THEIRS}
    oneself = {each.id for each in relationship.people if each.is_self}
    return frozenset(oneself | (colleagues - customers))


def _is_own(relationship: Relationship, meeting: Meeting) -> bool:
    return meeting.account_id == relationship.account.id


def _start(role: Role) -> date:
    return role.start or date.min


def _met_before(
    relationship: Relationship,
    invited: Mapping[MeetingId, tuple[PersonId, ...]],
    meeting: Meeting | None,
) -> frozenset[PersonId]:
    stayed_away = {
        (each.meeting_id, each.person_id)
        for each in relationship.participations
        if each.came is False
    }
    return frozenset(
        person
        for each in relationship.meetings
        if each.status is Status.HELD
        and (meeting is None or each.when.instant < meeting.when.instant)
        for person in invited.get(each.id, ())
        if (each.id, person) not in stayed_away
    )
