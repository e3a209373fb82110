"""Which meetings of mine cannot both be kept."""

from datetime import datetime
from zoneinfo import ZoneInfo

from journal.analysis.conflicts import Conflict, conflicts_ahead
from journal.analysis.day import Fit
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.record import AccountId, RecordId
from journal.domain.relationship import Relationship
from tests.analysis.made import DAYTON, account, cancelled, meeting, relationship

HARBOR = AccountId(RecordId("harbor"))
# Monday, a quarter past eight in Dayton.
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=ZoneInfo(DAYTON))
PLANNED = Status.PLANNED


def mercy(*meetings: Meeting) -> Relationship:
    """Two hours away."""
    return relationship(meetings=meetings)


def harbor(*meetings: Meeting, way_min: int | None = 30) -> Relationship:
    """Half an hour away."""
    own = account(id=HARBOR, name="Harbor Health", travel_min=way_min)
    return relationship(account=own, meetings=meetings)


def at_harbor(text: str, **fields: object) -> Meeting:
    """Plan a visit of an hour to Harbor."""
    return meeting(text, PLANNED, account_id=HARBOR, id=f"harbor {text}", **fields)


def found(*outlines: Relationship) -> list[tuple[str, str, Fit]]:
    """Name who is in whose way, and how."""

    def named(one: Conflict) -> tuple[str, str, Fit]:
        return one.before.meeting.id, one.after.meeting.id, one.squeeze.fit

    told = conflicts_ahead({each.account.id: each for each in outlines}, now=NOW)
    return [named(each) for each in told]


def test_what_overlaps_cannot_both_be_kept() -> None:
    """Weeks ahead, where nobody looks yet: 14 to 15 and 14:30 to 15:30."""
    assert found(
        mercy(meeting("2027-01-14T14:00", PLANNED)), harbor(at_harbor("2027-01-14T14:30"))
    ) == [("meeting 2027-01-14T14:00", "harbor 2027-01-14T14:30", Fit.OVERLAPS)]


def test_the_way_between_has_to_fit() -> None:
    """From 30 minutes away to 120 minutes away is at least 90; 60 and 90 lie between."""
    visits = mercy(meeting("2026-12-03T12:00", PLANNED), meeting("2026-12-04T12:30", PLANNED))
    others = harbor(at_harbor("2026-12-03T10:00"), at_harbor("2026-12-04T10:00"))
    assert found(visits, others) == [
        ("harbor 2026-12-03T10:00", "meeting 2026-12-03T12:00", Fit.OUT_OF_REACH)
    ]
    assert found(visits, harbor(at_harbor("2026-12-03T10:00"), way_min=None)) == []


def test_one_cannot_leave_while_a_call_goes_on() -> None:
    """For 12:00 one leaves at 10:00; the call lasts until 11."""
    call = at_harbor("2026-12-03T10:00", kind=Kind.CALL)
    assert found(mercy(meeting("2026-12-03T12:00", PLANNED)), harbor(call)) == [
        ("harbor 2026-12-03T10:00", "meeting 2026-12-03T12:00", Fit.UNDER_WAY)
    ]


def test_a_short_pause_can_be_borne() -> None:
    """Two calls, one right after the other."""
    calls = [at_harbor(f"2026-12-03T{clock}", kind=Kind.CALL) for clock in ("10:00", "11:00")]
    assert found(harbor(*calls)) == []


def test_a_long_one_is_in_the_way_of_each_within_it() -> None:
    """A workshop of 8 hours; after it there is room again."""
    workshop = meeting("2026-12-03T09:00", PLANNED, minutes=480)
    within = [at_harbor("2026-12-03T10:00"), at_harbor("2026-12-03T15:00")]
    after = at_harbor("2026-12-03T19:00")
    assert [each[:2] for each in found(mercy(workshop), harbor(*within, after))] == [
        (workshop.id, within[0].id),
        (workshop.id, within[1].id),
    ]


def test_what_does_not_take_place_is_in_nobodys_way() -> None:
    """Called off, without a time, held already, or past and not recorded."""
    assert (
        found(
            mercy(
                cancelled("2026-12-03T10:00"),
                meeting("2026-12-04", PLANNED),
                meeting("2026-11-23T06:00", PLANNED),
                meeting("2026-11-23T05:00"),
            ),
            harbor(
                at_harbor("2026-12-03T10:00"),
                at_harbor("2026-12-04T10:00"),
                at_harbor("2026-11-23T06:00"),
            ),
        )
        == []
    )
