"""Which part of a history is shown at first, and how far one may go."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.record import RecordId
from journal.timeline.extent import together
from journal.timeline.index import prepare
from journal.timeline.scale import DAY_S
from tests.timeline.drawing import whole_view
from tests.timeline.histories import NOW, case, meeting, nothing, of


def test_the_whole_is_shown_with_a_margin() -> None:
    """From the first reading to the vision of next year."""
    timeline = prepare(case(), now=NOW)
    view = timeline.extent.whole(whole_view(timeline))
    assert view.start < timeline.extent.first
    assert timeline.extent.last < view.end
    assert timeline.extent.last == timeline.wall.noon_of(date(2027, 9, 3))


def test_an_account_is_opened_at_its_last_years() -> None:
    """Thirty years of imported meetings would squeeze this one to nothing."""
    timeline = prepare(of([meeting(1, "1996-05-05"), meeting(2, "2026-05-05")]), now=NOW)
    opened = timeline.extent.opening(whole_view(timeline))
    assert 5 < opened.seconds / (365 * DAY_S) < 6
    assert opened.end > NOW.timestamp()
    young = prepare(case(), now=NOW)
    assert young.extent.opening(whole_view(young)) == young.extent.whole(whole_view(young))


def test_an_old_account_is_opened_where_something_was() -> None:
    """Nobody met them for eight years; the years before that are what there is to see."""
    timeline = prepare(of([meeting(1, "1996-05-05"), meeting(2, "2018-05-05")]), now=NOW)
    opened = timeline.extent.opening(whole_view(timeline))
    assert opened.start < timeline.wall.start_of(date(2018, 5, 5)) < opened.end
    assert opened.start > timeline.wall.start_of(date(2012, 1, 1))
    ahead = prepare(of([meeting(1, "2027-05-05", "p")]), now=NOW)
    assert ahead.extent.opening(whole_view(ahead)) == ahead.extent.whole(whole_view(ahead))


@pytest.mark.parametrize(
    ("first", "last", "is_today_shown"),
    [
        ("2025-11-24", "2025-11-24", True),  # less than a year of silence
        ("2025-11-10", "2025-11-10", False),
        ("2022-02-23", "2025-05-23", True),  # a year and a half after more than three
        ("2024-11-23", "2025-05-23", False),  # the same after half a year
        ("2014-07-01", "2018-12-20", False),
        ("2014-07-01", "2022-12-20", True),  # as a whole; opened at the last five years, not
    ],
)
def test_a_picture_ends_with_its_last_entry_where_silence_would_fill_it(
    first: str,
    last: str,
    is_today_shown: bool,  # noqa: FBT001
) -> None:
    """What there is fills the picture; a year of silence tells something, eight years do not."""
    timeline = prepare(of([meeting(1, first), meeting(2, last)]), now=NOW)
    view = timeline.extent.whole(whole_view(timeline))
    assert view.start < timeline.meetings.times[0]
    assert (view.start < NOW.timestamp() < view.end) is is_today_shown
    assert view.end > timeline.meetings.times[1]
    x = view.x_of(timeline.meetings.times[1])
    assert x > view.left_px + view.plot_px * 0.6 or view.seconds < 1.1 * 366 * DAY_S


def test_a_history_that_ended_long_ago_opens_at_its_own_last_years() -> None:
    """The picture is as full as that of an account which is seen today."""
    timeline = prepare(of([meeting(1, "1996-05-05"), meeting(2, "2018-05-05")]), now=NOW)
    opened = timeline.extent.opening(whole_view(timeline))
    assert 5 < opened.seconds / (365 * DAY_S) < 6
    assert timeline.extent.limits.end > NOW.timestamp()


def test_the_whole_has_the_last_handover_in_it_and_the_opening_has_not() -> None:
    """Paper shows who owns it now; the window opens at what happened."""
    me = replace(case().roles[2], start=date(2026, 9, 1))
    later = replace(case().roles[2], id=RecordId("later"), start=date(2027, 9, 1))
    met = of([meeting(1, "2014-05-05"), meeting(2, "2018-05-05")])
    timeline = prepare(replace(met, people=case().people, roles=(me, later)), now=NOW)
    view = whole_view(timeline)
    assert timeline.extent.owned == timeline.wall.start_of(date(2026, 9, 1))
    assert view.start < timeline.meetings.times[0]
    assert timeline.extent.owned < NOW.timestamp() < view.end < NOW.timestamp() + 200 * DAY_S
    assert timeline.extent.opening(view).end < timeline.wall.start_of(date(2019, 1, 1))


def test_limits_leave_room_to_look_around() -> None:
    """At least a year on either side."""
    limits = prepare(nothing(), now=NOW).extent.limits
    assert limits.end - NOW.timestamp() >= 365 * DAY_S
    assert NOW.timestamp() - limits.start >= 365 * DAY_S


def test_several_histories_reach_as_far_as_all_of_them() -> None:
    """One ended years ago, one lies ahead, of one nothing is known."""
    histories = (of([meeting(1, "2018-05-05")]), of([meeting(2, "2027-05-05", "p")]), nothing())
    old, ahead, empty = (prepare(each, now=NOW).extent for each in histories)
    found = together((old, ahead, empty), NOW.timestamp())
    assert (found.first, found.latest) == (old.first, ahead.latest)
    assert found.recent == old.recent
    assert together((old, empty), NOW.timestamp()) == old
    assert together((), NOW.timestamp()) == empty
