"""Today, what waits and what comes, read over all accounts."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from journal.analysis.day import Stop
from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Kind, Meeting, Participation, Status
from journal.domain.person import Role
from journal.domain.promise import Promise
from journal.domain.record import AccountId, MeetingId, PersonId, RecordId, Side
from journal.domain.span import When
from journal.operations import accounts, days, records
from journal.operations.journal import Journal
from tests.operations.conftest import ANA, DANA, LUIS, MERCY

ZONE = "Europe/Prague"  # the laptop's
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)  # 09:15 there
HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")


def clock() -> datetime:
    """Stand still."""
    return NOW


def planned(text: str, zone: str = ZONE, account: Account = MERCY, **fields: object) -> Meeting:
    """Plan a visit; its id is when it is."""
    usual: dict[str, object] = {
        "id": MeetingId(RecordId(f"{account.id} {text}")),
        "account_id": account.id,
        "when": When.from_iso(text, zone),
    }
    return Meeting(**usual | fields)  # type: ignore[arg-type]


def promise(due_on: date | None, side: Side = Side.OURS, **fields: object) -> Promise:
    """Owe something to Mercy; its id is when it is due."""
    usual: dict[str, object] = {
        "id": RecordId(f"{side} {due_on} {fields}"),
        "account_id": MERCY.id,
        "text": "list",
        "side": side,
        "due_on": due_on,
    }
    return Promise(**usual | fields)  # type: ignore[arg-type]


def ids(stops: Iterable[Stop]) -> list[str]:
    """Name the meetings."""
    return [each.meeting.id for each in stops]


@pytest.fixture
def still(journal: Journal, tmp_path: Path) -> Journal:
    """Open the journal of Mercy and Harbor with a clock that stands still."""
    journal.write("Add", add=[HARBOR])
    return Journal(journal.file, clock)


def test_the_days_are_read_with_their_people_and_promises(still: Journal) -> None:
    """Nothing of it needs an account's whole history."""
    visit = planned("2026-11-23T14:00")
    still.write(
        "Fill",
        add=[
            visit,
            planned("2026-11-20T10:00", account=HARBOR),
            planned("2026-11-05T10:00"),
            planned("2026-11-30T10:00", account=HARBOR, kind=Kind.CALL),
            planned(
                "2026-11-23T16:00",
                status=Status.CANCELLED,
                cancellation=Cancellation(by=Side.THEIRS),
            ),
            planned(
                "2026-11-19T16:00",
                status=Status.CANCELLED,
                cancellation=Cancellation(by=Side.THEIRS),
            ),
            Role(id=RecordId("mine"), account_id=MERCY.id, person_id=ANA.id, side=Side.OURS),
            *(
                Participation(id=RecordId(f"part {n}"), meeting_id=visit.id, person_id=each)
                for n, each in enumerate((DANA.id, LUIS.id, ANA.id))
            ),
            promise(date(2026, 11, 22)),
            promise(date(2026, 11, 22), Side.THEIRS),
        ],
    )
    found = days.around_today(still)
    assert ids(found.today) == ["mercy 2026-11-23T14:00", "mercy 2026-11-23T16:00"]
    assert ids(found.unrecorded) == ["harbor 2026-11-20T10:00"]
    assert ids(found.ahead) == ["harbor 2026-11-30T10:00"]
    # 5 November is more than two weeks ago.
    assert found.older_unrecorded == 1
    assert [each.name for each in found.today[0].people] == ["Dana Whitfield", "Luis Ortega"]
    assert [each.due_on for each in found.today[0].owed] == [date(2026, 11, 22)]
    assert found.today[0].leave_at == datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def test_what_is_in_the_trash_is_nowhere(still: Journal) -> None:
    """Neither its meetings nor its promises, nor a person who was invited."""
    today, older = planned("2026-11-23T14:00"), planned("2026-01-05T10:00")
    part = Participation(id=RecordId("part"), meeting_id=today.id, person_id=DANA.id)
    still.write("Fill", add=[today, older, part, promise(date(2026, 11, 22))])
    records.trash(still, "Trash", DANA)
    assert days.around_today(still).today[0].people == ()
    accounts.trash_account(still, MERCY.id)
    found = days.around_today(still)
    assert (found.today, found.unrecorded, found.ahead, found.older_unrecorded) == ((), (), (), 0)
    counted = days.waiting(still)
    assert (counted.meetings, counted.visits, counted.promises) == (0, 0, 0)


