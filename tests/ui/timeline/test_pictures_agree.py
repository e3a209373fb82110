"""One scene as the window paints it, as SVG and as PDF: the three pictures agree.

Each is drawn by another library. Letters differ with the fonts, so the pictures are compared
without them, and where the words stand is read back.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import permutations

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from journal.brief.scene_pdf import scene_width_px, text_width, timeline_pdf, timeline_png
from journal.domain.paper import Paper
from journal.operations import portfolio
from journal.operations.journal import Journal
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.palette import LIGHT
from journal.timeline.portfolio import gather
from journal.timeline.portfolio_layout import GUTTER_PX, height_px, lay_out_portfolio
from journal.timeline.scale import View
from journal.timeline.scene import Role, Scene, Shape
from journal.timeline.svg import svg
from journal.ui.colours import LIGHT as WINDOW
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.scene_painter import Lettering, ScenePainter, role_colours
from journal.ui.theme import Theme
from tests.ui.case import NOW, TURNING

LOOK = Look(measure=text_width, chosen=TURNING)
# How far a pixel may be from the card before it is ink; edges are smoothed differently.
INK = 48
# Of the pixels of ink, how many may have none beside them in the other picture.
STRAY = 0.004
# Between the mean colours of a mark in two pictures, of 255.
TINT = 24
POINTS_PER_PX = 0.75


def scenes(mercy: AccountView, journal: Journal) -> Mapping[str, Scene]:
    """Lay out an account and all of them, without letters."""
    timeline = prepare(mercy.relationship, now=NOW)
    surface = View(start=0, end=1, width_px=1000, height_px=400)
    histories = portfolio.histories(journal, portfolio.all_accounts(journal))
    accounts = gather(histories, now=NOW)
    wide = View(start=0, end=1, width_px=1000, height_px=height_px(4), left_px=GUTTER_PX)
    crowded = replace(timeline.extent.whole(surface), width_px=240)
    made = {
        "account": lay_out(timeline, timeline.extent.whole(surface), LOOK),
        "crowded": lay_out(timeline, crowded, LOOK),
        "portfolio": lay_out_portfolio(accounts, accounts.extent.whole(wide), LOOK),
    }
    return {name: replace(each, labels=()) for name, each in made.items()}


def painted(scene: Scene, theme: Theme) -> Image.Image:
    """Paint it as the window does."""
    canvas = QImage(round(scene.width_px), round(scene.height_px), QImage.Format.Format_RGB32)
    canvas.fill(theme.colours.card)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ScenePainter(theme.colours, Lettering(QFont())).paint(painter, scene)
    painter.end()
    return pillow(canvas)


def from_svg(scene: Scene, _theme: Theme) -> Image.Image:
    """Render its SVG."""
    renderer = QSvgRenderer(QByteArray(svg(scene, LIGHT).encode()))
    canvas = QImage(round(scene.width_px), round(scene.height_px), QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    renderer.render(painter, QRectF(canvas.rect()))
    painter.end()
    return pillow(canvas)


def from_pdf(scene: Scene, _theme: Theme) -> Image.Image:
    """Render the PDF that a picture is made of."""
    data = timeline_png(scene, printed_at=NOW, pixels_per_px=1)
    return Image.open(BytesIO(data)).convert("RGB")


def pillow(canvas: QImage) -> Image.Image:
    """Hand a picture of Qt's over."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return Image.open(BytesIO(buffer.data().data())).convert("RGB")


DRAWN: Mapping[str, Callable[[Scene, Theme], Image.Image]] = {
    "window": painted,
    "svg": from_svg,
    "pdf": from_pdf,
}


def ink(picture: Image.Image) -> Image.Image:
    """Tell what is drawn from the card."""
    card = Image.new("RGB", picture.size, LIGHT[Role.CARD])
    red, green, blue = ImageChops.difference(picture, card).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if value > INK else 0 for value in range(256)])


