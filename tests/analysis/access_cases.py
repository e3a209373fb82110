"""A table of access, worked out by hand: each case says in a comment why it comes out so.

What trips programs up about calendars: places with other clocks, nights on which the
clocks change, moved meetings, commitments that end or come every second week, days without a time.
"""

from dataclasses import dataclass, field
from datetime import datetime

from journal.analysis.losses import Counts
from journal.domain.meeting import Meeting, Status
from journal.domain.person import StandingCommitment
from journal.domain.record import MeetingId, Side
from tests.analysis.made import (
    NOW,
    PRAGUE,
    cancelled,
    commitment,
    meeting,
    on,
    utc,
)

AUCKLAND = "Pacific/Auckland"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HELD, NO_SHOW = Status.HELD, Status.NO_SHOW


@dataclass(frozen=True, kw_only=True)
class Case:
    """One row of the table.

    Attributes:
        name: What it is about.
        zone: Of the account.
        slots: Of each slot, how many of how many were held.
        clashes: Of each, the day of the meeting, how they stand, and the minutes between.
        fixed: Where commitments lie in the week.
        lost: Of all meetings, with or without a time.
    """

    name: str
    meetings: tuple[Meeting, ...]
    commitments: tuple[StandingCommitment, ...] = ()
    zone: str = "America/New_York"
    now: datetime = NOW
    slots: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    counts: Counts = field(default_factory=Counts)


def thursday(day: str, clock_time: str = "14:00", status: Status = HELD) -> Meeting:
    """Make a visit of an hour."""
    return meeting(f"{day}T{clock_time}", status)


def moved(text: str, to: str, at: str | None, by: Side = Side.THEIRS) -> tuple[Meeting, Meeting]:
    """Make a meeting that was moved, and the one that was held instead."""
    after = meeting(to)
    before = cancelled(
        text, by, status=Status.MOVED, at=at and utc(at), successor_id=MeetingId(after.id)
    )
    return before, after


# New York changed its clocks on 8 March 2026, Prague on 29 March; back again Prague on
# 25 October, New York on 1 November. Between these days they are five hours apart, else six.
NINE_IN_PRAGUE = commitment("FREQ=WEEKLY;BYDAY=TH", "21:00", zone=PRAGUE)
EVERY_SECOND = commitment(
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "15:00",
    first_day=on("2026-01-15"),
    last_day=on("2026-03-12"),
)

ZONES = (
    Case(
        name="the customer's weekday and hour, not ours",
        # Friday 8:00 in Auckland, in its summer, is Thursday 19:00 in UTC: a Friday all the same.
        zone=AUCKLAND,
        meetings=(meeting("2026-01-16T08:00", zone=AUCKLAND),),
        slots=("Fri 08:00 1/1",),
        counts=Counts(held=1),
    ),
    Case(
        name="one commitment on another wall",
        # 21:00 in Prague is 15:00 in New York while both have winter or both have summer: it
        # starts as a visit from 14:00 to 15:00 ends. Between 8 and 29 March, and between
        # 25 October and 1 November, it is 16:00, an hour after the visit.
        meetings=tuple(
            thursday(day)
            for day in (
                "2026-03-05",
                "2026-03-12",
                "2026-03-26",
                "2026-04-02",
                "2026-10-22",
                "2026-10-29",
                "2026-11-05",
            )
        ),
        commitments=(NINE_IN_PRAGUE,),
        slots=("Thu 14:00 7/7",),
        clashes=(
            "2026-03-05 starts_after 0",
            "2026-04-02 starts_after 0",
            "2026-10-22 starts_after 0",
            "2026-11-05 starts_after 0",
        ),
        # From 23 November on, for twelve weeks, both have winter.
        fixed=("Thu 15:00-16:00",),
        counts=Counts(held=7),
    ),
    Case(
        name="a commitment lies at two hours while only one side has changed its clocks",
        # Looked at on 20 October: on the 22nd it is 15:00 in New York, on the 29th 16:00, then
        # 15:00 again; a slot that is free in some weeks only is not free.
        now=utc("2026-10-20T12:00"),
        meetings=(thursday("2026-10-15"),),
        commitments=(NINE_IN_PRAGUE,),
        slots=("Thu 14:00 1/1",),
        clashes=("2026-10-15 starts_after 0",),
        fixed=("Thu 15:00-16:00", "Thu 16:00-17:00"),
        counts=Counts(held=1),
    ),
    Case(
        name="it is tomorrow there",
        # Saturday 0:30 in Prague is Friday 18:30 in New York: half an hour after 17:00 to 18:00.
        meetings=(meeting("2026-11-06T17:00"),),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=SA", "00:30", zone=PRAGUE),),
        slots=("Fri 17:00 1/1",),
        clashes=("2026-11-06 starts_after 30",),
        fixed=("Fri 18:30-19:30",),
        counts=Counts(held=1),
    ),
)

