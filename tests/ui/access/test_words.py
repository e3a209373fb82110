"""How access is said: as one says it, in counts, and never more than is known."""

from dataclasses import replace
from datetime import date, time

import pytest

from journal.analysis.access import Access, access
from journal.analysis.reasons import Reason, Source
from journal.analysis.slots import Slot
from journal.domain.meeting import Meeting, Status
from journal.domain.person import StandingCommitment
from journal.domain.record import PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.ui.access import words
from journal.ui.access.week import week_of
from tests.analysis.case import STAFF_MEETING, THURSDAYS, case
from tests.analysis.made import (
    DANA,
    NOW,
    TODAY,
    cancelled,
    commitment,
    invited,
    meeting,
    relationship,
)

THU_14 = Slot(weekday=3, minute=840)


def told(*meetings: Meeting, commitments: tuple[StandingCommitment, ...] = ()) -> Access:
    """Tell of meetings with Dana."""
    return access(whole(*meetings, commitments=commitments), now=NOW)


def whole(*meetings: Meeting, commitments: tuple[StandingCommitment, ...] = ()) -> Relationship:
    """Return an account with these meetings."""
    return relationship(
        meetings=meetings,
        commitments=commitments,
        participations=tuple(part for each in meetings for part in invited(each, DANA)),
    )


def held(count: int, clock: str = "10:00") -> list[Meeting]:
    """Make visits on Tuesdays that were held."""
    return [meeting(f"{_first(1, month)}T{clock}") for month in range(1, count + 1)]


def lost(count: int) -> list[Meeting]:
    """Make visits on Thursdays that were called off."""
    return [cancelled(f"{_first(3, month)}T14:00") for month in range(1, count + 1)]


def _first(weekday: int, month: int) -> date:
    """Return the first such weekday of a month of 2026."""
    days = (date(2026, month, day) for day in range(1, 8))
    return next(day for day in days if day.weekday() == weekday)


@pytest.mark.parametrize(
    ("part", "of", "said"),
    [
        (1, 1, "the one time that it was tried"),
        (3, 3, "every time"),
        # 7 of 11 is 0.636; two thirds is nearer than three fifths.
        (7, 11, "two times in three"),
        (2, 3, "two times in three"),
        (1, 3, "one time in three"),
        (9, 17, "every second time"),
        (4, 5, "four times in five"),
        # Seven tenths lie three hundredths from two thirds.
        (7, 10, "two times in three"),
        # No simple fraction is near: three of 40, and 39 of 40.
        (3, 40, "3 of 40 times"),
        (39, 40, "39 of 40 times"),
        # 6 of 7 is 0.857, nearly six hundredths from four fifths.
        (6, 7, "6 of 7 times"),
    ],
)
def test_how_often_is_said_as_one_says_it(part: int, of: int, said: str) -> None:
    """A fraction where one would say it, else the counts; never a percentage."""
    assert words.how_often(part, of) == said


def test_the_case_is_said_as_it_was() -> None:
    """In the words of the design."""
    found = access(case(), now=NOW)
    assert words.answer(found, None, TODAY) == (
        "Thursday 14:00 is lost two times in three. Tuesday 10:00 has held every time."
    )
    assert words.ground(found) == (
        "14 meetings planned since Mar 2026 · 7 lost · 6 of these after you had arrived · "
        "24 h driven for nothing"
    )
    assert words.legend(found) == (
        "Dashed: a standing commitment of theirs. “Management staff meeting” began as 11 visits "
        "ended, and 7 of these were lost."
    )
    assert words.chance_words(found) == (
        "Thursday 14:00 against all other times: could be chance, by Fisher's exact test."
    )


def test_what_is_hardly_chance_is_said_to_be() -> None:
    """Eight of eight Thursdays lost, nine of nine Tuesdays held."""
    assert words.chance_words(told(*held(9), *lost(8))) == (
        "Thursday 14:00 against all other times: hardly chance, by Fisher's exact test."
    )


def test_the_worst_of_several_times_is_said_to_have_been_picked() -> None:
    """Both lost of ten, in the same of five hours: 1 way in 45 for it, 5 for any of them."""
    mondays = [meeting(f"2026-03-{day:02}T{hour}:00") for day in (2, 9) for hour in range(10, 14)]
    lost_ones = [cancelled(f"2026-03-{day:02}T14:00") for day in (5, 12)]
    assert words.chance_words(told(*mondays, *lost_ones)) == (
        "Thursday 14:00, the worst of 5 times: could be chance, by Fisher's exact test."
    )


def test_seven_meetings_are_too_few_to_tell() -> None:
    """From eight on the test is made; where all were lost there is nothing to compare."""
    few = told(*held(6), cancelled("2026-03-05T14:00"))
    assert words.chance_words(few) == ("Fewer than eight meetings: too few to tell it from chance.")
    assert words.chance_words(told(*lost(8))) == ""
    assert words.chance_words(told(*held(9))) == ""


