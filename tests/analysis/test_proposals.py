"""Which slots to propose."""

from datetime import time

import pytest

from journal.analysis.proposals import (
    Block,
    FixedBlock,
    Proposal,
    fixed_blocks,
    proposals,
    usual_minutes,
)
from journal.analysis.slots import Slot, SlotCount
from journal.domain.meeting import Meeting, Status
from journal.domain.person import StandingCommitment
from journal.domain.record import Side
from tests.analysis.made import (
    DANA,
    LUIS,
    NOW,
    account,
    cancelled,
    commitment,
    invited,
    meeting,
    on,
    relationship,
    theirs,
)

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TUESDAYS = (meeting("2026-09-08T10:00"), meeting("2026-10-06T10:00"))


def told(found: tuple[Proposal, ...]) -> list[str]:
    """Say each proposal as the window would."""
    return [
        f"{DAYS[each.count.slot.weekday]} "
        f"{time(each.count.slot.minute // 60, each.count.slot.minute % 60):%H:%M}"
        + (f" {each.count.held} of {each.count.counted} held" if each.is_tried else "")
        for each in found
    ]


def proposed(
    *meetings: Meeting,
    fixed: tuple[StandingCommitment, ...] = (),
    busy: tuple[Block, ...] = (),
    at_most: int = 3,
) -> list[str]:
    """Propose slots for meetings to which Dana was invited."""
    known = relationship(
        meetings=meetings,
        participations=tuple(each for one in meetings for each in invited(one, DANA)),
        commitments=fixed,
    )
    return told(proposals(known, now=NOW, busy=busy, at_most=at_most))


def test_what_was_tried_and_held_comes_first_then_the_nearest_untried() -> None:
    """The same hour on the day after, then on the day before."""
    assert proposed(*TUESDAYS) == ["Tue 10:00 2 of 2 held", "Wed 10:00", "Mon 10:00"]


def test_fewer_losses_come_first_then_more_meetings() -> None:
    """3 of 4 before 2 of 3 by the share, and of two that always held the one tried more."""
    mondays = (
        meeting("2026-08-03T09:00"),
        meeting("2026-08-10T09:00"),
        cancelled("2026-08-17T09:00"),
    )
    fridays = (meeting("2026-08-07T15:00"),)
    assert proposed(*mondays, *fridays, *TUESDAYS, at_most=4)[:3] == [
        "Tue 10:00 2 of 2 held",
        "Fri 15:00 1 of 1 held",
        "Mon 09:00 2 of 3 held",
    ]


def test_a_slot_lost_as_often_as_held_is_not_proposed_nor_what_overlaps_it() -> None:
    """From Thursday 14:00 on all is lost; 13:30 for an hour would run into it."""
    only = proposed(cancelled("2026-09-03T14:00"), meeting("2026-08-27T14:00"), at_most=99)
    thursday = [each for each in only if each.startswith("Thu")]
    assert thursday == [
        "Thu 13:00",
        "Thu 15:00",
        "Thu 12:00",
        "Thu 16:00",
        "Thu 11:00",
        "Thu 10:00",
        "Thu 09:00",
    ]


def test_where_nothing_held_the_same_hour_on_another_day_is_tried() -> None:
    """The hour suited both once; the day may be the trouble."""
    assert proposed(cancelled("2026-09-03T14:00")) == ["Fri 14:00", "Wed 14:00", "Tue 14:00"]


def test_without_any_meeting_the_week_begins_on_monday_at_nine() -> None:
    """Something has to be proposed first."""
    assert proposed() == ["Mon 09:00", "Tue 09:00", "Wed 09:00"]


@pytest.mark.parametrize(
    ("start", "free"),
    [
        # An hour from 10:00 ends at 11:00.
        ("11:00", False),
        ("11:30", False),
        ("11:31", True),
        ("09:00", False),
        ("08:45", False),
        ("08:44", True),
        ("10:30", False),
    ],
)
def test_no_proposal_comes_too_close_to_a_standing_commitment(start: str, free: bool) -> None:  # noqa: FBT001
    """The bounds are those of a clash: what would be a clash is not proposed."""
    fixed = commitment("FREQ=WEEKLY;BYDAY=TU", start)
    assert ("Tue 10:00 2 of 2 held" in proposed(*TUESDAYS, fixed=(fixed,))) is free


def test_a_commitment_once_a_month_takes_its_weekday() -> None:
    """The second Tuesday at 10:00: a slot that is free three weeks in four is not free."""
    committee = commitment("FREQ=MONTHLY;BYDAY=2TU", "10:00")
    assert proposed(*TUESDAYS, fixed=(committee,)) == ["Wed 10:00", "Mon 10:00", "Thu 10:00"]


def test_only_those_who_are_invited_and_still_there_keep_a_slot_from_us() -> None:
    """Luis was never invited; and Dana's calendar counts no more when she has left."""
    luis = commitment("FREQ=WEEKLY;BYDAY=TU", "10:00", person_id=LUIS)
    assert proposed(*TUESDAYS, fixed=(luis,))[0] == "Tue 10:00 2 of 2 held"

    gone = relationship(
        roles=(theirs(DANA, end=on("2026-10-31")),),
        meetings=TUESDAYS,
        participations=invited(TUESDAYS[0], DANA),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=TU", "10:00"),),
    )
    assert told(proposals(gone, now=NOW))[0] == "Tue 10:00 2 of 2 held"


