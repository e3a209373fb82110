"""A journal that goes to another folder: at each moment there is one whole journal."""

import errno
from pathlib import Path

import pytest

from journal.domain.errors import DamagedJournalError, NotSavedError, OvertakenError
from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.store import attachments, copying, durable, relocating
from journal.store.file import JournalFile, open_journal, opened
from journal.store.writing import Act, writing
from tests.store.contents import contents
from tests.store.test_writing import MERCY


class StoppedError(Exception):
    """Somebody pressed Cancel."""


def go_on(_done: int, _total: int) -> None:
    """Let it."""


@pytest.fixture
def filled(journal: JournalFile, act: Act, tmp_path: Path) -> JournalFile:
    """Write an account, and keep two files beside the journal."""
    with writing(journal.connection, act) as door:
        door.add(MERCY)
    for name in ("one", "two"):
        source = tmp_path / name
        source.write_text(name)
        attachments.keep(journal.path, source)
    (attachments.folder_of(journal.path) / ".left.new").touch()
    return journal


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Name a copy in a folder that is not there yet."""
    return tmp_path / "quiet" / "deep" / "test.journal"


def names(folder: Path) -> list[str]:
    """Return what lies in a folder, below too."""
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


def test_a_copy_is_the_whole_journal_with_its_files(filled: JournalFile, target: Path) -> None:
    """And the old one stays byte for byte as it is."""
    before = filled.path.read_bytes()

    relocating.copy_to(filled, target, go_on)

    with opened(target) as copy:
        assert contents(copy.connection) == contents(filled.connection)
    kept = [each for each in names(attachments.folder_of(filled.path)) if "new" not in each]
    assert names(attachments.folder_of(target)) == kept
    assert len(kept) == 2
    assert filled.path.read_bytes() == before


def test_a_name_that_is_taken_is_left_alone(filled: JournalFile, tmp_path: Path) -> None:
    """It may be another journal."""
    there = tmp_path / "quiet"
    there.mkdir()
    (there / "test.journal").write_bytes(b"another")
    with pytest.raises(NotSavedError, match="exists already"):
        relocating.copy_to(filled, there / "test.journal", go_on)
    assert names(there) == ["test.journal"]
    with pytest.raises(NotSavedError, match="cannot be made"):
        relocating.copy_to(filled, there / "test.journal" / "in" / "test.journal", go_on)


def test_what_is_stopped_leaves_nothing_behind(filled: JournalFile, target: Path) -> None:
    """Here before the second of two files."""

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise StoppedError

    with pytest.raises(StoppedError):
        relocating.copy_to(filled, target, stop)
    assert names(target.parent) == []


def test_a_disk_that_refuses_a_file_is_a_sentence(
    filled: JournalFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All or nothing: the first file is taken away again."""
    make_folder = durable.make_folder
    count = 0

    def refuse(folder: Path) -> Path:
        nonlocal count
        count += folder.suffix == ".files"
        if count == 2:
            raise OSError(errno.ENOSPC, "full")
        return make_folder(folder)

    monkeypatch.setattr(durable, "make_folder", refuse)
    with pytest.raises(NotSavedError, match="could not be copied"):
        relocating.copy_to(filled, target, go_on)
    assert names(target.parent) == []


def test_a_file_that_changes_while_it_is_copied_is_not_taken(
    filled: JournalFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is only one once it was compared."""
    monkeypatch.setattr(attachments, "_copy", lambda _source, to: to.write_bytes(b"half"))
    with pytest.raises(NotSavedError, match="not what it is a copy of"):
        relocating.copy_to(filled, target, go_on)
    assert names(target.parent) == []


def test_files_that_are_there_already_stay(filled: JournalFile, target: Path, act: Act) -> None:
    """They are named by what they hold, so they are the same; here the journal is damaged."""
    there = durable.make_folder(attachments.folder_of(target))
    kept = next(
        each for each in attachments.folder_of(filled.path).iterdir() if len(each.name) == 64
    )
    (there / kept.name).write_bytes(kept.read_bytes())
    filled.connection.execute("UPDATE accounts SET name = 'Mersy'")

    with pytest.raises(DamagedJournalError):
        relocating.copy_to(filled, target, go_on)
    assert names(target.parent) == ["test.files", f"test.files/{kept.name}"]


@pytest.fixture
def moved(filled: JournalFile, target: Path) -> JournalFile:
    """Copy it, and close the old one."""
    relocating.copy_to(filled, target, go_on)
    filled.close()
    return open_journal(target)


def test_the_old_one_stays_under_a_name_that_says_so(
    filled: JournalFile, moved: JournalFile
) -> None:
    """With its files, so that it is whole; a second time it gets another name."""
    old = filled.path
    held = old.read_bytes()
    assert old.with_name("test.journal-journal").exists()

    aside = relocating.set_aside(old, moved)

    assert aside == old.with_name("test [moved].journal")
    assert aside.read_bytes() == held
    assert not old.exists()
    assert not old.with_name("test.journal-journal").exists()
    assert len(names(old.with_name("test [moved].files"))) == 3
    assert relocating.aside_name(old) == old.with_name("test [moved 2].journal")
    moved.close()


def test_a_journal_without_files_is_renamed_alone(
    journal: JournalFile, act: Act, target: Path
) -> None:
    """Nothing that was not there appears."""
    with writing(journal.connection, act) as door:
        door.add(MERCY)
    relocating.copy_to(journal, target, go_on)
    journal.close()
    journal.path.with_name("test.journal-journal").unlink()
    with opened(target) as moved:
        relocating.set_aside(journal.path, moved)
    assert "test [moved].journal" in names(journal.path.parent)
    assert "test [moved].files" not in names(journal.path.parent)
    assert not attachments.folder_of(target).exists()


def test_what_was_written_meanwhile_is_not_put_aside(
    filled: JournalFile, moved: JournalFile, act: Act
) -> None:
    """By another program that had the old one open; it would be forgotten."""
    with opened(filled.path) as other, writing(other.connection, act) as door:
        door.add(Person(id=PersonId(RecordId("eve")), name="Eve"))

    with pytest.raises(OvertakenError, match="was changed in its old folder"):
        relocating.set_aside(filled.path, moved)

    assert filled.path.exists()
    moved.close()


def test_a_folder_that_refuses_the_name_is_a_sentence(
    filled: JournalFile, moved: JournalFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old one stays, and the user knows that it is not the one in use."""

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(NotSavedError, match="do not write into it"):
            relocating.set_aside(filled.path, moved)
    assert filled.path.exists()
    moved.close()


def test_a_disk_that_refuses_the_journal_takes_its_files_back(
    filled: JournalFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is there wholly or not at all."""

    def refuse(_connection: object, _target: Path) -> None:
        raise NotSavedError("The disk is full.")

    monkeypatch.setattr(copying, "copy_checked", refuse)
    with pytest.raises(NotSavedError):
        relocating.copy_to(filled, target, go_on)
    assert names(target.parent) == []
