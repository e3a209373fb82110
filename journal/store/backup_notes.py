"""What is remembered of backups from one start to the next, in small files beside them.

Not in the journal: a restore replaces that. Not in the window's settings: the command line
makes backups as well.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal import paths
from journal.domain.errors import NotSavedError
from journal.store import durable
from journal.wording import _

_RESTORED = "restored-from"
_SECOND = "second-folder"


def is_resting(folder: Path) -> bool:
    """Whether a journal was restored and nobody has said since that all is well.

    Args:
        folder: Of the journal's backups.
    """
    return (folder / _RESTORED).exists()


def restored_from(folder: Path) -> Path | None:
    """Return what was restored and made the backups in a folder rest; None where none do.

    Raises:
        NotSavedError: if the folder cannot be read.
    """
    note = folder / _RESTORED
    with _told(folder):
        return Path(os.fsdecode(note.read_bytes())) if note.exists() else None


def begin_rest(folder: Path, restored_from: Path) -> None:
    """Let the backups in a folder rest: none is removed until the user has looked.

    Raises:
        NotSavedError: if that cannot be written down.
    """
    with _told(folder):
        durable.write(durable.make_folder(folder) / _RESTORED, os.fsencode(restored_from))


def end_rest(folder: Path) -> None:
    """Let them go on; the user has looked. Without a rest nothing happens.

    Raises:
        NotSavedError: if that cannot be written down; then they still rest.
    """
    with _told(folder):
        (folder / _RESTORED).unlink(missing_ok=True)


def second_folder() -> Path | None:
    """Return the folder that the user chose for a second set of backups; None without one."""
    note = paths.backup_folder() / _SECOND
    with _told(note.parent):
        return Path(os.fsdecode(note.read_bytes())) if note.exists() else None


def choose_second_folder(folder: Path | None) -> None:
    """Remember it for every journal of this user; None is no second folder any more.

    Raises:
        NotSavedError: if there is no such folder, or it cannot be written down.
    """
    note = paths.backup_folder() / _SECOND
    if folder is None:
        with _told(note.parent):
            note.unlink(missing_ok=True)
        return
    if not folder.is_dir():
        raise NotSavedError(_("{folder} is no folder; nothing was changed.").format(folder=folder))
    with _told(note.parent):
        durable.write(durable.make_folder(note.parent) / note.name, os.fsencode(folder.resolve()))


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotSavedError(
            _("The folder of the backups, {folder}, does not answer; nothing was changed.").format(
                folder=folder
            ),
            str(error),
        ) from error
