"""The door strip: what to know in the car park."""

from dataclasses import replace

import pytest

from journal.analysis.clashes import Closeness
from journal.analysis.door import door, next_fixed
from journal.analysis.slots import Slot, SlotCount
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.record import AccountId, RecordId
from tests.analysis.case import MEETINGS, NEXT, case
from tests.analysis.made import (
    DANA,
    LUIS,
    ME,
    account,
    cancelled,
    commitment,
    invited,
    meeting,
    person,
    relationship,
)

# The second Tuesday of December: the committee sits at 13:00.
COMMITTEE_DAY = meeting("2026-12-08T10:00", Status.PLANNED, minutes=50)
THURSDAY = meeting("2026-12-10T14:00", Status.PLANNED, minutes=50)


def with_meeting(one: Meeting) -> tuple[Meeting, ...]:
    """Add a meeting to those of the case."""
    return (*MEETINGS, one)


def test_the_strip_of_the_next_visit() -> None:
    """Two hours' drive to ten o'clock; three of three held here, Thursday 14:00 four of eleven."""
    strip = door(case(), NEXT)

    assert strip.meeting == NEXT
    assert strip.place == "400 Main St, Dayton"
    assert strip.travel_min == 120
    assert strip.leave_at is not None
    assert strip.leave_at.isoformat() == "2026-12-01T08:00:00-05:00"
    assert strip.this_slot == SlotCount(slot=Slot(weekday=1, minute=600), held=3)
    assert strip.bad_slot == SlotCount(slot=Slot(weekday=3, minute=840), held=4, lost=7)
    assert strip.clashes == ()
    # 1 December is the first Tuesday; the committee sits on the second.
    assert strip.next_fixed is None


def test_her_next_fixed_thing_is_the_committee_at_one() -> None:
    """130 minutes from the end of the visit at 10:50: time to spare."""
    known = replace(
        case(),
        meetings=with_meeting(COMMITTEE_DAY),
        participations=(*case().participations, *invited(COMMITTEE_DAY, DANA)),
    )
    found = door(known, COMMITTEE_DAY).next_fixed

    assert found is not None
    assert found.person.id == DANA
    assert found.occurrence.commitment.title == "P&T committee"
    assert found.occurrence.when.iso == "2026-12-08T13:00"
    assert found.minutes_between == 130


def test_a_visit_in_the_bad_slot_says_so_itself() -> None:
    """Then there is no other slot to name, and the staff meeting is ten minutes away."""
    known = replace(
        case(),
        meetings=with_meeting(THURSDAY),
        participations=(*case().participations, *invited(THURSDAY, DANA)),
    )
    strip = door(known, THURSDAY)

    assert strip.this_slot == SlotCount(slot=Slot(weekday=3, minute=840), held=4, lost=7)
    assert strip.bad_slot is None
    assert [each.closeness for each in strip.clashes] == [Closeness.STARTS_AFTER]
    assert strip.next_fixed is not None
    assert strip.next_fixed.minutes_between == 10


def test_the_meeting_itself_is_not_in_its_own_count() -> None:
    """A strip printed again afterwards still tells what was known before."""
    held = replace(NEXT, status=Status.HELD)
    known = relationship(meetings=(held,))
    assert door(known, held).this_slot == SlotCount(slot=Slot(weekday=1, minute=600))


@pytest.mark.parametrize(
    ("one", "place", "travel", "leaves"),
    [
        (meeting("2026-12-01T10:00", place="Room 4", travel_min=30), "Room 4", 30, True),
        (meeting("2026-12-01T10:00"), "Dayton", 120, True),
        (meeting("2026-12-01T10:00", kind=Kind.CALL), "Dayton", None, False),
        (meeting("2026-12-01"), "Dayton", 120, False),
        (
            meeting("2026-12-01T10:00", account_id=AccountId(RecordId("other"))),
            "Dayton",
            None,
            False,
        ),
    ],
)
def test_place_and_way_are_the_meetings_own_or_the_accounts(
    one: Meeting,
    place: str,
    travel: int | None,
    leaves: bool,  # noqa: FBT001
) -> None:
    """Nobody leaves for a call, and without a time or a way nobody knows when."""
    strip = door(relationship(account=account(place="Dayton"), meetings=(one,)), one)
    assert (strip.place, strip.travel_min) == (place, travel)
    assert (strip.leave_at is not None) is leaves


def test_a_day_without_a_time_has_no_slot() -> None:
    """But the bad slot is still worth knowing."""
    one = meeting("2026-12-01", Status.PLANNED)
    known = relationship(meetings=(cancelled("2026-09-03T14:00"), one))
    strip = door(known, one)
    assert strip.this_slot is None
    assert strip.bad_slot == SlotCount(slot=Slot(weekday=3, minute=840), lost=1)


def fixed_at(start: str, minutes: int, visit: Meeting) -> int | str | None:
    """Tell the minutes to a Tuesday's commitment of Dana's, or "none"."""
    fixed = commitment("FREQ=WEEKLY;BYDAY=TU", start, minutes=minutes)
    known = relationship(
        meetings=(visit,), participations=invited(visit, DANA), commitments=(fixed,)
    )
    found = next_fixed(known, visit)
    return "none" if found is None else found.minutes_between


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        ("10:50", 60, 0),
        ("10:30", 60, -20),
        ("09:00", 90, -110),
        ("09:00", 60, "none"),
        ("08:00", 60, "none"),
        ("23:59", 60, 789),
    ],
)
def test_next_is_what_is_not_over_when_we_begin(
    start: str, minutes: int, expected: int | str
) -> None:
    """Visit 10:00 to 10:50: below zero it begins before we are done."""
    visit = meeting("2026-12-01T10:00", Status.PLANNED, minutes=50)
    assert fixed_at(start, minutes, visit) == expected


def test_on_a_day_without_a_time_the_first_of_the_day_is_next() -> None:
    """How long there is until then nobody knows."""
    assert fixed_at("08:00", 60, meeting("2026-12-01", Status.PLANNED)) is None


def test_next_is_the_first_of_several_people_and_only_of_the_invited() -> None:
    """Luis at noon comes before Dana at one; ours and yesterday's are nobody's next."""
    visit = meeting("2026-12-01T10:00", Status.PLANNED)
    known = relationship(
        meetings=(visit,),
        participations=invited(visit, DANA, LUIS, ME),
        commitments=(
            commitment("FREQ=WEEKLY;BYDAY=TU", "13:00"),
            commitment("FREQ=WEEKLY;BYDAY=TU", "12:00", person_id=LUIS),
            commitment("FREQ=WEEKLY;BYDAY=TU", "11:00", person_id=ME),
            commitment("FREQ=WEEKLY;BYDAY=MO,WE", "11:00"),
        ),
    )
    found = next_fixed(known, visit)
    assert found is not None
    assert found.person == person(LUIS)


def test_the_day_is_the_customers_wherever_the_person_sits() -> None:
    """Wednesday 3:00 in Auckland is Tuesday 9:00 in Dayton, and on until 13:00."""
    visit = meeting("2026-12-01T10:00", Status.PLANNED)
    far = commitment("FREQ=WEEKLY;BYDAY=WE", "03:00", zone="Pacific/Auckland", minutes=240)
    known = relationship(meetings=(visit,), participations=invited(visit, DANA), commitments=(far,))
    found = next_fixed(known, visit)
    assert found is not None
    assert found.minutes_between == -120
