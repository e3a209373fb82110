"""The backups of a journal: where they lie, which there are, making one and removing old ones.

Each journal has a folder of its own in the user's backup folder, named after the journal and
the path at which it lies; so two journals of one name never mix. A journal that was moved
begins a new folder, and what lies in the old one stays there.

A file is named after the journal, its own number, the time in UTC and the last change in it:
`my-000042-20261123T081500Z-1234.journal`. It bears that name only once it has been checked.
"""

import hashlib
import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from journal import paths
from journal.domain.errors import JournalError, NotSavedError
from journal.store import backup_notes, copying, durable, retention
from journal.store.failures import translated
from journal.store.retention import Backup, newest_first
from journal.wording import _

_NAME = re.compile(r".+-(?P<sequence>\d{6,})-(?P<at>\d{8}T\d{6}Z)-(?P<change>\d+)\.journal")
_TIME = "%Y%m%dT%H%M%SZ"
# File names end at 255 bytes, of which a letter may take four.
_STEM_LETTERS = 40
_HEADER_BYTES = 100
_LARGEST_PAGE = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What tells one state of a journal from any other, also after a restore.

    Attributes:
        version: Of its structure.
        change: Number of the last change; 0 in a journal without one.
        at: When that was, as it is written; empty in a journal without one.
    """

    version: int
    change: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A backup as it lies in its folder.

    Attributes:
        is_whole: Whether it has all of its pages; whether they are sound takes a full check.
    """

    backup: Backup
    size_bytes: int
    is_whole: bool


def folder_of(journal: Path) -> Path:
    """Name the folder of a journal's backups; it may not exist yet."""
    place = os.path.normcase(journal.resolve())
    digest = hashlib.blake2b(os.fsencode(place), digest_size=5).hexdigest()
    return paths.backup_folder() / f"{journal.stem[:_STEM_LETTERS]}-{digest}"


def second_folder_of(journal: Path, second: Path) -> Path:
    """Name the folder of a journal's backups in a second one of the user's choice."""
    return second / folder_of(journal).name


def state(connection: sqlite3.Connection) -> State:
    """Return what the journal is like now."""
    with translated():
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        last = connection.execute(
            "SELECT number, at FROM changes ORDER BY number DESC LIMIT 1"
        ).fetchone()
    change, at = last or (0, "")
    return State(version=version, change=change, at=at)


def has_changed(connection: sqlite3.Connection, since: Backup | None) -> bool:
    """Whether a journal holds anything that a backup does not; None has nothing at all."""
    now = state(connection)
    if since is None or not now.change:
        return bool(now.change)
    return _state_of(since) != now


def kept_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the last made first; whether they are good or not.

    Raises:
        NotSavedError: if the folder cannot be read.
    """
    try:
        names = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise NotSavedError(
            _("The folder of the backups, {folder}, cannot be read.").format(folder=folder),
            str(error),
        ) from error
    return newest_first([each for each in map(named, names) if each is not None])


def held_in(folder: Path) -> list[Held]:
    """Return the backups in a folder with what can be seen of each, the last made first.

    Raises:
        NotSavedError: if the folder cannot be read.
    """
    return [
        Held(backup=each, size_bytes=_size(each.path), is_whole=is_whole(each.path))
        for each in kept_in(folder)
    ]


def named(path: Path) -> Backup | None:
    """Read from the name of a file which backup it is; None where it is not named like one."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        at = datetime.strptime(match["at"], _TIME).replace(tzinfo=UTC)
    except ValueError:  # a thirteenth month is no name of ours
        return None
    return Backup(path=path, sequence=int(match["sequence"]), at=at, change=int(match["change"]))


def last_good(folder: Path) -> Backup | None:
    """Return the last backup made that is still whole; None where there is none."""
    return next((each for each in kept_in(folder) if is_whole(each.path)), None)


def is_whole(path: Path) -> bool:
    """Whether a file that was checked once still has all of its pages."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError:
        return False
    page = int.from_bytes(header[16:18])
    pages = int.from_bytes(header[28:32])
    return size > 0 and size == pages * (_LARGEST_PAGE if page == 1 else page)


def keep(connection: sqlite3.Connection, journal: Path, at: datetime) -> Backup:
    """Make sure that there is a checked backup of the journal as it is now, and return it.

    Where nothing changed since the last one, that one is checked again instead.

    Raises:
        DamagedJournalError: if the journal is not sound.
        NotSavedError: if the backup folder does not take it.
    """
    folder = folder_of(journal)
    newest = _ready(folder)
    if newest is not None and _state_of(newest) == state(connection):
        with suppress(OSError):
            if copying.is_sound(newest.path):
                durable.sync_folder(folder)
                return newest
    return _add(connection, folder, journal.stem, at)


def keep_second(backup: Backup, journal: Path, second: Path, at: datetime) -> None:
    """Make sure that a backup lies in a folder of the user's choice as well.

    Raises:
        NotSavedError: if that is not there, or does not take it.
    """
    require_second(second)
    folder = second_folder_of(journal, second)
    _ready(folder)
    if any((each.at, each.change) == (backup.at, backup.change) for each in kept_in(folder)):
        return
    with translated(), closing(copying.read_only(backup.path)) as source:
        _add(source, folder, journal.stem, backup.at, now=at)


def require_second(second: Path) -> None:
    """Make sure that the folder of the user's choice is there.

    Raises:
        NotSavedError: if it is not, such as a memory stick that was taken out.
    """
    if not second.is_dir():
        raise NotSavedError(
            _("The second folder for backups, {folder}, is not there.").format(folder=second)
        )


def _ready(folder: Path) -> Backup | None:
    try:
        durable.make_folder(folder)
        durable.sweep(folder)
    except OSError as error:
        raise NotSavedError(
            _("The folder of the backups, {folder}, cannot be made.").format(folder=folder),
            str(error),
        ) from error
    return last_good(folder)


def _add(
    connection: sqlite3.Connection,
    folder: Path,
    stem: str,
    at: datetime,
    *,
    now: datetime | None = None,
) -> Backup:
    at = at.astimezone(UTC).replace(microsecond=0)
    before = kept_in(folder)
    sequence = before[0].sequence + 1 if before else 1
    change = state(connection).change
    name = f"{stem[:_STEM_LETTERS]}-{sequence:06}-{at.strftime(_TIME)}-{change}.journal"
    copying.copy_checked(connection, folder / name)
    if not backup_notes.is_resting(folder):
        _prune(folder, now or at)
    return Backup(path=folder / name, sequence=sequence, at=at, change=change)


def _prune(folder: Path, now: datetime) -> None:
    good = [each for each in kept_in(folder) if is_whole(each.path)]
    for each in retention.surplus(good, now):
        # The new one is safe; what cannot be removed now is removed with the next.
        with suppress(OSError):
            each.path.unlink()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _state_of(backup: Backup) -> State | None:
    """Return the state that a backup holds; None where it cannot be read any more."""
    try:
        with closing(copying.read_only(backup.path)) as copy:
            return state(copy)
    except (sqlite3.Error, JournalError):
        return None
