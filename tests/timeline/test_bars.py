"""A metric's readings as bars."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.metric import Metric, MetricReading
from journal.domain.record import MetricId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import lay_out
from journal.timeline.scale import DAY_S, fitted
from journal.timeline.scene import Box, Lane, Role, Scene
from tests.timeline.drawing import between, drawn, spots, texts, whole_view
from tests.timeline.histories import ACCOUNT, NOW, account, case

OURS, THEIRS = MetricId(RecordId("ours")), MetricId(RecordId("theirs"))


def metric(key: MetricId, side: Side) -> Metric:
    """Make a metric that is called by its key."""
    return Metric(id=key, account_id=ACCOUNT, side=side, text=key, unit="k$")


def measured(*values: float, key: MetricId = OURS, days: int = 30) -> Relationship:
    """Make readings so many days apart, the last of them on 1 November."""
    last = date(2026, 11, 1)
    return Relationship(
        account=account(),
        metrics=(metric(THEIRS, Side.THEIRS), metric(OURS, Side.OURS)),
        readings=tuple(
            MetricReading(
                id=RecordId(f"reading-{n}"),
                metric_id=key,
                value=value,
                day=last - timedelta(days=days * (len(values) - 1 - n)),
            )
            for n, value in enumerate(values)
        ),
    )


def bars(scene: Scene) -> list[Box]:
    """Return the bars, from the left."""
    return [each for each in scene.boxes if each.fill in {Role.BAR, Role.BAR_AFTER}]


def test_bars_are_as_high_as_their_values() -> None:
    """All stand on one line, and twice as much is twice as high."""
    half, whole = bars(drawn(measured(5, 10)))
    assert half.rect.bottom == whole.rect.bottom
    assert whole.rect.height == pytest.approx(2 * half.rect.height)


def test_a_bar_is_as_wide_as_the_time_since_the_reading_before() -> None:
    """The first is as wide as most, since nobody knows when its time began."""
    timeline = prepare(measured(5, 10, 7), now=NOW)
    view = fitted(whole_view(timeline), timeline.extent.first - 90 * DAY_S, timeline.extent.last)
    first, second, _ = (each.rect.width for each in bars(lay_out(timeline, view)))
    month = 30 * DAY_S / view.seconds_per_px
    assert second == pytest.approx(month, abs=4)
    assert first == pytest.approx(1.5 * month, abs=4)


def test_what_was_lost_hangs_below_the_line() -> None:
    """A negative reading goes down from zero."""
    up, down = bars(drawn(measured(10, -5)))
    assert up.rect.bottom == pytest.approx(down.rect.top)


def test_nothing_is_still_a_thin_bar() -> None:
    """Zero was measured; that is not the same as not measured."""
    zero, _ = bars(drawn(measured(0, 10)))
    assert zero.rect.height == 1


def test_a_metric_that_never_left_zero_is_drawn() -> None:
    """There is no height to divide by."""
    assert len(bars(drawn(measured(0, 0)))) == 2


def test_our_own_numbers_come_first() -> None:
    """Both have readings; the business with us is what one looks for."""
    both = measured(1, 2)
    mixed = replace(both, readings=(*measured(3, key=THEIRS).readings, *both.readings))
    assert "ours" in texts(drawn(mixed))


def test_theirs_are_shown_where_ours_were_never_read() -> None:
    """Better than an empty lane."""
    assert "theirs" in texts(drawn(measured(1, key=THEIRS)))


def test_the_user_may_choose_the_metric() -> None:
    """Of a metric that is not there, nothing is shown."""
    relationship = measured(1, 2)
    timeline = prepare(relationship, now=NOW, metric_id=THEIRS)
    assert len(timeline.readings) == 0
    assert prepare(relationship, now=NOW, metric_id=MetricId(RecordId("gone"))).metric is None


def test_what_came_after_a_turning_point_has_a_colour_of_its_own() -> None:
    """In the case business doubled; one sees since when."""
    fills = [each.fill for each in bars(drawn(case()))]
    assert fills == [Role.BAR] * 12 + [Role.BAR_AFTER]


def test_readings_too_close_for_bars_are_shown_as_their_range() -> None:
    """Five years of days: few bars, each with its lowest and highest."""
    values = [float(n % 7) for n in range(1_800)]
    relationship = measured(*values, days=1)
    scene = drawn(relationship)
    found = spots(scene, Lane.METRIC)
    assert len(found) < 300
    assert sum(len(each.records) for each in found) == 1_800
    assert "lowest 0, highest 6" in found[10].words


def test_a_bar_that_begins_before_the_view_is_cut_at_its_edge() -> None:
    """The quarter began in summer; the view begins in October."""
    timeline = prepare(measured(5, 10, days=90), now=NOW)
    scene = between(timeline, "2026-10-01", "2026-11-20")
    assert bars(scene)[0].rect.left == scene.plot.left


def test_a_reading_just_before_the_view_is_not_in_it() -> None:
    """Its cell of the grid reaches into the view, but the bar does not."""
    timeline = prepare(measured(5, 10), now=NOW)
    view = replace(whole_view(timeline), start=timeline.readings.times[0] + 1)
    assert len(spots(lay_out(timeline, view), Lane.METRIC)) == 1


def test_a_count_at_the_edge_keeps_the_readings_that_are_in_view() -> None:
    """Its cell of the grid began before the view did."""
    timeline = prepare(measured(*([3.0] * 1_000), days=1), now=NOW)
    view = whole_view(timeline)
    for start in timeline.readings.times[500:520]:
        scene = lay_out(timeline, replace(view, start=start))
        shown = {record for each in spots(scene, Lane.METRIC) for record in each.records}
        place = timeline.readings.times.index(start)
        assert {each.id for each in timeline.readings.entries[place:]} <= shown
