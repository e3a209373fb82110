"""Which part of a history is shown at first, and how far one may go."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.record import RecordId
from journal.timeline.extent import reached
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


# Forty meetings, one a month, from July 2014 to October 2017.
MONTHS = [f"{2014 + number // 12}-{number % 12 + 1:02}-05" for number in range(6, 46)]


@pytest.mark.parametrize(
    ("further", "years"),
    [
        ([], (2014, 2017)),
        (["2025-07-14"], (2014, 2017)),  # one of 41, after nearly eight years
        (["2025-07-14", "2025-07-15"], (2014, 2017)),
        (["2025-07-14", "2025-07-15", "2025-07-16"], (2020, 2027)),  # of 43, two may be strays
        (["2026-07-14"], (2021, 2027)),  # this year: it goes on
        (["2022-09-05"], (2017, 2022)),  # four years and eleven months after the last
        (["2022-11-05"], (2014, 2017)),  # five years and a month
        (["2025-07-14", "2150-07-14"], (2014, 2017)),
    ],
)
def test_a_few_stray_dates_do_not_decide_where_one_looks_first(
    further: list[str], years: tuple[int, int]
) -> None:
    """A year mistyped in one of many rows; what is many, or of now, is what one wants to see."""
    met = [meeting(number, day) for number, day in enumerate([*MONTHS, *further])]
    timeline = prepare(of(met), now=NOW)
    opened = timeline.extent.opening(whole_view(timeline))
    assert tuple(timeline.wall.day_at(each).year for each in (opened.start, opened.end)) == years
    whole = timeline.extent.whole(whole_view(timeline))
    assert whole.start < timeline.meetings.times[0]
    assert timeline.meetings.times[-1] < whole.end


@pytest.mark.parametrize(
    ("days", "is_shown"),
    [
        (["2026-05-05", "2026-09-05", "2150-05-05"], False),
        (["2026-05-05", "2026-09-05", "2031-05-05"], True),  # some goals are so far ahead
        (["2026-05-05", "2031-05-05", "2036-05-04"], True),  # no five years without any
        (["2150-05-05"], True),  # there is nothing else
        (["2026-09-05", "2150-05-05", "2150-05-06"], True),  # most of what there is
    ],
)
def test_one_date_generations_ahead_is_a_stray_among_few(
    days: list[str],
    is_shown: bool,  # noqa: FBT001
) -> None:
    """It would squeeze all that happened into a line at the left edge."""
    timeline = prepare(of([meeting(n, day, "p") for n, day in enumerate(days)]), now=NOW)
    opened = timeline.extent.opening(whole_view(timeline))
    assert (opened.end > timeline.meetings.times[-1]) is is_shown
    assert opened.start < timeline.meetings.times[0] < opened.end
    assert opened.start < NOW.timestamp() < opened.end


def test_of_thousands_some_may_be_strays_of_today() -> None:
    """One account of this week beside 15,000 that ended eight years ago."""
    now = NOW.timestamp()
    old = [now - (12 * 366 - number / 10) * DAY_S for number in range(15_000)]
    surface = whole_view(prepare(nothing(), now=NOW))
    for fresh, is_left_out in ((15, True), (16, False)):
        extent = reached((old, [now - number * DAY_S for number in range(fresh)][::-1]), now)
        assert extent.recent == (old[-1] if is_left_out else now)
        assert (extent.opening(surface).end < now) is is_left_out
        assert extent.latest == now
