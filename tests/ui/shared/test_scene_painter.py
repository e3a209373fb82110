"""The painter: legible colours, and lines that are read from the side they are written from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from journal.timeline.scene import Label, Rect, Role, Scene
from journal.ui.colours import DARK, LIGHT, Colours
from journal.ui.shared.scene_painter import Lettering, ScenePainter, role_colours
from tests.timeline.test_palette import MARK_ON_GROUND, TEXT_ON_GROUND, contrast

# Of the sample's account in Riyadh: Arabic with a full stop, and with a Latin name in front.
STOPPED = "الممرضون."
NAMED_FIRST = "Oracle هو ما يستخدمه الصيادلة."


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_legible_on_every_ground(colours: Colours, text: Role, ground: Role) -> None:
    """WCAG AA, 4.5 to 1, also on the bands of the owners, in light and in dark."""
    roles = role_colours(colours)
    assert contrast(roles[text].name(), roles[ground].name()) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize(("mark", "ground"), MARK_ON_GROUND)
def test_a_mark_can_be_seen_on_every_ground(colours: Colours, mark: Role, ground: Role) -> None:
    """WCAG AA for what is no text, 3 to 1, in light and in dark."""
    roles = role_colours(colours)
    assert contrast(roles[mark].name(), roles[ground].name()) >= 3


def painted(text: str, *, right_to_left: bool) -> QImage:
    """Paint one label onto a widget of a window that reads from the left."""
    lettering = Lettering(QFont(QApplication.font()))
    label = Label(text, 10, 20, Role.INK, 11, 200, right_to_left=right_to_left)
    scene = Scene(
        width_px=300,
        height_px=30,
        title="",
        words="",
        plot=Rect(0, 0, 300, 30),
        labels=(label,),
    )
    image = blank()
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as on such a widget
    ScenePainter(LIGHT, lettering).paint(painter, scene)
    painter.end()
    return image


def blank() -> QImage:
    """Make paper."""
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def written(text: str, direction: Qt.LayoutDirection) -> QImage:
    """Write the text as Qt does where it is told the direction of the paragraph."""
    image = blank()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(Lettering(QFont(QApplication.font())).font(11))
    painter.setPen(LIGHT.ink)
    painter.setLayoutDirection(direction)
    painter.drawText(10, 20, text)
    painter.end()
    return image


@pytest.mark.parametrize("text", [STOPPED, NAMED_FIRST])
def test_a_line_is_painted_in_the_direction_it_is_read(qapp: QApplication, text: str) -> None:
    """A full stop on the wrong side, or the parts of a sentence in the wrong order, misread it."""
    from_right = written(text, Qt.LayoutDirection.RightToLeft)
    from_left = written(text, Qt.LayoutDirection.LeftToRight)
    assert from_right != from_left
    assert painted(text, right_to_left=True) == from_right
    assert painted(text, right_to_left=False) == from_left


def test_the_full_stop_of_arabic_stands_at_its_left(qapp: QApplication) -> None:
    """Its few dark points are the first ones from the left: low, and nothing above them."""
    image = painted(STOPPED, right_to_left=True)
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 160
    ]
    first = min(x for x, _ in dark)
    assert min(y for x, y in dark if x <= first + 1) >= 17
