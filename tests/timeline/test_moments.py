"""Meetings, promises and visions: told apart by shape, counted in a crowd."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from journal.domain.promise import Promise
from journal.domain.record import RecordId, Side
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.scale import panned
from journal.timeline.scene import Lane, Role, Shape
from tests.timeline.drawing import drawn, spots, texts, whole_view
from tests.timeline.histories import ACCOUNT, NOW, account, case, crowd, meeting, of


@pytest.mark.parametrize(
    ("day", "sign", "shape"),
    [
        ("2026-09-03", "o", Shape.HELD),
        ("2026-09-03", "x", Shape.LOST),
        ("2026-09-03", "X", Shape.LOST_AT_THE_DOOR),
        ("2026-09-03", "u", Shape.CALLED_OFF),
        ("2026-09-03", "m", Shape.MOVED),
        ("2026-09-03", "p", Shape.UNRECORDED),
        ("2026-12-01", "p", Shape.PLANNED),
    ],
)
def test_a_meeting_is_told_by_its_shape(day: str, sign: str, shape: Shape) -> None:
    """On grey paper the colour says nothing."""
    (mark,) = drawn(of([meeting(1, day, sign)])).marks
    assert mark.shape is shape


def test_a_crowd_is_counted_in_columns() -> None:
    """Two thousand meetings are a number every few weeks, and all of them are in one."""
    scene = drawn(crowd())
    found = spots(scene, Lane.MEETINGS)
    assert sum(len(each.records) for each in found) == 2_000
    assert {str(len(each.records)) for each in found if len(each.records) > 3} <= set(texts(scene))


def test_a_column_is_parted_by_what_became_of_its_meetings() -> None:
    """From below: held, called off by us, lost; its words say how many of each."""
    scene = drawn(crowd())
    assert [each.fill for each in scene.boxes[:3]] == [Role.HELD, Role.CALLED_OFF, Role.LOST]
    spot = next(each for each in spots(scene, Lane.MEETINGS) if len(each.records) == 94)
    # The signs recur every seven meetings: "ooxoXou".
    signs = Counter("ooxoXou"[int(each.removeprefix("meeting-")) % 7] for each in spot.records)
    assert spot.words.endswith(
        f": {signs['o']} held, {signs['u']} called off by us,"
        f" {signs['x'] + signs['X']} lost, {signs['X']} of these at the door"
    )


def test_meetings_take_the_height_where_nothing_was_rated() -> None:
    """There are no empty rows of levels, and the lane's name stands beside its lowest marks."""
    scene = drawn(of([meeting(1, "2026-03-02")]))
    (strip,) = scene.strips
    assert strip.lane is Lane.MEETINGS
    assert strip.bottom - strip.top > 250
    (mark,) = scene.marks
    (name,) = (each for each in scene.labels if each.text == "Meetings")
    assert mark.y == pytest.approx(strip.bottom - 7.2, abs=0.1)
    assert name.y == pytest.approx(mark.y + 0.35 * 11)


PROMISE = Promise(id=RecordId("promise"), account_id=ACCOUNT, text="the log", side=Side.OURS)
OWED = replace(PROMISE, due_on=date(2026, 12, 1))
DUE = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("promise", "shape"),
    [
        (replace(PROMISE, due_on=DUE, kept_on=DUE), Shape.KEPT),
        (replace(PROMISE, due_on=DUE, kept_on=date(2026, 11, 2)), Shape.KEPT_LATE),
        (replace(PROMISE, due_on=DUE), Shape.LATE),
        (OWED, Shape.OWED),
        (replace(PROMISE, due_on=DUE, dropped_on=date(2026, 10, 1)), Shape.DROPPED),
    ],
)
def test_a_promise_is_told_by_its_shape(promise: Promise, shape: Shape) -> None:
    """Kept late is neither kept in time nor still owed."""
    (mark,) = drawn(Relationship(account=account(), promises=(promise,))).marks
    assert mark.shape is shape


def test_two_promises_of_one_day_stand_above_each_other() -> None:
    """A low lane has two rows, and both are moved off its middle."""
    promises = (OWED, replace(OWED, id=RecordId("other")))
    scene = drawn(replace(case(), promises=promises))
    strip = next(each for each in scene.strips if each.lane is Lane.PROMISES)
    first, second = [each for each in scene.marks if each.shape is Shape.OWED]
    middle = (strip.top + strip.bottom) / 2
    assert first.y - middle == pytest.approx(middle - second.y)
    assert first.y != second.y


def test_a_single_promise_stands_in_the_middle_of_a_low_lane() -> None:
    """It has nothing to make room for."""
    scene = drawn(replace(case(), promises=(OWED,)))
    strip = next(each for each in scene.strips if each.lane is Lane.PROMISES)
    (mark,) = [each for each in scene.marks if each.shape is Shape.OWED]
    assert mark.y == (strip.top + strip.bottom) / 2


def test_a_lane_too_low_for_its_marks_still_has_one_row() -> None:
    """On small paper the marks of one day are counted."""
    vision = case().visions[0]
    other = replace(vision, id=RecordId("other"))
    timeline = prepare(replace(case(), visions=(vision, other)), now=NOW)
    look = Look(lanes=frozenset({Lane.VISIONS}), text_px=9)
    scene = lay_out(timeline, whole_view(timeline, 400, 32), look)
    assert [len(each.records) for each in spots(scene, Lane.VISIONS)] == [2]


def test_a_column_whose_number_does_not_fit_has_none() -> None:
    """At the edge of the plot only a pixel or two of it is in view."""
    timeline = prepare(crowd(), now=NOW)
    view = whole_view(timeline)
    column = spots(lay_out(timeline, view), Lane.MEETINGS)[5].rect
    moved = panned(view, view.left_px + 4 - column.right)
    cut = spots(lay_out(timeline, moved), Lane.MEETINGS)[0]
    assert cut.rect.width == pytest.approx(4)
    assert str(len(cut.records)) not in texts(lay_out(timeline, moved))


def test_a_vision_stands_on_the_day_on_which_it_comes_back() -> None:
    """A year after it was said."""
    (spot,) = spots(drawn(case()), Lane.VISIONS)
    assert spot.words.startswith("Their vision, due Fri 3 Sep 2027")
