"""The briefs of the ten accounts of the sample: each is one sheet, printed on both sides."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.domain.paper import Paper
from journal.operations import listing
from journal.operations.briefing import brief_pdf
from journal.operations.journal import Journal
from journal.operations.sample import make_sample
from tests.brief.reading import texts


def clock() -> datetime:
    """Stand still on the day that the sample's own texts were written for."""
    return datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Make the sample once; nothing here writes to it."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.journal"
    make_sample(path, clock)
    with Journal.open(path, clock, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_every_brief_is_two_pages(journal: Journal, paper: Paper) -> None:
    """The fullest of them fills both; a third page would be left in the printer."""
    counts = {
        each.account.name: len(texts(brief_pdf(journal, each.account.id, paper=paper)))
        for each in listing.accounts(journal)
    }
    assert len(counts) == 10
    assert set(counts.values()) == {2}, counts


@pytest.mark.parametrize("paper", Paper)
def test_the_afterwards_blanks_are_never_parted(journal: Journal, paper: Paper) -> None:
    """They are filled in on one's knee, in the car."""
    for each in listing.accounts(journal):
        last = texts(brief_pdf(journal, each.account.id, paper=paper))[-1]
        assert "Afterwards" in last
        assert "they owe:" in last
        assert "each changes own plans for the other." in " ".join(last.split())
