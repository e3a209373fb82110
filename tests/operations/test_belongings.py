"""What goes with an account, and what stays because it belongs to another."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from journal.domain.account import Account
from journal.domain.document import DocumentKind, IssuedDocument, IssuedLine
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Interest, Option, OptionLink
from journal.domain.promise import Quote
from journal.domain.record import (
    AccountId,
    CommitmentId,
    DocumentId,
    InterestId,
    MeetingId,
    OptionId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.exchange.notation import references
from journal.operations import records
from journal.operations.belongings import belongings, everything
from journal.operations.journal import Journal
from tests.operations.conftest import DANA, LUIS, MERCY

LIMA = Account(id=AccountId(RecordId("lima")), name="Lima Clinic")
LIMAS = Person(id=PersonId(RecordId("rosa")), name="Rosa Vega", phone="+51 1", note="Late")
WHEN = When(day=date(2026, 11, 3), time=time(10), zone="America/New_York")
OURS = Meeting(id=MeetingId(RecordId("ours")), account_id=MERCY.id, when=WHEN, status=Status.HELD)
THEIRS = replace(OURS, id=MeetingId(RecordId("theirs")), account_id=LIMA.id)
STAFF = StandingCommitment(
    id=CommitmentId(RecordId("staff")),
    person_id=DANA.id,
    title="Staff",
    rule="FREQ=WEEKLY;BYDAY=TH",
    first_day=date(2026, 1, 1),
    start=time(15),
    minutes=60,
    zone="UTC",
)
LOST = Meeting(
    id=MeetingId(RecordId("lost")),
    account_id=MERCY.id,
    when=WHEN,
    status=Status.CANCELLED,
    cancellation=Cancellation(
        by=Side.THEIRS,
        by_person_id=LUIS.id,
        at=datetime(2026, 11, 3, tzinfo=UTC),
        stated_reason="Ill",
        found_commitment_id=STAFF.id,
    ),
)


@pytest.fixture
def two(journal: Journal) -> Journal:
    """Let two accounts meet: each is a guest of the other once."""
    role = Role(id=RecordId("rosas"), account_id=LIMA.id, person_id=LIMAS.id, side=Side.THEIRS)
    guests = [
        Participation(id=RecordId("a"), meeting_id=OURS.id, person_id=DANA.id),
        Participation(id=RecordId("b"), meeting_id=OURS.id, person_id=LIMAS.id, account_id=LIMA.id),
        Participation(
            id=RecordId("c"), meeting_id=THEIRS.id, person_id=DANA.id, account_id=MERCY.id
        ),
        Participation(id=RecordId("d"), meeting_id=THEIRS.id, person_id=LIMAS.id),
    ]
    records.add(journal, "Add", LIMA, LIMAS, role, OURS, THEIRS, *guests)
    return journal


def gone(journal: Journal) -> dict[str, Record]:
    """Return what goes, and see that nothing of it leads outside."""
    found = {str(each.id): each for each in everything(belongings(journal, MERCY.id))}
    led = {wanted for each in found.values() for _field, _kind, wanted in references(each)}
    assert led <= found.keys()
    return found


def test_meetings_go_with_the_account_that_they_belong_to(two: Journal) -> None:
    """Guests of another account stay with theirs."""
    assert set(gone(two)) == {"mercy", "role", "dana", "ours", "a"}


def test_of_a_stranger_who_said_something_the_name_goes(two: Journal) -> None:
    """What is noted of them belongs elsewhere; and where it was said, too."""
    said = Quote(
        id=RecordId("q"),
        account_id=MERCY.id,
        text="We should all meet.",
        person_id=LIMAS.id,
        meeting_id=THEIRS.id,
    )
    records.add(two, "Add", said)

    found = gone(two)

    assert found["q"] == replace(said, meeting_id=None, revision=found["q"].revision)
    assert found[LIMAS.id] == Person(id=LIMAS.id, name="Rosa Vega")


def test_what_leads_into_the_trash_goes_without_it(two: Journal) -> None:
    """A link hangs on both its ends; a cancellation does not hang on who told of it."""
    interest = Interest(
        id=InterestId(RecordId("i")), account_id=MERCY.id, text="Time", side=Side.OURS
    )
    option = Option(id=OptionId(RecordId("o")), account_id=MERCY.id, text="Pilot")
    link = OptionLink(id=RecordId("l"), option_id=option.id, interest_id=interest.id)
    issued = IssuedDocument(
        id=DocumentId(RecordId("doc")),
        account_id=MERCY.id,
        kind=DocumentKind.FRAMEWORK,
        version=1,
        issued_on=date(2026, 11, 1),
    )
    line = IssuedLine(
        id=RecordId("line"),
        document_id=issued.id,
        section="What we both want",
        text="Time",
        record=interest.id,
    )
    records.add(two, "Add", STAFF, LOST, interest, option, link, issued, line)
    assert {"staff", "lost", "i", "o", "l", "doc", "line", "luis"} <= set(gone(two))

    records.trash(two, "Trash", STAFF, interest, LUIS)

    found = gone(two)
    assert {"o", "doc", "line"} <= set(found)
    assert not {"staff", "i", "l", "luis"} & set(found)
    told = found["lost"]
    assert isinstance(told, Meeting)
    assert told.cancellation is not None
    assert told.cancellation.stated_reason == "Ill"
    assert (told.cancellation.by_person_id, told.cancellation.found_commitment_id) == (None, None)
    assert getattr(found["line"], "record", "") is None
