"""What draws on a page: set text, lines, bands and rings, measured from the top left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from journal.brief.faces import Face
from journal.brief.letters import Piece
from journal.brief.setting import PER_MILLE, SetLine
from journal.brief.styles import Colour
from journal.brief.subsets import USUAL
from journal.brief.tags import Tag, TaggedCanvas

_QUARTER = 0.5523  # of the radius: where a Bezier curve's handle makes a quarter of a circle


class Dash(Enum):
    """How a line is broken."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"

    @property
    def lengths(self) -> tuple[float, ...]:
        """Lengths on and off, in points."""
        # Not the value itself: Debian 12's Python 3.11.2 forgets a value that is an empty tuple.
        return {Dash.SOLID: (), Dash.DASHED: (3.2, 2.2), Dash.DOTTED: (0.9, 1.7)}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brush:
    """How a line or a shape is drawn.

    Attributes:
        edge: The colour of its line; None for none.
        fill: The colour inside; None for none.
        dash: Lengths on and off, in points; empty for a whole line.
        round_ends: Whether lines end and bend round.
    """

    edge: Colour | None = None
    fill: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False

    def around(self, steps: str) -> str:
        """Return the operators for a path with this look, leaving no trace behind."""
        parts = ["q"]
        if self.edge is not None:
            lengths = " ".join(f"{each:g}" for each in self.dash)
            parts.append(f"{_rgb(self.edge)} RG {self.width:g} w [{lengths}] 0 d")
        if self.fill is not None:
            parts.append(f"{_rgb(self.fill)} rg")
        if self.round_ends:
            parts.append("1 J 1 j")
        paint = {(True, True): "B", (True, False): "S", (False, True): "f", (False, False): "n"}
        parts += [steps, paint[self.edge is not None, self.fill is not None], "Q"]
        return " ".join(parts)


