"""Reading an account with all that hangs on it, and all accounts at a glance."""

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.account import Account, Origin
from journal.domain.errors import NotFoundError
from journal.domain.glance import Glance
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.metric import Metric
from journal.domain.person import Person, Role
from journal.domain.plan import Option
from journal.domain.promise import Promise
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import (
    AccountId,
    MeetingId,
    MetricId,
    OptionId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.store import accounts, relationships
from journal.store.records import made_at, select
from journal.store.tables import TABLES
from journal.store.writing import Act, writing
from tests.store.samples import records

NEW_YORK = "America/New_York"
MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General")
HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
ANNEX = Account(id=AccountId(RecordId("annex")), name="Mercy General Annex")
DANA = Person(id=PersonId(RecordId("dana")), name="Dana Whitfield")
ME = Person(id=PersonId(RecordId("me")), name="Ana", is_self=True)


def meeting(name: str, at: str, **given_fields: Any) -> Meeting:  # noqa: ANN401 - any field of a meeting
    """Make a meeting with Mercy."""
    return Meeting(
        id=MeetingId(RecordId(name)),
        **({"account_id": MERCY.id} | given_fields),
        when=When.from_iso(at, NEW_YORK),
    )


def test_an_account_that_is_not_there_is_said_to_be_missing(
    connection: sqlite3.Connection,
) -> None:
    """It may have been put into the trash by another window."""
    with pytest.raises(NotFoundError, match="no such account"):
        relationships.relationship(connection, MERCY.id)


@given(data=st.data(), kind=st.sampled_from([kind for kind in TABLES if kind is not Origin]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_hangs_on_an_account_is_read(
    connection: sqlite3.Connection, act: Act, data: st.DataObject, kind: type[Record]
) -> None:
    """A kind that is written but not read would be lost to every page and every document."""
    anchors = list(_anchors())
    refers: dict[str, Any] = {
        "account_id": MERCY.id,
        "person_id": DANA.id,
        "meeting_id": MeetingId(RecordId("visit")),
        "metric_id": MetricId(RecordId("theirs")),
        "their_metric_id": MetricId(RecordId("theirs")),
        "our_metric_id": MetricId(RecordId("ours")),
        "option_id": OptionId(RecordId("option")),
        "interest_id": RecordId("interest"),
        "document_id": RecordId("document"),
        "is_self": False,
    }
    own = {each.name for each in fields(kind)}
    drawn = data.draw(records(kind, **{k: v for k, v in refers.items() if k in own}))
    if kind in {Account, Person}:
        return
    with writing(connection, act) as door:
        for anchor in anchors:
            door.put_back(TABLES[type(anchor)], anchor.id, None)
        door.add(*anchors, drawn)

    whole = relationships.relationship(connection, MERCY.id)

    read = [each for each in fields(whole) if each.name not in {"account", "people"}]
    assert drawn.id in {record.id for each in read for record in getattr(whole, each.name)}
    with writing(connection, act) as door:
        door.put_back(TABLES[kind], drawn.id, None)
        for anchor in anchors:
            door.put_back(TABLES[type(anchor)], anchor.id, None)


def _anchors() -> Iterator[Record]:
    from journal.domain.document import DocumentKind, IssuedDocument
    from journal.domain.plan import Interest
    from journal.domain.record import DocumentId, InterestId

    yield MERCY
    yield DANA
    yield Role(id=RecordId("role"), account_id=MERCY.id, person_id=DANA.id, side=Side.THEIRS)
    yield meeting("visit", "2026-09-03T14:00")
    for side in (Side.THEIRS, Side.OURS):
        yield Metric(
            id=MetricId(RecordId(side.value)), account_id=MERCY.id, text="Spend", side=side
        )
    yield Option(id=OptionId(RecordId("option")), account_id=MERCY.id, text="Pilot")
    yield Interest(
        id=InterestId(RecordId("interest")), account_id=MERCY.id, text="Time", side=Side.THEIRS
    )
    yield IssuedDocument(
        id=DocumentId(RecordId("document")),
        account_id=MERCY.id,
        kind=DocumentKind.BRIEF,
        version=1_000_000,
        issued_on=date(2026, 9, 3),
    )


def test_a_guest_reads_the_meeting_it_took_part_in(
    connection: sqlite3.Connection, act: Act
) -> None:
    """With who else was there, in the order of time."""
    with writing(connection, act) as door:
        door.add(
            MERCY,
            HARBOR,
            DANA,
            ME,
            meeting("later", "2026-09-03T14:00"),
            meeting("own", "2026-01-03T14:00", account_id=HARBOR.id),
            Participation(
                id=RecordId("guest"), meeting_id=MeetingId(RecordId("later")), account_id=HARBOR.id
            ),
            Participation(
                id=RecordId("p"), meeting_id=MeetingId(RecordId("later")), person_id=DANA.id
            ),
        )

    whole = relationships.relationship(connection, HARBOR.id)

    assert [each.id for each in whole.meetings] == ["own", "later"]
    assert {each.id for each in whole.participations} == {"guest", "p"}
    assert whole.person(DANA.id) is not None
    assert whole.person(ME.id) is not None, "oneself is always known"


def test_who_cancelled_is_read_with_the_people(connection: sqlite3.Connection, act: Act) -> None:
    """The name stands in a cancellation, not in a field of the meeting."""
    lost = Cancellation(by=Side.THEIRS, by_person_id=DANA.id)
    with writing(connection, act) as door:
        door.add(
            MERCY,
            DANA,
            meeting("lost", "2026-09-03T14:00", status=Status.CANCELLED, cancellation=lost),
        )

    assert relationships.relationship(connection, MERCY.id).people == (
        Person(id=DANA.id, name=DANA.name, revision=2),
    )


def test_accounts_at_a_glance(connection: sqlite3.Connection, act: Act) -> None:
    """By hand: last held 3 Sep, next 1 Dec, Strained, one promise due today, one later."""
    today = date(2026, 11, 23)
    with writing(connection, act) as door:
        door.add(
            HARBOR,
            MERCY,
            meeting("a", "2026-03-05T14:00", status=Status.HELD),
            meeting("b", "2026-09-03T14:00", status=Status.HELD),
            meeting("c", "2026-10-03T14:00"),
            meeting("d", "2026-12-01T10:00"),
            meeting("e", "2027-01-05T10:00"),
            _rating("r1", date(2026, 3, 5), Level.DAMAGED, Viewpoint.OURS),
            _rating("r2", date(2026, 9, 3), Level.STRAINED, Viewpoint.OURS),
            _rating("r3", date(2026, 9, 4), Level.NEUTRAL, Viewpoint.THEIRS_SAID),
            _promise("due", Side.OURS, today),
            _promise("not yet", Side.OURS, date(2026, 11, 24)),
            _promise("theirs", Side.THEIRS, today),
        )

    harbor, mercy = accounts.glances(
        connection, now=datetime(2026, 11, 23, 8, 15, tzinfo=UTC), today=today
    )

    assert (harbor.level, harbor.last_held, harbor.next_meeting) == (None, None, None)
    assert mercy.account.name == "Mercy General"
    assert mercy.level is Level.STRAINED
    assert mercy.last_held is not None
    assert mercy.last_held.iso == "2026-09-03T14:00"
    assert mercy.next_meeting is not None
    assert mercy.next_meeting.iso == "2026-12-01T10:00"
    assert mercy.promises_due == 1


def test_a_guest_met_us_too(connection: sqlite3.Connection, act: Act) -> None:
    """Harbor came to two visits at Mercy, after and before its own: the nearer ones count."""
    at = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
    with writing(connection, act) as door:
        door.add(
            HARBOR,
            MERCY,
            meeting("own", "2026-02-03T14:00", status=Status.HELD, account_id=HARBOR.id),
            meeting("own-next", "2027-02-03T14:00", account_id=HARBOR.id),
            meeting("earlier", "2026-01-05T14:00", status=Status.HELD),
            meeting("later", "2026-03-05T14:00", status=Status.HELD),
            meeting("next", "2026-12-05T14:00"),
            *(
                Participation(
                    id=RecordId(f"at {name}"),
                    meeting_id=MeetingId(RecordId(name)),
                    account_id=HARBOR.id,
                )
                for name in ("earlier", "later", "next")
            ),
        )

    harbor, _mercy = accounts.glances(connection, now=at, today=at.date())

    assert harbor.last_held is not None
    assert harbor.last_held.iso == "2026-03-05T14:00"
    assert harbor.next_meeting is not None
    assert harbor.next_meeting.iso == "2026-12-05T14:00"


def test_some_accounts_at_a_glance_are_as_among_all(
    connection: sqlite3.Connection, act: Act
) -> None:
    """After a change a list takes these in place of what it had."""
    at = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
    with writing(connection, act) as door:
        door.add(HARBOR, MERCY, meeting("a", "2026-03-05T14:00", status=Status.HELD))

    harbor, mercy = accounts.glances(connection, now=at, today=at.date())

    def among(*ids: AccountId) -> tuple[Glance, ...]:
        return accounts.glances(connection, now=at, today=at.date(), among=ids)

    assert among(MERCY.id) == (mercy,)
    assert among(MERCY.id, HARBOR.id) == (harbor, mercy)
    assert among() == ()


def test_a_change_concerns_the_accounts_that_it_touches(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Its own, its guests', and the one that a meeting was taken from."""
    visit = meeting("visit", "2026-03-05T14:00")
    guest = Participation(id=RecordId("guest"), meeting_id=visit.id, account_id=HARBOR.id)
    rating = _rating("r", date(2026, 3, 5), Level.DAMAGED, Viewpoint.OURS)
    with writing(connection, act) as door:
        door.add(HARBOR, MERCY, ANNEX, DANA, visit, guest, rating)

    def concerned(*changed: Record) -> set[AccountId]:
        with writing(connection, act) as door:
            door.save(*(replace(each, revision=_revision(connection, each)) for each in changed))
        return set(accounts.concerned(connection, door.number))

    assert concerned(replace(HARBOR, note="New")) == {HARBOR.id}
    assert concerned(replace(rating, level=Level.STRAINED)) == {MERCY.id}
    assert concerned(replace(visit, purpose="Prices")) == {MERCY.id, HARBOR.id}
    assert concerned(replace(guest, came=True)) == {HARBOR.id}
    assert concerned(replace(visit, account_id=ANNEX.id, purpose="Prices")) == {
        MERCY.id,
        ANNEX.id,
        HARBOR.id,
    }
    assert concerned(replace(DANA, note="New")) == set()


def _revision(connection: sqlite3.Connection, record: Record) -> int:
    table = TABLES[type(record)]
    found: int = connection.execute(
        f"SELECT revision FROM {table} WHERE id = ?", (record.id,)
    ).fetchone()[0]
    return found


def _promise(name: str, side: Side, due_on: date) -> Promise:
    return Promise(
        id=RecordId(name), account_id=MERCY.id, text="Comparison", side=side, due_on=due_on
    )


def _rating(name: str, day: date, level: Level, viewpoint: Viewpoint) -> Rating:
    return Rating(id=RecordId(name), account_id=MERCY.id, day=day, level=level, viewpoint=viewpoint)


def test_an_account_is_found_by_name_or_part_of_it(
    connection: sqlite3.Connection, act: Act
) -> None:
    """The whole name wins over a longer one that holds it."""
    with writing(connection, act) as door:
        door.add(MERCY, HARBOR, ANNEX)

    assert [each.id for each in accounts.named(connection, "mercy general")] == ["mercy"]
    assert [each.id for each in accounts.named(connection, "MERCY")] == ["mercy", "annex"]
    assert accounts.named(connection, "zebra") == ()


def test_origins_are_known_by_their_key(connection: sqlite3.Connection, act: Act) -> None:
    """So that a second import recognises what the first brought."""
    origin = Origin(id=RecordId("o"), record=MERCY.id, source="csv", key="row 1")
    with writing(connection, act) as door:
        door.add(MERCY, origin)

    assert accounts.origins(connection, "csv")["row 1"].record == MERCY.id
    assert accounts.origins(connection, "ics") == {}


def test_no_condition_finds_what_lies_in_the_trash(
    connection: sqlite3.Connection, act: Act
) -> None:
    """An OR binds less than the AND before it: without brackets it would let the trash in."""
    with writing(connection, act) as door:
        door.add(MERCY, HARBOR)
        door.trash(Account, HARBOR.id)
    either = "name = 'Mercy General' OR name = 'Harbor Health'"
    assert [each.id for each in select(connection, Account, either)] == [MERCY.id]
    assert list(made_at(connection, Account, either)) == [MERCY.id]
