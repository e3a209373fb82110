"""The timeline on paper and as a picture."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from journal.brief.scene_pdf import scene_width_px, text_width, timeline_pdf, timeline_png
from journal.domain.paper import Paper
from journal.timeline.scene import (
    Anchor,
    Box,
    Dash,
    Label,
    Line,
    Mark,
    Rect,
    Role,
    Scene,
    Shape,
)
from tests.brief.case import NOW
from tests.brief.reading import fonts, texts


def scene(width_px: float = 1_000, height_px: float = 300) -> Scene:
    """Return a scene with one of everything, and each shape."""
    return Scene(
        width_px=width_px,
        height_px=height_px,
        title="Mercy General",
        words="Three years",
        plot=Rect(100, 0, width_px, height_px),
        boxes=(
            Box(Rect(100, 0, 400, 200), Role.BAND),
            Box(Rect(400, 0, 900, 200), None, Role.LINE),
        ),
        lines=tuple(
            Line(100, 50 * number, 900, 50 * number + 20, Role.ACCENT, width_px=2, dash=dash)
            for number, dash in enumerate(Dash)
        ),
        marks=tuple(
            Mark(shape, 120 + 30 * number, 220, 6, Role.LOST) for number, shape in enumerate(Shape)
        ),
        cards=(Box(Rect(500, 20, 700, 60), Role.CARD, Role.LINE, radius_px=4),),
        labels=(
            Label("“measured”", 600, 45, Role.INK, 12, 70, Anchor.MIDDLE),
            Label("محمد", 90, 100, Role.MUTE, 12, 40, Anchor.END),
            Label("<b>Dana</b>", 110, 280, Role.ACCENT, 12, 70),
        ),
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["The long name of a hospital " * 20, "药房" * 400, "x" * 900])
def test_a_long_title_leaves_the_page_to_the_figure(name: str, paper: Paper) -> None:
    """Two lines of it tell which account it is; the figure keeps its room."""
    (page,) = texts(timeline_pdf(replace(scene(), title=name), paper=paper, printed_at=NOW))
    title = page.partition("“measured”")[0].splitlines()
    assert len(title) == 2
    assert title[1].endswith("…")


@pytest.mark.parametrize("paper", Paper)
def test_a_timeline_is_one_page_across(paper: Paper) -> None:
    """Years need room; its title, its labels and the word private stand on it."""
    data = timeline_pdf(scene(), paper=paper, printed_at=NOW)
    pages = texts(data)
    assert len(pages) == 1
    with pypdfium2.PdfDocument(data) as document:
        assert document[0].get_width() > document[0].get_height()
    assert "Mercy General" in pages[0]
    assert "<b>Dana</b>" in pages[0]
    assert "محمد" in pages[0]
    assert "Private · printed Mon 23 Nov 2026 21:40" in pages[0]
    assert all(fonts(data).values())


def test_a_scene_too_large_for_the_page_is_made_smaller() -> None:
    """A hundred lanes are still one picture."""
    data = timeline_pdf(scene(height_px=4_000), paper=Paper.A4, printed_at=NOW)
    assert len(texts(data)) == 1


def test_the_same_timeline_gives_the_same_bytes() -> None:
    """Both as a page and as a picture."""
    first = timeline_pdf(scene(), paper=Paper.A4, printed_at=NOW)
    assert timeline_pdf(scene(), paper=Paper.A4, printed_at=NOW) == first
    picture = timeline_png(scene(), printed_at=NOW)
    assert timeline_png(scene(), printed_at=NOW) == picture


def test_a_picture_has_the_size_of_the_scene() -> None:
    """Twice as many pixels, for fine screens; white where nothing is drawn."""
    picture = Image.open(BytesIO(timeline_png(scene(), printed_at=NOW, pixels_per_px=2)))
    assert picture.size == (2_000, 600)
    assert picture.getpixel((1_998, 598)) == (255, 255, 255)
    assert picture.getpixel((300, 380)) != (255, 255, 255)


@pytest.mark.parametrize(
    ("right_to_left", "seen"),
    [(True, [".", "Oracle"]), (False, ["Oracle", "."])],
)
def test_a_line_is_printed_in_the_direction_it_is_read(
    right_to_left: bool,  # noqa: FBT001  a parameter
    seen: list[str],
) -> None:
    """A second line of Arabic may begin with a Latin name, and still begins at the right."""
    text = "Oracle هو ما يستخدمه الصيادلة."
    label = Label(text, 100, 50, Role.INK, 12, 200, right_to_left=right_to_left)
    data = timeline_pdf(replace(scene(), labels=(label,)), paper=Paper.A4, printed_at=NOW)
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        found = page.get_text_range()
        lefts = {each: page.get_charbox(found.index(each))[0] for each in ("Oracle", ".")}
    assert sorted(lefts, key=lefts.__getitem__) == seen


def test_the_layout_can_ask_how_wide_a_text_will_be() -> None:
    """Labels that were placed without touching do not touch on paper."""
    assert text_width("Dana", 20) == pytest.approx(2 * text_width("Dana", 10))
    assert scene_width_px(Paper.A4) > scene_width_px(Paper.A5)
