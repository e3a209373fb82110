"""Files that are there wholly or not at all; that they last is for tests/faults to show."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from journal.store import durable

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")


@posix_only
def test_a_published_file_is_its_users_only(tmp_path: Path) -> None:
    """From its first byte on: what is private must not be readable while it is written."""
    target = tmp_path / "mine"
    with durable.published(target) as unfinished:
        assert stat.S_IMODE(unfinished.stat().st_mode) == 0o600
        unfinished.write_text("whole")
        assert not target.exists()

    assert target.read_text() == "whole"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """And nothing of its own."""
    target = tmp_path / "mine"
    target.write_text("before")

    def break_off() -> None:
        with durable.published(target) as unfinished:
            unfinished.write_text("half")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        break_off()

    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_could_not_be_synced_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks whole until the power goes, so no bench that reads it back would notice."""

    def refuse(_handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("os.fsync", refuse)

    with pytest.raises(OSError, match="Input/output"):
        durable.write(tmp_path / "mine", b"whole")

    assert list(tmp_path.iterdir()) == []


@posix_only
def test_macos_is_told_to_write_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its usual sync only hands the data to the drive."""
    import fcntl

    asked: list[object] = []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _handle, what: asked.append(what))

    durable.write(tmp_path / "mine", b"whole")

    assert asked == [51]


@posix_only
def test_new_folders_are_their_users_only(tmp_path: Path) -> None:
    """Those above as well: the name of a backup's folder tells the name of a customer's journal."""
    made = durable.make_folder(tmp_path / "a" / "b")

    assert made == tmp_path / "a" / "b"
    assert [stat.S_IMODE(each.stat().st_mode) for each in (made, made.parent)] == [0o700, 0o700]
    assert durable.make_folder(made) == made


def test_only_what_was_left_behind_long_ago_is_swept(tmp_path: Path) -> None:
    """Another program may just be writing the other one; a clock that jumped back is no reason."""
    names = ["old", "future", "fresh"]
    ages_s = [25 * 3600, -25 * 3600, 0]
    for name, age_s in zip(names, ages_s, strict=True):
        path = tmp_path / f".{name}.journal.1.new"
        path.touch()
        os.utime(path, (time.time() - age_s,) * 2)
    (tmp_path / "kept.journal").touch()

    durable.sweep(tmp_path)

    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".fresh.journal.1.new",
        "kept.journal",
    ]


def test_a_folder_is_not_synced_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be opened there, and need not be."""
    monkeypatch.setattr("os.name", "nt")
    opened: list[object] = []
    monkeypatch.setattr("os.open", opened.append)

    durable.sync_folder(tmp_path)

    assert opened == []


def test_a_drive_without_a_sync_of_folders_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else no backup could be kept on a network drive; any other refusal is one."""
    refusals = iter([errno.EINVAL, errno.EIO])

    def refuse(_handle: int) -> None:
        number = next(refusals)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", refuse)

    durable.sync_folder(tmp_path)
    with pytest.raises(OSError, match="Input/output"):
        durable.sync_folder(tmp_path)
