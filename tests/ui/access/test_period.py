"""Which meetings are looked at."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from journal.ui.access.period import Period
from tests.ui.case import NOW, ZONE, clock

TODAY = NOW.date()


@pytest.fixture
def period(qtbot: QtBot) -> Period:
    """Make it."""
    made = Period(clock, ZONE)
    qtbot.addWidget(made)
    return made


def test_all_is_looked_at_until_something_else_is_chosen(period: Period) -> None:
    """A short period would hide what was lost before."""
    assert period.first_day(TODAY) is None


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 23), date(2025, 11, 23)),
        # The year before a leap year's 29 February has none.
        (date(2028, 2, 29), date(2027, 2, 28)),
    ],
)
def test_twelve_months_begin_on_the_same_day(period: Period, today: date, first: date) -> None:
    """And it is always there."""
    period.choice.choose(1)
    assert period.first_day(today) == first


def test_what_was_typed_counts_only_where_it_is_chosen(period: Period) -> None:
    """It is kept meanwhile."""
    period.choice.choose(2)
    assert period.first_day(TODAY) is None
    period.since.line.setText("1 oct")
    period.since.finish()
    assert period.first_day(TODAY) == date(2026, 10, 1)
    period.choice.choose(0)
    assert period.first_day(TODAY) is None
    period.choice.choose(2)
    assert period.first_day(TODAY) == date(2026, 10, 1)
