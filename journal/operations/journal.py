"""An open journal: the file, the clock, and who wants to hear of changes."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from journal.domain.record import Record, RecordId
from journal.domain.span import zone_named
from journal.operations.change import Change
from journal.store import file
from journal.store.identity import new_id
from journal.store.writing import Act, Writing, writing

Clock = Callable[[], datetime]
Listener = Callable[[Change], None]

_CLOCK = Path("/etc/localtime")


def system_clock() -> datetime:
    """Return the present, in UTC."""
    return datetime.now(UTC)


class Journal:
    """One journal, used by one thread.

    A worker thread takes a `fellow`: its own connection to the same file.
    """

    def __init__(self, opened: file.JournalFile, clock: Clock = system_clock) -> None:
        self.file = opened
        self._clock = clock
        self._listeners: list[Listener] = []
        self.zone = laptop_zone()

    @classmethod
    def open(cls, path: Path, clock: Clock = system_clock, *, read_only: bool = False) -> Self:
        """Open the journal at `path`.

        Raises:
            JournalError: if there is none or it must not be opened; it is then untouched.
        """
        return cls(file.open_journal(path, read_only=read_only), clock)

    @classmethod
    def create(cls, path: Path, clock: Clock = system_clock) -> Self:
        """Make an empty journal at `path` and open it.

        Raises:
            NotSavedError: if the name is taken or the folder refuses.
        """
        return cls(file.create(path), clock)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    def now(self) -> datetime:
        """Return the present: aware, on the laptop's wall clock."""
        return self._clock().astimezone(ZoneInfo(self.zone))

    def today(self) -> date:
        """Return the laptop's day."""
        return self.now().date()

    def new_id(self) -> RecordId:
        """Make an id that sorts after those made before."""
        return new_id(self._clock())

    def fellow(self, *, read_only: bool = False) -> "Journal":
        """Open the same journal once more, for another thread; it has no listeners."""
        return Journal(file.open_again(self.file, read_only=read_only), self._clock)

    def write(
        self,
        name: str,
        *,
        add: Iterable[Record] = (),
        save: Iterable[Record] = (),
        typing: bool = False,
    ) -> Change:
        """Write records as one change, and announce it.

        Args:
            name: Of the change, as it stands in "Undo ...".
            add: New records.
            save: Records that exist, as they are to be.
            typing: Whether it continues what was typed in the same field just before.

        Raises:
            OvertakenError: if somebody else changed one in the meantime.
            JournalError: if the file does not take it. Whatever is raised, nothing changed.
        """
        with writing(self.file.connection, self.act(name, typing=typing)) as door:
            door.add(*add)
            door.save(*save)
        return self.announce(door)

    def act(self, name: str, *, typing: bool = False) -> Act:
        """Say what is done, and that it is done now."""
        return Act(name=name, at=self._clock(), zone=self.zone, typing=typing)

    def announce(self, done: Writing | Change) -> Change:
        """Tell the listeners what was written here, or by a fellow, and return it."""
        change = done if isinstance(done, Change) else _change(done)
        if change.ids:
            for listener in tuple(self._listeners):
                listener(change)
        return change

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change from now on; the returned function ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with suppress(ValueError):  # a dialog may be closed a second time, with its window
                self._listeners.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _change(door: Writing) -> Change:
    from journal.store.tables import KINDS  # every kind; a start writes nothing, and imports few

    return Change(
        name=door.act.name,
        number=door.number if door.touched else 0,
        kinds=frozenset(KINDS[table] for table, _record in door.touched),
        ids=frozenset(RecordId(record) for _table, record in door.touched),
        trashed=tuple(door.trashed),
    )


def laptop_zone() -> str:
    """Return the IANA name of the laptop's wall clock; UTC where it does not say."""
    try:
        return zone_named(_linked_zone() or _told_zone() or "UTC").key
    except (ValueError, OSError, LookupError):
        # A system that names no zone, or one that the database does not know.
        return "UTC"


def _linked_zone() -> str | None:
    """Return the zone that the system's clock is linked to, as it is on most; None elsewhere.

    To look there oneself takes a fiftieth of what tzlocal takes, which tries every place where
    some system keeps it.
    """
    if "TZ" in os.environ or not _CLOCK.is_symlink():
        return None
    _folder, _zones, name = str(_CLOCK.readlink()).partition("/zoneinfo/")
    return name or None


def _told_zone() -> str | None:
    from tzlocal import get_localzone_name

    told: str | None = get_localzone_name()
    return told
