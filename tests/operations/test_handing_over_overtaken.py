"""Somebody changes an account while another hands it over: a sentence, and nothing is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.errors import OvertakenError
from journal.domain.record import Record
from journal.exchange.handover import write_handover
from journal.operations import reading, records
from journal.operations.handing_over import Choice, hand_over, preview
from journal.operations.journal import Journal
from tests.operations.handovers import BEN, mercy, passing, unpacked, whole_of


def change_elsewhere(journal: Journal, record: Record) -> None:
    """Save a record from another window."""
    with Journal.open(journal.path, journal.now) as elsewhere:
        records.edit(elsewhere, "Edit", record)


def noted(journal: Journal, words: str) -> Record:
    """Return the account with another private note."""
    return replace(reading.relationship(journal, mercy(journal)).account, note=words)


@pytest.mark.parametrize("choice", [Choice.PASS_ON, Choice.DELETE])
def test_a_note_that_nobody_has_read_neither_goes_nor_is_deleted(
    nora: Journal, choice: Choice
) -> None:
    """The choice was made about other words."""
    change_elsewhere(nora, noted(nora, "harmless"))
    seen = preview(nora, mercy(nora))
    change_elsewhere(nora, noted(nora, "never tell Ben"))
    before, path = whole_of(nora), nora.path.with_name("a.handover")

    with pytest.raises(OvertakenError, match="begin again"):
        hand_over(nora, mercy(nora), path, passing(seen, choice), BEN, seen=seen)
    assert whole_of(nora) == before
    assert not path.exists()


def test_a_note_that_stays_may_change(nora: Journal) -> None:
    """It goes nowhere, so there is nothing to ask; and what came in addition is kept as well."""
    seen = preview(nora, mercy(nora))
    change_elsewhere(nora, noted(nora, "never tell Ben"))
    path = nora.path.with_name("a.handover")

    hand_over(nora, mercy(nora), path, passing(seen, Choice.KEEP), BEN, seen=seen)

    assert b"never tell Ben" not in unpacked(path)
    assert reading.find_account(nora, "Mercy General").note == "never tell Ben"


def test_what_is_written_while_the_file_is_written_is_not_left_out(
    nora: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file would say less than the journal on the day it was handed over."""
    path = nora.path.with_name("a.handover")
    account = reading.relationship(nora, mercy(nora)).account

    def slowly(target: Path, *, records: str, digest: bytes, files: dict[str, Path]) -> None:
        write_handover(target, records=records, digest=digest, files=files)
        if account.place != "Prague":
            change_elsewhere(nora, replace(account, place="Prague"))

    monkeypatch.setattr("journal.operations.handing_over.write_handover", slowly)
    with pytest.raises(OvertakenError, match="try again"):
        hand_over(nora, mercy(nora), path, {}, BEN)
    assert not path.exists()
    assert reading.find_account(nora, "Mercy General").place == "Prague"

    monkeypatch.undo()
    hand_over(nora, mercy(nora), path, {}, BEN)
    assert b"Prague" in unpacked(path)
