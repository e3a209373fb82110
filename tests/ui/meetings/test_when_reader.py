"""Moments as they are typed in a form."""

from datetime import UTC, date, datetime, time

import pytest

from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from journal.domain.span import When
from journal.typed.understood import Bearings, Lean
from journal.ui.meetings.called_off_fields import notice_words
from journal.ui.meetings.next_field import after_weeks
from journal.ui.meetings.when_reader import when_reader, when_text
from tests.ui.case import ZONE


def bearings() -> Bearings:
    """Stand on Tuesday 1 December at 11:30 there."""
    return Bearings(now=datetime(2026, 12, 1, 16, 30, tzinfo=UTC), zone=ZONE, lean=Lean.FORWARD)


def ten() -> time:
    """Meet at ten, as usual."""
    return time(10)


@pytest.mark.parametrize("typed", ["", " ", "not yet", "None", "-"])
def test_nothing_and_not_yet_are_none(typed: str) -> None:
    """There may be no next visit."""
    reading = when_reader(bearings, ten)(typed)
    assert (reading.value, reading.is_refused) == (None, False)


@pytest.mark.parametrize(
    ("typed", "expected", "words"),
    [
        ("tue 10", "2026-12-08T10:00", "Tue 8 Dec 2026, 10:00 · in 7 days"),
        ("in 2 weeks", "2026-12-15T10:00", "Tue 15 Dec 2026, 10:00"),
        ("30 jun", "2027-06-30T10:00", "Wed 30 Jun 2027, 10:00"),
    ],
)
def test_a_day_without_a_time_is_at_the_usual_one(typed: str, expected: str, words: str) -> None:
    """That is said, since it was not typed."""
    reading = when_reader(bearings, ten)(typed)
    assert reading.value == When.from_iso(expected, ZONE)
    assert reading.words == words


def test_without_a_usual_time_one_is_asked_for() -> None:
    """When a cancellation came is an instant."""
    reading = when_reader(bearings)("yesterday")
    assert reading.is_refused
    assert reading.words == "Say the time as well, such as yesterday 17:00."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("13:20", "2026-11-24T13:20"), ("yesterday 13:20", "2026-11-30T13:20")],
)
def test_a_time_alone_is_on_the_day_of_what_it_is_about(typed: str, expected: str) -> None:
    """What is told of a meeting a week later was at 13:20 on its day, not today."""

    def a_week_ago() -> date:
        return date(2026, 11, 24)

    reading = when_reader(bearings, day=a_week_ago)(typed)
    assert reading.value == When.from_iso(expected, ZONE)
    assert reading.words.startswith(reading.text)


@pytest.mark.parametrize("typed", ["whenever", "1 jan 2999"])
def test_what_is_no_moment_is_refused(typed: str) -> None:
    """It stays as typed, with the reason."""
    reading = when_reader(bearings, ten)(typed)
    assert reading.is_refused
    assert reading.words


def test_what_is_shown_can_be_typed() -> None:
    """The line shows it in full; read again, it means the same."""
    when = When(day=date(2026, 12, 8), time=time(9, 5), zone=ZONE)
    assert when_text(when) == "Tue 8 Dec 2026, 09:05"
    assert when_reader(bearings)(when_text(when)).value == when
    assert when_text(When(day=date(2026, 12, 8), time=None, zone=ZONE)) == "Tue 8 Dec 2026"


def test_the_next_date_is_never_past() -> None:
    """A visit of three weeks ago, logged today, is followed by the same weekday to come."""
    base = When(day=date(2026, 11, 3), time=time(10), zone=ZONE)
    assert after_weeks(base, 1, date(2026, 11, 23)).day == date(2026, 11, 24)
    assert after_weeks(base, 4, date(2026, 11, 23)).day == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, ""),
        ("2026-12-01T15:05:00+00:00", "no notice at all"),
        ("2026-12-01T14:25:00+00:00", "35 min before"),
        ("2026-11-30T13:00:00+00:00", "26 h before"),
        ("2026-11-26T13:00:00+00:00", "5 days before"),
    ],
)
def test_how_much_notice_there_was_is_said(at: str | None, words: str) -> None:
    """The meeting began at 15:00 UTC."""
    meeting = Meeting(
        id=MeetingId(RecordId("m")),
        account_id=AccountId(RecordId("a")),
        when=When.from_iso("2026-12-01T10:00", ZONE),
        status=Status.CANCELLED,
        cancellation=Cancellation(
            by=Side.THEIRS, at=None if at is None else datetime.fromisoformat(at)
        ),
    )
    assert notice_words(meeting) == words
