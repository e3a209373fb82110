"""What stands between us, from the day it was named to the day it was lifted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.plan import Barrier
from journal.domain.record import RecordId, Side
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import lay_out
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View, panned
from journal.timeline.scene import Lane, Role, Shape, Spot
from tests.timeline.drawing import between, drawn, spots, texts, whole_view
from tests.timeline.histories import ACCOUNT, NOW, account, case


def barrier(number: int, named: date, days: int | None, text: str = "Stairs") -> Barrier:
    """Make a barrier that was lifted after so many days, or stands."""
    return Barrier(
        id=RecordId(f"barrier-{number}"),
        account_id=ACCOUNT,
        text=text,
        share=Side.OURS,
        named_on=named,
        lifted_on=None if days is None else named + timedelta(days=days),
    )


def barred(*barriers: Barrier) -> Relationship:
    """Make a relationship of barriers only."""
    return Relationship(account=account(), barriers=barriers)


JANUARY = date(2026, 1, 5)


def test_a_barrier_is_named_in_its_span() -> None:
    """The colour of the frame says whether it stands, and so does where it ends."""
    scene = drawn(barred(barrier(1, JANUARY, 200)))
    (box,) = [each for each in scene.boxes if each.edge]
    (label,) = [each for each in scene.labels if each.text == "Stairs"]
    assert box.edge is Role.BARRIER_LIFTED
    assert label.rect.within(box.rect)


def test_a_barrier_that_stands_ends_today() -> None:
    """Nobody knows how long it will."""
    relationship = barred(barrier(1, JANUARY, None))
    scene = drawn(relationship)
    (box,) = [each for each in scene.boxes if each.edge is Role.BARRIER]
    today = next(each for each in scene.lines if each.role is Role.ACCENT)
    assert box.rect.right == today.x1


def test_a_short_span_is_named_beside_it() -> None:
    """There is room until the next one."""
    scene = drawn(
        barred(
            barrier(1, JANUARY, 3, "No access to the committee"), barrier(2, date(2026, 10, 1), 30)
        )
    )
    boxes = [each for each in scene.boxes if each.edge]
    label = next(each for each in scene.labels if each.text.startswith("No access"))
    assert boxes[0].rect.right < label.rect.left
    assert label.rect.right < boxes[1].rect.left


@pytest.mark.parametrize(("lifted", "is_after"), [(date(2026, 10, 20), True), (JANUARY, False)])
def test_words_beside_a_span_do_not_run_through_the_line_of_today(
    lifted: date,
    is_after: bool,  # noqa: FBT001
) -> None:
    """They stand on the side of it that has more room; what does not fit there is cut."""
    words = "Three of us in three years, and each of them began from the very beginning " * 2
    timeline = prepare(barred(barrier(1, lifted - timedelta(days=3), 3, words)), now=NOW)
    scene = between(timeline, "2025-12-01", "2027-06-01")
    today = next(each.x1 for each in scene.lines if each.role is Role.ACCENT)
    (label,) = [each for each in scene.labels if each.text.startswith("Three of us")]
    assert label.text.endswith("…")
    assert (label.rect.left > today) is is_after
    assert (label.rect.right < today) is not is_after


def test_barriers_of_one_time_stand_in_rows() -> None:
    """Each row is free again when its barrier is lifted."""
    scene = drawn(
        barred(
            barrier(1, JANUARY, 200), barrier(2, JANUARY, 100), barrier(3, date(2026, 6, 1), None)
        )
    )
    tops = [each.rect.top for each in scene.boxes if each.edge]
    assert len(tops) == 3
    assert len(set(tops)) == 2


def test_spans_too_low_for_words_have_none() -> None:
    """Five rows in a low lane are lines only; the words are told to who asks."""
    five = barred(*(barrier(n, JANUARY, 200) for n in range(5)))
    timeline = prepare(replace(five, ratings=case().ratings), now=NOW)
    scene = lay_out(timeline, whole_view(timeline, 1004, 210))
    assert "Stairs" not in texts(scene)
    assert "Stairs" in spots(scene, Lane.BARRIERS)[0].words


def test_short_ones_in_a_row_are_counted() -> None:
    """Ten of a day each, three years ago, are one span with their number."""
    old = [barrier(n, date(2023, 1, 2) + timedelta(days=2 * n), 1) for n in range(10)]
    scene = drawn(barred(*old))
    found = spots(scene, Lane.BARRIERS)
    assert sum(len(each.records) for each in found) == 10
    assert any(each.words == f"{len(each.records)} barriers" for each in found)


def test_more_than_can_be_told_apart_are_signs_where_they_were_named() -> None:
    """Twenty at once would be a wall of lines."""
    scene = drawn(
        barred(
            barrier(0, date(2026, 2, 2), None), *(barrier(n, JANUARY, None) for n in range(1, 20))
        )
    )
    assert [len(each.records) for each in spots(scene, Lane.BARRIERS)] == [19, 1]
    assert [each.shape for each in scene.marks] == [Shape.BARRIER]


def test_a_row_free_of_text_space_writes_nothing() -> None:
    """A span of a few pixels with a neighbour right behind it stays without words."""
    scene = drawn(
        barred(barrier(1, JANUARY, 9, "A long story"), barrier(2, date(2026, 1, 15), 300, "Stairs"))
    )
    assert not any(each.startswith("A ") for each in texts(scene))


def test_a_barrier_that_was_over_before_the_view_is_not_in_it() -> None:
    """And one that reaches into it is, from the edge on."""
    timeline = prepare(barred(barrier(1, JANUARY, 20), barrier(2, JANUARY, 200)), now=NOW)
    scene = between(timeline, "2026-03-01", "2026-05-01")
    (spot,) = spots(scene, Lane.BARRIERS)
    assert spot.records[0] == "barrier-2"
    assert (spot.rect.left, spot.rect.right) == (scene.plot.left, scene.plot.right)


def test_a_number_stays_the_same_while_the_view_moves_over_it() -> None:
    """Half of them are over before the view begins; the count does not melt at its edge."""
    old = [barrier(n, date(2025, 1, 1) + timedelta(days=2 * n), 1) for n in range(20)]
    timeline = prepare(barred(*old, barrier(99, JANUARY, None)), now=NOW)
    view = whole_view(timeline)
    whole = {each.records[0]: len(each.records) for each in spots_of(timeline, view)}
    (first, count), *_ = whole.items()
    assert count > 2
    moved = panned(view, view.left_px - view.x_of(timeline.barriers.times[2] + 1))
    assert {each.records[0]: len(each.records) for each in spots_of(timeline, moved)}[
        first
    ] == count


def spots_of(timeline: Timeline, view: View) -> tuple[Spot, ...]:
    """Return the spots of the barriers in a view."""
    return spots(lay_out(timeline, view), Lane.BARRIERS)
