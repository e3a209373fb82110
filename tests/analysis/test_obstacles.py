"""What stands in the way of a meeting that is being planned, and what to take instead."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from journal.analysis.clashes import Closeness
from journal.analysis.day import Fit
from journal.analysis.obstacles import Draft, Obstacles, obstacles, quiet_times, shifts
from journal.analysis.proposals import proposals
from journal.analysis.slots import Slot, SlotCount
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.relationship import Relationship
from journal.domain.span import When
from tests.analysis.made import (
    DANA,
    DAYTON,
    LUIS,
    MERCY,
    PRAGUE,
    account,
    cancelled,
    commitment,
    invited,
    meeting,
    relationship,
)

HARBOR = AccountId(RecordId("harbor"))
# Monday, a quarter past eight in Dayton.
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=ZoneInfo(DAYTON))
PLANNED = Status.PLANNED
STAFF_MEETING = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00")


def history() -> Relationship:
    """Thursday 14:00 was lost twice of three times, Tuesday 10:00 held three times of three."""
    meetings = (
        cancelled("2026-07-09T14:00"),
        cancelled("2026-08-06T14:00"),
        meeting("2026-09-03T14:00"),
        meeting("2026-09-08T10:00"),
        meeting("2026-10-20T10:00"),
        meeting("2026-11-10T10:00"),
    )
    return relationship(
        meetings=meetings,
        participations=tuple(part for each in meetings for part in invited(each, DANA)),
        commitments=(STAFF_MEETING,),
    )


def draft(*own: Meeting, **fields: Any) -> Draft:  # noqa: ANN401  any field of a draft
    """Plan a visit of an hour, for which one drives two hours, among some meetings of mine."""
    mercy = fields.pop("relationship", history())
    harbor = account(id=HARBOR, name="Harbor Health", travel_min=30)
    outlines = {
        MERCY: relationship(meetings=tuple(each for each in own if each.account_id == MERCY)),
        HARBOR: relationship(
            account=harbor, meetings=tuple(each for each in own if each.account_id == HARBOR)
        ),
    }
    usual: dict[str, Any] = {"people": (DANA,), "minutes": 60}
    return Draft(relationship=mercy, own=outlines, now=NOW, **usual | fields)


def at(text: str, zone: str = DAYTON) -> When:
    """Mean a time in Dayton."""
    return When.from_iso(text, zone)


def at_harbor(text: str, **fields: Any) -> Meeting:  # noqa: ANN401
    """Plan a visit to Harbor."""
    return meeting(text, PLANNED, account_id=HARBOR, id=f"harbor {text}", **fields)


def of(planned: Draft, text: str) -> Obstacles:
    """Return what stands in the way of one time."""
    (found,) = obstacles(planned, [at(text)])
    return found


def test_nothing_stands_in_the_way_of_a_quiet_time() -> None:
    """Tuesday 10:00 held each time, and nobody has anything else."""
    assert of(draft(), "2026-12-01T10:00") == Obstacles()
    assert of(draft(), "2026-12-01T10:00").is_clear


def test_a_slot_that_was_lost_as_often_as_it_held_is_told_with_its_counts() -> None:
    """Thursday 14:00 was lost 2 of 3 times; and the staff meeting begins as it ends."""
    found = of(draft(), "2026-12-03T14:00")
    assert found.slot == SlotCount(slot=Slot(weekday=3, minute=840), held=1, lost=2)
    assert not found.is_clear
    (clash,) = found.clashes
    assert (clash.closeness, clash.gap_min) == (Closeness.STARTS_AFTER, 0)
    assert clash.occurrence.commitment == STAFF_MEETING


def test_a_clash_is_with_somebody_who_is_invited() -> None:
    """The staff meeting is Dana's; without her, or on another day, it is in nobody's way."""
    assert of(draft(people=(LUIS,)), "2026-12-03T13:30").clashes == ()
    assert of(draft(people=(LUIS, DANA)), "2026-12-03T13:30").clashes != ()
    assert of(draft(), "2026-12-02T15:00").clashes == ()


def test_past_days_and_days_off_are_told() -> None:
    """08:15 on Monday; a day without a time is past when the day is."""
    for text, is_past in (
        ("2026-11-23T08:15", True),
        ("2026-11-23T08:16", False),
        ("2026-11-23", False),
        ("2026-11-22", True),
    ):
        assert of(draft(), text).is_past is is_past
    assert of(draft(), "2026-11-28T10:00") == Obstacles(day_off=5)
    assert of(draft(), "2026-11-29").day_off == 6


def test_my_own_meetings_are_in_the_way_from_both_sides() -> None:
    """From 30 to 120 minutes away takes at least 90: one ends at 09:00, one begins at 12:00."""
    before, after = at_harbor("2026-12-01T08:00"), at_harbor("2026-12-01T12:00")
    found = of(draft(before, after), "2026-12-01T10:00").in_my_way
    assert [(each.other.meeting, each.is_after) for each in found] == [
        (before, False),
        (after, True),
    ]
    assert [each.leave_at for each in found if each.leave_at] == [
        datetime(2026, 12, 1, 8, 0, tzinfo=ZoneInfo(DAYTON)),
        datetime(2026, 12, 1, 11, 30, tzinfo=ZoneInfo(DAYTON)),
    ]
    assert {each.squeeze.fit for each in found} == {Fit.OUT_OF_REACH}


def test_a_time_on_another_wall_overlaps_all_the_same() -> None:
    """16:30 in Prague is 10:30 in Dayton."""
    far = at_harbor("2026-12-01T16:30", zone=PRAGUE)
    (found,) = of(draft(far), "2026-12-01T10:00").in_my_way
    assert found.squeeze.fit is Fit.OVERLAPS


def test_a_call_needs_no_way() -> None:
    """One hangs up at 11:00 and calls the next."""
    call = at_harbor("2026-12-01T11:00", kind=Kind.CALL)
    assert of(draft(call, kind=Kind.CALL), "2026-12-01T10:00").is_clear


def test_the_ways_that_are_typed_count() -> None:
    """Mercy is met near Harbor this time."""
    assert of(draft(at_harbor("2026-12-01T11:15"), travel_min=30), "2026-12-01T10:00").is_clear


def test_a_second_meeting_of_the_day_is_told_once() -> None:
    """As an overlap where it is one; else as what it is; not the one that is moved."""
    other = meeting("2026-12-01T14:00", PLANNED)
    assert of(draft(other), "2026-12-01T10:00").same_day == (other,)
    overlapping = of(draft(other), "2026-12-01T14:30")
    assert (overlapping.same_day, len(overlapping.in_my_way)) == ((), 1)
    assert of(draft(other, instead_of=MeetingId(other.id)), "2026-12-01T14:30").is_clear


def test_what_is_closed_is_in_nobodys_way() -> None:
    """It was called off, or held this morning."""
    gone = cancelled("2026-12-01T10:00", account_id=HARBOR)
    assert of(draft(gone, meeting("2026-12-01T11:00")), "2026-12-01T10:00").is_clear


def told(planned: Draft, near: str, at_most: int = 3) -> list[str]:
    """Propose quiet times around a day, each with its counts."""
    slots = proposals(planned.relationship, now=NOW, at_most=5)
    found = quiet_times(planned, slots, date.fromisoformat(near), zone=DAYTON, at_most=at_most)
    return [f"{each.when.iso} {each.count.held} of {each.count.counted}" for each in found]


def test_quiet_times_are_proposed_near_the_day() -> None:
    """Tuesday 10:00 first, since it was tried; then untried ones, all in that week."""
    assert told(draft(), "2026-12-03") == [
        "2026-12-01T10:00 3 of 3",
        "2026-12-02T10:00 0 of 0",
        "2026-11-30T10:00 0 of 0",
    ]
    assert told(draft(), "2026-12-03", at_most=1) == ["2026-12-01T10:00 3 of 3"]


def test_a_quiet_time_is_looked_for_in_other_weeks_where_that_one_is_taken() -> None:
    """On Tuesday one is at Harbor; from the 3rd, the 8th is nearer than 24 November."""
    taken = draft(at_harbor("2026-12-01T10:30"))
    assert told(taken, "2026-12-03")[0] == "2026-12-08T10:00 3 of 3"


def test_nothing_past_is_proposed() -> None:
    """For a past day the next ones are; Monday 10:00 is still ahead, at 08:15."""
    assert told(draft(), "2020-05-05") == [
        "2026-11-24T10:00 3 of 3",
        "2026-11-25T10:00 0 of 0",
        "2026-11-23T10:00 0 of 0",
    ]


def test_where_there_is_no_quiet_time_none_is_proposed() -> None:
    """One is away for two months."""
    first = date(2026, 11, 20)
    days = [first + timedelta(days=each) for each in range(60)]
    away = [at_harbor(f"{each}T00:00", minutes=24 * 60) for each in days]
    assert told(draft(*away), "2026-12-03") == []


def test_at_the_ends_of_the_calendar_fewer_days_are_looked_at() -> None:
    """The journal knows the years until 2200."""
    assert told(draft(), "2200-12-31")[0] == "2200-12-30T10:00 3 of 3"


def test_each_visit_of_a_series_is_shifted_within_its_week() -> None:
    """Three Thursdays; on the second week's Tuesday one is at Harbor, so Wednesday."""
    planned = draft(at_harbor("2026-12-08T10:00"))
    slots = proposals(planned.relationship, now=NOW, at_most=5)
    thursdays = [at(f"2026-12-{day:02}T14:00") for day in (3, 10, 17)]
    found = shifts(planned, slots, thursdays)
    assert [each.when.iso if each else "" for each in found] == [
        "2026-12-01T10:00",
        "2026-12-09T10:00",
        "2026-12-15T10:00",
    ]
    assert shifts(planned, (), thursdays[:1]) == (None,)
