"""Another version of the journal is looked at; nothing is changed by that."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.operations import restoring
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.backups.compare_dialog import CompareDialog
from journal.ui.theme import Theme
from tests.ui.backups.conftest import press, told
from tests.ui.case import clock, write_case

Compared = Callable[..., CompareDialog]


@pytest.fixture
def compared(
    qtbot: QtBot, host: QWidget, journal: Journal, workbench: Workbench, theme: Theme
) -> Compared:
    """Open the dialog on some files, and wait until it has looked into the first."""

    def open_it(*versions: Path) -> CompareDialog:
        dialog = CompareDialog(journal, versions, workbench, theme, host)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
        return dialog

    return open_it


def test_what_differs_is_told_record_by_record(
    qtbot: QtBot, compared: Compared, journal: Journal, backup: Path
) -> None:
    """In it are the things as they were before Nora came; and what to do about it."""
    before = journal.path.read_bytes(), backup.read_bytes()
    dialog = compared(backup)

    statement, note, advice = dialog.said().splitlines()
    assert statement == "Only there: 1 promise. Only here: 1 person. Not alike: 1 promise."
    assert note == "Last change in it: Mon 23 Nov 2026, 09:15."
    assert advice.startswith("Where only little is missing here, write it down again.")
    assert dialog.records.texts() == (
        "Person Nora only here",
        "Promise Cost comparison · Mercy General · 3 Sep not alike",
        "Promise Name of the analyst · Mercy General only there",
    )
    assert (journal.path.read_bytes(), backup.read_bytes()) == before

    with qtbot.waitSignal(dialog.restore_wanted) as wanted:
        press(dialog.restore)
    assert wanted.args == [backup]
    assert not dialog.isVisible()


def test_each_of_several_is_looked_into(
    qtbot: QtBot, compared: Compared, backup: Path, tmp_path: Path
) -> None:
    """One is no journal at all: it is named, and cannot be restored."""
    diary = tmp_path / "case (1).journal"
    diary.write_text("Dear diary")
    dialog = compared(diary, backup)
    assert dialog.said() == "case (1).journal is not a journal; it was not touched."
    assert not dialog.restore.isEnabled()

    dialog.versions.setCurrentIndex(1)
    dialog.versions.activated.emit(1)
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
    assert dialog.said().startswith("Only there:")
    assert dialog.restore.isEnabled()


def test_a_version_that_has_nothing_more_may_go(
    compared: Compared, journal: Journal, tmp_path: Path
) -> None:
    """The advice says so only then."""
    other = write_case(tmp_path / "case (1).journal")
    dialog = compared(other)
    assert dialog.said().splitlines()[0] == "Both hold the same, the trash aside."
    assert "This journal lacks nothing of it." in dialog.said()


def test_another_journal_is_no_version(compared: Compared, tmp_path: Path) -> None:
    """It only has such a name."""
    other = write_case(tmp_path / "case 2.journal")
    with Journal.open(other, clock) as opened:
        opened.file.connection.execute("UPDATE changes SET at = '2020-01-01T00:00:00+00:00'")
    assert "It began as another journal" in compared(other).said()


def test_a_fault_of_ours_is_told(
    compared: Compared,
    backup: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """And nothing is offered."""

    def fail(*_args: object) -> None:
        raise ValueError("impossible")

    monkeypatch.setattr(restoring, "compare", fail)
    dialog = compared(backup)
    assert len(told(dialog)) == 1
    assert not dialog.restore.isEnabled()
    assert "impossible" in caplog.text
