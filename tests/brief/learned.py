"""What was learned and prepared in the case: numbers, barriers, visions, the negotiation."""

from datetime import date

from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.plan import (
    Alternative,
    Barrier,
    Criterion,
    Interest,
    Norm,
    Option,
    OptionLink,
    Question,
    Vision,
)
from journal.domain.promise import Promise, Quote
from journal.domain.record import (
    AccountId,
    Basis,
    CriterionId,
    InterestId,
    MeetingId,
    MetricId,
    OptionId,
    PersonId,
    RecordId,
    Side,
)

MERCY = AccountId(RecordId("mercy"))
DANA, LUIS, ME = (PersonId(RecordId(each)) for each in ("dana", "luis", "me"))
SPEND, STOCK, OVERTIME = (MetricId(RecordId(each)) for each in ("spend", "stock", "overtime"))
UNITS, SERVICE, ROAD = (MetricId(RecordId(each)) for each in ("units", "service", "road"))
BUDGET, STAFF, COST = (InterestId(RecordId(each)) for each in ("budget", "staff", "cost"))
ACCESS, OUTCOME, WASTE = (InterestId(RecordId(each)) for each in ("access", "outcome", "waste"))
REVIEW, BOARD, PILOT = (OptionId(RecordId(each)) for each in ("review", "board", "pilot"))
BENCH = CriterionId(RecordId("bench"))
SEP_3 = date(2026, 9, 3)
NOV_12 = date(2026, 11, 12)
HELD_NOV_12 = MeetingId(RecordId(f"held {NOV_12}"))


def metrics() -> tuple[Metric, ...]:
    """Return the metrics of the case."""

    def theirs(metric: MetricId, text: str, basis: Basis, target: str = "") -> Metric:
        return Metric(
            id=metric,
            account_id=MERCY,
            side=Side.THEIRS,
            text=text,
            basis=basis,
            person_id=DANA,
            noted_on=SEP_3,
            target=target,
        )

    def ours(metric: MetricId, text: str) -> Metric:
        return Metric(id=metric, account_id=MERCY, side=Side.OURS, text=text, person_id=ME)

    return (
        theirs(SPEND, "Drug spend per bed-day", Basis.SAID, target="-4 %"),
        theirs(STOCK, "Stock-outs per month", Basis.SAID),
        theirs(OVERTIME, "Staff overtime", Basis.GUESS),
        ours(UNITS, "Units sold"),
        ours(SERVICE, "Service level"),
        ours(ROAD, "Hours on the road"),
    )


def alignments() -> tuple[Alignment, ...]:
    """Return the alignments of the case."""
    return (
        Alignment(
            id=RecordId("a1"), account_id=MERCY, their_metric_id=SPEND, our_metric_id=UNITS,
            perceived=Effect.AGAINST, perceived_on=SEP_3, perceived_by_id=DANA,
            checked=Effect.NEUTRAL, checked_on=SEP_3, evidence="twelve months, side by side",
        ),
        Alignment(
            id=RecordId("a2"), account_id=MERCY, their_metric_id=STOCK, our_metric_id=SERVICE,
            checked=Effect.SUPPORTS, checked_on=NOV_12,
        ),
    )  # fmt: skip


def barriers() -> tuple[Barrier, ...]:
    """Return the barriers of the case."""
    return (
        Barrier(
            id=RecordId("b1"), account_id=MERCY, share=Side.THEIRS, named_on=date(2026, 10, 1),
            text="No access to the P&T committee",
        ),
        Barrier(
            id=RecordId("b2"), account_id=MERCY, share=Side.OURS, acknowledged_on=SEP_3,
            text="Two hours of hers wasted on things she had not asked for.",
        ),
    )  # fmt: skip


def visions() -> tuple[Vision, ...]:
    """Return the visions of the case."""
    return (
        Vision(
            id=RecordId("v1"), account_id=MERCY, side=Side.THEIRS, person_id=DANA, noted_on=SEP_3,
            due_on=date(2027, 9, 3), basis=Basis.SAID,
            text="A quarterly review with my staff, and one number that we share.",
        ),
        Vision(
            id=RecordId("v2"), account_id=MERCY, side=Side.OURS, noted_on=date(2026, 9, 1),
            due_on=date(2027, 9, 1), text="the first call that she makes on formulary questions.",
        ),
    )  # fmt: skip


def norms() -> tuple[Norm, ...]:
    """Return the norms of the case."""
    texts = (
        (Side.OURS, "come on Tuesdays, with what was asked for, and end on time"),
        (Side.OURS, "say it first when something goes wrong"),
        (Side.THEIRS, "tell us a day before when it cannot be"),
    )
    return tuple(
        Norm(id=RecordId(f"n{number}"), account_id=MERCY, side=side, text=text)
        for number, (side, text) in enumerate(texts)
    )


