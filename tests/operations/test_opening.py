"""What should be said once a journal is open."""

from datetime import datetime
from pathlib import Path

import pytest

from journal.operations.journal import Journal
from journal.operations.opening import Offer, look_through, other_versions, warnings

DAMAGED = (
    "A part of this journal's file is damaged. Copy the file to a safe place before you go on."
)


def test_a_journal_in_a_quiet_place_needs_no_warning(journal: Journal) -> None:
    """Whoever is warned every day stops reading."""
    assert list(warnings(journal)) == []


def test_a_synced_folder_and_its_leavings_are_named(tmp_path: Path, now: datetime) -> None:
    """So that the user can move the one and look at the other."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with Journal.create(folder / "my.journal", lambda: now) as journal:
        (folder / "my (1).journal").touch()

        synced, copied = warnings(journal)

    assert "Dropbox copies elsewhere" in synced.sentence
    assert copied.sentence == "A second version of this journal lies beside it: my (1).journal."
    assert copied.details == str(folder / "my (1).journal")
    assert synced.is_named_once
    assert copied.is_named_once
    assert (synced.offer, copied.offer) == (Offer.MOVE, Offer.COMPARE)
    assert other_versions(journal) == (folder / "my (1).journal",)


def test_a_sound_journal_is_not_spoken_of(journal: Journal) -> None:
    """No news is what the check gives on every usual day."""
    assert look_through(journal) is None


@pytest.mark.parametrize(
    ("damage", "sentence", "details"),
    [
        (
            "UPDATE people SET name = 'Dina' WHERE id = 'dana'",
            "1 record of this journal was altered by something else than this program.",
            "content people dana",
        ),
        (
            "UPDATE search_documents SET title = 'Another' WHERE record = 'mercy'",
            "The search misses words of this journal; nothing that you wrote is lost.",
            "search ",
        ),
        (
            "UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'roles_account_id'",
            DAMAGED,
            "pages ",
        ),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    journal: Journal, damage: str, sentence: str, details: str
) -> None:
    """One sentence for the gravest of it; the rest for whoever asks."""
    connection = journal.file.connection
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(damage)
    notice = look_through(journal)
    assert notice is not None
    assert notice.sentence == sentence
    assert notice.details.startswith(details)
    assert not notice.is_named_once
