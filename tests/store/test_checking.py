"""Looking for what is wrong."""

import sqlite3
from contextlib import closing

import pytest

from journal.domain.errors import NotSavedError
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, RecordId, Side
from journal.store.checking import FINDINGS_AT_MOST, Fault, Finding, check, check_quickly
from journal.store.file import JournalFile, opened
from journal.store.writing import Act, writing
from tests.store.test_writing import MERCY, VISIT


@pytest.fixture(autouse=True)
def _filled(connection: sqlite3.Connection, act: Act) -> None:
    with writing(connection, act) as door:
        door.add(MERCY, VISIT, Person(id=PersonId(RecordId("dana")), name="Dana"))


def test_a_sound_journal_has_no_findings(connection: sqlite3.Connection) -> None:
    """It must not cry wolf."""
    assert check(connection) == ()


def test_an_altered_letter_is_found(connection: sqlite3.Connection) -> None:
    """SQLite's own check does not notice it."""
    connection.execute("UPDATE people SET name = 'Dina'")

    assert check(connection) == (
        Finding(fault=Fault.CONTENT, table="people", record=RecordId("dana")),
    )


def test_a_reference_to_nowhere_is_found(connection: sqlite3.Connection, act: Act) -> None:
    """With the record that has it."""
    role = Role(
        id=RecordId("role"),
        account_id=AccountId(MERCY.id),
        person_id=PersonId(RecordId("dana")),
        side=Side.THEIRS,
    )
    with writing(connection, act) as door:
        door.add(role)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM people")

    assert Finding(fault=Fault.REFERENCE, table="roles", record=role.id, details="people") in check(
        connection
    )


def test_a_quick_check_leaves_out_the_texts(connection: sqlite3.Connection) -> None:
    """It looks at pages and references only, before work begins."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE meetings SET account_id = 'nobody', purpose = 'Other'")

    assert [(each.fault, each.record) for each in check_quickly(connection)] == [
        (Fault.REFERENCE, VISIT.id)
    ]


def test_an_index_that_does_not_fit_its_documents_is_found(
    connection: sqlite3.Connection,
) -> None:
    """Else words would be looked for in vain."""
    connection.execute("UPDATE search_documents SET title = 'Another' WHERE record = 'mercy'")

    assert [each.fault for each in check(connection)] == [Fault.SEARCH]


def test_a_row_that_its_index_misses_is_found(journal: JournalFile) -> None:
    """It was written while the index was hidden, which no program of ours does."""
    path = journal.path
    journal.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        hidden = other.execute(
            "SELECT * FROM sqlite_schema WHERE name = 'standing_commitments_person_id'"
        ).fetchone()
        other.execute("DELETE FROM sqlite_schema WHERE name = ?", (hidden[1],))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO standing_commitments VALUES ('c', 'dana', 'Staff', 'FREQ=DAILY',"
            " '2026-01-01', '15:00', 60, 'UTC', NULL, 'said', '', '', '', NULL, 1, '')"
        )
        other.execute("PRAGMA writable_schema = ON")
        other.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", hidden)

    with opened(path) as damaged:
        first = check(damaged.connection)[0]

    assert first.fault is Fault.PAGES
    assert "standing_commitments_person_id" in first.details


def test_a_page_of_zeros_is_found(journal: JournalFile) -> None:
    """SQLite tells of it in its own words."""
    path = journal.path
    journal.close()
    content = bytearray(path.read_bytes())
    content[4096 * 100 : 4096 * 101] = bytes(4096)
    path.write_bytes(content)

    with opened(path) as damaged:
        assert Fault.PAGES in {each.fault for each in check(damaged.connection)}


def test_a_check_may_be_given_up(connection: sqlite3.Connection) -> None:
    """Whoever closes the window does not wait for it."""
    connection.execute("UPDATE people SET name = 'Dina'")

    assert check(connection, lambda: False) == ()


def test_very_many_findings_are_cut(connection: sqlite3.Connection, act: Act) -> None:
    """A hundred say as much as a million."""
    people = [Person(id=PersonId(RecordId(f"p{each}")), name="Dana") for each in range(150)]
    with writing(connection, act) as door:
        door.add(*people)
    connection.execute("UPDATE people SET name = 'Dina'")

    assert len(check(connection)) == FINDINGS_AT_MOST


def test_a_readers_connection_cannot_check_the_index(journal: JournalFile) -> None:
    """SQLite words that check as a change; it is said, not swallowed."""
    with (
        opened(journal.path, read_only=True) as reader,
        pytest.raises(NotSavedError, match="only be read"),
    ):
        check(reader.connection)
