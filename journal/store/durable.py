"""Files and folders of ours that survive a power cut: there wholly, or not at all.

A file is written under another name, synced, renamed, and the folder synced; a new folder is
there for good only once the one above it was synced. An error of the disk passes as `OSError`;
whoever asked for the file knows the sentence.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal import paths

_LEFT_BEHIND_S = 24 * 3600
# Said by some network drives and memory sticks, which know no sync of a folder.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP}


@contextmanager
def published(target: Path) -> Iterator[Path]:
    """Lend an empty file that only this user can read; after the block it is `target`.

    Where the block fails, nothing is left, and what `target` was before stays.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield unfinished
        _sync_file(unfinished)
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        # What cannot be removed now is swept another day.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def write(target: Path, content: bytes) -> None:
    """Write a small file, in place of the one of that name."""
    with published(target) as unfinished:
        unfinished.write_bytes(content)


def make_folder(folder: Path) -> Path:
    """Make a folder that only this user can enter, with those above it, and return it."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    paths.make_private(folder)
    for each in missing:
        sync_folder(each.parent)
    return folder


def sweep(folder: Path) -> None:
    """Remove what a program that was killed a day ago or more had begun in a folder."""
    for unfinished in folder.glob(".*.new"):
        with suppress(OSError):
            if abs(time.time() - unfinished.stat().st_mtime) > _LEFT_BEHIND_S:
                unfinished.unlink()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last."""
    # Windows opens no folder as a file, and its rename needs no sync of one.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _sync_file(path: Path) -> None:
    # Windows syncs only what may be written.
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
        if sys.platform == "darwin":
            # There fsync leaves it to the drive when to write.
            import fcntl

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    finally:
        os.close(handle)
