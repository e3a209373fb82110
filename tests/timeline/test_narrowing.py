"""Less at a time: kinds, and what has to do with one of theirs."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.meeting import Participation
from journal.domain.metric import Alignment, Effect, Metric, MetricReading
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Level, Viewpoint
from journal.domain.record import MeetingId, MetricId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.narrowing import Narrowing, kind_names, metrics_read, people_named
from journal.timeline.scene import ON_LEVELS, Lane
from tests.timeline.drawing import spots, whole_view
from tests.timeline.histories import ACCOUNT, NOW, account, case, meeting, rating

DANA, LUIS, ME, OLSEN = (PersonId(RecordId(each)) for each in ("dana", "luis", "me", "olsen"))
WITH_DANA, WITH_BOTH, WITH_LUIS = (meeting(number, f"2026-0{number}-10") for number in (1, 2, 3))
DAY = date(2026, 2, 10)


def line(key: str) -> dict[str, object]:
    """Say what every line has."""
    return {"id": RecordId(key), "account_id": ACCOUNT, "text": key}


def quote(key: str, by: PersonId | None, at: MeetingId | None = None) -> Quote:
    """Pin a quote."""
    return Quote(
        id=RecordId(key),
        account_id=ACCOUNT,
        text=key,
        person_id=by,
        meeting_id=at,
        said_on=DAY,
        pinned=True,
    )


def promise(key: str, by: PersonId | None, to: PersonId | None, at: MeetingId | None) -> Promise:
    """Make a promise."""
    return Promise(
        id=RecordId(key),
        account_id=ACCOUNT,
        text=key,
        side=Side.OURS,
        person_id=by,
        to_person_id=to,
        due_on=DAY,
        meeting_id=at,
    )


def metric(key: str, of: PersonId | None, side: Side = Side.THEIRS) -> Metric:
    """Measure somebody."""
    return Metric(id=MetricId(RecordId(key)), account_id=ACCOUNT, side=side, text=key, person_id=of)


def reading(key: str) -> MetricReading:
    """Read a metric."""
    return MetricReading(
        id=RecordId(f"read-{key}"), metric_id=MetricId(RecordId(key)), day=DAY, value=1
    )


def alignment(key: str, theirs: str, by: PersonId | None) -> Alignment:
    """Find that two numbers do not clash."""
    return Alignment(
        id=RecordId(key),
        account_id=ACCOUNT,
        their_metric_id=MetricId(RecordId(theirs)),
        our_metric_id=MetricId(RecordId("sold")),
        perceived=Effect.AGAINST,
        perceived_by_id=by,
        checked=Effect.SUPPORTS,
        checked_on=DAY,
    )


def goal(key: str, shared_with: PersonId | None) -> Goal:
    """Aim."""
    return Goal(
        id=RecordId(key),
        account_id=ACCOUNT,
        level=Level.POSITIVE,
        by=DAY,
        set_on=DAY,
        shared_on=DAY if shared_with else None,
        shared_with_id=shared_with,
    )


def takes_part(number: int, met: MeetingId, person: PersonId) -> Participation:
    """Invite somebody."""
    return Participation(id=RecordId(f"part-{number}"), meeting_id=met, person_id=person)


PARTS = (
    takes_part(1, WITH_DANA.id, DANA),
    takes_part(2, WITH_BOTH.id, DANA),
    takes_part(3, WITH_BOTH.id, LUIS),
    takes_part(4, WITH_LUIS.id, LUIS),
    takes_part(5, WITH_LUIS.id, ME),
)
RATINGS = (
    replace(rating(1, "2026-01-10", Level.NEUTRAL, meeting_id=WITH_DANA.id), person_id=ME),
    replace(rating(2, "2026-03-10", Level.NEUTRAL, meeting_id=WITH_LUIS.id), person_id=ME),
    replace(rating(3, "2026-04-10", Level.NEUTRAL, Viewpoint.THEIRS_SAID), person_id=DANA),
    replace(rating(4, "2026-05-10", Level.NEUTRAL), person_id=OLSEN),
)


def relationship() -> Relationship:
    """Make a little of everything, with Dana, with Luis, with both and with nobody."""
    return Relationship(
        account=account(),
        people=(
            Person(id=ME, name="Jo Arnold", is_self=True),
            Person(id=OLSEN, name="P. Olsen"),
            Person(id=LUIS, name="Luis Ortega"),
            Person(id=DANA, name="dana Whitfield"),
            Person(id=PersonId(RecordId("helen")), name="Helen, whom nobody met"),
        ),
        roles=(
            Role(id=RecordId("role-olsen"), account_id=ACCOUNT, person_id=OLSEN, side=Side.OURS),
            Role(id=RecordId("role-luis"), account_id=ACCOUNT, person_id=LUIS, side=Side.THEIRS),
        ),
        meetings=(WITH_DANA, WITH_BOTH, WITH_LUIS),
        participations=PARTS,
        ratings=RATINGS,
        goals=(goal("goal-dana", DANA), goal("goal-nobody", None)),
        metrics=(metric("spend", DANA), metric("stock", LUIS), metric("sold", None, Side.OURS)),
        readings=(reading("spend"), reading("stock"), reading("sold")),
        alignments=(
            alignment("her-number", "spend", None),
            alignment("her-view", "stock", DANA),
            alignment("his-number", "stock", LUIS),
        ),
        barriers=(
            Barrier(**line("b-dana"), share=Side.OURS, named_on=DAY, named_by_id=DANA),  # type: ignore[arg-type]
            Barrier(**line("b-luis"), share=Side.OURS, named_on=DAY, named_by_id=LUIS),  # type: ignore[arg-type]
        ),
        visions=(
            Vision(**line("v-dana"), side=Side.THEIRS, due_on=DAY, person_id=DANA),  # type: ignore[arg-type]
            Vision(**line("v-us"), side=Side.OURS, due_on=DAY),  # type: ignore[arg-type]
        ),
        promises=(
            promise("to-dana", OLSEN, DANA, None),
            promise("by-dana", DANA, None, None),
            promise("in-her-meeting", OLSEN, None, WITH_DANA.id),
            promise("to-luis-in-hers", OLSEN, LUIS, WITH_BOTH.id),
            promise("to-nobody", OLSEN, None, None),
        ),
        quotes=(
            quote("q-dana", DANA),
            quote("q-both", None, WITH_BOTH.id),
            quote("q-luis", LUIS, WITH_BOTH.id),
        ),
    )


def shown(person: PersonId) -> set[str]:
    """Return the ids of all that stays, but for the owners."""
    narrowed = Narrowing(person_id=person).of(relationship())
    tracks = prepare(narrowed, now=NOW).tracks
    return {entry.id for each in tracks if each.lane is not Lane.OWNERS for entry in each.entries}


def test_what_has_to_do_with_a_person_stays() -> None:
    """What names Dana, her meetings, and what came up in one without naming another of theirs."""
    assert shown(DANA) == {
        "meeting-1",
        "meeting-2",
        "rating-1",
        "rating-3",
        "goal-dana",
        "read-spend",
        "her-number",
        "her-view",
        "b-dana",
        "v-dana",
        "to-dana",
        "by-dana",
        "in-her-meeting",
        "q-dana",
        "q-both",
    }


def test_another_sees_another_timeline() -> None:
    """What was in a meeting with both is in both, unless it names one of the two."""
    assert shown(LUIS) == {
        "meeting-2",
        "meeting-3",
        "rating-2",
        "read-stock",
        "her-view",
        "his-number",
        "b-luis",
        "to-luis-in-hers",
        "q-both",
        "q-luis",
    }


def test_owners_stay_as_the_ground() -> None:
    """Whose years they were is asked of every person."""
    timeline = prepare(Narrowing(person_id=DANA).of(relationship()), now=NOW)
    assert [each.name for each in timeline.owners.starts.entries] == ["P. Olsen"]


def test_everybody_is_everything() -> None:
    """Without a person nothing is left out, not even a copy is made."""
    whole = relationship()
    assert Narrowing().of(whole) is whole


def test_those_can_be_chosen_of_whom_something_would_be_shown() -> None:
    """By name, whatever its first letter; none of ours, and not who was never met nor named."""
    assert [each.id for each in people_named(relationship())] == [DANA, LUIS]


def test_one_without_a_role_who_was_only_quoted_can_be_chosen() -> None:
    """Most imports know no roles."""
    alone = Relationship(
        account=account(),
        people=(Person(id=DANA, name="Dana"), Person(id=ME, name="Me", is_self=True)),
        quotes=(quote("q", DANA), quote("mine", ME)),
    )
    assert [each.id for each in people_named(alone)] == [DANA]


@pytest.mark.parametrize("kind", list(kind_names()))
def test_a_kind_is_shown_or_left_out_as_a_whole(kind: Lane) -> None:
    """Ratings go with goals and turning points, which stand on the same rows."""
    timeline = prepare(case(), now=NOW)
    together = ON_LEVELS if kind is Lane.RATINGS else {kind}
    only, without = (
        lay_out(timeline, whole_view(timeline), Look(lanes=Narrowing(kinds=each).lanes))
        for each in (frozenset({kind}), frozenset(Lane) - {kind})
    )
    assert {each.lane for each in only.spots} == together
    assert not any(spots(without, each) for each in together)
    assert {each.lane for each in without.spots} == set(Lane) - together - {Lane.ACCOUNTS}


def test_every_lane_has_a_kind_to_choose_it_by() -> None:
    """A lane without one could never be left out."""
    assert {*kind_names(), *ON_LEVELS} == set(Lane) - {Lane.ACCOUNTS}


def test_only_what_was_read_can_be_the_bars() -> None:
    """In the order in which the relationship has the numbers; one without a reading is not one."""
    ours, theirs, unread = (
        Metric(id=MetricId(RecordId(key)), account_id=ACCOUNT, side=Side.OURS, text=key)
        for key in ("ours", "theirs", "unread")
    )
    readings = tuple(
        MetricReading(id=RecordId(f"{each.id}-1"), metric_id=each.id, day=date(2026, 3, 2), value=1)
        for each in (theirs, ours)
    )
    whole = Relationship(account=account(), metrics=(ours, unread, theirs), readings=readings)
    assert metrics_read(whole) == (ours, theirs)
    assert metrics_read(Relationship(account=account())) == ()
