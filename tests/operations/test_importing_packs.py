"""What the records of a pack become."""

from dataclasses import replace

from journal.domain.person import Person, Role
from journal.operations import reading, records
from journal.operations.importing import import_files
from journal.operations.journal import Journal
from journal.store.records import select
from tests.operations.conftest import ANA
from tests.operations.imports import (
    HERE,
    Write,
    accounts,
    numbers,
    taken,
)

HEAD = '{"pack": 1, "name": "test", "as_of": "2026-11-23"}\n'
PACK = (
    HEAD
    + """{"person": {"id": "me", "name": "P. Olsen", "is_self": true}}
{"account": {"id": "h", "name": "Harbor Health"}}
{"role": {"id": "r", "account_id": "h", "person_id": "me", "side": "ours"}}
"""
)


def test_a_pack_becomes_its_records(empty: Journal, write: Write) -> None:
    """In an empty journal its keeper is the keeper."""
    imported = taken(empty, write(PACK, "a.pack"))

    assert numbers(imported) == (3, 3, 0, 0)
    me = reading.me(empty)
    assert me is not None
    assert me.name == "P. Olsen"


def test_who_kept_a_pack_becomes_a_colleague(journal: Journal, write: Write) -> None:
    """A journal has one keeper; again, nothing is new."""
    assert numbers(taken(journal, write(PACK, "a.pack"))) == (3, 3, 0, 0)

    assert reading.me(journal) == select(journal.file.connection, Person, "id = ?", (ANA.id,))[0]
    assert [each.name for each in reading.everybody(journal) if each.is_self] == ["Ana Calder"]
    again = taken(journal, write(PACK, "a.pack"))
    assert numbers(again) == (3, 0, 0, 3)
    assert again.change is not None
    assert again.change.number == 0


def test_a_newer_pack_alters_what_nobody_touched(journal: Journal, write: Write) -> None:
    """What was altered here stays, and is said with its line."""
    taken(journal, write(PACK, "a.pack"))
    newer = PACK.replace("Harbor Health", "Harbor Health Group").replace('"ours"', '"theirs"')

    again = taken(journal, write(newer, "a.pack"))
    assert numbers(again) == (3, 0, 2, 1)
    harbor = accounts(journal)["Harbor Health Group"]

    records.edit(journal, "Edit", replace(harbor, place="Sandusky"))
    third = taken(journal, write(newer.replace("Group", "System"), "a.pack"))
    assert numbers(third) == (3, 0, 0, 2)
    assert [(note.line, note.file) for note in third.report.skipped] == [(3, "a.pack")]
    assert "Harbor Health Group" in accounts(journal)


def test_what_a_pack_brought_and_was_thrown_away_stays_away(journal: Journal, write: Write) -> None:
    """It is recognised in the trash."""
    taken(journal, write(PACK, "a.pack"))
    role = select(journal.file.connection, Role, "side = 'ours'")[-1]
    records.trash(journal, "Trash", role)

    assert numbers(taken(journal, write(PACK, "a.pack"))) == (3, 0, 0, 3)


def test_packs_that_overlap_are_taken_once(journal: Journal, write: Write) -> None:
    """The first that tells of a record is believed."""
    other = PACK.replace("Harbor Health", "Another name")

    imported = import_files(journal, [write(PACK, "a.pack"), write(other, "b.pack")], HERE)

    assert numbers(imported) == (6, 3, 0, 2)
    assert [note.file for note in imported.report.skipped] == ["b.pack"]
    assert "Harbor Health" in accounts(journal)
