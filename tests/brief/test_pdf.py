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


def test_a_folder_is_no_file_to_write_to(tmp_path: Path) -> None:
    """The sentence says what to do; nothing is left in or beside the folder."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    with pytest.raises(NotSavedError, match="is a folder; name a file in it"):
        put(folder, b"page")
    assert list(tmp_path.rglob("*")) == [folder]


def test_a_link_stays_and_the_file_that_it_names_is_written(tmp_path: Path) -> None:
    """Somebody keeps briefs in another folder under a name of his own."""
    target, link = tmp_path / "far.pdf", tmp_path / "brief.pdf"
    link.symlink_to(target)
    for page in (b"first", b"second"):
        put(link, page)
        assert link.is_symlink()
        assert target.read_bytes() == page
    assert set(tmp_path.iterdir()) == {target, link}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with a name in a folder")
def test_a_pipe_gets_the_page_and_stays_a_pipe(tmp_path: Path) -> None:
    """A file renamed over it would leave its reader waiting for ever."""
    pipe = tmp_path / "brief.pdf"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        put(pipe, b"page")
        assert os.read(reader, 100) == b"page"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.skipif(os.name == "nt", reason="Windows has its devices elsewhere")
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    """Whoever prints to /dev/null as root would else take it away from the whole machine."""
    link = tmp_path / "brief.pdf"
    link.symlink_to(os.devnull)
    put(link, b"page")
    assert stat.S_ISCHR(link.stat().st_mode)
    assert list(tmp_path.iterdir()) == [link]


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
