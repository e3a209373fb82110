"""What one line said becomes the record that it is."""

from datetime import UTC, date, datetime

import pytest

from journal.domain.errors import JournalError
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.person import Person
from journal.domain.record import Basis, MeetingId, RecordId, Side, Visibility
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import findings, reading, undoing
from journal.operations.findings import Spot
from journal.operations.journal import Journal
from journal.typed.findings import Ears, understand_finding
from journal.typed.understood import Bearings
from tests.operations.conftest import DANA, LUIS, MERCY

ZONE = "America/New_York"
VISIT = Meeting(
    id=MeetingId(RecordId("visit")),
    account_id=MERCY.id,
    when=When.from_iso("2026-09-03T14:00", ZONE),
)
SPOT = Spot(account_id=MERCY.id, day=VISIT.when.day, zone=ZONE, meeting_id=VISIT.id)
OUTSIDE = Spot(account_id=MERCY.id, day=date(2026, 11, 23), zone=ZONE)
NOW = datetime(2026, 9, 3, 19, 0, tzinfo=UTC)


@pytest.fixture
def met(journal: Journal) -> Journal:
    """Have one meeting in the journal."""
    journal.write("Plan", add=[VISIT])
    return journal


def mercy(journal: Journal) -> Relationship:
    """Read the account."""
    return reading.relationship(journal, MERCY.id)


def keep(journal: Journal, line: str, spot: Spot = SPOT) -> str:
    """Type a line, keep it, and return what undo would say."""
    people = findings.somebodies(mercy(journal).roles, reading.everybody(journal))
    ears = Ears(bearings=Bearings(now=NOW, zone=ZONE), people=people)
    return findings.keep_finding(journal, understand_finding(line, ears), spot).name


def test_each_line_becomes_its_record_of_that_meeting(met: Journal) -> None:
    """With its basis, its person and who may see it."""
    names = [
        keep(met, line)
        for line in (
            '"That would help" Dana',
            "! The slot",
            "> send the comparison by 8 sep +share",
            "# Drug spend per bed-day",
            "* Ward pilot -> not a priority",
            "? Who reads it",
            "^ One shared number",
        )
    ]
    assert names == [
        *("Add quote", "Add barrier", "Add promise", "Add metric"),
        *("Add option", "Add question", "Add vision"),
    ]
    whole = mercy(met)
    (quote,), (promise,) = whole.quotes, whole.promises
    assert (quote.text, quote.person_id, quote.basis) == ("That would help", DANA.id, Basis.SAID)
    assert (promise.due_on, promise.visibility) == (date(2026, 9, 8), Visibility.SHAREABLE)
    assert (whole.options[0].answer, whole.options[0].refused) == ("not a priority", True)
    lines = (quote, promise, *whole.barriers, *whole.metrics, *whole.questions, *whole.visions)
    assert {each.meeting_id for each in lines} == {VISIT.id}
    undoing.undo(met)
    assert mercy(met).visions == ()


def test_a_note_goes_to_the_notes_of_the_meeting_or_of_the_account(met: Journal) -> None:
    """What has no meeting stands under its day."""
    for line in ("Parking is behind ward 4", "Ask at the desk"):
        keep(met, line)
        keep(met, line, OUTSIDE)
    assert reading.meeting(met, VISIT.id).notes == "Parking is behind ward 4\nAsk at the desk"
    assert mercy(met).account.note == (
        "23 Nov 2026: Parking is behind ward 4\n23 Nov 2026: Ask at the desk"
    )


def test_a_new_person_gets_a_place_with_a_title(met: Journal) -> None:
    """Who is known elsewhere gets a place too; who is known here, at most a title."""
    assert keep(met, "@ Erin Wolff, buyer") == "Add person"
    assert keep(met, "@ Luis Ortega, analyst") == "Add person"
    assert keep(met, "@ Dana Whitfield, Vice president") == "Note title"
    whole = mercy(met)
    names = {each.id: each.name for each in whole.people}
    assert {names[each.person_id]: each.title for each in whole.roles} == {
        "Dana Whitfield": "Vice president",
        "Erin Wolff": "buyer",
        "Luis Ortega": "analyst",
    }
    with pytest.raises(JournalError, match="Dana Whitfield is known here already"):
        keep(met, "@ Dana Whitfield")


def test_a_standing_commitment_needs_somebody(met: Journal) -> None:
    """Named in the line, or the one guest of the meeting."""
    line = "~ thu 15:00 staff meeting"
    with pytest.raises(JournalError, match="Say whose calendar"):
        keep(met, line)
    keep(met, "~ Dana: thu 15:00 staff meeting")
    with_guest = Spot(account_id=MERCY.id, day=VISIT.when.day, zone=ZONE, guest=LUIS.id)
    keep(met, "@ Luis Ortega, analyst")
    assert keep(met, line, with_guest) == "Note standing commitment"
    assert {each.person_id for each in mercy(met).commitments} == {DANA.id, LUIS.id}
    assert {each.rule for each in mercy(met).commitments} == {"FREQ=WEEKLY;BYDAY=TH"}


def test_a_line_is_taken_away_with_what_hangs_on_it(met: Journal) -> None:
    """Into the trash, and back by one undo."""
    keep(met, "! The slot")
    keep(met, "# Drug spend")
    keep(met, "@ Erin Wolff")
    whole = mercy(met)
    (erin,) = (each for each in whole.people if each.name == "Erin Wolff")
    for record in (whole.barriers[0], whole.metrics[0], erin):
        findings.remove_finding(met, record)
    gone = mercy(met)
    assert (gone.barriers, gone.metrics) == ((), ())
    assert isinstance(erin, Person)
    assert isinstance(whole.metrics[0], Metric)
    assert [each.person_id for each in gone.roles] == [DANA.id]
    undoing.undo(met)
    assert len(mercy(met).roles) == 2


def test_a_line_may_name_everybody_on_their_present_side(met: Journal) -> None:
    """Oneself is ours without any role; who has no role is taken for theirs."""
    people = findings.somebodies(mercy(met).roles, reading.everybody(met))
    assert {each.name: (each.side, each.is_self) for each in people} == {
        "Ana Calder": (Side.OURS, True),
        "Dana Whitfield": (Side.THEIRS, False),
        "Luis Ortega": (Side.THEIRS, False),
    }
