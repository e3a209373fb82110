"""Domain values to rows and back."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.account import Account
from journal.domain.record import AccountId, Record, RecordId
from journal.store.rows import columns_of, digest, from_row, person_fields, to_row
from journal.store.tables import KINDS, TABLES
from tests.store.samples import records

KEPT_BY_STORE = {"created_at", "updated_at", "deleted_at", "row_digest"}


@given(data=st.data(), kind=st.sampled_from(list(TABLES)))
def test_any_record_comes_back_as_it_was(data: st.DataObject, kind: type[Record]) -> None:
    """What is read must be what was written, or every other promise is empty."""
    record = data.draw(records(kind, references=True))

    assert from_row(kind, to_row(record)) == record


@pytest.mark.parametrize("kind", TABLES)
def test_every_field_has_its_column(connection: sqlite3.Connection, kind: type[Record]) -> None:
    """A field without a column would be lost, a column without a field never filled."""
    in_file = {row[1] for row in connection.execute(f"PRAGMA table_info({TABLES[kind]})")}

    assert in_file - KEPT_BY_STORE == set(columns_of(kind))


def test_a_flipped_bit_shows_in_the_digest() -> None:
    """SQLite's own check does not notice a changed letter in the user's text."""
    row = to_row(Account(id=AccountId(RecordId("a")), name="Mercy General"))

    assert digest(row) != digest(row | {"name": "Nercy General"})


def test_the_digest_is_of_what_the_user_wrote() -> None:
    """A record that is undone to its former text has its former digest."""
    row = to_row(Account(id=AccountId(RecordId("a")), name="Mercy General"))

    assert digest(row) == digest(row | {"revision": 7, "updated_at": "later"})


def test_people_are_found_by_the_type_of_the_field() -> None:
    """A new field that names a person must not be forgotten when people are read."""
    found = {TABLES[kind]: set(person_fields(kind)) for kind in TABLES}

    assert found["roles"] == {"person_id", "reports_to_id"}
    assert found["promises"] == {"person_id", "to_person_id", "reported_by_id"}
    assert found["accounts"] == set()


def test_a_field_that_has_no_column_type_is_refused() -> None:
    """Whoever adds a field of a new type should hear of it at once, not lose the value."""
    from journal.store.rows import _column

    with pytest.raises(TypeError, match="no way to store"):
        _column("name", "complex")


def test_replace_keeps_the_revision() -> None:
    """An edit is made from what was read, and must be known as an edit of that version."""
    account = Account(id=AccountId(RecordId("a")), name="Mercy", revision=4)

    assert to_row(replace(account, name="Mercy General"))["revision"] == 4


def test_every_table_of_records_has_its_kind() -> None:
    """The names stand apart from the kinds, so that a start need not import all of them."""
    from journal.store.rows import _TABLES

    assert list(TABLES.values()) == list(_TABLES.values())
    assert {table: kind for kind, table in TABLES.items()} == KINDS
