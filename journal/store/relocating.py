"""A journal that goes to another folder: a checked copy first, then the old one is put aside.

At no moment is there less than one whole journal, and nothing is ever deleted: the old file
stays in its folder under a name that says what it is.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

from journal.domain.errors import NotSavedError, OvertakenError
from journal.store import attachments, backups, copying, durable, file
from journal.store.file import JournalFile
from journal.wording import _


def copy_to(journal: JournalFile, target: Path, progress: Callable[[int, int], None]) -> None:
    """Make a checked copy of a journal, with the files beside it; all of it, or nothing.

    Args:
        journal: Without a transaction in progress; it is only read.
        target: The name of the copy.
        progress: Told before each file, done of how many; if it raises, nothing is left behind.

    Raises:
        NotSavedError: if the name is taken, or the folder does not take it.
        DamagedJournalError: if the journal is not sound.
    """
    file.require_free(target)
    try:
        durable.make_folder(target.parent)
    except OSError as error:
        raise NotSavedError(
            _("The folder {folder} cannot be made; nothing was changed.").format(
                folder=target.parent
            ),
            str(error),
        ) from error
    with attachments.copied(journal.path, target, progress):
        copying.copy_checked(journal.connection, target)


def set_aside(old: Path, moved: JournalFile) -> Path:
    """Give a journal that was moved a name that says so, and return it.

    Args:
        old: Closed by everybody.
        moved: The copy of it that is in use from now on.

    Raises:
        OvertakenError: if the old one holds something that the copy does not; both stay.
        JournalError: if it cannot be read or renamed; it stays as it is.
    """
    with file.opened(old, read_only=True) as held:
        is_same = backups.state(held.connection) == backups.state(moved.connection)
    if not is_same:
        raise OvertakenError(
            _(
                "{name} was changed in its old folder while it was moved, so it stays there under "
                "its name. Compare the two before you go on."
            ).format(name=old.name)
        )
    aside = aside_name(old)
    try:
        old.rename(aside)
        durable.sync_folder(old.parent)
    except OSError as error:
        raise NotSavedError(
            _(
                "{name} could not be renamed in its old folder. It stays there as it was; do not "
                "write into it any more."
            ).format(name=old.name),
            str(error),
        ) from error
    with suppress(OSError):  # beside the journal they are found by its name
        _rename_belongings(old, aside)
    return aside


def aside_name(old: Path) -> Path:
    """Return the name under which a journal that was moved stays in its old folder."""
    return next(each for each in map(partial(_aside, old), count(1)) if not each.exists())


def _aside(old: Path, number: int) -> Path:
    words = _("moved") if number == 1 else _("moved {number}").format(number=number)
    return old.with_name(f"{old.stem} [{words}]{old.suffix}")


def _rename_belongings(old: Path, aside: Path) -> None:
    files = attachments.folder_of(old)
    if files.is_dir():
        files.rename(attachments.folder_of(aside))
    rollback = old.with_name(f"{old.name}-journal")
    if rollback.exists() and not rollback.stat().st_size:
        rollback.unlink()
