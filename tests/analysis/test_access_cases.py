"""Access on a table of cases that were worked out by hand; see `access_cases`."""

import pytest

from journal.analysis.access import Access, access
from journal.domain.meeting import Whereabouts
from tests.analysis.access_case import DAYS, Case, thursday
from tests.analysis.access_cases import TABLE
from tests.analysis.access_clocks import AUCKLAND, NINE_IN_PRAGUE
from tests.analysis.made import (
    DANA,
    NOW,
    account,
    cancelled,
    commitment,
    invited,
    meeting,
    on,
    relationship,
    theirs,
    utc,
)


def told(case: Case) -> Access:
    """Work it out; Dana is invited to every meeting."""
    return access(
        relationship(
            account=account(time_zone=case.zone),
            meetings=case.meetings,
            commitments=case.commitments,
            participations=tuple(part for each in case.meetings for part in invited(each, DANA)),
        ),
        now=case.now,
    )


def clock(minute: int) -> str:
    """Write a minute of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_the_table(case: Case) -> None:
    """Slots, clashes, where commitments lie, and what became of all meetings."""
    found = told(case)
    assert found.summary.counts == case.counts
    assert case.slots == tuple(
        f"{DAYS[each.slot.weekday]} {clock(each.slot.minute)} {each.held}/{each.counted}"
        for each in found.slots
    )
    assert case.clashes == tuple(
        f"{each.meeting.when.day} {each.closeness} {each.gap_min}" for each in found.clashes
    )
    assert case.fixed == tuple(
        f"{DAYS[each.block.weekday]} {clock(each.block.start_min)}-{clock(each.block.end_min)}"
        for each in found.fixed
    )


def proposed(case: Case) -> list[str]:
    """Return what is proposed."""
    slots = [each.count.slot for each in told(case).proposals]
    return [f"{DAYS[each.weekday]} {clock(each.minute)}" for each in slots]


def test_every_second_week_keeps_its_slot_from_us_in_all_weeks() -> None:
    """Thursday 10:00 held twice; from an end at 11:00 to 11:30 is too near, and it is not free."""
    meetings = (thursday("2026-03-05", "10:00"), thursday("2026-03-12", "10:00"))
    second = commitment("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "11:30")
    case = Case(name="", meetings=meetings, commitments=(second,))
    # The same hour on the days beside it, the later day first.
    assert proposed(case) == ["Fri 10:00", "Wed 10:00", "Tue 10:00"]


def test_what_has_ended_keeps_nothing_from_us() -> None:
    """The same, but for its end on the Thursday before today."""
    meetings = (thursday("2026-03-05", "10:00"), thursday("2026-03-12", "10:00"))
    over = commitment("FREQ=WEEKLY;BYDAY=TH", "11:30", last_day=on("2026-11-19"))
    case = Case(name="", meetings=meetings, commitments=(over,))
    assert proposed(case)[0] == "Thu 10:00"


def test_an_hour_on_another_wall_is_kept_from_us_on_the_customers() -> None:
    """Nine in the evening of Prague is three in the afternoon here, so two o'clock is too near.

    Two o'clock ends as it starts; one o'clock ends an hour before and is free.
    """
    meetings = (thursday("2026-03-05", "14:00"), thursday("2026-03-12", "13:00"))
    case = Case(name="", meetings=meetings, commitments=(NINE_IN_PRAGUE,))
    assert proposed(case)[0] == "Thu 13:00"
    assert "Thu 14:00" not in proposed(case)


def test_where_we_were_follows_real_hours_over_a_clock_change() -> None:
    """Two hours' drive to Sunday 8 March, 4:00, which is 8:00 in UTC.

    Told at 0:59 (5:59) it was two hours and a minute before, although the wall says three hours:
    we had not left. Told at 1:01 (6:01) we were one minute under way, there and back two.
    """
    home = cancelled("2026-03-08T04:00", at=utc("2026-03-08T05:59"))
    road = cancelled("2026-03-08T04:00", at=utc("2026-03-08T06:01"))
    summary = told(Case(name="", meetings=(home, road))).summary
    assert (summary.where.before_leaving, summary.where.on_the_way) == (1, 1)
    assert summary.wasted.minutes == 2


def test_days_before_is_apart_from_before_leaving() -> None:
    """Called off two days before, three hours before, and somebody said we were at home still."""
    start = "2026-03-19T14:00"
    found = told(
        Case(
            name="",
            meetings=(
                cancelled(start, at=utc("2026-03-17T18:00")),
                cancelled(start, at=utc("2026-03-19T15:00")),
                cancelled(start, whereabouts=Whereabouts.BEFORE_LEAVING),
            ),
        )
    )
    assert (found.summary.where.before_leaving, found.days_before) == (3, 1)


def test_a_period_begins_on_the_customers_day() -> None:
    """A visit on Friday the 16th in Auckland is one of the 16th, though UTC has the 15th still."""
    visit = meeting("2026-01-16T08:00", zone=AUCKLAND)
    whole = relationship(
        account=account(time_zone=AUCKLAND), meetings=(visit,), roles=(theirs(DANA),)
    )
    assert access(whole, now=NOW, since=on("2026-01-16")).summary.counts.held == 1
    assert access(whole, now=NOW, since=on("2026-01-17")).summary.counts.held == 0
