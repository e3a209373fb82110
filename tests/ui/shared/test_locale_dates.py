"""Days on a timeline in the way of the user's locale."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from journal.timeline.axis import Unit
from journal.ui.shared.locale_dates import LocaleDates

THE_3RD = date(2026, 9, 3)


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en_US", ("Sep", "Sep 2026", "2:05\u202fPM", "Thu 3 Sep 2026")),
        ("en_GB", ("Sept", "Sept 2026", "14:05", "Thu 3 Sept 2026")),
        ("de_DE", ("Sep", "Sept. 2026", "14:05", "Do. 3 Sept. 2026")),
        ("cs_CZ", ("zář", "zář 2026", "14:05", "čt 3 zář 2026")),
    ],
)
def test_names_and_clock_are_those_of_the_locale(
    locale: str, expected: tuple[str, str, str, str]
) -> None:
    """A month is not called Sep everywhere, nor is two o'clock 14:00."""
    QLocale.setDefault(QLocale(locale))
    dates = LocaleDates()
    said = (
        dates.month(THE_3RD),
        dates.month_of_year(THE_3RD),
        dates.clock(time(14, 5)),
        dates.full_day(THE_3RD),
    )
    assert said == expected


@pytest.mark.parametrize(("locale", "begins"), [("en_US", 30), ("en_GB", 31), ("ar_EG", 29)])
def test_a_week_begins_as_it_does_there(locale: str, begins: int) -> None:
    """Of Thursday 3 September 2026: on Sunday 30, Monday 31, or Saturday 29 August."""
    QLocale.setDefault(QLocale(locale))
    week = Unit(days=7).starts(THE_3RD, THE_3RD, LocaleDates().week_begins)
    assert next(week) == date(2026, 8, begins)
