"""A journal to be tried on, and every verb, each with chance to pick its object."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Barrier, Negotiation, Option, Question, Vision, VisionOutcome
from journal.domain.promise import Promise
from journal.domain.rating import Goal, Level
from journal.domain.record import (
    AccountId,
    CommitmentId,
    MetricId,
    OptionId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.operations import (
    accounts,
    attachments,
    causes,
    commitments,
    findings,
    goals,
    meetings,
    merging,
    outcomes,
    people,
    planning,
    plans,
    promises,
    records,
)
from journal.operations.findings import Spot
from journal.operations.goals import Wanted
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment, Report
from journal.operations.outcomes import Ending
from journal.operations.people import Place, Somebody
from journal.operations.planning import Visits
from journal.store.records import select
from journal.typed.finding import Finding, FindingKind
from tests.operations.conftest import ANA, DANA, DANAS_ROLE, LUIS, MERCY, SteppingClock

START = datetime.fromisoformat("2026-11-23T08:15:00+00:00")
DAY = date(2026, 11, 23)
LOST = Cancellation(by=Side.THEIRS, stated_reason="An emergency")

A_RECORD = TypeVar("A_RECORD", bound=Record)


class Desk:
    """A journal with one of each, and chance to pick among them."""

    def __init__(self, journal: Journal, chance: Random) -> None:
        self.journal = journal
        self.chance = chance

    def pick(self, kind: type[A_RECORD], where: str = "1") -> A_RECORD | None:
        """Return one of a kind outside the trash, if there is any."""
        found = select(self.journal.file.connection, kind, f"{where} ORDER BY id")
        return self.chance.choice(found) if found else None

    def appointment(self) -> Appointment:
        """Make one up."""
        day = DAY + timedelta(days=self.chance.randrange(60))
        return Appointment(
            account_id=MERCY.id,
            when=When.from_iso(f"{day}T10:00", "America/New_York"),
            people=(DANA.id, LUIS.id)[: self.chance.randrange(3)],
            purpose=self.chance.choice(["", "Review", "Café"]),
        )

    def report(self) -> Report:
        """Make one up."""
        return Report(
            summary=self.chance.choice(["", "Went well", "Nothing new"]),
            people=self.chance.choice([None, (), (DANA.id,), (LUIS.id, DANA.id)]),
            level=self.chance.choice([None, *Level]),
            next_visit=self.chance.choice([None, self.appointment()]),
        )


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


def _hold(desk: Desk) -> None:
    meeting = desk.pick(Meeting, "status = 'planned'")
    meetings.hold(desk.journal, meeting.id if meeting else desk.appointment(), desk.report())


def _cancel(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        meetings.cancel(desk.journal, meeting.id, LOST)


def _miss(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        meetings.miss(desk.journal, meeting.id)


def _move(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        meetings.move(desk.journal, meeting.id, desk.appointment().when, LOST)


def _find_reason(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "cancelled_by IS NOT NULL"):
        meetings.find_reason(desk.journal, meeting.id, "Staff meeting")


def _reopen_meeting(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status <> 'planned'"):
        meetings.reopen(desk.journal, meeting.id)


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
        causes.note_cause(desk.journal, meeting.id, _commitment(desk))


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


def _add(desk: Desk) -> None:
    new = RecordId(desk.journal.new_id())
    line = desk.chance.choice(
        [
            Promise(id=new, account_id=MERCY.id, text="A comparison", side=Side.OURS, due_on=DAY),
            Barrier(id=new, account_id=MERCY.id, text="The slot", share=Side.THEIRS),
            Option(id=OptionId(new), account_id=MERCY.id, text="A pilot"),
            Question(id=new, account_id=MERCY.id, text="Which number?"),
            Vision(id=new, account_id=MERCY.id, text="A review", side=Side.OURS, due_on=DAY),
        ]
    )
    records.add(desk.journal, "Add", line)


def _edit(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        text = f"Typed {desk.chance.random()}"
        typing = desk.chance.random() < 0.7
        records.edit(desk.journal, "Edit promise", replace(promise, text=text), typing=typing)


def _trash(desk: Desk) -> None:
    if record := desk.pick(desk.chance.choice([Meeting, Promise, Barrier, Option])):
        records.trash(desk.journal, "Trash", record)


def _restore(desk: Desk) -> None:
    if trashed := records.in_trash(desk.journal):
        records.restore(desk.journal, desk.chance.choice(trashed))


def _keep(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.keep(desk.journal, promise, DAY)


def _drop(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.drop(desk.journal, promise, DAY)


def _postpone(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.postpone(desk.journal, promise, DAY + timedelta(days=7))


def _reopen_promise(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.reopen(desk.journal, promise)


def _acknowledge(desk: Desk) -> None:
    if barrier := desk.pick(Barrier):
        plans.acknowledge(desk.journal, barrier, DAY)


def _lift(desk: Desk) -> None:
    if barrier := desk.pick(Barrier):
        plans.lift(desk.journal, barrier, DAY, "moved")


def _answer_option(desk: Desk) -> None:
    if option := desk.pick(Option):
        plans.answer_option(desk.journal, option, "not a priority", DAY, refused=True)


def _answer_question(desk: Desk) -> None:
    if question := desk.pick(Question):
        plans.answer_question(desk.journal, question, "Cost", DAY)


def _settle_vision(desk: Desk) -> None:
    if vision := desk.pick(Vision):
        plans.settle_vision(desk.journal, vision, VisionOutcome.REACHED, DAY)


def _check_alignment(desk: Desk) -> None:
    if alignment := desk.pick(Alignment):
        effect = desk.chance.choice(list(Effect))
        plans.check_alignment(desk.journal, alignment, plans.Check(effect=effect, on=DAY))


def _open_negotiation(desk: Desk) -> None:
    if desk.pick(Negotiation, "closed_on IS NULL") is None and desk.pick(Account):
        plans.open_negotiation(desk.journal, MERCY.id, "How we work")


def _close_negotiation(desk: Desk) -> None:
    if negotiation := desk.pick(Negotiation, "closed_on IS NULL"):
        plans.close_negotiation(desk.journal, negotiation, "Tuesdays")


def _open_account(desk: Desk) -> None:
    new = AccountId(desk.journal.new_id())
    accounts.open_account(desk.journal, Account(id=new, name="Clinic"))


def _introduce_self(desk: Desk) -> None:
    accounts.introduce_self(desk.journal, f"Ana {desk.chance.randrange(3)}")


def _leave(desk: Desk) -> None:
    if role := desk.pick(Role, '"end" IS NULL'):
        accounts.leave(desk.journal, role, DAY + timedelta(days=1))


def _trash_account(desk: Desk) -> None:
    if account := desk.pick(Account):
        accounts.trash_account(desk.journal, account.id)


def _add_person(desk: Desk) -> None:
    title = f"Title {desk.chance.random()}"
    place = Place(account_id=MERCY.id, title=title, end=DAY)
    who = desk.chance.choice([Somebody(name="Erin"), Somebody(known=LUIS.id)])
    people.add_person(desk.journal, who, place)


def _date_role(desk: Desk) -> None:
    if role := desk.pick(Role):
        start = DAY - timedelta(days=desk.chance.randrange(900))
        people.date_role(desk.journal, role, start, DAY)


def _report_to(desk: Desk) -> None:
    if role := desk.pick(Role, "reports_to_id IS NULL AND person_id <> 'luis'"):
        people.report_to(desk.journal, role, LUIS.id)


def _hand_over(desk: Desk) -> None:
    ours = select(
        desk.journal.file.connection, Role, "account_id = ? AND side = 'ours'", (MERCY.id,)
    )
    on = max([DAY, *(each.start for each in ours if each.start)]) + timedelta(days=1)
    people.hand_over(desk.journal, MERCY.id, Somebody(name="Rob"), on, "Nothing to be done")


def _trash_person(desk: Desk) -> None:
    if person := desk.pick(Person, "is_self = 0"):
        people.trash_person(desk.journal, person.id)


def _trash_metric(desk: Desk) -> None:
    if metric := desk.pick(Metric):
        people.trash_metric(desk.journal, metric)


def _note_commitment(desk: Desk) -> None:
    commitments.note_commitment(desk.journal, _commitment(desk))


def _commitment(desk: Desk) -> StandingCommitment:
    return StandingCommitment(
        id=CommitmentId(desk.journal.new_id()),
        person_id=DANA.id,
        title="Staff meeting",
        rule="FREQ=WEEKLY;BYDAY=TH",
        first_day=DAY,
        start=time(15),
        minutes=60,
        zone="America/New_York",
    )


def _change_commitment(desk: Desk) -> None:
    if fixed := desk.pick(StandingCommitment):
        minutes = desk.chance.randrange(1, 90)
        commitments.change_commitment(desk.journal, replace(fixed, minutes=minutes))


def _end_commitment(desk: Desk) -> None:
    if fixed := desk.pick(StandingCommitment):
        commitments.end_commitment(desk.journal, fixed, DAY + timedelta(days=7))


def _set_goal(desk: Desk) -> None:
    goals.set_goal(desk.journal, MERCY.id, Wanted(level=Level.POSITIVE, by=date(2027, 6, 30)))


def _change_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal):
        sentence = f"Better {desk.chance.random()}"
        wanted = Wanted(level=Level.NEUTRAL, by=date(2027, 3, 1), sentence=sentence)
        goals.change_goal(desk.journal, goal, wanted)


def _share_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal, "shared_on IS NULL"):
        goals.share_goal(desk.journal, goal, DAY, desk.chance.choice([None, DANA.id]))


def _unshare_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal, "shared_on IS NOT NULL"):
        goals.unshare_goal(desk.journal, goal)


def _end_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal, "ended_on IS NULL"):
        goals.end_goal(desk.journal, goal, DAY)


def _attach(desk: Desk) -> None:
    source = desk.journal.path.with_name("floor plan.txt")
    source.write_text(f"Ward {desk.chance.random()}", encoding="utf-8")
    attachments.attach(desk.journal, MERCY.id, [source])


def _merge_accounts(desk: Desk) -> None:
    kept, other = desk.pick(Account), desk.pick(Account)
    if kept and other and kept != other:
        merging.merge_accounts(desk.journal, kept, other, {})


def _merge_people(desk: Desk) -> None:
    kept, other = desk.pick(Person), desk.pick(Person)
    if kept and other and kept != other:
        merging.merge_people(desk.journal, kept, other, {})


VERBS: tuple[Callable[[Desk], None], ...] = (
    *(_plan, _prepare, _hold, _cancel, _miss, _move, _find_reason, _reopen_meeting),
    *(_tell_outcome, _move_to, _say_who_came, _introduce, _rate, _tell_when, _plan_next),
    *(_note_cause, _find_causes, _keep_finding, _remove_finding),
    *(_add, _add, _edit, _edit, _trash, _restore),
    *(_keep, _drop, _postpone, _reopen_promise),
    *(_acknowledge, _lift, _answer_option, _answer_question, _settle_vision),
    *(_check_alignment, _open_negotiation, _close_negotiation),
    *(_open_account, _introduce_self, _leave, _trash_account),
    *(_add_person, _date_role, _report_to, _hand_over, _trash_person, _trash_metric),
    *(_note_commitment, _change_commitment, _end_commitment),
    *(_set_goal, _change_goal, _share_goal, _unshare_goal, _end_goal),
    *(_attach, _merge_accounts, _merge_people, _plan_visits, _correct_time, _invite, _uninvite),
)
# By the name of the operation.
DO = {verb.__name__.removeprefix("_"): verb for verb in VERBS}


@contextmanager
def a_desk(chance: Random) -> Iterator[Desk]:
    """Make a journal with one account, its people and a pair of metrics."""
    with (
        TemporaryDirectory() as folder,
        Journal.create(Path(folder) / "test.journal", SteppingClock(START)) as journal,
    ):
        theirs, ours = (
            Metric(id=MetricId(RecordId(side)), account_id=MERCY.id, text="Spend", side=side)
            for side in (Side.THEIRS, Side.OURS)
        )
        pair = Alignment(
            id=RecordId("pair"),
            account_id=MERCY.id,
            their_metric_id=theirs.id,
            our_metric_id=ours.id,
        )
        journal.write("Fill", add=[MERCY, DANA, LUIS, ANA, DANAS_ROLE, theirs, ours, pair])
        yield Desk(journal, chance)
