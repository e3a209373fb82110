"""Rhythms and the rules that say the same; noting, changing and ending a commitment."""

from datetime import date, time

import pytest

from journal.analysis.recurrence import occurrences
from journal.domain.errors import JournalError
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId, RecordId
from journal.operations import commitments, reading
from journal.operations.commitments import LAST, Rhythm, Unit, rhythm_of, rule_of
from journal.operations.journal import Journal
from tests.operations.conftest import DANA, MERCY

MONDAY = date(2026, 11, 23)
FIXED = StandingCommitment(
    id=CommitmentId(RecordId("fixed")),
    person_id=DANA.id,
    title="Staff meeting",
    rule="FREQ=MONTHLY;BYDAY=2TU",
    first_day=MONDAY,
    start=time(8, 30),
    minutes=45,
    zone="America/New_York",
)

SAYINGS = [
    (Rhythm(unit=Unit.DAYS), "FREQ=DAILY"),
    (Rhythm(unit=Unit.WEEKS, weekdays=(3,)), "FREQ=WEEKLY;BYDAY=TH"),
    (Rhythm(unit=Unit.WEEKS, every=2, weekdays=(0, 4)), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"),
    (Rhythm(unit=Unit.MONTHS, weekdays=(1,), nth=2), "FREQ=MONTHLY;BYDAY=2TU"),
    (Rhythm(unit=Unit.MONTHS, weekdays=(4,), nth=LAST), "FREQ=MONTHLY;BYDAY=-1FR"),
    (Rhythm(unit=Unit.MONTHS, every=3, month_day=15), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"),
]


@pytest.mark.parametrize(("rhythm", "rule"), SAYINGS)
def test_a_rhythm_is_written_as_a_rule_and_read_back(rhythm: Rhythm, rule: str) -> None:
    """What was chosen in the window is what the calendar of the analysis reads."""
    assert rule_of(rhythm) == rule
    assert rhythm_of(rule, MONDAY) == rhythm


@pytest.mark.parametrize(
    ("rule", "rhythm"),
    [
        ("FREQ=WEEKLY", Rhythm(unit=Unit.WEEKS, weekdays=(0,))),
        ("FREQ=MONTHLY", Rhythm(unit=Unit.MONTHS, month_day=23)),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=TU", Rhythm(unit=Unit.WEEKS, weekdays=(1,))),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", Rhythm(unit=Unit.MONTHS, weekdays=(1,), nth=2)),
        ("FREQ=MONTHLY;BYDAY=+1MO", Rhythm(unit=Unit.MONTHS, weekdays=(0,), nth=1)),
    ],
)
def test_what_calendars_write_otherwise_is_the_same_rhythm(rule: str, rhythm: Rhythm) -> None:
    """Outlook says the second Tuesday by a position, Google leaves out the weekday."""
    assert rhythm_of(rule, MONDAY) == rhythm


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=-2TU",
        "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=3",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=3",
    ],
)
def test_a_rule_that_says_more_is_left_alone(rule: str) -> None:
    """It is shown as it came and not made into something else."""
    assert rhythm_of(rule, MONDAY) is None


def test_the_second_tuesday_is_the_second_tuesday(journal: Journal) -> None:
    """In December 2026 the 8th, in January the 12th."""
    commitments.note_commitment(journal, FIXED)
    (fixed,) = reading.relationship(journal, MERCY.id).commitments

    days = [each.when.day for each in occurrences(fixed, MONDAY, date(2027, 1, 31))]
    assert days == [date(2026, 12, 8), date(2027, 1, 12)]


def test_a_commitment_is_changed_and_ended(journal: Journal) -> None:
    """An ended one still explains what was lost before."""
    from dataclasses import replace

    commitments.note_commitment(journal, FIXED)
    (fixed,) = reading.relationship(journal, MERCY.id).commitments
    commitments.change_commitment(journal, replace(fixed, minutes=50))
    (fixed,) = reading.relationship(journal, MERCY.id).commitments
    with pytest.raises(JournalError, match="end before it begins"):
        commitments.end_commitment(journal, fixed, date(2026, 11, 22))
    commitments.end_commitment(journal, fixed, date(2026, 12, 31))

    (ended,) = reading.relationship(journal, MERCY.id).commitments
    assert (ended.minutes, ended.last_day) == (50, date(2026, 12, 31))
