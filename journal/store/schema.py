"""What the structure of a journal must look like, text by text.

A file from a stranger could carry a trigger that copies private notes into public ones, and
`integrity_check` would call it sound. So the whole schema is compared before anything is
read through it.
"""

import hashlib
import sqlite3

from journal.domain.errors import AlteredJournalError
from journal.wording import _

APPLICATION_ID = 0x4A524E4C  # "JRNL"

# Of the texts in tests/golden/schema.sql; a test keeps the two together.
DIGEST = "4f299de0472e402e7123ea479a2d5fbc"

# Made by SQLite, its search index and sqlite-utils in their own words, which differ by version.
OTHERS_WORDS = frozenset(
    {
        "sqlite_sequence",
        "sqlite_stat1",
        "search_index_data",
        "search_index_idx",
        "search_index_docsize",
        "search_index_config",
        "_sqlite_migrations",
        "idx__sqlite_migrations_migration_set_name",
    }
)


def require(connection: sqlite3.Connection, expected: str | None = None) -> None:
    """Refuse a structure that is not the expected one; by default, of this version.

    Raises:
        AlteredJournalError: if anything was added, changed or left out.
    """
    if digest(connection) == (expected or DIGEST):
        return
    raise AlteredJournalError(
        _(
            "The structure of this journal was altered by another program; "
            "it was not opened and not touched."
        ),
        "\n".join(_code_in(connection)),
    )


def texts(connection: sqlite3.Connection) -> list[str]:
    """Return what made each table and index, in the order of their names."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type"
    ).fetchall()
    return [
        f"{kind} {name} on {table}: {sql}"
        for kind, name, table, sql in rows
        if not (kind in {"table", "index"} and (name in OTHERS_WORDS or sql is None))
    ]


def digest(connection: sqlite3.Connection) -> str:
    """Fingerprint the texts; 32 hexadecimal digits."""
    whole = "\n\n".join(texts(connection))
    return hashlib.blake2b(whole.encode(), digest_size=16).hexdigest()


def _code_in(connection: sqlite3.Connection) -> list[str]:
    return [text for text in texts(connection) if text.startswith(("trigger ", "view "))]
