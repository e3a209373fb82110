"""Two versions of a journal, told record by record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.rating import Level, Rating
from journal.domain.record import PersonId, RecordId
from journal.store import copying
from journal.store.comparing import Differing, Where, differing
from journal.store.file import JournalFile, open_journal
from journal.store.writing import Act, writing
from tests.store.test_writing import MERCY, VISIT

DANA = Person(id=PersonId(RecordId("dana")), name="Dana")
LUIS = Person(id=PersonId(RecordId("luis")), name="Luis")


@pytest.fixture
def other(journal: JournalFile, act: Act, tmp_path: Path) -> Iterator[JournalFile]:
    """Copy a journal, then go on with it here: one record of each fate."""
    with writing(journal.connection, act) as door:
        door.add(MERCY, VISIT, LUIS)
    path = tmp_path / "test (1).journal"
    copying.copy_checked(journal.connection, path)
    with writing(journal.connection, act) as door:
        door.save(replace(MERCY, revision=1, name="Mercy East"))
        door.trash(Meeting, VISIT.id)
        door.add(DANA)
        door.add(
            Rating(id=RecordId("r"), account_id=MERCY.id, day=date(2026, 9, 3), level=Level.NEUTRAL)
        )
    opened = open_journal(path)
    yield opened
    opened.close()


def test_each_record_that_differs_is_told(journal: JournalFile, other: JournalFile) -> None:
    """With what one knows it by: words, account, day. What is in the trash is not there."""
    found, more = differing(other.connection, journal.connection, 9)

    assert more == 0
    assert found == (
        Differing(kind=Account, title="Mercy East", account="", day=None, where=Where.BOTH),
        Differing(kind=Person, title="Dana", account="", day=None, where=Where.HERE),
        Differing(
            kind=Meeting,
            title="",
            account="Mercy General",
            day=date(2026, 9, 3),
            where=Where.OTHER,
        ),
        Differing(
            kind=Rating, title="", account="Mercy East", day=date(2026, 9, 3), where=Where.HERE
        ),
    )


def test_nobody_reads_a_thousand_lines(journal: JournalFile, other: JournalFile) -> None:
    """The rest is counted."""
    found, more = differing(other.connection, journal.connection, 1)
    assert ([each.title for each in found], more) == (["Mercy East"], 3)
    assert differing(journal.connection, journal.connection, 9) == ((), 0)
