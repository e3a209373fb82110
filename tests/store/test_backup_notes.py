"""What is remembered of backups from one start to the next."""

from pathlib import Path

import pytest

from journal import paths
from journal.domain.errors import NotSavedError
from journal.store import backup_notes

pytestmark = pytest.mark.usefixtures("own_folder")


def test_a_rest_lasts_until_it_is_ended(tmp_path: Path) -> None:
    """The program may have been closed in between."""
    folder = tmp_path / "backups"
    assert not backup_notes.is_resting(folder)
    backup_notes.end_rest(folder)

    backup_notes.begin_rest(folder, Path("old.journal"))
    assert backup_notes.is_resting(folder)
    assert backup_notes.restored_from(folder) == Path("old.journal")

    backup_notes.end_rest(folder)
    assert not backup_notes.is_resting(folder)
    assert backup_notes.restored_from(folder) is None


def test_a_rest_that_cannot_be_written_down_is_a_sentence(tmp_path: Path) -> None:
    """Nobody is told that old backups are safe when they are not."""
    (tmp_path / "file").touch()

    with pytest.raises(NotSavedError, match="does not answer"):
        backup_notes.begin_rest(tmp_path / "file", Path("old.journal"))


def test_a_second_folder_is_remembered_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever folder the program is started in next."""
    assert backup_notes.second_folder() is None
    (tmp_path / "Zálohy").mkdir()
    monkeypatch.chdir(tmp_path)

    backup_notes.choose_second_folder(Path("Zálohy"))
    assert backup_notes.second_folder() == tmp_path.resolve() / "Zálohy"

    backup_notes.choose_second_folder(None)
    assert backup_notes.second_folder() is None


def test_a_second_folder_has_to_be_there(tmp_path: Path) -> None:
    """A slip of the pen is told at once, not with the first backup."""
    with pytest.raises(NotSavedError, match="is no folder"):
        backup_notes.choose_second_folder(tmp_path / "stcik")

    assert not paths.backup_folder().exists()