CLOCK_CHANGES = (
    Case(
        name="the same hour in winter and in summer is one slot",
        # 14:00 is 19:00 in UTC on 5 March and 18:00 on 12 March.
        meetings=(thursday("2026-03-05"), thursday("2026-03-12", status=NO_SHOW)),
        slots=("Thu 14:00 1/2",),
        counts=Counts(held=1, lost=1),
    ),
    Case(
        name="the hour that is skipped",
        # Sunday 8 March, an hour from 1:30: two o'clock is three, so it ends at 3:30 on the wall.
        # To 4:00 that leaves 30 minutes and not the 90 that the wall seems to say.
        meetings=(meeting("2026-03-08T01:30"),),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=SU", "04:00"),),
        slots=("Sun 01:30 1/1",),
        clashes=("2026-03-08 starts_after 30",),
        fixed=("Sun 04:00-05:00",),
        counts=Counts(held=1),
    ),
    Case(
        name="the hour that comes twice",
        # Sunday 1 November, an hour from the first 1:30 (5:30 in UTC) ends at the second 1:30.
        # To 2:00 (7:00 in UTC) that leaves 30 minutes; by the wall alone they would overlap.
        meetings=(meeting("2026-11-01T01:30"),),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=SU", "02:00"),),
        slots=("Sun 01:30 1/1",),
        clashes=("2026-11-01 starts_after 30",),
        fixed=("Sun 02:00-03:00",),
        counts=Counts(held=1),
    ),
    Case(
        name="a day of 23 hours",
        # Moved from Sunday 8 March 14:00 (18:00 in UTC), told on Saturday at 14:00 (19:00): a
        # whole day on the wall and 23 hours in truth, so it was lost.
        meetings=moved("2026-03-08T14:00", "2026-03-10T10:00", "2026-03-07T19:00"),
        slots=("Tue 10:00 1/1", "Sun 14:00 0/1"),
        counts=Counts(held=1, lost=1),
    ),
    Case(
        name="a day of 25 hours",
        # Moved from Sunday 1 November 14:00 (19:00 in UTC), told on Saturday at 14:30 (18:30):
        # half an hour less than a day on the wall, and 24 and a half hours in truth: not lost.
        meetings=moved("2026-11-01T14:00", "2026-11-03T10:00", "2026-10-31T18:30"),
        slots=("Tue 10:00 1/1",),
        counts=Counts(held=1, moved=1),
    ),
)

# 14:00 on Thursday 19 March is 18:00 in UTC.
MOVES = (
    Case(
        name="they moved it a day before: not lost",
        meetings=moved("2026-03-19T14:00", "2026-03-24T10:00", "2026-03-18T18:00"),
        slots=("Tue 10:00 1/1",),
        counts=Counts(held=1, moved=1),
    ),
    Case(
        name="they moved it a minute later than that: lost, and its successor held",
        meetings=moved("2026-03-19T14:00", "2026-03-24T10:00", "2026-03-18T18:01"),
        slots=("Tue 10:00 1/1", "Thu 14:00 0/1"),
        counts=Counts(held=1, lost=1),
    ),
    Case(
        name="we moved it at the last minute: not lost",
        meetings=moved("2026-03-19T14:00", "2026-03-24T10:00", "2026-03-19T17:59", Side.OURS),
        slots=("Tue 10:00 1/1",),
        counts=Counts(held=1, by_us=1),
    ),
    Case(
        name="nobody noted when they moved it: not said to be lost",
        meetings=moved("2026-03-19T14:00", "2026-03-24T10:00", None),
        slots=("Tue 10:00 1/1",),
        counts=Counts(held=1, moved=1),
    ),
    Case(
        name="moved twice within the same slot: each is lost once",
        # Told at the door, then an hour before the next one, which begins at 18:00 in UTC too.
        meetings=(
            moved("2026-03-19T14:00", "2026-03-26T14:00", "2026-03-19T18:00")[0],
            *moved("2026-03-26T14:00", "2026-04-02T14:00", "2026-03-26T17:00"),
        ),
        slots=("Thu 14:00 1/3",),
        counts=Counts(held=1, lost=2),
    ),
    Case(
        name="what it was moved to is still ahead",
        meetings=(
            moved("2026-03-19T14:00", "2026-12-01T10:00", "2026-03-19T18:00")[0],
            meeting("2026-12-01T10:00", Status.PLANNED),
        ),
        slots=("Thu 14:00 0/1",),
        counts=Counts(lost=1, ahead=1),
    ),
)

