"""Relationships written by hand, from none at all to a crowd, for every test of the timeline."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from journal.domain.account import Account, Aim
from journal.domain.meeting import Cancellation, Meeting, Status, Whereabouts
from journal.domain.metric import Alignment, Effect, Metric, MetricReading
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import AccountId, Basis, MeetingId, MetricId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
ACCOUNT = AccountId(RecordId("account"))
ZONE = "America/New_York"
STAFF_MEETING = "Management staff meeting at 15:00, right behind our slot"


def account(name: str = "Mercy General") -> Account:
    """Make the account that everything hangs on."""
    return Account(id=ACCOUNT, name=name, aim=Aim.REPAIR, time_zone=ZONE, travel_min=120)


def when(day: str, clock: str | None = "14:00") -> When:
    """Say when, as the clocks in Dayton show it."""
    return When(
        day=date.fromisoformat(day), time=time.fromisoformat(clock) if clock else None, zone=ZONE
    )


def meeting(number: int, day: str, sign: str = "o", clock: str | None = "14:00") -> Meeting:
    """Make a meeting by a sign: o held, x lost, X lost at the door, u called off by us.

    m moved by them in good time, p planned (and unrecorded, where that is past).
    """
    status = {"o": Status.HELD, "m": Status.MOVED, "p": Status.PLANNED}.get(sign, Status.CANCELLED)
    called_off = None
    if sign in "xXum":
        start = when(day, clock).start
        called_off = Cancellation(
            by=Side.OURS if sign == "u" else Side.THEIRS,
            at=start - timedelta(days=3 if sign == "m" else 1) if sign != "X" else None,
            whereabouts=Whereabouts.AT_THE_DOOR if sign == "X" else None,
            stated_reason="" if sign in "um" else "something came up",
        )
    return Meeting(
        id=MeetingId(RecordId(f"meeting-{number}")),
        account_id=ACCOUNT,
        when=when(day, clock),
        status=status,
        cancellation=called_off,
        summary="Talked about the ward pilot" if sign == "o" else "",
    )


def _person(key: str, name: str, *, is_self: bool = False) -> Person:
    return Person(id=PersonId(RecordId(key)), name=name, is_self=is_self)


def _role(key: str, title: str, start: str | None, end: str | None, note: str = "") -> Role:
    return Role(
        id=RecordId(f"role-{key}"),
        account_id=ACCOUNT,
        person_id=PersonId(RecordId(key)),
        side=Side.OURS,
        title=title,
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
        note=note,
    )


def rating(
    number: int,
    day: str,
    level: Level,
    viewpoint: Viewpoint = Viewpoint.OURS,
    meeting_id: str | None = None,
) -> Rating:
    """Make an overall rating."""
    return Rating(
        id=RecordId(f"rating-{number}"),
        account_id=ACCOUNT,
        day=date.fromisoformat(day),
        level=level,
        viewpoint=viewpoint,
        meeting_id=MeetingId(RecordId(meeting_id)) if meeting_id else None,
    )


_MEETINGS = (
    "2024-01-11 o, 2024-02-22 o, 2024-04-04 o, 2024-05-16 o, 2024-06-27 u, 2024-07-18 o,"
    "2024-08-29 o, 2024-10-10 x, 2024-10-31 o, 2024-11-21 X, 2024-12-12 o,"
    "2025-01-23 o, 2025-02-20 X, 2025-03-20 x, 2025-04-24 o, 2025-06-05 o, 2025-07-17 X,"
    "2025-09-04 o, 2025-10-16 m, 2025-10-30 o, 2025-12-11 o,"
    "2026-01-15 o, 2026-02-12 X, 2026-03-12 o, 2026-03-26 X, 2026-04-09 x, 2026-04-23 o,"
    "2026-05-07 X, 2026-05-21 X, 2026-06-04 X, 2026-06-18 o, 2026-07-02 X, 2026-07-16 X,"
    "2026-08-06 X, 2026-09-03 o, 2026-09-22 o, 2026-10-06 o, 2026-10-27 o, 2026-11-12 o,"
    "2026-11-19 p, 2026-12-01 p, 2027-01-12 p"
)


_SPEND = Metric(
    id=MetricId(RecordId("spend")),
    account_id=ACCOUNT,
    side=Side.THEIRS,
    text="Drug spend per bed-day",
    basis=Basis.SAID,
)
_BUSINESS = Metric(
    id=MetricId(RecordId("business")),
    account_id=ACCOUNT,
    side=Side.OURS,
    text="Business",
    unit="k$",
)
# The meeting in which it turned, on 3 September 2026.
TURNING = MeetingId(RecordId("meeting-34"))


def case() -> Relationship:
    """Tell the case of the product: three owners, three years, cancelled at the door."""
    made = [each.split() for each in _MEETINGS.split(",")]
    return Relationship(
        account=account(),
        people=(
            _person("olsen", "P. Olsen"),
            _person("haas", "R. Haas"),
            _person("me", "Jo Arnold", is_self=True),
            _person("dana", "Dana Whitfield"),
        ),
        roles=(
            _role("olsen", "account manager", "2023-12-01", "2024-11-15", "nothing could be done"),
            _role("haas", "account manager", "2024-11-16", "2025-10-31", "not a priority"),
            _role("me", "account manager", "2025-11-01", None),
        ),
        meetings=tuple(meeting(n, day, sign) for n, (day, sign) in enumerate(made)),
        ratings=_ratings(),
        metrics=(_SPEND, _BUSINESS),
        readings=_readings(),
        goals=(_GOAL,),
        alignments=(_ALIGNMENT,),
        visions=(_VISION,),
        barriers=(
            _barrier(1, "We waste two hours of hers", "2025-11-20", "2026-09-03", Side.OURS),
            _barrier(2, STAFF_MEETING, "2026-09-03", "2026-09-22", Side.THEIRS),
            _barrier(3, "No access to the P&T committee", "2026-10-06", None, Side.THEIRS),
        ),
        promises=(
            _promise(1, "stock-out log", Side.OURS, "2026-11-12", kept="2026-11-12"),
            _promise(2, "bed-day cost comparison", Side.OURS, "2026-11-22"),
            _promise(3, "name of the analyst", Side.THEIRS, "2026-11-27"),
            _promise(4, "a slot that holds", Side.THEIRS, "2026-09-10", kept="2026-09-15"),
            _promise(5, "ward pilot", Side.OURS, "2025-05-30", dropped="2025-06-05"),
        ),
        quotes=(
            _quote(1, "It's not a priority.", "2025-02-20"),
            _quote(
                2, "No one has ever spent the time to understand how I'm measured.", "2026-09-03"
            ),
        ),
    )


_GOAL = Goal(
    id=RecordId("goal"),
    account_id=ACCOUNT,
    level=Level.POSITIVE,
    by=date(2027, 6, 30),
    set_on=date(2026, 9, 3),
    shared_on=date(2026, 9, 3),
)
_ALIGNMENT = Alignment(
    id=RecordId("alignment"),
    account_id=ACCOUNT,
    their_metric_id=_SPEND.id,
    our_metric_id=_BUSINESS.id,
    perceived=Effect.AGAINST,
    checked=Effect.SUPPORTS,
    checked_on=date(2026, 9, 3),
    evidence="Fewer stock-outs, fewer rush orders",
    meeting_id=TURNING,
)
_VISION = Vision(
    id=RecordId("vision"),
    account_id=ACCOUNT,
    side=Side.THEIRS,
    text="Quarterly review with my staff, one shared number",
    due_on=date(2027, 9, 3),
)


def _ratings() -> tuple[Rating, ...]:
    return (
        rating(1, "2024-01-11", Level.NEUTRAL),
        rating(2, "2024-05-16", Level.STRAINED),
        rating(3, "2024-11-21", Level.DAMAGED),
        rating(4, "2025-07-17", Level.DAMAGED),
        rating(5, "2026-05-21", Level.DAMAGED),
        rating(6, "2026-09-03", Level.STRAINED, meeting_id=TURNING),
        rating(7, "2026-09-03", Level.NEUTRAL, Viewpoint.THEIRS_SAID, TURNING),
        rating(8, "2025-12-11", Level.STRAINED, Viewpoint.THEIRS_GUESSED),
    )


def _readings() -> tuple[MetricReading, ...]:
    """Make the business of thirteen quarters, in thousands of dollars."""
    quarters = (31, 38, 27, 21, 15, 14, 12, 12, 11, 9, 10, 20, 33)
    ends = [date(2023 + q // 4, 3 * (q % 4) + 3, 28) for q in range(2, 15)]
    return tuple(
        MetricReading(id=RecordId(f"reading-{n}"), metric_id=_BUSINESS.id, day=day, value=value)
        for n, (day, value) in enumerate(zip(ends, quarters, strict=True))
    )


def _barrier(number: int, text: str, named: str, lifted: str | None, share: Side) -> Barrier:
    return Barrier(
        id=RecordId(f"barrier-{number}"),
        account_id=ACCOUNT,
        text=text,
        share=share,
        named_on=date.fromisoformat(named),
        lifted_on=date.fromisoformat(lifted) if lifted else None,
    )


def _promise(
    number: int, text: str, side: Side, due: str, *, kept: str = "", dropped: str = ""
) -> Promise:
    return Promise(
        id=RecordId(f"promise-{number}"),
        account_id=ACCOUNT,
        text=text,
        side=side,
        due_on=date.fromisoformat(due),
        kept_on=date.fromisoformat(kept) if kept else None,
        dropped_on=date.fromisoformat(dropped) if dropped else None,
    )


def _quote(number: int, text: str, day: str) -> Quote:
    return Quote(
        id=RecordId(f"quote-{number}"),
        account_id=ACCOUNT,
        text=text,
        person_id=PersonId(RecordId("dana")),
        said_on=date.fromisoformat(day),
        pinned=True,
    )


def crowd(count: int = 2_000, *, years: int = 4) -> Relationship:
    """Make so many meetings, more and more of them, a third of them lost."""
    first = date(2026, 11, 20) - timedelta(days=365 * years)
    made = []
    for number in range(count):
        day = first + timedelta(days=int(365 * years * (number / count) ** 0.7))
        clock = f"{8 + number % 9:02}:{number * 7 % 60:02}"
        made.append(meeting(number, day.isoformat(), "ooxoXou"[number % 7], clock))
    return Relationship(account=account("Crowded House"), meetings=tuple(made))


def nothing() -> Relationship:
    """Make an account of which nothing is known yet."""
    return Relationship(account=account("New account"))


def foreign() -> Relationship:
    """Make an account with an Arabic name, Chinese people, and a few meetings."""
    signs = (("2026-06-02", "o"), ("2026-07-14", "X"), ("2026-09-01", "o"), ("2026-12-08", "p"))
    return Relationship(
        account=account("مستشفى الملك فيصل التخصصي ومركز الأبحاث"),
        people=(_person("wang", "王小明"), _person("ali", "عبد الرحمن بن محمد الأنصاري")),
        roles=(
            _role("wang", "客户经理", None, "2026-07-31"),
            _role("ali", "مدير الحساب", "2026-08-01", None),
        ),
        meetings=tuple(meeting(n, day, sign) for n, (day, sign) in enumerate(signs)),
        ratings=(rating(1, "2026-06-02", Level.NEUTRAL), rating(2, "2026-09-01", Level.POSITIVE)),
        quotes=(
            _quote(1, "我们今年希望看到贵公司和我们的药房一起工作", "2026-06-02"),
            _quote(2, "لا أحد قضى الوقت ليفهم كيف يتم قياس عملي من قبل", "2026-09-01"),
        ),
    )


def of(meetings: Iterable[Meeting]) -> Relationship:
    """Make a relationship of meetings only."""
    return Relationship(account=account(), meetings=tuple(meetings))
