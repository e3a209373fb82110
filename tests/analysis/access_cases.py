"""A table of access, worked out by hand: each case says in a comment why it comes out so.

What trips programs up about calendars: places with other clocks, nights on which the
clocks change (both in `access_clocks`), moved meetings, commitments that end or come every second
week, days without a time, meetings that we called off and those of which nobody said anything.
"""

from journal.analysis.losses import Counts
from journal.domain.meeting import Status
from journal.domain.record import Side
from tests.analysis.access_case import NO_SHOW, Case, moved, thursday
from tests.analysis.access_clocks import CLOCK_CHANGES, ZONES
from tests.analysis.made import cancelled, commitment, meeting, on, utc

EVERY_SECOND = commitment(
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "15:00",
    first_day=on("2026-01-15"),
    last_day=on("2026-03-12"),
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
        name="a chain: moved in good time, then late, then called off",
        # Told two days before the 19th: not lost. Told three hours before the 24th, which begins
        # at 14:00 in UTC: lost. What it came to, on the 26th, they called off a week before:
        # lost, however early it was said, since nothing came in its place.
        meetings=(
            moved("2026-03-19T14:00", "2026-03-24T10:00", "2026-03-17T18:00")[0],
            moved("2026-03-24T10:00", "2026-03-26T14:00", "2026-03-24T11:00")[0],
            cancelled("2026-03-26T14:00", at=utc("2026-03-19T18:00")),
        ),
        slots=("Tue 10:00 0/1", "Thu 14:00 0/1"),
        counts=Counts(lost=2, moved=1),
    ),
    Case(
        name="a chain that we began and they ended",
        # We moved the 19th at the last minute, they moved the 24th ten hours before.
        meetings=(
            moved("2026-03-19T14:00", "2026-03-24T10:00", "2026-03-19T17:59", Side.OURS)[0],
            *moved("2026-03-24T10:00", "2026-03-31T10:00", "2026-03-24T04:00"),
        ),
        slots=("Tue 10:00 1/2",),
        counts=Counts(held=1, lost=1, by_us=1),
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

# NOW is Monday 23 November, 8:15 in UTC: 3:15 in Dayton.
OTHERWISE = (
    Case(
        name="what we called off or missed is neither held nor lost",
        # At the door, or two days before; our own no-show too. It says nothing about the slot.
        meetings=(
            cancelled("2026-03-19T14:00", Side.OURS, at=utc("2026-03-19T18:00")),
            cancelled("2026-03-26T14:00", Side.OURS, at=utc("2026-03-24T18:00")),
            cancelled("2026-04-02T14:00", Side.OURS, status=NO_SHOW),
            thursday("2026-04-09"),
        ),
        slots=("Thu 14:00 1/1",),
        counts=Counts(held=1, by_us=3),
    ),
    Case(
        name="they called it off, at the door or weeks before: lost",
        meetings=(
            cancelled("2026-03-19T14:00", at=utc("2026-03-19T18:00")),
            cancelled("2026-03-26T14:00", at=utc("2026-03-02T18:00")),
            cancelled("2026-04-02T14:00", status=NO_SHOW),
        ),
        slots=("Thu 14:00 0/3",),
        counts=Counts(lost=3),
    ),
    Case(
        name="nobody said what became of it: in neither, once its end is past",
        # An hour from 2:15 ends at 3:15, which is now; from 2:16 it is still going on. A clash is
        # told all the same: the commitment begins a minute after the one, and as the other ends.
        meetings=(
            thursday("2026-11-19", status=Status.PLANNED),
            meeting("2026-11-23T02:15", Status.PLANNED),
            meeting("2026-11-23T02:16", Status.PLANNED),
            meeting("2026-11-26T14:00", Status.PLANNED),
        ),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=MO", "03:16"),),
        clashes=("2026-11-23 starts_after 1", "2026-11-23 starts_after 0"),
        fixed=("Mon 03:16-04:16",),
        counts=Counts(unrecorded=2, ahead=2),
    ),
)

TABLE = (*ZONES, *CLOCK_CHANGES, *MOVES, *COMMITMENTS, *WITHOUT_A_TIME, *OTHERWISE)
