"""What happened at the last meeting and since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.analysis.contact import last_held
from journal.analysis.losses import is_lost
from journal.analysis.people import guests, has_left, known
from journal.analysis.phrases import same_words
from journal.domain.meeting import Meeting
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Option
from journal.domain.promise import Quote
from journal.domain.record import PersonId, Side
from journal.domain.relationship import Relationship

TAKES_OVER_WITHIN = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """Somebody of theirs who is new in a role, or has left it.

    Attributes:
        role: Its `start` (who joined) or `end` (who left) is the day.
        predecessor: Whose place it was before, where the journal shows it.
    """

    person: Person
    role: Role
    predecessor: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceLastMet:
    """The last held meeting, and what is new after it.

    Attributes:
        meeting: The last that was held; its `summary` may be empty.
        with_whom: Theirs who were invited to it.
        quotes: What was said in that meeting, word for word.
        answered: Options answered in it or after it.
        joined: Whose role with them began after its day.
        left: Whose role with them ended after its day, and who was not replaced.
        lost: Meetings that were lost after it.
        lifted: Barriers lifted on its day or after it.
    """

    meeting: Meeting
    with_whom: tuple[Person, ...]
    quotes: tuple[Quote, ...]
    answered: tuple[Option, ...]
    joined: tuple[RoleChange, ...]
    left: tuple[RoleChange, ...]
    lost: tuple[Meeting, ...]
    lifted: tuple[Barrier, ...]


def since_last_met(
    relationship: Relationship, *, before: datetime, today: date
) -> SinceLastMet | None:
    """Tell what happened at the last meeting held before a moment, and until today.

    None where none was held.
    """
    last = last_held(relationship.meetings, before)
    if last is None:
        return None
    day = last.when.day
    joined = tuple(_joined(relationship, day, today))
    replaced = {each.predecessor.id for each in joined if each.predecessor is not None}
    return SinceLastMet(
        meeting=last,
        with_whom=known(relationship, guests(relationship).get(last.id, ())),
        quotes=tuple(each for each in relationship.quotes if each.meeting_id == last.id),
        answered=tuple(each for each in relationship.options if _is_answered(each, last, today)),
        joined=joined,
        left=tuple(
            each for each in _left(relationship, day, today) if each.person.id not in replaced
        ),
        lost=tuple(
            each
            for each in relationship.meetings
            if is_lost(each) and last.when.instant < each.when.instant < before
        ),
        lifted=tuple(
            each for each in relationship.barriers if _is_between(each.lifted_on, day, today)
        ),
    )


def _is_between(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _is_answered(option: Option, last: Meeting, today: date) -> bool:
    if option.answered_on is None:
        return bool(option.answer.strip()) and option.meeting_id == last.id
    return last.when.day <= option.answered_on <= today


def _joined(relationship: Relationship, last_met: date, today: date) -> Iterator[RoleChange]:
    for role in relationship.roles:
        person = relationship.person(role.person_id)
        is_new = role.start is not None and last_met < role.start <= today
        if role.side is Side.THEIRS and is_new and person is not None:
            predecessor = relationship.person(_predecessor_id(relationship, role))
            yield RoleChange(person=person, role=role, predecessor=predecessor)


def _predecessor_id(relationship: Relationship, new: Role) -> PersonId | None:
    """Return who had the same title or buying role until shortly before."""
    return next(
        (
            each.person_id
            for each in relationship.roles
            if each.side is Side.THEIRS
            and each.person_id != new.person_id
            and _is_same_place(each, new)
            and _ended_just_before(each, new)
        ),
        None,
    )


def _is_same_place(one: Role, other: Role) -> bool:
    if one.title.strip() and other.title.strip():
        return same_words(one.title) == same_words(other.title)
    return one.buying_role is not None and one.buying_role is other.buying_role


def _ended_just_before(one: Role, other: Role) -> bool:
    if one.end is None or other.start is None:
        return False
    return other.start - TAKES_OVER_WITHIN <= one.end <= other.start


def _left(relationship: Relationship, last_met: date, today: date) -> Iterator[RoleChange]:
    gone = has_left(relationship, today)
    for role in relationship.roles:
        person = relationship.person(role.person_id)
        is_latest = role.person_id in gone and _is_between(role.end, last_met, today)
        if role.side is Side.THEIRS and is_latest and person is not None:
            yield RoleChange(person=person, role=role)
