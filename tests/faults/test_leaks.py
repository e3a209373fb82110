"""Nothing private reaches the page that is shared.

No search of a PDF's text finds every leak, so the proof is twofold: words planted in every private
field are nowhere in the file, and journals that differ only in what is private give the same bytes.
More changes for a release: `LEAK_CHANGES=500`; others: `LEAK_SEED=7`.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pypdfium2
import pytest

from journal.domain.paper import Paper
from journal.operations import briefing, framework, listing, reading
from journal.operations.journal import Journal
from journal.operations.sample import RAISED, make_sample
from tests.faults.leaking import Field, change_something, plant, private_fields, turned_out

CHANGES = int(os.environ.get("LEAK_CHANGES", "60"))
SEED = int(os.environ.get("LEAK_SEED", "1"))
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


def clock() -> datetime:
    """Stand still."""
    return NOW


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample once; nobody works in it."""
    path = tmp_path_factory.mktemp("leaks") / "sample.journal"
    make_sample(path, clock)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO attachments SELECT 'file ' || id, id, 'a.pdf', 'd', 1, 'x', NULL, 'n',"
            " created_at, updated_at, NULL, 1, 'd' FROM accounts"
        )
    return path


@pytest.fixture
def path(sample: Path, tmp_path: Path) -> Path:
    """Copy the sample, to spoil it."""
    return Path(shutil.copy(sample, tmp_path / "spoiled.journal"))


def account_of(path: Path) -> str:
    """Return the id of the account whose page is shared."""
    with Journal.open(path, clock, read_only=True) as journal:
        return reading.find_account(journal, RAISED).id


def page(path: Path, paper: Paper = Paper.A4) -> bytes:
    """Print the page."""
    with Journal.open(path, clock, read_only=True) as journal:
        account = reading.find_account(journal, RAISED).id
        return framework.framework_pdf(journal, account, paper=paper)


def planted(path: Path) -> dict[str, Field]:
    """Put a word of its own into every private field of the file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return plant(connection, account_of(path))


def private_pages(path: Path) -> Iterator[str]:
    """Print the brief of every account, and return what its pages say."""
    with Journal.open(path, clock, read_only=True) as journal:
        for each in listing.accounts(journal):
            with pypdfium2.PdfDocument(briefing.brief_pdf(journal, each.account.id)) as document:
                yield from (leaf.get_textpage().get_text_range() for leaf in document)


# What no brief prints: addresses and notes of its own page, files, what belongs to negotiations as
# such, another wording of a line that stays home, where something came from, the store's own books.
NOT_PRINTED = """
accounts.address accounts.note accounts.place accounts.unit
people.email people.note people.phone standing_commitments.note
meetings.found_reason meetings.notes meetings.stated_reason metric_readings.note ratings.remark
attachments.media_type attachments.name attachments.note
negotiations.result negotiations.title questions.answer
metrics.agreed_wording promises.agreed_wording questions.agreed_wording quotes.agreed_wording
issued_lines.agreed_wording issued_lines.section origins.key origins.source
changes.name history.after history.before
search_documents.accounts search_documents.body search_documents.title
"""


def test_no_word_of_a_private_field_is_in_the_file(path: Path) -> None:
    """Not on the page, in its properties, its streams, its strings or as an attachment."""
    words = planted(path)
    clean = page(path)

    for paper in Paper:
        assert "Kanari" not in turned_out(page(path, paper))
    assert len(words) > 60
    assert b"Kanari" not in clean


def test_every_private_field_has_a_row_to_plant_a_word_in(path: Path) -> None:
    """A word that was planted nowhere is found nowhere."""
    words = planted(path)
    with closing(sqlite3.connect(path)) as connection:
        for word, field in words.items():
            held = connection.execute(
                f'SELECT 1 FROM {field.table} WHERE "{field.column}" LIKE ?', (f"{word}%",)
            )
            assert held.fetchone() is not None, field


def test_each_word_is_in_a_private_brief_or_known_not_to_be_printed(path: Path) -> None:
    """Else the words might be missing on the page because nothing prints them at all."""
    words = planted(path)
    printed = " ".join(private_pages(path))

    missing = {f"{each.table}.{each.column}" for word, each in words.items() if word not in printed}
    assert missing == set(NOT_PRINTED.split())


def test_a_word_that_may_be_shared_is_found(path: Path) -> None:
    """Negative control: the search finds what is there, in the page and in its properties."""
    planted(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE norms SET visibility = 'shareable'")
        connection.execute("UPDATE norms SET text = 'Kanarivogel', agreed_wording = ''")
    assert "Kanarivogel" in turned_out(page(path))

    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE norms SET text = 'calm'")
        connection.execute("UPDATE accounts SET name = 'Kanarihaus' WHERE name = ?", (RAISED,))
    with Journal.open(path, clock, read_only=True) as journal:
        account = reading.find_account(journal, "Kanarihaus").id
        assert "Kanarihaus" in turned_out(framework.framework_pdf(journal, account))


def test_journals_that_differ_in_what_is_private_give_the_same_bytes(path: Path) -> None:
    """The proof that needs no search: whatever leaks changes a byte."""
    chance = Random(SEED)
    account, clean = account_of(path), page(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for _ in range(CHANGES):
            change_something(connection, chance, account)
            assert page(path) == clean
        assert connection.total_changes > CHANGES // 2


def test_a_change_of_what_is_shared_changes_the_bytes(path: Path) -> None:
    """Negative control: the comparison would notice."""
    clean = page(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE norms SET text = text || '!' WHERE visibility = 'shareable'")
    assert page(path) != clean


def test_every_private_field_is_among_those_that_are_changed(path: Path) -> None:
    """The fields come from the schema: a new one is changed and planted without being named."""
    with closing(sqlite3.connect(path)) as connection:
        fields = {(each.table, each.column) for each in private_fields(connection)}
    assert ("ratings", "level") in fields
    assert ("people", "remember") in fields
    assert ("meetings", "travel_min") in fields
    assert ("alternatives", "text") in fields
    assert ("metrics", "basis") not in fields  # it decides
