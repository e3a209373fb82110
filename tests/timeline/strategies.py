"""Relationships and views that nobody would write by hand, hostile words and all."""

from datetime import date, time, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.metric import Alignment, Effect, Metric, MetricReading
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import MeetingId, MetricId, PersonId, Record, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.timeline.prepared import Timeline
from journal.timeline.scale import DAY_S, View
from tests.timeline.histories import ACCOUNT, ZONE, account

R = TypeVar("R", bound=Record)

HOSTILE = (
    "<script>alert('x')</script> & <b>\"",
    "\u202eright to left\u2066 override",
    "مستشفى الملك فيصل التخصصي",
    "北京协和医院药学部主任",
    "a" * 3_000,
    "tab\tnewline\nnul\x00 bell\x07 lone \ud800 end \ufffe",
    "👩‍⚕️🏥 e\u0301e\u0301e\u0301",
    "]]> %s {name} \\",
)
texts = st.sampled_from(HOSTILE) | st.text(min_size=1).filter(lambda each: bool(each.strip()))
# A few days that are drawn again and again, so that things lie on top of each other.
days = st.sampled_from([date(2026, 11, 23), date(2026, 11, 24), date(2026, 9, 3)]) | st.dates(
    date(2015, 1, 1), date(2035, 12, 31)
)
sides = st.sampled_from([Side.OURS, Side.THEIRS])


def _ids(name: str) -> st.SearchStrategy[RecordId]:
    return st.uuids().map(lambda each: RecordId(f"{name}-{each}"))


@st.composite
def _meetings(draw: st.DrawFn) -> Meeting:
    status = draw(st.sampled_from(Status))
    called_off = None
    if status in {Status.CANCELLED, Status.MOVED}:
        called_off = Cancellation(by=draw(sides), stated_reason=draw(texts))
    return Meeting(
        id=MeetingId(draw(_ids("meeting"))),
        account_id=ACCOUNT,
        when=When(day=draw(days), time=draw(st.none() | st.times().map(_to_the_minute)), zone=ZONE),
        status=status,
        cancellation=called_off,
        summary=draw(texts),
    )


def _to_the_minute(clock: time) -> time:
    return clock.replace(second=0, microsecond=0, fold=0)


_ratings = st.builds(
    Rating,
    id=_ids("rating"),
    account_id=st.just(ACCOUNT),
    day=days,
    level=st.sampled_from(Level),
    viewpoint=st.sampled_from(Viewpoint),
    remark=texts,
)
_goals = st.builds(
    lambda key, level, by, ended: Goal(
        id=key, account_id=ACCOUNT, level=level, by=by, set_on=by, ended_on=ended
    ),
    _ids("goal"),
    st.sampled_from(Level),
    days,
    st.none() | days,
)
_barriers = st.builds(
    lambda key, text, named, days_long, share: Barrier(
        id=key,
        account_id=ACCOUNT,
        text=text,
        share=share,
        named_on=named,
        lifted_on=None if days_long is None else named + timedelta(days=days_long),
    ),
    _ids("barrier"),
    texts,
    days,
    st.none() | st.integers(0, 2_000),
    st.sampled_from(Side),
)
_visions = st.builds(
    Vision, id=_ids("vision"), account_id=st.just(ACCOUNT), text=texts, side=sides, due_on=days
)
_promises = st.builds(
    Promise,
    id=_ids("promise"),
    account_id=st.just(ACCOUNT),
    text=texts,
    side=sides,
    due_on=st.none() | days,
    kept_on=st.none() | days,
)
_quotes = st.builds(
    Quote,
    id=_ids("quote"),
    account_id=st.just(ACCOUNT),
    text=texts,
    said_on=st.none() | days,
    pinned=st.booleans(),
)
_metric = Metric(
    id=MetricId(RecordId("business")), account_id=ACCOUNT, side=Side.OURS, text=HOSTILE[0]
)
_theirs = Metric(
    id=MetricId(RecordId("spend")), account_id=ACCOUNT, side=Side.THEIRS, text=HOSTILE[1]
)
_readings = st.builds(
    MetricReading,
    id=_ids("reading"),
    metric_id=st.just(_metric.id),
    day=days,
    value=st.floats(-1e9, 1e9),
)
_alignments = st.builds(
    Alignment,
    id=_ids("alignment"),
    account_id=st.just(ACCOUNT),
    their_metric_id=st.just(_theirs.id),
    our_metric_id=st.just(_metric.id),
    perceived=st.just(Effect.AGAINST),
    checked=st.just(Effect.NEUTRAL),
    checked_on=st.none() | days,
    evidence=texts,
)


@st.composite
def _owners(draw: st.DrawFn) -> tuple[tuple[Person, ...], tuple[Role, ...]]:
    people: list[Person] = []
    roles: list[Role] = []
    for number in range(draw(st.integers(0, 5))):
        key = PersonId(RecordId(f"person-{number}"))
        people.append(Person(id=key, name=draw(texts), is_self=number == 0))
        start = draw(st.none() | days)
        long = draw(st.none() | st.integers(0, 900))
        roles.append(
            Role(
                id=RecordId(f"role-{number}"),
                account_id=ACCOUNT,
                person_id=key,
                side=Side.OURS,
                title=draw(st.just("") | texts),
                start=start,
                end=None if long is None else (start or date(2020, 1, 1)) + timedelta(days=long),
            )
        )
    return tuple(people), tuple(roles)


@st.composite
def relationships(draw: st.DrawFn) -> Relationship:
    """Make a few of everything, often on the same day, often years apart."""
    people, roles = draw(_owners())

    def some(each: st.SearchStrategy[R], most: int = 12) -> tuple[R, ...]:
        return tuple(draw(st.lists(each, max_size=most, unique_by=lambda made: made.id)))

    return Relationship(
        account=account(draw(texts)),
        people=people,
        roles=roles,
        meetings=some(_meetings(), 40),
        ratings=some(_ratings),
        goals=some(_goals, 4),
        metrics=(_metric, _theirs),
        readings=some(_readings),
        alignments=some(_alignments, 3),
        barriers=some(_barriers, 20),
        visions=some(_visions, 4),
        promises=some(_promises),
        quotes=some(_quotes, 10),
    )


@st.composite
def views(draw: st.DrawFn, timeline: Timeline) -> View:
    """Look at any part of a timeline, from a few minutes to a century, on any surface."""
    middle = draw(st.floats(timeline.extent.first - DAY_S, timeline.extent.last + DAY_S))
    half = draw(st.sampled_from([0.01, 0.5, 3, 20, 100, 400, 2_000, 20_000])) * DAY_S
    return View(
        start=middle - half,
        end=middle + half,
        width_px=draw(st.sampled_from([0, 90, 130, 400, 1004, 2560])),
        height_px=draw(st.sampled_from([0, 30, 100, 180, 292, 700])),
    )
