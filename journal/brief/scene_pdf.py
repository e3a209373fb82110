"""The timeline on paper and as a picture, from the same Scene that the window paints."""

from datetime import datetime
from io import BytesIO
from typing import Any

from journal.brief.layout import height_of, tagged, text_strips
from journal.brief.pdf import made
from journal.brief.pen import Brush, Pen
from journal.brief.setting import PER_MILLE, SetLine, set_inked
from journal.brief.styles import (
    LABEL,
    MUTE,
    SHEETS,
    TITLE,
    TITLE_INK,
    Colour,
    Cut,
    Ink,
    Sheet,
    colour_of,
)
from journal.brief.tags import Kind, Tag
from journal.brief.typed import plain
from journal.domain.paper import Paper
from journal.timeline.dates import plain_dates
from journal.timeline.palette import LIGHT, PRINT, Palette
from journal.timeline.scene import Anchor, Box, Dash, Label, Line, Mark, Role, Scene
from journal.timeline.shapes import OUTLINES, Fill, Outline
from journal.wording import _

POINTS_PER_PX = 0.75
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_ENDLESS = 1_000_000.0
_FOOT_GAP = 14.0
_UNDER_TITLE = 6.0
_TITLE_LINES = 2
_DASHES = {Dash.SOLID: (), Dash.DASHED: (5.0, 4.0), Dash.DOTTED: (0.1, 4.0)}


def text_width(text: str, size_px: float) -> float:
    """Measure a text as it will be drawn; for the layout of a scene that goes on paper."""
    return _set(text, size_px, (0.0, 0.0, 0.0)).width * size_px / PER_MILLE


def scene_width_px(paper: Paper) -> float:
    """Return how wide a scene must be laid out to fill the paper's long side unscaled."""
    return _landscape(paper).measure / POINTS_PER_PX


def scene_height_px(paper: Paper) -> float:
    """Return how high a scene may be that stands under a title of one line, unscaled."""
    sheet = _landscape(paper)
    room = sheet.height - sheet.bottom - sheet.top - TITLE.leading - _UNDER_TITLE
    return room / POINTS_PER_PX


def timeline_pdf(
    scene: Scene, *more: Scene, paper: Paper, printed_at: datetime, language: str = "en"
) -> bytes:
    """Print scenes of one title, each on a page, the long side of the paper across.

    A scene that is larger than the page is made smaller, whole.
    """
    sheet = _landscape(paper)
    scenes = (scene, *more)
    title = text_strips(
        _title(scene.title, sheet.measure),
        TITLE,
        sheet.measure,
        Tag(kind=Kind.TITLE, says=plain(scene.title)),
    )
    running = tagged(title, Tag(kind=Kind.ORNAMENT))
    top = sheet.top + height_of(title) + _UNDER_TITLE
    room = sheet.height - sheet.bottom - top

    def draw(canvas: Any) -> None:  # noqa: ANN401  reportlab carries no types
        pen = Pen(canvas, sheet.height)
        for page, each in enumerate(scenes, start=1):
            factor = min(POINTS_PER_PX, sheet.measure / each.width_px, room / each.height_px)
            for number, strip in enumerate(title if page == 1 else running):
                strip.draw(pen, sheet.side, sheet.top + number * TITLE.leading)
            pen.enter(Tag(kind=Kind.FIGURE, says=plain(each.words)), top)
            _Painter(pen, PRINT, (sheet.side, top), factor).paint(each)
            pen.leave()
            foot = _set(_foot(printed_at, page, len(scenes)), LABEL.size, MUTE)
            pen.text(foot, sheet.side, sheet.height - sheet.bottom + _FOOT_GAP, LABEL.size)
            canvas.showPage()

    return made(
        draw,
        size=(sheet.width, sheet.height),
        title=scene.title,
        printed_at=printed_at,
        language=language,
    )


