"""A second start finds the first."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.ui.doorbell import Doorbell, ring


def test_whoever_rings_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    """Also where the path is written in another way."""
    bell = Doorbell(tmp_path / "my.journal")
    (tmp_path / "folder").mkdir()
    with qtbot.waitSignal(bell.rung):
        assert ring(tmp_path / "folder" / ".." / "my.journal")
    with qtbot.waitSignal(bell.rung):
        assert ring(tmp_path / "my.journal")
    bell.take_down()
    bell.deleteLater()


def test_another_journal_has_another_bell(tmp_path: Path) -> None:
    """Two journals may be open side by side."""
    bell = Doorbell(tmp_path / "my.journal")
    assert not ring(tmp_path / "other.journal")
    bell.take_down()
    assert not ring(tmp_path / "my.journal")
    bell.deleteLater()


def test_what_a_dead_program_left_behind_is_taken_over(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A killed program leaves its socket in the folder; its journal's lock is free, though."""
    dead = Doorbell(tmp_path / "my.journal")
    bell = Doorbell(tmp_path / "my.journal")
    with qtbot.waitSignal(bell.rung):
        assert ring(tmp_path / "my.journal")
    for each in (dead, bell):
        each.take_down()
        each.deleteLater()
