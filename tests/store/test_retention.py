"""Which backups may go."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from journal.store.retention import Backup, surplus

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def made(*times: datetime) -> list[Backup]:
    """Make backups in this order, numbered from 1."""
    return [
        Backup(path=Path(f"{number}.journal"), sequence=number, at=at, change=number)
        for number, at in enumerate(times, 1)
    ]


def staying(backups: list[Backup], now: datetime) -> list[datetime]:
    """Return the times of those that stay, oldest first."""
    going = surplus(backups, now)
    return [each.at for each in backups if each not in going]


def test_all_of_two_days_stay() -> None:
    """Each half hour of them: that is where mistakes are noticed."""
    half_hours = [NOON - timedelta(minutes=30 * each) for each in range(95, -1, -1)]

    assert surplus(made(*half_hours), NOON) == []


def test_years_of_work_leave_days_weeks_and_months() -> None:
    """Of three years, every day at nine and at five: worked out on a calendar."""
    first = datetime(2023, 11, 24, 9, tzinfo=UTC)
    times = [
        first + timedelta(days=day, hours=hour)
        for day in range(3 * 365 + 1)
        for hour in (0, 8)
        if first + timedelta(days=day, hours=hour) <= NOON
    ]

    left = staying(made(*times), NOON)

    # Monday 23 November at nine, both of Sunday, and Saturday's of five: all of 48 hours. With
    # Saturday's of nine they are five.
    last = [(21, 9), (21, 17), (22, 9), (22, 17), (23, 9)]
    assert left[-5:] == [NOON.replace(day=day, hour=hour) for day, hour in last]
    # The last of each day back to the tenth: fourteen days.
    assert left[-16:-5] == [NOON.replace(day=day, hour=17) for day in range(10, 21)]
    # The Sundays of the weeks before that; with those above, eight weeks.
    weeks = [(10, 11), (10, 18), (10, 25), (11, 1), (11, 8)]
    # And the last day of each month; October's last day is no Sunday.
    months = [
        (12, 31),
        (1, 31),
        (2, 28),
        (3, 31),
        (4, 30),
        (5, 31),
        (6, 30),
        (7, 31),
        (8, 31),
        (9, 30),
        (10, 31),
    ]
    expected = [
        datetime(2026 - (month == 12), month, day, 17, tzinfo=UTC) for month, day in weeks + months
    ]
    assert sorted(left[:-16]) == sorted(expected)


def test_five_stay_however_old_they_are() -> None:
    """Somebody who opens the journal twice a year has few, and all on one day perhaps."""
    old = [NOON - timedelta(days=900, minutes=each) for each in range(6, 0, -1)]

    assert surplus(made(*old), NOON) == made(*old)[:1]


def test_a_clock_that_jumped_ahead_removes_no_day() -> None:
    """Days are counted where there is a backup, not on the calendar of a wrong clock."""
    days = [NOON - timedelta(days=each) for each in range(13, 0, -1)]
    far = NOON.replace(year=2046)

    assert surplus(made(*days, far), far) == []


def test_a_backup_from_the_future_stays() -> None:
    """The clock was wrong when it was made, or is now; it may be the best there is."""
    future = [NOON + timedelta(days=400, minutes=each) for each in range(10)]
    today = [NOON - timedelta(minutes=each) for each in range(10, 0, -1)]

    assert surplus(made(*future, *today), NOON) == []


def test_the_last_made_is_the_last_whatever_the_clock_said() -> None:
    """Of one day stays the one made last, though the clock was put back in between."""
    day = NOON - timedelta(days=10)
    others = [NOON - timedelta(days=each) for each in range(5, 0, -1)]
    first, second, *_rest = backups = made(day, day - timedelta(hours=1), *others)

    assert surplus(backups, NOON) == [first]
    assert second.at < first.at


INSTANTS = st.datetimes(timezones=st.just(UTC))


@given(st.lists(INSTANTS, max_size=60), INSTANTS)
def test_whatever_the_clock_says_five_and_the_last_stay(
    times: list[datetime], now: datetime
) -> None:
    """And what seems to come from the future."""
    backups = made(*times)

    going = surplus(backups, now)

    assert len(backups) - len(going) >= min(5, len(backups))
    assert not set(going) & set(backups[-5:])
    assert all(each.at <= now for each in going)
