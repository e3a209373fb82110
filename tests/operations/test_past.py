"""What was done to a record, and what lies in the trash, told with names."""

from dataclasses import replace

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.promise import Promise
from journal.domain.record import MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations import accounts, past, reading, records, undoing
from journal.operations.journal import Journal
from journal.operations.past import FieldChange
from tests.operations.conftest import DANA, LUIS, MERCY

PROMISE = Promise(id=RecordId("promise"), account_id=MERCY.id, side=Side.OURS, text="Stock figures")


def test_each_action_is_told_with_what_it_changed(journal: Journal) -> None:
    """Latest first; a reference is told by the name of what it points to."""
    records.add(journal, "Add promise", PROMISE)
    (held,) = reading.relationship(journal, MERCY.id).promises
    records.edit(journal, "Edit promise", replace(held, text="Figures", to_person_id=DANA.id))
    undoing.undo(journal)
    undone, edited, made = past.past_of(journal, PROMISE.id)

    assert (made.name, made.kind, made.is_new, made.of) == ("Add promise", "do", True, Promise)
    assert FieldChange(field="text", before=None, after="Stock figures") in made.changes
    assert FieldChange(field="account_id", before=None, after="Mercy General") in made.changes
    assert "id" not in {each.field for each in made.changes}
    assert (edited.kind, edited.is_new) == ("do", False)
    assert set(edited.changes) == {
        FieldChange(field="to_person_id", before=None, after="Dana Whitfield"),
        FieldChange(field="text", before="Stock figures", after="Figures"),
    }
    assert (undone.name, undone.kind) == ("Edit promise", "undo")


def test_what_follows_from_another_field_is_not_told(journal: Journal) -> None:
    """A moved meeting has another start; its weekday goes without saying."""
    visit = Meeting(
        id=MeetingId(RecordId("visit")),
        account_id=MERCY.id,
        when=When.from_iso("2026-12-03T14:00", "America/New_York"),
    )
    records.add(journal, "Plan", visit)
    (held,) = reading.relationship(journal, MERCY.id).meetings
    earlier = When.from_iso("2026-12-01T10:00", "America/New_York")
    records.edit(journal, "Move", replace(held, when=earlier))

    moved = past.past_of(journal, visit.id)[0]
    assert moved.changes == (
        FieldChange(field="starts_at", before="2026-12-03T14:00", after="2026-12-01T10:00"),
    )


def test_a_name_that_is_gone_for_good_is_said_to_be_gone(journal: Journal) -> None:
    """The past still tells that there was somebody."""
    records.add(journal, "Add promise", replace(PROMISE, to_person_id=LUIS.id))
    (held,) = reading.relationship(journal, MERCY.id).promises
    records.edit(journal, "Edit", replace(held, to_person_id=DANA.id))
    luis = next(each for each in reading.everybody(journal) if each.id == LUIS.id)
    records.trash(journal, "Trash", luis)
    records.empty_trash(journal)

    edited = past.past_of(journal, PROMISE.id)[0]
    assert edited.changes == (
        FieldChange(field="to_person_id", before="something that is gone", after="Dana Whitfield"),
    )


def test_nothing_is_known_of_what_never_was(journal: Journal) -> None:
    """An id from another laptop, say."""
    assert past.past_of(journal, RecordId("never")) == ()
    assert past.title_of(journal, RecordId("never")) == ""


def test_a_record_in_the_trash_has_its_title_still(journal: Journal) -> None:
    """Its past is read there too."""
    records.add(journal, "Add promise", PROMISE)
    (held,) = reading.relationship(journal, MERCY.id).promises
    records.trash(journal, "Trash promise", held)
    assert past.title_of(journal, PROMISE.id) == "Stock figures"


def test_the_trash_is_told_by_what_put_things_there(journal: Journal) -> None:
    """An account and all that went with it are one entry, and come back as one."""
    records.add(journal, "Add promise", PROMISE)
    records.add(journal, "Add promise", replace(PROMISE, id=RecordId("other"), text="A call"))
    promises = reading.relationship(journal, MERCY.id).promises
    other = next(each for each in promises if each.text == "A call")
    records.trash(journal, "Trash promise", other)
    accounts.trash_account(journal, MERCY.id)
    latest, first = past.discarded(journal)

    assert (latest.first.kind, latest.first.title) == (Account, "Mercy General")
    assert {each.kind.__name__ for each in latest.others} == {"Role", "Promise"}
    assert (first.first.title, first.first.account, first.others) == (
        "A call",
        "Mercy General",
        (),
    )

    past.restore(journal, latest)
    whole = reading.relationship(journal, MERCY.id)
    assert [each.text for each in whole.promises] == ["Stock figures"]
    assert len(past.discarded(journal)) == 1
