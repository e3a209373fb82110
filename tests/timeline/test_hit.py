"""What is under the pointer, and where the arrow keys go."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.person import Role
from journal.domain.record import RecordId, Side
from journal.domain.relationship import Relationship
from journal.timeline.hit import Event, spot_at, step
from journal.timeline.index import prepare
from journal.timeline.layout import lay_out
from journal.timeline.prepared import Timeline
from journal.timeline.scene import Lane, Rect, Scene, Spot
from tests.timeline.drawing import drawn, spots, whole_view
from tests.timeline.histories import ACCOUNT, NOW, TURNING, account, case, meeting, nothing, of


def test_a_mark_is_hit_in_its_middle() -> None:
    """And its words are those of the meeting."""
    scene = drawn(case())
    spot = spots(scene, Lane.MEETINGS)[0]
    x, y = (spot.rect.left + spot.rect.right) / 2, (spot.rect.top + spot.rect.bottom) / 2
    assert spot_at(scene, x, y) is spot


def test_a_pointer_need_not_be_exact() -> None:
    """A hand in a car park: four pixels off still hits, twenty do not."""
    scene = drawn(of([meeting(1, "2026-09-03")]))
    (spot,) = scene.spots
    x, y = spot.rect.right, spot.rect.bottom
    assert spot_at(scene, x + 3, y) is spot
    assert spot_at(scene, x + 20, y, reach_px=4) is None
    assert spot_at(scene, x + 20, y, reach_px=25) is spot


def _scene(*rects: Rect) -> Scene:
    found = tuple(
        Spot(Lane.MEETINGS, rect, 0, 0, (RecordId(str(n)),), str) for n, rect in enumerate(rects)
    )
    return Scene(
        width_px=100, height_px=100, title="", words="", plot=Rect(0, 0, 100, 100), spots=found
    )


def test_the_smallest_of_several_is_meant() -> None:
    """A mark within a band is meant, not the band."""
    scene = _scene(Rect(0, 0, 100, 100), Rect(40, 40, 50, 50))
    found = spot_at(scene, 45, 45)
    assert found is not None
    assert found.records == ("1",)


def test_the_nearest_of_several_is_meant() -> None:
    """Between two marks the pointer is nearer to one of them."""
    scene = _scene(Rect(40, 40, 50, 50), Rect(54, 40, 64, 50))
    found = spot_at(scene, 53, 45)
    assert found is not None
    assert found.records == ("1",)


def _walk(timeline: Timeline, start: str | None, *, forward: bool = True) -> list[Event]:
    view = whole_view(timeline)
    found: list[Event] = []
    at = RecordId(start) if start else None
    while (event := step(timeline, at, view, forward=forward)) is not None:
        found.append(event)
        at = event.record_id
    return found


def test_arrow_keys_visit_every_entry_once_in_order_of_time() -> None:
    """Forward and backward the same way; the first owner began before the view does."""
    timeline = prepare(case(), now=NOW)
    forward = _walk(timeline, None)
    assert [each.start for each in forward] == sorted(each.start for each in forward)
    assert len({(each.lane, each.record_id) for each in forward}) == len(forward)
    assert len(forward) == sum(map(len, timeline.tracks))
    assert _walk(timeline, None, forward=False) == forward[::-1]


def test_entries_of_one_moment_follow_each_other_from_the_top_down() -> None:
    """At the turning point: the quote, the ratings, the diamond, the meeting."""
    timeline = prepare(case(), now=NOW)
    turning = timeline.turning_points.times[0]
    lanes = [each.lane for each in _walk(timeline, None) if each.start == turning]
    assert lanes == [Lane.RATINGS, Lane.RATINGS, Lane.TURNING_POINTS, Lane.MEETINGS]


def test_a_step_begins_at_the_edge_of_the_view() -> None:
    """One looks at 2026, so 2024 is not where the first key goes."""
    timeline = prepare(of([meeting(n, f"202{n}-05-05") for n in range(4, 7)]), now=NOW)
    view = replace(whole_view(timeline), start=timeline.wall.start_of(date(2026, 1, 1)))
    found = step(timeline, None, view)
    assert found is not None
    assert found.record_id == "meeting-6"
    assert step(timeline, RecordId("gone"), view) == found


def test_there_is_no_step_beyond_the_last() -> None:
    """Nor any where nothing ever happened."""
    timeline = prepare(of([meeting(1, "2026-05-05")]), now=NOW)
    assert step(timeline, RecordId("meeting-1"), whole_view(timeline)) is None
    assert _walk(prepare(nothing(), now=NOW), None) == []


@pytest.mark.parametrize("forward", [True, False])
def test_an_owner_since_ever_is_no_step(forward: bool) -> None:  # noqa: FBT001
    """That beginning lies a hundred years outside of what can be shown."""
    role = Role(
        id=RecordId("role"), account_id=ACCOUNT, person_id=case().people[0].id, side=Side.OURS
    )
    timeline = prepare(
        Relationship(
            account=account(),
            people=case().people,
            roles=(role,),
            meetings=(meeting(1, "2026-05-05"),),
        ),
        now=NOW,
    )
    assert [each.lane for each in _walk(timeline, None, forward=forward)] == [Lane.MEETINGS]


def test_an_owner_who_came_back_is_one_step() -> None:
    """Both bands are of one role; stepping on must not lead back to the first."""
    olsen, haas, _ = case().roles
    came_back = (
        replace(olsen, end=None),
        replace(haas, start=date(2025, 1, 1), end=date(2025, 6, 30)),
    )
    timeline = prepare(replace(case(), roles=came_back), now=NOW)
    assert len(timeline.owners.starts) == 3
    owners = [each for each in _walk(timeline, None) if each.lane is Lane.OWNERS]
    assert [each.record_id for each in owners] == ["role-olsen", "role-haas"]


def test_what_is_stepped_to_can_be_found_in_the_scene() -> None:
    """The window reads its words from the spot."""
    timeline = prepare(case(), now=NOW)
    scene = lay_out(timeline, whole_view(timeline))
    for event in _walk(timeline, None):
        assert any(event.record_id in each.records for each in scene.spots)


def test_what_is_not_shown_is_passed_over() -> None:
    """From the turning point to the next promise, whatever lies between."""
    timeline = prepare(case(), now=NOW)
    found = step(timeline, TURNING, whole_view(timeline), lanes=frozenset({Lane.PROMISES}))
    assert found is not None
    assert (found.lane, found.record_id) == (Lane.PROMISES, "promise-4")
