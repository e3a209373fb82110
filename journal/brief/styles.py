"""How the parts look: papers, sizes, colours. Points throughout (1/72 inch)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from journal.brief.parts import Tone
from journal.domain.metric import Effect
from journal.domain.paper import Paper
from journal.domain.rating import Level


class Cut(StrEnum):
    """How the letters of one family are cut."""

    REGULAR = "regular"
    ITALIC = "italic"
    STRONG = "strong"


Colour = tuple[float, float, float]


def colour_of(code: str) -> Colour:
    """Return red, green and blue, 0 to 1, of `rrggbb` or `#rrggbb`."""
    digits = code.removeprefix("#")
    red, green, blue = (round(int(digits[at : at + 2], 16) / 255, 4) for at in (0, 2, 4))
    return red, green, blue


INK = colour_of("1d2a33")
MUTE = colour_of("5f6b75")
RULE = colour_of("cfcdc6")
LINE = colour_of("e2e0da")
DOTS = colour_of("9a9d9c")
BAND = colour_of("f1f0ea")
ACCENT = colour_of("0b5c6b")
ALARM = colour_of("b03c27")
WHITE = colour_of("ffffff")
RATINGS = {
    Level.DAMAGED: colour_of("bf4630"),
    Level.STRAINED: colour_of("dd9a4e"),
    Level.NEUTRAL: colour_of("b3ada2"),
    Level.POSITIVE: colour_of("58a6a0"),
    Level.OUTSTANDING: colour_of("0b6e6e"),
}
EFFECTS = {
    Effect.AGAINST: ALARM,
    Effect.NEUTRAL: INK,
    Effect.SUPPORTS: colour_of("0b6e6e"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """A size, and from one baseline to the next."""

    size: float
    leading: float


TITLE = Type(size=16.5, leading=20)
STATEMENT = Type(size=10.5, leading=14.4)
BODY = Type(size=9, leading=12.4)
_TIGHTER = (
    (Type(size=9, leading=12), 0.8),
    (Type(size=9, leading=11.6), 0.6),
    (Type(size=9, leading=11.3), 0.5),
)
LABEL = Type(size=7.5, leading=9.5)  # on figures and at the foot; never running text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper's size and margins, and how closely it is set.

    Attributes:
        bottom: The foot stands in it.
        body: The type of the running text.
        air: What gaps between sections are multiplied by.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float
    body: Type = BODY
    air: float = 1.0

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        """The height of the text."""
        return self.height - self.top - self.bottom

    @property
    def tighter(self) -> "tuple[Sheet, ...]":
        """The same sheet with its lines closer and closer; the letters stay as large."""
        return tuple(replace(self, body=body, air=air) for body, air in _TIGHTER)


SHEETS = {
    Paper.A4: Sheet(width=595.28, height=841.89, side=39, top=33, bottom=40),
    Paper.LETTER: Sheet(width=612, height=792, side=42, top=30, bottom=38),
    Paper.A5: Sheet(width=419.53, height=595.28, side=28, top=28, bottom=34),
}
NARROW = 400.0  # below this measure two columns of 9 pt would hold fewer than 35 letters a line


@dataclass(frozen=True, slots=True)
class Ink:
    """How the letters of a run are cut and coloured."""

    cut: Cut
    colour: Colour


INKS = {
    Tone.PLAIN: Ink(Cut.REGULAR, INK),
    Tone.STRONG: Ink(Cut.STRONG, INK),
    Tone.QUIET: Ink(Cut.REGULAR, MUTE),
    Tone.QUOTE: Ink(Cut.ITALIC, INK),
    Tone.GUESS: Ink(Cut.ITALIC, MUTE),
    Tone.ALARM: Ink(Cut.STRONG, ALARM),
}
HEADING_INK = Ink(Cut.STRONG, ACCENT)
TITLE_INK = Ink(Cut.STRONG, INK)
