"""Whatever is set off can be put into the trash, with what was noted in it."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.errors import NotFoundError
from journal.domain.metric import Metric, MetricReading
from journal.domain.promise import Promise
from journal.domain.rating import Level
from journal.domain.record import MetricId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import discarding, meetings, outcomes, reading, undoing
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment
from tests.operations.conftest import DANA, MERCY

DAY = date(2026, 11, 3)
PROMISE = Promise(id=RecordId("promise"), account_id=MERCY.id, text="The list", side=Side.OURS)


def whole(journal: Journal) -> Relationship:
    """Read all of the account."""
    return reading.relationship(journal, MERCY.id)


def test_a_meeting_goes_with_all_that_was_noted_in_it(journal: Journal) -> None:
    """One undo brings it back with its rating, its promise and who was there."""
    when = When.from_iso("2026-11-03T10:00", "America/New_York")
    visit = Appointment(account_id=MERCY.id, when=when, people=(DANA.id,))
    meetings.plan(journal, visit)
    (meeting,) = whole(journal).meetings
    outcomes.rate(journal, meeting.id, Level.NEUTRAL)
    other = replace(PROMISE, id=RecordId("other"))
    journal.write("Add", add=[replace(PROMISE, meeting_id=meeting.id), other])
    before = whole(journal)

    change = discarding.trash_record(journal, before, meeting.id)

    assert change.name == "Trash meeting"
    assert change.trashed[0] == meeting.id
    after = whole(journal)
    assert (after.meetings, after.participations, after.ratings) == ((), (), ())
    assert [each.id for each in after.promises] == ["other"]
    undoing.undo(journal)
    back = whole(journal)
    assert [each.id for each in back.promises] == [each.id for each in before.promises]
    assert (len(back.meetings), len(back.participations), len(back.ratings)) == (1, 1, 1)


def test_any_other_record_goes_alone(journal: Journal) -> None:
    """Its name says what it was."""
    journal.write("Add", add=[PROMISE])
    change = discarding.trash_record(journal, whole(journal), PROMISE.id)
    assert (change.name, change.trashed) == ("Trash promise", (PROMISE.id,))


def test_a_metric_goes_with_what_was_read_of_it(journal: Journal) -> None:
    """A reading of nothing says nothing."""
    spend = Metric(
        id=MetricId(RecordId("spend")), account_id=MERCY.id, text="Spend", side=Side.THEIRS
    )
    read = MetricReading(id=RecordId("read"), metric_id=spend.id, day=DAY, value=41)
    journal.write("Add", add=[spend, read])
    assert set(discarding.trash_record(journal, whole(journal), spend.id).trashed) == {
        spend.id,
        read.id,
    }


@pytest.mark.parametrize("record", [DANA.id, MERCY.id, RecordId("nothing")])
def test_what_the_account_does_not_have_is_said(journal: Journal, record: RecordId) -> None:
    """People and the account itself go from places of their own."""
    with pytest.raises(NotFoundError):
        discarding.trash_record(journal, whole(journal), record)
