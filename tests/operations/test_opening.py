"""What should be said once a journal is open."""

from datetime import datetime
from pathlib import Path

from journal.operations.journal import Journal
from journal.operations.opening import warnings


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

    assert "Dropbox copies elsewhere" in synced
    assert copied == "A second version of this journal lies beside it: my (1).journal."
