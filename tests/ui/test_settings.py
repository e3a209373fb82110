"""What the window remembers of itself, and where it must not be written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from journal.ui.settings import Settings
from journal.ui.theme import Scheme


def test_what_was_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    """Scheme and place, in a file that a second start reads."""
    path = tmp_path / "window.ini"
    first = Settings(path)
    first.scheme = Scheme.DARK
    first.place = QByteArray(b"somewhere")
    del first
    again = Settings(path)
    assert again.scheme is Scheme.DARK
    assert again.place == QByteArray(b"somewhere")


def test_a_file_that_was_written_by_hand_cannot_stop_the_start(tmp_path: Path) -> None:
    """What makes no sense is as if it were not there."""
    path = tmp_path / "window.ini"
    path.write_text("[window]\nscheme=purple\nplace=left\n", encoding="utf-8")
    settings = Settings(path)
    assert settings.scheme is Scheme.SYSTEM
    assert settings.place.isEmpty()


def test_without_a_file_nothing_is_remembered_and_nothing_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A picture needs none. Given the null device as a file, Qt put an ordinary one there."""
    asked: list[object] = []
    monkeypatch.setattr(QSettings, "setValue", lambda *_self_and_more: asked.append(1))
    settings = Settings(None)
    settings.scheme = Scheme.DARK
    settings.place = QByteArray(b"somewhere")
    assert settings.scheme is Scheme.SYSTEM
    assert settings.place.isEmpty()
    assert not asked


def test_what_the_user_took_note_of_is_kept_for_each_journal(tmp_path: Path) -> None:
    """Of two journals in one folder each is warned of once; no name is written down."""
    file = tmp_path / "window.ini"
    mine, other = tmp_path / "mine.journal", tmp_path / "other.journal"
    Settings(file).know(mine, "It lies there.")
    again = Settings(file)
    assert again.is_known(mine, "It lies there.")
    assert not again.is_known(mine, "It lies elsewhere.")
    assert not again.is_known(other, "It lies there.")
    del again
    assert "mine" not in file.read_text(encoding="utf-8")
    assert not Settings(None).is_known(mine, "It lies there.")
