"""All records as plain text, once a month beside the backups: readable when all else is gone.

The file is JSON Lines in UTF-8, not packed, so that one lost letter costs one record:
`my-2026-11.jsonl`. The first line says what it is and how many rows follow; each other line is
one row as it stands in the journal, what lies in the trash (`deleted_at`) included:

    {"program": "Account Journal", "format": 1, "version": 1, "change": 1234,
     "at": "2026-11-23T08:15:00+00:00", "rows": {"accounts": 12, ...}}
    {"table": "accounts", "row": {"id": "...", "name": "Mercy General", ...}}

Three lines of Python read it:

    import json
    with open("my-2026-11.jsonl", encoding="utf-8") as file:
        head, *rows = map(json.loads, file)

The history and the search are left out: the backups have them.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from journal.domain.errors import NotSavedError
from journal.store import copying, durable
from journal.store.backups import state
from journal.store.checking import record_tables
from journal.store.failures import translated
from journal.store.retention import Backup
from journal.wording import _

FORMAT = 1
KEPT = 12
_NAME = re.compile(r".+-\d{4}-\d{2}\.jsonl")


def keep_monthly(backup: Backup) -> Path:
    """Write this month's export from a backup, unless there is one; the newest twelve stay.

    Returns:
        The export of the month.

    Raises:
        NotSavedError: if the folder does not take it.
    """
    folder = backup.path.parent
    stem = backup.path.stem.rsplit("-", 3)[0]
    target = folder / f"{stem}-{backup.at:%Y-%m}.jsonl"
    if target.exists():
        return target
    try:
        with translated(), closing(copying.read_only(backup.path)) as copy:
            export(copy, target, backup.at)
    except OSError as error:
        raise NotSavedError(
            _("The monthly export could not be written to {folder}.").format(folder=folder),
            str(error),
        ) from error
    _prune(folder)
    return target


def export(connection: sqlite3.Connection, target: Path, at: datetime) -> None:
    """Write every record to a file, which appears wholly or not at all.

    Args:
        connection: Read in one piece; of this version of the journal or an earlier one.
        target: A file of that name gives way.
        at: Aware; told in the first line.

    Raises:
        OSError: if the folder does not take it.
    """
    with (
        durable.published(target) as unfinished,
        copying.snapshot(connection),
        unfinished.open("w", encoding="utf-8", newline="\n") as file,
    ):
        for line in _lines(connection, at):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _lines(connection: sqlite3.Connection, at: datetime) -> Iterator[dict[str, object]]:
    tables = record_tables(connection)
    now = state(connection)
    yield {
        "program": "Account Journal",
        "format": FORMAT,
        "version": now.version,
        "change": now.change,
        "at": at.astimezone(UTC).isoformat(),
        "rows": {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in tables
        },
    }
    for table in tables:
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id")
        names = [each[0] for each in cursor.description]
        for cells in cursor:
            yield {"table": table, "row": dict(zip(names, cells, strict=True))}


def _prune(folder: Path) -> None:
    exports = sorted(each for each in folder.glob("*.jsonl") if _NAME.fullmatch(each.name))
    for each in exports[:-KEPT]:
        with suppress(OSError):
            each.unlink()