def test_what_happened_once_is_not_said_to_be_usual() -> None:
    """One lost visit and one that was held."""
    found = told(*held(1), cancelled("2026-03-05T14:00"))
    assert words.answer(found, None, TODAY) == (
        "Thursday 14:00 was lost the one time that it was tried. "
        "Tuesday 10:00 has held the one time that it was tried."
    )


def test_without_a_loss_the_answer_is_short() -> None:
    """There is nothing to explain."""
    assert words.answer(told(*held(1)), None, TODAY) == "The one meeting was held."
    found = told(*held(9))
    assert words.answer(found, None, TODAY) == "None of 9 meetings was lost."
    assert words.legend(found) == "Nothing is known that recurs in their calendar."


def test_where_nothing_is_known_of_their_calendar_it_is_said() -> None:
    """It may be what the meetings are lost to."""
    found = told(cancelled("2026-03-05T14:00"))
    assert words.legend(found) == (
        "Nothing is known that recurs in their calendar; that may be what it is."
    )


def test_lost_without_a_time_names_no_slot() -> None:
    """Of no slot could be said that it is lost."""
    assert words.answer(told(cancelled("2026-03-05")), None, TODAY) == (
        "1 meeting was lost, and it had no time of day."
    )
    two = told(cancelled("2026-03-05"), cancelled("2026-03-06"), *held(1))
    assert words.answer(two, None, TODAY) == (
        "2 meetings were lost, and none of them had a time of day. "
        "Tuesday 10:00 has held the one time that it was tried."
    )


def test_what_says_nothing_of_the_customer_is_counted_apart() -> None:
    """What we called off, and what nobody recorded."""
    found = told(
        *held(1),
        cancelled("2026-03-05T14:00", Side.OURS),
        meeting("2026-11-20T10:00", Status.PLANNED),
    )
    assert words.ground(found) == (
        "3 meetings planned since Jan 2026 · 1 called off by us · 1 not recorded"
    )
    assert words.ground(told()) == ""


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("14:30", "“Rounds” lay over 1 visit, and 1 of these was lost."),
        ("15:00", "“Rounds” began as 1 visit ended, and 1 of these was lost."),
        ("13:00", "“Rounds” ended as 1 visit began, and 1 of these was lost."),
    ],
)
def test_how_a_commitment_stands_in_the_way(start: str, said: str) -> None:
    """Over the visit from 14:00 to 15:00, after it, before it."""
    rounds = commitment("FREQ=WEEKLY;BYDAY=TH", start, title="Rounds")
    found = told(cancelled("2026-03-05T14:00"), commitments=(rounds,))
    assert words.legend(found).endswith(said)


def test_a_cell_says_all_that_lies_in_it() -> None:
    """Counts, what recurs and whose it is, and whether to propose it."""
    known = replace(case(), meetings=THURSDAYS)
    found = access(known, now=NOW)
    week = week_of(found, known.meetings)
    cell = week.cells[week.place_of(THU_14)]
    assert words.cell_words(cell, known) == "Thursday 14:00: 4 of 11 held"
    assert words.deed_words(cell) == "Enter shows them."
    proposal = week.cells[week.place_of(found.proposals[0].count.slot)]
    assert words.cell_words(proposal, known).endswith(
        "not tried yet; worth proposing, clear of their commitments"
    )
    assert words.deed_words(proposal) == "Enter plans there."
    fixed = week.cells[week.place_of(Slot(weekday=3, minute=900))]
    assert words.deed_words(fixed) == ""


def test_a_commitment_says_whose_it_is_and_until_when() -> None:
    """Also one that came with a calendar and says more than people type."""
    ending = replace(STAFF_MEETING, last_day=date(2026, 9, 3), start=time(15))
    assert words.commitment_words(ending, case()) == (
        "Dana: Management staff meeting, every Thu 15:00–16:00, until Thu 3 Sep 2026"
    )
    odd = commitment("FREQ=YEARLY;BYMONTH=3", "09:00", person_id=PersonId(RecordId("nobody")))
    assert words.commitment_words(odd, case()) == (
        "Somebody in the trash: Management staff meeting, "
        "by the rule FREQ=YEARLY;BYMONTH=3 09:00–10:00"
    )


def test_a_reason_is_said_as_it_was_put() -> None:
    """Else by the commitment behind it, else by what it was."""
    reason = Reason(source=Source.FOUND, text="", commitment=STAFF_MEETING, count=2)
    assert words.reason_words(reason) == "Management staff meeting"
    assert words.reason_words(replace(reason, text="Her staff")) == "Her staff"
    assert words.reason_words(replace(reason, commitment=None)) == "standing commitment"
    assert (words.times_words(1), words.times_words(3)) == ("once", "3 times")
