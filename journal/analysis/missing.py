"""What a brief has a place for and the journal does not know yet, in the order of the brief."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.analysis.losses import is_lost, travel_min
from journal.analysis.people import guests, known, roles_on
from journal.analysis.preparation import Preparation, preparation
from journal.analysis.reasons import is_explained
from journal.analysis.standing import standing
from journal.domain.account import Aim
from journal.domain.meeting import Kind, Meeting
from journal.domain.record import PersonId, RecordId
from journal.domain.relationship import Relationship


class Gap(StrEnum):
    """What is missing, in the order in which the brief would print it."""

    MEETING = "meeting"
    PEOPLE = "people"
    TIME = "time"
    PLACE = "place"
    TRAVEL = "travel"
    PURPOSE = "purpose"
    BEST = "best"
    LEAST = "least"
    OPENING = "opening"
    METRIC = "metric"
    OUR_RATING = "our_rating"
    OUR_RATING_AGED = "our_rating_aged"
    THEIR_RATING = "their_rating"
    THEIR_RATING_AGED = "their_rating_aged"
    GOAL = "goal"
    BARRIER = "barrier"
    REASON = "reason"
    THEIR_INTEREST = "their_interest"
    OUR_INTEREST = "our_interest"
    CRITERION = "criterion"
    OPTION = "option"
    THEIR_ALTERNATIVE = "their_alternative"
    OUR_ALTERNATIVE = "our_alternative"
    OUR_METRIC = "our_metric"
    CHECK = "check"
    THEIR_VISION = "their_vision"
    OUR_VISION = "our_vision"
    OUR_NORM = "our_norm"
    THEIR_NORM = "their_norm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that is missing.

    Attributes:
        record: Where it is to be filled in: the meeting (what is said of it, and REASON), the
            person (METRIC), the alignment (CHECK); None for the account as a whole.
    """

    gap: Gap
    record: RecordId | None = None


def missing(
    relationship: Relationship, *, meeting: Meeting | None, today: date
) -> tuple[Missing, ...]:
    """Return what is missing, in the order of the brief.

    A number is missing of whoever will be there, or of everybody who has a role there where
    nobody is noted; a check where they fear that ours works against theirs; a reason of the
    meeting that was lost last. A relationship is asked what stands in its way where it is to be
    repaired.
    """
    return (
        *_of_meeting(relationship, meeting),
        *_of_people(relationship, meeting, today),
        *_of_standing(relationship, today),
        *_of_barriers(relationship),
        *_of_preparation(preparation(relationship, today=today)),
    )


def _of_meeting(relationship: Relationship, meeting: Meeting | None) -> Iterator[Missing]:
    if meeting is None:
        yield Missing(gap=Gap.MEETING)
        return
    account = relationship.account
    is_visit = meeting.kind is Kind.VISIT
    is_known = {
        Gap.PEOPLE: bool(guests(relationship).get(meeting.id)),
        Gap.TIME: meeting.when.time is not None,
        Gap.PLACE: not is_visit or bool(meeting.place or account.address or account.place),
        Gap.TRAVEL: not is_visit or travel_min(meeting, account) is not None,
        Gap.PURPOSE: bool(meeting.purpose.strip()),
        Gap.BEST: bool(meeting.best.strip()),
        Gap.LEAST: bool(meeting.least.strip()),
        Gap.OPENING: bool(meeting.opening.strip()),
    }
    yield from _unknown(is_known.items(), meeting.id)


def _of_people(
    relationship: Relationship, meeting: Meeting | None, today: date
) -> Iterator[Missing]:
    measured = {each.person_id for each in relationship.metrics}
    for each in known(relationship, _there(relationship, meeting, today)):
        if each.id not in measured:
            yield Missing(gap=Gap.METRIC, record=each.id)


def _there(
    relationship: Relationship, meeting: Meeting | None, today: date
) -> Collection[PersonId]:
    invited = guests(relationship).get(meeting.id, ()) if meeting is not None else ()
    return invited or tuple(roles_on(relationship, today))


def _of_standing(relationship: Relationship, today: date) -> Iterator[Missing]:
    found = standing(relationship, today=today)
    if found.ours is None:
        yield Missing(gap=Gap.OUR_RATING)
    elif found.ours.is_stale:
        yield Missing(gap=Gap.OUR_RATING_AGED)
    if found.said is None:
        yield Missing(gap=Gap.THEIR_RATING)
    elif found.said.is_stale:
        yield Missing(gap=Gap.THEIR_RATING_AGED)
    if found.goal is None:
        yield Missing(gap=Gap.GOAL)


def _of_barriers(relationship: Relationship) -> Iterator[Missing]:
    if relationship.account.aim is Aim.REPAIR and not relationship.barriers:
        yield Missing(gap=Gap.BARRIER)
    lost = (each for each in reversed(relationship.meetings) if is_lost(each))
    last = next(lost, None)
    if last is not None and not is_explained(last):
        yield Missing(gap=Gap.REASON, record=last.id)


def _of_preparation(found: Preparation) -> Iterator[Missing]:
    is_known = {
        Gap.THEIR_INTEREST: bool(found.interests.theirs or found.interests.shared),
        Gap.OUR_INTEREST: bool(found.interests.ours or found.interests.shared),
        Gap.CRITERION: bool(found.criteria),
        Gap.OPTION: bool(found.options),
        Gap.THEIR_ALTERNATIVE: bool(found.alternatives.theirs),
        Gap.OUR_ALTERNATIVE: bool(found.alternatives.ours),
        Gap.OUR_METRIC: bool(found.metrics.ours),
    }
    yield from _unknown(is_known.items())
    for each in found.pairs:
        if each.is_feared and each.alignment is not None:
            yield Missing(gap=Gap.CHECK, record=each.alignment.id)
    is_known = {
        Gap.THEIR_VISION: bool(found.visions.theirs),
        Gap.OUR_VISION: bool(found.visions.ours),
        Gap.OUR_NORM: bool(found.norms.ours),
        Gap.THEIR_NORM: bool(found.norms.theirs),
    }
    yield from _unknown(is_known.items())


def _unknown(told: Iterable[tuple[Gap, bool]], record: RecordId | None = None) -> Iterator[Missing]:
    return (Missing(gap=gap, record=record) for gap, is_known in told if not is_known)
