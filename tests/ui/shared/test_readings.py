"""Texts read as a day, a length, a time zone."""

from datetime import date

import pytest

from journal.typed.understood import Lean
from journal.ui.shared.read_field import Reading
from journal.ui.shared.readings import (
    day_reader,
    day_text,
    minutes_text,
    read_minutes,
    zone_reader,
    zone_text,
    zone_words,
    zones,
)
from tests.ui.case import NOW, ZONE, clock


def test_a_day_is_said_in_full() -> None:
    """Monday 23 November 2026 is today: the last third of September is meant."""
    read = day_reader(clock, ZONE)
    said = "Thu 3 Sep 2026"
    assert read("3 sep") == Reading(value=date(2026, 9, 3), words=said, text=said)
    assert read(said).value == date(2026, 9, 3)
    assert day_text(date(2026, 9, 3)) == said
    assert day_text(None) == ""


def test_a_plan_looks_ahead() -> None:
    """The same words mean the next September where something is planned."""
    assert day_reader(clock, ZONE, Lean.FORWARD)("3 sep").value == date(2027, 9, 3)


def test_in_a_line_for_a_day_a_number_is_the_day() -> None:
    """Behind a weekday a number is an hour first; Tuesday 10 November is meant here."""
    assert day_reader(clock, ZONE)("tue 10").value == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hello", "“hello” is no day or time."),
        ("fri 3 sep", "3 Sep 2026 is a Thursday, not a Friday."),
        ("14:00", "That is a time; a day is asked for here."),
        ("3 sep, 14:00", "That is a time; a day is asked for here."),
        ("2024", "That is a time; a day is asked for here."),
        ("in 300 years", "The journal knows the years 1900 to 2200."),
    ],
)
def test_what_is_no_day_is_refused_with_a_reason(text: str, why: str) -> None:
    """A guess would stand in the journal as if it had been known."""
    assert day_reader(clock, ZONE)(text) == Reading(words=why, is_refused=True)


def test_nothing_is_read_from_nothing() -> None:
    """An empty line means that it is not known, and is no mistake."""
    for read in (day_reader(clock, ZONE), read_minutes):
        assert read("  ") == Reading()
    assert zone_reader(clock)("  ") == Reading(value="")


def test_a_length_is_said_as_it_is_said_everywhere() -> None:
    """A bare number is minutes."""
    assert read_minutes("90") == Reading(value=90, words="1 h 30 min", text="1 h 30 min")
    assert read_minutes("1 h 30 min").value == 90
    assert minutes_text(90) == "1 h 30 min"
    assert minutes_text(None) == ""
    assert read_minutes("soon").is_refused


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("new york", "America/New_York"),
        ("America/New_York", "America/New_York"),
        ("New York (America)", "America/New_York"),
        ("sao paulo", "America/Sao_Paulo"),
        ("Buenos Aires (America/Argentina)", "America/Argentina/Buenos_Aires"),
        ("kolk", "Asia/Kolkata"),
    ],
)
def test_a_zone_is_found_by_its_city(text: str, zone: str) -> None:
    """Nobody knows the names of zones by heart; what is shown is read again."""
    read = zone_reader(clock)(text)
    assert (read.value, read.text) == (zone, zone_text(zone))


def test_a_zone_says_what_time_it_is_there() -> None:
    """08:15 in UTC is 03:15 in New York in November: so a wrong one is seen at once."""
    assert zone_words("America/New_York", NOW) == "New York time, now 03:15"
    assert zone_reader(clock)("New York").words == "New York time, now 03:15"


def test_a_city_without_a_clock_of_its_own_is_refused() -> None:
    """Dayton is none; the reason says what to type instead."""
    why = "No city of that name; type the nearest large one."
    assert zone_reader(clock)("Dayton") == Reading(words=why, is_refused=True)


def test_only_places_are_offered() -> None:
    """Names such as Etc/GMT+5 mean the opposite of what they seem to say."""
    assert {each.split("/")[0] for each in zones()} & {"Etc", "US", "posix"} == set()
    assert zone_text("UTC") == "UTC"
