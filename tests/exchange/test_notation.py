"""Domain values as JSON and back."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, time

import pytest

from journal.domain.account import Account, Aim, Origin
from journal.domain.meeting import Cancellation, Meeting, Status, Whereabouts
from journal.domain.metric import MetricReading
from journal.domain.person import StandingCommitment
from journal.domain.plan import Criterion
from journal.domain.rating import Level, Rating
from journal.domain.record import (
    AccountId,
    CommitmentId,
    CriterionId,
    MeetingId,
    MetricId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.exchange.notation import (
    KINDS,
    fingerprint,
    from_json,
    references,
    to_json,
    word_of,
)

LOST = Meeting(
    id=MeetingId(RecordId("m")),
    account_id=AccountId(RecordId("a")),
    when=When(day=date(2026, 5, 14), time=time(14), zone="America/New_York"),
    status=Status.CANCELLED,
    cancellation=Cancellation(
        by=Side.THEIRS,
        by_person_id=PersonId(RecordId("p")),
        at=datetime(2026, 5, 14, 18, 5, tzinfo=UTC),
        whereabouts=Whereabouts.AT_THE_DOOR,
        found_commitment_id=CommitmentId(RecordId("c")),
    ),
)


def test_a_record_is_written_as_people_read_it() -> None:
    """Only what says something, wall times with their zone, words for enumerations."""
    assert to_json(LOST) == {
        "id": "m",
        "account_id": "a",
        "when": "2026-05-14T14:00[America/New_York]",
        "status": "cancelled",
        "cancellation": {
            "by": "theirs",
            "by_person_id": "p",
            "at": "2026-05-14T18:05:00+00:00",
            "whereabouts": "at_the_door",
            "found_commitment_id": "c",
        },
    }


def test_levels_are_words_and_days_are_days() -> None:
    """A 2 would have to be looked up."""
    rating = Rating(
        id=RecordId("r"),
        account_id=AccountId(RecordId("a")),
        day=date(2026, 9, 3),
        level=Level.STRAINED,
    )

    assert to_json(rating) == {
        "id": "r", "account_id": "a", "day": "2026-09-03", "level": "strained",
    }  # fmt: skip
    assert from_json(Rating, to_json(rating)) == rating


def test_a_missing_value_is_written_where_the_field_is_not_empty_by_itself() -> None:
    """A planned length of None says that it is unknown, not that it is an hour."""
    letter = Meeting(
        id=MeetingId(RecordId("m")),
        account_id=AccountId(RecordId("a")),
        when=When(day=date(2026, 5, 14), time=None, zone="UTC"),
        minutes=None,
    )

    assert to_json(letter)["minutes"] is None
    assert from_json(Meeting, to_json(letter)) == letter


def test_a_wall_time_goes_to_the_minute() -> None:
    """As the clocks in a customer's meeting room do."""
    fixed = StandingCommitment(
        id=CommitmentId(RecordId("c")),
        person_id=PersonId(RecordId("p")),
        title="Staff meeting",
        rule="FREQ=WEEKLY;BYDAY=TH",
        first_day=date(2026, 1, 8),
        start=time(15),
        minutes=60,
        zone="UTC",
    )

    assert to_json(fixed)["start"] == "15:00"
    assert from_json(StandingCommitment, to_json(fixed)) == fixed


def test_every_kind_of_record_has_its_word() -> None:
    """Or a handover would leave something behind without a sound."""
    kinds = {kind.__name__ for kind in _subclasses(Record)} - {"Line"}

    assert {kind.__name__ for kind in KINDS.values()} == kinds
    assert word_of(StandingCommitment) == "standing_commitment"
    assert len(fields(Relationship)) == len(KINDS) - 1, "all but origins hang on an account"


def _subclasses(kind: type[Record]) -> list[type[Record]]:
    found = [each for each in kind.__subclasses__() if each.__module__.startswith("journal.")]
    return [*found, *(more for each in found for more in _subclasses(each))]


