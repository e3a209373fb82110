"""Dates in the forms that logs have them, decided over the whole column."""

from datetime import date, time, timedelta

import pytest

from journal.domain.errors import RefusedFileError
from journal.exchange.clock import Clock
from journal.exchange.dates import DayColumn, Moment

DAY = date(2026, 9, 3)


def column(*cells: str, dayfirst: bool | None = None, date_format: str | None = None) -> DayColumn:
    """Make a column whose first cell stands in line 2."""
    return DayColumn(enumerate(cells, start=2), dayfirst=dayfirst, date_format=date_format)


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-03", "2026/9/3", "2026.09.03", "20260903", "3.9.2026", "03.09.2026", "3. 9. 2026",
        "03.09.26", "3 Sep 2026", "3 September 2026", "3. September 2026", "03-Sep-26",
        "Sep 3, 2026", "September 3rd, 2026", "Thu, 3 Sep 2026", "Thu 3 Sep 2026",
        "Thursday, September 3, 2026", "3 de septiembre de 2026", "3 septembre 2026",
        "3. září 2026", "3 settembre 2026", "3. septembra 2026", "3 września 2026",
        "2026年9月3日", "2026년 9월 3일", "٢٠٢٦-٠٩-٠٣",
    ],
)  # fmt: skip
def test_a_day_is_read_in_each_form_that_occurs(text: str) -> None:
    """None of these can be mistaken for another day."""
    assert column(text).read(text) == Moment(day=DAY)


@pytest.mark.parametrize(
    "text",
    ["2026-09-03T14:00", "2026-09-03 14:00:00", "3.9.2026, 14.00", "Sep 3, 2026 at 2:00 PM"],
)
def test_a_time_may_follow_the_day(text: str) -> None:
    """In one cell, as calendars export it."""
    assert column(text).read(text) == Moment(day=DAY, clock=Clock(time=time(14)))


def test_an_offset_may_follow_the_time() -> None:
    """Then it is an instant, whatever the clocks on the wall."""
    text = "2026-09-03T18:00:00.000Z"

    expected = Clock(time=time(18), offset=timedelta(0))
    assert column(text).read(text) == Moment(day=DAY, clock=expected)


def test_one_cell_decides_the_order_for_all() -> None:
    """A 13 cannot be a month; 3/9 alone could be either."""
    assert column("3/9/2026", "13/9/2026").read("3/9/2026") == Moment(day=DAY)
    assert column("9/3/2026", "9/13/2026").read("9/3/2026") == Moment(day=DAY)


def test_an_undecidable_column_is_refused_loudly() -> None:
    """A guess would put half of the meetings into the wrong month."""
    with pytest.raises(RefusedFileError, match=r"3/9/2026 \(line 3\).*dayfirst"):
        column("5/5/2026", "3/9/2026", "4/9/2026")


def test_a_contradictory_column_is_refused_with_both_lines() -> None:
    """So that the user can look at them."""
    with pytest.raises(RefusedFileError, match=r"line 2 .*13/9/2026.* line 3 .*9/13/2026"):
        column("13/9/2026", "9/13/2026")


def test_the_users_word_decides_and_leaves_out_what_does_not_fit() -> None:
    """Those rows are then skipped, each with its line."""
    days = column("13/9/2026", "9/13/2026", dayfirst=True)

    assert days.read("13/9/2026") == Moment(day=date(2026, 9, 13))
    assert days.read("9/13/2026") is None
    assert column("3/9/2026", dayfirst=False).read("3/9/2026") == Moment(day=date(2026, 3, 9))


def test_equal_numbers_need_no_decision() -> None:
    """The fifth of the fifth is the same both ways."""
    assert column("5/5/2026").read("5/5/2026") == Moment(day=date(2026, 5, 5))


def test_full_stops_mean_day_first() -> None:
    """Nobody writes the month first with full stops, unless the column shows it."""
    assert column("3.9.2026").read("3.9.2026") == Moment(day=DAY)
    assert column("9.13.2026", "9.3.2026").read("9.3.2026") == Moment(day=DAY)


def test_times_that_are_always_midnight_are_no_times() -> None:
    """Spreadsheets add them to plain days; an offset would even move the day."""
    days = column("2026-09-03 00:00:00", "2026-09-04T00:00:00Z")

    assert days.read("2026-09-03 00:00:00") == Moment(day=DAY)


def test_one_other_time_makes_midnight_a_time() -> None:
    """Then somebody may really have met at midnight."""
    days = column("2026-09-03 00:00", "2026-09-03 14:00")

    assert days.read("2026-09-03 00:00") == Moment(day=DAY, clock=Clock(time=time(0)))


def test_serial_days_are_read_where_all_cells_are_such() -> None:
    """46268 is 3 September 2026 in a spreadsheet, and half of a day is noon."""
    days = column("46268", "46268.5", "46268,99999")

    assert days.read("46268") == Moment(day=DAY)
    assert days.read("46268.5") == Moment(day=DAY, clock=Clock(time=time(12)))
    assert days.read("46268,99999") == Moment(day=DAY, clock=Clock(time=time(23, 59)))
    assert days.read("soon") is None


def test_a_number_among_dates_is_no_serial_day() -> None:
    """It is a slip."""
    assert column("46268", "2026-09-03").read("46268") is None


def test_two_digits_of_a_year_are_read_as_posix_does() -> None:
    """From 69 on it is the last century."""
    days = column("3.9.68", "3.9.69")

    assert days.read("3.9.68") == Moment(day=date(2068, 9, 3))
    assert days.read("3.9.69") == Moment(day=date(1969, 9, 3))


@pytest.mark.parametrize(
    "text",
    ["soon", "2026-02-30", "2026-13-01", "1492-10-12", "3 Brumaire 2026", "2026-09-03 sharp",
     "9999999999", "Sept 2026", "31/31/2026"],
)  # fmt: skip
def test_what_is_no_day_of_our_years_is_none(text: str) -> None:
    """Its row is skipped and reported; a day is never made up."""
    assert column("2026-09-03", text).read(text) is None


def test_the_users_form_is_kept_to_strictly() -> None:
    """With a time where the form has one."""
    days = column("03|09|2026", date_format="%d|%m|%Y")
    assert days.read("03|09|2026") == Moment(day=DAY)
    assert days.read("2026-09-03") is None

    timed = column("03|09|2026 14:00+0200", date_format="%d|%m|%Y %H:%M%z")
    expected = Clock(time=time(14), offset=timedelta(hours=2))
    assert timed.read("03|09|2026 14:00+0200") == Moment(day=DAY, clock=expected)


def test_an_empty_column_decides_nothing() -> None:
    """And refuses nothing."""
    assert column("", "").read("2026-09-03") == Moment(day=DAY)
