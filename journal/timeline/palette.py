"""The colours of the roles where no window has its own: light and dark pictures, and paper.

The light ones are those of the light window, so that a picture shows what was seen.

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

DARK: Palette = {
    Role.INK: "#e7ecef",
    Role.MUTE: "#9aa8b1",
    Role.LINE: "#323c43",
    Role.CARD: "#1e252a",
    Role.ACCENT: "#6cc5d3",
    Role.BAND: "#232b31",
    Role.BAND_SELF: "#1b2c31",
    Role.GAP: "#293d44",
    Role.RATING_DAMAGED: "#e2735c",
    Role.RATING_STRAINED: "#e3a862",
    Role.RATING_NEUTRAL: "#b9b3a8",
    Role.RATING_POSITIVE: "#6dbbb4",
    Role.RATING_OUTSTANDING: "#35a3a0",
    Role.HELD: "#6cc5d3",
    Role.LOST: "#f08a73",
    Role.CALLED_OFF: "#7d8b94",
    Role.PLANNED: "#6cc5d3",
    Role.UNRECORDED: "#e3a862",
    Role.BARRIER: "#b9826a",
    Role.BARRIER_LIFTED: "#4d7f7c",
    Role.KEPT: "#35a3a0",
    Role.OWED: "#9aa8b1",
    Role.LATE: "#f08a73",
    Role.VISION: "#6cc5d3",
    Role.BAR: "#46555c",
    Role.BAR_AFTER: "#6dbbb4",
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
