"""Light and dark can both be read, by everybody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import resources
from journal.domain.rating import Level
from journal.ui.colours import DARK, LIGHT, Colours
from journal.ui.theme import Scheme, Theme, palette, strong_weight, stylesheet

TEXT_AA = 4.5
MARK_AA = 3.0

both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1 to 21."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_first_picture_goes_by_the_colours_of_the_system(qapp: QApplication) -> None:
    """What Qt says of the system is asked for when the window stands, and goes before it."""
    before = qapp.palette()
    qapp.setPalette(palette(DARK))
    theme = Theme(qapp, Scheme.SYSTEM)
    assert theme.colours is DARK
    theme.follow_system()
    assert (theme.colours is DARK) == (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    theme.deleteLater()
    qapp.setPalette(before)


def test_contrast_is_reckoned_as_wcag_reckons_it() -> None:
    """Black on white is 21 to 1; #767676 is the palest grey that AA allows on white."""
    white = QColor("#ffffff")
    assert contrast(QColor("#000000"), white) == pytest.approx(21)
    assert contrast(QColor("#767676"), white) == pytest.approx(4.54, abs=0.01)


@both
def test_text_meets_aa_on_every_ground_that_it_stands_on(colours: Colours) -> None:
    """The light set is read in a car park at noon, the dark one on a night train."""
    grounds = {"paper": colours.paper, "card": colours.card, "band": colours.band}
    pairs = {
        f"{name} on {ground}": (getattr(colours, name), grounds[ground])
        for ground in grounds
        for name in ("ink", "mute", "alarm", "accent_text")
    }
    pairs |= {
        "ink on side": (colours.ink, colours.side),
        "side_mute on side": (colours.side_mute, colours.side),
        "ink on hover": (colours.ink, colours.hover),
        "accent_ink on accent": (colours.accent_ink, colours.accent),
        "ink on our years": (colours.ink, colours.accent_soft),
        "mute on our years": (colours.mute, colours.accent_soft),
    }
    pairs |= {f"on {level.name}": (look.ink, look.fill) for level, look in colours.levels.items()}
    too_pale = {name: contrast(*pair) for name, pair in pairs.items() if contrast(*pair) < TEXT_AA}
    assert not too_pale


@both
def test_what_can_be_used_or_means_something_has_a_visible_outline(colours: Colours) -> None:
    """WCAG asks 3 to 1 of marks and of the frames of fields and buttons."""
    pairs = {
        f"{name} on {ground}": (colour, getattr(colours, ground))
        for ground in ("card", "paper", "side")
        for name, colour in {
            "frame": colours.edge,
            **{level.name: look.edge for level, look in colours.levels.items()},
        }.items()
    }
    pairs["chosen row on side"] = (colours.accent, colours.side)
    too_pale = {name: contrast(*pair) for name, pair in pairs.items() if contrast(*pair) < MARK_AA}
    assert not too_pale


@both
def test_every_name_in_the_stylesheet_has_its_colour(colours: Colours) -> None:
    """A name without a colour would silently drop the rule that it stands in."""
    sheet = stylesheet(colours)
    assert "$" not in sheet
    assert colours.accent.name() in sheet


def test_the_ratings_of_a_set_are_all_there() -> None:
    """A level without a colour could not be drawn."""
    assert set(LIGHT.levels) == set(DARK.levels) == set(Level)


def test_choosing_dark_changes_palette_and_sheet_at_once(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    """The menu's choice is seen at once, without a new start."""
    assert qapp.palette().color(QPalette.ColorRole.Window) == LIGHT.paper
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    assert theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.paper
    assert DARK.paper.name() in qapp.styleSheet()


def test_a_system_that_says_nothing_is_light(theme: Theme) -> None:
    """Off screen and on a bare X11 display Qt does not know what the system wants."""
    theme.choose(Scheme.SYSTEM)
    assert theme.colours is not DARK


def test_a_family_without_a_half_bold_face_is_set_in_bold(qapp: QApplication) -> None:
    """Qt makes bold out of a regular face, but not half bold; the title would look like text."""
    assert strong_weight("no such family at all") in {QFont.Weight.DemiBold, QFont.Weight.Bold}
    font = resources.find("fonts/NotoEmoji-Regular.ttf")
    number = QFontDatabase.addApplicationFont(str(font))
    try:
        assert strong_weight("Noto Emoji") is QFont.Weight.Bold
    finally:
        QFontDatabase.removeApplicationFont(number)


def test_disabled_text_is_told_from_enabled() -> None:
    """A command that cannot be chosen now must not look as if it could."""
    made = palette(LIGHT)
    role = QPalette.ColorRole.ButtonText
    assert made.color(QPalette.ColorGroup.Disabled, role) == LIGHT.mute
    assert made.color(QPalette.ColorGroup.Active, role) == LIGHT.ink
