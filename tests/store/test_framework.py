"""What may be shared, read from a real file."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from journal.domain.account import Account
from journal.domain.errors import NotFoundError
from journal.domain.framework import Part
from journal.domain.plan import Norm
from journal.domain.record import AccountId, Agreement, RecordId, Side, Visibility
from journal.store import framework
from journal.store.failures import translated
from journal.store.file import JournalFile
from journal.store.writing import Act, writing

DAY = date(2026, 11, 23)
HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
NORM = Norm(
    id=RecordId("norm"),
    account_id=HARBOR.id,
    text="come on time",
    side=Side.OURS,
    visibility=Visibility.SHAREABLE,
)


def test_an_account_that_is_not_there_is_said(journal: JournalFile) -> None:
    """It may have been put into the trash meanwhile."""
    with pytest.raises(NotFoundError):
        framework.read(journal, HARBOR.id, DAY)


def test_a_page_is_read_while_nobody_was_named_and_nothing_is_open(
    journal: JournalFile, act: Act
) -> None:
    """On the first day there is neither oneself nor a negotiation."""
    with writing(journal.connection, act) as door:
        door.add(HARBOR, NORM)
    page = framework.read(journal, HARBOR.id, DAY)

    assert (page.account, page.author, page.day, page.version) == ("Harbor Health", "", DAY, 1)
    assert [each.record for each in page.of(Part.NORMS)] == ["norm"]


def test_what_is_declined_is_not_read(journal: JournalFile, act: Act) -> None:
    """It was said once; to come back with it would be not to have listened."""
    with writing(journal.connection, act) as door:
        door.add(HARBOR, replace(NORM, agreement=Agreement.DECLINED))

    assert framework.read(journal, HARBOR.id, DAY).lines == ()


def test_a_query_for_a_private_column_is_a_bug_and_no_trouble_with_the_disk(
    journal: JournalFile,
) -> None:
    """Told as a sentence about the disk, it would be looked for in the wrong place."""
    with (
        pytest.raises(sqlite3.DatabaseError, match="prohibited"),
        translated(),
        framework.reading(journal) as connection,
    ):
        connection.execute("SELECT note FROM people")
