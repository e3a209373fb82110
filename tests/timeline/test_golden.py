"""Whole scenes, as texts that were read before they were kept."""

import pytest

from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.palette import PRINT
from journal.timeline.scene import Lane
from journal.timeline.svg import svg
from tests.timeline.drawing import between, check_golden, drawn, dump, whole_view
from tests.timeline.histories import NOW, case, crowd, foreign, nothing
from tests.timeline.rarer_histories import (
    disputed,
    handed_on,
    measured,
    obstructed,
    silent,
    young,
)


@pytest.mark.parametrize(
    ("name", "relationship"),
    [
        ("case.txt", case()),
        ("crowd.txt", crowd(300)),
        ("nothing.txt", nothing()),
        ("foreign.txt", foreign()),
        ("silent.txt", silent()),
        ("disputed.txt", disputed()),
        ("handed_on.txt", handed_on()),
        ("obstructed.txt", obstructed()),
        ("measured.txt", measured()),
        ("young.txt", young()),
    ],
)
def test_a_history_is_drawn_as_it_was_looked_at(name: str, relationship: Relationship) -> None:
    """Every change of the drawing shows as a difference that somebody reads."""
    check_golden(name, dump(drawn(relationship)))


def test_the_weeks_about_the_turning_point_are_drawn_as_they_were_looked_at() -> None:
    """Zoomed in, each meeting stands alone and what is chosen is set off."""
    timeline = prepare(case(), now=NOW)
    look = Look(chosen=timeline.meetings.entries[34].id)
    check_golden("weeks.txt", dump(between(timeline, "2026-08-01", "2026-12-10", look)))


def test_the_figure_of_the_brief_is_drawn_as_it_was_looked_at() -> None:
    """Paper shows only where we stand, in the same geometry, small."""
    timeline = prepare(case(), now=NOW)
    look = Look(text_px=9, lanes=frozenset({Lane.RATINGS, Lane.GOALS}))
    scene = lay_out(timeline, whole_view(timeline, 500, 120), look)
    check_golden("figure.txt", dump(scene))
    check_golden("figure.svg", svg(scene, PRINT))