def stray(one: Image.Image, other: Image.Image) -> float:
    """Return which part of the ink of one picture has none in or beside it in the other."""
    inked, beside = ink(one), ink(other).filter(ImageFilter.MaxFilter(3))
    alone = ImageChops.subtract(inked, beside).histogram()[255]
    return alone / max(inked.histogram()[255], 1)


@pytest.mark.parametrize("name", ["account", "crowded", "portfolio"])
def test_the_three_pictures_agree(
    name: str, mercy: AccountView, journal: Journal, theme: Theme
) -> None:
    """What stands in one stands at the same place in both others."""
    scene = scenes(mercy, journal)[name]
    pictures = {kind: draw(scene, theme) for kind, draw in DRAWN.items()}
    assert {each.size for each in pictures.values()} == {
        (round(scene.width_px), round(scene.height_px))
    }
    found = {
        (one, other): stray(pictures[one], pictures[other])
        for one, other in permutations(pictures, 2)
    }
    assert {pair: part for pair, part in found.items() if part > STRAY} == {}


def test_a_file_has_the_colours_of_the_light_window() -> None:
    """Role by role: a thin line of another colour would hardly change a mean."""
    assert {role: each.name() for role, each in role_colours(WINDOW).items()} == LIGHT


@pytest.mark.parametrize("name", ["account", "portfolio"])
def test_each_mark_has_the_same_colour_in_all_three(
    name: str, mercy: AccountView, journal: Journal, theme: Theme
) -> None:
    """A meeting that was lost is as red in the file as on the screen."""
    scene = scenes(mercy, journal)[name]
    pictures = {kind: draw(scene, theme) for kind, draw in DRAWN.items()}
    assert len(scene.marks) > 20
    for mark in scene.marks:
        rect = mark.rect.grown(1)
        box = (int(rect.left), int(rect.top), int(rect.right) + 1, int(rect.bottom) + 1)
        means = [ImageStat.Stat(each.crop(box)).mean for each in pictures.values()]
        for channel in zip(*means, strict=True):
            assert max(channel) - min(channel) < TINT, (mark, means)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_picture_that_lacks_one_mark_does_not_agree(
    kind: str, mercy: AccountView, journal: Journal, theme: Theme
) -> None:
    """The comparison would see it: here each kind of picture leaves the smallest mark out."""
    scene = scenes(mercy, journal)["account"]
    alone = [each for each in scene.marks if each.shape is Shape.HELD]
    without = replace(scene, marks=tuple(each for each in scene.marks if each is not alone[0]))
    whole = DRAWN["svg" if kind != "svg" else "pdf"](scene, theme)
    rect = alone[0].rect.grown(2)
    box = (int(rect.left), int(rect.top), int(rect.right), int(rect.bottom))
    lacking = DRAWN[kind](without, theme)
    assert stray(whole.crop(box), lacking.crop(box)) > 0.5
    assert stray(whole, lacking) > stray(whole, DRAWN[kind](scene, theme))


def test_words_stand_on_paper_where_the_scene_has_them(mercy: AccountView) -> None:
    """Read back from the PDF: each label begins and ends as far from the first as it should."""
    timeline = prepare(mercy.relationship, now=NOW)
    surface = View(start=0, end=1, width_px=scene_width_px(Paper.A4), height_px=400)
    scene = lay_out(timeline, timeline.extent.whole(surface), LOOK)
    texts = [each.text for each in scene.labels]
    once = [each for each in scene.labels if sum(each.text in text for text in texts) == 1]
    assert len(once) > 12
    with pypdfium2.PdfDocument(timeline_pdf(scene, paper=Paper.A4, printed_at=NOW)) as document:
        page = document[0].get_textpage()
        shifts = set()
        for label in once:
            found = page.search(label.text, match_case=True).get_next()
            assert found is not None, label.text
            first, count = found
            left = page.get_charbox(first, loose=True)[0]
            right = page.get_charbox(first + count - 1, loose=True)[2]
            assert right - left == pytest.approx(label.width_px * POINTS_PER_PX, abs=1), label
            shifts.add(left - label.rect.left * POINTS_PER_PX)
    assert max(shifts) - min(shifts) < 1
