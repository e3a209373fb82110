"""What lies around a journal."""

from pathlib import Path

import pytest

from journal.store.surroundings import conflict_copies, syncing_program


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)/work", "Dropbox"),
        ("OneDrive - Calder Medical/Documents", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("GoogleDrive-ana@example.org/My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Documents", None),
        ("dropboxes", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(
    tmp_path: Path, folder: str, program: str | None
) -> None:
    """However deep the journal lies in it."""
    assert syncing_program(tmp_path / folder / "my.journal") == program


def test_a_synced_folder_is_known_by_its_mark(tmp_path: Path) -> None:
    """Syncthing copies any folder, whatever its name."""
    (tmp_path / "work").mkdir()
    (tmp_path / ".stfolder").mkdir()

    assert syncing_program(tmp_path / "work" / "my.journal") == "Syncthing"


def test_copies_made_by_a_conflict_are_found(tmp_path: Path) -> None:
    """And no other journals."""
    copies = [
        "my (1).journal",
        "my (Ana's conflicted copy 2026-11-23).journal",
        "my (conflicted copy 2026-11-23 081500).journal",
        "my 2.journal",
        "my-LAPTOP-7.journal",
        "my.sync-conflict-20261123-081500-ABCDEFG.journal",
        "my_conflict-20261123-081500.journal",
    ]
    others = [
        "my.journal",
        "mybook.journal",
        "your.journal",
        "my (1).pdf",
    ]
    for name in (*copies, *others):
        (tmp_path / name).touch()

    assert [each.name for each in conflict_copies(tmp_path / "my.journal")] == copies
