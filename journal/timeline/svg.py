"""A scene as SVG text: a painter as dumb as the others, for files and for tests."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from journal.timeline.palette import Palette
from journal.timeline.scene import Anchor, Box, Dash, Label, Line, Mark, Role, Scene, Spot
from journal.timeline.shapes import OUTLINES, Fill, Outline

_FONTS = "Inter, 'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, sans-serif"
_DASHES = {Dash.SOLID: "", Dash.DASHED: "5 4", Dash.DOTTED: "0.1 4"}
_ANCHORS = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}
# SVG counts the start of a line from where one begins to read it.
_TURNED = {Anchor.START: "end", Anchor.MIDDLE: "middle", Anchor.END: "start"}
# What XML 1.0 does not allow, however it is escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(scene: Scene, palette: Palette) -> str:
    """Write a scene; the same scene and palette give the same text."""
    return "\n".join([*_head(scene, palette), *_body(scene, palette), "</svg>", ""])


def _head(scene: Scene, palette: Palette) -> Iterator[str]:
    width, height = _number(scene.width_px), _number(scene.height_px)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" aria-labelledby="title words"'
        f" font-family={quoteattr(_FONTS)}>"
    )
    yield f'<title id="title">{_text(scene.title)}</title>'
    yield f'<desc id="words">{_text(scene.words)}</desc>'
    yield f'<rect width="{width}" height="{height}" fill="{palette[Role.CARD]}"/>'


def _body(scene: Scene, palette: Palette) -> Iterator[str]:
    yield from _group("boxes", (_box(each, palette) for each in scene.boxes))
    yield from _group("lines", (_line(each, palette) for each in scene.lines))
    yield from _group("marks", (_mark(each, palette) for each in scene.marks))
    yield from _group("cards", (_box(each, palette) for each in scene.cards))
    yield from _group("labels", (_label(each, palette) for each in scene.labels))
    yield from _group("spots", map(_spot, scene.spots), 'fill="none" pointer-events="all"')


def _group(name: str, elements: Iterable[str], attributes: str = "") -> Iterator[str]:
    yield f'<g class="{name}" {attributes}>' if attributes else f'<g class="{name}">'
    yield from elements
    yield "</g>"


def _box(box: Box, palette: Palette) -> str:
    rect = box.rect
    # A line of one pixel along the inside.
    inset = 0.0 if box.edge is None else 0.5
    fill = "none" if box.fill is None else palette[box.fill]
    edge = "" if box.edge is None else f' stroke="{palette[box.edge]}"'
    round_px = f' rx="{_number(box.radius_px)}"' if box.radius_px else ""
    return (
        f'<rect x="{_number(rect.left + inset)}" y="{_number(rect.top + inset)}"'
        f' width="{_number(max(0.0, rect.width - 2 * inset))}"'
        f' height="{_number(max(0.0, rect.height - 2 * inset))}"'
        f'{round_px} fill="{fill}"{edge}/>'
    )


def _line(line: Line, palette: Palette) -> str:
    dash = _DASHES[line.dash]
    broken = f' stroke-dasharray="{dash}"' if dash else ""
    cap = ' stroke-linecap="round"' if line.dash is Dash.DOTTED or line.width_px > 1 else ""
    return (
        f'<line x1="{_number(line.x1)}" y1="{_number(line.y1)}"'
        f' x2="{_number(line.x2)}" y2="{_number(line.y2)}"'
        f' stroke="{palette[line.role]}" stroke-width="{_number(line.width_px)}"{broken}{cap}/>'
    )


def _mark(mark: Mark, palette: Palette) -> str:
    outlines = "".join(_outline(each, mark, palette) for each in OUTLINES[mark.shape])
    return f'<g class="{mark.shape}">{outlines}</g>'


def _outline(outline: Outline, mark: Mark, palette: Palette) -> str:
    fill = {Fill.NONE: "none", Fill.ROLE: palette[mark.role], Fill.CARD: palette[Role.CARD]}
    look = f'fill="{fill[outline.fill]}"'
    if outline.pen_px:
        look += (
            f' stroke="{palette[mark.role]}" stroke-width="{_number(outline.pen_px)}"'
            ' stroke-linecap="round" stroke-linejoin="round"'
        )
    if outline.circle:
        radius = _number(outline.circle * mark.radius_px)
        return f'<circle cx="{_number(mark.x)}" cy="{_number(mark.y)}" r="{radius}" {look}/>'
    points = " ".join(
        f"{_number(mark.x + x * mark.radius_px)},{_number(mark.y + y * mark.radius_px)}"
        for x, y in outline.points
    )
    return f'<{"polygon" if outline.closed else "polyline"} points="{points}" {look}/>'


def _label(label: Label, palette: Palette) -> str:
    anchor, turned = _ANCHORS[label.anchor], ""
    if label.right_to_left:
        anchor, turned = _TURNED[label.anchor], ' direction="rtl"'
    return (
        f'<text x="{_number(label.x)}" y="{_number(label.y)}" text-anchor="{anchor}"{turned}'
        f' font-size="{_number(label.size_px)}" fill="{palette[label.role]}">'
        f"{_text(label.text)}</text>"
    )


def _spot(spot: Spot) -> str:
    rect = spot.rect
    return (
        f'<rect x="{_number(rect.left)}" y="{_number(rect.top)}" width="{_number(rect.width)}"'
        f' height="{_number(rect.height)}"><title>{_text(spot.words)}</title></rect>'
    )


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))


def _number(value: float) -> str:
    """Write a number to a hundredth of a pixel, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
