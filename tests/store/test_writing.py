"""The one door: rows, their history and their search documents, in one transaction."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from journal.domain.account import Account
from journal.domain.errors import NotFoundError, NotSavedError, OvertakenError
from journal.domain.meeting import Meeting
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, MeetingId, PersonId, RecordId, Side
from journal.domain.span import When
from journal.store import history, records
from journal.store.failures import translated
from journal.store.identity import new_id
from journal.store.writing import Act, Writing, writing
from tests.store.contents import contents, require_sound

MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General")
VISIT = Meeting(
    id=MeetingId(RecordId("visit")),
    account_id=MERCY.id,
    when=When.from_iso("2026-09-03T14:00", "America/New_York"),
)


def test_what_was_written_is_read(connection: sqlite3.Connection, act: Act) -> None:
    """In any order: references are looked at when the transaction ends."""
    with writing(connection, act) as door:
        door.add(VISIT)
        door.add(MERCY)

    assert records.get(connection, Account, MERCY.id) == replace(MERCY, revision=2)
    require_sound(connection)


def test_the_wall_time_is_stored_beside_its_instant(
    connection: sqlite3.Connection, act: Act
) -> None:
    """14:00 in New York in September is 18:00 UTC: 1788458400 seconds; a Thursday is 3."""
    with writing(connection, act) as door:
        door.add(MERCY, VISIT)

    row = connection.execute(
        "SELECT starts_at, time_zone, starts_utc, weekday, minute_of_day FROM meetings"
    ).fetchone()
    assert row == ("2026-09-03T14:00", "America/New_York", 1788458400, 3, 840)


def test_an_error_inside_the_block_changes_nothing(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Half an import is worse than none."""
    before = contents(connection)

    with pytest.raises(OvertakenError), writing(connection, act) as door:
        door.save(*_added_and_stale(door))

    assert contents(connection) == before
    assert connection.execute("SELECT count(*) FROM changes").fetchone() == (0,)


def _added_and_stale(door: Writing) -> Iterator[Account]:
    door.add(MERCY)
    yield replace(MERCY, revision=99)


def test_a_broken_reference_changes_nothing(connection: sqlite3.Connection, act: Act) -> None:
    """It is found at the commit, and the whole change is given up."""
    with pytest.raises(sqlite3.IntegrityError), writing(connection, act) as door:
        door.add(VISIT)

    assert contents(connection)["meetings"] == []
    assert not connection.in_transaction


