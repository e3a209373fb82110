"""Colours of the roles: complete, and legible on every ground."""

from collections.abc import Callable
from itertools import product

import pytest

from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import lay_out
from journal.timeline.palette import LIGHT, PRINT, Palette
from journal.timeline.scale import DAY_S, fitted
from journal.timeline.scene import Role, Shape
from journal.timeline.shapes import OUTLINES
from tests.timeline.drawing import grounds, whole_view
from tests.timeline.histories import NOW, case, crowd, foreign, nothing

PALETTES = [LIGHT, PRINT]
GROUNDS = (Role.CARD, Role.BAND, Role.BAND_SELF, Role.GAP)


def luminance(colour: str) -> float:
    """Return the relative luminance. Source: WCAG 2.1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast, from 1 to 21. Source: WCAG 2.1."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_every_role_has_a_colour(palette: Palette) -> None:
    """A painter must not have to guess."""
    assert set(palette) == set(Role)


TEXT_ON_GROUND = list(product((Role.INK, Role.MUTE, Role.ACCENT), GROUNDS))


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_legible_on_every_ground(palette: Palette, text: Role, ground: Role) -> None:
    """WCAG AA: 4.5 to 1."""
    assert contrast(palette[text], palette[ground]) >= 4.5


MARK_ON_GROUND = list(
    product((Role.CALLED_OFF, Role.OWED, Role.HELD, Role.LOST, Role.VISION), GROUNDS)
)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("mark", "ground"), MARK_ON_GROUND)
def test_a_mark_can_be_seen_on_every_ground(palette: Palette, mark: Role, ground: Role) -> None:
    """WCAG AA for what is no text: 3 to 1."""
    assert contrast(palette[mark], palette[ground]) >= 3


@pytest.mark.parametrize("half_days", [3, 40, 400, 4_000])
@pytest.mark.parametrize("history", [case, crowd, foreign, nothing])
def test_text_stands_on_no_other_ground(
    history: Callable[[], Relationship], half_days: int
) -> None:
    """What is legible is tried above; a new ground or colour of text has to be added there."""
    timeline = prepare(history(), now=NOW)
    middle, half = timeline.now - half_days * DAY_S, half_days * DAY_S
    scene = lay_out(timeline, fitted(whole_view(timeline), middle - half, middle + half))
    assert grounds(scene) <= set(TEXT_ON_GROUND)


def test_every_shape_has_an_outline_of_its_own() -> None:
    """Two signs that look alike would be told by colour alone."""
    assert set(OUTLINES) == set(Shape)
    # A dot is a dot for meetings and ratings, which stand in lanes of their own.
    in_the_lane_of_meetings = [
        OUTLINES[each]
        for each in (
            Shape.HELD,
            Shape.LOST,
            Shape.LOST_AT_THE_DOOR,
            Shape.CALLED_OFF,
            Shape.MOVED,
            Shape.PLANNED,
            Shape.UNRECORDED,
        )
    ]
    of_promises = [
        OUTLINES[each]
        for each in (Shape.KEPT, Shape.KEPT_LATE, Shape.OWED, Shape.LATE, Shape.DROPPED)
    ]
    of_ratings = [OUTLINES[each] for each in Shape if each.startswith("rating")]
    for group in (in_the_lane_of_meetings, of_promises, of_ratings):
        assert len(set(group)) == len(group)
