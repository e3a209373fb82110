"""Days and hours as the window says them."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from journal.domain.span import When
from journal.ui.shared import words

TODAY = date(2026, 11, 23)


def test_a_day_of_this_year_has_its_weekday_and_no_year() -> None:
    """What is near is known by its weekday; the year would only be noise."""
    assert words.day_words(date(2026, 12, 1), TODAY) == "Tue 1 Dec"
    assert words.date_words(date(2026, 9, 3), TODAY) == "3 Sep"


def test_a_day_of_another_year_has_its_year() -> None:
    """Without it 30 June could be taken for the wrong one."""
    assert words.day_words(date(2027, 6, 30), TODAY) == "30 Jun 2027"
    assert words.date_words(date(2027, 6, 30), TODAY) == "30 Jun 2027"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "Tue"),
        (date(2026, 11, 29), "Sun"),
        (date(2026, 11, 30), "30 Nov"),
        (date(2027, 1, 11), "11 Jan"),
        (date(2027, 11, 30), "Nov 2027"),
    ],
)
def test_a_day_in_a_narrow_place_is_as_short_as_it_can_be_sure(day: date, expected: str) -> None:
    """A weekday alone is sure within the week, a date without a year within the year."""
    assert words.short_day_words(day, TODAY) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (8, "in 8 days"), (-3, "3 days ago")],
)
def test_a_distance_is_said_as_people_say_it(days: int, expected: str) -> None:
    """Nobody says "in 1 days"."""
    assert words.distance_words(date.fromordinal(TODAY.toordinal() + days), TODAY) == expected


def test_a_time_follows_the_locale() -> None:
    """Who reads 2:00 PM everywhere else reads it here."""
    assert words.clock_words(time(14)) == "14:00"
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        assert words.clock_words(time(14)).replace("\N{NARROW NO-BREAK SPACE}", " ") == "2:00 PM"
    finally:
        QLocale.setDefault(before)


def test_when_has_its_time_only_where_it_is_known() -> None:
    """An imported diary often knows the day alone."""
    timed = When(day=date(2026, 12, 1), time=time(10), zone="Europe/Prague")
    untimed = When(day=date(2026, 9, 3), time=None, zone="Europe/Prague")
    assert words.when_words(timed, TODAY) == "Tue 1 Dec, 10:00"
    assert words.full_when_words(untimed) == "Thu 3 Sep 2026"


def test_a_tip_cannot_become_markup() -> None:
    """Qt opens local files that a rich tool tip names; a customer's name may hold anything."""
    assert words.plain_tip("Mercy & Sons") == "Mercy & Sons"
    tip = words.plain_tip("<img src='file:///etc/passwd'>")
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_an_ampersand_in_a_name_marks_no_key() -> None:
    """On a button, Johnson & Johnson would lose its sign and gain a key."""
    assert words.plain_button("Johnson & Johnson") == "Johnson && Johnson"
