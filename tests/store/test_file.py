"""Making, opening and refusing a journal."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.errors import (
    AlteredJournalError,
    BusyJournalError,
    DamagedJournalError,
    NewerJournalError,
    NotAJournalError,
    NotFoundError,
    NotSavedError,
)
from journal.store import file, migrations, schema
from journal.store.file import create, open_journal, opened
from journal.store.writing import Act, writing

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
LEAK = """
    CREATE TRIGGER leak AFTER INSERT ON quotes
    BEGIN UPDATE quotes SET visibility = 'shareable'; END
"""
GOLDEN = Path(__file__).parents[1] / "golden" / "schema.txt"


def test_a_new_journal_is_read_by_its_user_only(tmp_path: Path) -> None:
    """Remarks on people are nobody else's business."""
    create(tmp_path / "mine.journal").close()

    mode = stat.S_IMODE((tmp_path / "mine.journal").stat().st_mode)
    assert mode == 0o600


def test_nothing_is_left_beside_a_new_journal(tmp_path: Path) -> None:
    """The unfinished file must not stay, nor its rollback journal."""
    create(tmp_path / "mine.journal").close()

    assert {each.name for each in tmp_path.iterdir()} <= {"mine.journal", "mine.journal-journal"}


def test_a_journal_is_never_made_over_a_file(tmp_path: Path) -> None:
    """Whatever has that name is somebody's work."""
    path = tmp_path / "mine.journal"
    path.write_text("shopping list", encoding="utf-8")

    with pytest.raises(NotSavedError, match="exists already"):
        create(path)
    assert path.read_text(encoding="utf-8") == "shopping list"


def test_a_name_without_the_ending_is_refused(tmp_path: Path) -> None:
    """The file must be known as a journal in a folder of other things."""
    with pytest.raises(NotSavedError, match=r"\.journal"):
        create(tmp_path / "mine.db")


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    """A mistyped folder is no crash."""
    with pytest.raises(NotSavedError, match="No journal could be made"):
        create(tmp_path / "nowhere" / "mine.journal")


def test_every_pragma_is_in_force(connection: sqlite3.Connection) -> None:
    """The promise not to lose a save rests on these, so they are read back."""
    for name, _wanted, answer in file.PRAGMAS:
        assert connection.execute(f"PRAGMA {name}").fetchone()[0] == answer, name


def test_a_pragma_that_is_not_taken_keeps_the_journal_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system that cannot keep it safely should be known before the first save."""
    create(tmp_path / "mine.journal").close()
    monkeypatch.setattr(file, "PRAGMAS", (("synchronous", "EXTRA", 4),))

    with pytest.raises(NotSavedError, match="kept safely"):
        open_journal(tmp_path / "mine.journal")


def test_full_sync_is_asked_for_on_a_mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There a plain sync stops at the drive's cache."""
    create(tmp_path / "mine.journal").close()
    monkeypatch.setattr("sys.platform", "darwin")

    with opened(tmp_path / "mine.journal") as journal:
        assert journal.connection.execute("PRAGMA fullfsync").fetchone()[0] == 1


