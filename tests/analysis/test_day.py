"""The days around today: who is met when, when to leave, and what will not fit."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal.analysis.day import Days, Fit, Stop, days
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from journal.domain.relationship import Relationship
from tests.analysis.made import (
    DANA,
    DAYTON,
    LUIS,
    PRAGUE,
    account,
    cancelled,
    invited,
    meeting,
    promise,
    relationship,
)

HARBOR = AccountId(RecordId("harbor"))
# Monday, a quarter past eight in Dayton.
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=ZoneInfo(DAYTON))
PLANNED = Status.PLANNED


def told(*outlines: Relationship, now: datetime = NOW) -> Days:
    """Tell the days of some accounts."""
    return days({each.account.id: each for each in outlines}, now=now)


def mercy(*meetings: Meeting, **fields: object) -> Relationship:
    """Two hours away, with these meetings."""
    return relationship(meetings=meetings, **fields)


def harbor(*clocks: str, way_min: int | None = 30, **fields: object) -> Relationship:
    """Half an hour away, with visits of an hour at these times of today."""
    own = account(id=HARBOR, name="Harbor Health", travel_min=way_min, address="Pier 4")
    return relationship(
        account=own,
        meetings=tuple(
            meeting(
                f"2026-11-23T{clock}", PLANNED, account_id=HARBOR, id=f"harbor {clock}", **fields
            )
            for clock in clocks
        ),
    )


def at(clock: str, **fields: object) -> Meeting:
    """Plan a visit of an hour to Mercy for a time of today."""
    return meeting(f"2026-11-23T{clock}", PLANNED, **fields)


def ids(stops: tuple[Stop, ...]) -> list[str]:
    """Name the meetings."""
    return [each.meeting.id for each in stops]


def test_each_meeting_stands_in_one_place() -> None:
    """Today's in order of time, whatever became of them; waiting ones latest first."""
    found = told(
        mercy(
            meeting("2026-11-19T10:00", PLANNED),
            meeting("2026-11-20T10:00", PLANNED),
            meeting("2026-11-21T10:00"),
            at("16:00"),
            cancelled("2026-11-23T14:00"),
            at("07:00"),
            meeting("2026-11-24T10:00", PLANNED),
            cancelled("2026-11-24T11:00"),
        ),
        harbor("10:00"),
    )
    assert ids(found.today) == [
        "meeting 2026-11-23T07:00",
        "harbor 10:00",
        "meeting 2026-11-23T14:00",
        "meeting 2026-11-23T16:00",
    ]
    assert ids(found.unrecorded) == ["meeting 2026-11-20T10:00", "meeting 2026-11-19T10:00"]
    assert ids(found.ahead) == ["meeting 2026-11-24T10:00"]


def test_the_day_is_that_of_the_laptop() -> None:
    """One who sits in Prague has Dayton's evening call on the next day's morning."""
    prague = NOW.astimezone(ZoneInfo(PRAGUE))
    late = at("20:00", kind=Kind.VIDEO)
    found = told(mercy(late), now=prague)
    assert not found.today
    assert [each.day for each in found.ahead] == [date(2026, 11, 24)]
    assert found.ahead[0].starts_at.isoformat() == "2026-11-24T02:00:00+01:00"
    assert found.ahead[0].ends_at.isoformat() == "2026-11-24T03:00:00+01:00"


def test_a_day_without_a_time_is_the_customers_and_stands_first() -> None:
    """Nobody knows its hour, so there is nothing to translate and no time to leave."""
    found = told(mercy(at("09:00"), meeting("2026-11-23", PLANNED)))
    assert ids(found.today) == ["meeting 2026-11-23", "meeting 2026-11-23T09:00"]
    assert found.today[0].day == date(2026, 11, 23)
    assert found.today[0].leave_at is None
    assert found.today[1].squeeze is None


def test_what_still_goes_on_is_of_today() -> None:
    """A meeting over midnight, or yesterday's in a zone where it is yesterday still."""
    night = meeting("2026-11-22T23:30", PLANNED, minutes=10 * 60)
    assert ids(told(mercy(night)).today) == ["meeting 2026-11-22T23:30"]
    west = meeting("2026-11-22", PLANNED, zone="Pacific/Honolulu")
    early = NOW.replace(hour=1)
    assert ids(told(mercy(west), now=early).today) == ["meeting 2026-11-22"]
    assert ids(told(mercy(west)).unrecorded) == ["meeting 2026-11-22"]


def test_only_the_next_seven_days_with_anything_are_told() -> None:
    """Seven days of meetings, not seven days of the calendar."""
    first = date(2026, 11, 25)
    weekly = [
        meeting(f"{first + timedelta(weeks=week)}T{clock}", PLANNED)
        for week in range(9)
        for clock in ("10:00", "14:00")
    ]
    found = told(mercy(*weekly))
    assert len(found.ahead) == 14
    assert found.ahead[-1].day == first + timedelta(weeks=6)


def test_one_leaves_by_the_meetings_own_way_or_the_accounts() -> None:
    """Two hours to Mercy, unless this one is elsewhere; nobody drives to a call."""
    found = told(
        mercy(
            at("12:00"),
            at("15:00", travel_min=20),
            at("17:00", kind=Kind.CALL),
        )
    )
    leave = [each.leave_at and each.leave_at.isoformat() for each in found.today]
    assert leave == ["2026-11-23T10:00:00-05:00", "2026-11-23T14:40:00-05:00", None]
    assert [each.way_min for each in found.today] == [120, 20, 0]