COMMITMENTS = (
    Case(
        name="every second week, from its first day to its last",
        # On 15 and 29 January, 12 and 26 February and 12 March, the last day, which counts.
        # Not on 1 January, before it began; not on 5 March, in the other week; not on 26 March,
        # when it would have come again but had ended.
        meetings=tuple(
            thursday(day)
            for day in (
                "2026-01-01",
                "2026-01-15",
                "2026-01-22",
                "2026-02-26",
                "2026-03-05",
                "2026-03-12",
                "2026-03-26",
            )
        ),
        commitments=(EVERY_SECOND,),
        slots=("Thu 14:00 7/7",),
        clashes=(
            "2026-01-15 starts_after 0",
            "2026-02-26 starts_after 0",
            "2026-03-12 starts_after 0",
        ),
        # In November it is over, and lies nowhere.
        counts=Counts(held=7),
    ),
    Case(
        name="every second week, over a change of the clocks",
        # From 26 February: 12 March, 26 March and 9 April. The weeks are counted in days, so
        # neither the skipped hour nor the other offset turns one week into the other.
        meetings=tuple(
            thursday(day, "15:30") for day in ("2026-03-12", "2026-03-19", "2026-03-26")
        ),
        commitments=(
            commitment("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "15:00", first_day=on("2026-02-26")),
        ),
        slots=("Thu 15:30 3/3",),
        clashes=("2026-03-12 overlaps 0", "2026-03-26 overlaps 0"),
        fixed=("Thu 15:00-16:00",),
        counts=Counts(held=3),
    ),
    Case(
        name="the second Tuesday of the month",
        # 10 March is one, 3 and 17 March are not. It ends at 14:00, a quarter of an hour
        # before 14:15.
        meetings=tuple(
            meeting(f"{day}T14:15") for day in ("2026-03-03", "2026-03-10", "2026-03-17")
        ),
        commitments=(commitment("FREQ=MONTHLY;BYDAY=2TU", "13:00"),),
        slots=("Tue 14:00 3/3",),
        clashes=("2026-03-10 ended_before 15",),
        fixed=("Tue 13:00-14:00",),
        counts=Counts(held=3),
    ),
    Case(
        name="it ends within the weeks ahead",
        # Looked at on 23 November, it comes a last time on the 26th: that week is not free.
        meetings=(thursday("2026-03-05"),),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=TH", "09:00", last_day=on("2026-11-26")),),
        slots=("Thu 14:00 1/1",),
        fixed=("Thu 09:00-10:00",),
        counts=Counts(held=1),
    ),
)

WITHOUT_A_TIME = (
    Case(
        name="held or lost, it counts but has no slot and clashes with nothing",
        meetings=(meeting("2026-03-05"), cancelled("2026-03-12"), thursday("2026-03-19")),
        commitments=(
            commitment("FREQ=DAILY", "00:00", minutes=24 * 60, last_day=on("2026-03-12")),
        ),
        slots=("Thu 14:00 1/1",),
        counts=Counts(held=2, lost=1),
    ),
    Case(
        name="moved on its day it was lost, on the day before it was not",
        # The 19th begins in Dayton at four in UTC.
        meetings=(
            *moved("2026-03-19", "2026-03-24T10:00", "2026-03-19T04:00"),
            moved("2026-03-26", "2026-03-31T10:00", "2026-03-26T03:59")[0],
        ),
        slots=("Tue 10:00 1/1",),
        counts=Counts(held=1, lost=1, moved=1),
    ),
    Case(
        name="planned for today it is still ahead, for yesterday it asks what became of it",
        # NOW is Monday the 23rd, 3:15 in Dayton.
        meetings=(
            meeting("2026-11-22", Status.PLANNED),
            meeting("2026-11-23", Status.PLANNED),
        ),
        counts=Counts(unrecorded=1, ahead=1),
    ),
)

TABLE = (*ZONES, *CLOCK_CHANGES, *MOVES, *COMMITMENTS, *WITHOUT_A_TIME)
