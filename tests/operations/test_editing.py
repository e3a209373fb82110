"""What was typed is saved, unless somebody else was faster in the very same field."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.errors import (
    AlteredJournalError,
    NotFoundError,
    NotSavedError,
    OvertakenError,
)
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.person import Person
from journal.domain.record import MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations import editing, reading, records, undoing
from journal.operations.editing import Typed
from journal.operations.journal import Journal
from tests.operations.conftest import DANA, MERCY


def typed(before: str, text: str) -> Typed:
    """Type into what one should remember of Dana."""
    return Typed(
        kind=Person, id=DANA.id, field="remember", before=before, text=text, name="Edit remember"
    )


def dana(journal: Journal) -> Person:
    """Read her as she is now."""
    return next(each for each in reading.everybody(journal) if each.id == DANA.id)


def test_typing_is_saved_and_is_one_change(journal: Journal) -> None:
    """One undo takes back the sentence, not its last letters."""
    editing.save_typed(journal, typed("", "Two"))
    editing.save_typed(journal, typed("Two", "Two daughters"))
    assert dana(journal).remember == "Two daughters"

    assert undoing.undo_name(journal) == "Edit remember"
    undoing.undo(journal)
    assert dana(journal).remember == ""


def test_another_field_of_the_record_does_not_stand_in_the_way(journal: Journal) -> None:
    """The telephone number may come from an import meanwhile."""
    records.edit(journal, "Edit phone", replace(dana(journal), phone="555"))
    editing.save_typed(journal, typed("", "Two daughters"))

    assert (dana(journal).phone, dana(journal).remember) == ("555", "Two daughters")


def test_who_was_faster_in_the_same_field_is_not_written_over(journal: Journal) -> None:
    """Both texts can be shown then; nothing is lost."""
    records.edit(journal, "Edit remember", replace(dana(journal), remember="Plays chess"))
    mine = typed("", "Two daughters")

    with pytest.raises(OvertakenError):
        editing.save_typed(journal, mine)
    assert editing.held_text(journal, mine) == "Plays chess"
    assert dana(journal).remember == "Plays chess"


def test_what_is_there_already_is_no_change(journal: Journal) -> None:
    """A save whose answer was lost may be tried again."""
    editing.save_typed(journal, typed("", "Two daughters"))
    again = editing.save_typed(journal, typed("", "Two daughters"))
    assert not again.ids


def test_a_record_that_is_gone_is_said(journal: Journal) -> None:
    """It may lie in the trash by now."""
    records.trash(journal, "Trash", dana(journal))
    with pytest.raises(NotFoundError):
        editing.save_typed(journal, typed("", "Two daughters"))


def test_a_journal_connects_afresh(journal: Journal) -> None:
    """After the disk refused something; what was written before is there."""
    before = journal.file.connection
    editing.reconnect(journal)
    assert journal.file.connection is not before
    assert reading.find_account(journal, "Mercy").name == "Mercy General"


def test_a_journal_that_was_replaced_by_something_else_is_not_taken(journal: Journal) -> None:
    """The old connection stays, and goes on saying what is wrong."""
    before = journal.file.connection
    journal.path.rename(journal.path.with_suffix(".away"))
    with sqlite3.connect(journal.path) as other:
        other.execute("CREATE TABLE notes (text)")
    with pytest.raises(AlteredJournalError):
        editing.reconnect(journal)
    assert journal.file.connection is before


def test_what_the_journal_does_not_take_is_written_aside(tmp_path: Path) -> None:
    """In a file that every program reads, each text under the name of what was done."""
    texts = (
        typed("", "Two daughters"),
        replace(typed("", "Žluťoučký kůň"), field="avoid", name="Edit avoid"),
    )
    editing.write_aside(tmp_path / "kept.txt", texts)
    written = (tmp_path / "kept.txt").read_text(encoding="utf-8")
    assert written == "Edit remember\nTwo daughters\n\nEdit avoid\nŽluťoučký kůň\n"


def test_a_place_that_takes_nothing_is_said(tmp_path: Path) -> None:
    """It is the second refusal in a row; another place is asked for then."""
    with pytest.raises(NotSavedError, match="cannot be written"):
        editing.write_aside(tmp_path / "missing" / "kept.txt", (typed("", "Two daughters"),))


def test_a_change_says_what_it_put_into_the_trash(journal: Journal) -> None:
    """The window offers to take it back."""
    change = records.trash(journal, "Trash person", dana(journal))
    assert change.trashed == (DANA.id,)
    undone = undoing.undo(journal)
    assert undone is not None
    assert undone.trashed == ()


def lost(status: Status, called_off: Cancellation | None) -> Meeting:
    """Make a meeting that became this."""
    return Meeting(
        id=MeetingId(RecordId("lost")),
        account_id=MERCY.id,
        when=When.from_iso("2026-09-03T14:00", "America/New_York"),
        status=status,
        cancellation=called_off,
    )


def reason(before: str, text: str) -> Typed:
    """Type why it was lost."""
    return Typed(
        kind=Meeting,
        id=RecordId("lost"),
        field="cancellation.found_reason",
        before=before,
        text=text,
        name="Edit reason",
    )


def test_the_reason_within_a_cancellation_is_typed_like_any_text(journal: Journal) -> None:
    """It belongs to the meeting, and the rest of the cancellation stays."""
    called_off = Cancellation(by=Side.OURS, stated_reason="snow")
    journal.write("Fill", add=[lost(Status.CANCELLED, called_off)])
    editing.save_typed(journal, reason("", "Staff"))
    editing.save_typed(journal, reason("Staff", "Staff meeting"))
    found = reading.meeting(journal, MeetingId(RecordId("lost")))
    assert found.cancellation == replace(called_off, found_reason="Staff meeting")
    assert editing.held_text(journal, reason("", "")) == "Staff meeting"
    undoing.undo(journal)
    assert reading.meeting(journal, found.id).cancellation == called_off


def test_a_no_show_gets_a_reason_though_nobody_called_it_off(journal: Journal) -> None:
    """It was their doing."""
    journal.write("Fill", add=[lost(Status.NO_SHOW, None)])
    editing.save_typed(journal, reason("", "Staff meeting"))
    found = reading.meeting(journal, MeetingId(RecordId("lost"))).cancellation
    assert found == Cancellation(by=Side.THEIRS, found_reason="Staff meeting")


def test_a_reason_for_what_was_held_after_all_is_not_lost_silently(journal: Journal) -> None:
    """Whoever typed it still has it, and is told."""
    journal.write("Fill", add=[lost(Status.HELD, None)])
    with pytest.raises(NotFoundError):
        editing.save_typed(journal, reason("", "Staff meeting"))
