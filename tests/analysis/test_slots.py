"""The customer's week: what held and what was lost, slot by slot."""

from fractions import Fraction

import pytest

from journal.analysis.fisher import Table
from journal.analysis.slots import (
    Chance,
    Slot,
    SlotCount,
    SlotMove,
    best,
    chance,
    count_of,
    slot_counts,
    slot_move,
    slot_of,
    worst,
)
from journal.domain.meeting import Status
from journal.domain.record import Side
from journal.domain.span import When
from tests.analysis.made import cancelled, meeting, on

MON_9 = Slot(weekday=0, minute=9 * 60)
TUE_10 = Slot(weekday=1, minute=10 * 60)
THU_14 = Slot(weekday=3, minute=14 * 60)
FRI_9 = Slot(weekday=4, minute=9 * 60)


def counted(slot: Slot, held: int, lost: int) -> SlotCount:
    """Make the counts of a slot."""
    return SlotCount(slot=slot, held=held, lost=lost)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("2026-09-03T14:00", Slot(weekday=3, minute=840)),
        ("2026-09-03T14:20", Slot(weekday=3, minute=840)),
        ("2026-09-03T14:30", Slot(weekday=3, minute=870)),
        ("2026-09-06T23:59", Slot(weekday=6, minute=1410)),
        ("2026-09-07T00:00", Slot(weekday=0, minute=0)),
        ("2026-09-03", None),
    ],
)
def test_a_slot_is_the_half_hour_in_which_it_starts(text: str, slot: Slot | None) -> None:
    """On the customer's wall, whatever the laptop shows."""
    assert slot_of(When.from_iso(text, "Asia/Kolkata")) == slot


def test_slots_count_held_and_lost_from_monday_on() -> None:
    """What says nothing about the slot is left out: ours, planned, and days without a time."""
    found = slot_counts(
        [
            meeting("2026-09-08T10:00"),
            cancelled("2026-09-03T14:00"),
            meeting("2026-08-27T14:10"),
            cancelled("2026-08-20T14:00", Side.OURS),
            meeting("2026-12-01T10:00", Status.PLANNED),
            meeting("2026-08-13"),
        ]
    )
    assert found == (counted(TUE_10, 1, 0), counted(THU_14, 1, 1))
    assert found[1].counted == 2


def test_an_untried_slot_counts_nought_of_nought() -> None:
    """The brief says so of a slot that is new."""
    assert count_of(MON_9, [counted(TUE_10, 1, 0)]) == counted(MON_9, 0, 0)


@pytest.mark.parametrize(
    ("held", "lost", "holds", "falls"),
    [(0, 0, False, False), (2, 1, True, False), (1, 1, False, True), (0, 1, False, True)],
)
def test_a_slot_mostly_holds_or_mostly_falls(
    held: int,
    lost: int,
    holds: bool,  # noqa: FBT001
    falls: bool,  # noqa: FBT001
) -> None:
    """As often lost as held is not a slot to propose; untried is neither."""
    one = counted(MON_9, held, lost)
    assert (one.mostly_holds, one.mostly_falls) == (holds, falls)


def test_the_worst_slot_lost_most_beyond_its_share() -> None:
    """Six of sixty Mondays are more meetings lost than four of five, and far less of a reason.

    By hand: 10 of 65 lost in all. Mondays 6 - 60*10/65 < 0, Thursdays 4 - 5*10/65 > 0.
    """
    found = [counted(MON_9, 54, 6), counted(THU_14, 1, 4)]
    assert worst(found) == found[1]
    assert best(found) == found[0]


def test_of_two_equally_bad_slots_the_one_that_lost_more_is_the_worst_then_the_earlier() -> None:
    """All were lost everywhere: no slot is beyond its share."""
    assert worst([counted(MON_9, 0, 1), counted(THU_14, 0, 3)]) == counted(THU_14, 0, 3)
    assert worst([counted(MON_9, 0, 3), counted(THU_14, 0, 3)]) == counted(MON_9, 0, 3)


def test_nothing_lost_has_no_worst_slot() -> None:
    """A page that opens with its answer must be able to say: none."""
    assert worst([counted(MON_9, 5, 0)]) is None
    assert worst([]) is None


