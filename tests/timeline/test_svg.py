"""SVG: well formed, escaped, reproducible, and with words for those who do not see it."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.palette import LIGHT, PRINT, Palette
from journal.timeline.scene import Anchor, Label, Rect, Role, Scene
from journal.timeline.svg import svg
from tests.timeline.drawing import drawn, whole_view
from tests.timeline.histories import NOW, case, foreign
from tests.timeline.strategies import HOSTILE

SPACE = "{http://www.w3.org/2000/svg}"


def parsed(scene: Scene, palette: Palette = LIGHT) -> ET.Element:
    """Read what was written."""
    return ET.fromstring(svg(scene, palette).encode())


def written(root: ET.Element) -> list[str]:
    """Return the texts of the labels."""
    return [each.text or "" for each in root.iter(f"{SPACE}text")]


@pytest.mark.parametrize("palette", [LIGHT, PRINT])
def test_it_says_what_the_scene_says(palette: Palette) -> None:
    """Labels in their order, the title, the words on the whole, and those of each spot."""
    scene = drawn(case())
    root = parsed(scene, palette)
    assert written(root) == [each.text for each in scene.labels]
    titles = [each.text for each in root.iter(f"{SPACE}title")]
    assert titles == ["Mercy General", *(each.words for each in scene.spots)]
    assert [each.text for each in root.iter(f"{SPACE}desc")] == [scene.words]


def test_the_same_scene_gives_the_same_text() -> None:
    """A file in version control must not change by itself."""
    assert svg(drawn(case()), PRINT) == svg(drawn(case()), PRINT)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    """They come back as text; nothing of them becomes an element."""
    scene = drawn(case())
    label = Label(words, 10, 20, Role.INK, 11, 100)
    root = parsed(replace(scene, labels=(label,), title=words, words=words))
    assert len(written(root)) == 1
    assert "<script>" not in svg(replace(scene, labels=(label,)), LIGHT)


def test_a_line_that_is_read_from_the_right_keeps_its_place() -> None:
    """SVG counts the start from where one begins to read; the box stays where it was placed."""
    scene = drawn(foreign())
    turned = [each for each in parsed(scene).iter(f"{SPACE}text") if each.get("direction")]
    labels = [each for each in scene.labels if each.right_to_left]
    assert len(turned) == len(labels) > 0
    for element, label in zip(turned, labels, strict=True):
        ends = {Anchor.START: "end", Anchor.END: "start"}
        assert element.get("text-anchor") == ends[label.anchor]


def test_every_kind_of_thing_is_drawn() -> None:
    """Boxes with and without an edge, broken lines, open and closed shapes, circles."""
    timeline = prepare(case(), now=NOW)
    look = Look(chosen=timeline.meetings.entries[3].id)
    root = parsed(lay_out(timeline, whole_view(timeline), look))
    tags = {each.tag.removeprefix(SPACE) for each in root.iter()}
    assert {"rect", "line", "circle", "polygon", "polyline", "text"} <= tags
    assert {each.get("stroke-dasharray") for each in root.iter(f"{SPACE}line")} == {
        None,
        "5 4",
        "0.1 4",
    }


def test_numbers_are_short() -> None:
    """A hundredth of a pixel is enough, and minus nothing is nothing."""
    label = Label("x", -0.001, 12.3456, Role.INK, 11, 1)
    root = parsed(
        Scene(
            width_px=10, height_px=20, title="", words="", plot=Rect(0, 0, 10, 20), labels=(label,)
        )
    )
    (text,) = root.iter(f"{SPACE}text")
    assert (text.get("x"), text.get("y")) == ("0", "12.35")
