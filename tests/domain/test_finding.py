"""What a search brings."""

from datetime import UTC, datetime

from journal.domain.finding import Hit, Hits
from journal.domain.meeting import Meeting
from journal.domain.record import AccountId, RecordId


def test_marks_are_places_in_the_excerpt() -> None:
    """The window sets them bold without looking for the words again."""
    hit = Hit(
        kind=Meeting,
        record=RecordId("m"),
        account_id=AccountId(RecordId("a")),
        happened_at=datetime(2026, 9, 3, 18, tzinfo=UTC),
        title="Visit",
        excerpt="asked for the stock-out log",
        marks=((14, 23),),
    )
    found = Hits(hits=(hit,), capped=False)

    (start, end), *_ = found.hits[0].marks
    assert hit.excerpt[start:end] == "stock-out"