def _title(text: str, measure: float) -> list[SetLine]:
    """Set a title; of a long one its beginning, for the page is the figure's."""
    lines = set_inked([(text, TITLE_INK)], TITLE.size, measure)
    while len(lines) > _TITLE_LINES:
        text = text[: -max(1, len(text) // 20)].rstrip()
        lines = set_inked([(f"{text}…", TITLE_INK)], TITLE.size, measure)
    return lines


def timeline_png(scene: Scene, *, printed_at: datetime, pixels_per_px: float = 2.0) -> bytes:
    """Draw a scene as a picture of its own size, times `pixels_per_px` for fine screens."""
    from pypdfium2 import PdfDocument

    def draw(canvas: Any) -> None:  # noqa: ANN401  reportlab carries no types
        _Painter(Pen(canvas, scene.height_px), LIGHT, (0.0, 0.0), 1.0).paint(scene)
        canvas.showPage()

    size = (scene.width_px, scene.height_px)
    page = made(draw, size=size, title=scene.title, printed_at=printed_at, language="en")
    document = PdfDocument(page)
    picture = BytesIO()
    document[0].render(scale=pixels_per_px).to_pil().save(picture, format="PNG", optimize=True)
    document.close()
    return picture.getvalue()


def _foot(printed_at: datetime, page: int, pages: int) -> str:
    dates = plain_dates()
    said = _("Private · printed {day} {clock}").format(
        day=dates.full_day(printed_at.date()), clock=dates.clock(printed_at.time())
    )
    if pages == 1:
        return said
    return _("{foot} · page {page} of {pages}").format(foot=said, page=page, pages=pages)


def _landscape(paper: Paper) -> Sheet:
    sheet = SHEETS[paper]
    return Sheet(
        width=sheet.height, height=sheet.width, side=sheet.side, top=sheet.top, bottom=sheet.bottom
    )


def _set(text: str, size: float, colour: Colour) -> SetLine:
    return set_inked([(text, Ink(Cut.REGULAR, colour))], size, _ENDLESS)[0]


def _directed(label: Label) -> str:
    """Say by a mark without width how the line as a whole reads, whatever it begins with."""
    if label.right_to_left:
        return RIGHT_TO_LEFT_MARK + label.text
    return label.text if label.text.isascii() else LEFT_TO_RIGHT_MARK + label.text


class _Painter:
    """Draws a scene at a place and a size, dumbly."""

    def __init__(
        self, pen: Pen, palette: Palette, origin: tuple[float, float], factor: float
    ) -> None:
        self._pen = pen
        self._colours = {role: colour_of(code) for role, code in palette.items()}
        self._origin = origin
        self._factor = factor

    def paint(self, scene: Scene) -> None:
        whole = (*self._at(0, 0), *self._at(scene.width_px, scene.height_px))
        self._pen.rounded(whole, 0, Brush(fill=self._colours[Role.CARD]))
        for box in scene.boxes:
            self._box(box)
        for line in scene.lines:
            self._line(line)
        for mark in scene.marks:
            self._mark(mark)
        for card in scene.cards:
            self._box(card)
        for label in scene.labels:
            self._label(label)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._origin[0] + x * self._factor, self._origin[1] + y * self._factor

    def _box(self, box: Box) -> None:
        inset = 0.5 if box.edge is not None else 0.0
        inner = box.rect.grown(-inset)
        edges = (*self._at(inner.left, inner.top), *self._at(inner.right, inner.bottom))
        brush = Brush(
            fill=self._colours[box.fill] if box.fill is not None else None,
            edge=self._colours[box.edge] if box.edge is not None else None,
            width=self._factor,
        )
        self._pen.rounded(edges, box.radius_px * self._factor, brush)

    def _line(self, line: Line) -> None:
        brush = Brush(
            edge=self._colours[line.role],
            width=line.width_px * self._factor,
            dash=tuple(length * self._factor for length in _DASHES[line.dash]),
            round_ends=line.dash is Dash.DOTTED or line.width_px > 1,
        )
        self._pen.path((self._at(line.x1, line.y1), self._at(line.x2, line.y2)), brush)

    def _mark(self, mark: Mark) -> None:
        for outline in OUTLINES[mark.shape]:
            brush = self._brush(outline, mark)
            if outline.circle:
                radius = outline.circle * mark.radius_px * self._factor
                self._pen.circle(*self._at(mark.x, mark.y), radius, brush)
                continue
            points = [
                self._at(mark.x + x * mark.radius_px, mark.y + y * mark.radius_px)
                for x, y in outline.points
            ]
            self._pen.path(points, brush, closed=outline.closed)

    def _brush(self, outline: Outline, mark: Mark) -> Brush:
        fills = {Fill.NONE: None, Fill.ROLE: mark.role, Fill.CARD: Role.CARD}
        fill = fills[outline.fill]
        return Brush(
            fill=self._colours[fill] if fill is not None else None,
            edge=self._colours[mark.role] if outline.pen_px else None,
            width=outline.pen_px * self._factor,
            round_ends=True,
        )

    def _label(self, label: Label) -> None:
        size = label.size_px * self._factor
        line = _set(_directed(label), size, self._colours[label.role])
        width = line.width * size / PER_MILLE
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
        x, y = self._at(label.x, label.y)
        self._pen.text(line, x - shift, y, size)