def test_our_own_busy_times_are_not_proposed() -> None:
    """Up to the minute: a meeting may begin when we are free again."""
    until_ten = Block(weekday=1, start_min=0, end_min=10 * 60)
    past_ten = Block(weekday=1, start_min=0, end_min=10 * 60 + 1)
    assert proposed(*TUESDAYS, busy=(until_ten,))[0] == "Tue 10:00 2 of 2 held"
    assert proposed(*TUESDAYS, busy=(past_ten,))[0] == "Wed 10:00"


def test_untried_slots_lie_within_working_hours_or_those_that_held() -> None:
    """From nine, the last to end by five; an earlier breakfast that held widens the day."""
    usual = proposed(cancelled("2026-09-03T03:00"), at_most=99)
    assert "Mon 09:00" in usual
    assert "Mon 16:00" in usual
    assert not any(each.endswith(("08:30", "16:30", "03:00")) for each in usual)
    assert not any(each.startswith(("Sat", "Sun")) for each in usual)

    early = proposed(meeting("2026-09-08T07:40"), at_most=99)
    late = proposed(meeting("2026-09-08T18:00"), at_most=99)
    assert "Mon 07:30" in early
    assert "Mon 07:00" not in early
    assert "Mon 18:00" in late
    assert "Mon 18:30" not in late


def test_a_day_that_held_is_proposed_whatever_day_it_is() -> None:
    """Where the week begins on Sunday, Sunday holds; untried ones stay Monday to Friday."""
    assert proposed(meeting("2026-09-06T09:00"))[0] == "Sun 09:00 1 of 1 held"


def test_a_meeting_that_ended_after_midnight_does_not_open_the_next_day() -> None:
    """A slot lies within one day."""
    late = proposed(meeting("2026-09-08T23:30"), at_most=99)
    assert late[0] == "Tue 23:30 1 of 1 held"
    assert max(each[4:9] for each in late[1:]) == "23:00"


def test_proposals_do_not_overlap_each_other() -> None:
    """Two choices within one hour are one, tried or not."""
    close = (meeting("2026-09-08T10:00"), meeting("2026-09-15T10:30"))
    assert proposed(*close) == ["Tue 10:00 1 of 1 held", "Wed 10:00", "Mon 10:00"]


def test_the_usual_length_is_the_middle_one() -> None:
    """Of three the second; of two the shorter; unknown is an hour."""
    lengths = [meeting("2026-09-08T10:00", minutes=each) for each in (30, 50, 240, None)]
    assert usual_minutes(lengths) == 50
    assert usual_minutes(lengths[:2]) == 30
    assert usual_minutes([]) == usual_minutes(lengths[3:]) == 60


def blocks(fixed: StandingCommitment, zone: str = "America/New_York") -> list[tuple[int, int, int]]:
    """Name the blocks of a commitment on the wall of a zone."""
    known = relationship(account=account(time_zone=zone), commitments=(fixed,))
    found: tuple[FixedBlock, ...] = fixed_blocks(known, now=NOW)
    return [
        (each.block.weekday, each.block.start_min, each.block.end_min)
        for each in found
        if each.commitment == fixed
    ]


def test_a_standing_commitment_lies_in_the_week() -> None:
    """Thursday 15:00 to 16:00, once, however often it occurs."""
    assert blocks(commitment("FREQ=WEEKLY;BYDAY=TH", "15:00")) == [(3, 900, 960)]


def test_one_past_midnight_lies_on_both_days_and_one_until_midnight_on_one() -> None:
    """Wednesday 22:00 to Thursday 08:00; and to midnight, which is not yet Thursday."""
    night = commitment("FREQ=WEEKLY;BYDAY=WE", "22:00", minutes=600)
    evening = commitment("FREQ=WEEKLY;BYDAY=WE", "22:00", minutes=120)
    assert blocks(night) == [(2, 1320, 1440), (3, 0, 480)]
    assert blocks(evening) == [(2, 1320, 1440)]


def test_it_lies_on_the_customers_wall() -> None:
    """15:00 in Dayton is 21:00 in Prague, once both have winter; the account says which."""
    assert blocks(commitment("FREQ=WEEKLY;BYDAY=TH", "15:00"), "Europe/Prague") == [(3, 1260, 1320)]
    assert blocks(commitment("FREQ=WEEKLY;BYDAY=TH", "15:00"), "") == [(3, 900, 960)]


def test_what_is_over_lies_nowhere() -> None:
    """The grid shows the week that comes."""
    assert blocks(commitment("FREQ=WEEKLY;BYDAY=TH", "15:00", last_day=on("2026-11-20"))) == []


def test_a_proposal_carries_its_counts() -> None:
    """Never a bare percentage."""
    known = relationship(meetings=(meeting("2026-09-08T10:00"), cancelled("2026-09-03T14:00")))
    first = proposals(known, now=NOW)[0]
    assert first == Proposal(count=SlotCount(slot=Slot(weekday=1, minute=600), held=1, lost=0))
    assert first.is_tried


def test_what_we_called_off_is_no_trial() -> None:
    """It says nothing about the slot, so the slot is untried."""
    known = relationship(
        meetings=(
            cancelled("2026-09-08T10:00", Side.OURS),
            meeting("2026-12-01T10:00", Status.PLANNED),
        )
    )
    assert not proposals(known, now=NOW)[0].is_tried
