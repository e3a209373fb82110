"""What was lost, with how much notice, where it reached us, and what it cost."""

from datetime import timedelta

import pytest

from journal.analysis.losses import (
    Counts,
    Fate,
    LostWhere,
    WastedTravel,
    counts,
    days_before,
    fate,
    is_lost,
    lost_where,
    notice,
    travel_min,
    wasted_travel,
    where_lost,
)
from journal.domain.meeting import Cancellation, Kind, Meeting, Status, Whereabouts
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from tests.analysis.made import NOW, account, cancelled, meeting, utc

# 14:00 in Dayton, in summer, is 18:00 UTC.
VISIT = "2026-03-19T14:00"
START = utc("2026-03-19T18:00")
DAY_BEFORE = START - timedelta(hours=24)
DOOR, WAY, HOME = Whereabouts


def moved(by: Side, **fields: object) -> Meeting:
    """Make a visit that was moved."""
    return cancelled(VISIT, by, status=Status.MOVED, **fields)


@pytest.mark.parametrize(
    ("one", "lost"),
    [
        (meeting(VISIT), False),
        (meeting(VISIT, Status.PLANNED), False),
        (meeting(VISIT, Status.NO_SHOW), True),
        (cancelled(VISIT, status=Status.NO_SHOW), True),
        (cancelled(VISIT, Side.OURS, status=Status.NO_SHOW), False),
        (cancelled(VISIT), True),
        (cancelled(VISIT, at=START - timedelta(days=30)), True),
        (cancelled(VISIT, Side.OURS), False),
        (moved(Side.OURS, at=START), False),
        (moved(Side.THEIRS, at=DAY_BEFORE + timedelta(minutes=1)), True),
        (moved(Side.THEIRS, at=DAY_BEFORE), False),
        (moved(Side.THEIRS, at=START + timedelta(minutes=10)), True),
        (moved(Side.THEIRS), False),
        (moved(Side.THEIRS, whereabouts=HOME), False),
        (moved(Side.THEIRS, whereabouts=WAY), True),
        (moved(Side.THEIRS, whereabouts=DOOR, at=DAY_BEFORE), True),
    ],
)
def test_lost_is_what_the_customer_let_fall(one: Meeting, lost: bool) -> None:  # noqa: FBT001
    """Cancelled by them, a no-show, or moved by them with less than a day's notice."""
    assert is_lost(one) is lost


@pytest.mark.parametrize(
    ("at", "lost"),
    [
        # Midnight in Dayton, when the day begins, is four in UTC.
        ("2026-03-19T03:59", False),
        ("2026-03-19T04:00", True),
        ("2026-03-20T12:00", True),
    ],
)
def test_a_day_without_a_time_is_moved_too_late_on_that_day(at: str, lost: bool) -> None:  # noqa: FBT001
    """Only then is it sure that less than a day was left."""
    one = cancelled("2026-03-19", status=Status.MOVED, at=utc(at))
    assert is_lost(one) is lost


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (meeting(VISIT), Fate.HELD),
        (cancelled(VISIT), Fate.LOST),
        (cancelled(VISIT, Side.OURS), Fate.BY_US),
        (moved(Side.OURS), Fate.BY_US),
        (moved(Side.THEIRS, at=DAY_BEFORE), Fate.MOVED),
        (meeting(VISIT, Status.PLANNED), Fate.UNRECORDED),
        (meeting("2026-12-01T10:00", Status.PLANNED), Fate.AHEAD),
    ],
)
def test_each_meeting_has_one_fate(one: Meeting, expected: Fate) -> None:
    """The counts of a page add up to its meetings."""
    assert fate(one, NOW) is expected


def test_counts_leave_out_what_says_nothing_about_the_customer() -> None:
    """Cancelled by us, moved in good time, unrecorded and ahead are neither held nor lost."""
    found = counts(
        [
            meeting(VISIT),
            meeting(VISIT),
            cancelled(VISIT),
            meeting(VISIT, Status.NO_SHOW),
            moved(Side.THEIRS, at=START),
            cancelled(VISIT, Side.OURS),
            moved(Side.THEIRS),
            meeting(VISIT, Status.PLANNED),
            meeting("2026-12-01T10:00", Status.PLANNED),
        ],
        NOW,
    )

    assert found == Counts(held=2, lost=3, by_us=1, moved=1, unrecorded=1, ahead=1)
    assert found.counted == 5