class Pen:
    """Draws on the pages of one document.

    y grows downwards, as it does in the layout; PDF's own grows upwards.

    Args:
        canvas: Made for a sheet of this height.
        height: Of the sheet.
    """

    def __init__(self, canvas: TaggedCanvas, height: float) -> None:
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001  fonts number their letters by document
        self._height = height
        self._fonts: dict[tuple[str, int, float], str] = {}

    def enter(self, tag: Tag, top: float) -> None:
        """Say what is drawn next, from this height on."""
        self._canvas.enter(tag, self._height - top)

    def leave(self) -> None:
        """Say that what was entered last is drawn."""
        self._canvas.leave()

    def text(self, line: SetLine, x: float, baseline: float, size: float) -> None:
        """Draw one set line; x is its left edge."""
        if not line.pieces:
            return
        parts = [f"BT 1 0 0 1 {x:.2f} {self._height - baseline:.2f} Tm"]
        shown: list[str] = []
        now: tuple[Face, Colour] | None = None
        outlined = False
        for piece, colour in line.pieces:
            if now is None or piece.face is not now[0] or colour is not now[1]:
                parts += _shown(shown)
                parts += [
                    _ink(colour, piece.face.outlined_by, size),
                    self._font(piece.face, 0, size),
                ]
                now = piece.face, colour
                outlined = outlined or piece.face.outlined_by > 0
            if piece.codes:
                shown.append(piece.codes)
            else:
                parts += _shown(shown)
                parts += self._looked_up(piece, size)
                parts.append(self._font(piece.face, 0, size))
        parts += _shown(shown)
        parts.append("0 Tr ET" if outlined else "ET")
        self._canvas.put_text(" ".join(parts))

    def _looked_up(self, piece: Piece, size: float) -> Iterator[str]:
        """Yield the operators for letters that have their code in this document only."""
        start = 0
        for index, kern in (*piece.kerns, (len(piece.text), 0.0)):
            letters = piece.text[start:index]
            for subset, codes in piece.face.font.splitString(letters, self._document):
                yield self._font(piece.face, subset, size)
                yield f"[<{codes.hex()}>] TJ"
            if kern:
                yield f"[{-kern:.0f}] TJ"
            start = index

    def _font(self, face: Face, subset: int, size: float) -> str:
        """Return the operator that chooses a font, and have it embedded."""
        key = (face.font.fontName, subset, size)
        if key not in self._fonts:
            face.font.splitString(USUAL if face.keeps_ascii else " ", self._document)
            name = face.font.getSubsetInternalName(subset, self._document)
            self._fonts[key] = f"{name} {size * face.scale:g} Tf"
        return self._fonts[key]

    def line(
        self,
        ends: tuple[float, float, float, float],
        colour: Colour,
        width: float = 0.6,
        dash: Dash = Dash.SOLID,
    ) -> None:
        """Draw a straight line between two points, given as x, y, x, y."""
        x1, y1, x2, y2 = ends
        self.path(((x1, y1), (x2, y2)), Brush(edge=colour, width=width, dash=dash.lengths))

    def path(
        self, points: Sequence[tuple[float, float]], brush: Brush, *, closed: bool = False
    ) -> None:
        """Draw a line through several points, or a shape with them as corners."""
        steps = " ".join(
            f"{x:.2f} {self._height - y:.2f} {'l' if number else 'm'}"
            for number, (x, y) in enumerate(points)
        )
        self._canvas.put_shape(brush.around(f"{steps} h" if closed else steps))

    def band(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle."""
        corners = f"{x:.2f} {self._height - top - height:.2f} {width:.2f} {height:.2f} re"
        self._canvas.put_shape(Brush(fill=colour).around(corners))

    def circle(self, x: float, y: float, radius: float, brush: Brush) -> None:
        """Draw a circle about a point."""
        self.rounded((x - radius, y - radius, x + radius, y + radius), radius, brush)

    def rounded(
        self, edges: tuple[float, float, float, float], radius: float, brush: Brush
    ) -> None:
        """Draw a rectangle with round corners, given as left, top, right, bottom."""
        left, top, right, bottom = edges
        top, bottom = self._height - top, self._height - bottom
        radius = min(radius, (right - left) / 2, (top - bottom) / 2)
        bend = radius * (1 - _QUARTER)
        steps = (
            f"{left + radius:.2f} {top:.2f} m {right - radius:.2f} {top:.2f} l",
            f"{right - bend:.2f} {top:.2f} {right:.2f} {top - bend:.2f}",
            f"{right:.2f} {top - radius:.2f} c {right:.2f} {bottom + radius:.2f} l",
            f"{right:.2f} {bottom + bend:.2f} {right - bend:.2f} {bottom:.2f}",
            f"{right - radius:.2f} {bottom:.2f} c {left + radius:.2f} {bottom:.2f} l",
            f"{left + bend:.2f} {bottom:.2f} {left:.2f} {bottom + bend:.2f}",
            f"{left:.2f} {bottom + radius:.2f} c {left:.2f} {top - radius:.2f} l",
            f"{left:.2f} {top - bend:.2f} {left + bend:.2f} {top:.2f}",
            f"{left + radius:.2f} {top:.2f} c h",
        )
        self._canvas.put_shape(brush.around(" ".join(steps)))


def aligned(line: SetLine, x: float, width: float, size: float) -> float:
    """Return where a line begins in a column: at the right where its paragraph runs that way."""
    return x + width - line.width * size / PER_MILLE if line.from_right else x


def _shown(items: list[str]) -> list[str]:
    """Close the pending codes into one operator, and empty them."""
    if not items:
        return []
    operator = f"[{''.join(items)}] TJ"
    items.clear()
    return [operator]


def _rgb(colour: Colour) -> str:
    return " ".join(f"{each:g}" for each in colour)


def _ink(colour: Colour, outlined_by: float, size: float) -> str:
    if outlined_by:
        return f"{_rgb(colour)} rg {_rgb(colour)} RG {size * outlined_by:.3f} w 2 Tr"
    return f"{_rgb(colour)} rg 0 Tr"
