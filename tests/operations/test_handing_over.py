"""An account from one journal into another."""

import stat
import zipfile
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.analysis.ownership import owner_on
from journal.domain.account import Account
from journal.domain.document import Attachment
from journal.domain.errors import JournalError, NotFoundError, NotSavedError, RefusedFileError
from journal.domain.person import Person
from journal.domain.record import PersonId
from journal.exchange.notation import KINDS
from journal.operations import attachments, reading, records, undoing
from journal.operations.handing_over import Choice, colleague, hand_over, preview
from journal.operations.journal import Journal
from journal.operations.people import Somebody
from journal.operations.private_notes import FIELDS, without
from journal.store import records as stored
from tests.operations.handovers import (
    BEN,
    DAY,
    given,
    mercy,
    passing,
    told,
    unpacked,
    whole_of,
    write_canaries,
)
from tests.operations.imports import numbers, taken

# Texts that say what is, was said or is for whoever comes next. Every other one is a note.
PASSED_ON = {
    "account": "name unit place address time_zone",
    "person": "name email phone",
    "role": "title",
    "standing_commitment": "title rule zone",
    "negotiation": "title result",
    "meeting": "place purpose best opening summary",
    "participation": "",
    "rating": "",
    "goal": "sentence",
    "metric": "text agreed_wording unit target",
    "metric_reading": "",
    "alignment": "evidence",
    "barrier": "text agreed_wording lifted_how",
    "vision": "text agreed_wording",
    "norm": "text agreed_wording",
    "interest": "text agreed_wording",
    "criterion": "text agreed_wording",
    "option": "text agreed_wording answer",
    "option_link": "",
    "alternative": "agreed_wording",
    "question": "text agreed_wording answer",
    "promise": "text agreed_wording",
    "quote": "text agreed_wording",
    "issued_document": "recipients digest",
    "issued_line": "section text agreed_wording",
    "attachment": "name digest media_type",
    "origin": "source key digest",
}


def test_every_text_is_a_note_or_goes_along() -> None:
    """A new field cannot be forgotten: it fails here until somebody decides."""
    for word, kind in KINDS.items():
        texts = {each.name for each in fields(kind) if each.type is str}
        notes = set(FIELDS.get(kind, ()))
        assert texts == notes | set(PASSED_ON[word].split()), word
        assert not notes & set(PASSED_ON[word].split()), word


def test_all_of_it_arrives_in_an_empty_journal(nora: Journal, ben: Journal) -> None:
    """Record by record and field by field; the journal is Ben's, and so is the account."""
    imported = taken(ben, given(nora))

    assert whole_of(ben) == whole_of(nora)
    assert imported.report.new == len(whole_of(nora))
    assert [each.name for each in reading.everybody(ben) if each.is_self] == ["Ben Kral"]
    names = {each.name for each in stored.select(ben.file.connection, Account, "1")}
    assert names == {"Mercy General"}


def test_the_owner_is_known_of_each_day(nora: Journal, ben: Journal) -> None:
    """Nora to 30 November, Ben from 1 December, in both journals; with what she left behind."""
    taken(ben, given(nora))

    for journal in (nora, ben):
        whole = reading.relationship(journal, mercy(journal))
        last, first = (owner_on(whole.roles, each) for each in (DAY - timedelta(days=1), DAY))
        assert last is not None
        assert first is not None
        names = [getattr(whole.person(each.person_id), "name", "") for each in (last, first)]
        assert names == ["Nora Lindqvist", "Ben Kral"]
        assert last.end == date(2026, 11, 30)
        assert last.note.endswith("They tell us early now.")
        assert (first.start, first.end) == (DAY, None)


def test_a_second_import_changes_nothing(nora: Journal, ben: Journal) -> None:
    """Everything is known, in the empty journal as in the one that it came from."""
    path = given(nora, Choice.KEEP)
    count = taken(ben, path).report.new

    for journal in (ben, nora):
        again = taken(journal, path)
        assert numbers(again) == (count, 0, 0, count)
        assert again.change is not None
        assert again.change.number == 0


def test_one_undo_takes_the_import_back(nora: Journal, ben: Journal) -> None:
    """It is one action."""
    taken(ben, given(nora))

    undoing.undo(ben)

    assert not stored.select(ben.file.connection, Account, "1")


def test_notes_stay_unless_asked_for(nora: Journal, ben: Journal) -> None:
    """Not one of them is in the file; here nothing is lost; all else is the same over there."""
    leaving = write_canaries(nora)
    path = given(nora, Choice.KEEP)

    there = {(type(each.record), each.field) for each in leaving.notes}
    assert there == {(kind, name) for kind, names in FIELDS.items() for name in names}
    assert b"canary" not in unpacked(path)
    taken(ben, path)
    mine, theirs = whole_of(nora), whole_of(ben)
    for each in leaving.notes:
        silent = without(mine[each.record.id], each.field)
        if silent is None:
            del mine[each.record.id]
        else:
            mine[each.record.id] = silent
    assert theirs == mine