def test_notice_is_planned_start_minus_the_moment_it_reached_us() -> None:
    """Below zero when they rang after the time agreed."""
    assert notice(cancelled(VISIT, at=DAY_BEFORE)) == timedelta(hours=24)
    assert notice(cancelled(VISIT, at=utc("2026-03-19T18:10"))) == timedelta(minutes=-10)


@pytest.mark.parametrize(
    "one",
    [meeting(VISIT), cancelled(VISIT), cancelled("2026-03-19", at=START)],
)
def test_notice_is_unknown_without_both_times(one: Meeting) -> None:
    """Unknown is not nought."""
    assert notice(one) is None


def test_the_way_is_the_meetings_own_or_the_accounts() -> None:
    """A visit at another site has its own; nobody drives to a call."""
    guest = meeting(VISIT, account_id=AccountId(RecordId("other")))

    assert travel_min(meeting(VISIT), account()) == 120
    assert travel_min(meeting(VISIT, travel_min=45), account()) == 45
    assert travel_min(meeting(VISIT), account(travel_min=None)) is None
    assert travel_min(meeting(VISIT, kind=Kind.CALL, travel_min=45), account()) == 0
    assert travel_min(guest, account()) is None


@pytest.mark.parametrize(
    ("one", "way_min", "where"),
    [
        # None left is at the door, less than the way on the way, more before leaving.
        (cancelled(VISIT, at=START + timedelta(minutes=5)), 120, DOOR),
        (cancelled(VISIT, at=START), 120, DOOR),
        (cancelled(VISIT, at=START - timedelta(minutes=1)), 120, WAY),
        (cancelled(VISIT, at=START - timedelta(minutes=119)), 120, WAY),
        (cancelled(VISIT, at=START - timedelta(minutes=120)), 120, HOME),
        # What the user said wins: ten minutes early, but in reception already.
        (cancelled(VISIT, at=START - timedelta(minutes=10), whereabouts=DOOR), 120, DOOR),
        (cancelled(VISIT, at=START, whereabouts=HOME), 120, HOME),
        # Without a way there is only the door.
        (cancelled(VISIT, at=START), None, DOOR),
        (cancelled(VISIT, at=START - timedelta(days=9)), None, None),
        # Next door, and calls: one is never on the way.
        (cancelled(VISIT, at=START - timedelta(minutes=1)), 0, HOME),
        (cancelled(VISIT, at=START), 0, DOOR),
        # Nobody told us.
        (meeting(VISIT, Status.NO_SHOW), 120, DOOR),
        (cancelled(VISIT, status=Status.NO_SHOW), 120, DOOR),
        (cancelled(VISIT), 120, None),
        # A day without a time: its first minute is the earliest start.
        (cancelled("2026-03-19", at=utc("2026-03-19T02:00")), 120, HOME),
        (cancelled("2026-03-19", at=utc("2026-03-19T02:01")), 120, None),
        (cancelled("2026-03-19", at=utc("2026-03-20T12:00")), 120, None),
    ],
)
def test_where_we_were_follows_from_the_notice(
    one: Meeting, way_min: int | None, where: Whereabouts | None
) -> None:
    """Each bound is in exactly one place, and unknown stays unknown."""
    assert where_lost(one, way_min) is where


def test_places_are_counted_of_lost_meetings_only() -> None:
    """A visit that we called off ourselves from the road was not lost."""
    found = lost_where(
        [
            meeting(VISIT),
            cancelled(VISIT, Side.OURS, whereabouts=WAY),
            meeting(VISIT, Status.NO_SHOW),
            cancelled(VISIT, at=START),
            cancelled(VISIT, at=START - timedelta(hours=1)),
            cancelled(VISIT, at=DAY_BEFORE),
            cancelled(VISIT),
        ],
        account(),
    )

    assert found == LostWhere(at_the_door=2, on_the_way=1, before_leaving=1, unknown=1)


