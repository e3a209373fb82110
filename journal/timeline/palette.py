"""The colours of the roles outside the window: in pictures, and on paper.

Those of a picture are those of the light window, so that it shows what was seen; a test holds the
two together. The dark ones are the window's alone: nobody prints or sends a dark picture.

Text on every ground it stands on meets WCAG AA (4.5 to 1). The ratings are safe for the
colour-blind, and never told by colour alone. `MUTE` is a little darker than on plain paper,
since here it also stands on the bands of the owners.
"""

from collections.abc import Mapping

from journal.timeline.scene import Role

Palette = Mapping[Role, str]
"""Each role's colour, as `#rrggbb`."""

LIGHT: Palette = {
    Role.INK: "#1d2a33",
    Role.MUTE: "#5d6a74",
    Role.LINE: "#e2e0da",
    Role.CARD: "#ffffff",
    Role.ACCENT: "#0b5c6b",
    Role.BAND: "#f7f6f2",
    Role.BAND_SELF: "#f3f8f9",
    Role.GAP: "#e0eaec",
    Role.RATING_DAMAGED: "#bf4630",
    Role.RATING_STRAINED: "#a9691f",
    Role.RATING_NEUTRAL: "#b3ada2",
    Role.RATING_POSITIVE: "#58a6a0",
    Role.RATING_OUTSTANDING: "#0b6e6e",
    Role.HELD: "#0b5c6b",
    Role.LOST: "#b5432e",
    Role.CALLED_OFF: "#66737d",
    Role.PLANNED: "#0b5c6b",
    Role.UNRECORDED: "#a9691f",
    Role.BARRIER: "#a9691f",
    Role.BARRIER_LIFTED: "#36847e",
    Role.KEPT: "#0b6e6e",
    Role.OWED: "#66737d",
    Role.LATE: "#b5432e",
    Role.VISION: "#0b5c6b",
    Role.BAR: "#cfd8d8",
    Role.BAR_AFTER: "#58a6a0",
}

PRINT: Palette = {
    **LIGHT,
    Role.INK: "#000000",
    Role.MUTE: "#55595c",
    Role.LINE: "#d0cec8",
    Role.BAND: "#f4f3f0",
    Role.BAND_SELF: "#eef4f5",
    Role.BAR: "#c3cccc",
}
