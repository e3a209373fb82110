"""Rules of calendars, read as people say them."""

from datetime import date

import pytest

from journal.domain.person import require_rule
from journal.typed.names import Unit
from journal.typed.schedules import LAST, Schedule, schedule_of

MONDAY = date(2026, 11, 23)
MONTH = Unit.MONTH

SAYINGS = [
    (Schedule(unit=Unit.DAY), "FREQ=DAILY"),
    (Schedule(unit=Unit.WEEK, weekdays=(3,)), "FREQ=WEEKLY;BYDAY=TH"),
    (Schedule(unit=Unit.WEEK, every=2, weekdays=(0, 4)), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"),
    (Schedule(unit=MONTH, weekdays=(1,), nths=(2,)), "FREQ=MONTHLY;BYDAY=2TU"),
    (Schedule(unit=MONTH, weekdays=(1,), nths=(1, 3)), "FREQ=MONTHLY;BYDAY=1TU,3TU"),
    (Schedule(unit=MONTH, weekdays=(4,), nths=(LAST,)), "FREQ=MONTHLY;BYDAY=-1FR"),
    (Schedule(unit=MONTH, every=3, month_day=15), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"),
]


@pytest.mark.parametrize(("schedule", "rule"), SAYINGS)
def test_what_is_written_as_a_rule_is_read_back(schedule: Schedule, rule: str) -> None:
    """What was typed is shown again in the same words, to be typed over."""
    require_rule(rule)
    assert schedule.rule == rule
    assert schedule_of(rule, MONDAY) == schedule


@pytest.mark.parametrize(
    ("rule", "schedule"),
    [
        ("FREQ=WEEKLY", Schedule(unit=Unit.WEEK, weekdays=(0,))),
        ("FREQ=MONTHLY", Schedule(unit=MONTH, month_day=23)),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=TU", Schedule(unit=Unit.WEEK, weekdays=(1,))),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", Schedule(unit=MONTH, weekdays=(1,), nths=(2,))),
        ("FREQ=MONTHLY;BYDAY=+1MO", Schedule(unit=MONTH, weekdays=(0,), nths=(1,))),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", Schedule(unit=MONTH, weekdays=(4,), nths=(LAST,))),
    ],
)
def test_what_calendars_write_otherwise_is_the_same(rule: str, schedule: Schedule) -> None:
    """Outlook says the second Tuesday by a position, Google leaves out the weekday."""
    assert schedule_of(rule, MONDAY) == schedule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=-2TU",
        "FREQ=MONTHLY;BYDAY=1TU,2WE",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=3",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=3",
    ],
)
def test_a_rule_that_says_more_is_left_alone(rule: str) -> None:
    """It is shown as it came and not made into something else."""
    require_rule(rule)
    assert schedule_of(rule, MONDAY) is None
