"""Cases of access in which the clocks of two places differ, or change."""

from journal.analysis.losses import Counts
from tests.analysis.access_case import NO_SHOW, Case, moved, thursday
from tests.analysis.made import PRAGUE, commitment, meeting, on, utc

AUCKLAND = "Pacific/Auckland"

# New York changed its clocks on 8 March 2026, Prague on 29 March; back again Prague on
# 25 October, New York on 1 November. Between these days they are five hours apart, else six.
NINE_IN_PRAGUE = commitment("FREQ=WEEKLY;BYDAY=TH", "21:00", zone=PRAGUE)

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
    Case(
        name="the clocks of the other half of the earth go the other way",
        # Thursday 15:00 in New York is 20:00 in UTC in winter, Friday 9:00 in Auckland's summer:
        # as a visit from 8:00 to 9:00 ends. New York has summer from 8 March on: 19:00 in UTC,
        # Friday 8:00, over the visit. Auckland has winter from 5 April on: 7:00, an hour that
        # ends as the visit begins.
        zone=AUCKLAND,
        meetings=tuple(
            meeting(f"{day}T08:00", zone=AUCKLAND)
            for day in ("2026-02-27", "2026-03-13", "2026-04-10")
        ),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=TH", "15:00"),),
        slots=("Fri 08:00 3/3",),
        clashes=(
            "2026-02-27 starts_after 0",
            "2026-03-13 overlaps 0",
            "2026-04-10 ended_before 0",
        ),
        # From 23 November on New York has winter, and Auckland summer.
        fixed=("Fri 09:00-10:00",),
        counts=Counts(held=3),
    ),
    Case(
        name="its first and its last day are those of its own wall",
        # Only on Friday 6 March, 8:00 in Auckland: that is Thursday 5 March, 14:00, in New York,
        # the day before its first one. A week before and after it is not.
        meetings=tuple(
            thursday(day, "13:00") for day in ("2026-02-26", "2026-03-05", "2026-03-12")
        ),
        commitments=(
            commitment(
                "FREQ=WEEKLY;BYDAY=FR",
                "08:00",
                zone=AUCKLAND,
                first_day=on("2026-03-06"),
                last_day=on("2026-03-06"),
            ),
        ),
        slots=("Thu 13:00 3/3",),
        clashes=("2026-03-05 starts_after 0",),
        counts=Counts(held=3),
    ),
    Case(
        name="a wall half an hour off",
        # 20:30 in Kolkata, all year 5:30 before UTC, is 15:00 in UTC: 10:00 in New York's winter,
        # half an hour after a visit from 8:30 to 9:30, and 11:00 in its summer.
        meetings=(meeting("2026-03-03T08:30"), meeting("2026-03-10T08:30")),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=TU", "20:30", zone="Asia/Kolkata"),),
        slots=("Tue 08:30 2/2",),
        clashes=("2026-03-03 starts_after 30",),
        fixed=("Tue 10:00-11:00",),
        counts=Counts(held=2),
    ),
    Case(
        name="a meeting that was agreed on another wall keeps its own hour",
        # A call from 16:00 to 17:00 in Prague is 10:00 to 11:00 in Dayton in winter: its slot is
        # the one agreed, and the instants clash with 11:30 in Dayton.
        meetings=(meeting("2026-02-10T16:00", zone=PRAGUE), meeting("2026-02-17T10:00")),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=TU", "11:30"),),
        slots=("Tue 10:00 1/1", "Tue 16:00 1/1"),
        clashes=("2026-02-10 starts_after 30", "2026-02-17 starts_after 30"),
        fixed=("Tue 11:30-12:30",),
        counts=Counts(held=2),
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
        name="a commitment in the hour that is skipped",
        # 2:30 on Sunday 8 March is read as if the clocks had not changed yet: 7:30 in UTC, which
        # the wall shows as 3:30. It lies over a visit from 3:30 to 4:30, and begins as one from
        # 1:00 (6:00 in UTC), an hour and a half, ends.
        meetings=(meeting("2026-03-08T01:00", minutes=90), meeting("2026-03-08T03:30")),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=SU", "02:30"),),
        slots=("Sun 01:00 1/1", "Sun 03:30 1/1"),
        clashes=("2026-03-08 starts_after 0", "2026-03-08 overlaps 0"),
        fixed=("Sun 02:30-03:30",),
        counts=Counts(held=2),
    ),
    Case(
        name="a commitment in the hour that comes twice",
        # The first 1:30 on Sunday 1 November is 5:30 in UTC, and it ends at 6:30. To a visit at
        # 2:00 (7:00 in UTC) that leaves 30 minutes, and the quarter of an hour is over; by the
        # wall, or from the second 1:30, it would lie over it.
        meetings=(meeting("2026-11-01T02:00"),),
        commitments=(commitment("FREQ=WEEKLY;BYDAY=SU", "01:30"),),
        slots=("Sun 02:00 1/1",),
        fixed=("Sun 01:30-02:30",),
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
