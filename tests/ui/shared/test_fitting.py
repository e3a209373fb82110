"""A dialog opens no larger than the screen."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from journal.ui.shared.fitting import fit


def test_a_dialog_has_its_size_where_there_is_room(qtbot: QtBot) -> None:
    """And a frame's less than the screen where there is none."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    fit(dialog, 320, 200)
    assert dialog.size().toTuple() == (320, 200)

    room = dialog.screen().availableSize()
    fit(dialog, 320, room.height() + 1)
    assert dialog.size().toTuple() == (320, room.height() - 48)
