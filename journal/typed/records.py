"""The records that findings become, once they are kept; the caller gives the ids."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from journal.domain.metric import Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import (
    AccountId,
    Basis,
    CommitmentId,
    Line,
    MeetingId,
    MetricId,
    NegotiationId,
    OptionId,
    PersonId,
    RecordId,
    Side,
    Visibility,
)
from journal.typed import almanac
from journal.typed.finding import Finding, FindingKind

_VISION_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding belongs.

    Attributes:
        day: On which it was said, mostly that of the meeting.
        position: Order among its like, smallest first.
    """

    account_id: AccountId
    day: date
    meeting_id: MeetingId | None = None
    negotiation_id: NegotiationId | None = None
    position: int = 0


class _LineFields(TypedDict):
    account_id: AccountId
    text: str
    noted_on: date
    basis: Basis
    reported_by_id: PersonId | None
    visibility: Visibility
    position: int
    meeting_id: MeetingId | None
    negotiation_id: NegotiationId | None


def line_of(finding: Finding, record_id: RecordId, place: Place) -> Line:
    """Make the line that a finding is.

    Raises:
        ValueError: if it is a note, a person or a standing commitment, which are no lines.
    """
    match finding.kind:
        case FindingKind.QUOTE:
            return quote_of(finding, record_id, place)
        case FindingKind.BARRIER:
            return barrier_of(finding, record_id, place)
        case FindingKind.PROMISE:
            return promise_of(finding, record_id, place)
        case FindingKind.QUESTION:
            return question_of(finding, record_id, place)
        case FindingKind.VISION:
            return vision_of(finding, record_id, place)
        case _:
            return _negotiated(finding, record_id, place)


def quote_of(finding: Finding, record_id: RecordId, place: Place) -> Quote:
    """Make a quote, said on that day."""
    fields = _fields(finding, place)
    return Quote(id=record_id, person_id=_person_id(finding), said_on=place.day, **fields)


def barrier_of(finding: Finding, record_id: RecordId, place: Place) -> Barrier:
    """Make a barrier, named on that day by whom the line names, else by us."""
    return Barrier(
        id=record_id,
        share=finding.side,
        named_by=finding.person.side if finding.person else Side.OURS,
        named_by_id=_person_id(finding),
        named_on=place.day,
        **_fields(finding, place),
    )


def promise_of(finding: Finding, record_id: RecordId, place: Place) -> Promise:
    """Make a promise, given on that day."""
    return Promise(
        id=record_id,
        side=finding.side,
        person_id=_person_id(finding),
        made_on=place.day,
        due_on=finding.due.day if finding.due else None,
        **_fields(finding, place),
    )


def metric_of(finding: Finding, metric_id: MetricId, place: Place) -> Metric:
    """Make a number that somebody is measured by."""
    return Metric(
        id=metric_id,
        side=finding.side,
        person_id=_person_id(finding),
        unit=finding.unit,
        target=finding.target,
        **_fields(finding, place),
    )


def option_of(finding: Finding, option_id: OptionId, place: Place) -> Option:
    """Make an idea, answered on that day if it was."""
    return Option(
        id=option_id,
        answer=finding.answer,
        answered_on=place.day if finding.answer else None,
        refused=finding.refused,
        **_fields(finding, place),
    )


def question_of(finding: Finding, record_id: RecordId, place: Place) -> Question:
    """Make a question to ask next time."""
    return Question(id=record_id, person_id=_person_id(finding), **_fields(finding, place))


def vision_of(finding: Finding, record_id: RecordId, place: Place) -> Vision:
    """Make a vision, which comes back on its day, else in a year."""
    return Vision(
        id=record_id,
        side=finding.side,
        person_id=_person_id(finding),
        due_on=vision_day(finding, place.day),
        **_fields(finding, place),
    )


def vision_day(finding: Finding, day: date) -> date:
    """Return when a vision of that day comes back."""
    if finding.due is not None:
        return finding.due.day
    return almanac.months_later(day, _VISION_MONTHS) or day


def person_of(finding: Finding, person_id: PersonId) -> Person:
    """Make a person who is not known yet."""
    return Person(id=person_id, name=finding.text)


def role_of(finding: Finding, record_id: RecordId, person_id: PersonId, place: Place) -> Role:
    """Make a person's place in the account; since when it is held is not known."""
    return Role(
        id=record_id,
        account_id=place.account_id,
        person_id=person_id,
        side=finding.side,
        title=finding.title,
    )


def commitment_of(
    finding: Finding, commitment_id: CommitmentId, person_id: PersonId, zone: str
) -> StandingCommitment:
    """Make a standing commitment of a person, on the wall of that zone.

    Raises:
        ValueError: if the finding is none.
    """
    recurring = finding.recurring
    if recurring is None:
        message = f"a {finding.kind} does not recur"
        raise ValueError(message)
    return StandingCommitment(
        id=commitment_id,
        person_id=person_id,
        title=finding.text,
        rule=recurring.schedule.rule,
        first_day=recurring.first_day,
        start=recurring.start,
        minutes=recurring.minutes,
        zone=zone,
        basis=finding.basis,
    )


def _negotiated(finding: Finding, record_id: RecordId, place: Place) -> Line:
    if finding.kind is FindingKind.METRIC:
        return metric_of(finding, MetricId(record_id), place)
    if finding.kind is FindingKind.OPTION:
        return option_of(finding, OptionId(record_id), place)
    message = f"a {finding.kind} is no line"
    raise ValueError(message)


def _fields(finding: Finding, place: Place) -> _LineFields:
    return _LineFields(
        account_id=place.account_id,
        text=finding.text,
        noted_on=place.day,
        basis=finding.basis,
        reported_by_id=finding.reported_by.id if finding.reported_by else None,
        visibility=finding.visibility,
        position=place.position,
        meeting_id=place.meeting_id,
        negotiation_id=place.negotiation_id,
    )


def _person_id(finding: Finding) -> PersonId | None:
    return finding.person.id if finding.person else None