def interests() -> tuple[Interest, ...]:
    """Return the interests of the case."""
    rows = (
        (BUDGET, Side.THEIRS, "No surprise in the budget", Basis.SAID),
        (STAFF, Side.THEIRS, "Time with her own staff", Basis.SAID),
        (COST, Side.THEIRS, "Be seen to lead on cost by the COO", Basis.GUESS),
        (ACCESS, Side.OURS, "Predictable access", Basis.SAID),
        (OUTCOME, Side.OURS, "To be judged on outcome, not on volume", Basis.SAID),
        (WASTE, Side.SHARED, "Fewer stock-outs; fewer wasted hours", Basis.SAID),
    )
    return tuple(
        Interest(id=key, account_id=MERCY, side=side, text=text, basis=basis)
        for key, side, text, basis in rows
    )


def options() -> tuple[Option, ...]:
    """Return the options of the case."""
    return (
        Option(
            id=REVIEW, account_id=MERCY, text="30-minute review each quarter, her agenda first"
        ),
        Option(
            id=BOARD, account_id=MERCY, text="Joint dashboard, her analyst owns it",
            answer="send me an example", answered_on=NOV_12,
        ),
        Option(
            id=PILOT, account_id=MERCY, text="Pilot on one ward", answer="not a priority",
            answered_on=NOV_12, refused=True,
        ),
    )  # fmt: skip


def promises() -> tuple[Promise, ...]:
    """Return the promises of the case."""

    def promise(
        name: str, side: Side, text: str, *, due_on: date, kept_on: date | None = None
    ) -> Promise:
        return Promise(
            id=RecordId(name),
            account_id=MERCY,
            side=side,
            text=text,
            person_id=ME if side is Side.OURS else DANA,
            due_on=due_on,
            kept_on=kept_on,
        )

    return (
        promise("o1", Side.OURS, "bed-day cost comparison", due_on=date(2026, 11, 14)),
        promise("o2", Side.OURS, "stock-out log", due_on=NOV_12, kept_on=NOV_12),
        promise("o3", Side.OURS, "visit report", due_on=SEP_3, kept_on=date(2026, 9, 9)),
        promise("t1", Side.THEIRS, "name of the analyst", due_on=date(2026, 11, 27)),
        promise("t2", Side.THEIRS, "audit of last spring", due_on=SEP_3, kept_on=SEP_3),
    )


def criteria() -> tuple[Criterion, ...]:
    """Return the criteria of the case."""
    return (
        Criterion(
            id=BENCH,
            account_id=MERCY,
            text="Published bed-day benchmark of the state association, 2026 edition",
        ),
        Criterion(
            id=CriterionId(RecordId("audit")), account_id=MERCY, text="Her audit of last spring"
        ),
    )


def option_links() -> tuple[OptionLink, ...]:
    """Return the option links of the case."""
    return (
        OptionLink(id=RecordId("l1"), option_id=REVIEW, interest_id=BUDGET),
        OptionLink(id=RecordId("l2"), option_id=REVIEW, interest_id=ACCESS),
        OptionLink(id=RecordId("l3"), option_id=BOARD, criterion_id=BENCH),
    )


def alternatives() -> tuple[Alternative, ...]:
    """Return the alternatives of the case."""
    return (
        Alternative(
            id=RecordId("batna"),
            account_id=MERCY,
            side=Side.OURS,
            text="keep the Tuesday visits and work through Luis. Leave it if the first review "
            "is not dated by March.",
        ),
        Alternative(
            id=RecordId("theirs"),
            account_id=MERCY,
            side=Side.THEIRS,
            text="stay with the present supplier until the May tender.",
        ),
    )


def questions() -> tuple[Question, ...]:
    """Return the questions of the case."""
    return (
        Question(
            id=RecordId("q1"),
            account_id=MERCY,
            text="Luis, how will you know in a year that this was a good choice?",
            person_id=LUIS,
        ),
        Question(
            id=RecordId("q2"),
            account_id=MERCY,
            text="What would make you look forward to these visits?",
        ),
    )


def quotes() -> tuple[Quote, ...]:
    """Return the quotes of the case."""
    return (
        Quote(
            id=RecordId("quote"),
            account_id=MERCY,
            text="Not a priority before year end, come back in January.",
            person_id=DANA,
            said_on=NOV_12,
            meeting_id=HELD_NOV_12,
            basis=Basis.SAID,
        ),
    )
