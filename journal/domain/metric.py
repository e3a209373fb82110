"""How people are measured, and whether one side's numbers work against the other's."""

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.record import (
    AccountId,
    Line,
    MeetingId,
    MetricId,
    PersonId,
    Record,
    Side,
    Visibility,
    require_one_side,
)


class Effect(StrEnum):
    """What moving one number does to the other."""

    AGAINST = "against"
    NEUTRAL = "neutral"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Line):
    """A number that a person is measured by; `text` is its name.

    Attributes:
        person_id: Who is measured by it; None for the organisation as a whole.
        target: As they put it, such as "-4 %".
    """

    id: MetricId
    side: Side
    person_id: PersonId | None = None
    unit: str = ""
    target: str = ""

    def __post_init__(self) -> None:
        Line.__post_init__(self)
        require_one_side(self.side)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricReading(Record):
    """The value of a metric for the period that ended on `day`, in the metric's unit."""

    metric_id: MetricId
    day: date
    value: float
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if not math.isfinite(self.value):
            message = f"a reading is a number: {self.value}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment(Record):
    """What a metric of theirs and one of ours do to each other.

    Attributes:
        perceived: As they see it; None where not talked about.
        checked: As it was found when looked at together; None while unchecked.
        evidence: What the check rests on.
        meeting_id: The meeting in which it was checked.
    """

    account_id: AccountId
    their_metric_id: MetricId
    our_metric_id: MetricId
    perceived: Effect | None = None
    perceived_on: date | None = None
    perceived_by_id: PersonId | None = None
    checked: Effect | None = None
    checked_on: date | None = None
    evidence: str = ""
    meeting_id: MeetingId | None = None
    visibility: Visibility = Visibility.PRIVATE

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if self.their_metric_id == self.our_metric_id:
            message = "an alignment joins two metrics"
            raise ValueError(message)
