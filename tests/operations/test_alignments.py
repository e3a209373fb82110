"""What a number of theirs and one of ours do to each other, told bit by bit."""

from datetime import date

import pytest

from journal.domain.meeting import Meeting
from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.record import MeetingId, MetricId, RecordId, Side, Visibility
from journal.domain.span import When
from journal.operations import alignments, reading, undoing
from journal.operations.alignments import Check, Seen
from journal.operations.journal import Journal
from tests.operations.conftest import DANA, MERCY

DAY = date(2026, 9, 3)
SPEND = Metric(
    id=MetricId(RecordId("spend")), account_id=MERCY.id, text="Drug spend", side=Side.THEIRS
)
UNITS = Metric(
    id=MetricId(RecordId("units")), account_id=MERCY.id, text="Units sold", side=Side.OURS
)
MET = Meeting(
    id=MeetingId(RecordId("met")),
    account_id=MERCY.id,
    when=When.from_iso("2026-09-03T14:00", "America/New_York"),
)
FEAR = Seen(effect=Effect.AGAINST, by_id=DANA.id, on=DAY)


@pytest.fixture
def measured(journal: Journal) -> Journal:
    """Know a number of each side."""
    journal.write("Add", add=[SPEND, UNITS, MET])
    return journal


def kept(journal: Journal) -> Alignment | None:
    """Return the pair as the file has it; there is one at most."""
    found = reading.relationship(journal, MERCY.id).alignments
    assert len(found) <= 1
    return found[0] if found else None


def test_a_pair_is_kept_from_the_first_thing_told_of_it(measured: Journal) -> None:
    """Nobody has to begin it beforehand, and one undo takes it away again."""
    change = alignments.perceive(measured, SPEND, UNITS, FEAR)
    pair = kept(measured)
    assert pair is not None
    assert (pair.perceived, pair.perceived_by_id, pair.perceived_on) == (
        Effect.AGAINST,
        DANA.id,
        DAY,
    )
    assert pair.checked is None
    assert change.name == "Note how they see it"
    undoing.undo(measured)
    assert kept(measured) is None


def test_what_is_checked_joins_what_was_perceived(measured: Journal) -> None:
    """The turning point is one record, not two."""
    alignments.perceive(measured, SPEND, UNITS, FEAR)
    found = Check(effect=Effect.NEUTRAL, on=DAY, meeting_id=MET.id)
    alignments.check(measured, SPEND, UNITS, found)
    pair = kept(measured)
    assert pair is not None
    assert (pair.perceived, pair.checked) == (Effect.AGAINST, Effect.NEUTRAL)
    assert (pair.checked_on, pair.meeting_id) == (DAY, MET.id)
    undoing.undo(measured)
    pair = kept(measured)
    assert pair is not None
    assert (pair.perceived, pair.checked) == (Effect.AGAINST, None)


def test_both_can_be_taken_back(measured: Journal) -> None:
    """With the day and the person, which belong to it."""
    alignments.perceive(measured, SPEND, UNITS, FEAR)
    alignments.check(measured, SPEND, UNITS, Check(effect=Effect.NEUTRAL, on=DAY))
    alignments.perceive(measured, SPEND, UNITS, None)
    alignments.check(measured, SPEND, UNITS, None)
    pair = kept(measured)
    assert pair is not None
    assert (pair.perceived, pair.perceived_by_id, pair.perceived_on) == (None, None, None)
    assert (pair.checked, pair.checked_on, pair.meeting_id) == (None, None, None)


def test_a_pair_is_private_until_it_may_be_shared(measured: Journal) -> None:
    """And becomes private again."""
    alignments.perceive(measured, SPEND, UNITS, FEAR)
    pair = kept(measured)
    assert pair is not None
    assert pair.visibility is Visibility.PRIVATE
    for may_share, visibility in ((True, Visibility.SHAREABLE), (False, Visibility.PRIVATE)):
        alignments.share(measured, SPEND, UNITS, may_share=may_share)
        pair = kept(measured)
        assert pair is not None
        assert pair.visibility is visibility