def test_an_act_that_changes_nothing_leaves_no_trace(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Else undo would take back nothing, and seem broken."""
    with writing(connection, act) as door:
        door.add(MERCY)
    with writing(connection, act) as door:
        door.save(records.get(connection, Account, MERCY.id))

    assert connection.execute("SELECT count(*) FROM changes").fetchone() == (1,)


def test_who_was_overtaken_is_told(connection: sqlite3.Connection, act: Act) -> None:
    """Two windows on one journal must not silently undo each other's work."""
    with writing(connection, act) as door:
        door.add(MERCY)
    read = records.get(connection, Account, MERCY.id)
    with writing(connection, act) as door:
        door.save(replace(read, note="theirs"))

    with pytest.raises(OvertakenError), writing(connection, act) as door:
        door.save(replace(read, note="mine"))

    assert records.get(connection, Account, MERCY.id).note == "theirs"


def test_what_is_gone_cannot_be_saved(connection: sqlite3.Connection, act: Act) -> None:
    """It was removed by an undo elsewhere, say."""
    with pytest.raises(NotFoundError), writing(connection, act) as door:
        door.save(MERCY)


def test_history_tells_before_and_after(connection: sqlite3.Connection, act: Act) -> None:
    """Of an edit, only what changed; of a new record, all of it."""
    with writing(connection, act) as door:
        door.add(MERCY)
    with writing(connection, replace(act, name="Edit account")) as door:
        door.save(replace(MERCY, revision=1, place="Dayton"))

    edited, made = history.of_record(connection, MERCY.id)
    assert (edited.name, edited.before, edited.after) == (
        "Edit account",
        {"place": ""},
        {"place": "Dayton"},
    )
    assert made.before is None
    assert made.after is not None
    assert made.after["name"] == "Mercy General"


def test_the_trash_hides_and_gives_back(connection: sqlite3.Connection, act: Act) -> None:
    """Nothing is deleted until the trash is emptied."""
    with writing(connection, act) as door:
        door.add(MERCY)
    with writing(connection, act) as door:
        door.trash(Account, MERCY.id)
    with pytest.raises(NotFoundError):
        records.get(connection, Account, MERCY.id)

    with writing(connection, act) as door:
        door.restore(Account, MERCY.id)

    assert records.get(connection, Account, MERCY.id).name == "Mercy General"


def _typed(connection: sqlite3.Connection, act: Act, text: str, minutes: float) -> None:
    held = records.get(connection, Account, MERCY.id)
    later = act.at + timedelta(minutes=minutes)
    with writing(connection, replace(act, name="Edit note", at=later, typing=True)) as door:
        door.save(replace(held, note=text))


def test_a_session_of_typing_is_one_entry(connection: sqlite3.Connection, act: Act) -> None:
    """Undo takes back the sentence, not its last half second."""
    with writing(connection, act) as door:
        door.add(MERCY)
    for minute, text in enumerate(["S", "She", "She said", "She said no"]):
        _typed(connection, act, text, minute)

    latest, _made = history.of_record(connection, MERCY.id)
    assert (latest.before, latest.after) == ({"note": ""}, {"note": "She said no"})
    history.undo(connection, act)
    assert records.get(connection, Account, MERCY.id).note == ""


def test_a_session_of_typing_ends_after_five_minutes(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Counted from its first key, or an afternoon would be one entry."""
    with writing(connection, act) as door:
        door.add(MERCY)
    for minute in (0, 3, 5.5):
        _typed(connection, act, f"at {minute}", minute)

    texts = [each.after for each in history.of_record(connection, MERCY.id)[:2]]
    assert texts == [{"note": "at 5.5"}, {"note": "at 3"}]


def test_typing_elsewhere_ends_the_session(connection: sqlite3.Connection, act: Act) -> None:
    """Two fields, or two records, are two things to take back."""
    with writing(connection, act) as door:
        door.add(MERCY)
    _typed(connection, act, "note", 0)
    held = records.get(connection, Account, MERCY.id)
    with writing(connection, replace(act, name="Edit note", typing=True)) as door:
        door.save(replace(held, place="Dayton"))
    _typed(connection, act, "note again", 1)

    assert len(history.of_record(connection, MERCY.id)) == 4


def test_typing_right_after_something_larger_is_its_own_entry(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Only two edits of one cell can be one session."""
    with writing(connection, replace(act, name="Edit note")) as door:
        door.add(MERCY)
    _typed(connection, act, "note", 0)

    assert len(history.of_record(connection, MERCY.id)) == 2


def test_typing_into_a_journal_without_a_past_is_an_entry(
    connection: sqlite3.Connection, act: Act
) -> None:
    """There is nothing to join it to."""
    with writing(connection, replace(act, typing=True)) as door:
        door.add(MERCY)

    assert len(history.of_record(connection, MERCY.id)) == 1


def test_a_revision_is_never_used_twice(connection: sqlite3.Connection, act: Act) -> None:
    """Else a third version could pass for the first, and be saved over."""
    with writing(connection, act) as door:
        door.add(MERCY)
    seen = [records.get(connection, Account, MERCY.id).revision]
    for minute in range(3):
        _typed(connection, act, f"text {minute}", minute)
        seen.append(records.get(connection, Account, MERCY.id).revision)
    history.undo(connection, act)
    seen.append(records.get(connection, Account, MERCY.id).revision)

    assert seen == sorted(set(seen))


def test_a_full_disk_is_said_and_nothing_is_lost(connection: sqlite3.Connection, act: Act) -> None:
    """SQLite's own limit stands in for the disk's."""
    with writing(connection, act) as door:
        door.add(MERCY)
    before = contents(connection)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(NotSavedError, match="disk is full"), writing(connection, act) as door:
        door.add(Person(id=PersonId(RecordId("dana")), name="Dana", note="x" * 100_000))

    assert contents(connection) == before


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, "did not take it"),
        (sqlite3.SQLITE_CANTOPEN, "did not take it"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "only be read"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(code: int, sentence: str) -> None:
    """These cannot be had at will from a healthy disk, so SQLite's errors are made by hand."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code

    with pytest.raises(NotSavedError, match=sentence), translated():
        raise error


def test_an_error_of_ours_stays_one() -> None:
    """A wrong statement is a bug to be found, not a sentence for the user."""
    with pytest.raises(sqlite3.OperationalError, match="syntax"), translated():
        sqlite3.connect(":memory:").execute("SELEC")


def test_ids_sort_by_the_time_they_were_made(now: datetime) -> None:
    """So that rows lie in the order of time, and lists need no other key."""
    made = [new_id(now + timedelta(milliseconds=step)) for step in range(50)]

    assert made == sorted(made)
    assert len({new_id(now) for _each in range(100)}) == 100
    assert made[0][14] == "7"
    assert made[0][19] in "89ab"


def test_two_people_cannot_both_be_oneself(connection: sqlite3.Connection, act: Act) -> None:
    """Exactly one person keeps the journal."""
    first = Person(id=PersonId(RecordId("a")), name="Ana", is_self=True)
    with pytest.raises(sqlite3.IntegrityError), writing(connection, act) as door:
        door.add(first, replace(first, id=PersonId(RecordId("b"))))


def test_history_keeps_text_of_any_script(connection: sqlite3.Connection, act: Act) -> None:
    """It is kept as text that a short script could read."""
    with writing(connection, act) as door:
        door.add(Person(id=PersonId(RecordId("a")), name="王小明 عمر"))

    (after,) = connection.execute('SELECT "after" FROM history').fetchone()
    assert json.loads(after)["name"] == "王小明 عمر"
    assert "王小明" in after


def test_a_role_refers_to_a_person_in_the_same_change(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Records of several kinds go through the door together."""
    dana = Person(id=PersonId(RecordId("dana")), name="Dana")
    role = Role(id=RecordId("role"), account_id=MERCY.id, person_id=dana.id, side=Side.THEIRS)
    with writing(connection, act) as door:
        door.add(role, dana, MERCY)

    assert set(door.touched) == {("roles", "role"), ("people", "dana"), ("accounts", "mercy")}
