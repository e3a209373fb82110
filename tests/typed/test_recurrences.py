"""Standing commitments as people type them, worked out by hand on Monday 23 November 2026."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from journal.typed.names import Unit
from journal.typed.recurrences import understand_recurring
from journal.typed.schedules import (
    Recurring,
    Schedule,
    recurring_words,
    recurs_words,
    schedule_words,
)
from journal.typed.understood import Bearings, NotUnderstood
from tests.analysis.made import commitment
from tests.typed.reading import AHEAD, LONDON

WHEN = "Say when it recurs, such as thu 15:00 or first tue of the month 8:30."

# What is typed, without its title "rounds" where that stands behind; the rule, the start and the
# minutes, the first day.
TYPED = [
    ("thu 15:00 weekly rounds", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-26"),
    ("every thursday at 15:00 rounds", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-26"),
    ("thursdays 3pm rounds", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-26"),
    ("Thu 15:00–16:30: rounds", "FREQ=WEEKLY;BYDAY=TH", "15:00 90", "2026-11-26"),
    ("rounds thu 15:00", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-26"),
    ("rounds thu at 3", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-26"),
    ("thu rounds at 3", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-26"),
    ("thu 15 - rounds - weekly", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-26"),
    ("from 9 to 10 every thu, rounds", "FREQ=WEEKLY;BYDAY=TH", "09:00 60", "2026-11-26"),
    ("mon 9 rounds", "FREQ=WEEKLY;BYDAY=MO", "09:00 60", "2026-11-23"),
    ("mon, wed and fri 7:30 rounds", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "07:30 60", "2026-11-23"),
    ("wed. & mon. 9 rounds", "FREQ=WEEKLY;BYDAY=MO,WE", "09:00 60", "2026-11-23"),
    ("mon-fri 8:00 rounds", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:00 60", "2026-11-23"),
    ("sat to mon 8:00 rounds", "FREQ=WEEKLY;BYDAY=MO,SA,SU", "08:00 60", "2026-11-23"),
    ("weekdays 8:00 rounds", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:00 60", "2026-11-23"),
    ("every weekday 8:00 rounds", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:00 60", "2026-11-23"),
    ("every 2 weeks tue 9-10 rounds", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "09:00 60", "2026-11-24"),
    ("every other tue 10 rounds", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "10:00 60", "2026-11-24"),
    ("every second tue 10 rounds", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "10:00 60", "2026-11-24"),
    ("each 2nd week tue 10 rounds", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "10:00 60", "2026-11-24"),
    ("fortnightly tue 10 rounds", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "10:00 60", "2026-11-24"),
    ("every fortnight tue 10 rounds", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "10:00 60", "2026-11-24"),
    ("every week tue 10 rounds", "FREQ=WEEKLY;BYDAY=TU", "10:00 60", "2026-11-24"),
    ("daily 8:00 15 min rounds", "FREQ=DAILY", "08:00 15", "2026-11-23"),
    ("every 3 days 8-8:15 rounds", "FREQ=DAILY;INTERVAL=3", "08:00 15", "2026-11-23"),
    ("first tue of the month 8:30 rounds", "FREQ=MONTHLY;BYDAY=1TU", "08:30 60", "2026-12-01"),
    ("1st tue in the month 8:30 rounds", "FREQ=MONTHLY;BYDAY=1TU", "08:30 60", "2026-12-01"),
    ("every first tue 8:30 rounds", "FREQ=MONTHLY;BYDAY=1TU", "08:30 60", "2026-12-01"),
    ("every second tue of the month 9 rounds", "FREQ=MONTHLY;BYDAY=2TU", "09:00 60", "2026-12-08"),
    ("2nd tue 13:00 90 min rounds", "FREQ=MONTHLY;BYDAY=2TU", "13:00 90", "2026-12-08"),
    ("2nd and 4th tue 13:00 1.5 h rounds", "FREQ=MONTHLY;BYDAY=2TU,4TU", "13:00 90", "2026-11-24"),
    ("last fri 14-15 rounds", "FREQ=MONTHLY;BYDAY=-1FR", "14:00 60", "2026-11-27"),
    ("fifth mon 9 rounds", "FREQ=MONTHLY;BYDAY=5MO", "09:00 60", "2026-11-30"),
    ("15th 9:00 rounds", "FREQ=MONTHLY;BYMONTHDAY=15", "09:00 60", "2026-12-15"),
    ("monthly on the 31st, 9:00 rounds", "FREQ=MONTHLY;BYMONTHDAY=31", "09:00 60", "2026-12-31"),
    ("quarterly first mon 9 rounds", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "09:00 60", "2026-12-07"),
    ("every quarter 15th 9 rounds", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "09:00 60",
     "2026-12-15"),
    ("every other month last thu 9 rounds", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH", "09:00 60",
     "2026-11-26"),
    ("thu 15 rounds since 8 jan 2025", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2025-01-09"),
    ("since january thu 15 rounds", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-01-01"),
    ("thu 15 rounds since mon", "FREQ=WEEKLY;BYDAY=TH", "15:00 60", "2026-11-19"),
    ("every 2 weeks tue 9 rounds from 30 nov", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "09:00 60",
     "2026-12-01"),
    ("tue 9 rounds starting on tomorrow", "FREQ=WEEKLY;BYDAY=TU", "09:00 60", "2026-11-24"),
    ("fri 22:00 3h rounds", "FREQ=WEEKLY;BYDAY=FR", "22:00 180", "2026-11-27"),
    ("3 hours fri 22:00 rounds", "FREQ=WEEKLY;BYDAY=FR", "22:00 180", "2026-11-27"),
]  # fmt: skip

TITLES = [
    ("thu 15:00 weekly management staff meeting", "management staff meeting"),
    ("tue 12:00 daily huddle", "daily huddle"),
    ("1:1 with Luis thu 15", "1:1 with Luis"),
    ("5S audit thu 9", "5S audit"),
    ("one to one thu 9", "one to one"),
    ("first aid training mon 9", "first aid training"),
    ("thu 9-10 1h of rounds", "1h of rounds"),
    ("1h thu 9-10 rounds", "9-10 rounds"),
    ("thu 9 talk from the top", "talk from the top"),
    ("thu 9 rounds since 31 jun", "rounds since 31 jun"),
    ("thu 9 rounds, thu 10", "rounds, thu 10"),
    ("thu 9 rounds since mon since tue", "rounds since mon"),
]

REASONS = [
    ("sometime", WHEN),
    ("15:00 rounds", WHEN),
    ("weekly 9:00 rounds", WHEN),
    ("monthly thu 9 rounds", WHEN),
    ("every 999 quarters 1st tue 9 rounds", WHEN),
    ("every year 9 rounds", WHEN),
    ("32nd 9:00 rounds", WHEN),
    ("thu rounds", "Say at what time it begins."),
    ("thu rounds in room 10", "Say at what time it begins."),
    ("thu 15-14 rounds", "It would end before it begins."),
    ("thu 15:00", "Say what it is as well."),
    ("thu 15:00 - ", "Say what it is as well."),
]  # fmt: skip


def understood(text: str, bearings: Bearings = AHEAD) -> Recurring:
    """Understand a line that can be."""
    recurring = understand_recurring(text, bearings)
    assert isinstance(recurring, Recurring), recurring
    return recurring


@pytest.mark.parametrize(("text", "rule", "time_said", "first_day"), TYPED)
def test_when_it_recurs_is_understood(text: str, rule: str, time_said: str, first_day: str) -> None:
    """Each of these is how somebody says when a person is never free."""
    recurring = understood(text)
    said = f"{recurring.start:%H:%M} {recurring.minutes}"
    first = recurring.first_day.isoformat()
    assert (recurring.schedule.rule, said, first) == (rule, time_said, first_day)
    assert recurring.title == "rounds"


@pytest.mark.parametrize(("text", "_rule", "_time", "_first"), TYPED)
def test_what_is_shown_can_be_typed_again(text: str, _rule: str, _time: str, _first: str) -> None:
    """Whoever mends what was understood begins with what stands there."""
    shown = understood(text)
    again = understood(f"{recurring_words(shown)} rounds from {shown.first_day.isoformat()}")
    assert (again.schedule, again.start, again.minutes, again.first_day, again.title) == (
        shown.schedule,
        shown.start,
        shown.minutes,
        shown.first_day,
        "rounds",
    )


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_rest_is_the_title(text: str, title: str) -> None:
    """What does not go with the days already said belongs to the title."""
    assert understood(text).title == title


@pytest.mark.parametrize(("text", "why"), REASONS)
def test_what_is_missing_is_told(text: str, why: str) -> None:
    """Without a day and an hour nothing can clash with it."""
    assert understand_recurring(text, AHEAD) == NotUnderstood(why=why, part=text.strip())


def test_whether_its_first_day_was_typed_is_told() -> None:
    """Where it was not, the caller may know that it has been so for long."""
    assert understood("thu 9 rounds since jan").is_since
    assert not understood("thu 9 rounds").is_since


def test_beyond_the_years_that_the_journal_knows_it_never_takes_place() -> None:
    """The last day is a Wednesday."""
    last = Bearings(now=datetime(2200, 12, 31, 9, tzinfo=UTC), zone=LONDON)
    answer = understand_recurring("thu 9 rounds", last)
    assert answer == NotUnderstood(why="It would never take place.", part="thu 9 rounds")
    assert understood("wed 9 rounds", last).first_day == date(2200, 12, 31)


def test_a_day_that_never_comes_is_not_searched_for_ever() -> None:
    """Nobody can type it, but a schedule can say it."""
    never = Schedule(unit=Unit.MONTH, month_day=32)
    assert never.first_from(date(2026, 11, 23)) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (21, "21st"), (30, "30th"), (31, "31st"),
    ],
)  # fmt: skip
def test_a_day_of_the_month_is_said_with_its_ending(day: int, expected: str) -> None:
    """As English has it."""
    assert schedule_words(Schedule(unit=Unit.MONTH, month_day=day)) == f"{expected} of the month"


def test_how_often_is_said_in_words() -> None:
    """A rule of iCalendar is nothing for a reader."""
    daily = Schedule(unit=Unit.DAY)
    assert schedule_words(daily) == "every day"
    assert recurring_words(
        Recurring(
            title="rounds", schedule=daily, start=time(23), minutes=90, first_day=date(2026, 11, 23)
        )
    ) == ("every day 23:00, 1 h 30 min")


def test_a_standing_commitment_is_said_as_it_can_be_typed() -> None:
    """Whether it was typed or came from a calendar; a rule beyond that is shown as it came."""
    weekly = commitment("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "15:00", minutes=90)
    assert recurs_words(weekly) == "every 2 weeks Thu 15:00–16:30"
    yearly = replace(weekly, rule="FREQ=YEARLY;BYMONTH=3")
    assert recurs_words(yearly) == "by the rule FREQ=YEARLY;BYMONTH=3 15:00–16:30"