def test_each_note_that_is_passed_on_is_in_the_file(nora: Journal) -> None:
    """The other side of the same coin: or the test above would prove nothing."""
    leaving = write_canaries(nora)

    whole = unpacked(given(nora))

    assert [each.text for each in leaving.notes if each.text.encode() not in whole] == []


def test_notes_are_deleted_here_where_that_was_chosen(nora: Journal) -> None:
    """With the hand-over as one change, so one undo brings everything back."""
    before = told(reading.relationship(nora, mercy(nora)))

    path = given(nora, Choice.DELETE)
    assert preview(nora, mercy(nora)).notes == ()
    assert b"hates slides" not in unpacked(path)

    undoing.undo(nora)
    assert told(reading.relationship(nora, mercy(nora))) == before


def test_where_the_file_cannot_be_written_nothing_happened(nora: Journal) -> None:
    """Neither the owner nor a note changes, and nothing half-written is left."""
    before = told(reading.relationship(nora, mercy(nora)))
    choices = passing(preview(nora, mercy(nora)), Choice.DELETE)
    folder = nora.path.parent
    missing = folder / "missing" / "x.handover"
    for path, why in (
        (missing, "x.handover could not be written: No such file or directory. Nothing was"),
        (folder, "cannot be written over"),
        (nora.path, "cannot be written over"),
    ):
        with pytest.raises(NotSavedError, match=why):
            hand_over(nora, mercy(nora), path, choices, BEN)

    assert told(reading.relationship(nora, mercy(nora))) == before
    assert [each.name for each in folder.iterdir()] == ["nora.journal"]


def test_only_an_earlier_hand_over_is_written_over(nora: Journal) -> None:
    """One mistyped name, and a whole journal would be gone; what is empty holds nothing."""
    folder = nora.path.parent
    other, empty = folder / "other.journal", folder / "empty"
    other.write_bytes(b"SQLite format 3\0 and years of work")
    empty.touch()
    with pytest.raises(NotSavedError, match=r"cannot be written over; name another file\.$"):
        hand_over(nora, mercy(nora), other, {}, BEN)
    assert other.read_bytes() == b"SQLite format 3\0 and years of work"

    hand_over(nora, mercy(nora), empty, {})
    first = empty.read_bytes()
    hand_over(nora, mercy(nora), empty, passing(preview(nora, mercy(nora))))
    assert len(empty.read_bytes()) > len(first)


def test_where_the_journal_does_not_take_it_there_is_no_file(nora: Journal) -> None:
    """Somebody begins later than that: the sentence, and nothing else."""
    given(nora).unlink()
    early = replace(BEN, who=Somebody(name="Eve"), on=date(2026, 11, 25))
    path = nora.path.parent / "again.handover"

    with pytest.raises(JournalError, match="begins to look after it"):
        hand_over(nora, mercy(nora), path, {}, early)
    assert not path.exists()


def test_only_the_user_can_read_the_file(nora: Journal) -> None:
    """It is the whole account."""
    assert stat.S_IMODE(given(nora).stat().st_mode) == 0o600


def test_nothing_of_other_accounts_goes(nora: Journal) -> None:
    """Their names are in no record, and of their people the name at most."""
    whole = unpacked(given(nora)).decode("utf-8", "replace")

    others = {each.name for each in stored.select(nora.file.connection, Account, "1")}
    assert [each for each in others - {"Mercy General"} if f'"name": "{each}"' in whole] == []


def test_files_go_along(nora: Journal, ben: Journal) -> None:
    """Under what they hold; and the colleague can open them."""
    plan = nora.path.with_name("floor plan.txt")
    plan.write_text("Ward 3", encoding="utf-8")
    attachments.attach(nora, mercy(nora), [plan])

    taken(ben, given(nora))

    (held,) = reading.relationship(ben, mercy(ben)).attachments
    copy = attachments.open_copy(ben, held, ben.path.parent)
    assert copy.read_text(encoding="utf-8") == "Ward 3"


def test_a_file_that_is_gone_is_told_of(nora: Journal, ben: Journal) -> None:
    """The record of it goes, and whoever imports hears that it is all."""
    plan = nora.path.with_name("plan.txt")
    plan.write_text("Ward 3", encoding="utf-8")
    attachments.attach(nora, mercy(nora), [plan])
    for each in nora.path.with_name("nora.files").iterdir():
        each.unlink()

    imported = taken(ben, given(nora))

    assert [each.why for each in imported.report.notes] == ["The file plan.txt did not come along."]


def test_the_preview_counts_what_goes(nora: Journal) -> None:
    """The numbers are those of the records in the file."""
    leaving = preview(nora, mercy(nora))
    words = {kind: word for word, kind in KINDS.items()}
    hand_over(nora, mercy(nora), path := nora.path.parent / "x.handover", {})

    with zipfile.ZipFile(path) as archive:
        lines = archive.read("records.jsonl").decode().splitlines()[1:]
    found = {words[kind]: count for kind, count in leaving.counts.items()}
    assert found == {word: sum(line.startswith(f'{{"{word}":') for line in lines) for word in found}
    assert sum(found.values()) == len(lines)


