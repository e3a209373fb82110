"""How a page reaches the disk: wholly, privately, or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from journal.brief.pdf import put
from journal.domain.errors import NotSavedError


def test_only_the_user_can_read_a_brief(tmp_path: Path) -> None:
    """It says what we think of people; a shared computer must not show it to others."""
    target = tmp_path / "brief.pdf"
    put(target, b"page")
    assert target.read_bytes() == b"page"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600 or os.name == "nt"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_page_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """Printing again is ordinary."""
    target = tmp_path / "brief.pdf"
    put(target, b"old")
    put(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    """The user can act on a sentence that names the file and the reason."""
    with pytest.raises(NotSavedError) as told:
        put(tmp_path / "none" / "brief.pdf", b"page")
    assert "No such file or directory" in told.value.sentence
    assert told.value.sentence.endswith("Nothing was changed.")


def test_a_full_disk_leaves_the_old_page_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A half-written brief over a good one would be lost in the car park."""
    target = tmp_path / "brief.pdf"
    put(target, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match="No space left"):
        put(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
