"""All accounts side by side: what is read of each, and which are read again after a change."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.metric import Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Option
from journal.domain.promise import Promise
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import (
    AccountId,
    Basis,
    CommitmentId,
    MeetingId,
    MetricId,
    OptionId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.store import overview
from journal.store.tables import TABLES
from journal.store.writing import Act, writing

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
MERCY = AccountId(RecordId("mercy"))
HARBOR = AccountId(RecordId("harbor"))
DANA = PersonId(RecordId("dana"))


def meeting(day: str, status: Status = Status.HELD, **fields: Any) -> Meeting:  # noqa: ANN401
    """Make a meeting with Mercy; its id is its day, and what was lost they called off."""
    is_lost = status in {Status.CANCELLED, Status.MOVED}
    usual: dict[str, Any] = {
        "id": MeetingId(RecordId(day)),
        "account_id": MERCY,
        "when": When.from_iso(f"{day}T10:00", "Europe/Prague"),
        "status": status,
        "cancellation": Cancellation(by=Side.THEIRS) if is_lost else None,
    }
    return Meeting(**usual | fields)


def add(connection: sqlite3.Connection, act: Act, records: Iterable[Record]) -> int:
    """Write records, and return the number of the change."""
    with writing(connection, act) as door:
        door.add(*records)
    return door.number


def mercy(connection: sqlite3.Connection) -> Relationship:
    """Read what tells of Mercy."""
    (found,) = overview.outlines(connection, NOW, [MERCY])
    return found


@pytest.fixture
def filled(connection: sqlite3.Connection, act: Act) -> int:
    """Write two accounts and a person; return the number of the change."""
    return add(
        connection,
        act,
        [
            Account(id=MERCY, name="Mercy General"),
            Account(id=HARBOR, name="Harbor Health"),
            Person(id=DANA, name="Dana Whitfield"),
            Role(id=RecordId("role"), account_id=MERCY, person_id=DANA, side=Side.THEIRS),
            Role(id=RecordId("sales"), account_id=HARBOR, person_id=DANA, side=Side.OURS),
        ],
    )


def test_accounts_stand_by_name_without_the_trash(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """One that was thrown away while a long list was being read is passed over."""
    assert overview.all_ids(connection) == (HARBOR, MERCY)
    with writing(connection, act) as door:
        door.trash(Account, HARBOR)
    assert overview.all_ids(connection) == (MERCY,)
    assert [each.account.id for each in overview.outlines(connection, NOW, [MERCY, HARBOR])] == [
        MERCY
    ]


def test_of_many_meetings_the_ones_that_tell_are_read(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """The first, whatever is planned, and the last ten that were held or lost."""
    years = [meeting(f"{year}-03-03") for year in range(2010, 2027)]
    ours = Cancellation(by=Side.OURS)
    add(
        connection,
        act,
        [
            *years,
            meeting("2009-01-05", Status.CANCELLED),
            meeting("2012-05-05", Status.PLANNED),
            meeting("2013-05-05", Status.MOVED),
            meeting("2020-05-05", Status.CANCELLED, cancellation=ours),
            meeting("2027-01-05", Status.PLANNED),
        ],
    )
    assert [each.id[:4] for each in mercy(connection).meetings] == [
        *("2009", "2012", "2017", "2018", "2019", "2020", "2020", "2021", "2022", "2023"),
        *("2024", "2025", "2026", "2027"),
    ]


def test_three_held_are_read_however_many_were_lost_since(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """A rating is old after three held meetings on later days, today's included."""
    held = [meeting(f"2026-0{month}-01") for month in range(1, 6)]
    lost = [meeting(f"2026-06-{day:02}", Status.NO_SHOW) for day in range(1, 20)]
    add(connection, act, [*held, *lost, meeting("2026-11-22")])
    read = [each.id for each in mercy(connection).meetings if each.status is Status.HELD]
    # Today's wall may be a day off, so that of the 22nd is not counted on: three before it.
    assert read == ["2026-01-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-11-22"]


