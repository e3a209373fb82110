"""What is done to meetings, each with chance to pick its object."""

from collections.abc import Callable
from dataclasses import replace

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.metric import Metric
from journal.domain.person import StandingCommitment
from journal.domain.plan import Barrier, Option
from journal.domain.promise import Promise
from journal.domain.rating import Level
from journal.domain.record import (
    Side,
)
from journal.operations import (
    causes,
    findings,
    meetings,
    outcomes,
    planning,
)
from journal.operations.findings import Spot
from journal.operations.outcomes import Ending
from journal.operations.people import Somebody
from journal.operations.planning import Visits
from journal.typed.finding import Finding, FindingKind
from tests.operations.conftest import DANA, LUIS, MERCY
from tests.operations.desk import DAY, Desk

LOST = Cancellation(by=Side.THEIRS, stated_reason="An emergency")


def tell_of(desk: Desk, status: Status) -> None:
    """Say of one that is planned what became of it; the verbs leave that to chance."""
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        cancellation = LOST if status is Status.CANCELLED else None
        ending = Ending(status=status, cancellation=cancellation)
        outcomes.tell_outcome(desk.journal, meeting.id, ending)


def _plan(desk: Desk) -> None:
    meetings.plan(desk.journal, desk.appointment())


def _plan_visits(desk: Desk) -> None:
    times = tuple(desk.appointment().when for _each in range(desk.chance.randrange(1, 4)))
    who = (Somebody(known=DANA.id), Somebody(name="Erin"))[: desk.chance.randrange(3)]
    planning.plan_visits(desk.journal, Visits(account_id=MERCY.id, times=times, people=who))


def _correct_time(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        planning.correct_time(desk.journal, meeting.id, desk.appointment().when, 45)


def _invite(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        planning.invite(desk.journal, meeting.id, Somebody(name="Erin"))


def _uninvite(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        planning.uninvite(desk.journal, meeting.id, DANA.id)


def _prepare(desk: Desk) -> None:
    if meeting := desk.pick(Meeting):
        meetings.prepare(desk.journal, replace(meeting, best=str(desk.chance.random())))


def _move(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        meetings.move(desk.journal, meeting.id, desk.appointment().when, LOST)


def _find_reason(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "cancelled_by IS NOT NULL"):
        meetings.find_reason(desk.journal, meeting.id, "Staff meeting")


def _tell_outcome(desk: Desk) -> None:
    meeting = desk.pick(Meeting)
    ending = Ending(
        status=desk.chance.choice(list(Status)),
        people=desk.chance.choice([None, (), (DANA.id,), (LUIS.id, DANA.id)]),
    )
    outcomes.tell_outcome(desk.journal, meeting.id if meeting else desk.appointment(), ending)


def _move_to(desk: Desk) -> None:
    open_ones = "SELECT id FROM meetings WHERE status = 'planned'"
    if meeting := desk.pick(
        Meeting, f"status = 'moved' AND (successor_id IS NULL OR successor_id IN ({open_ones}))"
    ):
        outcomes.move_to(desk.journal, meeting.id, desk.appointment().when)


def _say_who_came(desk: Desk) -> None:
    if meeting := desk.pick(Meeting):
        people = desk.chance.choice([(), (DANA.id,), (LUIS.id, DANA.id)])
        outcomes.say_who_came(desk.journal, meeting.id, people)


def _introduce(desk: Desk) -> None:
    if meeting := desk.pick(Meeting):
        who = desk.chance.choice([Somebody(name="Erin"), Somebody(known=LUIS.id)])
        outcomes.introduce(desk.journal, meeting.id, who)


def _rate(desk: Desk) -> None:
    if meeting := desk.pick(Meeting):
        outcomes.rate(desk.journal, meeting.id, desk.chance.choice([None, *Level]))


def _tell_when(desk: Desk) -> None:
    if meeting := desk.pick(Meeting):
        outcomes.tell_when(desk.journal, meeting.id, desk.appointment().when)


def _plan_next(desk: Desk) -> None:
    if meeting := desk.pick(Meeting):
        planned = desk.pick(Meeting, "status = 'planned'")
        when = desk.chance.choice([None, desk.appointment().when])
        is_other = planned is not None and planned != meeting
        outcomes.plan_next(
            desk.journal, meeting.id, when, planned.id if planned and is_other else None
        )


def _note_cause(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "cancelled_by IS NOT NULL"):
        causes.note_cause(desk.journal, meeting.id, desk.commitment())


def _find_causes(desk: Desk) -> None:
    fixed = desk.pick(StandingCommitment)
    meeting = desk.pick(Meeting, "cancelled_by IS NOT NULL OR status = 'no_show'")
    if fixed and meeting:
        causes.find_causes(desk.journal, [meeting.id], fixed.id)


def _keep_finding(desk: Desk) -> None:
    kind = desk.chance.choice([each for each in FindingKind if each is not FindingKind.COMMITMENT])
    meeting = desk.pick(Meeting)
    spot = Spot(
        account_id=MERCY.id, day=DAY, zone="UTC", meeting_id=meeting.id if meeting else None
    )
    text = f"Café {desk.chance.random()}"
    if desk.pick(Account, "id = 'mercy'"):
        findings.keep_finding(desk.journal, Finding(kind=kind, text=text), spot)


def _remove_finding(desk: Desk) -> None:
    if record := desk.pick(desk.chance.choice([Promise, Barrier, Option, Metric])):
        findings.remove_finding(desk.journal, record)


VERBS: tuple[Callable[[Desk], None], ...] = (
    *(_plan, _prepare, _move, _find_reason),
    *(_tell_outcome, _move_to, _say_who_came, _introduce, _rate, _tell_when, _plan_next),
    *(_note_cause, _find_causes, _keep_finding, _remove_finding),
    *(_plan_visits, _correct_time, _invite, _uninvite),
)