@pytest.mark.parametrize(
    ("one", "wasted"),
    [
        (meeting(VISIT), WastedTravel()),
        (cancelled(VISIT, Side.OURS, at=START), WastedTravel()),
        (cancelled(VISIT, at=DAY_BEFORE), WastedTravel()),
        (cancelled(VISIT), WastedTravel()),
        # Two hours there, two hours back.
        (cancelled(VISIT, at=START), WastedTravel(minutes=240)),
        (meeting(VISIT, Status.NO_SHOW), WastedTravel(minutes=240)),
        # 40 minutes before the start 80 of 120 were driven: and 80 back.
        (cancelled(VISIT, at=START - timedelta(minutes=40)), WastedTravel(minutes=160)),
        # On the way, the user says, but 10 minutes late: no more than the way was driven.
        (
            cancelled(VISIT, at=START + timedelta(minutes=10), whereabouts=WAY),
            WastedTravel(minutes=240),
        ),
        # On the way, but when is not known, or earlier than we need have left.
        (cancelled(VISIT, whereabouts=WAY), WastedTravel(unknown=1)),
        (
            cancelled(VISIT, at=START - timedelta(hours=3), whereabouts=WAY),
            WastedTravel(unknown=1),
        ),
        (cancelled(VISIT, at=START - timedelta(hours=2), whereabouts=WAY), WastedTravel()),
        # At the door, but how far we came is not known.
        (
            cancelled(VISIT, at=START, account_id=AccountId(RecordId("other"))),
            WastedTravel(unknown=1),
        ),
        # Nobody drives to a call.
        (cancelled(VISIT, at=START, kind=Kind.CALL), WastedTravel()),
        (cancelled(VISIT, whereabouts=WAY, kind=Kind.VIDEO), WastedTravel()),
    ],
)
def test_wasted_travel_is_what_was_driven_there_and_back(
    one: Meeting, wasted: WastedTravel
) -> None:
    """Minutes are counted where they are known, and the others said to be unknown."""
    assert wasted_travel([one], account()) == wasted


def test_wasted_travel_adds_up() -> None:
    """Known and unknown side by side: "at least 8 h, and once more"."""
    lost = [
        cancelled(VISIT, at=START),
        cancelled(VISIT, at=START),
        cancelled(VISIT, whereabouts=WAY),
    ]
    assert wasted_travel(lost, account()) == WastedTravel(minutes=480, unknown=1)


def test_a_move_is_followed_by_its_successor_and_counts_once() -> None:
    """The move lost a slot; the meeting that it led to was held."""
    later = meeting("2026-03-24T10:00")
    first = meeting(
        VISIT,
        Status.MOVED,
        cancellation=Cancellation(by=Side.THEIRS, at=START),
        successor_id=MeetingId(later.id),
    )

    assert counts([first, later], NOW) == Counts(held=1, lost=1)


@pytest.mark.parametrize(
    ("one", "is_counted"),
    [
        (cancelled(VISIT, at=DAY_BEFORE), True),
        (cancelled(VISIT, at=DAY_BEFORE + timedelta(minutes=1)), False),
        # We had set off the day before, or nobody noted when it was called off.
        (cancelled(VISIT, at=DAY_BEFORE, whereabouts=WAY), False),
        (cancelled(VISIT, whereabouts=HOME), False),
        # Ours is not lost.
        (cancelled(VISIT, Side.OURS, at=DAY_BEFORE), False),
        # Nobody told us, so we stood at the door.
        (meeting(VISIT, Status.NO_SHOW), False),
        # The 19th begins in Dayton at four in UTC; a day before that is the 18th at four.
        (cancelled("2026-03-19", at=utc("2026-03-18T04:00")), True),
        (cancelled("2026-03-19", at=utc("2026-03-18T04:01")), False),
    ],
)
def test_days_before_is_a_day_or_more_of_notice_at_home(one: Meeting, is_counted: bool) -> None:  # noqa: FBT001
    """Nothing was driven, and the day could still be used for something else."""
    assert days_before([one], account()) == is_counted
