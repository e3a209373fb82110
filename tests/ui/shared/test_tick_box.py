"""A check box that is seen to be ticked without its colour."""

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from journal.ui.shared.tick_box import TickBox
from journal.ui.theme import Scheme, Theme


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_tick_stands_in_the_box_only_while_it_is_ticked(
    qtbot: QtBot, theme: Theme, scheme: Scheme
) -> None:
    """Within the filled square are points in the colour of paper; an empty one has no ink."""
    theme.choose(scheme)
    box = TickBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    box.resize(box.sizeHint())
    picture = box.grab().toImage()
    middle = picture.height() // 2
    inside = {
        picture.pixelColor(x, y).name() for x in range(6, 14) for y in range(middle - 3, middle + 4)
    }
    paper = box.palette().color(QPalette.ColorRole.Base).name()
    assert paper in inside
    assert theme.colours.accent_text.name() in inside
    box.setChecked(False)
    empty = box.grab().toImage()
    assert empty.pixelColor(9, middle).name() == theme.colours.card.name()
