"""Lines of the People tab as they are read: a value with its day, what recurs and when."""

from datetime import date

import pytest

from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.domain.span import Span
from journal.ui.people.commitments_field import commitment_reader, time_reader
from journal.ui.people.outline import Group
from journal.ui.people.words import group_words, name_words, span_words
from journal.ui.shared.readings_field import Read, value_reader
from tests.ui.case import ZONE, clock

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("12", 12, TODAY),
        ("12.5 on 30 sep", 12.5, date(2026, 9, 30)),
        ("12,5 30 sep", 12.5, date(2026, 9, 30)),
        ("12 30 sep", 12, date(2026, 9, 30)),
        ("-4 %, 2026-09-30", -4, date(2026, 9, 30)),
        ("−4% yesterday", -4, date(2026, 11, 22)),
        ("12,000 on 30 sep", 12_000, date(2026, 9, 30)),
        ("1 250 000 30 sep", 1_250_000, date(2026, 9, 30)),
        ("1,250.75", 1250.75, TODAY),
        ("+3 last month", 3, date(2026, 10, 1)),
    ],
)
def test_a_value_is_read_with_its_day(text: str, value: float, day: date) -> None:
    """Numbers as people write them, with a point or a comma; without a day it is today's."""
    reading = value_reader(clock, ZONE)(text)
    assert reading.value == Read(value=value, day=day)
    assert value_reader(clock, ZONE)(reading.text).value == reading.value


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a dozen", "Say a number, such as 12.5 on 30 sep."),
        ("12 pieces", "“pieces” is no day or time."),
        ("12 at 14:00", "That is a time; a day is asked for here."),
    ],
)
def test_what_is_no_value_is_refused_with_a_reason(text: str, why: str) -> None:
    """A half-understood number would be drawn as if it were true."""
    reading = value_reader(clock, ZONE)(text)
    assert (reading.is_refused, reading.words) == (True, why)


def test_nothing_is_read_from_empty_lines() -> None:
    """They are where something may be added."""
    assert value_reader(clock, ZONE)(" ").value is None
    assert not commitment_reader(clock, ZONE)(" ").is_refused


def test_a_commitment_that_lacks_something_says_what() -> None:
    """Without a title nobody knows later what it was."""
    reading = commitment_reader(clock, ZONE)("thu 15:00")
    assert (reading.is_refused, reading.words) == (True, "Say what it is as well.")


def test_a_time_is_shown_as_it_can_be_typed_again() -> None:
    """Whoever mends it begins with what stands there."""
    reading = time_reader(clock, ZONE)("first and third tue 8:30, 45 min")
    assert reading.text == "first and third Tue of the month 08:30–09:15"
    assert time_reader(clock, ZONE)(reading.text).text == reading.text


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, ""),
        (date(2025, 11, 16), None, "since Nov 2025"),
        (date(2027, 1, 1), None, "from Jan 2027"),
        (None, date(2025, 11, 16), "until Nov 2025"),
        (date(2024, 12, 1), date(2025, 11, 15), "Dec 2024 to Nov 2025"),
    ],
)
def test_how_long_is_said_in_months(start: date | None, end: date | None, words: str) -> None:
    """A day would say more than one needs in a list."""
    assert span_words(Span(start=start, end=end), TODAY) == words


def test_each_group_has_its_name() -> None:
    """A new one without words would stop the tab."""
    assert len({group_words(each) for each in Group}) == len(Group)


def test_oneself_is_named_as_such() -> None:
    """One's own name stands in the ownership history like any other."""
    me = Person(id=PersonId(RecordId("me")), name="Ana Calder", is_self=True)
    assert name_words(me) == "Ana Calder (you)"
    assert name_words(None) == "Somebody in the trash"
