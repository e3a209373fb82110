"""Bringing back what a backup holds: first what would differ, then all of it or nothing.

Whoever shows a journal opens it anew afterwards: everything in it may be another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from journal.domain.errors import JournalError, RefusedFileError
from journal.operations import backups
from journal.operations.backups import Kept, Occasion
from journal.operations.journal import Journal
from journal.store import backup_notes, copying, file, restoring
from journal.store.backups import folder_of, state
from journal.store.comparing import Differing, differing
from journal.store.restoring import Preview
from journal.wording import _

# So many differing records are told one by one; nobody reads more.
TOLD = 200
_STEPS = 3

# What is being done, and how far it is of how much.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore did.

    Attributes:
        kept: The backup of what was there before; there is none of an empty journal.
    """

    preview: Preview
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a backup, or another version of the journal, differs from it.

    Attributes:
        records: Those that differ, one by one, up to `TOLD`.
        more: How many differ beyond those.
    """

    path: Path
    preview: Preview
    records: tuple[Differing, ...]
    more: int


def no_progress(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def preview(journal: Journal, backup: Path) -> Preview:
    """Say how a backup differs from the journal; nothing is changed.

    Raises:
        JournalError: as `restore` does.
    """
    _require_another(backup, journal.path)
    with restoring.prepared(backup) as source:
        return restoring.compare(source, journal.file.connection)


def compare(journal: Journal, other: Path) -> Comparison:
    """Say how a backup or another version of the journal differs; nothing is changed.

    Raises:
        JournalError: as `restore` does.
    """
    _require_another(other, journal.path)
    with restoring.prepared(other) as source:
        records, more = differing(source, journal.file.connection, TOLD)
        return Comparison(
            path=other,
            preview=restoring.compare(source, journal.file.connection),
            records=records,
            more=more,
        )


def restore(journal: Journal, backup: Path, progress: Progress = no_progress) -> Restored:
    """Let the journal hold what a backup holds; what it holds now is kept as a backup first.

    From then on automatic backups rest, until `backups.looked`.

    Args:
        journal: Opened anew afterwards by whoever shows it.
        backup: Any journal of this or an earlier version; it stays byte for byte as it is.
        progress: Told before each step; if it raises, nothing is changed.

    Raises:
        RefusedFileError: if the backup is damaged, or is the journal itself.
        DamagedJournalError: if the journal is, so that it could not be kept.
        JournalError: if the backup is none, or the disk refuses. Whatever is raised, nothing
            was changed.
    """
    _require_another(backup, journal.path)
    progress(_("Checking the backup"), 0, _STEPS)
    with restoring.prepared(backup) as source:
        before = state(journal.file.connection)
        told = restoring.compare(source, journal.file.connection)
        with _resting(folder_of(journal.path), backup):
            progress(_("Keeping what is there now"), 1, _STEPS)
            kept = backups.keep(journal, Occasion.BEFORE)
            progress(_("Restoring"), 2, _STEPS)
            restoring.put_back(source, journal.file, before)
    return Restored(preview=told, kept=kept)


def preview_anew(backup: Path) -> Preview:
    """Say what a journal made from a backup would hold.

    Raises:
        JournalError: if the backup is none.
    """
    with restoring.prepared(backup) as source:
        return restoring.compare(source, None)


def restore_anew(path: Path, backup: Path) -> Preview:
    """Make a journal that holds what a backup holds.

    Raises:
        NotSavedError: if the name is taken, is no journal's, or the folder refuses.
        JournalError: if the backup is none.
    """
    file.require_free(path)
    with restoring.prepared(backup) as source:
        copying.copy_checked(source, path)
        return restoring.compare(source, None)


@contextmanager
def _resting(folder: Path, restored_from: Path) -> Iterator[None]:
    """Let backups rest from now on, unless the block fails."""
    was_resting = backup_notes.is_resting(folder)
    backup_notes.begin_rest(folder, restored_from)
    try:
        yield
    except BaseException:
        if not was_resting:
            # Where even that fails they rest without need, which loses nothing.
            with suppress(JournalError):
                backup_notes.end_rest(folder)
        raise


def _require_another(backup: Path, journal: Path) -> None:
    # To read its header as a plain file would drop the locks of the open journal.
    if backup.exists() and backup.samefile(journal):
        raise RefusedFileError(
            _("{name} is the journal itself; nothing was changed.").format(name=backup.name)
        )
