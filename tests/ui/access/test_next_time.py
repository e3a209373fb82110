"""When the next meeting in a slot could be: the quiet day nearest to a week from now."""

from datetime import date, time
from itertools import count

import pytest

from journal.analysis.slots import Slot
from journal.domain.meeting import Meeting
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId, MeetingId, RecordId
from journal.domain.span import When
from journal.operations import reading, records
from journal.operations.journal import Journal
from journal.ui.access.next_time import next_time
from journal.ui.shared.account_view import AccountView, account_view
from tests.ui.case import DANA, EASTSIDE, HARBOR, MERCY, NEXT, ZONE

_numbers = count()


def view(journal: Journal) -> AccountView:
    """Read the account to repair again."""
    return account_view(reading.relationship(journal, MERCY), journal.now())


def slot(weekday: int, hour: int) -> Slot:
    """Return a slot."""
    return Slot(weekday=weekday, minute=hour * 60)


def busy(journal: Journal, day: date, hour: int) -> None:
    """Plan something of ours with another account."""
    meeting = Meeting(
        id=MeetingId(RecordId(f"busy-{next(_numbers)}")),
        account_id=EASTSIDE,
        when=When(day=day, time=time(hour), zone=ZONE),
    )
    records.add(journal, "x", meeting)


def when(day: date, hour: int) -> When:
    """Return a time on the customer's wall."""
    return When(day=day, time=time(hour), zone=ZONE)


@pytest.mark.parametrize(
    ("weekday", "day"),
    [
        # A week after Tuesday 1 December, when they meet anyway, is the 8th.
        (1, date(2026, 12, 8)),
        (2, date(2026, 12, 9)),
        (0, date(2026, 12, 7)),
        # Friday the 11th is three days from the 8th, Friday the 4th four.
        (4, date(2026, 12, 11)),
    ],
)
def test_it_is_the_day_nearest_to_a_week_after_what_is_planned(
    journal: Journal, weekday: int, day: date
) -> None:
    """So that nobody plans a second meeting in the same week by a key."""
    assert next_time(journal, view(journal), slot(weekday, 10)) == when(day, 10)


def test_without_anything_planned_it_is_about_a_week_from_today(journal: Journal) -> None:
    """Today is Monday 23 November; the Tuesday nearest to the 30th is 1 December."""
    planned = next(each for each in view(journal).relationship.meetings if each.id == NEXT)
    records.trash(journal, "x", planned)
    assert next_time(journal, view(journal), slot(1, 10)) == when(date(2026, 12, 1), 10)


def test_a_day_on_which_we_are_elsewhere_is_passed_over(journal: Journal) -> None:
    """On the 8th we are with another account at ten; the week after is free."""
    busy(journal, date(2026, 12, 8), 10)
    assert next_time(journal, view(journal), slot(1, 10)) == when(date(2026, 12, 15), 10)


def test_where_each_week_is_taken_it_is_that_weeks(journal: Journal) -> None:
    """The user asked for it, and the form says what stands in its way."""
    rounds = StandingCommitment(
        id=CommitmentId(RecordId("rounds")),
        person_id=DANA,
        title="Rounds",
        rule="FREQ=WEEKLY;BYDAY=TU",
        first_day=date(2026, 1, 6),
        start=time(10),
        minutes=60,
        zone=ZONE,
    )
    records.add(journal, "x", rounds)
    assert next_time(journal, view(journal), slot(1, 10)) == when(date(2026, 12, 8), 10)


def test_of_an_account_that_one_never_met_it_is_a_week_from_what_is_planned(
    journal: Journal,
) -> None:
    """Nobody is invited yet, and no length is known."""
    harbor = account_view(reading.relationship(journal, HARBOR), journal.now())
    # Planned for Thursday 26 November; a week later is 3 December, Monday the 30th is nearer
    # to it than the 7th: three days against four.
    assert next_time(journal, harbor, slot(0, 9)).day == date(2026, 11, 30)
