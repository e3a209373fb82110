"""Backups: when one is due, making it, and what is known of the last good one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from journal.domain.errors import JournalError
from journal.operations.journal import Journal
from journal.store import backup_notes, backups, plain_export
from journal.store.backups import Held
from journal.store.retention import Backup

# So much work may be lost with the disk.
INTERVAL = timedelta(minutes=30)


class Occasion(StrEnum):
    """Why a backup is thought of.

    Those before something that changes much, and those that the user asks for, are always
    made; the others are automatic, and rest after a restore.
    """

    SAVE = "save"
    EXIT = "exit"
    BEFORE = "before"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What came of it.

    Attributes:
        backup: The last good one there is now; None where there is none.
        is_new: Whether it was made just now.
        problems: What could not be done, a sentence each.
    """

    backup: Backup | None
    is_new: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A folder in which backups of a journal lie.

    Attributes:
        held: The last made first, whether they are good or not.
        problem: Why it cannot be looked into, a sentence; empty where it can.
    """

    folder: Path
    held: tuple[Held, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Why automatic backups rest.

    Attributes:
        restored_from: The file that was restored.
        made_at: When that backup was made; None where its name does not say.
    """

    restored_from: Path
    made_at: datetime | None


def is_due(
    occasion: Occasion,
    *,
    last: datetime | None,
    now: datetime,
    has_changed: bool,
    is_resting: bool,
) -> bool:
    """Say whether a backup should be made: on the first save of a day, then every half hour.

    Args:
        occasion: Why it is thought of; EXIT and SAVE make none where nothing changed.
        last: When the last good one was made; None without one.
        now: Aware; its zone says when a day begins.
        has_changed: Whether anything changed since.
        is_resting: Whether the journal was restored and the user has not looked yet.
    """
    if occasion in {Occasion.BEFORE, Occasion.ASKED}:
        return True
    if is_resting or not has_changed:
        return False
    if occasion is Occasion.EXIT or last is None:
        return True
    # A last one from the future says that the clock has jumped, and nothing of the time since.
    is_of_today = last.astimezone(now.tzinfo).date() == now.date()
    return not (is_of_today and now - INTERVAL < last <= now)


def keep(journal: Journal, occasion: Occasion) -> Kept:
    """Make a backup if one is due, wherever the user wants it; an empty journal needs none.

    Asked for, or before something that changes much, and nothing changed since the last one:
    then that one is checked again instead.

    Args:
        journal: A fellow of its own where somebody works meanwhile.
        occasion: Why.

    Raises:
        DamagedJournalError: if the journal is not sound.
        NotSavedError: if the backup folder does not take it. The last good one stays.
    """
    last = last_good(journal)
    connection, now = journal.file.connection, journal.now()
    is_wanted = backups.state(connection).change > 0 and is_due(
        occasion,
        last=None if last is None else last.at,
        now=now,
        has_changed=backups.has_changed(connection, last),
        is_resting=is_resting(journal),
    )
    if not is_wanted:
        return Kept(backup=last)
    backup = backups.keep(connection, journal.path, now)
    return Kept(backup=backup, is_new=backup != last, problems=_beside(backup, journal.path, now))


def keep_if_possible(journal: Journal, occasion: Occasion) -> Kept:
    """Do what `keep` does, and tell what goes wrong instead of raising it.

    A backup that fails must not stop the user's work.
    """
    try:
        return keep(journal, occasion)
    except JournalError as error:
        return Kept(backup=_last_good_if_known(journal), problems=(error.sentence,))


def last_good(journal: Journal) -> Backup | None:
    """Return the last good backup, when it was made and where it lies; None without one.

    Raises:
        NotSavedError: if the backup folder cannot be read.
    """
    return backups.last_good(backups.folder_of(journal.path))


def is_resting(journal: Journal) -> bool:
    """Whether automatic backups rest, because the journal was restored."""
    return backup_notes.is_resting(backups.folder_of(journal.path))


def rest(journal: Journal) -> Rest | None:
    """Say since what restore automatic backups rest; None where they do not.

    Raises:
        NotSavedError: if the backup folder cannot be read.
    """
    source = backup_notes.restored_from(backups.folder_of(journal.path))
    if source is None:
        return None
    backup = backups.named(source)
    return Rest(restored_from=source, made_at=None if backup is None else backup.at)


def looked(journal: Journal) -> None:
    """Let automatic backups go on: the user has looked at what was restored.

    Raises:
        NotSavedError: if that cannot be written down; then they still rest.
    """
    backup_notes.end_rest(backups.folder_of(journal.path))


def shelves(journal: Journal) -> tuple[Shelf, ...]:
    """Return where backups of a journal lie: always the first folder, then the user's second.

    Raises:
        NotSavedError: if it cannot be read which the second one is.
    """
    first = _shelf(backups.folder_of(journal.path))
    second = second_folder()
    if second is None:
        return (first,)
    return first, _shelf(backups.second_folder_of(journal.path, second), second)


def second_folder() -> Path | None:
    """Return where this user keeps a second set of backups; None for nowhere.

    Raises:
        NotSavedError: if the backup folder cannot be read.
    """
    return backup_notes.second_folder()


def choose_second_folder(folder: Path | None) -> None:
    """Keep a second set of backups there from now on, of every journal; None for no more.

    Raises:
        NotSavedError: if there is no such folder, or it cannot be written down.
    """
    backup_notes.choose_second_folder(folder)


def _beside(backup: Backup, journal: Path, now: datetime) -> tuple[str, ...]:
    problems = []
    try:
        second = second_folder()
        if second is not None:
            backups.keep_second(backup, journal, second, now)
    except JournalError as error:
        problems.append(error.sentence)
    try:
        plain_export.keep_monthly(backup)
    except JournalError as error:
        problems.append(error.sentence)
    return tuple(problems)


def _shelf(folder: Path, second: Path | None = None) -> Shelf:
    try:
        if second is not None:
            backups.require_second(second)
        return Shelf(folder=folder, held=tuple(backups.held_in(folder)))
    except JournalError as error:
        return Shelf(folder=folder, problem=error.sentence)


def _last_good_if_known(journal: Journal) -> Backup | None:
    try:
        return last_good(journal)
    except JournalError:
        return None
