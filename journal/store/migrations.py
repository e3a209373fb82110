"""How a journal came to its present structure: a list of steps that only grows.

A step uses SQL and table names only, never today's classes: it must still do in five years
what it did on its first day. The whole chain runs in one transaction, so a journal is of the
old version or of the new one, never in between.

sqlite-utils is imported where a step runs, as it takes longer to import than to open a
journal; a journal of the present version is opened without it.
"""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from journal.domain.errors import DamagedJournalError
from journal.store import schema
from journal.store.retention import Backup
from journal.wording import _

Step = Callable[[sqlite3.Connection], None]


def first_schema(connection: sqlite3.Connection) -> None:
    """Make every table of the first version."""
    text = Path(__file__).with_name("first_schema.sql").read_text(encoding="utf-8")
    for statement in text.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    # Merging the index while somebody types would cost a save its speed; it is merged when idle.
    connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0)")
    connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', 64)")


STEPS: tuple[Step, ...] = (first_schema,)
VERSION = len(STEPS)


def build(connection: sqlite3.Connection) -> None:
    """Run every step on an empty file."""
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    run(connection, STEPS)


def migrate(connection: sqlite3.Connection, path: Path) -> Backup:
    """Bring an earlier journal up to date; a checked backup of it is kept first.

    Returns:
        The backup.
    """
    from journal.store import backups  # a journal of the present version needs none

    backup = backups.keep(connection, path, datetime.now(UTC))
    run(connection, STEPS)
    return backup


def run(connection: sqlite3.Connection, steps: Sequence[Step], expected: str | None = None) -> None:
    """Run what is still missing of the steps, wholly or not at all.

    Args:
        connection: Without a transaction in progress.
        steps: The whole list, those that have run included.
        expected: The digest that the structure must have at the end; None for ours.

    Raises:
        AlteredJournalError: if the structure at the end is not the expected one.
    """
    from sqlite_utils import Database, Migrations

    chain = Migrations("journal")
    for step in steps:
        chain(name=step.__name__)(_with_connection(step))
    # Foreign keys cannot be switched inside a transaction; a step may rebuild a table.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            chain.apply(Database(connection, execute_plugins=False))
            connection.execute(f"PRAGMA user_version = {len(steps)}")
            schema.require(connection, expected or schema.DIGEST)
            _require_whole_references(connection)
            connection.execute("COMMIT")
        except BaseException:
            # After some errors of the disk SQLite has ended it already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _with_connection(step: Step) -> Callable[[Any], None]:
    def on_database(database: Any) -> None:  # noqa: ANN401 - a sqlite_utils.Database
        step(database.conn)

    on_database.__name__ = step.__name__
    return on_database


def _require_whole_references(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DamagedJournalError(
            _("Records of this journal refer to others that are gone; it was left as it is."),
            "\n".join(f"{table} {row} -> {parent}" for table, row, parent, _key in broken[:5]),
        )