@pytest.mark.parametrize(
    ("text", "zone", "is_today"),
    [
        # The laptop's Monday in Prague is from Sunday 23:00 to Monday 23:00 UTC.
        ("2026-11-22T17:59", "America/New_York", False),
        ("2026-11-22T18:00", "America/New_York", True),
        ("2026-11-23T17:59", "America/New_York", True),
        ("2026-11-23T18:00", "America/New_York", False),
        ("2026-11-24T12:59", "Pacific/Kiritimati", True),
        ("2026-11-24T13:00", "Pacific/Kiritimati", False),
        ("2026-11-23", "Pacific/Kiritimati", True),
        ("2026-11-23", "Pacific/Pago_Pago", True),
        ("2026-11-22", "Pacific/Kiritimati", False),
        ("2026-11-24", "Pacific/Pago_Pago", False),
    ],
)
def test_the_count_and_the_page_mean_the_same_day(
    still: Journal, text: str, zone: str, *, is_today: bool
) -> None:
    """The number at the left is made by SQL, the page by analysis."""
    still.write("Plan", add=[planned(text, zone)])
    assert len(days.around_today(still).today) == is_today
    assert days.waiting(still).meetings == is_today


def test_the_count_is_of_what_is_still_to_be_done(still: Journal) -> None:
    """Calls are no visits; what is closed is done; past ones still want their outcome."""
    still.write(
        "Fill",
        add=[
            planned("2026-11-23T07:00"),
            planned("2026-11-23T14:00", account=HARBOR),
            planned("2026-11-23T15:00", kind=Kind.CALL),
            planned("2026-11-23T16:00", status=Status.HELD),
            promise(date(2026, 11, 22)),
            promise(date(2026, 11, 23), Side.THEIRS),
            promise(date(2026, 11, 24)),
            promise(None),
            promise(date(2026, 11, 1), kept_on=date(2026, 11, 2)),
            promise(date(2026, 11, 1), dropped_on=date(2026, 11, 2)),
        ],
    )
    found = days.waiting(still)
    assert (found.meetings, found.visits, found.promises) == (3, 2, 2)


def test_years_of_plans_are_not_all_read(still: Journal) -> None:
    """Seven days are shown; a weekly call for ten years is five hundred meetings."""
    first = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    weekly = [
        planned((first + timedelta(weeks=week)).strftime("%Y-%m-%dT%H:%M")) for week in range(300)
    ]
    still.write("Plan", add=weekly)
    found = days.around_today(still)
    assert ids(found.ahead)[0] == "mercy 2026-11-24T10:00"
    assert len(found.ahead) == 7


def test_a_guest_is_only_of_the_meeting(still: Journal) -> None:
    """Another account that takes part has no second row for the same meeting."""
    visit = planned("2026-11-23T14:00")
    part = Participation(id=RecordId("part"), meeting_id=visit.id, account_id=HARBOR.id)
    stranger = Participation(
        id=RecordId("unknown"), meeting_id=visit.id, person_id=PersonId(DANA.id)
    )
    still.write("Plan", add=[visit, part, stranger])
    assert ids(days.around_today(still).today) == [visit.id]


def test_midnight_is_the_walls(still: Journal) -> None:
    """The night of 25 October 2026 has an hour more in Prague; its day is 25 hours long."""
    day = Journal(still.file, _autumn)
    day.write("Plan", add=[planned("2026-10-25T23:30")])
    assert days.waiting(day).meetings == 1
    assert time(23, 30) == days.around_today(day).today[0].starts_at.time()


def _autumn() -> datetime:
    return datetime(2026, 10, 25, 8, 0, tzinfo=UTC)


def test_conflicts_of_the_next_weeks_are_read_over_all_accounts(still: Journal) -> None:
    """In January, of two accounts; one of which may still be moved."""
    still.write(
        "Plan",
        add=[
            planned("2027-01-14T10:00"),
            planned("2027-01-14T10:30", account=HARBOR),
            planned("2027-01-15T10:30", account=HARBOR),
        ],
    )

    (found,) = days.conflicts_ahead(still)

    assert (found.before.account.id, found.after.account.id) == (MERCY.id, HARBOR.id)
    assert found.squeeze.gap_min == -30
