"""Which standing commitments stand in the way of a meeting."""

import pytest

from journal.analysis.clashes import (
    Clash,
    Closeness,
    InTheWay,
    Margins,
    clashes,
    in_the_way,
)
from journal.domain.meeting import Meeting, Status
from journal.domain.person import StandingCommitment
from tests.analysis.made import (
    DANA,
    DAYTON,
    LUIS,
    ME,
    NOW,
    PRAGUE,
    cancelled,
    commitment,
    invited,
    meeting,
    on,
    relationship,
)

STAFF_MEETING = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00")


def found(
    one: Meeting, fixed: StandingCommitment = STAFF_MEETING, margins: Margins | None = None
) -> list[tuple[Closeness, int]]:
    """Tell how a meeting with Dana clashes."""
    known = relationship(meetings=(one,), participations=invited(one, DANA), commitments=(fixed,))
    return [(each.closeness, each.gap_min) for each in clashes(known, margins=margins or Margins())]


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        # The staff meeting is 15:00 to 16:00. Before it:
        ("14:00", 50, [(Closeness.STARTS_AFTER, 10)]),
        ("14:00", 60, [(Closeness.STARTS_AFTER, 0)]),
        ("13:30", 60, [(Closeness.STARTS_AFTER, 30)]),
        ("13:29", 60, []),
        # Into it:
        ("14:00", 61, [(Closeness.OVERLAPS, 0)]),
        ("15:15", 30, [(Closeness.OVERLAPS, 0)]),
        ("14:00", 240, [(Closeness.OVERLAPS, 0)]),
        ("15:59", 30, [(Closeness.OVERLAPS, 0)]),
        # After it:
        ("16:00", 50, [(Closeness.ENDED_BEFORE, 0)]),
        ("16:15", 50, [(Closeness.ENDED_BEFORE, 15)]),
        ("16:16", 50, []),
    ],
)
def test_a_clash_overlaps_or_comes_too_close(
    start: str, minutes: int, expected: list[tuple[Closeness, int]]
) -> None:
    """30 minutes after the end and 15 before the start, the bounds included."""
    assert found(meeting(f"2026-03-19T{start}", minutes=minutes)) == expected


def test_the_margins_can_be_set() -> None:
    """Who is never late for anything may set them to nought."""
    visit = meeting("2026-03-19T14:00", minutes=50)
    assert found(visit, margins=Margins(after_min=9)) == []
    assert found(visit, margins=Margins(after_min=10)) == [(Closeness.STARTS_AFTER, 10)]
    later = meeting("2026-03-19T16:00", minutes=50)
    assert found(later, margins=Margins(before_min=0)) == [(Closeness.ENDED_BEFORE, 0)]


@pytest.mark.parametrize(("after_min", "before_min"), [(-1, 0), (0, -1)])
def test_margins_are_not_negative(after_min: int, before_min: int) -> None:
    """A negative one would let a meeting run into the commitment; nought is allowed."""
    assert Margins(after_min=0, before_min=0).after_min == 0
    with pytest.raises(ValueError, match="not negative"):
        Margins(after_min=after_min, before_min=before_min)


def test_an_unknown_length_is_an_hour() -> None:
    """As the meeting itself takes it."""
    assert found(meeting("2026-03-19T14:00", minutes=None)) == [(Closeness.STARTS_AFTER, 0)]


def test_another_day_or_a_day_without_a_time_does_not_clash() -> None:
    """Wednesday is not Thursday, and an unknown hour is none."""
    assert found(meeting("2026-03-18T14:00", minutes=50)) == []
    assert found(meeting("2026-03-19")) == []


def test_only_what_is_valid_that_day_counts() -> None:
    """The staff meeting began in April and was given up in June."""
    spring = commitment(
        "FREQ=WEEKLY;BYDAY=TH", "15:00", first_day=on("2026-04-02"), last_day=on("2026-06-25")
    )
    for day, expected in (
        ("2026-03-26", []),
        ("2026-04-02", [(Closeness.STARTS_AFTER, 10)]),
        ("2026-06-25", [(Closeness.STARTS_AFTER, 10)]),
        ("2026-07-02", []),
    ):
        assert found(meeting(f"{day}T14:00", minutes=50), spring) == expected


def test_only_those_who_were_invited_count() -> None:
    """Dana's calendar says nothing about a visit to Luis, nor does ours."""
    visit = meeting("2026-03-19T14:00", minutes=50)
    mine = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00", person_id=ME)
    known = relationship(
        meetings=(visit,),
        participations=invited(visit, LUIS, ME),
        commitments=(STAFF_MEETING, mine),
    )
    assert clashes(known) == ()


