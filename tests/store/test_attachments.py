"""Files beside the journal, named by what they hold."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.document import Attachment
from journal.domain.errors import NotFoundError, NotSavedError, RefusedFileError
from journal.domain.record import AccountId, RecordId
from journal.store import attachments
from journal.store.file import JournalFile, create
from journal.store.writing import Act, writing

CONTENT = b"Floor plan of ward 4"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Name a journal; what is in it does not matter here."""
    path = tmp_path / "my.journal"
    path.write_bytes(b"SQLite format 3")
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write a file to keep."""
    path = tmp_path / "plan.txt"
    path.write_bytes(CONTENT)
    return path


def test_a_file_is_kept_under_its_digest(journal: Path, plan: Path) -> None:
    """Only this user can read it, and a second one of the same content is the same."""
    kept = attachments.keep(journal, plan)
    again = attachments.keep(journal, plan)

    assert kept == again == attachments.Kept(digest=DIGEST, size_bytes=20)
    folder = journal.with_name("my.files")
    assert [each.name for each in folder.iterdir()] == [DIGEST]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / DIGEST).stat().st_mode & 0o777 == 0o600
    assert attachments.is_there(journal, DIGEST)
    assert attachments.head(journal, DIGEST, 5) == b"Floor"


def test_a_copy_is_what_was_kept(journal: Path, plan: Path, tmp_path: Path) -> None:
    """The original may be gone by then."""
    attachments.keep(journal, plan)
    plan.unlink()
    attachments.copy_out(journal, DIGEST, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == CONTENT


def test_what_is_no_file_is_refused(journal: Path, tmp_path: Path) -> None:
    """Reading the journal itself would end the locks on it."""
    with pytest.raises(RefusedFileError, match="is no file"):
        attachments.keep(journal, tmp_path)
    with pytest.raises(RefusedFileError, match="is no file"):
        attachments.keep(journal, tmp_path / "missing")
    with pytest.raises(RefusedFileError, match="journal cannot be attached"):
        attachments.keep(journal, journal)
    link = tmp_path / "innocent.txt"
    link.hardlink_to(journal)
    with pytest.raises(RefusedFileError, match="journal cannot be attached"):
        attachments.keep(journal, link)


def test_a_file_that_is_too_large_is_refused(journal: Path, tmp_path: Path) -> None:
    """A film does not belong beside a journal; here one with nothing in it."""
    film = tmp_path / "film.mp4"
    with film.open("wb") as opened:
        opened.truncate(attachments.SIZE_LIMIT + 1)
    with pytest.raises(RefusedFileError, match="larger than 100 MB"):
        attachments.keep(journal, film)


def test_a_file_that_cannot_be_kept_is_said(journal: Path, plan: Path) -> None:
    """Something else stands where the folder should."""
    journal.with_name("my.files").write_bytes(b"")
    with pytest.raises(NotSavedError, match=r"plan.txt could not be copied"):
        attachments.keep(journal, plan)


def test_a_file_that_changes_meanwhile_is_not_taken(
    journal: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its digest would not be its own."""
    copy = attachments._copy

    def changing(source: Path, target: Path) -> None:
        source.write_bytes(b"Another plan")
        copy(source, target)

    monkeypatch.setattr(attachments, "_copy", changing)
    with pytest.raises(NotSavedError, match="was changing"):
        attachments.keep(journal, plan)
    assert list(journal.with_name("my.files").iterdir()) == []


@pytest.mark.parametrize("digest", ["", "../my.journal", DIGEST.upper(), DIGEST])
def test_what_is_not_there_is_said(journal: Path, tmp_path: Path, digest: str) -> None:
    """A digest out of somebody's pack is never taken for a path."""
    assert not attachments.is_there(journal, digest)
    assert attachments.head(journal, digest, 4) == b""
    with pytest.raises(NotFoundError, match="no longer in the folder"):
        attachments.copy_out(journal, digest, tmp_path / "copy")


def test_an_altered_file_is_not_handed_out(journal: Path, plan: Path, tmp_path: Path) -> None:
    """Somebody may have put another one in its place."""
    attachments.keep(journal, plan)
    (journal.with_name("my.files") / DIGEST).write_bytes(b"MZ")
    with pytest.raises(NotFoundError, match="altered"):
        attachments.copy_out(journal, DIGEST, tmp_path / "copy")


def test_a_copy_that_cannot_be_written_is_said(journal: Path, plan: Path, tmp_path: Path) -> None:
    """Into a folder that is not there."""
    attachments.keep(journal, plan)
    with pytest.raises(NotSavedError, match="cannot be written"):
        attachments.copy_out(journal, DIGEST, tmp_path / "nowhere" / "copy")


@pytest.fixture
def opened(journal: Path) -> Iterator[JournalFile]:
    """Open the journal itself."""
    journal.unlink()
    with closing(create(journal)) as made:
        yield made


def test_files_that_come_along_stay_unless_it_fails(opened: JournalFile, plan: Path) -> None:
    """What was there before stays in any case."""
    other = plan.with_name("other.txt")
    other.write_bytes(b"Other")
    attachments.keep(opened.path, plan)

    def fail() -> None:
        with attachments.taken(opened, [plan, other]):
            raise NotSavedError("full")

    with pytest.raises(NotSavedError, match="full"):
        fail()
    folder = attachments.folder_of(opened.path)
    assert [each.name for each in folder.iterdir()] == [DIGEST]
    with attachments.taken(opened, [plan, other]):
        pass
    assert {each.read_bytes() for each in folder.iterdir()} == {CONTENT, b"Other"}


def test_a_file_that_the_journal_names_stays_though_the_change_failed(
    opened: JournalFile, act: Act
) -> None:
    """A disk may refuse the last call of a change that it holds: the row would stand alone."""
    account = Account(id=AccountId(RecordId("a")), name="Mercy General")
    named = Attachment(
        id=RecordId("f"), account_id=account.id, name="plan.txt", digest=DIGEST, size_bytes=6
    )

    def fail() -> None:
        with attachments.made(opened, CONTENT):
            with writing(opened.connection, act) as door:
                door.add(account, named)
            raise NotSavedError("the disk did not answer")

    with pytest.raises(NotSavedError, match="answer"):
        fail()
    assert attachments.content(opened.path, DIGEST) == CONTENT


def test_a_file_stays_where_nobody_can_say_whether_it_is_named(opened: JournalFile) -> None:
    """A copy too many does no harm; one too few cannot be got again."""

    def fail() -> None:
        with attachments.made(opened, CONTENT):
            opened.path.unlink()
            raise NotSavedError("gone")

    with pytest.raises(NotSavedError, match="gone"):
        fail()
    assert attachments.is_there(opened.path, DIGEST)


def test_a_source_that_cannot_be_read_is_said(opened: JournalFile, tmp_path: Path) -> None:
    """What was unpacked a moment ago is gone."""
    with (
        pytest.raises(NotSavedError, match="nothing was changed"),
        attachments.taken(opened, [tmp_path / "gone"]),
    ):
        pass
