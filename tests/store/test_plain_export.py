"""The monthly export, read as its docstring says."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.errors import NotSavedError
from journal.store import backups, plain_export
from journal.store.file import JournalFile
from journal.store.retention import Backup
from journal.store.writing import Act, writing
from tests.store.test_writing import MERCY, VISIT

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def kept(journal: JournalFile, act: Act, now: datetime) -> Backup:
    """Keep a journal with two records, one of them in the trash."""
    with writing(journal.connection, act) as door:
        door.add(MERCY, VISIT)
        door.trash(Account, MERCY.id)
    return backups.keep(journal.connection, journal.path, now)


def test_three_lines_read_it(kept: Backup) -> None:
    """All that stands in the rows, also of what lies in the trash."""
    path = plain_export.keep_monthly(kept)

    with path.open(encoding="utf-8") as file:
        head, *rows = map(json.loads, file)
    assert path.name == "test-2026-11.jsonl"
    assert head["program"] == "Account Journal"
    assert (head["format"], head["version"], head["change"]) == (1, 1, 1)
    assert head["at"] == "2026-11-23T08:15:00+00:00"
    assert (head["rows"]["accounts"], head["rows"]["meetings"], head["rows"]["people"]) == (1, 1, 0)
    assert [each["table"] for each in rows] == ["accounts", "meetings"]
    account, meeting = (each["row"] for each in rows)
    assert account["name"] == MERCY.name
    assert account["deleted_at"] is not None
    assert meeting["starts_at"] == VISIT.when.iso
    assert meeting["purpose"] == VISIT.purpose


def test_there_is_one_a_month(kept: Backup) -> None:
    """It is written from the first backup of it."""
    path = plain_export.keep_monthly(kept)
    before = path.stat().st_mtime_ns

    assert plain_export.keep_monthly(kept) == path
    assert path.stat().st_mtime_ns == before


def test_a_year_of_them_stays(kept: Backup) -> None:
    """And nothing else is touched that lies there."""
    folder = kept.path.parent
    months = [f"test-2025-{month:02}.jsonl" for month in range(1, 13)]
    for name in (*months, "mine.jsonl"):
        (folder / name).touch()

    plain_export.keep_monthly(kept)

    left = sorted(each.name for each in folder.glob("*.jsonl"))
    assert left == ["mine.jsonl", *months[1:], "test-2026-11.jsonl"]


def test_one_that_cannot_be_removed_is_left(kept: Backup, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in nobody's way."""
    for month in range(1, 13):
        (kept.path.parent / f"test-2025-{month:02}.jsonl").mkdir()

    plain_export.keep_monthly(kept)

    assert len(list(kept.path.parent.glob("*.jsonl"))) == 13


def test_a_folder_that_takes_nothing_is_a_sentence(
    kept: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The backup is there; the export is told of apart."""

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(NotSavedError, match="monthly export"):
        plain_export.keep_monthly(kept)

    assert not list(kept.path.parent.glob("*.jsonl"))
    assert not list(kept.path.parent.glob(".*"))
