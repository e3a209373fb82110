"""Which lost meetings a standing commitment would explain."""

from journal.analysis.clashes import Closeness
from journal.analysis.explanations import explained_by, in_the_way_of
from journal.domain.meeting import Status
from journal.domain.record import Side
from tests.analysis.made import (
    DANA,
    LUIS,
    cancelled,
    commitment,
    invited,
    meeting,
    relationship,
)

STAFF = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00")
ROUND = commitment("FREQ=WEEKLY;BYDAY=TH", "14:00", title="Ward round")


def test_lost_meetings_that_clash_and_are_not_explained_fit() -> None:
    """Held ones, other people's, other hours, our own doing and what is explained do not."""
    fits = cancelled("2026-03-19T14:00", minutes=50)
    missed = meeting("2026-03-26T14:00", Status.NO_SHOW, minutes=50)
    others = (
        meeting("2026-04-02T14:00", minutes=50),
        cancelled("2026-04-09T14:00", minutes=50, found_reason="She was ill"),
        cancelled("2026-04-16T14:00", Side.OURS, minutes=50),
        cancelled("2026-04-23T10:00", minutes=50),
    )
    of_luis = cancelled("2026-04-30T14:00", minutes=50)
    known = relationship(
        meetings=(fits, missed, *others, of_luis),
        participations=(
            *(part for each in (fits, missed, *others) for part in invited(each, DANA)),
            *invited(of_luis, LUIS),
        ),
        commitments=(ROUND, STAFF),
    )
    assert explained_by(known, STAFF.id) == (fits, missed)


def test_what_stood_in_the_way_is_told_the_nearest_first() -> None:
    """What overlaps is nearer than what comes ten minutes later."""
    lost = cancelled("2026-03-19T14:00", minutes=50)
    known = relationship(
        meetings=(lost,), participations=invited(lost, DANA), commitments=(STAFF, ROUND)
    )
    found = in_the_way_of(known, lost)
    assert [(each.occurrence.commitment, each.closeness, each.gap_min) for each in found] == [
        (ROUND, Closeness.OVERLAPS, 0),
        (STAFF, Closeness.STARTS_AFTER, 10),
    ]
