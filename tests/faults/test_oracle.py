"""The judge itself, held against files that are known to be sound, empty or broken."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.faults.oracle import ABSENT, Finding, Oracle
from tests.faults.replay import Image

NAME = "power.journal"

Judge = Callable[[Image], Finding]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """An oracle that has seen nothing yet."""
    return Oracle(tmp_path / "image", NAME).judge


def _file(folder: Path, *statements: str) -> bytearray:
    """The bytes of a new database after these statements."""
    path = folder / "made"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return bytearray(path.read_bytes())


NOTES = ("CREATE TABLE note(body TEXT)", "INSERT INTO note VALUES('first')")


def test_no_file_and_an_empty_file_are_no_journal_yet(judge: Judge) -> None:
    """Both may be left of a journal that was being made, and neither is damage."""
    assert judge({}) == Finding(content=ABSENT)
    assert judge({NAME: bytearray()}) == Finding(content=ABSENT)


def test_the_same_rows_are_the_same_content(judge: Judge, tmp_path: Path) -> None:
    """Whatever the pages they lie in look like."""
    once = judge({NAME: _file(tmp_path, *NOTES)})
    again = judge({NAME: _file(tmp_path, *NOTES, "VACUUM")})
    assert once == again
    assert once.damage is None
    assert once.content != ABSENT


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE note SET body = 'First'",
        "INSERT INTO note VALUES('second')",
        "DELETE FROM note",
        "CREATE INDEX by_body ON note(body)",
        "PRAGMA user_version = 2",
        "PRAGMA application_id = 7",
    ],
)
def test_any_change_is_another_content(judge: Judge, tmp_path: Path, change: str) -> None:
    """A letter of a row, a row, the schema, and what the header says of it."""
    before = judge({NAME: _file(tmp_path, *NOTES)})
    after = judge({NAME: _file(tmp_path, *NOTES, change)})
    assert after.damage is None
    assert after.content != before.content


def test_the_search_index_is_part_of_the_content(judge: Judge, tmp_path: Path) -> None:
    """It belongs to the same transaction as the row, so it must never lag behind."""
    search = (*NOTES, "CREATE VIRTUAL TABLE search USING fts5(body, content='')")
    before = judge({NAME: _file(tmp_path, *search)})
    after = judge(
        {NAME: _file(tmp_path, *search, "INSERT INTO search(rowid, body) VALUES(1, 'first')")}
    )
    assert after.content != before.content


def test_a_hot_journal_is_rolled_back_first(judge: Judge, tmp_path: Path) -> None:
    """The image is what a power cut leaves; what counts is what SQLite makes of it."""
    before = _file(tmp_path, *NOTES)
    with closing(sqlite3.connect(tmp_path / "made", isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE note SET body = 'changed'")
        connection.execute("CREATE TABLE other AS SELECT zeroblob(100000)")
        hot = bytearray((tmp_path / "made-journal").read_bytes())
        cut = bytearray((tmp_path / "made").read_bytes())
    assert cut != before
    # Its header counts the records only after a sync; all ones: as many as there are.
    hot[:12] = bytes.fromhex("d9d505f920a163d7 ffffffff")
    assert judge({NAME: cut, f"{NAME}-journal": hot}) == judge({NAME: before})


def test_an_index_that_disagrees_with_its_table_is_damage(judge: Judge, tmp_path: Path) -> None:
    """Every row can be read; only the integrity check sees it."""
    file = _file(tmp_path, *NOTES, "CREATE INDEX by_body ON note(body)")
    at = file.rindex(b"first")
    file[at : at + 5] = b"worst"
    finding = judge({NAME: file})
    assert finding.damage is not None
    assert "integrity_check" in finding.damage


def test_a_row_that_refers_to_nothing_is_damage(judge: Judge, tmp_path: Path) -> None:
    """Half of an operation can be sound pages and still not make sense."""
    tables = "CREATE TABLE part(note INTEGER REFERENCES note(rowid))"
    keyed = "CREATE TABLE note(rowid INTEGER PRIMARY KEY)"
    finding = judge({NAME: _file(tmp_path, keyed, tables, "INSERT INTO part VALUES(5)")})
    assert finding.damage is not None
    assert "foreign_key_check" in finding.damage


def test_what_is_no_database_is_damage(judge: Judge, tmp_path: Path) -> None:
    """Also a database cut in the middle of its pages."""
    assert judge({NAME: bytearray(b"x" * 4096)}).damage == "file is not a database"
    whole = _file(tmp_path, *NOTES)
    assert judge({NAME: whole[:4096]}).damage is not None


def test_the_last_backup_is_told_beside_the_journal(judge: Judge, tmp_path: Path) -> None:
    """By its name; what is not done yet has another one, and is nobody's backup."""
    first, second = _file(tmp_path, *NOTES), _file(tmp_path, *NOTES, "DELETE FROM note")
    image = {
        NAME: second,
        "own/backups/power/000001.journal": second,
        "own/backups/power/000002.journal": first,
        "own/backups/power/.000003.journal.7.new": bytearray(b"half"),
    }
    finding = judge(image)
    assert finding.damage is None
    assert (finding.backups, finding.kept) == (2, judge({NAME: first}).content)
    assert finding.content == judge({NAME: second}).content


@pytest.mark.parametrize("size", [4096, 0])
def test_a_damaged_backup_is_damage(judge: Judge, tmp_path: Path, size: int) -> None:
    """Also an empty one; and where the journal is sound, and where a later backup is."""
    good = _file(tmp_path, *NOTES)
    image = {
        NAME: good,
        "own/backups/power/000001.journal": good[:size],
        "own/backups/power/000002.journal": good,
    }
    finding = judge(image)
    assert finding.damage is not None
    assert finding.damage.startswith("own/backups/power/000001.journal: ")


NAMED = (
    "CREATE TABLE attachments(name TEXT, digest TEXT, deleted_at TEXT)",
    f"INSERT INTO attachments VALUES('plan.txt', '{hashlib.sha256(b'Ward 3').hexdigest()}', NULL)",
)
KEPT = f"power.files/{hashlib.sha256(b'Ward 3').hexdigest()}"


def test_a_file_that_the_journal_names_must_be_there(judge: Judge, tmp_path: Path) -> None:
    """As what it was, under its own name and not under that of a file that is being written."""
    journal = _file(tmp_path, *NAMED)
    whole = judge({NAME: journal, KEPT: bytearray(b"Ward 3")})
    assert (whole.damage, whole.beside) == (None, frozenset({KEPT}))
    for beside in ({}, {KEPT: bytearray(b"Ward")}, {f"{KEPT}.new": bytearray(b"Ward 3")}):
        assert judge({NAME: journal, **beside}).damage is not None


def test_a_hand_over_is_whole_or_is_not_there(judge: Judge, tmp_path: Path) -> None:
    """What is being written bears another name."""
    target = tmp_path / "a.handover"
    with ZipFile(target, "w") as archive:
        archive.writestr("records.jsonl", "they want it sooner " * 50)
    whole = bytearray(target.read_bytes())
    journal, torn = _file(tmp_path, *NOTES), whole[:-1]
    changed = whole.copy()
    changed[100] ^= 1
    assert judge({NAME: journal, "a.handover": whole}).damage is None
    assert judge({NAME: journal, ".a.handover.7.new": torn}).damage is None
    for each in (torn, changed, bytearray()):
        assert judge({NAME: journal, "a.handover": each}).damage is not None