def test_references_are_found_with_the_kind_they_lead_to() -> None:
    """Also those within a cancellation."""
    assert references(LOST) == [
        ("account_id", Account, "a"),
        ("by_person_id", KINDS["person"], "p"),
        ("found_commitment_id", StandingCommitment, "c"),
    ]
    origin = Origin(id=RecordId("o"), record=RecordId("m"), source="csv", key="7")
    assert references(origin) == [("record", Record, "m")]


def test_a_fingerprint_tells_what_a_record_says_not_which_version_it_is() -> None:
    """The revision is the journal's own affair."""
    one = Account(id=AccountId(RecordId("a")), name="Mercy")
    later = Account(id=AccountId(RecordId("a")), name="Mercy", revision=7)
    other = Account(id=AccountId(RecordId("a")), name="Mercy", aim=Aim.REPAIR)

    assert fingerprint(one) == fingerprint(later)
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (Account, [], "Account is an object of its fields"),
        (Account, {"id": "a", "name": "M", "colour": 1}, "unknown field 'colour'"),
        (Account, {"id": "a", "name": "M", "revision": 1}, "unknown field 'revision'"),
        (Account, {"id": "a"}, "'name' is missing"),
        (Account, {"id": "a", "name": None}, "'name' cannot be empty"),
        (Account, {"id": "a", "name": 1}, "'name': 1 is not a text"),
        (Account, {"id": "a", "name": " "}, "the text is empty"),
        (Account, {"id": "a", "name": "M", "aim": "love"}, "'love' is none of repair, raise"),
        (Account, {"id": "a", "name": "M", "travel_min": True}, "True is not a whole number"),
        (Account, {"id": "a", "name": "M", "travel_min": 1.5}, "1.5 is not a whole number"),
        (Account, {"id": "a", "name": "M", "travel_min": -1}, "cannot take -1 minutes"),
        (Account, {"id": "a", "name": "M", "travel_min": 2**63}, "larger than a journal can hold"),
        (Account, {"id": "a", "name": "M", "travel_min": 10**400}, "larger than a journal"),
        (MetricReading, {"id": "r", "metric_id": "m", "day": "soon", "value": 1}, "'day'"),
        *(
            (MetricReading, {"id": "r", "metric_id": "m", "day": "2026-09-03", "value": value}, why)
            for value, why in ((10**400, "larger than"), (float("inf"), "larger than"))
        ),
        (
            MetricReading,
            {"id": "r", "metric_id": "m", "day": "2026-09-03", "value": "1"},
            "'1' is not a number",
        ),
        (
            MetricReading,
            {"id": "r", "metric_id": "m", "day": "2026-09-03", "value": True},
            "True is not a number",
        ),
        (Meeting, {"id": "m", "account_id": "a", "when": "2026-09-03"}, "wall time with its zone"),
        (Meeting, {"id": "m", "account_id": "a", "when": "2026-09-03[Mars]"}, "no such time zone"),
        (
            StandingCommitment,
            {
                "id": "c", "person_id": "p", "title": "t", "rule": "FREQ=DAILY", "minutes": 5,
                "first_day": "2026-01-01", "start": "15:00+02:00", "zone": "UTC",
            },
            "carries no offset",
        ),
    ],
)  # fmt: skip
def test_what_no_record_can_be_is_refused(kind: type[Record], written: object, said: str) -> None:
    """A pack is read wholly or not at all, so it has to be told what is wrong."""
    with pytest.raises(ValueError, match=said):
        from_json(kind, written)


def test_whole_numbers_are_numbers_and_ids_can_be_renamed() -> None:
    """JSON has one kind of number; the pack gives each id its lasting name."""
    read = from_json(
        MetricReading,
        json.loads('{"id": "r", "metric_id": "m", "day": "2026-09-03", "value": 5}'),
        str.upper,
    )

    assert (read.value, read.id, read.metric_id) == (5.0, RecordId("R"), MetricId(RecordId("M")))


def test_a_line_without_its_usual_side_keeps_it() -> None:
    """A criterion is shared unless it says otherwise."""
    theirs = Criterion(
        id=CriterionId(RecordId("c")),
        account_id=AccountId(RecordId("a")),
        text="Benchmark",
        side=Side.THEIRS,
    )

    assert from_json(Criterion, to_json(theirs)) == theirs
