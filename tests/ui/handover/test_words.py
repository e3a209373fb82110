"""What is said of an account that goes, and of each of its private notes."""

from datetime import date, time

import pytest

from journal.domain.account import Account
from journal.domain.document import Attachment
from journal.domain.meeting import Meeting
from journal.domain.metric import MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Alternative
from journal.domain.promise import Promise
from journal.domain.rating import Level, Rating
from journal.domain.record import (
    AccountId,
    CommitmentId,
    MeetingId,
    MetricId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.operations.handing_over import Leaving
from journal.operations.private_notes import FIELDS, Note
from journal.ui.handover.words import (
    file_name,
    going_words,
    missing_words,
    next_words,
    notes_words,
    where_words,
)

TODAY = date(2026, 11, 23)
MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General", note="x")
DANA = PersonId(RecordId("dana"))
NOTES: list[tuple[Record, str, str, str]] = [
    (MERCY, "note", "", "Note on the account"),
    (Person(id=DANA, name="Dana"), "remember", "Dana", "Dana: to remember"),
    (Person(id=DANA, name="Dana"), "avoid", "Dana", "Dana: to avoid"),
    (Person(id=DANA, name="Dana"), "note", "Dana", "Dana: note"),
    (
        Role(id=RecordId("r"), account_id=MERCY.id, person_id=DANA, side=Side.THEIRS),
        "note",
        "Dana",
        "Dana: note on the role",
    ),
    (
        StandingCommitment(
            id=CommitmentId(RecordId("c")),
            person_id=DANA,
            title="Staff",
            rule="FREQ=WEEKLY",
            first_day=TODAY,
            start=time(15),
            minutes=60,
            zone="UTC",
        ),
        "note",
        "Staff",
        "Staff: note",
    ),
    *(
        (
            Meeting(
                id=MeetingId(RecordId("m")),
                account_id=MERCY.id,
                when=When.from_iso("2026-09-03T14:00", "UTC"),
            ),
            field,
            "",
            f"{what}, Thu 3 Sep, 14:00",
        )
        for field, what in (("least", "Least acceptable"), ("notes", "Notes"))
    ),
    (
        Rating(id=RecordId("r"), account_id=MERCY.id, day=TODAY, level=Level.NEUTRAL),
        "remark",
        "",
        "Remark on the rating of 23 Nov",
    ),
    (
        MetricReading(
            id=RecordId("v"), metric_id=MetricId(RecordId("s")), day=date(2025, 6, 30), value=1
        ),
        "note",
        "Spend",
        "Spend, 30 Jun 2025",
    ),
    (
        Attachment(
            id=RecordId("f"), account_id=MERCY.id, name="plan.pdf", digest="0", size_bytes=1
        ),
        "note",
        "plan.pdf",
        "plan.pdf: note",
    ),
    (
        Alternative(id=RecordId("a"), account_id=MERCY.id, text="Sell", side=Side.OURS),
        "text",
        "",
        "Our alternative",
    ),
]


@pytest.mark.parametrize(("record", "field", "about", "said"), NOTES)
def test_each_note_says_where_it_stands(record: Record, field: str, about: str, said: str) -> None:
    """So that nobody has to open it to know."""
    assert where_words(Note(record=record, field=field, about=about), TODAY) == said


def test_every_kind_of_note_was_tried() -> None:
    """A new one has its words, too."""
    tried = {(type(record), field) for record, field, _about, _said in NOTES}
    assert tried == {(kind, field) for kind, fields in FIELDS.items() for field in fields}


def test_what_goes_is_counted() -> None:
    """What one would ask for; the small parts of it are not told one by one."""
    leaving = Leaving(account=MERCY, counts={Meeting: 42, Promise: 1, Role: 8}, notes=())
    assert going_words(leaving) == (
        "42 meetings, 1 promise go along with it, and all that hangs on these; nothing of others."
    )
    bare = Leaving(account=MERCY, counts={Account: 1}, notes=())
    assert going_words(bare) == "What is known of the account goes, and nothing of others."


def test_few_and_many_are_said_as_they_are() -> None:
    """None, one, more."""
    assert notes_words(0) == "There are no private notes in it."
    assert notes_words(1).startswith("1 private note: P passes it on")
    assert notes_words(2).endswith("; with Shift all.")
    assert missing_words(()) == ""
    assert missing_words(("a", "b")).startswith("These files are no longer")
    begin = "Ben takes it in with File, Import…, and has the account from Mon 23 Nov 2026."
    assert next_words("Ben", "Mon 23 Nov 2026", 0, 0) == begin
    assert next_words("Ben", "Mon 23 Nov 2026", 1, 2) == (
        f"{begin} 1 private note stayed here. 2 were deleted here; Undo brings them back."
    )


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("Mercy General", "Mercy General 2026-11-23.handover"),
        ("A/B: <C>", "A B C 2026-11-23.handover"),
        ("..", "account 2026-11-23.handover"),
        ("欧阳", "欧阳 2026-11-23.handover"),
    ],
)
def test_the_file_has_a_name_that_every_system_takes(account: str, name: str) -> None:
    """Whatever the customer is called."""
    assert file_name(account, TODAY) == name
