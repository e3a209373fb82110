"""The case of PRODUCT.md, written by hand: one slot that killed the visits, and how it ended.

Eleven Thursdays at 14:00 for fifty minutes, seven lost, six of them at the door; the
management staff meeting begins at 15:00. Since 8 September on Tuesdays at 10:00, three of
three held. Before that two account managers who could do nothing.
"""

from dataclasses import replace
from datetime import date, timedelta

from journal.domain.account import Aim
from journal.domain.meeting import Meeting, Status, Whereabouts
from journal.domain.metric import Alignment, Effect, MetricReading
from journal.domain.person import BuyingRole, StandingCommitment
from journal.domain.plan import (
    Alternative,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    OptionLink,
    Question,
    VisionOutcome,
)
from journal.domain.promise import Quote
from journal.domain.rating import Level, Viewpoint
from journal.domain.record import (
    Basis,
    CriterionId,
    InterestId,
    NegotiationId,
    PersonId,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from tests.analysis.made import (
    DANA,
    LUIS,
    ME,
    MERCY,
    account,
    alignment,
    barrier,
    cancelled,
    commitment,
    goal,
    invited,
    meeting,
    metric,
    new_id,
    on,
    option,
    ours,
    person,
    promise,
    rating,
    theirs,
    vision,
)

OLSEN = PersonId(RecordId("olsen"))
HAAS = PersonId(RecordId("haas"))
REYES = PersonId(RecordId("reyes"))

STAFF_MEETING: StandingCommitment = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00")
COMMITTEE: StandingCommitment = commitment("FREQ=MONTHLY;BYDAY=2TU", "13:00", title="P&T committee")


def _thursday(day: str, status: Status = Status.HELD, **fields: object) -> Meeting:
    return meeting(f"{day}T14:00", status, minutes=50, **fields)


def _lost(day: str, minutes_early: int, where: Whereabouts | None = None) -> Meeting:
    start = _thursday(day).when.instant
    return cancelled(
        f"{day}T14:00",
        minutes=50,
        at=start - timedelta(minutes=minutes_early),
        whereabouts=where,
        stated_reason="Something came up",
    )


# In reception ten minutes early: only the user can say that this was at the door.
IN_RECEPTION = _lost("2026-03-19", 10, Whereabouts.AT_THE_DOOR)
THURSDAYS = (
    _thursday("2026-03-05"),
    IN_RECEPTION,
    _lost("2026-04-02", 0),
    _thursday("2026-04-16"),
    _lost("2026-05-07", -15),
    _thursday("2026-05-21", Status.NO_SHOW),
    _thursday("2026-06-11"),
    _lost("2026-06-25", 0),
    # Two days before: nobody drove.
    _lost("2026-07-09", 2 * 24 * 60),
    _lost("2026-07-30", 5, Whereabouts.AT_THE_DOOR),
    _thursday("2026-09-03"),
)
TURNING_POINT = THURSDAYS[-1]
TUESDAYS = tuple(
    meeting(f"{day}T10:00", minutes=50, summary=summary)
    for day, summary in (
        ("2026-09-08", ""),
        ("2026-10-06", ""),
        ("2026-11-10", "You handed over the stock-out log"),
    )
)
LAST = TUESDAYS[-1]
NEXT = meeting(
    "2026-12-01T10:00",
    Status.PLANNED,
    minutes=50,
    purpose="Agree on one number",
    best="Dana names her analyst and a first review date in January.",
    least="She says what she would need to see first.",
    opening="Last time you told me how you are measured.",
)
MEETINGS = (*THURSDAYS, *TUESDAYS, NEXT)

SPEND = metric(
    "spend",
    Side.THEIRS,
    person_id=DANA,
    basis=Basis.SAID,
    noted_on=on("2026-09-03"),
)
STOCK_OUTS = metric(
    "stock-outs", Side.THEIRS, person_id=DANA, basis=Basis.REPORTED, reported_by_id=LUIS
)
OVERTIME = metric("overtime", Side.THEIRS, person_id=DANA)
OF_REYES = metric("invoices", Side.THEIRS, person_id=REYES)
UNITS = metric("units", Side.OURS, person_id=ME)
SERVICE = metric("service", Side.OURS, person_id=ME)
FEAR_REFUTED: Alignment = alignment(
    SPEND,
    UNITS,
    perceived=Effect.AGAINST,
    checked=Effect.NEUTRAL,
    checked_on=on("2026-09-03"),
    meeting_id=TURNING_POINT.id,
)
SUPPORTS = alignment(STOCK_OUTS, SERVICE, checked=Effect.SUPPORTS)

OUR_SHARE = barrier(Side.OURS, acknowledged_on=on("2026-09-03"), position=2)
NO_ACCESS = barrier(Side.THEIRS, named_on=on("2026-10-06"), position=1)
THE_SLOT = barrier(
    Side.SHARED,
    named_on=on("2026-09-03"),
    lifted_on=on("2026-09-03"),
    lifted_how="moved to Tue 10:00",
)

NEGOTIATION = Negotiation(
    id=NegotiationId(RecordId("negotiation")),
    account_id=MERCY,
    title="The relationship itself",
    opened_on=on("2026-09-01"),
)
NO_SURPRISE = Interest(
    id=InterestId(RecordId("no surprise")),
    account_id=MERCY,
    text="No surprise in the budget",
    side=Side.THEIRS,
    basis=Basis.SAID,
    negotiation_id=NEGOTIATION.id,
)
BE_SEEN = Interest(
    id=InterestId(RecordId("be seen")),
    account_id=MERCY,
    text="Be seen to lead on cost",
    side=Side.THEIRS,
    negotiation_id=NEGOTIATION.id,
)
FEWER_STOCK_OUTS = Interest(
    id=InterestId(RecordId("fewer")),
    account_id=MERCY,
    text="Fewer stock-outs",
    side=Side.SHARED,
)
BENCHMARK = Criterion(
    id=CriterionId(RecordId("benchmark")), account_id=MERCY, text="The state's benchmark"
)
REVIEW = option(text="A review each quarter", noted_on=on("2026-09-03"))
PILOT = option("not a priority", "2026-11-10", noted_on=on("2026-10-06"))
OLD_IDEA = option("not now", "2025-03-01", noted_on=on("2025-02-01"))

COMPARISON = promise(Side.OURS, "2026-11-22", made_on=on("2026-11-10"))
ANALYST = promise(Side.THEIRS, "2026-11-27", person_id=DANA)
LOG = promise(Side.OURS, "2026-11-12", kept_on="2026-11-10")
EARLIER_LATE = promise(Side.OURS, "2026-10-01", kept_on="2026-10-06")

WHICH_NUMBER = Question(
    id=new_id(), account_id=MERCY, text="Which number does your director look at first?"
)
QUOTE = Quote(
    id=new_id(),
    account_id=MERCY,
    text="Come back in January",
    person_id=DANA,
    meeting_id=LAST.id,
)
DAMAGED_AGAIN = rating("2026-06-11", Level.DAMAGED)
STRAINED = rating("2026-09-03", Level.STRAINED, person_id=ME)
SHE_SAID = rating("2026-09-03", Level.NEUTRAL, viewpoint=Viewpoint.THEIRS_SAID, person_id=DANA)
GOAL = goal("2026-09-03", shared_on=on("2026-09-03"), shared_with_id=DANA)
HERS = vision(Side.THEIRS, person_id=DANA, basis=Basis.SAID, noted_on=on("2026-09-03"))

DIRECTOR = theirs(
    DANA,
    title="Director of Pharmacy",
    buying_role=BuyingRole.DECIDES,
    reports_to_id=PersonId(RecordId("coo")),
)
BUYER = theirs(
    LUIS,
    title="Buyer",
    buying_role=BuyingRole.BUYS,
    reports_to_id=DANA,
    start=on("2026-11-16"),
)
BUYER_BEFORE = theirs(REYES, title="buyer", end=on("2026-11-15"))
OURS_2024 = ours(
    OLSEN,
    start=on("2024-01-08"),
    end=on("2024-12-31"),
    note="Nothing can be done here",
)
OURS_2025 = ours(HAAS, start=on("2025-01-01"), end=on("2026-02-28"))
OURS_NOW = ours(ME, start=on("2026-03-01"))


def case() -> Relationship:
    """Return all that is known of Mercy General on 23 November 2026."""
    return replace(
        _history(),
        metrics=(SPEND, STOCK_OUTS, OVERTIME, OF_REYES, UNITS, SERVICE),
        readings=(_reading("2026-10-31", 4.0), _reading("2026-09-30", 5.0)),
        alignments=(FEAR_REFUTED, SUPPORTS),
        negotiations=(NEGOTIATION,),
        barriers=(NO_ACCESS, OUR_SHARE, THE_SLOT),
        visions=(
            HERS,
            vision(Side.OURS),
            vision(
                Side.THEIRS,
                due_on=on("2025-01-01"),
                outcome=VisionOutcome.NOT_REACHED,
            ),
        ),
        norms=(
            Norm(id=new_id(), account_id=MERCY, text="We come on Tuesdays", side=Side.OURS),
            Norm(id=new_id(), account_id=MERCY, text="Tell us a day before", side=Side.THEIRS),
        ),
        interests=(NO_SURPRISE, BE_SEEN, FEWER_STOCK_OUTS),
        criteria=(BENCHMARK,),
        options=(REVIEW, PILOT, OLD_IDEA),
        option_links=(
            OptionLink(id=new_id(), option_id=REVIEW.id, interest_id=NO_SURPRISE.id),
            OptionLink(id=new_id(), option_id=REVIEW.id, criterion_id=BENCHMARK.id),
            OptionLink(id=new_id(), option_id=PILOT.id, interest_id=FEWER_STOCK_OUTS.id),
        ),
        alternatives=(
            Alternative(id=new_id(), account_id=MERCY, text="Present supplier", side=Side.THEIRS),
            Alternative(id=new_id(), account_id=MERCY, text="Work with Luis", side=Side.OURS),
        ),
        questions=(
            WHICH_NUMBER,
            Question(id=new_id(), account_id=MERCY, text="Done", asked_on=on("2026-11-10")),
        ),
        promises=(COMPARISON, ANALYST, LOG, EARLIER_LATE),
        quotes=(
            QUOTE,
            Quote(id=new_id(), account_id=MERCY, text="Earlier", meeting_id=TURNING_POINT.id),
        ),
    )


def _history() -> Relationship:
    """Return who met whom when, and how both sides rated it."""
    return Relationship(
        account=account(aim=Aim.REPAIR, address="400 Main St, Dayton", contact_interval_days=30),
        people=(
            person(DANA, remember="brings her own coffee", avoid="slides"),
            person(LUIS),
            person(REYES),
            person(OLSEN),
            person(HAAS),
            person(PersonId(RecordId("coo"))),
            person(ME, is_self=True),
        ),
        roles=(DIRECTOR, BUYER, BUYER_BEFORE, OURS_NOW, OURS_2025, OURS_2024),
        commitments=(STAFF_MEETING, COMMITTEE),
        meetings=MEETINGS,
        participations=(
            *(each for one in (*THURSDAYS, *TUESDAYS) for each in invited(one, DANA, ME)),
            *invited(NEXT, DANA, LUIS, ME),
        ),
        ratings=(
            rating("2024-01-15", Level.NEUTRAL),
            rating("2024-06-03", Level.STRAINED),
            rating("2025-02-10", Level.DAMAGED),
            DAMAGED_AGAIN,
            STRAINED,
            SHE_SAID,
        ),
        goals=(GOAL,),
    )


def _reading(day: str, value: float) -> MetricReading:
    return MetricReading(id=new_id(), metric_id=SPEND.id, day=date.fromisoformat(day), value=value)
