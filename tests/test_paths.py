"""Where the user's files lie, and who can read them."""

import os
import stat
import sys
from pathlib import Path

import pytest

from journal import paths

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="names the folders of Linux")


@linux_only
def test_the_journal_lies_in_the_data_folder_of_this_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A backup program that knows the platform finds it there without being told."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.data_folder() == tmp_path / "account-journal"
    assert paths.journal_file() == tmp_path / "account-journal" / "my.journal"
    assert paths.backup_folder() == tmp_path / "account-journal" / "backups"


@linux_only
def test_the_log_is_kept_apart_from_the_journal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever sends us the log must not send the journal with it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert paths.data_folder() not in [paths.log_folder(), *paths.log_folder().parents]


def test_naming_a_folder_does_not_make_it() -> None:
    """Asking for help or the version leaves no trace on the disk."""
    before = paths.data_folder().exists()
    paths.journal_file()
    paths.backup_folder()
    assert paths.data_folder().exists() == before


@posix_only
def test_a_new_folder_is_for_its_user_only(tmp_path: Path) -> None:
    """Only the user can read the journal, its backups and its temporary files."""
    made = paths.make_private(tmp_path / "deep" / "inside")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


@posix_only
def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    """Somebody who shares a folder with a group has chosen so."""
    tmp_path.chmod(0o750)
    assert paths.make_private(tmp_path) == tmp_path
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750