def test_on_windows_the_rename_itself_refuses_a_taken_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are no hard links to rely on, and no folder to sync."""
    monkeypatch.setattr("sys.platform", "win32")

    with_file = create(tmp_path / "mine.journal")
    with_file.close()

    assert (tmp_path / "mine.journal").exists()


def test_a_missing_journal_is_not_made_by_opening_it(tmp_path: Path) -> None:
    """A mistyped name must not leave an empty journal behind."""
    with pytest.raises(NotFoundError):
        open_journal(tmp_path / "mine.journal")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    """It cannot be read, which is said in a sentence."""
    with pytest.raises(NotAJournalError, match="cannot be read"):
        open_journal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"PK\x03\x04" + bytes(200)])
def test_another_kind_of_file_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    """Refusing is reading, nothing more."""
    path = tmp_path / "mine.journal"
    path.write_bytes(content)

    with pytest.raises(NotAJournalError, match="not a journal"):
        open_journal(path)
    assert path.read_bytes() == content


def test_another_programs_database_stays_as_it_is(tmp_path: Path) -> None:
    """It is SQLite, but it is not ours."""
    path = tmp_path / "other.journal"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title)")
    before = path.read_bytes()

    with pytest.raises(NotAJournalError, match="another program"):
        open_journal(path)
    assert path.read_bytes() == before


def test_a_later_versions_journal_stays_as_it_is(tmp_path: Path) -> None:
    """An old laptop must not spoil what a new one wrote."""
    path = tmp_path / "mine.journal"
    with closing(create(path).connection) as newer:
        newer.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    before = path.read_bytes()

    with pytest.raises(NewerJournalError, match="later version"):
        open_journal(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "alteration",
    [
        LEAK,
        "CREATE VIEW everything AS SELECT * FROM people",
        "CREATE TABLE extra (x)",
        "DROP INDEX meetings_slot",
        "ALTER TABLE people ADD COLUMN secret TEXT",
    ],
)
def test_an_altered_structure_is_refused(tmp_path: Path, alteration: str) -> None:
    """A journal from a stranger could carry code; SQLite would call it sound."""
    path = tmp_path / "mine.journal"
    with closing(create(path).connection) as altered:
        altered.execute(alteration)

    with pytest.raises(AlteredJournalError):
        open_journal(path)


@pytest.mark.parametrize("page", [100, -1])
def test_a_damaged_journal_is_named_as_one(tmp_path: Path, page: int) -> None:
    """A page of zeros is found by the look through the pages."""
    path = tmp_path / "mine.journal"
    create(path).close()
    content = bytearray(path.read_bytes())
    start = page % (len(content) // 4096) * 4096
    content[start : start + 4096] = bytes(4096)
    path.write_bytes(content)

    with opened(path) as journal, pytest.raises(DamagedJournalError):
        journal.check()


def test_a_sound_journal_passes_the_look_through(tmp_path: Path) -> None:
    """The check must not cry wolf."""
    with closing(create(tmp_path / "mine.journal")) as journal:
        journal.check()


def test_closing_lets_go_of_the_file(tmp_path: Path) -> None:
    """Another program may have it at once."""
    journal = create(tmp_path / "mine.journal")
    journal.close()

    with pytest.raises(sqlite3.ProgrammingError):
        journal.connection.execute("SELECT 1")


def test_a_journal_that_another_program_holds_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Act
) -> None:
    """Waiting for ever, or a message with a number in it, would be worse."""
    path = tmp_path / "mine.journal"
    create(path).close()
    monkeypatch.setattr(file, "PRAGMAS", (*file.PRAGMAS[:-1], ("busy_timeout", "1", 1)))
    with opened(path) as mine, opened(path) as theirs:
        theirs.connection.execute("BEGIN IMMEDIATE")

        with (
            pytest.raises(BusyJournalError, match="nothing was changed"),
            writing(mine.connection, act),
        ):
            pass


@pytest.mark.skipif(AS_ROOT, reason="nothing is read-only to root")
def test_a_read_only_folder_is_read(tmp_path: Path) -> None:
    """An old journal on a stick must open, if only to be looked at."""
    path = tmp_path / "mine.journal"
    create(path).close()
    tmp_path.chmod(0o500)
    try:
        with opened(path, read_only=True) as journal:
            journal.check()
    finally:
        tmp_path.chmod(0o700)


def test_a_reader_cannot_write(tmp_path: Path, act: Act) -> None:
    """What searches while somebody types must not be able to change anything."""
    path = tmp_path / "mine.journal"
    create(path).close()

    with (
        opened(path, read_only=True) as journal,
        pytest.raises(NotSavedError, match="only be read"),
        writing(journal.connection, act),
    ):
        pass


def test_the_structure_is_the_one_that_was_agreed_on(connection: sqlite3.Connection) -> None:
    """A changed schema needs a step of its own; this text is how one notices."""
    assert "\n\n".join(schema.texts(connection)) + "\n" == GOLDEN.read_text(encoding="utf-8")
    assert schema.digest(connection) == schema.DIGEST


def test_every_reference_has_its_index(connection: sqlite3.Connection) -> None:
    """Without one, undoing an import would read each table for each row."""
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%REFERENCES%'"
    ).fetchall():
        indexed = {
            connection.execute(f"PRAGMA index_info({index[1]})").fetchone()[2]
            for index in connection.execute(f"PRAGMA index_list({table})").fetchall()
        }
        for reference in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            assert reference[3] in indexed, f"{table}.{reference[3]}"