def test_a_file_that_was_altered_stops_it(nora: Journal) -> None:
    """It is not what was added, so it is not passed on as that."""
    plan = nora.path.with_name("plan.txt")
    plan.write_text("Ward 3", encoding="utf-8")
    attachments.attach(nora, mercy(nora), [plan])
    (kept,) = nora.path.with_name("nora.files").iterdir()
    kept.write_text("Ward 4", encoding="utf-8")

    with pytest.raises(RefusedFileError, match="altered since it was added"):
        given(nora)
    kept.unlink()
    assert preview(nora, mercy(nora)).missing == ("plan.txt",)


def test_too_many_files_stop_it(nora: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one who imports it would refuse it."""
    plan = nora.path.with_name("plan.txt")
    plan.write_text("Ward 3", encoding="utf-8")
    attachments.attach(nora, mercy(nora), [plan])
    monkeypatch.setattr("journal.operations.handing_over.FILES_LIMIT", 5)

    with pytest.raises(RefusedFileError, match="more than 0 MB"):
        given(nora)


def test_a_colleague_of_whom_there_are_two_is_asked_about(nora: Journal) -> None:
    """Nobody is taken for somebody else."""
    twins = [Person(id=PersonId(nora.new_id()), name="Ben Kral") for _each in range(2)]
    records.add(nora, "Add", twins[0])
    assert colleague(nora, " ben kral").known == twins[0].id
    records.add(nora, "Add", twins[1])
    with pytest.raises(NotFoundError, match="more than one ben kral"):
        colleague(nora, "ben kral")
    with pytest.raises(NotFoundError, match="name of the colleague"):
        colleague(nora, " ")
    assert colleague(nora, "Dana Whitfield").known is None


def test_what_we_think_of_the_colleague_stays(nora: Journal, ben: Journal) -> None:
    """They read it."""
    him = Person(id=PersonId(nora.new_id()), name="Ben Kral", email="b@x.example", note="Slow")
    records.add(nora, "Add", him)
    path = nora.path.parent / "x.handover"
    hand_over(nora, mercy(nora), path, {}, replace(BEN, who=Somebody(known=him.id)))

    taken(ben, path)

    me = reading.me(ben)
    assert me is not None
    assert (me.name, me.email, me.note) == ("Ben Kral", "b@x.example", "")


def test_where_there_is_no_room_to_unpack_nothing_happens(
    nora: Journal, ben: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence."""
    path = given(nora)
    monkeypatch.setattr("tempfile.tempdir", str(nora.path / "missing"))

    with pytest.raises(NotSavedError, match="no room to unpack"):
        taken(ben, path)
    assert not stored.select(ben.file.connection, Account, "1")


def test_each_note_says_what_it_is_about(nora: Journal) -> None:
    """A reading by its metric, a file and a person by the name, the account by nothing."""
    connection = nora.file.connection
    whole = reading.relationship(nora, mercy(nora))
    for each in (whole.commitments[0], whole.readings[0]):
        records.edit(nora, "Edit", replace(each, note="Mine"))
    plan = nora.path.with_name("plan.txt")
    plan.write_text("Ward 3", encoding="utf-8")
    attachments.attach(nora, mercy(nora), [plan])
    (held,) = stored.select(connection, Attachment, "1")
    records.edit(nora, "Edit", replace(held, note="Mine"))

    notes = preview(nora, mercy(nora)).notes

    metric = next(each for each in whole.metrics if each.id == whole.readings[0].metric_id)
    assert {each.about for each in notes if each.text == "Mine"} == {
        "plan.txt",
        whole.commitments[0].title,
        metric.text,
    }
    assert notes[0].about == ""
    assert "Dana Whitfield" in {each.about for each in notes if each.field == "avoid"}


def test_a_journal_that_is_full_at_the_last_leaves_no_file(
    nora: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would say that the account is another's, and here nothing says so."""
    path = nora.path.parent / "mercy.handover"

    def full(_connection: object, _touched: object) -> None:
        assert path.exists()
        raise NotSavedError("full")

    monkeypatch.setattr("journal.store.documents.refresh", full)
    with pytest.raises(NotSavedError, match="full"):
        given(nora)
    assert not path.exists()


def test_a_file_that_was_there_stays_where_the_new_one_fails(
    nora: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be the hand-over of yesterday."""
    path = nora.path.parent / "mercy.handover"
    hand_over(nora, mercy(nora), path, {})
    yesterday = path.read_bytes()

    def fail(_target: Path, **_content: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("journal.operations.handing_over.write_handover", fail)
    with pytest.raises(NotSavedError, match=r"No space left on device\. Nothing was changed"):
        given(nora)
    assert path.read_bytes() == yesterday


def test_the_page_to_read_speaks_to_the_colleague(nora: Journal) -> None:
    """What Nora owes is owed by her, and before him she had the account."""
    said = unpacked(given(nora)).decode("utf-8", "replace")

    assert "Nora Lindqvist: Bed-day cost comparison" in said
    assert "You: Bed-day cost comparison" not in said
