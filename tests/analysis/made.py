"""Values by hand: each with what a test does not care about filled in."""

from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.metric import Alignment, Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Barrier, Option, Vision
from journal.domain.promise import Promise
from journal.domain.rating import Goal, Level, Rating
from journal.domain.record import (
    AccountId,
    CommitmentId,
    MeetingId,
    MetricId,
    OptionId,
    PersonId,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from journal.domain.span import When

DAYTON = "America/New_York"
PRAGUE = "Europe/Prague"
MERCY = AccountId(RecordId("mercy"))
DANA = PersonId(RecordId("dana"))
LUIS = PersonId(RecordId("luis"))
ME = PersonId(RecordId("me"))
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
TODAY = date(2026, 11, 23)

_numbers = count()


def new_id() -> RecordId:
    """Return an id that no other value has."""
    return RecordId(f"made-{next(_numbers)}")


def on(text: str) -> date:
    """Read a day as tests write it."""
    return date.fromisoformat(text)


def utc(text: str) -> datetime:
    """Read a moment of UTC as tests write it: `2026-03-19T18:05`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def account(**fields: Any) -> Account:  # noqa: ANN401  any field of an account
    """Make Mercy General, two hours away."""
    usual: dict[str, Any] = {
        "id": MERCY,
        "name": "Mercy General",
        "time_zone": DAYTON,
        "travel_min": 120,
    }
    return Account(**usual | fields)


def person(person_id: PersonId, **fields: Any) -> Person:  # noqa: ANN401
    """Make a person who is called as the id is."""
    usual: dict[str, Any] = {"id": person_id, "name": person_id.title()}
    return Person(**usual | fields)


def theirs(person_id: PersonId, **fields: Any) -> Role:  # noqa: ANN401
    """Make a role on the customer's side."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "account_id": MERCY,
        "person_id": person_id,
        "side": Side.THEIRS,
    }
    return Role(**usual | fields)


def ours(person_id: PersonId, **fields: Any) -> Role:  # noqa: ANN401
    """Make a role on our side."""
    return theirs(person_id, **{"side": Side.OURS} | fields)


def meeting(text: str, status: Status = Status.HELD, **fields: Any) -> Meeting:  # noqa: ANN401
    """Make a visit of an hour at a wall time in Dayton; by its day, its id can be guessed."""
    zone = fields.pop("zone", DAYTON)
    usual: dict[str, Any] = {
        "id": MeetingId(RecordId(f"meeting {text}")),
        "account_id": MERCY,
        "when": When.from_iso(text, zone),
        "status": status,
    }
    return Meeting(**usual | fields)


def cancelled(text: str, by: Side = Side.THEIRS, **fields: Any) -> Meeting:  # noqa: ANN401
    """Make a cancelled visit; fields of the cancellation are told by their names."""
    named = {"at", "whereabouts", "stated_reason", "found_reason", "found_commitment_id"}
    told = {name: fields.pop(name) for name in named & fields.keys()}
    status = fields.pop("status", Status.CANCELLED)
    return meeting(text, status, cancellation=Cancellation(by=by, **told), **fields)


def invited(one: Meeting, *people: PersonId, **fields: Any) -> tuple[Participation, ...]:  # noqa: ANN401
    """Invite people to a meeting."""
    return tuple(
        Participation(id=new_id(), meeting_id=one.id, person_id=each, **fields) for each in people
    )


def commitment(rule: str, start: str, **fields: Any) -> StandingCommitment:  # noqa: ANN401
    """Make an hour of Dana's that recurs since the year's beginning, on Dayton's wall."""
    usual: dict[str, Any] = {
        "id": CommitmentId(new_id()),
        "person_id": DANA,
        "title": "Management staff meeting",
        "rule": rule,
        "first_day": date(2026, 1, 1),
        "start": time.fromisoformat(start),
        "minutes": 60,
        "zone": DAYTON,
    }
    return StandingCommitment(**usual | fields)


def rating(day: str, level: Level, **fields: Any) -> Rating:  # noqa: ANN401
    """Make a rating of ours."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "account_id": MERCY,
        "day": on(day),
        "level": level,
    }
    return Rating(**usual | fields)


def goal(set_on: str, **fields: Any) -> Goal:  # noqa: ANN401
    """Make the goal to be Positive by the middle of 2027."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "account_id": MERCY,
        "level": Level.POSITIVE,
        "by": on("2027-06-30"),
        "set_on": on(set_on),
    }
    return Goal(**usual | fields)


def promise(side: Side, due_on: str | None, **fields: Any) -> Promise:  # noqa: ANN401
    """Make a promise; days may be given as text."""
    days = {"kept_on", "dropped_on"} & fields.keys()
    usual: dict[str, Any] = {
        "id": new_id(),
        "account_id": MERCY,
        "text": "bed-day cost comparison",
        "side": side,
        "due_on": on(due_on) if due_on else None,
    }
    return Promise(**usual | fields | {each: on(fields[each]) for each in days})


def option(answer: str = "", answered_on: str | None = None, **fields: Any) -> Option:  # noqa: ANN401
    """Make an option and how it was answered; a refusal where there is an answer."""
    usual: dict[str, Any] = {
        "id": OptionId(new_id()),
        "account_id": MERCY,
        "text": "Pilot on one ward",
        "answer": answer,
        "answered_on": on(answered_on) if answered_on else None,
        "refused": bool(answer),
    }
    return Option(**usual | fields)


def vision(side: Side, **fields: Any) -> Vision:  # noqa: ANN401
    """Make a vision for the autumn of 2027."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "account_id": MERCY,
        "text": "A quarterly review with my staff",
        "side": side,
        "due_on": on("2027-09-03"),
    }
    return Vision(**usual | fields)


def barrier(share: Side, **fields: Any) -> Barrier:  # noqa: ANN401
    """Make a barrier that stands."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "account_id": MERCY,
        "text": "wasted hours",
        "share": share,
    }
    return Barrier(**usual | fields)


def metric(name: str, side: Side, **fields: Any) -> Metric:  # noqa: ANN401
    """Make a metric; its id is its name."""
    usual: dict[str, Any] = {
        "id": MetricId(RecordId(name)),
        "account_id": MERCY,
        "text": name,
        "side": side,
    }
    return Metric(**usual | fields)


def alignment(one: Metric, other: Metric, **fields: Any) -> Alignment:  # noqa: ANN401
    """Make what a metric of theirs and one of ours do to each other."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "account_id": MERCY,
        "their_metric_id": one.id,
        "our_metric_id": other.id,
    }
    return Alignment(**usual | fields)


def relationship(**fields: Any) -> Relationship:  # noqa: ANN401
    """Make a relationship with Mercy General, with Dana there and us here."""
    usual: dict[str, Any] = {
        "account": account(),
        "people": (person(DANA), person(LUIS), person(ME, is_self=True)),
        "roles": (theirs(DANA), ours(ME)),
    }
    return Relationship(**usual | fields)