def test_the_best_slot_mostly_holds_and_is_not_the_worst() -> None:
    """Of equals the one that held more, then the earlier."""
    assert best([counted(THU_14, 3, 2)]) is None
    assert best([counted(MON_9, 1, 1), counted(THU_14, 0, 2)]) is None
    assert best([counted(MON_9, 1, 0), counted(TUE_10, 3, 0)]) == counted(TUE_10, 3, 0)
    assert best([counted(MON_9, 3, 0), counted(TUE_10, 3, 0)]) == counted(MON_9, 3, 0)


def test_the_case_could_be_chance() -> None:
    """7 of 11 against 0 of 3 is p = 5/26: fourteen meetings prove little, the reason more."""
    found = [counted(TUE_10, 3, 0), counted(THU_14, 4, 7)]
    result = chance(THU_14, found)
    assert result == Chance(
        table=Table(lost_here=7, held_here=4, lost_elsewhere=0, held_elsewhere=3),
        p=Fraction(5, 26),
        p_as_worst=Fraction(5, 26),
        slots=2,
    )
    assert result.could_be


def test_seven_of_eight_against_none_of_eight_is_hardly_chance() -> None:
    """By hand: C(16,7) = 11440; 7 and 0 of them: 8 ways each, so p = 16/11440."""
    result = chance(THU_14, [counted(TUE_10, 8, 0), counted(THU_14, 1, 7)])
    assert result is not None
    assert result.p == Fraction(16, 11440)
    assert not result.could_be


def test_the_worst_of_many_slots_may_be_the_worst_by_chance() -> None:
    """Both lost meetings of ten in the same of five slots: 1 way in 45, but 5 for any of them."""
    hours = [counted(Slot(weekday=each, minute=600), 2, 0) for each in range(4)]
    result = chance(FRI_9, [*hours, counted(FRI_9, 0, 2)])
    assert result is not None
    assert (result.p, result.p_as_worst, result.slots) == (Fraction(1, 45), Fraction(1, 9), 5)
    assert result.p < Fraction(1, 20)
    assert result.could_be


def test_the_bound_itself_could_be_chance() -> None:
    """One lost in twenty, and it was here: just not rare enough."""
    result = chance(THU_14, [counted(TUE_10, 19, 0), counted(THU_14, 0, 1)])
    assert result is not None
    assert result.p == Fraction(1, 20)
    assert result.could_be


@pytest.mark.parametrize(
    "found",
    [
        # Seven in all: too few.
        [counted(TUE_10, 3, 0), counted(THU_14, 0, 4)],
        # All in one slot, all held, all lost, or nothing in this slot.
        [counted(THU_14, 4, 7)],
        [counted(TUE_10, 5, 0), counted(THU_14, 5, 0)],
        [counted(TUE_10, 0, 5), counted(THU_14, 0, 5)],
        [counted(TUE_10, 5, 5), counted(MON_9, 5, 5)],
    ],
)
def test_where_there_is_nothing_to_compare_nothing_is_tested(found: list[SlotCount]) -> None:
    """A p of 1 would read as a result."""
    assert chance(THU_14, found) is None


def test_eight_meetings_are_enough() -> None:
    """From eight up it speaks."""
    assert chance(THU_14, [counted(TUE_10, 4, 0), counted(THU_14, 0, 4)]) is not None


def test_none_was_lost_since_the_slot_moved() -> None:
    """Two Thursdays, one lost; since 8 September Tuesdays, two of two."""
    moved = slot_move(
        [
            cancelled("2026-08-27T14:00"),
            meeting("2026-09-03T14:00"),
            meeting("2026-09-08T10:00"),
            meeting("2026-09-10T09:00", Status.PLANNED),
            meeting("2026-09-15T10:00"),
        ]
    )
    assert moved == SlotMove(before=THU_14, after=TUE_10, since=on("2026-09-08"), held=2, lost=0)


def test_a_slot_that_moved_may_lose_again() -> None:
    """Then the counts say so."""
    moved = slot_move(
        [
            cancelled("2026-08-27T14:00"),
            cancelled("2026-09-08T10:00"),
            meeting("2026-09-15T10:00"),
        ]
    )
    assert moved is not None
    assert (moved.held, moved.lost) == (1, 1)


def test_without_a_move_out_of_a_losing_slot_there_is_none() -> None:
    """Nothing at all, one slot all along, or a change from a slot in which nothing was lost."""
    assert slot_move([]) is None
    assert slot_move([cancelled("2026-08-27T14:00"), meeting("2026-09-03T14:00")]) is None
    assert slot_move([meeting("2026-08-27T14:00"), meeting("2026-09-08T10:00")]) is None
