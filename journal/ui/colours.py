"""The two sets of colours; where text stands on a ground, both meet WCAG AA (4.5 to 1)."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from journal.domain.rating import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelColours:
    """How one rating is drawn.

    Attributes:
        fill: Of the mark and of a chosen segment.
        edge: A thin outline, 3 to 1 against every ground, for marks that are paler.
        ink: Text on the fill.
    """

    fill: QColor
    edge: QColor
    ink: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set, named by what a colour is for.

    Attributes:
        paper: The ground of the window.
        side: The ground of the list of accounts, a little apart from paper.
        card: The ground that content lies on.
        ink: Text.
        mute: Text that may be passed over.
        side_mute: The same on `side`.
        line: Thin rules and frames.
        edge: Frames of what can be typed into or pressed, 3 to 1 against card.
        band: The ground of a colleague's years on the timeline.
        scroll: The handle of a scroll bar that nobody points at.
        hover: The ground of a row or a button under the pointer.
        accent: The one colour of what can be done and what is chosen.
        accent_ink: Text on accent.
        accent_soft: The ground of what is ours on the timeline.
        gap: Between the two sides there, where they differ.
        accent_text: Accent as text on paper or card.
        alarm: Text of what is late or lost.
        bar: A measured amount in the past; `bar_new` since the last turn.
        levels: For each rating.
    """

    paper: QColor
    side: QColor
    card: QColor
    ink: QColor
    mute: QColor
    side_mute: QColor
    line: QColor
    edge: QColor
    band: QColor
    scroll: QColor
    hover: QColor
    accent: QColor
    accent_ink: QColor
    accent_soft: QColor
    gap: QColor
    accent_text: QColor
    alarm: QColor
    bar: QColor
    levels: dict[Level, LevelColours]


def _level(fill: str, edge: str, ink: str) -> LevelColours:
    return LevelColours(fill=QColor(fill), edge=QColor(edge), ink=QColor(ink))


LIGHT = Colours(
    paper=QColor("#fbfaf7"),
    side=QColor("#f3f2ed"),
    card=QColor("#ffffff"),
    ink=QColor("#1d2a33"),
    mute=QColor("#66737d"),
    side_mute=QColor("#5d6a74"),
    line=QColor("#e2e0da"),
    edge=QColor("#8c8981"),
    band=QColor("#f7f6f2"),
    scroll=QColor("#cbc8bf"),
    hover=QColor("#eae8e1"),
    accent=QColor("#0b5c6b"),
    accent_ink=QColor("#ffffff"),
    accent_soft=QColor("#f3f8f9"),
    gap=QColor("#e0eaec"),
    accent_text=QColor("#0b5c6b"),
    alarm=QColor("#b5432e"),
    bar=QColor("#cfd8d8"),
    levels={
        Level.DAMAGED: _level("#bf4630", "#bf4630", "#ffffff"),
        Level.STRAINED: _level("#dd9a4e", "#a9691f", "#1d2a33"),
        Level.NEUTRAL: _level("#b3ada2", "#857f73", "#1d2a33"),
        Level.POSITIVE: _level("#58a6a0", "#36847e", "#1d2a33"),
        Level.OUTSTANDING: _level("#0b6e6e", "#0b6e6e", "#ffffff"),
    },
)

DARK = Colours(
    paper=QColor("#171c20"),
    side=QColor("#12171a"),
    card=QColor("#1e252a"),
    ink=QColor("#e7ecef"),
    mute=QColor("#9aa8b1"),
    side_mute=QColor("#9aa8b1"),
    line=QColor("#323c43"),
    edge=QColor("#72808a"),
    band=QColor("#252d33"),
    scroll=QColor("#46525a"),
    hover=QColor("#263037"),
    accent=QColor("#17707f"),
    accent_ink=QColor("#ffffff"),
    accent_soft=QColor("#1b2c31"),
    gap=QColor("#293d44"),
    accent_text=QColor("#6cc5d3"),
    alarm=QColor("#f08a73"),
    bar=QColor("#46555c"),
    levels={
        Level.DAMAGED: _level("#e2735c", "#e2735c", "#12171a"),
        Level.STRAINED: _level("#e3a862", "#e3a862", "#12171a"),
        Level.NEUTRAL: _level("#b9b3a8", "#b9b3a8", "#12171a"),
        Level.POSITIVE: _level("#6dbbb4", "#6dbbb4", "#12171a"),
        Level.OUTSTANDING: _level("#35a3a0", "#35a3a0", "#12171a"),
    },
)
