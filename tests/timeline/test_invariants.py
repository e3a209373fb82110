"""What holds for every relationship, at every scale, on every surface."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.record import RecordId
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.narrowing import Narrowing
from journal.timeline.palette import LIGHT
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import ON_LEVELS, Lane, Rect, Scene, Shape
from journal.timeline.spans import Row
from journal.timeline.svg import svg
from journal.timeline.tracks import Entry
from tests.timeline.histories import NOW
from tests.timeline.strategies import relationships, views

# A scene is much to draw; all tests together see as many as one does elsewhere.
_fewer = settings(max_examples=max(1, settings().max_examples // 4))


@dataclass(frozen=True, repr=False)
class Drawn:
    """A scene and what it was drawn from; shown in short, a whole relationship is unreadable."""

    timeline: Timeline
    view: View
    lanes: frozenset[Lane]
    scene: Scene

    def __repr__(self) -> str:
        entries = {track.lane: len(track) for track in self.timeline.tracks if len(track)}
        return f"Drawn({entries}, {self.view})"


@st.composite
def scenes(draw: st.DrawFn) -> Drawn:
    """Draw some relationship in some view."""
    relationship: Relationship = draw(relationships())
    timeline = prepare(relationship, now=NOW)
    view = draw(views(timeline))
    chosen = draw(st.sampled_from([None, *(each.id for each in relationship.meetings)]))
    kinds = draw(st.just(frozenset(Lane)) | st.frozensets(st.sampled_from(Lane)))
    look = Look(chosen=chosen, lanes=Narrowing(kinds=kinds).lanes)
    return Drawn(timeline, view, look.lanes, lay_out(timeline, view, look))


@_fewer
@given(scenes())
def test_no_two_labels_overlap(drawn: Drawn) -> None:
    """A label under another one cannot be read, whatever the words are."""
    rects = [each.rect for each in drawn.scene.labels]
    for number, rect in enumerate(rects):
        assert not any(rect.meets(other) for other in rects[:number])


@_fewer
@given(scenes())
def test_nothing_lies_outside(drawn: Drawn) -> None:
    """A painter need not clip, and a print is not cut."""
    scene = drawn.scene
    bounds = Rect(0, 0, scene.width_px, scene.height_px)
    lines = [
        Rect(
            min(each.x1, each.x2),
            min(each.y1, each.y2),
            max(each.x1, each.x2),
            max(each.y1, each.y2),
        )
        for each in scene.lines
    ]
    for group in (scene.boxes, scene.marks, scene.cards, scene.labels, scene.spots):
        lines += [each.rect for each in group]
    lines += [Rect(0, each.top, scene.width_px, each.bottom) for each in scene.strips]
    assert all(each.within(bounds.grown(1e-6)) for each in lines)


@_fewer
@given(scenes())
def test_each_entry_is_drawn_or_counted_exactly_once(drawn: Drawn) -> None:
    """Nothing that happened may be lost in a crowd, and nothing be counted twice."""
    timeline, scene = drawn.timeline, drawn.scene
    shown = _shown(scene)
    counts = Counter((each.lane, record) for each in scene.spots for record in each.records)
    expected = {(track.lane, entry.id): 0 for track in timeline.tracks for entry in track.entries}
    assert set(counts) <= set(expected)
    for lane, record in _visible(drawn):
        if lane in shown:
            assert counts[lane, record] >= 1
    tenures = Counter(each.id for each in timeline.owners.starts.entries)
    for (lane, record), count in counts.items():
        assert count <= (tenures[record] if lane is Lane.OWNERS else 1)


@_fewer
@given(scenes())
def test_what_is_not_drawn_is_counted_as_earlier_or_later(drawn: Drawn) -> None:
    """All that is shown stands in the picture, or in the words about what is left of it."""
    timeline, scene = drawn.timeline, drawn.scene
    shown = _shown(scene) & drawn.lanes - {Lane.OWNERS}
    everything = [
        each for track in timeline.tracks if track.lane in shown for each in track.entries
    ]
    in_view = [record for lane, record in _visible(drawn) if lane in shown]
    said = scene.words.removeprefix(timeline.words).removesuffix(".")
    counts = [int(each) for each in re.findall(r"\d+", said)]
    assert len(in_view) + sum(counts) == len(everything)


def _shown(scene: Scene) -> set[Lane]:
    shown = {each.lane for each in scene.strips}
    return shown | ON_LEVELS if Lane.RATINGS in shown else shown


def _visible(drawn: Drawn) -> list[tuple[Lane, RecordId]]:
    """Name what is in view: moments by their moment, spans if they have begun and are not over."""
    timeline, view = drawn.timeline, drawn.view
    rows: list[Row[Entry]] = [timeline.owners]
    moments = [each for each in timeline.tracks if each.lane is not Lane.OWNERS]
    # Where too many stand at once for the height, barriers are moments too.
    heights = [each.bottom - each.top for each in drawn.scene.strips if each.lane is Lane.BARRIERS]
    if timeline.barrier_rows and heights and (heights[0] - 4) / len(timeline.barrier_rows) >= 5:
        rows += timeline.barrier_rows
        moments.remove(timeline.barriers)
    found: list[tuple[Lane, RecordId]] = [
        (track.lane, entry.id)
        for track in moments
        for moment, entry in zip(track.times, track.entries, strict=True)
        if view.start <= moment <= view.end
    ]
    found += [
        (row.starts.lane, entry.id)
        for row in rows
        for start, end, entry in zip(row.starts.times, row.ends, row.starts.entries, strict=True)
        if start <= view.end and end >= view.start
    ]
    return found


@_fewer
@given(scenes())
def test_marks_of_meetings_never_cover_each_other(drawn: Drawn) -> None:
    """Where marks are single, each can be seen, hit and told by its shape."""
    meetings = [
        each.rect
        for each in drawn.scene.marks
        if each.shape in {Shape.HELD, Shape.LOST, Shape.LOST_AT_THE_DOOR, Shape.PLANNED}
        and 0 < each.x < drawn.scene.plot.right
    ]
    for number, rect in enumerate(meetings):
        assert not any(rect.meets(other) for other in meetings[:number])


@_fewer
@given(scenes())
def test_every_spot_says_something(drawn: Drawn) -> None:
    """A screen reader has words for all of it, also for what is only counted."""
    assert all(each.words.strip() and len(each.records) > 0 for each in drawn.scene.spots)


@_fewer
@given(scenes())
def test_spots_are_in_the_order_of_reading(drawn: Drawn) -> None:
    """Searching by place relies on it, and a screen reader goes from left to right."""
    lefts = [each.rect.left for each in drawn.scene.spots]
    assert lefts == sorted(lefts)


@_fewer
@given(scenes())
def test_the_same_view_gives_the_same_scene(drawn: Drawn) -> None:
    """Nothing of one frame may leak into the next one through what is kept for later."""
    timeline, view = drawn.timeline, drawn.view
    again = lay_out(timeline, view)
    assert again == lay_out(timeline, view)
    assert again.words.startswith(timeline.words)


@_fewer
@given(scenes())
def test_svg_is_well_formed_whatever_the_words_are(drawn: Drawn) -> None:
    """A viewer refuses a file with one raw ampersand or one control character in it."""
    text = svg(drawn.scene, LIGHT)
    root = ET.fromstring(text.encode("utf-8"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not root.findall(".//{*}script")