def test_a_guest_is_told_of_the_meeting(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """Harbor was at Mercy's meeting, which is a contact with Harbor as well."""
    visit = meeting("2020-03-03")
    parts = [
        Participation(id=RecordId("guest"), meeting_id=visit.id, account_id=HARBOR),
        Participation(id=RecordId("own"), meeting_id=visit.id, account_id=MERCY),
    ]
    add(connection, act, [visit, *parts])
    harbor, general = overview.outlines(connection, NOW, [MERCY, HARBOR])
    assert [[each.id for each in one.meetings] for one in (harbor, general)] == [["2020-03-03"]] * 2
    with writing(connection, act) as door:
        door.trash(Participation, RecordId("guest"))
    harbor, general = overview.outlines(connection, NOW, [MERCY, HARBOR])
    assert [len(one.meetings) for one in (harbor, general)] == [0, 1]


def test_of_what_may_be_a_guess_the_guesses_are_read(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """What they said is settled; a colleague's calendar is no guess about the customer."""
    usual: dict[str, Any] = {"account_id": MERCY, "text": "Spend", "side": Side.THEIRS}
    fixed: dict[str, Any] = {
        "title": "Staff",
        "rule": "FREQ=WEEKLY",
        "first_day": date(2026, 1, 1),
        "start": datetime(2026, 1, 1, 15, tzinfo=UTC).time(),
        "minutes": 60,
        "zone": "Europe/Prague",
        "basis": Basis.GUESS,
    }
    add(
        connection,
        act,
        [
            Metric(id=MetricId(RecordId("guessed")), basis=Basis.GUESS, **usual),
            Metric(id=MetricId(RecordId("said")), basis=Basis.SAID, **usual),
            Option(id=OptionId(RecordId("o")), account_id=MERCY, text="Pilot", basis=Basis.SAID),
            StandingCommitment(id=CommitmentId(RecordId("c")), person_id=DANA, **fixed),
        ],
    )
    harbor, general = overview.outlines(connection, NOW, [MERCY, HARBOR])
    assert [each.id for each in general.metrics] == ["guessed"]
    assert [each.id for each in general.options] == ["o"]
    assert [each.id for each in general.commitments] == ["c"]
    assert harbor.commitments == ()


WRITTEN: list[tuple[Record, frozenset[AccountId]]] = [
    (Account(id=AccountId(RecordId("new")), name="New"), frozenset({AccountId(RecordId("new"))})),
    (meeting("2026-03-03"), frozenset({MERCY})),
    (
        Participation(id=RecordId("p"), meeting_id=MeetingId(RecordId("visit")), account_id=HARBOR),
        frozenset({MERCY, HARBOR}),
    ),
    (
        Participation(id=RecordId("p"), meeting_id=MeetingId(RecordId("visit")), person_id=DANA),
        frozenset({MERCY}),
    ),
    (
        Promise(id=RecordId("owed"), account_id=HARBOR, text="List", side=Side.OURS),
        frozenset({HARBOR}),
    ),
    (
        StandingCommitment(
            id=CommitmentId(RecordId("c")),
            person_id=DANA,
            title="Staff",
            rule="FREQ=WEEKLY",
            first_day=date(2026, 1, 1),
            start=datetime(2026, 1, 1, 15, tzinfo=UTC).time(),
            minutes=60,
            zone="Europe/Prague",
        ),
        frozenset({MERCY, HARBOR}),
    ),
    (Person(id=PersonId(RecordId("luis")), name="Luis"), frozenset()),
]


@pytest.mark.parametrize(("record", "concerned"), WRITTEN)
def test_what_is_written_says_whom_it_concerns(
    connection: sqlite3.Connection,
    act: Act,
    filled: int,
    record: Record,
    concerned: frozenset[AccountId],
) -> None:
    """Written, put into the trash, or undone, after which the record itself is gone."""
    before = add(connection, act, [meeting("2026-01-02", id=MeetingId(RecordId("visit")))])
    made = add(connection, act, [record])
    assert overview.last_change(connection) == made
    assert overview.concerned_since(connection, before) == concerned
    with writing(connection, act) as door:
        door.trash(type(record), record.id)
    assert overview.concerned_since(connection, made) == concerned
    with writing(connection, act, kind="undo", target=made) as door:
        door.put_back(TABLES[type(record)], record.id, None)
    again = overview.concerned_since(connection, door.number - 1)
    # Of an account that is gone for good nothing can be read; of others one too many may be.
    gone = {record.id} if isinstance(record, Account) else frozenset()
    assert again is not None
    assert again >= concerned - gone


def test_who_changes_a_guests_meeting_concerns_the_guest(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """Its last contact may be another."""
    visit = meeting("2026-01-02")
    part = Participation(id=RecordId("p"), meeting_id=visit.id, account_id=HARBOR)
    before = add(connection, act, [visit, part])
    with writing(connection, act) as door:
        door.put_back("meetings", visit.id, {"summary": "Well"})
    assert overview.concerned_since(connection, before) == frozenset({MERCY, HARBOR})


def test_what_moves_to_another_account_concerns_both(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """As when two accounts are made one."""
    before = add(connection, act, [meeting("2026-01-02")])
    with writing(connection, act) as door:
        door.put_back("meetings", "2026-01-02", {"account_id": HARBOR})
    assert overview.concerned_since(connection, before) == frozenset({MERCY, HARBOR})


def test_after_much_or_after_a_restore_all_are_concerned(
    connection: sqlite3.Connection,
    act: Act,
    filled: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Looking through a whole import would take longer than reading all."""
    assert overview.concerned_since(connection, filled) == frozenset()
    assert overview.concerned_since(connection, filled + 1) is None
    add(connection, act, [meeting("2026-01-02"), meeting("2026-01-03")])
    monkeypatch.setattr(overview, "_MOST_TOUCHED", 1)
    assert overview.concerned_since(connection, filled) is None


def test_an_empty_journal(connection: sqlite3.Connection) -> None:
    """Nothing was written yet."""
    assert overview.last_change(connection) == 0
    assert overview.all_ids(connection) == ()
    assert overview.concerned_since(connection, 0) == frozenset()


def test_a_history_is_all_meetings_and_ratings_with_who_rated(
    connection: sqlite3.Connection, act: Act, filled: int
) -> None:
    """Also those that tell nothing of how it stands, and those in which it was a guest."""
    visits = [meeting(f"2020-{month:02}-03", Status.CANCELLED) for month in range(1, 13)]
    held = [meeting(f"2021-{month:02}-03") for month in range(1, 13)]
    guest = Participation(id=RecordId("guest"), meeting_id=held[0].id, account_id=HARBOR)
    said = Rating(
        id=RecordId("said"),
        account_id=MERCY,
        day=date(2021, 3, 3),
        level=Level.NEUTRAL,
        viewpoint=Viewpoint.THEIRS_SAID,
        person_id=DANA,
    )
    goal = Goal(
        id=RecordId("goal"),
        account_id=MERCY,
        level=Level.POSITIVE,
        by=date(2027, 1, 1),
        set_on=date(2026, 1, 1),
    )
    add(connection, act, [*visits, *held, guest, said, goal])
    with writing(connection, act) as door:
        door.trash(Meeting, visits[0].id)
    harbor, general = overview.histories(connection, NOW, [MERCY, HARBOR])
    assert [each.id for each in general.meetings] == [each.id for each in (*visits[1:], *held)]
    assert [each.id for each in (*general.ratings, *general.goals)] == ["said", "goal"]
    assert [each.name for each in general.people] == ["Dana Whitfield"]
    assert [each.id for each in harbor.meetings] == ["2021-01-03"]
    (alone,) = overview.histories(connection, NOW, [HARBOR])
    assert alone == replace(harbor, people=())
