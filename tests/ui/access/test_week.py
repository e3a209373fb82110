"""The week as a grid: which rows and columns there are, and what lies in a cell."""

from journal.analysis.access import access
from journal.analysis.slots import Slot
from journal.domain.meeting import Meeting
from journal.domain.person import StandingCommitment
from journal.domain.record import Side
from journal.ui.access.week import Cell, Week, week_of
from tests.analysis.made import NOW, cancelled, commitment, meeting, relationship

HOURS = tuple(range(9 * 60, 17 * 60, 60))


def week(*meetings: Meeting, commitments: tuple[StandingCommitment, ...] = ()) -> Week:
    """Lay out a week."""
    whole = relationship(meetings=meetings, commitments=commitments)
    return week_of(access(whole, now=NOW), meetings)


def cell(shown: Week, weekday: int, minute: int) -> Cell:
    """Return the cell of a slot."""
    slot = Slot(weekday=weekday, minute=minute)
    found = shown.cells[shown.place_of(slot)]
    assert found.slot == slot
    return found


def test_a_week_has_five_days_of_eight_hours() -> None:
    """Also where nothing is known; so one sees what a proposal is among."""
    empty = week()
    assert (empty.weekdays, empty.times) == ((0, 1, 2, 3, 4), HOURS)
    assert len(empty.cells) == 40
    assert {each.minutes for each in empty.cells} == {60}


def test_a_half_hour_has_a_row_where_something_starts_in_it() -> None:
    """The hour before it is then half an hour, so that nothing is counted twice."""
    shown = week(meeting("2026-03-05T14:40"))
    assert shown.times == (*HOURS[:6], 14 * 60 + 30, *HOURS[6:])
    assert cell(shown, 3, 14 * 60).minutes == 30
    assert cell(shown, 3, 14 * 60 + 30).minutes == 30
    assert cell(shown, 3, 14 * 60 + 30).count.held == 1


def test_earlier_and_later_hours_and_a_weekend_are_there_where_used() -> None:
    """A Saturday at seven, and rounds until a quarter past six in the evening."""
    rounds = commitment("FREQ=WEEKLY;BYDAY=TH", "17:15")
    shown = week(meeting("2026-03-07T07:00"), commitments=(rounds,))
    assert shown.weekdays == (0, 1, 2, 3, 4, 5)
    assert (shown.times[0], shown.times[-1]) == (7 * 60, 18 * 60)


def test_a_commitment_lies_in_each_cell_that_it_runs_into() -> None:
    """From 12:30 to 14:30 on Fridays: half an hour, an hour, half of an hour."""
    board = commitment("FREQ=WEEKLY;BYDAY=FR", "12:30", minutes=120)
    shown = week(commitments=(board,))
    lying = [each.slot for each in shown.cells if each.commitments == (board,)]
    assert lying == [Slot(weekday=4, minute=each) for each in (750, 780, 840)]


def test_midnight_is_the_end_of_the_last_row() -> None:
    """A night round from 23:30 goes on at midnight of the next day."""
    night = commitment("FREQ=WEEKLY;BYDAY=WE", "23:30", minutes=60)
    shown = week(commitments=(night,))
    assert (shown.times[0], shown.times[-1]) == (0, 23 * 60 + 30)
    assert cell(shown, 2, 23 * 60 + 30).commitments == (night,)
    assert cell(shown, 3, 0).commitments == (night,)


def test_a_cell_has_the_meetings_of_its_slot_alone() -> None:
    """The latest first; neither what we called off nor what is on another day."""
    first, last = meeting("2026-03-05T14:00"), cancelled("2026-03-12T14:29")
    ours = cancelled("2026-03-19T14:00", Side.OURS)
    shown = week(first, last, ours, meeting("2026-03-06T14:00"), meeting("2026-03-07"))
    assert cell(shown, 3, 840).meetings == (last, first)


def test_a_slot_outside_leads_to_the_first_cell() -> None:
    """The keys have to begin somewhere, after the slot in which they were is gone."""
    assert week().place_of(Slot(weekday=6, minute=600)) == 0
    assert week().place_of(Slot(weekday=1, minute=60)) == 1
