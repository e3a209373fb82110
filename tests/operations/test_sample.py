"""The sample journal: alive on any day, and never laid over somebody's work."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.domain.errors import NotSavedError
from journal.operations import accounts, listing, reading, sample
from journal.operations.journal import Clock, Journal


def clock() -> datetime:
    """Stand still on the day that the sample's own texts were written for."""
    return datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


def two_years_later() -> datetime:
    """Stand still on a Tuesday long after."""
    return datetime(2028, 11, 21, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize("today", [clock, two_years_later])
def test_the_repaired_account_has_its_next_meeting_ahead(tmp_path: Path, today: Clock) -> None:
    """A sample whose last entry is years old would show a dead relationship."""
    path = tmp_path / "sample.journal"
    sample.make_sample(path, today)

    with Journal.open(path, today) as journal:
        found = listing.accounts(journal)
        assert len(found) == 10
        repaired = next(each for each in found if each.account.name == sample.REPAIRED)
        assert repaired.last_held is not None
        assert repaired.next_meeting is not None
        assert 0 <= (repaired.next_meeting.instant - today()).days <= 28
        assert 0 <= (today() - repaired.last_held.instant).days <= 60


def test_an_untouched_sample_gives_way_to_a_fresh_one(tmp_path: Path) -> None:
    """So that its dates stand around today again, and nothing is left beside it."""
    path = tmp_path / "sample.journal"
    sample.make_sample(path, clock)
    sample.make_sample(path, two_years_later)

    with Journal.open(path, two_years_later) as journal:
        account = reading.find_account(journal, sample.REPAIRED)
        years = {each.when.day.year for each in reading.relationship(journal, account.id).meetings}
    assert 2028 in years
    assert [each.name for each in tmp_path.iterdir()] == ["sample.journal"]


def test_a_sample_in_which_somebody_worked_is_left_alone(tmp_path: Path) -> None:
    """They may have learnt the program on it, with their own customers."""
    path = tmp_path / "sample.journal"
    sample.make_sample(path, clock)
    with Journal.open(path, clock) as journal:
        accounts.introduce_self(journal, "Somebody Else")
    before = path.read_bytes()

    assert not sample.is_untouched(path)
    with pytest.raises(NotSavedError, match="holds changes of yours"):
        sample.make_sample(path, clock)
    assert path.read_bytes() == before


def test_a_folder_that_refuses_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that another program has open."""

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotSavedError, match="could not be written"):
        sample.make_sample(tmp_path / "sample.journal", clock)
