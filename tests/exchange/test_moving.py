"""Dates that move on with the calendar."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.person import StandingCommitment
from journal.domain.plan import Question
from journal.domain.record import (
    AccountId,
    CommitmentId,
    MeetingId,
    PersonId,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.exchange.moving import moved, weeks_between

ACCOUNT = AccountId(RecordId("a"))


def lost_at(at: datetime) -> Meeting:
    """Make a visit in Dayton on a Thursday in summer that was called off."""
    return Meeting(
        id=MeetingId(RecordId("m")),
        account_id=ACCOUNT,
        when=When(day=date(2026, 5, 14), time=time(14), zone="America/New_York"),
        status=Status.CANCELLED,
        cancellation=Cancellation(by=Side.THEIRS, at=at),
    )


@pytest.mark.parametrize(
    ("then", "now", "weeks"),
    [
        (date(2026, 11, 23), date(2026, 11, 29), 0),
        (date(2026, 11, 23), date(2026, 11, 30), 1),
        (date(2026, 11, 29), date(2026, 11, 30), 1),
        (date(2026, 11, 23), date(2026, 11, 22), -1),
        (date(2026, 11, 23), date(2027, 1, 1), 5),
    ],
)
def test_weeks_are_counted_from_monday_to_monday(then: date, now: date, weeks: int) -> None:
    """A Thursday has to stay a Thursday; year ends are nothing special."""
    assert weeks_between(then, now) == weeks


def test_a_cancellation_at_the_door_stays_one_across_a_clock_change() -> None:
    """Five past two on the wall in May is five past two on the wall in January."""
    moment = datetime(2026, 5, 14, 18, 5, tzinfo=UTC)

    later = moved(lost_at(moment), 36)

    assert later.when.iso == "2027-01-21T14:00"
    assert later.cancellation is not None
    assert later.cancellation.at == datetime(2027, 1, 21, 19, 5, tzinfo=UTC)
    assert later.cancellation.at - later.when.instant == timedelta(minutes=5)


def test_rules_stay_and_their_first_days_move() -> None:
    """A second Tuesday is a second Tuesday in every month."""
    committee = StandingCommitment(
        id=CommitmentId(RecordId("c")),
        person_id=PersonId(RecordId("p")),
        title="P&T committee",
        rule="FREQ=MONTHLY;BYDAY=2TU",
        first_day=date(2026, 1, 13),
        start=time(13),
        minutes=90,
        zone="America/New_York",
    )

    later = moved(committee, 2)

    assert later.first_day == date(2026, 1, 27)
    assert (later.rule, later.start, later.minutes) == (committee.rule, time(13), 90)


def test_days_in_a_text_move_where_they_are_marked() -> None:
    """Else somebody would promise in July to come back in January."""
    question = Question(
        id=RecordId("q"),
        account_id=ACCOUNT,
        text="In {month 2026-12-31}, on {day 2026-09-03}, since {year 2026-12-31}? {sic} 2026",
    )

    assert moved(question, 1).text == "In January, on 10 September, since 2027? {sic} 2026"
    assert moved(question, 0).text.startswith("In December, on 3 September, since 2026?")


@pytest.mark.parametrize("weeks", [10_000, 1_000_000])
def test_days_beyond_the_years_of_a_journal_are_refused(weeks: int) -> None:
    """A clock that stands in another age is no reason to crash."""
    with pytest.raises(ValueError, match=r"year|no such day"):
        moved(lost_at(datetime(2026, 5, 14, 18, 5, tzinfo=UTC)), weeks)
