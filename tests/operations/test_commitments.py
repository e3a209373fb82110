"""Noting, changing and ending a standing commitment."""

from dataclasses import replace
from datetime import date, time

from journal.analysis.recurrence import occurrences
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId, RecordId
from journal.operations import commitments, reading
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


def test_the_second_tuesday_is_the_second_tuesday(journal: Journal) -> None:
    """In December 2026 the 8th, in January the 12th."""
    commitments.note_commitment(journal, FIXED)
    (fixed,) = reading.relationship(journal, MERCY.id).commitments

    days = [each.when.day for each in occurrences(fixed, MONDAY, date(2027, 1, 31))]
    assert days == [date(2026, 12, 8), date(2027, 1, 12)]


def test_a_commitment_is_changed_and_ended(journal: Journal) -> None:
    """An ended one still explains what was lost before."""
    commitments.note_commitment(journal, FIXED)
    (fixed,) = reading.relationship(journal, MERCY.id).commitments
    changed = replace(fixed, minutes=50, last_day=date(2026, 12, 31))
    commitments.change_commitment(journal, changed)

    (ended,) = reading.relationship(journal, MERCY.id).commitments
    assert (ended.minutes, ended.last_day) == (50, date(2026, 12, 31))
