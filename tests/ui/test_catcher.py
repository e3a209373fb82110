"""A fault in a slot does not end the program."""

import sys

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.catcher import Catcher


def test_a_fault_that_nobody_caught_is_told_and_logged(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Qt would print it and go on as if nothing had happened."""
    before: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: before.append(error))
    window = QWidget()
    qtbot.addWidget(window)
    catcher = Catcher()
    catcher.window = window
    catcher.install()
    try:
        sys.excepthook(ValueError, ValueError("impossible"), None)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        catcher.uninstall()
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "impossible" in caplog.text
    assert [type(error) for error in before] == [KeyboardInterrupt]
