"""Rectangles, and panels on which hardly anything has room."""

import pytest

from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.scene import Anchor, Label, Lane, Rect, Role
from tests.timeline.drawing import drawn, texts, whole_view
from tests.timeline.histories import NOW, case, nothing

SQUARE = Rect(10, 10, 20, 20)


def test_a_rectangle_meets_what_it_shares_more_than_an_edge_with() -> None:
    """Neighbours that touch do not overlap."""
    assert SQUARE.meets(Rect(19, 19, 30, 30))
    assert not SQUARE.meets(Rect(20, 10, 30, 20))
    assert SQUARE.holds(20, 20)
    assert not SQUARE.holds(20.1, 20)


@pytest.mark.parametrize(
    ("rect", "part"),
    [
        (Rect(12, 12, 18, 18), Rect(12, 12, 18, 18)),
        (Rect(0, 15, 15, 40), Rect(10, 15, 15, 20)),
        (Rect(30, 0, 40, 5), Rect(20, 10, 20, 10)),
    ],
)
def test_what_reaches_out_is_cut(rect: Rect, part: Rect) -> None:
    """What lies outside altogether is an empty one at the edge."""
    assert rect.cut(SQUARE) == part


@pytest.mark.parametrize(
    ("anchor", "left"), [(Anchor.START, 100), (Anchor.MIDDLE, 80), (Anchor.END, 60)]
)
def test_a_label_takes_room_on_the_side_of_its_anchor(anchor: Anchor, left: float) -> None:
    """Four fifths of the size above the base line, one fifth below."""
    label = Label("words", 100, 50, Role.INK, 10, 40, anchor)
    assert label.rect == Rect(left, 42, left + 40, 52)


def test_an_empty_timeline_says_what_would_stand_there() -> None:
    """An empty page that says nothing looks broken."""
    assert any(
        each.startswith("Meetings, ratings and promises") for each in texts(drawn(nothing()))
    )


def test_a_panel_too_low_for_anything_is_empty() -> None:
    """It is dragged open again in a moment."""
    for relationship in (nothing(), case()):
        timeline = prepare(relationship, now=NOW)
        scene = lay_out(timeline, whole_view(timeline, 300, 20))
        assert scene.strips == ()
        assert scene.spots == ()


def test_a_surface_of_no_width_has_no_marks() -> None:
    """But every entry still has its spot, should somebody ask."""
    timeline = prepare(case(), now=NOW)
    scene = lay_out(timeline, whole_view(timeline, 0, 292))
    assert scene.marks == ()
    assert sum(len(each.records) for each in scene.spots if each.lane is Lane.MEETINGS) == 42


def test_only_the_lanes_that_were_asked_for_are_drawn() -> None:
    """The brief's figure shows ratings and goal."""
    look = Look(lanes=frozenset({Lane.RATINGS, Lane.GOALS}))
    assert {each.lane for each in drawn(case(), look).spots} == {Lane.RATINGS, Lane.GOALS}
