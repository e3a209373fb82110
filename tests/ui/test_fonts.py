"""Letters are letters on a machine without fonts."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journal.ui import fonts

System = QFontDatabase.WritingSystem


@pytest.fixture(autouse=True)
def _leave_as_it_was(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    yield
    QFontDatabase.removeAllApplicationFonts()
    qapp.setFont(before)


def test_without_fonts_those_of_the_pages_are_used(qapp: QApplication) -> None:
    """On a bare machine every letter would be a box."""
    fonts.bring_own(qapp)
    assert qapp.font().family() == "Inter"
    assert "Inter" in QFontDatabase.families()


@pytest.mark.parametrize(
    ("script", "letter"),
    [(System.Arabic, "م"), (System.Hebrew, "ש"), (System.SimplifiedChinese, "医")],
)
def test_a_script_without_a_font_of_the_system_gets_ours(
    qtbot: QtBot, script: System, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Customers' names are written in every script."""
    window = QWidget()
    qtbot.addWidget(window)
    has_none: list[str] = []
    with monkeypatch.context() as none:
        none.setattr(QFontDatabase, "families", lambda _script: has_none)
        fonts.bring_scripts(window)
    with_it = [QRawFont.fromFont(QFont(each)) for each in QFontDatabase.families(script)]
    assert any(each.supportsCharacter(ord(letter)) for each in with_it)