def test_zones_are_compared_as_instants() -> None:
    """15:00 in Dayton is 21:00 in Prague, and 20:00 while only America has changed its clocks."""
    before = meeting("2026-03-05T20:00", minutes=50, zone=PRAGUE)
    between = meeting("2026-03-19T20:00", minutes=50, zone=PRAGUE)
    after = meeting("2026-04-02T20:00", minutes=50, zone=PRAGUE)

    assert found(before) == [(Closeness.STARTS_AFTER, 10)]
    assert found(between) == [(Closeness.OVERLAPS, 0)]
    assert found(after) == [(Closeness.STARTS_AFTER, 10)]


def test_it_may_be_tomorrow_there() -> None:
    """Friday 9:00 in Auckland is Thursday 21:00 in Prague, in the European winter."""
    friday = commitment("FREQ=WEEKLY;BYDAY=FR", "09:00", zone="Pacific/Auckland")
    thursday = meeting("2026-01-15T20:00", minutes=60, zone=PRAGUE)

    assert found(thursday, friday) == [(Closeness.STARTS_AFTER, 0)]


def test_one_past_midnight_still_clashes_in_the_morning() -> None:
    """A night round from 22:00 to 08:00 leaves no one fresh at 08:10."""
    night = commitment("FREQ=WEEKLY;BYDAY=WE", "22:00", minutes=600)
    assert found(meeting("2026-03-19T08:10"), night) == [(Closeness.ENDED_BEFORE, 10)]


def test_a_clash_on_the_night_of_a_clock_change_is_measured_in_real_minutes() -> None:
    """From 01:30 for an hour, over the skipped hour, is until 03:30; then 30 minutes are left."""
    fixed = commitment("FREQ=WEEKLY;BYDAY=SU", "04:00", zone=PRAGUE)
    one = meeting("2026-03-29T01:30", minutes=60, zone=PRAGUE)

    assert found(one, fixed) == [(Closeness.STARTS_AFTER, 30)]


def test_a_long_meeting_meets_a_daily_one_each_day() -> None:
    """Two days of workshop run into three morning rounds."""
    daily = commitment("FREQ=DAILY", "08:00", minutes=30)
    workshop = meeting("2026-03-17T08:00", minutes=2 * 24 * 60)
    assert found(workshop, daily) == [
        (Closeness.OVERLAPS, 0),
        (Closeness.OVERLAPS, 0),
        (Closeness.STARTS_AFTER, 0),
    ]


def test_only_the_meetings_asked_for_are_looked_at_and_in_their_order() -> None:
    """The page of one meeting asks for one; clashes of several stand in order of time."""
    second = meeting("2026-03-26T14:00", minutes=50)
    first = meeting("2026-03-19T14:00", minutes=50)
    known = relationship(
        meetings=(first, second),
        participations=(*invited(first, DANA), *invited(second, DANA)),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=TH", "14:30"), STAFF_MEETING),
    )

    assert [each.meeting for each in clashes(known)] == [first, first, second, second]
    assert {each.meeting for each in clashes(known, meetings=[second])} == {second}


def test_clashes_are_counted_by_commitment_with_most_lost_first() -> None:
    """Two of three visits before the staff meeting were lost; the one before lunch was held."""
    lunch = commitment("FREQ=WEEKLY;BYDAY=TU", "12:00", title="Lunch with the COO")
    visits = (
        cancelled("2026-03-19T14:00", minutes=50),
        cancelled("2026-03-26T14:00", minutes=50),
        meeting("2026-04-02T14:00", minutes=50),
        meeting("2026-04-07T11:00", minutes=50),
        meeting("2026-12-03T14:00", Status.PLANNED, minutes=50),
    )
    known = relationship(
        meetings=visits,
        participations=tuple(each for one in visits for each in invited(one, DANA)),
        commitments=(lunch, STAFF_MEETING),
    )

    assert in_the_way(clashes(known), NOW) == (
        InTheWay(
            commitment=STAFF_MEETING, closeness=Closeness.STARTS_AFTER, held=1, lost=2, ahead=1
        ),
        InTheWay(commitment=lunch, closeness=Closeness.STARTS_AFTER, held=1, lost=0, ahead=0),
    )


def test_a_clash_names_the_occurrence() -> None:
    """The window says when on that day it was."""
    visit = meeting("2026-03-19T14:00", minutes=50)
    known = relationship(
        meetings=(visit,), participations=invited(visit, DANA), commitments=(STAFF_MEETING,)
    )
    only: Clash = clashes(known)[0]
    assert only.meeting == visit
    assert only.occurrence.when.iso == "2026-03-19T15:00"
    assert only.occurrence.when.zone == DAYTON
