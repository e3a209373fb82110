"""Says what a journal and its backups are worth after a power cut, with plain SQLite alone."""

import hashlib
import shutil
import sqlite3
from collections import deque
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from tests.faults.replay import Image

_KNOWN = 64

ABSENT = "absent"
"""The content where there is no journal yet: no file, or one that holds nothing at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What SQLite found in an image.

    Attributes:
        content: A digest of every row of every table and of the schema, or ABSENT.
        kept: The same of the last backup; ABSENT where there is none.
        backups: How many backups there are.
        beside: The names of the other files: kept for an account, handed over, or left behind.
        damage: What is wrong with the journal or a backup, in SQLite's words; None: all is sound.
    """

    content: str = ABSENT
    kept: str = ABSENT
    backups: int = 0
    beside: frozenset[str] = frozenset()
    damage: str | None = None


class Oracle:
    """Opens images, one at a time, in a folder of its own."""

    def __init__(self, scratch: Path, journal_name: str) -> None:
        """Work in `scratch`, which is emptied and must hold nothing else."""
        self._scratch = scratch
        self._journal = scratch / journal_name
        self._known: deque[tuple[bytes, Finding]] = deque(maxlen=_KNOWN)

    def judge(self, image: Image) -> Finding:
        """Open the image as any SQLite would, let it recover, and read all that is there."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        backups = sorted(path for path in image if _is_backup(path))
        write_image({path: image[path] for path in image.keys() - set(backups)}, self._scratch)
        finding = self._judge_journal()
        for path in backups:
            kept = self._judge_backup(image[path])
            if kept.damage is not None:
                return Finding(damage=f"{path}: {kept.damage}")
            # In the order of their names the last is the last one made.
            finding = replace(finding, kept=kept.content, backups=len(backups))
        beside = {path: image[path] for path in image if self._is_beside(path)}
        damage = finding.damage or _damage_beside(beside)
        if damage is None and finding.content != ABSENT:
            damage = self._missing(beside)
        return replace(finding, beside=frozenset(beside), damage=damage)

    def _is_beside(self, path: str) -> bool:
        """Not the journal and what SQLite and we put next to it, nor what belongs to backups."""
        is_of_backups = path.startswith("account-journal/") or "/backups/" in f"/{path}"
        return not is_of_backups and not path.startswith(self._journal.name)

    def _missing(self, beside: Image) -> str | None:
        """Say which file an account has that is not there."""
        with closing(_connect(self._journal)) as connection:
            if connection.execute(_HAS_ATTACHMENTS).fetchone() is None:
                return None
            for name, digest in connection.execute(_ATTACHED):
                if not any(path.endswith(f".files/{digest}") for path in beside):
                    return f"{name} is not beside the journal"
        return None

    def _judge_journal(self) -> Finding:
        if not self._journal.exists():
            return Finding()
        try:
            self._recover()
        except sqlite3.Error as error:
            return Finding(damage=str(error))
        return self._read(self._journal, self._journal.read_bytes())

    def _judge_backup(self, content: bytearray) -> Finding:
        path = self._scratch / "backup"
        path.write_bytes(content)
        finding = self._read(path, content)
        return Finding(damage="empty") if finding == Finding() else finding

    def _recover(self) -> None:
        """Any first read after a crash rolls a hot journal back, or replays a WAL."""
        with closing(_connect(self._journal)) as connection:
            connection.execute("PRAGMA user_version").fetchone()

    def _read(self, path: Path, recovered: bytes | bytearray) -> Finding:
        """What a file holds; one known byte for byte is not checked anew.

        Nearly all images recover to the very bytes before or after the operation, and checking
        those again would take most of the bench's time.
        """
        for known, finding in self._known:
            if recovered == known:
                return finding
        with closing(_connect(path)) as connection:
            try:
                finding = _examine(connection)
            except sqlite3.Error as error:
                finding = Finding(damage=str(error))
        if finding.damage is None:
            self._known.append((bytes(recovered), finding))
        return finding


def _damage_beside(beside: Image) -> str | None:
    """Say which file is not what its name says, in the words of whoever reads it."""
    for path, content in beside.items():
        folder, _, name = path.rpartition("/")
        is_ready = not name.startswith(".")
        if is_ready and folder.endswith(".files") and hashlib.sha256(content).hexdigest() != name:
            return f"{path} holds something else"
        if is_ready and name.endswith(".handover"):
            try:
                with ZipFile(BytesIO(content)) as archive:
                    bad = archive.testzip()
            except BadZipFile as error:
                return f"{path}: {error}"
            if bad is not None:
                return f"{path}: {bad} is damaged"
    return None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)


def _is_backup(path: str) -> bool:
    """What bears the name of a backup must be one; what is not done yet bears another."""
    return "/backups/" in path and path.endswith(".journal") and "/." not in path


def write_image(image: Image, folder: Path) -> None:
    """Lay an image out as files in a new folder."""
    folder.mkdir(parents=True)
    for path, content in image.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _examine(connection: sqlite3.Connection) -> Finding:
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if faults != ["ok"]:
        return Finding(damage=f"integrity_check: {'; '.join(faults[:5])}")
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        return Finding(damage=f"foreign_key_check: {orphans[:5]}")
    return Finding(content=_content(connection))


def _content(connection: sqlite3.Connection) -> str:
    schema = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    ).fetchall()
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _HEADER_MARKS]
    if not schema and not any(marks):
        return ABSENT
    digest = hashlib.blake2b(repr((schema, marks)).encode())
    for (table,) in connection.execute(_STORED_TABLES).fetchall():
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            digest.update(repr(row).encode())
    return digest.hexdigest()


_HAS_ATTACHMENTS = "SELECT 1 FROM sqlite_schema WHERE name = 'attachments'"
_ATTACHED = "SELECT name, digest FROM attachments WHERE deleted_at IS NULL"
_HEADER_MARKS = ("application_id", "user_version")
# A virtual table has no pages of its own; its rows lie in its shadow tables, which are read.
_STORED_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
)
