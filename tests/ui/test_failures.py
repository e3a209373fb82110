"""What went wrong is said in one sentence, and a fault of ours does not end the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QStyle
from pytestqt.qtbot import QtBot

from journal.domain.errors import JournalError
from journal.ui import failures
from journal.ui.theme import Theme


def test_a_sentence_of_the_world_stands_alone_with_its_details_apart(qtbot: QtBot) -> None:
    """The user reads what to do; the rest is there on request."""
    box = failures.box(None, JournalError("The disk is full; nothing was changed.", "ENOSPC"))
    qtbot.addWidget(box)
    assert box.text() == "The disk is full; nothing was changed."
    assert box.detailedText() == "ENOSPC"
    assert box.textFormat() is Qt.TextFormat.PlainText


def test_without_details_there_is_no_button_for_them(qtbot: QtBot) -> None:
    """A button that opens nothing is noise."""
    box = failures.box(None, JournalError("There is no such account."))
    qtbot.addWidget(box)
    assert len(box.buttons()) == 1


def test_a_fault_of_ours_says_what_was_kept(qtbot: QtBot) -> None:
    """Nobody should fear for the journal because a window has a fault."""
    box = failures.box(None, ValueError("impossible"))
    qtbot.addWidget(box)
    assert "What was saved before is kept" in box.text()
    assert "ValueError: impossible" in box.detailedText()


def test_no_icon_stands_where_a_word_serves(qtbot: QtBot, theme: Theme) -> None:
    """Some desktops put a tick beside OK."""
    box = failures.box(None, JournalError("The disk is full; nothing was changed."))
    qtbot.addWidget(box)
    box.show()
    (buttons,) = box.findChildren(QDialogButtonBox)
    hint = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    assert not buttons.style().styleHint(hint, None, buttons)
    assert all(each.icon().isNull() for each in box.buttons())
