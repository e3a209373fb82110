"""Lines of every kind that may be shared with an account, and some that stay home."""

from datetime import date
from typing import Any

from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.plan import (
    Barrier,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    OptionLink,
    Vision,
    VisionOutcome,
)
from journal.domain.promise import Promise
from journal.domain.record import (
    Basis,
    CriterionId,
    InterestId,
    MetricId,
    NegotiationId,
    OptionId,
    Record,
    RecordId,
    Side,
    Visibility,
)
from tests.operations.conftest import ANA, DANA, MERCY

DUE = date(2027, 1, 15)
TALKS = Negotiation(
    id=NegotiationId(RecordId("talks")),
    account_id=MERCY.id,
    title="How we work",
    opened_on=date(2026, 9, 1),
)
EARLIER = Negotiation(
    id=NegotiationId(RecordId("earlier")),
    account_id=MERCY.id,
    title="Price",
    opened_on=date(2025, 9, 1),
    closed_on=date(2025, 12, 1),
)


def line(kind: type[Any], name: str, text: str, **more: object) -> Any:  # noqa: ANN401
    """Make a line that may be shared, as they said it."""
    given = {"visibility": Visibility.SHAREABLE, "basis": Basis.SAID, **more}
    return kind(id=RecordId(name), account_id=MERCY.id, text=text, **given)


def shared_lines() -> list[Record]:
    """Make one of each."""
    ours, theirs, both = {"side": Side.OURS}, {"side": Side.THEIRS}, {"side": Side.SHARED}
    options = OptionId(RecordId("idea"))
    return [
        TALKS,
        EARLIER,
        line(Interest, "want", "No patient waits", **both),
        line(
            Vision, "desk", "One desk for both", **ours, due_on=DUE, outcome=VisionOutcome.REACHED
        ),
        line(Promise, "list", "The list of lots", **theirs, kept_on=date(2026, 10, 1)),
        line(Barrier, "theirs", "You answer late", share=Side.THEIRS),
        line(Barrier, "both", "Nobody owns the list", share=Side.SHARED),
        line(Barrier, "ours", "We come unprepared", share=Side.OURS, basis=Basis.GUESS),
        line(Vision, "our year", "One plan in May", **ours, due_on=DUE, basis=Basis.GUESS),
        line(Vision, "their year", "No surprises", **theirs, due_on=DUE, person_id=DANA.id),
        line(Metric, "spend", "Drug spend", **theirs, person_id=DANA.id, target="-4 %"),
        line(Metric, "units", "Units sold", **ours, basis=Basis.GUESS, person_id=ANA.id),
        Alignment(
            id=RecordId("pair"),
            account_id=MERCY.id,
            their_metric_id=MetricId(RecordId("spend")),
            our_metric_id=MetricId(RecordId("units")),
            perceived=Effect.AGAINST,
            checked=Effect.NEUTRAL,
            visibility=Visibility.SHAREABLE,
        ),
        line(Norm, "tell", "you tell us early", **theirs, basis=Basis.GUESS),
        line(Norm, "come", "we come on time", **ours, negotiation_id=TALKS.id),
        line(Option, "idea", "A shared plan"),
        line(Criterion, "early", "plans before budgets"),
        line(Criterion, "cheap", "cost per discharge"),
        OptionLink(
            id=RecordId("link"), option_id=options, criterion_id=CriterionId(RecordId("early"))
        ),
        OptionLink(id=RecordId("why"), option_id=options, interest_id=InterestId(RecordId("want"))),
        line(Promise, "later", "The second list", **ours, person_id=ANA.id),
        line(Promise, "numbers", "The numbers", **theirs, due_on=DUE),
    ]


def home_lines() -> list[Record]:
    """Make some that stay home, though most of them are ticked: each for a reason of its own."""
    ours, theirs = {"side": Side.OURS}, {"side": Side.THEIRS}
    private = {"visibility": Visibility.PRIVATE}
    elsewhere = {"negotiation_id": EARLIER.id}
    return [
        line(Norm, "private", "we say it first", **ours, **private),
        line(Metric, "guessed", "Staff overtime", **theirs, basis=Basis.GUESS),
        line(Metric, "reported", "Complaints", **theirs, basis=Basis.REPORTED),
        line(Vision, "dreamt", "They love us", **theirs, due_on=DUE, basis=Basis.GUESS),
        line(Barrier, "blamed", "Your buyer", share=Side.THEIRS, basis=Basis.GUESS),
        line(Criterion, "theirs only", "your audit", **theirs, basis=Basis.GUESS),
        line(Interest, "own", "More orders", **ours),
        line(Barrier, "lifted", "The slot", share=Side.OURS, lifted_on=date(2026, 10, 1)),
        line(Vision, "missed", "A pilot", **ours, due_on=DUE, outcome=VisionOutcome.PARTLY),
        line(Promise, "dropped", "A catalogue", **ours, dropped_on=date(2026, 10, 1)),
        line(Option, "then", "A discount", **elsewhere),
        Alignment(
            id=RecordId("unchecked"),
            account_id=MERCY.id,
            their_metric_id=MetricId(RecordId("spend")),
            our_metric_id=MetricId(RecordId("units")),
            visibility=Visibility.SHAREABLE,
        ),
    ]