def test_the_way_is_counted_in_real_minutes() -> None:
    """On 1 November 2026 at two the clocks of Dayton go back by an hour."""
    early = meeting("2026-11-01T03:00", PLANNED)
    found = told(mercy(early), now=datetime(2026, 11, 1, 0, 0, tzinfo=ZoneInfo(DAYTON)))
    assert found.today[0].leave_at is not None
    # 03:00 EST is 08:00 UTC; two hours before it is 06:00 UTC, and still one o'clock EST.
    assert found.today[0].leave_at.isoformat() == "2026-11-01T01:00:00-05:00"


def test_who_comes_and_what_we_owe_them_by_then() -> None:
    """Our own people are no guests; what is due later can wait, what was kept is kept."""
    visit = at("12:00")
    found = told(
        mercy(
            visit,
            participations=invited(visit, LUIS, DANA),
            promises=(
                promise(Side.OURS, "2026-11-23", text="today"),
                promise(Side.OURS, "2026-11-20", text="late"),
                promise(Side.OURS, "2026-11-24", text="tomorrow"),
                promise(Side.OURS, None, text="some day"),
                promise(Side.OURS, "2026-11-19", text="kept", kept_on="2026-11-19"),
                promise(Side.THEIRS, "2026-11-20", text="theirs"),
            ),
        )
    )
    stop = found.today[0]
    assert [each.name for each in stop.people] == ["Luis", "Dana"]
    assert [each.text for each in stop.owed] == ["late", "today"]


@pytest.mark.parametrize(
    ("earlier", "later", "fit", "gap_min", "way_min"),
    [
        # Harbor 10:00 to 11:00. Home is 30 min from Harbor, 120 min from Mercy.
        ("10:00", "10:40", Fit.OVERLAPS, -20, 90),
        ("10:00", "12:29", Fit.OUT_OF_REACH, 89, 90),
        ("10:00", "12:30", Fit.STRAIGHT_ON, 90, 90),
        ("10:00", "12:59", Fit.STRAIGHT_ON, 119, 90),
        ("10:00", "13:00", None, 120, 90),
    ],
)
def test_what_does_not_fit_behind_a_visit(
    earlier: str, later: str, fit: Fit | None, gap_min: int, way_min: int
) -> None:
    """No way is shorter than the difference of the ways from home."""
    found = told(harbor(earlier), mercy(at(later)))
    squeeze = found.today[1].squeeze
    assert found.today[0].squeeze is None
    if fit is None:
        assert squeeze is None
    else:
        assert squeeze is not None
        assert (squeeze.fit, squeeze.gap_min, squeeze.way_min) == (fit, gap_min, way_min)
        assert squeeze.before.name == "Harbor Health"


@pytest.mark.parametrize(
    ("clock", "fit"),
    [("12:59", Fit.UNDER_WAY), ("13:00", None)],
)
def test_one_cannot_leave_while_a_call_goes_on(clock: str, fit: Fit | None) -> None:
    """A call from the desk at ten holds until eleven; Mercy is two hours away."""
    found = told(harbor("10:00", kind=Kind.CALL), mercy(at(clock)))
    squeeze = found.today[1].squeeze
    assert (squeeze.fit if squeeze else None) == fit


@pytest.mark.parametrize(
    ("clock", "fit"), [("11:00", Fit.BACK_TO_BACK), ("11:14", Fit.BACK_TO_BACK), ("11:15", None)]
)
def test_two_calls_need_a_pause(clock: str, fit: Fit | None) -> None:
    """A quarter of an hour is one."""
    found = told(harbor("10:00", kind=Kind.CALL), mercy(at(clock, kind=Kind.VIDEO)))
    squeeze = found.today[1].squeeze
    assert (squeeze.fit if squeeze else None) == fit


def test_two_visits_in_one_house_need_no_way() -> None:
    """The same account, or another at the same address."""
    assert told(mercy(at("10:00"), at("11:15"))).today[1].squeeze is None
    next_door = relationship(
        account=account(id=HARBOR, name="Next door", address="400 Main St"),
        meetings=(at("11:15", account_id=HARBOR, id=MeetingId(RecordId("door"))),),
    )
    main = mercy(at("10:00"), account=account(address="400 Main St"))
    assert told(main, next_door).today[1].squeeze is None
    elsewhere = mercy(at("10:00"), account=account(address="1 High St"))
    found = told(elsewhere, next_door).today[1].squeeze
    assert found is not None
    assert found.fit is Fit.STRAIGHT_ON


def test_unknown_ways_are_not_guessed() -> None:
    """Without a travel time only the clock is compared."""
    found = told(harbor("10:00", way_min=None), mercy(at("12:00")))
    squeeze = found.today[1].squeeze
    assert squeeze is not None
    # From home one would have to leave at ten, and is at Harbor until eleven.
    assert (squeeze.fit, squeeze.way_min) == (Fit.STRAIGHT_ON, None)
    assert told(harbor("14:00", way_min=None), mercy(at("10:00"))).today[1].squeeze is None


def test_it_is_compared_with_whatever_ends_last_before_it() -> None:
    """A long visit still goes on behind a short call; what was called off frees its time."""
    long = at("09:00", minutes=240)
    found = told(mercy(long, cancelled("2026-11-23T13:30")), harbor("10:00", "14:00"))
    fits = {each.meeting.id: each.squeeze.fit if each.squeeze else None for each in found.today}
    assert fits == {
        "meeting 2026-11-23T09:00": None,
        "harbor 10:00": Fit.OVERLAPS,
        "meeting 2026-11-23T13:30": None,
        "harbor 14:00": Fit.OUT_OF_REACH,
    }


def test_the_next_days_are_looked_at_too() -> None:
    """There is still time to move one; each day by itself."""
    found = told(
        mercy(
            meeting("2026-11-25T10:00", PLANNED),
            meeting("2026-11-25T10:30", PLANNED),
            meeting("2026-11-26T08:00", PLANNED),
        )
    )
    assert [each.squeeze is not None for each in found.ahead] == [False, True, False]
