"""The case of PRODUCT.md must come out of the journal as it did in the car park."""

from dataclasses import replace
from fractions import Fraction

from journal.analysis.access import access, loss_summary
from journal.analysis.clashes import Closeness, InTheWay, Margins
from journal.analysis.losses import Counts, LostWhere, WastedTravel
from journal.analysis.proposals import Block, FixedBlock
from journal.analysis.reasons import Reason, Source
from journal.analysis.slots import Slot, SlotCount, SlotMove
from journal.domain.relationship import Relationship
from tests.analysis.case import COMMITTEE, STAFF_MEETING, THURSDAYS, case
from tests.analysis.made import NOW, on, relationship

TUE_10 = SlotCount(slot=Slot(weekday=1, minute=600), held=3, lost=0)
THU_14 = SlotCount(slot=Slot(weekday=3, minute=840), held=4, lost=7)


def test_seven_of_eleven_thursdays_were_lost_and_six_of_them_at_the_door() -> None:
    """And twice two hours driven for each of the six: 24 hours.

    In reception ten minutes early, at the minute, a quarter of an hour late and by never
    coming down: all are the door. The one cancelled two days before cost no driving.
    """
    thursdays = loss_summary(replace(case(), meetings=THURSDAYS), now=NOW)

    assert thursdays.counts == Counts(held=4, lost=7)
    assert thursdays.where == LostWhere(at_the_door=6, before_leaving=1)
    assert thursdays.wasted == WastedTravel(minutes=6 * 2 * 120)


def test_the_answer_stands_in_one_value() -> None:
    """Thursday 14:00 is lost two times in three. Tuesday 10:00 has held every time."""
    summary = access(case(), now=NOW).summary

    assert summary.since == on("2026-03-05")
    assert summary.counts == Counts(held=7, lost=7, ahead=1)
    assert (summary.worst, summary.best) == (THU_14, TUE_10)
    assert summary.moved == SlotMove(
        before=THU_14.slot, after=TUE_10.slot, since=on("2026-09-08"), held=3, lost=0
    )


def test_the_staff_meeting_is_found_although_it_begins_after_the_visit() -> None:
    """It was the meeting after that killed the visit: ten minutes after each of eleven ends.

    The committee, two hours after a Tuesday's end, is no clash.
    """
    found = access(case(), now=NOW)

    assert [each.meeting for each in found.clashes] == list(THURSDAYS)
    assert {(each.closeness, each.gap_min) for each in found.clashes} == {
        (Closeness.STARTS_AFTER, 10)
    }
    assert found.in_the_way == (
        InTheWay(
            commitment=STAFF_MEETING, closeness=Closeness.STARTS_AFTER, held=4, lost=7, ahead=0
        ),
    )


def test_fourteen_meetings_alone_could_be_chance() -> None:
    """By hand 5/26, see the test of Fisher's: the program must not claim more than it knows."""
    found = access(case(), now=NOW).chance
    assert found is not None
    assert found.p == Fraction(5, 26)
    assert found.could_be


def test_tuesday_at_ten_is_proposed_with_its_counts_then_the_days_beside_it() -> None:
    """Clear of the staff meeting and of the committee."""
    first, *others = access(case(), now=NOW).proposals

    assert first.count == TUE_10
    assert [each.count.slot for each in others] == [
        Slot(weekday=2, minute=600),
        Slot(weekday=0, minute=600),
    ]
    assert not any(each.is_tried for each in others)


def test_the_grid_shows_slots_and_their_standing_commitments() -> None:
    """Held and lost in the cells, dashed where they are busy."""
    found = access(case(), now=NOW)

    assert found.slots == (TUE_10, THU_14)
    assert found.fixed == (
        FixedBlock(commitment=COMMITTEE, block=Block(weekday=1, start_min=780, end_min=840)),
        FixedBlock(commitment=STAFF_MEETING, block=Block(weekday=3, start_min=900, end_min=960)),
    )


def test_what_they_said_is_no_explanation() -> None:
    """Six times something came up, once nobody said anything; nobody asked why."""
    found = access(case(), now=NOW)

    assert found.reasons == (
        Reason(source=Source.STATED, text="Something came up", commitment=None, count=6),
    )
    assert found.unexplained == 7


def test_only_the_days_asked_for_are_looked_at() -> None:
    """From 8 September on nothing was lost, so there is no worst slot and nothing to test."""
    found = access(case(), now=NOW, since=on("2026-09-08"))

    assert found.summary.counts == Counts(held=3, lost=0, ahead=1)
    assert found.summary == loss_summary(case(), now=NOW, since=on("2026-09-08"))
    assert (found.summary.worst, found.chance, found.summary.moved) == (None, None, None)
    assert found.slots == (TUE_10,)
    assert found.clashes == ()


def test_our_own_busy_times_and_margins_reach_the_proposals() -> None:
    """Both can be set: the committee begins 130 minutes after a Tuesday's visit ends."""
    tuesday = Block(weekday=1, start_min=0, end_min=1440)
    wide = Margins(after_min=130)

    busy = access(case(), now=NOW, busy=[tuesday])
    careful = access(case(), now=NOW, margins=wide)

    assert busy.proposals[0].count.slot == Slot(weekday=2, minute=600)
    assert careful.proposals[0].count.slot == Slot(weekday=2, minute=600)
    assert len(careful.clashes) > len(busy.clashes)


def test_an_account_without_meetings_has_nothing_lost() -> None:
    """An empty page says what would stand here."""
    found = access(relationship(), now=NOW)

    assert found.summary.since is None
    assert found.summary.counts == Counts()
    assert (found.slots, found.clashes, found.reasons, found.unexplained) == ((), (), (), 0)


def test_a_correction_of_the_past_corrects_every_number() -> None:
    """Nothing is stored: without the staff meeting there is no clash, and Thursday is as bad."""
    known: Relationship = replace(case(), commitments=())
    found = access(known, now=NOW)
    assert (found.clashes, found.in_the_way, found.fixed) == ((), (), ())
    assert found.summary.worst == THU_14
    assert found.proposals[0].count == TUE_10
