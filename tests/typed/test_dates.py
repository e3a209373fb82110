"""Dates and times as people type them, worked out by hand on Monday 23 November 2026, 08:15."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from journal.typed.dates import understand, understand_minutes
from journal.typed.understood import Bearings, Lean, NotUnderstood, Understood
from tests.typed.reading import AHEAD, AMERICAN, BEHIND, LONDON, others, read

TWICE = "That is more than one day or time."
SAY_DAY = "Say the day as well."
BEYOND = "The journal knows the years 1900 to 2200."

# What is typed; what is meant where one plans; and where one logs, if that is another day.
BY_LEAN = [
    ("tue 10", "2026-11-24T10:00", "2026-11-17T10:00"),
    ("tue 1", "2026-11-24T13:00", "2026-11-17T13:00"),
    ("tuesday 10:30", "2026-11-24T10:30", "2026-11-17T10:30"),
    ("TUES. 10.30", "2026-11-24T10:30", "2026-11-17T10:30"),
    ("10:30 tue", "2026-11-24T10:30", "2026-11-17T10:30"),
    ("tue at 10", "2026-11-24T10:00", "2026-11-17T10:00"),
    ("on wednesday, 9 am", "2026-11-25T09:00", "2026-11-18T09:00"),
    ("thu", "2026-11-26", "2026-11-19"),
    ("sun", "2026-11-29", "2026-11-22"),
    ("mon", "2026-11-30", "2026-11-16"),
    ("mon 7:00", "2026-11-30T07:00", "2026-11-23T07:00"),
    ("mon 9:00", "2026-11-23T09:00", "2026-11-16T09:00"),
    ("mon 8:15", "2026-11-23T08:15", "2026-11-23T08:15"),
    ("10", "2026-11-23T10:00", "2026-11-22T10:00"),
    ("7", "2026-11-24T07:00", "2026-11-23T07:00"),
    ("10:30", "2026-11-23T10:30", "2026-11-22T10:30"),
    ("1400", "2026-11-23T14:00", "2026-11-22T14:00"),
    ("930", "2026-11-23T09:30", "2026-11-22T09:30"),
    ("0930", "2026-11-23T09:30", "2026-11-22T09:30"),
    ("14h", "2026-11-23T14:00", "2026-11-22T14:00"),
    ("14h30", "2026-11-23T14:30", "2026-11-22T14:30"),
    ("1400 hrs", "2026-11-23T14:00", "2026-11-22T14:00"),
    ("half past 2", "2026-11-23T14:30", "2026-11-22T14:30"),
    ("quarter to 3", "2026-11-23T14:45", "2026-11-22T14:45"),
    ("quarter to 1", "2026-11-23T12:45", "2026-11-22T12:45"),
    ("quarter past 9", "2026-11-23T09:15", "2026-11-22T09:15"),
    ("10 past 9", "2026-11-23T09:10", "2026-11-22T09:10"),
    ("noon", "2026-11-23T12:00", "2026-11-22T12:00"),
    ("3 o'clock", "2026-11-23T15:00", "2026-11-22T15:00"),
    ("3 oclock", "2026-11-23T15:00", "2026-11-22T15:00"),
    ("3:30", "2026-11-23T15:30", "2026-11-22T15:30"),
    ("03:30", "2026-11-24T03:30", "2026-11-23T03:30"),
    ("00:00", "2026-11-24T00:00", "2026-11-23T00:00"),
    ("tue 00", "2026-11-24T00:00", "2026-11-17T00:00"),
    ("12 am", "2026-11-24T00:00", "2026-11-23T00:00"),
    ("12 p.m.", "2026-11-23T12:00", "2026-11-22T12:00"),
    ("7 p.m", "2026-11-23T19:00", "2026-11-22T19:00"),
    ("2pm-3:30pm", "2026-11-23T14:00 90 min", "2026-11-22T14:00 90 min"),
    ("14-15:30", "2026-11-23T14:00 90 min", "2026-11-22T14:00 90 min"),
    ("2-3", "2026-11-23T14:00 60 min", "2026-11-22T14:00 60 min"),
    ("2-3pm", "2026-11-23T14:00 60 min", "2026-11-22T14:00 60 min"),
    ("8-10 pm", "2026-11-23T20:00 120 min", "2026-11-22T20:00 120 min"),
    ("11-1pm", "2026-11-23T11:00 120 min", "2026-11-22T11:00 120 min"),
    ("11-1", "2026-11-23T11:00 120 min", "2026-11-22T11:00 120 min"),
    ("6-8", "2026-11-23T18:00 120 min", "2026-11-22T18:00 120 min"),
    ("9 to 10", "2026-11-23T09:00 60 min", "2026-11-22T09:00 60 min"),
    ("from 9 until 10:15", "2026-11-23T09:00 75 min", "2026-11-22T09:00 75 min"),
    ("14:00–16:00", "2026-11-23T14:00 120 min", "2026-11-22T14:00 120 min"),
    ("tue 10 45 min", "2026-11-24T10:00 45 min", "2026-11-17T10:00 45 min"),
    ("tue 10 1h", "2026-11-24T10:00 60 min", "2026-11-17T10:00 60 min"),
    ("tue 10 1h30", "2026-11-24T10:00 90 min", "2026-11-17T10:00 90 min"),
    ("tue 10:00, 1.5 h", "2026-11-24T10:00 90 min", "2026-11-17T10:00 90 min"),
    ("tue 10 for half an hour", "2026-11-24T10:00 30 min", "2026-11-17T10:00 30 min"),
    ("tue 22:00 3h", "2026-11-24T22:00 180 min", "2026-11-17T22:00 180 min"),
    ("tue 1h 30 min", "2026-11-24 90 min", "2026-11-17 90 min"),
    ("27", "2026-11-27", "2026-10-27"),
    ("fri 27", "2026-11-27", "27 Oct 2026 is a Tuesday, not a Friday."),
    ("10th", "2026-12-10", "2026-11-10"),
    ("the 23rd", "2026-11-23", "2026-11-23"),
    ("31st", "2026-12-31", "2026-10-31"),
    ("tue 10th", "10 Dec 2026 is a Thursday, not a Tuesday.", "2026-11-10"),
    ("30 jun", "2027-06-30", "2026-06-30"),
    ("30 June 14:00", "2027-06-30T14:00", "2026-06-30T14:00"),
    ("30. jun.", "2027-06-30", "2026-06-30"),
    ("june 30", "2027-06-30", "2026-06-30"),
    ("june the 30th", "2027-06-30", "2026-06-30"),
    ("30th of june", "2027-06-30", "2026-06-30"),
    ("23 nov", "2026-11-23", "2026-11-23"),
    ("june 10 9:30", "2027-06-10T09:30", "2026-06-10T09:30"),
    ("10 jun 30 min", "2027-06-10 30 min", "2026-06-10 30 min"),
    ("30/6", "2027-06-30", "2026-06-30"),
    ("6/30", "2027-06-30", "2026-06-30"),
    ("3/4", "2027-04-03", "2026-04-03"),
    ("30.6.", "2027-06-30", "2026-06-30"),
    ("30.6", "2027-06-30", "2026-06-30"),
    ("30. 6.", "2027-06-30", "2026-06-30"),
    ("10.6", "2027-06-10", "2026-06-10"),
    ("10.06", "2026-11-23T10:06", "2026-11-22T10:06"),
    ("10.06.", "2027-06-10", "2026-06-10"),
    ("30.6. 14", "2027-06-30T14:00", "2026-06-30T14:00"),
    ("30.6. 1400", "2027-06-30T14:00", "2026-06-30T14:00"),
    ("29 feb", "2028-02-29", "2024-02-29"),
    ("tue 10 jun", "10 Jun 2027 is a Thursday, not a Tuesday.",
     "10 Jun 2026 is a Wednesday, not a Tuesday."),
    ("2 weeks", "2026-12-07", "2026-11-09"),
    ("10 days", "2026-12-03", "2026-11-13"),
    ("june", "2027-06-01", "2026-06-01"),
    ("in june", "2027-06-01", "2026-06-01"),
    ("q1", "2027-01-01", "2026-01-01"),
    ("end of q1", "2027-03-31", "2026-03-31"),
    ("end of june", "2027-06-30", "2026-06-30"),
    ("end of november", "2026-11-30", "2025-11-30"),
    ("end of month", "2026-11-30", "2026-10-31"),
    ("end of the month 14:00", "2026-11-30T14:00", "2026-10-31T14:00"),
    ("eom", "2026-11-30", "2026-10-31"),
    ("end of week", "2026-11-27", "2026-11-20"),
    ("eow", "2026-11-27", "2026-11-20"),
    ("end of year", "2026-12-31", "2025-12-31"),
    ("eoy", "2026-12-31", "2025-12-31"),
    ("end of quarter", "2026-12-31", "2026-09-30"),
    ("by fri.", "2026-11-27", "2026-11-20"),
]  # fmt: skip

# Here the direction changes nothing.
SAID_IN_FULL = [
    ("today", "2026-11-23"),
    ("today 14:00", "2026-11-23T14:00"),
    ("tonight 8pm", "2026-11-23T20:00"),
    ("tomorrow", "2026-11-24"),
    ("tmrw 9", "2026-11-24T09:00"),
    ("yesterday 3pm", "2026-11-22T15:00"),
    ("day after tomorrow", "2026-11-25"),
    ("the day before yesterday", "2026-11-21"),
    ("tomorrow tue", "2026-11-24"),
    ("now", "2026-11-23T08:15"),
    ("now, 45 min", "2026-11-23T08:15 45 min"),
    ("in 2 hours", "2026-11-23T10:15"),
    ("in an hour", "2026-11-23T09:15"),
    ("in half an hour", "2026-11-23T08:45"),
    ("90 min ago", "2026-11-23T06:45"),
    ("in 24 h", "2026-11-24T08:15"),
    ("in 2 weeks", "2026-12-07"),
    ("in 2 weeks 14:00", "2026-12-07T14:00"),
    ("in 2 weeks thu 14", "2026-12-10T14:00"),
    ("thu in two weeks", "2026-12-10"),
    ("in three days", "2026-11-26"),
    ("in 3 days thu", "2026-11-26"),
    ("in a fortnight", "2026-12-07"),
    ("a week from now", "2026-11-30"),
    ("3 days from today", "2026-11-26"),
    ("3 days ago", "2026-11-20"),
    ("2 weeks ago thu", "2026-11-12"),
    ("in a month", "2026-12-23"),
    ("in 3 months", "2027-02-23"),
    ("in 2 quarters", "2027-05-23"),
    ("in a year", "2027-11-23"),
    ("a year ago", "2025-11-23"),
    ("next week", "2026-11-30"),
    ("last week", "2026-11-16"),
    ("next week thu 9.15", "2026-12-03T09:15"),
    ("fri next week", "2026-12-04"),
    ("end of next week", "2026-12-04"),
    ("start of next week", "2026-11-30"),
    ("next month", "2026-12-01"),
    ("end of next month", "2026-12-31"),
    ("next quarter", "2027-01-01"),
    ("next year", "2027-01-01"),
    ("end of 2027", "2027-12-31"),
    ("beginning of june 2027", "2027-06-01"),
    ("june 2027", "2027-06-01"),
    ("q3 2027", "2027-07-01"),
    ("next june", "2027-06-01"),
    ("last june", "2026-06-01"),
    ("next thu", "2026-12-03"),
    ("last thu", "2026-11-19"),
    ("this fri", "2026-11-27"),
    ("coming fri", "2026-11-27"),
    ("past fri", "2026-11-20"),
    ("the 10th of next month", "2026-12-10"),
    ("10th last month", "2026-10-10"),
    ("30 jun 2027", "2027-06-30"),
    ("30 jun 2027 9.15", "2027-06-30T09:15"),
    ("jun 30, 2027", "2027-06-30"),
    ("June 30th, 2027 at 2:15 pm", "2027-06-30T14:15"),
    ("30-jun-2027", "2027-06-30"),
    ("30 jun 27", "2027-06-30"),
    ("30 jun '98", "1998-06-30"),
    ("30 jun ’27", "2027-06-30"),
    ("2026-06-30", "2026-06-30"),
    ("2026-06-30T14:00", "2026-06-30T14:00"),
    ("2026/6/30 14:00", "2026-06-30T14:00"),
    ("30/6/2027", "2027-06-30"),
    ("30/6/27", "2027-06-30"),
    ("30-6-2027", "2027-06-30"),
    ("30.6.2027", "2027-06-30"),
    ("30. 6. 2027", "2027-06-30"),
    ("30.6.98", "1998-06-30"),
    ("Tue 1 Dec 2026, 10:00 · in 8 days", "2026-12-01T10:00"),
    ("Tue 1 Dec 2026, 10:00–11:30 · in 8 days", "2026-12-01T10:00 90 min"),
]

REFUSED = [
    ("", "Type a day, such as tue 10 or in 2 weeks.", ""),
    ("at", "Type a day, such as tue 10 or in 2 weeks.", "at"),
    ("31 jun", "June has 30 days.", "31 jun"),
    ("0 jun", "June has 30 days.", "0 jun"),
    ("29 feb 2027", "February 2027 has 28 days.", "29 feb 2027"),
    ("31 apr 2027", "April has 30 days.", "31 apr 2027"),
    ("fri 31st of next month", "31 Dec 2026 is a Thursday, not a Friday.",
     "fri 31st of next month"),
    ("tue 1 dec 2027", "1 Dec 2027 is a Wednesday, not a Tuesday.", "tue 1 dec 2027"),
    ("today tue", "23 Nov 2026 is a Monday, not a Tuesday.", "today tue"),
    ("in 3 days tue", "26 Nov 2026 is a Thursday, not a Tuesday.", "in 3 days tue"),
    ("end of month fri", "30 Nov 2026 is a Monday, not a Friday.", "end of month fri"),
    ("tue at Dana's", "“Dana's” is no day or time.", "Dana's"),
    ("dana", "“dana” is no day or time.", "dana"),
    ("31/13", "“31/13” is no day or time.", "31/13"),
    ("32/1", "“32/1” is no day or time.", "32/1"),
    ("30/6/1850", BEYOND, "30/6/1850"),
    ("31.13.2026", "“31.13.2026” is no day or time.", "31.13.2026"),
    ("2026-13-01", "“2026-13-01” is no day or time.", "2026-13-01"),
    ("25:00", "“25:00” is no day or time.", "25:00"),
    ("10:75", "“10:75” is no day or time.", "10:75"),
    ("13 pm", "“13” is no day or time.", "13"),
    ("0", "“0” is no day or time.", "0"),
    ("45", "“45” is no day or time.", "45"),
    ("99999", "“99999” is no day or time.", "99999"),
    ("in", "“in” is no day or time.", "in"),
    ("in 10", "“in” is no day or time.", "in"),
    ("next", "“next” is no day or time.", "next"),
    ("end", "“end” is no day or time.", "end"),
    ("end of 1850", "“end” is no day or time.", "end"),
    ("q5", "“q5” is no day or time.", "q5"),
    ("q 1", "“q” is no day or time.", "q"),
    ("32nd", "“32nd” is no day or time.", "32nd"),
    ("tue wed", TWICE, "tue wed"),
    ("10 10 10", TWICE, "10 10 10"),
    ("tue 1 dec 10:00 1 h 5 min 7 min", TWICE, "tue 1 dec 10:00 1 h 5 min 7 min"),
    ("now 10:00", TWICE, "now 10:00"),
    ("in 2 hours fri", TWICE, "in 2 hours fri"),
    ("10-11 45 min", "It has an end and a length; one is enough.", "10-11 45 min"),
    ("15:00-14:00", "It would end before it begins.", "15:00-14:00"),
    ("june 14:00", SAY_DAY, "june 14:00"),
    ("next week 14:00", SAY_DAY, "next week 14:00"),
    ("45 min", SAY_DAY, "45 min"),
    ("in 9999 years", BEYOND, "in 9999 years"),
    ("9999 weeks ago", BEYOND, "9999 weeks ago"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ahead", "behind"), BY_LEAN)
def test_the_nearest_day_is_meant_on_the_side_to_which_one_looks(
    text: str, ahead: str, behind: str
) -> None:
    """One plans ahead and logs what happened, with the same words."""
    assert (read(text, AHEAD), read(text, BEHIND)) == (ahead, behind)


@pytest.mark.parametrize(("text", "expected"), SAID_IN_FULL)
def test_what_is_said_in_full_means_the_same_wherever_one_looks(text: str, expected: str) -> None:
    """Nobody who types "yesterday" while planning means another day."""
    assert (read(text, AHEAD), read(text, BEHIND)) == (expected, expected)


@pytest.mark.parametrize(("text", "why", "part"), REFUSED)
def test_what_is_not_understood_is_named_and_why(text: str, why: str, part: str) -> None:
    """The sentence stands beside the field while one types; it has to tell what to change."""
    assert understand(text, AHEAD) == NotUnderstood(why=why, part=part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tue 1", ["2026-12-01"]),
        ("10", ["2026-12-10"]),
        ("tue 10", []),  # The 10th is no Tuesday before next August.
        ("3:30", ["2026-11-24T03:30"]),
        ("6-8", ["2026-11-24T06:00 120 min"]),
        ("3/4", ["2027-03-04"]),
        ("4/4", []),
        ("30/6", []),
        ("10.06", ["2027-06-10"]),
        ("9.15", []),
        ("next thu", ["2026-11-26"]),
        ("last thu", []),
        ("coming thu", []),
        ("mon", ["2026-11-23"]),
        ("thu", []),
        ("june", ["2027-06-30"]),
        ("next week", ["2026-12-04"]),
        ("end of june", []),
    ],
)
def test_what_else_could_be_meant_is_offered(text: str, expected: list[str]) -> None:
    """A rule decides, but whoever meant the other thing needs one key to say so."""
    assert others(text) == expected


def test_the_locale_says_what_comes_first_in_a_pair() -> None:
    """March the 4th in America, the 3rd of April elsewhere; with points it is always the day."""
    assert read("3/4", AMERICAN) == "2027-03-04"
    assert others("3/4", AMERICAN) == ["2027-04-03"]
    assert read("3.4.", AMERICAN) == "2027-04-03"
    assert read("30/6", AMERICAN) == "2027-06-30"


def test_the_day_is_that_of_the_customers_wall() -> None:
    """On Monday evening in London it is Tuesday already in Auckland."""
    evening = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    bearings = Bearings(now=evening, zone="Pacific/Auckland")
    assert read("today", bearings) == "2026-11-24"
    assert read("8:00", bearings) == "2026-11-25T08:00"


def test_hours_are_counted_through_a_change_of_the_clocks() -> None:
    """In the night to 25 October 2026 London has the hour from one to two twice."""
    before = datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo(LONDON))
    assert read("in 2 hours", Bearings(now=before, zone=LONDON)) == "2026-10-25T01:30"


def test_a_day_that_the_month_counted_to_does_not_have_is_refused() -> None:
    """There is no 31 February, though there is a 31st before and after."""
    january = Bearings(now=datetime(2027, 1, 15, 9, tzinfo=UTC), zone=LONDON)
    assert read("31st of next month", january) == "February 2027 has 28 days."
    assert read("in a month", Bearings(now=datetime(2027, 1, 31, 9, tzinfo=UTC), zone=LONDON)) == (
        "2027-02-28"
    )


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow", "7:00", "tue", "this sun", "in 2 hours", "in 25 hours", "in 3 days",
        "next month", "next year", "1st of next month", "30 jun", "q1",
    ],
)  # fmt: skip
def test_after_the_last_day_that_the_journal_knows_there_is_nothing(text: str) -> None:
    """The calendar of the computer goes on, the model does not."""
    last = Bearings(now=datetime(2200, 12, 31, 23, tzinfo=UTC), zone=LONDON)
    assert read(text, last) == BEYOND


def test_before_the_first_day_that_the_journal_knows_there_is_nothing() -> None:
    """1 January 1900 was a Monday."""
    first = Bearings(now=datetime(1900, 1, 1, tzinfo=UTC), zone=LONDON, lean=Lean.BACKWARD)
    assert read("yesterday", first) == BEYOND
    assert read("31 dec", first) == BEYOND
    assert read("10th", first) == BEYOND


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45 min", 45), ("45min", 45), ("45'", 45), ("45", 45), ("1h", 60), ("1 h", 60),
        ("2 hours", 120), ("an hour", 60), ("an hour and a half", 90), ("half an hour", 30),
        ("half hour", 30), ("quarter of an hour", 15), ("1.5 h", 90), ("1,25 hours", 75),
        ("1h30", 90), ("1h30m", 90), ("1 h 30 min", 90), ("1 hour and 5 minutes", 65),
        ("1:30", 90), ("0:20", 20), ("two hours", 120), ("24 h", 1440), ("1440", 1440),
    ],
)  # fmt: skip
def test_a_length_is_understood(text: str, minutes: int) -> None:
    """Each of these is how somebody says how long a meeting took."""
    assert understand_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    ["", "0", "0:00", "1441", "25 hours", "long", "1 pm", "9-10", "1:75", "an", "5 days",
     "45 min x", "half", "0 min", "1.5", "1.5 days", "1 . 5 h", "1h 75"],
)  # fmt: skip
def test_what_is_no_length_asks_for_one(text: str) -> None:
    """From a minute to a day; the rest is a slip."""
    why = "Say how long, such as 45 min or 1h30."
    assert understand_minutes(text) == NotUnderstood(why=why, part=text)


def test_whether_a_day_was_typed_is_told() -> None:
    """Where only a time was typed, the caller may know the day better."""
    named = {text: understand(text, AHEAD) for text in ("tue", "fri 27", "10", "27", "10:30")}
    assert {
        text: answer.names_day for text, answer in named.items() if isinstance(answer, Understood)
    } == {"tue": True, "fri 27": True, "10": False, "27": False, "10:30": False}


def test_a_time_alone_takes_the_day_that_the_caller_knows() -> None:
    """A day that was typed stays, and a number that means a day is one."""
    told = date(2026, 9, 3)
    answers = {text: understand(text, AHEAD) for text in ("10:30", "tue 10", "27")}
    days = {t: a.on_day(told).when.iso for t, a in answers.items() if isinstance(a, Understood)}
    assert days == {"10:30": "2026-09-03T10:30", "tue 10": "2026-11-24T10:00", "27": "2026-11-27"}
