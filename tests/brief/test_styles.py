"""Colours on paper: readable for weak eyes, and on a printer that has black only."""

import pytest

from journal.brief.parts import Tone
from journal.brief.styles import BAND, EFFECTS, HEADING_INK, INKS, TITLE_INK, WHITE, Colour

READABLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text


def luminance(colour: Colour) -> float:
    """Return how light a colour is, as WCAG 2.2 defines it; black is 0, white is 1."""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return how far two colours stand out from each other, 1 to 21; the same in grey."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    "colour", {ink.colour for ink in (*INKS.values(), HEADING_INK, TITLE_INK)} | {*EFFECTS.values()}
)
def test_all_letters_stand_out_from_the_paper_and_from_the_band(colour: Colour) -> None:
    """Luminance is what a grey printer keeps."""
    assert contrast(colour, WHITE) >= READABLE
    assert contrast(colour, BAND) >= READABLE


def test_what_is_late_is_strong_as_well_as_red() -> None:
    """In grey its weight still tells it from the line below."""
    assert INKS[Tone.ALARM].cut is INKS[Tone.STRONG].cut is not INKS[Tone.PLAIN].cut
