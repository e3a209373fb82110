"""Moving a journal out of a folder that another program copies elsewhere."""

from pathlib import Path

import pytest

from journal.domain.errors import OvertakenError
from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.operations import reading
from journal.operations.journal import Journal
from journal.operations.relocating import (
    copied_elsewhere_by,
    copy_to,
    is_free,
    name_aside,
    set_aside,
    suggested_folder,
)


def test_a_quiet_folder_is_suggested(journal: Journal, own_folder: Path) -> None:
    """One that has no journal of this name yet; the program's own lies one above."""
    assert suggested_folder(journal) == own_folder / "journals"
    (own_folder / "journals").mkdir(parents=True)
    assert suggested_folder(journal) == own_folder / "journals"
    assert is_free(journal, own_folder / "journals")

    (own_folder / "journals" / "test.journal").touch()
    assert suggested_folder(journal) == own_folder / "journals 2"
    assert not is_free(journal, own_folder / "journals")


def test_a_folder_that_is_copied_elsewhere_is_known(tmp_path: Path) -> None:
    """Before it is there, too."""
    assert copied_elsewhere_by(tmp_path) is None
    assert copied_elsewhere_by(tmp_path / "Dropbox" / "work") == "Dropbox"


def test_the_copy_is_opened_and_the_old_one_put_aside(journal: Journal, tmp_path: Path) -> None:
    """It holds the same, and both are there."""
    old = journal.path
    told: list[str] = []

    path = copy_to(journal, tmp_path / "quiet", lambda what, _done, _total: told.append(what))

    assert path == tmp_path / "quiet" / "test.journal"
    assert told == ["Copying the journal"]
    aside = tmp_path / name_aside(journal)
    journal.close()
    with Journal.open(path) as moved:
        assert reading.find_account(moved, "Mercy").name == "Mercy General"
        assert set_aside(old, moved) == aside
    with Journal.open(aside) as kept:
        assert reading.find_account(kept, "Mercy").name == "Mercy General"


def test_its_files_are_told_one_by_one(journal: Journal, tmp_path: Path) -> None:
    """They may be large."""
    files = tmp_path / "test.files"
    files.mkdir()
    (files / ("a" * 64)).write_bytes(b"plan")
    told: list[tuple[str, int, int]] = []

    copy_to(journal, tmp_path / "quiet", lambda *step: told.append(step))

    assert told == [("Copying the journal", 0, 0), ("Copying the files", 0, 1)]
    assert (tmp_path / "quiet" / "test.files" / ("a" * 64)).read_bytes() == b"plan"


def test_an_old_one_that_somebody_wrote_into_stays(journal: Journal, tmp_path: Path) -> None:
    """It holds what the copy does not."""
    path = copy_to(journal, tmp_path / "quiet")
    journal.write("Add", add=[Person(id=PersonId(RecordId("eve")), name="Eve")])
    journal.close()

    with Journal.open(path) as moved, pytest.raises(OvertakenError):
        set_aside(journal.path, moved)
    assert journal.path.exists()
