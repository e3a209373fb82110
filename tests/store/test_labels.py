"""Each column of the file is labelled, and the label is what the connection of the page obeys."""

import re
import sqlite3
from collections.abc import Iterator

import pytest

from journal.store import framework, labels
from journal.store.file import JournalFile
from journal.store.labels import Label


def columns(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield every column of a file, those that are hidden too."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f'PRAGMA table_xinfo("{table}")'):
            yield table, row[1]


def labelled(label: Label) -> list[tuple[str, str]]:
    """Return the columns that bear a label."""
    return sorted(column for column, each in labels.labels().items() if each is label)


def test_every_column_of_a_new_file_has_a_label(connection: sqlite3.Connection) -> None:
    """Whoever adds a column has to decide whether a customer may read it."""
    found = set(columns(connection))

    assert found - set(labels.labels()) == set(), "not labelled"
    assert set(labels.labels()) - found == set(), "labelled, and no longer there"


def test_a_column_with_two_labels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last one would win silently."""
    twice = {**labels._PRIVATE, "accounts": f"{labels._PRIVATE['accounts']} name"}
    monkeypatch.setattr(labels, "_PRIVATE", twice)

    with pytest.raises(ValueError, match="shareable and private"):
        labels.labels()


def is_refused(connection: sqlite3.Connection, statement: str) -> bool:
    """Say whether SQLite refuses a statement because of what it asks for."""
    try:
        connection.execute(statement).fetchall()
    except sqlite3.DatabaseError as error:
        # The search index reads its own tables before it answers, and may not.
        return re.search("prohibited|not authorized|vtable constructor", str(error)) is not None
    return False


def test_no_private_column_can_be_read(journal: JournalFile) -> None:
    """Neither handed out nor used in a condition nor for the order."""
    with framework.reading(journal) as connection:
        for table, column in labelled(Label.PRIVATE):
            name = f'"{table}"."{column}"'
            assert is_refused(connection, f'SELECT {name} FROM "{table}"'), name
            assert is_refused(connection, f'SELECT 1 FROM "{table}" WHERE {name} IS NULL'), name
            assert is_refused(connection, f'SELECT 1 FROM "{table}" ORDER BY {name}'), name


def test_every_column_that_is_needed_can_be_read(journal: JournalFile) -> None:
    """Negative control: were everything denied, the test above would pass too."""
    with framework.reading(journal) as connection:
        for table, column in (*labelled(Label.SHAREABLE), *labelled(Label.DECIDING)):
            assert connection.execute(f'SELECT "{column}" FROM "{table}"').fetchall() == []


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM accounts",
        "SELECT rowid FROM accounts",
        "SELECT sql FROM sqlite_schema",
        "SELECT length(name) FROM accounts",
        "SELECT json_group_array(name) FROM accounts",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT i + 1 FROM n) SELECT i FROM n",
        "PRAGMA table_info(accounts)",
        "ATTACH ':memory:' AS other",
        "INSERT INTO accounts (id) VALUES ('x')",
        "UPDATE accounts SET name = 'x'",
        "DELETE FROM accounts",
        "CREATE TEMP TABLE copied AS SELECT id FROM accounts",
        "ROLLBACK",
    ],
)
def test_nothing_but_reading_named_columns_is_allowed(journal: JournalFile, statement: str) -> None:
    """A way round the list would be a way out of the house."""
    with framework.reading(journal) as connection:
        assert is_refused(connection, statement)
