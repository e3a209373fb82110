"""A real journal file for each test that asks for one."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from journal.store.file import JournalFile, create
from journal.store.writing import Act


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[JournalFile]:
    """Make an empty journal."""
    made = create(tmp_path / "test.journal")
    yield made
    made.close()


@pytest.fixture
def connection(journal: JournalFile) -> sqlite3.Connection:
    """Lend the connection of the journal."""
    return journal.connection


@pytest.fixture
def act(now: datetime) -> Act:
    """Say that something is done now."""
    return Act(name="Do something", at=now, zone="Europe/Prague")
